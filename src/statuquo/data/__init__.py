"""The data that people edit, and one way to read it: TOML with the line of every entry.

``tomllib`` forgets where things stood. `load_toml` remembers: each table of an array
(``[[frame]]``), each table (``[types.AGREE]``) and each top-level key keeps the line on which it
begins, so that whoever checks an entry can say ``lexicon/fr/aid.toml:12: unknown act 'ADI'``::

    table = load_toml(path)                      # DataError when it is no TOML, with its line
    for entry in table.entries("frame"):         # every [[frame]], in order
        entry.data                               # its keys and values
        entry.line                               # the line of its [[frame]]
        raise entry.error("unknown act 'ADI'")   # DataError(file, line of the entry)
        raise entry.error("no such role", at="subjet")  # … line of the first "subjet" inside it
    table.data["classes"]                        # plain tables
    raise table.error("empty class", key="classes", at="troops")

The parser is ``rtoml``, since the standard library's takes some ten times as long on the registry
and the lexicon; what it refuses goes to ``tomllib`` for the fault and its line.

Files under ``src/statuquo/data`` are named by their path from there, others by their own path.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import rtoml

from statuquo.errors import DataError

DATA = Path(__file__).resolve().parent
"""The folder of the data files."""

_HEADER = re.compile(r"^(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^([A-Za-z0-9_-]+|\"[^\"]*\")\s*[=.]")
_LINE_OF_FAULT = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One table of an array of tables.

    Args:
        data: its keys and values.
        file: the file it stands in, as messages name it.
        line: the line of its ``[[header]]``, from 1.
        text: its lines, header first.
    """

    data: dict[str, Any]
    file: str
    line: int
    text: tuple[str, ...] = field(repr=False, default=())

    def line_of(self, at: str | None) -> int:
        """The line of the first mention of `at` inside the entry, or of the entry itself."""
        return self.line + _offset(self.text, at)

    def error(self, message: str, *, at: str | None = None) -> DataError:
        """The error to raise about this entry, or about the words `at` within it."""
        return DataError(message, file=self.file, line=self.line_of(at))

    def check_keys(self, allowed: Iterable[str], required: Iterable[str] = ()) -> None:
        """Refuse keys that nobody reads, and entries that lack what everybody needs.

        Raises:
            DataError: with the line of the strange key, or of the entry.
        """
        known = tuple(allowed)
        for key in self.data:
            if key not in known:
                raise self.error(f"unknown key {key!r}; known are {', '.join(known)}", at=key)
        for key in required:
            if key not in self.data:
                raise self.error(f"lacks the key {key!r}; add it")


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedTable:
    """A TOML file and where its parts stand.

    Args:
        data: what was read.
        file: the file as messages name it.
        lines: the lines of the file.
        headers: line numbers of ``[[name]]`` and ``[name]``, in order, by dotted name.
        keys: line numbers of the keys above the first header.
    """

    data: dict[str, Any]
    file: str
    lines: tuple[str, ...] = field(repr=False)
    headers: Mapping[str, tuple[int, ...]]
    keys: Mapping[str, int]

    def entries(self, name: str) -> Iterator[Entry]:
        """Every table of the array ``[[name]]``, in the order of the file.

        Raises:
            DataError: `name` is there, but is no array of tables.
        """
        found = self.data.get(name, [])
        starts = self.headers.get(name, ())
        if not isinstance(found, list) or len(found) != len(starts):
            raise self.error(f"write each {name} under its own [[{name}]]", key=name)
        begins = sorted(line for lines in self.headers.values() for line in lines)
        following = dict(pairwise([*begins, len(self.lines) + 1]))
        for data, start in zip(found, starts, strict=True):
            text = self.lines[start - 1 : following[start] - 1]
            yield Entry(data=data, file=self.file, line=start, text=text)

    def line_of(self, key: str | None = None, *, at: str | None = None) -> int | None:
        """Where the table or key begins, or the first mention of `at` below that line."""
        start = self.keys.get(key or "") or next(iter(self.headers.get(key or "", ())), None)
        if at is None:
            return start
        first = start or 1
        return first + _offset(self.lines[first - 1 :], at)

    def error(self, message: str, *, key: str | None = None, at: str | None = None) -> DataError:
        """The error to raise about the table or key, or about the words `at` below it."""
        return DataError(message, file=self.file, line=self.line_of(key, at=at))

    def check_keys(self, allowed: Iterable[str]) -> None:
        """Refuse tables and keys at the top of the file that nobody reads.

        Raises:
            DataError: with the line of the strange key.
        """
        known = tuple(allowed)
        for key in self.data:
            if key not in known:
                line = self.line_of(key) or self.line_of(at=key)
                message = f"unknown table or key {key!r}; known are {', '.join(known)}"
                raise DataError(message, file=self.file, line=line)


def load_toml(path: Path) -> LocatedTable:
    """Read a TOML file and remember where its entries stand.

    Args:
        path: the file.

    Returns:
        Its content, with the line of every table and top-level key.

    Raises:
        DataError: it is missing, is not UTF-8 or is not TOML; the line is given where known.

    >>> load_toml(DATA / "ontology.toml").line_of("types.AGREE") > 1
    True
    """
    file = name_of(path)
    try:
        text = path.read_text(encoding="utf-8")
        data = _parse(text)
    except OSError as fault:
        raise DataError(f"cannot be read: {fault.strerror}", file=file) from fault
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        raise DataError("is not UTF-8; save it as UTF-8", file=file, line=line) from fault
    except RecursionError as fault:
        raise DataError("is nested too deeply; write flat tables", file=file) from fault
    except tomllib.TOMLDecodeError as fault:
        found = _LINE_OF_FAULT.search(str(fault))
        line = int(found[1]) if found else text.count("\n") + 1
        why = _LINE_OF_FAULT.sub("", str(fault)).removesuffix("(at end of document)").strip()
        raise DataError(f"is not TOML: {why}", file=file, line=line) from fault
    lines = tuple(text.split("\n"))
    headers, keys = _locate(lines)
    return LocatedTable(data=data, file=file, lines=lines, headers=headers, keys=keys)


def _parse(text: str) -> dict[str, Any]:
    try:
        return rtoml.loads(text)
    except rtoml.TomlParsingError:
        return tomllib.loads(text)


def name_of(path: Path) -> str:
    """How messages name a data file: its path below the data folder, else its own path.

    >>> name_of(DATA / "entities" / "people.toml")
    'entities/people.toml'
    """
    full = path.resolve()
    return full.relative_to(DATA).as_posix() if full.is_relative_to(DATA) else str(path)


def _locate(lines: tuple[str, ...]) -> tuple[dict[str, tuple[int, ...]], dict[str, int]]:
    """Line numbers of headers and of top-level keys; long strings hold neither."""
    headers: dict[str, list[int]] = {}
    keys: dict[str, int] = {}
    closing = ""
    for number, line in enumerate(lines, start=1):
        if closing:
            closing = "" if closing in line else closing
            continue
        if line.startswith("[") and (header := _HEADER.match(line)):
            headers.setdefault(header[2].replace('"', ""), []).append(number)
        elif not headers and (key := _KEY.match(line)):
            keys.setdefault(key[1].strip('"'), number)
        for quotes in ('"""', "'''"):
            if quotes in line and line.count(quotes) % 2:
                closing = quotes
    return {name: tuple(numbers) for name, numbers in headers.items()}, keys


def _offset(lines: Iterable[str], at: str | None) -> int:
    """How many lines below the first one `at` is first mentioned; 0 when it is not."""
    if at is not None:
        for offset, line in enumerate(lines):
            if at in line:
                return offset
    return 0
