"""The pages of the desk, rendered here and complete without scripts."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from statuquo.crisis import Actor, Crisis, Side
from statuquo.events.record import EventType, Modality
from statuquo.web.assets import asset
from statuquo.web.charts.days import COLOURS
from statuquo.web.desk.asking import ORDERS, EventQuery, matching, ordered, part_of
from statuquo.web.desk.correcting import forms, sentence_of_wrong
from statuquo.web.desk.frame import (
    COOKIE,
    Desk,
    Frame,
    address_of,
    chart_at,
    desk_styles,
    no_crisis,
    styles,
)
from statuquo.web.desk.judging import event_of
from statuquo.web.desk.offices import offices_of
from statuquo.web.desk.sentences import sentence_at
from statuquo.web.desk.shelf import ALL, Pictures
from statuquo.web.html_page import environment
from statuquo.web.html_page import page as whole_page
from statuquo.web.marks import report_pieces
from statuquo.web.words import Words, words

_ROWS = 50
_LOOK_AGAIN = 2
"""Seconds after which it is worth looking whether the first picture is made."""
_LATEST_FIRST = "-date"
_LATEST_OF_ONE = 20
"""So many acts of a side, and so many words, stand on its page; lists have all of them."""
_LATEST = 100
"""So many events stand in the brief; the desk has a page for all of them."""
_BAR = f"<!-- {secrets.token_hex(16)} -->"
"""Where in a brief the bar of the desk goes; no report can hold it."""


def pages(desk: Desk, policy: str) -> APIRouter:
    """The routes of the pages.

    Args:
        desk: what all pages share.
        policy: the content policy of pages with our script, with a place for its hash.
    """
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    pictures, crisis_of, shown = desk.pictures, desk.crisis, desk.shown

    @router.get("/")
    def front(request: Request, crisis: str = ALL) -> RedirectResponse:
        return RedirectResponse(address_of("/brief", crisis))

    @router.get("/brief")
    def brief(request: Request, crisis: str = ALL) -> HTMLResponse:
        html = _brief(pictures, desk.frame(request, crisis))
        response = HTMLResponse(html)
        response.headers["content-security-policy"] = policy.format(script=_script_hash())
        return response

    @router.get("/events")
    def events(
        request: Request,
        asked: Annotated[EventQuery, Depends(_as_typed)],
        crisis: str = ALL,
        sort: str = _LATEST_FIRST,
        offset: Annotated[int, Query(ge=0)] = 0,
    ) -> HTMLResponse:
        w = desk.words(request)
        sort = sort if sort.removeprefix("-") in ORDERS else _LATEST_FIRST
        found = ordered(
            matching(crisis_of(crisis), asked), sort, lambda type_: w("type-noun", type_)
        )
        part = part_of(found, _ROWS, offset)
        return shown(request, "events.html", crisis, part=part, asked=asked, choices=_choices(),
                     sort=sort, orders=ORDERS,
                     export=f"/api/v1/events?{urlencode(_export(asked, crisis))}")  # fmt: skip

    @router.get("/events/{event_id}")
    def evidence(request: Request, event_id: str, crisis: str = ALL) -> Response:
        if gone := sentence_of_wrong(pictures, event_id):
            return RedirectResponse(gone)
        story = desk.found(crisis, lambda view: view.story_of.get(event_id))
        if story is None:
            raise HTTPException(404, f"no event is kept under {event_id!r}")
        coded, event = event_of(pictures, event_id)
        others = [one for one in story.events if one.id != event_id]
        return shown(
            request, "event.html", crisis,
            event=event, story=story, others=others, pieces=report_pieces(coded.text, event),
            report=coded, sentence=sentence_at(coded, event.evidence.trigger.start),
            **forms(request),
        )  # fmt: skip

    @router.get("/actors")
    def actors(
        request: Request, crisis: str = ALL, offset: Annotated[int, Query(ge=0)] = 0
    ) -> HTMLResponse:
        part = part_of(crisis_of(crisis).actors, _ROWS, offset)
        return shown(request, "actors.html", crisis, part=part,
                     export=address_of("/api/v1/actors", crisis, format="csv"))  # fmt: skip

    @router.get("/actors/{side_id:path}")
    def actor(request: Request, side_id: str, crisis: str = ALL) -> HTMLResponse:
        found = desk.found(crisis, lambda view: view.actor_of.get(side_id))
        if found is None:
            raise HTTPException(404, f"nobody is known under {side_id!r}")
        return shown(request, "actor.html", crisis, actor=found,
                     **_about(crisis_of(crisis), crisis, found))  # fmt: skip

    return router


def draw_first(pictures: Pictures, lang: str) -> None:
    """Make the first picture and draw its brief, so that the first reader finds them."""
    w = words(lang)
    _drawn(pictures, ALL, w("desk", "everything"), w)


def _brief(pictures: Pictures, frame: Frame) -> str:
    """The brief with the bar of the desk above it."""
    try:
        before, after = _drawn(pictures, frame.crisis, frame.title, frame.w)
    except KeyError:
        raise no_crisis(frame.crisis) from None
    bar = environment().get_template("desk/nav.html")
    nav = bar.render(frame=frame, w=frame.w, desk_styles=desk_styles())
    return f"{before}{nav}{after}"


def _drawn(pictures: Pictures, crisis: str, title: str, w: Words) -> list[str]:
    """A brief, cut where the bar goes: that is another for each reader, the rest is not."""
    return pictures.made(
        ("brief", crisis, w.lang, title),
        crisis,
        lambda picture: whole_page(
            picture,
            title=title,
            lang=w.lang,
            nav=_BAR,
            most_events=_LATEST,
            chart_at=chart_at(crisis, w),
            list_at=lambda path: address_of(path, crisis, format="csv"),
        ).split(_BAR),
    )


def problem_page(request: Request, status: int, message: str) -> HTMLResponse:
    """A page that says what went wrong, in the reader's language as far as it goes."""
    w = words(request.cookies.get(COOKIE, "en"))
    template = environment().get_template("desk/problem.html")
    html = template.render(
        w=w, lang=w.lang, status=status, reason=HTTPStatus(status).phrase, message=message,
        styles=styles(),
    )  # fmt: skip
    return HTMLResponse(html, status_code=status)


