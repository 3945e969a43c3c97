"""Scores on the screen: the figures with their counts, the confusions, the faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from statuquo.cli.streams import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from statuquo.evaluation import Confusion, Fault, Measure, Scores

_NOTHING = "·"
_SHORT = 4
"""Letters that tell the types apart at the head of a column."""
_WIDEST = 100
_DIGITS_OF_MEANS = 4
_NAMES = {
    "triple": "type and parties",
    "type": "type",
    "quad": "quad class",
    "type_and_actor": "type and actor",
    "silent_where_none": "silent where there is none",
    "modality_right": "modality right",
    "speaker_right": "speaker right",
    "type_recall": "type found",
    "triple_recall": "type and parties found",
    "coded": "anything coded",
    "macro_f1": "macro-F1 of types",
    "quad_macro_f1": "macro-F1 of quad classes",
    "accuracy": "type right",
    "answered": "anything answered",
}


def show(scores: Scores, screen: Console, *, errors: int = 0) -> None:
    """Print the scores of one gold file.

    Args:
        scores: what to print.
        screen: where; a narrow one is overrun rather than its tables cut.
        errors: misses, and false alarms, of each type to show.
    """
    from rich.text import Text

    screen.width = max(screen.width, _WIDEST)
    heading = f"{scores.name}: {scores.sentences} {scores.form}"
    screen.print(Text(one_line(heading), style="bold"), end="\n\n", soft_wrap=True)
    tables = [
        _summary(scores),
        _by_type(scores),
        confusion_table("gold ↓  coded →", scores.types, cut=True),
    ]
    if scores.modality and scores.modality.counts:
        tables.append(confusion_table("told: gold ↓  coded →", scores.modality))
    if scores.speakers and scores.speakers.counts:
        tables.append(confusion_table("said: gold ↓  coded →", scores.speakers))
    for table in tables:
        screen.print(table)
        screen.print()
    _show_faults(scores, screen, errors)


def _table(first: str, heads: Iterable[str]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(first, no_wrap=True)
    for head in heads:
        table.add_column(head, justify="right", no_wrap=True)
    return table


def _summary(scores: Scores) -> Table:
    """Rates, shares and means, with columns only for what one of them has."""
    from statuquo.evaluation import Rates

    rates = any(isinstance(one, Rates) for one in scores.measures.values())
    others = not all(isinstance(one, Rates) for one in scores.measures.values())
    heads = [
        *(("precision", "recall", "F1") if rates else ()),
        *(("figure",) if others else ()),
        "right",
        *(("coded",) if rates else ()),
        "of",
    ]
    table = _table("", heads)
    for name, one in scores.measures.items():
        cells = _cells(one)
        table.add_row(_NAMES[name], *(cells.get(head, "") for head in heads))
    return table


def _by_type(scores: Scores) -> Table:
    """A line a type: how many, and for each measure how many are right."""
    from statuquo.evaluation import Rates

    names = list(next(iter(scores.by_type.values()), {}))
    rates = any(isinstance(one, Rates) for row in scores.by_type.values() for one in row.values())
    counts = ("of", "coded") if rates else ("of",)
    figures = ("right", "precision", "recall", "F1") if rates else ("right", "figure")
    heads = [f"\n{count}" for count in counts]
    for name in names:
        first, *rest = figures
        heads += [f"{_NAMES[name]}\n{first}", *(f"\n{figure}" for figure in rest)]
    table = _table("by type", heads)
    for kind, row in scores.by_type.items():
        cells = {name: _cells(one) for name, one in row.items()}
        common = cells[names[0]]
        table.add_row(
            str(kind),
            *(common[count] for count in counts),
            *(cells[name][figure] for name in names for figure in figures),
        )
    return table


def _cells(measure: Measure) -> dict[str, str]:
    """The figures of a measure by the head of their column."""
    from statuquo.evaluation import Rates, Share

    if isinstance(measure, Rates):
        return {
            "precision": f"{measure.precision:.3f}",
            "recall": f"{measure.recall:.3f}",
            "F1": f"{measure.f1:.3f}",
            "right": str(measure.right),
            "coded": str(measure.coded),
            "of": str(measure.gold),
        }
    digits = measure.digits if isinstance(measure, Share) else _DIGITS_OF_MEANS
    figure = "-" if measure.value is None else f"{measure.value:.{digits}f}"
    if isinstance(measure, Share):
        return {"figure": figure, "right": str(measure.right), "of": str(measure.of)}
    return {"figure": figure, "of": f"{len(measure.classes)} classes"}


def confusion_table(title: str, confusion: Confusion, *, cut: bool = False) -> Table:
    """What was coded for what; right cells stand out.

    Args:
        title: head of the first column.
        confusion: the counts.
        cut: shorten the heads of the columns.
    """
    from rich.text import Text

    heads = [column[:_SHORT] if cut else column for column in confusion.columns]
    table = _table(title, heads)
    for row in confusion.rows:
        cells = []
        for column in confusion.columns:
            number = confusion.counts.get((row, column), 0)
            style = "bold" if row == column else "" if number else "dim"
            cells.append(Text(str(number) if number else _NOTHING, style=style))
        table.add_row(row, *cells)
    return table


def _show_faults(scores: Scores, screen: Console, most: int) -> None:
    from rich.text import Text

    shown = scores.first_faults(most)
    numbers = Counter((fault.type, fault.kind) for fault in scores.faults)
    for kind in dict.fromkeys(fault.type for fault in shown):
        misses, alarms = numbers[kind, "miss"], numbers[kind, "false alarm"]
        told = f"{kind}: {_counted(misses, 'miss', 'misses')}"
        told += f", {_counted(alarms, 'false alarm', 'false alarms')}" if alarms else ""
        screen.print(Text(told, style="bold"))
        for fault in shown:
            if fault.type == kind:
                for line in _fault_lines(fault):
                    screen.out(line, highlight=False)
        screen.print()


def _fault_lines(fault: Fault) -> Sequence[str]:
    lines = [f"  {fault.kind}, {fault.id}: {fault.text}"]
    if fault.expected:
        lines.append(f"    gold: {fault.expected}")
        lines += [] if fault.coded else ["    coded: nothing"]
    for told in fault.coded:
        lines += [f"    coded: {told.event}", f"      {told.why}"]
    return [" " * (len(line) - len(line.lstrip())) + one_line(line) for line in lines]


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
