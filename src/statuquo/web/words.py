"""What statuquo itself says to the reader, in English, French and Spanish.

The words stand in ``data/interface/<lang>.toml``, the same keys in each; dates and names of states
come from CLDR.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from statuquo.crisis import Place
from statuquo.crisis.dates import as_date
from statuquo.crisis.news import Novelty
from statuquo.crisis.sides import GROUP_NAMES
from statuquo.crisis.states import state_name
from statuquo.crisis.values import Side
from statuquo.data import DATA, load_toml
from statuquo.entities.model import Party
from statuquo.errors import DataError

if TYPE_CHECKING:
    from statuquo.outlook import DyadExplanation

FOLDER = DATA / "interface"
PAGE_LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language.

    Args:
        lang: its code.
        tables: section → key → words.
    """

    lang: str
    tables: Mapping[str, Mapping[str, str]] = field(repr=False)

    def __call__(self, table: str, key: str, /, **values: object) -> str:
        """The words under a key, with values put into the braces.

        Raises:
            DataError: there is no such key.

        >>> words("fr")("ui", "more", count=3)
        'et 3 de plus'
        """
        try:
            return self.tables[table][key].format(**values)
        except KeyError as missing:
            raise DataError(
                f"lacks {key!r} under [{table}], or a value for {missing}; add it",
                file=f"interface/{self.lang}.toml",
            ) from None

    def known(self, table: str, key: str) -> str:
        """The words under a key, or the key itself where a newer record brings one unknown here."""
        return self.tables[table].get(key, key)

    def count(self, key: str, number: int) -> str:
        """A number of things, in the singular where it is one.

        >>> words("es").count("events", 1), words("es").count("events", 2)
        ('1 hecho', '2 hechos')
        """
        return self("ui", f"{key}-one") if number == 1 else self("ui", key, count=number)

    def side(self, side: Side) -> str:
        """What a side is called in this language.

        A side that bears a name of its own keeps it, be it an organisation or an armed group.
        """
        group = GROUP_NAMES[side.group]
        state = state_name(side.country or "", self.lang)
        if side.group == "organisation":
            return state or side.name
        if side.name == f"unknown ({group})":
            return f"{self('ui', 'unknown-side')} ({self('group', side.group)})"
        if state and side.name.endswith(f"({group})"):
            return f"{state} ({self('group', side.group)})"
        if state and side.group == "government":
            return state
        return side.name

    def country(self, code: str) -> str:
        """What a state is called, or the code itself where it stands for none.

        >>> words("fr").country("VEN"), words("fr").country("IGO")
        ('Venezuela', 'IGO')
        """
        return state_name(code, self.lang) or code

    def novelty(self, one: Novelty) -> str:
        """What became of something that is new: its state, its relation, the type of a story."""
        if one.kind == "tension":
            return self("state", one.label)
        if one.kind == "relation":
            return self("kind-legend", one.label)
        if one.kind == "agreement":
            return self.known("agreement", one.label)
        if one.kind == "talks":
            outcomes = self.tables["outcome"]
            return outcomes.get(one.label) or self.known("talks", one.label)
        return self.known("type-noun", one.label) if one.label else ""

    def forecast(self, why: DyadExplanation) -> str:
        """What a forecast rests on: the pair's own past, and what moved it away from that."""
        past = self("outlook", "past", hits=self.number(why.hits), windows=self.number(why.windows))
        moved = [
            self(
                "outlook", "up" if offset.value > 0 else "down", what=self("evidence", offset.name)
            )
            for offset in why.moving
        ]
        return "; ".join([past, *moved] if moved else [past, self("outlook", "only-past")])

    def party(self, party: Party) -> str:
        """What a person or body is called: states in this language, others by their own name.

        >>> words("fr").party(Party(name="Norway", entity_id="country:NOR", country="NOR",
        ...                         sector="GOV", text="Oslo", start=0, end=4))
        'Norvège'
        """
        stands_for_state = (party.entity_id or "").startswith("country:")
        return (stands_for_state and state_name(party.country or "", self.lang)) or party.name

    def place(self, place: Place) -> str:
        """What a place is called: states in this language, others as they are known.

        >>> words("es").place(Place(name="Norway", country="NOR"))
        'Noruega'
        """
        if place.country and state_name(place.country) == place.name:
            return state_name(place.country, self.lang) or place.name
        return place.name

    def day(self, day: str | None, *, short: bool = False) -> str:
        """An ISO day as this language writes it.

        >>> words("fr").day("2019-05-30"), words("en").day(None)
        ('30 mai 2019', 'no date')
        """
        found = as_date(day)
        if found is None:
            return day or self("ui", "undated")
        return _written(found, "medium" if short else "long", self._locale)

    def days(self, start: str | None, end: str | None) -> str:
        """From one ISO day to another, the year and month said once where they are the same.

        >>> words("en").days("2019-01-10", "2019-08-07"), words("fr").days("2019-05-30", "2019-05-30")
        ('10 January – 7 August 2019', '30 mai 2019')
        """
        from babel.dates import format_skeleton

        first, last = as_date(start), as_date(end)
        if first == last or first is None or last is None:
            return self.day(start or end)
        if first.year != last.year:
            return f"{self.day(start)} – {self.day(end)}"
        return f"{format_skeleton('dMMMM', first, locale=self._locale)} – {self.day(end)}"

    def number(self, value: float) -> str:
        """A figure with one decimal, and a true minus.

        >>> words("fr").number(-7.58)
        '−7,6'
        """
        from babel.numbers import format_decimal

        written = format_decimal(round(value, 1) + 0.0, format="#,##0.0", locale=self._locale)
        return written.replace("-", "−")

    @property
    def _locale(self) -> str:
        # Day before month, as the other two languages have it.
        return "en_GB" if self.lang == "en" else self.lang


@lru_cache(maxsize=8192)
def _written(day: date, form: Literal["medium", "long"], locale: str) -> str:
    from babel.dates import format_date

    return format_date(day, format=form, locale=locale)


@cache
def words(lang: str) -> Words:
    """The interface in a language; English for one that it is not written in.

    Raises:
        DataError: the file is wrong.
    """
    chosen = lang if lang in PAGE_LANGUAGES else "en"
    table = load_toml(FOLDER / f"{chosen}.toml")
    for name, entries in table.data.items():
        for key, text in entries.items():
            if not isinstance(text, str) or not text.strip():
                raise table.error(
                    f"{key!r} must be words between quotation marks", key=name, at=key
                )
    return Words(chosen, table.data)
