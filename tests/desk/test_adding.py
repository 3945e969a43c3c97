"""Adding reports at the desk: pasted, as files, by address; each bad one is named and the rest go on."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from desk.conftest import MemoryShelf
from desk.test_pages import HOSTILE
from loopback import serving
from reports.test_fetching import ANSWERS, HTML, Handler
from statuquo.web.desk import adding, create_app
from web.test_page import Reader

AID = "Ankara sends aid to Tripoli."
CALM = "The sea was calm."
PAGE = f"<html><head><title>Aid</title></head><body><article><p>{AID} {'It was so. ' * 30}</p></article></body></html>"


def sent(desk: TestClient, *files: tuple[str, bytes], status: int = 200, **fields: str) -> str:
    answer = desk.post("/add", data=fields, files=[("files", one) for one in files] or None)
    assert answer.status_code == status, answer.text
    assert Reader(answer.text).open == []
    return answer.text


def test_a_report_is_shown_sentence_by_sentence(desk: TestClient) -> None:
    html = sent(desk, text=f"{CALM} {AID}\n\nMore calm.", title="Sea & aid")
    assert "1 report coded" in html
    assert html.count('class="silent') == 2
    assert html.count('class="some') == 1
    assert '<mark class="actor">Ankara</mark>' in html
    assert '<mark class="trigger">sends aid</mark>' in html
    assert '<mark class="recipient">Tripoli</mark>' in html
    assert "Sea &amp; aid" in html


def test_files_are_read_each_by_its_kind_and_bad_ones_named(
    desk: TestClient, shelf: MemoryShelf
) -> None:
    before = len(shelf.reports)
    html = sent(
        desk,
        ("one.txt", AID.encode()),
        ("two.jsonl", b'{"text": "Oslo sends aid to Lima.", "id": "two"}\n{"id": "bad"}'),
        ("page.html", PAGE.encode()),
        ("empty.txt", b""),
        ("table.csv", b"a,b"),
        (f"{HOSTILE}.txt", b"zzz"),
        ("last.txt", CALM.encode()),
    )
    assert "4 reports coded" in html
    assert "4 set aside" in html
    assert "two.jsonl:2: has no &#34;text&#34;" in html
    assert "empty.txt: is empty" in html
    assert "table.csv: is a table" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert len(shelf.reports) == before + 4
    assert {one.report.source for one in shelf.reports[before:]} == {
        "one.txt", "two.jsonl:1", "page.html", "last.txt",
    }  # fmt: skip


def test_nothing_is_told_to_be_nothing(desk: TestClient) -> None:
    assert "Give a text, a file or an address." in sent(desk, status=422)
    assert "is empty" in sent(desk, ("a.txt", b" "), status=422)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"text": "x", "title": "x" * 2001}, "too long"),
        ({"text": "x", "date": "1 May 20190"}, "long"),
    ],
)
def test_fields_have_their_limits(desk: TestClient, fields: dict[str, str], told: str) -> None:
    answer = desk.post("/add", data=fields)
    assert answer.status_code == 422
    assert told in answer.text


def test_a_sending_has_its_limit_told_or_not(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch, shelf: MemoryShelf
) -> None:
    monkeypatch.setattr(adding, "MOST_SENT", 1000)
    before = len(shelf.reports)
    answer = desk.post("/add", files=[("files", ("a.txt", b"x" * 2000))])
    assert answer.status_code == 413
    assert "statuquo add" in answer.text

    def trickle() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
        for _ in range(20):
            yield b"x" * 100
        yield b"\r\n--b--\r\n"

    kind = {"content-type": "multipart/form-data; boundary=b"}
    assert desk.post("/add", content=trickle(), headers=kind).status_code == 411
    assert len(shelf.reports) == before


def test_so_many_reports_and_no_more(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "MOST_REPORTS", 2)
    line = b'{"text": "Oslo sends aid to Lima."}\n'
    assert "only the first" not in sent(desk, ("a.jsonl", line * 2))
    html = sent(desk, ("a.jsonl", line * 3))
    assert "2 reports coded" in html
    assert "only the first 2 reports were read" in html


def test_pages_from_elsewhere_may_not_send(desk: TestClient, shelf: MemoryShelf) -> None:
    before = len(shelf.reports)
    answer = desk.post("/add", data={"text": AID}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403
    assert len(shelf.reports) == before


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving(Handler) as port:
        yield f"http://127.0.0.1:{port}"


class TestAddress:
    def test_this_machine_is_refused(self, desk: TestClient, site: str) -> None:
        html = sent(desk, url=f"{site}/page", status=422)
        assert "own network" in html
        assert f'value="{site}/page"' in html

    @pytest.mark.parametrize("url", ["/etc/hosts", "-", "file:///etc/hosts", "javascript:alert(1)"])
    def test_only_addresses_of_the_web(self, desk: TestClient, url: str) -> None:
        assert "it begins with http" in sent(desk, url=url, status=422)

    def test_a_desk_may_be_opened_to_its_own_network(
        self, shelf: MemoryShelf, site: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        monkeypatch.setitem(ANSWERS, "/aid", (200, HTML, PAGE.encode()))
        desk = TestClient(
            create_app(shelf, public_only=False, patience=30), base_url="http://127.0.0.1:8750"
        )
        html = sent(desk, url=f"{site}/aid")
        assert "1 report coded" in html
        assert '<mark class="actor">Ankara</mark>' in html
        assert shelf.reports[-1].report.url == f"{site}/aid"
        assert "404 Not Found" in sent(desk, url=f"{site}/none", status=422)
