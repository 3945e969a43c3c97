"""Outlook: what comes next, and how sure.

Two forecasters, both explained, both learning from the events that they are given:

- `LinkForecaster`: who will do what to whom next, as a ranked list;
- `DyadForecaster`: how probable material conflict from one entity to another is within some days.

Both take facts as they become known (`observe`), and use for a day only what was known before it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from statuquo.outlook.coming import Coming, Outlook, outlook
    from statuquo.outlook.dyads import DyadExplanation, DyadForecaster
    from statuquo.outlook.facts import Fact
    from statuquo.outlook.links import LinkExplanation, LinkForecaster
    from statuquo.outlook.record import Record, backtest
    from statuquo.outlook.tables import read_events

__all__ = [
    "Coming",
    "DyadExplanation",
    "DyadForecaster",
    "Fact",
    "LinkExplanation",
    "LinkForecaster",
    "Outlook",
    "Record",
    "backtest",
    "outlook",
    "read_events",
]

_HOMES = {
    "Coming": "statuquo.outlook.coming",
    "Outlook": "statuquo.outlook.coming",
    "Record": "statuquo.outlook.record",
    "backtest": "statuquo.outlook.record",
    "outlook": "statuquo.outlook.coming",
    "read_events": "statuquo.outlook.tables",
    "DyadExplanation": "statuquo.outlook.dyads",
    "DyadForecaster": "statuquo.outlook.dyads",
    "Fact": "statuquo.outlook.facts",
    "LinkExplanation": "statuquo.outlook.links",
    "LinkForecaster": "statuquo.outlook.links",
}


def __getattr__(name: str) -> Any:
    # numpy is loaded with the first forecaster, not with the room.
    if name not in _HOMES:
        raise AttributeError(f"module 'statuquo.outlook' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
