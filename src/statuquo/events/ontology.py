"""PLOVER as `ontology.toml` has it: types, modes, scores, contexts and the modality rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from statuquo.data import DATA, load_toml
from statuquo.events.record import EventType

STOPPED = "stopped"
"""Beside the modalities: the act was really ended (aid cut off, siege lifted)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeInfo:
    """What the ontology says of one type."""

    quad: str
    score: float
    modes: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """The types and the rule that turns an act and its modality into a type.

    >>> ontology = Ontology.load()
    >>> str(ontology.type_of(EventType.AID, "intended")), ontology.score(EventType.AID, None)
    ('AGREE', 10.0)
    """

    types: Mapping[EventType, TypeInfo]
    contexts: frozenset[str]
    _rule: Mapping[tuple[EventType, str], EventType | None]

    @classmethod
    def load(cls, path: Path = DATA / "ontology.toml") -> Ontology:
        """Read and check the file.

        Raises:
            DataError: a type is missing or the rule names no type; file and line are told.
        """
        table = load_toml(path)
        types: dict[EventType, TypeInfo] = {}
        for event_type in EventType:
            info = table.data.get("types", {}).get(event_type.value)
            if info is None:
                raise table.error(f"lacks [types.{event_type}]; add it")
            types[event_type] = TypeInfo(
                quad=info["quad"], score=float(info["score"]), modes=info.get("modes", {})
            )
        rule: dict[tuple[EventType, str], EventType | None] = {}
        for name, row in table.data["rule"].items():
            for act in row["acts"]:
                for key, value in row.items():
                    if key == "acts":
                        continue
                    if value != "act" and value not in EventType.__members__:
                        raise table.error(f"{value!r} is no type", key=f"rule.{name}", at=key)
                    rule[EventType(act), key] = None if value == "act" else EventType(value)
        return cls(types=types, contexts=frozenset(table.data["contexts"]), _rule=rule)

    def type_of(self, act: EventType, modality: str) -> EventType:
        """The PLOVER type of an act told with a modality (or ``stopped``)."""
        return self._rule[act, str(modality)] or act

    def score(self, event_type: EventType, mode: str | None) -> float:
        """PLOVER's conflict-cooperation score, -10 to +10."""
        info = self.types[event_type]
        return info.modes.get(mode, info.score) if mode else info.score
