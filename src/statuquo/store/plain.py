"""Frozen dataclasses to JSON-ready values and back, driven by their own type annotations.

The records of `statuquo.events` hold strings, numbers, enumerations, tuples and one another. What a
record is, is written once, in its dataclass: a field added there is stored and read without a line
here. A field that an older store lacks takes its default; one that this version does not know is
left out.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Reader = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """A record as dictionaries, lists, strings and numbers.

    >>> from statuquo.events.record import Modality, Span
    >>> to_plain((Span(text="aid", start=3, end=6), Modality.HAPPENED))
    [{'text': 'aid', 'start': 3, 'end': 6}, 'happened']
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {
            slot.name: to_plain(getattr(value, slot.name)) for slot in dataclasses.fields(value)
        }
    return value


def from_plain(kind: type[T], data: Mapping[str, Any]) -> T:
    """Build the dataclass ``kind`` from what `to_plain` made of one.

    Raises:
        TypeError: a field without default is missing.
        ValueError: an enumeration does not know the value.

    >>> from statuquo.events.record import Span
    >>> from_plain(Span, {"text": "aid", "start": 3, "end": 6, "of a later version": 1})
    Span(text='aid', start=3, end=6)
    """
    record: T = _reader(typing.cast("Hashable", kind))(data)
    return record


@cache
def _reader(annotation: Any) -> Reader:
    """How to read a value of that type; made once a type, so that reading inspects nothing."""
    if dataclasses.is_dataclass(annotation):
        return _record_reader(annotation)  # type: ignore[arg-type]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    arguments = typing.get_args(annotation)
    origin = typing.get_origin(annotation)
    if origin is tuple:
        read_item = _reader(arguments[0])
        return lambda items: tuple(read_item(item) for item in items)
    if origin in (types.UnionType, typing.Union):
        (some,) = (part for part in arguments if part is not types.NoneType)
        read_some = _reader(some)
        return lambda item: None if item is None else read_some(item)
    return _as_it_is


def _record_reader(kind: type[Any]) -> Reader:
    hints = typing.get_type_hints(kind)
    readers = {slot.name: _reader(hints[slot.name]) for slot in dataclasses.fields(kind)}

    def read(data: Mapping[str, Any]) -> Any:
        return kind(**{name: of(data[name]) for name, of in readers.items() if name in data})

    return read


def _as_it_is(item: Any) -> Any:
    return item
