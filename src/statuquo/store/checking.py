"""Whether a store holds together: what is written twice agrees, and what leads somewhere arrives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, func, select, text

from statuquo.events.record import CodedReport, Evidence
from statuquo.store import correcting
from statuquo.store.faults import mapped_errors
from statuquo.store.rows import KINDS, coded_report_of, finding_rows, report_row
from statuquo.store.tables import corrections, events, parties, reports

_PAGE = 100
_ENOUGH = 20
"""Findings of the database itself that are told; a damaged file has thousands."""


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that does not hold together.

    Args:
        where: report, correction or database.
        what: what is wrong.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def check(engine: Engine, name: str) -> Iterator[Damage | int]:
    """Read all that a store holds and compare it with itself.

    Args:
        engine: to the store.
        name: what to call it in messages.

    Yields:
        What is wrong; and, to show how far it is, after some reports the number read so far.

    Raises:
        StoreError: it cannot be read at all.
    """
    with mapped_errors(name), engine.connect() as connection:
        yield from _database(connection, name)
        yield from _versions(connection)
        last, read = -1, 0
        while True:
            page = (
                connection.execute(
                    select(reports).where(reports.c.key > last).order_by(reports.c.key).limit(_PAGE)
                )
                .mappings()
                .all()
            )
            if not page:
                break
            found = _findings(connection, [row["key"] for row in page])
            for row in page:
                for what in _report(row, found):
                    yield Damage(f"report {row['id']}", what)
            last, read = page[-1]["key"], read + len(page)
            yield read
        yield from _corrections(connection)


def _database(connection: Connection, name: str) -> Iterator[Damage]:
    if connection.dialect.name != "sqlite":
        return
    for line in islice(connection.execute(text("PRAGMA integrity_check")).scalars(), _ENOUGH):
        if line != "ok":
            yield Damage(name, str(line))
    for row in islice(connection.execute(text("PRAGMA foreign_key_check")), _ENOUGH):
        yield Damage(name, f"a row of {row[0]} belongs to no row of {row[2]}")


def _versions(connection: Connection) -> Iterator[Damage]:
    """Of each report the newest version is the current one, and no other."""
    newest = func.max(reports.c.version)
    current = func.sum(func.cast(reports.c.current, events.c.position.type))
    by_id = select(reports.c.id, func.count(reports.c.key), newest, current).group_by(reports.c.id)
    for report_id, number, last, valid in connection.execute(by_id):
        if valid != 1:
            yield Damage(f"report {report_id}", f"{valid} of its versions are current, not one")
        elif last != number:
            yield Damage(f"report {report_id}", f"has {number} versions, the last is called {last}")


def _findings(
    connection: Connection, keys: list[int]
) -> dict[str, dict[int, list[dict[str, Any]]]]:
    """The rows of the other tables, by table and report, in order."""
    found: dict[str, dict[int, list[dict[str, Any]]]] = {}
    for table in (*(kind.table for kind in KINDS), parties):
        of_table: dict[int, list[dict[str, Any]]] = defaultdict(list)
        wanted = select(table).where(table.c.report_key.in_(keys)).order_by(*table.primary_key)
        for row in connection.execute(wanted).mappings():
            of_table[row["report_key"]].append(dict(row))
        found[table.name] = of_table
    return found


def _report(row: RowMapping, found: dict[str, dict[int, list[dict[str, Any]]]]) -> Iterator[str]:
    key = row["key"]
    try:
        coded = coded_report_of(
            row,
            {kind.field: [one["record"] for one in found[kind.table.name][key]] for kind in KINDS},
        )
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        yield f"cannot be read ({type(fault).__name__}: {fault})"
        return
    expected = report_row(coded, version=row["version"])
    for column, value in expected.items():
        if column != "current" and row[column] != value:
            yield f"the column {column} is not what the report makes it"
    for table, rows in finding_rows(coded, key):
        yield from _rows(table, list(rows), found[table.name][key])
    yield from _evidence(coded)


def _rows(
    table: Table, expected: list[dict[str, Any]], there: list[dict[str, Any]]
) -> Iterator[str]:
    """Whether the rows of a table are those that the records make."""
    if len(expected) != len(there):
        yield f"{table.name} has {len(there)} rows and {len(expected)} belong there"
        return
    keys = [column.name for column in table.primary_key]
    wanted = {tuple(row[name] for name in keys): row for row in expected}
    for row in there:
        one = wanted.get(tuple(row[name] for name in keys))
        wrong = (
            "its place"
            if one is None
            else next(
                # A record of an earlier version lacks the fields that came since.
                (name for name, value in one.items() if name != "record" and row[name] != value),
                None,
            )
        )
        if wrong is not None:
            yield f"{table.name}: {wrong} of row {row[keys[1]]} is not what its record says"


def _evidence(coded: CodedReport) -> Iterator[str]:
    for kind in KINDS:
        for one in getattr(coded, kind.field):
            if one.report_id != coded.report.id:
                yield f"{one.id} names another report, {one.report_id}"
            evidence: Evidence = one.evidence
            for words, start, end in (
                (evidence.sentence, evidence.start, evidence.end),
                (evidence.trigger.text, evidence.trigger.start, evidence.trigger.end),
            ):
                if coded.text[start:end] != words:
                    yield f"{one.id} rests on words that are not at {start}–{end} of its text"
                    break


def _corrections(connection: Connection) -> Iterator[Damage]:
    known = select(reports.c.id)
    lost = select(corrections.c.id).where(corrections.c.report_id.not_in(known))
    for correction_id in connection.execute(lost).scalars():
        yield Damage(f"correction {correction_id}", "is about a report that is not there")
    try:
        correcting.read(connection)
    except (KeyError, TypeError, ValueError) as fault:
        yield Damage("corrections", f"one cannot be read ({type(fault).__name__}: {fault})")
