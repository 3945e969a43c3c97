"""The pictures of a shelf: readers see the last one while the next is made, programs wait for it."""

from collections.abc import Iterator
from threading import Event, Thread

import pytest
from fastapi.testclient import TestClient

import statuquo.web.desk.shelf
from crisis.pages import Page, who
from desk.conftest import MemoryShelf
from statuquo.errors import StoreError
from statuquo.events.record import CodedReport
from statuquo.web.desk import create_app
from statuquo.web.desk.shelf import Pictures


def told(name: str) -> CodedReport:
    page = Page(name)
    page.event(f"Kenya thanked Uganda {name}.", "thanked", "SUPPORT", [who("Kenya", "KEN")], [who("Uganda", "UGA")])  # fmt: skip
    return page.done()


class SlowShelf(MemoryShelf):
    """A shelf that is read no sooner than it is let."""

    def __init__(self, coded: list[CodedReport]) -> None:
        super().__init__(coded)
        self.may_be_read = Event()
        self.may_be_read.set()
        self.times_read = 0

    def coded(self) -> Iterator[CodedReport]:
        assert self.may_be_read.wait(timeout=30)
        self.times_read += 1
        return iter(list(self.reports))


@pytest.fixture
def slow() -> Iterator[SlowShelf]:
    shelf = SlowShelf([told("first")])
    yield shelf
    shelf.may_be_read.set()


def ids(pictures: Pictures, *, fresh: bool = False) -> set[str]:
    return {report.id for report in pictures.crisis(fresh=fresh).reports}


def test_a_reader_sees_the_last_picture_while_the_next_is_made(slow: SlowShelf) -> None:
    pictures = Pictures(slow, patience=0)
    assert ids(pictures) == {"first"}
    assert not pictures.behind()
    slow.may_be_read.clear()
    slow.reports.append(told("second"))
    assert ids(pictures) == {"first"}
    assert pictures.behind()
    slow.may_be_read.set()
    assert ids(pictures, fresh=True) == {"first", "second"}
    assert not pictures.behind()
    assert ids(pictures) == {"first", "second"}


def test_a_picture_begun_too_early_is_not_taken_for_the_newest(slow: SlowShelf) -> None:
    pictures = Pictures(slow, patience=0)
    pictures.crisis()
    slow.may_be_read.clear()
    slow.reports.append(told("second"))
    pictures.crisis()  # begins to make a picture, which waits for the shelf
    slow.reports.append(told("third"))
    found: list[set[str]] = []
    program = Thread(target=lambda: found.append(ids(pictures, fresh=True)))
    program.start()
    slow.may_be_read.set()
    program.join(timeout=30)
    assert found == [{"first", "second", "third"}]


def test_a_shelf_is_read_once_for_all_that_ask(slow: SlowShelf) -> None:
    pictures = Pictures(slow)
    for _ in range(3):
        pictures.crisis()
        pictures.report("first")
    assert slow.times_read == 1


def test_what_was_drawn_is_drawn_again_before_the_next_picture_is_shown(slow: SlowShelf) -> None:
    pictures, drawn = Pictures(slow, patience=30), []

    def draw(crisis) -> int:
        drawn.append(len(crisis.reports))
        return len(crisis.reports)

    assert [pictures.made("count", "all", draw) for _ in range(2)] == [1, 1]
    slow.reports.append(told("second"))
    pictures.crisis(fresh=True)
    assert drawn == [1, 2]
    assert pictures.made("count", "all", draw) == 2
    assert drawn == [1, 2]


def test_a_page_says_that_it_is_behind_and_programs_never_are(slow: SlowShelf) -> None:
    app = create_app(slow, patience=0)
    with TestClient(app, base_url="http://127.0.0.1:8750") as desk:
        assert "desk-behind" not in desk.get("/events").text.split("</style>")[-1]
        slow.may_be_read.clear()
        slow.reports.append(told("second"))
        page = desk.get("/events").text
        assert '<p class="desk-behind" role="status">' in page
        assert "second" not in page
        slow.may_be_read.set()
        assert desk.get("/api/v1/events").json()["total"] == 2
        page = desk.get("/events").text
        assert '<p class="desk-behind"' not in page
        assert "second" in page


class KnowingShelf(SlowShelf):
    """A shelf that knows what is new."""

    def changed(self, since: tuple[int, int, int]) -> list[CodedReport]:
        return self.reports[since[0] :]


def test_of_what_is_known_nothing_is_read_again() -> None:
    shelf = KnowingShelf([told("first")])
    pictures = Pictures(shelf, patience=30)
    assert ids(pictures) == {"first"}
    shelf.reports.append(told("second"))
    assert ids(pictures) == {"first", "second"}
    assert shelf.times_read == 1


def test_lists_of_reports_and_events_wait_for_no_picture(monkeypatch) -> None:
    shelf = KnowingShelf([told("first")])
    with TestClient(create_app(shelf, patience=0), base_url="http://127.0.0.1:8750") as desk:
        assert len(desk.get("/api/v1/stories").json()["items"][0]["events"]) == 1
        may_build = Event()
        real = statuquo.web.desk.shelf.build
        monkeypatch.setattr(
            statuquo.web.desk.shelf, "build", lambda of: may_build.wait(timeout=30) and real(of)
        )
        shelf.reports.append(told("second"))
        for name in ("reports", "events", "events?party=KEN"):
            assert desk.get(f"/api/v1/{name}").json()["total"] == 2
        may_build.set()
        assert len(desk.get("/api/v1/stories").json()["items"][0]["events"]) == 2


def test_lists_have_what_the_picture_has(desk: TestClient) -> None:
    whole = desk.get("/api/v1/crises/all-of-may/brief").json()
    for name in ("reports", "events"):
        listed = desk.get(f"/api/v1/{name}?crisis=all-of-may&limit=500").json()["items"]
        assert [one["id"] for one in listed] == [one["id"] for one in whole[name]] != []


def test_a_desk_opens_at_once_and_says_that_its_picture_is_being_made(
    slow: SlowShelf, monkeypatch
) -> None:
    monkeypatch.setattr("statuquo.web.desk.opening.WAIT", 0)
    slow.may_be_read.clear()
    app = create_app(slow, lang="fr")
    with TestClient(app, base_url="http://127.0.0.1:8750") as desk:
        answer = desk.get("/brief")
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert "s’ouvre" in answer.text
        slow.may_be_read.set()
        assert desk.get("/api/v1/events").json()["total"] == 1
        desk.get("/api/v1/actors")
        assert desk.get("/nowhere").status_code in (404, 503)


def test_an_event_that_the_picture_lacks_is_waited_for(slow: SlowShelf) -> None:
    new = told("second")
    with TestClient(create_app(slow, patience=0), base_url="http://127.0.0.1:8750") as desk:
        slow.reports.append(new)
        assert desk.get(f"/events/{new.events[0].id}").status_code == 200


def test_a_shelf_that_cannot_be_read_says_so_and_recovers(slow: SlowShelf, monkeypatch) -> None:
    def broken() -> Iterator[CodedReport]:
        raise StoreError("the file is locked")

    monkeypatch.setattr(slow, "coded", broken)
    with TestClient(create_app(slow), base_url="http://127.0.0.1:8750") as desk:
        answer = desk.get("/brief")
        assert (answer.status_code, "the file is locked" in answer.text) == (503, True)
        monkeypatch.undo()
        assert desk.get("/brief").status_code == 200
