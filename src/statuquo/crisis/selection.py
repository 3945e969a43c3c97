"""A crisis as a named selection of reports: by parties, places, period and words.

`Selection.selects` decides for one report; `suggest` proposes selections from what there is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from statuquo.crisis.model import Crisis
from statuquo.crisis.names import fold
from statuquo.crisis.states import state_name
from statuquo.entities.model import Party
from statuquo.errors import InputError
from statuquo.events.record import CodedReport

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PARTNER_SHARE: Final = 0.15
"""A state belongs to a crisis with at least so much of what weighs on its tensest pair."""
_MOST_PARTNERS: Final = 6
_LEAST_STORIES: Final = 3
"""So many stories between two states before a crisis is proposed for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What belongs to a crisis. Of each kind that is given, one must be met; all kinds together.

    Args:
        id: its name in addresses and commands: small letters, figures and hyphens.
        title: its name for people.
        parties: ISO alpha-3 codes of states, or ids of entities (``group:FARC``). Where there
            are several, a report must speak of two of them.
        places: names of places or codes of countries where things happen.
        since: ISO day of the first report, or None.
        until: ISO day of the last report, or None.
        words: words or phrases that the text must hold, accents and capitals aside.

    Raises:
        InputError: the id cannot be one, or nothing at all is selected by.
    """

    id: str
    title: str
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check it."""
        if not _ID.fullmatch(self.id):
            raise InputError(
                f"{self.id!r} cannot name a crisis; use small letters, figures and hyphens"
            )
        if not (self.parties or self.places or self.words or self.since or self.until):
            raise InputError(f"the crisis {self.id} selects nothing; name parties, places or words")

    def selects(self, coded: CodedReport) -> bool:
        """Whether a report belongs to the crisis; one without a date is never out of the period.

        >>> from statuquo.reports.model import Report
        >>> coded = CodedReport(report=Report(text="Oslo waits."), text="Oslo waits.", lang="en")
        >>> Selection(id="oslo", title="Oslo", words=("OSLO",)).selects(coded)
        True
        """
        day = (coded.report.date or "")[:10]
        if day and not (self.since or "") <= day <= (self.until or "9999"):
            return False
        if self.parties:
            named = {name for party in _parties(coded) for name in (party.country, party.entity_id)}
            if len(named & set(self.parties)) < min(len(self.parties), 2):
                return False
        if self.places and not self._happens_here(coded):
            return False
        text = fold(coded.text) if self.words else ""
        return not self.words or any(_holds(text, fold(word)) for word in self.words)

    def _happens_here(self, coded: CodedReport) -> bool:
        wanted = {fold(place) for place in self.places}
        for event in coded.events:
            place = event.location
            if place and {fold(place.name), fold(place.country or "")} & wanted:
                return True
        return False

    def to_dict(self) -> dict[str, Any]:
        """As it is kept and shown."""
        return {
            "id": self.id,
            "title": self.title,
            "parties": list(self.parties),
            "places": list(self.places),
            "since": self.since,
            "until": self.until,
            "words": list(self.words),
        }

    @classmethod
    def from_dict(cls, record: dict[str, Any]) -> Selection:
        """The inverse of `to_dict`."""
        return cls(
            id=record["id"],
            title=record["title"],
            parties=tuple(record["parties"]),
            places=tuple(record["places"]),
            since=record["since"],
            until=record["until"],
            words=tuple(record["words"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A selection that the reports themselves propose, and what it rests on.

    Args:
        selection: what to keep, if it is liked.
        stories: how many stories there are between its states.
        tension: what they weigh in all, in points of conflict.
    """

    selection: Selection
    stories: int
    tension: float


def suggest(crisis: Crisis, lang: str = "en") -> tuple[Suggestion, ...]:
    """Propose crises: the states between which there is most conflict, with those they drag along.

    Each proposal begins at the pair of states with most conflict among those left, takes in the
    states that either is in conflict or cooperation with, and leaves their pairs out of the next.

    Args:
        crisis: the picture of everything there is.
        lang: language of the titles.

    Returns:
        The proposals, most conflict first.
    """
    weight: dict[tuple[str, str], float] = defaultdict(float)
    conflict: dict[tuple[str, str], float] = defaultdict(float)
    stories: Counter[tuple[str, str]] = Counter()
    days: dict[tuple[str, str], list[str]] = defaultdict(list)
    for story in crisis.stories:
        for pair in {
            _pair(one.country, other.country) for one, other in story.dyads() if one and other
        }:
            if pair is None:
                continue
            weight[pair] += abs(story.head.score) * story.weight
            conflict[pair] += max(-story.head.score, 0.0) * story.weight
            stories[pair] += 1
            days[pair] += [story.head.date] if story.head.date else []
    return tuple(_proposals(weight, conflict, stories, days, lang))


def _proposals(
    weight: dict[tuple[str, str], float],
    conflict: dict[tuple[str, str], float],
    stories: Counter[tuple[str, str]],
    days: dict[tuple[str, str], list[str]],
    lang: str,
) -> Iterator[Suggestion]:
    left = {pair for pair in conflict if stories[pair] >= _LEAST_STORIES and conflict[pair]}
    while left:
        core = max(left, key=lambda pair: (conflict[pair], pair))
        partners: Counter[str] = Counter()
        for pair, points in weight.items():
            for one, other in (pair, pair[::-1]):
                if one in core and other not in core:
                    partners[other] += int(points * 1000)
        least = _PARTNER_SHARE * weight[core] * 1000
        found = [name for name, points in partners.most_common(_MOST_PARTNERS) if points >= least]
        inside = {pair for pair in weight if pair[0] in core or pair[1] in core}
        inside = {pair for pair in inside if set(pair) <= {*core, *found}}
        dated = sorted(day for pair in inside for day in days[pair])
        names = [state_name(code, lang) or code for code in core]
        yield Suggestion(
            selection=Selection(
                id="-".join(sorted(code.lower() for code in core)),
                title=" – ".join(sorted(names)),
                parties=(*sorted(core), *found),
                since=dated[0] if dated else None,
                until=dated[-1] if dated else None,
            ),
            stories=sum(stories[pair] for pair in inside),
            tension=sum(conflict[pair] for pair in inside),
        )
        # A state that a crisis turns about is not proposed again with each of its partners.
        hub = max(core, key=lambda name: (sum(weight[p] for p in weight if name in p), name))
        left -= inside | {pair for pair in left if hub in pair}


def _pair(one: str | None, other: str | None) -> tuple[str, str] | None:
    if not one or not other or one == other:
        return None
    return (one, other) if one < other else (other, one)


def _parties(coded: CodedReport) -> Iterator[Party]:
    for event in coded.events:
        yield from event.actors
        yield from event.recipients
        yield from (said.speaker for said in event.attribution)
    for statement in coded.statements:
        yield statement.speaker
        yield from statement.about
    for agreement in coded.agreements:
        yield from agreement.parties
    for mention in coded.talks:
        yield from (*mention.parties, *mention.mediators)


def _holds(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
