"""Cutting a sentence where its marks begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.cli.marking import Mark, bracketed, segments

SENTENCE = "Paris backs Rome."


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "Paris backs Rome."),
        ([(0, 5, "actor")], "[Paris: actor] backs Rome."),
        ([(0, 5, "actor"), (0, 5, "said by")], "[Paris: actor, said by] backs Rome."),
        ([(12, 16, "recipient"), (6, 11, "act")], "Paris [backs: act] [Rome: recipient]."),
        ([(0, 11, "actor"), (6, 16, "act")], "[Paris : actor][backs: actor, act][ Rome: act]."),
        ([(-9, -2, "actor"), (40, 44, "recipient")], "Paris backs Rome."),
        ([(-9, 5, "actor")], "[Paris: actor] backs Rome."),
    ],
)
def test_marks(marks: list[tuple[int, int, str]], expected: str):
    made = [Mark(start=start, end=end, label=label) for start, end, label in marks]
    assert bracketed(SENTENCE, made) == expected


marks = st.builds(
    Mark, start=st.integers(-5, 25), end=st.integers(-5, 25), label=st.sampled_from("abc")
)


@given(made=st.lists(marks))
def test_nothing_of_the_sentence_is_lost(made: list[Mark]):
    assert "".join(piece for piece, _ in segments(SENTENCE, made)) == SENTENCE
