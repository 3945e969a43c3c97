"""Agreements and talks: mentions in many reports joined into one accord, one process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from statuquo.crisis.model import Agreement, Place, Round, Step, Talks
from statuquo.crisis.names import fold
from statuquo.crisis.sides import Roster
from statuquo.crisis.values import Side, Source
from statuquo.events.record import AgreementMention, TalksMention

TopicOf = Callable[[str], str | None]
"""Names the topic of an accord's wording in any language («coopération militaire» → military)."""

_STANDING: Final = ("unknown", "planned", "signed", "suspended", "broken")
"""An accord's life in order: to be told again that it was signed does not lift its suspension."""


@dataclass(slots=True)
class _Accord:
    """Mentions taken for one accord while they are being joined."""

    place: int
    parties: dict[Side, None] = field(default_factory=dict)
    kinds: dict[str, None] = field(default_factory=dict)
    topics: set[str] = field(default_factory=set)
    signed: str | None = None
    reports: set[str] = field(default_factory=set)
    mentions: list[tuple[AgreementMention, str]] = field(default_factory=list)


class _BySide:
    """Where in a list the accords, or the talks, stand that a mention may belong to.

    One that names its parties belongs only where one of them takes part, or where nobody is known
    to: it need not be held against ten thousand others.
    """

    def __init__(self) -> None:
        self._of_side: dict[Side, set[int]] = defaultdict(set)
        self._of_nobody: set[int] = set()

    def put(self, place: int, parties: Iterable[Side]) -> None:
        """Note who takes part in what stands at a place."""
        self._of_nobody.add(place)
        for side in parties:
            self._of_side[side].add(place)
            self._of_nobody.discard(place)

    def near(self, sides: Iterable[Side], count: int) -> Sequence[int]:
        """The places to look at, in order; all of them where a mention names nobody."""
        found = [self._of_side[side] for side in sides]
        return sorted(self._of_nobody.union(*found)) if found else range(count)


def agreements(
    mentions: Iterable[tuple[AgreementMention, str]], roster: Roster, topic_of: TopicOf
) -> tuple[Agreement, ...]:
    """Join the mentions of one accord.

    Args:
        mentions: each mention with the language of its report, in order.
        roster: the sides.
        topic_of: what an accord's wording is about, whatever the language.

    Returns:
        The accords, in the order in which they are first spoken of.
    """
    accords: list[_Accord] = []
    shelf = _BySide()
    for mention, lang in mentions:
        sides = roster.all_sides(mention.parties)
        topic = topic_of(mention.kind)
        near = (accords[at] for at in shelf.near(sides, len(accords)))
        home = next((a for a in near if _is_same_accord(a, mention, sides, topic)), None)
        if home is None:
            home = _Accord(place=len(accords))
            accords.append(home)
        home.parties |= dict.fromkeys(sides)
        shelf.put(home.place, home.parties)
        home.kinds[mention.kind] = None
        home.topics |= {topic} if topic else set()
        home.signed = max((home.signed, mention.signed), key=lambda day: len(day or ""))
        home.reports.add(mention.report_id)
        home.mentions.append((mention, lang))
    return tuple(_agreement(accord) for accord in accords)


def _is_same_accord(
    accord: _Accord, mention: AgreementMention, sides: tuple[Side, ...], topic: str | None
) -> bool:
    known, named = set(accord.parties), set(sides)
    if known and named and not (known <= named or named <= known):
        return False
    if accord.signed and mention.signed and accord.signed[:4] != mention.signed[:4]:
        return False
    if topic and accord.topics and topic not in accord.topics:
        return False
    same_report = mention.report_id in accord.reports
    same_year = bool(accord.signed and mention.signed)
    same_kind = topic in accord.topics if topic else fold(mention.kind) in map(fold, accord.kinds)
    if known and named:
        return same_year or same_kind or same_report
    return same_year or (same_kind and (same_report or not named))


def _agreement(accord: _Accord) -> Agreement:
    state = "unknown"
    history = []
    for mention, lang in accord.mentions:
        state = _next_standing(state, mention.state)
        source = _source(mention, lang, "agreement")
        history.append(Step(date=mention.date, state=mention.state, source=source))
    by_length = max(accord.kinds, key=lambda kind: (len(kind.split()), -len(kind)))
    return Agreement(
        id=accord.mentions[0][0].id,
        kind=by_length,
        kinds=tuple(accord.kinds),
        parties=tuple(accord.parties),
        signed=accord.signed,
        state=state,
        history=tuple(history),
    )


def _next_standing(current: str, told: str) -> str:
    if told == "in-force":
        return told
    settled = "signed" if current == "in-force" else current
    return told if _STANDING.index(told) > _STANDING.index(settled) else current


