"""How probable conflict is: from the dyad's own past, moved by evidence that earned its place."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outlook.worlds import START, quarrels
from statuquo.errors import InputError
from statuquo.outlook import DyadForecaster
from statuquo.outlook.panel import Panel

WAR = "material-conflict"


@pytest.fixture(scope="module")
def learned() -> DyadForecaster:
    return DyadForecaster(horizon=7).fit(fact for fact in quarrels() if fact[0] <= 230)


@pytest.mark.parametrize("quad", [WAR, "MCONF", "Material Conflict", 4, "4"])
def test_a_quad_class_may_have_any_of_its_names(quad: object):
    outlook = DyadForecaster().fit([(1, "A", "B", quad), (30, "A", "B", quad)])
    assert outlook.explain("A", "B", 30).hits > 0


def test_windows_are_counted_by_hand():
    """Conflict on day 5 of days 1 to 10, windows of three days: those that begin after day 2, 3 and 4
    hold it; eight windows (after day 0 to 7) are over by day 10, three windows' length each."""
    panel = Panel(lambda _: (None, None))
    panel.add([(1, "A", "B", 0), (5, "A", "B", 3), (10, "A", "B", 0)])
    hits, windows = panel.windows(("A", "B"), np.array([3, 5, 10]), 3, 1)
    assert windows.tolist() == [1, 3, 8]
    assert hits.tolist() == [0, 1, 3]


def test_without_enough_to_learn_from_the_climatology_stands():
    outlook = DyadForecaster().fit([(1, "A", "B", WAR), (2, "C", "D", 1), (30, "C", "D", 1)])
    told = outlook.explain("A", "B", 30)
    assert not outlook.learned
    assert not told.offsets
    assert told.only_past
    assert told.probability == pytest.approx(told.climatology)


@pytest.mark.parametrize("horizon", [7, 28])
def test_probabilities_lie_between_0_and_1_and_grow_with_the_past(horizon: int):
    events = [(day, "A", "B", WAR) for day in range(1, 120, 10)] + [(60, "C", "D", WAR)]
    outlook = DyadForecaster(horizon).fit(events)
    p = [outlook.probability(*pair, 120) for pair in (("B", "A"), ("C", "D"), ("A", "B"))]
    assert 0 < p[0] < p[1] < p[2] < 1


def test_who_was_never_met_has_a_probability_too():
    assert 0 < DyadForecaster().fit([(1, "A", "B", 1)]).probability("X", "Y", 5) < 1
    assert 0 < DyadForecaster().fit([]).probability("X", "Y", 5) < 1


def test_evidence_earns_its_place_and_moves_the_forecast(learned: DyadForecaster):
    assert "verbal conflict both ways" in learned.evidence
    calm = learned.probability("L0", "L1", 230)
    outlook = DyadForecaster().fit(fact for fact in quarrels() if fact[0] <= 230)
    outlook.observe([(231, "L0", "L1", "verbal-conflict"), (231, "L0", "L1", "verbal-conflict")])
    assert outlook.probability("L0", "L1", 231) > calm


def test_evidence_that_means_nothing_does_not_earn_a_place():
    """Conflict comes by dice alone, so that its past is all there is to know."""
    chance = np.random.default_rng(3)
    pairs = [(f"L{one}", f"L{other}") for one in range(6) for other in range(6) if one != other]
    heat = {pair: 0.15 * chance.random() for pair in pairs}
    events = [
        (day, *pair, WAR if chance.random() < heat[pair] else "verbal-cooperation")
        for day in range(240)
        for pair in pairs
        if chance.random() < 0.5
    ]
    outlook = DyadForecaster().fit(events)
    moved = [
        abs(sum(offset.value for offset in outlook.explain(*pair, 239).offsets)) for pair in pairs
    ]
    assert np.mean(moved) < 0.25


