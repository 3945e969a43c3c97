"""The outlook of a crisis: how probable conflict is between its sides, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from statuquo.crisis import Crisis, Side, Story
from statuquo.crisis.dates import as_date
from statuquo.events.record import Modality
from statuquo.outlook.dyads import DyadExplanation, DyadForecaster
from statuquo.outlook.places import Parts
from statuquo.outlook.record import Record, backtest

HORIZONS: Final = (7, 28)
FEWEST_DAYS: Final = 28
"""Days that must be covered before anything is forecast: a share of next to no windows is none."""
_UNTOLD: Final = (Modality.HYPOTHETICAL, Modality.DENIED)
_CONFLICT: Final = ("verbal-conflict", "material-conflict")


@dataclass(frozen=True, slots=True)
class Coming:
    """The forecast for one side towards another.

    Args:
        actor: who would do it.
        recipient: to whom.
        why: the probability and what it is made of.
    """

    actor: Side
    recipient: Side
    why: DyadExplanation

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        last = date.fromordinal(self.why.last).isoformat() if self.why.last else None
        return {
            "actor": self.actor.to_dict(),
            "recipient": self.recipient.to_dict(),
            **self.why.to_dict(),
            "last": last,
        }


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may come in a crisis.

    Args:
        day: the last day of which anything is known, or None without dated stories.
        horizon: days ahead.
        evidence: the kinds of evidence that earned their place.
        learned: whether anything was learned beyond each dyad's own past.
        coming: the forecasts, likeliest first.
        record: how such forecasts did before, None where it was not asked.
    """

    day: date | None
    horizon: int
    evidence: tuple[str, ...]
    learned: bool
    coming: tuple[Coming, ...]
    record: Record | None

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "day": self.day.isoformat() if self.day else None,
            "horizon": self.horizon,
            "learned": self.learned,
            "evidence": list(self.evidence),
            "forecasts": [one.to_dict() for one in self.coming],
            "record": self.record.to_dict() if self.record else None,
        }


def facts_of(crisis: Crisis) -> list[tuple[date, str, str, str]]:
    """The events of a crisis as forecasters take them: (day, actor, recipient, quad class).

    Each story counts once, however many reports tell it. What is told as a mere possibility, is
    denied, has no recipient, or lies outside the days that the reports cover, is left out: of the
    years before them too little is told to count from.
    """
    facts = []
    first, last = crisis.period.start, crisis.period.end
    for story in crisis.stories:
        told = as_date(story.head.date)
        if not told or not first or not last or story.head.modality in _UNTOLD:
            continue
        if not first[:10] <= told.isoformat() <= last[:10]:
            continue
        for actor, recipient in story.dyads():
            if actor and recipient:
                facts.append((told, actor.id, recipient.id, story.head.quad))
    return sorted(facts)


def outlook(
    crisis: Crisis, horizon: int = 7, *, record: bool = True, most: int | None = None
) -> Outlook:
    """Forecast material conflict between the sides of a crisis.

    Pairs are shown that have had conflict, in words or deeds. Nothing is forecast before the
    events span `FEWEST_DAYS`, and twice the horizon.

    Args:
        crisis: as `statuquo.crisis.build` makes it.
        horizon: days ahead.
        record: whether to try how such forecasts did before, over the same events.
        most: so many forecasts, the likeliest; None for all.
    """
    facts = facts_of(crisis)
    sides = {side.id: side for story in crisis.stories for side in _sides(story)}
    parts = _by_country(sides)
    forecaster = DyadForecaster(horizon, parts=parts).fit(facts)
    day = as_date(crisis.period.end)
    if not day or not facts or (day - facts[0][0]).days < max(FEWEST_DAYS, 2 * horizon):
        return Outlook(day, horizon, (), False, (), backtest([], horizon) if record else None)
    pairs = sorted({fact[1:3] for fact in facts if fact[3] in _CONFLICT})
    coming = [
        Coming(sides[one], sides[other], forecaster.explain(one, other, day))
        for one, other in pairs
    ]
    coming.sort(key=lambda one: (-one.why.probability, one.actor.id, one.recipient.id))
    return Outlook(
        day=day,
        horizon=horizon,
        evidence=forecaster.evidence,
        learned=forecaster.learned,
        coming=tuple(coming[:most]),
        record=backtest(facts, horizon, parts=parts) if record else None,
    )


def _sides(story: Story) -> list[Side]:
    return [side for pair in story.dyads() for side in pair if side]


def _by_country(sides: dict[str, Side]) -> Parts:
    """A side's sector and country, by its id."""

    def parts(name: object) -> tuple[str | None, str | None]:
        side = sides.get(str(name))
        return (side.sector, side.country) if side else (None, None)

    return parts