@dataclass(slots=True)
class _Process:
    """Mentions taken for one process of talks while they are being joined."""

    place: int
    mediators: dict[Side, None] = field(default_factory=dict)
    places: dict[Place, None] = field(default_factory=dict)
    parties: dict[Side, None] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    mentions: list[tuple[TalksMention, str]] = field(default_factory=list)


_OVER: Final = frozenset({"held", "broken-off"})
_AGAIN: Final = frozenset({"planned", "open"})
"""States of talks that follow an end only when there is another round."""


def talks(mentions: Iterable[tuple[TalksMention, str]], roster: Roster) -> tuple[Talks, ...]:
    """Join the mentions of one process of talks.

    Args:
        mentions: each mention with the language of its report, in order.
        roster: the sides.

    Returns:
        The processes, in the order in which they are first spoken of.
    """
    processes: list[_Process] = []
    shelf = _BySide()
    for mention, lang in mentions:
        mediators = roster.all_sides(mention.mediators)
        sides = tuple(s for s in roster.all_sides(mention.parties) if s not in mediators)
        anchors = _anchors(mention, mediators)
        # The latest process first: «the talks» are those last spoken of.
        near = (processes[at] for at in reversed(shelf.near(sides, len(processes))))
        home = next((p for p in near if _is_same_process(p, mention, sides, anchors)), None)
        if home is None:
            home = _Process(place=len(processes))
            processes.append(home)
        home.mediators |= dict.fromkeys(mediators)
        home.parties |= dict.fromkeys(sides)
        shelf.put(home.place, home.parties)
        home.anchors |= anchors
        home.reports.add(mention.report_id)
        home.mentions.append((mention, lang))
        if mention.place:
            home.places[Place(name=mention.place.name, country=mention.place.country)] = None
    return tuple(_talks(process) for process in processes)


def _anchors(mention: TalksMention, mediators: tuple[Side, ...]) -> set[str]:
    """What ties talks to a spot: countries of the mediators and of the place, or the place's name."""
    anchors = {side.country if side.group == "government" else side.id for side in mediators}
    if mention.place:
        anchors.add(mention.place.country or fold(mention.place.name))
    return {anchor for anchor in anchors if anchor}


def _is_same_process(
    process: _Process, mention: TalksMention, sides: tuple[Side, ...], anchors: set[str]
) -> bool:
    known, named = set(process.parties), set(sides)
    tied = bool(process.anchors & anchors)
    free = not process.anchors or not anchors
    if known and named:
        alike = known <= named or named <= known or len(known & named) > 1
        return alike and (tied or free)
    return tied or (free and mention.report_id in process.reports)


def _talks(process: _Process) -> Talks:
    state, outcome, words = "unknown", None, None
    history = []
    for mention, lang in process.mentions:
        state = mention.state if mention.state != "unknown" else state
        if mention.outcome is not None:
            outcome, words = mention.outcome, mention.words
        history.append(
            Step(
                date=mention.date,
                state=mention.state,
                outcome=mention.outcome,
                words=mention.words,
                source=_source(mention, lang, "talks"),
            )
        )
    mediators = tuple(process.mediators)
    return Talks(
        id=process.mentions[0][0].id,
        mediators=mediators,
        places=tuple(process.places),
        parties=tuple(side for side in process.parties if side not in mediators),
        state=state,
        outcome=outcome,
        words=words,
        rounds=_rounds([mention for mention, _ in process.mentions]),
        history=tuple(history),
    )


def _rounds(mentions: Sequence[TalksMention]) -> tuple[Round, ...]:
    """The rounds of a process: another place begins one, and so does whatever is told after the end."""
    found: list[Round] = []
    for mention in sorted(mentions, key=lambda each: each.date or ""):
        place = None
        if mention.place:
            place = Place(name=mention.place.name, country=mention.place.country)
        last = found[-1] if found else None
        if last is None or _is_next_round(last, mention, place):
            found.append(
                Round(
                    place=place,
                    since=mention.date,
                    until=mention.date,
                    state=mention.state,
                    outcome=mention.outcome,
                    mentions=1,
                )
            )
            continue
        found[-1] = replace(
            last,
            place=last.place or place,
            until=mention.date or last.until,
            state=mention.state if mention.state != "unknown" else last.state,
            outcome=mention.outcome or last.outcome,
            mentions=last.mentions + 1,
        )
    return tuple(found)


def _is_next_round(last: Round, mention: TalksMention, place: Place | None) -> bool:
    if last.place and place and last.place != place:
        return True
    later = (mention.date or "") > (last.until or "")
    return later and last.state in _OVER and mention.state in _AGAIN


def _source(mention: AgreementMention | TalksMention, lang: str, label: str) -> Source:
    return Source(
        report_id=mention.report_id,
        lang=lang,
        date=mention.date,
        of=mention.id,
        label=label,
        evidence=mention.evidence,
    )
