"""Reading reports from wherever they are: files, folders, pages on the web, standard input.

Whatever cannot be read is handed to the caller as an `InputError` that names it and says what to
do, and reading goes on: one bad file among a thousand costs one line, not the batch.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from statuquo.errors import InputError
from statuquo.reports.fetching import fetch, scheme_of
from statuquo.reports.files import MAX_PAGE, Listeners, Unread, find_path, lines_of, read_text
from statuquo.reports.model import Report
from statuquo.reports.pages import looks_like_html, read_page

_log = logging.getLogger("statuquo.reports")


def read(
    sources: Iterable[str | Path],
    *,
    stdin: IO[bytes] | None = None,
    set_aside: Callable[[InputError], None],
    notice: Callable[[InputError], None] | None = None,
) -> Iterator[Report]:
    """Read reports, one after the other, at constant memory.

    Args:
        sources: text files (``.txt``, ``.md``, no suffix), HTML pages, JSON Lines (``.jsonl``,
            ``.ndjson``), these compressed with gzip or zstd, Parquet tables, WARC archives, folders
            of these, http and https addresses, or ``-`` for JSON Lines on
            standard input. A `Path` is never taken for an address.
        stdin: what ``-`` reads; the process's own standard input when not given.
        set_aside: called with what is wrong, and what to do, for each thing that gives no report.
        notice: called when a report is read but for a detail, such as a date in an unknown form;
            a warning is logged when not given.

    Yields:
        The reports in the order of the sources; those of a folder in the order of their paths.

    >>> import io
    >>> lines = io.BytesIO(b'{"text": "Oslo accueille les deux camps.", "date": "30 May 2019"}')
    >>> [report.date for report in read(["-"], stdin=lines, set_aside=print)]
    ['2019-05-30']
    >>> list(read(["no-such-file.txt"], set_aside=print))
    no-such-file.txt: there is no such file or folder; check the path
    []
    """
    tell = Listeners(set_aside=set_aside, notice=notice or _log_notice)
    for item in _find(sources, stdin, tell):
        if isinstance(item, Report):
            yield item
        else:
            yield from item.read(tell)


def find(
    sources: Iterable[str | Path],
    *,
    set_aside: Callable[[InputError], None],
    notice: Callable[[InputError], None] | None = None,
) -> Iterator[Report | Unread]:
    """Find what `read` reads, and leave pages and texts for another process to read.

    Args:
        sources: as for `read`, without standard input.
        set_aside: as for `read`.
        notice: as for `read`.
    """
    yield from _find(sources, None, Listeners(set_aside=set_aside, notice=notice or _log_notice))


def _find(
    sources: Iterable[str | Path], stdin: IO[bytes] | None, tell: Listeners
) -> Iterator[Report | Unread]:
    for source in sources:
        if source == "-":
            stream = sys.stdin.buffer if stdin is None else stdin
            yield from lines_of(stream, "standard input", tell)
        elif isinstance(source, str) and _is_address(source):
            yield from read_address(source, tell)
        else:
            yield from find_path(Path(source), tell)


def _is_address(source: str) -> bool:
    """Whether the source is written as a URL; a file that is there may be called ``a:b``."""
    scheme = scheme_of(source)
    return scheme is not None and (scheme in ("http", "https") or not os.path.lexists(source))


def read_address(source: str, tell: Listeners, *, public_only: bool = False) -> Iterator[Report]:
    """The report at an address of the web; none, with what is wrong told, where there is none.

    Args:
        source: the address.
        tell: whom to tell.
        public_only: refuse servers on this machine and its network.
    """
    try:
        page = fetch(source, limit=MAX_PAGE, public_only=public_only)
        if page.is_html or looks_like_html(page.raw):
            yield read_page(page.raw, source=source, url=page.url, charset=page.charset)
        else:
            yield read_text(page.raw, source, tell, url=page.url)
    except InputError as problem:
        tell.set_aside(problem)


def _log_notice(problem: InputError) -> None:
    _log.warning("%s", problem)
