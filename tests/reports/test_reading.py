"""Reading files, folders and streams, and setting aside what cannot be read."""

from __future__ import annotations

import io
import json
import logging
import os
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.reports import Report, read
from statuquo.reports.files import MAX_TEXT

from .conftest import Reader

Write = Callable[..., Path]
TEXT = "La Russie a envoyé des soldats à Caracas."
PAGE = (
    "<html><head><title>Moscou répond</title>"
    '<meta property="og:site_name" content="Le Journal d\'essai">'
    '<meta property="article:published_time" content="2019-05-30T10:00:00+02:00">'
    '<link rel="canonical" href="https://journal.example/a"></head><body><nav>Accueil</nav>'
    "<article><h1>Moscou répond</h1><p>La Russie a confirmé l'envoi de soldats au Venezuela, a dit "
    "l'ambassadeur à Caracas jeudi soir.</p><h2>Un accord ancien</h2><p>Les deux pays ont signé un "
    "accord de coopération militaire en 2001, qui reste en vigueur.</p></article></body></html>"
)


def lines(*reports: object) -> io.BytesIO:
    return io.BytesIO("\n".join(json.dumps(report) for report in reports).encode())


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may read everything: it acts as nobody meanwhile; others stay who they are."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="statuquo-") as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder


class TestTextFiles:
    @pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT", "a", "a.story"])
    def test_a_text_file_is_one_report(self, reader: Reader, write: Write, name: str) -> None:
        path = write(name, TEXT)
        (report,) = reader(path)
        assert (report.text, report.source) == (TEXT, str(path))
        assert not reader.aside

    def test_a_header_between_dashes_tells_about_the_report(
        self, reader: Reader, write: Write
    ) -> None:
        header = '---\ntitle: "Moscou répond"\ndate: 30 mai 2019\nlang: fr-FR\nweight: 3\n---\n'
        (report,) = reader(write("a.md", header + TEXT))
        assert (report.title, report.date, report.lang) == ("Moscou répond", "2019-05-30", "fr")
        assert report.text == TEXT

    def test_dashes_without_a_header_are_text(self, reader: Reader, write: Write) -> None:
        text = "---\nLa suite demain.\n---\nFin."
        assert reader(write("a.txt", text))[0].text == text

    def test_the_same_text_has_the_same_id_wherever_it_lies(
        self, reader: Reader, write: Write
    ) -> None:
        first, second = reader(write("a.txt", TEXT), write("b/c.txt", TEXT))
        assert first.id == second.id

    @pytest.mark.parametrize(
        ("name", "content", "told"),
        [
            ("empty.txt", b"", "is empty; nothing to read"),
            ("blank.txt", b" \n\n ", "is empty; nothing to read"),
            ("paper.pdf", b"%PDF-1.7\n\xe2\xe3", "is a PDF; turn it into text first"),
            ("noise", bytes(range(256)) * 4, "is no text but binary data"),
            ("big.txt", b"a" * (MAX_TEXT + 1), "is 5.0 MB and one report may have 5 MB"),
            ("page.html", b"<html><body></body></html>", "the page holds no article text"),
            ("table.csv", b"a,b\n1,2\n", "is a table; write its reports out as JSON Lines"),
        ],
    )
    def test_what_cannot_be_read_is_named_with_a_remedy(
        self, reader: Reader, write: Write, name: str, content: bytes, told: str
    ) -> None:
        path = write(name, content)
        assert reader(path) == []
        (complaint,) = reader.complaints
        assert complaint.startswith(f"{path}: ")
        assert told in complaint


