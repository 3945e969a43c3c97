"""The nastiest inputs, each with what becomes of it: the rows of docs/reliability.md."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet
from sqlalchemy import event as listen

from cli.conftest import no_store_of_the_user, one_sentence_coder, run, run_real
from statuquo.errors import StoreError
from statuquo.reports import Report
from statuquo.reports.feeds.parsing import parse_feed
from statuquo.reports.fetching import Page
from statuquo.store import Store
from store.samples import TEXT, coded

__all__ = ["no_store_of_the_user", "one_sentence_coder", "run", "run_real"]

ROOT = Path(__file__).parents[2]
AID = "Ankara sends aid to Tripoli."
ADD = """
import sys, statuquo.events
sys.path.insert(0, sys.argv.pop(1))
from cli.conftest import OneSentenceCoder
statuquo.events.Coder = OneSentenceCoder
from statuquo.cli import main
main(sys.argv[1:])
"""


def sound(place: Path) -> list[str]:
    """The texts that a store holds, in order, when `statuquo check` finds nothing wrong."""
    with Store.open(place, create=False) as store:
        assert [str(one) for one in store.check() if not isinstance(one, int)] == []
        return [one.text for one in store.reports()]


# -- words ------------------------------------------------------------------------------------

WORDS = {
    "a lone surrogate": (f"{AID} half ".encode() + b"\xed\xa0\xbd of it", f"{AID} half"),
    "right to left": (f"\u202e{AID}\u2066 gnorw".encode(), AID),
    "zalgo": ((AID + "h" + "\u0301\u0328\u0489" * 400).encode(), AID),
    "mixed encodings": (AID.encode() + " Perú".encode("latin-1") + " España".encode(), AID),
}


@pytest.mark.parametrize("words", WORDS)
def test_odd_words_are_kept_and_the_event_is_found(run, tmp_path: Path, words: str):
    given, kept = WORDS[words]
    (tmp_path / "a.txt").write_bytes(given)
    assert run("add", "a.txt", "--store", "s.sqlite").code == 0
    (text,) = sound(tmp_path / "s.sqlite")
    assert kept in text.replace("\ufffd", "")
    text.encode("utf-8")
    events = json.loads(run("brief", "--store", "s.sqlite", "--json").out)["events"]
    assert len(events) == 1


LONG = {
    "one word of 4 MB": "a" * 4_000_000,
    "a million words in one sentence": "ouvre la porte et " * 250_000,
    "a million points": ". " * 1_000_000,
}


@pytest.mark.parametrize("what", LONG)
def test_a_sentence_without_end_is_cut(what: str):
    from statuquo.language import split
    from statuquo.language.splitting import LONGEST

    spans = list(split(LONG[what], "fr"))
    assert all(end - start <= LONGEST for start, end in spans)
    kept = sum(len(LONG[what][start:end].replace(" ", "")) for start, end in spans)
    assert kept == len("".join(LONG[what].split()))


@pytest.mark.model
def test_a_text_that_no_parser_takes_at_once_is_coded(coder):
    flood = "a" * 1_050_000
    found = coder.read(Report(text=f"{AID} {flood}.", lang="en"))
    assert len(flood) > 1_000_000
    assert [event.type for event in found.events] == ["AID"]


# -- pages and tables -------------------------------------------------------------------------


def test_a_page_of_a_million_entities(run, tmp_path: Path):
    page = "<html><body><article><p>" + AID * 9 + "&amp;&#x202e;" * 500_000 + "</p></article>"
    (tmp_path / "a.html").write_text(page)
    assert run("add", "a.html", "--store", "s.sqlite").code == 0
    (text,) = sound(tmp_path / "s.sqlite")
    assert AID in text


def test_a_parquet_table_with_columns_of_the_wrong_kind(run, tmp_path: Path):
    rows = pa.table({"text": [AID, "Rain."], "date": pa.array([0, 2**62], pa.timestamp("us"))})
    parquet.write_table(rows, tmp_path / "a.parquet")
    parquet.write_table(pa.table({"text": [b"\xff"], "id": [1.5]}), tmp_path / "b.parquet")
    done = run("add", "a.parquet", "b.parquet", "--store", "s.sqlite")
    assert sound(tmp_path / "s.sqlite") == [AID]
    assert "a.parquet:2: the row cannot be read" in done.err
    assert "b.parquet:1: \"text\" is of the kind 'bytes' where text is needed" in done.err


# -- lines and archives -----------------------------------------------------------------------


def test_keys_twice_numbers_that_are_none_and_days_that_never_were(run, tmp_path: Path):
    lines = [
        f'{{"text": "no", "text": "{AID}"}}',
        '{"text": NaN}',
        '{"text": "Rain in Oslo.\\u0000", "date": "0000-01-01"}',
        '{"text": "Snow in Oslo.", "date": "99999-01-01"}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    done = run("add", "a.jsonl", "--store", "s.sqlite")
    assert sound(tmp_path / "s.sqlite") == [AID, "Rain in Oslo.", "Snow in Oslo."]
    assert 'a.jsonl:2: "text" is a number where text is needed' in done.err
    assert done.err.count("names no single day, so the report is read without a date") == 2
    with Store.open(tmp_path / "s.sqlite") as store:
        assert [one.date for one in store.reports()] == [None] * 3


def test_one_id_with_other_words_is_a_newer_version(run, tmp_path: Path):
    (tmp_path / "a.jsonl").write_text(
        "\n".join(json.dumps({"id": "x", "text": text}) for text in ("First.", AID, "First."))
    )
    assert run("add", "a.jsonl", "--store", "s.sqlite").code == 0
    assert sound(tmp_path / "s.sqlite") == [AID]


@pytest.mark.parametrize("how", ["gzip", "zstd"])
@pytest.mark.parametrize("name", ["bomb.txt", "bomb.jsonl"])
def test_a_bomb_goes_off_outside(run, tmp_path: Path, how: str, name: str):
    """A quarter of a gigabyte of one letter, packed into some hundred kilobytes."""
    import resource

    path = tmp_path / f"{name}.{'gz' if how == 'gzip' else 'zst'}"
    with path.open("wb") as file, pa.CompressedOutputStream(file, how) as bomb:
        bomb.write(f'{{"text": "{AID}"}}\n'.encode() if name.endswith("l") else b"")
        for _ in range(64):
            bomb.write(b"a" * (1 << 22))
    assert path.stat().st_size < 2_000_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    done = run("add", path, "--store", "s.sqlite")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kB
    if name.endswith("l"):
        assert sound(tmp_path / "s.sqlite") == [AID]
        assert "the line is longer than 20,000,000 characters" in done.err
    else:
        assert "is too large and one report may have 5 MB" in done.err
        assert sound(tmp_path / "s.sqlite") == []


def test_a_cut_archive_gives_what_stands_before_the_cut(run, tmp_path: Path):
    dice = random.Random(1)
    lines = [json.dumps({"text": f"{AID} {dice.random()}"}) for _ in range(600)]
    whole = gzip.compress("\n".join(lines).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    done = run("add", "a.jsonl.gz", "--store", "s.sqlite")
    assert 100 < len(sound(tmp_path / "s.sqlite")) < 600
    assert "what comes after that is lost: get the file again" in done.err


def test_a_file_that_grows_while_it_is_read(tmp_path: Path):
    from statuquo.reports import read

    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": f"Report {n}."}) + "\n" for n in range(5)))
    told: list[object] = []
    found = []
    for report in read([path], set_aside=told.append):
        found.append(report.text)
        if len(found) < 50_000 and len(found) % 5 == 0:
            with path.open("a") as file:
                file.write(json.dumps({"text": f"Late {len(found)}."}) + "\n" * 2)
    assert found[:5] == [f"Report {n}." for n in range(5)]
    assert told == []


def test_a_feed_of_a_hundred_thousand_items():
    item = "<item><title>A</title><link>https://paper.example/{}</link></item>"
    items = "".join(item.format(n) for n in range(100_000))
    raw = f"<rss version='2.0'><channel><title>P</title>{items}</channel></rss>".encode()
    page = Page(raw=raw, url="https://paper.example/feed", kind="text/xml", charset=None)
    found = parse_feed(page)
    assert len(found) == 100_000
    assert found[-1].url == "https://paper.example/0"


# -- the store --------------------------------------------------------------------------------


def test_a_full_disk(tmp_path: Path):
    file = tmp_path / "s.sqlite"
    with Store.open(file) as store:
        store.add(coded())

        def fill(connection: sqlite3.Connection, *_: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 20}")

        listen.listen(store._engine, "checkout", fill, once=True)
        kept = 0

        def add_until_full() -> None:
            nonlocal kept
            while kept < 1000:
                store.add(coded(f"{TEXT} Report {kept}. " * 20, report_id=f"more-{kept}"))
                kept += 1

        with pytest.raises(StoreError, match="the disk is full; make room and run the same"):
            add_until_full()
    assert 0 < kept < 1000
    assert len(sound(file)) == kept + 1
    with Store.open(file) as store:
        assert store.add(coded(f"{TEXT} There is room again.", report_id="more"))


def test_a_store_cut_in_the_middle_is_never_taken_for_a_whole_one(tmp_path: Path):
    whole = tmp_path / "whole.sqlite"
    with Store.open(whole) as store:
        for number in range(60):
            store.add(coded(f"Report {number}. " * 30, report_id=f"r-{number}"))
    raw = whole.read_bytes()
    for length in range(1000, len(raw) - 1, len(raw) // 12):
        cut = tmp_path / "cut.sqlite"
        cut.write_bytes(raw[:length])
        with contextlib.suppress(StoreError), Store.open(cut, create=False) as store:
            assert [one for one in store.check() if not isinstance(one, int)]


def killed(command: list[str], cwd: Path, after: float) -> None:
    process = subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.parametrize("what", ["add", "watch"])
def test_killed_at_any_moment_the_store_is_sound_and_goes_on(tmp_path: Path, what: str):
    (tmp_path / "in").mkdir()
    lines = [json.dumps({"text": f"{AID} {n}.", "id": f"r-{n}", "lang": "en"}) for n in range(400)]
    for part in range(4):
        file = tmp_path / "in" / f"{part}.jsonl"
        file.write_text("\n".join(lines[part * 100 : part * 100 + 100]))
        os.utime(file, (1, 1))
    (tmp_path / "feeds.toml").write_text('[[folder]]\npath = "in"\n')
    program = [sys.executable, "-c", ADD, str(ROOT / "tests")]
    words = ["add", "in"] if what == "add" else ["watch", "feeds.toml", "--once"]
    command = [*program, *words, "--store", "s.sqlite"]
    start = time.monotonic()
    subprocess.run([*command[:-1], "timed.sqlite"], cwd=tmp_path, check=True, capture_output=True)
    lasts = time.monotonic() - start
    dice = random.Random(what)
    for _ in range(2):
        killed(command, tmp_path, after=lasts * dice.uniform(0.4, 0.95))
        if (tmp_path / "s.sqlite").exists():
            with contextlib.suppress(StoreError):  # killed before the tables were there
                sound(tmp_path / "s.sqlite")
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert sorted(sound(tmp_path / "s.sqlite")) == sorted(json.loads(one)["text"] for one in lines)


# -- the table itself -------------------------------------------------------------------------


def test_every_row_of_the_table_is_a_test():
    page = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .* \| `(tests/[\w/]+\.py)::(\w+)` \|$", page, re.MULTILINE)
    assert len(rows) > 20
    for file, name in rows:
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), (file, name)
    own = Path(__file__).read_text(encoding="utf-8")
    told = {name for _, name in rows} | {"test_every_row_of_the_table_is_a_test"}
    assert set(re.findall(r"^def (test_\w+)\(", own, re.MULTILINE)) <= told
