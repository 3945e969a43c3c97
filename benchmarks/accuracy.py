"""Figures for docs/accuracy.md: a round in one line, events drawn at random for reading, speed.

    python benchmarks/accuracy.py round GOLD_FOLDER --name "7 silence"
    python benchmarks/accuracy.py draw CORPUS.jsonl --number 150 --seed 7 > sheet.csv
    python benchmarks/accuracy.py read sheet.csv
    python benchmarks/accuracy.py speed GOLD_FOLDER/news_en.jsonl

Gold and corpora are other people's text; they, and the sheets drawn from them, stay outside the
repository. Figures may come in.
"""

from __future__ import annotations

import csv
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, repeat
from pathlib import Path
from typing import TypeVar

import click

from statuquo.errors import InputError
from statuquo.evaluation import MacroF1, Rates, Scores, evaluate, read_gold, told
from statuquo.events import Coder
from statuquo.reports import Report, read

COLUMNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("relations", "plv_relations", ("macro_f1", "quad_macro_f1")),
    ("records", "plover_gsr_en", ("type_recall", "triple_recall")),
    *(
        (
            f"news {lang}",
            f"news_{lang}",
            ("triple", "type", "silent_where_none", "modality_right", "speaker_right"),
        )
        for lang in ("fr", "en", "es")
    ),
    ("protest es", "petrarch_es", ("type", "type_and_actor")),
)
"""The columns of the table: heading, file, measures."""
VERDICTS = {
    "r": "right",
    "p": "right type, wrong party",
    "w": "wrong",
    "s": "should be silent",
}
SHEET = ("verdict", "event", "sentence", "why", "type", "id")
ROUNDS = 10
"""How often a file is coded for its speed."""
Z = 1.96
"""Standard deviations to either side that hold 95% of a normal distribution."""

T = TypeVar("T")


@click.group(help=__doc__)
def accuracy() -> None:
    pass


@accuracy.command("round")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--name", default="", help="What the round was about.")
@click.option("--head", is_flag=True, help="Print the head of the table before it.")
def measure(folder: Path, name: str, head: bool) -> None:
    """Score all gold files of a folder, and print one line of the table of rounds."""
    if head:
        print(line_of(["day", "round", *(column for column, _, _ in COLUMNS)]))
        print(line_of(["---"] * (len(COLUMNS) + 2)))
    print(line_of([f"{datetime.now(tz=UTC):%Y-%m-%d}", name, *cells_of(Coder(), folder)]))


@accuracy.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--number", default=150, help="How many events.")
@click.option("--seed", required=True, type=int, help="The same seed draws the same events.")
@click.option("--reports", type=int, help="Code so many reports, drawn at random, not all.")
def draw(paths: tuple[str, ...], number: int, seed: int, reports: int | None) -> None:
    """Code reports, and print events drawn at random as a sheet on which to note verdicts.

    The verdicts are r (right in type and parties), p (right type, wrong party), w (wrong) and s
    (should be silent).
    """
    chance = random.Random(seed)
    found: Iterable[Report] = read(list(paths), set_aside=tell)
    if reports:
        found = sampled(found, reports, chance)
    coded = Coder().stream(found, set_aside=tell)
    drawn = sampled((event for one in coded for event in one.events), number, chance)
    sheet = csv.DictWriter(sys.stdout, SHEET, lineterminator="\n")
    sheet.writeheader()
    for event in drawn:
        shown = told(event)
        sheet.writerow(
            {
                "verdict": "",
                "event": shown.event,
                "sentence": event.evidence.sentence,
                "why": shown.why,
                "type": event.type,
                "id": event.id,
            }
        )


@accuracy.command("read")
@click.argument("sheet", type=click.File(encoding="utf-8"))
def tally(sheet: Iterable[str]) -> None:
    """Count the verdicts of a sheet: in all, and the worst types."""
    rows = list(csv.DictReader(sheet))
    verdicts = Counter(row["verdict"].strip().lower() for row in rows)
    unknown = set(verdicts) - set(VERDICTS)
    if unknown:
        blank = f"{verdicts['']} rows without verdict; " if "" in unknown else ""
        sys.exit(f"{blank}a verdict is one of {', '.join(VERDICTS)}")
    for letter, meaning in VERDICTS.items():
        low, high = interval(verdicts[letter], len(rows))
        share = verdicts[letter] / len(rows)
        print(f"{meaning:<24} {verdicts[letter]:>4} {share:7.1%}  ({low:.0%} to {high:.0%})")
    wrong = Counter(row["type"] for row in rows if row["verdict"].strip().lower() != "r")
    in_all = Counter(row["type"] for row in rows)
    print("most often wrong:", ", ".join(f"{t} {n}/{in_all[t]}" for t, n in wrong.most_common(5)))


@accuracy.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def speed(gold: Path) -> None:
    """Sentences a second, in one process, without the time of loading."""
    sentences = read_gold(gold).sentences
    reports = [Report(text=one.text, id=one.id, date=one.date, lang=one.lang) for one in sentences]
    coder = Coder()
    for _ in coder.stream(reports, set_aside=tell):
        pass  # loads the models, and fills the caches as they are in any long run
    begin, processor = time.perf_counter(), time.process_time()
    for _ in coder.stream(chain.from_iterable(repeat(reports, ROUNDS)), set_aside=tell):
        pass
    number = len(reports) * ROUNDS
    wall, own = time.perf_counter() - begin, time.process_time() - processor
    print(f"{number / wall:.0f} sentences a second, {number / own:.0f} a second of processor time")


def cells_of(coder: Coder, folder: Path) -> Iterator[str]:
    """The figures of each column of the table; a dash where the folder lacks its file."""
    for _, stem, names in COLUMNS:
        path = folder / f"{stem}.jsonl"
        if path.exists():
            scores = evaluate(coder, read_gold(path), set_aside=tell)
            yield " / ".join(figure(scores, one) for one in names)
        else:
            yield "–"


def figure(scores: Scores, name: str) -> str:
    """A measure as the table has it: F1, share or mean, without the zero."""
    one = scores.measures[name]
    value = one.f1 if isinstance(one, Rates) else one.value
    if value is None:
        return "–"
    return f"{value:.{4 if isinstance(one, MacroF1) else 3}f}".removeprefix("0")


def sampled(items: Iterable[T], number: int, chance: random.Random) -> Sequence[T]:
    """So many items, each as likely as any other, from a stream of unknown length."""
    held: list[T] = []
    for place, item in enumerate(items):
        if place < number:
            held.append(item)
        elif (spot := chance.randrange(place + 1)) < number:
            held[spot] = item
    chance.shuffle(held)
    return held


def interval(right: int, of: int) -> tuple[float, float]:
    """Where the true share lies with a probability of 95%, after Wilson."""
    if not of:
        return 0.0, 1.0
    share, square = right / of, Z * Z / of
    middle = share + square / 2
    spread = Z * math.sqrt((share * (1 - share) + square / 4) / of)
    return (middle - spread) / (1 + square), (middle + spread) / (1 + square)


def line_of(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def tell(problem: InputError) -> None:
    print(problem, file=sys.stderr)


if __name__ == "__main__":
    accuracy()
