"""What comes out of coding a report: events, and the other findings that the crisis is made of.

Every value carries its `Evidence`: the sentence and the words it rests on. Offsets index the
report's cleaned text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from statuquo.entities.model import Party
from statuquo.reports.model import Language, Report


class EventType(StrEnum):
    """The sixteen PLOVER types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Modality(StrEnum):
    """How the act is told."""

    HAPPENED = "happened"
    INTENDED = "intended"
    REFUSED = "refused"
    REQUESTED = "requested"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of the report and where they stand."""

    text: str
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        """The schema's ``span`` object."""
        return {"text": self.text, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence that a finding comes from, and the words that gave it away."""

    sentence: str
    start: int
    end: int
    trigger: Span

    def to_dict(self) -> dict[str, Any]:
        """The schema's ``evidence`` object."""
        return {
            "sentence": self.sentence,
            "start": self.start,
            "end": self.end,
            "trigger": self.trigger.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Evidence:
        """Read back what `to_dict` wrote."""
        return cls(
            sentence=data["sentence"],
            start=data["start"],
            end=data["end"],
            trigger=Span(**data["trigger"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so, with which verb, and whether in quotation marks."""

    speaker: Party
    verb: str | None = None
    quoted: bool = False

    def to_dict(self) -> dict[str, Any]:
        """An item of the schema's ``attribution`` list."""
        return {"speaker": self.speaker.to_dict(), "verb": self.verb, "quoted": self.quoted}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Attribution:
        """Read back what `to_dict` wrote."""
        return cls(
            speaker=Party.from_dict(data["speaker"]), verb=data["verb"], quoted=data["quoted"]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where it took place; ``country`` is ISO alpha-3."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """The schema's ``location`` object."""
        return {"name": self.name, "country": self.country, "lat": self.lat, "lon": self.lon}


CorrectionKind = Literal["wrong", "changed", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What is judged right or wrong of an event: its act, how it is told, its parties.

    Args:
        type: PLOVER type after the modality rule.
        mode: PLOVER mode of the type, or None.
        quad: quad class of the type.
        score: PLOVER conflict-cooperation score, -10 to +10.
        act: the bare act before the modality rule.
        modality: how the act is told.
        actors: who did it.
        recipients: who it was done to.
    """

    type: EventType
    mode: str | None
    quad: str
    score: float
    act: EventType
    modality: Modality
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]

    @classmethod
    def of(cls, event: Event) -> Coding:
        """That of an event."""
        return cls(**{name: getattr(event, name) for name in cls.__slots__})

    def to_dict(self) -> dict[str, Any]:
        """The schema's ``coding`` object."""
        return {
            "type": str(self.type),
            "mode": self.mode,
            "quad": self.quad,
            "score": self.score,
            "act": str(self.act),
            "modality": str(self.modality),
            "actors": [party.to_dict() for party in self.actors],
            "recipients": [party.to_dict() for party in self.recipients],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Coding:
        """Read back what `to_dict` wrote."""
        return cls(
            **{
                **data,
                "type": EventType(data["type"]),
                "act": EventType(data["act"]),
                "modality": Modality(data["modality"]),
                "actors": tuple(Party.from_dict(party) for party in data["actors"]),
                "recipients": tuple(Party.from_dict(party) for party in data["recipients"]),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """That a person has corrected an event, and what the coder had said.

    Args:
        id: the correction's.
        kind: ``changed`` or ``added``; ``wrong`` where an event that was taken back is shown alone.
        at: when, ISO 8601 in UTC.
        by: who, as they wrote it, or None.
        note: why, as they wrote it, or None.
        coded: what the coder had said; None for an event that it had missed.
    """

    id: str
    kind: CorrectionKind
    at: str
    by: str | None = None
    note: str | None = None
    coded: Coding | None = None

    def to_dict(self) -> dict[str, Any]:
        """The schema's ``correction`` object."""
        return {
            "id": self.id,
            "kind": self.kind,
            "at": self.at,
            "by": self.by,
            "note": self.note,
            "coded": self.coded.to_dict() if self.coded else None,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Amendment:
        """Read back what `to_dict` wrote."""
        coded = data["coded"]
        return cls(**{**data, "coded": Coding.from_dict(coded) if coded else None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One coded event: the record of ``contract/event.schema.json``.

    Args:
        id: hash of report, span, type and parties; the same input gives the same id.
        report_id: the report it was coded from.
        lang: language of that report.
        date: ISO day when it took place: told by the text, else the report's date, else None.
        date_from: ``text``, ``report`` or None.
        type: PLOVER type after the modality rule.
        mode: PLOVER mode of the type, or None.
        quad: quad class of the type.
        score: PLOVER conflict-cooperation score, -10 to +10.
        contexts: PLOVER contexts, sorted.
        act: the bare act before the modality rule.
        modality: how the act is told.
        actors: who did it; for two-way acts without recipients, all sides.
        recipients: who it was done to.
        attribution: speakers, outermost first; empty where the report itself asserts it.
        location: where, or None.
        evidence: sentence and trigger.
        confidence: 0 to 1.
        why: the frame that matched and the grammatical route, for people.
        version: program, lexicon and model versions.
        correction: who corrected it, and what the coder had said; None where it stands as coded.
    """

    id: str
    report_id: str
    lang: Language
    date: str | None
    date_from: str | None
    type: EventType
    mode: str | None
    quad: str
    score: float
    contexts: tuple[str, ...]
    act: EventType
    modality: Modality
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    attribution: tuple[Attribution, ...]
    location: Location | None
    evidence: Evidence
    confidence: float
    why: str
    version: str
    correction: Amendment | None = None

    def dyads(self) -> Iterator[tuple[Party | None, Party | None]]:
        """Every ordered pair (actor, recipient) that the event stands for.

        A two-way act without recipients gives each ordered pair of its actors.
        """
        if self.recipients:
            for actor in self.actors or (None,):
                for recipient in self.recipients:
                    yield actor, recipient
        elif len(self.actors) > 1:
            for actor in self.actors:
                for other in self.actors:
                    if other is not actor:
                        yield actor, other
        elif self.actors:
            yield self.actors[0], None

    def to_dict(self) -> dict[str, Any]:
        """The record as ``statuquo code`` prints it."""
        return {
            "id": self.id,
            "report_id": self.report_id,
            "lang": self.lang,
            "date": self.date,
            "date_from": self.date_from,
            "type": str(self.type),
            "mode": self.mode,
            "quad": self.quad,
            "score": self.score,
            "contexts": list(self.contexts),
            "act": str(self.act),
            "modality": str(self.modality),
            "actors": [party.to_dict() for party in self.actors],
            "recipients": [party.to_dict() for party in self.recipients],
            "attribution": [item.to_dict() for item in self.attribution],
            "location": self.location.to_dict() if self.location else None,
            "evidence": self.evidence.to_dict(),
            "confidence": self.confidence,
            "why": self.why,
            "version": self.version,
            "correction": self.correction.to_dict() if self.correction else None,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Event:
        """Read back what `to_dict` wrote, now or before there were corrections."""
        correction = data.get("correction")
        return cls(
            **{
                **data,
                "type": EventType(data["type"]),
                "act": EventType(data["act"]),
                "modality": Modality(data["modality"]),
                "contexts": tuple(data["contexts"]),
                "actors": tuple(Party.from_dict(party) for party in data["actors"]),
                "recipients": tuple(Party.from_dict(party) for party in data["recipients"]),
                "attribution": tuple(Attribution.from_dict(item) for item in data["attribution"]),
                "location": Location(**data["location"]) if data["location"] else None,
                "evidence": Evidence.from_dict(data["evidence"]),
                "correction": Amendment.from_dict(correction) if correction else None,
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words that somebody is reported to have said.

    Args:
        id: hash of report, span and speaker.
        report_id: the report it stands in.
        speaker: who said it.
        role: the speaker's function as the report gives it («ambassadeur russe au Venezuela»).
        words: what was said, word for word as the report prints it.
        quoted: whether the words (or part of them) stand between quotation marks.
        verb: lemma of the reporting verb, or the preposition («selon»).
        about: parties that the words name.
        date: ISO day, as for events.
        evidence: where it stands; the trigger is the words themselves.
    """

    id: str
    report_id: str
    speaker: Party
    role: str | None = None
    words: str
    quoted: bool
    verb: str | None = None
    about: tuple[Party, ...] = ()
    date: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementMention:
    """An accord that a sentence speaks of.

    Args:
        id: hash of report, span and parties.
        report_id: the report it stands in.
        kind: what it is about, in the report's words («coopération militaire»).
        parties: who concluded it; empty when not told.
        state: ``planned``, ``signed``, ``in-force``, ``suspended``, ``broken`` or ``unknown``.
        signed: ISO date or year of signature, or None.
        date: ISO day of the report, for ordering.
        evidence: where it stands.
    """

    id: str
    report_id: str
    kind: str
    parties: tuple[Party, ...] = ()
    state: str = "unknown"
    signed: str | None = None
    date: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksMention:
    """Talks, mediation or negotiation that a sentence speaks of.

    Args:
        id: hash of report, span and parties.
        report_id: the report they stand in.
        mediators: who mediates or hosts them.
        place: where they are held, or None.
        parties: who talks.
        state: ``planned``, ``open``, ``held``, ``broken-off`` or ``unknown``.
        outcome: ``none-yet``, ``agreement``, ``failure``, or None when not told.
        words: the report's words on the outcome, or None.
        date: ISO day of the report, for ordering.
        evidence: where it stands.
    """

    id: str
    report_id: str
    mediators: tuple[Party, ...] = ()
    place: Location | None = None
    parties: tuple[Party, ...] = ()
    state: str = "unknown"
    outcome: str | None = None
    words: str | None = None
    date: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The report's own judgement on the state of things («c'est bien le statu quo qui règne»).

    Args:
        id: hash of report and span.
        report_id: the report it stands in.
        kind: ``statu-quo``, ``no-dialogue``, ``tension-rising``, ``tension-easing``,
            ``deadlock`` or ``escalation``.
        modality: how it is told (a fear of renewed tension is hypothetical).
        parties: between whom, when told.
        words: the report's words.
        date: ISO day of the report.
        evidence: where it stands.
    """

    id: str
    report_id: str
    kind: str
    modality: Modality
    parties: tuple[Party, ...] = ()
    words: str
    date: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReport:
    """All that the coder found in one report.

    Args:
        report: the report as it came.
        text: the cleaned text that all offsets index.
        lang: its language.
        events: coded events in the order of the text.
        statements: who said what.
        agreements: accords spoken of.
        talks: talks spoken of.
        verdicts: the report's own judgements.
        uncorrected: the events as the coder gave them; None where nobody has corrected any.
    """

    report: Report
    text: str
    lang: Language
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
    talks: tuple[TalksMention, ...] = ()
    verdicts: tuple[Verdict, ...] = field(default=())
    uncorrected: tuple[Event, ...] | None = None


def content_id(prefix: str, *parts: object) -> str:
    """A stable id made of its content.

    >>> content_id("e", "r-1", 3, 9, "AID")
    'e-cac1c34aa446c068'
    """
    key = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
