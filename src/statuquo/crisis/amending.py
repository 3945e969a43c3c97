"""Making corrections out of what a person writes: types, names and codes, words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from statuquo.crisis.corrections import Correction, added_id, as_coded, correction_id
from statuquo.crisis.sides import NO_STATE_CODES
from statuquo.crisis.states import state_name
from statuquo.entities.model import SECTORS, Party
from statuquo.errors import InputError
from statuquo.events.ontology import Ontology
from statuquo.events.record import (
    CodedReport,
    Coding,
    CorrectionKind,
    Event,
    EventType,
    Evidence,
    Modality,
    Span,
)
from statuquo.reports.model import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A party as a person writes it.

    Args:
        name: what it is called; may be left empty where the code is that of a state.
        code: ISO alpha-3, or one of PLOVER's codes that stand for no state; None where unknown.
        sector: PLOVER sector; None where unknown.
    """

    name: str
    code: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person says that an event is.

    Args:
        type: PLOVER type.
        modality: how it is told.
        actors: who did it.
        recipients: who it was done to.
    """

    type: EventType
    modality: Modality = Modality.HAPPENED
    actors: tuple[Named, ...] = ()
    recipients: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """When a correction is made, by whom, and why.

    Args:
        at: ISO 8601 in UTC.
        by: a name, or None.
        note: the reason, or None.
    """

    at: str
    by: str | None = None
    note: str | None = None


def mark_wrong(coded: CodedReport, event: Event, signed: Signed) -> Correction:
    """That an event is none.

    Args:
        coded: its report.
        event: as it is shown.
        signed: when, by whom, why.

    Raises:
        InputError: a person added it; taking that back is enough.
    """
    if event.correction is not None and event.correction.coded is None:
        raise InputError("was added by hand; take that correction back instead", event.id)
    return _correction("wrong", coded, event.evidence, event, None, signed)


def change(
    coded: CodedReport, event: Event, said: Said, signed: Signed, ontology: Ontology
) -> Correction:
    """That an event is another one.

    Args:
        coded: its report.
        event: as it is shown.
        said: what it is.
        signed: when, by whom, why.
        ontology: quad classes, scores and the modality rule.

    Raises:
        InputError: a party has neither name nor code, or a code that is not known; or nothing is
            changed.
    """
    right = _coding(coded.text, event.evidence, said, event, ontology)
    if right == Coding.of(event):
        raise InputError("is said to be what it is; change its type, modality or a party", event.id)
    kind: CorrectionKind = "changed"
    if event.correction is not None and event.correction.coded is None:
        kind = "added"
    return _correction(kind, coded, event.evidence, event, right, signed)


def add(
    coded: CodedReport,
    sentence: tuple[int, int],
    words: str,
    said: Said,
    signed: Signed,
    ontology: Ontology,
) -> Correction:
    """That a sentence tells an event which the coder missed.

    Args:
        coded: the report.
        sentence: offsets of its first character and after its last one in the cleaned text.
        words: the words that tell it, as the sentence has them.
        said: what it is.
        signed: when, by whom, why.
        ontology: quad classes, scores and the modality rule.

    Raises:
        InputError: the sentence lies outside the report or does not hold the words; a party has
            neither name nor code, or a code that is not known.
    """
    start, end = sentence
    text = coded.text[start:end]
    if not 0 <= start < end <= len(coded.text) or not text.strip():
        raise InputError("has no sentence there; give offsets within its text", coded.report.id)
    at = _find(text, words.strip())
    if at is None:
        raise InputError(f"the sentence does not hold the words {words!r}; copy them from it")
    trigger = Span(
        text=text[at : at + len(words.strip())],
        start=start + at,
        end=start + at + len(words.strip()),
    )
    evidence = Evidence(sentence=text, start=start, end=end, trigger=trigger)
    right = _coding(coded.text, evidence, said, None, ontology)
    return _correction("added", coded, evidence, None, right, signed)


def _correction(
    kind: CorrectionKind,
    coded: CodedReport,
    evidence: Evidence,
    event: Event | None,
    right: Coding | None,
    signed: Signed,
) -> Correction:
    """The correction, tied to the words that the coder marked even where the event was corrected."""
    before = event.correction.coded if event is not None and event.correction else None
    was = before or (Coding.of(event) if event is not None and kind != "added" else None)
    beside = tuple(
        Coding.of(one)
        for one in as_coded(coded).events
        if event is not None and one.id != event.id and one.evidence == evidence
    )
    fields = {
        "report_id": coded.report.id,
        "kind": kind,
        "evidence": evidence,
        "event_id": added_id(coded.report.id, evidence, right)
        if kind == "added" and right is not None
        else event.id
        if event is not None
        else "",
        "coded": was,
        "right": right,
        "beside": beside if kind != "added" else (),
        "at": signed.at,
        "by": signed.by,
        "note": signed.note,
        "instead_of": event.correction.id if event is not None and event.correction else None,
    }
    return Correction(id=correction_id(fields), **fields)  # type: ignore[arg-type]


def _coding(
    text: str, evidence: Evidence, said: Said, event: Event | None, ontology: Ontology
) -> Coding:
    same_type = event is not None and event.type is said.type
    act, mode = said.type, None
    if event is not None and ontology.type_of(event.act, said.modality) is said.type:
        act = event.act
    if event is not None and same_type:
        mode = event.mode
    return Coding(
        type=said.type,
        mode=mode,
        quad=ontology.types[said.type].quad,
        score=ontology.score(said.type, mode),
        act=act,
        modality=said.modality,
        actors=_parties(text, evidence, said.actors, event.actors if event else ()),
        recipients=_parties(text, evidence, said.recipients, event.recipients if event else ()),
    )


def _parties(
    text: str, evidence: Evidence, named: Sequence[Named], before: Sequence[Party]
) -> tuple[Party, ...]:
    """The parties, those that stay with all that was known of them."""
    found: list[Party] = []
    for place, one in enumerate(_known(each) for each in named):
        same = next(
            (
                p
                for p in before
                if (p.name, p.country, p.sector) == (one.name, one.code, one.sector)
            ),
            None,
        )
        found.append(same or _party(text, evidence, one, before[place : place + 1]))
    return tuple(dict.fromkeys(found))


def _known(named: Named) -> Named:
    """A party with its name, its code in capitals, and both known to be right."""
    code = (named.code or "").strip().upper() or None
    sector = (named.sector or "").strip().upper() or None
    state = state_name(code) if code else None
    if code and state is None and code not in NO_STATE_CODES:
        raise InputError(
            f"{code!r} is no code of a state; write three letters (VEN), or one of "
            f"{', '.join(sorted(NO_STATE_CODES))}, or none"
        )
    if sector and sector not in SECTORS:
        raise InputError(f"{sector!r} is no sector; known are {', '.join(SECTORS)}")
    name = " ".join(named.name.split()) or state
    if not name:
        raise InputError("a party needs a name; write who it is")
    return Named(name=name, code=code, sector=sector)


def _party(text: str, evidence: Evidence, named: Named, in_its_place: Sequence[Party]) -> Party:
    """A party that was not there before: at the words of its name, else where the other stood."""
    states = {state_name(named.code, lang) for lang in LANGUAGES} if named.code else set()
    party = Party(
        name=named.name,
        entity_id=f"country:{named.code}" if named.name in states else None,
        country=named.code,
        sector=named.sector,
        text=named.name,
        start=evidence.start,
        end=evidence.start,
    )
    if named.name in states and named.code:
        party = replace(party, name=state_name(named.code) or named.name)
    at = _find(evidence.sentence, named.name)
    if at is not None:
        start = evidence.start + at
        end = start + len(named.name)
        return replace(party, text=text[start:end], start=start, end=end)
    for other in in_its_place:
        return replace(party, text=other.text, start=other.start, end=other.end)
    return party


def _find(text: str, words: str) -> int | None:
    """Where words stand in a text, in the same capitals if they do, else in any."""
    if not words:
        return None
    at = text.find(words)
    if at < 0:
        folded = text.lower()
        # A few capitals grow when they are made small, which would shift what comes after.
        at = folded.find(words.lower()) if len(folded) == len(text) else -1
    return at if at >= 0 else None
