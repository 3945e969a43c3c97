"""What a reader says of an event, from the API or a form, made into a correction and kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated

from fastapi import HTTPException
from pydantic import BaseModel, Field, StringConstraints

from statuquo.crisis.amending import Named, Said, Signed, add, change, mark_wrong
from statuquo.crisis.corrections import Correction, Outcome
from statuquo.entities.model import SECTORS
from statuquo.errors import InputError
from statuquo.events.ontology import Ontology
from statuquo.events.record import CodedReport, CorrectionKind, Event, EventType, Modality
from statuquo.web.desk.shelf import Pictures

MOST_PARTIES = 20

Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]


class NamedParty(BaseModel):
    """A party as a person writes it."""

    name: Name = Field(default="", description="may be left out for a state that has its code")
    code: str | None = Field(
        default=None, max_length=3, description="ISO alpha-3, or UNO, EUR, IGO, NGO, IMG, MNC, ISM"
    )
    sector: str | None = Field(default=None, max_length=3, description="PLOVER sector: GOV, MIL …")


class NewCorrection(BaseModel):
    """What is wrong with an event, or an event that the coder missed."""

    kind: CorrectionKind
    event_id: str | None = Field(
        default=None, max_length=100, description="the event that is wrong or changed"
    )
    report_id: str | None = Field(
        default=None, max_length=500, description="the report that an added event stands in"
    )
    start: int | None = Field(
        default=None, ge=0, description="of the added event's sentence, in the cleaned text"
    )
    end: int | None = Field(default=None, ge=0, description="after its last character")
    words: Text | None = Field(default=None, description="the words of the sentence that tell it")
    type: EventType | None = Field(default=None, description="needed unless the event is wrong")
    modality: Modality = Modality.HAPPENED
    actors: list[NamedParty] = Field(default_factory=list, max_length=MOST_PARTIES)
    recipients: list[NamedParty] = Field(default_factory=list, max_length=MOST_PARTIES)
    by: Name | None = Field(default=None, description="who says so, in whatever words")
    note: Text | None = Field(default=None, description="why")


def judge(pictures: Pictures, new: NewCorrection) -> Correction:
    """Keep what a reader says of an event.

    Args:
        pictures: what it is said of.
        new: what is said.

    Returns:
        The correction as it is kept. To mark an event wrong that a person added is to take that
        back: it is then the addition, undone.

    Raises:
        HTTPException: there is no such event or report (404), or what is said makes no event (422).
    """
    signed = Signed(at=now(), by=new.by or None, note=new.note or None)
    try:
        if new.kind == "added":
            made = _addition(pictures, new, signed)
        else:
            coded, event = event_of(pictures, new.event_id or "")
            mark = event.correction
            if new.kind == "wrong" and mark is not None and mark.coded is None:
                return pictures.undo_correction(mark.id, at=signed.at, by=signed.by)
            made = (
                mark_wrong(coded, event, signed)
                if new.kind == "wrong"
                else change(coded, event, _said(new), signed, Ontology.load())
            )
    except InputError as problem:
        raise HTTPException(422, str(problem)) from None
    pictures.correct(made)
    return made


def event_of(pictures: Pictures, event_id: str) -> tuple[CodedReport, Event]:
    """An event that is shown, and its report, both with all that is corrected by now.

    Raises:
        HTTPException: there is none of that id.
    """
    known = next((one for one in pictures.crisis().events if one.id == event_id), None)
    if known is None and pictures.behind():
        newest = pictures.crisis(fresh=True).events
        known = next((one for one in newest if one.id == event_id), None)
    report_id = known.report_id if known else _report_of(pictures, event_id)
    if report_id is not None:
        coded, _ = pictures.settled(report_id)
        for event in coded.events:
            if event.id == event_id:
                return coded, event
    raise HTTPException(404, f"no event is kept under {event_id!r}")


def outcome_of(pictures: Pictures, correction_id: str) -> Outcome:
    """A correction and what became of it.

    Raises:
        HTTPException: there is none of that id.
    """
    for one in pictures.corrections():
        if one.id == correction_id:
            _, outcomes = pictures.settled(one.report_id)
            return next(each for each in outcomes if each.correction.id == correction_id)
    raise HTTPException(404, f"no correction is kept under {correction_id!r}")


def outcomes_of(pictures: Pictures) -> list[Outcome]:
    """Every correction ever made and what became of it, the latest first."""
    every = pictures.corrections()
    found = {
        outcome.correction.id: outcome
        for report_id in dict.fromkeys(one.report_id for one in every)
        for outcome in pictures.settled(report_id)[1]
    }
    return [found[one.id] for one in reversed(every)]


def choices() -> Mapping[str, list[str]]:
    """What may be chosen in a form."""
    return {
        "type": [str(each) for each in EventType],
        "modality": [str(each) for each in Modality],
        "sector": list(SECTORS),
    }


def now() -> str:
    """The time of day, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _addition(pictures: Pictures, new: NewCorrection, signed: Signed) -> Correction:
    try:
        coded, _ = pictures.settled(new.report_id or "")
    except KeyError:
        raise HTTPException(404, f"no report is kept under {new.report_id!r}") from None
    if new.start is None or new.end is None or not new.words:
        raise InputError("an added event needs the start and end of its sentence, and its words")
    sentence = (new.start, new.end)
    return add(coded, sentence, new.words, _said(new), signed, Ontology.load())


def _said(new: NewCorrection) -> Said:
    if new.type is None:
        raise InputError("a type is needed; choose one of the sixteen")
    return Said(
        type=new.type,
        modality=new.modality,
        actors=tuple(map(_named, new.actors)),
        recipients=tuple(map(_named, new.recipients)),
    )


def _named(party: NamedParty) -> Named:
    return Named(name=party.name, code=party.code or None, sector=party.sector or None)


def _report_of(pictures: Pictures, event_id: str) -> str | None:
    """The report of an event that was added since the picture was made."""
    added = (one for one in pictures.corrections() if one.event_id == event_id)
    return next((one.report_id for one in added), None)
