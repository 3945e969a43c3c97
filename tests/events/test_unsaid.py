"""Spanish leaves subjects unsaid: the next sentence goes on about whom the one before was about."""

import pytest

from statuquo import Report

pytestmark = pytest.mark.model

PAGES = [
    # page, type, actor, recipient of an event of its last sentence
    ("El presidente de Bolivia visitó Perú. Además, pidió a la ONU que condene el golpe.",
     "REQUEST", "BOL", "UNO"),
    ("El canciller de Chile habló de paz. Sostuvo que habrá calma y culpó a Brasil de la crisis.",
     "ACCUSE", "CHL", "BRA"),
    ("«No cederemos», dijo el ministro iraní. También acusó a Israel de espionaje.",
     "ACCUSE", "IRN", "ISR"),
]  # fmt: skip
JOINED = [
    # a pronoun joined to its verb, type, actor, recipient
    ("El rey de Marruecos llamó a Macron para felicitarlo.", "SUPPORT", "MAR", "FRA"),
    ("Trump deja la OMS, acusándola de mentir.", "ACCUSE", "USA", "UNO"),
    ("El presidente de Chile visitó a Maduro para pedirle elecciones.", "REQUEST", "CHL", "VEN"),
    (
        "Setenta y cinco diputados de Chile escribieron a la delegación del Congreso de Perú instándoles a "
        "votar.",
        "REQUEST",
        "CHL",
        "PER",
    ),
]
SILENT = [
    # the subject changes number, or nobody need be meant
    "El presidente de Bolivia visitó Perú. Además, acusaron a Brasil de la crisis.",
    "El presidente de Bolivia visitó Perú. En Lima se culpó a Brasil de la crisis.",
]


def last(coder, text):
    events = coder.code(Report(text=text, lang="es"))
    return [event for event in events if event.evidence.sentence == text.rsplit(". ")[-1]]


@pytest.mark.parametrize(("text", "type_", "actor", "recipient"), PAGES)
def test_it_goes_on_about_the_same(coder, text, type_, actor, recipient):
    assert (type_, actor, recipient) in {
        (str(e.type), e.actors[0].country, e.recipients[0].country)
        for e in last(coder, text)
        if e.actors and e.recipients
    }


@pytest.mark.parametrize(("text", "type_", "actor", "recipient"), JOINED)
def test_a_joined_pronoun_means_who_stands_before(coder, text, type_, actor, recipient):
    test_it_goes_on_about_the_same(coder, text, type_, actor, recipient)


@pytest.mark.parametrize("text", SILENT)
def test_another_number_is_another_subject(coder, text):
    assert not any(p.country == "BOL" for e in last(coder, text) for p in e.actors)
