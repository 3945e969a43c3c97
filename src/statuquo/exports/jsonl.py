"""One event a line: the record of ``contract/event.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TextIO

from statuquo.events.record import Event


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
