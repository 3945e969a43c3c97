"""``tension-v1``: the sum of what happened, fading; and the days on which it changed.

The index of a day is the sum of *terms*, one for each happening: its points (conflict up,
cooperation down), of which half is gone a week later. Nothing else goes in, so any day explains
itself by its terms. It has no upper end and depends on how much is reported: compare days of one
dyad or crisis, never two crises.

A *change* is a day on which the mean level of the daily points shifts: the cut points of PELT
(Killick, Fearnhead and Eckley 2012) over the signed square roots of the days' points, with the
penalty of Yao (1988), ``2 σ² ln n``. The root keeps one day of forty reports from counting for a
month; σ² is estimated from the differences of neighbouring days (von Neumann 1941), which a shift
of the mean hardly touches. PELT is the ``ruptures`` library's.

This module knows days and points, no stories and no reports: it serves any table of events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import copysign, log, sqrt
from typing import Final, Literal

from statuquo.crisis.weights import (
    BROKEN_DEEDS,
    BROKEN_TIMES,
    CHANGE_LEAST,
    CHANGE_TERMS,
    EASING_SHARE,
    HALF_LIFE_DAYS,
    NEWS_DAYS,
    SEGMENT_DAYS,
    TIPPING_DAYS,
    TIPPING_MOST,
)

INDEX: Final = "tension-v1"

ChangeKind = Literal["rising", "easing", "broken"]
Standing = Literal["holds", "rising", "easing", "broken", "unknown"]

_PENALTY: Final = 2.0
"""Times σ² ln n: one shift of the mean at an unknown place (Yao 1988)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What one happening adds to the index on its day.

    Args:
        day: when it happened.
        points: conflict positive, cooperation negative (`points_of`).
        deed: whether it is conflict in deeds, not in words.
        of: name of the happening (id of its first event), for whoever wants to read it.
    """

    day: date
    points: float
    deed: bool
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A day from which on the level is another.

    Args:
        day: first day of the new level.
        kind: ``rising``, ``easing``, or ``broken`` where deeds of conflict reach a level that the
            days before did not know.
        before: mean points a day of the level that ended.
        after: mean points a day of the level that began.
        tipped_by: names of the happenings of its first days that moved it most, heaviest first.
    """

    day: date
    kind: ChangeKind
    before: float
    after: float
    tipped_by: tuple[str, ...]


def points_of(score: float, weight: float) -> float:
    """The points of a happening with this PLOVER score and weight (0 to 1, more if corroborated).

    >>> points_of(-9.0, 1.0), points_of(10.0, 0.5), points_of(0.0, 1.0)
    (9.0, -2.5, 0.0)
    """
    raised = -score * weight
    return (raised if raised > 0 else raised * EASING_SHARE) + 0.0


def fade(days: int, half_life: float = HALF_LIFE_DAYS) -> float:
    """What is left of a point after so many days.

    >>> fade(0), fade(7), fade(14), fade(90, half_life=90)
    (1.0, 0.5, 0.25, 0.5)
    """
    return float(0.5 ** (days / half_life))


def weighing(terms: Iterable[Term], on: date) -> list[tuple[Term, float]]:
    """What each happening still adds on a day; the index of that day is the sum of it."""
    return [(term, term.points * fade((on - term.day).days)) for term in terms if term.day <= on]


def series(terms: Iterable[Term], start: date, end: date) -> tuple[tuple[date, float], ...]:
    """The index of every day of a period; what came before has faded into its first day."""
    terms = list(terms)
    added: dict[date, float] = defaultdict(float)
    for term in terms:
        if start < term.day <= end:
            added[term.day] += term.points
    level = sum(points for _, points in weighing(terms, start))
    found = [(start, level)]
    for step in range(1, (end - start).days + 1):
        day = start + timedelta(days=step)
        level = level * fade(1) + added.get(day, 0.0)
        found.append((day, level))
    return tuple(found)


