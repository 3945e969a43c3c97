"""Reports that somebody sends or names from elsewhere: files out of a browser, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from statuquo.errors import FetchError, InputError
from statuquo.reports.fetching import scheme_of
from statuquo.reports.files import Listeners
from statuquo.reports.model import Report
from statuquo.reports.reading import read, read_address

_SUFFIXES = re.compile(r"(?:\.[A-Za-z0-9]{1,12}){1,2}\Z")


def read_file_sent(
    name: str,
    raw: bytes,
    *,
    set_aside: Callable[[InputError], None],
    notice: Callable[[InputError], None] | None = None,
) -> Iterator[Report]:
    """The reports of a file whose content came over the network.

    It is read as `read` reads files, under its name. Nothing of the name but its suffixes reaches
    the file system.

    Args:
        name: what the sender calls it.
        raw: its content.
        set_aside: called with what is wrong for each thing that gives no report.
        notice: called when a report is read but for a detail; ``set_aside`` when not given.

    >>> [report.source for report in read_file_sent("../a.txt", b"Calm.", set_aside=print)]
    ['../a.txt']
    """
    suffixes = _SUFFIXES.search(name)
    with TemporaryDirectory(prefix="statuquo-") as folder:
        path = Path(folder) / f"sent{suffixes[0] if suffixes else ''}"
        path.write_bytes(raw)

        def named(source: str | None) -> str:
            return (source or "").replace(str(path), name)

        def aside(problem: InputError) -> None:
            set_aside(InputError(problem.message, named(problem.source)))

        def noticed(problem: InputError) -> None:
            (notice or set_aside)(InputError(problem.message, named(problem.source)))

        for report in read([path], set_aside=aside, notice=noticed):
            yield replace(report, source=named(report.source))


def read_address_sent(
    url: str,
    *,
    set_aside: Callable[[InputError], None],
    notice: Callable[[InputError], None] | None = None,
    public_only: bool = True,
) -> Iterator[Report]:
    """The report at an address that somebody else gives: http and https alone, no file of ours.

    Args:
        url: the address.
        set_aside: called with what is wrong, where it gives no report.
        notice: called when a report is read but for a detail; ``set_aside`` when not given.
        public_only: refuse servers on this machine and its network.
    """
    if scheme_of(url) not in ("http", "https"):
        set_aside(FetchError("is no address; it begins with http:// or https://", url))
        return
    tell = Listeners(set_aside=set_aside, notice=notice or set_aside)
    yield from read_address(url, tell, public_only=public_only)
