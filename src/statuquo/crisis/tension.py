"""How tense it is, for the crisis and for each dyad: `index` over the stories, beside the verdicts.

Each story adds the points of its PLOVER score on its day, weighed by how it is told, who says it,
how sure the coder is, and how many outlets tell it independently of one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from statuquo.crisis.dates import as_date
from statuquo.crisis.gauge import DyadTension, Series, Shift, Tension, Trend
from statuquo.crisis.index import (
    INDEX,
    Change,
    Standing,
    Term,
    changes,
    fade,
    points_of,
    series,
    standing,
    weighing,
)
from statuquo.crisis.model import Period
from statuquo.crisis.stories import event_source
from statuquo.crisis.values import Judgement, Side, Source, Story
from statuquo.crisis.weights import (
    CORROBORATION,
    DYAD_STORIES,
    HALF_LIFE_DAYS,
    HYPOTHETICAL_VERDICT,
    MOST_DYADS,
    TREND_DAYS,
    TREND_LEAST,
    TREND_SHARE,
    VERDICT_LEAST,
)

_STANDING_OF_VERDICT: Final[dict[str, Standing]] = {
    "statu-quo": "holds",
    "deadlock": "holds",
    "no-dialogue": "holds",
    "tension-rising": "rising",
    "escalation": "rising",
    "tension-easing": "easing",
}
_LONGEST_SERIES: Final = 1500
"""Days: a text may date an event to 1958; the series then begins with the reports' own period."""
_LEAST_SHOWN: Final = 0.05
"""Points: what has faded below this is no longer listed among the contributions."""


def tension(told: Iterable[Story], verdicts: Iterable[Judgement], period: Period) -> Tension:
    """The tension of the period's last day, the way to it, what weighs on it and what tipped it.

    Args:
        told: all stories.
        verdicts: all verdicts of the reports.
        period: the days that the reports cover.
    """
    points = {story.id: (story, _points(story)) for story in told}
    weighed = [story for story, each in points.values() if each]
    terms = [term for story in weighed if (term := _term(story, points[story.id][1]))]
    undated = [story for story in weighed if not as_date(story.head.date)]
    last = as_date(period.end) or max((term.day for term in terms), default=None)
    first = _first_day(terms, as_date(period.start), last) if last else None
    stories = {story.id: story for story in weighed}
    line: Series = ()
    found: tuple[Change, ...] = ()
    stand: Standing = "unknown"
    tipped = None
    if first and last:
        line = _line(terms, first, last)
        found = changes(terms, first, last)
        stand, tipped = standing(terms, found, first, last)
        value, weighty = line[-1][1], _sources(terms, stories, last)
    else:
        value = sum(points[story.id][1] for story in undated)
        weighty = tuple(event_source(story.head, points[story.id][1]) for story in undated)
    shifts = _shifts(found, stories, points)
    trend = _trend(line)
    state, backing = _told(tuple(verdicts), last)
    state_from = "verdicts" if backing else None
    if not backing:
        state = stand if stand != "unknown" else _standing_of(trend)
        state_from = None if state == "unknown" else "index"
    return Tension(
        index=INDEX,
        value=value,
        trend=trend,
        standing=stand,
        tipped=next((shift for shift in shifts if tipped and shift.day == str(tipped.day)), None),
        changes=shifts,
        state=state,
        state_from=state_from,
        day=last.isoformat() if last else None,
        half_life_days=HALF_LIFE_DAYS,
        series=line,
        undated=len(undated),
        sources=weighty,
        rest=value - sum(source.weight or 0.0 for source in weighty),
        verdicts=backing,
        dyads=_dyads(weighed, points, first, last) if first and last else (),
    )


def corroboration(outlets: int) -> float:
    """What a story weighs more for being told by so many independent outlets.

    >>> corroboration(1), corroboration(2), corroboration(50)
    (1.0, 1.25, 1.5)
    """
    most = len(CORROBORATION)
    return CORROBORATION[min(max(outlets, 1), most) - 1]


def _points(story: Story) -> float:
    return points_of(story.head.score, story.weight * corroboration(story.outlets))


def _term(story: Story, points: float) -> Term | None:
    day = as_date(story.head.date)
    deed = story.head.quad == "material-conflict"
    return Term(day=day, points=points, deed=deed, of=story.id) if day else None


def _first_day(terms: Iterable[Term], start: date | None, last: date) -> date:
    first = start or min((term.day for term in terms if term.day <= last), default=last)
    return max(min(first, last), last - timedelta(days=_LONGEST_SERIES))


def _line(terms: Iterable[Term], first: date, last: date) -> Series:
    return tuple((day.isoformat(), points) for day, points in series(terms, first, last))


