"""A corpus cut into pieces, each a unit of work whose bounds depend on the corpus alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from statuquo.errors import InputError
from statuquo.reports import Report, Unread, find

REPORTS = 128
"""The most reports of a piece: some seconds of coding, which is what a crash can cost a process."""

HELD = 8_000_000
"""Bytes of reports after which a piece is closed, so that a few pieces fit any memory."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What was wrong with something.

    Args:
        source: file, line or address.
        problem: what was wrong, and what to do.
        kept: whether it is coded all the same, but for a detail such as its date.
    """

    source: str | None
    problem: str
    kept: bool = False

    @classmethod
    def of(cls, error: InputError) -> Aside:
        """What could not be read or coded, from the error that tells it."""
        return cls(error.source, error.message)

    @classmethod
    def detail(cls, error: InputError) -> Aside:
        """What was left out of a report that is read."""
        return cls(error.source, error.message, kept=True)

    def error(self) -> InputError:
        """The error that told it."""
        return InputError(self.problem, self.source)


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a corpus.

    Args:
        number: its place, from 0.
        key: a hash of all that it held when it was cut, by which a later run knows it again.
        items: reports, and pages and texts that are still to be read.
        aside: what was set aside while they were found.
    """

    number: int
    key: str
    items: tuple[Report | Unread, ...]
    aside: tuple[Aside, ...]


def cut(sources: Iterable[str | Path], *, reports: int = REPORTS) -> Iterator[Piece]:
    """Cut what the sources hold into pieces, in order and at constant memory.

    Args:
        sources: files and folders, as `statuquo.reports.find` takes them.
        reports: the most reports of a piece.
    """
    number, held = 0, 0
    items: list[Report | Unread] = []
    aside: list[Aside] = []

    def closed() -> Piece:
        piece = Piece(number, _key(items, aside), tuple(items), tuple(aside))
        items.clear()
        aside.clear()
        return piece

    found = find(
        sources,
        set_aside=lambda error: aside.append(Aside.of(error)),
        notice=lambda error: aside.append(Aside.detail(error)),
    )
    for item in found:
        items.append(item)
        held += len(item.text) if isinstance(item, Report) else item.size
        if len(items) >= reports or held >= HELD:
            yield closed()
            number, held = number + 1, 0
    if items or aside:
        yield closed()


def _key(items: Iterable[Report | Unread], aside: Iterable[Aside]) -> str:
    digest = hashlib.sha256()
    for item in items:
        for part in _identity(item):
            digest.update(part)
            digest.update(b"\x1f")
    for one in aside:
        digest.update(repr(asdict(one)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _identity(item: Report | Unread) -> Iterator[bytes]:
    if isinstance(item, Report):
        parts = (
            item.id, item.source, item.title, item.date, item.lang, item.url, item.outlet, item.text,
        )  # fmt: skip
        for part in parts:
            yield (part or "").encode("utf-8", "surrogatepass")
    elif item.path is not None:
        status = item.path.stat()
        yield f"{item.path}\x1f{status.st_size}\x1f{status.st_mtime_ns}".encode(
            "utf-8", "surrogateescape"
        )
    elif item.capture is not None:
        yield item.capture.source.encode("utf-8", "surrogateescape")
        yield item.capture.raw
