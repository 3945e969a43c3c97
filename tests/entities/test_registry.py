"""The registry: what its data must hold, what its loader refuses, and what must never be a name."""

from __future__ import annotations

import pickle
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.data import DATA, load_toml
from statuquo.entities.inflection import inflections
from statuquo.entities.registry import Registry, unaccented
from statuquo.errors import DataError
from statuquo.reports.model import LANGUAGES, Language


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


# The states most often in world news.
MOST_MENTIONED = [
    "USA",
    "RUS",
    "CHN",
    "FRA",
    "GBR",
    "DEU",
    "UKR",
    "ISR",
    "PSE",
    "SYR",
    "IRQ",
    "IRN",
    "TUR",
    "SAU",
    "EGY",
    "LBY",
    "YEM",
    "LBN",
    "JOR",
    "AFG",
    "PAK",
    "IND",
    "BGD",
    "JPN",
    "KOR",
    "PRK",
    "TWN",
    "VEN",
    "COL",
    "BRA",
    "ARG",
    "MEX",
    "CUB",
    "CHL",
    "PER",
    "BOL",
    "ECU",
    "HTI",
    "ESP",
    "ITA",
    "GRC",
    "POL",
    "HUN",
    "NGA",
    "SOM",
    "SDN",
    "SSD",
    "COD",
    "CAF",
    "MLI",
    "TCD",
    "ETH",
    "ERI",
    "KEN",
    "ZAF",
    "ZWE",
    "BDI",
    "RWA",
    "DZA",
    "TUN",
    "MAR",
    "CIV",
    "CMR",
    "BFA",
    "NER",
    "MMR",
    "THA",
    "PHL",
    "IDN",
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", MOST_MENTIONED)
def test_each_state_in_the_news_has_name_people_and_capital(
    registry: Registry, code: str, lang: Language
) -> None:
    named = {ids[0] for ids in registry.names(lang).values()}
    cities = {city for city, country in registry.seats.items() if country == code}
    assert f"country:{code}" in named
    assert code in registry.demonyms(lang).values()
    assert cities & named, f"no capital of {code} has a name of its own in {lang}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_has_a_name_in_every_language(registry: Registry, lang: Language) -> None:
    named = {entity_id for ids in registry.names(lang).values() for entity_id in ids}
    states = {entity_id for entity_id in registry.entities if entity_id.startswith("country:")}
    assert len(states) >= 195
    assert states - named == set()


NAMES: tuple[tuple[Language, str, str], ...] = (
    # abbreviations and dots
    ("en", "U.S.", "USA"),
    ("en", "US", "USA"),
    ("es", "EE. UU.", "USA"),
    ("es", "EE.UU.", "USA"),
    ("es", "EEUU", "USA"),
    ("fr", "É.-U.", "USA"),
    ("en", "UK", "GBR"),
    ("en", "DPRK", "PRK"),
    ("fr", "RDC", "COD"),
    ("en", "DRC", "COD"),
    ("fr", "EAU", "ARE"),
    ("en", "UAE", "ARE"),
    # accents left out
    ("fr", "Etats-Unis", "USA"),
    ("fr", "Egypte", "EGY"),
    ("fr", "Bresil", "BRA"),
    ("es", "Mexico", "MEX"),
    ("es", "Iran", "IRN"),
    # what folds into what
    ("fr", "Porto Rico", "USA"),
    ("en", "Greenland", "DNK"),
    ("es", "Gibraltar", "GBR"),
    ("fr", "Guadeloupe", "FRA"),
    ("en", "Hong Kong", "CHN"),
    ("en", "Soviet Union", "RUS"),
    ("fr", "Tchécoslovaquie", "CZE"),
    ("en", "Zaire", "COD"),
    ("en", "Palestine", "PSE"),
    ("es", "Cisjordania", "PSE"),
    ("fr", "Taïwan", "TWN"),
    ("en", "Kosovo", "KOS"),
    ("fr", "Sahara occidental", "ESH"),
    # regions and towns
    ("fr", "Crimée", "UKR"),
    ("en", "Idlib", "SYR"),
    ("es", "Chiapas", "MEX"),
    ("fr", "Catalogne", "ESP"),
    ("fr", "Cachemire", "IND"),
    ("es", "Darfur", "SDN"),
    ("en", "Texas", "USA"),
    ("fr", "Alep", "SYR"),
    ("es", "Járkov", "UKR"),
    ("fr", "Tombouctou", "MLI"),
    ("en", "Toulouse", "FRA"),
    # seats of power
    ("fr", "Maison-Blanche", "USA"),
    ("es", "Casa Blanca", "USA"),
    ("fr", "Elysée", "FRA"),
    ("es", "Kremlin", "RUS"),
    ("es", "Miraflores", "VEN"),
    ("en", "Foggy Bottom", "USA"),
    ("en", "Blue House", "KOR"),
    ("fr", "Tsahal", "ISR"),
    # organisations and groups
    ("fr", "Conseil de sécurité", "UNO"),
    ("en", "U.N.", "UNO"),
    ("es", "UE", "EUR"),
    ("fr", "OTAN", "IGO"),
    ("es", "OEA", "IGO"),
    ("fr", "MSF", "NGO"),
    ("es", "ISIS", "IMG"),
    ("fr", "EI", "IMG"),
    ("en", "Houthis", "YEM"),
    ("es", "hutíes", "YEM"),
    ("fr", "gilets jaunes", "FRA"),
    ("es", "Cártel de Sinaloa", "MEX"),
    ("en", "Gazprom", "RUS"),
    ("es", "PDVSA", "VEN"),
)


@pytest.mark.parametrize(("lang", "name", "country"), NAMES)
def test_names_lead_to_their_country(
    registry: Registry, lang: Language, name: str, country: str
) -> None:
    first = registry.names(lang)[name][0]
    assert registry.entities[first].country == country


@pytest.mark.parametrize(
    ("lang", "name", "kind"),
    [
        ("en", "Mexico", "country"),
        ("fr", "Mexico", "city"),
        ("es", "México", "country"),
        ("en", "Singapore", "country"),
        ("fr", "Luxembourg", "country"),
        ("fr", "Washington", "city"),
        ("en", "Washington Post", "organisation"),
        ("en", "New York Times", "organisation"),
        ("es", "El País", "organisation"),
        ("fr", "Le Monde", "organisation"),
    ],
)
def test_the_likeliest_bearer_comes_first(
    registry: Registry, lang: Language, name: str, kind: str
) -> None:
    assert registry.entities[registry.names(lang)[name][0]].kind == kind


@pytest.mark.parametrize(
    ("city", "power"),
    [
        ("city:caracas", "VEN"),
        ("city:kyiv", "UKR"),
        ("city:tel-aviv", "ISR"),
        ("city:the-hague", "NLD"),
        ("city:abidjan", "CIV"),
        ("city:brussels", "EUR"),
        ("city:barcelona", None),
    ],
)
def test_a_capital_stands_for_its_government(
    registry: Registry, city: str, power: str | None
) -> None:
    assert registry.seat(city) == power
    assert registry.is_capital(city) is (power is not None)


@pytest.mark.parametrize(
    ("lang", "forms", "code"),
    [
        ("fr", "russe russes", "RUS"),
        ("fr", "vénézuélien vénézuélienne vénézuéliens vénézuéliennes chaviste chavistes", "VEN"),
        ("fr", "américain américaines étasunien étatsunienne", "USA"),
        ("fr", "nord-coréen nord-coréennes", "PRK"),
        ("fr", "sud-africain sud-africaines", "ZAF"),
        ("fr", "britannique anglais anglaise écossais galloise", "GBR"),
        ("fr", "turc turque grec", None),
        ("fr", "sahraouie soviétiques hongkongais", None),
        ("fr", "guyanais", "FRA"),
        ("fr", "nigérien", "NER"),
        ("fr", "nigérian", "NGA"),
        ("en", "russian russians chechen soviet", "RUS"),
        ("en", "briton britons british english scots welsh", "GBR"),
        ("en", "frenchman frenchmen frenchwomen french", "FRA"),
        ("en", "nigerien", "NER"),
        ("en", "nigerian nigerians", "NGA"),
        ("en", "iraqi iraqis", "IRQ"),
        ("es", "estadounidense estadunidenses norteamericana americano", "USA"),
        ("es", "surcoreano sudcoreanas", "KOR"),
        ("es", "marroquí marroquíes marroquís", "MAR"),
        ("es", "francés francesa franceses francesas", "FRA"),
        ("es", "catalán catalana vascos andaluza andaluces", "ESP"),
        ("es", "saharauis", "ESH"),
        ("es", "europea", "EUR"),
    ],
)
def test_nationality_in_all_its_forms(
    registry: Registry, lang: Language, forms: str, code: str | None
) -> None:
    found = {form: registry.demonyms(lang).get(form) for form in forms.split()}
    if code is None:
        assert None not in found.values()
    else:
        assert found == dict.fromkeys(found, code)


def test_the_first_half_of_a_compound_nationality(registry: Registry) -> None:
    assert registry.demonyms("fr")["américano-"] == "USA"
    assert registry.demonyms("en")["sino-"] == "CHN"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("word", ["us", "it", "may", "of", "nada", "pole", "eu", "sale", "male"])
def test_common_words_are_no_nationality(registry: Registry, lang: Language, word: str) -> None:
    assert word not in registry.demonyms(lang)


# Words at the head of a sentence, given names and surnames that geography would make into places.
@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("en", "Of"), ("en", "Reading"), ("en", "Mobile"), ("en", "Man"), ("en", "George"),
        ("en", "Jackson"), ("en", "Nice"), ("en", "Male"), ("en", "Congress"), ("en", "WHO"),
        ("fr", "Tours"), ("fr", "Maurice"), ("fr", "Dominique"), ("fr", "Grenade"),
        ("fr", "Libération"), ("fr", "Charlotte"), ("fr", "Détroit"), ("fr", "Hollande"),
        ("es", "Nada"), ("es", "Anda"), ("es", "Caen"), ("es", "Libertad"), ("es", "Mesa"),
        ("es", "Reforma"), ("es", "Arena"), ("es", "Mauricio"), ("es", "Virginia"), ("es", "Metro"),
        ("es", "Tejas"), ("es", "EU"),
    ],
)  # fmt: skip
def test_words_that_are_no_place_or_body(registry: Registry, lang: Language, word: str) -> None:
    bearers = registry.names(lang).get(word, ())
    assert not [entity for entity in bearers if not entity.startswith("person:")]


