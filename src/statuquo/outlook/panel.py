"""What is known of each ordered pair, and the figures of it that forecasts are made from.

Counts go by quad class. A figure for a day uses that day and those before it, none after.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Hashable, Iterable
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from statuquo.outlook.places import Parts

Doubles: TypeAlias = NDArray[np.float64]
Days: TypeAlias = NDArray[np.int64]
Pair: TypeAlias = tuple[Hashable, Hashable]

CONFLICT: Final = 3
"""Material conflict, the class that is forecast."""
_VERBAL_COOPERATION, _VERBAL_CONFLICT = 0, 2

CLIMATE: Final = (
    "share",
    "share_plain",
    "days",
    "days_45",
    "volume",
    "home",
    "given",
    "taken",
    "back",
)
"""The dyad's own past, and what its actor and its recipient do and suffer in general."""
EVIDENCE: Final = {
    "own conflict lately": ("days_15", "own_7", "own_28"),
    "verbal conflict both ways": ("words_7", "words_28", "words_back_28"),
    "conflict from the other side": ("back_7", "back_28"),
    "verbal cooperation": ("talk_28",),
    "the actor's conflict with all": ("given_7", "given_28"),
    "the recipient's conflict with all": ("taken_7", "taken_28"),
}
"""What may move a forecast away from the dyad's own past, and the figures of each."""
FIGURES: Final = (*CLIMATE, *(name for names in EVIDENCE.values() for name in names))

_MONTH: Final = 28
_ONSET: Final = 28
"""Days without material conflict after which one is an onset."""
_HALF_LIVES: Final = {"days_15": (15.0, 0.02), "days_45": (45.0, 0.01)}
_LEAST_RATE: Final = 0.003
_SHARE_PRIOR: Final = (0.1, 0.5)


