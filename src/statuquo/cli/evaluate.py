"""``statuquo evaluate``: how right the coder is on sentences that were coded by hand."""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from statuquo.cli.options import Output, debug_option, quiet_option
from statuquo.cli.score_tables import show
from statuquo.cli.steps import Steps
from statuquo.cli.streams import complain, console

if TYPE_CHECKING:
    from statuquo.evaluation import GoldFile, Judged, Measure, Scores

_COLUMNS = (
    "file", "form", "measure", "type", "precision", "recall", "f1", "share", "macro_f1", "right",
    "coded", "of",
)  # fmt: skip


@click.command()
@click.argument(
    "paths",
    metavar="[GOLD...]",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
)
@click.option(
    "--store",
    metavar="FILE|URL",
    help="Score against the corrections that were made at the desk over this store.",
)
@click.option(
    "--errors",
    metavar="N",
    type=click.IntRange(min=0),
    default=0,
    help="Also show N misses and N false alarms of each type, with the rules that made them.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--csv", "table", type=Output(), metavar="FILE", help="Also write every figure as a table."
)
@quiet_option
@debug_option
def evaluate(
    *,
    paths: tuple[Path, ...],
    store: str | None,
    errors: int,
    as_json: bool,
    table: Path | None,
    quiet: bool,
) -> None:
    """Score the coder against gold files: sentences with the events that they hold.

    GOLD is JSON Lines, or a folder of such files (.jsonl). A file has one of four forms, told by
    its fields: all events of each sentence ("events" with codes), one event a sentence ("actors",
    "recipients"), events with the words of their actors ("events" without codes), or the relation
    between two marked parties ("actor", "recipient"). docs/accuracy.md shows them.

    With --store the gold are the sentences that people corrected at the desk, and the coder reads
    them in their whole reports, anew.

    \b
    Examples:
      statuquo evaluate gold/news_fr.jsonl
      statuquo evaluate gold/ --errors 5 | less
      statuquo evaluate gold/ --json | jq '.scores[] | {file, measures}'
      statuquo evaluate gold/ --csv figures.csv
      statuquo evaluate --store libya.sqlite
    """
    from statuquo.events import Coder

    if not paths and store is None:
        raise click.UsageError("name gold files, or a --store whose corrections are the gold.")
    files = list(_read(paths))
    sentences = _corrected(store) if store else []
    coder = Coder()
    scores, rate = _scored(coder, files, sentences, store or "", quiet)
    if table:
        _write_table(table, scores)
    if as_json:
        found = [one.to_dict(errors=errors) for one in scores]
        print(json.dumps({"version": coder.version, "scores": found}, ensure_ascii=False, indent=2))
    else:
        screen = console(sys.stdout)
        for one in scores:
            show(one, screen, errors=errors)
    if not quiet:
        complain(rate)


def _read(paths: Sequence[Path]) -> Iterator[GoldFile]:
    """All gold files, read and checked before any work is done."""
    from statuquo.evaluation import read_gold

    for path in paths:
        inside = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        if not inside:
            raise click.UsageError(f"the folder {path} holds no .jsonl file.")
        yield from (read_gold(one) for one in inside)


def _corrected(place: str) -> list[Judged]:
    """The sentences of a store that were corrected.

    Raises:
        StoreError: there is none.
    """
    from statuquo.errors import StoreError
    from statuquo.evaluation import judged
    from statuquo.store import Store

    with Store.open(place, create=False) as kept:
        standing = kept.corrections()
        reports = [kept.report(name) for name in dict.fromkeys(c.report_id for c in standing)]
        found = judged(reports, standing)
        if not found:
            raise StoreError(
                f"{kept.name}: nothing is corrected yet; correct events at the desk: statuquo serve"
            )
    return found


def _scored(
    coder: Any, files: Sequence[GoldFile], sentences: Sequence[Judged], store: str, quiet: bool
) -> tuple[list[Scores], str]:
    """The scores of each file and of the corrections, and the run in one line.

    Raises:
        click.exceptions.Exit: no sentence could be coded.
    """
    from statuquo.evaluation import evaluate as scores_of
    from statuquo.evaluation import evaluate_corrections

    begin = time.perf_counter()
    number = len(sentences) + sum(len(gold.sentences) for gold in files)
    with Steps(number, quiet=quiet) as steps:
        scores = [
            scores_of(coder, gold, set_aside=steps.set_aside, done=steps.step) for gold in files
        ]
        if sentences:
            # The URL of a database may hold a password.
            name = f"corrections of {'the store' if '://' in store else store}"
            scores.append(
                evaluate_corrections(
                    coder, sentences, name=name, set_aside=steps.set_aside, done=steps.step
                )
            )
    if not steps.done:
        raise click.exceptions.Exit(2)
    aside = f", {steps.aside} set aside" if steps.aside else ""
    speed = steps.done / (time.perf_counter() - begin)
    told = f"{steps.done} sentence{'' if steps.done == 1 else 's'}"
    return scores, f"{told} scored{aside}, {speed:.0f} a second with loading"


def _write_table(path: Path, scores: Sequence[Scores]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, _COLUMNS, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        table.writeheader()
        table.writerows(row for one in scores for row in _rows(one))


def _rows(scores: Scores) -> Iterator[dict[str, Any]]:
    """One row a figure: those of the whole file, then those of each type."""
    for name, one in scores.measures.items():
        yield {"file": scores.name, "form": scores.form, "measure": name, **_cells(one)}
    for kind, figures in scores.by_type.items():
        for name, one in figures.items():
            named = {"file": scores.name, "form": scores.form, "measure": name, "type": str(kind)}
            yield {**named, **_cells(one)}


def _cells(measure: Measure) -> dict[str, Any]:
    cells = {"of" if name == "gold" else name: value for name, value in measure.to_dict().items()}
    return {name: value for name, value in cells.items() if name in _COLUMNS}
