"""How each watched feed fares: a page, and a list of the API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from statuquo.reports.feeds.model import FeedState
from statuquo.web.desk.answers import Paged, answered
from statuquo.web.desk.describing import LIST
from statuquo.web.desk.frame import Desk
from statuquo.web.desk.shelf import ALL, Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Faring:
    """How a feed fares.

    Args:
        state: what is known of it.
        counts: how many of its items came to which outcome.
    """

    state: FeedState
    counts: Mapping[str, int]

    @property
    def standing(self) -> str:
        """``gone`` for good, ``failing`` since it last answered, ``well``, or ``new``."""
        if self.state.gone:
            return "gone"
        if self.state.failures:
            return "failing"
        return "well" if self.state.answered else "new"

    @property
    def reports(self) -> int:
        """Reports that it brought, those included that were there already."""
        return self.counts.get("added", 0) + self.counts.get("known", 0)

    def to_dict(self) -> dict[str, Any]:
        """An item of the API's list."""
        return {
            "url": self.state.url,
            "standing": self.standing,
            "problem": self.state.problem,
            "failures": self.state.failures,
            "asked": self.state.asked,
            "answered": self.state.answered,
            "due": self.state.due,
            "reports": self.reports,
            "aside": self.counts.get("aside", 0),
            "waiting": self.counts.get("waiting", 0),
        }


_ORDER = ("failing", "gone", "new", "well")


def farings(
    states: Mapping[str, FeedState], counts: Mapping[str, Mapping[str, int]]
) -> tuple[Faring, ...]:
    """The feeds, those first with which something is wrong.

    Args:
        states: what is known of each, by address.
        counts: how many items of each came to which outcome.

    >>> bad = FeedState(url="https://b.example", failures=2, problem="timed out")
    >>> [one.standing for one in farings({"a": FeedState(url="a", answered="2026-11-22"), "b": bad}, {})]
    ['failing', 'well']
    """
    found = (Faring(state=state, counts=counts.get(url, {})) for url, state in states.items())
    return tuple(
        sorted(
            found,
            key=lambda one: (_ORDER.index(one.standing), -one.state.failures, one.state.url),
        )
    )


def feeds_api(pictures: Pictures) -> APIRouter:
    """The list of the API.

    Args:
        pictures: what is told of.
    """
    router = APIRouter(prefix="/api/v1", tags=["feeds"])

    @router.get("/feeds", responses=LIST)
    def feeds(request: Request, paging: Paged) -> Response:
        """How each watched feed fares, those first with which something is wrong."""
        return answered(request, paging, farings(*pictures.feeds()))

    return router


def feeds_page(desk: Desk) -> APIRouter:
    """The page.

    Args:
        desk: what all pages share.
    """
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/feeds")
    def feeds(request: Request, crisis: str = ALL) -> HTMLResponse:
        return desk.shown(request, "feeds.html", crisis, feeds=farings(*desk.pictures.feeds()))

    return router