def test_it_is_better_than_the_climatology_where_there_is_something_to_know(
    learned: DyadForecaster,
):
    facts = quarrels()
    outlook = DyadForecaster().fit(fact for fact in facts if fact[0] <= 230)
    ours, climate, seen = [], [], 230
    for origin in range(230, 293, 7):
        outlook.observe(fact for fact in facts if seen < fact[0] <= origin)
        seen = origin
        came = {fact[1:3] for fact in facts if origin < fact[0] <= origin + 7 and fact[3] == WAR}
        for pair in {fact[1:3] for fact in facts}:
            told = outlook.explain(*pair, origin)
            ours.append((told.probability - (pair in came)) ** 2)
            climate.append((told.climatology - (pair in came)) ** 2)
    assert np.mean(ours) < 0.98 * np.mean(climate)


def test_the_parts_add_up_to_the_log_odds(learned: DyadForecaster):
    told = learned.explain("L2", "L3", 230)
    odds = told.base + sum(offset.value for offset in told.offsets)
    assert told.probability == pytest.approx(1 / (1 + np.exp(-odds)))
    assert {offset.name for offset in told.offsets} == set(learned.evidence)
    assert all(abs(offset.value) <= 1.5 for offset in told.offsets)


def test_observing_changes_what_is_known_and_not_what_was_learned(learned: DyadForecaster):
    facts = quarrels()
    whole = DyadForecaster().fit(fact for fact in facts if fact[0] <= 60)
    parts = DyadForecaster().fit(fact for fact in facts if fact[0] <= 60)
    late = [fact for fact in facts if 60 < fact[0] <= 80]
    whole.observe(late)
    for fact in reversed(late):
        parts.observe([fact])
    for pair in (("L0", "L1"), ("L4", "L2")):
        assert parts.probability(*pair, 80) == whole.probability(*pair, 80)


def test_dates_and_numbers_of_days_give_the_same(learned: DyadForecaster):
    dated = DyadForecaster().fit(
        fact for fact in quarrels(dated=True) if fact[0] <= START + timedelta(230)
    )
    assert dated.probability("L0", "L1", START + timedelta(230)) == pytest.approx(
        learned.probability("L0", "L1", 230)
    )
    assert dated.probability("L0", "L1", (START + timedelta(230)).isoformat()) == pytest.approx(
        learned.probability("L0", "L1", 230)
    )


later = st.lists(
    st.tuples(
        st.integers(201, 260),
        st.sampled_from(["L0", "L1", "Z"]),
        st.sampled_from(["L1", "L2", "Z"]),
        st.sampled_from([WAR, "verbal-conflict"]),
    ),
    max_size=10,
)
EARLY = DyadForecaster().fit([fact for fact in quarrels() if fact[0] <= 200])
ASKED = [("L0", "L1", 200), ("L1", "L2", 150), ("Z", "L1", 200)]
BEFORE = [EARLY.probability(*question) for question in ASKED]


@settings(max_examples=40, deadline=None)
@given(later)
def test_what_comes_later_never_changes_an_earlier_forecast(facts: list):
    """Facts pile up over the examples, all of them later than what is asked."""
    EARLY.observe(facts)
    assert [EARLY.probability(*question) for question in ASKED] == BEFORE


@pytest.mark.parametrize(
    ("event", "message"),
    [
        ((1, "A", "B", "war"), "'war' is no quad class; give one of verbal-cooperation"),
        ((1, "A", "B"), "an event is four values"),
        (("soon", "A", "B", WAR), "'soon' is no day"),
        ((True, "A", "B", WAR), "True is no day"),
    ],
)
def test_what_is_no_event_is_told(event: tuple, message: str):
    with pytest.raises(InputError, match=message):
        DyadForecaster().fit([event])


def test_a_horizon_is_one_day_or_more():
    with pytest.raises(InputError, match="a horizon of 0 days is none"):
        DyadForecaster(horizon=0)


def test_the_kind_of_days_may_not_change():
    with pytest.raises(InputError, match="of the kind that fit was given"):
        DyadForecaster().fit([(1, "A", "B", WAR)]).observe([(date(2020, 1, 1), "A", "B", WAR)])


@pytest.mark.parametrize("number", range(1, 16))
@pytest.mark.parametrize("apart", [1, 14, 40])
def test_a_short_past_is_no_fault(number: int, apart: int):
    facts = [(day * apart, "A", "B", WAR) for day in range(number)]
    assert 0 < DyadForecaster().fit(facts).probability("A", "B", number * apart) < 1
