"""The picture of a crisis as one page that opens offline: styles, drawings and script inside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from statuquo.crisis import (
    ISSUES,
    Actor,
    Agreement,
    Crisis,
    Issue,
    Position,
    Pressure,
    Relation,
    ReportInfo,
    Said,
    Side,
    Source,
    Story,
    Talks,
    by_speaker,
)
from statuquo.crisis.news import changed
from statuquo.events.record import Event, Modality
from statuquo.web.assets import TEMPLATES, asset, brief_styles
from statuquo.web.charts.days import COLOURS, bars_chart, step_of
from statuquo.web.charts.drawing import dressed, inline, rendered
from statuquo.web.charts.tension import Track, tension_chart
from statuquo.web.layout import NARROW, WIDE, Drawing, Style, draw
from statuquo.web.marks import Piece, event_pieces, printable, trigger_pieces
from statuquo.web.words import Words, words

if TYPE_CHECKING:
    from jinja2 import Environment

    from statuquo.outlook import Outlook

T = TypeVar("T")

SIGNS: Mapping[str, str] = {
    "ally": "+",
    "supporter": "+",
    "adversary": "×",
    "at-odds": "≠",
    "mixed": "±",
    "neutral": "·",
}
"""The sign that each kind of relation bears, since colour alone is not for everybody."""

MOST_SIDES = 25
"""So many sides fit into the picture and can still be read."""
MOST_SIDES_NARROW = 14
"""So many fit into the one for telephones, which leaves mere contact out."""
MOST_EVENTS = 1500
"""So many events a page shows; beyond that it would no longer open at once."""
MOST_SOURCES = 8
"""So many sentences stand under one finding."""

MOST_RELATIONS = 60
"""So many relations, and so many sides on one issue, stand in a list: the weightiest."""
MOST_PROCESSES = 40
"""So many talks, agreements and pressures stand in a list: those last told of."""
MOST_STATEMENTS = 300
"""So many statements the page shows: the latest."""
MOST_CLAIMS = 60
"""So many claims the page shows: the latest."""
MOST_NEWS = 40
"""So many new things the page shows before it says how many more there are."""

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")

LISTS = ("relations", "talks", "agreements", "pressure", "positions", "claims", "statements", "events", "reports")  # fmt: skip
"""The sections of the brief that are lists, by the name that the API has for them."""

ListAddress = Callable[[str], str]
"""The address of a list as a table, from that of the list."""
ChartAddress = Callable[..., str]
"""The address of a chart: its name with its ending (``tension.svg``), and how it is to be drawn."""


def page(
    crisis: Crisis,
    *,
    title: str,
    lang: str = "en",
    since: date | None = None,
    outlook: Outlook | None = None,
    nav: str = "",
    most_events: int = MOST_EVENTS,
    chart_at: ChartAddress | None = None,
    list_at: ListAddress | None = None,
) -> str:
    """The picture of a crisis as one HTML page.

    Args:
        crisis: what to show.
        title: heading of the page.
        lang: language of the page (``en``, ``fr`` or ``es``); reports stay in their own.
        since: a day from which on what changed is shown first.
        outlook: forecasts to show, if there are any.
        nav: markup of our own that stands above the page, where it is one of several.
        most_events: so many events it shows, the latest.
        chart_at: where charts are to be had, if they are; else they are drawn into the page.
        list_at: where lists are to be had as tables, if they are.

    Returns:
        The page. It asks nothing of the network and shows all it has without scripts.
    """
    template = environment().get_template("brief.html")
    return template.render(
        view=View(crisis, words(lang), since, most_events, chart_at, list_at),
        title=title,
        lang=words(lang).lang,
        nav=nav,
        outlook=outlook if outlook and outlook.coming else None,
    )


@cache
def environment() -> Environment:
    """The templates: everything that is printed is escaped, whatever is missing is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printed,
    )


def _latest(items: Sequence[T], day: Callable[[T], str | None]) -> tuple[T, ...]:
    """Those last told of, in their own order."""
    if len(items) <= MOST_PROCESSES:
        return tuple(items)
    ranked = sorted(range(len(items)), key=lambda at: (day(items[at]) or "", at), reverse=True)
    return tuple(items[at] for at in sorted(ranked[:MOST_PROCESSES]))


def _printed(value: Any) -> Any:
    """What a template prints, made fit for a page; markup of our own is left as it is."""
    return printable(value) if type(value) is str else value


def anchor(prefix: str, name: str) -> str:
    """A name for a place on the page, unique as the name itself is and safe in an address.

    >>> anchor("event", "e-12"), anchor("report", 'a "b"')
    ('event-e-12', 'report-a_20__22_b_22_')
    """
    return f"{prefix}-{_UNSAFE.sub(lambda found: f'_{ord(found[0]):x}_', name)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The drawing of relations with what is written on it."""

    id: str
    drawing: Drawing
    sides: tuple[Side, ...]
    relations: tuple[Relation, ...]
    left_out: int


