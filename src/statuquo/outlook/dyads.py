"""How probable it is that one entity does material conflict to another within some days.

    outlook = DyadForecaster(horizon=7).fit(events)      # (date, actor, recipient, quad)
    outlook.probability("Russia", "Ukraine", date)       # from what was known on that date
    outlook.explain("Russia", "Ukraine", date)
    outlook.observe(new_events)

The base is the dyad's own past. Evidence may move it, each kind within bounds, and only the kinds
that made forecasts better when the forecaster was tried on the later part of what it was given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from statuquo.errors import InputError
from statuquo.outlook.facts import Day, Entity, day_number, in_order, is_dated, quad_number
from statuquo.outlook.logistic import Logistic, chance, logit
from statuquo.outlook.panel import CLIMATE, EVIDENCE, FIGURES, Pair, Panel
from statuquo.outlook.places import Parts, name_parts

_LEAST_EVENTS: Final = 5
"""Events of a pair by a day, for that day to be learned from."""
_RUN_IN: Final = 40
"""Days at the start that are only counted."""
_MOST_ROWS: Final = 40_000
_FEWEST_ROWS, _FEWEST_HITS = 1_000, 50
"""Below these nothing is learned and the climatology stands."""
_RIDGE: Final = 100.0
_PSEUDO_WINDOWS: Final = 2.0
"""Windows that the share of all pairs counts for in a pair's own (docs/outlook.md)."""
_BOUND: Final = 1.5
"""Log-odds by which one kind of evidence may move a forecast at most."""
_FOLDS: Final = 3
_TRIED_SHARE: Final = 0.5
"""Part of the days, the last one, in which evidence is put to the test."""
_SLIGHT: Final = 0.1
"""Log-odds below which the evidence does not count as having moved a forecast."""
_BASE: Final = FIGURES.index(CLIMATE[-1]) + 1


@dataclass(frozen=True, slots=True)
class Offset:
    """What one kind of evidence adds to the log-odds.

    Args:
        name: the kind, as `statuquo.outlook.panel.EVIDENCE` names them.
        value: log-odds added, within bounds.
    """

    name: str
    value: float

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"name": self.name, "value": round(self.value, 4)}


@dataclass(frozen=True, slots=True)
class DyadExplanation:
    """Why a dyad has its probability.

    Args:
        probability: of at least one event of material conflict within the horizon.
        climatology: the share of such windows so far, shrunk to that of all pairs.
        base: log-odds from the dyad's own past and the general rates of the two.
        offsets: what the evidence adds, largest first; empty where none earned its place.
        hits: windows so far with material conflict, in units of whole windows.
        windows: windows so far, in the same units.
        last: number of the day of the last material conflict, None if there was none.
    """

    probability: float
    climatology: float
    base: float
    offsets: tuple[Offset, ...]
    hits: float
    windows: float
    last: int | None

    @property
    def moving(self) -> tuple[Offset, ...]:
        """The offsets that are more than slight."""
        return tuple(offset for offset in self.offsets if abs(offset.value) >= _SLIGHT)

    @property
    def only_past(self) -> bool:
        """Whether this is no more than the dyad's own past."""
        return not self.moving

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "probability": round(self.probability, 4),
            "climatology": round(self.climatology, 4),
            "base": round(self.base, 4),
            "offsets": [offset.to_dict() for offset in self.offsets],
            "hits": round(self.hits, 2),
            "windows": round(self.windows, 2),
            "only_past": self.only_past,
        }


@dataclass(slots=True)
class _Rows:
    """Forecasts that could have been made, and what came."""

    figures: NDArray[np.float64]
    climate: NDArray[np.float64]
    came: NDArray[np.bool_]
    origins: NDArray[np.int64]
    abroad: NDArray[np.bool_]
    onset: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Model:
    """A logistic regression over some of the figures; without one, the climatology."""

    kinds: tuple[str, ...] = ()
    logistic: Logistic | None = None
    columns: tuple[int, ...] = field(default=())

    @classmethod
    def learned(cls, rows: _Rows, kinds: Iterable[str], weight: float, chosen: Any) -> _Model:
        kinds = tuple(kinds)
        names = (*CLIMATE, *(name for kind in kinds for name in EVIDENCE[kind]))
        columns = tuple(FIGURES.index(name) for name in names)
        figures = rows.figures[np.ix_(chosen, columns)]
        logistic = Logistic.learned(
            figures, logit(rows.climate[chosen]), rows.came[chosen], weight=weight, ridge=_RIDGE
        )
        return cls(kinds, logistic, columns)

    def parts(
        self, figures: NDArray[np.float64], climate: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], ...]:
        """The base, and each kind's bounded offset, of rows of figures."""
        assert self.logistic is not None
        parts = self.logistic.parts(figures[:, self.columns])
        base = logit(climate) + self.logistic.constant + parts[:, :_BASE].sum(axis=1)
        offsets, at = [], _BASE
        for kind in self.kinds:
            end = at + len(EVIDENCE[kind])
            offsets.append(np.clip(parts[:, at:end].sum(axis=1), -_BOUND, _BOUND))
            at = end
        return (base, *offsets)

    def chances(self, rows: _Rows, chosen: Any) -> NDArray[np.float64]:
        """The probabilities of some rows."""
        if self.logistic is None:
            return np.asarray(rows.climate[chosen])
        return chance(np.sum(self.parts(rows.figures[chosen], rows.climate[chosen]), axis=0))


