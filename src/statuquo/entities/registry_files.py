"""Reading and checking the registry's files: what `Registry.load` stands on."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from statuquo.data import Entry, load_toml, name_of
from statuquo.entities.model import SECTORS, Entity, EntityKind, Office
from statuquo.errors import DataError
from statuquo.reports.model import LANGUAGES

NO_STATE = ("UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM")
"""Codes that stand where a state's would, for those who belong to none."""

_FILES: Mapping[str, tuple[str, ...]] = {
    "countries.toml": ("country",),
    "places.toml": ("city", "region"),
    "metonyms.toml": ("metonym",),
    "organisations.toml": ("organisation",),
    "groups.toml": ("group",),
    "organs.toml": ("list",),
    "associations.toml": ("list",),
    "companies.toml": ("list",),
    "parties.toml": ("list",),
    "press.toml": ("list",),
    "people*.toml": ("person",),
}
_KEYS = ("id", "name", "names", "weak", "country", "sector", "offices", "demonyms", "note")
_PLACE_KEYS = ("id", "name", "names", "weak", "country", "capital", "seat", "lat", "lon", "note")
_COUNTRY_KEYS = ("code", "name", "names", "weak", "demonyms", "note")
_LIST_KEYS = ("kind", "country", "sector", "of", "note")
_OFFICE_KEYS = ("role", "country", "sector", "start", "end")
_LIGATURES = str.maketrans(
    {"ı": "i", "ø": "o", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d", "ß": "ss"}
)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DAY = re.compile(r"([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?")

Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An entity and what the registry needs beside it.

    Args:
        entity: the entity.
        order: its place among all that were read; earlier wins among equals.
        weak: names that count only with support, by language.
        seat: for cities: the power that it stands for when it acts.
    """

    entity: Entity
    order: int
    weak: Names = field(default_factory=dict)
    seat: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that the folder holds.

    Args:
        records: every entity, in the order of the files.
        traps: reason and names of what looks like a party and is none.
        demonyms: by language, pairs of code and base form.
    """

    records: tuple[Record, ...]
    traps: tuple[tuple[str, Names], ...]
    demonyms: Mapping[str, tuple[tuple[str, str], ...]]


def read_folder(folder: Path, *, cities: bool = True) -> Content:
    """Read and check all registry files.

    Args:
        folder: where they lie.
        cities: whether to read the generated ``cities.tsv`` too.

    Raises:
        DataError: with file and line of the first entry that is wrong.
    """
    entries = [
        (kind, entry)
        for pattern, kinds in _FILES.items()
        for path in sorted(folder.glob(pattern))
        for kind, entry in _entries(path, kinds)
    ]
    codes = frozenset(entry.data.get("code", "") for kind, entry in entries if kind == "country")
    reader = _Reader(codes=codes | frozenset(NO_STATE))
    records: list[Record] = []
    seen: dict[str, Entry] = {}
    demonyms: dict[str, list[tuple[str, str]]] = {lang: [] for lang in LANGUAGES}
    for kind, entry in entries:
        for record in reader.records(kind, entry, order=len(records)):
            _refuse_duplicate(seen, record.entity, entry)
            records.append(record)
        for lang, bases in reader.names(entry, "demonyms").items():
            code = records[-1].entity.country
            if code is None or lang == "*":
                raise entry.error("demonyms need a country, and a language each", at="demonyms")
            demonyms[lang] += [(code, base) for base in bases]
    if cities:
        records += _cities(folder / "cities.tsv", reader.codes, order=len(records))
    return Content(
        records=tuple(records),
        traps=tuple(_traps(folder / "traps.toml", reader)),
        demonyms={lang: tuple(pairs) for lang, pairs in demonyms.items()},
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns checked entries into records; knows which codes exist."""

    codes: frozenset[str]

    def records(self, kind: str, entry: Entry, *, order: int) -> Iterator[Record]:
        if kind == "country":
            yield self._country(entry, order)
        elif kind in ("city", "region"):
            yield self._place(entry, order)
        elif kind == "list":
            yield from self._list(entry, order)
        else:
            yield self._single(kind, entry, order)

    def _single(self, kind: str, entry: Entry, order: int) -> Record:
        entry.check_keys(_KEYS, required=("id", "name"))
        entity = Entity(
            id=f"{kind}:{_slug(entry)}",
            kind=_kind(kind),
            name=_text(entry, "name"),
            country=self._code(entry, entry.data.get("country")),
            sector=_sector(entry, entry.data.get("sector")),
            names=self._names_with_own(entry),
            offices=tuple(self._offices(entry)),
        )
        return Record(entity=entity, order=order, weak=self.names(entry, "weak"))

    def _list(self, entry: Entry, order: int) -> Iterator[Record]:
        """The many of one state and sector: each a name, or a list of all its names."""
        entry.check_keys(_LIST_KEYS, required=("country", "sector", "of"))
        kind = entry.data.get("kind", "organisation")
        if kind not in ("organisation", "metonym"):
            raise entry.error(f"kind is organisation or metonym, not {kind!r}", at="kind")
        country = self._code(entry, entry.data["country"])
        sector = _sector(entry, entry.data["sector"])
        for place, given in enumerate(entry.data["of"]):
            names = [given] if isinstance(given, str) else given
            if not isinstance(names, list) or not names or not all(map(_is_name, names)):
                raise entry.error(f"item {place + 1} is no name, nor a list of names", at="of")
            entity = Entity(
                id=f"{kind}:{slug_of(names[0])}",
                kind=_kind(kind),
                name=names[0],
                country=country,
                sector=sector,
                names={"*": tuple(names)},
            )
            yield Record(entity=entity, order=order + place)

    def _country(self, entry: Entry, order: int) -> Record:
        entry.check_keys(_COUNTRY_KEYS, required=("code", "name", "names", "demonyms"))
        code = _text(entry, "code")
        if not re.fullmatch(r"[A-Z]{3}", code):
            raise entry.error(f"{code!r} is no ISO 3166-1 alpha-3 code", at="code")
        entity = Entity(
            id=f"country:{code}",
            kind="country",
            name=_text(entry, "name"),
            country=code,
            sector="GOV",
            names=self.names(entry, "names"),
        )
        return Record(entity=entity, order=order, weak=self.names(entry, "weak"))

    def _place(self, entry: Entry, order: int) -> Record:
        entry.check_keys(_PLACE_KEYS, required=("id", "name", "country"))
        country = self._code(entry, entry.data["country"])
        seat = self._code(entry, entry.data.get("seat"))
        if not isinstance(entry.data.get("capital", False), bool):
            raise entry.error("capital is true or left out", at="capital")
        entity = Entity(
            id=f"city:{_slug(entry)}",
            kind="city",
            name=_text(entry, "name"),
            country=country,
            names=self._names_with_own(entry),
            lat=_degrees(entry, "lat", 90),
            lon=_degrees(entry, "lon", 180),
        )
        if entry.data.get("capital"):
            seat = seat or country
        return Record(entity=entity, order=order, weak=self.names(entry, "weak"), seat=seat)

    def names(self, entry: Entry, key: str) -> dict[str, tuple[str, ...]]:
        """A table of names by language, or a plain list that holds for all languages."""
        given = entry.data.get(key, {})
        table = {"*": given} if isinstance(given, list) else given
        if not isinstance(table, dict):
            raise entry.error(f"{key} is a list, or a table of lists by language", at=key)
        for lang, forms in table.items():
            if lang not in (*LANGUAGES, "*"):
                raise entry.error(f"unknown language {lang!r}; known are fr, en, es, *", at=key)
            if not isinstance(forms, list) or not all(_is_name(form) for form in forms):
                raise entry.error(f"{key}.{lang} is a list of names without outer spaces", at=key)
        return {lang: tuple(forms) for lang, forms in table.items()}

    def _names_with_own(self, entry: Entry) -> dict[str, tuple[str, ...]]:
        """Names, with the canonical one for all languages unless it is listed somewhere."""
        names = self.names(entry, "names")
        listed = (*names.values(), *self.names(entry, "weak").values())
        own = _text(entry, "name")
        if not any(own in forms for forms in listed) and entry.data.get("names") != []:
            names["*"] = (own, *names.get("*", ()))
        return names

    def _offices(self, entry: Entry) -> Iterator[Office]:
        given = entry.data.get("offices", [])
        if not isinstance(given, list) or not all(isinstance(office, dict) for office in given):
            raise entry.error("offices is a list of tables { role = …, country = … }", at="offices")
        for office in given:
            for key in office:
                if key not in _OFFICE_KEYS:
                    known = ", ".join(_OFFICE_KEYS)
                    raise entry.error(
                        f"unknown key {key!r} of an office; known are {known}", at=key
                    )
            if not _is_name(office.get("role")):
                raise entry.error("an office needs a role", at="offices")
            start = _day(entry, office.get("start"), last=False)
            end = _day(entry, office.get("end"), last=True)
            if start and end and end < start:
                raise entry.error(
                    f"an office ends ({end}) before it starts ({start})", at=str(office["end"])
                )
            sector = _sector(entry, office.get("sector"))
            if sector is None:
                raise entry.error("an office needs a sector", at=office["role"])
            yield Office(
                role=office["role"],
                country=self._code(entry, office.get("country")),
                sector=sector,
                start=start,
                end=end,
            )

    def _code(self, entry: Entry, code: object) -> str | None:
        if code is None or code in self.codes:
            return None if code is None else str(code)
        hint = f"known are the codes of countries.toml and {', '.join(NO_STATE)}"
        raise entry.error(f"unknown country code {code!r}; {hint}", at=str(code))


def _entries(path: Path, kinds: Sequence[str]) -> Iterator[tuple[str, Entry]]:
    table = load_toml(path)
    table.check_keys(kinds)
    for kind in kinds:
        for entry in table.entries(kind):
            yield kind, entry


def _traps(path: Path, reader: _Reader) -> Iterator[tuple[str, Names]]:
    if not path.exists():
        return
    for _, entry in _entries(path, ("trap",)):
        entry.check_keys(("reason", "names", "note"), required=("reason", "names"))
        yield _text(entry, "reason"), reader.names(entry, "names")


def _cities(path: Path, codes: frozenset[str], *, order: int) -> Iterator[Record]:
    """The generated list: slug, country, latitude, longitude, names with the main one first."""
    if not path.exists():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        try:
            slug, country, lat, lon, names = line.split("\t")
            place = Entity(
                id=f"city:{slug}",
                kind="city",
                name=names.partition("|")[0],
                country=country,
                names={"*": tuple(names.split("|"))},
                lat=float(lat),
                lon=float(lon),
            )
        except ValueError as fault:
            message = "five columns are expected; make the file anew with build_cities.py"
            raise DataError(message, file=name_of(path), line=number) from fault
        if country not in codes:
            message = f"unknown country code {country!r}; make the file anew with build_cities.py"
            raise DataError(message, file=name_of(path), line=number)
        yield Record(entity=place, order=order + number)


def slug_of(name: str) -> str:
    """The id that a name gives: unaccented lower-case words joined by hyphens.

    >>> slug_of("Página/12"), slug_of("Standard & Poor's")
    ('pagina-12', 'standard-poor-s')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_LIGATURES)).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")


