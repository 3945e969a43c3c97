"""When are two reports the same report, and what happens to a corrected one?"""

from dataclasses import replace

import pytest

from statuquo.errors import StoreError
from statuquo.store import Store

from .samples import TEXT, coded, event

FIRST = {"title": "Doctors for Tripoli", "date": "2020-01-05", "outlet": "Coast Courier"}


@pytest.mark.parametrize(
    ("second", "is_new"),
    [
        pytest.param({}, False, id="the same again"),
        pytest.param({"source": "/other/folder/a.txt"}, False, id="read from another place"),
        pytest.param({"report_id": "r-2"}, False, id="under another id"),
        pytest.param({"lang": "en"}, False, id="with its language told"),
        pytest.param({"outlet": "Harbour Times"}, True, id="printed by another outlet"),
        pytest.param({"date": "2020-01-06"}, True, id="on another day"),
        pytest.param({"title": "Doctors sent"}, True, id="under another headline"),
        pytest.param({"url": "https://example.org/a"}, True, id="at another address"),
        pytest.param({"text": TEXT + " He gave no number."}, True, id="with other words"),
    ],
)
def test_same_report_or_another(store: Store, second: dict[str, str], is_new: bool):
    store.add(coded(**FIRST))
    before = list(store.coded())
    assert store.add(coded(**{**FIRST, **second})) is is_new
    if not is_new:
        assert list(store.coded()) == before


def test_a_correction_takes_the_place_of_what_it_corrects(store: Store):
    store.add(coded("Ankara has sent soldiers to Tripoli.", event("e-wrong")))
    store.add(coded(TEXT, event("e-right")))
    assert [found.text for found in store.coded()] == [TEXT]
    assert [found.id for found in store.events()] == ["e-right"]
    assert store.report("r-1").text == TEXT
    assert store.counts().reports == 1
    assert store.counts().events == 1
    with pytest.raises(StoreError, match="holds no event 'e-wrong'"):
        store.event("e-wrong")


def test_adding_all_versions_again_changes_nothing(store: Store):
    versions = [coded(f"Version {number}.", event(f"e-{number}")) for number in (1, 2, 3)]
    assert [store.add(version) for version in versions] == [True, True, True]
    assert [store.add(version) for version in versions] == [False, False, False]
    assert list(store.coded()) == [versions[-1]]


def test_an_event_that_both_versions_hold_is_found_once(store: Store):
    store.add(coded("Before.", event("e-same", why="older")))
    store.add(coded("After.", event("e-same", why="newer")))
    assert store.event("e-same").why == "newer"


def test_reports_come_in_the_order_they_were_added_however_many(store: Store):
    texts = [f"Report {number}." for number in range(230)]
    for text in texts:
        store.add(replace(coded(text, report_id=text), statements=()))
    assert [found.text for found in store.coded()] == texts
    assert [report.text for report in store.reports()] == texts
