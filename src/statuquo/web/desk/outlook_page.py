"""The page of what may come: probabilities, their reasons, and how such forecasts did before."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from statuquo.outlook import Outlook, outlook
from statuquo.web.charts.drawing import dressed, inline, rendered
from statuquo.web.charts.reliability import reliability_chart
from statuquo.web.desk.frame import Desk, no_crisis
from statuquo.web.desk.shelf import ALL
from statuquo.web.words import Words

MOST = 30
"""So many pairs of sides, the likeliest."""


def outlook_page(desk: Desk) -> APIRouter:
    """The route of the page.

    Args:
        desk: what all pages share.
    """
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/outlook")
    def shown(
        request: Request, crisis: str = ALL, horizon: Literal["7", "28"] = "7"
    ) -> HTMLResponse:
        days = int(horizon)
        try:
            found = desk.pictures.made(
                ("outlook", crisis, days), crisis, lambda picture: outlook(picture, days, most=MOST)
            )
        except KeyError:
            raise no_crisis(crisis) from None
        w = desk.words(request)
        drawn = [
            desk.pictures.drawn(
                ("reliability", crisis, days, w.lang, narrow),
                lambda narrow=narrow: _drawn(found, w, narrow),  # type: ignore[misc]
            )
            for narrow in (False, True)
        ]
        return desk.shown(
            request, "outlook.html", crisis, found=found, horizons=("7", "28"), horizon=horizon,
            drawn=drawn if drawn[0] else None,
        )  # fmt: skip

    return router


def _drawn(found: Outlook, w: Words, narrow: bool) -> str:
    chart = reliability_chart(found.record.reliability if found.record else (), w, narrow=narrow)
    return "" if chart is None else inline(rendered(dressed(chart), w))