@pytest.mark.parametrize(
    ("lang", "name"),
    [("en", "Congress"), ("en", "WHO"), ("fr", "Hollande"), ("es", "Reforma"), ("es", "EU")],
)
def test_weak_names_wait_for_support(registry: Registry, lang: Language, name: str) -> None:
    assert registry.weak_names(lang)[name]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_traps_hide_names_and_are_none(registry: Registry, lang: Language) -> None:
    traps, names = registry.traps(lang), registry.names(lang)
    assert traps["Paris Saint-Germain" if lang == "fr" else "Real Madrid"] == "sport club"
    assert not [name for name in traps if name in names], "a trap would hide these"
    assert not [name for name in traps if name != name.strip()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_is_a_single_letter_or_a_number(registry: Registry, lang: Language) -> None:
    names = (*registry.names(lang), *registry.weak_names(lang))
    assert not [name for name in names if len(name) < 2 or name.isdigit()]


def test_who_governs_changes_with_the_day(registry: Registry) -> None:
    taliban = registry.entities["group:taliban"]
    assert taliban.on("2000-01-01") == ("AFG", "GOV")
    assert taliban.on("2019-05-30") == ("AFG", "REB")
    assert taliban.on("2022-01-01") == ("AFG", "GOV")
    assert taliban.on(None) == ("AFG", "REB")


def test_the_registry_crosses_to_another_process(registry: Registry) -> None:
    again = pickle.loads(pickle.dumps(registry))
    assert again.names("fr") == registry.names("fr")
    assert again.entities == registry.entities


def test_cities_left_out_are_sorted_and_really_left_out() -> None:
    rows = (DATA / "entities" / "cities.tsv").read_text(encoding="utf-8").splitlines()
    listed = {folded(row.split("\t")[-1]) for row in rows if not row.startswith("#")}
    for names in load_toml(DATA / "entities" / "cities_stop.toml").data.values():
        assert names == sorted(names, key=folded)
        assert listed.isdisjoint(map(folded, names))


def folded(name: str) -> str:
    return unaccented(name).lower()


@given(st.text(alphabet="abcdefghiklmnopqrstuvzáéíñó", min_size=3, max_size=12))
def test_a_base_form_is_always_among_its_forms(word: str) -> None:
    for lang in LANGUAGES:
        forms = inflections(word, lang)
        assert forms[0] == word
        assert len(set(forms)) == len(forms)


# -- what the loader refuses ----------------------------------------------------------------------

COUNTRY = """[[country]]
code = "VEN"
name = "Venezuela"
names = ["Venezuela"]
demonyms = { fr = ["vénézuélien"], en = ["Venezuelan"], es = ["venezolano"] }
"""

FAULTS = (
    # file, its text, the line of the fault, words of the message
    ("groups.toml", '[[group]]\nid = "x"\nname = "X"\ncolour = "red"\n', 4, "unknown key 'colour'"),
    ("groups.toml", '[[group]]\nname = "X"\n', 1, "lacks the key 'id'"),
    ("groups.toml", '[[band]]\nid = "x"\n', 1, "unknown table or key 'band'"),
    ("groups.toml", '[[group]]\nid = "X Y"\nname = "X"\n', 2, "lower-case words"),
    ("groups.toml", '[[group]]\nid = "x"\nname = "X"\nsector = "REBEL"\n', 4, "unknown sector"),
    ("groups.toml", '[[group]]\nid = "x"\nname = "X"\ncountry = "VNZ"\n', 4, "unknown country"),
    ("groups.toml", '[[group]]\nid = "x"\nname = " X"\n', 3, "without outer spaces"),
    ("groups.toml", '[[group]]\nid = "x"\nname = "X"\nnames = { de = ["X"] }\n', 4, "language 'de'"),
    ("groups.toml", '[[group]]\nid = "x"\nname = "X"\nnames = "X"\n', 4, "names is a list"),
    ("groups.toml", '[[group]]\nid = "x"\nname = "X"\nnames = { fr = "X" }\n', 4, "list of names"),
    (
        "groups.toml",
        '[[group]]\nid = "x"\nname = "X"\n\n[[group]]\nid = "x"\nname = "Y"\n',
        7,
        "taken by",
    ),
    (
        "people.toml",
        '[[person]]\nid = "a-b"\nname = "A B"\noffices = [\n'
        '  { role = "president", country = "VEN", sector = "GOV", start = "2019-13" },\n]\n',
        5,
        "bad date '2019-13'",
    ),
    (
        "people.toml",
        '[[person]]\nid = "a-b"\nname = "A B"\noffices = [\n'
        '  { role = "president", country = "VEN", sector = "GOV", start = "2019-02-30" },\n]\n',
        5,
        "bad date '2019-02-30'",
    ),
    (
        "people.toml",
        '[[person]]\nid = "a-b"\nname = "A B"\noffices = [\n'
        '  { role = "president", country = "VEN", sector = "GOV", start = "2019", end = "2013" },\n]\n',
        5,
        "ends (2013-12-31) before it starts",
    ),
    (
        "people.toml",
        '[[person]]\nid = "a-b"\nname = "A B"\noffices = [{ role = "president", from = "2013" }]\n',
        4,
        "unknown key 'from' of an office",
    ),
    (
        "people.toml",
        '[[person]]\nid = "a-b"\nname = "A B"\noffices = [{ role = "president", country = "VEN" }]\n',
        4,
        "needs a sector",
    ),
    (
        "places.toml",
        '[[city]]\nid = "x"\nname = "X"\ncountry = "VEN"\nlat = 95\nlon = 0\n',
        5,
        "degrees",
    ),
    ("countries.toml", '[[country]]\ncode = "ven"\nname = "x"\nnames = []\ndemonyms = {}\n', 2, "alpha-3"),
    ("press.toml", '[[list]]\ncountry = "VEN"\nsector = "JRN"\nof = ["A", 3]\n', 4, "item 2"),
    ("traps.toml", '[[trap]]\nreason = "sport"\n', 1, "lacks the key 'names'"),
    ("groups.toml", '[[group]]\nid = "x\n', 2, "is not TOML"),
)  # fmt: skip


def write_registry(folder: Path) -> Path:
    """The smallest registry: one state, and nothing in the other files."""
    empty = ("places", "metonyms", "organisations", "groups")
    for name in empty:
        (folder / f"{name}.toml").write_text("", encoding="utf-8")
    (folder / "countries.toml").write_text(COUNTRY, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("file", "text", "line", "message"), FAULTS)
def test_faulty_data_are_refused_with_file_and_line(
    tmp_path: Path, file: str, text: str, line: int, message: str
) -> None:
    folder = write_registry(tmp_path)
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(message)) as caught:
        Registry.load(folder)
    assert caught.value.file == str(folder / file)
    assert caught.value.line == line


