"""What counts as right: coded events, written by hand, against gold of each form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.evaluation import Rates, Scores, Share
from statuquo.evaluation.measures import NONE
from statuquo.evaluation.scoring import (
    score_mentions,
    score_records,
    score_relations,
    score_sentences,
)
from statuquo.events import Modality

from .coded import QUADS, event, gold, wanted

AID = "AID Norway NOR -> Haiti HTI"


def scored(wanted_events, coded_events) -> Scores:
    """One sentence scored."""
    return score_sentences(gold("sentences", wanted_events), {"s1": coded_events}, QUADS)


SENTENCES = [
    # gold, coded, right as: triple, type, quad
    ([AID], [AID], (1, 1, 1)),
    ([AID], [], (0, 0, 0)),
    ([], [AID], (0, 0, 0)),
    ([AID], [AID, AID], (1, 1, 1)),  # one gold event answers for one coded one
    ([AID], ["AID Haiti HTI -> Norway NOR"], (0, 1, 1)),  # parties reversed
    ([AID], ["AID Norway NOR -> -"], (0, 1, 1)),  # a party is missing
    (["AID Norway NOR -> -"], [AID], (1, 1, 1)),  # the gold leaves it open
    (["AID - -> Haiti HTI"], [AID], (1, 1, 1)),
    ([AID], ["COOPERATE Norway NOR -> Haiti HTI"], (0, 0, 1)),  # the neighbouring type
    ([AID], ["ASSAULT Norway NOR -> Haiti HTI"], (0, 0, 0)),
    # several parties stand for each pair of them
    ([AID, "AID Norway NOR -> Cuba CUB"], ["AID Norway NOR -> Haiti HTI + Cuba CUB"], (2, 2, 2)),
    (
        ["CONSULT Peru PER -> Cuba CUB", "CONSULT Cuba CUB -> Peru PER"],
        ["CONSULT Peru PER + Cuba CUB -> -"],
        (2, 2, 2),
    ),
    ([AID], ["AID - -> -"], (0, 0, 0)),  # an event without any party is none
]


@pytest.mark.parametrize(("wanted_events", "coded", "right"), SENTENCES)
def test_sentences(wanted_events: list[str], coded: list[str], right: tuple[int, int, int]):
    scores = scored(wanted_events, [event(one, at=n) for n, one in enumerate(coded)])
    assert tuple(scores.measures[name].right for name in ("triple", "type", "quad")) == right


def test_counts_of_gold_and_coded_are_pairs():
    scores = scored([AID], [event("CONSULT Peru PER + Cuba CUB + Chile CHL -> -")])
    assert scores.measures["triple"] == Rates(right=0, coded=6, gold=1)


def test_silence_is_measured_where_the_gold_has_nothing():
    file = gold("sentences", (), (), (AID,))
    scores = score_sentences(file, {"s2": [event(AID)], "s3": []}, QUADS)
    assert scores.measures["silent_where_none"] == Share(right=1, of=2)


def test_modality_is_measured_where_it_is_told_and_the_event_was_found():
    file = gold(
        "sentences",
        [wanted(AID, modality=Modality.DENIED)],
        [wanted(AID, modality=None)],
        [wanted(AID, modality=Modality.HAPPENED)],
        [wanted("AID Peru PER -> Chile CHL")],
    )
    scores = score_sentences(file, {f"s{n}": [event(AID)] for n in range(1, 5)}, QUADS)
    assert scores.measures["modality_right"] == Share(right=1, of=2)
    assert scores.modality.to_dict() == {"happened": {"happened": 1}, "denied": {"happened": 1}}


def test_speakers_are_measured_where_the_gold_has_one():
    file = gold(
        "sentences",
        [wanted(AID, said_by="the minister NOR")],
        [wanted(AID, said_by="the minister NOR")],
        [wanted(AID, said_by="the minister NOR")],
        [wanted(AID)],
    )
    coded = {
        "s1": [event(AID, said_by="Oslo NOR")],
        "s2": [event(AID, said_by="Lima PER")],
        "s3": [event(AID)],
        "s4": [event(AID, said_by="Lima PER")],
    }
    scores = score_sentences(file, coded, QUADS)
    assert scores.measures["speaker_right"] == Share(right=1, of=3)
    assert scores.speakers.to_dict() == {
        "by somebody": {"the same": 1, "another": 1, NONE: 1},
        "by nobody": {"another": 1},
    }


CONFUSIONS = [
    # gold, coded, the table: what a gold event was taken for
    ([AID], ["AGREE Norway NOR -> Haiti HTI"], {"AID": {"AGREE": 1}}),  # the same words
    (
        [wanted(AID, trigger="sent"), wanted("ACCUSE Peru PER -> Chile CHL", trigger="blamed")],
        [
            event("REJECT Peru PER -> Chile CHL", trigger="blamed"),
            event("AGREE Norway NOR -> Haiti HTI", trigger="sent"),
        ],
        {"AID": {"AGREE": 1}, "ACCUSE": {"REJECT": 1}},
    ),
    (
        [wanted(AID, trigger="sent")],
        [event("REJECT Peru PER -> Chile CHL", trigger="blamed")],
        {"AID": {NONE: 1}, NONE: {"REJECT": 1}},
    ),
    ([AID, AID], [AID], {"AID": {"AID": 1, NONE: 1}}),
]


@pytest.mark.parametrize(("wanted_events", "coded", "table"), CONFUSIONS)
def test_confusions(wanted_events, coded, table: dict[str, dict[str, int]]):
    made = [event(one) if isinstance(one, str) else one for one in coded]
    assert scored(wanted_events, made).types.to_dict() == table


def test_faults_say_what_was_coded_and_why():
    scores = scored([AID], [event("AGREE Norway NOR -> Haiti HTI", why="frame agree.send")])
    miss, alarm = scores.faults
    assert (miss.kind, miss.type, miss.id) == ("miss", "AID", "s1")
    assert miss.expected == "AID Norway (NOR) -> Haiti (HTI) [happened]"
    assert (alarm.kind, alarm.type, alarm.expected) == ("false alarm", "AGREE", None)
    assert miss.coded == alarm.coded
    assert alarm.coded[0].event == "AGREE Norway (NOR) -> Haiti (HTI) [happened]"
    assert alarm.coded[0].why == "frame agree.send"


def test_first_faults_are_so_many_of_each_type():
    file = gold("sentences", *[(AID, "PROTEST miners -> -")] * 3)
    found = score_sentences(file, {}, QUADS).first_faults(2)
    assert [(fault.type, fault.id) for fault in found] == [
        ("AID", "s1"), ("AID", "s2"), ("PROTEST", "s1"), ("PROTEST", "s2"),
    ]  # fmt: skip


RECORDS = [
    # gold, coded, type found, parties found
    (AID, [AID], 1, 1),
    (AID, ["ACCUSE Peru PER -> Chile CHL", AID], 1, 1),  # other events are left open
    (AID, ["AID Haiti HTI -> Norway NOR"], 1, 0),
    ("ASSAULT Mali MLI -> rebels", ["ASSAULT rebels -> Mali MLI"], 1, 1),  # either order
    ("AGREE Mali MLI + Niger NER -> -", ["AGREE Niger NER -> Mali MLI"], 1, 1),
    ("PROTEST - -> -", ["PROTEST miners -> -"], 1, 1),  # nobody is asked for
    (AID, ["AGREE Norway NOR -> Haiti HTI"], 0, 0),
    (AID, [], 0, 0),
]


@pytest.mark.parametrize(("wanted_event", "coded", "typed", "whole"), RECORDS)
def test_records(wanted_event: str, coded: list[str], typed: int, whole: int):
    scores = score_records(gold("records", (wanted_event,)), {"s1": [event(one) for one in coded]})
    assert scores.measures["type_recall"] == Share(right=typed, of=1)
    assert scores.measures["triple_recall"] == Share(right=whole, of=1)
    assert scores.measures["coded"] == Share(right=bool(coded), of=1)
    assert len(scores.faults) == 1 - whole


MENTIONS = [
    # gold, coded, type right, type and actor right, coded in all
    (["PROTEST the miners -> -"], ["PROTEST miners -> Lima PER"], 1, 1, 1),
    (["PROTEST the miners -> -"], ["PROTEST bakers -> Lima PER"], 1, 0, 1),
    (["PROTEST - -> -"], ["PROTEST bakers -> -"], 1, 1, 1),
    (["PROTEST the miners -> -"], ["PROTEST bakers + miners -> -"], 1, 1, 1),  # one event
    (["PROTEST the miners -> -"], ["PROTEST - -> -"], 1, 0, 1),
    (
        ["PROTEST the miners -> -", "PROTEST the bakers -> -"],
        ["PROTEST bakers -> -", "PROTEST miners -> -"],
        2, 2, 2,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("wanted_events", "coded", "typed", "whole", "in_all"), MENTIONS)
def test_mentions(wanted_events: list[str], coded: list[str], typed: int, whole: int, in_all: int):
    file = gold("mentions", tuple(wanted_events))
    scores = score_mentions(file, {"s1": [event(one, at=n) for n, one in enumerate(coded)]})
    number = len(wanted_events)
    assert scores.measures["type"] == Rates(right=typed, coded=in_all, gold=number)
    assert scores.measures["type_and_actor"] == Rates(right=whole, coded=in_all, gold=number)


RELATIONS = [
    # gold type, coded, taken for
    ("AID", AID, "AID"),
    ("YIELD", "CONCEDE Mali MLI -> rebels", "YIELD"),
    ("YIELD", "RETREAT Mali MLI -> rebels", "YIELD"),
    ("YIELD", AID, "AID"),
    ("AID", None, NONE),
]


@pytest.mark.parametrize(("kind", "coded", "taken_for"), RELATIONS)
def test_relations(kind: str, coded: str | None, taken_for: str):
    file = gold("relations", (f"{kind} one -> other",))
    scores = score_relations(file, [event(coded) if coded else None], QUADS)
    assert scores.types.to_dict() == {kind: {taken_for: 1}}
    assert scores.measures["accuracy"].right == (kind == taken_for)
    assert scores.measures["answered"].right == (coded is not None)
    assert len(scores.faults) == (kind != taken_for)


def test_a_wrong_type_of_the_right_quad_class_is_half_right():
    file = gold("relations", ("AID one -> other",))
    scores = score_relations(file, [event("COOPERATE one -> other")], QUADS)
    assert scores.measures["macro_f1"].value == 0
    assert scores.measures["quad_macro_f1"].value == 1


TOLD = st.sampled_from(
    [AID, "ACCUSE Peru PER -> Chile CHL", "ASSAULT rebels -> Mali MLI", "PROTEST miners -> -"]
)


@given(st.lists(st.lists(TOLD, max_size=4), min_size=1, max_size=4))
def test_a_coder_that_finds_what_the_gold_has_is_right(told: list[list[str]]):
    file = gold("sentences", *(tuple(one) for one in told))
    coded = {f"s{n}": [event(e) for e in one] for n, one in enumerate(told, start=1)}
    scores = score_sentences(file, coded, QUADS)
    assert not scores.faults
    for name in ("triple", "type", "quad"):
        assert scores.measures[name].right == scores.measures[name].gold == sum(map(len, told))


@given(st.lists(TOLD, max_size=5), st.lists(TOLD, max_size=5))
def test_every_miss_and_every_false_alarm_is_a_fault(in_gold: list[str], coded: list[str]):
    scores = scored(tuple(in_gold), [event(one) for one in coded])
    triple, typed = scores.measures["triple"], scores.measures["type"]
    kinds = [fault.kind for fault in scores.faults]
    assert kinds.count("miss") == triple.gold - triple.right
    assert kinds.count("false alarm") == triple.coded - triple.right
    assert triple.right <= typed.right <= scores.measures["quad"].right
    assert sum(row["type"].right for row in scores.by_type.values()) == typed.right
    assert sum(row["triple"].right for row in scores.by_type.values()) == triple.right


@given(st.lists(TOLD, max_size=5), st.lists(TOLD, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_coded_events_changes_no_figure(in_gold, coded, random):
    mixed = random.sample(coded, len(coded))
    one, other = (scored(tuple(in_gold), [event(e) for e in some]) for some in (coded, mixed))
    assert one.measures == other.measures
