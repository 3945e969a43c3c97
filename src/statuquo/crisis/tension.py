"""How tense it is: ``tension-v0``, a sum that shows its terms, and the reports' own verdicts.

Each story adds its weighted PLOVER score on its day (conflict up, cooperation down by half as
much), and half of what it added is gone a week later. The figure has no upper end and depends on
how much is reported: compare days of one crisis, not two crises.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from statuquo.crisis.dates import as_date
from statuquo.crisis.model import Judgement, Period, State, Tension, Trend
from statuquo.crisis.stories import event_source
from statuquo.crisis.values import Source, Story
from statuquo.crisis.weights import (
    EASING_SHARE,
    HALF_LIFE_DAYS,
    HYPOTHETICAL_VERDICT,
    TREND_DAYS,
    TREND_LEAST,
    TREND_SHARE,
)

INDEX: Final = "tension-v0"

_STATE_OF_VERDICT: Final[dict[str, State]] = {
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
    """The tension of the period's last day, the way to it, and what weighs on it.

    Args:
        told: all stories.
        verdicts: all verdicts of the reports.
        period: the days that the reports cover.
    """
    terms = [(story, _points(story)) for story in told]
    terms = [(story, points) for story, points in terms if points]
    dated: dict[date, float] = defaultdict(float)
    for story, points in terms:
        if day := as_date(story.head.date):
            dated[day] += points
    last = as_date(period.end) or max(dated, default=None)
    series = _series(dated, period.start, last) if last else ()
    undated = sum(points for story, points in terms if not as_date(story.head.date))
    value = series[-1][1] if series else undated
    trend = _trend(series)
    state, weighed = _state(tuple(verdicts), last)
    state_from = "verdicts" if weighed else None
    if not weighed and trend != "unknown":
        state, state_from = ("holds" if trend == "steady" else trend), "index"
    return Tension(
        index=INDEX,
        value=value,
        trend=trend,
        state=state,
        state_from=state_from,
        day=last.isoformat() if last else None,
        half_life_days=HALF_LIFE_DAYS,
        series=series,
        undated=sum(1 for story, _ in terms if not as_date(story.head.date)),
        sources=_sources(terms, last),
        verdicts=weighed,
    )


def _points(story: Story) -> float:
    raised = -story.head.score * story.weight
    return raised if raised > 0 else raised * EASING_SHARE


def _fade(days: int) -> float:
    return float(0.5 ** (days / HALF_LIFE_DAYS))


def _series(
    dated: dict[date, float], start: str | None, last: date
) -> tuple[tuple[str, float], ...]:
    """The index of every day from the first to the last; what came before has faded into it."""
    known = [day for day in dated if day <= last]
    first = as_date(start) or min(known, default=last)
    first = max(min(first, last), last - timedelta(days=_LONGEST_SERIES))
    level = sum(dated[day] * _fade((first - day).days) for day in sorted(known) if day < first)
    found = []
    for step in range((last - first).days + 1):
        day = first + timedelta(days=step)
        level = (level * _fade(1) if step else level) + dated.get(day, 0.0)
        found.append((day.isoformat(), level))
    return tuple(found)


def _trend(series: Sequence[tuple[str, float]]) -> Trend:
    if len(series) <= TREND_DAYS:
        return "unknown"
    now, before = series[-1][1], series[-1 - TREND_DAYS][1]
    least = max(TREND_LEAST, TREND_SHARE * max(abs(now), abs(before)))
    if abs(now - before) < least:
        return "steady"
    return "rising" if now > before else "easing"


def _state(
    verdicts: tuple[Judgement, ...], last: date | None
) -> tuple[State, tuple[Judgement, ...]]:
    """What the latest verdicts say together, those that say so, weightiest first."""
    weights: dict[State, float] = defaultdict(float)
    backing: dict[State, list[tuple[float, int, Judgement]]] = defaultdict(list)
    for place, verdict in enumerate(verdicts):
        state = _STATE_OF_VERDICT.get(verdict.kind)
        if state is None:
            continue
        day = as_date(verdict.date)
        age = (last - day).days if last and day else 0
        weight = _fade(max(age, 0)) * (1.0 if verdict.asserted else HYPOTHETICAL_VERDICT)
        # Between equals, «the statu quo reigns» says more about it than «there is no dialogue».
        named = 0 if verdict.kind == "statu-quo" else 1
        weights[state] += weight
        backing[state].append((-round(weight, 6), named * len(verdicts) + place, verdict))
    if not weights:
        return "unknown", ()
    order: tuple[State, ...] = ("holds", "rising", "easing")
    likeliest: State = max(order, key=lambda each: weights.get(each, 0.0))
    ranked = sorted(backing[likeliest], key=lambda item: item[:2])
    return likeliest, tuple(verdict for _, _, verdict in ranked)


def _sources(terms: Iterable[tuple[Story, float]], last: date | None) -> tuple[Source, ...]:
    """What weighs on the last day, heaviest first; undated stories only where nothing is dated."""
    weighed = []
    for story, points in terms:
        day = as_date(story.head.date)
        if last is None:
            now = points
        elif day is None or day > last:
            continue
        else:
            now = points * _fade((last - day).days)
        if abs(now) >= _LEAST_SHOWN:
            weighed.append(event_source(story.head, now))
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