def waiting_page(w: Words) -> HTMLResponse:
    """A page that says that the first picture is being made; no page reloads itself under a reader."""
    template = environment().get_template("desk/waiting.html")
    html = template.render(w=w, lang=w.lang, styles=styles())
    return HTMLResponse(html, status_code=503, headers={"retry-after": str(_LOOK_AGAIN)})


def _as_typed(request: Request) -> EventQuery:
    """The question of a form, where what was left empty asks for nothing."""
    given = {name: value for name, value in request.query_params.items() if value}
    known = set(EventQuery.__slots__)
    fields: dict[str, Any] = {name: value for name, value in given.items() if name in known}
    if "confidence" in fields:
        try:
            fields["confidence"] = float(fields["confidence"])
        except ValueError:
            del fields["confidence"]
    return EventQuery(**fields)


def _choices() -> Mapping[str, list[str]]:
    return {
        "type": [str(each) for each in EventType],
        "modality": [str(each) for each in Modality],
        "quad": list(COLOURS),
    }


def _export(asked: EventQuery, crisis: str) -> dict[str, str]:
    return {**asked.asked(), "format": "csv", **({} if crisis == ALL else {"crisis": crisis})}


def _about(crisis: Crisis, name: str, actor: Actor) -> dict[str, Any]:
    """What a crisis tells of a side, the latest first."""
    side: Side = actor.side
    acts = [story for story in crisis.stories if side in story.actors]
    received = [story for story in crisis.stories if side in story.recipients]
    return {
        "offices": offices_of(actor),
        "acts": part_of(acts[::-1], _LATEST_OF_ONE, 0),
        "received": part_of(received[::-1], _LATEST_OF_ONE, 0),
        "said": part_of(
            [said for said in crisis.statements if said.side == side][::-1], _LATEST_OF_ONE, 0
        ),
        "at": lambda of, role: address_of(
            f"/api/v1/{of}", name, **{role: side.id, "format": "csv"}
        ),
        "relations": [each for each in crisis.relations if side in each.parties],
        "positions": [each for each in crisis.positions if each.side == side],
    }


@cache
def _script_hash() -> str:
    script = asset("brief.js").encode()
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
