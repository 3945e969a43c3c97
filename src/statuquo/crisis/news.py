"""What changed since a day: what is new, confirmed, denied, agreed, broken off, or turned.

A thing is known from the day on which the first report that tells it came out, not from the day on
which it happened: an attack of March that is told in May is news of May.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, get_args

from statuquo.crisis.dates import as_date
from statuquo.crisis.gauge import Shift
from statuquo.crisis.model import Crisis, Step
from statuquo.crisis.stories import event_source
from statuquo.crisis.values import Side, Source, Story

NoveltyKind = Literal[
    "tension", "denied", "agreement", "talks", "relation", "confirmed", "new", "statement"
]
ORDER: Final[tuple[NoveltyKind, ...]] = get_args(NoveltyKind)
"""What a reader wants first: the order in which the kinds are named above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Novelty:
    """One thing that is new.

    Args:
        kind: what it is about.
        label: what became of it: the change of the tension, the state of an agreement or of
            talks, the relation that two sides now have, the type of a story; empty for words.
        sides: whose it is, actors first.
        day: ISO day on which it is so, or None.
        sources: the sentences that say so.
    """

    kind: NoveltyKind
    label: str
    sides: tuple[Side, ...]
    day: str | None
    sources: tuple[Source, ...]

    def to_dict(self) -> dict[str, Any]:
        """An item of ``changed``."""
        return {
            "kind": self.kind,
            "label": self.label,
            "parties": [side.to_dict() for side in self.sides],
            "day": self.day,
            "evidence": [source.to_dict() for source in self.sources],
        }


def changed(crisis: Crisis, since: date) -> tuple[Novelty, ...]:
    """What the reports of a day and of the days after it have changed.

    Args:
        crisis: the picture that all reports give.
        since: the first day that counts as new; reports without a date count as old.

    Returns:
        What is new, by kind in the order of `ORDER`, then by day.

    >>> from statuquo.crisis import build
    >>> changed(build([]), date(2019, 5, 1))
    ()
    """
    fresh = {
        report.id: (day := as_date(report.date)) is not None and day >= since
        for report in crisis.reports
    }
    found = [
        *_tension(crisis, since),
        *_stories(crisis, fresh),
        *_processes(crisis, fresh),
        *_relations(crisis, fresh),
        *_statements(crisis, fresh),
    ]
    return tuple(sorted(found, key=lambda one: (ORDER.index(one.kind), one.day or "9999")))


def _tension(crisis: Crisis, since: date) -> Iterator[Novelty]:
    gauges: list[tuple[tuple[Side, ...], tuple[Shift, ...]]] = [((), crisis.tension.changes)]
    gauges += [(dyad.parties, dyad.changes) for dyad in crisis.tension.dyads]
    for sides, shifts in gauges:
        for shift in shifts:
            if shift.day >= since.isoformat():
                yield Novelty(
                    kind="tension",
                    label=shift.kind,
                    sides=sides,
                    day=shift.day,
                    sources=shift.sources,
                )


def _stories(crisis: Crisis, fresh: Mapping[str, bool]) -> Iterator[Novelty]:
    by_id = {story.id: story for story in crisis.stories}
    for story in crisis.stories:
        new = [event for event in story.events if fresh[event.report_id]]
        denials = [by_id[name] for name in story.denied_by]
        told = [denial for denial in denials if any(fresh[e.report_id] for e in denial.events)]
        if told:
            yield _of_story("denied", story, tuple(event_source(denial.head) for denial in told))
        if len(new) == len(story.events):
            yield _of_story("new", story, tuple(event_source(event) for event in new))
        elif new and story.outlets > 1:
            yield _of_story("confirmed", story, tuple(event_source(event) for event in new))


def _of_story(kind: NoveltyKind, story: Story, sources: tuple[Source, ...]) -> Novelty:
    return Novelty(
        kind=kind,
        label=story.head.type,
        sides=(*story.actors, *(side for side in story.recipients if side not in story.actors)),
        day=story.head.date,
        sources=sources,
    )


def _processes(crisis: Crisis, fresh: Mapping[str, bool]) -> Iterator[Novelty]:
    """Agreements and talks of which something else is told than before."""
    kept: list[tuple[NoveltyKind, tuple[Side, ...], tuple[Step, ...]]] = [
        *(("agreement", item.parties, item.history) for item in crisis.agreements),
        *(("talks", item.parties, item.history) for item in crisis.talks),
    ]
    for kind, sides, history in kept:
        known: set[str] = set()
        for step in history:
            told = step.outcome or step.state
            if fresh[step.source.report_id] and told not in known:
                yield Novelty(
                    kind=kind, label=told, sides=sides, day=step.date, sources=(step.source,)
                )
            known.add(told)


def _relations(crisis: Crisis, fresh: Mapping[str, bool]) -> Iterator[Novelty]:
    for relation in crisis.relations:
        for phase in relation.phases:
            # That two were in touch is no news of their relation.
            if phase.kind != "neutral" and all(fresh[source.report_id] for source in phase.sources):
                yield Novelty(
                    kind="relation",
                    label=phase.kind,
                    sides=relation.parties,
                    day=phase.since,
                    sources=phase.sources,
                )


def _statements(crisis: Crisis, fresh: Mapping[str, bool]) -> Iterator[Novelty]:
    for said in crisis.statements:
        if fresh[said.report_id]:
            yield Novelty(
                kind="statement",
                label="",
                sides=(said.side,) if said.side else (),
                day=said.date,
                sources=(
                    Source(
                        report_id=said.report_id,
                        lang=said.lang,
                        date=said.date,
                        of=said.id,
                        label="statement",
                        evidence=said.evidence,
                    ),
                ),
            )
