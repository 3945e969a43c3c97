"""When a coded party is the one that the gold means: by country code, else by its words.

The gold names a party by words of the sentence and, where it can be told, by the country it belongs
to. Where both sides have a country, the country decides; words decide elsewhere. The rule is the one
that the figures of others were measured with (docs/accuracy.md), down to its list of articles.
"""

from __future__ import annotations

import re
import unicodedata

from statuquo.entities.model import Party

_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "AFU", "NAT", "INT"})
_SPELLINGS = {"XKX": "KOS"}
_SMALL_WORDS = frozenset(
    {"the", "le", "la", "les", "de", "du", "des", "el", "los", "las", "a", "an", "un", "une", "of",
     "l", "d"}
)  # fmt: skip
_LEAST_SHARED = 0.5
"""Share of the shorter name that must be found in the other."""


def same_party(code: str | None, text: str | None, party: Party | None) -> bool:
    """Whether a coded party is the gold's.

    Args:
        code: the gold's country code, ISO alpha-3 or ``IGO`` …, or None when it cannot be told.
        text: the gold's words for the party.
        party: the coded one; None where the event has none in that place.

    >>> bolivia = Party(name="Bolivia", country="BOL", text="La Paz", start=0, end=6)
    >>> same_party("BOL", "the government", bolivia), same_party("PER", "La Paz", bolivia)
    (True, False)
    """
    if party is None:
        return False
    if code and party.country:
        return _folded(code) == _folded(party.country)
    return same_words(text, party.text) or same_words(text, party.name)


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two names share at least half the words of the shorter one, articles aside.

    >>> same_words("el ejército de Malí", "Ejército malí"), same_words("the army", "the police")
    (True, False)
    """
    first, second = _words(one), _words(other)
    shared = first & second
    return bool(shared) and len(shared) >= _LEAST_SHARED * min(len(first), len(second))


def _words(text: str | None) -> set[str]:
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return set(re.findall(r"\w+", plain)) - _SMALL_WORDS


def _folded(code: str) -> str:
    """One code for all organisations of states: annotators do not tell them apart."""
    return "INT" if code in _INTERNATIONAL else _SPELLINGS.get(code, code)
