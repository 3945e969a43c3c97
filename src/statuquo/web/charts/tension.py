"""The line of the index over the days, with the days marked on which its level changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from statuquo.crisis import DyadTension, Shift, Tension
from statuquo.crisis.dates import as_date
from statuquo.crisis.gauge import Series
from statuquo.web.charts.drawing import day_axis
from statuquo.web.marks import printable
from statuquo.web.words import Words

FEWEST_DAYS: Final = 3
"""A line of less is no line."""
COLOURS: Final = ("var(--tension)", "var(--accent)")
"""The colour of the first line and of the second."""
_KIND_COLOURS: Final = {
    "rising": "var(--conflict)",
    "broken": "var(--conflict)",
    "easing": "var(--coop)",
}
_KIND_SHAPES: Final = {"rising": "triangle-up", "broken": "diamond", "easing": "triangle-down"}
_NUMBER_ROOM: Final = {False: 15.0, True: 13.0}
"""Pixels that the number of a change takes beside the next."""
_ROWS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One line of the chart.

    Args:
        label: whose tension it is.
        series: the index of each day.
        changes: the days on which its level changed.
    """

    label: str
    series: Series
    changes: tuple[Shift, ...]

    @classmethod
    def of(cls, tension: Tension | DyadTension, label: str) -> Track:
        """The line of a crisis or of a dyad."""
        return cls(label=label, series=tension.series, changes=tension.changes)


def tension_chart(tracks: Sequence[Track], w: Words, *, narrow: bool = False) -> Any:
    """The lines over their days, or None where there are too few days.

    Args:
        tracks: one or two.
        w: the reader's language.
        narrow: for a telephone.
    """
    tracks = [track for track in tracks if len(track.series) >= FEWEST_DAYS]
    if not tracks:
        return None
    import altair as alt

    width, height = (290, 170) if narrow else (850, 230)
    days = [day for track in tracks for day, _ in track.series]
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(domain=[min(days), max(days)]),
        axis=day_axis(min(days), max(days), narrow=narrow),
    )
    names = _apart([track.label for track in tracks])
    points = [
        {"day": day, "value": round(value, 3), "of": name}
        for name, track in zip(names, tracks, strict=True)
        for day, value in track.series
    ]
    marks = list(_marks(tracks, width, narrow=narrow))
    colour = alt.Color(
        "of:N",
        scale=alt.Scale(domain=names, range=list(COLOURS[: len(names)])),
        legend=None
        if len(names) == 1
        else alt.Legend(direction="vertical", labelLimit=260 if narrow else 700),
    )
    line = alt.Chart(alt.Data(values=points))
    y = alt.Y("value:Q", title=w("ui", "tension"), axis=alt.Axis(tickCount=4))
    layers: list[Any] = []
    if len(names) == 1:
        layers.append(line.mark_area(aria=False, color="var(--tension-fill)").encode(x=x, y=y))
    layers += [
        alt.Chart(alt.Data(values=[{"zero": 0}]))
        .mark_rule(aria=False, color="var(--ink-soft)", strokeWidth=0.8)
        .encode(y="zero:Q"),
        line.mark_line(aria=False, strokeWidth=1.8).encode(x=x, y=y, color=colour),
    ]
    if marks:
        layers += _marked(marks, x, y, narrow=narrow)
    return alt.layer(*layers, width=width, height=height).resolve_scale(color="independent")


def _marked(marks: list[dict[str, Any]], x: Any, y: Any, *, narrow: bool) -> Iterator[Any]:
    """A thread down from the number of each change to its day on the line."""
    import altair as alt

    base = alt.Chart(alt.Data(values=marks))
    kind = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=list(_KIND_COLOURS), range=list(_KIND_COLOURS.values())),
        legend=None,
    )
    yield base.mark_rule(aria=False, strokeDash=[2, 3], strokeWidth=1).encode(x=x, color=kind)
    yield base.mark_point(aria=False, filled=True, size=80, opacity=1).encode(
        x=x,
        y=y,
        color=kind,
        shape=alt.Shape(
            "kind:N",
            scale=alt.Scale(domain=list(_KIND_SHAPES), range=list(_KIND_SHAPES.values())),
            legend=None,
        ),
    )
    for row in range(_ROWS):
        yield (
            base.transform_filter(f"datum.row === {row}")
            .mark_text(
                aria=False,
                fontSize=11 if narrow else 12,
                fontWeight="bold",
                baseline="bottom",
                y=-3 - 13 * row,
            )
            .encode(x=x, text="number:N", color=kind)
        )


def _marks(tracks: Sequence[Track], width: float, *, narrow: bool) -> Iterator[dict[str, Any]]:
    """The changes, numbered through, their numbers in rows so that none covers another."""
    first = min(day for track in tracks for day, _ in track.series)
    last = max(day for track in tracks for day, _ in track.series)
    start, end = as_date(first), as_date(last)
    days = max((end - start).days, 1) if start and end else 1
    numbered = [
        (change, number)
        for number, change in enumerate((c for track in tracks for c in track.changes), start=1)
    ]
    values = {
        change.day + str(place): value
        for place, track in enumerate(tracks)
        for change in track.changes
        for day, value in track.series
        if day == change.day
    }
    of = [str(place) for place, track in enumerate(tracks) for _ in track.changes]
    ends = [-100.0] * _ROWS
    for change, number in sorted(numbered, key=lambda one: (one[0].day, one[1])):
        day = as_date(change.day)
        at = (day - start).days / days * width if day and start else 0.0
        row = next((r for r in range(_ROWS) if at >= ends[r]), _ROWS - 1)
        ends[row] = at + _NUMBER_ROOM[narrow]
        yield {
            "day": change.day,
            "value": round(values.get(change.day + of[number - 1], 0.0), 3),
            "kind": change.kind,
            "number": str(number),
            "row": row,
        }


def _apart(labels: list[str]) -> list[str]:
    """Names that a legend can tell apart, fit to be drawn."""
    shown = [printable(label) for label in labels]
    return [
        f"{name} ({shown[:at].count(name) + 1})" if name in shown[:at] else name
        for at, name in enumerate(shown)
    ]
