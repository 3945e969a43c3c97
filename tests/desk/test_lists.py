"""The lists that the desk shows: sorted, sifted by side, each to be had as a table."""

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient

from crisis.pages import Page, who
from desk.conftest import MemoryShelf
from statuquo.crisis.names import fold
from statuquo.web.desk import create_app

ROW = re.compile(r'<a href="/events/(e-[0-9a-f]+)"')
DOWNLOAD = re.compile(r'href="(/api/v1/[^"]*format=csv[^"]*)"')


def rows(desk: TestClient, address: str) -> list[str]:
    answer = desk.get(address)
    assert answer.status_code == 200
    return ROW.findall(answer.text)


@pytest.fixture
def events(desk: TestClient) -> dict[str, dict]:
    return {one["id"]: one for one in desk.get("/api/v1/events?limit=500").json()["items"]}


@pytest.mark.parametrize("name", ["date", "type", "actor", "recipient", "confidence"])
def test_a_column_sorts_both_ways_and_loses_nothing(
    desk: TestClient, events: dict, name: str
) -> None:
    keys = {
        "date": lambda one: one["date"] or "",
        "type": lambda one: one["type"],
        "actor": lambda one: [fold(each["name"]) for each in one["actors"]],
        "recipient": lambda one: [fold(each["name"]) for each in one["recipients"]],
        "confidence": lambda one: one["confidence"],
    }
    up, down = (rows(desk, f"/events?lang=en&sort={sign}{name}") for sign in ("", "-"))
    assert sorted(up) == sorted(down) == sorted(events)
    if name != "type":  # sorted by what the reader calls them, which is not PLOVER's name
        values = [keys[name](events[one]) for one in up]
        assert values == sorted(values)
        assert [keys[name](events[one]) for one in down] == values[::-1]
    assert up != down


def test_the_latest_come_first_and_a_heading_turns_them(desk: TestClient) -> None:
    html = desk.get("/events?party=VEN").text
    assert 'aria-sort="descending"><a href="/events?party=VEN&amp;sort=date">' in html
    assert rows(desk, "/events") == rows(desk, "/events?sort=nonsense")
    assert rows(desk, "/events") == rows(desk, "/events?sort=date")[::-1]


def test_the_next_page_keeps_what_is_asked() -> None:
    page = Page("many")
    for n in range(70):
        page.event(f"Kenya thanked Uganda {n}.", f"thanked Uganda {n}", "SUPPORT", [who("Kenya", "KEN")], [who("Uganda", "UGA")])  # fmt: skip
    app = create_app(MemoryShelf([page.done()]), patience=30)
    with TestClient(app, base_url="http://127.0.0.1:8750") as desk:
        html = desk.get("/events?party=KEN&sort=confidence").text
        (following,) = re.findall(r'rel="next" href="([^"]*)"', html)
        following = following.replace("&amp;", "&")
        assert "party=KEN" in following
        assert "sort=confidence" in following
        first, second = rows(desk, "/events?party=KEN&sort=confidence"), rows(desk, following)
        assert (len(first), len(second)) == (50, 20)
        assert not {*first} & {*second}


def test_a_side_leads_to_what_it_did_and_what_was_done_to_it(desk: TestClient) -> None:
    actor = desk.get("/api/v1/actors/VEN.government").json()
    for role, number in (("actor", actor["acts"]), ("recipient", actor["receives"])):
        found = desk.get(f"/api/v1/events?{role}=VEN.government").json()
        assert found["total"] >= number > 0
    assert desk.get("/api/v1/events?actor=VEN.nonsense").json()["total"] == 0


def test_a_page_of_a_side_tells_offices_with_their_days(desk: TestClient) -> None:
    html = desk.get("/actors/VEN.government?lang=en").text
    assert "Nicolás Maduro" in html
    assert "19 April 2013" in html


def test_the_speaker_is_marked_in_the_report_too() -> None:
    page = Page("said")
    kenya = who("Kenya", "KEN")
    page.sentence("Kenya held a council.")
    event = page.event("Rwanda shelled Uganda, Kenya said.", "shelled", "ASSAULT", [who("Rwanda", "RWA")], [who("Uganda", "UGA")], by=kenya)  # fmt: skip
    app = create_app(MemoryShelf([page.done()]), patience=30)
    with TestClient(app, base_url="http://127.0.0.1:8750") as desk:
        html = desk.get(f"/events/{event.id}").text
    assert '<mark class="actor">Rwanda</mark>' in html
    assert '<mark class="speaker">Kenya</mark> said.' in html


@pytest.mark.parametrize(
    "address",
    ["/brief", "/events?party=VEN", "/actors", "/actors/VEN.government", "/timeline", "/map", "/corrections"],
)  # fmt: skip
def test_every_list_can_be_had_as_a_table(desk: TestClient, address: str) -> None:
    found = [one.replace("&amp;", "&") for one in DOWNLOAD.findall(desk.get(address).text)]
    assert found
    for table in found:
        answer = desk.get(table)
        assert answer.headers["content-type"].startswith("text/csv"), table
        assert address == "/corrections" or len(list(csv.reader(io.StringIO(answer.text)))) > 1, (
            table
        )