class Panel:
    """Events by pair, by actor and by recipient.

    Args:
        parts: reads sector and country from an entity's name.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.first: int | None = None
        self.last: int | None = None
        self._pairs: dict[Pair, list[list[int]]] = {}
        self._given: dict[Hashable, list[int]] = {}
        self._taken: dict[Hashable, list[int]] = {}
        self._arrays: dict[tuple[str, Hashable, int], Days] = {}

    def add(self, facts: Iterable[tuple[int, Hashable, Hashable, int]]) -> None:
        """Take in facts (day, actor, recipient, number of the quad class)."""
        for day, actor, recipient, quad in facts:
            self.first = day if self.first is None else min(self.first, day)
            self.last = day if self.last is None else max(self.last, day)
            days = self._pairs.setdefault((actor, recipient), [[], [], [], []])
            insort(days[quad], day)
            if quad == CONFLICT:
                insort(self._given.setdefault(actor, []), day)
                insort(self._taken.setdefault(recipient, []), day)
        self._arrays.clear()

    def pairs(self, least: int) -> list[Pair]:
        """The pairs of which at least so many events are known, in the order they were met."""
        return [pair for pair, days in self._pairs.items() if sum(map(len, days)) >= least]

    def days(self, pair: Pair, quad: int = CONFLICT) -> Days:
        """The days of a pair's events of one class, each event for itself."""
        key = ("pair", pair, quad)
        found = self._arrays.get(key)
        if found is None:
            known = self._pairs.get(pair)
            found = self._arrays[key] = np.array(known[quad] if known else [], np.int64)
        return found

    def volume(self, pair: Pair, until: Days) -> Doubles:
        """How many events of a pair are known on each of some days."""
        return np.asarray(
            np.sum([_upto(self.days(pair, quad), until) for quad in range(4)], axis=0)
        )

    def labels(self, pair: Pair, origins: Days, horizon: int) -> NDArray[np.bool_]:
        """Whether material conflict came within the horizon after each day."""
        days = self.days(pair)
        return np.asarray(_upto(days, origins + horizon) > _upto(days, origins))

    def onsets(self, pair: Pair, origins: Days) -> NDArray[np.bool_]:
        """Whether the pair has been without material conflict for four weeks on each day."""
        days = self.days(pair)
        return np.asarray(_upto(days, origins) == _upto(days, origins - _ONSET))

    def windows(
        self, pair: Pair, origins: Days, horizon: int, start: int
    ) -> tuple[Doubles, Doubles]:
        """Of the windows of the horizon's length that are over by each day: with conflict, and all."""
        ended = np.maximum(origins - horizon - start + 2, 0)
        covered = np.zeros(int(ended.max(initial=0)) + 1)
        for day in np.unique(self.days(pair)):
            # A window that begins after day x holds x + 1 … x + horizon; x runs from start - 1.
            low, high = max(int(day) - horizon - start + 1, 0), int(day) - start + 1
            covered[low + 1 : max(high + 1, 0)] = 1
        return np.cumsum(covered)[ended], ended.astype(np.float64)

    def figures(self, pair: Pair, origins: Days, horizon: int, start: int) -> Doubles:
        """The `FIGURES` of a pair on each of some days, a row for each day.

        Args:
            pair: actor and recipient.
            origins: the days on which it is asked.
            horizon: days ahead that are asked for.
            start: first day of the record; shares and rates count from it.
        """
        actor, recipient = pair
        back = (recipient, actor)
        span = np.maximum(origins - start + 1, 1)
        months = span / _MONTH
        hits, weeks = self.windows(pair, origins, horizon, start)
        hits, weeks = hits / horizon, weeks / horizon
        share = (hits + _SHARE_PRIOR[0]) / (weeks + _SHARE_PRIOR[1])
        own, words, talk = (
            self.days(pair, quad) for quad in (CONFLICT, _VERBAL_CONFLICT, _VERBAL_COOPERATION)
        )
        other, other_words = self.days(back), self.days(back, _VERBAL_CONFLICT)
        given, taken = self._totals("given", actor), self._totals("taken", recipient)
        active = np.unique(own)
        columns = {
            "share": np.log(share / (1 - share)),
            "share_plain": share,
            "days": np.log(_upto(active, origins) / span + _LEAST_RATE),
            "volume": np.log(0.5 + self.volume(pair, origins) / months),
            "home": np.full(len(origins), float(self._at_home(pair))),
            "given": np.log1p(_upto(given, origins) / months),
            "taken": np.log1p(_upto(taken, origins) / months),
            "back": np.log1p(_upto(other, origins) / months),
            "own_7": _recent(own, origins, 7),
            "own_28": _recent(own, origins, 28),
            "words_7": _recent(words, origins, 7),
            "words_28": _recent(words, origins, 28),
            "words_back_28": _recent(other_words, origins, 28),
            "back_7": _recent(other, origins, 7),
            "back_28": _recent(other, origins, 28),
            "talk_28": _recent(talk, origins, 28),
            "given_7": _recent(given, origins, 7),
            "given_28": _recent(given, origins, 28),
            "taken_7": _recent(taken, origins, 7),
            "taken_28": _recent(taken, origins, 28),
        }
        for name, (half_life, least) in _HALF_LIVES.items():
            columns[name] = np.log(_faded_share(active, origins, start, half_life) + least)
        return np.column_stack([columns[name] for name in FIGURES])

    def _at_home(self, pair: Pair) -> bool:
        """Whether both are one entity or of one country."""
        one, other = (self._parts(name)[1] or name for name in pair)
        return one == other

    def _totals(self, kind: str, entity: Hashable) -> Days:
        key = (kind, entity, CONFLICT)
        found = self._arrays.get(key)
        if found is None:
            known = self._given if kind == "given" else self._taken
            found = self._arrays[key] = np.array(known.get(entity, []), np.int64)
        return found


def _upto(days: Days, origins: Days) -> Doubles:
    """How many days are not after each origin."""
    return np.searchsorted(days, origins, side="right").astype(np.float64)


def _recent(days: Days, origins: Days, window: int) -> Doubles:
    """Events of the last days, on a logarithmic scale."""
    return np.log1p(_upto(days, origins) - _upto(days, origins - window))


def _faded_share(days: Days, origins: Days, start: int, half_life: float) -> Doubles:
    """The share of days with conflict, the last ones counting most."""
    lags = (origins[:, None] - days[None, :]).astype(np.float64)
    kept = np.where(lags >= 0, 0.5 ** (np.maximum(lags, 0) / half_life), 0).sum(axis=1)
    fade = 0.5 ** (1 / half_life)
    whole = (1 - fade ** np.maximum(origins - start + 1, 1)) / (1 - fade)
    return np.asarray(kept / whole)
