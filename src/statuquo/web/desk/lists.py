"""The lists that a crisis is made of, in the REST API: relations, agreements, talks, statements …"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from fastapi.responses import Response

from statuquo.crisis import Crisis, Issue, Side, Source
from statuquo.crisis.claims import Standing
from statuquo.crisis.model import RelationKind
from statuquo.crisis.names import fold
from statuquo.crisis.positions import Stance
from statuquo.events.record import EventType
from statuquo.web.desk.answers import CrisisName, Paged, answered
from statuquo.web.desk.asking import is_side
from statuquo.web.desk.describing import LIST, Day
from statuquo.web.desk.frame import crisis_of
from statuquo.web.desk.shelf import ALL, Pictures

Who = Annotated[str | None, Query(max_length=300, description="country, id of a side, or name")]
WORDS = Annotated[str | None, Query(max_length=300, description="words that it holds")]


class Sift:
    """What is asked of every one of these lists.

    Args:
        party: a side that takes part.
        since: told of on that day or later.
        until: told of on that day or earlier.
    """

    def __init__(self, party: Who = None, since: Day = None, until: Day = None) -> None:
        self.party, self.since, self.until = party or None, since, until

    def fits(self, sides: Iterable[Side | None], days: Iterable[str | None]) -> bool:
        """Whether one of the sides is asked for, and one of the days."""
        if self.party and not any(side and is_side(self.party, side) for side in sides):
            return False
        if not (self.since or self.until):
            return True
        return any(day and (self.since or "") <= day[:10] <= (self.until or "9999") for day in days)


Sifted = Annotated[Sift, Depends()]


def lists(pictures: Pictures) -> APIRouter:
    """The routes of those lists.

    Args:
        pictures: what is told of.
    """
    router = APIRouter(prefix="/api/v1", tags=["crises"])

    def newest(crisis: str) -> Crisis:
        return crisis_of(pictures, crisis, fresh=True)

    @router.get("/crises", responses=LIST)
    def crises(request: Request, paging: Paged) -> Response:
        """The crises that are kept."""
        return answered(request, paging, pictures.selections(), lambda item: item.to_dict())

    @router.get("/crises/{crisis_id}")
    def selection(crisis_id: str) -> dict[str, Any]:
        """What belongs to a crisis."""
        for one in pictures.selections():
            if one.id == crisis_id:
                return one.to_dict()
        raise HTTPException(404, f"no crisis is kept under {crisis_id!r}")

    @router.get("/actors", responses=LIST)
    def actors(
        request: Request, paging: Paged, party: Who = None, crisis: CrisisName = ALL
    ) -> Response:
        """The sides of a crisis, busiest first, with their members and spellings."""
        found = [one for one in newest(crisis).actors if not party or is_side(party, one.side)]
        return answered(request, paging, found)

    @router.get("/actors/{side_id:path}")
    def actor(
        side_id: Annotated[str, Path(max_length=500)], crisis: CrisisName = ALL
    ) -> dict[str, Any]:
        """One side: its members, its relations, its positions."""
        picture = newest(crisis)
        for one in picture.actors:
            if one.side.id == side_id:
                return {
                    **one.to_dict(),
                    "relations": [r.to_dict() for r in picture.relations if one.side in r.parties],
                    "positions": [p.to_dict() for p in picture.positions if p.side == one.side],
                }
        raise HTTPException(404, f"nobody is known under {side_id!r}")

    @router.get("/relations", responses=LIST)
    def relations(
        request: Request,
        paging: Paged,
        sift: Sifted,
        kind: RelationKind | None = None,
        crisis: CrisisName = ALL,
    ) -> Response:
        """How the sides stand to each other and what they were before, weightiest first."""
        found = (
            one
            for one in newest(crisis).relations
            if kind in (None, one.kind) and sift.fits(one.parties, _days(one.sources))
        )
        return answered(request, paging, found)

    @router.get("/agreements", responses=LIST)
    def agreements(
        request: Request,
        paging: Paged,
        sift: Sifted,
        state: Annotated[str | None, Query(max_length=40, examples=["suspended"])] = None,
        crisis: CrisisName = ALL,
    ) -> Response:
        """The agreements with their history, in the order in which they were first told of."""
        found = (
            one
            for one in newest(crisis).agreements
            if state in (None, one.state)
            and sift.fits(one.parties, (step.date for step in one.history))
        )
        return answered(request, paging, found)

    @router.get("/talks", responses=LIST)
    def talks(
        request: Request,
        paging: Paged,
        sift: Sifted,
        state: Annotated[str | None, Query(max_length=40, examples=["open"])] = None,
        place: Annotated[str | None, Query(max_length=300)] = None,
        crisis: CrisisName = ALL,
    ) -> Response:
        """Talks and mediations with their rounds, in the order in which they were first told of."""
        found = (
            one
            for one in newest(crisis).talks
            if state in (None, one.state)
            and sift.fits((*one.parties, *one.mediators), (step.date for step in one.history))
            and (not place or any(_is_place(place, at.name, at.country) for at in one.places))
        )
        return answered(request, paging, found)

    @router.get("/pressure", responses=LIST)
    def pressure(
        request: Request,
        paging: Paged,
        sift: Sifted,
        type_: Annotated[
            Literal["THREATEN", "SANCTION", "MOBILIZE"] | None, Query(alias="type")
        ] = None,
        crisis: CrisisName = ALL,
    ) -> Response:
        """Threats, sanctions and forces moved that were not taken back since."""
        found = (
            one
            for one in newest(crisis).pressure
            if type_ in (None, one.type)
            and sift.fits((one.actor, one.recipient), _days(one.sources))
        )
        return answered(request, paging, found)

    @router.get("/statements", responses=LIST)
    def statements(
        request: Request,
        paging: Paged,
        sift: Sifted,
        speaker: Who = None,
        quoted: bool | None = None,
        words: WORDS = None,
        crisis: CrisisName = ALL,
    ) -> Response:
        """What was said, by whom, word for word; `party` is the side of the speaker."""
        wanted, named = fold(words or "").split(), fold(speaker or "")
        found = (
            one
            for one in newest(crisis).statements
            if quoted in (None, one.quoted)
            and sift.fits((one.side,), (one.date,))
            and (
                not speaker
                or speaker in (one.speaker.entity_id, one.speaker.country)
                or named in fold(" ".join((one.speaker.name, *one.member.spellings)))
            )
            and (not wanted or all(word in fold(one.words) for word in wanted))
        )
        return answered(request, paging, found)

    @router.get("/positions", responses=LIST)
    def positions(
        request: Request,
        paging: Paged,
        sift: Sifted,
        issue: Issue | None = None,
        stance: Stance | None = None,
        crisis: CrisisName = ALL,
    ) -> Response:
        """Who is for and who is against dialogue, force, sanctions and recognition."""
        found = (
            one
            for one in newest(crisis).positions
            if issue in (None, one.issue)
            and stance in (None, one.stance)
            and sift.fits((one.side,), _days(one.sources))
        )
        return answered(request, paging, found)

    @router.get("/claims", responses=LIST)
    def claims(
        request: Request,
        paging: Paged,
        sift: Sifted,
        type_: Annotated[EventType | None, Query(alias="type", description="PLOVER type")] = None,
        standing: Standing | None = None,
        crisis: CrisisName = ALL,
    ) -> Response:
        """Deeds that only somebody's word stands for: unconfirmed, contested or withdrawn."""
        found = (
            one
            for one in newest(crisis).claims
            if type_ in (None, one.type)
            and standing in (None, one.standing)
            and sift.fits((*one.parties, *one.claimed_by), (one.day,))
        )
        return answered(request, paging, found)

    @router.get("/verdicts", responses=LIST)
    def verdicts(
        request: Request,
        paging: Paged,
        sift: Sifted,
        kind: Annotated[str | None, Query(max_length=40, examples=["statu-quo"])] = None,
        crisis: CrisisName = ALL,
    ) -> Response:
        """What reports themselves judge of the state of things."""
        found = (
            one
            for one in newest(crisis).verdicts
            if kind in (None, one.kind) and sift.fits(one.sides, (one.date,))
        )
        return answered(request, paging, found)

    return router


def _days(sources: Iterable[Source]) -> Iterable[str | None]:
    return (source.date for source in sources)


def _is_place(wanted: str, name: str, country: str | None) -> bool:
    return wanted == country or fold(wanted) in fold(name)
