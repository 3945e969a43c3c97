"""What the desk reads from and writes to, and the pictures that it keeps of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from typing import Any, Protocol, TypeVar

from statuquo.crisis import Crisis, ReportInfo, build, contents
from statuquo.crisis.collecting import no_collecting
from statuquo.crisis.corrections import Correction, Outcome, settle
from statuquo.crisis.selection import Selection
from statuquo.events.record import CodedReport, Event
from statuquo.reports.feeds.model import FeedState
from statuquo.reports.model import Report

T = TypeVar("T")

Feeds = tuple[Mapping[str, FeedState], Mapping[str, Mapping[str, int]]]

ALL = "all"
"""The name in addresses of everything that the store holds."""


PATIENCE = 0.1
"""Seconds that a reader waits for the newest picture; most stores are small enough for that."""
_MOST_DRAWN = 12
"""So many pages are drawn again with each picture: those last asked for."""


class Shelf(Protocol):
    """The store as the desk needs it; every method may be called from several threads."""

    def stamp(self) -> Any:
        """Another value whenever `coded` would give something else; it can be hashed."""
        ...

    def changed(self, since: Any) -> Iterable[CodedReport] | None:
        """The reports that came, or are others now, since a stamp; None where all must be read."""
        ...

    def coded(self) -> Iterator[CodedReport]:
        """Every report with what was coded from it."""
        ...

    def crises(self) -> tuple[Selection, ...]:
        """The crises that are kept."""
        ...

    def add(self, report: Report) -> CodedReport:
        """Code a report and keep it.

        Raises:
            InputError: it cannot be coded.
        """
        ...

    def corrections(self) -> tuple[Correction, ...]:
        """What people said of coded events, taken back or not, in the order they said it.

        `coded` gives the reports with those that stand.
        """
        ...

    def correct(self, correction: Correction) -> None:
        """Keep what a person says of an event, in place of what was said of it before."""
        ...

    def feeds(self) -> Feeds:
        """What is known of each watched feed, and how many of its items came to which outcome."""
        ...

    def undo_correction(self, correction_id: str, *, at: str, by: str | None) -> Correction:
        """Take a correction back, and give it as it is kept then."""
        ...


_MOST_CHARTS = 200
"""So many charts are kept, 20 kB each: no reader can fill the memory by asking for all pairs."""


class _Holdings:
    """What the shelf held at one moment.

    Args:
        stamp: of the shelf, before it was read.
        reports: all that it held, by id.
    """

    def __init__(self, stamp: Any, reports: Mapping[str, CodedReport]) -> None:
        self.stamp = stamp
        self.reports = reports
        self._contents: dict[
            Selection | None, tuple[tuple[ReportInfo, ...], tuple[Event, ...]]
        ] = {}

    def contents(
        self, selection: Selection | None
    ) -> tuple[tuple[ReportInfo, ...], tuple[Event, ...]]:
        """The reports and events of a crisis, in order."""
        if selection not in self._contents:
            self._contents[selection] = contents(self.chosen(selection))
        return self._contents[selection]

    def chosen(self, selection: Selection | None) -> Iterable[CodedReport]:
        """The reports of a crisis; all, where there is no selection."""
        return filter(selection.selects if selection else None, self.reports.values())


class _Edition:
    """The pictures that were made of what the shelf held at one moment.

    Args:
        holdings: what it held.
    """

    def __init__(self, holdings: _Holdings) -> None:
        self.holdings = holdings
        self.stamp = holdings.stamp
        self.reports = holdings.reports
        self.crises: dict[Selection | None, Crisis] = {}
        self.made: dict[Hashable, Any] = {}
        self.charts: dict[Hashable, str] = {}
        self._lock = Lock()

    def crisis(self, selection: Selection | None) -> Crisis:
        """The picture of a crisis; of everything, where there is no selection."""
        with self._lock:
            if selection not in self.crises:
                self.crises[selection] = build(self.holdings.chosen(selection))
            return self.crises[selection]


class Pictures:
    """The crises of a shelf, made once and made again when the shelf has changed.

    To read ten thousand events and make a picture of them takes seconds. No reader waits for that
    who has a picture already: the last one is shown, and says that it is behind (`behind`), while
    the next is made. Whoever must have the newest (`fresh`), as programs do, waits for it.

    Args:
        shelf: where the reports are.
        patience: seconds that a reader waits for the newest picture before the last one is shown.
    """

    def __init__(self, shelf: Shelf, *, patience: float = PATIENCE) -> None:
        self._shelf = shelf
        self._patience = patience
        self._lock = Lock()
        self._reading = Lock()
        self._held: _Holdings | None = None
        self._maker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
        self._making: Future[_Edition] | None = None
        self._last: _Edition | None = None
        self._drawn: dict[Hashable, tuple[str, Callable[[Crisis], Any]]] = {}

    def behind(self) -> bool:
        """Whether something has come that the pictures shown do not know yet."""
        return self._last is not None and self._last.stamp != self._shelf.stamp()

    def made(self, key: Hashable, name: str, make: Callable[[Crisis], T]) -> T:
        """What was made of a crisis under a key; made now if nothing was.

        It is made again together with the next picture, before that one is shown.

        Args:
            key: everything that it depends on, beside the reports.
            name: the crisis.
            make: makes it; drawing a brief takes a second that no reader should pay twice.

        Raises:
            KeyError: no crisis is kept under that name.
        """
        selection, edition = self._chosen(name), self._edition(fresh=False)
        if key not in edition.made:
            edition.made[key] = make(edition.crisis(selection))
        found: T = edition.made[key]
        with self._lock:
            self._drawn.pop(key, None)
            self._drawn[key] = (name, make)
            for old in list(self._drawn)[:-_MOST_DRAWN]:
                del self._drawn[old]
                edition.made.pop(old, None)
        return found

    def drawn(self, key: Hashable, draw: Callable[[], str]) -> str:
        """A chart of the pictures that are shown now, drawn once as long as they are.

        Args:
            key: everything that it depends on, beside the reports.
            draw: draws it.
        """
        charts = self._edition(fresh=False).charts
        found = charts.get(key)
        if found is None:
            found = charts[key] = draw()
        with self._lock:
            for old in list(charts)[:-_MOST_CHARTS]:
                del charts[old]
        return found

    def crisis(self, name: str = ALL, *, fresh: bool = False) -> Crisis:
        """The picture of a crisis; of everything, under the name of `ALL`.

        Args:
            name: id of a selection that is kept.
            fresh: wait until it knows all that the shelf holds by now.

        Raises:
            KeyError: no crisis is kept under that name.
        """
        selection = self._chosen(name)
        return self._edition(fresh=fresh).crisis(selection)

    def contents(self, name: str = ALL) -> tuple[tuple[ReportInfo, ...], tuple[Event, ...]]:
        """The reports and events of a crisis as they are now: for these nobody waits for a picture.

        Args:
            name: id of a selection that is kept, or `ALL`.

        Raises:
            KeyError: no crisis is kept under that name.
        """
        return self._holdings().contents(self._chosen(name))

    def report(self, report_id: str) -> CodedReport:
        """One report.

        Raises:
            KeyError: there is none of that id.
        """
        shown = self._edition(fresh=False).reports
        if report_id in shown:
            return shown[report_id]
        return self._holdings().reports[report_id]

    def selections(self) -> tuple[Selection, ...]:
        """The crises that are kept."""
        return self._shelf.crises()

    def add(self, report: Report) -> CodedReport:
        """Code a report and keep it.

        Raises:
            InputError: it cannot be coded.
        """
        return self._shelf.add(report)

    def feeds(self) -> Feeds:
        """What is known of each watched feed, and how many of its items came to which outcome."""
        return self._shelf.feeds()

    def settled(self, report_id: str) -> tuple[CodedReport, tuple[Outcome, ...]]:
        """A report with all that is corrected by now, and what became of each correction.

        Raises:
            KeyError: there is none of that id.
        """
        return settle(self.report(report_id), self.corrections())

    def corrections(self) -> tuple[Correction, ...]:
        """What people said of coded events, taken back or not, in the order they said it."""
        return self._shelf.corrections()

    def correct(self, correction: Correction) -> None:
        """Keep what a person says of an event."""
        self._shelf.correct(correction)

    def undo_correction(self, correction_id: str, *, at: str, by: str | None) -> Correction:
        """Take a correction back."""
        return self._shelf.undo_correction(correction_id, at=at, by=by)

    def _edition(self, *, fresh: bool) -> _Edition:
        stamp = self._shelf.stamp()
        last = self._last
        if last is not None and last.stamp == stamp:
            return last
        if fresh or last is None:
            made = self._renewal().result()
            # What was being made already may have been read before this was asked.
            return made if made.stamp == stamp else self._renewal().result()
        with suppress(TimeoutError):
            return self._renewal().result(timeout=self._patience)
        return last

    def _holdings(self) -> _Holdings:
        """What the shelf holds by now; of what is known already nothing is read again."""
        with self._reading:
            stamp, held = self._shelf.stamp(), self._held
            if held is None or held.stamp != stamp:
                new = self._shelf.changed(held.stamp) if held else None
                known = held.reports if held and new is not None else {}
                found = self._shelf.coded() if new is None else new
                reports = {**known, **{coded.report.id: coded for coded in found}}
                self._held = held = _Holdings(stamp, reports)
            return held

    def _renewal(self) -> Future[_Edition]:
        with self._lock:
            if self._making is None or self._making.done():
                self._making = self._maker.submit(self._renew)
            return self._making

    @no_collecting()
    def _renew(self) -> _Edition:
        edition = _Edition(self._holdings())
        selections = {selection.id: selection for selection in self._shelf.crises()}
        with self._lock:
            drawn = dict(self._drawn)
        edition.crisis(None)
        for key, (name, make) in drawn.items():
            if name == ALL or name in selections:
                edition.made[key] = make(edition.crisis(selections.get(name)))
        self._last = edition
        return edition

    def _chosen(self, name: str) -> Selection | None:
        if name == ALL:
            return None
        return {selection.id: selection for selection in self._shelf.crises()}[name]
