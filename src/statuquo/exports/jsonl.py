"""One event a line: the record of ``event.schema.json``, which lies beside this file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from importlib import resources
from typing import Any, TextIO

from statuquo.events.record import Event


def event_schema() -> dict[str, Any]:
    """The JSON Schema of a line.

    >>> event_schema()["title"]
    'One coded event, a line of `statuquo code`'
    """
    text = resources.files("statuquo.exports").joinpath("event.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def jsonl_writer(stream: TextIO) -> Callable[[Iterable[Event]], None]:
    """A function that writes events to the stream, each as one line of JSON.

    >>> import io
    >>> stream = io.StringIO()
    >>> jsonl_writer(stream)([])
    >>> stream.getvalue()
    ''
    """

    def write(events: Iterable[Event]) -> None:
        stream.writelines(
            json.dumps(event.to_dict(), ensure_ascii=False) + "\n" for event in events
        )

    return write
