"""Compressed files, Parquet tables and archives of the web."""

from __future__ import annotations

import datetime
import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from statuquo.reports import Listeners, Report, Unread, find

from .conftest import Reader

TEXTS = ["La Russie a envoyé des soldats à Caracas.", "Oslo accueille les deux camps."]
PAGE = (
    "<html><head><title>Oslo talks</title><meta charset='utf-8'></head><body><article>"
    "<p>Norway's foreign minister has received both delegations in Oslo on Thursday evening.</p>"
    "<p>The two delegations have agreed to meet again in June, the ministry said.</p>"
    "</article></body></html>"
)
JSONL = "".join(json.dumps({"text": text}) + "\n" for text in TEXTS).encode()


def packed(raw: bytes, how: str) -> bytes:
    return gzip.compress(raw) if how == ".gz" else pyarrow.compress(raw, "zstd", asbytes=True)


def table(path: Path, columns: dict[str, list[Any]]) -> Path:
    parquet.write_table(pyarrow.table(columns), path)
    return path


def record(kind: str, url: str, told: str, payload: str) -> bytes:
    body = payload.encode()
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {told}\r\n"
    return head.encode() + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(body), body)


def answer(url: str, status: str, kind: str, page: str) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n"
    return record("response", url, "application/http; msgtype=response", head + page)


def warc(path: Path, *, compressed: bool) -> Path:
    """What a crawl keeps of four addresses, and the text of a fifth."""
    records = [
        record("warcinfo", "", "application/warc-fields", "software: a crawler\r\n"),
        answer("https://paper.example/oslo", "200 OK", "text/html; charset=utf-8", PAGE),
        answer("https://paper.example/gone", "404 Not Found", "text/html", PAGE),
        answer("https://paper.example/a.png", "200 OK", "image/png", "no page"),
        answer("https://paper.example/empty", "200 OK", "text/html", "<html><body></body></html>"),
        record("conversion", "https://paper.example/wet", "text/plain", TEXTS[0]),
    ]
    path.write_bytes(b"".join(map(gzip.compress, records) if compressed else records))
    return path


@pytest.mark.parametrize("how", [".gz", ".zst"])
class TestCompressed:
    def test_lines_are_read_as_if_they_were_not_compressed(
        self, reader: Reader, tmp_path: Path, how: str
    ) -> None:
        path = tmp_path / f"news.jsonl{how}"
        path.write_bytes(packed(JSONL, how))
        assert [report.text for report in reader(path)] == TEXTS
        assert not reader.aside

    def test_so_are_pages_and_texts(self, reader: Reader, tmp_path: Path, how: str) -> None:
        (tmp_path / f"a.html{how}").write_bytes(packed(PAGE.encode(), how))
        (tmp_path / f"b.txt{how}").write_bytes(packed(TEXTS[1].encode(), how))
        page, text = reader(tmp_path)
        assert (page.title, text.text) == ("Oslo talks", TEXTS[1])

    def test_a_cut_file_gives_what_stands_before_the_cut(
        self, reader: Reader, tmp_path: Path, how: str
    ) -> None:
        many = b"".join(
            json.dumps({"text": f"{n} {'Ankara said no. ' * 30}{n * 7919}"}).encode() + b"\n"
            for n in range(20_000)
        )
        raw = packed(many, how)
        path = tmp_path / f"news.jsonl{how}"
        path.write_bytes(raw[: len(raw) // 2])
        found = reader(path)
        assert 0 < len(found) < 20_000
        (complaint,) = [told for told in reader.complaints if "damaged" in told]
        assert complaint.startswith(str(path))
        assert complaint.endswith("get the file again")

    def test_an_archive_in_an_archive_is_named(
        self, reader: Reader, tmp_path: Path, how: str
    ) -> None:
        path = tmp_path / f"news.jsonl{how}"
        path.write_bytes(packed(packed(JSONL, how), how))
        assert reader(path) == []
        assert "compressed twice" in reader.complaints[0]


class TestTables:
    def test_a_row_is_a_report(self, reader: Reader, tmp_path: Path) -> None:
        path = table(
            tmp_path / "news.parquet",
            {
                "text": TEXTS,
                "id": [7, 8],
                "date": [datetime.date(2019, 5, 30), None],
                "lang": ["fr", "fra"],
                "views": [3, 4],
            },
        )
        one, two = reader(path)
        assert (one.text, one.id, one.date, one.lang) == (TEXTS[0], "7", "2019-05-30", "fr")
        assert (two.text, two.date, two.source) == (TEXTS[1], None, f"{path}:2")

    def test_a_moment_gives_its_day(self, reader: Reader, tmp_path: Path) -> None:
        moment = datetime.datetime(2019, 5, 30, 8, 15, tzinfo=datetime.UTC)
        (report,) = reader(table(tmp_path / "a.parquet", {"text": TEXTS[:1], "date": [moment]}))
        assert report.date == "2019-05-30"

    def test_a_bad_row_costs_that_row(self, reader: Reader, tmp_path: Path) -> None:
        path = table(tmp_path / "a.parquet", {"text": [TEXTS[0], None, TEXTS[1]]})
        assert [report.text for report in reader(path)] == TEXTS
        assert reader.complaints == [f'{path}:2: has no "text"; a report needs at least that']

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"PAR1 and nothing that follows", "is no Parquet table that can be read"),
            (None, 'has no column "text" (its columns: body, id); rename'),
        ],
    )
    def test_what_is_wrong_with_a_table(
        self, reader: Reader, tmp_path: Path, content: bytes | None, told: str
    ) -> None:
        path = tmp_path / "a.parquet"
        if content is None:
            table(path, {"body": ["x"], "id": ["1"]})
        else:
            path.write_bytes(content)
        assert reader(path) == []
        assert told in reader.complaints[0]

    def test_a_table_without_rows_is_empty(self, reader: Reader, tmp_path: Path) -> None:
        columns = {"text": pyarrow.array([], pyarrow.string())}
        parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet")
        assert reader(tmp_path / "a.parquet") == []
        assert "is empty" in reader.complaints[0]


class TestArchives:
    @pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
    def test_the_pages_and_texts_of_a_crawl(
        self, reader: Reader, tmp_path: Path, name: str
    ) -> None:
        path = warc(tmp_path / name, compressed=name.endswith(".gz"))
        page, text = reader(path)
        assert page.title == "Oslo talks"
        assert page.url == "https://paper.example/oslo"
        assert page.text.startswith("Norway's foreign minister")
        assert (text.text, text.url) == (TEXTS[0], "https://paper.example/wet")
        (complaint,) = reader.complaints
        assert complaint.startswith(
            f"{path}:https://paper.example/empty: the page holds no article"
        )

    def test_a_cut_archive_gives_what_stands_before_the_cut(
        self, reader: Reader, tmp_path: Path
    ) -> None:
        path = warc(tmp_path / "crawl.warc.gz", compressed=True)
        path.write_bytes(path.read_bytes()[:900])
        reader(path)
        assert "is damaged" in reader.complaints[-1]


def test_pages_and_texts_are_found_without_being_read(tmp_path: Path) -> None:
    """So that another process can read them; what holds many reports is read as it goes by."""
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.jsonl").write_bytes(JSONL)
    problems: list[object] = []
    page, *lines = find([tmp_path], set_aside=problems.append)
    assert isinstance(page, Unread)
    assert [line.text for line in lines if isinstance(line, Report)] == TEXTS
    tell = Listeners(set_aside=problems.append, notice=problems.append)
    assert [report.title for report in page.read(tell)] == ["Oslo talks"]
    assert not problems
