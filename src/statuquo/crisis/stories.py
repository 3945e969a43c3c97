"""One happening told by several reports is one story: it is counted once, however loud the echo.

Which events tell one story is decided by `likeness`. What counts beside the story itself is how many
outlets tell it independently: a copied agency text is one voice, whoever prints it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from statuquo.crisis.dates import as_date
from statuquo.crisis.likeness import (
    FARTHEST_DAYS,
    SAME,
    WORDS_OF_ECHO,
    Telling,
    copied,
    likeness,
    telling_of,
)
from statuquo.crisis.sides import Roster
from statuquo.crisis.values import Source, Story
from statuquo.crisis.weights import (
    MODALITY_WEIGHT,
    SAID_AGAINST,
    SAID_BY_ACTOR,
    SAID_BY_OTHER,
    SAID_BY_RECIPIENT_THANKING,
    SAID_BY_REPORT,
)
from statuquo.events.record import Event, EventType, Modality

_DENIAL_DAYS: Final = 30
"""A denial answers what was told within so many days before it, or after."""


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


def stories(
    events: Iterable[Event], roster: Roster, outlets: Mapping[str, str] | None = None
) -> tuple[Story, ...]:
    """Join the events that tell one story.

    Args:
        events: all events of the crisis, in order of their days.
        roster: the sides of their parties.
        outlets: who published each report (report id → outlet); a report that is not named here
            is an outlet of its own.

    Returns:
        The stories, in the order of their first events, denials linked to what they deny.
    """
    shelf = _Shelf()
    for event in events:
        shelf.put(telling_of(event, roster))
    outlets = outlets or {}
    return _linked([_story(group, roster, outlets) for group in shelf.groups])


class _Shelf:
    """The stories so far, found again by what an event must share with them."""

    def __init__(self) -> None:
        self.groups: list[list[Telling]] = []
        self._by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def put(self, telling: Telling) -> None:
        """Add a telling to the story it tells best, or begin a new one."""
        keys = list(_keys(telling))
        near = dict.fromkeys(place for key in keys for place in self._near(key, telling))
        ranked = sorted((-self._score(place, telling), place) for place in near)
        if ranked and -ranked[0][0] >= SAME:
            place = ranked[0][1]
        else:
            place = len(self.groups)
            self.groups.append([])
        self.groups[place].append(telling)
        for key in keys:
            if place not in self._by_key[key][-1:]:
                self._by_key[key].append(place)

    def _near(self, key: tuple[str, ...], telling: Telling) -> Iterator[int]:
        """Stories whose last telling is not too long ago; events come in order of their days."""
        for place in reversed(self._by_key[key]):
            last = self.groups[place][-1].day
            if last and telling.day and (telling.day - last).days > FARTHEST_DAYS:
                return
            yield place

    def _score(self, place: int, telling: Telling) -> float:
        """The likeness to the nearest telling; two of one report must echo each other's words.

        All tellings keep near the first one's day: a war that is told daily is no single story.
        """
        best = 0.0
        if not _near_in_time(self.groups[place][0], telling):
            return best
        for known in self.groups[place]:
            found = likeness(known, telling)
            if known.event.report_id == telling.event.report_id and (
                found.words < WORDS_OF_ECHO or _one_sentence(known, telling)
            ):
                return 0.0
            best = max(best, found.score)
        return best


def _near_in_time(one: Telling, other: Telling) -> bool:
    return not (one.day and other.day) or abs((one.day - other.day).days) <= FARTHEST_DAYS


def _one_sentence(one: Telling, other: Telling) -> bool:
    """What a sentence tells as two things is two things."""
    return one.event.evidence.start == other.event.evidence.start


def _keys(telling: Telling) -> Iterator[tuple[str, ...]]:
    quad = telling.event.quad
    for side in telling.sides:
        yield quad, side.id
    if not telling.sides:
        yield quad, "", *sorted(telling.words)[:3]


def _story(tellings: list[Telling], roster: Roster, outlets: Mapping[str, str]) -> Story:
    events = [telling.event for telling in tellings]
    head = max(events, key=lambda event: event_weight(event, roster))
    return Story(
        id=events[0].id,
        actors=roster.all_sides(head.actors),
        recipients=roster.all_sides(head.recipients),
        head=head,
        weight=event_weight(head, roster),
        outlets=_voices(tellings, outlets),
        events=tuple(events),
    )


def _voices(tellings: list[Telling], outlets: Mapping[str, str]) -> int:
    """How many tell it independently: one voice an outlet, and one for all copies of a sentence."""
    voices: list[tuple[str, Telling]] = []
    for telling in tellings:
        report = telling.event.report_id
        outlet = outlets.get(report, report)
        if not any(outlet == known or copied(telling, told) for known, told in voices):
            voices.append((outlet, telling))
    return len(voices)


def _linked(found: list[Story]) -> tuple[Story, ...]:
    """The stories with their denials: those that deny the same act of the same side."""
    denials = [story for story in found if story.head.modality is Modality.DENIED]
    if not denials:
        return tuple(found)
    # Only what tells of the same act of the same side can be denied: all else is never looked at.
    told: dict[tuple[str, EventType], dict[str, Story]] = defaultdict(dict)
    for story in found:
        for side in story.actors:
            told[side.id, story.head.act][story.id] = story
    denied: dict[str, list[str]] = defaultdict(list)
    for denial in denials:
        keys = ((side.id, denial.head.act) for side in denial.actors)
        for name, story in {n: s for key in keys for n, s in told.get(key, {}).items()}.items():
            if _denies(denial, story):
                denied[name].append(denial.id)
    return tuple(replace(story, denied_by=tuple(denied.get(story.id, ()))) for story in found)


def _denies(denial: Story, story: Story) -> bool:
    if story.head.modality is Modality.DENIED or denial.head.act is not story.head.act:
        return False
    actors, recipients = set(story.actors), set(story.recipients)
    if not actors & set(denial.actors):
        return False
    if recipients and denial.recipients and not recipients & set(denial.recipients):
        return False
    one, other = as_date(denial.head.date), as_date(story.head.date)
    return one is None or other is None or abs((one - other).days) <= _DENIAL_DAYS


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
