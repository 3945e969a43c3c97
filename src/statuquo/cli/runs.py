"""A run over reports: read, code, count, and tell on standard error how it went."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Self

import click

from statuquo.cli.streams import complain, console, one_line, tell

if TYPE_CHECKING:
    from rich.progress import Progress

    from statuquo.errors import InputError
    from statuquo.events import CodedReport
    from statuquo.reports import Report
    from statuquo.reports.model import Language

STDIN = "-"


class Run:
    """Codes reports and keeps count; as a context manager it shows progress and sums up.

    Args:
        quiet: neither progress nor summary.
        verb: what the summary says was done with the reports.
        progress: whether progress may be shown; it never is where standard error is no terminal.
    """

    def __init__(self, *, quiet: bool, verb: str = "coded", progress: bool = True) -> None:
        self.done = 0
        self.known = 0
        self.aside = 0
        self.events = 0
        self._quiet = quiet
        self._verb = verb
        self._progress = _progress() if progress and not quiet and sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._progress:
            self._progress.stop()
        if self._quiet or not (kind is None or issubclass(kind, KeyboardInterrupt)):
            return
        complain(("stopped: " if kind else "") + self.summary())

    def coded(
        self,
        sources: Sequence[str],
        lang: Language | None,
        *,
        known: Callable[[Report], bool] = lambda _: False,
        only_events: bool = False,
        gate: bool = True,
    ) -> Iterator[CodedReport]:
        """Each report of the sources, coded; those that cannot be are set aside and told.

        Args:
            sources: files, folders, URLs, or ``-`` for JSON Lines on standard input.
            lang: language of reports that do not tell theirs; None to find out.
            known: tells reports that need no coding; they are counted and left out.
            only_events: whether nothing but the events is wanted.
            gate: whether sentences without the words for an act go unparsed then.
        """
        from statuquo.events import Coder

        reports = self._unknown(sources, lang, known)
        coder = Coder(gate=gate)
        for coded in coder.stream(reports, set_aside=self.set_aside, only_events=only_events):
            yield coded
            # After the caller has dealt with it: what was not written is not counted.
            self.done += 1
            self.events += len(coded.events)
            self._show(coded.report)

    def _unknown(
        self, sources: Sequence[str], lang: Language | None, known: Callable[[Report], bool]
    ) -> Iterator[Report]:
        from statuquo.reports import read

        stdin = sys.stdin.buffer if STDIN in sources else None
        for report in read(sources, stdin=stdin, set_aside=self.set_aside, notice=self._tell):
            if known(report):
                self.known += 1
            else:
                yield replace(report, lang=lang) if lang and not report.lang else report

    def set_aside(self, problem: InputError) -> None:
        """Count a report that cannot be coded, and say why in one line."""
        self.aside += 1
        self._tell(problem)

    def summary(self) -> str:
        """The run in one line: ``36 reports coded, 2 set aside, 214 events``."""
        parts = [f"{_counted(self.done, 'report')} {self._verb}"]
        if self.known:
            parts.append(f"{self.known} already there")
        if self.aside:
            parts.append(f"{self.aside} set aside")
        return ", ".join([*parts, _counted(self.events, "event")])

    def must_have_done_something(self, sources: Sequence[str]) -> None:
        """End the program with exit code 2 where nothing could be done.

        Raises:
            click.exceptions.Exit: no report was coded, and none was known.
        """
        if self.done or self.known:
            return
        if not self.aside:
            names = ", ".join("standard input" if name == STDIN else name for name in sources)
            complain(f"{names}: holds no report; give text, HTML or JSON Lines")
        raise click.exceptions.Exit(2)

    def _tell(self, problem: InputError) -> None:
        tell(str(problem), self._progress)

    def _show(self, report: Report) -> None:
        if self._progress:
            name = one_line(report.title or report.source or report.id)
            self._progress.update(
                self._progress.task_ids[0], description=f"{self.summary()}  {name}"
            )


def _progress() -> Progress:
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.table import Column

    shown = Progress(
        SpinnerColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True)),
        console=console(sys.stderr),
        transient=True,
    )
    shown.add_task("loading the language models", total=None)
    return shown


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
