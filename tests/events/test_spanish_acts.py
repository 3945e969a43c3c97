"""Spanish acts: which violence is political, what a protest is about, who did what to whom."""

import pytest

from statuquo import Report

pytestmark = pytest.mark.model

POLITICAL = [
    "Una persona fue desaparecida en el corregimiento.",
    "Dos jóvenes fueron desaparecidos por hombres sin identificar.",
    "Hombres que iban en una moto mataron a tiros a un hombre.",
    "Cuatro personas fueron asesinadas a tiros en la vereda.",
    "Un reclamante de tierras fue amenazado.",
    "Un funcionario de Aduanas fue desaparecido.",
]
PRIVATE = [
    "Un hombre asesinó a su pareja de un disparo.",
    "Una persona fue asesinada de un balazo.",
    "Cuatro personas fueron asesinadas a tiros en un atraco.",
    "El perro desapareció en el bosque.",
    "Uno de los capítulos relata la epidemia que aniquiló a miles de indígenas.",
]


def coded(coder, text):
    return coder.code(Report(text=text, lang="es", date="2021-09-01"))


@pytest.mark.parametrize("text", POLITICAL)
def test_political_violence_needs_no_body(coder, text):
    assert coded(coder, text)


@pytest.mark.parametrize("text", PRIVATE)
def test_private_crime_stays_silent(coder, text):
    assert not coded(coder, text)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Los vecinos protestaban contra los ataques de la OTAN.", ["PROTEST"]),
        ("El ministro criticó al diputado por apoyar al sindicato.", ["ACCUSE"]),
        ("Libia se retiró de la cumbre para protestar contra el proyecto.", ["REJECT"]),
    ],
)
def test_what_a_protest_or_a_judgement_is_about_is_no_event(coder, text, types):
    assert [event.type for event in coded(coder, text)] == types


def test_what_somebody_is_accused_of_he_did(coder):
    text = "El opositor fustigó al presidente de Chile y lo acusó de ignorar al Congreso."
    refusal = next(event for event in coded(coder, text) if event.type == "REJECT")
    assert [party.country for party in refusal.actors] == ["CHL"]


def test_what_two_do_to_their_summit_each_does_to_the_other(coder):
    events = coded(coder, "España y Marruecos aplazan hasta febrero su cumbre bilateral.")
    pairs = {(e.actors[0].country, e.recipients[0].country) for e in events}
    assert pairs == {("ESP", "MAR"), ("MAR", "ESP")}
