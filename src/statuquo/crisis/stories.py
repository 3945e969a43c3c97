"""One happening told by several reports is one story: it is counted once, however loud the echo.

Two events tell the same story when they have the same day, type and sides and are told alike
(asserted, denied or supposed). Two such events *in one report* are two stories: a report does not
tell a thing twice as two things. So the n-th of one report goes with the n-th of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from statuquo.crisis.sides import Roster
from statuquo.crisis.values import Side, Source, Story
from statuquo.crisis.weights import (
    MODALITY_WEIGHT,
    SAID_AGAINST,
    SAID_BY_ACTOR,
    SAID_BY_OTHER,
    SAID_BY_RECIPIENT_THANKING,
    SAID_BY_REPORT,
)
from statuquo.events.record import Event, Modality


class _Key(NamedTuple):
    date: str | None
    type: str
    telling: str
    actors: frozenset[Side]
    recipients: frozenset[Side]


def attribution_weight(event: Event, roster: Roster) -> float:
    """How far an event is believed for the sake of who says it, 0 to 1 (see `weights`)."""
    if not event.attribution:
        return SAID_BY_REPORT
    # The innermost speaker is the one who knows: «according to the agency, Moscow confirms…».
    speaker = roster.side(event.attribution[-1].speaker)
    if speaker is None:
        return SAID_BY_OTHER
    if speaker in roster.all_sides(event.actors):
        return SAID_BY_ACTOR
    if event.score < 0:
        return SAID_AGAINST if speaker in roster.all_sides(event.recipients) else SAID_BY_OTHER
    thanks = speaker in roster.all_sides(event.recipients)
    return SAID_BY_RECIPIENT_THANKING if thanks else SAID_BY_OTHER


def event_weight(event: Event, roster: Roster) -> float:
    """What an event is worth before its score: modality, attribution and confidence, 0 to 1."""
    return MODALITY_WEIGHT[event.modality] * attribution_weight(event, roster) * event.confidence


def stories(events: Iterable[Event], roster: Roster) -> tuple[Story, ...]:
    """Join the events that tell one story.

    Args:
        events: all events of the crisis, in order.
        roster: the sides of their parties.

    Returns:
        The stories, in the order of their first events.
    """
    rank: dict[tuple[_Key, str], int] = defaultdict(int)
    told: dict[tuple[_Key, int], list[Event]] = {}
    for event in events:
        key = _Key(
            event.date,
            event.type,
            _telling(event.modality),
            frozenset(roster.all_sides(event.actors)),
            frozenset(roster.all_sides(event.recipients)),
        )
        if not key.actors and not key.recipients:
            # Nobody is known on either side: nothing says that two of these are one.
            told[key, -len(told) - 1] = [event]
            continue
        place = rank[key, event.report_id]
        rank[key, event.report_id] += 1
        told.setdefault((key, place), []).append(event)
    return tuple(_story(group, roster) for group in told.values())


def _telling(modality: Modality) -> str:
    return modality if modality in (Modality.DENIED, Modality.HYPOTHETICAL) else "asserted"


def _story(events: list[Event], roster: Roster) -> Story:
    head = max(events, key=lambda event: event_weight(event, roster))
    return Story(
        id=events[0].id,
        actors=roster.all_sides(head.actors),
        recipients=roster.all_sides(head.recipients),
        head=head,
        weight=event_weight(head, roster),
        events=tuple(events),
    )


def event_source(event: Event, weight: float | None = None) -> Source:
    """An event as the source of something else."""
    return Source(
        report_id=event.report_id,
        lang=event.lang,
        date=event.date,
        of=event.id,
        label=event.type,
        evidence=event.evidence,
        weight=weight,
    )
