"""When a coded party is the one that the gold means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.entities.model import Party
from statuquo.evaluation.agreement import same_party, same_words

from .coded import party

SAME_PARTY = [
    # the gold's code and words, the coded party, whether they are the same
    ("BOL", "the cabinet", "La Paz BOL", True),  # the country decides where both have one
    ("BOL", "La Paz", "La Paz PER", False),  # … even against equal words
    ("UNO", "the Security Council", "the United Nations IGO", True),  # one code for all of these
    ("IGO", "the African Union", "Algeria DZA", False),
    ("XKX", "Pristina", "the government KOS", True),  # two codes are in use
    (None, "the dockers' union", "the union of the dockers", True),  # else words decide
    (None, "the dockers", "the bakers", False),
    ("BOL", "the miners", "the miners", True),  # the coder has no country: words
    (None, "the rebels", "the rebels COL", True),
    (None, None, "Peru PER", False),  # no words are like no words
    (None, "the", "the PER", False),  # an article alone is nobody
]


@pytest.mark.parametrize(("code", "words", "coded", "same"), SAME_PARTY)
def test_same_party(code: str | None, words: str | None, coded: str, same: bool):
    assert same_party(code, words, party(coded)) is same


def test_the_canonical_name_will_do():
    coded = Party(name="Evo Morales", text="ce dernier", start=0, end=10)
    assert same_party(None, "le président Morales", coded)


def test_nobody_is_the_same_as_no_party():
    assert not same_party("BOL", "La Paz", None)


SAME_WORDS = [
    ("L'armée malienne", "armée malienne", True),
    ("El ejército", "EJERCITO", True),  # accents and capitals aside
    ("the army of Mali", "the army of Niger", True),  # half the words of the shorter
    ("the army of northern Mali", "the police of northern Peru in Lima", False),
    ("de la", "de la", False),  # only articles
]


@pytest.mark.parametrize(("one", "other", "same"), SAME_WORDS)
def test_same_words(one: str, other: str, same: bool):
    assert same_words(one, other) is same


@given(st.text(), st.text())
def test_names_are_alike_both_ways(one: str, other: str):
    assert same_words(one, other) is same_words(other, one)


@given(st.text(alphabet="bcefg ", min_size=1).filter(str.strip))
def test_a_name_is_like_itself(name: str):
    assert same_words(name, name)
