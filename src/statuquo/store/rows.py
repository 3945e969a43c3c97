"""Coded reports as rows of the tables, and rows as coded reports."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, Table

from statuquo.entities.model import Party
from statuquo.events.record import (
    AgreementMention,
    CodedReport,
    Event,
    Statement,
    TalksMention,
    Verdict,
)
from statuquo.reports.model import Report
from statuquo.store import tables
from statuquo.store.plain import from_plain, to_plain
from statuquo.store.tables import write_json

NewRow = dict[str, Any]


def fingerprint(report: Report) -> str:
    """What makes two reports the same one: words, headline, day, address and outlet.

    The id and the place it was read from do not count, so that a report moved to another folder is
    still the same; the outlet does, since two papers that print one agency text are two reports.
    """
    marks = [report.text, report.title, report.date, report.url, report.outlet]
    return hashlib.sha256(write_json(marks).encode("utf-8")).hexdigest()


def report_row(coded: CodedReport, *, version: int) -> NewRow:
    """The row of ``reports``, without its key."""
    report = coded.report
    return {
        "id": report.id,
        "version": version,
        "current": True,
        "fingerprint": fingerprint(report),
        "lang": coded.lang,
        "given_lang": report.lang,
        "date": report.date,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "source": report.source,
        "text": report.text,
        "cleaned": coded.text,
    }


def finding_rows(coded: CodedReport, report_key: int) -> Iterator[tuple[Table, list[NewRow]]]:
    """The rows of the other tables, parents before children."""
    for kind in KINDS:
        yield (
            kind.table,
            [
                {
                    "report_key": report_key,
                    "position": position,
                    "id": value.id,
                    "date": value.date,
                    "record": to_plain(value),
                    **kind.columns(value),
                }
                for position, value in enumerate(getattr(coded, kind.field))
            ],
        )
    yield (
        tables.parties,
        [
            {"report_key": report_key, "event": place, **row}
            for place, event in enumerate(coded.events)
            for row in _party_rows(event)
        ],
    )


def report_of(row: RowMapping) -> Report:
    """The report as it came."""
    return Report(
        text=row["text"],
        id=row["id"],
        title=row["title"],
        date=row["date"],
        lang=row["given_lang"],
        url=row["url"],
        outlet=row["outlet"],
        source=row["source"],
    )


def coded_report_of(row: RowMapping, records: Mapping[str, list[Any]]) -> CodedReport:
    """The coded report as it was put in.

    Args:
        row: its row of ``reports``.
        records: by field of `CodedReport`, the ``record`` of each finding, in order.
    """
    return CodedReport(
        report=report_of(row),
        text=row["cleaned"],
        lang=row["lang"],
        **{
            kind.field: tuple(from_plain(kind.record, data) for data in records[kind.field])
            for kind in KINDS
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of finding and where it is kept.

    Args:
        field: its field in `CodedReport`.
        record: its class.
        table: its table.
        columns: the values of that table's own columns.
    """

    field: str
    record: type[Any]
    table: Table
    columns: Callable[[Any], NewRow]


def _event_columns(event: Event) -> NewRow:
    place = event.location
    return {
        "date_from": event.date_from,
        "type": event.type.value,
        "mode": event.mode,
        "quad": event.quad,
        "score": event.score,
        "act": event.act.value,
        "modality": event.modality.value,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "confidence": event.confidence,
        "version": event.version,
    }


def _statement_columns(statement: Statement) -> NewRow:
    return {**_party_columns(statement.speaker), "quoted": statement.quoted}


def _agreement_columns(agreement: AgreementMention) -> NewRow:
    return {"kind": agreement.kind, "state": agreement.state, "signed": agreement.signed}


def _talks_columns(talks: TalksMention) -> NewRow:
    place = talks.place.name if talks.place else None
    return {"state": talks.state, "outcome": talks.outcome, "place": place}


def _verdict_columns(verdict: Verdict) -> NewRow:
    return {"kind": verdict.kind, "modality": verdict.modality.value}


def _party_rows(event: Event) -> Iterator[NewRow]:
    speakers = tuple(item.speaker for item in event.attribution)
    roles = {"actor": event.actors, "recipient": event.recipients, "speaker": speakers}
    for role, parties in roles.items():
        for position, party in enumerate(parties):
            yield {"role": role, "position": position, **_party_columns(party)}


def _party_columns(party: Party) -> NewRow:
    return {
        "name": party.name,
        "entity_id": party.entity_id,
        "country": party.country,
        "sector": party.sector,
    }


KINDS = (
    Kind(field="events", record=Event, table=tables.events, columns=_event_columns),
    Kind(field="statements", record=Statement, table=tables.statements, columns=_statement_columns),
    Kind(
        field="agreements",
        record=AgreementMention,
        table=tables.agreements,
        columns=_agreement_columns,
    ),
    Kind(field="talks", record=TalksMention, table=tables.talks, columns=_talks_columns),
    Kind(field="verdicts", record=Verdict, table=tables.verdicts, columns=_verdict_columns),
)
