"""Corrections are kept beside the coding, put over it wherever it is read, and never lost."""

from dataclasses import replace

import pytest
from alembic import command

from statuquo.crisis.amending import Named, Said, Signed, add, change, mark_wrong
from statuquo.crisis.corrections import Correction, as_coded
from statuquo.errors import StoreError
from statuquo.events.ontology import Ontology
from statuquo.events.record import EventType, Modality
from statuquo.store import Store

from .samples import TEXT, coded, event
from .test_migrations import config

ONTOLOGY = Ontology.load()
HOSTILE = "é\x00\ud800 <script>"
NOON = Signed(at="2026-11-22T12:00:00Z", by="Ana", note=HOSTILE)
LATER = "2026-11-23T12:00:00Z"
PAGE = coded(TEXT, event("e-sent"), event("e-other", type=EventType.CONSULT, date="2020-01-09"))
REQUEST = Said(
    type=EventType.REQUEST,
    modality=Modality.REQUESTED,
    actors=(Named(name="", code="EGY", sector="GOV"),),
    recipients=(Named(name="", code="LBY", sector="GOV"),),
)


@pytest.fixture
def kept(store: Store) -> Store:
    store.add(PAGE)
    store.add(coded("Calm.", event("e-calm", date=None), report_id="r-2"))
    return store


def wrong(at: str = NOON.at) -> Correction:
    return mark_wrong(PAGE, PAGE.events[0], replace(NOON, at=at))


def changed(said: Said = REQUEST) -> Correction:
    return change(PAGE, PAGE.events[0], said, NOON, ONTOLOGY)


def added() -> Correction:
    return add(PAGE, (0, len(TEXT)), "doctors", REQUEST, NOON, ONTOLOGY)


def ids(store: Store, **asked: object) -> list[str]:
    return [one.id for one in store.events(**asked)]  # type: ignore[arg-type]


def test_what_was_said_comes_back_as_it_was_said(kept: Store):
    for made in (wrong(), added()):
        kept.correct(made)
    assert kept.corrections() == (wrong(), added())
    assert kept.corrections(of=["r-2"]) == ()


def test_everything_answers_with_the_events_as_corrected(kept: Store):
    before = list(kept.coded())
    kept.correct(changed())
    shown = kept.report("r-1")
    assert shown.events[0].type is EventType.REQUEST
    assert as_coded(shown) == before[0]
    assert list(kept.coded()) == [shown, before[1]]
    assert kept.event("e-sent") == shown.events[0]
    assert list(kept.events()) == [before[1].events[0], *shown.events]
    assert ids(kept, type=EventType.REQUEST) == ["e-sent"]
    assert ids(kept, type=EventType.AID) == ["e-calm"]
    assert ids(kept, country="EGY") == ["e-sent"]
    assert ids(kept, until="2020-01-05") == ["e-sent"]
    assert ids(kept, since="2020-01-06") == ["e-other"]


def test_a_wrong_event_is_gone_and_can_be_explained(kept: Store):
    kept.correct(wrong())
    assert ids(kept) == ["e-calm", "e-other"]
    mark = kept.event("e-sen").correction
    assert mark
    assert (mark.kind, mark.note) == ("wrong", HOSTILE)


def test_an_added_event_is_found_by_its_id(kept: Store):
    kept.correct(added())
    found = kept.event(added().event_id[:-1])
    assert found.correction
    assert found.evidence.trigger.text == "doctors"
    with pytest.raises(StoreError, match="holds no event"):
        kept.event("e-nothing")
    with pytest.raises(StoreError, match="begins several events"):
        kept.event("e-")


def test_taking_it_back_brings_back_what_was_and_keeps_the_history(kept: Store):
    before = list(kept.coded())
    kept.correct(wrong())
    undone = kept.undo_correction(wrong().id, at=LATER, by=HOSTILE)
    assert (undone.undone, undone.undone_by) == (LATER, HOSTILE)
    assert list(kept.coded()) == before
    assert kept.corrections() == ()
    assert kept.corrections(history=True) == (undone,)
    assert [one.state for one in kept.outcomes(history=True)] == ["undone"]
    with pytest.raises(StoreError, match="corrections list"):
        kept.undo_correction(wrong().id, at=LATER)
    again = wrong(at=LATER)
    kept.correct(again)
    assert kept.corrections() == (again,)


def test_a_second_word_on_an_event_takes_the_place_of_the_first(kept: Store):
    kept.correct(wrong())
    kept.correct(changed())
    assert kept.corrections() == (changed(),)
    first, second = kept.corrections(history=True)
    assert (first.undone, second.undone) == (NOON.at, None)


def test_each_is_kept_once_and_of_a_report_that_is_there(kept: Store):
    kept.correct(wrong())
    with pytest.raises(StoreError, match="already"):
        kept.correct(wrong())
    with pytest.raises(StoreError, match="holds no report"):
        kept.correct(replace(wrong(), id="c-2", report_id="nowhere"))


def test_the_stamp_tells_of_each(kept: Store):
    stamps = [kept.stamp()]
    kept.correct(wrong())
    stamps.append(kept.stamp())
    kept.undo_correction(wrong().id, at=LATER)
    stamps.append(kept.stamp())
    assert len(set(stamps)) == 3


def test_what_changed_since_a_stamp_is_what_is_read_again(kept: Store):
    def news(since: tuple[int, ...]) -> dict[str, int]:
        found = kept.changed(since)
        assert found is not None
        assert all(one in list(kept.coded()) for one in found)
        return {one.report.id: len(one.events) for one in found}

    before = kept.stamp()
    assert news(before) == {}
    kept.add(coded("Rain.", event("e-rain", date=None), report_id="r-3"))
    assert news(before) == {"r-3": 1}
    came = kept.stamp()
    kept.correct(wrong())
    assert news(came) == {PAGE.report.id: 1}
    said = kept.stamp()
    kept.undo_correction(wrong().id, at=LATER)
    assert news(said) == {PAGE.report.id: 2}
    assert news(before) == {PAGE.report.id: 2, "r-3": 1}


def test_where_reports_are_gone_all_must_be_read(kept: Store):
    last, number, *said = kept.stamp()
    assert kept.changed((last, number + 1, *said)) is None


def test_they_outlive_a_newer_version_of_the_report(kept: Store):
    kept.correct(wrong())
    kept.correct(added())
    kept.add(coded(f"{TEXT} More.", event("e-recoded")))
    assert [one.state for one in kept.outcomes()] == ["applied", "applied"]
    assert ids(kept) == ["e-calm", added().event_id]
    kept.add(coded("Something else.", event("e-else", evidence=PAGE.events[1].evidence)))
    assert [one.state for one in kept.outcomes()] == ["unfound", "unfound"]
    assert ids(kept) == ["e-calm", "e-else"]


def test_the_step_to_them_goes_up_and_down_with_data_in_place(kept: Store):
    before = list(kept.coded())
    kept.correct(wrong())
    with kept._engine.begin() as connection:
        command.downgrade(config(connection), "0002")
    with kept._engine.begin() as connection:
        command.upgrade(config(connection), "head")
    assert list(kept.coded()) == before
    kept.correct(wrong())
    assert ids(kept) == ["e-calm", "e-other"]
