"""The French tokenizer's pattern, said shortly, keeps the same words whole."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.language.letters import short_classes, shortened

pytestmark = pytest.mark.model

WORDS = [
    "aujourd'hui", "saut-de-ski", "Saint-Étienne", "entr'ouvrir", "anti-gouvernemental", "porte-parole",
    "l'ambassadeur", "d’Haïti", "États-Unis", "cessez-le-feu", "ex-président", "vice-ministre", "Nord-Coréen",
    "pet-en-l'air", "grand-mère", "Aix-en-Provence", "n'a", "Ζεύς", "Москва", "2019", "U.S.", "—", "",
]  # fmt: skip


@pytest.fixture(scope="module")
def patterns():
    from spacy.lang.fr.tokenizer_exceptions import TOKEN_MATCH

    spelt = TOKEN_MATCH.__self__
    return spelt, re.compile(shortened(spelt.pattern))


@pytest.mark.parametrize("word", WORDS)
def test_same_words(patterns, word):
    spelt, short = patterns
    assert bool(spelt.match(word)) == bool(short.match(word))


@given(st.text(st.sampled_from("abcéèàôœÉÀß-'’–.1αЖ"), max_size=14))
def test_same_on_any_letters(patterns, word):
    spelt, short = patterns
    assert bool(spelt.match(word)) == bool(short.match(word))


def test_compile_is_given_back():
    before = re.compile
    with short_classes():
        assert re.compile is not before
    assert re.compile is before
