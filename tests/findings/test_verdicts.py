"""The report's own verdicts: asserted, feared, and not those of others."""

import pytest

from findings.reading import codes, found_in
from statuquo.reports.model import Language

pytestmark = pytest.mark.model

# language, sentence, kind, modality
VERDICTS: list[tuple[Language, str, str, str]] = [
    ("fr", "À la frontière, c’est le statu quo qui règne.", "statu-quo", "happened"),
    ("fr", "Le statut quo demeure entre les deux camps.", "statu-quo", "happened"),
    ("fr", "Aucun dialogue n’existe entre le Japon et la Chine.", "no-dialogue", "happened"),
    ("fr", "Le dialogue entre le Japon et la Chine n’existe plus.", "no-dialogue", "happened"),
    ("fr", "La tension monte entre le Japon et la Chine.", "tension-rising", "happened"),
    (
        "fr",
        "Cette mesure pourrait entraîner un regain de tensions.",
        "tension-rising",
        "hypothetical",
    ),
    ("fr", "On redoute une escalade militaire.", "escalation", "hypothetical"),
    ("fr", "La crise s’enlise.", "deadlock", "happened"),
    ("fr", "La tension est retombée entre le Japon et la Chine.", "tension-easing", "happened"),
    ("en", "The status quo prevails at the border.", "statu-quo", "happened"),
    ("en", "There is no dialogue between Japan and China.", "no-dialogue", "happened"),
    ("en", "Tension is rising between Japan and China.", "tension-rising", "happened"),
    ("en", "Observers fear an escalation.", "escalation", "hypothetical"),
    ("en", "The crisis has reached an impasse.", "deadlock", "happened"),
    ("en", "Tensions have eased between Japan and China.", "tension-easing", "happened"),
    ("es", "En la frontera sigue reinando el statu quo.", "statu-quo", "happened"),
    ("es", "No hay diálogo entre Japón y China.", "no-dialogue", "happened"),
    ("es", "La tensión entre Japón y China aumenta.", "tension-rising", "happened"),
    ("es", "Se teme una escalada militar.", "escalation", "hypothetical"),
    ("es", "La crisis está en un callejón sin salida.", "deadlock", "happened"),
    ("es", "Baja la tensión entre Japón y China.", "tension-easing", "happened"),
]

SILENT: list[tuple[Language, str]] = [
    ("fr", "Le médecin mesure la tension artérielle."),
    ("fr", "L’ONU appelle à la désescalade."),
    ("fr", "Le hors-bord s’est embrasé au port."),
    ("fr", "Le dialogue a repris entre le Japon et la Chine."),
    ("en", "Her blood pressure and tension rose."),
    ("en", "The United Nations called for de-escalation."),
    ("en", "They met and talked for an hour."),
    ("es", "El cable de alta tensión cayó sobre la línea."),
    ("es", "La ONU pidió una desescalada."),
    ("es", "La escalada de la montaña duró dos días."),
]


@pytest.mark.parametrize(("lang", "sentence", "kind", "modality"), VERDICTS)
def test_verdicts(lang: Language, sentence: str, kind: str, modality: str) -> None:
    (verdict,) = found_in(lang, sentence)[0].verdicts
    assert (verdict.kind, str(verdict.modality)) == (kind, modality)
    assert verdict.words in sentence


@pytest.mark.parametrize(("lang", "sentence"), SILENT)
def test_silence(lang: Language, sentence: str) -> None:
    assert found_in(lang, sentence)[0].verdicts == ()


def test_what_somebody_else_says_is_no_verdict_of_the_report() -> None:
    assert found_in("en", "The status quo prevails.", said_by_other=True)[0].verdicts == ()


def test_two_verdicts_of_one_sentence() -> None:
    found = found_in(
        "fr",
        "Le Japon et la Chine haussent le ton.",
        "Le dialogue entre les deux voisins n’existe pas et c’est encore le statu quo qui règne.",
    )
    first, second = found[1].verdicts
    assert first.words == "dialogue entre les deux voisins n’existe pas"
    assert (first.kind, codes(first.parties)) == ("no-dialogue", {"JPN GOV", "CHN GOV"})
    assert (second.kind, second.words) == ("statu-quo", "est encore le statu quo qui règne")
