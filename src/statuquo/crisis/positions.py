"""Who is for and who against what the crisis is quarrelled about: dialogue, force, sanctions,
recognition.

A position is read from what a side does and says: who negotiates, offers or asks for talks is for
dialogue, who turns them down is against it; who backs or condemns something by its name («condemned
the sanctions») takes a position on that. A side of which neither is told is silent on it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from statuquo.crisis.names import fold
from statuquo.crisis.stories import event_source
from statuquo.crisis.values import Side, Source, Story
from statuquo.data import DATA, load_toml
from statuquo.events.record import Event, EventType, Modality

Issue = Literal["dialogue", "force", "sanctions", "recognition"]
Stance = Literal["for", "against", "mixed"]

ISSUES: Final[tuple[Issue, ...]] = ("dialogue", "force", "sanctions", "recognition")

STANCES: Final[tuple[Stance, ...]] = ("for", "against", "mixed")

_ISSUE_OF_ACT: Final[Mapping[EventType, Issue]] = {
    EventType.CONSULT: "dialogue",
    EventType.ASSAULT: "force",
    EventType.MOBILIZE: "force",
    EventType.SANCTION: "sanctions",
}
_FOR: Final = frozenset({Modality.HAPPENED, Modality.INTENDED, Modality.REQUESTED})
_BACKS: Final = frozenset({EventType.SUPPORT, EventType.AGREE})
_OPPOSES: Final = frozenset({EventType.ACCUSE, EventType.REJECT})
_RECOGNISES: Final = "support.recognise"
_STOPPED: Final = "(stopped)"
"""How `Event.why` says that an act was to end."""
_NEAR: Final = 80
"""Letters after the trigger within which a thing that is backed or condemned is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a side stands on an issue.

    Args:
        side: whose position it is.
        issue: dialogue, force, sanctions or recognition.
        stance: for, against, or mixed where both are told and neither is twice the other.
        since: ISO day of the first sentence that says so, or None.
        last: ISO day of the latest, or None.
        sources: the sentences, latest first.
    """

    side: Side
    issue: Issue
    stance: Stance
    since: str | None
    last: str | None
    sources: tuple[Source, ...]

    def to_dict(self) -> dict[str, Any]:
        """An item of ``positions``."""
        return {
            "party": self.side.to_dict(),
            "issue": self.issue,
            "stance": self.stance,
            "since": self.since,
            "last": self.last,
            "evidence": [source.to_dict() for source in self.sources],
        }


def positions(told: Iterable[Story]) -> tuple[Position, ...]:
    """The positions of all sides, by issue in the order of `ISSUES`, most told first."""
    found: dict[tuple[Issue, Side], list[tuple[bool, Source]]] = defaultdict(list)
    for story in told:
        for issue, is_for in stances(story.head):
            for side in story.actors:
                if side.group != "civilians":
                    found[issue, side].append((is_for, event_source(story.head)))
    made = [_position(issue, side, votes) for (issue, side), votes in found.items()]
    return tuple(
        sorted(made, key=lambda one: (ISSUES.index(one.issue), -len(one.sources), one.side.id))
    )


def stances(event: Event) -> Iterator[tuple[Issue, bool]]:
    """The issues on which an event shows its actors' position, and whether they are for it."""
    if event.modality in (Modality.DENIED, Modality.HYPOTHETICAL):
        return
    frame = event.why.removeprefix("frame ").split(" ", 1)[0]
    if frame == _RECOGNISES:
        yield "recognition", event.modality in _FOR
        return
    issue = _ISSUE_OF_ACT.get(event.act)
    named = set(_named(event))
    if issue == "sanctions" and "sanctions" not in named:
        issue = None  # to expel a diplomat is PLOVER's SANCTION, and no embargo
    if issue:
        yield issue, event.modality in _FOR and _STOPPED not in event.why
        return
    if event.type is EventType.CONCEDE or event.act is EventType.CONCEDE:
        if "sanctions" in named:
            yield "sanctions", event.modality is Modality.REFUSED
    elif event.type in _BACKS or event.type in _OPPOSES:
        for each in named:
            yield each, event.type in _BACKS


def _named(event: Event) -> Iterator[Issue]:
    """The issues that are named soon after the trigger, or by it."""
    at = event.evidence.trigger.start - event.evidence.start
    near = fold(event.evidence.sentence[at : at + _NEAR])
    for issue, words in _words(event.lang).items():
        if words.search(near):
            yield issue


@cache
def _words(lang: str) -> Mapping[Issue, re.Pattern[str]]:
    table = load_toml(DATA / "cues" / "issues.toml")
    for issue in ISSUES:
        if not table.data.get(issue, {}).get(lang):
            raise table.error(f"names no words for it in {lang!r}; add some", key=issue)
    return {
        issue: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, table.data[issue][lang]))})")
        for issue in ISSUES
    }


def _position(issue: Issue, side: Side, votes: list[tuple[bool, Source]]) -> Position:
    backing = sum(is_for for is_for, _ in votes)
    opposing = len(votes) - backing
    stance: Stance = "mixed"
    if backing >= 2 * opposing:
        stance = "for"
    elif opposing >= 2 * backing:
        stance = "against"
    days = sorted(source.date for _, source in votes if source.date)
    latest = sorted((source for _, source in votes), key=lambda one: one.date or "", reverse=True)
    return Position(
        side=side,
        issue=issue,
        stance=stance,
        since=days[0] if days else None,
        last=days[-1] if days else None,
        sources=tuple(latest),
    )
