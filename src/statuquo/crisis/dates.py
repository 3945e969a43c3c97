"""ISO days as dates; whatever is no full day is no day."""

from __future__ import annotations

from datetime import date


def as_date(day: str | None) -> date | None:
    """The date that an ISO day (or the day of an ISO time) names; None for anything else.

    >>> as_date("2019-05-30T08:00:00Z"), as_date("2019-05"), as_date(None)
    (datetime.date(2019, 5, 30), None, None)
    """
    try:
        return date.fromisoformat((day or "")[:10])
    except ValueError:
        return None