class TestPages:
    @pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "a"])
    def test_a_page_gives_article_title_day_outlet_and_address(
        self, reader: Reader, write: Write, name: str
    ) -> None:
        (report,) = reader(write(name, PAGE))
        assert report.title == "Moscou répond"
        assert report.date == "2019-05-30"
        assert report.outlet == "Le Journal d'essai"
        assert report.url == "https://journal.example/a"
        assert "\n\nUn accord ancien\n\nLes deux pays" in report.text
        assert "Accueil" not in report.text

    def test_the_declared_encoding_is_used(self, reader: Reader, write: Write) -> None:
        page = PAGE.replace("<head>", '<head><meta charset="mac-roman">')
        (report,) = reader(write("a.html", page.encode("mac_roman")))
        assert "a confirmé" in report.text

    def test_nothing_is_logged_about_odd_pages(
        self, reader: Reader, write: Write, capfd: pytest.CaptureFixture[str]
    ) -> None:
        reader(write("a.html", "<html><p>"), write("b.html", "<html>" + "<div>" * 3000))
        assert len(reader.aside) == 2
        assert capfd.readouterr() == ("", "")


class TestFolders:
    def test_all_reports_below_in_the_order_of_their_paths(
        self, reader: Reader, write: Write, tmp_path: Path
    ) -> None:
        for name in ["b.txt", "a/z.txt", "a/b/c.md", "c.jsonl"]:
            content = json.dumps({"text": TEXT}) if name.endswith("l") else TEXT
            write(name, content)
        names = [Path(str(report.source)).name for report in reader(tmp_path)]
        assert names == ["c.md", "z.txt", "b.txt", "c.jsonl:1"]

    def test_hidden_files_and_those_about_the_folder_are_no_reports(
        self, reader: Reader, write: Write, tmp_path: Path
    ) -> None:
        for name in [".hidden.txt", ".git/a.txt", "README.md", "LICENSE", "a.txt"]:
            write(name, TEXT)
        assert [report.source for report in reader(tmp_path)] == [str(tmp_path / "a.txt")]
        assert not reader.aside

    def test_bad_files_among_good_ones_cost_a_line_each(
        self, reader: Reader, write: Write, tmp_path: Path
    ) -> None:
        write("a.txt", TEXT)
        write("b.bin", bytes(range(256)))
        write("c.txt", "")
        (tmp_path / "d.txt").symlink_to(tmp_path / "gone.txt")
        (tmp_path / "e.txt").symlink_to("e.txt")
        (tmp_path / "f").symlink_to(tmp_path, target_is_directory=True)
        os.mkfifo(tmp_path / "g")
        write("z.txt", TEXT)
        assert len(reader(tmp_path)) == 2
        told = [complaint.removeprefix(f"{tmp_path}/") for complaint in reader.complaints]
        assert told == [
            "b.bin: is no text but binary data; give text, HTML or JSON Lines",
            "c.txt: is empty; nothing to read",
            f"d.txt: is a link to {tmp_path}/gone.txt, which is not there; mend the link",
            "e.txt: is a link that leads back to itself; remove it",
            "f: leads to a folder that is read already; left out",
            "g: is a device, pipe or socket; left out",
        ]

    def test_a_folder_without_reports_says_so(self, reader: Reader, tmp_path: Path) -> None:
        assert reader(tmp_path) == []
        assert reader.complaints == [
            f"{tmp_path}: holds no report; put text, HTML or JSON Lines files there"
        ]

    def test_forbidden_files_are_set_aside(self, reader: Reader, open_folder: Path) -> None:
        for name in ("a.txt", "b.txt"):
            (open_folder / name).write_text(TEXT, encoding="utf-8")
        (open_folder / "a.txt").chmod(0)
        (open_folder / "b.txt").chmod(0o444)
        with ordinary_user():
            (report,) = reader(open_folder)
        assert report.source == str(open_folder / "b.txt")
        assert reader.complaints == [
            f"{open_folder / 'a.txt'}: may not be read; ask for permission to read it"
        ]

    def test_permission_is_told_in_words(
        self, reader: Reader, write: Write, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = write("a.txt", TEXT)

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        assert reader(path) == []
        assert reader.complaints == [f"{path}: may not be read; ask for permission to read it"]

    def test_names_that_are_no_text_can_be_printed(self, reader: Reader, tmp_path: Path) -> None:
        name = os.fsencode(tmp_path) + b"/\xff.txt"
        with open(name, "wb") as file:
            file.write(b"")
        reader(tmp_path)
        reader.complaints[0].encode("utf-8")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("no-such.txt", "no-such.txt: there is no such file or folder; check the path"),
        ("bad\0name", "cannot be read (embedded null byte); check the path"),
        ("x" * 5000, "is too long for a path; give text as JSON Lines on standard input"),
        (
            "ftp://example.org/a",
            "ftp: addresses are not read; give http, https, a file or a folder",
        ),
        ("file:///etc/hosts", "file: addresses are not read"),
        ("data:text/html,<p>x", "data: addresses are not read"),
    ],
)
def test_sources_that_are_nothing(reader: Reader, source: str, told: str) -> None:
    assert reader(source) == []
    assert told in reader.complaints[0]


