"""Work for processes to do: quick, and as deadly as a test asks for."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from one_sentence import SENDS_AID, event_of
from statuquo.bulk.coding import PieceCoder
from statuquo.errors import InputError
from statuquo.events.record import (
    CodedReport,
)
from statuquo.reports.model import Report


def stream(
    reports: Iterable[Report], set_aside: Callable[[InputError], None]
) -> Iterator[CodedReport]:
    """Codes «A sends aid to B.»; sets aside what says «nothing», ends the process at «kill»."""
    for report in reports:
        if "kill" in report.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "nothing" in report.text:
            set_aside(InputError("holds nothing", report.source))
            continue
        events = tuple(event_of(found, report) for found in SENDS_AID.finditer(report.text))
        yield CodedReport(report=report, text=report.text, lang="en", events=events)


def one_sentence_coder() -> PieceCoder:
    """A coder of pieces without language models."""
    return PieceCoder(stream=stream)


def _slowly(
    reports: Iterable[Report], set_aside: Callable[[InputError], None]
) -> Iterator[CodedReport]:
    time.sleep(0.3)
    yield from stream(reports, set_aside)


def slow_coder() -> PieceCoder:
    """A coder of pieces that leaves time for things to happen."""
    return PieceCoder(stream=_slowly)


class _Counting:
    """Codes like `one_sentence_coder`, and writes a line for each piece that it was given."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._coder = one_sentence_coder()

    def __call__(self, job: object) -> object:
        with self._path.open("a") as stream:
            stream.write("piece\n")
        return self._coder(job)  # type: ignore[arg-type]


def counting(path: Path) -> partial[_Counting]:
    """Makes a coder that counts its pieces in a file."""
    return partial(_Counting, path)


class _Square:
    def __call__(self, number: int) -> int:
        if number < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 13:
            raise InputError("is unlucky", "13")
        return number * number


def squares() -> _Square:
    """Squares numbers; ends the process at a negative one, fails at 13."""
    return _Square()
