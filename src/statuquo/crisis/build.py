"""From coded reports to the state of the crisis."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from statuquo.crisis.accords import agreements, talks
from statuquo.crisis.claims import claims
from statuquo.crisis.collecting import no_collecting
from statuquo.crisis.dates import as_date
from statuquo.crisis.model import (
    Actor,
    Crisis,
    Period,
    ReportInfo,
    Said,
)
from statuquo.crisis.names import fold
from statuquo.crisis.positions import positions
from statuquo.crisis.pressure import pressure
from statuquo.crisis.relations import relations
from statuquo.crisis.sides import Roster, enrol
from statuquo.crisis.stories import event_source, stories
from statuquo.crisis.tension import tension
from statuquo.crisis.topics import topic_of
from statuquo.crisis.values import Judgement, Member, Side, Source, Story
from statuquo.entities.model import Party
from statuquo.events.record import (
    AgreementMention,
    CodedReport,
    Event,
    Evidence,
    Span,
    Statement,
    TalksMention,
    Verdict,
)

_FIRST_LINE = re.compile(r"\S[^\n]*")


def build(coded: Iterable[CodedReport]) -> Crisis:
    """Make the picture of a crisis out of coded reports.

    Args:
        coded: the reports, in any order; of those with the same id one is taken.

    Returns:
        The same value for the same reports, whatever their order.

    >>> build([]).period.reports
    0
    """
    with no_collecting():
        return _picture(_in_order(coded))


def _picture(reports: list[CodedReport]) -> Crisis:
    roster = enrol(party for report in reports for party in _parties(report))
    events = _events(reports)
    told = stories(events, roster, _outlets(reports))
    verdicts = _verdicts(reports, roster)
    period = _period(reports, events)
    accords = agreements(
        ((mention, report.lang) for report in reports for mention in report.agreements),
        roster,
        topic_of,
    )
    return Crisis(
        period=period,
        reports=tuple(_report_info(report) for report in reports),
        actors=_actors(reports, told, roster),
        relations=relations(told, accords, verdicts, roster),
        agreements=accords,
        talks=talks(
            ((mention, report.lang) for report in reports for mention in report.talks), roster
        ),
        pressure=pressure(told),
        statements=_statements(reports, roster),
        positions=positions(told),
        claims=claims(told, roster),
        verdicts=verdicts,
        tension=tension(told, verdicts, period),
        events=tuple(events),
        stories=told,
    )


def contents(coded: Iterable[CodedReport]) -> tuple[tuple[ReportInfo, ...], tuple[Event, ...]]:
    """The reports and the events of a crisis as `build` has them, without the picture.

    Args:
        coded: the reports, in any order; of those with the same id one is taken.

    Returns:
        What `Crisis.reports` and `Crisis.events` would hold, in a fiftieth of the time.

    >>> contents([])
    ((), ())
    """
    reports = _in_order(coded)
    return tuple(_report_info(report) for report in reports), tuple(_events(reports))


def _events(reports: Iterable[CodedReport]) -> list[Event]:
    return sorted((event for report in reports for event in report.events), key=_event_order)


def _in_order(coded: Iterable[CodedReport]) -> list[CodedReport]:
    by_id: dict[str, CodedReport] = {}
    for report in coded:
        known = by_id.get(report.report.id)
        if known is None or (known != report and repr(report) < repr(known)):
            by_id[report.report.id] = report
    return sorted(by_id.values(), key=lambda item: (*_day(item.report.date), item.report.id))


def _outlets(reports: list[CodedReport]) -> dict[str, str]:
    """Who published each report: its outlet, else the host of its address."""
    found = {}
    for coded in reports:
        report = coded.report
        outlet = report.outlet or (urlsplit(report.url).hostname if report.url else None)
        if outlet:
            found[report.id] = fold(outlet)
    return found


def _day(day: str | None) -> tuple[bool, str]:
    """Sorts ISO days in order, and no day last."""
    return day is None, day or ""


def _event_order(event: Event) -> tuple[bool, str, str, int, int, str]:
    span = event.evidence.trigger
    return (*_day(event.date), event.report_id, span.start, span.end, event.id)


def _parties(report: CodedReport) -> Iterator[Party]:
    for event in report.events:
        yield from event.actors
        yield from event.recipients
        yield from (said.speaker for said in event.attribution)
    for _, _, parties in _findings(report):
        yield from parties


def _period(reports: list[CodedReport], events: list[Event]) -> Period:
    days = sorted(filter(None, (as_date(item.report.date) for item in reports)))
    if not days:
        days = sorted(filter(None, (as_date(event.date) for event in events)))
    return Period(
        start=days[0].isoformat() if days else None,
        end=days[-1].isoformat() if days else None,
        reports=len(reports),
        undated=sum(item.report.date is None for item in reports),
    )


def _report_info(coded: CodedReport) -> ReportInfo:
    line = _FIRST_LINE.search(coded.text)
    opening = None
    if line:
        span = Span(text=line[0], start=line.start(), end=line.end())
        opening = Evidence(sentence=line[0], start=span.start, end=span.end, trigger=span)
    report = coded.report
    return ReportInfo(
        id=report.id,
        lang=coded.lang,
        date=report.date,
        title=report.title,
        outlet=report.outlet,
        url=report.url,
        opening=opening,
        events=len(coded.events),
        statements=len(coded.statements),
    )


def _actors(
    reports: list[CodedReport], told: tuple[Story, ...], roster: Roster
) -> tuple[Actor, ...]:
    acts: Counter[Side] = Counter(side for story in told for side in story.actors)
    receives: Counter[Side] = Counter(side for story in told for side in story.recipients)
    speaks: Counter[Side] = Counter(
        roster.side_or_unknown(statement.speaker)
        for report in reports
        for statement in report.statements
    )
    seen: dict[Side, list[Source]] = defaultdict(list)
    for side, source in _appearances(reports, roster):
        seen[side].append(source)
    found = [
        Actor(
            side=side,
            members=roster.by_side.get(side.id, ()),
            acts=acts[side],
            receives=receives[side],
            speaks=speaks[side],
            sources=tuple({source.of: source for source in seen[side]}.values()),
        )
        for side in roster
    ]
    return tuple(
        sorted(found, key=lambda a: (-a.acts - a.receives - a.speaks, -len(a.sources), a.side.id))
    )


def _appearances(reports: list[CodedReport], roster: Roster) -> Iterator[tuple[Side, Source]]:
    """Every finding in which a side has a part, as a source."""
    for report in reports:
        for event in report.events:
            speakers = (said.speaker for said in event.attribution)
            told = event_source(event)
            for party in (*event.actors, *event.recipients, *speakers):
                yield roster.side_or_unknown(party), told
        for item, label, parties in _findings(report):
            source = Source(
                report_id=item.report_id,
                lang=report.lang,
                date=item.date,
                of=item.id,
                label=label,
                evidence=item.evidence,
            )
            for party in parties:
                yield roster.side_or_unknown(party), source


def _findings(
    report: CodedReport,
) -> Iterator[tuple[AgreementMention | TalksMention | Verdict | Statement, str, tuple[Party, ...]]]:
    for agreement in report.agreements:
        yield agreement, "agreement", agreement.parties
    for mention in report.talks:
        yield mention, "talks", (*mention.parties, *mention.mediators)
    for verdict in report.verdicts:
        yield verdict, verdict.kind, verdict.parties
    for statement in report.statements:
        yield statement, "statement", (statement.speaker, *statement.about)


def _statements(reports: list[CodedReport], roster: Roster) -> tuple[Said, ...]:
    roles: dict[tuple[str, str, Member], Counter[str]] = defaultdict(Counter)
    found = []
    for report in reports:
        for statement in sorted(report.statements, key=lambda s: (s.evidence.trigger.start, s.id)):
            member = roster.member(statement.speaker)
            side = roster.side_or_unknown(statement.speaker)
            if statement.role:
                roles[side.id, report.lang, member][statement.role] += 1
                roles[side.id, "", member][statement.role] += 1
            found.append(
                Said(
                    id=statement.id,
                    report_id=statement.report_id,
                    lang=report.lang,
                    date=statement.date,
                    speaker=replace(
                        statement.speaker,
                        name=member.name,
                        entity_id=member.entity_id or statement.speaker.entity_id,
                    ),
                    member=member,
                    side=side if side.country or side.entity_id else None,
                    role=statement.role,
                    words=statement.words,
                    quoted=statement.quoted,
                    verb=statement.verb,
                    about=statement.about,
                    evidence=statement.evidence,
                )
            )
    return tuple(
        said if said.role else replace(said, role=_usual_role(said, roles, roster))
        for said in found
    )


def _usual_role(
    said: Said, roles: dict[tuple[str, str, Member], Counter[str]], roster: Roster
) -> str | None:
    """The role that other sentences give the same speaker, in the same language if any does."""
    side = roster.side_or_unknown(said.speaker)
    for lang in (said.lang, ""):
        known = roles.get((side.id, lang, said.member))
        if known:
            return min(known, key=lambda role: (-known[role], fold(role), role))
    return None


def _verdicts(reports: list[CodedReport], roster: Roster) -> tuple[Judgement, ...]:
    return tuple(
        Judgement(
            id=verdict.id,
            report_id=verdict.report_id,
            lang=report.lang,
            date=verdict.date,
            kind=verdict.kind,
            modality=verdict.modality,
            parties=verdict.parties,
            sides=roster.all_sides(verdict.parties),
            words=verdict.words,
            evidence=verdict.evidence,
        )
        for report in reports
        for verdict in sorted(report.verdicts, key=lambda v: (v.evidence.trigger.start, v.id))
    )
