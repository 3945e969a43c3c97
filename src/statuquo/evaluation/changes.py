"""What another version of the lexicon makes of the same report: events gained, lost and recoded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from statuquo.entities.model import Party
from statuquo.evaluation.scores import told
from statuquo.events.record import Event

Kind = Literal["gained", "lost", "recoded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An event that two versions code differently.

    Args:
        before: as the first version codes it; None where it does not.
        after: as the second does; None likewise.
    """

    before: Event | None = None
    after: Event | None = None

    @property
    def kind(self) -> Kind:
        """Gained, lost or recoded."""
        if self.before is None:
            return "gained"
        return "lost" if self.after is None else "recoded"

    @property
    def event(self) -> Event:
        """The event as it was, or as it is where it is new."""
        event = self.before or self.after
        assert event is not None
        return event

    @property
    def differs_in(self) -> tuple[str, ...]:
        """The parts of a recoded event that differ, in the order of the record."""
        if self.before is None or self.after is None:
            return ()
        was, is_ = _parts(self.before), _parts(self.after)
        return tuple(name for name in was if was[name] != is_[name])

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "kind": self.kind,
            "report_id": self.event.report_id,
            "lang": self.event.lang,
            "differs_in": list(self.differs_in),
            "sentence": self.event.evidence.sentence,
            "before": told(self.before).to_dict() if self.before else None,
            "after": told(self.after).to_dict() if self.after else None,
        }


def compare(before: Sequence[Event], after: Sequence[Event]) -> tuple[Change, ...]:
    """Everything that differs between two codings of one report.

    What stands at the same words is one event that was recoded; failing that, what has the same
    type, or else the same parties, in the same sentence. Which rule made it, how sure it is, its
    contexts, day and place do not count.

    Args:
        before: the events of the report by the first version.
        after: those by the second.

    Returns:
        The changes in the order of the text.

    >>> compare([], [])
    ()
    """
    left, right = _unlike(before, after), _unlike(after, before)
    changes = []
    for test in (_same_words, _same_type, _same_parties):
        for was, is_ in _paired(left, right, test):
            changes.append(Change(before=was, after=is_))
            left = [one for one in left if one is not was]
            right = [one for one in right if one is not is_]
    changes += [Change(before=event) for event in left]
    changes += [Change(after=event) for event in right]
    return tuple(sorted(changes, key=_place))


def _unlike(events: Sequence[Event], others: Sequence[Event]) -> list[Event]:
    """The events that are not among the others, each other one being like one of them at most."""
    known = Counter(_key(event) for event in others)
    found = []
    for event in events:
        if known[_key(event)]:
            known[_key(event)] -= 1
        else:
            found.append(event)
    return found


def _paired(
    left: Sequence[Event], right: Sequence[Event], test: Callable[[Event, Event], bool]
) -> Iterator[tuple[Event, Event]]:
    free = list(right)
    for event in left:
        other = next((one for one in free if _same_sentence(event, one) and test(event, one)), None)
        if other is not None:
            free = [one for one in free if one is not other]
            yield event, other


def _same_sentence(one: Event, other: Event) -> bool:
    return one.evidence.start == other.evidence.start


def _same_words(one: Event, other: Event) -> bool:
    return one.evidence.trigger.start == other.evidence.trigger.start


def _same_type(one: Event, other: Event) -> bool:
    return one.type is other.type


def _same_parties(one: Event, other: Event) -> bool:
    return _all(one.actors) == _all(other.actors) and _all(one.recipients) == _all(other.recipients)


def _parts(event: Event) -> dict[str, Any]:
    """What makes a coding, by the names of the record."""
    return {
        "type": event.type,
        "mode": event.mode,
        "act": event.act,
        "modality": event.modality,
        "actors": _all(event.actors),
        "recipients": _all(event.recipients),
        "attribution": _all(item.speaker for item in event.attribution),
        "trigger": event.evidence.trigger,
    }


def _key(event: Event) -> tuple[Any, ...]:
    return (event.evidence.start, *_parts(event).values())


def _all(parties: Iterable[Party]) -> tuple[tuple[str | None, ...], ...]:
    return tuple((party.name, party.country, party.sector) for party in parties)


def _place(change: Change) -> tuple[int, int, str]:
    evidence = change.event.evidence
    return (evidence.start, evidence.trigger.start, change.event.type.value)
