"""Memory of one process over many reports in three languages, and whether it stays flat.

    python benchmarks/memory.py --reports 20000
    python benchmarks/memory.py --reports 100000 news.jsonl

The reports are read over and over, each time with other numbers in them so that no two texts are the same
(words that were never seen are what makes the models' tables grow); resident memory is told as it goes.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from statuquo import Coder, Report
from statuquo.reports import read

HERE = Path(__file__).parent
STREAM = (str(HERE.parent / "examples" / "venezuela-2019"), str(HERE / "quiet.jsonl"))


def resident() -> float:
    """Resident memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def many(reports: list[Report]) -> Iterator[Report]:
    """The reports for ever, each time with a word of its own."""
    for n in itertools.count():
        for report in reports:
            yield replace(
                report, id=f"{report.id}-{n}", text=f"{report.text} Zq{n}x{len(report.text)}."
            )


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--reports", "number", type=int, default=20_000, show_default=True)
def main(paths: tuple[str, ...], number: int) -> None:
    """Code PATHS, or the mixed stream of the repository, until so many reports are done."""
    coder = Coder()
    reports = list(read(list(paths or STREAM), set_aside=print))
    start = time.process_time()
    events = 0
    step = max(1, number // 10)
    stream = itertools.islice(many(reports), number)
    for done, coded in enumerate(coder.stream(stream, only_events=True), 1):
        events += len(coded.events)
        if done % step == 0 or done == len(reports):
            taken = time.process_time() - start
            print(
                f"{done} reports, {events} events, {taken:.0f} s: {resident():.0f} MB", flush=True
            )


if __name__ == "__main__":
    main()
