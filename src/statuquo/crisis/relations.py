"""How the sides stand to each other: allies, supporters, adversaries, at odds, mixed, neutral.

Every pair of sides gathers contributions from the stories between them, the agreements that bind
them and the reports' verdicts on them. What the numbers mean is in `weights`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from statuquo.crisis.dates import as_date
from statuquo.crisis.index import fade
from statuquo.crisis.model import Agreement, Phase, Relation, RelationKind
from statuquo.crisis.sides import Roster
from statuquo.crisis.stories import event_source
from statuquo.crisis.values import Judgement, Side, Source, Story
from statuquo.crisis.weights import (
    AGREEMENT_SCORE,
    ATTITUDE_OF_ACCUSER,
    BACKING_TYPES,
    FAINT,
    HARD_SHARE,
    HARD_TYPES,
    HYPOTHETICAL_VERDICT,
    LEANING,
    MANY_STORIES,
    RECIPROCAL,
    RELATION_HALF_LIFE_DAYS,
    SOFT_ALLY,
    TYPE_WEIGHT,
    VERDICT_SCORE,
)
from statuquo.events.record import Event, EventType, content_id

QUADS = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")

_MATERIAL_HELP = frozenset({EventType.AID, EventType.COOPERATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What one finding adds to the relation of two sides; ``mutual`` holds in both directions."""

    day: date | None

    actor: Side
    recipient: Side
    points: float
    weight: float
    label: str
    type: EventType | None
    quad: str | None
    sources: tuple[Source, ...]
    mutual: bool = False


def relations(
    told: Iterable[Story],
    agreements: Iterable[Agreement],
    verdicts: Iterable[Judgement],
    roster: Roster,
) -> tuple[Relation, ...]:
    """The relation of every pair of sides that have anything to do with each other.

    Returns:
        The relations, those with most behind them first.
    """
    pairs: dict[frozenset[Side], list[_Part]] = defaultdict(list)
    parts = (
        *_from_stories(told, roster),
        *_from_agreements(agreements),
        *_from_verdicts(verdicts),
    )
    for part in parts:
        pairs[frozenset((part.actor, part.recipient))].append(part)
    found = [_relation(pair, parts) for pair, parts in pairs.items()]
    return tuple(sorted(found, key=lambda relation: (-relation.strength, relation.id)))


def _from_stories(told: Iterable[Story], roster: Roster) -> Iterator[_Part]:
    for story in told:
        event = story.head
        points = event.score * TYPE_WEIGHT[event.type] * story.weight
        sources = tuple(event_source(each, points) for each in _best_first(story))
        seen: set[frozenset[Side]] = set()
        for actor, recipient in story.dyads():
            if actor is None or recipient is None or frozenset((actor, recipient)) in seen:
                continue
            mutual = not story.recipients
            if mutual:
                seen.add(frozenset((actor, recipient)))
            yield _Part(
                day=as_date(event.date),
                actor=actor,
                recipient=recipient,
                points=points,
                weight=story.weight,
                label=event.type,
                type=event.type,
                quad=event.quad,
                sources=sources,
                mutual=mutual,
            )
        yield from _accusations(story, roster, told_by=sources)


def _best_first(story: Story) -> Iterator[Event]:
    yield story.head
    yield from (event for event in story.events if event is not story.head)


def _accusations(story: Story, roster: Roster, *, told_by: tuple[Source, ...]) -> Iterator[_Part]:
    """A hostile deed claimed by somebody else: the claim is an attitude of whoever makes it."""
    event = story.head
    if event.score >= 0 or not event.attribution or event.type is EventType.ACCUSE:
        return
    speaker = roster.side(event.attribution[-1].speaker)
    if speaker is None or speaker.group == "civilians" or speaker in story.actors:
        return
    for accused in story.actors:
        yield _Part(
            day=as_date(event.date),
            actor=speaker,
            recipient=accused,
            points=ATTITUDE_OF_ACCUSER * event.confidence,
            weight=event.confidence,
            label="claim",
            type=None,
            quad="verbal-conflict",
            sources=told_by[:1],
        )


