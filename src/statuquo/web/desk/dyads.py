"""Two sides, as an address names them: ``RUS.government,UKR.government``."""

from __future__ import annotations

from typing import Annotated

from fastapi import HTTPException, Query

from statuquo.crisis import Crisis, DyadTension, Side
from statuquo.crisis.tension import dyad_tension
from statuquo.web.words import Words

Pair = tuple[Side, Side]
PairName = Annotated[
    str | None,
    Query(max_length=500, description="two sides: their ids with a comma between them"),
]


def pairs(crisis: Crisis) -> dict[str, Pair]:
    """Every two sides of which a story tells, by the name of the pair; the tensest busy ones first.

    >>> from statuquo.crisis import build
    >>> pairs(build([]))
    {}
    """
    found = {pair_name(dyad.parties): dyad.parties for dyad in crisis.tension.dyads}
    for story in crisis.stories:
        for one, other in story.dyads():
            if one is not None and other is not None:
                first, second = sorted((one, other), key=lambda side: side.id)
                found.setdefault(pair_name((first, second)), (first, second))
    return found


def pair_name(pair: Pair) -> str:
    """The name of two sides in addresses."""
    return f"{pair[0].id},{pair[1].id}"


def pair_label(pair: Pair, w: Words) -> str:
    """Two sides in the reader's language."""
    return f"{w.side(pair[0])} – {w.side(pair[1])}"


def asked_dyad(crisis: Crisis, name: str | None) -> DyadTension | None:
    """The tension between the two sides of a name, whichever stands first in it; None without one.

    Raises:
        HTTPException: no story tells of these two.
    """
    if not name:
        return None
    known = pairs(crisis)
    pair = known.get(name) or next(
        (each for each in known.values() if pair_name((each[1], each[0])) == name), None
    )
    if pair is None:
        raise HTTPException(404, f"no story tells of {name!r}")
    return dyad_tension(crisis.stories, pair, crisis.tension)


def asked_two(
    crisis: Crisis, one: str | None, other: str | None
) -> tuple[DyadTension, DyadTension] | None:
    """The two dyads that are asked for; those of which most stories tell, where none is.

    Raises:
        HTTPException: no story tells of one of them.
    """
    first, second = asked_dyad(crisis, one), asked_dyad(crisis, other)
    busy = sorted(crisis.tension.dyads, key=lambda dyad: -dyad.stories)
    rest = iter([dyad for dyad in busy if dyad not in (first, second)])
    first = first or next(rest, None)
    second = second or next(rest, None)
    return (first, second) if first and second else None
