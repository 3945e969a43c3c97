"""The values that every part of a crisis is made of: sources, sides, members, stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from statuquo.entities.model import Party
from statuquo.events.record import Event, Evidence, Modality

Group = Literal[
    "government",
    "opposition",
    "rebels",
    "parliament",
    "courts",
    "civilians",
    "former",
    "criminals",
    "organisation",
    "others",
]


def tidy(value: float) -> float:
    """A figure as it is printed: three decimals, and never a negative zero.

    >>> tidy(-0.00001)
    0.0
    """
    return round(value, 3) + 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a finding comes from.

    Args:
        report_id: the report.
        lang: its language.
        date: ISO day of what is told, or None.
        of: id of the event, statement, verdict or mention that was read out of the sentence.
        label: what it was read as (``AID``, ``agreement``, ``no-dialogue``).
        evidence: the sentence and its trigger.
        weight: what it added, in points of score, or None where nothing is weighed.
    """

    report_id: str
    lang: str
    date: str | None
    of: str
    label: str
    evidence: Evidence
    weight: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """An item of an ``evidence`` list."""
        return {
            "report_id": self.report_id,
            **self.evidence.to_dict(),
            "date": self.date,
            "of": self.of,
            "label": self.label,
            **({} if self.weight is None else {"weight": tidy(self.weight)}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A political side: a government with its forces, an opposition, a movement, an organisation.

    Args:
        id: stable name (``VEN.government``, ``UNO``).
        name: what it is called in English, as far as this crisis needs («Russia»,
            «Venezuela (government)»).
        country: ISO alpha-3 or an international code, or None.
        group: which side of that country.
        sector: PLOVER sector that stands for the side.
        entity_id: registry id where the side is one registry entity (an organisation, a movement).
        first: the first mention, for its words and their place.
    """

    id: str
    name: str
    country: str | None
    group: Group
    sector: str | None
    entity_id: str | None
    first: Party

    def __hash__(self) -> int:
        """By its id alone: sides are looked up by the hundred thousand while a picture is made."""
        return hash(self.id)

    def to_dict(self) -> dict[str, Any]:
        """The schema's ``party`` object, with the side's id and group."""
        return {
            **self.first.to_dict(),
            "name": self.name,
            "entity_id": self.entity_id,
            "country": self.country,
            "sector": self.sector,
            "side": self.id,
            "group": self.group,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person or body of a side, with every spelling that the reports use.

    Args:
        name: canonical name.
        entity_id: registry id, or None.
        spellings: the ways its name is written, most frequent first.
        mentions: how often it is named in what was coded.
    """

    name: str
    entity_id: str | None
    spellings: tuple[str, ...]
    mentions: int

    def to_dict(self) -> dict[str, Any]:
        """As it stands under ``members`` of an actor."""
        return {
            "name": self.name,
            "entity_id": self.entity_id,
            "spellings": list(self.spellings),
            "mentions": self.mentions,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One happening, however many reports tell it.

    Args:
        id: id of the first event that tells it.
        actors: the sides that act.
        recipients: the sides that are acted upon.
        head: the event that tells it best (asserted, by a credible speaker, surely coded).
        weight: what the head is worth, 0 to 1, before its score.
        outlets: how many tell it independently of one another.
        events: every event that tells it, in order.
        denied_by: ids of the stories that deny it.
    """

    id: str
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    head: Event
    weight: float
    outlets: int
    events: tuple[Event, ...]
    denied_by: tuple[str, ...] = ()

    def dyads(self) -> tuple[tuple[Side | None, Side | None], ...]:
        """Every ordered pair (actor, recipient) of sides, as `Event.dyads` has them for parties."""
        if self.recipients:
            return tuple((a, r) for a in self.actors or (None,) for r in self.recipients if a != r)
        if len(self.actors) > 1:
            return tuple((a, b) for a in self.actors for b in self.actors if a != b)
        return tuple((a, None) for a in self.actors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A report's own verdict, with the sides that it names."""

    id: str
    report_id: str
    lang: str
    date: str | None
    kind: str
    modality: Modality
    parties: tuple[Party, ...]
    sides: tuple[Side, ...]
    words: str
    evidence: Evidence

    @property
    def asserted(self) -> bool:
        """Whether the report says that it is so, not that it may be."""
        return self.modality is Modality.HAPPENED

    def to_dict(self) -> dict[str, Any]:
        """An item of ``verdicts``."""
        return {
            "id": self.id,
            "report_id": self.report_id,
            "date": self.date,
            "lang": self.lang,
            "kind": self.kind,
            "modality": str(self.modality),
            "words": self.words,
            "parties": [party.to_dict() for party in self.parties],
            "evidence": {"report_id": self.report_id, **self.evidence.to_dict()},
        }