def _from_agreements(agreements: Iterable[Agreement]) -> Iterator[_Part]:
    for agreement in agreements:
        points = AGREEMENT_SCORE[agreement.state]
        first = as_date(agreement.signed) or as_date(agreement.history[0].date)
        sources = tuple(_weighed(step.source, points) for step in agreement.history)
        for one, other in combinations(agreement.parties, 2):
            yield _Part(
                day=first,
                actor=one,
                recipient=other,
                points=points,
                weight=1.0,
                label="agreement",
                type=None,
                quad=None,
                sources=sources,
                mutual=True,
            )


def _from_verdicts(verdicts: Iterable[Judgement]) -> Iterator[_Part]:
    for verdict in verdicts:
        share = 1.0 if verdict.asserted else HYPOTHETICAL_VERDICT
        points = VERDICT_SCORE.get(verdict.kind, 0.0) * share
        if not points:
            continue
        source = Source(
            report_id=verdict.report_id,
            lang=verdict.lang,
            date=verdict.date,
            of=verdict.id,
            label=verdict.kind,
            evidence=verdict.evidence,
            weight=points,
        )
        for one, other in combinations(verdict.sides, 2):
            yield _Part(
                day=as_date(verdict.date),
                actor=one,
                recipient=other,
                points=points,
                weight=share,
                label=verdict.kind,
                type=None,
                quad=None,
                sources=(source,),
                mutual=True,
            )


def _weighed(source: Source, points: float) -> Source:
    return Source(
        report_id=source.report_id,
        lang=source.lang,
        date=source.date,
        of=source.of,
        label=source.label,
        evidence=source.evidence,
        weight=points,
    )


def _relation(pair: frozenset[Side], parts: list[_Part]) -> Relation:
    one, other = sorted(pair, key=lambda side: side.id)
    cooperation = sum(part.points for part in parts if part.points > 0)
    conflict = -sum(part.points for part in parts if part.points < 0)
    phases = _phases(parts)
    kind = phases[-1].kind if phases else _kind(parts)
    doer = _doer(parts, friendly=cooperation >= conflict)
    if doer is not None and doer is other:
        one, other = other, one
    weight = sum(part.weight for part in parts)
    made_of = _made_of(parts)
    return Relation(
        id=content_id("rel", *sorted(side.id for side in pair)),
        kind=kind,
        parties=(one, other),
        directed=doer is not None and kind not in ("neutral", "mixed"),
        # Below one full event the mean is drawn to zero: one denied rumour makes no best friend.
        score=sum(part.points for part in parts) / max(weight, 1.0),
        cooperation=cooperation,
        conflict=conflict,
        counts={quad: sum(part.quad == quad for part in parts) for quad in QUADS},
        why=", ".join(_counted(label, count) for label, count in made_of),
        made_of=made_of,
        phases=phases,
        sources=_sources(parts),
    )


def _phases(parts: list[_Part]) -> tuple[Phase, ...]:
    """What the two were to each other from when until when, and what made it so.

    What no day could be given is taken to have held all the time.
    """
    undated = [part for part in parts if part.day is None]
    by_day: dict[date, list[_Part]] = defaultdict(list)
    for part in parts:
        if part.day:
            by_day[part.day].append(part)
    known = _Tally()
    for part in undated:
        known.add(part)
    found: list[Phase] = []
    for day in sorted(by_day):
        known.move_to(day)
        for part in by_day[day]:
            known.add(part)
        kind = known.kind()
        if not found or found[-1].kind != kind:
            news = _sources([part for part in parts if part.day in (day, None)])
            if found:
                found[-1] = replace(found[-1], until=day.isoformat())
            found.append(Phase(kind=kind, since=day.isoformat(), until=None, sources=news))
    return tuple(found)


