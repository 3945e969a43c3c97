"""Pages from the web, served by a server of our own."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from loopback import serving
from statuquo.errors import FetchError
from statuquo.reports import fetching

from .conftest import Reader
from .test_reading import PAGE, TEXT

Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}
ANSWERS: dict[str, Answer] = {
    "/page": (200, HTML, PAGE.encode()),
    "/latin": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, PAGE.encode("cp1252")),
    "/text": (200, {"Content-Type": "text/plain"}, TEXT.encode()),
    "/attaque_à_Valence": (200, HTML, PAGE.encode()),
    "/packed": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"a" * 30_000_000)),
    "/strange": (200, {**HTML, "Content-Encoding": "br"}, b"..."),
    "/moved": (302, {"Location": "/page"}, b""),
    "/to-file": (302, {"Location": "file:///etc/hosts"}, b""),
    "/to-ftp": (301, {"Location": "ftp://example.org/a"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/film": (200, {"Content-Type": "video/mp4"}, b"..."),
    "/large": (200, HTML, b"<p>" + b"a" * 21_000_000),
    "/empty": (200, HTML, b"<html><body></body></html>"),
    "/closed": (403, HTML, b""),
    "/broken": (503, HTML, b""),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(1.5)
            return
        path = self.path.replace("%C3%A0", "à")
        status, headers, body = ANSWERS.get(path, (404, HTML, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving(Handler) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(autouse=True)
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.mark.parametrize("path", ["/page", "/latin", "/packed", "/moved", "/attaque_à_Valence"])
def test_a_page_is_read(reader: Reader, site: str, path: str) -> None:
    (report,) = reader(site + path)
    assert not reader.aside
    assert "La Russie a confirmé l'envoi" in report.text
    assert (report.title, report.date) == ("Moscou répond", "2019-05-30")
    assert report.source == site + path
    assert str(report.url).startswith(site)


def test_plain_text_is_a_report_too(reader: Reader, site: str) -> None:
    (report,) = reader(f"{site}/text")
    assert (report.text, report.url) == (TEXT, f"{site}/text")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/gone", "the server answers 404 Not Found; check the address"),
        ("/closed", "the server answers 403 Forbidden; it wants a reader of its own"),
        ("/broken", "the server answers 503 Service Unavailable; try again later"),
        ("/to-file", "leads to file:///etc/hosts, which is not followed"),
        ("/to-ftp", "leads to ftp://example.org/a, which is not followed"),
        ("/round", "leads to /round, which is not followed"),
        ("/film", "is video/mp4, not a page; download it and give the file"),
        ("/large", "is larger than 20 MB"),
        ("/bomb", "is larger than 20 MB"),
        ("/strange", "comes packed as br"),
        ("/empty", "the page holds no article text"),
    ],
)
def test_what_gives_no_page_is_told(reader: Reader, site: str, path: str, told: str) -> None:
    assert reader(site + path) == []
    (complaint,) = reader.complaints
    assert complaint.startswith(f"{site}{path}: ")
    assert told in complaint


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://127.0.0.1:1/a", "cannot be reached (Connection refused)"),
        ("http://no-such-host.invalid/a", "cannot be reached ("),
        ("http:///a", "cannot be fetched (it names no server)"),
        ("http://[::1/a", "cannot be fetched ("),
        ("http://127.0.0.1:99999999/a", "cannot be reached ("),
        ("http://127.0.0.1/a b", "it holds spaces or control characters"),
        ("http://exa\nmple.org/\r\nHost: x", "cannot be fetched ("),
    ],
)
def test_addresses_that_lead_nowhere(reader: Reader, url: str, told: str) -> None:
    assert reader(url) == []
    assert told in reader.complaints[0]
    assert isinstance(reader.aside[0], FetchError)


def test_a_silent_server_is_given_up(
    reader: Reader, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SILENCE_SECONDS", 0.3)
    assert reader(f"{site}/slow") == []
    assert "no answer within 0.3 seconds; try again later" in reader.complaints[0]


def test_a_server_that_trickles_is_given_up(
    reader: Reader, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "PATIENCE_SECONDS", -1)
    assert reader(f"{site}/page") == []
    assert "not read within -1 seconds" in reader.complaints[0]


def test_reading_goes_on_after_a_bad_address(reader: Reader, site: str) -> None:
    assert len(reader(f"{site}/gone", f"{site}/page")) == 1


def test_only_http_and_https_are_fetched() -> None:
    with pytest.raises(FetchError, match="ftp: addresses are not read"):
        fetching.fetch("ftp://example.org/a", limit=10)
