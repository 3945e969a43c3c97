"""Ratios and the counts they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.evaluation import Confusion, MacroF1, Rates, Share
from statuquo.evaluation.measures import NONE, rates_by_class

PAIRS = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(["A", "B", NONE])))


@st.composite
def rates(draw: st.DrawFn) -> Rates:
    coded, gold = draw(st.integers(0, 50)), draw(st.integers(0, 50))
    return Rates(right=draw(st.integers(0, min(coded, gold))), coded=coded, gold=gold)


@given(rates())
def test_rates_lie_between_nothing_and_all(one: Rates):
    assert 0 <= min(one.precision, one.recall) <= one.f1 <= max(one.precision, one.recall) <= 1


@given(rates())
def test_rates_are_worth_what_their_counts_are(one: Rates):
    if one.right:
        # F1 is also right over the mean of coded and gold; figures have three decimals.
        assert one.f1 == pytest.approx(2 * one.right / (one.coded + one.gold), abs=0.0006)
    else:
        assert one.precision == one.recall == one.f1 == 0


@pytest.mark.parametrize(
    ("share", "value"),
    [
        (Share(right=0, of=0), None),
        (Share(right=0, of=4), 0.0),
        (Share(right=2, of=3), 0.667),
        (Share(right=2, of=3, digits=4), 0.6667),
    ],
)
def test_a_share_of_nothing_is_no_figure(share: Share, value: float | None):
    assert share.value == value


@given(PAIRS)
def test_classes_count_each_pair_once(pairs: list[tuple[str, str]]):
    found = rates_by_class(pairs)
    assert sum(one.gold for one in found.values()) == len(pairs)
    assert sum(one.right for one in found.values()) == sum(a == b for a, b in pairs)


@given(PAIRS)
def test_a_confusion_table_holds_all_pairs(pairs: list[tuple[str, str]]):
    table = Confusion.of(pairs, "ABC")
    assert sum(table.counts.values()) == len(pairs)
    assert sum(n for row in table.to_dict().values() for n in row.values()) == len(pairs)
    assert set(table.rows) == {a for a, _ in pairs}
    assert table.columns == tuple(sorted({b for _, b in pairs}, key=lambda b: (b == NONE, b)))


def test_the_macro_f1_takes_rare_classes_as_seriously_as_common_ones():
    common, rare = [("A", "A")] * 98, [("B", "A")] * 2
    mean = MacroF1(classes=rates_by_class(common + rare))
    assert mean.value == pytest.approx(0.495, abs=0.001)
    assert MacroF1(classes={}).value is None
