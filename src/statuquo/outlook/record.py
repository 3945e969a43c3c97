"""How forecasts did before: a rolling back-test over the events themselves.

Every week of the later half of the days, each pair that is known by then is forecast from what was
known, by a forecaster that is fitted anew every four weeks; what then came is held against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from statuquo.outlook.dyads import DyadForecaster
from statuquo.outlook.facts import QUADS, Day, Entity, in_order, quad_number
from statuquo.outlook.panel import CONFLICT
from statuquo.outlook.places import Parts, name_parts

LEAST_EVENTS: Final = 3
"""Events of a pair by a day, for it to be forecast on that day."""
_WEEK: Final = 7
_REFIT_WEEKS: Final = 4
_ONSET: Final = 28
_BINS: Final = 10
_REPEATS: Final = 1000
_SEED: Final = 20
_LEVEL: Final = (0.025, 0.975)
_NEVER: Final = -(2**40)
"""Before any day."""


@dataclass(frozen=True, slots=True)
class Slice:
    """The figures of some forecasts.

    Args:
        name: ``all``, ``cross-border`` (not within one country or entity) or ``onset`` (no material
            conflict for four weeks).
        forecasts: how many.
        share: of them, how many came true.
        brier: mean squared error of ours.
        climatology: that of the dyad's own past, shrunk.
        low: of the difference, lower end of the 95 % interval; pairs are resampled.
        high: upper end.
    """

    name: str
    forecasts: int
    share: float
    brier: float
    climatology: float
    low: float
    high: float

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "name": self.name,
            "forecasts": self.forecasts,
            "share": round(self.share, 4),
            "brier": round(self.brier, 5),
            "climatology": round(self.climatology, 5),
            "difference": [round(self.low, 5), round(self.high, 5)],
        }


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of about the same probability, and what came of them.

    Args:
        low: lowest probability.
        high: highest.
        forecasts: how many.
        said: their mean probability.
        came: the share of them that came true.
    """

    low: float
    high: float
    forecasts: int
    said: float
    came: float

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "from": round(self.low, 2),
            "to": round(self.high, 2),
            "forecasts": self.forecasts,
            "said": round(self.said, 4),
            "came": round(self.came, 4),
        }


@dataclass(frozen=True, slots=True)
class Record:
    """How forecasts did.

    Args:
        horizon: days ahead.
        weeks: how many weeks were forecast.
        slices: figures over all forecasts and over parts of them; those without any are left out.
        reliability: forecasts by probability.
    """

    horizon: int
    weeks: int
    slices: tuple[Slice, ...]
    reliability: tuple[Bin, ...]

    @property
    def forecasts(self) -> int:
        """How many forecasts there were."""
        return self.slices[0].forecasts if self.slices else 0

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "horizon": self.horizon,
            "weeks": self.weeks,
            "forecasts": self.forecasts,
            "slices": [one.to_dict() for one in self.slices],
            "reliability": [one.to_dict() for one in self.reliability],
        }


