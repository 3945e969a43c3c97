"""When an act took place, from what the sentence says and the day of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from statuquo.reports.model import Language

_MONTHS: dict[Language, dict[str, int]] = {
    "fr": {"janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
           "août": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12},
    "en": {"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
           "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
           "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9,
           "sep": 9, "oct": 10, "nov": 11, "dec": 12},
    "es": {"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7,
           "agosto": 8, "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11,
           "diciembre": 12},
}  # fmt: skip
_WEEKDAYS: dict[Language, dict[str, int]] = {
    "fr": {"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6},
    "en": {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
           "sunday": 6},
    "es": {"lunes": 0, "martes": 1, "miércoles": 2, "jueves": 3, "viernes": 4, "sábado": 5,
           "domingo": 6},
}  # fmt: skip
_RELATIVE: dict[Language, dict[str, int]] = {
    "fr": {"aujourd'hui": 0, "aujourd’hui": 0, "hier": -1, "avant-hier": -2, "demain": 1,
           "après-demain": 2, "ce matin": 0, "ce soir": 0},
    "en": {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "this morning": 0,
           "this afternoon": 0, "this evening": 0, "last night": -1},
    "es": {"hoy": 0, "ayer": -1, "anteayer": -2, "antier": -2, "mañana por": 1, "esta mañana": 0,
           "esta noche": 0, "esta tarde": 0, "anoche": -1},
}  # fmt: skip
_NEXT = {"fr": ("prochain", "prochaine"), "en": ("next", "coming"), "es": ("próximo", "próxima")}
_YEAR = r"(?P<year>(?:19|20)\d\d)"


class Dated(NamedTuple):
    """A date that a sentence tells; ``day`` is None for a bare year other than the report's."""

    start: int
    end: int
    day: date | None


def _patterns(lang: Language) -> list[re.Pattern[str]]:
    months = "|".join(sorted(_MONTHS[lang], key=len, reverse=True))
    if lang == "en":
        forms = [
            rf"\b(?P<month>{months})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? {_YEAR})?\b",
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{months})(?:,? {_YEAR})?\b",
        ]
    elif lang == "fr":
        forms = [rf"\b(?P<day>\d{{1,2}})(?:er)? (?P<month>{months})(?: {_YEAR})?\b"]
    else:
        forms = [rf"\b(?P<day>\d{{1,2}})(?:º)? de (?P<month>{months})(?: del? {_YEAR})?\b"]
    forms += [r"\b(?P<year>\d{4})-(?P<monthnumber>\d\d)-(?P<day>\d\d)\b"]
    return [re.compile(form, re.IGNORECASE) for form in forms]


_FULL = {lang: _patterns(lang) for lang in _MONTHS}
_WEEKDAY = {
    lang: re.compile(
        rf"\b(?P<before>\w+ )?(?P<name>{'|'.join(names)})\b(?P<after> \w+)?", re.IGNORECASE
    )
    for lang, names in _WEEKDAYS.items()
}
_WORDS = {
    lang: re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    for lang, names in _RELATIVE.items()
}
_BARE_YEAR = {
    "fr": re.compile(r"\b(?:en|depuis|fin|début|dès) ((?:19|20)\d\d)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:in|since|during|late|early|by) ((?:19|20)\d\d)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:en|desde|durante) (?:el año )?((?:19|20)\d\d)\b", re.IGNORECASE),
}


def dates(
    text: str, lang: Language, reported: str | None, *, ahead: bool = False
) -> Iterator[Dated]:
    """Every date that a sentence tells.

    Args:
        text: the sentence.
        lang: its language.
        reported: ISO day of the report, against which «hier» and weekdays are read.
        ahead: whether what is told is still to come: a weekday is then the next one.

    >>> [found.day.isoformat() for found in dates("Il a été arrêté jeudi.", "fr", "2019-05-03")]
    ['2019-05-02']
    """
    today = date.fromisoformat(reported[:10]) if reported else None
    taken: list[tuple[int, int]] = []
    for pattern in _FULL[lang]:
        for match in pattern.finditer(text):
            day = _full_date(match, lang, today)
            if day is not None and not _overlaps(match, taken):
                taken.append(match.span())
                yield Dated(match.start(), match.end(), day)
    for match in _BARE_YEAR[lang].finditer(text):
        if not _overlaps(match, taken) and (today is None or int(match[1]) != today.year):
            taken.append(match.span())
            yield Dated(match.start(), match.end(), None)
    if today is None:
        return
    for match in _WORDS[lang].finditer(text):
        shift = _RELATIVE[lang][match[0].lower()]
        taken.append(match.span())
        yield Dated(match.start(), match.end(), today + timedelta(days=shift))
    for match in _WEEKDAY[lang].finditer(text):
        if not _overlaps(match, taken):
            wanted = _WEEKDAYS[lang][match["name"].lower()]
            around = f"{match['before'] or ''}{match['after'] or ''}".lower()
            back = (today.weekday() - wanted) % 7
            coming = ahead or any(word in around for word in _NEXT[lang])
            day = (
                today + timedelta(days=(7 - back) % 7 or 7)
                if coming
                else today - timedelta(days=back)
            )
            yield Dated(match.start(), match.end(), day)


def nearest(found: list[Dated], at: int) -> Dated | None:
    """The date that stands nearest to a word at this offset of the sentence."""
    return min(found, key=lambda d: min(abs(d.start - at), abs(d.end - at)), default=None)


def _full_date(match: re.Match[str], lang: Language, today: date | None) -> date | None:
    groups = match.groupdict()
    month = (
        int(groups["monthnumber"])
        if groups.get("monthnumber")
        else _MONTHS[lang][groups["month"].lower()]
    )
    year = int(groups["year"]) if groups.get("year") else None
    if year is None:
        if today is None:
            return None
        year = today.year
        candidate = _valid(year, month, int(groups["day"]))
        if candidate and candidate > today + timedelta(days=183):
            year -= 1  # «le 24 décembre» in a report of January is last year's
    return _valid(year, month, int(groups["day"]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _overlaps(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in taken)
