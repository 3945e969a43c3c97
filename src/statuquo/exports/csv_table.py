"""A table with one event a row, for spreadsheets, R, Stata and pandas."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from statuquo.entities.model import Party
from statuquo.events.record import Event

_BETWEEN = "; "
_PARTY = ("name", "country", "sector", "text")

COLUMNS = (
    "id", "report_id", "lang", "date", "date_from", "type", "mode", "quad", "score", "contexts",
    "act", "modality",
    *(f"actor_{part}" for part in _PARTY),
    *(f"recipient_{part}" for part in _PARTY),
    *(f"speaker_{part}" for part in _PARTY),
    "location", "location_country", "lat", "lon", "confidence", "sentence", "trigger", "start", "end",
    "why", "version", "correction", "coded_type",
)  # fmt: skip
"""The columns. ``start`` and ``end`` are the offsets of the sentence in the report's cleaned text.
``correction`` says that a person changed or added the event, ``coded_type`` what the coder had said."""


def csv_writer(stream: TextIO) -> Callable[[Iterable[Event]], None]:
    """A function that writes events to the stream as rows; the header is written at once.

    Several parties stand in one cell with a semicolon between them, in the same order in each of
    their columns; an unknown country or sector leaves its place empty. Cells hold the words of the
    report unchanged.

    >>> import io
    >>> stream = io.StringIO()
    >>> _ = csv_writer(stream)
    >>> stream.getvalue()[:23]
    '"id","report_id","lang"'
    """
    # Every text is quoted, since a bare carriage return in a cell would pass for the end of a row.
    table = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    table.writerow(COLUMNS)

    def write(events: Iterable[Event]) -> None:
        table.writerows(_row(event) for event in events)

    return write


def _row(event: Event) -> list[object]:
    place = event.location
    mark = event.correction
    speakers = [item.speaker for item in event.attribution]
    return [
        event.id,
        event.report_id,
        event.lang,
        event.date,
        event.date_from,
        event.type.value,
        event.mode,
        event.quad,
        event.score,
        _BETWEEN.join(event.contexts),
        event.act.value,
        event.modality.value,
        *_cells(event.actors),
        *_cells(event.recipients),
        *_cells(speakers),
        place and place.name,
        place and place.country,
        place and place.lat,
        place and place.lon,
        event.confidence,
        event.evidence.sentence,
        event.evidence.trigger.text,
        event.evidence.start,
        event.evidence.end,
        event.why,
        event.version,
        mark and mark.kind,
        mark and mark.coded and mark.coded.type.value,
    ]


def _cells(parties: Iterable[Party]) -> Iterator[str]:
    listed = tuple(parties)
    for part in _PARTY:
        yield _BETWEEN.join(getattr(party, part) or "" for party in listed)
