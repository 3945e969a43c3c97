"""The days of a crisis as a drawing: cooperation above the line, conflict below, tension underneath.

Altair says what to draw and vl-convert draws it, here and now: the page needs no script for it.
Colours are the page's own variables, so that the drawing follows its light and dark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final, Literal

from statuquo.crisis import Crisis
from statuquo.crisis.dates import as_date
from statuquo.web.words import Words

_LOCALES: Final[dict[str, Literal["en-GB", "fr-FR", "es-ES"]]] = {
    "en": "en-GB",
    "fr": "fr-FR",
    "es": "es-ES",
}
COLOURS: Final = {
    "verbal-cooperation": "var(--coop-soft)",
    "material-cooperation": "var(--coop)",
    "verbal-conflict": "var(--conflict-soft)",
    "material-conflict": "var(--conflict)",
}
"""Colour of each quad class in the drawing and in its legend."""
_FEWEST_DAYS: Final = 3
_DAYS_BY_DAY: Final = 45
_DAYS_BY_WEEK: Final = 500
_NAMESPACE = re.compile(r' xmlns(:xlink)?="[^"]*"')
_SIZE = re.compile(r'^<svg([^>]*?) width="[^"]*" height="[^"]*"')


def timeline(crisis: Crisis, w: Words, *, narrow: bool = False) -> str:
    """The drawing as SVG markup of our own making; empty where nothing is dated.

    Args:
        crisis: what to draw.
        w: the reader's language.
        narrow: for a telephone.
    """
    step = step_of(crisis)
    counts = _counts(crisis, step)
    if not counts or len(crisis.tension.series) < _FEWEST_DAYS:
        return ""
    # Altair and V8 take a second to load: only those who want a page wait for them.
    import altair as alt
    import vl_convert

    rows = list(_bars(counts, step))
    days = [row["day"] for row in rows] + [day for day, _ in crisis.tension.series]
    ends = [row["until"] for row in rows]
    # Widths are of the plotting area; the axes stand beside it.
    width, bars, line = (280, 150, 80) if narrow else (850, 170, 90)
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(domain=[min(days), max([*ends, *days])]),
        axis=_day_axis(crisis, step, narrow=narrow),
    )
    chart = (
        alt.Chart(alt.Data(values=rows), width=width, height=bars)
        .mark_rect(stroke="var(--paper)", strokeWidth=0.8, aria=False)
        .encode(
            x=x,
            x2="until:T",
            y=alt.Y(
                "low:Q",
                title=w("ui", "stories", step=w("ui", f"step-{step}")),
                axis=alt.Axis(
                    tickMinStep=1, tickCount=5, labelExpr="format(abs(datum.value), 'd')"
                ),
            ),
            y2="high:Q",
            color=alt.Color(
                "quad:N",
                scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())),
                legend=None,
            ),
        )
    )
    if len(crisis.tension.series) > 2:
        points = [{"day": day, "value": round(value, 3)} for day, value in crisis.tension.series]
        curve = (
            alt.Chart(alt.Data(values=points), width=width, height=line)
            .mark_area(
                aria=False,
                color="var(--tension-fill)",
                line={"color": "var(--tension)", "strokeWidth": 1.5},
            )
            .encode(x=x, y=alt.Y("value:Q", title=w("ui", "tension"), axis=alt.Axis(tickCount=3)))
        )
        chart = alt.vconcat(chart, curve, spacing=14)
    chart = chart.configure(
        background="transparent",
        font="system-ui, sans-serif",
        view={"stroke": None},
        axis={
            "labelColor": "var(--ink-soft)",
            "titleColor": "var(--ink-soft)",
            "titleFontWeight": "normal",
            "gridColor": "var(--rule)",
            "domainColor": "var(--rule)",
            "tickColor": "var(--rule)",
            "labelFontSize": 12,
            "titleFontSize": 12,
        },
    )
    svg = vl_convert.vegalite_to_svg(
        chart.to_dict(), time_format_locale=_LOCALES[w.lang], format_locale=_LOCALES[w.lang]
    )
    # A page knows what <svg> is; the names of its kind are addresses that we need not carry.
    svg = _NAMESPACE.sub("", svg)
    return _SIZE.sub(r"<svg\1", svg).replace("<svg ", '<svg aria-hidden="true" ', 1)


def _day_axis(crisis: Crisis, step: str, *, narrow: bool) -> Any:
    """An axis of days, never of hours, with as many labels as find room."""
    import altair as alt

    most = 4 if narrow else 9
    if step != "day":
        return alt.Axis(tickCount=most, labelOverlap="greedy", labelFlush=True)
    every = max(1, -(-len(crisis.tension.series) // most))
    ticks = {"interval": "day", "step": every}
    return alt.Axis(tickCount=ticks, format="%-d %b", labelOverlap="greedy", labelFlush=True)


def step_of(crisis: Crisis) -> str:
    """What one bar stands for: a ``day``, a ``week`` or a ``month``, by the length of the period."""
    start, end = as_date(crisis.period.start), as_date(crisis.period.end)
    days = (end - start).days if start and end else 0
    return "day" if days <= _DAYS_BY_DAY else "week" if days <= _DAYS_BY_WEEK else "month"


def _counts(crisis: Crisis, step: str) -> Counter[tuple[date, str]]:
    """Stories per step and quad class."""
    start, end = as_date(crisis.period.start), as_date(crisis.period.end)
    dated = [(day, s.head.quad) for s in crisis.stories if (day := as_date(s.head.date))]
    if start is None or end is None:
        return Counter()
    # What a text tells of other years would squeeze the crisis itself into a corner.
    dated = [(day, quad) for day, quad in dated if start - timedelta(days=31) <= day <= end]
    return Counter((_floor(step, day), quad) for day, quad in dated)


def _bars(counts: Counter[tuple[date, str]], step: str) -> Iterator[dict[str, str | int]]:
    """The blocks of every bar: deeds next to the line, words on top of them, conflict downwards."""
    outward = ("material-cooperation", "verbal-cooperation", "material-conflict", "verbal-conflict")
    for day in sorted({day for day, _ in counts}):
        reached = {1: 0, -1: 0}
        for quad in outward:
            number = counts[day, quad]
            if number:
                way = 1 if quad.endswith("cooperation") else -1
                low, high = reached[way], reached[way] + way * number
                reached[way] = high
                yield {
                    "day": day.isoformat(),
                    "until": (day + _length(step, day)).isoformat(),
                    "quad": quad,
                    "low": low,
                    "high": high,
                }


def _floor(step: str, day: date) -> date:
    if step == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step == "month" else day


def _length(step: str, day: date) -> timedelta:
    if step == "month":
        following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return following - day
    return timedelta(days=7 if step == "week" else 1)