def _refuse_duplicate(seen: dict[str, Entry], entity: Entity, entry: Entry) -> None:
    if other := seen.get(entity.id):
        where = f"{other.file}:{other.line_of(entity.name)}"
        raise entry.error(f"the id {entity.id!r} is taken by {where}", at=entity.name)
    seen[entity.id] = entry


def _kind(kind: str) -> EntityKind:
    return {
        "metonym": "metonym",
        "organisation": "organisation",
        "group": "group",
    }.get(kind, "person")  # type: ignore[return-value]


def _slug(entry: Entry) -> str:
    slug = _text(entry, "id")
    if not _SLUG.fullmatch(slug):
        raise entry.error(f"the id {slug!r} must be lower-case words joined by '-'", at="id")
    return slug


def _text(entry: Entry, key: str) -> str:
    value = entry.data[key]
    if not _is_name(value):
        raise entry.error(f"{key} must be a text without outer spaces", at=key)
    return str(value)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value) and value == value.strip() and "’" not in value


def _sector(entry: Entry, sector: object) -> str | None:
    if sector is None or sector in SECTORS:
        return None if sector is None else str(sector)
    raise entry.error(f"unknown sector {sector!r}; known are {', '.join(SECTORS)}", at=str(sector))


def _degrees(entry: Entry, key: str, limit: int) -> float | None:
    value = entry.data.get(key)
    if value is None:
        return None
    if not isinstance(value, int | float) or abs(value) > limit:
        raise entry.error(f"{key} is a number of degrees from -{limit} to {limit}", at=key)
    return float(value)


def _day(entry: Entry, value: object, *, last: bool) -> str | None:
    """A day; a year or month alone stands for its first day, or as an end for its last."""
    if value is None:
        return None
    if isinstance(value, str) and (found := _DAY.fullmatch(value)):
        year, month = int(found[1]), int(found[2] or (12 if last else 1))
        try:
            day = int(found[3] or (monthrange(year, month)[1] if last else 1))
            return date(year, month, day).isoformat()
        except ValueError:
            pass
    remedy = 'write "2019-05-30", "2019-05" or "2019"'
    raise entry.error(f"bad date {value!r}; {remedy}", at=str(value))