class _Tally:
    """What the two have done so far, summed up day by day: no part is looked at twice.

    Silence changes nothing: what is known counts in full. But what is newer decides which way it
    leans, so that friends who fall out are not friends for the sake of old times.
    """

    def __init__(self) -> None:
        self._day: date | None = None
        # What fades and what has no day to fade from: cooperation, conflict, hard conflict.
        self._fading = [0.0, 0.0, 0.0]
        self._lasting = [0.0, 0.0, 0.0]
        self._weight = 0.0
        self._gained = 0.0
        self._backed = 0.0
        self._backing: Counter[bool] = Counter()
        self._bound = False
        self._flow: dict[Side, float] = defaultdict(float)

    def move_to(self, day: date) -> None:
        """Let what is known fade until a day."""
        if self._day:
            left = fade((day - self._day).days, RELATION_HALF_LIFE_DAYS)
            self._fading = [points * left for points in self._fading]
        self._day = day

    def add(self, part: _Part) -> None:
        """Take in what is told of the day, or of no day at all."""
        sums = self._fading if part.day and self._day else self._lasting
        self._weight += abs(part.points)
        if part.points < 0:
            sums[1] -= part.points
            sums[2] -= part.points if part.type in HARD_TYPES else 0.0
        elif part.points > 0:
            sums[0] += part.points
            self._gained += part.points
            self._bound = self._bound or part.label == "agreement"
            _flow_of(part, self._flow)
            if part.type in BACKING_TYPES:
                self._backed += part.points
                self._backing[part.type in _MATERIAL_HELP] += 1

    def kind(self) -> RelationKind:
        """What the two are to each other."""
        if self._weight < FAINT:
            return "neutral"
        cooperation, conflict, hard = map(sum, zip(self._fading, self._lasting, strict=True))
        leaning = (cooperation - conflict) / (cooperation + conflict)
        if leaning >= LEANING:
            return self._friendly()
        if leaning <= -LEANING:
            return "adversary" if hard >= HARD_SHARE * conflict else "at-odds"
        return "mixed"

    def _friendly(self) -> RelationKind:
        if self._backed < FAINT and not self._bound:
            # They meet and promise, and take no side.
            return "neutral"
        many = self._backing.total() >= MANY_STORIES and self._backing[True] > 0
        mutual = _leader(self._flow) is None
        if self._gained >= SOFT_ALLY and (self._bound or many or mutual):
            return "ally"
        return "supporter"


def _kind(parts: list[_Part]) -> RelationKind:
    """What the two are to each other by parts of which none has a day."""
    tally = _Tally()
    for part in parts:
        tally.add(part)
    return tally.kind()


def _doer(parts: list[_Part], *, friendly: bool) -> Side | None:
    """The side from which it flows, when it flows one way; agreements and verdicts flow both ways."""
    flow: dict[Side, float] = defaultdict(float)
    for part in parts:
        if (part.points > 0) is friendly and part.points:
            _flow_of(part, flow)
    return _leader(flow)


def _flow_of(part: _Part, flow: dict[Side, float]) -> None:
    flow[part.actor] += abs(part.points)
    flow[part.recipient] += abs(part.points) if part.mutual else 0.0


def _leader(flow: Mapping[Side, float]) -> Side | None:
    if not flow:
        return None
    ranked = sorted(flow, key=lambda side: (-flow[side], side.id))
    total = sum(flow.values())
    if len(ranked) > 1 and flow[ranked[1]] >= RECIPROCAL * total:
        return None
    return ranked[0]


def _counted(label: str, count: int) -> str:
    if label in ("agreement", "claim"):
        return f"{count} {label}{'s' if count > 1 else ''}"
    return f"{count} × {label}"


def _made_of(parts: list[_Part]) -> tuple[tuple[str, int], ...]:
    """Labels with their counts, what weighs most first."""
    points: dict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    for part in parts:
        points[part.label] += abs(part.points)
        counts[part.label] += 1
    return tuple((label, counts[label]) for label in sorted(points, key=lambda x: (-points[x], x)))


def _sources(parts: list[_Part]) -> tuple[Source, ...]:
    """Every source once, strongest first."""
    best: dict[str, Source] = {}
    for part in parts:
        for source in part.sources:
            known = best.get(source.of)
            if known is None or abs(source.weight or 0) > abs(known.weight or 0):
                best[source.of] = source
    return tuple(
        sorted(
            best.values(),
            key=lambda source: (
                -abs(source.weight or 0),
                source.date or "9999",
                source.report_id,
                source.evidence.start,
                source.of,
            ),
        )
    )
