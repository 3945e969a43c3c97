"""Role nouns: parallel in three languages, found in any inflection, and checked on load."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from statuquo.entities.inflection import noun_forms
from statuquo.entities.registry import Registry
from statuquo.entities.roles import Role, Roles
from statuquo.errors import DataError
from statuquo.reports.model import LANGUAGES, Language

ROLES = {lang: Roles.load(lang) for lang in LANGUAGES}


def by_id(lang: Language) -> dict[str, Role]:
    """One role of each id, less what may differ between languages."""
    return {
        role.id: replace(role, lemma="", country=None) for role in ROLES[lang].by_lemma.values()
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_languages_hold_the_same_roles(lang: Language) -> None:
    assert by_id(lang) == by_id("en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_words_enough(lang: Language) -> None:
    assert len(ROLES[lang].by_lemma) >= 1000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_word_is_lower_case_and_leads_to_its_own_role(lang: Language) -> None:
    roles = ROLES[lang]
    for lemma, role in roles.by_lemma.items():
        assert lemma == lemma.lower()
        tokens = lemma.split()
        assert roles.match(tokens) == (role, len(tokens)), "another word's form; leave it out"


def test_codes_that_roles_imply_are_known() -> None:
    registry = Registry.load()
    international = {"UNO", "EUR", "IGO"}
    codes = {role.country for roles in ROLES.values() for role in roles.by_lemma.values()}
    assert {c for c in codes if c and not registry.country(c)} == international


@pytest.mark.parametrize(
    ("lang", "text", "role", "length"),
    [
        # the longest wins
        ("en", "foreign minister of Norway", "foreign-minister", 2),
        ("en", "minister of transport", "minister", 1),
        ("en", "prime minister", "prime-minister", 2),
        ("en", "former prime minister", "former-prime-minister", 3),
        ("en", "secretary of state", "secretary-of-state", 3),
        ("en", "heads of state", "head-of-state", 3),
        ("en", "security forces", "security-forces", 2),
        ("en", "blue helmets", "peacekeepers", 2),
        ("en", "UN peacekeepers", "peacekeepers", 2),
        ("en", "vice-presidents", "vice-president", 1),
        ("fr", "ministre des Affaires étrangères", "foreign-minister", 4),
        ("fr", "ministres de la Défense", "defence-minister", 4),
        ("fr", "chef d' État", "head-of-state", 3),
        ("fr", "chef de l' opposition", "opposition-leader", 4),
        ("fr", "porte-parole du gouvernement", "government-spokesperson", 3),
        ("fr", "forces de l' ordre", "security-forces", 4),
        ("fr", "armée de l' air", "air-force", 4),
        ("fr", "armée", "army", 1),
        ("fr", "Casques bleus", "peacekeepers", 2),
        ("fr", "ambassadrice", "ambassador", 1),
        ("fr", "manifestantes", "protester", 1),
        ("fr", "vice-présidente", "vice-president", 1),
        ("fr", "anciens présidents", "former-president", 2),
        ("es", "ministra de Relaciones Exteriores", "foreign-minister", 4),
        ("es", "canciller", "foreign-minister", 1),
        ("es", "fuerzas de seguridad", "security-forces", 3),
        ("es", "Fuerza Aérea", "air-force", 2),
        ("es", "jefe del Estado", "head-of-state", 3),
        ("es", "ex presidente", "former-president", 2),
        ("es", "expresidenta", "former-president", 1),
        ("es", "gobernadoras", "governor", 1),
        ("es", "normalistas", "student", 1),
    ],
)
def test_roles_are_found_in_running_words(
    lang: Language, text: str, role: str, length: int
) -> None:
    found = ROLES[lang].match(text.split())
    assert found is not None
    assert (found[0].id, found[1]) == (role, length)


@pytest.mark.parametrize(
    ("lang", "lemmas", "words", "length"),
    [
        # a parser that lemmatises the adjective, or not at all
        (
            "fr",
            ["ministre", "de", "affaire", "étranger"],
            ["ministre", "des", "affaires", "étrangères"],
            4,
        ),
        ("fr", ["force", "de", "le", "ordre"], ["forces", "de", "l'", "ordre"], 4),
        ("es", ["fuerza", "armado"], ["fuerzas", "armadas"], 2),
        ("en", ["armed", "force"], ["armed", "forces"], 2),
        ("en", ["vice", "-", "president"], ["vice", "-", "president"], 3),
    ],
)
def test_either_lemma_or_word_may_match(
    lang: Language, lemmas: list[str], words: list[str], length: int
) -> None:
    found = ROLES[lang].match(lemmas, words)
    assert found is not None
    assert found[1] == length


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "le ministre"),
        ("fr", "politique"),
        ("en", "of the police"),
        ("en", "right"),
        ("es", "política"),
        ("fr", "cours"),
        ("es", "la policía"),
        ("en", ""),
    ],
)
def test_a_role_begins_at_the_first_word_or_not_at_all(lang: Language, text: str) -> None:
    assert ROLES[lang].lookup(text.split()) is None


@pytest.mark.parametrize(
    ("lang", "word", "sector"),
    [
        ("fr", "ambassade", "GOV"),
        ("fr", "cour", "JUD"),
        ("fr", "char", "MIL"),
        ("fr", "député", "LEG"),
        ("fr", "parquet", "JUD"),
        ("fr", "services de renseignement", "SPY"),
        ("fr", "guérilla", "REB"),
        ("fr", "opposants", "OPP"),
        ("fr", "syndicat", "LAB"),
        ("fr", "évêques", "REL"),
        ("fr", "gendarmes", "COP"),
        ("en", "warplanes", "MIL"),
        ("en", "refugees", "REF"),
        ("en", "cartel", "CRM"),
        ("en", "farmers", "AGR"),
        ("en", "former president", "ELI"),
        ("en", "paramilitaries", "PRM"),
        ("en", "gunmen", "UAF"),
        ("es", "diputados", "LEG"),
        ("es", "fiscal", "JUD"),
        ("es", "sicarios", "CRM"),
        ("es", "campesinos", "AGR"),
        ("es", "maestros", "EDU"),
        ("es", "periodistas", "JRN"),
        ("es", "médicos", "MED"),
        ("es", "empresarios", "BUS"),
    ],
)
def test_the_sector_of_usual_words(lang: Language, word: str, sector: str | None) -> None:
    role = ROLES[lang].lookup(word.split())
    assert (role.sector if role else None) == sector


def test_what_the_flags_say() -> None:
    french = ROLES["fr"].by_lemma
    assert french["ambassadeur"].person
    assert not french["ambassadeur"].domestic
    assert french["armée"].collective
    assert french["armée"].domestic
    assert french["ambassade"].object
    assert french["source"].vague
    assert french["pape"].country == "VAT"
    assert ROLES["en"].by_lemma["secretary of state"].country == "USA"


@pytest.mark.parametrize(
    ("lang", "lemma", "forms"),
    [
        ("en", "city", ("city", "cities")),
        ("en", "gunman", ("gunman", "gunmen")),
        ("en", "chief of staff", ("chief of staff", "chiefs of staff")),
        ("fr", "général", ("général", "généraux")),
        ("fr", "bateau", ("bateau", "bateaux")),
        ("fr", "policier", ("policier", "policière", "policiers", "policières")),
        ("fr", "gouvernement", ("gouvernement", "gouvernements")),
        ("es", "juez", ("juez", "jueces")),
        ("es", "embajador", ("embajador", "embajadora", "embajadores", "embajadoras")),
        ("es", "banco", ("banco", "bancos")),
    ],
)
def test_inflected_forms(lang: Language, lemma: str, forms: tuple[str, ...]) -> None:
    assert noun_forms(lemma, lang) == forms


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('[[role]]\nid = "x"\nwords = ["x"]\nflag = ["person"]\n', 4, "unknown key 'flag'"),
        ('[[role]]\nid = "x"\n', 1, "lacks the key 'words'"),
        ('[[role]]\nid = "x"\nwords = ["x"]\nflags = ["persona"]\n', 4, "unknown flag 'persona'"),
        ('[[role]]\nid = "x"\nsector = "GVT"\nwords = ["x"]\n', 3, "unknown sector 'GVT'"),
        ('[[role]]\nid = "x"\nwords = "x"\n', 3, "words is a list"),
        ('[[role]]\nid = "x"\nwords = ["x"]\ncountry = "France"\n', 4, "'France' is no code"),
        (
            '[[role]]\nid = "x"\nwords = ["x"]\n[[role]]\nid = "x"\nwords = ["y"]\n',
            5,
            "taken on line 1",
        ),
        (
            '[[role]]\nid = "x"\nwords = ["w"]\n[[role]]\nid = "y"\nwords = ["w"]\n',
            6,
            "taken by 'x'",
        ),
    ],
)
def test_faulty_roles_are_refused_with_file_and_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = tmp_path / "en.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(message)) as caught:
        Roles.load("en", tmp_path)
    assert (caught.value.file, caught.value.line) == (str(path), line)