class DyadForecaster:
    """Gives the probability of material conflict from one entity to another within some days.

    Args:
        horizon: days ahead.
        parts: reads the sector and the country from an entity's name.

    >>> events = [(day, "A", "B", "material-conflict") for day in range(0, 70, 14)]
    >>> outlook = DyadForecaster(horizon=7).fit(events)
    >>> 0 < outlook.probability("B", "A", 69) < outlook.probability("A", "B", 69) < 1
    True
    """

    def __init__(self, horizon: int = 7, *, parts: Parts = name_parts) -> None:
        if horizon < 1:
            raise InputError(f"a horizon of {horizon} days is none; give 1 or more")
        self.horizon = horizon
        self._parts = parts
        self._empty()

    def _empty(self) -> None:
        self._panel = Panel(self._parts)
        self._model = _Model()
        self._start: int | None = None
        self._pool = 0.1
        self._dated = False

    @property
    def evidence(self) -> tuple[str, ...]:
        """The kinds of evidence that earned their place; empty where the past stands alone."""
        return self._model.kinds

    @property
    def learned(self) -> bool:
        """Whether anything was learned beyond the climatology."""
        return self._model.logistic is not None

    def fit(self, events: Iterable[tuple[Day, Entity, Entity, Any]]) -> Self:
        """Take in events and learn from them what tends to come before conflict.

        Args:
            events: (date, actor, recipient, quad class) in any order; dates, or numbers of days.

        Returns:
            The forecaster itself, without memory of an earlier fit.

        Raises:
            InputError: an event has not four values, no day, or no known quad class.
        """
        listed = list(events)
        facts = _coded(listed)
        self._empty()
        self._dated = bool(listed) and is_dated(listed[0][0])
        self._panel.add(facts)
        if facts:
            self._start = facts[0][0]
            self._learn(facts[-1][0])
        return self

    def observe(self, events: Iterable[tuple[Day, Entity, Entity, Any]]) -> Self:
        """Take in events that have become known; what was learned stays.

        Args:
            events: as `fit` takes them.

        Raises:
            InputError: an event has not four values, no day, or no known quad class.
        """
        listed = list(events)
        facts = _coded(listed)
        if not facts:
            return self
        if self._start is None:
            self._start, self._dated = facts[0][0], is_dated(listed[0][0])
        elif is_dated(listed[0][0]) != self._dated:
            raise InputError("days must be of the kind that fit was given: numbers or dates")
        self._panel.add(facts)
        return self

    def probability(self, actor: Entity, recipient: Entity, date: Day) -> float:
        """The probability of material conflict from one to the other within the horizon.

        Args:
            actor: who would do it.
            recipient: to whom.
            date: the day after which it is asked; all up to it and of it is used, nothing later.
        """
        return self.explain(actor, recipient, date).probability

    def climatology(self, actor: Entity, recipient: Entity, date: Day) -> float:
        """The share of windows so far with material conflict, shrunk to that of all pairs."""
        return self.explain(actor, recipient, date).climatology

    def explain(self, actor: Entity, recipient: Entity, date: Day) -> DyadExplanation:
        """Show what a probability is made of.

        Args:
            actor: who would do it.
            recipient: to whom.
            date: as for `probability`.
        """
        pair, day = (actor, recipient), day_number(date)
        origins = np.array([day], np.int64)
        start = day if self._start is None else self._start
        hits, windows = self._windows(pair, origins, start)
        climate = float(self._climate(hits, windows)[0])
        days = self._panel.days(pair)
        last = int(np.searchsorted(days, day, side="right"))
        if self._model.logistic is None:
            base, values = float(logit(np.array([climate]))[0]), []
        else:
            figures = self._panel.figures(pair, origins, self.horizon, start)
            base, *values = (
                float(part[0]) for part in self._model.parts(figures, np.array([climate]))
            )
        offsets = [
            Offset(kind, value) for kind, value in zip(self._model.kinds, values, strict=True)
        ]
        return DyadExplanation(
            probability=float(chance(np.array([base + sum(values)]))[0]),
            climatology=climate,
            base=base,
            offsets=tuple(sorted(offsets, key=lambda offset: -abs(offset.value))),
            hits=float(hits[0]),
            windows=float(windows[0]),
            last=int(days[last - 1]) if last else None,
        )

    def _windows(
        self, pair: Pair, origins: NDArray[np.int64], start: int
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        hits, windows = self._panel.windows(pair, origins, self.horizon, start)
        return hits / self.horizon, windows / self.horizon

    def _climate(
        self, hits: NDArray[np.float64], windows: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        pseudo = _PSEUDO_WINDOWS
        return np.asarray((hits + pseudo * self._pool) / (windows + pseudo))

    def _learn(self, last: int) -> None:
        assert self._start is not None
        self._pool = self._pooled(last)
        rows, weight = self._rows(last)
        if rows is None or not self._enough(rows.came):
            return
        everything = np.ones(len(rows.came), np.bool_)
        kinds = self._earned(rows, weight)
        if kinds is not None:
            self._model = _Model.learned(rows, kinds, weight, everything)

    def _pooled(self, last: int) -> float:
        """Share of windows with conflict over all pairs that have events enough, or over all."""
        assert self._start is not None
        pairs = self._panel.pairs(_LEAST_EVENTS) or self._panel.pairs(1)
        origins = np.array([last], np.int64)
        found = [self._windows(pair, origins, self._start) for pair in pairs]
        hits, windows = (sum(float(one[at][0]) for one in found) for at in (0, 1))
        # A tenth of a window, as rare as conflict is, keeps it off 0 where there is next to nothing.
        return (hits + 0.1) / (windows + 1)

    def _rows(self, last: int) -> tuple[_Rows | None, float]:
        """All forecasts of the past whose outcome is known, and what each counts for."""
        assert self._start is not None
        pairs = self._panel.pairs(_LEAST_EVENTS)
        first, until = self._start + _RUN_IN, last - self.horizon
        step = max(1, -(-len(pairs) * (until - first + 1) // _MOST_ROWS))
        origins = np.arange(until, first - 1, -step, dtype=np.int64)[::-1]
        if not pairs or not len(origins):
            return None, 0.0
        parts: list[tuple[NDArray[Any], ...]] = []
        for pair in pairs:
            days = origins[self._panel.volume(pair, origins) >= _LEAST_EVENTS]
            if not len(days):
                continue
            figures = self._panel.figures(pair, days, self.horizon, self._start)
            climate = self._climate(*self._windows(pair, days, self._start))
            parts.append(
                (
                    figures, climate, self._panel.labels(pair, days, self.horizon), days,
                    figures[:, FIGURES.index("home")] == 0, self._panel.onsets(pair, days),
                )
            )  # fmt: skip
        if not parts:
            return None, 0.0
        rows = _Rows(*(np.concatenate(column) for column in zip(*parts, strict=True)))
        return rows, step / self.horizon if step < self.horizon else 1.0

    @staticmethod
    def _enough(came: NDArray[np.bool_]) -> bool:
        return len(came) >= _FEWEST_ROWS and _FEWEST_HITS <= came.sum() <= len(came) - _FEWEST_HITS

    def _earned(self, rows: _Rows, weight: float) -> tuple[str, ...] | None:
        """The kinds of evidence that made forecasts better; None where the climatology is best."""
        kinds = tuple(EVIDENCE)
        full, climate = self._tried(rows, weight, kinds), rows.climate
        truth, tried = rows.came, ~np.isnan(full)
        if not tried.any():
            return None

        def loss(p: NDArray[np.float64], part: NDArray[np.bool_]) -> float:
            return float(np.mean((p[part] - truth[part]) ** 2)) if part.any() else 0.0

        kept = tuple(
            kind
            for kind in kinds
            if loss(self._tried(rows, weight, [one for one in kinds if one != kind]), tried)
            > loss(full, tried)
        )
        slices = [tried, tried & rows.abroad, tried & rows.onset]
        for choice in dict.fromkeys((kept, kinds, ())):
            found = self._tried(rows, weight, choice)
            if all(loss(found, part) <= loss(climate, part) for part in slices):
                return choice
        return None

    def _tried(self, rows: _Rows, weight: float, kinds: Iterable[str]) -> NDArray[np.float64]:
        """Forecasts of the later part, each part by a model that knew only what was before it."""
        kinds = tuple(kinds)
        first, last = int(rows.origins.min()), int(rows.origins.max())
        bounds = np.linspace(first + (1 - _TRIED_SHARE) * (last - first), last + 1, _FOLDS + 1)
        found = np.full(len(rows.came), np.nan)
        for low, high in pairwise(bounds):
            known = rows.origins + self.horizon < low
            asked = (rows.origins >= low) & (rows.origins < high)
            if self._enough(rows.came[known]):
                found[asked] = _Model.learned(rows, kinds, weight, known).chances(rows, asked)
        return found


def _coded(events: Iterable[Any]) -> list[tuple[int, Any, Any, int]]:
    return [
        (day, actor, recipient, quad_number(quad))
        for day, actor, recipient, quad in in_order(events)
    ]
