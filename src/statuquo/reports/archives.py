"""Files that hold many reports in a form of their own: compressed files, Parquet tables, WARC."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from statuquo.errors import InputError
from statuquo.reports.jsonl import report_of
from statuquo.reports.metadata import Tell
from statuquo.reports.model import Report

COMPRESSED = {
    ".gz": b"\x1f\x8b",
    ".gzip": b"\x1f\x8b",
    ".zst": b"(\xb5/\xfd",
    ".zstd": b"(\xb5/\xfd",
}
"""Suffixes of compressed files, and the bytes that they begin with."""

PARQUET = b"PAR1"
WARC = b"WARC/"

_FIELDS = ("text", "id", "title", "date", "lang", "url", "outlet")
_ROWS = 256
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_FOUND = "200"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A page as an archive of the web keeps it.

    Args:
        raw: the page, decoded from its transfer, and cut one byte beyond the limit.
        source: the archive and the address, for messages.
        url: its address.
        charset: its encoding by the header, when known.
        is_text: whether it is plain text (as in WET files) and no HTML.
    """

    raw: bytes
    source: str
    url: str
    charset: str | None
    is_text: bool


def inner_suffix(path: Path) -> str:
    """The suffix below the compression, in small letters.

    >>> inner_suffix(Path("news.JSONL.gz")), inner_suffix(Path("page.html"))
    ('.jsonl', '.html')
    """
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() if suffix in COMPRESSED else suffix


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """The content of a file, unpacked where it is compressed with gzip or zstd.

    Raises:
        OSError: it cannot be opened; damage is told, as OSError or EOFError, when it is read.
    """
    with ExitStack() as stack:
        stream: Any = stack.enter_context(path.open("rb"))
        head = stream.peek(4)[:4]
        if head.startswith(COMPRESSED[".gz"]):
            unpacked: Any = stack.enter_context(gzip.GzipFile(fileobj=stream))
            stream = stack.enter_context(io.BufferedReader(unpacked))
        elif head.startswith(COMPRESSED[".zst"]):
            import pyarrow

            unpacked = stack.enter_context(pyarrow.CompressedInputStream(stream, "zstd"))
            stream = stack.enter_context(io.BufferedReader(unpacked))
        yield stream


def read_table(
    path: Path, *, source: str, limit: int, set_aside: Tell, notice: Tell
) -> Iterator[Report]:
    """The reports of a Parquet table, one a row; at constant memory whatever its length.

    Args:
        path: the file; the columns are those of our JSON Lines, of which ``text`` is required.
        source: its name, for messages; the row (from 1) is added to it.
        limit: the most characters that the text of one report may have.
        set_aside: called with what is wrong for each row that gives no report.
        notice: called with what was left out of a report that is read all the same.

    Raises:
        InputError: it is no Parquet table, is damaged, or has no column ``text``.
    """
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as table:
            names = table.schema_arrow.names
            if "text" not in names:
                has = ", ".join(names[:8]) or "none"
                raise InputError(
                    f'has no column "text" (its columns: {has}); rename the one that holds the text',
                    source,
                )
            columns = [name for name in _FIELDS if name in names]
            number = 0
            for batch in table.iter_batches(batch_size=_ROWS, columns=columns):
                for place in range(batch.num_rows):
                    number += 1
                    where = f"{source}:{number}"
                    try:
                        yield report_of(_row(batch, place, where), where, limit, notice)
                    except InputError as problem:
                        set_aside(problem)
    except (pyarrow.ArrowException, OSError) as fault:
        raise InputError(
            f"is no Parquet table that can be read ({_short(fault)}); make it again", source
        ) from fault
    if not number:
        raise InputError("is empty; nothing to read", source)


def read_captures(stream: IO[bytes], *, source: str, limit: int) -> Iterator[Capture]:
    """The pages of a WARC or WET file: answers with a page or text, and text made of one.

    What else a crawl keeps (requests, pictures, redirections, pages not found) is no report and is
    passed over.

    Args:
        stream: the archive, plain or compressed by the record as WARC files are.
        source: its name, for messages.
        limit: the most bytes of one page; one more is read, so that the reader can tell.

    Raises:
        InputError: the archive is damaged; what stands before the damage has been given.
    """
    from warcio.archiveiterator import ArchiveIterator

    read_any = given_any = False
    try:
        for record in ArchiveIterator(stream):
            read_any = True
            capture = _capture(record, source, limit)
            if capture is not None:
                given_any = True
                yield capture
    except Exception as fault:
        # Whatever breaks inside the library on a hostile archive, the others go on.
        raise InputError(
            f"is damaged ({_short(fault)}); what comes after that is lost: get the archive again",
            source,
        ) from fault
    if not read_any:
        raise InputError("holds no WARC record; get the archive again", source)
    if not given_any:
        raise InputError("holds no page that was found, and no text; check the archive", source)


def _capture(record: Any, source: str, limit: int) -> Capture | None:
    headers = record.http_headers
    if record.rec_type == "response":
        if headers is None or headers.get_statuscode() != _FOUND:
            return None
        told = headers.get_header("Content-Type") or ""
    elif record.rec_type in ("conversion", "resource"):
        told = record.content_type or ""
    else:
        return None
    kind, _, parameters = told.partition(";")
    kind = kind.strip().lower()
    if kind not in _PAGE_TYPES:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    charset = parameters.partition("charset=")[2].split(";")[0].strip("\"' ") or None
    return Capture(
        raw=record.content_stream().read(limit + 1),
        source=f"{source}:{url}" if url else source,
        url=url.strip("<>"),
        charset=charset,
        is_text=kind == "text/plain",
    )


def _row(batch: Any, place: int, where: str) -> dict[str, Any]:
    """A row as JSON would tell it: days and times as text.

    Raises:
        InputError: a value is none that Python can hold, such as a day in the year 200,000.
    """
    try:
        (row,) = batch.slice(place, 1).to_pylist()
    except (ValueError, OverflowError) as fault:
        raise InputError(
            f"the row cannot be read ({_short(fault)}); write it again", where
        ) from fault
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in row.items()
        if value is not None
    }


def _short(fault: BaseException) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:120]
