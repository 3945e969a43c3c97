"""French words are cut as in the treebank that the model learned from."""

import pytest
import spacy

from statuquo.language.cutting import cut_french, with_learned_signs

# what is shown, text, words expected
CASES = [
    ("compound name", "Le Royaume-Uni", ["Le", "Royaume-Uni"]),
    ("after an elision", "d'Al-Jazira", ["d'", "Al-Jazira"]),
    ("elision left alone", "l' Irak et qu' Oman", ["l'", "Irak", "et", "qu'", "Oman"]),
    ("compound adjective", "un traité russo-turc.", ["un", "traité", "russo-turc", "."]),
    ("inverted subject", "dit-il", ["dit", "-il"]),
    ("inverted subject in the plural", "sont-elles", ["sont", "-elles"]),
    ("pointing", "ce jour-là", ["ce", "jour", "-là"]),
    ("in brackets", "(Addis-Abeba)", ["(", "Addis-Abeba", ")"]),
]


@pytest.fixture(scope="module")
def cut():
    pipeline = spacy.blank("fr")
    cut_french(pipeline)
    return lambda text: [token.text for token in pipeline.make_doc(text)]


@pytest.mark.parametrize(("what", "text", "words"), CASES, ids=[c[0] for c in CASES])
def test_cuts(cut, what, text, words):
    assert cut(text) == words


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [("fr", "l’ONU\u00a0: non", "l'ONU : non"), ("en", "the UN’s", "the UN’s")],
)
def test_signs(lang, text, expected):
    assert with_learned_signs(text, lang) == expected
