"""Charts: drawn without scripts, saved in four forms, each figure led back to the stories."""

import csv
import io
import xml.etree.ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from crisis.pages import Page, who
from desk.test_pages import HOSTILE, read
from statuquo.events.record import Location
from statuquo.web.charts.drawing import palette
from web.test_page import Reader

PAGES = ["/tension", "/tension?dyad=USA.government,VEN.government", "/tension?day=2019-05-01",
         "/map", "/timeline", "/compare", "/map?crisis=hostile", "/tension?crisis=hostile", "/timeline?crisis=hostile",
         "/compare?crisis=hostile"]  # fmt: skip
CHARTS = ["tension", "relations", "timeline", "types", "compare", "map"]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_every_page_is_whole(desk: TestClient, address: str, lang: str) -> None:
    shown = read(desk, f"{address}{'&' if '?' in address else '?'}lang={lang}")
    assert shown.open == []
    assert shown.all("html")[0]["lang"] == lang
    assert len(shown.ids) == len(set(shown.ids))
    assert not shown.all("script")


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("look", ["", "?theme=dark", "?plain=1&narrow=1"])
def test_a_chart_is_saved_as_a_drawing_that_needs_nothing_else(
    desk: TestClient, name: str, look: str
) -> None:
    answer = desk.get(f"/charts/{name}.svg{look}")
    assert answer.headers["content-type"] == "image/svg+xml"
    drawing = ET.fromstring(answer.text)
    assert drawing.tag == f"{SVG}svg"
    assert list(drawing.iter(f"{SVG}text"))
    # Colours are figures, not the variables of a page that is not there.
    assert "var(--" not in answer.text
    assert palette(dark="dark" in look)["ink-soft"] in answer.text
    assert "http" not in answer.text.replace("http://www.w3.org/", "")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_saved_as_a_picture(desk: TestClient, name: str) -> None:
    answer = desk.get(f"/charts/{name}.png")
    assert answer.headers["content-type"] == "image/png"
    assert f'filename="{name}.png"' in answer.headers["content-disposition"]
    assert answer.content.startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_saved_as_data(desk: TestClient, name: str) -> None:
    told = desk.get(f"/charts/{name}.json").json()
    rows = list(csv.DictReader(io.StringIO(desk.get(f"/charts/{name}.csv").text)))
    assert told["title"]
    assert told["about"]
    assert len(rows) == len(told["items"]) > 0
    assert [*rows[0]] == [*told["items"][0]]


def test_every_chart_of_a_page_says_what_it_shows_and_where_it_is_saved(desk: TestClient) -> None:
    for address in ("/brief", "/tension", "/map", "/timeline", "/compare"):
        shown = read(desk, address)
        named = [a["aria-label"] for a in shown.all("div") if a.get("class") == "chart"]
        named += [a["alt"] for a in shown.all("img")]
        assert named
        assert all(named)
        saved = [a["href"] for a in shown.all("a") if "download" in a]
        assert saved
        for href in saved:
            assert desk.get(href).status_code == 200, href


def total(desk: TestClient, address: str) -> tuple[float, list[dict]]:
    told = desk.get(address).json()
    return told["on"]["value"], told["on"]["contributions"]


@pytest.mark.parametrize("dyad", ["", "&dyad=USA.government,VEN.government"])
def test_the_index_of_every_day_is_the_sum_of_shown_contributions(
    desk: TestClient, dyad: str
) -> None:
    line = desk.get(f"/api/v1/tension?{dyad}").json()["series"]
    for point in line[::9]:
        value, parts = total(desk, f"/api/v1/tension?day={point['date']}{dyad}")
        assert value == pytest.approx(point["value"], abs=0.001)
        assert sum(part["now"] for part in parts) == pytest.approx(value, abs=0.001)
        assert all(part["date"] <= point["date"] for part in parts)


def test_a_day_of_the_page_leads_to_each_event_that_adds_to_it(desk: TestClient) -> None:
    _, parts = total(desk, "/api/v1/tension?day=2019-05-01")
    shown = {a.get("href", "") for a in read(desk, "/tension?day=2019-05-01").all("a")}
    for part in parts:
        if abs(part["now"]) >= 0.05:
            assert f"/events/{part['event']}" in shown


def test_a_dyad_may_be_named_either_way_round(desk: TestClient) -> None:
    one = desk.get("/api/v1/tension?dyad=USA.government,VEN.government").json()
    other = desk.get("/api/v1/tension?dyad=VEN.government,USA.government").json()
    assert one == other
    whole = desk.get("/api/v1/tension").json()
    assert one in whole["dyads"]


def test_any_two_sides_of_a_story_have_a_line(desk: TestClient) -> None:
    whole = desk.get("/api/v1/tension").json()
    busy = {frozenset(p["side"] for p in dyad["parties"]) for dyad in whole["dyads"]}
    rare = next(
        (a["side"], r["side"])
        for story in desk.get("/api/v1/stories?limit=500").json()["items"]
        for a in story["actors"]
        for r in story["recipients"]
        if a["side"] != r["side"] and frozenset((a["side"], r["side"])) not in busy
    )
    told = desk.get(f"/api/v1/tension?dyad={','.join(rare)}").json()
    assert [day["date"] for day in told["series"]] == [day["date"] for day in whole["series"]]