def test_a_missing_file_is_no_fault_but_bad_cities_are(tmp_path: Path) -> None:
    folder = write_registry(tmp_path)
    (folder / "groups.toml").unlink()
    assert list(Registry.load(folder).entities) == ["country:VEN"]
    (folder / "cities.tsv").write_text("# head\nx-ven\tVEN\t1.0\n", encoding="utf-8")
    with pytest.raises(DataError, match="five columns") as caught:
        Registry.load(folder)
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("given", "on", "held"),
    [
        ('start = "2013"', "2013-01-01", True),
        ('start = "2013"', "2012-12-31", False),
        ('end = "2013"', "2013-12-31", True),
        ('end = "2013-02"', "2013-02-28", True),
        ('end = "2013-02"', "2013-03-01", False),
        ('start = "2013-04-19"', "2013-04-19", True),
    ],
)
def test_a_year_or_month_stands_for_all_its_days(
    tmp_path: Path, given: str, on: str, held: bool
) -> None:
    folder = write_registry(tmp_path)
    (folder / "people.toml").write_text(
        '[[person]]\nid = "a-b"\nname = "A B"\n'
        f'offices = [{{ role = "president", country = "VEN", sector = "GOV", {given} }}]\n',
        encoding="utf-8",
    )
    office = Registry.load(folder).entities["person:a-b"].offices[0]
    assert office.held_on(on) is held


