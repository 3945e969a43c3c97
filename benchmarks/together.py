"""Several programs at once on one store: is anything lost, doubled, or told without a clear text?

    python benchmarks/together.py --store crisis.sqlite --seconds 120
    python benchmarks/together.py --store postgresql://… --seconds 120 --restart "pg_ctlcluster 15 main restart"

The programs are the real ones: `statuquo serve` with readers and writers on it, `statuquo watch` on a
drop folder, `statuquo add` and `statuquo brief` one after the other, and two that add the same made-up
reports and correct their events. The coder alone is replaced by one that codes nothing, unless
`--real-coder`: its work is not what is tried here, and it would take the processor from the rest.

Whoever was told that a report or a correction is kept writes it down. At the end each of them must be
in the store once, `statuquo check` must find it sound, and no program may have ended with a fault or
been told of one in other than clear words. The exit code is 1 where anything is wrong.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shlex
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import httpx2 as httpx

from desk import made
from statuquo.crisis.corrections import Correction
from statuquo.errors import StatuquoError
from statuquo.events.record import CodedReport, Coding
from statuquo.store import Store

SERVED_AFTER = 60
"""Seconds within which the desk must answer for the first time."""
QUIET_CODER = """
import sys, statuquo.events
from statuquo.events.record import CodedReport
class Quiet:
    version = "quiet"
    def __init__(self, **_): pass
    def read(self, report): return CodedReport(report=report, text=report.text, lang="en")
    def stream(self, reports, **_): return map(self.read, reports)
if "--real" not in sys.argv: statuquo.events.Coder = Quiet
else: sys.argv.remove("--real")
from statuquo.cli import main
main(sys.argv[1:])
"""


class Log:
    """What one program was promised and what it was told, a line each."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("a", encoding="utf-8", buffering=1)

    def __call__(self, kind: str, what: str) -> None:
        self._file.write(json.dumps([kind, what]) + "\n")


def adding(place: str, log: Log, until: float, seed: int) -> None:
    """Add made-up reports, of which others add the same, and correct an event of each third."""
    with Store.open(place, wait=30) as store:
        for number, coded in enumerate(made(10**9, seed=seed)):
            if time.time() > until:
                return
            try:
                store.add(coded)
                log("report", coded.report.id)
                if number % 3 == 0:
                    one = _correction(coded)
                    store.correct(one)
                    log("correction", one.id)
            except StatuquoError as fault:
                log("told", str(fault))
            time.sleep(0.02)


def _correction(coded: CodedReport) -> Correction:
    event = coded.events[0]
    return Correction(
        id=f"c-{os.getpid()}-{time.time_ns()}",
        kind="wrong",
        report_id=coded.report.id,
        evidence=event.evidence,
        event_id=event.id,
        coded=Coding.of(event),
        at="2026-01-05T10:00:00Z",
    )


def asking(base: str, log: Log, until: float, seed: int) -> None:
    """Read pages and lists, and send a report now and then."""
    addresses = ("/brief", "/events", "/actors", "/api/v1/events?limit=20", "/api/v1/reports")
    with httpx.Client(base_url=base, timeout=300) as client:
        number = 0
        while time.time() < until:
            number += 1
            name = f"web-{seed}-{number}"
            try:
                if number % 4 == 0:
                    sent = {"text": f"Oslo hosts talks, {name}.", "id": name, "lang": "en"}
                    answer = client.post("/api/v1/reports", json=sent)
                    if answer.status_code < 300:
                        log("report", name)
                else:
                    answer = client.get(addresses[number % len(addresses)])
            except httpx.HTTPError as fault:
                log("fault", f"the desk: {type(fault).__name__}: {fault}")
                continue
            log("answer", str(answer.status_code))
            if answer.status_code >= 500:
                clear = answer.status_code == 503
                log("told" if clear else "fault", f"{answer.status_code}: {answer.text[-300:]}")


def dropping(folder: Path, log: Log, until: float, seed: int) -> None:
    """Drop reports into the folder that is watched."""
    number = 0
    while time.time() < until:
        number += 1
        name = f"drop-{seed}-{number}"
        half = folder / f".{name}"
        half.write_text(json.dumps({"text": f"Talks were held, {name}.", "id": name}) + "\n")
        half.rename(folder / f"{name}.jsonl")
        log("dropped", name)
        time.sleep(0.5)


def running(make: Callable[[int], list[str]], log: Log, until: float, _: int) -> None:
    """Run one program after another."""
    number = 0
    while time.time() < until:
        number += 1
        done = subprocess.run(make(number), capture_output=True, text=True, check=False)
        last = (done.stderr.strip().splitlines() or [""])[-1]
        if done.returncode == 0:
            log("ran", make(number)[3])
            if make(number)[3] == "add":
                log("report", f"add-{os.getpid()}-{number}")
        else:
            clear = last.startswith("statuquo: ") and "fault of the program" not in last
            log("told" if clear else "fault", f"{make(number)[3]}: {last}")


class Adder:
    """Command lines of `statuquo add`, each with a new report."""

    def __init__(self, program: list[str], folder: Path, place: str) -> None:
        self._program, self._folder, self._place = program, folder, place

    def __call__(self, number: int) -> list[str]:
        name = f"add-{os.getpid()}-{number}"
        file = self._folder / f"{name}.jsonl"
        file.write_text(json.dumps({"text": f"They met again, {name}.", "id": name}) + "\n")
        return [*self._program, "add", str(file), "--store", self._place, "--quiet"]


