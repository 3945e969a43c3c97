"""People: who spoke for whom on which day, told from what newspapers write."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from statuquo.data import DATA, load_toml
from statuquo.entities.model import Entity, Office
from statuquo.entities.registry import Registry
from statuquo.reports.model import Language

FILES = sorted((DATA / "entities").glob("people*.toml"))
NO_STATE = frozenset({"UNO", "EUR", "IGO", "NGO"})
FIRST, LAST = date(2010, 1, 1), date(2024, 12, 31)
LONGEST_GAP = timedelta(days=120)
HEADS = frozenset(
    {
        "president",
        "prime minister",
        "chancellor",
        "monarch",
        "emir",
        "supreme leader",
        "acting president",
        "acting prime minister",
        "interim president",
        "military ruler",
        "leader of the revolution",
        "transitional council president",
        "head of the sovereign council",
        "chief adviser",
        "party general secretary",
        "taliban leader",
        "federal councillor",
    }
)
"""Offices whose holder leads a government, whatever the constitution calls it."""


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


@pytest.fixture(scope="module")
def people(registry: Registry) -> dict[str, Entity]:
    return {key: entity for key, entity in registry.entities.items() if entity.kind == "person"}


@pytest.mark.parametrize(
    ("lang", "name", "day", "country", "sector"),
    [
        # one person, as each language writes the name
        ("fr", "Poutine", "2022-02-24", "RUS", "GOV"),
        ("en", "Putin", "2022-02-24", "RUS", "GOV"),
        ("es", "Vladímir Putin", "2022-02-24", "RUS", "GOV"),
        ("fr", "Sergueï Lavrov", "2015-06-01", "RUS", "GOV"),
        ("en", "Sergei Lavrov", "2015-06-01", "RUS", "GOV"),
        ("es", "Serguéi Lavrov", "2015-06-01", "RUS", "GOV"),
        ("fr", "Kadhafi", "2005-09-01", "LBY", "GOV"),
        ("en", "Gaddafi", "2005-09-01", "LBY", "GOV"),
        ("es", "Gadafi", "2005-09-01", "LBY", "GOV"),
        ("fr", "Zelensky", "2022-03-01", "UKR", "GOV"),
        ("en", "Zelenskyy", "2022-03-01", "UKR", "GOV"),
        ("es", "Zelenski", "2022-03-01", "UKR", "GOV"),
        ("fr", "Netanyahou", "2024-05-01", "ISR", "GOV"),
        ("en", "Netanyahu", "2024-05-01", "ISR", "GOV"),
        ("fr", "Moubarak", "2009-03-01", "EGY", "GOV"),
        ("fr", "cheikh Hassina", None, None, None),  # titles in lower case are no part of a name
        ("fr", "Cheikh Hasina", "2024-07-20", "BGD", "GOV"),
        # accents may be missing
        ("es", "Nicolas Maduro", "2019-05-30", "VEN", "GOV"),
        ("fr", "Evariste Ndayishimiye", "2021-01-01", "BDI", "GOV"),
        ("en", "Recep Tayyip Erdogan", "2016-07-16", "TUR", "GOV"),
        # the same person in office, in opposition, under arms, retired
        ("en", "Netanyahu", "2022-01-01", "ISR", "OPP"),
        ("en", "Ouattara", "2009-06-01", "CIV", "OPP"),
        ("en", "Ouattara", "2011-01-15", "CIV", "GOV"),
        ("fr", "Gbagbo", "2011-01-15", "CIV", "GOV"),
        ("fr", "Gbagbo", "2015-01-15", "CIV", "ELI"),
        ("en", "Riek Machar", "2012-05-01", "SSD", "GOV"),
        ("en", "Riek Machar", "2014-05-01", "SSD", "REB"),
        ("es", "Hemedti", "2024-01-01", "SDN", "PRM"),
        ("en", "Mohamed ElBaradei", "2005-10-07", "IGO", "IGO"),
        ("en", "Mohamed ElBaradei", "2011-02-01", "EGY", "OPP"),
        ("en", "Suu Kyi", "2007-09-25", "MMR", "OPP"),
        ("en", "Suu Kyi", "2018-09-25", "MMR", "GOV"),
        ("en", "Imran Khan", "2014-09-01", "PAK", "OPP"),
        ("en", "Imran Khan", "2019-09-01", "PAK", "GOV"),
        ("en", "Jimmy Carter", "2008-04-18", "USA", "ELI"),
        ("es", "Evo Morales", "2010-01-01", "BOL", "GOV"),
        # those who lead no state
        ("en", "Ban Ki-moon", "2010-01-01", "UNO", "IGO"),
        ("en", "Ban Ki-moon", "2005-01-01", "KOR", "GOV"),
        ("fr", "António Guterres", "2020-01-01", "UNO", "IGO"),
        ("en", "Jens Stoltenberg", "2022-01-01", "IGO", "IGO"),
        ("fr", "Ursula von der Leyen", "2022-01-01", "EUR", "IGO"),
        ("en", "Rafael Grossi", "2022-01-01", "IGO", "IGO"),
        ("en", "Fatou Bensouda", "2018-01-01", "IGO", "JUD"),
        ("fr", "pape François", "2016-07-26", "VAT", "REL"),
        # rebels and bosses
        ("en", "Joseph Kony", "2008-01-01", "UGA", "REB"),
        ("fr", "Iyad Ag Ghaly", "2013-01-11", "MLI", "REB"),
        ("es", "El Chapo", "2015-07-11", "MEX", "CRM"),
        ("en", "Prachanda", "2005-01-01", "NPL", "REB"),
        ("en", "Prachanda", "2016-10-01", "NPL", "GOV"),
    ],
)  # fmt: skip
def test_a_name_on_a_day_speaks_for(
    registry: Registry,
    lang: Language,
    name: str,
    day: str | None,
    country: str | None,
    sector: str | None,
) -> None:
    bearers = registry.names(lang).get(name, ())
    if country is None:
        assert not bearers
    else:
        assert registry.entities[bearers[0]].on(day) == (country, sector)


@pytest.mark.parametrize(
    ("lang", "name", "first", "second"),
    [
        ("en", "Bush", ("1991-01-17", "person:george-h-w-bush"), ("2003-03-20", "person:george-w-bush")),
        ("fr", "Kabila", ("1998-08-02", "person:laurent-desire-kabila"), ("2012-11-20", "person:joseph-kabila")),
        ("fr", "Déby", ("2008-02-02", "person:idriss-deby"), ("2023-01-01", "person:mahamat-idriss-deby")),
        ("es", "Kirchner", ("2005-11-05", "person:nestor-kirchner"), ("2012-05-03", "person:cristina-fernandez-de-kirchner")),
    ],
)  # fmt: skip
def test_a_surname_of_two_leaders_is_told_by_the_day(
    registry: Registry,
    lang: Language,
    name: str,
    first: tuple[str, str],
    second: tuple[str, str],
) -> None:
    for day, wanted in (first, second):
        bearers = [registry.entities[key] for key in registry.names(lang)[name]]
        governing = [
            entity.id
            for entity in bearers
            if any(office.sector == "GOV" and office.held_on(day) for office in entity.offices)
        ]
        assert governing == [wanted]


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("en", "May"),
        ("en", "Ban"),
        ("en", "Kim"),
        ("en", "Johnson"),
        ("es", "Marcos"),
        ("es", "Arroyo"),
        ("es", "Duda"),
        ("fr", "Nasser"),
        ("fr", "Coulibaly"),
        ("fr", "Breton"),
    ],
)
def test_common_words_and_given_names_need_support(
    registry: Registry, lang: Language, word: str
) -> None:
    assert word in registry.weak_names(lang)
    assert not any(key.startswith("person:") for key in registry.names(lang).get(word, ()))


def test_thousands_are_known(people: dict[str, Entity]) -> None:
    assert len(people) >= 7000


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_files_are_sorted_by_id(path: Path) -> None:
    ids = [entry.data["id"] for entry in load_toml(path).entries("person")]
    assert ids == sorted(ids)


def test_only_those_who_belong_to_no_region_stand_in_the_general_file() -> None:
    for entry in load_toml(DATA / "entities" / "people.toml").entries("person"):
        codes = {office["country"] for office in entry.data.get("offices", ())}
        assert not codes or codes & NO_STATE, entry.data["id"]


def test_everybody_speaks_for_somebody(people: dict[str, Entity]) -> None:
    for person in people.values():
        assert person.country, person.id
        assert person.sector or person.offices, person.id


def test_offices_end_after_they_start_and_stand_in_order(people: dict[str, Entity]) -> None:
    for person in people.values():
        starts = [office.start or "" for office in person.offices]
        assert starts == sorted(starts), person.id
        for office in person.offices:
            assert office.end is None or (office.start or "") <= office.end, person.id


def test_no_full_name_is_another_person(people: dict[str, Entity]) -> None:
    """Surnames may be shared; full names are not, but for namesakes who really both held office."""
    namesakes = {"Kim Yong Il", "Kim Yong-il", "Le Pen", "Modibo Keïta"}
    bearers: dict[str, set[str]] = {}
    for person in people.values():
        for name in {name for names in person.names.values() for name in names if " " in name}:
            bearers.setdefault(name, set()).add(person.id)
    assert {name for name, persons in bearers.items() if len(persons) > 1} == namesakes


@pytest.mark.parametrize(
    "code",
    [
        "AFG", "AGO", "ARG", "AUS", "AUT", "BDI", "BEL", "BEN", "BFA", "BGD", "BLR", "BOL", "BRA", "CAF",
        "CAN", "CHE", "CHL", "CHN", "CIV", "CMR", "COD", "COL", "CUB", "DEU", "DZA", "ECU", "EGY", "ERI",
        "ESP", "ETH", "FRA", "GAB", "GBR", "GEO", "GHA", "GIN", "GRC", "GTM", "HND", "HTI", "HUN", "IDN",
        "IND", "IRN", "IRQ", "ISR", "ITA", "JOR", "JPN", "KAZ", "KEN", "KHM", "KOR", "LBN", "LBR", "LBY",
        "LKA", "MAR", "MDG", "MEX", "MLI", "MMR", "MOZ", "MRT", "MYS", "NER", "NGA", "NIC", "NLD", "NPL",
        "NZL", "PAK", "PER", "PHL", "POL", "PRK", "PRT", "QAT", "RUS", "RWA", "SAU", "SDN", "SEN", "SOM",
        "SRB", "SWE", "SYR", "TCD", "TGO", "THA", "TUN", "TUR", "TWN", "TZA", "UGA", "UKR", "USA", "VEN",
        "VNM", "YEM", "ZAF", "ZMB", "ZWE",
    ],
)  # fmt: skip
def test_somebody_leads_the_state_all_the_time(people: dict[str, Entity], code: str) -> None:
    terms = sorted(
        (max(_day(office.start, FIRST), FIRST), min(_day(office.end, LAST), LAST))
        for person in people.values()
        for office in person.offices
        if office.country == code and office.role in HEADS
    )
    led_until = FIRST
    for start, end in terms:
        if end < FIRST or start > LAST:
            continue
        assert start - led_until <= LONGEST_GAP, f"nobody from {led_until} to {start}"
        led_until = max(led_until, end)
    assert LAST - led_until <= LONGEST_GAP, f"nobody after {led_until}"


def _day(value: str | None, unknown: date) -> date:
    return date.fromisoformat(value) if value else unknown


def test_an_office_names_its_role(people: dict[str, Entity]) -> None:
    def is_plain(office: Office) -> bool:
        return "_" not in office.role and office.role == office.role.strip()

    assert all(is_plain(office) for person in people.values() for office in person.offices)
