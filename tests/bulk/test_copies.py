"""Near copies are found; texts that only tell of the same thing are none."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuquo.bulk.copies import copies_of, signature

AGENCY = """
The foreign ministers of the two countries met in Oslo on Thursday for a third round of talks on
the disputed border, a spokesman for the Norwegian government said. No agreement was reached, but
both sides agreed to keep the truce in place until the end of June and to exchange the prisoners
who were taken in the fighting of March. The opposition in both capitals has criticised the talks,
saying that they reward an aggressor. Observers of the mission counted eleven violations of the
truce last week, fewer than in any week since it was signed. A fourth round is expected in Geneva.
The United Nations welcomed what its envoy called a modest but real step, and asked both armies to
withdraw their heavy weapons from the villages along the river before the harvest begins.
"""
SAME_EVENT = """
A third meeting between the two foreign ministers ended in Oslo without a deal on the border, the
hosts announced. The ceasefire is to hold until late June, and prisoners captured in March will go
home. Critics at home spoke of a reward for aggression. Geneva may host the next round, diplomats
say, while the United Nations envoy saw a small step forward and called for heavy weapons to leave
the villages by the river. Monitors reported fewer violations than in previous weeks.
"""


@pytest.mark.parametrize(
    ("other", "is_copy"),
    [
        (AGENCY, True),
        (AGENCY.upper(), True),
        ("Talks in Oslo end without accord\n" + AGENCY, True),
        (AGENCY.replace("A fourth round is expected in Geneva.", ""), True),
        (SAME_EVENT, False),
        (AGENCY[: len(AGENCY) // 3], False),
        ("", False),
    ],
)
def test_what_is_a_copy(other: str, is_copy: bool) -> None:
    assert copies_of([signature(AGENCY), signature(other)], [None, None]) == [0, int(not is_copy)]


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2019-05-30", "2019-05-30"), [0, 0]),
        (("2019-05-30", "2019-06-02"), [0, 0]),
        (("2019-05-30", "2019-06-03"), [0, 1]),
        (("2019-05-30", None), [0, 0]),
    ],
)
def test_a_copy_appears_within_days(days: tuple[str | None, ...], first: list[int]) -> None:
    assert copies_of([signature(AGENCY)] * 2, list(days)) == first


def test_reports_without_words_are_no_copies() -> None:
    assert copies_of([b"", b"", signature("…")], [None] * 3) == [0, 1, 2]
    assert copies_of([], []) == []


WORDS = [f"word{n}" for n in range(300)]


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    texts=st.integers(1, 6),
    edits=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 12)), max_size=20),
)
def test_copies_point_at_originals(seed: int, texts: int, edits: list[tuple[int, int]]) -> None:
    """Each report names an earlier original that is like it, and originals name themselves."""
    chance = random.Random(seed)
    originals = [chance.choices(WORDS, k=150) for _ in range(texts)]
    drawn = [list(one) for one in originals]
    for which, changes in edits:
        text = list(originals[which % texts])
        for _ in range(changes):
            text[chance.randrange(150)] = "changed"
        drawn.append(text)
    signatures = [signature(" ".join(text)) for text in drawn]
    first = copies_of(signatures, [None] * len(drawn))
    for n, original in enumerate(first):
        assert original <= n
        assert first[original] == original
        values = zip(_values(signatures[n]), _values(signatures[original]), strict=True)
        assert sum(one == other for one, other in values) / 64 >= 0.85
    for n, text in enumerate(drawn):
        if text in drawn[:n]:
            assert first[n] != n


def _values(raw: bytes) -> list[bytes]:
    return [raw[n : n + 4] for n in range(0, len(raw), 4)]
