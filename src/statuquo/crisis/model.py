"""The state of a crisis, as values: what `build` gives and every door shows.

Each of them says where it comes from, by `Source` or by `Evidence`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from statuquo.crisis.claims import Claim
from statuquo.crisis.gauge import Tension
from statuquo.crisis.positions import Position
from statuquo.crisis.values import Judgement, Member, Side, Source, Story, tidy
from statuquo.entities.model import Party
from statuquo.events.record import Event, Evidence

RelationKind = Literal["ally", "supporter", "adversary", "at-odds", "mixed", "neutral"]
RELATION_KINDS: tuple[RelationKind, ...] = (
    "ally",
    "supporter",
    "adversary",
    "at-odds",
    "mixed",
    "neutral",
)

_LABEL = 40
"""Letters of a report that stand for it when nobody named it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A side with its members, and how often it acts and is acted upon."""

    side: Side
    members: tuple[Member, ...]
    acts: int
    receives: int
    speaks: int
    sources: tuple[Source, ...]

    def to_dict(self) -> dict[str, Any]:
        """An item of ``actors``."""
        return {
            **self.side.to_dict(),
            "acts": self.acts,
            "receives": self.receives,
            "speaks": self.speaks,
            "members": [member.to_dict() for member in self.members],
            "evidence": [source.to_dict() for source in self.sources],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """What two sides were to each other for a while.

    Args:
        kind: ally, supporter, adversary, at-odds, mixed or neutral.
        since: ISO day from which on.
        until: ISO day on which it became something else, or None while it lasts.
        sources: what made it so on its first day, strongest first.
    """

    kind: RelationKind
    since: str
    until: str | None
    sources: tuple[Source, ...]

    def to_dict(self) -> dict[str, Any]:
        """An item of ``phases``."""
        return {
            "kind": self.kind,
            "since": self.since,
            "until": self.until,
            "evidence": [source.to_dict() for source in self.sources],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two sides stand to each other.

    Args:
        id: stable name of the pair.
        kind: ally, supporter, adversary, at-odds, mixed or neutral: what they are now.
        parties: the two sides; when ``directed``, the first is behind, or against, the second.
        directed: whether it flows one way only.
        score: weighted mean of the PLOVER scores, -10 to +10.
        cooperation: points of cooperation in all.
        conflict: points of conflict in all, positive.
        counts: stories per quad class.
        why: what it was made of, for people («2 × AID, 1 × SUPPORT, 1 agreement»).
        made_of: the same as values: label and count.
        phases: what they were before, and since when they are what they are; none without days.
        sources: strongest first.
    """

    id: str
    kind: RelationKind
    parties: tuple[Side, Side]
    directed: bool
    score: float
    cooperation: float
    conflict: float
    counts: Mapping[str, int]
    why: str
    made_of: tuple[tuple[str, int], ...]
    phases: tuple[Phase, ...]
    sources: tuple[Source, ...]

    @property
    def strength(self) -> float:
        """All that weighs on the relation, in points of score."""
        return self.cooperation + self.conflict

    def to_dict(self) -> dict[str, Any]:
        """An item of ``relations``."""
        return {
            "id": self.id,
            "kind": self.kind,
            "directed": self.directed,
            "parties": [side.to_dict() for side in self.parties],
            "score": tidy(self.score),
            "cooperation": tidy(self.cooperation),
            "conflict": tidy(self.conflict),
            "counts": dict(self.counts),
            "why": self.why,
            "phases": [phase.to_dict() for phase in self.phases],
            "evidence": [source.to_dict() for source in self.sources],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One moment in the life of an agreement or of talks."""

    date: str | None
    state: str
    outcome: str | None = None
    words: str | None = None
    source: Source

    def to_dict(self) -> dict[str, Any]:
        """An item of ``history``."""
        return {
            "date": self.date,
            "state": self.state,
            "outcome": self.outcome,
            "words": self.words,
            "evidence": self.source.to_dict(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An accord, whichever reports speak of it.

    Args:
        id: id of its first mention.
        kind: what it is about, in the words of the first report that says it.
        kinds: every wording met.
        parties: the sides that concluded it.
        signed: ISO date or year of signature, or None.
        state: the latest state told.
        history: every mention, in order.
    """

    id: str
    kind: str
    kinds: tuple[str, ...]
    parties: tuple[Side, ...]
    signed: str | None
    state: str
    history: tuple[Step, ...]

    def to_dict(self) -> dict[str, Any]:
        """An item of ``agreements``."""
        return {
            "id": self.id,
            "kind": self.kind,
            "kinds": list(self.kinds),
            "parties": [side.to_dict() for side in self.parties],
            "signed": self.signed,
            "state": self.state,
            "history": [step.to_dict() for step in self.history],
            "evidence": [step.source.to_dict() for step in self.history],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where talks are held, with its country (ISO alpha-3)."""

    name: str
    country: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Name and country."""
        return {"name": self.name, "country": self.country}


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of talks: what is told of one place, until it is over.

    Args:
        place: where it is held, or None.
        since: ISO day of the first mention, or None.
        until: ISO day of the last mention, or None.
        state: the latest state told of it.
        outcome: the latest outcome told of it, or None.
        mentions: how often reports speak of it.
    """

    place: Place | None
    since: str | None
    until: str | None
    state: str
    outcome: str | None
    mentions: int

    def to_dict(self) -> dict[str, Any]:
        """An item of ``rounds``."""
        return {
            "place": self.place.to_dict() if self.place else None,
            "since": self.since,
            "until": self.until,
            "state": self.state,
            "outcome": self.outcome,
            "mentions": self.mentions,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks:
    """Talks or a mediation, whichever reports speak of them.

    Args:
        id: id of their first mention.
        mediators: the sides that mediate or host.
        places: where they were held, in order.
        parties: the sides that talk.
        state: the latest state told.
        outcome: the latest outcome told, or None.
        words: the report's words on that outcome.
        rounds: the rounds, in order.
        history: every mention, in order.
    """

    id: str
    mediators: tuple[Side, ...]
    places: tuple[Place, ...]
    parties: tuple[Side, ...]
    state: str
    outcome: str | None
    words: str | None
    rounds: tuple[Round, ...]
    history: tuple[Step, ...]

    def to_dict(self) -> dict[str, Any]:
        """An item of ``talks``."""
        return {
            "id": self.id,
            "mediators": [side.to_dict() for side in self.mediators],
            "places": [place.to_dict() for place in self.places],
            "place": self.places[-1].to_dict() if self.places else None,
            "parties": [side.to_dict() for side in self.parties],
            "state": self.state,
            "outcome": self.outcome,
            "words": self.words,
            "rounds": [each.to_dict() for each in self.rounds],
            "history": [step.to_dict() for step in self.history],
            "evidence": [step.source.to_dict() for step in self.history],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressure:
    """Threats, sanctions or forces moved by one side against another, and not taken back since.

    Args:
        id: stable name of the pair and the kind.
        type: THREATEN, SANCTION or MOBILIZE.
        actor: who presses, or None when not told.
        recipient: who is pressed, or None when not told.
        since: ISO day of the first, or None.
        last: ISO day of the latest, or None.
        count: how many stories.
        score: the worst PLOVER score among them.
        sources: latest first.
    """

    id: str
    type: str
    actor: Side | None
    recipient: Side | None
    since: str | None
    last: str | None
    count: int
    score: float
    sources: tuple[Source, ...]

    def to_dict(self) -> dict[str, Any]:
        """An item of ``pressure``."""
        sides = (self.actor, self.recipient)
        return {
            "id": self.id,
            "type": self.type,
            "actor": self.actor.to_dict() if self.actor else None,
            "recipient": self.recipient.to_dict() if self.recipient else None,
            "parties": [side.to_dict() for side in sides if side],
            "since": self.since,
            "last": self.last,
            "count": self.count,
            "score": tidy(self.score),
            "evidence": [source.to_dict() for source in self.sources],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement with its speaker joined over all spellings and reports.

    Args:
        id: id of the statement.
        report_id: the report it stands in.
        lang: language of that report.
        date: ISO day, or None.
        speaker: who said it, under the name joined over all reports.
        member: the same person or body with all its spellings.
        side: the side that the speaker belongs to, or None.
        role: the speaker's function: from this sentence, else from another about the same speaker.
        words: what was said, word for word.
        quoted: whether the words stand between quotation marks.
        verb: lemma of the reporting verb, or the preposition.
        about: parties that the words name.
        evidence: where it stands.
    """

    id: str
    report_id: str
    lang: str
    date: str | None
    speaker: Party
    member: Member
    side: Side | None
    role: str | None
    words: str
    quoted: bool
    verb: str | None
    about: tuple[Party, ...]
    evidence: Evidence

    @property
    def other_spellings(self) -> tuple[str, ...]:
        """The spellings of a person's name that are more than a part of the one shown."""
        if not (self.member.entity_id or "person:").startswith("person:"):
            return ()
        shown = set(self.speaker.name.split())
        return tuple(text for text in self.member.spellings if not set(text.split()) <= shown)

    def to_dict(self) -> dict[str, Any]:
        """An item of ``statements``."""
        return {
            "id": self.id,
            "report_id": self.report_id,
            "date": self.date,
            "lang": self.lang,
            "speaker": {
                **self.speaker.to_dict(),
                "side": self.side.id if self.side else None,
                "spellings": list(self.member.spellings),
            },
            "role": self.role,
            "words": self.words,
            "quoted": self.quoted,
            "verb": self.verb,
            "about": [party.to_dict() for party in self.about],
            "evidence": {"report_id": self.report_id, **self.evidence.to_dict()},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInfo:
    """A report that the crisis was read from; ``opening`` is its first line."""

    id: str
    lang: str
    date: str | None
    title: str | None
    outlet: str | None
    url: str | None
    opening: Evidence | None
    events: int
    statements: int

    @property
    def label(self) -> str:
        """What to call it beside a sentence: its outlet, title or first words, else its id."""
        if self.outlet or self.title:
            return self.outlet or self.title or ""
        first = self.opening.sentence if self.opening else ""
        short = first[:_LABEL].rsplit(" ", 1)[0] if len(first) > _LABEL else first
        return (f"{short}…" if short != first else first) or self.id

    def to_dict(self) -> dict[str, Any]:
        """An item of ``reports``."""
        opening = (
            [{"report_id": self.id, **self.opening.to_dict()}] if self.opening is not None else []
        )
        return {
            "id": self.id,
            "lang": self.lang,
            "date": self.date,
            "title": self.title,
            "outlet": self.outlet,
            "url": self.url,
            "events": self.events,
            "statements": self.statements,
            "evidence": opening,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that the reports cover (ISO), or those of the events where no report has a date."""

    start: str | None
    end: str | None
    reports: int
    undated: int

    def to_dict(self) -> dict[str, Any]:
        """The object ``period``."""
        return {
            "from": self.start,
            "to": self.end,
            "reports": self.reports,
            "undated_reports": self.undated,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """The picture of a crisis, every part of it led back to the reports.

    `statuquo.crisis.build` makes it. All parts are sorted by date, report and place in the text,
    or by weight where it says so, so that the same reports give the same value in any order.
    """

    period: Period
    reports: tuple[ReportInfo, ...] = ()
    actors: tuple[Actor, ...] = ()
    relations: tuple[Relation, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    talks: tuple[Talks, ...] = ()
    pressure: tuple[Pressure, ...] = ()
    statements: tuple[Said, ...] = ()
    positions: tuple[Position, ...] = ()
    claims: tuple[Claim, ...] = ()
    verdicts: tuple[Judgement, ...] = ()
    tension: Tension
    events: tuple[Event, ...] = ()
    stories: tuple[Story, ...] = field(default=(), repr=False)

    @property
    def speakers(self) -> tuple[tuple[Said, ...], ...]:
        """The statements of each speaker together, speakers in the order in which they speak."""
        return by_speaker(self.statements)

    def story_of(self) -> dict[str, Story]:
        """The story that each event tells, by the event's id."""
        return {event.id: story for story in self.stories for event in story.events}

    def to_dict(self) -> dict[str, Any]:
        """What ``statuquo brief --json`` prints."""
        story_of = self.story_of()
        return {
            "reports": [item.to_dict() for item in self.reports],
            "period": self.period.to_dict(),
            "actors": [item.to_dict() for item in self.actors],
            "relations": [item.to_dict() for item in self.relations],
            "agreements": [item.to_dict() for item in self.agreements],
            "talks": [item.to_dict() for item in self.talks],
            "pressure": [item.to_dict() for item in self.pressure],
            "statements": [item.to_dict() for item in self.statements],
            "positions": [item.to_dict() for item in self.positions],
            "claims": [item.to_dict() for item in self.claims],
            "verdicts": [item.to_dict() for item in self.verdicts],
            "tension": self.tension.to_dict(),
            "events": [
                {
                    **event.to_dict(),
                    "evidence": {"report_id": event.report_id, **event.evidence.to_dict()},
                    "story": story_of[event.id].id,
                }
                for event in self.events
            ],
        }


def by_speaker(statements: Iterable[Said]) -> tuple[tuple[Said, ...], ...]:
    """The statements of each speaker together, speakers in the order in which they speak."""
    found: dict[tuple[Side | None, Member], list[Said]] = {}
    for said in statements:
        found.setdefault((said.side, said.member), []).append(said)
    return tuple(tuple(group) for group in found.values())
