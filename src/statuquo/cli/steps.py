"""Progress of work whose steps can be counted, on standard error, and what was set aside."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from statuquo.cli.streams import console, tell

if TYPE_CHECKING:
    from rich.progress import Progress

    from statuquo.errors import InputError


class Steps:
    """Counts steps; as a context manager it shows a bar where standard error is a terminal.

    Args:
        total: how many there will be, or None where it is not known.
        quiet: show no bar.
    """

    def __init__(self, total: int | None, *, quiet: bool) -> None:
        self.done = 0
        self.aside = 0
        self._bar = _bar(total) if not quiet and sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def step(self) -> None:
        """Count one that is done."""
        self.done += 1
        if self._bar:
            self._bar.advance(self._bar.task_ids[0])

    def set_aside(self, problem: InputError) -> None:
        """Count one that cannot be done, and say why in one line."""
        self.aside += 1
        if self._bar:
            self._bar.advance(self._bar.task_ids[0])
        self.tell(problem)

    def tell(self, problem: InputError) -> None:
        """Say in one line what is wrong with one that is done all the same."""
        tell(str(problem), self._bar)


def _bar(total: int | None) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn
    from rich.progress import TimeElapsedColumn as Elapsed

    bar = Progress(
        SpinnerColumn(),
        Elapsed(),
        BarColumn(),
        MofNCompleteColumn(),
        console=console(sys.stderr),
        transient=True,
    )
    bar.add_task("", total=total)
    return bar
