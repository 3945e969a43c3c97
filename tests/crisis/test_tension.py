"""Tension rises with conflict, fades with time, and the reports' verdicts have the last word."""

import pytest

from crisis.pages import Page, who
from statuquo.crisis import Tension, build

USA, VEN = who("Washington", "USA"), who("Caracas", "VEN")


def after(*days: tuple[str, str], verdicts: tuple[tuple[str, str, str], ...] = ()) -> Tension:
    """Events as (ISO day, type), verdicts as (ISO day, kind, modality)."""
    pages = []
    for number, (day, kind) in enumerate(days):
        page = Page(f"e{number}", date=day)
        if kind:
            page.event(f"{number}: Washington, Caracas, {kind}.", kind, kind, [USA], [VEN])
        pages.append(page.done())
    for number, (day, kind, modality) in enumerate(verdicts):
        page = Page(f"v{number}", date=day)
        page.verdict(f"{number}: {kind}.", kind, kind, modality=modality)
        pages.append(page.done())
    return build(pages).tension


def test_conflict_makes_it_tenser_than_words_and_words_than_help() -> None:
    deeds = after(("2019-01-01", "ASSAULT")).value
    words = after(("2019-01-01", "ACCUSE")).value
    help_ = after(("2019-01-01", "AID")).value
    assert deeds > words > 0 > help_


def test_half_of_it_is_gone_after_a_week() -> None:
    fresh = after(("2019-01-01", "ASSAULT"))
    old = after(("2019-01-01", "ASSAULT"), ("2019-01-08", ""))
    assert old.value == pytest.approx(fresh.value / 2)
    assert len(old.series) == 8


def test_the_contributions_sum_to_the_value() -> None:
    found = after(("2019-01-01", "ASSAULT"), ("2019-01-04", "AID"), ("2019-01-06", "ACCUSE"))
    assert sum(source.weight or 0 for source in found.sources) == pytest.approx(found.value)
    assert found.series[-1] == ("2019-01-06", pytest.approx(found.value))


@pytest.mark.parametrize(
    ("days", "trend"),
    [
        ([("2019-01-01", "ACCUSE"), ("2019-01-20", "ASSAULT")], "rising"),
        ([("2019-01-01", "ASSAULT"), ("2019-01-09", "")], "easing"),
        ([("2019-01-01", ""), ("2019-01-20", "")], "steady"),
        ([("2019-01-01", "ASSAULT"), ("2019-01-03", "ASSAULT")], "unknown"),
    ],
)
def test_the_trend_looks_back_a_week(days: list[tuple[str, str]], trend: str) -> None:
    found = after(*days)
    assert found.trend == trend
    assert found.state == {"steady": "holds"}.get(trend, trend)


@pytest.mark.parametrize(
    ("verdicts", "state"),
    [
        ([("2019-01-05", "statu-quo", "happened")], "holds"),
        ([("2019-01-05", "escalation", "happened")], "rising"),
        ([("2019-01-05", "tension-easing", "happened")], "easing"),
        ([("2019-01-05", "statu-quo", "happened"), ("2019-01-05", "tension-rising", "hypothetical")], "holds"),
        ([("2019-01-01", "statu-quo", "happened"), ("2019-03-01", "tension-rising", "happened")], "rising"),
    ],
)  # fmt: skip
def test_verdicts_decide_the_newer_and_the_surer_more(
    verdicts: list[tuple[str, str, str]], state: str
) -> None:
    found = after(verdicts=tuple(verdicts))
    assert (found.state, found.state_from) == (state, "verdicts")


def test_the_verdict_that_names_the_statu_quo_is_shown_first() -> None:
    page = Page("r1")
    page.verdict("They do not talk.", "do not talk", "no-dialogue", [USA, VEN])
    page.verdict("The status quo reigns.", "status quo reigns", "statu-quo")
    first, *_ = build([page.done()]).tension.verdicts
    assert first.kind == "statu-quo"


def test_nothing_dated_still_gives_a_value_and_no_series() -> None:
    page = Page("r1", date=None)
    page.event("Washington threatens Caracas.", "threatens", "THREATEN", [USA], [VEN])
    found = build([page.done()]).tension
    assert (found.value, found.series, found.day, found.trend) == (3.5, (), None, "unknown")


def test_an_event_told_of_another_century_leaves_no_long_tail() -> None:
    page = Page("r1", date="2019-01-02")
    page.event(
        "Washington bombed Caracas in 1902.", "bombed", "ASSAULT", [USA], [VEN], date="1902-12-09"
    )
    found = build([page.done()]).tension
    assert len(found.series) == 1
    assert found.value == pytest.approx(0)


def test_what_is_still_to_come_does_not_count_yet() -> None:
    page = Page("r1", date="2019-01-02")
    page.event(
        "Washington will strike Caracas.", "strike", "THREATEN", [USA], [VEN], date="2019-09-09"
    )
    assert build([page.done()]).tension.value == 0
