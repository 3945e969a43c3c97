"""The whole picture: same reports, same value; every part led back to its words."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis.pages import Page, who
from crisis.venezuela import reports
from statuquo.crisis import build
from statuquo.events.record import CodedReport

REPORTS = reports()
KEYS = (
    "reports", "period", "actors", "relations", "agreements", "talks", "pressure", "statements",
    "positions", "claims", "verdicts", "tension", "events",
)  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(st.permutations(REPORTS))
def test_the_order_of_the_reports_changes_nothing(shuffled: list[CodedReport]) -> None:
    assert build(shuffled).to_dict() == build(REPORTS).to_dict()


def test_a_report_given_twice_counts_once() -> None:
    assert build([*REPORTS, REPORTS[0]]).to_dict() == build(REPORTS).to_dict()


def test_the_record_has_its_keys_and_is_json() -> None:
    record = build(REPORTS).to_dict()
    assert tuple(record) == KEYS
    assert json.loads(json.dumps(record, allow_nan=False)) == record


def evidence_of(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for part in record.values():
        for item in part if isinstance(part, list) else [part]:
            found = item.get("evidence", [])
            yield from found if isinstance(found, list) else [found]


def test_every_item_of_every_list_carries_evidence() -> None:
    record = build(REPORTS).to_dict()
    for key, part in record.items():
        if isinstance(part, list):
            # Everything in this crisis is told by a report in its own voice.
            assert part or key == "claims", key
            assert all(item["evidence"] for item in part), key


def test_evidence_is_what_stands_in_the_report() -> None:
    text = {report.report.id: report.text for report in REPORTS}
    seen = 0
    for item in evidence_of(build(REPORTS).to_dict()):
        seen += 1
        assert text[item["report_id"]][item["start"] : item["end"]] == item["sentence"]
        trigger = item["trigger"]
        assert text[item["report_id"]][trigger["start"] : trigger["end"]] == trigger["text"]
    assert seen > len(REPORTS)


def test_events_come_by_date() -> None:
    days = [event.date for event in build(REPORTS).events]
    assert days == sorted(days, key=str)


def test_a_role_is_remembered_where_a_sentence_leaves_it_out() -> None:
    statements = build(REPORTS).statements
    assert {s.role for s in statements if "Melnik" in s.speaker.name} == {"ambassadeur russe"}


def test_nothing_gives_an_empty_picture() -> None:
    record = build([]).to_dict()
    assert all(record[key] == [] for key in KEYS if key not in ("period", "tension"))
    assert record["tension"]["state"] == "unknown"


def test_reports_without_dates_take_the_days_of_their_events() -> None:
    page = Page("r1", date=None)
    page.event(
        "Rome fed Tunis.",
        "fed",
        "AID",
        [who("Rome", "ITA")],
        [who("Tunis", "TUN")],
        date="2020-05-01",
    )
    period = build([page.done()]).period
    assert (period.start, period.end, period.undated) == ("2020-05-01", "2020-05-01", 1)


@pytest.mark.parametrize(
    ("outlet", "title", "text", "label"),
    [
        ("The Courier", "Calm", "All quiet.", "The Courier"),
        (None, "Calm", "All quiet.", "Calm"),
        (None, None, "All quiet.", "All quiet."),
        (None, None, "One " + "word " * 20, "One word word word word word word word…"),
        (None, None, "", "r1"),
    ],
)
def test_a_report_is_called_by_what_tells_most(
    outlet: str | None, title: str | None, text: str, label: str
) -> None:
    page = Page("r1", outlet=outlet, title=title)
    page.text = text
    assert build([page.done()]).reports[0].label == label


def test_the_venezuelan_picture() -> None:
    crisis = build(REPORTS)
    kinds = {
        (item.kind, item.parties[0].name, item.parties[1].name)
        for item in crisis.relations
        if item.strength > 4
    }
    assert ("ally", "Russia", "Venezuela (government)") in kinds
    assert ("supporter", "United States", "Venezuela (opposition)") in kinds
    assert ("at-odds", "Russia", "United States") in kinds
    assert ("adversary", "United States", "Venezuela (government)") in kinds
    assert crisis.tension.state == "rising"
