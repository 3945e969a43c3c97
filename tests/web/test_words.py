"""The interface says the same things in each language."""

import re
import tomllib
from string import Formatter

import pytest

from statuquo.crisis import RELATION_KINDS, build
from statuquo.crisis.sides import GROUP_NAMES
from statuquo.errors import DataError
from statuquo.events.findings.cues import VERDICT_KINDS
from statuquo.events.record import EventType, Modality
from statuquo.web.words import FOLDER, PAGE_LANGUAGES, words

FILES = {
    lang: tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))
    for lang in PAGE_LANGUAGES
}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_file_of_the_folder_is_a_language_of_the_page() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(PAGE_LANGUAGES)


@pytest.mark.parametrize("lang", PAGE_LANGUAGES)
def test_all_have_the_same_keys_in_the_same_order(lang: str) -> None:
    assert [(table, list(entries)) for table, entries in FILES[lang].items()] == [
        (table, list(entries)) for table, entries in FILES["en"].items()
    ]


@pytest.mark.parametrize("lang", PAGE_LANGUAGES)
def test_all_leave_the_same_places_to_be_filled(lang: str) -> None:
    for table, entries in FILES["en"].items():
        for key, text in entries.items():
            assert places(FILES[lang][table][key]) == places(text), f"[{table}] {key}"


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("type", [str(kind) for kind in EventType]),
        ("type-noun", [str(kind) for kind in EventType]),
        ("modality", [str(modality) for modality in Modality]),
        ("kind", list(RELATION_KINDS)),
        ("kind-directed", list(RELATION_KINDS)),
        ("kind-legend", list(RELATION_KINDS)),
        ("group", list(GROUP_NAMES)),
    ],
)
def test_there_is_a_word_for_everything_that_can_be_shown(table: str, keys: list[str]) -> None:
    assert set(FILES["en"][table]) == set(keys)


def test_there_is_a_word_for_every_verdict() -> None:
    assert set(VERDICT_KINDS) <= set(FILES["en"]["made-of"])


def test_every_word_of_the_interface_is_used() -> None:
    folder = FOLDER.parent.parent / "web"
    sources = [path for path in folder.rglob("*") if path.suffix in (".py", ".html", ".svg")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    asked = set(re.findall(r"[\"']([a-z][a-z-]+)[\"']", code))
    unused = {
        key
        for key in FILES["en"]["ui"]
        if key.removesuffix("-one") not in asked
        and not key.startswith(("by-", "step-", "none-", "tipped-"))
    }
    assert unused == set()


def test_a_word_that_is_missing_is_named_with_its_file() -> None:
    with pytest.raises(DataError, match=r"interface/fr.toml.*'nothing'"):
        words("fr")("ui", "nothing")


def test_an_unknown_language_is_answered_in_english() -> None:
    assert words("de").lang == "en"


@pytest.mark.parametrize(
    ("lang", "start", "end", "shown"),
    [
        ("en", "2019-01-10", "2019-08-31", "10 January – 31 August 2019"),
        ("fr", "2019-01-10", "2019-08-31", "10 janvier – 31 août 2019"),
        ("es", "2018-12-30", "2019-01-02", "30 de diciembre de 2018 – 2 de enero de 2019"),
        ("en", "2019-01-10", "2019-01-10", "10 January 2019"),
        ("en", None, None, "no date"),
    ],
)
def test_days(lang: str, start: str | None, end: str | None, shown: str) -> None:
    assert words(lang).days(start, end) == shown


def test_a_year_alone_is_shown_as_it_is() -> None:
    assert words("en").day("2001") == "2001"


def test_sides_are_named_in_the_readers_language() -> None:
    from crisis.pages import Page, who

    page = Page("r1")
    page.event(
        "A.",
        "A",
        "SUPPORT",
        [who("Caracas", "VEN"), who("Moscow", "RUS")],
        [who("them", "VEN OPP")],
    )
    page.event(
        "B.", "B", "SUPPORT", [who("UN", "UNO IGO")], [who("ELN", "COL REB", "ELN", "group:eln")]
    )
    page.event("C.", "C", "SUPPORT", [who("men", "? UAF")])
    sides = {actor.side.id: actor.side for actor in build([page.done()]).actors}
    french = {key: words("fr").side(side) for key, side in sides.items()}
    assert french["VEN.opposition"] == "Venezuela (opposition)"
    assert french["VEN.government"] == "Venezuela (gouvernement)"
    assert french["RUS.government"] == "Russie"
    assert french["UNO"] == "Nations Unies"
    assert french["COL.rebels.group-eln"] == "ELN"
    assert french["unknown.others"] == "inconnu (autres)"
