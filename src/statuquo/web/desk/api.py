"""The REST API: ``/api/v1``. One shape for lists, one for errors, CSV of every list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from statuquo.crisis import Crisis, ReportInfo, Story
from statuquo.crisis.names import fold
from statuquo.crisis.news import changed
from statuquo.errors import InputError
from statuquo.events.record import Event, EventType, Modality
from statuquo.reports.model import Language, Report
from statuquo.web.desk.answers import CrisisName, Paged, answered
from statuquo.web.desk.asking import EventQuery, matching, sifted
from statuquo.web.desk.describing import LIST, OPTIONAL_TOKEN, PROBLEMS, AnyWords, Day, IsoDay
from statuquo.web.desk.frame import crisis_of as kept_crisis
from statuquo.web.desk.frame import no_crisis
from statuquo.web.desk.shelf import ALL, Pictures

Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]
Text = Annotated[str | None, Query(max_length=300)]
Writer = Callable[[Request], None]
"""Raises where a request may not write."""


class NewReport(BaseModel):
    """A report to be coded and kept."""

    text: str = Field(min_length=1, max_length=2_000_000)
    id: str | None = Field(default=None, min_length=1, max_length=500)
    title: str | None = Field(default=None, max_length=2000)
    date: IsoDay | None = None
    lang: Language | None = None
    url: str | None = Field(default=None, max_length=4000)
    outlet: str | None = Field(default=None, max_length=500)


def event_query(
    type_: Annotated[EventType | None, Query(alias="type", description="PLOVER type")] = None,
    quad: Annotated[Quad | None, Query(description="quad class")] = None,
    party: Text = None,
    actor: Text = None,
    recipient: Text = None,
    speaker: Text = None,
    modality: Modality | None = None,
    place: Text = None,
    since: Day = None,
    until: Day = None,
    confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
    story: Text = None,
    report: Text = None,
    words: Text = None,
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
        since=since,
        until=until,
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
    router = APIRouter(prefix="/api/v1", responses=PROBLEMS, default_response_class=AnyWords)

    def crisis_of(name: str) -> Crisis:
        return kept_crisis(pictures, name, fresh=True)

    @router.get("/reports", tags=["reports"], responses=LIST)
    def reports(
        request: Request,
        paging: Paged,
        crisis: CrisisName = ALL,
        lang: Language | None = None,
        outlet: Text = None,
        since: Day = None,
        until: Day = None,
    ) -> Response:
        """The reports of a crisis, by date."""
        found = [
            one
            for one in _held(pictures, crisis)[0]
            if lang in (None, one.lang)
            and (not outlet or fold(outlet) in fold(one.outlet or ""))
            and (since or "") <= (one.date or "")[:10] <= (until or "9999")
            and (one.date or not (since or until))
        ]
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

    @router.post("/reports", status_code=201, tags=["reports"], openapi_extra=OPTIONAL_TOKEN)
    def add(request: Request, new: NewReport) -> dict[str, Any]:
        """Code a report and keep it; one that is kept already changes nothing."""
        may_write(request)
        given = new.model_dump(exclude_none=True)
        try:
            coded = pictures.add(Report(**given))
        except InputError as problem:
            raise HTTPException(422, str(problem)) from None
        return {"id": coded.report.id, "events": [event.to_dict() for event in coded.events]}

    @router.get("/events", tags=["events"], responses=LIST)
    def events(request: Request, paging: Paged, asked: Asked, crisis: CrisisName = ALL) -> Response:
        """The events of a crisis that are asked for, by date."""
        if asked.of_stories():
            found = matching(crisis_of(crisis), asked)
        else:
            found = sifted(_held(pictures, crisis)[1], asked)
        return answered(request, paging, found)

    @router.get("/events/{event_id}", tags=["events"])
    def event(event_id: str, crisis: CrisisName = ALL) -> dict[str, Any]:
        """One event, with the other events of its story."""
        story = crisis_of(crisis).story_of().get(event_id)
        if story is None:
            raise HTTPException(404, f"no event is kept under {event_id!r}")
        found = next(one for one in story.events if one.id == event_id)
        return {**found.to_dict(), "story": _story(story)}

    @router.get("/stories", tags=["events"], responses=LIST)
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

    @router.get("/stories/{story_id}", tags=["events"])
    def story(story_id: str, crisis: CrisisName = ALL) -> dict[str, Any]:
        """One story, with every event that tells it."""
        for one in crisis_of(crisis).stories:
            if one.id == story_id:
                return {**_story(one), "events": [event.to_dict() for event in one.events]}
        raise HTTPException(404, f"no story is kept under {story_id!r}")

    @router.get("/crises/{crisis_id}/brief", tags=["crises"])
    def brief(crisis_id: str, since: Day = None) -> dict[str, Any]:
        """The whole picture of a crisis; ``all`` is everything that is kept."""
        picture = crisis_of(crisis_id)
        told = picture.to_dict()
        if since:
            told["since"] = since
            told["changed"] = [one.to_dict() for one in changed(picture, date.fromisoformat(since))]
        return told

    return router


def _held(pictures: Pictures, name: str) -> tuple[tuple[ReportInfo, ...], tuple[Event, ...]]:
    """The reports and events of a crisis, for which nobody waits for a picture."""
    try:
        return pictures.contents(name)
    except KeyError:
        raise no_crisis(name) from None


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
