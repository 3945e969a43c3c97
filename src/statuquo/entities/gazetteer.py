"""Names of the registry in running text: the longest at each place, whatever the tokenisation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from statuquo.entities.registry import Registry
from statuquo.reports.model import Language

_WORD = re.compile(r"\w+")
_BARE = str.maketrans({"’": "'", "\u2011": "-", "\u00a0": " ", "\u202f": " "})


class Hit(NamedTuple):
    """A known name in a text.

    Args:
        start: offset of its first character.
        end: offset after its last one.
        ids: entities that bear it, most likely first; empty for a trap.
        kind: ``name``; ``weak`` counts only with support; ``trap`` looks like a party and is none.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    kind: Literal["name", "weak", "trap"]


_JOINING = ("-", "‑")


class Gazetteer:
    """All names of one language, ready to be found.

    Args:
        registry: where the names come from.
        lang: which language's names.
    """

    def __init__(self, registry: Registry, lang: Language) -> None:
        self._names: dict[str, tuple[tuple[str, ...], Literal["name", "weak", "trap"]]] = {}
        for name, ids in registry.weak_names(lang).items():
            self._names[name] = (ids, "weak")
        for name, ids in registry.names(lang).items():
            self._names[name] = (ids, "name")
        for name in registry.traps(lang):
            self._names[name] = ((), "trap")
        self._automaton = _automaton(self._names)
        shouted = {name.upper(): name for name in self._names if len(name) > 2}
        self._shouted = shouted
        self._shouted_automaton = _automaton(shouted)

    def find(self, text: str) -> Iterator[Hit]:
        """The names in a text, from left to right, never overlapping, the longest first.

        A text in capitals is matched against the names in capitals.

        >>> gazetteer = Gazetteer(Registry.load(), "en")
        >>> [hit.ids[0] for hit in gazetteer.find("The White House warned North Korea.")]
        ['metonym:white-house', 'country:PRK']
        """
        text = text.translate(_BARE)
        loud = text.isupper()
        names = self._shouted_automaton if loud else self._automaton
        found = [
            (start, -len(name), name)
            for last, name in names.iter(text)
            if not _in_word(text, start := last + 1 - len(name)) and _ends_word(text, last + 1)
        ]
        done = 0
        for start, length, name in sorted(found):
            end = start - length
            ids, kind = self._names[self._shouted[name] if loud else name]
            if start < done or (kind == "weak" and text[end : end + 1] in _JOINING):
                continue  # «le Nord-Ouest» is not the North
            yield Hit(start, end, ids, kind)
            done = end

    def recased(self, text: str) -> str:
        """A text in capitals in usual letters: known names as written, the rest in lower case.

        >>> Gazetteer(Registry.load(), "es").recased("PROTESTAS EN BOLIVIA")
        'Protestas en Bolivia'
        """
        lower = text.lower()
        if len(lower) != len(text):
            return text
        letters = list(lower)
        for hit in self.find(text):
            name = self._shouted.get(text[hit.start : hit.end].translate(_BARE))
            if name is not None and len(name) == hit.end - hit.start:
                letters[hit.start : hit.end] = name
        for i, letter in enumerate(letters):
            if letter.isalpha():
                letters[i] = letter.upper()
                break
        return "".join(letters)


def _ends_word(text: str, end: int) -> bool:
    return (
        end >= len(text)
        or not (text[end].isalnum() or text[end] == "_")
        or not text[end - 1].isalnum()
    )


def _in_word(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return before.isalnum() or before == "_"


def _automaton(names: Iterable[str]) -> Any:
    import ahocorasick

    found = ahocorasick.Automaton()
    for name in filter(_WORD.match, names):
        found.add_word(name, name)
    found.make_automaton()
    return found
