"""The signals of a question «whom does this actor do this to, on this day?».

A signal is a number for each entity, from decayed counts of what was known before that day. Those
of the pair are kept for the actor's partners alone (for all others they are 0), the rest for every
entity. Nothing of the day itself, or of a later one, is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from statuquo.outlook.ledger import Ledger
from statuquo.outlook.places import Places
from statuquo.outlook.rules import Rules, bins_of

Floats: TypeAlias = NDArray[np.float32]
Doubles: TypeAlias = NDArray[np.float64]

PAIR: Final = (
    "same_2", "same_8", "same_30", "same_all", "same_share", "same_known",
    "pair_2", "pair_8", "pair_30", "pair_all", "pair_share", "pair_known",
    "rule_log", "rule",
)  # fmt: skip
"""Signals of the actor's partners; a number is the half-life in days."""
WIDE: Final = (
    "taken_2", "taken_30", "taken_all", "taken_sector", "turned_30",
    "met_8", "met_30", "fresh", "new", "self",
    "land_20", "land_200", "land_same", "home", "lands", "actor_land", "actor_land_same",
    "sectors", "actor_sector", "actor_sector_same",
    "two",
)  # fmt: skip
"""Signals of every entity."""
FLAGS: Final = ("known", "known_same")
"""Whether the pair, and the pair with this relation, was met before: seen by every term."""
CONTEXT: Final = ("actor_same", "actor_all")
"""What the actor's own record weighs: deeds of this relation and of all, on a logarithmic scale."""

_HALF_LIVES: Final = (2.0, 8.0, 30.0)
_LONG: Final = 90.0
_COUNT_UNIT: Final = 0.02
_SHARE_UNIT: Final = 0.02
_RULE_UNIT: Final = 1e-3
_LAND_UNIT: Final = 0.05
_ENTITY_UNIT: Final = 1e-2
_LANDS_HALF_LIFE: Final = 60.0
_LAND_HALF_LIVES: Final = (20.0, 200.0)
_FRESH_DAYS: Final = 400
_FRIENDS: Final = 12
_TWO_UNIT: Final = 0.01
_SECTOR_PRIOR: Final = 2.0
_NEVER: Final = -(2**40)
"""Before any day."""


@dataclass(frozen=True, slots=True)
class Past:
    """What one actor had done, and been done, before a day.

    Args:
        relations: of each link, its relation.
        ends: of each link, the place of its other end among the partners.
        partners: the entities at the other ends.
        bins: of each link, the class of days since its last event.
        met: links that were seen before the day at all.
        counts: decayed events by half-life (2, 8, 30 days, none, 90 days) and link.
        pair: the pair's signals without a relation, by partner.
        weight: all events, decayed with 90 days.
    """

    relations: NDArray[np.int32]
    ends: NDArray[np.int32]
    partners: NDArray[np.int32]
    bins: NDArray[np.intp]
    met: NDArray[np.bool_]
    counts: Doubles
    pair: Floats
    weight: float


@dataclass(frozen=True, slots=True)
class Signals:
    """All signals of one question.

    Args:
        partners: the entities that `pair` has columns for.
        pair: a row for each of `PAIR`.
        wide: a row for each of `WIDE` and then of `FLAGS`, a column for each entity.
        context: a number for each of `CONTEXT`.
    """

    partners: NDArray[np.int32]
    pair: Floats
    wide: Floats
    context: Floats


