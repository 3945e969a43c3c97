"""Figures that keep the counts they are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

NONE = "none"
"""In a confusion table: nothing was coded, or the gold has nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How much of what was coded is right, and how much of the gold was found.

    Args:
        right: found and right.
        coded: what the coder gave.
        gold: what the gold holds.

    >>> rates = Rates(right=6, coded=8, gold=12)
    >>> rates.precision, rates.recall, rates.f1
    (0.75, 0.5, 0.6)
    """

    right: int
    coded: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was coded that is right, to three decimals; 0 where nothing was coded."""
        return round(_share(self.right, self.coded), 3)

    @property
    def recall(self) -> float:
        """Share of the gold that was found, to three decimals; 0 where there is none."""
        return round(_share(self.right, self.gold), 3)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, to three decimals."""
        precision, recall = _share(self.right, self.coded), _share(self.right, self.gold)
        both = precision + recall
        return round(2 * precision * recall / both, 3) if both else 0.0

    def to_dict(self) -> dict[str, Any]:
        """The ratios and their counts."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "right": self.right,
            "coded": self.coded,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One part of a whole.

    Args:
        right: how many are.
        of: how many could be.
        digits: decimals that the figure is given with.

    >>> Share(right=2, of=3).value
    0.667
    """

    right: int
    of: int
    digits: int = 3

    @property
    def value(self) -> float | None:
        """The share, or None where there was nothing to be right about."""
        return round(self.right / self.of, self.digits) if self.of else None

    def to_dict(self) -> dict[str, Any]:
        """The ratio and its counts."""
        return {"share": self.value, "right": self.right, "of": self.of}


@dataclass(frozen=True, slots=True, kw_only=True)
class MacroF1:
    """The mean of the F1 of classes, each counting alike however rare it is.

    The mean is taken of the F1 as they are printed, so that whoever has the table can check it.

    Args:
        classes: rates by class.

    >>> MacroF1(classes={"AID": Rates(right=1, coded=1, gold=2)}).value
    0.667
    """

    classes: Mapping[str, Rates]

    @property
    def value(self) -> float | None:
        """The mean to four decimals, or None without classes."""
        figures = [rates.f1 for rates in self.classes.values()]
        return round(sum(figures) / len(figures), 4) if figures else None

    def to_dict(self) -> dict[str, Any]:
        """The mean and the F1 of each class."""
        return {
            "macro_f1": self.value,
            "classes": {name: rates.f1 for name, rates in self.classes.items()},
        }


Measure = Rates | Share | MacroF1


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """What was coded (columns) where the gold has something (rows).

    Args:
        counts: how often each pair was met.
        rows: names of the gold, in the order of a table.
        columns: names of what was coded.
    """

    counts: Mapping[tuple[str, str], int]
    rows: tuple[str, ...]
    columns: tuple[str, ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], order: Iterable[str]) -> Confusion:
        """The table of (gold, coded) pairs, its names in the given order and what is left after it.

        >>> Confusion.of([("AID", "AGREE"), ("AID", "AID")], ["AGREE", "AID"]).columns
        ('AGREE', 'AID')
        """
        counts = Counter(pairs)
        known = tuple(order)

        def sort(names: set[str]) -> tuple[str, ...]:
            rest = sorted(names - set(known), key=lambda name: (name == NONE, name))
            return (*(name for name in known if name in names), *rest)

        rows = sort({gold for gold, _ in counts})
        return cls(counts=dict(counts), rows=rows, columns=sort({coded for _, coded in counts}))

    def to_dict(self) -> dict[str, dict[str, int]]:
        """Gold → coded → how often; pairs that were not met are left out."""
        return {
            row: {
                column: self.counts[row, column]
                for column in self.columns
                if (row, column) in self.counts
            }
            for row in self.rows
        }


def rates_by_class(
    pairs: Iterable[tuple[str, str]], order: Iterable[str] | None = None
) -> dict[str, Rates]:
    """Rates of each class that the gold has, from one (gold, coded) pair an item.

    Args:
        pairs: what the gold has and what was coded.
        order: the classes in the order wanted; by name when left out.

    >>> rates_by_class([("AID", "AID"), ("AID", "AGREE")])["AID"].recall
    0.5
    """
    counts = Counter(pairs)
    gold: Counter[str] = Counter()
    coded: Counter[str] = Counter()
    for (wanted, given), number in counts.items():
        gold[wanted] += number
        coded[given] += number
    return {
        name: Rates(right=counts[name, name], coded=coded[name], gold=gold[name])
        for name in (sorted(gold) if order is None else order)
        if name in gold
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
