"""``statuquo explain``: why an event was coded so."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from statuquo.cli.marking import Mark, bracketed, segments
from statuquo.cli.options import DEFAULT_STORE, debug_option, store_option
from statuquo.cli.streams import console, one_line, printable

if TYPE_CHECKING:
    from rich.console import Console

    from statuquo.entities.model import Party
    from statuquo.events import CodedReport, Event
    from statuquo.events.record import Amendment

_STYLES = {"act": "reverse", "actor": "green", "recipient": "magenta", "said by": "cyan"}
_AROUND = 40


@click.command()
@click.argument("event_id", metavar="EVENT_ID")
@store_option
@debug_option
def explain(event_id: str, store: str | None) -> None:
    """Show why an event was coded so: its sentence, its parties, the rule that made it.

    EVENT_ID is the "id" of an event, or as much of its beginning as tells it apart; the report must
    be in the store (statuquo add).

    \b
    Examples:
      statuquo explain e-6fd0f79e7f9d8ef9
      statuquo explain e-6fd0 --store libya.sqlite
    """
    from statuquo.store import Store

    with Store.open(store or DEFAULT_STORE, create=False) as kept:
        event = kept.event(event_id)
        report = kept.report(event.report_id)
    show(event, report, console(sys.stdout))


def show(event: Event, coded: CodedReport, screen: Console) -> None:
    """Print the sentence with its marks, and below it one line for each thing that was decided."""
    sentence, marks = event.evidence.sentence, list(_marks(event))
    decisions = [(label, one_line(value)) for label, value in _decisions(event, coded)]
    if screen.color_system and not screen.no_color:
        _show_coloured(sentence, marks, decisions, screen)
    else:
        screen.out(one_line(bracketed(sentence, marks)), end="\n\n", highlight=False)
        for label, value in decisions:
            screen.out(f"{label:<12}{value}", highlight=False)


def _show_coloured(
    sentence: str, marks: list[Mark], decisions: list[tuple[str, str]], screen: Console
) -> None:
    from rich.table import Table
    from rich.text import Text

    text = Text()
    for piece, labels in segments(sentence, marks):
        text.append(printable(piece), style=_STYLES[labels[0]] if labels else "")
    rows = Table.grid(padding=(0, 2))
    for label, value in decisions:
        rows.add_row(Text(label, style=_STYLES.get(label, "dim")), Text(value, overflow="fold"))
    screen.print(text, end="\n\n")
    screen.print(rows)


def _marks(event: Event) -> Iterator[Mark]:
    origin = event.evidence.start
    trigger = event.evidence.trigger
    yield Mark(start=trigger.start - origin, end=trigger.end - origin, label="act")
    for label, party in _parties(event):
        yield Mark(start=party.start - origin, end=party.end - origin, label=label)


def _parties(event: Event) -> Iterator[tuple[str, Party]]:
    for party in event.actors:
        yield "actor", party
    for party in event.recipients:
        yield "recipient", party
    for item in event.attribution:
        yield "said by", item.speaker


def _decisions(event: Event, coded: CodedReport) -> Iterator[tuple[str, str]]:
    verbs = {item.speaker: _saying(item.verb, item.quoted) for item in event.attribution}
    mode = f" {event.mode}" if event.mode else ""
    yield "type", f"{event.type}{mode}, {event.quad}, {event.score:+g} on the PLOVER scale"
    told = f"{event.act}, told as {event.modality}"
    yield "act", told if event.act == event.type else f"{told}: this makes it {event.type}"
    for label, party in _parties(event):
        saying = verbs.get(party, "") if label == "said by" else ""
        yield label, _described(party, event, coded) + saying
    if not event.attribution:
        yield "said by", "the report itself"
    yield "when", _dated(event)
    if event.location:
        country = f" ({event.location.country})" if event.location.country else ""
        yield "where", event.location.name + country
    if event.contexts:
        yield "contexts", ", ".join(event.contexts)
    yield "rule", event.why
    yield "confidence", f"{event.confidence:.2f}"
    about = coded.report
    origin = (about.title, about.outlet, about.date, about.url or about.source)
    yield "report", " · ".join([about.id, *(part for part in origin if part)])
    yield "event", event.id
    if event.correction:
        yield "corrected", _corrected(event.correction)
    yield "coded by", event.version


def _described(party: Party, event: Event, coded: CodedReport) -> str:
    code = " ".join(part for part in (party.country, party.sector) if part)
    named = f"{party.name} ({code})" if code else party.name
    evidence = event.evidence
    if evidence.start <= party.start and party.end <= evidence.end:
        return named
    before = coded.text[max(0, party.start - _AROUND) : party.start]
    after = coded.text[party.end : party.end + _AROUND]
    return f"{named}, named elsewhere in the report: …{before}[{party.text}]{after}…"


def _saying(verb: str | None, quoted: bool) -> str:
    return (f", {verb}" if verb else "") + (", in quotation marks" if quoted else "")


def _corrected(mark: Amendment) -> str:
    """Who corrected it, and what the coder had said."""
    told = f"{mark.kind}, {mark.at}" + (f", by {mark.by}" if mark.by else "")
    if mark.note:
        told += f" ({mark.note})"
    if mark.coded is None:
        return f"{told}; the coder had not found it"
    sides = (", ".join(p.name for p in side) for side in (mark.coded.actors, mark.coded.recipients))
    before = " -> ".join(side or "-" for side in sides)
    return f"{told}; the coder had said {mark.coded.type} {before} [{mark.coded.modality}]"


def _dated(event: Event) -> str:
    if event.date is None:
        return "not known"
    return f"{event.date}, " + (
        "as the text tells" if event.date_from == "text" else "the day of the report"
    )
