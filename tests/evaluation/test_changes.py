"""What two codings of one report differ in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.evaluation import compare
from statuquo.events import Modality

from .coded import event

AID = "AID Norway NOR -> Haiti HTI"
ACCUSE = "ACCUSE Peru PER -> Chile CHL"

CHANGES = [
    # before, after, what changed
    ([event(AID)], [event(AID)], []),
    ([], [event(AID)], [("gained", ())]),
    ([event(AID)], [], [("lost", ())]),
    ([event(AID)], [event("AGREE Norway NOR -> Haiti HTI")], [("recoded", ("type", "act"))]),
    ([event(AID)], [event(AID, modality=Modality.DENIED)], [("recoded", ("modality",))]),
    ([event(AID)], [event(AID, said_by="Lima PER")], [("recoded", ("attribution",))]),
    ([event(AID)], [event("AID Norway NOR -> Cuba CUB")], [("recoded", ("recipients",))]),
    # the same type in the same sentence is the same event, told by other words
    ([event(AID, trigger="sent")], [event(AID, trigger="shipped")], [("recoded", ("trigger",))]),
    # … and so are the same parties
    (
        [event(AID, trigger="sent")],
        [
            replace(
                event("AGREE Norway NOR -> Haiti HTI"), evidence=event(AID, trigger="lent").evidence
            )
        ],
        [("recoded", ("type", "act", "trigger"))],
    ),
    # another sentence is another event
    ([event(AID)], [event(AID, at=40)], [("lost", ()), ("gained", ())]),
    # what does not make a coding
    ([event(AID)], [replace(event(AID), why="another frame", confidence=0.5, contexts=("x",))], []),
    # one of two like events
    ([event(AID), event(AID)], [event(AID)], [("lost", ())]),
]


@pytest.mark.parametrize(("before", "after", "changes"), CHANGES)
def test_changes(before, after, changes):
    found = compare(before, after)
    assert [(change.kind, change.differs_in) for change in found] == changes


def test_a_change_as_json_shows_both_rules():
    [change] = compare([event(AID, why="old")], [event("AGREE Norway NOR -> Haiti HTI", why="new")])
    told = change.to_dict()
    assert told["before"] == {"event": "AID Norway (NOR) -> Haiti (HTI) [happened]", "why": "old"}
    assert told["after"]["why"] == "new"
    assert told["sentence"] == "Somebody did something."


EVENTS = st.lists(
    st.builds(
        event,
        st.sampled_from([AID, ACCUSE, "AID Norway NOR -> -"]),
        at=st.sampled_from([0, 40]),
        trigger=st.sampled_from(["did", "sent"]),
        modality=st.sampled_from([Modality.HAPPENED, Modality.DENIED]),
    ),
    max_size=6,
)


@given(EVENTS)
def test_nothing_differs_from_itself(events):
    assert compare(events, events) == ()
    assert compare(events, list(reversed(events))) == ()


@given(EVENTS, EVENTS)
def test_gains_and_losses_account_for_all(before, after):
    kinds = [change.kind for change in compare(before, after)]
    assert len(before) - kinds.count("lost") == len(after) - kinds.count("gained")


@given(EVENTS, EVENTS)
def test_back_is_the_reverse_of_forth(before, after):
    forth, back = compare(before, after), compare(after, before)
    turned = {"gained": "lost", "lost": "gained", "recoded": "recoded"}
    assert sorted(turned[one.kind] for one in forth) == sorted(one.kind for one in back)
