"""What an evaluation finds: measures, measures by type, confusions, and each fault with its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from statuquo.entities.model import Party
from statuquo.evaluation.gold import YIELD, Form
from statuquo.evaluation.measures import Confusion, Measure
from statuquo.events.record import Event, EventType

Kind = Literal["miss", "false alarm"]
TYPES = (
    *(EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, YIELD),
    *(kind for kind in EventType if kind not in ("AGREE", "CONSULT", "SUPPORT", "CONCEDE")),
)
"""Types in the order of the codebook, with the one that only relations have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A coded event as a fault shows it.

    Args:
        event: in the notation of the lexicon, with the words of the report.
        why: the rule that made it.
    """

    event: str
    why: str

    def to_dict(self) -> dict[str, str]:
        """As JSON."""
        return {"event": self.event, "why": self.why}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A gold event that was not found, or a coded one that the gold does not have.

    Args:
        kind: which of both.
        type: the gold's type for a miss, the coded one for a false alarm.
        id: the sentence's name in the gold file.
        text: the sentence.
        expected: the missed gold event; None for a false alarm.
        coded: the false alarm, or all that was coded in the sentence of a miss.
    """

    kind: Kind
    type: str
    id: str
    text: str
    expected: str | None = None
    coded: tuple[Told, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "kind": self.kind,
            "type": self.type,
            "id": self.id,
            "text": self.text,
            "expected": self.expected,
            "coded": [told.to_dict() for told in self.coded],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """A gold file scored.

    Args:
        name: the file.
        form: its form; the measures follow from it.
        sentences: how many it holds.
        measures: by name, the one that decides first.
        by_type: type → measure → figure.
        types: gold type against coded type.
        modality: likewise for how matched events are told; None where the gold does not say.
        speakers: for matched events, whether the gold names a speaker (rows) and whom the coder
            names (columns); None likewise.
        faults: every miss and false alarm, in the order of the file.
    """

    name: str
    form: Form
    sentences: int
    measures: Mapping[str, Measure]
    by_type: Mapping[str, Mapping[str, Measure]]
    types: Confusion
    modality: Confusion | None = None
    speakers: Confusion | None = None
    faults: tuple[Fault, ...] = ()

    def to_dict(self, *, errors: int = 0) -> dict[str, Any]:
        """As JSON.

        Args:
            errors: the most misses, and the most false alarms, of each type to hold.
        """
        return {
            "file": self.name,
            "form": self.form,
            "sentences": self.sentences,
            "measures": {name: one.to_dict() for name, one in self.measures.items()},
            "types": {
                kind: {name: one.to_dict() for name, one in figures.items()}
                for kind, figures in self.by_type.items()
            },
            "confusion": self.types.to_dict(),
            "modality": self.modality.to_dict() if self.modality else None,
            "speakers": self.speakers.to_dict() if self.speakers else None,
            "errors": [fault.to_dict() for fault in self.first_faults(errors)],
        }

    def first_faults(self, most: int) -> tuple[Fault, ...]:
        """At most so many misses and so many false alarms of each type, grouped by type."""
        groups: dict[tuple[str, Kind], list[Fault]] = {}
        for fault in self.faults:
            groups.setdefault((fault.type, fault.kind), []).append(fault)
        order = {kind: place for place, kind in enumerate(TYPES)}
        ranked = sorted(groups, key=lambda key: (order[key[0]], key[1] != "miss"))
        return tuple(fault for key in ranked for fault in groups[key][:most])


def told(event: Event) -> Told:
    """An event as a fault shows it."""
    speakers = "".join(f" [said by {_shown(item.speaker)}]" for item in event.attribution)
    parties = f"{_side(event.actors)} -> {_side(event.recipients)}"
    return Told(event=f"{event.type} {parties} [{event.modality}]{speakers}", why=event.why)


def _side(parties: tuple[Party, ...]) -> str:
    return " + ".join(_shown(party) for party in parties) or "-"


def _shown(party: Party) -> str:
    code = " ".join(part for part in (party.country, party.sector) if part)
    return f"{party.text} ({code})" if code else party.text
