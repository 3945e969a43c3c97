"""What the charts show, in the REST API: the index day by day, and stories over the days."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response, StreamingResponse

from statuquo.crisis import Crisis, DyadTension, Tension
from statuquo.crisis.dates import as_date
from statuquo.crisis.tension import between, contributions
from statuquo.crisis.values import tidy
from statuquo.web.charts.days import step_of
from statuquo.web.charts.map import spots
from statuquo.web.charts.tension import Track
from statuquo.web.desk.answers import CrisisName, Paged, answered
from statuquo.web.desk.asking import csv_of
from statuquo.web.desk.charts import day_counts, day_rows
from statuquo.web.desk.describing import LIST, TABLE, AnyWords, IsoDay
from statuquo.web.desk.dyads import PairName, asked_dyad, pair_name
from statuquo.web.desk.frame import crisis_of
from statuquo.web.desk.shelf import ALL, Pictures
from statuquo.web.words import words

Step = Annotated[
    Literal["day", "week", "month"] | None,
    Query(description="what is counted together; by the length of the crisis where not told"),
]


def chart_api(pictures: Pictures) -> APIRouter:
    """The routes of what the charts show.

    Args:
        pictures: what is told of.
    """
    router = APIRouter(prefix="/api/v1")

    @router.get("/tension", tags=["crises"], responses=TABLE)
    def tension(
        crisis: CrisisName = ALL,
        dyad: PairName = None,
        day: Annotated[IsoDay | None, Query(description="a day to take apart")] = None,
        form: Annotated[Literal["json", "csv"], Query(alias="format")] = "json",
    ) -> Response:
        """The index of a crisis and of its dyads, or of one dyad, with what it is made of.

        With a day, `on` says what the index of that day is the sum of. As CSV: a row for each day.
        """
        picture = crisis_of(pictures, crisis, fresh=True)
        pair = asked_dyad(picture, dyad)
        read: Tension | DyadTension = pair or picture.tension
        if form == "csv":
            label = pair_name(pair.parties) if pair else crisis
            return StreamingResponse(
                csv_of(day_rows(Track.of(read, label))),
                media_type="text/csv; charset=utf-8",
                headers={"content-disposition": 'attachment; filename="tension.csv"'},
            )
        told = read.to_dict()
        if day:
            told["on"] = _on(picture, pair, date.fromisoformat(day))
        return AnyWords(told)

    @router.get("/timeline", tags=["crises"], responses=LIST)
    def timeline(
        request: Request, paging: Paged, crisis: CrisisName = ALL, step: Step = None
    ) -> Response:
        """How many stories of each quad class and type each day, week or month has."""
        picture = crisis_of(pictures, crisis, fresh=True)
        rows = day_counts(picture, step or step_of(picture))
        return answered(request, paging, rows, dict)

    @router.get("/places", tags=["crises"], responses=LIST)
    def places(request: Request, paging: Paged, crisis: CrisisName = ALL) -> Response:
        """The countries that events involve, and the places where events happened.

        An item's kind says which: a `country` counts the events of its parties, wherever they took
        place; a `place` those that are told to have happened there.
        """
        picture = crisis_of(pictures, crisis, fresh=True)
        return answered(request, paging, spots(picture.events, words("en")))

    return router


def _on(crisis: Crisis, pair: DyadTension | None, day: date) -> dict[str, Any]:
    """The index of a day, taken apart.

    Raises:
        HTTPException: the day is none of the crisis's.
    """
    days = [each for each, _ in crisis.tension.series]
    first, last = (as_date(days[0]), as_date(days[-1])) if days else (None, None)
    if first is None or last is None or not first <= day <= last:
        raise HTTPException(404, f"{day} is not among the days of the crisis")
    stories = between(crisis.stories, pair.parties) if pair else crisis.stories
    every = contributions(stories, day)
    return {
        "date": day.isoformat(),
        "value": tidy(sum(one.now for one in every)),
        "contributions": [
            {
                "story": one.story.id,
                "event": one.story.head.id,
                "date": one.story.head.date,
                "type": str(one.story.head.type),
                "points": tidy(one.points),
                "now": one.now,
            }
            for one in every
        ],
    }
