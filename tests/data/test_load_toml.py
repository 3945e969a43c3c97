"""Data files are read with the line of everything that can be wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.data import DATA, load_toml, name_of
from statuquo.errors import DataError

TEXT = '''# a comment
title = "x"
"quoted key" = 1

[settings]
colour = "red"

[[frame]]
id = "one"
note = """
[[frame]]
not a header: inside a long string
"""
words = [
  "a",
  "b",
]

[types.AGREE]
score = 2.5

[[frame]]   # with a comment
id = "two"
'''


@pytest.fixture
def table(tmp_path: Path):
    path = tmp_path / "x.toml"
    path.write_text(TEXT, encoding="utf-8")
    return load_toml(path)


def test_each_entry_knows_where_it_starts(table) -> None:
    assert [(entry.data["id"], entry.line) for entry in table.entries("frame")] == [
        ("one", 8),
        ("two", 22),
    ]


@pytest.mark.parametrize(
    ("key", "at", "line"),
    [
        ("title", None, 2),
        ("quoted key", None, 3),
        ("settings", None, 5),
        ("settings", "colour", 6),
        ("types.AGREE", None, 19),
        ("types.AGREE", "score", 20),
        ("nowhere", None, None),
    ],
)
def test_tables_and_keys_know_where_they_are(table, key, at, line) -> None:
    assert table.line_of(key, at=at) == line
    assert table.error("wrong", key=key, at=at).line == line


def test_an_error_points_at_the_words_inside_the_entry(table) -> None:
    first, second = table.entries("frame")
    assert first.error("no such word", at='"b"').line == 16
    assert first.error("about the whole").line == 8
    assert second.error("the words are in the entry before", at='"b"').line == 22


def test_strange_and_missing_keys_are_refused(table) -> None:
    first, second = table.entries("frame")
    with pytest.raises(DataError, match="unknown key 'note'") as caught:
        first.check_keys(("id", "words"))
    assert caught.value.line == 10
    with pytest.raises(DataError, match="lacks the key 'words'") as caught:
        second.check_keys(("id", "words"), required=("words",))
    assert caught.value.line == 22
    with pytest.raises(DataError, match="unknown table or key 'settings'") as caught:
        table.check_keys(("title", "quoted key", "frame", "types"))
    assert caught.value.line == 5


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b'a = 1\nb = "open\nc = 3\n', 2, "is not TOML"),
        (b"a = 1\na = 2\n", 2, "is not TOML"),
        (b"a = 1\nb = \xff\n", 2, "is not UTF-8"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(
    tmp_path: Path, content: bytes, line: int, message: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    with pytest.raises(DataError, match=message) as caught:
        load_toml(path)
    assert (caught.value.file, caught.value.line) == (str(path), line)


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read: No such file"):
        load_toml(tmp_path / "none.toml")


def test_an_array_written_inline_has_no_headers_to_point_at(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('frame = [{ id = "one" }]\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"under its own \[\[frame\]\]") as caught:
        list(load_toml(path).entries("frame"))
    assert caught.value.line == 1


def test_files_of_the_package_are_named_from_the_data_folder(tmp_path: Path) -> None:
    assert name_of(DATA / "lexicon" / "fr" / "aid.toml") == "lexicon/fr/aid.toml"
    assert name_of(tmp_path / "mine.toml") == str(tmp_path / "mine.toml")


@given(st.lists(st.integers(min_value=0, max_value=4), max_size=12))
def test_lines_are_right_however_many_blank_lines_stand_between(gaps: list[int]) -> None:
    from tempfile import TemporaryDirectory

    text, expected = "", []
    for number, gap in enumerate(gaps):
        text += "\n" * gap
        expected.append(text.count("\n") + 1)
        text += f"[[entry]]\nid = {number}\n"
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.toml"
        path.write_text(text, encoding="utf-8")
        assert [entry.line for entry in load_toml(path).entries("entry")] == expected
