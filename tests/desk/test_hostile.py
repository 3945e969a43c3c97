"""Reports are written by anybody: whatever stands in them is text on every page, list and table."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from crisis.pages import Page, who
from desk.conftest import MemoryShelf
from statuquo.crisis.amending import Named, Said, Signed, change
from statuquo.events.ontology import Ontology
from statuquo.events.record import EventType
from statuquo.reports.feeds.model import FeedState
from statuquo.web.desk import create_app
from web.test_page import Reader

HOSTILE = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "attribute": "\" onmouseover=alert(1) x=\"' onfocus='alert(1)",
    "template": "{{ 7 * 7 }}{% raw %}${7*7}",
    "end": "</textarea></style></title><!--",
    "right-to-left": "\u202e\u2066gnorw\u200f",
    "control": "a\x00b\x1b[31m\x07\ufffe",
    "surrogate": "half \ud83d of it",
    "huge word": "x" * 20_000,
    "formula": '=HYPERLINK("http://evil.example")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "tabbed": "\t=1+1",
}
PAGES = ["/brief", "/events", "/events?words=shelled", "/actors", "/actors/KEN.government", "/map",
         "/timeline", "/tension", "/compare", "/corrections",
         "/feeds", "/reports/r-1", "/events?sort=actor", "/outlook"]  # fmt: skip
LISTS = ["reports", "events", "stories", "actors", "relations", "agreements", "talks", "statements"]


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE)
def words(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def desk(words: str) -> TestClient:
    page = Page("r-1", title=words, outlet=words, url=f"https://evil.example/{words}")
    kenya, uganda = who("Kenya", "KEN", words), who("Uganda", "UGA", words)
    page.event(f"Kenya {words} shelled Uganda.", "shelled", "ASSAULT", [kenya], [uganda], by=uganda)
    page.said(f"Kenya said {words}.", words, kenya, role=words)
    page.agreement(f"A pact on {words} binds Kenya and Uganda.", words, [kenya, uganda])
    page.talk(
        f"Kenya met Uganda: {words}.", "met", [kenya, uganda], place=(words, "KEN"), words=words
    )
    shelf = MemoryShelf([page.done()])
    shelf.watched = [FeedState(url=f"https://evil.example/{words}", failures=1, problem=words)]
    ugandan = Named(name="", code="UGA", sector="GOV")
    said = Said(
        type=EventType.THREATEN, actors=(ugandan,), recipients=(Named(name=words, code="KEN"),)
    )
    signed = Signed(at="2026-11-22T08:00:00Z", by=words, note=words)
    (report,) = shelf.reports
    shelf.correct(change(report, report.events[0], said, signed, Ontology.load()))
    return TestClient(create_app(shelf, patience=30), base_url="http://127.0.0.1:8750")


def test_on_pages_it_is_text(desk: TestClient) -> None:
    (event,) = desk.get("/api/v1/events").json()["items"]
    for address in (*PAGES, f"/events/{event['id']}"):
        answer = desk.get(address)
        assert answer.status_code == 200, address
        shown = Reader(answer.text)
        assert shown.open == []
        assert not [attrs for attrs in shown.all("script") if attrs]
        assert not [each for tag in ("img", "bdi", "td", "input") for each in shown.all(tag)
                    if any(name.startswith("on") for name in each)]  # fmt: skip
        assert "49" not in [word for word in answer.text.split() if word == "49"]
        assert "\x00" not in answer.text
        assert "\x1b" not in answer.text


@pytest.mark.parametrize("name", LISTS)
def test_in_json_it_is_what_it_was(desk: TestClient, words: str, name: str) -> None:
    answer = desk.get(f"/api/v1/{name}")
    assert answer.status_code == 200
    assert answer.json()["total"] > 0
    if name == "reports":
        assert answer.json()["items"][0]["title"] == words


@pytest.mark.parametrize("name", LISTS)
def test_in_tables_nothing_is_a_formula(desk: TestClient, name: str) -> None:
    answer = desk.get(f"/api/v1/{name}?format=csv")
    assert answer.status_code == 200
    rows = list(csv.reader(io.StringIO(answer.text, newline="")))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows[1:] for cell in row):
        assert not cell.startswith(("=", "@", "\t", "\r", "+")), cell
        assert not cell.startswith("-") or float(cell)
