"""How much a store holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many of each the store holds, as coded; earlier versions of reports are left out."""

    reports: int
    events: int
    statements: int
    agreements: int
    talks: int
    verdicts: int