def backtest(
    events: Iterable[tuple[Day, Entity, Entity, Any]],
    horizon: int = 7,
    *,
    parts: Parts = name_parts,
    step: Callable[[int, int], object] = lambda _done, _all: None,
) -> Record:
    """Forecast the later half of the days week by week, and compare with what came.

    Args:
        events: (date, actor, recipient, quad class).
        horizon: days ahead.
        parts: reads sector and country from an entity's name.
        step: called with the weeks done and the weeks there are.

    Returns:
        The record; one without slices where there are too few days.

    Raises:
        InputError: an event has not four values, no day, or no known quad class.
    """
    facts = [
        (day, one, other, QUADS[quad_number(quad)]) for day, one, other, quad in in_order(events)
    ]
    if not facts:
        return Record(horizon, 0, (), ())
    first, last = facts[0][0], facts[-1][0]
    origins = list(range(last - horizon, first + (last - first) // 2 - 1, -_WEEK))[::-1]
    rows: list[tuple[float, float, bool, bool, bool]] = []
    pairs: list[str] = []
    outlook, seen, known = DyadForecaster(horizon, parts=parts), 0, _Conflicts()
    for week, origin in enumerate(origins):
        upto = seen
        while upto < len(facts) and facts[upto][0] <= origin:
            upto += 1
        known.add(facts[seen:upto])
        if week % _REFIT_WEEKS == 0:
            outlook.fit(facts[:upto])
        else:
            outlook.observe(facts[seen:upto])
        seen = upto
        coming = {
            fact[1:3]
            for fact in facts[upto:]
            if fact[0] <= origin + horizon and fact[3] == QUADS[CONFLICT]
        }
        for pair in known.pairs(LEAST_EVENTS):
            told = outlook.explain(*pair, origin)
            abroad = _land(pair[0], parts) != _land(pair[1], parts)
            onset = known.last(pair) <= origin - _ONSET
            rows.append((told.probability, told.climatology, pair in coming, abroad, onset))
            pairs.append(" ".join(sorted(map(str, pair))))
        step(week + 1, len(origins))
    return _record(horizon, len(origins), rows, pairs)


class _Conflicts:
    """What is known of each pair: events, and the last day of material conflict."""

    def __init__(self) -> None:
        self._events: dict[tuple[Any, Any], int] = {}
        self._last: dict[tuple[Any, Any], int] = {}

    def add(self, facts: Iterable[tuple[int, Any, Any, str]]) -> None:
        for day, one, other, quad in facts:
            pair = (one, other)
            self._events[pair] = self._events.get(pair, 0) + 1
            if quad == QUADS[CONFLICT]:
                self._last[pair] = day

    def pairs(self, least: int) -> list[tuple[Any, Any]]:
        return [pair for pair, count in self._events.items() if count >= least]

    def last(self, pair: tuple[Any, Any]) -> int:
        return self._last.get(pair, _NEVER)


def _land(entity: Entity, parts: Parts) -> Entity:
    return parts(entity)[1] or entity


def _record(
    horizon: int, weeks: int, rows: list[tuple[float, float, bool, bool, bool]], pairs: list[str]
) -> Record:
    if not rows:
        return Record(horizon, weeks, (), ())
    said, climate, came = (np.array([row[at] for row in rows], np.float64) for at in range(3))
    chosen = {
        "all": np.ones(len(rows), np.bool_),
        "cross-border": np.array([row[3] for row in rows]),
        "onset": np.array([row[4] for row in rows]),
    }
    group = np.unique(pairs, return_inverse=True)[1]
    slices = tuple(
        _slice(name, part, group, said=said, climate=climate, came=came)
        for name, part in chosen.items()
        if part.any()
    )
    return Record(horizon, weeks, slices, reliability(said, came))


def _slice(
    name: str,
    part: NDArray[np.bool_],
    group: NDArray[np.intp],
    *,
    said: NDArray[np.float64],
    climate: NDArray[np.float64],
    came: NDArray[np.float64],
) -> Slice:
    ours, theirs = (said - came) ** 2, (climate - came) ** 2
    gain = np.bincount(group, np.where(part, ours - theirs, 0))
    size = np.bincount(group, part)
    drawn = np.random.default_rng(_SEED).integers(0, len(gain), (_REPEATS, len(gain)))
    sizes = size[drawn].sum(axis=1)
    means = gain[drawn].sum(axis=1)[sizes > 0] / sizes[sizes > 0]
    low, high = np.quantile(means, _LEVEL)
    return Slice(
        name, int(part.sum()), float(came[part].mean()), float(ours[part].mean()),
        float(theirs[part].mean()), float(low), float(high),
    )  # fmt: skip


def reliability(said: NDArray[np.float64], came: NDArray[np.float64]) -> tuple[Bin, ...]:
    """Forecasts in ten classes of probability; classes without any are left out.

    Args:
        said: the probabilities.
        came: 1 where it came, else 0.
    """
    at = np.minimum((said * _BINS).astype(int), _BINS - 1)
    return tuple(
        Bin(
            number / _BINS, (number + 1) / _BINS, int((at == number).sum()),
            float(said[at == number].mean()), float(came[at == number].mean()),
        )
        for number in range(_BINS)
        if (at == number).any()
    )  # fmt: skip
