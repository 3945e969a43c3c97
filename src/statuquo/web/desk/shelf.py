"""What the desk reads from and writes to, and the pictures that it keeps of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from threading import Lock
from typing import Protocol

from statuquo.crisis import Crisis, build
from statuquo.crisis.selection import Selection
from statuquo.events.record import CodedReport
from statuquo.reports.model import Report

ALL = "all"
"""The name in addresses of everything that the store holds."""


class Shelf(Protocol):
    """The store as the desk needs it; every method may be called from several threads."""

    def stamp(self) -> Hashable:
        """Another value whenever `coded` would give something else."""
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


class Pictures:
    """The crises of a shelf, each built once and again when the shelf has changed.

    Args:
        shelf: where the reports are.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lock = Lock()
        self._stamp: Hashable = None
        self._reports: dict[str, CodedReport] = {}
        self._built: dict[str, Crisis] = {}
        self._made: dict[Hashable, str] = {}

    def made(self, key: Hashable, make: Callable[[], str]) -> str:
        """What was made under a key since the shelf last changed; made now if nothing was.

        Args:
            key: everything that it depends on, beside the reports.
            make: makes it; drawing a brief takes a second that no reader should pay twice.
        """
        with self._lock:
            self._renew()
            known = self._made.get(key)
            stamp = self._stamp
        if known is None:
            known = make()
            with self._lock:
                if stamp == self._stamp:
                    self._made[key] = known
        return known

    def crisis(self, name: str = ALL) -> Crisis:
        """The picture of a crisis; of everything, under the name of `ALL`.

        Raises:
            KeyError: no crisis is kept under that name.
        """
        with self._lock:
            self._renew()
            chosen = self._chosen(name)
            if name not in self._built:
                self._built[name] = build(filter(chosen, self._reports.values()))
            return self._built[name]

    def report(self, report_id: str) -> CodedReport:
        """One report.

        Raises:
            KeyError: there is none of that id.
        """
        with self._lock:
            self._renew()
            return self._reports[report_id]

    def selections(self) -> tuple[Selection, ...]:
        """The crises that are kept."""
        return self._shelf.crises()

    def add(self, report: Report) -> CodedReport:
        """Code a report and keep it.

        Raises:
            InputError: it cannot be coded.
        """
        return self._shelf.add(report)

    def _renew(self) -> None:
        stamp = self._shelf.stamp()
        if stamp != self._stamp:
            self._reports = {coded.report.id: coded for coded in self._shelf.coded()}
            self._built.clear()
            self._made.clear()
            self._stamp = stamp

    def _chosen(self, name: str) -> Callable[[CodedReport], bool]:
        if name == ALL:
            return lambda coded: True
        found = {selection.id: selection for selection in self._shelf.crises()}
        return found[name].selects
