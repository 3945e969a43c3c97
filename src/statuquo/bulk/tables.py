"""The tables that a run writes, as Arrow knows them, and the bytes of their Parquet files."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any


@cache
def events_schema() -> Any:
    """Columns of the events: those of the record, and ``copies``.

    ``copies`` counts the reports that tell the event in these words: 1, and one for each near copy
    of its report.
    """
    import pyarrow as pa

    text, whole, real = pa.string(), pa.int32(), pa.float64()
    party = pa.struct(
        {
            "name": text, "entity_id": text, "country": text, "sector": text,
            "text": text, "start": whole, "end": whole,
        }
    )  # fmt: skip
    span = pa.struct({"text": text, "start": whole, "end": whole})
    return pa.schema(
        {
            "id": text, "report_id": text, "lang": text, "date": text, "date_from": text,
            "type": text, "mode": text, "quad": text, "score": real,
            "contexts": pa.list_(text), "act": text, "modality": text,
            "actors": pa.list_(party), "recipients": pa.list_(party),
            "attribution": pa.list_(
                pa.struct({"speaker": party, "verb": text, "quoted": pa.bool_()})
            ),
            "location": pa.struct({"name": text, "country": text, "lat": real, "lon": real}),
            "evidence": pa.struct(
                {"sentence": text, "start": whole, "end": whole, "trigger": span}
            ),
            "confidence": real, "why": text, "version": text, "copies": whole,
        }
    )  # fmt: skip


@cache
def reports_schema() -> Any:
    """Columns of the reports.

    ``copy_of`` is the id of the report that this one is a near copy of, whose events stand for
    both; ``copies`` counts a report and its copies, and is null for a copy; ``events`` counts the
    events coded from the report itself.
    """
    import pyarrow as pa

    text, whole = pa.string(), pa.int32()
    return pa.schema(
        {
            "id": text, "source": text, "title": text, "date": text, "lang": text, "outlet": text,
            "url": text, "copy_of": text, "copies": whole, "events": whole,
        }
    )  # fmt: skip


@cache
def prepared_schema() -> Any:
    """Columns of what is kept between reading and coding."""
    import pyarrow as pa

    text = pa.string()
    return pa.schema(
        {
            "id": text, "text": text, "title": text, "date": text, "lang": text, "url": text,
            "outlet": text, "source": text, "signature": pa.binary(),
        }
    )  # fmt: skip


def parquet_bytes(rows: Sequence[Mapping[str, Any]], schema: Any, told: Mapping[str, str]) -> bytes:
    """A Parquet file of rows; the same rows give the same bytes.

    Args:
        rows: one mapping a row, by column.
        schema: the columns.
        told: what the file says about itself.
    """
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.Table.from_pylist([dict(row) for row in rows], schema=schema.with_metadata(told))
    stream = io.BytesIO()
    parquet.write_table(table, stream, compression="zstd")
    return stream.getvalue()
