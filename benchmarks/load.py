"""How long the desk and its API take with many readers at once.

    python benchmarks/load.py [--events 3000] [--clients 50] [--seconds 60]

A real `statuquo serve` on a made-up store (see desk.py); each client asks for one address after the
other, in an order of its own, without pause. A row a page or list: requests, the median and the 95th
percentile in milliseconds, measured at the client, and how many were not answered with 200.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import click
import httpx2 as httpx

from desk import LISTS, PAGES, made
from statuquo.store import Store
from together import free_port, wait_for

ADDRESSES = (
    *PAGES,
    "/timeline",
    "/map",
    *(f"/api/v1/{name}{'&' if '?' in name else '?'}limit=50" for name in LISTS),
)


async def client(
    base: str, seed: int, until: float, took: dict[str, list[float]], bad: dict[str, int]
) -> None:
    dice = random.Random(seed)
    async with httpx.AsyncClient(base_url=base, timeout=120) as http:
        while time.monotonic() < until:
            for address in dice.sample(ADDRESSES, len(ADDRESSES)):
                if time.monotonic() > until:
                    return
                start = time.perf_counter()
                answer = await http.get(address)
                took[address].append((time.perf_counter() - start) * 1000)
                bad[address] += answer.status_code != 200


async def load(base: str, clients: int, seconds: float) -> None:
    took: dict[str, list[float]] = defaultdict(list)
    bad: dict[str, int] = defaultdict(int)
    start = time.monotonic()
    until = start + seconds
    await asyncio.gather(*(client(base, seed, until, took, bad) for seed in range(clients)))
    number = sum(map(len, took.values()))
    print(f"{number} requests, {number / (time.monotonic() - start):.0f} a second\n")
    print("| address | requests | median | 95% | failed |\n|---|---|---|---|---|")
    for address in ADDRESSES:
        times = sorted(took[address])
        if times:
            high = times[min(len(times) - 1, int(len(times) * 0.95))]
            cells = f"{len(times)} | {statistics.median(times):,.0f} | {high:,.0f} | {bad[address]}"
            print(f"| `{address}` | {cells} |")


@click.command()
@click.option("--events", default=3_000, show_default=True)
@click.option("--clients", default=50, show_default=True)
@click.option("--seconds", default=60, show_default=True)
def main(events: int, clients: int, seconds: int) -> None:
    """Print a table: each page and list under load."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "desk.sqlite"
        with Store.open(place) as store:
            for coded in made(events):
                store.add(coded)
            print(store.counts(), flush=True)
        port = free_port()
        words = ["serve", "--port", str(port), "--store", str(place), "--quiet"]
        desk = subprocess.Popen([sys.executable, "-m", "statuquo", *words])
        try:
            base = f"http://127.0.0.1:{port}"
            wait_for(base)
            for one in (1, clients):
                print(f"\n{one} at once: ", end="", flush=True)
                asyncio.run(load(base, one, seconds if one > 1 else seconds / 3))
        finally:
            desk.terminate()
            desk.wait(30)


if __name__ == "__main__":
    main()