class TestLines:
    def test_every_field_is_taken(self, reader: Reader) -> None:
        fields = {
            "id": "a-1",
            "text": TEXT,
            "title": "Moscou",
            "date": "2019-05-30T10:00:00Z",
            "lang": "FR",
            "url": "https://journal.example/a",
            "outlet": "Le Journal d'essai",
            "unknown": {"kept": False},
        }
        (report,) = reader("-", stdin=lines(fields))
        assert report == Report(
            id="a-1",
            text=TEXT,
            title="Moscou",
            date="2019-05-30",
            lang="fr",
            url="https://journal.example/a",
            outlet="Le Journal d'essai",
            source="standard input:1",
        )

    def test_a_number_may_be_an_id(self, reader: Reader) -> None:
        assert reader("-", stdin=lines({"id": 7, "text": TEXT}))[0].id == "7"

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ("no json", "is no JSON (Expecting value); write one object a line"),
            ('{"text": "a"', "is no JSON (Expecting ',' delimiter)"),
            ("[1]", 'holds a list, not an object like {"text": …}'),
            ('"text"', "holds text, not an object"),
            ("{}", 'has no "text"; a report needs at least that'),
            ('{"text": " "}', 'has no "text"'),
            ('{"text": null}', 'has no "text"'),
            ('{"text": 3}', '"text" is a number where text is needed; put it in quotation marks'),
            ('{"text": "a", "title": ["b"]}', '"title" is a list where text is needed'),
            ('{"text": "a", "date": 2019}', '"date" is a number where text is needed'),
            ('{"text": "a", "id": true}', '"id" is true or false where text is needed'),
            ('{"text": "a", "lang": "de"}', "the language is 'de'; statuquo reads fr, en, es"),
            ("[" * 100_000, "the JSON is nested too deeply"),
        ],
    )
    def test_a_bad_line_is_named_by_its_number_and_reading_goes_on(
        self, reader: Reader, line: str, told: str
    ) -> None:
        good = json.dumps({"text": TEXT})
        stream = io.BytesIO(f"{good}\n\n{line}\n{good}".encode())
        assert [report.source for report in reader("-", stdin=stream)] == [
            "standard input:1",
            "standard input:4",
        ]
        (complaint,) = reader.complaints
        assert complaint.startswith("standard input:3: ")
        assert told in complaint

    @pytest.mark.parametrize(
        ("content", "recipe"),
        [
            ('[{"text": "a"}, {"text": "b"}]', "jq -c '.[]'"),
            ('{\n  "text": "a"\n}', "jq -c ."),
        ],
    )
    def test_json_that_is_not_lines_is_told_once_with_a_recipe(
        self, reader: Reader, write: Write, content: str, recipe: str
    ) -> None:
        path = write("a.json", content)
        assert reader(path) == []
        (complaint,) = reader.complaints
        assert complaint.startswith(f"{path}: is JSON, but not JSON Lines")
        assert complaint.endswith(recipe)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_lines_in_any_encoding(self, reader: Reader, write: Write, encoding: str) -> None:
        line = json.dumps({"text": TEXT}, ensure_ascii=False)
        path = write("a.jsonl", f"{line}\n{line}\n".encode(encoding))
        assert [report.text for report in reader(path)] == [TEXT, TEXT]

    def test_json_lines_are_known_without_their_suffix(self, reader: Reader, write: Write) -> None:
        path = write("pipe", json.dumps({"text": TEXT}))
        assert reader(path)[0].text == TEXT

    def test_lone_surrogates_and_nul_can_be_printed_later(self, reader: Reader) -> None:
        raw = b'{"text": "a\\ud800b\\u0000c", "title": "\\udfff", "id": "\\ud800"}'
        (report,) = reader("-", stdin=io.BytesIO(raw))
        assert (report.text, report.title, report.id) == ("a\ufffdbc", "\ufffd", "\ufffd")

    def test_a_date_in_an_unknown_form_is_noticed_and_not_lost_silently(
        self, reader: Reader
    ) -> None:
        (report,) = reader("-", stdin=lines({"text": TEXT, "date": "last Thursday"}))
        assert report.date is None
        assert not reader.aside
        assert str(reader.notices[0]) == (
            "standard input:1: the date 'last Thursday' names no single day, so the report is read "
            "without a date; write it as YYYY-MM-DD"
        )

    def test_a_notice_that_nobody_takes_is_logged(self, caplog: pytest.LogCaptureFixture) -> None:
        stream = lines({"text": TEXT, "date": "?"})
        with caplog.at_level(logging.WARNING):
            assert len(list(read(["-"], stdin=stream, set_aside=print))) == 1
        assert "the date '?' names no single day" in caplog.text

    def test_an_empty_stream_is_told(self, reader: Reader) -> None:
        assert reader("-", stdin=io.BytesIO(b"\n")) == []
        assert reader.complaints == ["standard input: is empty; nothing to read"]

    def test_the_process_reads_its_own_standard_input(
        self, reader: Reader, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(lines({"text": TEXT})))
        assert reader("-")[0].text == TEXT


