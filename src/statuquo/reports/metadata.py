"""What a source says about its report: the day and the language, checked as they come in."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from statuquo.errors import InputError, UnknownLanguage
from statuquo.reports.dates import parse_day
from statuquo.reports.model import LANGUAGES, Language

Tell = Callable[[InputError], None]
"""Hears of a problem; what it does with it is the caller's."""

_NAMES: dict[str, Language] = {
    "fr": "fr", "fra": "fr", "fre": "fr", "french": "fr", "français": "fr",
    "en": "en", "eng": "en", "english": "en",
    "es": "es", "spa": "es", "spanish": "es", "español": "es",
}  # fmt: skip


def read_day(written: str | None, lang: Language | None, source: str, notice: Tell) -> str | None:
    """The ISO day that the source gives; one that cannot be told is noticed and left out."""
    if not written:
        return None
    day = parse_day(written, lang)
    if day is None:
        notice(
            InputError(
                f"the date {written[:40]!r} names no single day, so the report is read without "
                "a date; write it as YYYY-MM-DD",
                source,
            )
        )
    return day


def read_language(written: str | None, source: str) -> Language | None:
    """The language that the source declares: ``fr-FR``, ``FRA`` and ``French`` are all ``fr``.

    Raises:
        UnknownLanguage: it is another one than those that statuquo reads.
    """
    if not written or not written.strip():
        return None
    name = written.strip().lower().replace("_", "-").split("-")[0]
    if name not in _NAMES:
        known = ", ".join(LANGUAGES)
        raise UnknownLanguage(f"the language is {written[:40]!r}; statuquo reads {known}", source)
    return _NAMES[name]


def host_of(address: str | None) -> str | None:
    """The site's name as its address gives it; None when it names none.

    >>> host_of("https://www.example.org/a?b"), host_of("not an address")
    ('example.org', None)
    """
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
