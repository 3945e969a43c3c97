"""The map: countries shaded by how many events involve them, circles where events took place.

It shows the part of the world that the events are about, or all of it where they are spread over
it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from statuquo.crisis.states import state_name
from statuquo.events.record import Event
from statuquo.web.charts.outlines import Outline, Point, box, outlines
from statuquo.web.marks import printable
from statuquo.web.words import Words

STEPS: Final = (1, 3, 10, 30)
"""The least number of events of each shade."""
SHADES: Final = tuple(f"var(--shade-{number})" for number in range(1, len(STEPS) + 1))
_BALANCE: Final = {
    "cooperation": "var(--coop)",
    "even": "var(--mixed)",
    "conflict": "var(--conflict)",
}
_WORLD: Final = (-169.0, -56.0, 179.0, 76.0)
"""West, south, east, north of all that is inhabited."""
_WIDEST: Final = 150.0
"""Degrees of longitude beyond which the whole world is shown."""
_LEAST: Final = (36.0, 22.0)
"""Degrees that the picture shows at least, so that nobody looks for the country around a city."""
_MARGIN: Final = 4.0
_REACH: Final = 14.0
"""Degrees around the middle of a country that are shown of it at least, as far as it goes."""
_MOST_PARTS: Final = {False: 40, True: 4}
"""So many islands of a country are drawn; a telephone shows no more of the whole world."""
_SIZES: Final = {
    (False, True): (900, 430),
    (False, False): (900, 520),
    (True, True): (340, 165),
    (True, False): (340, 300),
}
"""Width and height in pixels, by whether it is for a telephone and shows the whole world."""
_LETTER: Final = 6.4
_LINE: Final = 14.0

Link = Callable[["Spot"], str]
"""The address of the events of a country or place."""
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A country that events involve, or a place where they happened.

    Args:
        kind: ``country`` or ``place``.
        name: what it is called.
        country: its code, or that of the country it lies in.
        lat: latitude of a place, where it is known.
        lon: its longitude.
        events: how many events.
        cooperation: how many of them are cooperation.
        conflict: how many are conflict.
    """

    kind: Literal["country", "place"]
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    events: int
    cooperation: int
    conflict: int

    @property
    def balance(self) -> str:
        """Whether there is more ``cooperation`` or ``conflict``, or as much (``even``)."""
        if self.cooperation == self.conflict:
            return "even"
        return "cooperation" if self.cooperation > self.conflict else "conflict"

    def to_dict(self) -> dict[str, Any]:
        """As the API and the files have it."""
        return {name: getattr(self, name) for name in self.__slots__}


def spots(events: Iterable[Event], w: Words) -> tuple[Spot, ...]:
    """The countries that events involve and the places where they happened, busiest first.

    An event involves the countries of those who act and are acted upon. Where it took place is told
    of few events, so both are shown, and never taken for each other.

    Args:
        events: of a crisis.
        w: the reader's language.
    """
    involved: dict[str, list[Event]] = defaultdict(list)
    there: dict[tuple[str, str | None, float | None, float | None], list[Event]] = defaultdict(list)
    for event in events:
        for code in {party.country for party in (*event.actors, *event.recipients)}:
            if code in outlines():
                involved[code or ""].append(event)
        if event.location:
            place = event.location
            there[place.name, place.country, place.lat, place.lon].append(event)
    found = [
        _spot("country", state_name(code, w.lang) or code, code, None, None, told)
        for code, told in involved.items()
    ]
    found += [_spot("place", *where, told) for where, told in there.items()]
    return tuple(sorted(found, key=lambda one: (one.kind, -one.events, one.name)))