class Brief:
    """Command lines of `statuquo brief`."""

    def __init__(self, program: list[str], place: str) -> None:
        self._program, self._place = program, place

    def __call__(self, number: int) -> list[str]:
        return [*self._program, "brief", "--store", self._place, "--json", "--quiet"]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(base: str) -> None:
    give_up = time.monotonic() + SERVED_AFTER
    while True:
        try:
            httpx.get(f"{base}/api/v1/crises", timeout=30)
        except httpx.HTTPError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.2)
        else:
            return


def held(place: str) -> tuple[Counter[str], set[str], int]:
    """Reports by id, corrections, and how many faults `statuquo check` finds."""
    with Store.open(place, create=False, wait=30) as store:
        reports = Counter(one.id for one in store.reports())
        corrections = {one.id for one in store.corrections(history=True)}
        faults = [str(one) for one in store.check() if not isinstance(one, int)]
        for fault in faults[:10]:
            print("check:", fault)
        return reports, corrections, len(faults)


def lines_of(folder: Path) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*.log")):
        for line in file.read_text(encoding="utf-8").splitlines():
            kind, what = json.loads(line)
            told.setdefault(kind, []).append(what)
    return told


def restarting(command: str, every: float, until: float) -> int:
    """Restart the server now and then, until the time is up; how often."""
    times = 0
    while time.time() + every < until:
        time.sleep(every)
        subprocess.run(shlex.split(command), check=True, capture_output=True, timeout=60, cwd="/")
        times += 1
    time.sleep(max(0.0, until - time.time()))
    return times


@click.command()
@click.option("--store", "place", required=True, help="A file, or a postgresql:// URL.")
@click.option("--seconds", default=120, show_default=True)
@click.option("--restart", default="", help="Command that restarts the server.")
@click.option("--every", default=15.0, show_default=True, help="Seconds between two restarts.")
@click.option("--real-coder", is_flag=True, help="Load the language models and code.")
def main(place: str, seconds: int, restart: str, every: float, real_coder: bool) -> None:
    """Run them all for some time, then look at what the store holds."""
    spawn = multiprocessing.get_context("fork")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox, outbox = folder / "inbox", folder / "outbox"
        inbox.mkdir()
        outbox.mkdir()
        feeds = folder / "feeds.toml"
        feeds.write_text('[[folder]]\npath = "inbox"\nlang = "en"\nevery = "1s"\n')
        (folder / "program.py").write_text(QUIET_CODER)
        program = [sys.executable, str(folder / "program.py")]
        program.append("--real") if real_coder else program.insert(1, "-u")
        with Store.open(place, wait=30) as store:
            for _, coded in zip(range(20), made(200, seed=7), strict=False):
                store.add(coded)
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        said = (folder / "said").open("w")
        services = [
            subprocess.Popen([*program, *words, "--store", place], stderr=said)
            for words in (["serve", "--port", str(port)], ["watch", str(feeds)])
        ]
        try:
            wait_for(base)
            until = time.time() + seconds
            work: list[tuple[Any, Any]] = [
                (adding, place), (adding, place), (asking, base), (asking, base),
                (dropping, inbox), (running, Adder(program, outbox, place)),
                (running, Brief(program, place)),
            ]  # fmt: skip
            workers = []
            for seed, (do, given) in enumerate(work):
                log = Log(folder / f"{seed}.log")
                # The two that add are given one seed: they add the same reports.
                worker = spawn.Process(target=do, args=(given, log, until, max(seed, 1)))
                worker.start()
                workers.append(worker)
            restarts = restarting(restart, every, until) if restart else 0
            for worker in workers:
                worker.join(120)
            time.sleep(5)  # the last that was dropped is settled after two seconds
            codes = [service.poll() for service in services]
        finally:
            for service in services:
                service.terminate()
                service.wait(60)
            said.close()
        told = lines_of(folder)
        wrong = judged(place, told, codes, [worker.exitcode for worker in workers])
        print(f"{seconds} s, {restarts} restarts of the server")
        for kind in ("report", "correction", "dropped", "answer", "ran", "told", "fault"):
            print(f"{kind:>12}: {len(told.get(kind, []))}")
        for text, times in Counter(told.get("told", [])).most_common(8):
            print(f"told {times} times: {text[:200]}")
        if any(codes):
            print((folder / "said").read_text()[-1500:])
    for what in wrong:
        print("WRONG:", what)
    sys.exit(bool(wrong))


def judged(place: str, told: dict[str, list[str]], codes: list[Any], exits: list[Any]) -> list[str]:
    """What is lost, doubled or faulty."""
    reports, corrections, faults = held(place)
    promised = {*told.get("report", []), *told.get("dropped", [])}
    print(f"{sum(reports.values())} reports and {len(corrections)} corrections are held")
    wrong = [f"lost: {one}" for one in sorted(promised - set(reports))][:10]
    wrong += [f"doubled: {one}" for one, times in reports.items() if times > 1][:10]
    wrong += [f"lost: {one}" for one in set(told.get("correction", [])) - corrections][:10]
    wrong += [f"fault: {one}" for one in told.get("fault", [])][:10]
    wrong += [f"a service ended with {code}" for code in codes if code is not None]
    wrong += [f"a worker ended with {code}" for code in exits if code != 0]
    wrong += [f"`statuquo check` finds {faults} faults"] if faults else []
    wrong += [] if promised and told.get("answer") else ["nothing was done"]
    return wrong


if __name__ == "__main__":
    main()
