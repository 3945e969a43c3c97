"""Threats, sanctions and forces moved that nobody has taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from statuquo.crisis.model import Pressure
from statuquo.crisis.stories import event_source
from statuquo.crisis.values import Side, Story
from statuquo.events.record import Event, EventType, Modality, content_id

PRESSING: Final = (EventType.THREATEN, EventType.SANCTION, EventType.MOBILIZE)

_LIFTING: Final[Mapping[EventType, frozenset[str | None]]] = MappingProxyType(
    {
        # A cease-fire or a withdrawal ends a threat of force; freeing a prisoner does not.
        EventType.THREATEN: frozenset({"ceasefire", "withdraw", "disarm", None}),
        # Sanctions end when they are lifted, and the act then says so (SANCTION, stopped).
        EventType.SANCTION: frozenset(),
        EventType.MOBILIZE: frozenset({"withdraw", "ceasefire", "disarm", None}),
    }
)
"""Which bare RETREAT or CONCEDE, by mode, takes back which pressure of the same side."""

_NOT_SO: Final = frozenset({Modality.DENIED, Modality.HYPOTHETICAL})

_Dyad = tuple[Side | None, Side | None]


def pressure(told: Iterable[Story]) -> tuple[Pressure, ...]:
    """What presses on whom, after all that was lifted.

    A pressure counts as lifted when the same side, towards the same side, retreats or concedes on
    the same day or later: either of this very act («lifts the sanctions») or by a step that ends it.
    Pressure by nobody known, or on somebody who is named but belongs nowhere, is left to the events.

    Returns:
        The pressures, worst and latest first.
    """
    pressing: dict[tuple[_Dyad, EventType], list[Story]] = defaultdict(list)
    yielding: dict[_Dyad, list[Story]] = defaultdict(list)
    for story in told:
        event = story.head
        if event.modality in _NOT_SO or (event.recipients and not story.recipients):
            continue
        for dyad in dict.fromkeys(story.dyads()):
            if event.type in PRESSING:
                pressing[dyad, event.type].append(story)
            elif event.type in (EventType.RETREAT, EventType.CONCEDE):
                yielding[dyad].append(story)
    found = []
    for (dyad, kind), group in pressing.items():
        standing = [s for s in group if not any(_lifts(y.head, s.head) for y in yielding[dyad])]
        if standing and dyad[0] is not None:
            found.append(_pressure(dyad, kind, standing))
    return tuple(sorted(found, key=lambda item: (item.score, _inverse(item.last), item.id)))


def _lifts(later: Event, pressed: Event) -> bool:
    if (later.date or "9999") < (pressed.date or ""):
        return False
    if later.act in PRESSING:
        return later.act is pressed.act or later.act is pressed.type
    if later.type is EventType.CONCEDE:
        return pressed.type is EventType.THREATEN
    return later.act is EventType.RETREAT and later.mode in _LIFTING[pressed.type]


def _inverse(day: str | None) -> tuple[int, ...]:
    """Sorts ISO days latest first, and no day last."""
    return tuple(-ord(char) for char in day or "")


def _pressure(dyad: _Dyad, kind: EventType, standing: list[Story]) -> Pressure:
    actor, recipient = dyad
    days = sorted(story.head.date for story in standing if story.head.date)
    return Pressure(
        id=content_id("p", actor and actor.id, recipient and recipient.id, kind),
        type=kind,
        actor=actor,
        recipient=recipient,
        since=days[0] if days else None,
        last=days[-1] if days else None,
        count=len(standing),
        score=min(story.head.score for story in standing),
        sources=tuple(
            event_source(event) for story in reversed(standing) for event in story.events
        ),
    )
