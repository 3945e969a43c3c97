"""Where sentences begin and end, by rules alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.language import split
from statuquo.reports.model import LANGUAGES

CASES = [
    ("a letter that names a kind", "fr", "Il blâme l'essai de la bombe H. La Chine se tait.", 2),
    ("abbreviation of a title", "fr", "M. Maduro a parlé. Mme Rice aussi.", 2),
    ("initials", "en", "J. R. Bolton spoke. He left.", 2),
    ("a state's initials inside a sentence", "en", "The U.S. Navy sailed. It was late.", 2),
    ("a state's initials at the end", "en", "He returned to the U.S. The envoy stayed.", 2),
    ("Spanish abbreviation", "es", "El Sr. Arreaza viajó a EE. UU. en mayo. Volvió.", 2),
    ("inverted marks open a sentence", "es", "Se fue. ¿Volverá? Nadie lo sabe.", 3),
    ("guillemets close with the sentence", "fr", "« Non ! » Il est parti.", 2),
    ("quotation closed before the full stop", "fr", "Il a dit « non ». Elle aussi.", 2),
    ("decimal numbers", "en", "Oil fell 3.5 percent. Markets closed.", 2),
    ("ellipsis", "fr", "Il hésite… Puis il signe.", 2),
    ("no full stop at all", "es", "Protestas en Caracas", 1),
    ("lower case goes on", "en", "It cost approx. nine million.", 1),
]


@pytest.mark.parametrize(("what", "lang", "text", "count"), CASES, ids=[c[0] for c in CASES])
def test_counts_sentences(what, lang, text, count):
    assert len(list(split(text, lang))) == count


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_spans_are_ordered_trimmed_and_lose_no_word(text, lang):
    spans = list(split(text, lang))
    end = 0
    for a, b in spans:
        assert end <= a < b <= len(text)
        assert not text[end:a].strip()
        assert text[a:b] == text[a:b].strip()
        end = b
    assert not text[end:].strip()
