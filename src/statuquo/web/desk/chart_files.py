"""Every chart of the desk as a file: a picture (PNG, SVG) or its data (CSV, JSON)."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from statuquo.crisis import Crisis
from statuquo.web.charts.drawing import png
from statuquo.web.desk.asking import csv_of
from statuquo.web.desk.charts import (
    Chart,
    Look,
    compared,
    map_of,
    relations_of,
    tension_of,
    timeline_of,
    types_of,
)
from statuquo.web.desk.dyads import PairName, asked_dyad, asked_two
from statuquo.web.desk.frame import Desk, Frame
from statuquo.web.desk.shelf import ALL

Ending = Literal["svg", "png", "csv", "json"]
Name = Literal["tension", "relations", "timeline", "types", "compare", "map"]


def chart_files(desk: Desk) -> APIRouter:
    """The routes of the chart files.

    Args:
        desk: what all pages share.
    """
    router = APIRouter(include_in_schema=False)

    @router.get("/charts/{name}.{ending}")
    def file(
        request: Request,
        name: Name,
        ending: Ending,
        crisis: str = ALL,
        dyad: PairName = None,
        one: PairName = None,
        other: PairName = None,
        theme: Literal["light", "dark"] = "light",
        narrow: bool = False,
        plain: bool = False,
    ) -> Response:
        frame = desk.frame(request, crisis)
        chart = _chart_of(name, frame, desk.crisis(crisis), (dyad, one, other))
        headers = {"content-disposition": f'attachment; filename="{name}.{ending}"'}
        if ending == "csv":
            media = "text/csv; charset=utf-8"
            return StreamingResponse(csv_of(chart.rows), media_type=media, headers=headers)
        if ending == "json":
            told = {"title": chart.title, "about": chart.alt, "items": list(chart.rows)}
            return JSONResponse(told, headers=headers)
        look = Look(narrow=narrow, dark=theme == "dark", plain=plain)
        svg = desk.pictures.drawn(
            ("file", name, crisis, dyad, one, other, frame.w.lang, look, chart.title),
            lambda: chart.draw(look),
        )
        if not svg:
            raise HTTPException(404, "there is too little to draw")
        if ending == "png":
            return Response(png(svg), media_type="image/png", headers=headers)
        # A page shows the plain one; the policy of the desk lets nothing in it run.
        return Response(svg, media_type="image/svg+xml", headers={} if plain else headers)

    return router


def _chart_of(
    name: Name, frame: Frame, crisis: Crisis, asked: tuple[str | None, str | None, str | None]
) -> Chart:
    dyad, one, other = asked
    if name == "tension":
        return tension_of(crisis, asked_dyad(crisis, dyad), frame.w, frame.title)
    if name == "relations":
        return relations_of(crisis, frame.w, frame.title)
    if name == "map":
        return map_of(crisis, frame.w, frame.title, frame.crisis)
    if name == "types":
        return types_of(crisis, frame.w, frame.title, frame.to)
    if name == "timeline":
        return timeline_of(crisis, frame.w, frame.title)
    two = asked_two(crisis, one, other)
    if two is None:
        raise HTTPException(404, "too little is told of two pairs of sides to compare them")
    return compared(crisis, two, frame.w)
