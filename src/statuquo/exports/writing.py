"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from statuquo.events.record import Event
from statuquo.exports.csv_table import csv_writer
from statuquo.exports.jsonl import jsonl_writer

_WRITERS = {"jsonl": jsonl_writer, "csv": csv_writer}
FORMATS = tuple(_WRITERS)
"""Names of the formats."""


def writer(name: str, stream: TextIO) -> Callable[[Iterable[Event]], None]:
    """A function that writes events to the stream in the format of that name.

    Raises:
        KeyError: there is no such format.
    """
    return _WRITERS[name](stream)
