"""The store: reports and everything coded from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from heapq import merge
from itertools import count
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    Select,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from statuquo.crisis.corrections import Correction, Outcome, correct_all, corrected, settle
from statuquo.crisis.selection import Selection
from statuquo.errors import StoreError
from statuquo.events.record import CodedReport, Event, EventType
from statuquo.reports.model import Report
from statuquo.store import checking, correcting
from statuquo.store.checking import Damage
from statuquo.store.counts import Counts
from statuquo.store.faults import mapped_errors
from statuquo.store.feeds import FeedMemory
from statuquo.store.lasting import reading_from, writing_to
from statuquo.store.opening import open_engine
from statuquo.store.plain import from_plain
from statuquo.store.rows import (
    KINDS,
    coded_report_of,
    finding_rows,
    fingerprint,
    report_of,
    report_row,
)
from statuquo.store.tables import crises, events, parties, reports

T = TypeVar("T")

_PAGE = 100
"""Reports read at a time: few enough for constant memory, enough to make round trips cheap."""


class Store:
    """Reports and all that was coded from them, in an SQLite file or a PostgreSQL database.

    A report goes in whole or not at all. The same words by the same outlet on the same day are the
    same report, whatever its id and wherever it was read, and adding it again changes nothing. An
    id that comes with other words is a correction: the newer version is the one that everything
    here answers with, and the earlier stays in the tables.

    What people say of coded events (`correct`) is kept beside them. Everything here answers with
    the events as they were corrected; `statuquo.crisis.corrections.as_coded` gives a report as the
    coder read it.

    One store may be open in several programs at once. A store is a context manager.

    >>> from statuquo.events.record import CodedReport
    >>> from statuquo.reports.model import Report
    >>> folder = getfixture("tmp_path")
    >>> page = CodedReport(report=Report(text="Oslo hosts talks."), text="Oslo hosts talks.", lang="en")
    >>> with Store.open(folder / "crisis.sqlite") as store:
    ...     store.add(page), store.add(page), store.counts().reports
    (True, False, 1)
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    @classmethod
    def open(cls, place: str | Path, *, create: bool = True, wait: float = 5.0) -> Store:
        """Open a store, and bring one made by an earlier version up to date.

        Args:
            place: a file, or a ``postgresql://`` URL.
            create: make it if there is none; False to read one that must be there already.
            wait: seconds to wait for another program that is writing to it.

        Raises:
            StoreError: it is missing, no store, damaged, locked, read-only or of a newer version.
        """
        engine, name = open_engine(place, create=create, wait=wait)
        return cls(engine, name)

    @property
    def feeds(self) -> FeedMemory:
        """What is known of watched feeds."""
        return FeedMemory(self._engine, self.name)

    def check(self) -> Iterator[Damage | int]:
        """Read all that is kept and compare it with itself (`statuquo check`).

        Yields:
            What is wrong; and now and then the number of reports read so far.

        Raises:
            StoreError: it cannot be read at all.
        """
        return checking.check(self._engine, self.name)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, coded: CodedReport) -> bool:
        """Put in a report and what was coded from it, in one transaction.

        Returns:
            False when it was there already, in which case nothing changes.

        Raises:
            StoreError: the database does not take it; nothing of the report is kept then.
        """
        return self._write(lambda connection: _add(connection, coded))

    def has(self, report: Report) -> bool:
        """Whether `add` would find it there already; asked before the work of coding it."""
        return self._read(lambda connection: _is_there(connection, report))

    def counts(self) -> Counts:
        """How much the store holds."""

        def counted(connection: Connection) -> Counts:
            return Counts(
                reports=_count(connection, select(reports.c.key).where(reports.c.current)),
                **{
                    kind.field: _count(
                        connection,
                        select(kind.table.c.position).join(reports).where(reports.c.current),
                    )
                    for kind in KINDS
                },
            )

        return self._read(counted)

    def stamp(self) -> tuple[int, ...]:
        """Another value whenever a report has come or was replaced, or a correction came or went."""

        def stamped(connection: Connection) -> tuple[int, ...]:
            last = connection.scalar(select(func.max(reports.c.key))) or 0
            number = _count(connection, select(reports.c.key))
            return last, number, *correcting.stamp(connection)

        return self._read(stamped)

    def changed(self, since: tuple[int, ...]) -> tuple[CodedReport, ...] | None:
        """The reports that came, were replaced or were corrected since a stamp.

        Args:
            since: what `stamp` gave before.

        Returns:
            They, as they are now; None where some are gone, so that all must be read.
        """
        last, number, *said = since
        after = select(reports.c.key).where(reports.c.key > last)
        newer = self._read(lambda connection: _count(connection, after))
        _, every, *says = self.stamp()
        if number + newer != every:
            return None
        found = {coded.report.id: coded for coded in self._coded(reports.c.key > last)}
        if said != says:
            # Few are ever corrected: all of them are read, those taken back as well.
            every_word = self.corrections(history=True)
            about = self._of_reports({one.report_id for one in every_word})
            found |= {
                coded.report.id: coded for coded in correct_all(about.values(), self.corrections())
            }
        return tuple(found.values())

    def reports(self) -> Iterator[Report]:
        """Each report as it came, in the order in which they were added.

        What is added while they are read does not come among them.
        """
        for page in self._pages():
            yield from (report_of(row) for row in page)

    def coded(self, *, since: str | None = None, until: str | None = None) -> Iterator[CodedReport]:
        """Each report with what was coded from it and corrected since, in the order of adding.

        Memory stays the same however many there are.

        Args:
            since: ISO day; leave out reports published before it.
            until: ISO day; leave out reports published after it.

        Raises:
            StoreError: the database cannot be read, or what it holds is damaged.
        """
        dates: list[ColumnElement[bool]] = []
        if since:
            dates.append(reports.c.date >= since)
        if until:
            dates.append(reports.c.date <= until)
        yield from self._coded(*dates)

    def _coded(self, *conditions: ColumnElement[bool]) -> Iterator[CodedReport]:
        for page in self._pages(*conditions):
            found = self._records([row["key"] for row in page])
            standing = self.corrections(of=[row["id"] for row in page])
            for row in page:
                with self._decoding(row["id"]):
                    coded = coded_report_of(row, found[row["key"]])
                yield from correct_all([coded], standing)

    def report(self, report_id: str) -> CodedReport:
        """One report with what was coded from it and corrected since.

        Raises:
            StoreError: there is none of that id.
        """
        wanted = _current().where(reports.c.id == report_id)
        row = self._read(lambda connection: connection.execute(wanted).mappings().first())
        if row is None:
            raise StoreError(f"{self.name}: holds no report {report_id!r}")
        found = self._records([row["key"]])
        with self._decoding(row["id"]):
            coded = coded_report_of(row, found[row["key"]])
        return corrected(coded, self.corrections(of=[report_id]))

    def events(
        self,
        *,
        type: EventType | None = None,  # noqa: A002  PLOVER's word for it
        country: str | None = None,
        entity_id: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[Event]:
        """The events that fit all of what is asked, by date.

        Args:
            type: of this type.
            country: a party to it, or its speaker, is of this state (ISO alpha-3).
            entity_id: a party to it, or its speaker, is this entity of the registry.
            since: ISO day; took place on it or later.
            until: ISO day; took place on it or earlier.
        """
        amended = self._amended()
        wanted = (
            select(
                events.c.id,
                events.c.record,
                events.c.date,
                events.c.report_key,
                events.c.position,
            )
            .join(reports)
            .where(reports.c.current, events.c.report_key.not_in(amended))
        )
        if type is not None:
            wanted = wanted.where(events.c.type == type.value)
        if since:
            wanted = wanted.where(events.c.date >= since)
        if until:
            wanted = wanted.where(events.c.date <= until)
        for column, value in ((parties.c.country, country), (parties.c.entity_id, entity_id)):
            if value is not None:
                of_event = (parties.c.report_key == events.c.report_key) & (
                    parties.c.event == events.c.position
                )
                wanted = wanted.where(exists().where(of_event, column == value))
        wanted = wanted.order_by(
            events.c.date.nulls_first(), events.c.report_key, events.c.position
        )

        def stored() -> Iterator[tuple[_Place, Event]]:
            with mapped_errors(self.name), self._engine.connect() as connection:
                for row in connection.execution_options(yield_per=1000).execute(wanted):
                    with self._decoding(row.id):
                        event = from_plain(Event, row.record)
                    yield (row.date or "", row.report_key, row.position), event

        # The columns are those of the coding: what was corrected since is sifted here.
        fit = (
            ((event.date or "", key, place), event)
            for key, coded in amended.items()
            for place, event in enumerate(coded.events)
            if (type is None or event.type is type)
            and (not since or (event.date or "") >= since)
            and (not until or "" < (event.date or "") <= until)
            and _names(event, "country", country)
            and _names(event, "entity_id", entity_id)
        )
        for _, event in merge(stored(), sorted(fit, key=_first), key=_first):
            yield event

    def event(self, event_id: str) -> Event:
        """One event, by its id or by as much of its beginning as tells it apart.

        One that was marked wrong is found too, and its `correction` says so.

        Raises:
            StoreError: none begins so, or several do.
        """
        of_current = select(events.c.id, events.c.record).join(reports).where(reports.c.current)
        exact = of_current.where(events.c.id == event_id)
        begins = of_current.where(events.c.id.startswith(event_id, autoescape=True))
        fits = self._read(
            lambda connection: (
                connection.execute(exact.limit(1)).all()
                or (
                    connection.execute(begins.order_by(events.c.id).limit(4)).all()
                    if event_id
                    else []
                )
            )
        )
        found: dict[str, Event] = {}
        for row in fits:
            with self._decoding(row.id):
                found[row.id] = from_plain(Event, row.record)
        for outcome in self.outcomes():
            event = outcome.event
            if event is None or not (event.id in found or _is_called(event, event_id)):
                continue
            found[event.id] = event
        if event_id in found:
            return found[event_id]
        if not found:
            raise StoreError(
                f"{self.name}: holds no event {event_id!r}; list them with: statuquo code"
            )
        if len(found) > 1:
            some = ", ".join(sorted(found)[:3])
            raise StoreError(f"{event_id!r} begins several events ({some} …); give more of the id")
        return next(iter(found.values()))

    def correct(self, correction: Correction) -> None:
        """Keep what a person says of an event; what was said of it before is taken back.

        Raises:
            StoreError: there is no such report, or this very correction is kept already.
        """
        tries = count()

        def put(connection: Connection) -> None:
            again = next(tries) > 0
            about = reports.c.id == correction.report_id
            if not connection.scalar(select(exists().where(about))):
                raise StoreError(f"{self.name}: holds no report {correction.report_id!r}")
            kept = correcting.read(connection, report_ids=[correction.report_id])
            if any(one.id == correction.id for one in kept):
                if again:  # the first time was done, and the server went away before it said so
                    return
                raise StoreError(f"{self.name}: holds the correction {correction.id} already")
            correcting.put(connection, correction)

        self._write(put)

    def undo_correction(self, correction_id: str, *, at: str, by: str | None = None) -> Correction:
        """Take a correction back; it stays in the history.

        Args:
            correction_id: which.
            at: when, ISO 8601 in UTC.
            by: who takes it back, or None.

        Returns:
            It, as it is kept now.

        Raises:
            StoreError: none of that id stands.
        """
        tries = count()

        def take_back(connection: Connection) -> Correction:
            again = next(tries) > 0
            if not correcting.take_back(connection, correction_id, at=at, by=by) and not again:
                raise StoreError(
                    f"{self.name}: no correction {correction_id!r} stands; "
                    "`statuquo corrections list` names those that do"
                )
            kept = correcting.read(connection)
            return next(one for one in kept if one.id == correction_id)

        return self._write(take_back)

    def corrections(
        self, *, of: Iterable[str] | None = None, history: bool = False
    ) -> tuple[Correction, ...]:
        """What people said of coded events, in the order they said it.

        Args:
            of: ids of reports; all when left out.
            history: also what was taken back.
        """
        wanted = None if of is None else list(of)
        return self._read(
            lambda connection: correcting.read(connection, report_ids=wanted, history=history)
        )

    def outcomes(self, *, history: bool = False) -> tuple[Outcome, ...]:
        """What became of each correction, in the order they were made.

        Args:
            history: also of those that were taken back.
        """
        every = self.corrections(history=history)
        found: dict[str, Outcome] = {}
        for coded in self._of_reports({one.report_id for one in every}).values():
            found |= {one.correction.id: one for one in settle(coded, every)[1]}
        return tuple(found[one.id] for one in every)

    def _amended(self) -> dict[int, CodedReport]:
        """The reports with standing corrections, corrected, by their keys."""
        standing = self.corrections()
        about = self._of_reports({one.report_id for one in standing})
        return {key: corrected(coded, standing) for key, coded in about.items()}

    def _of_reports(self, ids: Iterable[str]) -> dict[int, CodedReport]:
        """Reports as coded, by their keys."""
        wanted = _current().where(reports.c.id.in_(list(ids)))
        rows = self._read(lambda connection: list(connection.execute(wanted).mappings()))
        found = self._records([row["key"] for row in rows])
        coded: dict[int, CodedReport] = {}
        for row in rows:
            with self._decoding(row["id"]):
                coded[row["key"]] = coded_report_of(row, found[row["key"]])
        return coded

    def keep_crisis(self, selection: Selection) -> bool:
        """Keep a crisis under its id, in place of one that had it before.

        Returns:
            Whether it is new.
        """
        row = {
            "id": selection.id,
            "title": selection.title,
            "record": selection.to_dict(),
        }

        def put(connection: Connection) -> bool:
            same = crises.c.id == selection.id
            gone = connection.execute(delete(crises).where(same)).rowcount
            connection.execute(insert(crises).values(row))
            return not gone

        return self._write(put)

    def drop_crisis(self, crisis_id: str) -> None:
        """Forget a crisis; its reports stay.

        Raises:
            StoreError: there is none of that id.
        """
        tries = count()

        def drop(connection: Connection) -> None:
            again = next(tries) > 0
            gone = connection.execute(delete(crises).where(crises.c.id == crisis_id)).rowcount
            if not gone and not again:
                raise self._no_crisis(crisis_id)

        self._write(drop)

    def crises(self) -> tuple[Selection, ...]:
        """Every crisis that is kept, by id."""
        wanted = select(crises.c.record).order_by(crises.c.id)
        rows = self._read(lambda connection: connection.execute(wanted).scalars().all())
        return tuple(Selection.from_dict(record) for record in rows)

    def crisis(self, crisis_id: str) -> Selection:
        """One crisis.

        Raises:
            StoreError: there is none of that id.
        """
        asked = select(crises.c.record).where(crises.c.id == crisis_id)
        record = self._read(lambda connection: connection.scalar(asked))
        if record is None:
            raise self._no_crisis(crisis_id)
        return Selection.from_dict(record)

    def _no_crisis(self, crisis_id: str) -> StoreError:
        return StoreError(
            f"{self.name}: holds no crisis {crisis_id!r}; `statuquo crisis list` names those it holds"
        )

    def _read(self, ask: Callable[[Connection], T]) -> T:
        return reading_from(self._engine, self.name, ask)

    def _write(self, write: Callable[[Connection], T]) -> T:
        return writing_to(self._engine, self.name, write)

    @contextmanager
    def _decoding(self, what: str) -> Iterator[None]:
        try:
            yield
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise StoreError(
                f"{self.name}: what it holds of {what} is damaged ({error}); put back a copy"
            ) from error

    def _pages(self, *conditions: ColumnElement[bool]) -> Iterator[list[RowMapping]]:
        """Rows of reports, a page at a time, with nothing held open between the pages."""
        newest = select(func.max(reports.c.key))
        last = self._read(lambda connection: connection.scalar(newest)) or 0
        after = 0
        while after < last:
            wanted = _current().where(reports.c.key.between(after + 1, last), *conditions)
            page = self._read(_rows(wanted.order_by(reports.c.key).limit(_PAGE)))
            if page:
                yield page
            after = page[-1]["key"] if page else last

    def _records(self, keys: list[int]) -> dict[int, dict[str, list[Any]]]:
        """What was found in those reports: by report, by field of `CodedReport`, in order."""

        def gathered(connection: Connection) -> dict[int, dict[str, list[Any]]]:
            found: dict[int, dict[str, list[Any]]] = {
                key: {kind.field: [] for kind in KINDS} for key in keys
            }
            for kind in KINDS:
                table = kind.table
                wanted = select(table.c.report_key, table.c.record)
                wanted = wanted.where(table.c.report_key.in_(keys))
                wanted = wanted.order_by(table.c.report_key, table.c.position)
                for key, record in connection.execute(wanted):
                    found[key][kind.field].append(record)
            return found

        return self._read(gathered)


def _current() -> Select[Any]:
    return select(reports).where(reports.c.current)


def _rows(wanted: Select[Any]) -> Callable[[Connection], list[RowMapping]]:
    return lambda connection: list(connection.execute(wanted).mappings())


def _add(connection: Connection, coded: CodedReport) -> bool:
    report = coded.report
    if _is_there(connection, report):
        return False
    same_id = reports.c.id == report.id
    last = connection.scalar(select(func.max(reports.c.version)).where(same_id)) or 0
    if last:
        connection.execute(update(reports).where(same_id).values(current=False))
    row = report_row(coded, version=last + 1)
    (key,) = connection.execute(insert(reports).values(row)).inserted_primary_key or (0,)
    for table, found in finding_rows(coded, key):
        if found:
            connection.execute(insert(table), found)
    return True


def _is_there(connection: Connection, report: Report) -> bool:
    same = reports.c.fingerprint == fingerprint(report)
    return connection.scalar(select(exists().where(same))) is True


_Place = tuple[str, int, int]
"""Where an event stands among all: its day, its report, its place there."""


def _first(item: tuple[_Place, Event]) -> _Place:
    return item[0]


def _names(event: Event, field: str, value: str | None) -> bool:
    """Whether a party or speaker has that country or entity; whether none is asked for."""
    speakers = (item.speaker for item in event.attribution)
    named = (*event.actors, *event.recipients, *speakers)
    return value is None or any(getattr(party, field) == value for party in named)


def _is_called(event: Event, beginning: str) -> bool:
    return bool(beginning) and event.id.startswith(beginning)


def _count(connection: Connection, rows: Select[Any]) -> int:
    return connection.scalar(select(func.count()).select_from(rows.subquery())) or 0
