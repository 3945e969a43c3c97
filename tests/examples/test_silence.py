"""Reports that are not about the crisis give next to nothing; copies give what the original gives."""

import pytest

from examples.crisis import AGENCY_COPIES, NOT_ABOUT_IT
from statuquo.crisis import Crisis
from statuquo.events.proving import show
from statuquo.events.record import CodedReport, Event

pytestmark = pytest.mark.model


def test_sport_weather_art_and_markets_give_at_most_one_event(coded: dict[str, CodedReport]):
    events = [event for name in NOT_ABOUT_IT for event in coded[name].events]
    assert len(events) <= 1, show(events)


def test_they_give_neither_agreements_nor_talks_nor_verdicts(coded: dict[str, CodedReport]):
    found = [
        finding.evidence.sentence
        for name in NOT_ABOUT_IT
        for finding in (*coded[name].agreements, *coded[name].talks, *coded[name].verdicts)
    ]
    assert not found


@pytest.mark.parametrize(("original", "copy"), AGENCY_COPIES)
def test_a_copy_gives_the_same_events(coded: dict[str, CodedReport], original: str, copy: str):
    first, second = (told(coded[name]) for name in (original, copy))
    assert first
    assert first == second


@pytest.mark.parametrize(("original", "copy"), AGENCY_COPIES)
def test_what_a_copy_tells_is_no_second_story(
    coded: dict[str, CodedReport], picture: Crisis, original: str, copy: str
):
    stories = {event.id: story.id for story in picture.stories for event in story.events}
    first, second = (
        {stories[event.id] for event in coded[name].events if is_body(coded[name], event)}
        for name in (original, copy)
    )
    assert first == second


def is_body(report: CodedReport, event: Event) -> bool:
    """Whether an event stands below the headline, which each outlet writes anew."""
    return event.evidence.sentence not in (report.report.title or "")


def told(report: CodedReport) -> list[str]:
    return [show([event]) for event in report.events if is_body(report, event)]
