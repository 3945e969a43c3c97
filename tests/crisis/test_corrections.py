"""Corrections hold over any coding of the report, give way without trace, and are never lost."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis.pages import Page, who
from statuquo.crisis import build
from statuquo.crisis.amending import Named, Said, Signed, add, change, mark_wrong
from statuquo.crisis.corrections import Correction, as_coded, corrected, settle, withdrawn
from statuquo.errors import InputError
from statuquo.events.ontology import Ontology
from statuquo.events.record import CodedReport, Event, EventType, Modality

ONTOLOGY = Ontology.load()
NOON = Signed(at="2026-11-22T12:00:00Z", by="Ana", note="read again")
KEN, UGA, TZA = who("Kenya", "KEN"), who("Uganda", "UGA"), who("Tanzania", "TZA")
SHELLED = "Kenya shelled Uganda and Tanzania."
PRAISED = "Uganda praised Tanzania for its patience."
CALM = "Lake Victoria lay calm."


def page() -> CodedReport:
    """Two events at one word, one elsewhere, and a sentence that holds none."""
    made = Page("r1", date="2020-02-01")
    made.event(SHELLED, "shelled", "ASSAULT", [KEN], [UGA])
    made.event(SHELLED, "shelled", "ASSAULT", [KEN], [TZA])
    made.event(PRAISED, "praised", "SUPPORT", [UGA], [TZA])
    made.sentence(CALM)
    return made.done()


def said(
    type_: str, actor: str = "KEN", recipient: str = "UGA", modality: str = "happened"
) -> Said:
    return Said(
        type=EventType(type_),
        modality=Modality(modality),
        actors=(Named(name="", code=actor, sector="GOV"),),
        recipients=(Named(name="", code=recipient, sector="GOV"),),
    )


def changed(coded: CodedReport, event: Event, to: Said, signed: Signed = NOON) -> Correction:
    return change(coded, event, to, signed, ONTOLOGY)


def missed(coded: CodedReport, sentence: str, words: str, what: Said) -> Correction:
    start = coded.text.index(sentence)
    return add(coded, (start, start + len(sentence)), words, what, NOON, ONTOLOGY)


def told(coded: CodedReport) -> list[tuple[str, str, str]]:
    return [
        (str(e.type), e.actors[0].country or "", e.recipients[0].country or "")
        for e in coded.events
    ]


def test_a_wrong_event_is_gone_and_still_known() -> None:
    coded = page()
    shown, (outcome,) = settle(coded, [mark_wrong(coded, coded.events[0], NOON)])
    assert told(shown) == [("ASSAULT", "KEN", "TZA"), ("SUPPORT", "UGA", "TZA")]
    assert withdrawn(shown) == coded.events[:1]
    assert outcome.state == "applied"
    assert outcome.event
    assert outcome.event.correction
    assert outcome.event.correction.kind == "wrong"


def test_a_changed_event_says_so_and_keeps_what_the_coder_said() -> None:
    coded = page()
    shown = corrected(coded, [changed(coded, coded.events[2], said("ACCUSE", "UGA", "KEN"))])
    event = shown.events[2]
    assert (event.type, event.quad, event.score, event.confidence) == (
        EventType.ACCUSE, ONTOLOGY.types[EventType.ACCUSE].quad,
        ONTOLOGY.score(EventType.ACCUSE, None), 1.0,
    )  # fmt: skip
    assert (event.id, event.evidence) == (coded.events[2].id, coded.events[2].evidence)
    mark = event.correction
    assert mark
    assert (mark.by, mark.note, mark.at) == (NOON.by, NOON.note, NOON.at)
    assert mark.coded
    assert mark.coded.type is EventType.SUPPORT
    assert Event.from_dict(event.to_dict()) == event


def test_the_modality_rule_keeps_the_act_where_it_can() -> None:
    coded = page()
    promised = changed(coded, coded.events[2], said("AGREE", "UGA", "TZA", "intended"))
    threat = changed(coded, coded.events[0], said("THREATEN", modality="intended"))
    assert promised.right
    assert threat.right
    assert threat.right.act is EventType.ASSAULT
    assert promised.right.act is EventType.SUPPORT


def test_a_missed_event_stands_in_its_place() -> None:
    coded = page()
    shown = corrected(coded, [missed(coded, CALM, "lay CALM", said("CONSULT"))])
    event = shown.events[-1]
    assert event.correction
    assert (event.correction.kind, event.correction.coded) == ("added", None)
    assert event.evidence.sentence == CALM
    assert coded.text[event.evidence.trigger.start : event.evidence.trigger.end] == "lay calm"
    assert (event.date, event.report_id) == ("2020-02-01", "r1")
    assert [story.head.type for story in build([shown]).stories].count(EventType.CONSULT) == 1


def test_parties_are_found_by_their_names() -> None:
    coded = page()
    what = Said(
        type=EventType.CONSULT,
        actors=(Named(name="lake victoria"), Named(name="UNHCR", code="uno", sector="igo")),
        recipients=(Named(name="Ouganda", code="UGA", sector="GOV"),),
    )
    event = corrected(coded, [missed(coded, CALM, "calm", what)]).events[-1]
    lake, unhcr = event.actors
    assert (lake.text, coded.text[lake.start : lake.end]) == ("Lake Victoria", "Lake Victoria")
    assert (unhcr.text, unhcr.start, unhcr.end) == ("UNHCR", lake.start, lake.start)
    assert (unhcr.country, unhcr.sector) == ("UNO", "IGO")
    (uganda,) = event.recipients
    assert (uganda.name, uganda.entity_id) == ("Uganda", "country:UGA")


class TestRecoding:
    """A newer lexicon gives the events other ids, and some of them another reading."""

    def recoded(self, **changes: object) -> CodedReport:
        coded = page()
        events = [replace(e, id=f"{e.id}-new", version="next") for e in coded.events]
        events[2] = replace(events[2], **changes)  # type: ignore[arg-type]
        return replace(coded, events=tuple(events))

    def test_other_ids_change_nothing(self) -> None:
        old = page()
        corrections = [
            mark_wrong(old, old.events[1], NOON),
            changed(old, old.events[2], said("ACCUSE")),
            missed(old, CALM, "lay", said("CONSULT")),
        ]
        shown, outcomes = settle(self.recoded(), corrections)
        assert told(shown) == told(corrected(old, corrections))
        assert {one.state for one in outcomes} == {"applied"}

    def test_another_type_or_other_words_are_still_the_same_event(self) -> None:
        old = page()
        correction = changed(old, old.events[2], said("ACCUSE", "UGA", "TZA"))
        assert told(corrected(self.recoded(type=EventType.CONSULT), [correction]))[2] == (
            "ACCUSE", "UGA", "TZA",
        )  # fmt: skip
        evidence = old.events[2].evidence
        longer = replace(evidence, trigger=replace(evidence.trigger, end=evidence.trigger.end + 9))
        assert told(corrected(self.recoded(evidence=longer), [correction]))[2][0] == "ACCUSE"

    def test_what_the_coder_now_says_itself_is_agreed(self) -> None:
        old = page()
        correction = changed(old, old.events[2], said("ACCUSE", "UGA", "TZA"))
        mended = corrected(old, [correction]).events[2]
        right = self.recoded(type=mended.type, quad=mended.quad, score=mended.score)
        shown, (outcome,) = settle(right, [correction])
        assert shown == right
        assert outcome.state == "agreed"

    def test_a_missed_event_that_is_found_by_now_is_not_doubled(self) -> None:
        silent = replace(page(), events=page().events[:2])
        correction = missed(silent, PRAISED, "praised", said("SUPPORT", "UGA", "TZA"))
        shown, (outcome,) = settle(page(), [correction])
        assert (shown, outcome.state) == (page(), "agreed")

    def test_an_event_that_was_let_stand_is_never_taken_for_the_wrong_one(self) -> None:
        old = page()
        correction = mark_wrong(old, old.events[0], NOON)
        mended = replace(old, events=old.events[1:])
        shown, (outcome,) = settle(mended, [correction])
        assert shown == mended
        assert outcome.state == "unfound"

    def test_what_finds_no_event_is_told_and_not_lost(self) -> None:
        old = page()
        corrections = [
            changed(old, old.events[2], said("ACCUSE", "UGA", "KEN")),
            missed(old, CALM, "lay", said("CONSULT")),
        ]
        other = Page("r1").event("Nothing of it is left.", "left", "RETREAT", [KEN])
        gone = replace(old, text="Nothing of it is left.", events=(other,))
        shown, outcomes = settle(gone, corrections)
        assert shown == gone
        assert [one.state for one in outcomes] == ["unfound", "unfound"]

    def test_a_mended_text_moves_them(self) -> None:
        old = page()
        corrections = [
            mark_wrong(old, old.events[0], NOON),
            missed(old, CALM, "lay", said("CONSULT")),
        ]
        head = "Correction: an earlier version had the date wrong.\n"
        again = Page("r1", date="2020-02-01")
        again.sentence(head.strip())
        again.event(SHELLED, "shelled", "ASSAULT", [KEN], [UGA])
        again.sentence(CALM)
        moved = again.done()
        shown = corrected(moved, corrections)
        assert told(shown) == [("CONSULT", "KEN", "UGA")]
        trigger = shown.events[0].evidence.trigger
        assert moved.text[trigger.start : trigger.end] == "lay"


class TestUndoing:
    def test_undone_ones_count_for_nothing(self) -> None:
        coded = page()
        correction = replace(mark_wrong(coded, coded.events[0], NOON), undone="2026-11-23")
        shown, (outcome,) = settle(coded, [correction])
        assert (shown, outcome.state) == (coded, "undone")

    def test_a_second_word_takes_the_place_of_the_first(self) -> None:
        coded = page()
        first = changed(coded, coded.events[2], said("ACCUSE", "UGA", "TZA"))
        shown = corrected(coded, [first])
        second = changed(shown, shown.events[2], said("REQUEST", "UGA", "TZA"))
        assert second.replaces(first)
        assert second.coded == first.coded
        extra = missed(coded, CALM, "lay", said("CONSULT"))
        with_extra = corrected(coded, [extra])
        other = changed(with_extra, with_extra.events[-1], said("AID"))
        assert other.kind == "added"
        assert other.replaces(extra)
        assert not other.replaces(first)
        with pytest.raises(InputError, match="take that correction back"):
            mark_wrong(with_extra, with_extra.events[-1], NOON)


CODES = st.sampled_from(["KEN", "UGA", "TZA", "UNO"])
SAID = st.builds(
    said, st.sampled_from([str(one) for one in EventType]), CODES, CODES,
    st.sampled_from([str(one) for one in Modality]),
)  # fmt: skip
WORDS = st.sampled_from(
    [(CALM, "lay"), (CALM, "calm"), (PRAISED, "patience"), (SHELLED, "shelled")]
)


@st.composite
def some_corrections(draw: st.DrawFn) -> list[Correction]:
    """What a person may say of the page: at most one thing of each event, and any it misses."""
    coded = page()
    made: dict[str, Correction] = {}
    for event in draw(st.lists(st.sampled_from(coded.events), unique_by=lambda e: e.id)):
        what = draw(SAID)
        one = mark_wrong(coded, event, NOON)
        if draw(st.booleans()):
            try:
                one = changed(coded, event, what)
            except InputError:
                continue
        made[one.id] = one
    for (sentence, words), what in draw(st.lists(st.tuples(WORDS, SAID), max_size=2)):
        one = missed(coded, sentence, words, what)
        made[one.id] = one
    return list(made.values())


@settings(max_examples=80, deadline=None)
@given(made=some_corrections())
def test_applying_twice_is_applying_once_and_undoing_gives_back_what_was(
    made: list[Correction],
) -> None:
    once = corrected(page(), made)
    assert corrected(once, made) == once
    assert as_coded(once) == page()
    assert corrected(once, [replace(one, undone="2026-11-23") for one in made]) == page()
    assert corrected(once, []) == page()
    for event in once.events:
        assert (event.correction is None) == (event in page().events)
        assert once.text[event.evidence.start : event.evidence.end] == event.evidence.sentence


@settings(max_examples=40, deadline=None)
@given(made=some_corrections())
def test_the_order_in_which_they_come_changes_nothing(made: list[Correction]) -> None:
    once = corrected(page(), made)
    for order in list(permutations(made))[:6]:
        assert corrected(page(), order) == once


@pytest.mark.parametrize(
    ("what", "words", "told_so"),
    [
        (said("AID", "XYZ"), "lay", "no code of a state"),
        (Said(type=EventType.AID, actors=(Named(name=" "),)), "lay", "needs a name"),
        (Said(type=EventType.AID, actors=(Named(name="x", sector="ABC"),)), "lay", "no sector"),
        (said("AID"), "shelled", "does not hold the words"),
        (said("AID"), "  ", "does not hold the words"),
    ],
)
def test_what_cannot_be_says_why(what: Said, words: str, told_so: str) -> None:
    with pytest.raises(InputError, match=told_so):
        missed(page(), CALM, words, what)


def test_a_sentence_must_lie_in_the_report() -> None:
    with pytest.raises(InputError, match="no sentence there"):
        add(page(), (5, 5000), "x", said("AID"), NOON, ONTOLOGY)


def test_what_changes_nothing_is_no_correction() -> None:
    coded = page()
    with pytest.raises(InputError, match="said to be what it is"):
        changed(coded, coded.events[0], said("ASSAULT"))
