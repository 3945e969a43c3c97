"""The tension of a crisis and of its dyads, as values that show what they were made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from statuquo.crisis.index import ChangeKind, Standing
from statuquo.crisis.values import Judgement, Side, Source, tidy

Trend = Literal["rising", "steady", "easing", "unknown"]

Series = tuple[tuple[str, float], ...]
"""(ISO day, points) for each day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A day from which on the tension is another, with the stories that tipped it.

    Args:
        day: ISO day, the first of the new level.
        kind: ``rising``, ``easing`` or ``broken`` (deeds of conflict beyond all that was before).
        before: mean points a day until then.
        after: mean points a day from then on.
        sources: the stories of its first days that moved it most, heaviest first; none where
            it eased because nothing more happened.
    """

    day: str
    kind: ChangeKind
    before: float
    after: float
    sources: tuple[Source, ...]

    def to_dict(self) -> dict[str, Any]:
        """An item of ``changes``."""
        return {
            "day": self.day,
            "kind": self.kind,
            "before": tidy(self.before),
            "after": tidy(self.after),
            "evidence": [source.to_dict() for source in self.sources],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadTension:
    """How tense it is between two sides.

    Args:
        parties: the two, in the order of their ids.
        value: points on the last day.
        standing: what the changes say of that day.
        tipped: the change that made it so, or None where none was found.
        stories: how many stories it rests on.
        series: points of each day.
        changes: every change of the period, in order.
        sources: what weighs on the last day, heaviest first.
        rest: what all that has faded too far to be listed still adds up to.
    """

    parties: tuple[Side, Side]
    value: float
    standing: Standing
    tipped: Shift | None
    stories: int
    series: Series
    changes: tuple[Shift, ...]
    sources: tuple[Source, ...]
    rest: float

    def to_dict(self) -> dict[str, Any]:
        """An item of ``dyads``."""
        return {
            "parties": [side.to_dict() for side in self.parties],
            "value": tidy(self.value),
            "standing": self.standing,
            "since": self.tipped.day if self.tipped else None,
            "stories": self.stories,
            "series": _days(self.series),
            "changes": [change.to_dict() for change in self.changes],
            "contributions": [source.to_dict() for source in self.sources],
            "rest": tidy(self.rest),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """How tense it is, by a named index that shows what it was made of.

    Args:
        index: name and version of the index.
        value: points on the last day (conflict adds, cooperation takes away).
        trend: the last day compared with a week before.
        standing: what the index's own changes say of the last day.
        tipped: the change that made it so, or None where none was found.
        changes: every change of the period, in order.
        state: whether the statu quo holds: from the reports' own verdicts of late, else from the
            index.
        state_from: ``verdicts``, ``index`` or None.
        day: the last day, ISO, or None when nothing is dated.
        half_life_days: how fast an event fades.
        series: (ISO day, points) for each day of the period.
        undated: stories that no day could be given, and that are therefore not in the series.
        sources: what weighs on the last day, heaviest first.
        rest: what all that has faded too far to be listed still adds up to.
        verdicts: the verdicts that decided the state, weightiest first.
        dyads: the pairs of sides between whom most happened, tensest first.
    """

    index: str
    value: float
    trend: Trend
    standing: Standing
    tipped: Shift | None
    changes: tuple[Shift, ...]
    state: Standing
    state_from: str | None
    day: str | None
    half_life_days: float
    series: Series
    undated: int
    sources: tuple[Source, ...]
    rest: float
    verdicts: tuple[Judgement, ...]
    dyads: tuple[DyadTension, ...]

    def to_dict(self) -> dict[str, Any]:
        """The object ``tension``."""
        return {
            "index": self.index,
            "value": tidy(self.value),
            "trend": self.trend,
            "standing": self.standing,
            "since": self.tipped.day if self.tipped else None,
            "changes": [change.to_dict() for change in self.changes],
            "state": self.state,
            "state_from": self.state_from,
            "day": self.day,
            "half_life_days": self.half_life_days,
            "series": _days(self.series),
            "undated": self.undated,
            "contributions": [source.to_dict() for source in self.sources],
            "rest": tidy(self.rest),
            "verdicts": [verdict.id for verdict in self.verdicts],
            "dyads": [dyad.to_dict() for dyad in self.dyads],
            "evidence": [
                *(verdict.to_dict()["evidence"] for verdict in self.verdicts),
                *(source.to_dict() for source in self.sources),
            ],
        }


def _days(series: Iterable[tuple[str, float]]) -> list[dict[str, Any]]:
    return [{"date": day, "value": tidy(value)} for day, value in series]
