"""Two spellings, one name; two names, two persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.crisis.names import same_person, slips, spelling_in

ONE_PERSON = [
    ("letters swapped", "Sergueï Melnikov", "Melnikvo"),
    ("accent dropped", "Juan Guaidó", "Juan Guaido"),
    ("initial", "J. Bolton", "John Bolton"),
    ("surname alone", "Delcy Rodríguez", "Rodríguez"),
    ("given name misspelt", "Vladimir Padrino", "Vladimirr Padrino"),
    ("particle", "Luis de Guindos", "Luis Guindos"),
    ("letter dropped from a long name", "Kassym-Jomart Tokaïev", "Tokaev"),
]
TWO_PERSONS = [
    ("brothers", "Raúl Castro", "Fidel Castro"),
    ("short names that differ by a letter", "Kim", "Kin"),
    ("other surname", "Juan Guaidó", "Juan Guerra"),
    ("given names of one initial", "Jorge Rodríguez", "Juana Rodríguez"),
    ("no name at all", "", "Juan Guaidó"),
]


@pytest.mark.parametrize(("case", "left", "right"), ONE_PERSON)
def test_spellings_of_one_person(case: str, left: str, right: str) -> None:
    assert same_person(left, right), case
    assert same_person(right, left), case


@pytest.mark.parametrize(("case", "left", "right"), TWO_PERSONS)
def test_two_persons_stay_two(case: str, left: str, right: str) -> None:
    assert not same_person(left, right), case
    assert not same_person(right, left), case


@pytest.mark.parametrize(
    ("mention", "name", "spelling"),
    [
        ("l’ambassadeur Melnikvo", "Sergueï Melnikov", "Melnikvo"),
        ("Mr. John Bolton, the adviser", "John Bolton", "John Bolton"),
        ("el presidente", "Nicolás Maduro", None),
        ("", "Nicolás Maduro", None),
    ],
)
def test_a_mention_is_reduced_to_the_name_in_it(
    mention: str, name: str, spelling: str | None
) -> None:
    assert spelling_in(mention, name) == spelling


letters = st.text("abcé", max_size=7)


@given(letters, letters)
def test_slips_do_not_depend_on_the_side(left: str, right: str) -> None:
    assert slips(left, right) == slips(right, left)


@given(letters, st.integers(0, 6), st.sampled_from("xyz"))
def test_one_letter_added_is_one_slip(word: str, place: int, letter: str) -> None:
    assert slips(word, word[:place] + letter + word[place:]) == 1


@given(letters)
def test_neighbours_swapped_are_one_slip(word: str) -> None:
    spelt = f"{word}xy{word}"
    assert slips(spelt, f"{word}yx{word}") == 1