def map_chart(
    shown: Sequence[Spot], w: Words, *, narrow: bool = False, link: Link | None = None
) -> Any:
    """The map, or None where there is nothing on it.

    Args:
        shown: from `spots`.
        w: the reader's language.
        narrow: for a telephone.
        link: where a country or a circle leads.
    """
    countries = {spot.country: spot for spot in shown if spot.kind == "country" and spot.country}
    places = [spot for spot in shown if spot.lat is not None and spot.lon is not None]
    if not countries and not places:
        return None
    import altair as alt

    extent = _extent(countries, places)
    width, height = _SIZES[narrow, extent == _WORLD]
    projection = {
        "type": "equalEarth",
        "rotate": [-(extent[0] + extent[2]) / 2 if extent != _WORLD else -11, 0, 0],
        "fit": _frame(extent),
        "size": [width, height],
    }
    layers = [_land(alt, countries, extent, w, narrow=narrow, link=link)]
    if places:
        layers.append(_circles(alt, places, w, narrow=narrow, link=link))
    layers += _names(alt, countries, places, extent, (width, height), 5 if narrow else 12)
    return (
        alt.layer(*layers, width=width, height=height)
        .project(**projection)
        .resolve_scale(color="independent")
    )


def shade_labels() -> list[str]:
    """What the shades stand for.

    >>> shade_labels()
    ['1–2', '3–9', '10–29', '30+']
    """
    ends = [f"–{following - 1}" for following in STEPS[1:]] + ["+"]
    return [f"{least}{end}" for least, end in zip(STEPS, ends, strict=True)]


def _spot(
    kind: Literal["country", "place"],
    name: str,
    country: str | None,
    lat: float | None,
    lon: float | None,
    told: Sequence[Event],
) -> Spot:
    ways = Counter(event.quad.partition("-")[2] for event in told)
    return Spot(
        kind=kind, name=name, country=country, lat=lat, lon=lon,
        events=len(told), cooperation=ways["cooperation"], conflict=ways["conflict"],
    )  # fmt: skip


def _shade(number: int) -> str:
    reached = sum(number >= least for least in STEPS)
    return shade_labels()[reached - 1]


def _extent(countries: dict[str, Spot], places: Sequence[Spot]) -> _Box:
    """The part of the world to show."""
    boxes = [_around(outlines()[code]) for code in countries]
    boxes += [
        (p.lon, p.lat, p.lon, p.lat) for p in places if p.lon is not None and p.lat is not None
    ]
    west, south = min(each[0] for each in boxes), min(each[1] for each in boxes)
    east, north = max(each[2] for each in boxes), max(each[3] for each in boxes)
    if east - west > _WIDEST:
        return _WORLD
    add_x = max(_MARGIN, (_LEAST[0] - (east - west)) / 2)
    add_y = max(_MARGIN, (_LEAST[1] - (north - south)) / 2)
    return west - add_x, max(south - add_y, -85.0), east + add_x, min(north + add_y, 85.0)


def _around(outline: Outline) -> _Box:
    """What is shown of a country: its largest part, as far as its middle reaches."""
    west, south, east, north = box(outline.parts[0][0])
    x, y = outline.middle
    return (
        max(west, x - _REACH),
        max(south, y - _REACH),
        min(east, x + _REACH),
        min(north, y + _REACH),
    )


def _frame(extent: _Box) -> dict[str, Any]:
    """Points on the rim of the extent, which the projection must bring into the picture."""
    west, south, east, north = extent
    steps = [west + (east - west) * part / 8 for part in range(9)]
    rim = [[x, y] for x in steps for y in (south, (south + north) / 2, north)]
    return {
        "type": "Feature",
        "properties": {},
        "geometry": {"type": "MultiPoint", "coordinates": rim},
    }


