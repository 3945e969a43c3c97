"""Addresses that others give lead to public servers alone, by whatever name or redirect.

The servers are real and on loopback addresses: 127.0.0.2 plays the public server, 127.0.0.1 is what
must not be reached.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from loopback import serving
from statuquo.errors import FetchError
from statuquo.reports import public
from statuquo.reports.fetching import fetch
from statuquo.reports.public import is_public
from statuquo.reports.sent import read_address_sent, read_file_sent

from .test_fetching import ANSWERS, Handler
from .test_reading import PAGE

OUTSIDE = "127.0.0.2"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with serving(Handler, "0.0.0.0") as number:
        yield number


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one address pass for a public one, and no request be sent by a proxy."""
    monkeypatch.setattr(public, "is_public", lambda address: address == OUTSIDE)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[list[str]]]:
    """Names and the addresses that they have, at the first question, the second …"""
    known: dict[str, list[list[str]]] = {}
    real = socket.getaddrinfo

    def asked(host: str, port: int, *rest: object, **more: object):
        if host not in known:
            return real(host, port, *rest, **more)
        numbers = known[host].pop(0)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in numbers]

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    return known


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1",
        "fe80::1%lo", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254",
        "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1", "localhost", "",
    ],
)  # fmt: skip
def test_what_the_world_cannot_reach(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1"])
def test_what_it_can(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0.0.0.0", "[::ffff:7f00:1]"],
)
def test_this_machine_is_refused_by_any_of_its_names(port: int, host: str) -> None:
    with pytest.raises(FetchError, match="own network"):
        fetch(f"http://{host}:{port}/page", limit=1_000_000, public_only=True)
    assert PAGE.encode() == fetch(f"http://127.0.0.1:{port}/page", limit=1_000_000).raw


@pytest.mark.usefixtures("outside")
def test_a_public_page_is_read_without_a_proxy(port: int) -> None:
    page = fetch(f"http://{OUTSIDE}:{port}/page", limit=1_000_000, public_only=True)
    assert page.raw == PAGE.encode()
    assert fetch(f"http://{OUTSIDE}:{port}/moved", limit=1_000_000, public_only=True).raw


@pytest.mark.usefixtures("outside")
def test_a_redirect_inside_is_refused(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = {"Location": f"http://127.0.0.1:{port}/page"}
    monkeypatch.setitem(ANSWERS, "/inside", (302, inside, b""))
    with pytest.raises(FetchError, match="own network"):
        fetch(f"http://{OUTSIDE}:{port}/inside", limit=1_000_000, public_only=True)


@pytest.mark.usefixtures("outside")
@pytest.mark.parametrize("numbers", [["127.0.0.1"], [OUTSIDE, "127.0.0.1"]])
def test_a_name_that_leads_inside_is_refused(
    port: int, names: dict[str, list[list[str]]], numbers: list[str]
) -> None:
    names["news.example"] = [numbers]
    with pytest.raises(FetchError, match="own network"):
        fetch(f"http://news.example:{port}/page", limit=1_000_000, public_only=True)


@pytest.mark.usefixtures("outside")
def test_a_name_is_asked_for_once(port: int, names: dict[str, list[list[str]]]) -> None:
    """Whoever answers otherwise the second time (DNS rebinding) is not asked a second time."""
    names["news.example"] = [[OUTSIDE], ["127.0.0.1"]]
    page = fetch(f"http://news.example:{port}/page", limit=1_000_000, public_only=True)
    assert page.raw == PAGE.encode()
    assert names["news.example"] == [["127.0.0.1"]]


@pytest.mark.usefixtures("outside")
def test_a_server_that_does_not_answer_is_told(names: dict[str, list[list[str]]]) -> None:
    names["news.example"] = [[OUTSIDE]]
    with pytest.raises(FetchError, match="cannot be reached"):
        fetch("http://news.example:1/", limit=10, public_only=True)


@pytest.mark.parametrize("url", ["/etc/hosts", "-", "file:///etc/hosts", "ftp://a.example/", ""])
def test_only_addresses_are_taken_for_addresses(url: str) -> None:
    told: list[object] = []
    assert list(read_address_sent(url, set_aside=told.append)) == []
    assert "begins with http" in str(told[0])


def test_an_address_inside_may_be_let_in(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    url = f"http://127.0.0.1:{port}/page"
    told: list[object] = []
    assert list(read_address_sent(url, set_aside=told.append)) == []
    assert "own network" in str(told[0])
    (report,) = read_address_sent(url, set_aside=pytest.fail, public_only=False)
    assert report.title == "Moscou répond"


def test_an_https_server_is_looked_at_before_it_is_greeted(port: int) -> None:
    with pytest.raises(FetchError, match="own network"):
        fetch(f"https://localhost:{port}/page", limit=10, public_only=True)


class TestFiles:
    @pytest.mark.parametrize(
        ("name", "raw", "texts"),
        [
            ("a.txt", b"Calm.", ["Calm."]),
            ("a", b"Calm.", ["Calm."]),
            ("../../etc/a.txt", b"Calm.", ["Calm."]),
            ("C:\\news\\a.txt", b"Calm.", ["Calm."]),
            ("a.jsonl", b'{"text": "One."}\n{"text": "Two."}', ["One.", "Two."]),
            ("nul\x00.md", b"Calm.", ["Calm."]),
        ],
    )
    def test_are_read_under_their_names(self, name: str, raw: bytes, texts: list[str]) -> None:
        found = list(read_file_sent(name, raw, set_aside=pytest.fail))
        assert [report.text for report in found] == texts
        assert all(report.source and report.source.startswith(name) for report in found)

    def test_a_page_is_a_report(self) -> None:
        (report,) = read_file_sent("a.html", PAGE.encode(), set_aside=pytest.fail)
        assert (report.title, report.source) == ("Moscou répond", "a.html")

    @pytest.mark.parametrize(
        ("name", "raw", "told"),
        [
            ("a.csv", b"a,b", "a.csv: is a table"),
            ("a.txt", b"  ", "a.txt: is empty"),
            ("a.jsonl", b'{"text": ""}\n{"text": "Two."}', 'a.jsonl:1: has no "text"'),
            ("a.pdf", b"%PDF-1.7 ...", "a.pdf: is"),
        ],
    )
    def test_what_is_no_report_is_told_by_name(self, name: str, raw: bytes, told: str) -> None:
        aside: list[object] = []
        list(read_file_sent(name, raw, set_aside=aside.append))
        (problem,) = aside
        assert str(problem).startswith(told)
