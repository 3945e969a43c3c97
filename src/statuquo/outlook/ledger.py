"""What is known, laid out so that all facts before a day are found without looking at the others.

Every fact stands twice: as (actor, relation, recipient) and, its relation turned round, as
(recipient, relation by, actor). So «who does this to him» is asked as «to whom he is done this by»,
and all that follows knows one direction only.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int32]
_ROOM: Final = 8


class Table:
    """Rows of whole numbers that grows at its end, kept in the order of the first column.

    Args:
        width: numbers to a row.
    """

    def __init__(self, width: int) -> None:
        self._data: Ints = np.zeros((width, _ROOM), np.int32)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, *row: int) -> None:
        """Put a row where its first number belongs, after those that have the same."""
        end = self._length
        if end == self._data.shape[1]:
            self._data = np.concatenate([self._data, np.zeros_like(self._data)], axis=1)
        at = end
        if end and self._data[0, end - 1] > row[0]:
            at = int(np.searchsorted(self._data[0, :end], row[0], side="right"))
            self._data[:, at + 1 : end + 1] = self._data[:, at:end].copy()
        self._data[:, at] = row
        self._length += 1

    def before(self, number: int) -> Ints:
        """The columns, cut before the first row whose first number is not smaller."""
        end = int(np.searchsorted(self._data[0, : self._length], number))
        return self._data[:, :end]


class Listing:
    """Whole numbers that grow at their end."""

    def __init__(self) -> None:
        self._data: Ints = np.zeros(_ROOM, np.int32)
        self._length = 0

    def add(self, number: int) -> None:
        """Put a number at the end."""
        if self._length == len(self._data):
            self._data = np.concatenate([self._data, np.zeros_like(self._data)])
        self._data[self._length] = number
        self._length += 1

    @property
    def all(self) -> Ints:
        """The numbers so far."""
        return self._data[: self._length]

    def __len__(self) -> int:
        return self._length


class Names:
    """Things numbered in the order in which they are first met."""

    def __init__(self) -> None:
        self.all: list[Hashable] = []
        self._numbers: dict[Hashable, int] = {}

    def __len__(self) -> int:
        return len(self.all)

    def find(self, name: Hashable) -> int:
        """Its number, or -1."""
        return self._numbers.get(name, -1)

    def number(self, name: Hashable) -> int:
        """Its number; a new one where it was not met before."""
        found = self._numbers.get(name)
        if found is None:
            found = self._numbers[name] = len(self.all)
            self.all.append(name)
        return found


class Deeds:
    """All that one entity did, and was done: rows (day, link), and what each link stands for.

    A link is a relation and the one at its other end; `partners` are those others, each once.
    """

    def __init__(self) -> None:
        self.rows = Table(2)
        self.relations = Listing()
        self.ends = Listing()
        self.partners = Listing()
        self._links: dict[tuple[int, int], int] = {}
        self._places: dict[int, int] = {}

    def add(self, day: int, relation: int, other: int) -> None:
        """One more deed."""
        link = self._links.get((relation, other))
        if link is None:
            place = self._places.get(other)
            if place is None:
                place = self._places[other] = len(self.partners)
                self.partners.add(other)
            link = self._links[relation, other] = len(self.relations)
            self.relations.add(relation)
            self.ends.add(place)
        self.rows.add(day, link)

    def place(self, other: int) -> int:
        """Where an entity stands among the partners, or -1."""
        return self._places.get(other, -1)


class Ledger:
    """All facts, by whom they bind and by relation.

    Relation 2k is the k-th as it is told, 2k + 1 the same seen from its other end.
    """

    def __init__(self) -> None:
        self.entities = Names()
        self.relations = Names()
        self.deeds: list[Deeds] = []
        self.by_relation: list[Table] = []
        self.all = Table(3)

    def __len__(self) -> int:
        return len(self.all) // 2

    def add(self, facts: Iterable[tuple[int, Hashable, Hashable, Hashable]]) -> None:
        """Write down facts (day, actor, relation, recipient)."""
        for day, actor, relation, recipient in facts:
            kind = 2 * self.relations.number(relation)
            while len(self.by_relation) <= kind + 1:
                self.by_relation.append(Table(3))
            one, other = self._entity(actor), self._entity(recipient)
            self._add(day, one, kind, other)
            self._add(day, other, kind + 1, one)

    def _entity(self, name: Hashable) -> int:
        number = self.entities.number(name)
        if number == len(self.deeds):
            self.deeds.append(Deeds())
        return number

    def _add(self, day: int, one: int, kind: int, other: int) -> None:
        self.deeds[one].add(day, kind, other)
        self.by_relation[kind].add(day, one, other)
        self.all.add(day, one, other)