def changes(terms: Iterable[Term], start: date, end: date) -> tuple[Change, ...]:
    """The days of a period from which on the level is another.

    Args:
        terms: what happened; what lies outside the period is left out.
        start: first day.
        end: last day: nothing later is looked at, so that a change is what could be known then.

    Returns:
        The changes in order of time; none where the period is shorter than two segments or less
        than `CHANGE_TERMS` things happened in it.

    >>> from datetime import date, timedelta
    >>> first = date(2019, 1, 1)
    >>> calm = [Term(day=first + timedelta(days=d), points=1, deed=False, of=f"{d}") for d in range(0, 60, 4)]
    >>> war = [Term(day=first + timedelta(days=d), points=9, deed=True, of=f"{d}") for d in range(60, 90)]
    >>> [(str(one.day), one.kind) for one in changes(calm + war, first, date(2019, 3, 31))]
    [('2019-03-02', 'broken')]
    """
    inside = sorted((t for t in terms if start <= t.day <= end), key=lambda t: (t.day, t.of))
    if not _enough(inside, start, end):
        return ()
    length = (end - start).days + 1
    daily, deeds = [0.0] * length, [0.0] * length
    for term in inside:
        daily[(term.day - start).days] += term.points
        deeds[(term.day - start).days] += max(term.points, 0.0) if term.deed else 0.0
    borders = [0, *_shifts(daily), length]
    found: list[Change] = []
    level, worst = _mean(daily[: borders[1]]), _mean(deeds[: borders[1]])
    for first, last in pairwise(borders[1:]):
        now, hard = _mean(daily[first:last]), _mean(deeds[first:last])
        shifted = abs(now - level) >= CHANGE_LEAST
        # From a week of visits back to everyday silence is no rise.
        if shifted and (now < level or now >= CHANGE_LEAST):
            found.append(
                Change(
                    day=start + timedelta(days=first),
                    kind=_kind(level, now, worst, hard),
                    before=level,
                    after=now,
                    tipped_by=_tipping(inside, start + timedelta(days=first), rising=now > level),
                )
            )
        if shifted:
            level = now
        worst = max(worst, hard)
    return tuple(found)


def standing(
    terms: Iterable[Term], found: Sequence[Change], start: date, end: date
) -> tuple[Standing, Change | None]:
    """What the changes of a period say of its last day, and which of them tipped it.

    A change is news for `NEWS_DAYS`; after that the new level is what holds. Where `changes` had
    too little to look at, nothing can be said.
    """
    if not _enough(terms, start, end):
        return "unknown", None
    last = max(found, key=lambda one: one.day, default=None)
    if last is None or (end - last.day).days >= NEWS_DAYS:
        return "holds", last
    return last.kind, last


def _enough(terms: Iterable[Term], start: date, end: date) -> bool:
    if (end - start).days + 1 < 2 * SEGMENT_DAYS:
        return False
    return sum(start <= term.day <= end for term in terms) >= CHANGE_TERMS


def _shifts(daily: Sequence[float]) -> list[int]:
    """The days, counted from the first, on which the mean of the daily points shifts."""
    # Loading numpy and scipy takes a second: only those who have a fortnight of events wait.
    import numpy
    import ruptures

    roots = numpy.array([copysign(sqrt(abs(points)), points) for points in daily])
    variance = float(numpy.mean(numpy.diff(roots) ** 2) / 2)
    if not variance:
        return []
    search = ruptures.KernelCPD(kernel="linear", min_size=SEGMENT_DAYS, jump=1)
    borders = search.fit(roots.reshape(-1, 1)).predict(pen=_PENALTY * variance * log(len(roots)))
    return [int(border) for border in borders[:-1]]


def _mean(points: Sequence[float]) -> float:
    return sum(points) / len(points)


def _kind(before: float, after: float, worst: float, hard: float) -> ChangeKind:
    if after < before:
        return "easing"
    broken = hard >= BROKEN_DEEDS and hard >= BROKEN_TIMES * worst
    return "broken" if broken else "rising"


def _tipping(terms: Iterable[Term], day: date, *, rising: bool) -> tuple[str, ...]:
    sign = 1 if rising else -1
    near = [t for t in terms if 0 <= (t.day - day).days < TIPPING_DAYS and t.points * sign > 0]
    ranked = sorted(near, key=lambda term: (-abs(term.points), term.day, term.of))
    return tuple(term.of for term in ranked[:TIPPING_MOST])
