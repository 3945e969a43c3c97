"""The day of a report, out of the many ways in which feeds, pages and people write it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuquo.reports.model import Language

_MONTHS = (
    ("jan", "january", "janvier", "janv", "enero", "ene"),
    ("feb", "february", "février", "fevrier", "févr", "fév", "febrero"),
    ("mar", "march", "mars", "marzo"),
    ("apr", "april", "avril", "avr", "abril", "abr"),
    ("may", "mai", "mayo"),
    ("jun", "june", "juin", "junio"),
    ("jul", "july", "juillet", "juil", "julio"),
    ("aug", "august", "août", "aout", "agosto", "ago"),
    ("sep", "sept", "september", "septembre", "septiembre", "setiembre"),
    ("oct", "october", "octobre", "octubre"),
    ("nov", "november", "novembre", "noviembre"),
    ("dec", "december", "décembre", "decembre", "déc", "diciembre", "dic"),
)
MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
"""Names and abbreviations of the months in the three languages, lower case, without full stop."""

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_CLOCK = r"(?:[T\s,;à]|$)"
_COMPACT = re.compile(rf"(?P<y>\d{{4}})(?P<m>\d\d)(?P<d>\d\d){_CLOCK}")
_YEAR_FIRST = re.compile(rf"(?P<y>\d{{4}})(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?){_CLOCK}")
_DAY_FIRST = re.compile(
    rf"(?P<d>\d{{1,2}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<y>\d{{4}}){_CLOCK}"
)
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?:er|re|º|°|st|nd|rd|th)?[\s-]+(?:de\s+|of\s+)?"
    rf"(?P<m>{_MONTH})\b\.?,?[\s-]*(?:del?\s+)?(?P<y>\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"{_WEEKDAY}(?P<m>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"(?:\d\d?:\d\d(?::\d\d)?\s+(?:[A-Z]{{2,5}}\s+)?)?(?P<y>\d{{4}})\b",
    re.IGNORECASE,
)


def parse_day(written: str, lang: Language | None = None) -> str | None:
    """The ISO day that a date or datetime names.

    Reads ISO dates and datetimes, the dates of mail and feeds (RFC 822, RFC 850, ``asctime``) and
    dates in French, English and Spanish words. A datetime gives the day on its own clock, as the
    outlet dated it. ``04/05/2019`` is two days, depending on the country: it is read with the day
    first in French and Spanish, and not at all elsewhere.

    Args:
        written: the date as it came.
        lang: the language of the report, where known.

    Returns:
        ``YYYY-MM-DD``, or None when no day, or no single day, can be told.

    >>> parse_day("Thu, 30 May 2019 23:10:00 -0400")
    '2019-05-30'
    >>> parse_day("1er mai 2019"), parse_day("2 de mayo de 2019"), parse_day("May 3, 2019")
    ('2019-05-01', '2019-05-02', '2019-05-03')
    >>> parse_day("04/05/2019") is None, parse_day("04/05/2019", "es")
    (True, '2019-05-04')
    """
    written = " ".join(written[:80].split())
    if found := _YEAR_FIRST.match(written) or _COMPACT.match(written):
        return _day(found["y"], int(found["m"]), found["d"])
    if found := _DAY_FIRST.match(written):
        day_first = found["s"] == "." or lang in ("fr", "es")
        return _numbered(found["y"], int(found["d"]), int(found["m"]), day_first=day_first)
    if found := _DAY_MONTH.match(written) or _MONTH_DAY.match(written):
        return _day(found["y"], MONTH_NUMBERS[found["m"].lower()], found["d"])
    return None


def _numbered(year: str, first: int, second: int, *, day_first: bool) -> str | None:
    """A date in figures with the year last, when only one order is possible or the order known."""
    if day_first or first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _day(year: str, month: int, day: int | str) -> str | None:
    try:
        return date(int(year), month, int(day)).isoformat() if int(year) >= 1000 else None
    except ValueError:
        return None
