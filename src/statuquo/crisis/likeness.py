"""``same-story-v1``: how like two tellings are, feature by feature, within and across languages.

Two events may tell one story when their types are the same or kin, they are told alike (asserted,
denied or supposed), a side that is known on both is the same, and their days are near. How surely
they do is the weighted sum of four features between 0 and 1, each of which can be read:

- **parties**: the sides that act and those acted upon are the same;
- **day**: the fewer days between them, the better;
- **words**: beginnings of words, names and figures that both sentences hold. Four letters are enough
  to know *négociation*, *negotiation* and *negociación* for the same word, which is why it works
  from French to Spanish to English;
- **place**: both happened in the same place.

The weights and the threshold were chosen on half of the labelled pairs in
``tests/crisis/pairs.toml``; `docs/accuracy.md` has the figures on the other half.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from statuquo.crisis.dates import as_date
from statuquo.crisis.names import fold
from statuquo.crisis.sides import Roster
from statuquo.crisis.values import Side
from statuquo.events.record import Event, EventType, Modality

WEIGHTS: Final = {"parties": 0.35, "day": 0.25, "words": 0.3, "place": 0.1}
"""What each feature counts; together 1."""
SAME: Final = 0.66
"""From here on two tellings are one story."""
WORDS_OF_ECHO: Final = 0.5
"""Two sentences of one report tell one story only if they share so many of their words."""
WORDS_OF_COPY: Final = 0.8
"""Sentences that share so many words are copies of one another, whoever prints them."""
FARTHEST_DAYS: Final = 3
"""Reports of one happening come out within so many days of each other."""

_NEARNESS: Final = (1.0, 0.8, 0.5, 0.25)
"""What so many days between two tellings leave."""
_NO_DAY: Final = 0.4
_DAYS_TOLD: Final = 0.5
"""What is left of the nearness of two days that the texts themselves tell apart."""
_KIN: Final = 0.9
"""What is left where coders may well call one act by either name."""
_KINDRED: Final = frozenset(
    {
        frozenset({EventType.ASSAULT, EventType.COERCE}),
        frozenset({EventType.ACCUSE, EventType.REJECT}),
        frozenset({EventType.SUPPORT, EventType.AGREE}),
        frozenset({EventType.SANCTION, EventType.COERCE}),
    }
)
_TWO_WAY: Final = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
"""Acts that reports tell from either end."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST: Final = 5
_BEGINNING: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event, with what is compared of it. `telling_of` makes it."""

    event: Event
    day: date | None
    actors: frozenset[Side]
    recipients: frozenset[Side]
    words: frozenset[str]

    @property
    def sides(self) -> frozenset[Side]:
        """Everybody known in it."""
        return self.actors | self.recipients


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How like two tellings are: the features, and their weighted sum."""

    score: float
    parties: float = 0.0
    day: float = 0.0
    words: float = 0.0
    place: float = 0.0

    @property
    def same(self) -> bool:
        """Whether they tell one story."""
        return self.score >= SAME


UNLIKE: Final = Likeness(score=0.0)
"""Two tellings that cannot be one story."""


def telling_of(event: Event, roster: Roster) -> Telling:
    """What is compared of an event."""
    named = {word for party in (*event.actors, *event.recipients) for word in _stems(party.text)}
    return Telling(
        event=event,
        day=as_date(event.date),
        actors=frozenset(roster.all_sides(event.actors)),
        recipients=frozenset(roster.all_sides(event.recipients)),
        # The parties are compared as parties; counted again as words they would hide the rest.
        words=_stems(event.evidence.sentence) - named,
    )


def likeness(one: Telling, other: Telling) -> Likeness:
    """How like two tellings are; `UNLIKE` where something rules out that they are one story."""
    kin = _kinship(one.event, other.event)
    if not kin:
        return UNLIKE
    words = _shared(one.words, other.words)
    parties = _parties(one, other)
    if parties is None and not (one.sides or other.sides) and words >= WORDS_OF_COPY:
        parties = 1.0
    gap = abs((one.day - other.day).days) if one.day and other.day else None
    if parties is None or (gap is not None and gap > FARTHEST_DAYS):
        return UNLIKE
    day = _NO_DAY if gap is None else _NEARNESS[gap]
    if gap and one.event.date_from == other.event.date_from == "text":
        day *= _DAYS_TOLD
    place = _place(one.event, other.event)
    features = {"parties": parties, "day": day, "words": words, "place": place}
    score = kin * sum(WEIGHTS[name] * value for name, value in features.items())
    return Likeness(score=score, **features)


def copied(one: Telling, other: Telling) -> bool:
    """Whether two sentences are one, printed twice: they corroborate nothing."""
    return _shared(one.words, other.words) >= WORDS_OF_COPY


def told_as(modality: Modality) -> str:
    """The way of telling that parts stories: ``asserted``, ``denied`` or ``hypothetical``."""
    return modality if modality in (Modality.DENIED, Modality.HYPOTHETICAL) else "asserted"


def _kinship(one: Event, other: Event) -> float:
    if told_as(one.modality) != told_as(other.modality):
        return 0.0
    if one.type is other.type:
        return 1.0
    return _KIN if frozenset({one.type, other.type}) in _KINDRED else 0.0


def _parties(one: Telling, other: Telling) -> float | None:
    """1 where both ends are the same, less where an end is known on one side only; None: others."""
    ways = [(one.actors, one.recipients, other.actors, other.recipients)]
    if {one.event.type, other.event.type} <= _TWO_WAY:
        ways.append((one.actors, one.recipients, other.recipients, other.actors))
        ways.append((one.sides, frozenset(), other.sides, frozenset()))
    found = [each for way in ways if (each := _ends(*way)) is not None]
    return max(found, default=None)


def _ends(
    actors: frozenset[Side],
    recipients: frozenset[Side],
    other_actors: frozenset[Side],
    other_recipients: frozenset[Side],
) -> float | None:
    ends = (_agreement(actors, other_actors), _agreement(recipients, other_recipients))
    if None in ends or not (actors & other_actors or recipients & other_recipients):
        return None
    return sum(end for end in ends if end is not None) / 2


def _agreement(one: frozenset[Side], other: frozenset[Side]) -> float | None:
    if not one and not other:
        return 1.0
    if not one or not other:
        return 0.6
    shared = len(one & other)
    return shared / len(one | other) if shared else None


def _place(one: Event, other: Event) -> float:
    if one.location is None or other.location is None:
        return 0.5
    if fold(one.location.name) == fold(other.location.name):
        return 1.0
    return 0.3 if one.location.country == other.location.country else 0.0


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter one's words that the other has too; short ones prove little."""
    if not one or not other:
        return 0.0
    return len(one & other) / (min(len(one), len(other)) + 1) if one != other else 1.0


def _stems(text: str) -> frozenset[str]:
    """Figures, names, and the beginnings of longer words.

    >>> sorted(_stems("Les négociations ont repris à Oslo le 16 mai"))
    ['16', 'nego', 'oslo', 'repr']
    """
    found = set()
    for word in _WORD.findall(text):
        folded = fold(word)
        if word.isdigit():
            found.add(folded)
        elif len(folded) >= _SHORTEST or (word[0].isupper() and len(folded) >= _BEGINNING):
            found.add(folded[:_BEGINNING])
    return frozenset(found)
