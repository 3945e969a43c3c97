"""Stories over the days of a crisis: by quad class as bars, and by type as dots.

In the bars cooperation stands above the line and conflict below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from statuquo.crisis import Crisis, Story
from statuquo.crisis.dates import as_date
from statuquo.events.record import EventType
from statuquo.web.charts.drawing import day_axis
from statuquo.web.words import Words

COLOURS: Final = {
    "verbal-cooperation": "var(--coop-soft)",
    "material-cooperation": "var(--coop)",
    "verbal-conflict": "var(--conflict-soft)",
    "material-conflict": "var(--conflict)",
}
"""Colour of each quad class in the drawings and in their legends."""
_FEWEST_DAYS: Final = 3
_LABEL_ROOM: Final = 124
"""Pixels for the longest name of a type: the reader's letters may be wider than those measured."""
_DAYS_BY_DAY: Final = 45
_DAYS_BY_WEEK: Final = 500

Link = Callable[[str, date, date], str]
"""The address of what stands behind a dot: PLOVER type, first day, last day."""


def bars_chart(crisis: Crisis, w: Words, *, narrow: bool = False, legend: bool = False) -> Any:
    """Stories by quad class, a bar for each day, week or month; None where nothing is dated.

    Args:
        crisis: what to draw.
        w: the reader's language.
        narrow: for a telephone.
        legend: whether the drawing explains its colours itself.
    """
    step = step_of(crisis)
    counts = Counter((day, story.head.quad) for day, story in _stepped(crisis, step))
    if not counts or len(crisis.tension.series) < _FEWEST_DAYS:
        return None
    # Altair takes a second to load: only those who want a chart wait for it.
    import altair as alt

    rows = list(_bars(counts, step, w))
    # Widths are of the plotting area; the axes stand beside it.
    width, height = (290, 160) if narrow else (850, 180)
    return (
        alt.Chart(alt.Data(values=rows), width=width, height=height)
        .mark_rect(stroke="var(--paper)", strokeWidth=0.8, aria=False)
        .encode(
            x=_days(crisis, rows, narrow=narrow),
            x2="until:T",
            y=alt.Y(
                "low:Q",
                title=w("ui", "stories", step=w("ui", f"step-{step}")),
                axis=alt.Axis(
                    tickMinStep=1, tickCount=5, labelExpr="format(abs(datum.value), 'd')"
                ),
            ),
            y2="high:Q",
            color=_by_quad(w, legend=legend, narrow=narrow),
        )
    )


def types_chart(
    crisis: Crisis,
    w: Words,
    *,
    narrow: bool = False,
    legend: bool = False,
    link: Link | None = None,
) -> Any:
    """Stories by type: a row for each, a dot for each day, week or month, as large as they are many.

    Args:
        crisis: what to draw.
        w: the reader's language.
        narrow: for a telephone.
        legend: whether the drawing explains its colours itself.
        link: where a dot leads.
    """
    step = step_of(crisis)
    rows = [
        {
            "day": day.isoformat(),
            "until": (day + length(step, day)).isoformat(),
            "type": w("type-noun", kind),
            "class": w("quad", quad),
            "stories": number,
            "href": link(kind, day, day + length(step, day) - timedelta(days=1)) if link else "",
        }
        for (day, kind, quad), number in sorted(
            Counter(
                (day, str(s.head.type), s.head.quad) for day, s in _stepped(crisis, step)
            ).items()
        )
    ]
    if not rows or len(crisis.tension.series) < _FEWEST_DAYS:
        return None
    import altair as alt

    told = {row["type"] for row in rows}
    order = [name for kind in EventType if (name := w("type-noun", kind)) in told]
    chart = (
        alt.Chart(
            alt.Data(values=rows),
            width=190 if narrow else 770,
            height=alt.Step(22 if narrow else 24),
        )
        .mark_circle(aria=False, opacity=0.9, stroke="var(--paper)", strokeWidth=0.8)
        .encode(
            x=_days(crisis, rows, narrow=narrow),
            y=alt.Y(
                "type:N",
                title=None,
                scale=alt.Scale(domain=order),
                axis=alt.Axis(
                    grid=True,
                    domain=False,
                    ticks=False,
                    labelPadding=8,
                    labelLimit=130,
                    minExtent=_LABEL_ROOM,
                ),
            ),
            size=alt.Size("stories:Q", scale=alt.Scale(range=[40, 420]), legend=None),
            color=_by_quad(w, legend=legend, narrow=narrow),
        )
    )
    return chart.encode(href="href:N") if link else chart


def step_of(crisis: Crisis) -> str:
    """What one bar stands for: a ``day``, a ``week`` or a ``month``, by the length of the period."""
    start, end = as_date(crisis.period.start), as_date(crisis.period.end)
    days = (end - start).days if start and end else 0
    return "day" if days <= _DAYS_BY_DAY else "week" if days <= _DAYS_BY_WEEK else "month"


def counted(stories: Iterable[Story], step: str) -> Iterator[tuple[date, date, str, str, int]]:
    """First day, last day, quad class, type and number of stories, in order.

    Args:
        stories: what to count; those without a day are left out.
        step: ``day``, ``week`` or ``month``.
    """
    found = Counter(
        (floor(step, day), story.head.quad, str(story.head.type))
        for story in stories
        if (day := as_date(story.head.date))
    )
    for (day, quad, kind), number in sorted(found.items()):
        yield day, day + length(step, day) - timedelta(days=1), quad, kind, number


def floor(step: str, day: date) -> date:
    """The first day of a day's week or month.

    >>> str(floor("week", date(2019, 5, 1))), str(floor("month", date(2019, 5, 31)))
    ('2019-04-29', '2019-05-01')
    """
    if step == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step == "month" else day


def length(step: str, day: date) -> timedelta:
    """How long the day, week or month is that begins on a day."""
    if step == "month":
        following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        return following - day
    return timedelta(days=7 if step == "week" else 1)


def within(crisis: Crisis) -> list[Story]:
    """The stories of the crisis's own days.

    What a text tells of other years would squeeze the crisis itself into a corner.
    """
    start, end = as_date(crisis.period.start), as_date(crisis.period.end)
    if start is None or end is None:
        return []
    early = start - timedelta(days=31)
    return [s for s in crisis.stories if (day := as_date(s.head.date)) and early <= day <= end]


def _stepped(crisis: Crisis, step: str) -> Iterator[tuple[date, Story]]:
    for story in within(crisis):
        day = as_date(story.head.date)
        if day:
            yield floor(step, day), story


def _by_quad(w: Words, *, legend: bool, narrow: bool) -> Any:
    """The colours, explained in the drawing itself where no page stands around it."""
    import altair as alt

    names = [w("quad", quad) for quad in COLOURS]
    return alt.Color(
        "class:N",
        scale=alt.Scale(domain=names, range=list(COLOURS.values())),
        legend=alt.Legend(columns=1 if narrow else 4) if legend else None,
    )


def _days(crisis: Crisis, rows: Sequence[Mapping[str, Any]], *, narrow: bool) -> Any:
    """An axis of days, never of hours, with as many labels as find room."""
    import altair as alt

    days = [day for day, _ in crisis.tension.series]
    first = min([*days, *(row["day"] for row in rows)])
    last = max([*days, *(row["until"] for row in rows)])
    return alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(domain=[first, last]),
        axis=day_axis(first, last, narrow=narrow),
    )


def _bars(counts: Counter[tuple[date, str]], step: str, w: Words) -> Iterator[dict[str, str | int]]:
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
                    "until": (day + length(step, day)).isoformat(),
                    "class": w("quad", quad),
                    "low": low,
                    "high": high,
                }