def _land(
    alt: Any, countries: dict[str, Spot], extent: _Box, w: Words, *, narrow: bool, link: Link | None
) -> Any:
    none = w("map", "none")
    features = []
    for code, outline in outlines().items():
        spot = countries.get(code)
        seen = outline.parts[: _MOST_PARTS[narrow and extent == _WORLD]]
        parts = [part for part in seen if _meets(box(part[0]), extent)]
        if code != "ATA" and parts:
            features.append(
                {
                    "type": "Feature",
                    "geometry": {"type": "MultiPolygon", "coordinates": parts},
                    "shade": _shade(spot.events) if spot else none,
                    "href": link(spot) if spot and link else "",
                }
            )
    labels = shade_labels()
    land = (
        alt.Chart(alt.Data(values=features))
        .mark_geoshape(aria=False, clip=True, stroke="var(--paper)", strokeWidth=0.6)
        .encode(
            color=alt.Color(
                "shade:N",
                scale=alt.Scale(domain=[none, *labels], range=["var(--land)", *SHADES]),
                legend=alt.Legend(
                    title=w("map", "involved"),
                    values=labels,
                    titleColor="var(--ink-soft)",
                    titleFontWeight="normal",
                    symbolType="square",
                    columns=4,
                    columnPadding=22,
                ),
            )
        )
    )
    return land.encode(href="href:N") if link else land


def _circles(alt: Any, places: Sequence[Spot], w: Words, *, narrow: bool, link: Link | None) -> Any:
    values = [
        {
            "lat": spot.lat,
            "lon": spot.lon,
            "events": spot.events,
            "balance": w("map", spot.balance),
            "href": link(spot) if link else "",
        }
        for spot in places
    ]
    circles = (
        alt.Chart(alt.Data(values=values))
        .mark_circle(aria=False, clip=True, opacity=0.85, stroke="var(--paper)", strokeWidth=1.2)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("events:Q", scale=alt.Scale(range=[70, 500]), legend=None),
            color=alt.Color(
                "balance:N",
                scale=alt.Scale(
                    domain=[w("map", each) for each in _BALANCE], range=list(_BALANCE.values())
                ),
                legend=alt.Legend(
                    title=w("map", "there"),
                    titleColor="var(--ink-soft)",
                    titleFontWeight="normal",
                    columns=1 if narrow else 3,
                    columnPadding=34,
                ),
            ),
        )
    )
    return circles.encode(href="href:N") if link else circles


def _names(
    alt: Any,
    countries: dict[str, Spot],
    places: Sequence[Spot],
    extent: _Box,
    size: tuple[int, int],
    most: int,
) -> Iterator[Any]:
    """The names of the busiest countries and places, as far as none covers another."""
    wanted = [(spot, outlines()[code].middle, 0.0) for code, spot in countries.items()]
    wanted += [
        (p, (p.lon, p.lat), -12.0) for p in places if p.lon is not None and p.lat is not None
    ]
    taken: list[_Box] = []
    values: list[dict[str, Any]] = []
    for spot, point, lift in sorted(wanted, key=lambda one: (-one[0].events, one[0].name)):
        name = printable(spot.name)
        here = _label_box(name, point, extent, size, lift)
        inside = here[0] >= 0 and here[2] <= size[0]
        if inside and len(values) < most and not any(_meets(here, other) for other in taken):
            taken.append(here)
            values.append({"lon": point[0], "lat": point[1], "name": name, "lift": lift})
    base = alt.Chart(alt.Data(values=values))
    for lift in sorted({row["lift"] for row in values}):
        place = {"longitude": "lon:Q", "latitude": "lat:Q", "text": "name:N"}
        text = base.transform_filter(f"datum.lift === {lift}")
        # A rim in the colour of the paper keeps the name readable on every shade.
        yield text.mark_text(
            aria=False, clip=True, fontSize=11.5, dy=lift, stroke="var(--paper)", strokeWidth=3,
            strokeJoin="round", color="var(--paper)",
        ).encode(**place)  # fmt: skip
        yield text.mark_text(
            aria=False, clip=True, fontSize=11.5, dy=lift, color="var(--ink)"
        ).encode(**place)


def _label_box(name: str, point: Point, extent: _Box, size: tuple[int, int], lift: float) -> _Box:
    """About where a name comes to stand, in pixels."""
    west, south, east, north = extent
    x = (point[0] - west) / (east - west) * size[0]
    y = (north - point[1]) / (north - south) * size[1] + lift
    half = len(name) * _LETTER / 2
    return x - half, y - _LINE / 2, x + half, y + _LINE / 2


def _meets(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
