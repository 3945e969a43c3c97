"""statuquo reads news reports of a crisis and keeps its state.

    import statuquo

    coder = statuquo.Coder()
    events = coder.code(statuquo.Report(text="La Russie a envoyé des soldats au Venezuela."))
    crisis = statuquo.brief([statuquo.Report(text=..., date="2019-05-30"), ...])

The names below are fetched when they are first asked for, so that importing the package loads
neither a language model nor any large library.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from statuquo.errors import StatuquoError
from statuquo.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from statuquo.crisis import Crisis
    from statuquo.errors import InputError
    from statuquo.events import Coder, Event
    from statuquo.reports import Report

__all__ = ["Coder", "Crisis", "Event", "Report", "StatuquoError", "__version__", "brief"]

_HOMES = {
    "Coder": "statuquo.events",
    "Crisis": "statuquo.crisis",
    "Event": "statuquo.events",
    "Report": "statuquo.reports",
}


def brief(
    reports: Iterable[Report], *, set_aside: Callable[[InputError], None] | None = None
) -> Crisis:
    """Read reports and give the picture of the crisis that they tell of.

    Args:
        reports: the reports, in any order, French, English and Spanish mixed as they come.
        set_aside: called with the reason for each report that cannot be coded, which is then left
            out; without it the first such report raises.

    Returns:
        The crisis: relations, agreements, talks, tension, statements and events, each with the
        sentences that it rests on.

    Raises:
        InputError: a report cannot be coded and ``set_aside`` is not given.
    """
    from statuquo.crisis import build
    from statuquo.events import Coder

    return build(Coder().stream(reports, set_aside=set_aside))


def __getattr__(name: str) -> Any:
    if name == "outlook":
        return importlib.import_module("statuquo.outlook")
    if name not in _HOMES:
        raise AttributeError(f"module 'statuquo' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
