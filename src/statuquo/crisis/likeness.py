"""``same-story-v1``: how like two tellings are, feature by feature, within and across languages.

Two events may tell one story when their types are the same or kin, they are told alike (asserted,
denied or supposed), a side that is known on both is the same, and their days are near. How surely
they do is the weighted sum of four features between 0 and 1, each of which can be read:

- **parties**: the sides that act and those acted upon are the same;
- **day**: the fewer days between them, the better;
- **names**: the places, people and figures that both sentences name, beside the sides themselves:
  strong evidence where they are the same, and as strong where each names others;
- **words**: beginnings of the other words. Four letters are enough to know *négociation*,
  *negotiation* and *negociación* for the same word, which is why it works from language to language.

The weights and the threshold were chosen on half of the labelled pairs in
``tests/crisis/tellings.toml``; `docs/accuracy.md` has the figures on the other half.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from statuquo.crisis.dates import as_date
from statuquo.crisis.names import fold
from statuquo.crisis.sides import Roster
from statuquo.crisis.states import state_name
from statuquo.crisis.values import Side
from statuquo.events.record import Event, EventType, Modality
from statuquo.reports.model import LANGUAGES

WEIGHTS: Final = {"parties": 0.3, "day": 0.2, "names": 0.3, "words": 0.2}
"""What each feature counts; together 1."""
SAME: Final = 0.58
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

_NO_NAMES: Final = 0.5
"""Where one of both names nothing, names say neither yes nor no."""

_EXONYMS: Final = 0.2
"""Across languages even the same place may have another name: Warsaw, Varsovie."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST: Final = 5
_SHORTEST_NAME: Final = 3
_BEGINNING: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event, with what is compared of it. `telling_of` makes it."""

    event: Event
    day: date | None
    actors: frozenset[Side]
    recipients: frozenset[Side]
    names: frozenset[str]
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
    names: float = 0.0
    words: float = 0.0

    @property
    def same(self) -> bool:
        """Whether they tell one story."""
        return self.score >= SAME


UNLIKE: Final = Likeness(score=0.0)
"""Two tellings that cannot be one story."""


def telling_of(event: Event, roster: Roster) -> Telling:
    """What is compared of an event."""
    actors = frozenset(roster.all_sides(event.actors))
    recipients = frozenset(roster.all_sides(event.recipients))
    # The sides are compared as sides; counted again as names they would hide the rest.
    own = {stem for side in actors | recipients for stem in _stems_of_side(side)}
    # The act's own word is what the types have compared already.
    own |= frozenset().union(*_stems(event.evidence.trigger.text.lower()))
    names, words = _stems(event.evidence.sentence)
    return Telling(
        event=event,
        day=as_date(event.date),
        actors=actors,
        recipients=recipients,
        names=names - own,
        words=words - own,
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
    names = _named(one, other)
    features = {"parties": parties, "day": day, "names": names, "words": words}
    score = kin * sum(WEIGHTS[name] * value for name, value in features.items())
    return Likeness(score=score, **features)


def copied(one: Telling, other: Telling) -> bool:
    """Whether two sentences are one, printed twice: they corroborate nothing."""
    return (
        one.event.lang == other.event.lang
        and _shared(one.words | one.names, other.words | other.names) >= WORDS_OF_COPY
    )


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


def _named(one: Telling, other: Telling) -> float:
    if not one.names or not other.names:
        return _NO_NAMES
    shared = len(one.names & other.names) / min(len(one.names), len(other.names))
    return shared if one.event.lang == other.event.lang else max(shared, _EXONYMS)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter one's words that the other has too; short ones prove little."""
    if not one or not other:
        return 0.0
    return len(one & other) / (min(len(one), len(other)) + 1) if one != other else 1.0


@lru_cache(maxsize=4096)
def _stems_of_side(side: Side) -> frozenset[str]:
    """How a side's country begins in each language; its adjectives mostly begin alike."""
    called = {state_name(side.country, lang) or "" for lang in LANGUAGES} if side.country else set()
    names, words = _stems(" ".join((*called, side.name)))
    return names | words


@lru_cache(maxsize=1 << 16)
def _stems(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The beginnings of names and figures, and of other words that are long enough.

    >>> names, words = _stems("Les négociations ont repris à Oslo le 16 mai")
    >>> sorted(names), sorted(words)
    (['16', 'oslo'], ['nego', 'repr'])
    """
    # Kept for the next picture: a desk makes it anew whenever a report has come.
    names, words = set(), set()
    for found in _WORD.finditer(text):
        word = found[0]
        stem = fold(word)[:_BEGINNING]
        if word.isdigit() or (word[0].isupper() and found.start() and len(word) >= _SHORTEST_NAME):
            names.add(stem)
        elif len(word) >= _SHORTEST:
            words.add(stem)
    return frozenset(names), frozenset(words)
