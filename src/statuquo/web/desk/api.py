"""The REST API: ``/api/v1``. One shape for lists, one for errors, CSV of every list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from statuquo.crisis import Crisis, Story
from statuquo.crisis.news import changed
from statuquo.errors import InputError
from statuquo.events.record import Event, EventType, Modality
from statuquo.reports.model import Language, Report
from statuquo.web.desk.answers import CrisisName, Paged, answered
from statuquo.web.desk.asking import EventQuery, matching
from statuquo.web.desk.frame import crisis_of as kept_crisis
from statuquo.web.desk.shelf import ALL, Pictures

Day = Annotated[date | None, Query()]
Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]
Writer = Callable[[Request], None]
"""Raises where a request may not write."""


class NewReport(BaseModel):
    """A report to be coded and kept."""

    text: str = Field(min_length=1, max_length=2_000_000)
    id: str | None = Field(default=None, min_length=1, max_length=500)
    title: str | None = Field(default=None, max_length=2000)
    date: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$")
    lang: Language | None = None
    url: str | None = Field(default=None, max_length=4000)
    outlet: str | None = Field(default=None, max_length=500)


def event_query(
    type_: Annotated[EventType | None, Query(alias="type", description="PLOVER type")] = None,
    quad: Annotated[Quad | None, Query(description="quad class")] = None,
    party: Annotated[str | None, Query(description="country, entity id or name")] = None,
    actor: str | None = None,
    recipient: str | None = None,
    speaker: str | None = None,
    modality: Modality | None = None,
    place: str | None = None,
    since: Day = None,
    until: Day = None,
    confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
    story: str | None = None,
    report: str | None = None,
    words: str | None = None,
) -> EventQuery:
    """The question that an address asks."""
    return EventQuery(
        type=str(type_) if type_ else None,
        quad=quad,
        party=party or None,
        actor=actor or None,
        recipient=recipient or None,
        speaker=speaker or None,
        modality=str(modality) if modality else None,
        place=place or None,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        confidence=confidence,
        story=story or None,
        report=report or None,
        words=words or None,
    )


Asked = Annotated[EventQuery, Depends(event_query)]


def api(pictures: Pictures, may_write: Writer) -> APIRouter:
    """The routes of the API.

    Args:
        pictures: what is told of.
        may_write: raises where a request may not write.
    """
    router = APIRouter(prefix="/api/v1")

    def crisis_of(name: str) -> Crisis:
        return kept_crisis(pictures, name, fresh=True)

    @router.get("/reports", tags=["reports"])
    def reports(request: Request, paging: Paged, crisis: CrisisName = ALL) -> Response:
        """The reports of a crisis, by date."""
        found = crisis_of(crisis).reports
        return answered(request, paging, found, lambda item: item.to_dict())

    @router.get("/reports/{report_id:path}", tags=["reports"])
    def report(report_id: Annotated[str, Path(max_length=500)]) -> dict[str, Any]:
        """One report: its text, and all that was coded from it."""
        try:
            coded = pictures.report(report_id)
        except KeyError:
            raise HTTPException(404, f"no report is kept under {report_id!r}") from None
        return {
            "id": coded.report.id,
            "lang": coded.lang,
            "date": coded.report.date,
            "title": coded.report.title,
            "outlet": coded.report.outlet,
            "url": coded.report.url,
            "text": coded.text,
            "events": [event.to_dict() for event in coded.events],
        }

    @router.post("/reports", status_code=201, tags=["reports"])
    def add(request: Request, new: NewReport) -> dict[str, Any]:
        """Code a report and keep it; one that is kept already changes nothing."""
        may_write(request)
        given = new.model_dump(exclude_none=True)
        try:
            coded = pictures.add(Report(**given))
        except InputError as problem:
            raise HTTPException(422, str(problem)) from None
        return {"id": coded.report.id, "events": [event.to_dict() for event in coded.events]}

    @router.get("/events", tags=["events"])
    def events(request: Request, paging: Paged, asked: Asked, crisis: CrisisName = ALL) -> Response:
        """The events of a crisis that are asked for, by date."""
        found = matching(crisis_of(crisis), asked)
        return answered(request, paging, found, Event.to_dict)

    @router.get("/events/{event_id}", tags=["events"])
    def event(event_id: str, crisis: CrisisName = ALL) -> dict[str, Any]:
        """One event, with the other events of its story."""
        story = crisis_of(crisis).story_of().get(event_id)
        if story is None:
            raise HTTPException(404, f"no event is kept under {event_id!r}")
        found = next(one for one in story.events if one.id == event_id)
        return {**found.to_dict(), "story": _story(story)}

    @router.get("/stories", tags=["events"])
    def stories(
        request: Request, paging: Paged, asked: Asked, crisis: CrisisName = ALL
    ) -> Response:
        """The stories of a crisis that hold an event that is asked for."""
        picture = crisis_of(crisis)
        wanted = {one.id for one in matching(picture, replace(asked, story=None))}
        found = [
            story
            for story in picture.stories
            if any(one.id in wanted for one in story.events) and asked.story in (None, story.id)
        ]
        return answered(request, paging, found, _story)

    @router.get("/actors", tags=["crises"])
    def actors(request: Request, paging: Paged, crisis: CrisisName = ALL) -> Response:
        """The sides of a crisis, busiest first, with their members."""
        return answered(request, paging, crisis_of(crisis).actors, lambda item: item.to_dict())

    @router.get("/crises", tags=["crises"])
    def crises(request: Request, paging: Paged) -> Response:
        """The crises that are kept."""
        return answered(request, paging, pictures.selections(), lambda item: item.to_dict())

    @router.get("/crises/{crisis_id}/brief", tags=["crises"])
    def brief(crisis_id: str, since: Day = None) -> dict[str, Any]:
        """The whole picture of a crisis; ``all`` is everything that is kept."""
        picture = crisis_of(crisis_id)
        told = picture.to_dict()
        if since:
            told["since"] = since.isoformat()
            told["changed"] = [one.to_dict() for one in changed(picture, since)]
        return told

    return router


def _story(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "date": story.head.date,
        "type": str(story.head.type),
        "actors": [side.to_dict() for side in story.actors],
        "recipients": [side.to_dict() for side in story.recipients],
        "outlets": story.outlets,
        "weight": round(story.weight, 3),
        "denied_by": list(story.denied_by),
        "events": [event.id for event in story.events],
    }
