"""Bytes to text: which encoding a report is in, and whether it is text at all.

Reports come in UTF-8, in UTF-16 from Windows programs, in the 8-bit sets of older systems, and in
mixtures where one paste was saved in another encoding than the rest. A statistical detector guesses
once for the whole file and is wrong on all of it when it errs; here UTF-8 is tried first, then run
by run of accented letters, and only what is not UTF-8 is read as the set that it fits best.
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF; turn it into text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save it as text, or unpack it first"),
    (b"\x1f\x8b", "compressed twice with gzip; unpack it first, for example with gunzip"),
    (b"(\xb5/\xfd", "compressed twice with zstd; unpack it first"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ\x00", "compressed with xz; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text first"),
    (b"{\\rtf", "a rich text document (RTF); save it as plain text first"),
    (b"SQLite format 3\x00", "an SQLite database; give the reports themselves"),
    (b"\x89PNG", "a picture; give the text of the report"),
    (b"\xff\xd8\xff", "a picture; give the text of the report"),
    (b"GIF8", "a picture; give the text of the report"),
    (b"RIFF", "a picture, sound or film; give the text of the report"),
    (b"ID3", "sound; give the text of the report"),
    (b"OggS", "sound or film; give the text of the report"),
    (b"\x7fELF", "a program; give the text of the report"),
)
_HEAD = 8192
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_EIGHT_BIT = ("cp1252", "mac_roman", "cp850")
"""Sets that French, English and Spanish were written in; the first wins a tie."""

_WEIGHTS = {
    character: weight
    for weight, characters in (
        (8, "é"),
        (4, "èàóíáñ’«»"),
        (2, "êçú“”…—–¿"),
        (1, "âîôûùœëïäöüÉÀÁÓ€°ºª‘•·§¡\xa0"),
    )
    for character in characters
}
"""How often, roughly, the press writes what is not ASCII."""

_PLAUSIBLE_AS_UTF8 = re.compile(r"[\xa0-\u017f\u2010-\u203a\u20ac\u2122\ufb01\ufb02]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_HIGH_RUN_AS_TEXT = re.compile("[\x80-\xff]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def binary_kind(head: bytes) -> str | None:
    """What the first bytes of a file are when they are no text, with what to do; None for text.

    >>> binary_kind(b"%PDF-1.7")
    'a PDF; turn it into text first, for example with pdftotext'
    >>> binary_kind("Caracas répond.".encode("cp1252")) is None
    True
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    head = head[:_HEAD]
    if _unicode_encoding(head):
        return None
    # A stray control byte happens in text that went through old systems; more than one in a
    # hundred does not.
    if len(_CONTROLS.findall(head)) * 100 > len(head):
        return "no text but binary data; give text, HTML or JSON Lines"
    return None


def decode(raw: bytes) -> str:
    r"""Text from bytes, whatever encoding or mixture of encodings they are in.

    Args:
        raw: the whole content.

    Returns:
        The text without byte order mark and NUL characters. Never fails: bytes that fit no better
        are read as Windows-1252.

    >>> decode("été".encode() + b"\n" + "été".encode("cp1252"))
    'été\nété'
    """
    encoding = _unicode_encoding(raw[:_HEAD])
    if encoding:
        text = raw.decode(encoding, "replace").removeprefix("\ufeff")
    else:
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = _decode_mixed(raw)
    return text.replace("\x00", "")


def decode_as(raw: bytes, charset: str | None) -> str:
    """Text from bytes whose encoding somebody declared, when the declaration holds.

    Args:
        raw: the whole content.
        charset: the encoding named by an HTTP header or a ``<meta>`` element, or None.

    Returns:
        The text in that encoding when the bytes are valid in it, else what `decode` makes of them.
    """
    name = (charset or "").strip("\"' ").lower()
    # The web's "iso-8859-1" has always meant Windows-1252, and `decode` knows when it is neither.
    if name and name not in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "utf8"):
        try:
            return raw.decode(name).removeprefix("\ufeff").replace("\x00", "")
        except (LookupError, ValueError):  # unknown, not valid in it, or no name at all (a NUL)
            pass
    return decode(raw)


def printable(text: str) -> str:
    r"""The text with lone surrogates, which no encoding can write, turned into U+FFFD.

    NUL characters, which no database takes, are left out.

    >>> printable("a\ud800b")
    'a\ufffdb'
    """
    return _SURROGATE.sub("\ufffd", text.replace("\x00", ""))


def _unicode_encoding(head: bytes) -> str | None:
    """UTF-8 with a mark, UTF-16 or UTF-32 as the first bytes tell it; None when they do not."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    # UTF-16 without a mark: western text has a zero in every other byte, and in those alone.
    pairs = len(head) // 2
    if pairs >= 2 and b"\x00" in head:
        even, odd = head[: 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
        if odd * 10 > pairs * 7 and even * 20 < pairs:
            return "utf-16-le"
        if even * 10 > pairs * 7 and odd * 20 < pairs:
            return "utf-16-be"
    return None


def _decode_mixed(raw: bytes) -> str:
    """Read UTF-8 where it is UTF-8, and the rest in the 8-bit set that fits its accents best."""
    runs = set(_HIGH_RUN.findall(raw))
    foreign = [run for run in runs if not _is_plausible_utf8(run)]
    eight_bit = _best_eight_bit(b"".join(foreign))
    read = {run: _decode_run(run, eight_bit) for run in runs}
    # Latin-1 gives each byte one character, so the runs are found again as they stood.
    return _HIGH_RUN_AS_TEXT.sub(
        lambda found: read[found[0].encode("latin-1")], raw.decode("latin-1")
    )


def _is_plausible_utf8(run: bytes) -> bool:
    """Whether the bytes are UTF-8 of characters that western text uses.

    Two accents of an 8-bit set in a row may be valid UTF-8 by chance.
    """
    try:
        return all(map(_PLAUSIBLE_AS_UTF8.match, run.decode("utf-8")))
    except UnicodeDecodeError:
        return False


def _decode_run(run: bytes, eight_bit: str) -> str:
    """A run of non-ASCII bytes, character by character where both encodings meet in it."""
    if _is_plausible_utf8(run):
        return run.decode("utf-8")
    text = ""
    for character in run.decode("utf-8", "surrogateescape"):
        raw = character.encode("utf-8", "surrogateescape")
        text += character if _PLAUSIBLE_AS_UTF8.match(character) else _decode_bytes(raw, eight_bit)
    return text


def _decode_bytes(raw: bytes, eight_bit: str) -> str:
    """Each byte in the 8-bit set, or as itself where the set leaves a gap."""
    return "".join(bytes((byte,)).decode(eight_bit, "ignore") or chr(byte) for byte in raw)


def _best_eight_bit(raw: bytes) -> str:
    """The 8-bit set in which the high bytes look most like western text."""
    high = bytes(byte for byte in raw if byte > 0x7F)

    def fitness(encoding: str) -> int:
        text = high.decode(encoding, "replace")
        return sum(_WEIGHTS.get(character, -1) for character in text)

    return max(_EIGHT_BIT, key=fitness)