class Endless(io.RawIOBase):
    """A stream made while it is read: of so many equal lines, or of one line without an end."""

    def __init__(self, line: bytes, times: int) -> None:
        self._parts: Iterator[bytes] = iter([line] * times)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        self._rest = self._rest or next(self._parts, b"")
        part, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def test_a_stream_of_any_length_takes_constant_memory(reader: Reader) -> None:
    line = json.dumps({"text": TEXT * 100}).encode() + b"\n"
    stream = io.BufferedReader(Endless(line, times=5_000))
    tracemalloc.start()
    count = sum(1 for _ in read(["-"], stdin=stream, set_aside=reader.aside.append))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 5_000
    assert peak < 1_000_000 < 5_000 * len(line)


def test_a_line_without_an_end_is_set_aside_without_being_held(reader: Reader) -> None:
    stream = io.BufferedReader(Endless(b"x" * 1_000_000, times=60))
    tracemalloc.start()
    assert list(read(["-"], stdin=stream, set_aside=reader.aside.append)) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "the line is longer than 20,000,000 characters" in reader.complaints[0]
    assert peak < 60_000_000 * 1.2


def test_a_text_that_is_too_long_for_one_report_is_set_aside(reader: Reader) -> None:
    stream = lines({"text": "a" * (MAX_TEXT + 1)}, {"text": TEXT})
    assert len(reader("-", stdin=stream)) == 1
    assert (
        "the text has 5,000,001 characters and a report may have 5,000,000" in reader.complaints[0]
    )


@given(content=st.binary(max_size=300), suffix=st.sampled_from(["", ".txt", ".jsonl", ".html"]))
def test_no_content_makes_reading_fail(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
) -> None:
    path = tmp_path_factory.mktemp("any") / f"file{suffix}"
    path.write_bytes(content)
    reader = Reader()
    reports = reader(path)
    assert reports or reader.aside
    for report in reports:
        json.dumps([report.text, report.title], ensure_ascii=False).encode("utf-8")
