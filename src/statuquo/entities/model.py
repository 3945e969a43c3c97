"""Who can act or be acted upon: registry entities, and parties as a sentence names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

EntityKind = Literal["country", "city", "organisation", "group", "person", "metonym", "demonym"]

SECTORS: tuple[str, ...] = (
    "GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY", "OPP", "REB", "PRM", "UAF", "CVL", "SOC",
    "REF", "JRN", "MED", "EDU", "REL", "LAB", "BUS", "AGR", "CRM", "ELI", "PRE", "UNK",
    "IGO", "NGO",
)  # fmt: skip
"""PLOVER's sector codes, and IGO and NGO for organisations that belong to no state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A post held for a time.

    Args:
        role: what the post is called (``president``).
        country: ISO 3166-1 alpha-3 code of the state, or an organisation's code.
        sector: the PLOVER sector that its holder speaks for.
        start: first day, ISO 8601, or None when unknown.
        end: last day, or None while in office.
    """

    role: str
    country: str | None
    sector: str
    start: str | None = None
    end: str | None = None

    def held_on(self, day: str | None) -> bool:
        """Whether the post was held on that ISO day (an unknown day always fits).

        >>> Office(role="president", country="VEN", sector="GOV", start="2013-04-19").held_on("2019-05-30")
        True
        """
        if day is None:
            return True
        return (self.start or "") <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One line of the registry.

    Args:
        id: stable, readable (``country:VEN``, ``person:nicolas-maduro``).
        kind: what it is.
        name: canonical name.
        country: ISO alpha-3, or UNO, EUR, IGO, NGO, IMG, MNC, ISM where no state is meant; None unknown.
        sector: PLOVER sector when it acts; None when only the context can tell.
        names: every way of writing it, by language; ``"*"`` holds for all.
        offices: for persons, posts with their dates.
        lat: latitude, for places.
        lon: longitude, for places.
    """

    id: str
    kind: EntityKind
    name: str
    country: str | None = None
    sector: str | None = None
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    offices: tuple[Office, ...] = ()
    lat: float | None = None
    lon: float | None = None

    def on(self, day: str | None) -> tuple[str | None, str | None]:
        """Country and sector on that ISO day: the office then held, else those of the entity."""
        held = [office for office in self.offices if office.held_on(day)]
        if held:
            return held[-1].country, held[-1].sector
        return self.country, "ELI" if self.offices and self.sector is None else self.sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An entity as one sentence names it: actor, recipient or speaker.

    Args:
        name: canonical name (registry name where known, else the words themselves).
        entity_id: registry id, or None for a party the registry does not know.
        country: ISO alpha-3 or an international code; None when it cannot be told.
        sector: PLOVER sector; None when it cannot be told.
        text: the words of the report.
        start: offset of the first character in the cleaned text.
        end: offset after the last one.
    """

    name: str
    entity_id: str | None = None
    country: str | None = None
    sector: str | None = None
    text: str
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        """The schema's ``party`` object."""
        return {
            "name": self.name,
            "entity_id": self.entity_id,
            "country": self.country,
            "sector": self.sector,
            "text": self.text,
            "start": self.start,
            "end": self.end,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Party:
        """Read back what `to_dict` wrote."""
        return cls(**{key: data.get(key) for key in cls.__slots__})  # type: ignore[arg-type]
