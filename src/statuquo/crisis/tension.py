"""How tense it is, for the crisis and for each dyad: `index` over the stories, beside the verdicts.

Each story adds the points of its PLOVER score on its day, weighed by how it is told, who says it,
how sure the coder is, and how many outlets tell it independently of one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A story with the points that it adds on its day."""

    story: Story
    points: float

    @property
    def day(self) -> date | None:
        return as_date(self.story.head.date)

    @property
    def term(self) -> Term | None:
        """As the index takes it; None without a day."""
        deed = self.story.head.quad == "material-conflict"
        return (
            Term(day=self.day, points=self.points, deed=deed, of=self.story.id)
            if self.day
            else None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What the index says of some stories on the last day, and on the way to it."""

    value: float
    series: Series
    standing: Standing
    tipped: Shift | None
    changes: tuple[Shift, ...]
    sources: tuple[Source, ...]

    @property
    def rest(self) -> float:
        """What has faded too far to be listed."""
        return self.value - sum(source.weight or 0.0 for source in self.sources)


def tension(told: Iterable[Story], verdicts: Iterable[Judgement], period: Period) -> Tension:
    """The tension of the period's last day, the way to it, what weighs on it and what tipped it.

    Args:
        told: all stories.
        verdicts: all verdicts of the reports.
        period: the days that the reports cover.
    """
    weighed = [item for story in told if (item := _Weighed(story, _points(story))).points]
    days = [item.day for item in weighed if item.day]
    last = as_date(period.end) or max(days, default=None)
    if last:
        first = _first_day(days, as_date(period.start), last)
        reading, dyads = _read(weighed, first, last), _dyads(weighed, first, last)
    else:
        reading, dyads = _undated(weighed), ()
    trend = _trend(reading.series)
    state, backing = _told(tuple(verdicts), last)
    state_from = "verdicts" if backing else None
    if not backing:
        state = reading.standing if reading.standing != "unknown" else _standing_of(trend)
        state_from = None if state == "unknown" else "index"
    return Tension(
        index=INDEX,
        value=reading.value,
        trend=trend,
        standing=reading.standing,
        tipped=reading.tipped,
        changes=reading.changes,
        state=state,
        state_from=state_from,
        day=last.isoformat() if last else None,
        half_life_days=HALF_LIFE_DAYS,
        series=reading.series,
        undated=sum(1 for item in weighed if item.day is None),
        sources=reading.sources,
        rest=reading.rest,
        verdicts=backing,
        dyads=dyads,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one story adds to the index of a day.

    Args:
        story: the story.
        points: what it added on its own day.
        now: what is left of that on the day that is asked about.
    """

    story: Story
    points: float
    now: float


def contributions(told: Iterable[Story], on: date) -> tuple[Contribution, ...]:
    """What the index of a day is the sum of, heaviest first.

    Args:
        told: all stories of a crisis, or those `between` two sides.
        on: the day.

    >>> contributions([], date(2019, 5, 1))
    ()
    """
    known = {story.id: _Weighed(story, _points(story)) for story in told}
    terms = [term for item in known.values() if item.points and (term := item.term)]
    found = [
        Contribution(story=known[term.of].story, points=term.points, now=now)
        for term, now in weighing(terms, on)
    ]
    return tuple(
        sorted(found, key=lambda one: (-abs(one.now), one.story.head.date or "", one.story.id))
    )


def between(told: Iterable[Story], pair: tuple[Side, Side]) -> tuple[Story, ...]:
    """The stories between two sides, whoever acts."""
    return tuple(story for story in told if any({*dyad} == {*pair} for dyad in story.dyads()))


def dyad_tension(told: Iterable[Story], pair: tuple[Side, Side], whole: Tension) -> DyadTension:
    """The tension between any two sides, over the same days as that of the crisis.

    Args:
        told: all stories of the crisis.
        pair: the two sides.
        whole: the tension of the crisis, which names the busiest pairs and the days.

    Returns:
        What `whole` says of the pair, or else the same reading made now; without days where
        nothing of the crisis has any.
    """
    one, other = sorted(pair, key=lambda side: side.id)
    known = next((dyad for dyad in whole.dyads if dyad.parties == (one, other)), None)
    if known:
        return known
    stories = between(told, pair)
    weighed = [item for story in stories if (item := _Weighed(story, _points(story))).points]
    ends = [as_date(day) for day, _ in (whole.series[:1] + whole.series[-1:])]
    first, last = (ends[0], ends[-1]) if ends else (None, None)
    if first is None or last is None:
        return _dyad_of((one, other), weighed, _undated(weighed))
    return _dyad((one, other), [item for item in weighed if item.day], first, last)


def corroboration(outlets: int) -> float:
    """What a story weighs more for being told by so many independent outlets.

    >>> corroboration(1), corroboration(2), corroboration(50)
    (1.0, 1.25, 1.5)
    """
    most = len(CORROBORATION)
    return CORROBORATION[min(max(outlets, 1), most) - 1]


def _points(story: Story) -> float:
    return points_of(story.head.score, story.weight * corroboration(story.outlets))


def _first_day(days: Iterable[date], start: date | None, last: date) -> date:
    first = start or min((day for day in days if day <= last), default=last)
    return max(min(first, last), last - timedelta(days=_LONGEST_SERIES))


def _read(weighed: Sequence[_Weighed], first: date, last: date) -> _Reading:
    """What the index says of some stories, for a crisis and for a dyad alike."""
    known = {item.story.id: item for item in weighed}
    terms = [term for item in weighed if (term := item.term)]
    line = tuple((day.isoformat(), points) for day, points in series(terms, first, last))
    found = changes(terms, first, last)
    stand, tipped = standing(terms, found, first, last)
    shifts = tuple(_shift(change, known) for change in found)
    return _Reading(
        value=line[-1][1],
        series=line,
        standing=stand,
        tipped=shifts[found.index(tipped)] if tipped else None,
        changes=shifts,
        sources=_sources(terms, known, last),
    )


def _undated(weighed: Sequence[_Weighed]) -> _Reading:
    """What weighs where nothing at all has a day."""
    return _Reading(
        value=sum(item.points for item in weighed),
        series=(),
        standing="unknown",
        tipped=None,
        changes=(),
        sources=tuple(event_source(item.story.head, item.points) for item in weighed),
    )


def _shift(change: Change, known: Mapping[str, _Weighed]) -> Shift:
    tipping = [known[of] for of in change.tipped_by]
    return Shift(
        day=change.day.isoformat(),
        kind=change.kind,
        before=change.before,
        after=change.after,
        sources=tuple(event_source(item.story.head, item.points) for item in tipping),
    )


def _dyads(weighed: Iterable[_Weighed], first: date, last: date) -> tuple[DyadTension, ...]:
    """The pairs of sides between whom most happened, tensest first."""
    between: dict[tuple[Side, Side], dict[str, _Weighed]] = defaultdict(dict)
    for item in weighed:
        for one, other in item.story.dyads():
            if one is not None and other is not None:
                pair = (one, other) if one.id < other.id else (other, one)
                between[pair][item.story.id] = item
    dated = {pair: [item for item in items.values() if item.day] for pair, items in between.items()}
    enough = [
        pair
        for pair, items in dated.items()
        if sum(item.day <= last for item in items if item.day) >= DYAD_STORIES
    ]

    def tensest(pair: tuple[Side, Side]) -> tuple[float, str, str]:
        terms = [term for item in dated[pair] if (term := item.term)]
        return -sum(points for _, points in weighing(terms, last)), pair[0].id, pair[1].id

    # Reading a pair means searching its changes: only those that are shown are read.
    enough.sort(key=tensest)
    busiest = set(sorted(enough, key=lambda pair: -len(dated[pair]))[:MOST_DYADS])
    return tuple(_dyad(pair, dated[pair], first, last) for pair in enough if pair in busiest)


def _dyad(
    pair: tuple[Side, Side], weighed: Sequence[_Weighed], first: date, last: date
) -> DyadTension:
    return _dyad_of(pair, weighed, _read(weighed, first, last))


def _dyad_of(
    pair: tuple[Side, Side], weighed: Sequence[_Weighed], reading: _Reading
) -> DyadTension:
    return DyadTension(
        parties=pair,
        value=reading.value,
        standing=reading.standing,
        tipped=reading.tipped,
        stories=len(weighed),
        series=reading.series,
        changes=reading.changes,
        sources=reading.sources,
        rest=reading.rest,
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


def _sources(
    terms: Iterable[Term], known: Mapping[str, _Weighed], last: date
) -> tuple[Source, ...]:
    """What weighs on the last day, heaviest first."""
    weighed = [
        event_source(known[term.of].story.head, now)
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
