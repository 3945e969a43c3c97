"""Claims: what somebody says has happened and no report asserts itself, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from statuquo.crisis.sides import Roster
from statuquo.crisis.stories import event_source
from statuquo.crisis.values import Side, Source, Story
from statuquo.events.record import EventType, Modality

Standing = Literal["unconfirmed", "contested", "withdrawn"]

_DEEDS = frozenset({"material-cooperation", "material-conflict"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A deed that only somebody's word stands for.

    Args:
        story: id of the story.
        type: its PLOVER type.
        claimed_by: the sides that say so; empty where the speaker belongs nowhere.
        parties: the sides of the deed, actors first.
        standing: ``unconfirmed``; ``contested`` where another denies it; ``withdrawn`` where
            the side that claimed it denies it itself.
        day: ISO day of the deed, or None.
        sources: the sentences that claim it, then those that deny it.
    """

    story: str
    type: EventType
    claimed_by: tuple[Side, ...]
    parties: tuple[Side, ...]
    standing: Standing
    day: str | None
    sources: tuple[Source, ...]

    def to_dict(self) -> dict[str, Any]:
        """An item of ``claims``."""
        return {
            "story": self.story,
            "type": str(self.type),
            "claimed_by": [side.to_dict() for side in self.claimed_by],
            "parties": [side.to_dict() for side in self.parties],
            "standing": self.standing,
            "date": self.day,
            "evidence": [source.to_dict() for source in self.sources],
        }


def claims(told: Iterable[Story], roster: Roster) -> tuple[Claim, ...]:
    """The deeds that no report asserts in its own voice and their doer does not own up to.

    Returns:
        The claims in the order of the stories.
    """
    stories = tuple(told)
    by_id = {story.id: story for story in stories}
    found = []
    for story in stories:
        if story.head.quad not in _DEEDS or story.head.modality is not Modality.HAPPENED:
            continue
        speakers = _speakers(story, roster)
        if speakers is None or set(speakers) & set(story.actors):
            continue
        denials = [by_id[name] for name in story.denied_by]
        deniers = {side for denial in denials for side in _speakers(denial, roster) or ()}
        standing: Standing = "unconfirmed"
        if denials:
            standing = "withdrawn" if deniers & set(speakers) else "contested"
        others = [side for side in story.recipients if side not in story.actors]
        found.append(
            Claim(
                story=story.id,
                type=story.head.type,
                claimed_by=speakers,
                parties=(*story.actors, *others),
                standing=standing,
                day=story.head.date,
                sources=tuple(
                    event_source(event) for one in (story, *denials) for event in one.events
                ),
            )
        )
    return tuple(found)


def _speakers(story: Story, roster: Roster) -> tuple[Side, ...] | None:
    """The sides that say so; None where a report says it itself."""
    found: dict[Side, None] = {}
    for event in story.events:
        if not event.attribution:
            return None
        speaker = roster.side(event.attribution[-1].speaker)
        if speaker:
            found[speaker] = None
    return tuple(found)
