"""Files and folders: what each file is, and the reports in it."""

from __future__ import annotations

import errno
import os
import re
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from statuquo.errors import InputError
from statuquo.reports.archives import (
    COMPRESSED,
    PARQUET,
    WARC,
    Capture,
    inner_suffix,
    opened,
    read_captures,
    read_table,
)
from statuquo.reports.decoding import binary_kind, decode, printable
from statuquo.reports.jsonl import read_lines
from statuquo.reports.metadata import Tell, read_day, read_language
from statuquo.reports.model import Report
from statuquo.reports.pages import looks_like_html, read_page

MAX_TEXT = 5_000_000
"""The most characters that the text of one report may have, and the most bytes of a text file."""

MAX_PAGE = 20_000_000
"""The most bytes of an HTML page, most of which is never text."""

_HEAD = 4096

_PAGES = frozenset((".html", ".htm", ".xhtml"))
_LINES = frozenset((".jsonl", ".ndjson", ".jsonlines", ".json"))
_OTHER = {
    ".atom": "a feed; give the pages that it names",
    ".cfg": "settings, not a report",
    ".css": "a style sheet, not a report",
    ".csv": "a table; write its reports out as JSON Lines",
    ".ini": "settings, not a report",
    ".js": "a program, not a report",
    ".log": "a log, not a report",
    ".py": "a program, not a report",
    ".rss": "a feed; give the pages that it names",
    ".sh": "a program, not a report",
    ".toml": "settings, not a report",
    ".tsv": "a table; write its reports out as JSON Lines",
    ".xml": "XML; write its reports out as text, HTML or JSON Lines",
    ".yaml": "settings, not a report",
    ".yml": "settings, not a report",
}
_ABOUT_THE_FOLDER = re.compile(
    r"(?:readme|licen[cs]e|copying|changelog|contributing|makefile)(?:\.\w+)?", re.IGNORECASE
)
_JSON_OBJECT = re.compile(rb"\s*\{\s*\"")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:[^\r\n]*\r?\n){1,30}?)---[ \t]*\r?\n")
_FRONT_LINE = re.compile(r"(id|title|date|lang|url|outlet)[ \t]*:[ \t]*(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listeners:
    """Whom to tell: what gives no report, and what was left out of one that is read."""

    set_aside: Tell
    notice: Tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A page or text that was found and is not read yet: another process may read it.

    Args:
        path: the file, or None for a page out of an archive.
        capture: that page.
    """

    path: Path | None = None
    capture: Capture | None = None

    @property
    def size(self) -> int:
        """How many bytes of it are held in memory."""
        return len(self.capture.raw) if self.capture else 0

    def read(self, tell: Listeners) -> Iterator[Report]:
        """The report in it; none, with what is wrong told, where it gives none."""
        if self.path is not None:
            yield from read_file(self.path, tell)
        elif self.capture is not None:
            try:
                yield _read_capture(self.capture, tell)
            except InputError as problem:
                tell.set_aside(problem)


def find_path(path: Path, tell: Listeners) -> Iterator[Report | Unread]:
    """What a file holds, or all files below a folder in the order of their paths."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as fault:
        tell.set_aside(_unreadable(path, fault))
        return
    if not is_folder:
        yield from find_in(path, tell)
        return
    found = False
    for file in _files_below(path, tell):
        found = True
        yield from find_in(file, tell)
    if not found:
        problem = "holds no report; put text, HTML or JSON Lines files there"
        tell.set_aside(InputError(problem, source_name(path)))


def find_in(path: Path, tell: Listeners) -> Iterator[Report | Unread]:
    """The reports of a file of many, as they come; a page or text is only found, not read."""
    with _told(path, tell), opened(path) as stream:
        kind = _kind(path, stream.peek(_HEAD))
        if kind == "lines":
            yield from lines_of(stream, source_name(path), tell)
        elif kind == "table":
            yield from read_table(
                path,
                source=source_name(path),
                limit=MAX_TEXT,
                set_aside=tell.set_aside,
                notice=tell.notice,
            )
        elif kind == "captures":
            # warcio unpacks by itself: an archive is compressed record by record.
            with path.open("rb") as packed:
                for capture in read_captures(packed, source=source_name(path), limit=MAX_PAGE):
                    yield Unread(capture=capture)
        elif stat.S_ISREG(path.stat().st_mode):
            yield Unread(path=path)
        else:
            yield _read_single(stream, path, kind, tell)


def read_file(path: Path, tell: Listeners) -> Iterator[Report]:
    """The report of a file with one page or text."""
    with _told(path, tell), opened(path) as stream:
        yield _read_single(stream, path, _kind(path, stream.peek(_HEAD)), tell)


def _read_single(stream: IO[bytes], path: Path, kind: str, tell: Listeners) -> Report:
    source = source_name(path)
    if kind == "page":
        return read_page(_content(stream, source, MAX_PAGE), source=source)
    return read_text(_content(stream, source, MAX_TEXT), source, tell)


def _read_capture(capture: Capture, tell: Listeners) -> Report:
    """The report in a page out of an archive.

    Raises:
        InputError: it holds none.
    """
    source, raw = capture.source, capture.raw
    limit = MAX_TEXT if capture.is_text else MAX_PAGE
    if len(raw) > limit:
        raise InputError(f"is too large; one report may have {limit // 1_000_000} MB", source)
    if capture.is_text and not looks_like_html(raw):
        return read_text(raw, source, tell, url=capture.url)
    return read_page(raw, source=source, url=capture.url, charset=capture.charset)


def _kind(path: Path, head: bytes) -> str:
    """What a file holds by its name and first bytes: lines, table, captures, page or text.

    Raises:
        InputError: it holds no report.
    """
    source, suffix = source_name(path), inner_suffix(path)
    if suffix in _OTHER:
        raise InputError(f"is {_OTHER[suffix]}", source)
    if head.startswith(PARQUET):
        if path.suffix.lower() in COMPRESSED:
            raise InputError("is a compressed Parquet table; unpack it first", source)
        return "table"
    if head.startswith(WARC):
        return "captures"
    if kind := binary_kind(head):
        raise InputError(f"is {kind}", source)
    if suffix in _LINES or (suffix not in (".txt", ".md") and _JSON_OBJECT.match(head)):
        return "lines"
    return "page" if suffix in _PAGES or looks_like_html(head) else "text"


@contextmanager
def _told(path: Path, tell: Listeners) -> Iterator[None]:
    """Whatever is wrong with a file is told, and the next one is read."""
    try:
        yield
    except InputError as problem:
        tell.set_aside(problem)
    except (EOFError, zlib.error) as fault:
        damage = f"is damaged ({fault}); what comes after that is lost: get the file again"
        tell.set_aside(InputError(damage, source_name(path)))
    except (OSError, ValueError) as fault:
        tell.set_aside(_unreadable(path, fault))


def lines_of(stream: IO[bytes], source: str, tell: Listeners) -> Iterator[Report]:
    """The reports of a stream of JSON Lines."""
    yield from read_lines(
        stream, source=source, limit=MAX_TEXT, set_aside=tell.set_aside, notice=tell.notice
    )


def read_text(raw: bytes, source: str, tell: Listeners, *, url: str | None = None) -> Report:
    """A report in plain text, with the header between ``---`` lines that some archives put on top.

    Raises:
        InputError: it is empty or names a language that is not read.
    """
    text = printable(decode(raw))
    header: dict[str, str] = {}
    if found := _FRONT_MATTER.match(text):
        matches = map(_FRONT_LINE.fullmatch, found[1].splitlines())
        header = {match[1]: match[2].strip().strip("\"'") for match in matches if match}
    if header and found:
        text = text[found.end() :]
    if not text.strip():
        raise InputError("is empty; nothing to read", source)
    lang = read_language(header.get("lang"), source)
    return Report(
        text=text,
        id=header.get("id", ""),
        title=header.get("title"),
        date=read_day(header.get("date"), lang, source, tell.notice),
        lang=lang,
        url=header.get("url") or url,
        outlet=header.get("outlet"),
        source=source,
    )


def source_name(path: Path) -> str:
    """The path as messages and records can print it, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _files_below(folder: Path, tell: Listeners) -> Iterator[Path]:
    """Every file that may be a report, in the order of the paths; each folder is entered once.

    Hidden files, and those that tell about the folder (README, LICENSE …), are no reports.
    """
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                if (status.st_dev, status.st_ino) in entered:
                    raise InputError(
                        "leads to a folder that is read already; left out", source_name(path)
                    )
                entered.add((status.st_dev, status.st_ino))
                names = sorted(os.listdir(path), reverse=True)
                waiting += [path / name for name in names if may_be_report(name)]
            elif stat.S_ISREG(status.st_mode):
                yield path
            else:
                raise InputError("is a device, pipe or socket; left out", source_name(path))
        except InputError as problem:
            tell.set_aside(problem)
        except OSError as fault:
            tell.set_aside(_unreadable(path, fault))


def may_be_report(name: str) -> bool:
    """Whether a file of that name in a folder may hold a report.

    >>> may_be_report("a.txt"), may_be_report(".a.txt"), may_be_report("README.md")
    (True, False, False)
    """
    return not (name.startswith(".") or _ABOUT_THE_FOLDER.fullmatch(name))


def _content(stream: IO[bytes], source: str, limit: int) -> bytes:
    raw = stream.read(limit + 1)
    if len(raw) <= limit:
        return raw
    size = 0
    with suppress(OSError):  # what is unpacked on the way has no file of its own
        size = os.fstat(stream.fileno()).st_size
    told = f"is {size / 1_000_000:.1f} MB" if size > limit else "is too large"
    raise InputError(
        f"{told} and one report may have {limit // 1_000_000} MB; "
        "write its reports out as JSON Lines, one a line",
        source,
    )


def _unreadable(path: Path, fault: OSError | ValueError) -> InputError:
    """What the system says about a path, as one sentence with a remedy."""
    source = source_name(path)
    if isinstance(fault, FileNotFoundError):
        if path.is_symlink():
            target = source_name(Path(os.readlink(path)))
            return InputError(f"is a link to {target}, which is not there; mend the link", source)
        return InputError("there is no such file or folder; check the path", source)
    if isinstance(fault, PermissionError):
        return InputError("may not be read; ask for permission to read it", source)
    if isinstance(fault, OSError) and fault.errno is None:
        return InputError(
            f"is damaged ({fault}); what comes after that is lost: get the file again", source
        )
    if isinstance(fault, OSError) and fault.errno == errno.ELOOP:
        return InputError("is a link that leads back to itself; remove it", source)
    if isinstance(fault, OSError) and fault.errno == errno.ENAMETOOLONG:
        return InputError(
            "is too long for a path; give text as JSON Lines on standard input", source[:60] + "…"
        )
    why = getattr(fault, "strerror", None) or str(fault)
    return InputError(f"cannot be read ({why}); check the path", source)
