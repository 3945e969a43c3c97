"""Who will do what to whom: scores rank what is likely, explain themselves, and know no future."""

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outlook.worlds import START, habits
from statuquo.errors import InputError
from statuquo.outlook import Fact, LinkForecaster

FEW = [
    (1, "Ana", "visits", "Bo"),
    (2, "Ana", "visits", "Bo"),
    (2, "Ana", "accuses", "Cy"),
    (3, "Dee", "visits", "Cy"),
]
HABITS = habits()


@pytest.fixture(scope="module")
def learned() -> LinkForecaster:
    return LinkForecaster().fit(fact for fact in HABITS if fact[0] <= 140)


def best(scores: dict) -> object:
    return max(scores, key=scores.get)


@pytest.mark.parametrize(
    ("actor", "relation", "first"),
    [("Ana", "visits", "Bo"), ("Ana", "accuses", "Cy"), ("Dee", "visits", "Cy")],
)
def test_with_few_facts_the_past_repeats_itself(actor: str, relation: str, first: str):
    assert best(LinkForecaster().fit(FEW).recipients(actor, relation, 4)) == first


def test_actors_are_asked_the_other_way_round():
    outlook = LinkForecaster().fit(FEW)
    assert best(outlook.actors("Bo", "visits", 4)) == "Ana"
    assert best(outlook.actors("Cy", "visits", 4)) == "Dee"


def test_every_entity_has_a_finite_score():
    scores = LinkForecaster().fit(FEW).recipients("Ana", "visits", 4)
    assert set(scores) == {"Ana", "Bo", "Cy", "Dee"}
    assert all(math.isfinite(score) for score in scores.values())


@pytest.mark.parametrize(("actor", "relation"), [("Nobody", "visits"), ("Ana", "kisses")])
def test_who_and_what_was_never_met_is_ranked_by_the_rest(actor: str, relation: str):
    assert len(LinkForecaster().fit(FEW).recipients(actor, relation, 4)) == 4


def test_without_facts_there_is_nobody():
    assert LinkForecaster().fit([]).recipients("Ana", "visits", 1) == {}


def test_facts_before_any_fit_can_be_observed():
    outlook = LinkForecaster().observe(FEW)
    assert outlook.recipients("Ana", "visits", 4) == LinkForecaster().fit(FEW).recipients(
        "Ana", "visits", 4
    )


def test_the_day_itself_is_not_looked_at():
    outlook = LinkForecaster().fit(FEW)
    before = outlook.recipients("Ana", "visits", 3)
    outlook.observe([(3, "Ana", "visits", "Cy")])
    assert outlook.recipients("Ana", "visits", 3) == before
    assert outlook.recipients("Ana", "visits", 4)["Cy"] > before["Cy"]


def test_dates_and_numbers_of_days_give_the_same():
    def dated(facts: list) -> list:
        return [(date.fromordinal(START.toordinal() + day), *rest) for day, *rest in facts]

    by_number = LinkForecaster().fit(FEW).recipients("Ana", "visits", 4)
    day = date.fromordinal(START.toordinal() + 4)
    outlook = LinkForecaster().fit(dated(FEW))
    assert outlook.recipients("Ana", "visits", day) == by_number
    told = outlook.explain("Ana", "visits", "Bo", day).terms
    assert {event.day for term in told for event in term.events} <= {fact[0] for fact in dated(FEW)}


def test_what_is_learned_beats_the_plain_repetition(learned: LinkForecaster):
    """Measured on days after the fit, observing each day after it was asked for."""
    assert learned.learned
    ours, plain = [], []
    outlook = LinkForecaster().fit(fact for fact in HABITS if fact[0] <= 140)
    for day in range(141, 161):
        today = [fact for fact in HABITS if fact[0] == day]
        for _, actor, relation, recipient in today:
            scores = outlook.recipients(actor, relation, day)
            counts = {
                one: sum(fact[1:] == (actor, relation, one) for fact in HABITS if fact[0] < day)
                for one in scores
            }
            ours.append(1 / place(scores, recipient))
            plain.append(1 / place(counts, recipient))
        outlook.observe(today)
    assert sum(ours) > 1.05 * sum(plain)


def place(scores: dict, one: object) -> float:
    """The expected rank, ties in random order."""
    above = sum(score > scores[one] for score in scores.values())
    return above + (sum(score == scores[one] for score in scores.values()) + 1) / 2


