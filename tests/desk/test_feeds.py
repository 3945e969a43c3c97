"""How watched feeds fare, on a page and in the API: what fails stands first and says why."""

import pytest
from fastapi.testclient import TestClient

from statuquo.reports.feeds.model import FeedState

SINCE = "2026-11-22T08:05:00+00:00"
WATCHED = [
    FeedState(url="https://a.example/well", answered=SINCE, due="2026-11-22T08:35:00+00:00"),
    FeedState(url="https://b.example/failing", answered=SINCE, failures=4, problem="timed out"),
    FeedState(url="https://c.example/gone", gone=True, failures=1, problem="is gone (410)"),
    FeedState(url="https://d.example/new"),
]


def test_what_fails_stands_first_with_its_reason_and_since_when(desk: TestClient, shelf) -> None:
    shelf.watched = WATCHED
    items = desk.get("/api/v1/feeds").json()["items"]
    assert [one["standing"] for one in items] == ["failing", "gone", "new", "well"]
    assert (items[0]["problem"], items[0]["failures"], items[0]["answered"]) == (
        "timed out",
        4,
        SINCE,
    )
    assert (items[0]["reports"], items[0]["aside"], items[0]["waiting"]) == (3, 1, 0)
    html = desk.get("/feeds?lang=en").text
    places = [html.index(one["url"]) for one in items]
    assert places == sorted(places)
    assert "timed out" in html
    assert "failed 4 times" in html
    assert "22 November 2026 08:05" in html


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_a_store_without_feeds_says_how_to_begin(desk: TestClient, lang: str) -> None:
    assert "statuquo watch" in desk.get(f"/feeds?lang={lang}").text
