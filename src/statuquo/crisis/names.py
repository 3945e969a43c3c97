"""When are two spellings one name? «Zaïomski» and «Zaïosmki», «Guaido» and «Guaidó»."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")

_LONG_ENOUGH_FOR_ONE_SLIP = 5
_LONG_ENOUGH_FOR_TWO_SLIPS = 9
_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "van",
        "von",
        "y",
    ]
)


def fold(text: str) -> str:
    """Letters without case and accents.

    >>> fold("Zaïomski")
    'zaiomski'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, without particles.

    >>> words_of("Luis de Guindos")
    ('luis', 'guindos')
    """
    return tuple(word for word in _WORD.findall(fold(name)) if word not in _PARTICLES)


def slips(left: str, right: str, *, limit: int = 2) -> int:
    """How many letters were dropped, added, changed or swapped with their neighbour.

    The restricted Damerau-Levenshtein distance; ``limit + 1`` stands for anything beyond the limit.

    >>> slips("zaiomski", "zaiosmki"), slips("guaido", "guaidos"), slips("maduro", "moncada")
    (1, 1, 3)
    """
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, start=1):
        current = [i]
        for j, other in enumerate(right, start=1):
            best = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                best = min(best, before[j - 2] + 1)
            current.append(best)
        if min(current) > limit:
            return limit + 1
        before, row = row, current
    return min(row[-1], limit + 1)


def same_word(left: str, right: str) -> bool:
    """Whether two folded words are one word, slips allowed for by length.

    >>> same_word("zaiomski", "zaiosmki"), same_word("iran", "irak")
    (True, False)
    """
    if left == right:
        return True
    shorter = min(len(left), len(right))
    if shorter < _LONG_ENOUGH_FOR_ONE_SLIP:
        return False
    allowed = 2 if shorter >= _LONG_ENOUGH_FOR_TWO_SLIPS else 1
    # Cheaper to ask first: one slip brings one new letter to each side at most.
    if abs(len(left) - len(right)) > allowed or len(set(left) ^ set(right)) > 2 * allowed:
        return False
    return slips(left, right, limit=allowed) <= allowed


def same_person(left: str, right: str) -> bool:
    """Whether two names may be one person's, provided that country and role agree.

    The surnames must be one word; given names must not contradict each other.

    >>> same_person("Vladimir Zaïomski", "Zaïosmki"), same_person("J. Guaido", "Juan Guaidó")
    (True, True)
    >>> same_person("Raúl Castro", "Fidel Castro")
    False
    """
    a, b = words_of(left), words_of(right)
    if not a or not b or not same_word(a[-1], b[-1]):
        return False
    given_a, given_b = a[:-1], b[:-1]
    if not given_a or not given_b:
        return True
    first, other = given_a[0], given_b[0]
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    return same_word(first, other)


def spelling_in(text: str, name: str) -> str | None:
    """The words of a mention that spell a name, without title or article around them.

    >>> spelling_in("l’ambassadeur Zaïosmki", "Vladimir Zaïomski")
    'Zaïosmki'
    >>> spelling_in("ce dernier", "Vladimir Zaïomski") is None
    True
    """
    wanted = words_of(name)
    hits = [
        match
        for match in _WORD.finditer(text)
        if any(same_word(part, word) for part in words_of(match[0]) for word in wanted)
    ]
    return text[hits[0].start() : hits[-1].end()] if hits else None