def test_a_name_listed_for_one_language_stays_there(tmp_path: Path) -> None:
    folder = write_registry(tmp_path)
    (folder / "groups.toml").write_text(
        '[[group]]\nid = "a"\nname = "Alpha"\nnames = { en = ["Alpha"], fr = ["Alphé"] }\n'
        '[[group]]\nid = "b"\nname = "Beta"\nnames = { fr = ["Bêta"] }\n'
        '[[group]]\nid = "c"\nname = "Gamma"\nweak = ["Gamma"]\n',
        encoding="utf-8",
    )
    registry = Registry.load(folder)
    assert "Alpha" not in registry.names("es")
    assert registry.names("fr")["Alphe"] == ("group:a",)
    assert registry.names("es")["Beta"] == ("group:b",)
    assert "Gamma" not in registry.names("es")
    assert registry.weak_names("es")["Gamma"] == ("group:c",)


def test_the_unaccented_spelling_yields_to_a_real_name(tmp_path: Path) -> None:
    folder = write_registry(tmp_path)
    (folder / "groups.toml").write_text(
        '[[group]]\nid = "a"\nname = "Malí"\n[[group]]\nid = "b"\nname = "Mali"\n', encoding="utf-8"
    )
    assert Registry.load(folder).names("fr")["Mali"] == ("group:b",)


