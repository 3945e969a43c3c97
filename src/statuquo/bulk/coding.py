"""The second pass over a piece: its reports are coded, but for those that are copies."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from statuquo.bulk.pieces import Aside
from statuquo.bulk.tables import events_schema, parquet_bytes, reports_schema
from statuquo.errors import InputError
from statuquo.reports.model import Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuquo.events import CodedReport
    from statuquo.reports.model import Language

    Stream = Callable[[Iterable[Report], Callable[[InputError], None]], Iterator[CodedReport]]

KILLED = "ended the program that coded it; it is left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A prepared piece to code.

    Args:
        number: its place.
        path: its prepared file.
        copy_of: for each report the id of the one that it copies, or None.
        copies: for each report how many it stands for, itself included.
        only: the one report to code, by its place, where one is tried alone; None for all.
        deadly: reports that end the program that codes them.
    """

    number: int
    path: Path
    copy_of: tuple[str | None, ...]
    copies: tuple[int, ...]
    only: int | None = None
    deadly: frozenset[int] = frozenset()

    def alone(self) -> Iterator[Job]:
        """The same for each report that would be coded."""
        for n, original in enumerate(self.copy_of):
            if original is None:
                yield replace(self, only=n)

    def wants(self, n: int) -> bool:
        """Whether the report at that place is to be coded."""
        return self.copy_of[n] is None and n not in self.deadly and self.only in (None, n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A piece that is coded.

    Args:
        number: its place.
        reports_file: Parquet.
        events_file: Parquet.
        aside_file: JSON Lines: what was set aside in reading and coding it.
        reports: how many it holds.
        events: how many were coded.
        aside: what was set aside in coding it.
    """

    number: int
    reports_file: bytes
    events_file: bytes
    aside_file: bytes
    reports: int
    events: int
    aside: tuple[Aside, ...]


class PieceCoder:
    """Codes pieces with one coder.

    Args:
        lang: language of reports that do not tell theirs; None to find out.
        stream: codes reports; a `Coder`'s own when left out.
    """

    def __init__(self, lang: Language | None = None, stream: Stream | None = None) -> None:
        self._lang = lang
        self._stream = stream or _own_stream()

    def __call__(self, job: Job) -> Coded:
        """Code a piece.

        Raises:
            ModelError: a language model is not installed.
        """
        from pyarrow import parquet

        table = parquet.read_table(io.BytesIO(job.path.read_bytes()))
        told = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
        rows = table.drop_columns(["signature"]).to_pylist()
        before = [Aside(*one) for one in json.loads(told["aside"])]
        aside = [Aside(rows[n]["source"], KILLED) for n in sorted(job.deadly)]
        found: dict[int, CodedReport] = {}
        wanted = [n for n in range(len(rows)) if job.wants(n)]
        reports = {n: _report(rows[n], self._lang) for n in wanted}
        # Reports that are equal are coded each for itself: they are told apart as objects.
        place = {id(report): n for n, report in reports.items()}
        for coded in self._stream(reports.values(), lambda error: aside.append(Aside.of(error))):
            found[place[id(coded.report)]] = coded
        key = {"key": told["key"]}
        events = [
            {**event.to_dict(), "copies": job.copies[n]}
            for n, coded in sorted(found.items())
            for event in coded.events
        ]
        listed = [_listed(n, row, job, found.get(n)) for n, row in enumerate(rows)]
        return Coded(
            number=job.number,
            reports_file=parquet_bytes(listed, reports_schema(), key),
            events_file=parquet_bytes(events, events_schema(), key),
            aside_file="".join(
                json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in (*before, *aside)
            ).encode("utf-8", "backslashreplace"),
            reports=len(rows),
            events=len(events),
            aside=tuple(aside),
        )


def _own_stream() -> Stream:
    from statuquo.events import Coder

    coder = Coder()

    def stream(
        reports: Iterable[Report], set_aside: Callable[[InputError], None]
    ) -> Iterator[CodedReport]:
        return coder.stream(reports, set_aside=set_aside, only_events=True)

    return stream


def _report(row: dict[str, Any], lang: Language | None) -> Report:
    report = Report(**row)
    return replace(report, lang=lang) if lang and not report.lang else report


def _listed(n: int, row: dict[str, Any], job: Job, coded: CodedReport | None) -> dict[str, Any]:
    copy_of = job.copy_of[n]
    return {
        **{name: row[name] for name in ("id", "source", "title", "date", "outlet", "url")},
        "lang": coded.lang if coded else row["lang"],
        "copy_of": copy_of,
        "copies": None if copy_of else job.copies[n],
        "events": len(coded.events) if coded else 0,
    }
