"""Accords: what about, between whom, when, and how they stand."""

import pytest

from findings.reading import codes, found_in
from statuquo.reports.model import Language

pytestmark = pytest.mark.model

# language, sentence, kind, parties, state, signed
ACCORDS: list[tuple[Language, str, str, str, str, str | None]] = [
    ("fr", "La Turquie et le Qatar ont conclu en 2014 un accord de coopération militaire.",
     "coopération militaire", "TUR GOV + QAT GOV", "signed", "2014"),
    ("fr", "Le traité commercial entre le Japon et le Canada a été suspendu.",
     "commercial", "JPN GOV + CAN GOV", "suspended", None),
    ("fr", "L’Iran s’est retiré du traité nucléaire conclu avec les États-Unis.",
     "nucléaire", "IRN GOV + USA GOV", "broken", None),
    ("fr", "L’Allemagne et la Pologne signeront un pacte de défense.",
     "défense", "DEU GOV + POL GOV", "planned", None),
    ("en", "Turkey and Qatar signed a military cooperation agreement in 2014.",
     "military cooperation", "TUR GOV + QAT GOV", "signed", "2014"),
    ("en", "The trade deal between Japan and Canada was suspended.",
     "trade", "JPN GOV + CAN GOV", "suspended", None),
    ("en", "Iran pulled out of the nuclear treaty with the United States.",
     "nuclear", "IRN GOV + USA GOV", "broken", None),
    ("en", "Germany and Poland will sign a defence pact.",
     "defence", "DEU GOV + POL GOV", "planned", None),
    ("en", "The free trade agreement signed by Chile and Peru entered into force in 2009.",
     "free trade", "CHL GOV + PER GOV", "in-force", "2009"),
    ("es", "Turquía y Catar firmaron en 2014 un acuerdo de cooperación militar.",
     "cooperación militar", "TUR GOV + QAT GOV", "signed", "2014"),
    ("es", "El tratado comercial entre Japón y Canadá quedó suspendido.",
     "comercial", "JPN GOV + CAN GOV", "suspended", None),
    ("es", "Irán se retiró del pacto nuclear con Estados Unidos.",
     "nuclear", "IRN GOV + USA GOV", "broken", None),
    ("es", "Alemania y Polonia firmarán un tratado de defensa.",
     "defensa", "DEU GOV + POL GOV", "planned", None),
]  # fmt: skip

SILENT: list[tuple[Language, str]] = [
    ("fr", "Le ministre est d’accord avec le Canada."),
    ("fr", "Les discussions entre le Japon et le Canada se sont achevées sans accord."),
    ("fr", "La chanteuse a signé un accord avec sa maison de disques."),
    ("en", "The striker signed a record deal with the club."),
    ("en", "Japan has to deal with Canada."),
    ("en", "The Japanese prime minister is in agreement with his wife."),
    ("es", "Japón está de acuerdo con Canadá."),
    ("es", "La reunión entre Japón y Canadá terminó sin acuerdo."),
    ("es", "La cantante firmó un convenio con su discográfica."),
]


@pytest.mark.parametrize(("lang", "sentence", "kind", "parties", "state", "signed"), ACCORDS)
def test_accords(
    lang: Language, sentence: str, kind: str, parties: str, state: str, signed: str | None
) -> None:
    (mention,) = found_in(lang, sentence)[0].agreements
    assert mention.kind == kind
    assert codes(mention.parties) == set(parties.split(" + "))
    assert (mention.state, mention.signed) == (state, signed)


@pytest.mark.parametrize(("lang", "sentence"), SILENT)
def test_silence(lang: Language, sentence: str) -> None:
    assert found_in(lang, sentence)[0].agreements == ()


def test_the_two_nations_are_those_of_the_page() -> None:
    found = found_in(
        "fr",
        "La Turquie est l’amie du Qatar.",
        "Un accord de coopération militaire a été signé entre les deux nations, en 2014.",
    )
    (mention,) = found[1].agreements
    assert codes(mention.parties) == {"TUR GOV", "QAT GOV"}
    assert (mention.kind, mention.signed) == ("coopération militaire", "2014")


def test_the_evidence_is_the_accord_in_its_sentence() -> None:
    (mention,) = found_in("es", "Turquía y Catar firmaron un pacto de defensa.")[0].agreements
    assert mention.evidence.trigger.text == "pacto de defensa"
    assert mention.evidence.sentence == "Turquía y Catar firmaron un pacto de defensa."
