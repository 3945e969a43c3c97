"""Coded reports to put into stores, made by hand."""

from dataclasses import replace

from statuquo.entities.model import Party
from statuquo.events.record import (
    Attribution,
    CodedReport,
    Event,
    EventType,
    Evidence,
    Modality,
    Span,
    Statement,
)
from statuquo.reports.model import Report

TEXT = "Ankara has sent doctors to Tripoli, the Turkish envoy said."


def party(name: str, country: str | None, sector: str | None = "GOV", text: str = "") -> Party:
    words = text or name
    start = max(TEXT.find(words), 0)
    return Party(
        name=name,
        entity_id=f"country:{country}",
        country=country,
        sector=sector,
        text=words,
        start=start,
        end=start + len(words),
    )


TURKEY = party("Turkey", "TUR", text="Ankara")
LIBYA = party("Libya", "LBY", text="Tripoli")
ENVOY = party("the Turkish envoy", "TUR")


def event(event_id: str = "e-0001", **changes: object) -> Event:
    sent = Event(
        id=event_id,
        report_id="r-1",
        lang="en",
        date="2020-01-05",
        date_from="report",
        type=EventType.AID,
        mode=None,
        quad="material-cooperation",
        score=10.0,
        contexts=("health",),
        act=EventType.AID,
        modality=Modality.HAPPENED,
        actors=(TURKEY,),
        recipients=(LIBYA,),
        attribution=(Attribution(speaker=ENVOY, verb="say"),),
        location=None,
        evidence=evidence("sent"),
        confidence=0.9,
        why="aid.send: verb",
        version="0.1.0",
    )
    return replace(sent, **changes)  # type: ignore[arg-type]


def evidence(trigger: str) -> Evidence:
    start = TEXT.index(trigger)
    return Evidence(
        sentence=TEXT,
        start=0,
        end=len(TEXT),
        trigger=Span(text=trigger, start=start, end=start + len(trigger)),
    )


def coded(
    text: str = TEXT, *events: Event, report_id: str = "r-1", **about: str | None
) -> CodedReport:
    report = Report(id=report_id, text=text, **about)  # type: ignore[arg-type]
    found = tuple(replace(one, report_id=report.id) for one in events or (event(),))
    said = Statement(
        id="s-1",
        report_id=report.id,
        speaker=ENVOY,
        words="Ankara has sent doctors to Tripoli",
        quoted=False,
        verb="say",
        evidence=evidence("said"),
    )
    return CodedReport(report=report, text=text, lang="en", events=found, statements=(said,))