# -- the guide ------------------------------------------------------------------------------------

GUIDE = Path(__file__).parents[2] / "docs" / "entities.md"


def test_the_examples_of_the_guide_load(tmp_path: Path) -> None:
    folder = write_registry(tmp_path)
    shutil.copy(DATA / "entities" / "countries.toml", folder)
    files = {"group": "groups", "person": "people", "list": "press", "trap": "traps"}
    blocks = re.findall(r"```toml\n(\[\[(\w+)\]\].*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert {kind for _, kind in blocks} == {*files, "role"}
    for text, kind in blocks:
        if kind in files:
            (folder / f"{files[kind]}.toml").write_text(text, encoding="utf-8")
    registry = Registry.load(folder)
    assert registry.names("fr")["Mouvement du 23-Mars"] == ("group:m23",)
    assert registry.names("es")["Tass"] == ("organisation:tass",)
    assert registry.entities["person:nicolas-maduro"].on("2012-01-01") == ("VEN", "GOV")
    assert "Real Madrid" in registry.traps("en")


def test_the_guide_names_every_file() -> None:
    guide = GUIDE.read_text("utf-8")
    for path in (DATA / "entities").glob("*.t*"):
        name = "people*.toml" if path.name.startswith("people") else path.name
        assert f"`{name}`" in guide
