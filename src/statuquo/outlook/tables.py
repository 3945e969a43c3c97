"""Events from a CSV file, in the form of docs/outlook.md: date, actor, recipient, quad class."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

from statuquo.errors import InputError
from statuquo.outlook.facts import QUADS, quad_number

Row: TypeAlias = tuple[date, str, str, str]
COLUMNS: Final = ("date", "actor", "recipient", "quad")


def read_events(path: Path) -> list[Row]:
    """The events of a CSV file, their quad classes under PLOVER's names.

    Args:
        path: UTF-8, a first line that names the columns; columns besides `COLUMNS` are ignored.

    Raises:
        InputError: the file cannot be read, lacks a column, or a line has no day, no party or no
            known quad class; it names the file, the line and what to do.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_rows(csv.DictReader(file), path))
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", source=str(path)) from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8; save it as UTF-8", source=str(path)) from None
    except csv.Error as error:
        raise InputError(f"is no CSV ({error})", source=str(path)) from None


def _rows(reader: csv.DictReader[str], path: Path) -> Iterator[Row]:
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise InputError(
            f"the first line must name the columns {', '.join(COLUMNS)}; "
            f"{', '.join(missing)} is not there",
            source=f"{path}:1",
        )
    found = False
    for row in reader:
        where = f"{path}:{reader.line_num}"
        day, actor, recipient, quad = ((row[name] or "").strip() for name in COLUMNS)
        try:
            told = date.fromisoformat(day)
        except ValueError:
            raise InputError(
                f"{day!r} is no date; write it like 2019-05-30", source=where
            ) from None
        if not actor or not recipient:
            raise InputError(
                "names no actor or no recipient; fill it in or take the line out", source=where
            )
        try:
            yield told, actor, recipient, QUADS[quad_number(quad)]
        except InputError as error:
            raise InputError(error.message, source=where) from None
        found = True
    if not found:
        raise InputError("holds no event; give one line for each under the first", source=str(path))
