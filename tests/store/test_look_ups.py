"""Finding reports and events again."""

import pytest

from statuquo.errors import StoreError
from statuquo.events.record import EventType
from statuquo.store import Counts, Store

from .samples import ENVOY, LIBYA, TURKEY, coded, event, party

EGYPT = party("Egypt", "EGY")
SENT = event("e-aid-1", date="2020-01-05")
WARNED = event(
    "e-threat-1",
    type=EventType.THREATEN,
    date="2020-01-09",
    actors=(EGYPT,),
    recipients=(TURKEY,),
    attribution=(),
)
UNDATED = event("e-aid-2", date=None, recipients=(), attribution=())


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(coded("First.", SENT, report_id="first", date="2020-01-05"))
    store.add(coded("Second.", WARNED, UNDATED, report_id="second", date="2020-01-10"))
    store.add(coded("Third.", event("e-aid-3"), report_id="third"))
    return store


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"type": EventType.THREATEN}, ["e-threat-1"]),
        ({"country": "EGY"}, ["e-threat-1"]),
        ({"country": "LBY"}, ["e-aid-1", "e-aid-3"]),
        ({"entity_id": ENVOY.entity_id, "type": EventType.THREATEN}, ["e-threat-1"]),
        ({"entity_id": LIBYA.entity_id}, ["e-aid-1", "e-aid-3"]),
        ({"since": "2020-01-06"}, ["e-threat-1"]),
        ({"until": "2020-01-05"}, ["e-aid-1", "e-aid-3"]),
        ({"country": "FRA"}, []),
    ],
)
def test_events_by_what_is_asked(filled: Store, asked: dict[str, str], expected: list[str]):
    assert [found.id for found in filled.events(**asked)] == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["First.", "Second.", "Third."]),
        ({"since": "2020-01-05"}, ["First.", "Second."]),
        ({"since": "2020-01-06"}, ["Second."]),
        ({"until": "2020-01-09"}, ["First."]),
    ],
)
def test_reports_by_day(filled: Store, asked: dict[str, str], expected: list[str]):
    assert [found.text for found in filled.coded(**asked)] == expected


@pytest.mark.parametrize("beginning", ["e-threat-1", "e-threat", "e-t"])
def test_an_event_by_the_beginning_of_its_id(filled: Store, beginning: str):
    assert filled.event(beginning).id == "e-threat-1"


@pytest.mark.parametrize(
    ("beginning", "message"),
    [
        ("e-aid", r"begins several events \(e-aid-1, e-aid-2, e-aid-3 …\); give more of the id"),
        ("e-9", "holds no event 'e-9'"),
        ("e_aid-1", "holds no event"),
        ("%", "holds no event"),
        ("", "holds no event"),
    ],
)
def test_an_id_that_tells_nothing_apart(filled: Store, beginning: str, message: str):
    with pytest.raises(StoreError, match=message):
        filled.event(beginning)


def test_a_whole_id_wins_over_longer_ones(store: Store):
    store.add(coded("One.", event("e-1"), event("e-12")))
    assert store.event("e-1").id == "e-1"


def test_a_report_that_is_not_there(filled: Store):
    with pytest.raises(StoreError, match="holds no report 'fourth'"):
        filled.report("fourth")


def test_counts(filled: Store):
    assert filled.counts() == Counts(
        reports=3, events=4, statements=3, agreements=0, talks=0, verdicts=0
    )


def test_reading_may_go_on_while_others_write(filled: Store):
    reading = filled.coded()
    assert next(reading).text == "First."
    filled.add(coded("Fourth.", report_id="fourth"))
    assert [found.text for found in reading] == ["Second.", "Third."]
