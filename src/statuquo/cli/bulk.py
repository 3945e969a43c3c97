"""``statuquo code`` of a whole corpus: several processes or a cluster, and Parquet in a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from statuquo.cli.streams import complain, console, tell

if TYPE_CHECKING:
    from rich.progress import Progress

    from statuquo.bulk import Settings, Step

_STAGES = {"reading": "reading", "coding": "coding "}


def code_into(
    out: Path,
    paths: Sequence[str],
    *,
    workers: int,
    engine: str,
    ray_address: str | None,
    settings: Settings,
    fresh: bool,
    quiet: bool,
) -> None:
    """Code a corpus into a folder, show how far it is, and sum up.

    Raises:
        click.exceptions.Exit: with 2 when there was no report to code.
        InputError: the folder is another run's, or the corpus has changed.
    """
    from statuquo.bulk import LocalEngine, RayEngine, code_corpus
    from statuquo.bulk.folder import Folder

    chosen = RayEngine(workers, ray_address) if engine == "ray" else LocalEngine(workers)
    with _Shown(quiet=quiet, out=out) as shown:
        for step in code_corpus(paths, out, chosen, settings, workers=workers, fresh=fresh):
            shown.show(step)
    if shown.last is None or not shown.last.reports:
        # Nothing was done: either all was there already, or there is nothing to read.
        if shown.last is None and Folder(out).is_done:
            if not quiet:
                complain(f"{out}: is complete already; begin anew with --fresh")
            return
        complain(f"{', '.join(paths)}: holds no report")
        raise click.exceptions.Exit(2)


class _Shown:
    """Shows steps as a bar with rate and time left on a terminal, and sums up at the end."""

    def __init__(self, *, quiet: bool, out: Path) -> None:
        self.last: Step | None = None
        self.aside = 0
        self._quiet = quiet
        self._out = out
        self._bar = _bar() if not quiet and sys.stderr.isatty() else None
        self._stage = ""

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._bar:
            self._bar.stop()
        if self._quiet or self.last is None:
            return
        if kind is None:
            complain(self.summary())
        elif issubclass(kind, KeyboardInterrupt):
            complain(f"stopped: {self.summary()}; the same command goes on from here")

    def show(self, step: Step) -> None:
        """Tell how far the run is, and what this step has set aside."""
        self.last = step
        for one in step.aside:
            self.aside += not one.kept
            tell(str(one.error()), self._bar)
        if self._bar:
            if step.stage != self._stage:
                for task in self._bar.task_ids:
                    self._bar.remove_task(task)
                self._bar.add_task(_STAGES[step.stage], total=step.total, completed=step.before)
                self._stage = step.stage
            self._bar.update(
                self._bar.task_ids[0],
                completed=step.reports,
                description=f"{_STAGES[step.stage]}  {step.events:,} events",
            )

    def summary(self) -> str:
        """The run in one line."""
        step = self.last
        if step is None:
            return "nothing done"
        parts = [f"{step.reports:,} reports {'coded' if step.stage == 'coding' else 'read'}"]
        if step.copies:
            parts.append(f"{step.copies:,} of them near copies")
        if step.before:
            parts.append(f"{step.before:,} done before")
        if self.aside:
            parts.append(f"{self.aside:,} set aside")
        return ", ".join([*parts, f"{step.events:,} events"]) + f", in {self._out}"


def _bar() -> Progress:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        SpinnerColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Reports a second, lately."""

        def render(self, task: Task) -> Text:
            """The rate as text; none before there is one."""
            return Text(f"{task.speed:,.1f} reports/s" if task.speed else "")

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=console(sys.stderr),
        transient=True,
        speed_estimate_period=300,
    )
