"""Corrections: what people say of coded events, kept apart from the coding and put over it.

A correction is tied to a report and to the words of it that were marked, never to the id of an event,
which changes with the lexicon. So it holds when the report is coded anew, and where its words tell no
such event any more it says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from statuquo.entities.model import Party
from statuquo.events.record import (
    Amendment,
    CodedReport,
    Coding,
    CorrectionKind,
    Event,
    Evidence,
    Span,
    content_id,
)

KINDS: tuple[CorrectionKind, ...] = ("wrong", "changed", "added")
State = Literal["applied", "agreed", "unfound", "undone"]
"""Whether a correction holds; whether the coder now says the same of itself; whether its words or its
event are there no more; whether somebody took it back."""

BY_HAND = "by hand"
_ALIKE = 2
"""Of type, actors and recipients, so many must still be those that were corrected: a lexicon that
mends one of them leaves the correction its event, one that reads something else does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says of an event.

    Args:
        id: hash of report, words, what is said, by whom and when.
        report_id: the report it is about.
        kind: the event is ``wrong``, was ``changed``, or was missed by the coder and ``added``.
        evidence: the sentence and the words that tell the event, as the report had them.
        event_id: the event's id when it was corrected; of an added one, the id that it bears.
        coded: what the coder had said; None for an added event.
        right: what the person says; None for a wrong event.
        beside: what else the coder had said at the same words, and the person let stand.
        at: when, ISO 8601 in UTC.
        by: who, as they wrote it, or None.
        note: why, as they wrote it, or None.
        instead_of: id of the correction that it takes the place of, or None.
        undone: when it was taken back, or None while it stands.
        undone_by: who took it back, or None.
    """

    id: str
    report_id: str
    kind: CorrectionKind
    evidence: Evidence
    event_id: str
    coded: Coding | None = None
    right: Coding | None = None
    beside: tuple[Coding, ...] = ()
    at: str
    by: str | None = None
    note: str | None = None
    instead_of: str | None = None
    undone: str | None = None
    undone_by: str | None = None

    def amendment(self, coded: Coding | None) -> Amendment:
        """The mark that a corrected event bears.

        Args:
            coded: what the coder says of it now.
        """
        return Amendment(
            id=self.id, kind=self.kind, at=self.at, by=self.by, note=self.note, coded=coded
        )

    def replaces(self, other: Correction) -> bool:
        """Whether it takes the place of another one: it says so, or is about the same event."""
        if self.instead_of == other.id:
            return True
        if (self.report_id, self.evidence) != (other.report_id, other.evidence):
            return False
        if "added" in (self.kind, other.kind):
            return self.event_id == other.event_id
        return self.coded == other.coded

    def to_dict(self) -> dict[str, Any]:
        """An item of the API's list."""
        return {
            "id": self.id,
            "report_id": self.report_id,
            "kind": self.kind,
            "event_id": self.event_id,
            "evidence": self.evidence.to_dict(),
            "coded": self.coded.to_dict() if self.coded else None,
            "right": self.right.to_dict() if self.right else None,
            "at": self.at,
            "by": self.by,
            "note": self.note,
            "undone": self.undone,
            "undone_by": self.undone_by,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a correction.

    Args:
        correction: which.
        state: whether it holds.
        event: the event as it is shown now (for a wrong one, as the coder had it); None where
            there is none.
    """

    correction: Correction
    state: State
    event: Event | None = None


def as_coded(coded: CodedReport) -> CodedReport:
    """A report as the coder read it, whatever was corrected since."""
    if coded.uncorrected is None:
        return coded
    return replace(coded, events=coded.uncorrected, uncorrected=None)


def corrected(coded: CodedReport, corrections: Iterable[Correction]) -> CodedReport:
    """A report with the corrections that are about it.

    Args:
        coded: the report, corrected already or not.
        corrections: in any order; those of other reports and those taken back count for nothing.

    Returns:
        The report with its events as people say they are, and the coder's beside them.

    >>> from statuquo.reports.model import Report
    >>> page = CodedReport(report=Report(text="Calm."), text="Calm.", lang="en")
    >>> corrected(page, []) == page
    True
    """
    return settle(coded, corrections)[0]


def settle(
    coded: CodedReport, corrections: Iterable[Correction]
) -> tuple[CodedReport, tuple[Outcome, ...]]:
    """A report with its corrections, and what became of each.

    Args:
        coded: the report, corrected already or not.
        corrections: in any order; those of other reports are left out.

    Returns:
        The report, and an outcome for each correction about it, in the order they were made.
    """
    raw = as_coded(coded)
    about = sorted(
        (one for one in corrections if one.report_id == raw.report.id),
        key=lambda one: (one.at, one.id),
    )
    live = [one for one in about if one.undone is None]
    found = _targets(raw, live)
    told: dict[str, Outcome] = {}
    events: list[Event] = []
    for place, event in enumerate(raw.events):
        shown = _judged(raw, event, found.get(place), told)
        if shown is not None:
            events.append(shown)
    for one in live:
        if one.kind == "added":
            told[one.id] = _added(raw, one, events)
    outcomes = tuple(
        Outcome(correction=one, state="undone")
        if one.undone is not None
        else told.get(one.id, Outcome(correction=one, state="unfound"))
        for one in about
    )
    if tuple(events) == raw.events:
        return raw, outcomes
    return replace(raw, events=tuple(events), uncorrected=raw.events), outcomes


def withdrawn(coded: CodedReport) -> tuple[Event, ...]:
    """The events that the coder found in a report and somebody marked wrong."""
    kept = {event.id for event in coded.events}
    return tuple(event for event in coded.uncorrected or () if event.id not in kept)


def correct_all(
    reports: Iterable[CodedReport], corrections: Iterable[Correction]
) -> Iterator[CodedReport]:
    """Each report with the corrections that are about it, one after the other."""
    by_report: dict[str, list[Correction]] = {}
    for one in corrections:
        by_report.setdefault(one.report_id, []).append(one)
    for coded in reports:
        about = by_report.get(coded.report.id)
        yield corrected(coded, about) if about else coded


def sentence_start(text: str, evidence: Evidence) -> int | None:
    """Where a sentence stands in a text that may have been mended since; None where it is gone.

    Args:
        text: the cleaned text of the report.
        evidence: the sentence as it stood when it was corrected.
    """
    if text[evidence.start : evidence.end] == evidence.sentence:
        return evidence.start
    nearest: int | None = None
    at = text.find(evidence.sentence)
    while at >= 0:
        if nearest is None or abs(at - evidence.start) < abs(nearest - evidence.start):
            nearest = at
        at = text.find(evidence.sentence, at + 1)
    return nearest


def added_id(report_id: str, evidence: Evidence, right: Coding) -> str:
    """The id of an event that a person added."""
    return content_id("e", BY_HAND, report_id, *_told(evidence, right))


def correction_id(correction: Mapping[str, Any]) -> str:
    """The id of a correction, of its fields."""
    right: Coding | None = correction["right"]
    told = _told(correction["evidence"], right) if right else ()
    named = [correction[name] for name in ("report_id", "kind", "event_id", "at", "by", "note")]
    return content_id("c", *named, *told)


def _told(evidence: Evidence, right: Coding) -> tuple[object, ...]:
    return (
        evidence.start, evidence.trigger.start, evidence.trigger.end, right.type, right.modality,
        *((party.name, party.country, party.sector) for party in right.actors), "→",
        *((party.name, party.country, party.sector) for party in right.recipients),
    )  # fmt: skip


def _judged(
    coded: CodedReport, event: Event, correction: Correction | None, told: dict[str, Outcome]
) -> Event | None:
    """An event as it is shown: as it is, changed, or (None) not at all."""
    if correction is None:
        return event
    if correction.right is None:
        mark = correction.amendment(Coding.of(event))
        gone = replace(event, correction=mark)
        told[correction.id] = Outcome(correction=correction, state="applied", event=gone)
        return None
    right = _placed(correction.right, correction.evidence, coded.text)
    if _same(Coding.of(event), right):
        told[correction.id] = Outcome(correction=correction, state="agreed", event=event)
        return event
    shown = replace(
        event,
        **{name: getattr(right, name) for name in Coding.__slots__},
        confidence=1.0,
        correction=correction.amendment(Coding.of(event)),
    )
    told[correction.id] = Outcome(correction=correction, state="applied", event=shown)
    return shown


def _added(coded: CodedReport, correction: Correction, events: list[Event]) -> Outcome:
    """Put an event that was missed among the others, unless the coder finds it by now."""
    start = sentence_start(coded.text, correction.evidence)
    right = correction.right
    if start is None or right is None:
        return Outcome(correction=correction, state="unfound")
    evidence = _moved(correction.evidence, start - correction.evidence.start)
    right = _placed(right, correction.evidence, coded.text)
    for event in events:
        at_it = _overlap(event.evidence.trigger, evidence.trigger) and event.correction is None
        if at_it and _same(Coding.of(event), right):
            return Outcome(correction=correction, state="agreed", event=event)
    same = next((event for event in events if event.id == correction.event_id), None)
    if same is not None:
        return Outcome(correction=correction, state="applied", event=same)
    report = coded.report
    event = Event(
        id=correction.event_id,
        report_id=report.id,
        lang=coded.lang,
        date=report.date,
        date_from="report" if report.date else None,
        **{name: getattr(right, name) for name in Coding.__slots__},
        contexts=(),
        attribution=(),
        location=None,
        evidence=evidence,
        confidence=1.0,
        why=BY_HAND,
        version=BY_HAND,
        correction=correction.amendment(None),
    )
    after = (at for at, one in enumerate(events) if one.evidence.start > evidence.start)
    events.insert(next(after, len(events)), event)
    return Outcome(correction=correction, state="applied", event=event)


def _targets(coded: CodedReport, live: Sequence[Correction]) -> dict[int, Correction]:
    """The correction of each event that has one, by the event's place; the likest pairs first."""
    pairs: list[tuple[int, bool, int, int]] = []
    for which, correction in enumerate(live):
        start = sentence_start(coded.text, correction.evidence)
        if correction.coded is None or start is None:
            continue
        evidence = _moved(correction.evidence, start - correction.evidence.start)
        for place, event in enumerate(coded.events):
            if not _overlap(event.evidence.trigger, evidence.trigger):
                continue
            alike = _alike(correction.coded, Coding.of(event))
            others = (_alike(other, Coding.of(event)) for other in correction.beside)
            if alike >= _ALIKE and alike >= max(others, default=0):
                exact = event.evidence.trigger == evidence.trigger
                pairs.append((-alike, not exact, which, place))
    found: dict[int, Correction] = {}
    taken: set[int] = set()
    for *_, which, place in sorted(pairs):
        if which not in taken and place not in found:
            found[place] = live[which]
            taken.add(which)
    return found


def _alike(one: Coding, other: Coding) -> int:
    """Of type, actors and recipients, how many are the same."""
    return (
        (one.type is other.type)
        + _same_side(one.actors, other.actors)
        + _same_side(one.recipients, other.recipients)
    )


def _same_side(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Whether two lists of parties share one, by its words or its entry in the registry."""
    if not one or not other:
        return not one and not other
    words = {party.text.casefold() for party in one} & {party.text.casefold() for party in other}
    known = {party.entity_id for party in one} & {party.entity_id for party in other}
    return bool(words or known - {None})


def _same(one: Coding, other: Coding) -> bool:
    """Whether two codings say the same, whatever words of the page they found their parties by."""

    def said(coding: Coding) -> tuple[object, ...]:
        sides = (coding.actors, coding.recipients)
        named = (tuple((p.name, p.country, p.sector) for p in side) for side in sides)
        return coding.type, coding.modality, *named

    return said(one) == said(other)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _moved(evidence: Evidence, by: int) -> Evidence:
    trigger = evidence.trigger
    return replace(
        evidence,
        start=evidence.start + by,
        end=evidence.end + by,
        trigger=replace(trigger, start=trigger.start + by, end=trigger.end + by),
    )


def _placed(right: Coding, evidence: Evidence, text: str) -> Coding:
    """A coding whose parties point to their words in the text as it is now."""
    start = sentence_start(text, evidence)
    by = 0 if start is None else start - evidence.start

    def placed(party: Party) -> Party:
        if party.start == party.end:
            # Nothing of the report names it.
            return replace(party, start=evidence.start + by, end=evidence.start + by)
        for at in (party.start + by, party.start, text.find(party.text)):
            if at >= 0 and text[at : at + len(party.text)] == party.text:
                return replace(party, start=at, end=at + len(party.text))
        return replace(party, start=evidence.start + by, end=evidence.start + by)

    return replace(
        right,
        actors=tuple(map(placed, right.actors)),
        recipients=tuple(map(placed, right.recipients)),
    )
