"""How much faster two workers are than one, and what near copies save: side by side in one run.

    python benchmarks/bulk.py CORPUS... --runs 3

Each run codes the corpus into a fresh folder with one process and with two. The time counts from
the start to the manifest, loading of models included, so give it some hundred reports at least.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path

import click

from statuquo.bulk import LocalEngine, Settings, Step, code_corpus


def measured(corpus: tuple[str, ...], workers: int, settings: Settings) -> tuple[float, Step]:
    """Seconds that a run takes, and how it ended."""
    folder = Path(tempfile.mkdtemp())
    start = time.perf_counter()
    *_, last = code_corpus(corpus, folder / "out", LocalEngine(workers), settings, workers=workers)
    took = time.perf_counter() - start
    shutil.rmtree(folder)
    return took, last


@click.command()
@click.argument("corpus", nargs=-1, required=True)
@click.option("--runs", default=3, show_default=True)
@click.option("--piece", default=32, show_default=True, help="Reports of a part.")
def main(corpus: tuple[str, ...], runs: int, piece: int) -> None:
    """Measure and print."""
    settings = Settings(piece=piece)
    ratios, rates = [], []
    for _ in range(runs):
        one, last = measured(corpus, 1, settings)
        two, _ = measured(corpus, 2, settings)
        ratios.append(one / two)
        rates.append(last.reports / one)
        click.echo(f"one {one:.1f} s, two {two:.1f} s: {one / two:.2f} times")
    click.echo(
        f"{last.reports} reports, {last.copies} near copies, {last.events} events; medians of {runs}: "
        f"{statistics.median(rates):.1f} reports a second with one worker, "
        f"two workers {statistics.median(ratios):.2f} times one"
    )


if __name__ == "__main__":
    main()
