"""Talks: who talks, who mediates, where, how far they are and what has come of them."""

import pytest

from findings.reading import codes, found_in
from statuquo.reports.model import Language

pytestmark = pytest.mark.model

# language, sentence, parties, mediators, state, outcome
TALKS: list[tuple[Language, str, str, str, str, str | None]] = [
    ("fr", "La Suisse accueillera des pourparlers entre le gouvernement syrien et les rebelles.",
     "SYR GOV + SYR REB", "CHE GOV", "planned", None),
    ("fr", "Les négociations entre la Russie et l’Ukraine ont échoué.",
     "RUS GOV + UKR GOV", "", "held", "failure"),
    ("fr", "Les pourparlers se sont achevés sans résultat.", "", "", "held", "none-yet"),
    ("fr", "Les premières discussions n’ont rien donné.", "", "", "held", "none-yet"),
    ("fr", "La Norvège, en médiateur", "", "NOR GOV", "open", None),
    ("en", "Talks between Russia and Ukraine mediated by Turkey made no progress.",
     "RUS GOV + UKR GOV", "TUR GOV", "held", "none-yet"),
    ("en", "Talks between Russia and Ukraine collapsed.",
     "RUS GOV + UKR GOV", "", "broken-off", "failure"),
    ("en", "Mexico has offered to mediate between Colombia and Ecuador.",
     "COL GOV + ECU GOV", "MEX GOV", "planned", None),
    ("en", "The talks ended without a deal.", "", "", "held", "none-yet"),
    ("en", "The Norwegian mediator met the Colombian government and the ELN.",
     "COL GOV + COL REB", "NOR GOV", "open", None),
    ("es", "Colombia rompió el diálogo con el ELN.", "COL GOV + COL REB", "", "broken-off", None),
    ("es", "Las negociaciones entre Rusia y Ucrania fracasaron.",
     "RUS GOV + UKR GOV", "", "held", "failure"),
    ("es", "Colombia y el ELN retomaron el diálogo con la mediación de Noruega.",
     "COL GOV + COL REB", "NOR GOV", "open", None),
    ("es", "Las conversaciones terminaron sin acuerdo.", "", "", "held", "none-yet"),
]  # fmt: skip

SILENT: list[tuple[Language, str]] = [
    ("fr", "L’ONU appelle le Japon et la Chine au dialogue."),
    ("fr", "Le dialogue entre le Japon et la Chine n’existe pas."),
    ("fr", "Les négociations salariales ont commencé chez le constructeur."),
    ("en", "The United Nations urged Japan and China to hold talks."),
    ("en", "There is no dialogue between Japan and China."),
    ("en", "She hosts a talk show."),
    ("es", "La ONU pidió a Japón y a China abrir negociaciones."),
    ("es", "No hay diálogo entre Japón y China."),
    ("es", "El diálogo de la película es flojo."),
]


@pytest.mark.parametrize(("lang", "sentence", "parties", "mediators", "state", "outcome"), TALKS)
def test_talks(
    lang: Language, sentence: str, parties: str, mediators: str, state: str, outcome: str | None
) -> None:
    (mention,) = found_in(lang, sentence)[0].talks
    # The parser may leave the country of «the rebels» open; the side is what counts.
    wanted = {code for code in parties.split(" + ") if code}
    assert {code.split()[1] for code in codes(mention.parties)} == {
        code.split()[1] for code in wanted
    }
    assert codes(mention.parties) <= wanted | {"? REB"}
    assert codes(mention.mediators) == {code for code in mediators.split(" + ") if code}
    assert (mention.state, mention.outcome) == (state, outcome)


@pytest.mark.parametrize(("lang", "sentence"), SILENT)
def test_silence(lang: Language, sentence: str) -> None:
    assert found_in(lang, sentence)[0].talks == ()


def test_the_place_is_told_apart_from_the_parties() -> None:
    (mention,) = found_in("fr", "En Norvège, la Colombie et l’ELN ont entamé des pourparlers.")[
        0
    ].talks
    assert mention.place is not None
    assert (mention.place.name, mention.place.country) == ("Norway", "NOR")
    assert codes(mention.parties) == {"COL GOV", "COL REB"}


def test_an_opposition_without_more_is_the_governments() -> None:
    (mention,) = found_in("en", "The government of Bolivia and the opposition opened talks.")[
        0
    ].talks
    assert codes(mention.parties) == {"BOL GOV", "BOL OPP"}


def test_the_words_on_the_outcome_are_the_reports() -> None:
    (mention,) = found_in("en", "The talks between Japan and China ended without a deal.")[0].talks
    assert mention.words == "without a deal"
