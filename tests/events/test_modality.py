"""How acts are told, in three languages: sentence → type, modality and both countries."""

import pytest

from statuquo import Report

pytestmark = pytest.mark.model

# sentence, language, (type, modality, actor, recipient) of its first event, or None for silence
CASES = [
    ("France sent medicine to Haiti.", "en", ("AID", "happened", "FRA", "HTI")),
    ("France will send medicine to Haiti.", "en", ("AGREE", "intended", "FRA", "HTI")),
    ("France to send medicine to Haiti", "en", ("AGREE", "intended", "FRA", "HTI")),
    ("France promised to send medicine to Haiti.", "en", ("AGREE", "intended", "FRA", "HTI")),
    ("France refused to send medicine to Haiti.", "en", ("REJECT", "refused", "FRA", "HTI")),
    ("France will not send medicine to Haiti.", "en", ("REJECT", "refused", "FRA", "HTI")),
    (
        "France proposed measures to finance Kenyan schools.",
        "en",
        ("AGREE", "intended", "FRA", "KEN"),
    ),
    ("France promised to stop attacking Haiti.", "en", ("AGREE", "intended", "FRA", "HTI")),
    ("France vowed not to attack Haiti.", "en", ("CONCEDE", "refused", "FRA", "HTI")),
    (
        "France pressed Haiti for months to free the envoy.",
        "en",
        ("REQUEST", "requested", "FRA", "HTI"),
    ),
    ("Kenya warned Chad against arming Mali.", "en", ("THREATEN", "intended", "KEN", "TCD")),
    (
        "France urged Haiti to work with Cuba to save migrants.",
        "en",
        ("REQUEST", "requested", "FRA", "HTI"),
    ),
    ("France discussed ways to end the fighting in Haiti.", "en", None),
    ("France may send medicine to Haiti.", "en", ("AID", "hypothetical", "FRA", "HTI")),
    ("France has no plans to meet Haiti.", "en", ("REJECT", "refused", "FRA", "HTI")),
    (
        "France has decided to lift its sanctions on Haiti.",
        "en",
        ("CONCEDE", "happened", "FRA", "HTI"),
    ),
    (
        "La France a décidé de lever ses sanctions contre Haïti.",
        "fr",
        ("CONCEDE", "happened", "FRA", "HTI"),
    ),
    (
        "Francia decidió levantar las sanciones contra Haití.",
        "es",
        ("CONCEDE", "happened", "FRA", "HTI"),
    ),
    ("France would meet Cuba and help Haiti.", "en", ("AGREE", "intended", "FRA", "HTI")),
    (
        "France gathered envoys to show its support for Haiti.",
        "en",
        ("SUPPORT", "happened", "FRA", "HTI"),
    ),
    ("France offered to host envoys of Haiti.", "en", ("AGREE", "intended", "FRA", "HTI")),
    (
        "France condemned the killing of six men by the Haitian army.",
        "en",
        ("ACCUSE", "happened", "FRA", "HTI"),
    ),
    ("France showed no interest in talks with Haiti.", "en", ("REJECT", "refused", "FRA", "HTI")),
    ("France rejected the criticism of Haiti.", "en", ("REJECT", "refused", "FRA", "HTI")),
    ("France offered to send troops to Haiti.", "en", ("AGREE", "intended", "FRA", "HTI")),
    ("France stands ready to help Haiti.", "en", ("AGREE", "intended", "FRA", "HTI")),
    ("Haiti asked France to send medicine.", "en", ("REQUEST", "requested", "HTI", "FRA")),
    ("Turkey threatened to attack Cyprus.", "en", ("THREATEN", "intended", "TUR", "CYP")),
    ("Turkey denied that it had attacked Cyprus.", "en", ("ASSAULT", "denied", "TUR", "CYP")),
    ("La France enverra des vivres à Haïti.", "fr", ("AGREE", "intended", "FRA", "HTI")),
    ("La France a envoyé des vivres à Haïti.", "fr", ("AID", "happened", "FRA", "HTI")),
    ("La France refuse d'aider Haïti.", "fr", ("REJECT", "refused", "FRA", "HTI")),
    ("La France n'aidera pas Haïti.", "fr", ("REJECT", "refused", "FRA", "HTI")),
    ("La Turquie menace d'attaquer Chypre.", "fr", ("THREATEN", "intended", "TUR", "CYP")),
    ("La Turquie dément avoir attaqué Chypre.", "fr", ("ASSAULT", "denied", "TUR", "CYP")),
    ("La Turquie a pu frapper Chypre.", "fr", ("ASSAULT", "happened", "TUR", "CYP")),
    ("La France a choisi la nuit pour attaquer Cuba.", "fr", None),
    (
        "Le président français a voyagé deux jours afin de rencontrer le président cubain.",
        "fr",
        ("CONSULT", "happened", "FRA", "CUB"),
    ),
    ("Francia enviará alimentos a Haití.", "es", ("AGREE", "intended", "FRA", "HTI")),
    ("Francia envió alimentos a Haití.", "es", ("AID", "happened", "FRA", "HTI")),
    ("Francia se negó a ayudar a Haití.", "es", ("REJECT", "refused", "FRA", "HTI")),
    ("Turquía amenazó con atacar Chipre.", "es", ("THREATEN", "intended", "TUR", "CYP")),
    ("Turquía podría atacar Chipre.", "es", ("ASSAULT", "hypothetical", "TUR", "CYP")),
]


@pytest.mark.parametrize(("text", "lang", "expected"), CASES, ids=[c[0] for c in CASES])
def test_modality(coder, text, lang, expected):
    events = coder.code(Report(text=text, lang=lang))
    got = [
        (str(e.type), str(e.modality), a and a.country, r and r.country)
        for e in events
        for a, r in e.dyads()
    ]
    assert (expected in got) if expected else not got
