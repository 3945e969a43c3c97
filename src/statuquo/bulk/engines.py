"""Who does the work: processes of this machine. What they do is handed in."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, Protocol, TypeVar

J = TypeVar("J")
D = TypeVar("D")
_J = TypeVar("_J")
_D = TypeVar("_D")

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Lost(Generic[J]):
    """A job whose process ended while it did it."""

    job: J


class Engine(Protocol):
    """Does jobs somewhere, several at once."""

    def do(
        self, make: Callable[[], Callable[[_J], _D]], jobs: Iterable[_J]
    ) -> Iterator[_D | Lost[_J]]:
        """The results of jobs, in any order.

        Args:
            make: makes what does a job; called once in each process, and can be pickled.
            jobs: values that can be pickled; they are taken as there is room.

        Raises:
            Exception: what a job raised; the other jobs are given up.
        """
        ...


class LocalEngine:
    """Processes of this machine.

    Args:
        workers: how many.
    """

    def __init__(self, workers: int = 1) -> None:
        self.workers = workers

    def do(
        self, make: Callable[[], Callable[[_J], _D]], jobs: Iterable[_J]
    ) -> Iterator[_D | Lost[_J]]:
        """See `Engine`. A process that ends is replaced, and the job that it did is lost."""
        waiting = iter(jobs)
        idle: list[Worker] = []
        busy: dict[Any, tuple[Worker, _J]] = {}
        try:
            while True:
                while len(busy) < self.workers:
                    try:
                        job = next(waiting)
                    except StopIteration:
                        break
                    worker = idle.pop() if idle else Worker(make)
                    busy[worker.line] = worker, job
                    worker.begin(job)
                if not busy:
                    return
                for line in wait(list(busy)):
                    worker, job = busy.pop(line)
                    done = worker.result(job)
                    if isinstance(done, Lost):
                        worker.end()
                    else:
                        idle.append(worker)
                    yield done
        finally:
            for worker in (*idle, *(worker for worker, _ in busy.values())):
                worker.end()


class Worker:
    """One process and the line to it; it ends when the line does, so never outlives its parent.

    Args:
        make: makes what does a job, in that process.
    """

    def __init__(self, make: Callable[[], Callable[[Any], Any]]) -> None:
        # Not forked: a copy of a process with threads may wait for ever.
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, make), daemon=True)
        with _one_thread():
            self._process.start()
        theirs.close()

    def begin(self, job: object) -> None:
        """Hand it a job."""
        # A process that has just ended takes nothing: `result` finds it out.
        with suppress(OSError):
            self.line.send(job)

    def result(self, job: Any) -> Any:
        """What came of the job, or `Lost`, once there is something on the line.

        Raises:
            Exception: what the job raised.
        """
        try:
            fault, done = self.line.recv()
        except (EOFError, OSError):
            return Lost(job)
        if fault is not None:
            self.end()
            raise fault
        return done

    def end(self) -> None:
        """End the process."""
        self.line.close()
        self._process.terminate()
        self._process.join()


class _one_thread:  # noqa: N801 - a context manager, read as a verb
    """Has processes started meanwhile compute with one thread each: they share the cores."""

    def __enter__(self) -> None:
        self._before = {name: os.environ.get(name) for name in _ONE_THREAD}
        os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))

    def __exit__(self, *_: object) -> None:
        for name, value in self._before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _serve(line: Connection[Any, Any], make: Callable[[], Callable[[Any], Any]]) -> None:
    # Ctrl-C reaches the whole group; only the parent answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work: Callable[[Any], Any] | None = None
    while True:
        try:
            job = line.recv()
        except (EOFError, OSError):
            return
        fault: Exception | None = None
        done = None
        try:
            work = work or make()
            done = work(job)
        except Exception as error:
            fault = error
        try:
            line.send((fault, done))
        except (BrokenPipeError, OSError):
            return
