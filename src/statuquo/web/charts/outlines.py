"""The outlines of the countries, as ``data/outlines.tsv`` has them (see `build_outlines`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from statuquo.data import DATA
from statuquo.errors import DataError

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A country on the map.

    Args:
        parts: its parts, the largest first: each a rim, and after it the holes in it.
    """

    parts: tuple[tuple[Ring, ...], ...]

    @property
    def middle(self) -> Point:
        """Where its name may stand: the middle of its largest part."""
        west, south, east, north = box(self.parts[0][0])
        return (west + east) / 2, (south + north) / 2


def box(ring: Ring) -> tuple[float, float, float, float]:
    """West, south, east and north of a ring.

    >>> box(((1.0, 2.0), (3.0, 0.0), (2.0, 5.0)))
    (1.0, 0.0, 3.0, 5.0)
    """
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


@cache
def outlines() -> Mapping[str, Outline]:
    """Every country by its code (ISO alpha-3, KOS for Kosovo).

    Raises:
        DataError: the file is not as `build_outlines` makes it.
    """
    found = {}
    lines = (DATA / "outlines.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            continue
        try:
            code, rings = line.split("\t")
            found[code] = Outline(_parts(rings))
        except ValueError:
            raise DataError(
                "a code and its rings are expected; make the file anew with build_outlines.py",
                file="outlines.tsv",
                line=number,
            ) from None
    return found


def _parts(text: str) -> tuple[tuple[Ring, ...], ...]:
    parts: list[list[Ring]] = []
    for written in text.split(";"):
        figures = [float(figure) for figure in written.removeprefix("!").split()]
        ring = tuple(zip(figures[::2], figures[1::2], strict=True))
        if written.startswith("!"):
            parts[-1].append(ring)
        else:
            parts.append([ring])
    return tuple(sorted((tuple(part) for part in parts), key=lambda part: -_size(part[0])))


def _size(ring: Ring) -> float:
    west, south, east, north = box(ring)
    return (east - west) * (north - south)
