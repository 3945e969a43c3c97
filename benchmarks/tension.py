"""Figures and plots for docs/tension.md: the index on a table of real events, against a chronology.

    python benchmarks/tension.py EVENTS.csv --plots docs/images/tension

EVENTS.csv has the columns date, actor_country, actor, recipient_country, recipient, plover, quad: any
table of dated events with PLOVER types («-» for none) will do. Each event counts once, with the score
of its type, whichever of the two did it. The chronology is chosen by hand from the public record.
"""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from statuquo.crisis.index import Change, Term, changes, points_of, series
from statuquo.events import Ontology

CHRONOLOGY = Path(__file__).with_name("chronology-2014.toml")
NEAR = timedelta(days=10)
"""A change and a turning point this near each other, and the same way, are one."""
SOON = 42
"""Days after a change within which it may come to be known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A turning point of the public record."""

    day: date
    way: str
    what: str


def read_terms(path: Path) -> dict[frozenset[str], list[Term]]:
    """The events of a table by pair of countries."""
    types = Ontology.load().types
    found: dict[frozenset[str], list[Term]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            entry = types.get(row["plover"])
            found[frozenset((row["actor_country"], row["recipient_country"]))].append(
                Term(
                    day=date.fromisoformat(row["date"]),
                    points=points_of(entry.score if entry else 0.0, 1.0),
                    deed=row["quad"] == "material-conflict",
                    of=" ".join(
                        row[key].replace("_", " ") for key in ("actor", "plover", "recipient")
                    ),
                )
            )
    return found


def way_of(change: Change) -> str:
    """Up or down."""
    return "down" if change.kind == "easing" else "up"


def known_on(terms: Sequence[Term], change: Change, start: date, end: date) -> date | None:
    """The first day on which the index, knowing nothing later, would have named the change."""
    for later in range(SOON):
        day = change.day + timedelta(days=later)
        if day > end:
            return None
        for one in changes(terms, start, day):
            if abs(one.day - change.day).days <= 3 and way_of(one) == way_of(change):
                return day
    return None


def held_against(found: Iterable[Change], turns: Iterable[Turn]) -> dict[Change, Turn]:
    """Each change with the nearest turning point of its way; a turning point counts once."""
    pairs = sorted(
        (
            (abs(change.day - turn.day), change.day, change, turn)
            for change in found
            for turn in turns
            if way_of(change) == turn.way and abs(change.day - turn.day) <= NEAR
        ),
        key=lambda pair: pair[:2],
    )
    matched: dict[Change, Turn] = {}
    for _, _, change, turn in pairs:
        if change not in matched and turn not in matched.values():
            matched[change] = turn
    return matched


def plot(name: str, terms: Sequence[Term], found: Sequence[Change], turns: Sequence[Turn],
         start: date, end: date, path: Path) -> None:  # fmt: skip
    """The index of a dyad, its changes, and the turning points underneath, as SVG."""
    import altair as alt
    import vl_convert

    line = [{"day": day.isoformat(), "index": round(v, 2)} for day, v in series(terms, start, end)]
    rules = [{"day": one.day.isoformat(), "kind": one.kind} for one in found]
    points = [{"day": one.day.isoformat(), "way": one.way, "what": one.what} for one in turns]
    kinds = alt.Scale(
        domain=["rising", "broken", "easing"], range=["#c46a1b", "#a3181f", "#2d7a55"]
    )
    x = alt.X("day:T", title=None, axis=alt.Axis(format="%b", tickCount="month", grid=False))
    area = (
        alt.Chart(alt.Data(values=line), width=720, height=130)
        .mark_area(color="#8a4b2d2e", line={"color": "#8a4b2d", "strokeWidth": 1.4})
        .encode(x=x, y=alt.Y("index:Q", title="points"))
    )
    marks = (
        alt.Chart(alt.Data(values=rules))
        .mark_rule(strokeWidth=1.6, strokeDash=[5, 3])
        .encode(x=x, color=alt.Color("kind:N", scale=kinds, title="change"))
    )
    told = (
        alt.Chart(alt.Data(values=points), width=720, height=16)
        .mark_point(filled=True, size=70, color="#333")
        .encode(
            x=x,
            shape=alt.Shape(
                "way:N",
                scale=alt.Scale(domain=["up", "down"], range=["triangle-up", "triangle-down"]),
                title="public record",
            ),
        )
    )
    chart = (
        alt.vconcat(alt.layer(area, marks), told, spacing=4)
        .resolve_scale(x="shared")
        .properties(title=name, background="white")
    )
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    path.write_text(svg + "\n", encoding="utf-8")


@click.command()
@click.argument("events", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--plots", type=click.Path(file_okay=False, path_type=Path), help="Folder for SVG.")
def main(events: Path, plots: Path | None) -> None:
    """Print what the index says of the dyads of the chronology, and hold it against the record."""
    pairs: Mapping[frozenset[str], list[Term]] = read_terms(events)
    every = [term.day for terms in pairs.values() for term in terms]
    start, end = min(every), max(every)
    chronology: list[dict[str, Any]] = tomllib.loads(CHRONOLOGY.read_text("utf-8"))["dyad"]
    hits = called = known = 0
    for dyad in chronology:
        name = "–".join(dyad["parties"])
        terms = pairs[frozenset(dyad["parties"])]
        turns = [Turn(**turn) for turn in dyad["points"]]
        found = changes(terms, start, end)
        matched = held_against(found, turns)
        hits, called, known = hits + len(matched), called + len(found), known + len(turns)
        click.echo(f"\n{name}: {len(terms)} events")
        click.echo(
            "| day | change | points a day | known on | public record |\n|---|---|---|---|---|"
        )
        for one in found:
            turn = matched.get(one)
            click.echo(
                f"| {one.day} | {one.kind} | {one.before:.1f} → {one.after:.1f} "
                f"| {known_on(terms, one, start, end) or '–'} "
                f"| {f'{turn.day}: {turn.what}' if turn else '–'} |"
            )
        for turn in turns:
            if turn not in matched.values():
                click.echo(f"| – | missed | | | {turn.day}: {turn.what} |")
        if plots:
            plots.mkdir(parents=True, exist_ok=True)
            plot(name, terms, found, turns, start, end, plots / f"{name.replace('–', '-')}.svg")
    click.echo(
        f"\n{called} changes called, {hits} of them in the record ({hits / called:.0%}); "
        f"{known} turning points, {hits} found ({hits / known:.0%})"
    )


if __name__ == "__main__":
    main()
