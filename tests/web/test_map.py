"""The map: every country has an outline, and what is shown is where the events are."""

import tomllib

import pytest

from statuquo.data import DATA
from statuquo.web.charts.map import Spot, map_chart, shade_labels
from statuquo.web.charts.outlines import box, outlines
from statuquo.web.words import words

CODES = {
    entry["code"]
    for entry in tomllib.loads((DATA / "entities" / "countries.toml").read_text("utf-8"))["country"]
    if len(entry["code"]) == 3
}


def country(code: str, events: int = 1) -> Spot:
    return Spot(
        kind="country", name=code, country=code, lat=None, lon=None, events=events, cooperation=0,
        conflict=events,
    )  # fmt: skip


def test_every_country_of_the_registry_has_an_outline() -> None:
    assert not CODES - outlines().keys()


def test_outlines_lie_on_the_earth_and_close() -> None:
    for code, outline in outlines().items():
        assert outline.parts, code
        for part in outline.parts:
            for ring in part:
                west, south, east, north = box(ring)
                assert -180.01 <= west <= east <= 180.01, code
                assert -90 <= south <= north <= 84, code
                assert ring[0] == ring[-1], code
                assert len(ring) >= 4, code


@pytest.mark.parametrize(
    ("code", "west", "south", "east", "north"),
    [("VEN", -74, 0, -59, 13), ("FRA", -5, 42, 9, 52), ("UKR", 22, 44, 41, 53), ("JPN", 129, 30, 146, 46)],
)  # fmt: skip
def test_a_country_is_where_it_is(
    code: str, west: float, south: float, east: float, north: float
) -> None:
    found = box(outlines()[code].parts[0][0])
    assert found[0] >= west
    assert found[1] >= south
    assert found[2] <= east
    assert found[3] <= north


@pytest.mark.parametrize(
    ("events", "label"), [(1, "1–2"), (2, "1–2"), (3, "3–9"), (29, "10–29"), (30, "30+"), (999, "30+")]
)  # fmt: skip
def test_a_country_is_shaded_by_how_many_events_involve_it(events: int, label: str) -> None:
    assert label in shade_labels()
    spec = map_chart([country("VEN", events)], words("en"))
    land = spec.layer[0].data.values
    assert [feature["shade"] for feature in land if feature["shade"] != "none"] == [label]


@pytest.mark.parametrize(
    ("codes", "far"), [(["VEN", "COL"], False), (["VEN", "COL", "RUS", "CHN"], True)]
)
def test_the_map_shows_no_more_of_the_world_than_it_is_about(codes: list[str], far: bool) -> None:
    chart = map_chart([country(code) for code in codes], words("en"))
    outlined = len(chart.layer[0].data.values)
    assert (outlined > 200) == far


def test_where_nothing_happened_there_is_no_map() -> None:
    assert map_chart([], words("en")) is None
