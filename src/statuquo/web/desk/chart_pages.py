"""The pages that show what changes over days and places: tension, map, timeline, two pairs."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from statuquo.crisis import Crisis, DyadTension, Relation, Story
from statuquo.crisis.dates import as_date
from statuquo.crisis.tension import between, contributions
from statuquo.web.charts.map import spots
from statuquo.web.desk.asking import part_of
from statuquo.web.desk.charts import (
    Chart,
    compared,
    has_line,
    map_of,
    spot_filter,
    tension_of,
    timeline_of,
    types_of,
)
from statuquo.web.desk.dyads import PairName, asked_dyad, asked_two, pair_label, pair_name
from statuquo.web.desk.frame import Desk, Frame, chart_at
from statuquo.web.desk.shelf import ALL
from statuquo.web.words import Words

_ROWS = 50
_LATEST = 8
_LEAST_SHOWN = 0.05
"""Points: what has faded below this is summed up in one line."""


def chart_pages(desk: Desk) -> APIRouter:
    """The routes of the chart pages.

    Args:
        desk: what all pages share.
    """
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    def drawn(frame: Frame, chart: Chart, *key: object) -> tuple[str, str]:
        """The drawing for the inside of a page, wide and narrow; drawn once."""
        wide, narrow = (
            desk.pictures.drawn(
                ("shown", frame.crisis, frame.w.lang, chart.title, size, *key),
                lambda size=size: chart.shown(size),  # type: ignore[misc]
            )
            for size in (False, True)
        )
        return wide, narrow

    @router.get("/tension")
    def tension(
        request: Request, crisis: str = ALL, dyad: PairName = None, day: str | None = None
    ) -> HTMLResponse:
        picture, frame = desk.crisis(crisis), desk.frame(request, crisis)
        pair = asked_dyad(picture, dyad)
        read = pair or picture.tension
        chart = tension_of(picture, pair, frame.w, frame.title)
        days = [each for each, _ in read.series]
        shown = day if day in days else days[-1] if days else None
        stories = between(picture.stories, pair.parties) if pair else picture.stories
        return desk.shown(
            request, "tension.html", crisis,
            chart=chart, drawn=drawn(frame, chart, dyad) if has_line(read) else None, read=read,
            pair=pair, dyads=_choices(picture, [pair], frame.w), days=days, day=shown,
            sum=_sum(stories, shown), at=chart_at(crisis, frame.w, dyad=dyad),
        )  # fmt: skip

    @router.get("/timeline")
    def timeline(
        request: Request, crisis: str = ALL, offset: Annotated[int, Query(ge=0)] = 0
    ) -> HTMLResponse:
        picture, frame = desk.crisis(crisis), desk.frame(request, crisis)
        charts = (
            timeline_of(picture, frame.w, frame.title),
            types_of(picture, frame.w, frame.title, frame.to),
        )
        dated = sorted(
            (story for story in picture.stories if story.head.date),
            key=lambda story: (story.head.date or "", story.id),
            reverse=True,
        )
        return desk.shown(
            request, "timeline.html", crisis,
            charts_shown=[(name, chart, drawn(frame, chart)) for name, chart in zip(("timeline", "types"), charts, strict=True)]
            if has_line(picture.tension) else [],
            part=part_of(dated, _ROWS, offset), at=chart_at(crisis, frame.w),
        )  # fmt: skip

    @router.get("/compare")
    def compare(
        request: Request, crisis: str = ALL, one: PairName = None, other: PairName = None
    ) -> HTMLResponse:
        picture, frame = desk.crisis(crisis), desk.frame(request, crisis)
        two = asked_two(picture, one, other)
        chart = compared(picture, two, frame.w) if two else None
        names = [pair_name(dyad.parties) for dyad in two or ()]
        return desk.shown(
            request, "compare.html", crisis,
            chart=chart,
            drawn=drawn(frame, chart, *names) if chart and two and has_line(two[0]) else None,
            columns=[_about(picture, dyad, frame.w) for dyad in two or ()], names=names,
            dyads=_choices(picture, [*(two or ())], frame.w),
            at=chart_at(crisis, frame.w, **dict(zip(("one", "other"), names, strict=False))),
        )  # fmt: skip

    @router.get("/map")
    def where(request: Request, crisis: str = ALL) -> HTMLResponse:
        picture, frame = desk.crisis(crisis), desk.frame(request, crisis)
        chart = map_of(picture, frame.w, frame.title, crisis)
        found = spots(picture.events, frame.w)
        return desk.shown(
            request, "map.html", crisis,
            chart=chart, drawn=drawn(frame, chart) if found else None,
            countries=[(spot, spot_filter(spot)) for spot in found if spot.kind == "country"],
            places=[(spot, spot_filter(spot)) for spot in found if spot.kind == "place"],
            located=sum(spot.events for spot in found if spot.kind == "place"),
            at=chart_at(crisis, frame.w),
        )  # fmt: skip

    return router


def _choices(crisis: Crisis, shown: list[DyadTension | None], w: Words) -> list[tuple[str, str]]:
    """The pairs that a reader may choose from: the busiest, and those that are on the page."""
    found = {
        pair_name(dyad.parties): dyad for dyad in (*crisis.tension.dyads, *filter(None, shown))
    }
    return sorted(
        ((name, pair_label(dyad.parties, w)) for name, dyad in found.items()),
        key=lambda choice: choice[1],
    )


def _sum(stories: tuple[Story, ...], shown: str | None) -> dict[str, Any] | None:
    """The index of a day as a sum: what still weighs, and in one figure what has faded."""
    day: date | None = as_date(shown)
    if day is None:
        return None
    every = contributions(stories, day)
    listed = [one for one in every if abs(one.now) >= _LEAST_SHOWN]
    faded = [one.now for one in every if abs(one.now) < _LEAST_SHOWN]
    return {
        "value": sum(one.now for one in every),
        "listed": listed,
        "faded": len(faded),
        "rest": sum(faded),
    }


def _about(crisis: Crisis, dyad: DyadTension, w: Words) -> dict[str, Any]:
    """A column of the comparison."""
    stories = between(crisis.stories, dyad.parties)
    relation: Relation | None = next(
        (each for each in crisis.relations if {*each.parties} == {*dyad.parties}), None
    )
    quads = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")
    told = [story.head.quad for story in stories]
    latest = sorted(stories, key=lambda story: (story.head.date or "", story.id), reverse=True)
    return {
        "dyad": dyad,
        "name": pair_name(dyad.parties),
        "label": pair_label(dyad.parties, w),
        "quads": [(quad, told.count(quad)) for quad in quads],
        "relation": relation,
        "latest": latest[:_LATEST],
    }
