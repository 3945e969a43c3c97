"""Corrections as rows, which are added and marked as undone but never changed or removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from statuquo.crisis.corrections import Correction
from statuquo.store.plain import from_plain, to_plain
from statuquo.store.tables import corrections


def put(connection: Connection, correction: Correction) -> None:
    """Keep a correction, and take back those that it takes the place of."""
    former = read(connection, report_ids=[correction.report_id])
    for one in former:
        if one.undone is None and correction.replaces(one):
            take_back(connection, one.id, at=correction.at, by=correction.by)
    row = {
        "id": correction.id,
        "report_id": correction.report_id,
        "kind": correction.kind,
        "at": correction.at,
        "undone": correction.undone,
        "undone_by": correction.undone_by,
        "record": to_plain(correction),
    }
    connection.execute(insert(corrections).values(row))


def take_back(connection: Connection, correction_id: str, *, at: str, by: str | None) -> bool:
    """Mark a correction as undone; False where none of that id stands."""
    standing = (corrections.c.id == correction_id) & corrections.c.undone.is_(None)
    done = connection.execute(update(corrections).where(standing).values(undone=at, undone_by=by))
    return bool(done.rowcount)


def read(
    connection: Connection, *, report_ids: Iterable[str] | None = None, history: bool = True
) -> tuple[Correction, ...]:
    """The corrections in the order they were made.

    Args:
        connection: to the store.
        report_ids: those of these reports alone; None for all.
        history: also those that were undone.
    """
    wanted = select(corrections).order_by(corrections.c.key)
    if report_ids is not None:
        wanted = wanted.where(corrections.c.report_id.in_(list(report_ids)))
    if not history:
        wanted = wanted.where(corrections.c.undone.is_(None))
    return tuple(map(_correction_of, connection.execute(wanted).mappings()))


def stamp(connection: Connection) -> tuple[int, int]:
    """Another value whenever a correction has come or was undone."""
    counts = select(func.count(corrections.c.key), func.count(corrections.c.undone))
    made, undone = connection.execute(counts).one()
    return made, undone


def _correction_of(row: RowMapping) -> Correction:
    record: dict[str, Any] = row["record"]
    return replace(from_plain(Correction, record), undone=row["undone"], undone_by=row["undone_by"])
