"""The first pass over a piece: its reports are read, and a signature is taken of each."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass

from statuquo.bulk.copies import signature
from statuquo.bulk.pieces import Aside, Piece
from statuquo.bulk.tables import parquet_bytes, prepared_schema
from statuquo.reports import Listeners, Report, Unread, clean


@dataclass(frozen=True, slots=True)
class Prepared:
    """A piece that is read.

    Args:
        number: its place.
        raw: its Parquet file; what was set aside stands in its metadata.
        reports: how many reports it holds.
        aside: how many things were set aside.
    """

    number: int
    raw: bytes
    reports: int
    aside: tuple[Aside, ...]


class Preparer:
    """Reads pieces."""

    def __call__(self, piece: Piece) -> Prepared:
        """Read the pages and texts of a piece, and take the signatures of its reports."""
        aside = list(piece.aside)
        tell = Listeners(
            set_aside=lambda error: aside.append(Aside.of(error)),
            notice=lambda error: aside.append(Aside.detail(error)),
        )
        reports: list[Report] = []
        for item in piece.items:
            reports += item.read(tell) if isinstance(item, Unread) else [item]
        rows = [
            {
                "id": report.id,
                "text": report.text,
                "title": report.title,
                "date": report.date,
                "lang": report.lang,
                "url": report.url,
                "outlet": report.outlet,
                "source": report.source,
                "signature": signature(clean(report).text),
            }
            for report in reports
        ]
        told = {
            "key": piece.key,
            "aside": json.dumps([astuple(one) for one in aside]),
        }
        raw = parquet_bytes(rows, prepared_schema(), told)
        return Prepared(piece.number, raw, len(rows), tuple(aside))
