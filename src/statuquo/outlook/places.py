"""Where an entity belongs and what it is, as its name says it or as its company shows.

Event data name an entity «Police (Nigeria)» or «Police_(Nigeria)»: sector and country. Where a name
says nothing of the kind, the country is the one that the entity has most to do with.

>>> name_parts("Police_(Nigeria)"), name_parts("Lake Chad")
(('Police', 'Nigeria'), (None, None))
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from statuquo.outlook.ledger import Ledger, Names

Parts: TypeAlias = Callable[[Hashable], tuple[str | None, str | None]]
"""Gives the sector and the country that an entity's name tells, each None where it tells none."""

_NAMED: Final = re.compile(r"^(.+?)[ _]*\(([^()]+)\)$")
_STATE: Final = "state"
_SECTOR_PRIOR: Final = 5.0
"""Events: how many of its own a sector needs before they count as much as all sectors' together."""


def name_parts(name: Hashable) -> tuple[str | None, str | None]:
    """Sector and country as «Sector (Country)» has them; None for both in any other name."""
    found = _NAMED.match(name) if isinstance(name, str) else None
    return (found[1], found[2].replace("_", " ")) if found else (None, None)


class Places:
    """The country and the sector of every entity, as numbers; 0 where it is not known.

    What is learned of them (who is at home where, which sectors deal with which) is learned once,
    from the facts that `learn` sees; entities that turn up later have what their names say.

    Args:
        parts: reads sector and country from a name.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._countries, self._sectors = Names(), Names()
        self._countries.number(None)
        self._sectors.number(None)
        self._state = self._sectors.number(_STATE)
        self.home: NDArray[np.intp] = np.zeros(0, np.intp)
        self.sector: NDArray[np.intp] = np.zeros(0, np.intp)
        self.usual: NDArray[np.float64] = np.ones(0)
        self.affinity: NDArray[np.float32] = np.zeros((0, 0), np.float32)

    @property
    def countries(self) -> int:
        """How many countries there are, the unknown one among them."""
        return len(self._countries)

    def learn(self, ledger: Ledger) -> None:
        """Find every entity's country and sector, and which sectors deal with which."""
        for name in ledger.entities.all:
            self._countries.number(self._parts(name)[1])
        self.meet(ledger.entities.all)
        _, one, other = ledger.all.before(_END)
        by_name = self.home.copy()
        company: dict[int, Counter[int]] = defaultdict(Counter)
        for who, country in zip(one.tolist(), by_name[other].tolist(), strict=True):
            if country and not by_name[who]:
                company[who][country] += 1
        for who, met in company.items():
            self.home[who] = min(met, key=lambda country: (-met[country], country))
        entities = np.bincount(self.sector, minlength=len(self._sectors)) + 1.0
        self.usual = entities / entities.sum()
        deals = np.zeros((len(entities), len(entities)))
        np.add.at(deals, (self.sector[one], self.sector[other]), 1.0)
        share = (deals + _SECTOR_PRIOR * self.usual) / (
            deals.sum(axis=1, keepdims=True) + _SECTOR_PRIOR
        )
        self.affinity = np.log(share / self.usual).astype(np.float32)

    def meet(self, entities: Iterable[Hashable]) -> None:
        """Take in entities that are numbered on from those known."""
        new = list(entities)[len(self.home) :]
        if not new:
            return
        home, sector = [], []
        for name in new:
            what, where = self._parts(name)
            plain = str(name).replace("_", " ") if isinstance(name, str) else None
            own = self._countries.find(plain) if plain else -1
            if where:
                # A country or sector first met after learning has no figures of its own.
                home.append(max(self._countries.find(where), 0))
                sector.append(self._sector(what))
            else:
                home.append(max(own, 0))
                sector.append(self._state if own > 0 else 0)
        self.home = np.concatenate([self.home, np.array(home, np.intp)])
        self.sector = np.concatenate([self.sector, np.array(sector, np.intp)])

    def _sector(self, name: str | None) -> int:
        if len(self.affinity):
            return max(self._sectors.find(name), 0)
        return self._sectors.number(name)

    def lift(self, counts: NDArray[np.float64], prior: float) -> NDArray[np.float32]:
        """How much more often than usual each sector is met, as a logarithm, shrunk to 0."""
        share = (counts + prior * self.usual) / (counts.sum() + prior)
        return np.asarray(np.log(share / self.usual), np.float32)


_END: Final = 2**31 - 1