def _shifts(
    found: Iterable[Change],
    stories: Mapping[str, Story],
    points: Mapping[str, tuple[Story, float]],
) -> tuple[Shift, ...]:
    return tuple(
        Shift(
            day=change.day.isoformat(),
            kind=change.kind,
            before=change.before,
            after=change.after,
            sources=tuple(event_source(stories[of].head, points[of][1]) for of in change.tipped_by),
        )
        for change in found
    )


def _dyads(
    weighed: Iterable[Story],
    points: Mapping[str, tuple[Story, float]],
    first: date,
    last: date,
) -> tuple[DyadTension, ...]:
    """The pairs of sides with enough stories between them, tensest first."""
    between: dict[tuple[Side, Side], dict[str, Story]] = defaultdict(dict)
    for story in weighed:
        for one, other in story.dyads():
            if one is not None and other is not None:
                pair = (one, other) if one.id < other.id else (other, one)
                between[pair][story.id] = story
    found = []
    for pair, stories in between.items():
        terms = [term for story in stories.values() if (term := _term(story, points[story.id][1]))]
        if sum(term.day <= last for term in terms) >= DYAD_STORIES:
            found.append(_dyad(pair, terms, stories, points, first, last))
    found.sort(key=lambda dyad: (-dyad.value, *(side.id for side in dyad.parties)))
    busiest = sorted(found, key=lambda dyad: -dyad.stories)[:MOST_DYADS]
    return tuple(dyad for dyad in found if dyad in busiest)


def _dyad(
    pair: tuple[Side, Side],
    terms: Sequence[Term],
    stories: Mapping[str, Story],
    points: Mapping[str, tuple[Story, float]],
    first: date,
    last: date,
) -> DyadTension:
    line = _line(terms, first, last)
    found = changes(terms, first, last)
    stand, tipped = standing(terms, found, first, last)
    shifts = _shifts(found, stories, points)
    weighty = _sources(terms, stories, last)
    return DyadTension(
        parties=pair,
        value=line[-1][1],
        standing=stand,
        tipped=next((shift for shift in shifts if tipped and shift.day == str(tipped.day)), None),
        stories=len(terms),
        series=line,
        changes=shifts,
        sources=weighty,
        rest=line[-1][1] - sum(source.weight or 0.0 for source in weighty),
    )


def _trend(line: Series) -> Trend:
    if len(line) <= TREND_DAYS:
        return "unknown"
    now, before = line[-1][1], line[-1 - TREND_DAYS][1]
    least = max(TREND_LEAST, TREND_SHARE * max(abs(now), abs(before)))
    if abs(now - before) < least:
        return "steady"
    return "rising" if now > before else "easing"


def _standing_of(trend: Trend) -> Standing:
    return "holds" if trend == "steady" else trend


def _told(
    verdicts: tuple[Judgement, ...], last: date | None
) -> tuple[Standing, tuple[Judgement, ...]]:
    """What the verdicts of late say together, those that say so, weightiest first."""
    weights: dict[Standing, float] = defaultdict(float)
    backing: dict[Standing, list[tuple[float, int, Judgement]]] = defaultdict(list)
    for place, verdict in enumerate(verdicts):
        state = _STANDING_OF_VERDICT.get(verdict.kind)
        if state is None:
            continue
        day = as_date(verdict.date)
        age = (last - day).days if last and day else 0
        weight = fade(max(age, 0)) * (1.0 if verdict.asserted else HYPOTHETICAL_VERDICT)
        # Between equals, «the statu quo reigns» says more about it than «there is no dialogue».
        named = 0 if verdict.kind == "statu-quo" else 1
        weights[state] += weight
        backing[state].append((-round(weight, 6), named * len(verdicts) + place, verdict))
    order: tuple[Standing, ...] = ("holds", "rising", "easing")
    likeliest = max(order, key=lambda each: weights.get(each, 0.0))
    if weights.get(likeliest, 0.0) < VERDICT_LEAST:
        return "unknown", ()
    ranked = sorted(backing[likeliest], key=lambda item: item[:2])
    return likeliest, tuple(verdict for _, _, verdict in ranked)


def _sources(terms: Iterable[Term], stories: Mapping[str, Story], last: date) -> tuple[Source, ...]:
    """What weighs on the last day, heaviest first."""
    weighed = [
        event_source(stories[term.of].head, now)
        for term, now in weighing(terms, last)
        if abs(now) >= _LEAST_SHOWN
    ]
    return tuple(
        sorted(
            weighed,
            key=lambda source: (
                -abs(source.weight or 0.0),
                source.date or "",
                source.report_id,
                source.evidence.start,
                source.of,
            ),
        )
    )
