"""Sentences of a block of cleaned text, by rules: the same cut whatever the model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statuquo.reports.model import Language

_ABBREVIATIONS: dict[str, frozenset[str]] = {
    "fr": frozenset(
        ["m", "mm", "mme", "mlle", "dr", "pr", "me", "st", "ste", "art", "av", "bd", "cf", "chap", "col", "env", "etc", "ex", "fig", "gal", "hab", "janv", "févr", "juil", "sept", "oct", "nov", "déc", "n", "no", "p", "pp", "réf", "resp", "vol", "av.j.-c", "j.-c"]
    ),
    "en": frozenset(
        ["mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "maj", "adm", "rep", "sen", "gov", "pres", "rev", "st", "jr", "sr", "inc", "ltd", "co", "corp", "no", "vs", "etc", "e.g", "i.e", "fig", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "cmdr", "brig", "hon", "p.m", "a.m", "messrs", "approx", "dept", "est", "op"]
    ),
    "es": frozenset(
        ["sr", "sra", "sres", "srta", "dr", "dra", "prof", "gral", "cnel", "cap", "tte", "lic", "ing", "arq", "mtro", "mtra", "d", "dña", "st", "sta", "art", "av", "cf", "núm", "no", "p", "pp", "pág", "págs", "ej", "etc", "vol", "aprox", "admón", "depto", "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "sept", "oct", "nov", "dic", "ee"]
    ),
}  # fmt: skip
_BOUNDARY = re.compile(
    r"""(?P<stop>[.!?…]+)(?P<close>[\s]?[»”’"')\]]*)(?P<gap>\s+)(?=[«“"'‘(\[¿¡—–-]*\s?[^\W_a-zà-öø-ÿ])""",
)
LONGEST = 2000
"""The most characters of a sentence.

Nobody writes such sentences, but a list, a table or a text without points may look like one. The
parser's time and memory grow faster than the sentence, and beyond a million characters it refuses.
"""
_LAST_WORD = re.compile(r"([\w.\-]+)$")


def split(text: str, lang: Language) -> Iterator[tuple[int, int]]:
    """Spans (start, end) of the sentences of one block, without surrounding white space.

    One of more than `LONGEST` characters is cut between words.

    >>> text = "M. Maduro a parlé. « Non ! » Les États-Unis aussi."
    >>> [text[a:b] for a, b in split(text, "fr")]
    ['M. Maduro a parlé.', '« Non ! »', 'Les États-Unis aussi.']
    """
    start = 0
    for match in _BOUNDARY.finditer(text):
        if _is_abbreviation(text, match, lang):
            continue
        end = match.end("close")
        yield from _pieces(text, start, end)
        start = match.end("gap")
    yield from _pieces(text, start, len(text))


def _is_abbreviation(text: str, match: re.Match[str], lang: Language) -> bool:
    if match["stop"] != "." or match["close"].strip():
        return False
    before = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    if before is None:
        return False
    word = before[1]
    if word.lower() in _ABBREVIATIONS[lang]:
        return True
    if re.fullmatch(r"[^\W\d_]", word) and word.isupper():
        # an initial («J. Bolton», the last letter of «EE. U.») unless it is of a kind («la bombe H. La …»)
        kind = text[: before.start()].split()[-1:]
        lower = bool(kind) and kind[0].isalpha() and kind[0].islower()
        return not (lower and _starts_clause(text, match))
    return bool(re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word)) and not _starts_clause(text, match)


def _starts_clause(text: str, match: re.Match[str]) -> bool:
    """After «U.S.» a new sentence begins only with a word that opens one."""
    following = re.match(r"\w+", text[match.end() :])
    return following is not None and following[0].lower() in {
        "the", "a", "an", "he", "she", "it", "they", "in", "on", "but", "and", "this", "that",
        "le", "la", "les", "il", "elle", "ils", "un", "une", "mais", "el", "los", "las", "en",
        "pero", "however", "meanwhile",
    }  # fmt: skip


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        if cut < 0:
            cut = start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