def test_the_days_of_the_index_are_a_table_too(desk: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(desk.get("/api/v1/tension?format=csv").text)))
    line = desk.get("/api/v1/tension").json()["series"]
    assert [(r["date"], float(r["value"])) for r in rows] == [(p["date"], p["value"]) for p in line]


def test_the_timeline_counts_every_dated_story_once(desk: TestClient) -> None:
    stories = desk.get("/api/v1/stories?limit=500").json()["items"]
    for step in ("day", "week", "month"):
        rows = desk.get(f"/api/v1/timeline?step={step}&limit=500").json()["items"]
        assert sum(row["stories"] for row in rows) == len([s for s in stories if s["date"]])
        assert all(row["from"] <= row["until"] for row in rows)


def test_a_country_of_the_map_leads_to_as_many_events_as_it_says(desk: TestClient) -> None:
    every = desk.get("/api/v1/places?limit=500").json()["items"]
    countries = [one for one in every if one["kind"] == "country"]
    assert {"VEN", "USA", "RUS"} <= {one["country"] for one in countries}
    linked = {a.get("href") for a in read(desk, "/map").all("a")}
    for one in countries:
        address = f"/events?party={one['country']}"
        assert address in linked
        assert desk.get(f"/api/v1{address}").json()["total"] == one["events"]
        assert one["cooperation"] + one["conflict"] == one["events"]


def test_a_place_of_the_map_leads_to_what_happened_there(desk: TestClient, shelf) -> None:
    page = Page("there", date="2019-06-01")
    event = page.event(
        "Kenya shelled Uganda in Moyale.", "shelled", "ASSAULT", [who("Kenya", "KEN")],
        [who("Uganda", "UGA")], place=Location(name="Moyale", country="KEN", lat=3.53, lon=39.06),
    )  # fmt: skip
    shelf.reports.append(page.done())
    every = desk.get("/api/v1/places?limit=500").json()["items"]
    (place,) = [one for one in every if one["name"] == "Moyale"]
    assert (place["kind"], place["country"], place["events"]) == ("place", "KEN", 1)
    assert "/events?place=Moyale" in {a.get("href") for a in read(desk, "/map").all("a")}
    assert desk.get("/api/v1/events?place=Moyale").json()["items"][0]["id"] == event.id


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/tension?dyad=nobody", 404),
        ("/api/v1/tension?day=1899-01-01", 404),
        ("/api/v1/tension?day=May", 422),
        ("/api/v1/tension?format=xml", 422),
        ("/api/v1/timeline?step=year", 422),
        ("/tension?dyad=nobody", 404),
        ("/charts/tension.svg?crisis=hostile", 404),
        ("/charts/tension.gif", 422),
        ("/charts/secret.svg", 422),
    ],
)
def test_what_is_not_there_says_so(desk: TestClient, address: str, status: int) -> None:
    assert desk.get(address).status_code == status


def test_a_hostile_name_is_only_a_name_in_every_chart(desk: TestClient, shelf) -> None:
    kenya, uganda = who("Kenya", "IGO IGO", HOSTILE), who("Uganda", "UGA")
    town = Location(name=HOSTILE, country="UGA", lat=1.0, lon=32.0)
    for day in range(1, 9):
        page = Page(f"h{day}", date=f"2019-0{day}-11", title=HOSTILE, outlet=HOSTILE)
        page.event(
            f"Kenya shelled Uganda {day}.", "shelled", "ASSAULT", [kenya], [uganda], place=town
        )
        shelf.reports.append(page.done())
    sides = [a["side"] for a in desk.get("/api/v1/actors").json()["items"] if "<" in a["name"]]
    pair = next(
        f"{dyad['parties'][0]['side']},{dyad['parties'][1]['side']}"
        for dyad in desk.get("/api/v1/tension").json()["dyads"]
        if {p["side"] for p in dyad["parties"]} & set(sides)
    )
    asked = {"dyad": pair, "one": pair}
    for name in CHARTS:
        drawing = ET.fromstring(desk.get(f"/charts/{name}.svg", params=asked).text)
        tags = {element.tag.removeprefix(SVG) for element in drawing.iter()}
        assert not tags & {"script", "img", "image", "foreignObject"}
        assert not [key for el in drawing.iter() for key in el.attrib if key.startswith("on")]
    for path in ("/tension", "/map", "/compare", "/timeline"):
        shown = Reader(desk.get(path, params=asked).text)
        assert not shown.all("script")
        assert not [attrs for attrs in shown.all("img") if "onerror" in attrs]


def test_a_chart_is_drawn_once_until_a_report_comes(desk: TestClient, monkeypatch) -> None:
    drawn = []
    from statuquo.web.desk import charts

    real = charts.rendered
    monkeypatch.setattr(charts, "rendered", lambda *a: drawn.append(1) or real(*a))
    desk.get("/charts/tension.svg")
    desk.get("/charts/tension.svg")
    assert len(drawn) == 1
    desk.get("/charts/tension.svg?theme=dark")
    assert len(drawn) == 2
    desk.post("/add", data={"text": "Ankara sends aid to Tripoli.", "date": "2019-09-01"})
    desk.get("/charts/tension.svg")
    assert len(drawn) == 3
