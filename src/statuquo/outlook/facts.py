"""Events as the forecasters take them: a day, who, what, to whom; days as numbers or dates.

>>> day_number(date(2014, 1, 1)), day_number("2014-01-01"), day_number(17)
(735234, 735234, 17)
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from numbers import Integral
from typing import Any, Final, TypeAlias

from statuquo.errors import InputError

Day: TypeAlias = int | date
"""A day: a number in any count of days, or a date. One forecaster is given one of the two."""
Entity: TypeAlias = Hashable
"""Whoever can act or be acted upon: a name, a code, a number."""

QUADS: Final = (
    "verbal-cooperation",
    "material-cooperation",
    "verbal-conflict",
    "material-conflict",
)
_OTHER_NAMES: Final = {
    **{quad: at for at, quad in enumerate(QUADS)},
    **{quad.replace("-", "_"): at for at, quad in enumerate(QUADS)},
    **{quad.replace("-", " "): at for at, quad in enumerate(QUADS)},
    **dict(zip(("vcoop", "mcoop", "vconf", "mconf"), range(4), strict=True)),
    **{str(at + 1): at for at in range(4)},
}
"""PLOVER's, CAMEO's and GDELT's names of the four classes."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One event that is known: on this day the actor did this to the recipient."""

    day: Day
    actor: Entity
    relation: Entity
    recipient: Entity

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it: the day as an ISO date or a number."""
        day = self.day.isoformat() if isinstance(self.day, date) else self.day
        return {
            "day": day,
            "actor": self.actor,
            "relation": self.relation,
            "recipient": self.recipient,
        }


def day_number(day: object) -> int:
    """A day as a number: an int stays, a date (or ISO text) becomes its proleptic ordinal.

    Raises:
        InputError: it is neither.
    """
    if isinstance(day, Integral) and not isinstance(day, bool):
        return int(day)
    if isinstance(day, date):
        return day.toordinal()
    if isinstance(day, str):
        try:
            return date.fromisoformat(day[:10]).toordinal()
        except ValueError:
            pass
    raise InputError(f"{day!r} is no day; give a whole number, a date, or text like 2019-05-30")


def is_dated(day: object) -> bool:
    """Whether a day is a date (or the text of one) and not a number."""
    return not isinstance(day, Integral)


def quad_number(quad: object) -> int:
    """The place of a quad class in `QUADS`, whichever of its usual names is given.

    >>> quad_number("material-conflict"), quad_number("MCONF"), quad_number(4)
    (3, 3, 3)

    Raises:
        InputError: no quad class has this name.
    """
    found = _OTHER_NAMES.get(str(quad).strip().lower())
    if found is None:
        raise InputError(f"{quad!r} is no quad class; give one of {', '.join(QUADS)}, or 1 to 4")
    return found


def in_order(events: Iterable[Any]) -> list[tuple[int, Any, Any, Any]]:
    """Events of four values as (day number, …) in the order of their days.

    Raises:
        InputError: an event has not four values, its day is none, or numbers and dates are mixed.
    """
    facts: list[tuple[int, Any, Any, Any]] = []
    dated: bool | None = None
    for at, event in enumerate(events):
        try:
            day, first, second, third = event
        except (TypeError, ValueError):
            raise InputError(
                f"event {at} is {event!r}; an event is four values, the day first"
            ) from None
        facts.append((day_number(day), first, second, third))
        if dated is None:
            dated = is_dated(day)
        elif dated != is_dated(day):
            raise InputError(f"event {at} has {day!r} for a day; give numbers or dates, not both")
    # The same events give the same forecasts, in whatever order they come.
    facts.sort(key=lambda fact: (fact[0], str(fact[1]), str(fact[2]), str(fact[3])))
    return facts