class View:
    """What the templates ask about a crisis, in the reader's language."""

    def __init__(
        self,
        crisis: Crisis,
        w: Words,
        since: date | None,
        most_events: int = MOST_EVENTS,
        chart_at: ChartAddress | None = None,
        list_at: ListAddress | None = None,
    ) -> None:
        self.crisis = crisis
        self.list_at = list_at
        self.chart_at = chart_at
        self.since = since.isoformat() if since else None
        self.changed = changed(crisis, since) if since else ()
        self.w = w
        self.anchor = anchor
        self.signs = SIGNS
        self.colours = COLOURS
        self.most_sources = MOST_SOURCES
        self.most_claims = MOST_CLAIMS
        self.most_relations = MOST_RELATIONS
        self.reports: dict[str, ReportInfo] = {report.id: report for report in crisis.reports}
        # The latest events are the ones kept when there are too many.
        self.events: tuple[Event, ...] = crisis.events[-most_events:]

    # A page of the desk shows one event or fifty: what it does not ask for is not made for it.

    @cached_property
    def story_of(self) -> dict[str, Story]:
        """The story that each event tells."""
        return self.crisis.story_of()

    @cached_property
    def actor_of(self) -> dict[str, Actor]:
        """The actors by the id of their side."""
        return {actor.side.id: actor for actor in self.crisis.actors}

    @cached_property
    def _places(self) -> dict[str, str]:
        return {
            **{event.id: anchor("event", event.id) for event in self.events},
            **{verdict.id: anchor("verdict", verdict.id) for verdict in self.crisis.verdicts},
            **{
                step.source.of: anchor("talks", item.id)
                for item in self.talks
                for step in item.history
            },
            **{
                step.source.of: anchor("agreement", item.id)
                for item in self.agreements
                for step in item.history
            },
            **{said.id: anchor("statement", said.id) for said in self.statements},
        }

    @cached_property
    def talks(self) -> tuple[Talks, ...]:
        """The talks that were last told of."""
        return _latest(self.crisis.talks, lambda item: item.history[-1].date)

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements that were last told of."""
        return _latest(self.crisis.agreements, lambda item: item.history[-1].date)

    @cached_property
    def pressure(self) -> tuple[Pressure, ...]:
        """The pressures that were last told of."""
        return _latest(self.crisis.pressure, lambda item: item.last)

    @property
    def statements(self) -> tuple[Said, ...]:
        """The latest statements."""
        return self.crisis.statements[-MOST_STATEMENTS:]

    @property
    def voices(self) -> tuple[tuple[Said, ...], ...]:
        """The latest statements of each speaker."""
        return by_speaker(self.statements)

    @property
    def styles(self) -> str:
        """The styles of the brief."""
        return brief_styles()

    @property
    def script(self) -> str:
        """The script of the brief."""
        return asset("brief.js")

    # -- what the header says ----------------------------------------------------------------

    def span(self) -> str:
        """The days that the reports cover."""
        period = self.crisis.period
        if period.start is None:
            return self.w("ui", "undated")
        return self.w.days(period.start, period.end)

    def languages(self) -> str:
        """The languages of the reports."""
        found = dict.fromkeys(report.lang for report in self.crisis.reports)
        return ", ".join(self.w("language", lang) for lang in found)

    def sparkline(self, width: float = 220, height: float = 44) -> str:
        """Points of the tension's line, for a small drawing; empty for less than three days."""
        values = [value for _, value in self.crisis.tension.series]
        if len(values) < 3:
            return ""
        low, high = min(*values, 0.0), max(*values, 1.0)
        across = width / (len(values) - 1)
        return " ".join(
            f"{at * across:.1f},{height - 2 - (value - low) / (high - low) * (height - 4):.1f}"
            for at, value in enumerate(values)
        )

    def positions(self) -> list[tuple[Issue, list[Position]]]:
        """The positions by issue, for those on which somebody has one."""
        held = {issue: [p for p in self.crisis.positions if p.issue == issue] for issue in ISSUES}
        return [(issue, found) for issue, found in held.items() if found]

    def most_news(self) -> int:
        """So many new things are shown of each kind."""
        return MOST_NEWS

    # -- relations ---------------------------------------------------------------------------

    def decided(self) -> list[Relation]:
        """Relations that say something."""
        return [item for item in self.crisis.relations if item.kind != "neutral"]

    def undecided(self) -> list[Relation]:
        """Relations of mere contact."""
        return [item for item in self.crisis.relations if item.kind == "neutral"]

    def kind(self, relation: Relation) -> str:
        """What the two sides are to each other, to be read between their names."""
        return self.w("kind-directed" if relation.directed else "kind", relation.kind)

    def made_of(self, relation: Relation) -> str:
        """What a relation was made of, counted."""
        return " · ".join(f"{count} × {self.label(label)}" for label, count in relation.made_of)

    def label(self, label: str) -> str:
        """What a source was read as."""
        nouns = self.w.tables["type-noun"]
        return nouns[label] if label in nouns else self.w.known("made-of", label)

    def picture(self, name: str) -> Picture | None:
        """The drawing of who stands with whom; None where there are no two sides to draw."""
        narrow = name == "narrow"
        style: Style = NARROW if narrow else WIDE
        most = MOST_SIDES_NARROW if narrow else MOST_SIDES
        # A line leads to its relation in the lists below: what they leave out is not drawn.
        decided, undecided = (
            found[:MOST_RELATIONS] for found in (self.decided(), self.undecided())
        )
        everything = decided if narrow and decided else [*decided, *undecided]
        shown: dict[Side, None] = {}
        for relation in everything:
            if len(shown.keys() | set(relation.parties)) <= most:
                shown |= dict.fromkeys(relation.parties)
        if len(shown) < 2:
            return None
        sides = tuple(shown)
        index = {side: place for place, side in enumerate(sides)}
        relations = tuple(r for r in everything if all(p in index for p in r.parties))
        links = [(index[r.parties[0]], index[r.parties[1]], r.kind) for r in relations]
        left_out = len({p for r in self.crisis.relations for p in r.parties} - shown.keys())
        return Picture(
            id=name,
            drawing=draw([printable(self.w.side(side)) for side in sides], links, style),
            sides=sides,
            relations=relations,
            left_out=left_out,
        )

    # -- evidence ----------------------------------------------------------------------------

    def pieces(self, source: Source) -> Sequence[Piece]:
        """A source's sentence with its trigger marked."""
        return trigger_pieces(source.evidence)

    def event_pieces(self, event: Event) -> Sequence[Piece]:
        """An event's sentence with trigger and parties marked."""
        return event_pieces(event)

    def place(self, source: Source) -> str | None:
        """Where on the page a source is shown in full, if it is."""
        return self._places.get(source.of)

    def origin(self, report_id: str) -> str:
        """How a report is named beside its sentence."""
        report = self.reports.get(report_id)
        return report.label if report else report_id

    def report_lang(self, report_id: str) -> str | None:
        """Language of a report."""
        report = self.reports.get(report_id)
        return report.lang if report else None

    def address(self, report: ReportInfo) -> str:
        """Where a report was published, to be read and copied; the page itself links nowhere."""
        return re.sub(r"^[a-z]+://", "", report.url or "")

    # -- events and statements ---------------------------------------------------------------

    def sides(self, sides: Iterable[Side]) -> str:
        """Several sides, one after the other."""
        return ", ".join(self.w.side(side) for side in sides)

    def actors(self, event: Event) -> str:
        """Who acts in an event."""
        story = self.story_of[event.id]
        return self.sides(story.actors) or ", ".join(party.name for party in event.actors)

    def recipients(self, event: Event) -> str:
        """Who is acted upon in an event."""
        story = self.story_of[event.id]
        return self.sides(story.recipients) or ", ".join(party.name for party in event.recipients)

    def speakers(self, event: Event) -> str:
        """Who says that it is so, outermost first."""
        return ", ".join(dict.fromkeys(self.w.party(said.speaker) for said in event.attribution))

    def told_as(self, event: Event) -> str:
        """A tag for events that are denied or supposed."""
        doubted = event.modality in (Modality.DENIED, Modality.HYPOTHETICAL)
        return self.w("modality", event.modality) if doubted else ""

    def act(self, event: Event) -> str:
        """The bare act, where the type is but a word about it: promised help, refused talks."""
        return "" if event.act is event.type else self.w("type-noun", event.act)

    def table_of(self, section: str) -> str | None:
        """Where the whole list of a section is to be had as a table, if it is."""
        if self.list_at is None or section not in LISTS or not getattr(self.crisis, section):
            return None
        return self.list_at(f"/api/v1/{section}")

    def step(self) -> str:
        """What a bar of that drawing stands for: a day, a week or a month."""
        return step_of(self.crisis)

    def drawing(self, chart: str, name: str) -> str:
        """The drawing of the ``tension`` or of the ``timeline``; empty where there is none."""
        narrow = name == "narrow"
        drawn = (
            tension_chart([Track.of(self.crisis.tension, "")], self.w, narrow=narrow)
            if chart == "tension"
            else bars_chart(self.crisis, self.w, narrow=narrow)
        )
        return inline(rendered(dressed(drawn), self.w)) if drawn else ""
