"""Reports per second beside spaCy's own pipelines and beside the coder without its gate.

    python benchmarks/speed.py                         the mixed stream of the repository
    python benchmarks/speed.py news.jsonl --limit 300  your own

Everything runs in one process, in turn, several times over the same texts; what is told are medians
of processor time and their ratios. Rates hang on the machine, ratios hardly do.

The mixed stream of the repository is examples/venezuela-2019 and as many reports of sport, weather,
markets and culture (quiet.jsonl). Of your own reports, those count as crisis news that hold an event in
every ten sentences.
"""

from __future__ import annotations

import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import click

from statuquo import Coder, Report
from statuquo.events import CodedReport
from statuquo.language.models import MODELS, installed
from statuquo.reports import read
from statuquo.reports.model import LANGUAGES

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples" / "venezuela-2019"
QUIET = HERE / "quiet.jsonl"
_CRISIS = 0.1
"""Events a sentence from which a report counts as crisis news."""


class Stock:
    """spaCy's pipelines as they come, each over the texts of its language."""

    def __init__(self) -> None:
        import spacy

        warnings.filterwarnings("ignore", message=r".*W095.*")
        self._pipelines = {lang: spacy.load(installed(lang)) for lang in MODELS}

    def __call__(self, coded: Iterable[CodedReport]) -> None:
        found = list(coded)
        for lang in LANGUAGES:
            texts = [one.text for one in found if one.lang == lang]
            for _ in self._pipelines[lang].pipe(texts):
                pass


def measured(runs: dict[str, Callable[[], object]], times: int) -> dict[str, float]:
    """Median processor time of each, in seconds, taken in turn; the first round does not count."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for n in range(times + 1):
        for name, run in runs.items():
            start = time.process_time()
            run()
            if n:
                taken[name].append(time.process_time() - start)
    return {name: median(found) for name, found in taken.items()}


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--limit", type=int, default=None, help="Take so many reports.")
@click.option("--times", type=int, default=5, show_default=True, help="Runs to take medians of.")
def main(paths: tuple[str, ...], limit: int | None, times: int) -> None:
    """Measure PATHS, or the mixed stream of the repository."""
    gated, ungated, stock = Coder(), Coder(gate=False), Stock()
    ungated._pipelines, ungated._resolver = gated._pipelines, gated.resolver  # loaded once
    if paths:
        reports = list(islice(read(paths, set_aside=print), limit))
        coded = list(ungated.stream(reports, set_aside=print))
        crisis = [one for one in coded if len(one.events) >= _CRISIS * one.text.count(". ") > 0]
        mixed = coded
    else:
        crisis, quiet = (
            list(ungated.stream(read([str(path)], set_aside=print), set_aside=print))
            for path in (EXAMPLES, QUIET)
        )
        mixed = crisis + list(islice(cycle(quiet), len(crisis)))
    for name, stream in (("mixed stream", mixed), ("crisis news", crisis)):
        total: Counter[str] = Counter()
        for lang in LANGUAGES:
            if some := [one for one in stream if one.lang == lang]:
                figures = measure(some, gated, ungated, stock, times)
                tell(f"{name}, {lang}", figures)
                total.update(figures)
        tell(name, total)


def measure(
    stream: list[CodedReport], gated: Coder, ungated: Coder, stock: Stock, times: int
) -> dict[str, float]:
    """Seconds of each, and how many events the two coders found."""
    reports: list[Report] = [one.report for one in stream]
    events = {"kept": 0, "all": 0}

    def coding(coder: Coder, which: str) -> None:
        found = coder.stream(reports, only_events=True)
        events[which] = sum(len(one.events) for one in found)

    taken = measured(
        {
            "gated": lambda: coding(gated, "kept"),
            "ungated": lambda: coding(ungated, "all"),
            "stock": lambda: stock(stream),
        },
        times,
    )
    return {**taken, **events, "reports": len(reports)}


def tell(name: str, figures: Mapping[str, float]) -> None:
    """One line of figures."""
    print(
        f"{name}: {figures['reports']} reports, {figures['kept']} of {figures['all']} events; "
        f"{figures['reports'] / figures['gated']:.1f} reports/s; "
        f"{figures['stock'] / figures['gated']:.2f} times spaCy alone, "
        f"{figures['ungated'] / figures['gated']:.2f} times without the gate",
        flush=True,
    )


if __name__ == "__main__":
    main()