def test_it_learns_what_follows_what(learned: LinkForecaster):
    outlook = LinkForecaster().fit(fact for fact in HABITS if fact[0] <= 140)
    outlook.observe([(158, "Bank (A)", "threatens", "Farm (D)")])
    scores = outlook.recipients("Bank (A)", "attacks", 161)
    assert best(scores) == "Farm (D)"
    told = outlook.explain("Bank (A)", "attacks", "Farm (D)", 161)
    rule = next(term for term in told.terms if term.name == "what follows what")
    assert Fact(158, "Bank (A)", "threatens", "Farm (D)") in rule.events


@pytest.mark.parametrize("asked", ["recipient", "actor"])
def test_the_terms_add_up_to_the_score(learned: LinkForecaster, asked: str):
    for actor, recipient in (("Army (A)", "Police (A)"), ("Press (C)", "Club (D)")):
        told = learned.explain(actor, "meets", recipient, 141, asked=asked)
        if asked == "recipient":
            score = learned.recipients(actor, "meets", 141)[recipient]
        else:
            score = learned.actors(recipient, "meets", 141)[actor]
        assert told.score == pytest.approx(score, abs=1e-3)
        assert sum(term.value for term in told.terms) == pytest.approx(told.score)


def test_events_behind_a_term_came_before_the_day(learned: LinkForecaster):
    told = learned.explain("Army (A)", "meets", "Police (A)", 100)
    events = [event for term in told.terms for event in term.events]
    assert events
    assert all(event.day < 100 for event in events)
    known = {fact for fact in HABITS if fact[0] < 100}
    assert {(e.day, e.actor, e.relation, e.recipient) for e in events} <= known


def test_one_who_was_never_met_cannot_be_explained():
    with pytest.raises(InputError, match="'Zoe' is in no event so far"):
        LinkForecaster().fit(FEW).explain("Ana", "visits", "Zoe", 4)


def test_observing_is_fitting_the_union_where_nothing_is_learned():
    facts = HABITS[:40]
    both = LinkForecaster().fit(facts)
    one_by_one = LinkForecaster().fit(facts[:39])
    one_by_one.observe(facts[39:])
    day = facts[-1][0] + 9
    asked = facts[0][1], facts[0][2], day
    assert one_by_one.recipients(*asked) == pytest.approx(both.recipients(*asked))


def test_the_same_facts_in_any_order_give_the_same(learned: LinkForecaster):
    again = LinkForecaster().fit(reversed([fact for fact in HABITS if fact[0] <= 140]))
    assert again.recipients("Army (A)", "meets", 141) == learned.recipients(
        "Army (A)", "meets", 141
    )


later = st.lists(
    st.tuples(
        st.integers(100, 200),
        st.sampled_from(["Army (A)", "Press (B)", "Newcomer (Z)"]),
        st.sampled_from(["meets", "greets"]),
        st.sampled_from(["Police (A)", "Stranger"]),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(later)
def test_what_comes_later_never_changes_an_earlier_forecast(facts: list):
    outlook = LinkForecaster().fit(fact for fact in HABITS if fact[0] <= 60)
    asked = [("Army (A)", "meets", 100), ("Press (B)", "visits", 61)]
    before = [outlook.recipients(*question) for question in asked]
    outlook.observe(facts)
    for question, scores in zip(asked, before, strict=True):
        after = outlook.recipients(*question)
        assert {one: after[one] for one in scores} == pytest.approx(scores, abs=1e-5)


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ([(1, "Ana", "visits")], "event 0 is .*; an event is four values"),
        ([("tomorrow", "Ana", "visits", "Bo")], "'tomorrow' is no day"),
        (
            [(1, "Ana", "visits", "Bo"), (START, "Ana", "visits", "Bo")],
            "numbers or dates, not both",
        ),
        ([7], "event 0 is 7"),
    ],
)
def test_what_is_no_event_is_told(events: list, message: str):
    with pytest.raises(InputError, match=message):
        LinkForecaster().fit(events)


def test_the_kind_of_days_may_not_change():
    with pytest.raises(InputError, match="of the kind that fit was given"):
        LinkForecaster().fit(FEW).observe([(START, "Ana", "visits", "Bo")])