class Reader:
    """Reads the signals of a question from the ledger.

    What several questions of a day share is worked out once; `forget` drops it when facts change.

    Args:
        ledger: the facts.
        places: country and sector of each entity.
        rules: what follows what.
    """

    def __init__(self, ledger: Ledger, places: Places, rules: Rules) -> None:
        self.rules = rules
        self._ledger, self._places = ledger, places
        self._fading: dict[float, Doubles] = {}
        self.forget()

    def forget(self) -> None:
        """Drop what was worked out, since there are new facts."""
        self._day: int | None = None
        self._past: dict[int, Past] = {}
        self._taken: dict[int, Floats] = {}
        self._lands: dict[int, tuple[Floats, tuple[NDArray[np.int32], ...]]] = {}
        self._land_same: dict[tuple[int, int], Floats] = {}
        self._actors: dict[int, Floats] = {}
        self._companies: dict[int, tuple[NDArray[np.int32], Doubles]] = {}

    def read(self, actor: int, relation: int, day: int) -> Signals:
        """The signals of a question; an actor or a relation of -1 is one never met."""
        if day != self._day:
            self.forget()
            self._day = day
            self._begin(day)
        entities = len(self._ledger.entities)
        past = self.past(actor, day)
        same = past.met & (past.relations == relation)
        pair = self._pair(past, same, relation)
        wide = np.empty((len(WIDE) + len(FLAGS), entities), np.float32)
        wide[0:4] = self._taken_by(relation, day)
        wide[4] = self._taken_by(relation ^ 1 if relation >= 0 else -1, day)[1]
        wide[5:9] = self._everyone
        wide[9] = 0
        home, sector = self._places.home, self._places.sector
        land = int(home[actor]) if actor >= 0 else 0
        shared, _ = self._land(land, day)
        wide[10:12] = shared[0:2]
        wide[12] = self._same_of_land(land, relation, day)
        wide[13:15] = shared[2:4]
        own = self._of_actor(actor, past, day)
        wide[15] = own[0]
        wide[17] = own[1]
        wide[18] = own[2]
        wide[20] = own[3]
        ends, weights = past.partners[past.ends[same]], past.counts[4][same]
        wide[16] = self._by_land(ends, weights)[home]
        wide[19] = self._by_sector(ends, weights)[sector]
        wide[21:] = 0
        wide[21, past.partners] = pair[11]
        wide[22, past.partners] = pair[5]
        if actor >= 0:
            wide[9, actor] = 1
        context = np.log1p(np.array([weights.sum(), past.weight])).astype(np.float32)
        return Signals(past.partners, pair, wide, context)

    def links(
        self, actor: int, day: int
    ) -> tuple[NDArray[np.intp], NDArray[np.int32], NDArray[np.int32]]:
        """What an actor had done before a day, each link once: class of lag, relation, with whom."""
        deeds = self._ledger.deeds[actor]
        days, links = deeds.rows.before(day)
        last = np.full(len(deeds.relations), _NEVER)
        # The rows are in the order of days, so that what stays is each link's last day.
        last[links] = days
        met = np.flatnonzero(last > _NEVER)
        others = deeds.partners.all[deeds.ends.all[met]]
        return bins_of(day - last[met]), deeds.relations.all[met], others

    def past(self, actor: int, day: int) -> Past:
        """What an actor had done before a day."""
        found = self._past.get(actor) if day == self._day else None
        if found is None:
            found = self._read_past(actor, day)
            if day == self._day:
                self._past[actor] = found
        return found

    def _read_past(self, actor: int, day: int) -> Past:
        if actor < 0:
            nothing = np.zeros(0, np.int32)
            return Past(
                nothing, nothing, nothing, np.zeros(0, np.intp), np.zeros(0, np.bool_),
                np.zeros((5, 0)), np.zeros((6, 0), np.float32), 0.0,
            )  # fmt: skip
        deeds = self._ledger.deeds[actor]
        days, links = deeds.rows.before(day)
        relations, ends, partners = deeds.relations.all, deeds.ends.all, deeds.partners.all
        size, lags = len(relations), day - days
        counts = np.empty((5, size))
        for at, half_life in enumerate((*_HALF_LIVES, None, _LONG)):
            weights = None if half_life is None else self._faded(half_life, lags)
            counts[at] = np.bincount(links, weights=weights, minlength=size)
        # The rows are in the order of days, so that what stays is each link's last day.
        last = np.zeros(size, np.int32)
        last[links] = days
        met = counts[3] > 0
        pairs = np.empty((4, len(partners)))
        for at in range(4):
            pairs[at] = np.bincount(ends, weights=counts[at], minlength=len(partners))
        pair = np.empty((6, len(partners)), np.float32)
        pair[:4] = np.log1p(pairs / _COUNT_UNIT)
        pair[4] = np.log1p(pairs[2] / (1 + pairs[2].sum()) / _SHARE_UNIT)
        pair[5] = pairs[3] > 0
        bins = bins_of(np.where(met, day - last, 1))
        return Past(relations, ends, partners, bins, met, counts, pair, float(counts[4].sum()))

    def _pair(self, past: Past, same: NDArray[np.bool_], relation: int) -> Floats:
        pair = np.zeros((len(PAIR), len(past.partners)), np.float32)
        pair[6:12] = past.pair
        if not len(past.partners):
            return pair
        ends, counts = past.ends[same], past.counts[:, same]
        pair[0:4, ends] = np.log1p(counts[:4] / _COUNT_UNIT)
        pair[4, ends] = np.log1p(counts[2] / (1 + counts[2].sum()) / _SHARE_UNIT)
        pair[5, ends] = 1
        if relation >= 0:
            doubts = self.rules.weigh(relation, past.bins, past.relations) * past.met
            chance = -np.expm1(-np.bincount(past.ends, doubts, minlength=len(past.partners)))
            pair[12] = np.log1p(chance / _RULE_UNIT)
            pair[13] = chance
        return pair

    def _begin(self, day: int) -> None:
        """What all questions of a day share."""
        days, one, other = self._ledger.all.before(day)
        size, lags = len(self._ledger.entities), day - days
        self._everyone = np.empty((4, size), np.float32)
        for at, half_life in enumerate(_HALF_LIVES[1:]):
            met = np.bincount(other, weights=self._faded(half_life, lags), minlength=size)
            self._everyone[at] = np.log1p(met / _ENTITY_UNIT)
        since = np.full(size, _FRESH_DAYS)
        since[other] = np.minimum(lags, _FRESH_DAYS)
        self._everyone[2] = np.log((_FRESH_DAYS + 1) / (1 + since))
        self._everyone[3] = 1
        self._everyone[3, other] = 0
        home, lands = self._places.home, self._places.countries
        at = home[one] * lands + home[other]
        weights = self._faded(_LANDS_HALF_LIFE, lags)
        between = np.bincount(at, weights=weights, minlength=lands * lands).reshape(lands, lands)
        between[0] = between[:, 0] = 0
        self._between = np.log1p(between / 0.5).astype(np.float32)
        # Facts by the country of whoever acts, in the order of days.
        order = np.argsort(home[one], kind="stable")
        self._ordered = (days[order], other[order])
        self._bounds = np.searchsorted(home[one][order], np.arange(lands + 1))
        self._order = order

    def _taken_by(self, relation: int, day: int) -> Floats:
        """Who has had this done to them, by anyone."""
        found = self._taken.get(relation)
        if found is not None:
            return found
        size = len(self._ledger.entities)
        found = self._taken[relation] = np.zeros((4, size), np.float32)
        if 0 <= relation < len(self._ledger.by_relation):
            days, _, other = self._ledger.by_relation[relation].before(day)
            lags = day - days
            for at, half_life in enumerate((_HALF_LIVES[0], _HALF_LIVES[2], None)):
                weights = None if half_life is None else self._faded(half_life, lags)
                taken = np.bincount(other, weights=weights, minlength=size)
                found[at] = np.log1p(taken / _COUNT_UNIT)
            sector = self._places.sector
            found[3] = self._by_sector(other, None)[sector]
        return found

    def _land(self, land: int, day: int) -> tuple[Floats, tuple[NDArray[np.int32], ...]]:
        """Whom those of a country have to do with, and those facts themselves."""
        found = self._lands.get(land)
        if found is None:
            size = len(self._ledger.entities)
            rows = np.zeros((4, size), np.float32)
            part = slice(int(self._bounds[land]), int(self._bounds[land + 1]))
            days, other = self._ordered[0][part], self._ordered[1][part]
            if land:
                for at, half_life in enumerate(_LAND_HALF_LIVES):
                    weights = self._faded(half_life, day - days)
                    met = np.bincount(other, weights=weights, minlength=size)
                    rows[at] = np.log1p(met / _LAND_UNIT)
                rows[2] = self._places.home == land
                rows[3] = self._between[land][self._places.home]
            found = self._lands[land] = (rows, (days, other))
        return found

    def _same_of_land(self, land: int, relation: int, day: int) -> Floats:
        """Whom those of a country do this to."""
        found = self._land_same.get((land, relation))
        if found is None:
            size = len(self._ledger.entities)
            met: Doubles = np.zeros(size)
            if land and 0 <= relation < len(self._ledger.by_relation):
                days, one, other = self._ledger.by_relation[relation].before(day)
                ours = self._places.home[one] == land
                weights = self._faded(_LAND_HALF_LIVES[1], day - days[ours])
                met += np.bincount(other[ours], weights=weights, minlength=size)
            found = self._land_same[land, relation] = np.log1p(met / _LAND_UNIT).astype(np.float32)
        return found

    def _of_actor(self, actor: int, past: Past, day: int) -> Floats:
        """What the actor's record says of countries, sectors and partners of partners."""
        found = self._actors.get(actor)
        if found is None:
            home, sector = self._places.home, self._places.sector
            ends, weights = past.partners[past.ends], past.counts[4]
            found = np.empty((4, len(home)), np.float32)
            found[0] = self._by_land(ends, weights)[home]
            found[1] = self._places.affinity[sector[actor] if actor >= 0 else 0][sector]
            found[2] = self._by_sector(ends, weights)[sector]
            found[3] = self._friends(past, day, len(home))
            self._actors[actor] = found
        return found

    def _friends(self, past: Past, day: int, size: int) -> Floats:
        """Whom the actor's closest partners deal with."""
        close = np.bincount(past.ends, past.counts[4], minlength=len(past.partners))
        nearest = np.argsort(-close, kind="stable")[:_FRIENDS]
        nearest = nearest[close[nearest] > 0]
        if not len(nearest):
            return np.zeros(size, np.float32)
        found = [self._company(int(past.partners[place]), day) for place in nearest]
        weights = [
            np.sqrt(close[place]) * share for place, (_, share) in zip(nearest, found, strict=True)
        ]
        reached = np.bincount(
            np.concatenate([partners for partners, _ in found]),
            weights=np.concatenate(weights),
            minlength=size,
        )
        return np.asarray(np.log1p(reached / _TWO_UNIT), np.float32)

    def _company(self, actor: int, day: int) -> tuple[NDArray[np.int32], Doubles]:
        """With whom an entity has to do, and the share that each has in it."""
        found = self._companies.get(actor)
        if found is None:
            deeds = self._ledger.deeds[actor]
            days, links = deeds.rows.before(day)
            partners = deeds.partners.all
            weights = self._faded(_LONG, day - days)
            met = np.bincount(deeds.ends.all[links], weights=weights, minlength=len(partners))
            found = self._companies[actor] = (partners, met / (3 + met.sum()))
        return found

    def _by_land(self, ends: NDArray[np.int32], weights: Doubles) -> Floats:
        met = np.bincount(
            self._places.home[ends], weights=weights, minlength=self._places.countries
        )
        met[0] = 0
        return np.log1p(met / _LAND_UNIT).astype(np.float32)

    def _by_sector(self, ends: NDArray[np.int32], weights: Doubles | None) -> Floats:
        met = np.bincount(
            self._places.sector[ends], weights=weights, minlength=len(self._places.usual)
        )
        return self._places.lift(met.astype(np.float64), _SECTOR_PRIOR)

    def _faded(self, half_life: float, lags: NDArray[np.int32]) -> Doubles:
        """What is left of an event after some days."""
        longest = int(lags.max(initial=0))
        table = self._fading.get(half_life)
        if table is None or len(table) <= longest:
            table = self._fading[half_life] = 0.5 ** (np.arange(2 * longest + 2) / half_life)
        return table[lags]
