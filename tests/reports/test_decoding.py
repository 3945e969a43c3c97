"""Bytes to text, in whatever encoding they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.reports.decoding import binary_kind, decode, decode_as, printable

FRENCH = "«Moscou a confirmé l'envoi de soldats», répond Zaïomski. L'été à Genève, où ça ? ÉTÉ"
SPANISH = "¿Qué pasó en España? El embajador negó el diálogo: «Mañana será otro día»."
CURLED = "“Nous sommes prêts”, a dit l’ambassadeur — à l’Œuvre… 5 €"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
@pytest.mark.parametrize("text", [FRENCH, SPANISH, CURLED])
def test_an_encoding_is_told_without_being_named(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text
    assert binary_kind(text.encode(encoding)) is None


@pytest.mark.parametrize("encoding", ["latin-1", "iso-8859-15", "cp850"])
@pytest.mark.parametrize("text", [FRENCH, SPANISH])
def test_older_sets(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_two_encodings_in_one_file_down_to_one_line() -> None:
    raw = FRENCH.encode() + b" " + FRENCH.encode("cp1252") + b"\n" + SPANISH.encode("cp1252")
    assert decode(raw) == f"{FRENCH} {FRENCH}\n{SPANISH}"


def test_accents_that_are_utf8_by_chance_are_not_taken_for_it() -> None:
    # É» in Windows-1252 is C9 BB, which UTF-8 reads as ɻ.
    assert decode("LIBERTÉ» dit-il à Genève".encode("cp1252")) == "LIBERTÉ» dit-il à Genève"


def test_nul_characters_go() -> None:
    assert decode(b"Cara\x00cas") == "Caracas"


@pytest.mark.parametrize(
    ("charset", "raw", "text"),
    [
        ("windows-1251", "Москва".encode("cp1251"), "Москва"),
        ("iso-8859-1", "l’été".encode("cp1252"), "l’été"),
        ("utf-8", "l’été".encode("cp1252"), "l’été"),
        ("no-such-set", "l’été".encode(), "l’été"),
        ("utf\x00-8", "l’été".encode(), "l’été"),
        (None, "l’été".encode(), "l’été"),
    ],
)
def test_a_declared_encoding_counts_when_it_holds(
    charset: str | None, raw: bytes, text: str
) -> None:
    assert decode_as(raw, charset) == text


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"%PDF-1.4 \xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x1f\x8b\x08\x00", "gunzip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"SQLite format 3\x00", "SQLite"),
        (bytes(range(256)), "binary"),
    ],
)
def test_binaries_are_named_with_a_remedy(head: bytes, told: str) -> None:
    assert told in str(binary_kind(head))


@given(st.binary(max_size=400))
def test_any_bytes_give_text_that_can_be_written(raw: bytes) -> None:
    text = printable(decode(raw))
    text.encode("utf-8")
    assert "\x00" not in text


@given(st.text(st.characters(exclude_characters="\x00\ufeff", exclude_categories=["Cs"])))
def test_utf8_is_read_as_written(text: str) -> None:
    raw = text.encode("utf-8")
    if binary_kind(raw) is None and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert decode(raw) == text
