"""Every number that decides a relation, the pressure or the tension, in one place, with its reason.

An event weighs its PLOVER score (-10 to +10) times four factors between 0 and 1: what its type says
about a relation, how it is told, who says it, and how sure the coder is. Change a number here and
every figure that statuquo shows follows; each result names the events it was made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from statuquo.events.record import EventType, Modality

TYPE_WEIGHT: Final[Mapping[EventType, float]] = MappingProxyType(
    {
        # Help, backing and common work are what an alliance is made of.
        EventType.AID: 1.0,
        EventType.SUPPORT: 1.0,
        EventType.COOPERATE: 1.0,
        # A promise is worth less than the deed.
        EventType.AGREE: 0.8,
        # Adversaries yield to each other and meet; neither makes them friends.
        EventType.CONCEDE: 0.5,
        EventType.RETREAT: 0.4,
        EventType.CONSULT: 0.3,
        # One may demand of a friend.
        EventType.REQUEST: 0.5,
        # Words of conflict are what being at odds is made of.
        EventType.ACCUSE: 1.0,
        EventType.REJECT: 1.0,
        EventType.THREATEN: 1.0,
        # A crowd in the street speaks for itself, not for all of its side.
        EventType.PROTEST: 0.7,
        EventType.SANCTION: 1.0,
        EventType.MOBILIZE: 1.0,
        EventType.COERCE: 1.0,
        EventType.ASSAULT: 1.0,
    }
)
"""What an event of this type says about the relation of its parties."""

MODALITY_WEIGHT: Final[Mapping[Modality, float]] = MappingProxyType(
    {
        Modality.HAPPENED: 1.0,
        # The modality rule has already made AGREE, THREATEN, REJECT or REQUEST of these three.
        Modality.INTENDED: 0.9,
        Modality.REFUSED: 1.0,
        Modality.REQUESTED: 0.7,
        # Somebody said that it was so, somebody else that it was not.
        Modality.DENIED: 0.1,
        # A fear or a guess is no deed.
        Modality.HYPOTHETICAL: 0.1,
    }
)
"""How much the way of telling leaves of the act."""

SAID_BY_REPORT: Final = 1.0
"""The report itself asserts it."""
SAID_BY_ACTOR: Final = 1.0
"""Who says that he did it is believed."""
SAID_BY_RECIPIENT_THANKING: Final = 0.8
"""Who says that he was helped has little reason to invent it."""
SAID_BY_OTHER: Final = 0.7
"""A third party, or nobody known, says so."""
SAID_AGAINST: Final = 0.4
"""A claim of hostility by the one it is aimed at is an accusation before it is a fact."""

ATTITUDE_OF_ACCUSER: Final = -2.0
"""What a hostile claim about another adds to the speaker's own attitude towards that other.

The score of ACCUSE *disapprove*; left out where the coder found the accusation itself.
"""

AGREEMENT_SCORE: Final[Mapping[str, float]] = MappingProxyType(
    {
        "in-force": 9.0,
        "signed": 9.0,
        # Named without more, an accord is taken to stand, with doubt.
        "unknown": 6.0,
        "planned": 3.0,
        "suspended": -3.0,
        "broken": -6.0,
    }
)
"""What an agreement adds to the relation of each pair of its parties, by its latest state."""

VERDICT_SCORE: Final[Mapping[str, float]] = MappingProxyType(
    {
        "no-dialogue": -3.0,
        "deadlock": -2.0,
        "tension-rising": -2.0,
        "escalation": -4.0,
        "tension-easing": 2.0,
        "statu-quo": 0.0,
    }
)
"""What a report's own judgement on two named parties adds to their relation."""

HARD_TYPES: Final = frozenset(
    {
        EventType.THREATEN,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.COERCE,
        EventType.ASSAULT,
    }
)
"""Hostility that is more than words of blame: what parts adversaries from parties at odds."""

BACKING_TYPES: Final = frozenset({EventType.AID, EventType.SUPPORT, EventType.COOPERATE})
"""Cooperation that takes a side: what parts supporters from parties that merely talk."""

FAINT: Final = 1.5
"""Below this total weight (a third of a declaration of support) nothing is said: neutral."""
LEANING: Final = 0.4
"""Share by which one of cooperation and conflict must outweigh the other; else mixed."""
HARD_SHARE: Final = 0.5
"""Share of the conflict that must be hard before parties at odds are adversaries."""
RECIPROCAL: Final = 0.15
"""Least share of the whole that flows the weaker way for a relation to count as mutual."""
MANY_STORIES: Final = 3
"""So many acts of backing, material help among them, make an ally of a supporter."""
SOFT_ALLY: Final = 8.0
"""Least cooperation, in points of score, each way or by accord, before the word ally is used."""

RELATION_HALF_LIFE_DAYS: Final = 90.0
"""What was done a season ago says half as much of how two sides stand today."""

HALF_LIFE_DAYS: Final = 7.0
"""Half of what an event adds to the tension is gone after a week."""
TREND_DAYS: Final = 7
"""The trend compares the last day with the day so many days before."""
TREND_SHARE: Final = 0.1
"""Change, as a share of the larger of the two values, under which tension counts as steady."""
TREND_LEAST: Final = 2.5
"""Change in points under which tension counts as steady: less than an accusation, or a promise."""
EASING_SHARE: Final = 0.5
"""A point of cooperation takes away half of what a point of conflict adds.

Crises are reported for their conflicts and cooled slowly; a visit does not undo a bombardment.
"""

CORROBORATION: Final = (1.0, 1.25, 1.4, 1.5)
"""What a story weighs when one, two, three, four or more independent outlets tell it."""
DYAD_STORIES: Final = 3
"""So many stories between two sides before their tension is drawn."""
MOST_DYADS: Final = 20
"""So many pairs of sides are drawn: those between whom most happened."""

SEGMENT_DAYS: Final = 5
"""The shortest level: five days, a working week of news."""
CHANGE_LEAST: Final = 0.5
"""Points a day by which a level must differ from the one before: a word of blame every week."""
CHANGE_TERMS: Final = 5
"""So many things must have happened before a level can be spoken of."""
BROKEN_DEEDS: Final = 3.0
"""Points a day of conflict in deeds from which on a rise may break the statu quo: an attack every
third day."""
BROKEN_TIMES: Final = 2.0
"""How far they must pass every level before: a war that goes on as ever breaks nothing."""
NEWS_DAYS: Final = 28
"""A change is news for four weeks; then the new level is the statu quo."""
TIPPING_DAYS: Final = 5
"""What tipped a change happened in its first days."""
TIPPING_MOST: Final = 5
"""So many happenings are named for a change."""

VERDICT_LEAST: Final = 0.1
"""What verdicts must still weigh together to be the headline: one is worth it for three weeks."""
HYPOTHETICAL_VERDICT: Final = 0.25
"""What a feared or hoped-for verdict counts beside one that is asserted."""
