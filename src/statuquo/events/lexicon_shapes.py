"""What kind of value stands under each key of a lexicon file, so that the rest may rely on it.

People write these files by hand: a word where a list belongs must be told with its line, not break
the reading ten functions further on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from statuquo.data import Entry, LocatedTable
from statuquo.errors import DataError

Shape = Literal["text", "texts", "flag", "by name", "words by name", "examples"]

_WANTED: Final[Mapping[Shape, str]] = {
    "text": 'a text: "…"',
    "texts": 'a list of texts: ["…", "…"]',
    "flag": "true or false",
    "by name": 'a table of texts: name = "…"',
    "words by name": 'a table of lists: name = ["…", "…"]',
    "examples": 'a list of examples: { text = "…", events = ["…"] }',
}
_FRAME: Final[Mapping[str, Shape]] = {
    "id": "text", "act": "text", "mode": "text", "modality": "text", "inner": "text",
    "needs": "text", "two_way": "flag", "examples": "examples",
    "contexts": "texts", "verbs": "texts", "nouns": "texts", "adjectives": "texts",
    "actor": "texts", "recipient": "texts", "noun_actor": "texts", "noun_recipient": "texts",
    "not": "texts",
}  # fmt: skip
_FILES: Final[Mapping[str, Mapping[str, Shape]]] = {
    "classes": {"classes": "words by name"},
    "light": {
        "support": "texts", "passive": "texts", "aspect": "texts", "operators": "words by name",
    },
    "silence": {
        "topics": "words by name", "beside": "words by name", "violence": "words by name",
    },
    "forms": {"forms": "by name", "accents": "words by name"},
}  # fmt: skip


def check_frame(entry: Entry) -> None:
    """Refuse a frame with a value of the wrong kind.

    Raises:
        DataError: with the line of the first.
    """
    for key, shape in _FRAME.items():
        if key in entry.data and not _is(shape, entry.data[key]):
            raise entry.error(f"{key} must be {_WANTED[shape]}", at=key)


def faults_of(table: LocatedTable, stem: str) -> Iterator[DataError]:
    """The values of the wrong kind in a file that holds no frames.

    Args:
        table: the file.
        stem: its name without the ending, such as ``light``.
    """
    expected = _FILES.get(stem, {})
    if stem == "speech":
        expected = dict.fromkeys(table.data, "texts")
    for key, shape in expected.items():
        if key in table.data and not _is(shape, table.data[key]):
            yield table.error(f"{key} must be {_WANTED[shape]}", key=key)


def _is(shape: Shape, value: Any) -> bool:
    match shape:
        case "text":
            return isinstance(value, str)
        case "texts":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        case "flag":
            return isinstance(value, bool)
        case "by name":
            return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
        case "words by name":
            return isinstance(value, dict) and all(_is("texts", one) for one in value.values())
        case "examples":
            return isinstance(value, list) and all(map(_is_example, value))


def _is_example(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("text"), str)
        and _is("texts", value.get("events"))
    )
