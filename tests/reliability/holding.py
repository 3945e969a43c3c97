"""What must hold of any bytes whatever, door by door.

Each function of `DOORS` takes bytes, hands them to one part of statuquo as a stranger would, and
raises where something does not hold. Ordinary tests put the finds of the fuzzer through them and
what Hypothesis makes up; `fuzz/run.py` puts through whatever leads it to new places in the code.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from statuquo.crisis.corrections import as_coded
from statuquo.errors import DataError, FetchError, InputError
from statuquo.reports import LANGUAGES, Report, clean, identify_language, parse_day, read
from statuquo.reports.feeds import Subscriptions
from statuquo.reports.feeds.parsing import parse_feed
from statuquo.reports.fetching import Page
from statuquo.store import Store

CUT = "\x1f"
"""Parts one field from the next where a door takes several."""

DOORS: dict[str, Callable[[bytes], None]] = {}


def door(given: Callable[[bytes], None]) -> Callable[[bytes], None]:
    DOORS[given.__name__] = given
    return given


@cache
def scratch() -> Path:
    """A folder for as long as the process lives, in memory where the machine has such a place."""
    memory = Path("/dev/shm")
    place = memory if os.access(memory, os.W_OK) else None
    folder = tempfile.TemporaryDirectory(prefix="statuquo-", dir=place)
    _kept.append(folder)
    return Path(folder.name)


_kept: list[Any] = []


def words_of(data: bytes) -> str:
    """Text with everything in it that Python can hold, lone surrogates among it."""
    return data.decode("utf-8", "surrogateescape")


# -- readers ----------------------------------------------------------------------------------


def _read_as(suffix: str) -> Callable[[bytes], None]:
    def given(data: bytes) -> None:
        path = scratch() / f"given{suffix}"
        path.write_bytes(data)
        aside: list[InputError] = []
        found = list(read([path], set_aside=aside.append, notice=aside.append))
        assert found or aside, "nothing is said of it"
        for report in found:
            assert report.text.strip()
            json.dumps(asdict(report), ensure_ascii=False).encode("utf-8")
            assert report.date is None or parse_day(report.date) == report.date
        for problem in aside:
            assert problem.source
            assert len(str(problem)) < 2000 + len(problem.source)
            assert "\n" not in str(problem)

    return given


for _name, _suffix in {
    "text": ".txt",
    "html": ".html",
    "lines": ".jsonl",
    "table": ".parquet",
    "warc": ".warc",
    "gzip": ".jsonl.gz",
    "zstd": ".txt.zst",
}.items():
    DOORS[_name] = _read_as(_suffix)


@door
def feed(data: bytes) -> None:
    page = Page(raw=data, url="https://paper.example/feed", kind="text/xml", charset=None)
    try:
        items = parse_feed(page)
    except FetchError:
        return
    assert len({item.key for item in items}) == len(items)
    for item in items:
        assert item.url or item.html.strip()
        for told in (item.key, item.url, item.title, item.text):
            (told or "").encode("utf-8")


@door
def subscriptions(data: bytes) -> None:
    path = scratch() / "feeds.toml"
    path.write_bytes(data)
    with suppress(DataError):
        assert Subscriptions.load(path).feeds


@door
def day(data: bytes) -> None:
    for lang in (None, *LANGUAGES):
        found = parse_day(words_of(data), lang)
        assert found is None or parse_day(found) == found


# -- text -------------------------------------------------------------------------------------


@door
def cleaning(data: bytes) -> None:
    text, title, outlet, *_ = (*words_of(data).split(CUT), "", "")
    cleaned = clean(Report(text=text, title=title or None, outlet=outlet or None))
    covered = [cleaned.text[block.start : block.end] for block in cleaned.blocks]
    assert "\n\n".join(covered) == cleaned.text
    assert all(piece == piece.strip() and piece and "\n" not in piece for piece in covered)
    assert clean(Report(text=cleaned.text)).text == cleaned.text


@door
def splitter(data: bytes) -> None:
    from statuquo.language import split

    text = words_of(data)
    for lang in LANGUAGES:
        ends = 0
        for start, end in split(text, lang):
            assert ends <= start < end <= len(text)
            assert not text[ends:start].strip(), "words between two sentences"
            assert text[start:end] == text[start:end].strip()
            ends = end
        assert not text[ends:].strip(), "words after the last sentence"


@door
def language(data: bytes) -> None:
    with suppress(InputError):
        assert identify_language(words_of(data)) in LANGUAGES


@door
def gate(data: bytes) -> None:
    text = words_of(data)
    made = _gate()
    found = made.lemmas(text)
    assert not made.opens(text) or found
    assert found <= made.lemmas(f"{text} lifted"), "more words, fewer found"


@cache
def _gate() -> Any:
    from statuquo.language.forms import Start
    from statuquo.language.gate import PARTY, Gate, Need

    needs = [
        Need("lift", (frozenset({"ban", "sanction"}),), party=True),
        Need("envoyer"),
        Need("acuse", (frozenset({"à", "d'"}),)),
    ]
    starts = [
        Start("lift", "lift", frozenset({"", "s", "ed", "ing"})),
        Start("ban", "ban", frozenset({"", "s"})),
        Start("sanction", "sanction", frozenset({"", "s"})),
        Start("envo", "envoyer", frozenset({"ie", "ya", "yé", "yer"})),
        Start("acus", "acuse", frozenset({"a", "ar", "ando"})),
        Start("minist", PARTY, frozenset({"er", "re", "ers"})),
    ]
    return Gate(needs, starts, named=lambda text: "Oslo" in text, clitics=True)


# -- data that people edit --------------------------------------------------------------------


@door
def lexicon(data: bytes) -> None:
    from statuquo.events.lexicon import check

    folder = scratch() / "lexicon" / "en"
    folder.mkdir(parents=True, exist_ok=True)
    name, _, content = data.partition(b"\n")
    names = ("aid", "assault", "classes", "light", "speech", "silence", "forms")
    chosen = name.strip().decode("ascii", "ignore")
    for other in folder.glob("*.toml"):
        other.unlink()
    (folder / f"{chosen if chosen in names else 'aid'}.toml").write_bytes(content)
    for problem in check(folder=folder.parent, languages=["en"]):
        assert isinstance(problem, DataError)
        assert problem.file


# -- the store --------------------------------------------------------------------------------


@door
def store(data: bytes) -> None:
    from store.samples import TEXT, coded, event

    # The same words by nobody on no day are the same report.
    fields = list(dict.fromkeys(words_of(data[:4000]).split(CUT)))
    file = scratch() / "given.sqlite"
    for old in scratch().glob("given.sqlite*"):
        old.unlink()
    shutil.copy(_empty_store(), file)
    with Store.open(file) as kept:
        for n, said in enumerate(fields[:8]):
            if not said:
                continue
            one = coded(TEXT + said, event(f"e-{said}", why=said), report_id=f"{n}{said}")
            assert kept.add(one)
            assert not kept.add(one)
            assert as_coded(kept.report(one.report.id)) == one
            assert kept.event(f"e-{said}").why == said
        assert [one for one in kept.check() if not isinstance(one, int)] == []


@cache
def _empty_store() -> Path:
    file = scratch() / "empty.sqlite"
    with Store.open(file):
        pass
    return file


# -- the desk ---------------------------------------------------------------------------------

_WAYS = ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH")


@door
def desk(data: bytes) -> None:
    """One request: «WAY /path?query», header lines, a blank line, a body."""
    head, _, body = data.partition(b"\n\n")
    first, *lines = head.split(b"\n")
    way, _, target = first.partition(b" ")
    method = way.decode("ascii", "ignore").upper()
    path, _, query = target.partition(b"?")
    if method == "POST" and path.startswith(b"/add") and b"url" in body:
        return  # it would go and fetch that
    parted = (line.partition(b":") for line in lines)
    headers = [(name.strip().lower(), value.strip()) for name, _, value in parted if name.strip()]
    named = dict(headers)
    if b"host" not in named:
        headers.append((b"host", b"127.0.0.1:8750"))
    if b"content-length" not in named:
        headers.append((b"content-length", str(len(body)).encode()))
    from urllib.parse import unquote_to_bytes

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method if method in _WAYS else "GET",
        "scheme": "http",
        # As uvicorn gives it.
        "path": unquote_to_bytes(b"/" + path.lstrip(b"/")).decode("utf-8", "replace"),
        "raw_path": b"/" + path.lstrip(b"/"),
        "query_string": query,
        "root_path": "",
        "headers": headers,
        "client": ("127.0.0.1", 5),
        "server": ("127.0.0.1", 8750),
    }
    status, kind, answer = asyncio.run(_asked(scope, body))
    assert 200 <= status < 500, (status, answer[:300])
    if str(scope["path"]).startswith("/api/") and status >= 400 and scope["method"] != "HEAD":
        told = json.loads(answer)["error"]
        assert told["status"] == status
        assert told["message"]
        assert kind.startswith("application/json")


async def _asked(scope: dict[str, Any], body: bytes) -> tuple[int, str, bytes]:
    sent: list[dict[str, Any]] = []
    given: Iterator[dict[str, Any]] = iter([{"type": "http.request", "body": body}])

    async def receive() -> dict[str, Any]:
        return next(given, {"type": "http.disconnect"})

    async def send(message: Any) -> None:
        sent.append(message)

    await _desk()(scope, receive, send)
    start = next(one for one in sent if one["type"] == "http.response.start")
    kind = dict(start["headers"]).get(b"content-type", b"").decode("latin-1")
    return start["status"], kind, b"".join(one.get("body", b"") for one in sent)


@cache
def _desk() -> Any:
    from crisis.venezuela import reports
    from desk.conftest import MemoryShelf
    from statuquo.web.desk import create_app

    class Forgetful(MemoryShelf):
        """Codes what it is given and does not keep it: the next request finds the same desk."""

        def add(self, report: Report) -> Any:
            coded = super().add(report)
            self.reports.pop()
            return coded

    return create_app(Forgetful(reports()), patience=30)
