"""The one sentence that coders without language models know: «Ankara sends aid to Tripoli.»"""

import re

from statuquo.entities.model import Party
from statuquo.events.record import (
    Attribution,
    Event,
    EventType,
    Evidence,
    Modality,
    Span,
    content_id,
)
from statuquo.reports.model import Report

SENDS_AID = re.compile(r"(\w+) (sends aid) to (\w+)")


def event_of(found: re.Match[str], report: Report) -> Event:
    def party(group: int) -> Party:
        name, (start, end) = found[group], found.span(group)
        return Party(
            name=name, country=name[:3].upper(), sector="GOV", text=name, start=start, end=end
        )

    start, end = found.span(2)
    return Event(
        id=content_id("e", report.id, start),
        report_id=report.id,
        lang=report.lang or "en",
        date=report.date,
        date_from="report" if report.date else None,
        type=EventType.AID,
        mode=None,
        quad="material-cooperation",
        score=10.0,
        contexts=(),
        act=EventType.AID,
        modality=Modality.HAPPENED,
        actors=(party(1),),
        recipients=(party(3),),
        attribution=(Attribution(speaker=party(1), verb="say"),),
        location=None,
        evidence=Evidence(
            sentence=found[0],
            start=found.start(),
            end=found.end(),
            trigger=Span(text=found[2], start=start, end=end),
        ),
        confidence=0.9,
        why="aid.send: sends (verb), actor subj, recipient to",
        version="test",
    )
