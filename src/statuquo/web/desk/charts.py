"""The charts of the desk: each with its title, a text that says the same, its data and its drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from statuquo.crisis import Crisis, DyadTension, Tension
from statuquo.web.charts.days import bars_chart, counted, step_of, types_chart, within
from statuquo.web.charts.drawing import alone, dressed, inline, rendered
from statuquo.web.charts.map import Spot, map_chart, spots
from statuquo.web.charts.network import network_file
from statuquo.web.charts.tension import FEWEST_DAYS, Track, tension_chart
from statuquo.web.desk.dyads import pair_label
from statuquo.web.desk.frame import address_of
from statuquo.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a chart is to be drawn.

    Args:
        narrow: for a telephone.
        dark: in the colours of the night.
        plain: without title and background, for a page that has its own.
    """

    narrow: bool = False
    dark: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart that can be shown and saved.

    Args:
        title: its heading.
        alt: what it shows, in words.
        columns: the names of its data and their headings.
        rows: its data.
        draw: makes the drawing as a file, empty where there is too little to draw.
        shown: makes the drawing for the inside of a page; the same for a narrow one.
    """

    title: str
    alt: str
    columns: Mapping[str, str]
    rows: tuple[Mapping[str, Any], ...]
    draw: Callable[[Look], str]
    shown: Callable[[bool], str]


def tension_of(crisis: Crisis, dyad: DyadTension | None, w: Words, title: str) -> Chart:
    """The line of the index of a crisis, or of one dyad of it."""
    read: Tension | DyadTension = dyad or crisis.tension
    label = pair_label(dyad.parties, w) if dyad else title
    return _lines([Track.of(read, label)], crisis, w, f"{w('chart', 'tension')}: {label}")


def compared(crisis: Crisis, dyads: tuple[DyadTension, DyadTension], w: Words) -> Chart:
    """The lines of two dyads."""
    tracks = [Track.of(dyad, pair_label(dyad.parties, w)) for dyad in dyads]
    return _lines(
        tracks, crisis, w, f"{w('chart', 'compare')}: {tracks[0].label} / {tracks[1].label}"
    )


def _lines(tracks: list[Track], crisis: Crisis, w: Words, title: str) -> Chart:
    days = _days(crisis, w)
    alt = w("chart", "tension-alt", days=days, count=sum(len(track.changes) for track in tracks))
    several = len(tracks) > 1
    columns = {"date": w("ui", "date"), "value": w("ui", "tension"), "change": w("chart", "change")}
    if several:
        columns = {"dyad": w("chart", "dyad"), **columns}
    return Chart(
        title=title,
        alt=alt,
        columns=columns,
        rows=tuple(row for track in tracks for row in day_rows(track)),
        draw=_vega(lambda look: tension_chart(tracks, w, narrow=look.narrow), w, title, days),
        shown=_inline(lambda look: tension_chart(tracks, w, narrow=look.narrow), w),
    )


def day_rows(track: Track) -> Iterator[dict[str, Any]]:
    """The index of each day of a line, and what changed on it."""
    kinds = {change.day: change.kind for change in track.changes}
    for day, value in track.series:
        yield {
            "dyad": track.label,
            "date": day,
            "value": round(value, 3) + 0.0,
            "change": kinds.get(day),
        }


def timeline_of(crisis: Crisis, w: Words, title: str) -> Chart:
    """Stories by quad class over the days."""
    rows = tuple(day_counts(crisis, step_of(crisis)))
    heading = f"{w('section', 'timeline')}: {title}"
    return Chart(
        title=heading,
        alt=w("ui", "timeline-alt", step=w("ui", f"step-{step_of(crisis)}")),
        columns=_count_columns(w),
        rows=rows,
        draw=_vega(
            lambda look: bars_chart(crisis, w, narrow=look.narrow, legend=not look.plain),
            w, heading, _days(crisis, w),
        ),
        shown=_inline(lambda look: bars_chart(crisis, w, narrow=look.narrow), w),
    )  # fmt: skip


def types_of(crisis: Crisis, w: Words, title: str, link: Callable[..., str]) -> Chart:
    """Stories by type over the days, each dot with what stands behind it."""

    def leading(kind: str, first: object, last: object) -> str:
        return link("/events", type=kind, since=first, until=last)

    heading = f"{w('chart', 'types')}: {title}"
    return Chart(
        title=heading,
        alt=w("chart", "types-alt", step=w("ui", f"step-{step_of(crisis)}")),
        columns=_count_columns(w),
        rows=tuple(day_counts(crisis, step_of(crisis))),
        draw=_vega(
            lambda look: types_chart(crisis, w, narrow=look.narrow, legend=not look.plain),
            w, heading, _days(crisis, w),
        ),
        shown=_inline(lambda look: types_chart(crisis, w, narrow=look.narrow, link=leading), w),
    )  # fmt: skip


def day_counts(crisis: Crisis, step: str) -> Iterator[dict[str, Any]]:
    """Stories of each quad class and type in each day, week or month of the crisis."""
    for first, last, quad, kind, number in counted(within(crisis), step):
        yield {
            "from": first.isoformat(),
            "until": last.isoformat(),
            "quad": quad,
            "type": kind,
            "stories": number,
        }


def _count_columns(w: Words) -> dict[str, str]:
    return {
        "from": w("desk", "from"),
        "until": w("desk", "to"),
        "quad": w("chart", "quad"),
        "type": w("ui", "event"),
        "stories": w("chart", "stories"),
    }


def relations_of(crisis: Crisis, w: Words, title: str) -> Chart:
    """Who stands with whom."""
    heading = f"{w('section', 'relations')}: {title}"
    return Chart(
        title=heading,
        alt=w("ui", "picture"),
        columns={
            "one": w("chart", "side"),
            "kind": w("chart", "relation"),
            "other": w("chart", "side"),
            "since": w("ui", "since"),
        },
        rows=tuple(
            {
                "one": w.side(each.parties[0]),
                "kind": each.kind,
                "other": w.side(each.parties[1]),
                "directed": each.directed,
                "since": each.phases[-1].since if each.phases else None,
                "cooperation": round(each.cooperation, 3) + 0.0,
                "conflict": round(each.conflict, 3) + 0.0,
            }
            for each in crisis.relations
        ),
        draw=lambda look: network_file(
            crisis, w, title=heading, narrow=look.narrow, dark=look.dark
        ),
        shown=lambda narrow: "",
    )


def map_of(crisis: Crisis, w: Words, title: str, name: str) -> Chart:
    """Where it happens, and whom it involves."""
    found = spots(crisis.events, w)
    heading = f"{w('desk', 'map')}: {title}"

    def link(spot: Spot) -> str:
        return address_of("/events", name, **spot_filter(spot))

    return Chart(
        title=heading,
        alt=w("map", "alt"),
        columns={
            "kind": w("map", "kind"),
            "name": w("desk", "name"),
            "events": w("map", "events"),
            "cooperation": w("map", "cooperation"),
            "conflict": w("map", "conflict"),
        },
        rows=tuple(spot.to_dict() for spot in found),
        draw=_vega(
            lambda look: map_chart(found, w, narrow=look.narrow), w, heading, _days(crisis, w)
        ),
        shown=_inline(lambda look: map_chart(found, w, narrow=look.narrow, link=link), w),
    )


def spot_filter(spot: Spot) -> dict[str, str | None]:
    """What to ask the events for, to have those of a country or place."""
    return {"party": spot.country} if spot.kind == "country" else {"place": spot.name}


def has_line(read: Tension | DyadTension) -> bool:
    """Whether there are days enough for a line."""
    return len(read.series) >= FEWEST_DAYS


def _days(crisis: Crisis, w: Words) -> str:
    period = crisis.period
    return w.days(period.start, period.end) if period.start else w("ui", "undated")


def _vega(
    make: Callable[[Look], Any], w: Words, title: str, subtitle: str
) -> Callable[[Look], str]:
    def draw(look: Look) -> str:
        chart = make(look)
        if chart is None:
            return ""
        told = {} if look.plain else {"title": title, "subtitle": subtitle}
        return alone(rendered(dressed(chart, **told), w), dark=look.dark)

    return draw


def _inline(make: Callable[[Look], Any], w: Words) -> Callable[[bool], str]:
    def draw(narrow: bool) -> str:
        chart = make(Look(narrow=narrow, plain=True))
        return "" if chart is None else inline(rendered(dressed(chart), w))

    return draw
