"""Highlighting cuts a sentence where its parties and its trigger stand, and loses no letter."""

from hypothesis import given
from hypothesis import strategies as st

from statuquo.events.record import Evidence, Span
from statuquo.web.marks import Mark, pieces, printable, undirected

MARKS: list[Mark] = ["trigger", "actor", "recipient"]


def evidence(text: str, start: int = 0) -> Evidence:
    return Evidence(
        sentence=text, start=start, end=start + len(text), trigger=Span(text="", start=0, end=0)
    )


spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(MARKS)), max_size=6
)


@given(st.text(max_size=40), st.integers(0, 20), spans)
def test_the_pieces_are_the_sentence(
    text: str, start: int, found: list[tuple[int, int, Mark]]
) -> None:
    cut = pieces(evidence(text, start), found)
    assert "".join(piece.text for piece in cut) == printable(text)


@given(st.text(max_size=40), spans)
def test_a_letter_bears_the_first_mark_that_covers_it(
    text: str, found: list[tuple[int, int, Mark]]
) -> None:
    letters = [piece.mark for piece in pieces(evidence(text), found) for _ in piece.text]
    for at, mark in enumerate(letters):
        covering = {name for start, end, name in found if start <= at < end}
        assert mark == next((name for name in MARKS if name in covering), None)


def test_a_party_named_in_another_sentence_is_not_marked_here() -> None:
    assert [p.mark for p in pieces(evidence("They left.", 50), [(3, 9, "actor")])] == [None]


def test_a_sentence_that_was_tidied_is_not_marked_at_the_wrong_words() -> None:
    tidied = Evidence(sentence="ab", start=0, end=9, trigger=Span(text="b", start=8, end=9))
    assert [p.mark for p in pieces(tidied, [(8, 9, "trigger")])] == [None]


def test_controls_and_half_characters_are_never_shown() -> None:
    assert printable("a\0b\x1b[2J\ud800c\td\n") == "a\ufffdb\ufffd[2J\ufffdc\td\n"
    assert undirected("abc\u202egnp\u2069.exe") == "abcgnp.exe"
