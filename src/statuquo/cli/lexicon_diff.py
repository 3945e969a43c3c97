"""``statuquo lexicon diff``: what a change of the lexicon does to the events of real reports."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from statuquo.cli.options import debug_option, lang_option, quiet_option
from statuquo.cli.runs import STDIN
from statuquo.cli.score_tables import confusion_table
from statuquo.cli.steps import Steps
from statuquo.cli.streams import complain, console, one_line
from statuquo.reports.model import LANGUAGES

if TYPE_CHECKING:
    from statuquo.errors import InputError
    from statuquo.evaluation import Change, Confusion
    from statuquo.events import Coder, Event
    from statuquo.reports.model import Language, Report

INSTALLED = "installed"
_KINDS = ("gained", "lost", "recoded")
_AT_ONCE = 64
"""Reports that are held and coded by both versions before the next are read."""


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.argument("paths", metavar="PATH|-...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@lang_option
@quiet_option
@debug_option
def diff(
    *,
    first: str,
    second: str,
    paths: tuple[str, ...],
    as_json: bool,
    lang: Language | None,
    quiet: bool,
) -> None:
    """Show the events that version B of the lexicon gains, loses and recodes against version A.

    A and B are folders of data that hold lexicon/, or such a lexicon itself, with a folder for each
    language; "installed" is the one in use. A language that a folder lacks is taken from the
    installed one. PATH is what "statuquo code" reads.

    \b
    Examples:
      statuquo lexicon diff installed my-lexicon/ reports/
      statuquo lexicon diff ../before/src/statuquo/data installed archive.jsonl --json
    """
    coders = tuple(_coder_of(name) for name in (first, second))
    with Steps(None, quiet=quiet) as steps:
        changes = list(_changes(coders, paths, lang, steps))
    if not steps.done:
        if not steps.aside:
            complain(f"{', '.join(paths)}: holds no report; give text, HTML or JSON Lines")
        raise click.exceptions.Exit(2)
    if as_json:
        print(json.dumps(_as_object(changes, steps.done), ensure_ascii=False, indent=2))
    else:
        _show(changes)
    if not quiet:
        numbers = Counter(str(change.kind) for change in changes)
        told = ", ".join(f"{numbers[kind]} {kind}" for kind in _KINDS)
        aside = f", {steps.aside} set aside" if steps.aside else ""
        reports = f"{steps.done} report{'' if steps.done == 1 else 's'}"
        complain(f"{reports} coded twice{aside}: {told}")


def _coder_of(name: str) -> Coder:
    """A coder with the lexicon of that name.

    Raises:
        click.UsageError: there is no such lexicon.
        DataError: something in it is wrong.
    """
    from statuquo.events import Coder, Lexicon

    if name == INSTALLED:
        return Coder()
    inside = Path(name) / "lexicon"
    folder = inside if inside.is_dir() else Path(name)
    there = [one for one in LANGUAGES if any((folder / one).glob("*.toml"))]
    if not there:
        raise click.UsageError(
            f"{name} holds no lexicon: name a folder with {', '.join(LANGUAGES)} in it, the folder "
            f"above it, or {INSTALLED!r}."
        )
    return Coder(lexicons={one: Lexicon.load(one, folder=folder) for one in there})


def _changes(
    coders: Iterable[Coder], paths: tuple[str, ...], lang: Language | None, steps: Steps
) -> Iterator[Change]:
    """Every change, report by report; a report that cannot be read is told once."""
    from statuquo.evaluation import compare
    from statuquo.reports import read

    before, after = coders
    stdin = sys.stdin.buffer if STDIN in paths else None
    reports = read(paths, stdin=stdin, set_aside=steps.set_aside, notice=steps.tell)
    with_language = (replace(one, lang=lang) if lang and not one.lang else one for one in reports)
    while some := list(islice(with_language, _AT_ONCE)):
        set_aside = _once(steps.set_aside)
        was, is_ = (_coded(coder, some, set_aside) for coder in (before, after))
        for place in sorted(was.keys() & is_.keys()):
            yield from compare(was[place], is_[place])
            steps.step()


def _coded(
    coder: Coder, reports: Sequence[Report], set_aside: Callable[[InputError], None]
) -> dict[int, tuple[Event, ...]]:
    """The events of each report that can be coded, by its place among them."""
    places = {id(report): place for place, report in enumerate(reports)}
    coded = coder.stream(reports, set_aside=set_aside)
    return {places[id(one.report)]: one.events for one in coded}


def _once(tell: Callable[[InputError], None]) -> Callable[[InputError], None]:
    """Tells each problem once, though both versions meet it."""
    heard: set[str] = set()

    def told(problem: InputError) -> None:
        if str(problem) not in heard:
            heard.add(str(problem))
            tell(problem)

    return told


def _summary(changes: Sequence[Change]) -> list[dict[str, str | int]]:
    """How many events of each language and type came, went and changed; of the type they had."""
    from statuquo.evaluation import TYPES

    numbers: Counter[tuple[str, ...]] = Counter(
        (one.event.lang, one.event.type, one.kind) for one in changes
    )
    keys = dict.fromkeys((lang, kind) for lang in LANGUAGES for kind in TYPES)
    return [
        {"lang": lang, "type": str(kind), **{one: numbers[lang, kind, one] for one in _KINDS}}
        for lang, kind in keys
        if any(numbers[lang, kind, one] for one in _KINDS)
    ]


def _recoded(changes: Sequence[Change]) -> Confusion:
    """From which type to which the recoded events went."""
    from statuquo.evaluation import TYPES, Confusion

    pairs = [
        (str(one.before.type), str(one.after.type))
        for one in changes
        if one.before and one.after and one.before.type is not one.after.type
    ]
    return Confusion.of(pairs, TYPES)


def _as_object(changes: Sequence[Change], reports: int) -> dict[str, Any]:
    return {
        "reports": reports,
        "summary": _summary(changes),
        "types": _recoded(changes).to_dict(),
        "changes": [change.to_dict() for change in changes],
    }


def _show(changes: Sequence[Change]) -> None:
    from rich.table import Table
    from rich.text import Text

    from statuquo.evaluation import told

    screen = console(sys.stdout)
    for change in changes:
        parts = f" in {', '.join(change.differs_in)}" if change.differs_in else ""
        heading = f"{change.kind}{parts} ({change.event.lang}, {change.event.report_id})"
        screen.print(Text(one_line(heading), style="bold"), soft_wrap=True)
        screen.out(f"  {one_line(change.event.evidence.sentence)}", highlight=False)
        for sign, style, event in (("-", "red", change.before), ("+", "green", change.after)):
            if event is not None:
                shown = told(event)
                line = f"  {sign} {one_line(shown.event)}"
                screen.print(Text(line, style=style), soft_wrap=True)
                screen.out(f"      {one_line(shown.why)}", highlight=False)
        screen.print()
    table = Table(box=None, pad_edge=False)
    for head in ("language", "type"):
        table.add_column(head)
    for head in _KINDS:
        table.add_column(head, justify="right")
    for row in _summary(changes):
        table.add_row(*(str(value) for value in row.values()))
    screen.print(table if changes else "no difference")
    if _recoded(changes).counts:
        screen.print()
        screen.print(confusion_table("was ↓  is →", _recoded(changes), cut=True))
