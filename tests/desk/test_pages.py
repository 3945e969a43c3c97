"""The pages of the desk: complete without scripts, in three languages, safe with hostile text."""

import pytest
from fastapi.testclient import TestClient

import statuquo.web.desk.pages
from crisis.pages import Page, who
from web.test_page import Reader

PAGES = ["/brief", "/events", "/events?type=THREATEN", "/events?words=nothing-like-it", "/actors",
         "/actors/VEN.government", "/add", "/brief?crisis=all-of-may"]  # fmt: skip
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def read(desk: TestClient, address: str) -> Reader:
    answer = desk.get(address)
    assert answer.status_code == 200, answer.text
    return Reader(answer.text)


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_whole(desk: TestClient, address: str, lang: str) -> None:
    shown = read(desk, f"{address}{'&' if '?' in address else '?'}lang={lang}")
    assert shown.open == []
    assert shown.all("html")[0]["lang"] == lang
    assert len(shown.all("main")) == 1
    assert len(shown.ids) == len(set(shown.ids))


def test_the_language_is_remembered(desk: TestClient) -> None:
    desk.get("/events?lang=es")
    assert read(desk, "/actors").all("html")[0]["lang"] == "es"


def test_an_event_shows_its_report_and_the_others_of_its_story(desk: TestClient) -> None:
    first = desk.get("/api/v1/events").json()["items"][0]
    html = desk.get(f"/events/{first['id']}").text
    assert first["why"].split(" ")[0] in html
    assert '<mark class="trigger">' in html


def test_the_front_leads_to_the_brief(desk: TestClient) -> None:
    assert desk.get("/", follow_redirects=False).headers["location"] == "/brief"


@pytest.mark.parametrize(
    ("address", "status"),
    [("/events/none", 404), ("/actors/none", 404), ("/brief?crisis=none", 404), ("/nowhere", 404), ("/events?offset=x", 422)],
)  # fmt: skip
def test_what_is_not_there_says_so(desk: TestClient, address: str, status: int) -> None:
    answer = desk.get(address)
    assert answer.status_code == status
    assert 'role="alert"' in answer.text


def test_hostile_text_is_only_text(desk: TestClient, shelf) -> None:
    page = Page(HOSTILE, title=HOSTILE, outlet=HOSTILE)
    kenya = who("Kenya", "KEN", HOSTILE)
    event = page.event(
        f"Kenya {HOSTILE} shelled Uganda.", "shelled", "ASSAULT", [kenya], [who("Uganda", "UGA")]
    )
    shelf.reports.append(page.done())
    # A selection's title is hostile in the bar of every page as well.
    for address in (*PAGES, f"/events/{event.id}", "/actors/KEN.government"):
        shown = read(desk, address)
        scripts = [attrs for attrs in shown.all("script") if attrs]
        assert not scripts
        assert not [attrs for attrs in shown.all("img") if "onerror" in attrs]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_may_run_but_our_own_script(desk: TestClient, address: str) -> None:
    policy = desk.get(address).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'none'" in policy or "script-src 'sha256-" in policy


def test_a_pasted_report_is_shown_coded(desk: TestClient) -> None:
    answer = desk.post("/add", data={"text": "Ankara sends aid to Tripoli.", "date": "2019-09-01"})
    assert answer.status_code == 200
    assert "Ankara" in answer.text
    assert "/events/e-" in answer.text


def test_a_report_that_cannot_be_coded_keeps_its_text(desk: TestClient) -> None:
    answer = desk.post("/add", data={"text": "zzz <b>"})
    assert answer.status_code == 422
    assert "zzz &lt;b&gt;" in answer.text
    assert 'role="alert"' in answer.text


def test_a_brief_is_drawn_once_until_a_report_comes(desk: TestClient, monkeypatch) -> None:
    drawn = []
    real = statuquo.web.desk.pages.whole_page
    monkeypatch.setattr(
        "statuquo.web.desk.pages.whole_page", lambda *a, **k: drawn.append(1) or real(*a, **k)
    )
    assert desk.get("/brief").text == desk.get("/brief").text
    assert len(drawn) == 1
    desk.get("/brief?lang=fr")
    assert len(drawn) == 2
    desk.post("/add", data={"text": "Ankara sends aid to Tripoli.", "date": "2019-09-01"})
    assert "Tripoli" in desk.get("/brief").text
