"""The picture of a crisis in a terminal: calm, eighty columns upward, plain text where it is piped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from statuquo.crisis import ISSUES, STANCES, Crisis, Pressure, Relation, Side, Source
from statuquo.crisis.news import Novelty, changed
from statuquo.events.record import Event, Modality
from statuquo.web.marks import Mark, Piece, event_pieces, trigger_pieces, undirected
from statuquo.web.words import Words, words

if TYPE_CHECKING:
    from statuquo.outlook import Coming, Outlook

WIDEST = 110
"""Columns: longer lines are hard to read, however wide the window."""

MOST_EVENTS = 60
MOST_STATEMENTS = 40
MOST_VERDICTS = 5
MOST_CLAIMS = 10
"""So many claims are shown, the latest."""
MOST_NEWS = 25
"""So many new things are shown."""
MOST_TENSE = 3
"""So many pairs of sides are named under the tension."""
MOST_TIPPING = 3
"""So many stories are named for a change."""
MOST_UNDECIDED = 12
"""What a terminal shows at most of each; the page and ``--json`` hold the rest."""

_TYPE_COLUMNS = 10

_KIND_STYLE = {
    "ally": "bold cyan",
    "supporter": "green",
    "adversary": "red",
    "at-odds": "yellow",
    "mixed": "magenta",
    "neutral": "dim",
}
_KIND_SIGN = {
    "ally": "==",
    "supporter": "++",
    "adversary": "><",
    "at-odds": "/=",
    "mixed": "+-",
    "neutral": "..",
}
_STATE_STYLE = {
    "broken": "bold white on red",
    "rising": "bold red",
    "easing": "bold green",
    "holds": "bold",
    "unknown": "dim",
}
_MARK_STYLE: dict[Mark, str] = {
    "trigger": "bold",
    "actor": "underline",
    "recipient": "underline",
}


def terminal(
    crisis: Crisis,
    console: Console,
    *,
    lang: str = "en",
    since: date | None = None,
    outlook: Outlook | None = None,
) -> None:
    """Print the picture of a crisis.

    Args:
        crisis: what to show.
        console: where to print it.
        lang: language of the headings.
        since: a day from which on what changed is said first.
        outlook: forecasts to end with, if there are any.
    """
    width = min(console.width, WIDEST)
    for part in _Sheet(crisis, words(lang), since, outlook).parts():
        console.print(part, width=width, highlight=False, soft_wrap=False)


class _Sheet:
    """What is printed, section by section."""

    def __init__(
        self, crisis: Crisis, w: Words, since: date | None, outlook: Outlook | None
    ) -> None:
        self.outlook = outlook
        self.crisis = crisis
        self.since = since
        self.w = w
        self.outlets = {report.id: report.label for report in crisis.reports}
        self.stories = crisis.story_of()

    def parts(self) -> Iterator[RenderableType]:
        yield self.headline()
        if self.since:
            title = self.w("section", "changed", day=self.w.day(self.since.isoformat()))
            yield Text()
            yield Text(title, style="bold underline")
            found = list(self.changed(changed(self.crisis, self.since)))
            yield from found or [Text(f"  {self.w('ui', 'none-changed')}", style="dim")]
        sections = (
            ("relations", self.relations()),
            ("talks", self.talks()),
            ("agreements", self.agreements()),
            ("pressure", self.pressure()),
            ("positions", self.positions()),
            ("claims", self.claims()),
            ("statements", self.statements()),
            ("events", self.events()),
        )
        for name, lines in sections:
            found = list(lines)
            yield Text()
            yield Text(self.w("section", name), style="bold underline")
            yield from found or [Text(f"  {self.w('ui', f'none-{name}')}", style="dim")]
        if self.outlook and self.outlook.coming:
            yield Text()
            title = self.w("section", "outlook", days=self.outlook.horizon)
            yield Text(title, style="bold underline")
            yield from map(self._forecast, self.outlook.coming)
        yield Text()

    # -- sections ----------------------------------------------------------------------------

    def headline(self) -> RenderableType:
        tension, w = self.crisis.tension, self.w
        count = w.count("reports", len(self.crisis.reports))
        days = w.days(self.crisis.period.start, self.crisis.period.end)
        lines: list[RenderableType] = [
            Text.assemble(
                (w("state", tension.state), _STATE_STYLE[tension.state]),
                (f"  {w('ui', f'by-{tension.state_from}')}" if tension.state_from else "", "dim"),
            ),
            Text(
                f"{w('ui', 'tension').capitalize()} {w.number(tension.value)} ({tension.index}), "
                f"{w('ui', 'index-trend', trend=w('trend', tension.trend))}",
            ),
            *(_Hanging(Text(line)) for line in self._tipped()),
            Text(f"{count} · {days}", style="dim"),
        ]
        verdicts = sorted(self.crisis.verdicts, key=lambda verdict: verdict.date or "")
        for verdict in reversed(verdicts[-MOST_VERDICTS:]):
            told = self._label(verdict.kind)
            tags = told if verdict.asserted else f"{told}, {w('ui', 'feared')}"
            lines.append(
                _Hanging(
                    Text.assemble(
                        "“", _clean(verdict.words), "”  ",
                        (f"{tags} · {self._origin(verdict.report_id, verdict.date)}", "dim"),
                    )
                )
            )  # fmt: skip
        return Group(*lines)

    def _tipped(self) -> Iterator[str]:
        """Since when the index says so, what tipped it, and between whom it is tensest."""
        tension, w = self.crisis.tension, self.w
        if tension.tipped:
            since = w("ui", f"tipped-{tension.standing}", day=w.day(tension.tipped.day))
            told = [
                f"{self._label(one.label)} ({w.day(one.date)})" for one in tension.tipped.sources
            ]
            tail = f": {', '.join(told[:MOST_TIPPING])}" if told else ""
            yield f"{since[:1].upper()}{since[1:]}{tail}"
        tense = [dyad for dyad in tension.dyads if dyad.value >= 1][:MOST_TENSE]
        if tense:
            pairs = (
                f"{' – '.join(map(self._side, dyad.parties))} {w.number(dyad.value)}"
                for dyad in tense
            )
            yield f"{w('ui', 'dyads')}: {'; '.join(pairs)}"

    def changed(self, news: Sequence[Novelty]) -> Iterator[RenderableType]:
        w = self.w
        for one in news[:MOST_NEWS]:
            facts = [fact for fact in (w.novelty(one), w.day(one.day)) if fact]
            head = f"{w('novelty', one.kind)}: {self._sides(one.sides)}".rstrip(": ")
            yield self._finding(head, facts)
            yield from self._sentences(one.sources[:1])
        if len(news) > MOST_NEWS:
            yield Text(f"  {w('ui', 'more', count=len(news) - MOST_NEWS)}", style="dim")

    def relations(self) -> Iterator[RenderableType]:
        decided = [item for item in self.crisis.relations if item.kind != "neutral"]
        for relation in decided:
            yield self._relation(relation)
        undecided = [item for item in self.crisis.relations if item.kind == "neutral"]
        if undecided:
            pairs = [" – ".join(map(self._side, item.parties)) for item in undecided]
            shown = "; ".join(pairs[:MOST_UNDECIDED])
            if len(pairs) > MOST_UNDECIDED:
                shown += f"; {self.w('ui', 'more', count=len(pairs) - MOST_UNDECIDED)}"
            yield _Hanging(
                Text.assemble((f"{self.w('ui', 'also-neutral')}: ", "dim"), (shown, "dim"))
            )

    def talks(self) -> Iterator[RenderableType]:
        w = self.w
        for item in self.crisis.talks:
            facts = [w.known("talks", item.state)]
            if item.outcome:
                facts.append(w.known("outcome", item.outcome))
            if item.mediators:
                facts.append(f"{w('ui', 'mediated-by')} {self._sides(item.mediators)}")
            if item.places:
                places = ", ".join(map(w.place, item.places))
                facts.append(f"{w('ui', 'place')} {_clean(places)}")
            yield self._finding(self._sides(item.parties) or w("ui", "nobody"), facts)
            yield from self._sentences([step.source for step in item.history[-3:]])

    def agreements(self) -> Iterator[RenderableType]:
        w = self.w
        for item in self.crisis.agreements:
            facts = [self._sides(item.parties) or w("ui", "nobody")]
            facts.append(w.known("agreement", item.state))
            if item.signed:
                facts.append(f"{w('ui', 'signed')} {w.day(item.signed)}")
            yield self._finding(_clean(item.kind), facts)
            yield from self._sentences([step.source for step in item.history[-2:]])

    def pressure(self) -> Iterator[RenderableType]:
        for item in self.crisis.pressure:
            yield self._pressure(item)
            yield from self._sentences(item.sources[:1])

    def positions(self) -> Iterator[RenderableType]:
        w = self.w
        for issue in ISSUES:
            held = [one for one in self.crisis.positions if one.issue == issue]
            facts = []
            for stance in STANCES:
                sides = self._sides(one.side for one in held if one.stance == stance)
                if sides:
                    facts.append(f"{w('stance', stance)}: {sides}")
            if facts:
                yield self._finding(w("issue", issue), facts)

    def claims(self) -> Iterator[RenderableType]:
        w = self.w
        for one in self.crisis.claims[-MOST_CLAIMS:]:
            facts = [w("claim", one.standing)]
            if one.claimed_by:
                facts.append(f"{w('ui', 'claimed-by')} {self._sides(one.claimed_by)}")
            name = f"{self._label(one.type)}: {self._sides(one.parties)}".rstrip(": ")
            yield self._finding(name, facts)
            yield from self._sentences(one.sources[:1])

    def statements(self) -> Iterator[RenderableType]:
        left = MOST_STATEMENTS
        for group in self.crisis.speakers:
            first = group[0]
            side = self._side(first.side) if first.side else ""
            facts = [_clean(first.role) if first.role else "", side]
            if first.other_spellings:
                facts.append(
                    f"{self.w('ui', 'also-spelt')} {_clean(', '.join(first.other_spellings))}"
                )
            yield self._finding(
                _clean(self.w.party(first.speaker)), [fact for fact in facts if fact]
            )
            for said in group[: max(left, 0)]:
                marks = ("“", "”") if said.quoted else ("", "")
                yield _Hanging(
                    Text.assemble(
                        f"{marks[0]}{_clean(said.words)}{marks[1]}  ",
                        (self._origin(said.report_id, said.date), "dim"),
                    ),
                    by=4,
                )
            left -= len(group)
            if left <= 0:
                break
        if left < 0:
            yield Text(f"  {self.w('ui', 'more', count=-left)}", style="dim")

    def events(self) -> Iterator[RenderableType]:
        events = self.crisis.events
        if len(events) > MOST_EVENTS:
            shown = self.w("ui", "latest-only", shown=MOST_EVENTS, count=len(events))
            yield Text(f"  {shown}", style="dim")
        day: str | None = "none yet"
        for event in events[-MOST_EVENTS:]:
            if event.date != day:
                day = event.date
                yield Text(f"  {self.w.day(day)}", style="bold")
            yield from self._event(event)

    # -- pieces ------------------------------------------------------------------------------

    def _relation(self, relation: Relation) -> RenderableType:
        table = "kind-directed" if relation.directed else "kind"
        style = _KIND_STYLE[relation.kind]
        made_of = ", ".join(f"{count} × {self._label(label)}" for label, count in relation.made_of)
        return _Hanging(
            Text.assemble(
                (self._side(relation.parties[0]), "bold"),
                " · ",
                (self.w(table, relation.kind), style),
                " · ",
                (self._side(relation.parties[1]), "bold"),
                (f"  {made_of}", "dim"),
            ),
            head=Text(_KIND_SIGN[relation.kind], style=style),
            hang=3,
        )

    def _forecast(self, one: Coming) -> RenderableType:
        return _Hanging(
            Text.assemble(
                (f"{100 * one.why.probability:.0f} % ", "bold"),
                f"{self._side(one.actor)} → {self._side(one.recipient)}  ",
                (self.w.forecast(one.why), "dim"),
            )
        )

    def _pressure(self, item: Pressure) -> RenderableType:
        w = self.w
        facts = [w.count("counted", item.count)]
        if item.since:
            facts.append(f"{w('ui', 'since')} {w.day(item.since)}")
        if item.last and item.last != item.since:
            facts.append(f"{w('ui', 'latest')} {w.day(item.last)}")
        return _Hanging(
            Text.assemble(
                (self._side(item.actor) if item.actor else w("ui", "nobody"), "bold"),
                " ",
                (w("type", item.type), "red"),
                " ",
                (self._side(item.recipient) if item.recipient else w("ui", "nobody"), "bold"),
                (f"  {' · '.join(facts)}", "dim"),
            )
        )

    def _event(self, event: Event) -> Iterator[RenderableType]:
        story = self.stories[event.id]
        who = self._sides(story.actors) or _names(event.actors) or self.w("ui", "nobody")
        whom = self._sides(story.recipients) or _names(event.recipients)
        style = "cyan" if event.quad.endswith("cooperation") else "red"
        act = f" ({self.w('type-noun', event.act)})" if event.act is not event.type else ""
        doubt = ""
        if event.modality in (Modality.DENIED, Modality.HYPOTHETICAL):
            doubt = f" [{self.w('modality', event.modality)}]"
        said_by = ", ".join(dict.fromkeys(self.w.party(said.speaker) for said in event.attribution))
        said = f"{self.w('ui', 'said-by')} {_clean(said_by)} · " if said_by else ""
        outlet = _clean(self.outlets.get(event.report_id, event.report_id))
        yield _Hanging(
            Text.assemble(
                (f"{who} → {whom}" if whom else who, "bold"),
                (f"{act}{doubt}", "italic"),
            ),
            by=4,
            head=Text(event.type, style=style),
            hang=_TYPE_COLUMNS,
        )
        yield _Hanging(_marked(event_pieces(event)), by=4, hang=_TYPE_COLUMNS)
        yield _Hanging(Text(f"{said}{outlet}", style="dim"), by=4, hang=_TYPE_COLUMNS)

    def _finding(self, name: str, facts: Sequence[str]) -> RenderableType:
        return _Hanging(Text.assemble((name, "bold"), (f"  {' · '.join(facts)}" if facts else "")))

    def _sentences(self, sources: Iterable[Source]) -> Iterator[RenderableType]:
        for source in sources:
            text = _marked(trigger_pieces(source.evidence))
            text.append(f"  {self._origin(source.report_id, source.date)}", style="dim")
            yield _Hanging(text, by=4)

    def _origin(self, report_id: str, date: str | None) -> str:
        return f"{_clean(self.outlets.get(report_id, report_id))}, {self.w.day(date)}"

    def _label(self, label: str) -> str:
        nouns = self.w.tables["type-noun"]
        return nouns[label] if label in nouns else self.w.known("made-of", label)

    def _side(self, side: Side) -> str:
        return _clean(self.w.side(side))

    def _sides(self, sides: Iterable[Side]) -> str:
        return ", ".join(map(self._side, sides))


def _names(parties: Iterable[object]) -> str:
    return ", ".join(_clean(getattr(party, "name", "")) for party in parties)


def _clean(text: str) -> str:
    """Words of a report as a terminal may have them: on one line, without control characters."""
    return " ".join(undirected(text).split())


def _marked(pieces: Iterable[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        words_ = undirected(piece.text).replace("\n", " ")
        text.append(words_, style=_MARK_STYLE[piece.mark] if piece.mark else None)
    return text


@dataclass(frozen=True, slots=True)
class _Hanging:
    """Text set in, its further lines as far as the first one's words, and no spaces at line ends.

    Args:
        text: what to print.
        by: columns to set it in by.
        head: a sign or word before it, that nothing else stands under.
        hang: columns that the head takes.
    """

    text: Text
    by: int = 2
    head: Text | None = None
    hang: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = max(options.max_width - self.by - self.hang, 20)
        for number, line in enumerate(self.text.wrap(console, room)):
            line.rstrip()
            head = self.head if number == 0 and self.head else Text()
            gap = " " * (self.hang - head.cell_len)
            yield Text.assemble(" " * self.by, head, gap, line)
