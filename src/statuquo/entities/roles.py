"""Role nouns: the words for people and bodies that say which sector acts («ambassadeur», "army").

They are read from ``data/entities/roles/<lang>.toml``; the three files hold the same ids.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from statuquo.data import DATA, Entry, load_toml
from statuquo.entities.inflection import noun_forms
from statuquo.entities.model import SECTORS
from statuquo.reports.model import Language

FLAGS = ("person", "collective", "domestic", "object", "vague")
_KEYS = ("id", "sector", "flags", "words", "forms", "country", "note")
_PIECE = re.compile(r"[^\W_]+'?")
_FUNCTION_WORDS = frozenset({
    "of", "the", "'s", "s", "de", "du", "des", "d'", "le", "la", "les", "l'", "del", "el", "los",
    "las", "à", "au", "aux", "a", "al",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a role noun says about who bears it.

    Args:
        id: the same in all languages (``ambassador``).
        lemma: the dictionary form in this language, words joined by spaces.
        sector: PLOVER sector, or None when only the context can tell.
        person: one person at a time (ambassador, president).
        collective: a body (army, government) or a crowd (protesters).
        domestic: belongs to the country of the page when the sentence names none.
        object: a thing that stands for people (embassy, warplane, market).
        vague: names nobody in particular (officials, experts, sources).
        country: the state or organisation that the role alone implies (pope → VAT).
    """

    id: str
    lemma: str
    sector: str | None
    person: bool = False
    collective: bool = False
    domestic: bool = False
    object: bool = False
    vague: bool = False
    country: str | None = None


@dataclass(slots=True)
class _Node:
    """One step of a multi-word role: the words that may follow, and the role that ends here."""

    next: dict[str, _Node] = field(default_factory=dict)
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The role nouns of one language.

    Args:
        lang: the language.
        by_lemma: dictionary form → role, multi-word forms joined by single spaces.

    >>> roles = Roles.load("en")
    >>> roles.by_lemma["ambassador"].sector
    'GOV'
    >>> roles.lookup(["foreign", "minister", "of", "Norway"]).id
    'foreign-minister'
    """

    lang: Language
    by_lemma: Mapping[str, Role]
    _root: _Node = field(repr=False)

    @classmethod
    def load(cls, lang: Language, folder: Path = DATA / "entities" / "roles") -> Roles:
        """Read and check the roles of one language.

        Raises:
            DataError: an entry is wrong: file, line and remedy.
        """
        table = load_toml(folder / f"{lang}.toml")
        table.check_keys(("role",))
        by_lemma: dict[str, Role] = {}
        root = _Node()
        ids: dict[str, int] = {}
        for entry in table.entries("role"):
            role_id = _checked_id(entry, ids)
            for word in _texts(entry, "words"):
                if word in by_lemma:
                    raise entry.error(f"{word!r} is taken by {by_lemma[word].id!r}", at=word)
                by_lemma[word] = _role(entry, role_id, word)
                for form in noun_forms(word, lang):
                    _grow(root, form, by_lemma[word])
            for form in _texts(entry, "forms"):
                _grow(root, form, by_lemma[entry.data["words"][0]])
        return cls(lang=lang, by_lemma=by_lemma, _root=root)

    @property
    def first_words(self) -> frozenset[str]:
        """Words that a role begins with, in lower case; no role stands where none of them does."""
        return frozenset(self._root.next)

    def begins(self, *spellings: str) -> bool:
        """Whether a role begins at a token that is spelt so.

        >>> Roles.load("fr").begins("ministres", "ministre"), Roles.load("fr").begins("pluie")
        (True, False)
        """
        return any(pieces and pieces[0] in self._root.next for pieces in map(_pieces, spellings))

    def lookup(self, lemmas: Sequence[str], words: Sequence[str] = ()) -> Role | None:
        """The longest role that begins at the first of these lemmas, or None."""
        found = self.match(lemmas, words)
        return found[0] if found else None

    def match(self, lemmas: Sequence[str], words: Sequence[str] = ()) -> tuple[Role, int] | None:
        """The longest role that begins at the first token, and how many tokens it takes.

        Args:
            lemmas: dictionary forms from the token on which the role begins.
            words: the same tokens as the text has them; either spelling of a token may match,
                which makes up for lemmas that the model got wrong.

        >>> Roles.load("fr").match(["ministre", "de", "affaire", "étranger"],
        ...                        ["ministre", "des", "Affaires", "étrangères"])[1]
        4
        """
        best: tuple[Role, int] | None = None
        nodes = [self._root]
        for position, lemma in enumerate(lemmas):
            # As it is written before as it is listed: «blindés» are a unit, «blindé» is a vehicle.
            # In order, for a set would give another role on another day.
            spellings = (words[position], lemma) if position < len(words) else (lemma,)
            tokens = dict.fromkeys(map(_pieces, spellings))
            # Articles and prepositions inside a role are passed over: «chef de l'opposition».
            if () in tokens:
                if position:
                    continue
                break
            nodes = [
                reached
                for node in nodes
                for pieces in tokens
                if (reached := _walk(node, pieces)) is not None
            ]
            if not nodes:
                break
            best = next(((node.role, position + 1) for node in nodes if node.role), best)
        return best


def _checked_id(entry: Entry, ids: dict[str, int]) -> str:
    entry.check_keys(_KEYS, required=("id", "words"))
    role_id = str(entry.data["id"])
    if role_id in ids:
        raise entry.error(f"the id {role_id!r} is taken on line {ids[role_id]}", at="id")
    ids[role_id] = entry.line
    return role_id


def _role(entry: Entry, role_id: str, word: str) -> Role:
    flags = _texts(entry, "flags")
    for flag in flags:
        if flag not in FLAGS:
            raise entry.error(f"unknown flag {flag!r}; known are {', '.join(FLAGS)}", at=flag)
    sector = entry.data.get("sector")
    if sector is not None and sector not in SECTORS:
        known = ", ".join(SECTORS)
        raise entry.error(f"unknown sector {sector!r}; known are {known}", at=str(sector))
    country = entry.data.get("country")
    if country is not None and not re.fullmatch("[A-Z]{3}", str(country)):
        raise entry.error(f"{country!r} is no code of a state or organisation", at="country")
    return Role(
        id=role_id,
        lemma=word,
        sector=sector,
        country=country,
        **dict.fromkeys(flags, True),
    )


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    value = entry.data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
        raise entry.error(f"{key} is a list of words", at=key)
    return tuple(value)


def _walk(node: _Node, pieces: Sequence[str]) -> _Node | None:
    """Where one token leads; a hyphenated one is several steps."""
    for piece in pieces:
        if piece not in node.next:
            return None
        node = node.next[piece]
    return node


def _grow(root: _Node, form: str, role: Role) -> None:
    node = root
    for piece in _pieces(form):
        node = node.next.setdefault(piece, _Node())
    node.role = node.role or role


@lru_cache(maxsize=50_000)
def _pieces(text: str) -> tuple[str, ...]:
    """The words of a token or phrase in lower case, less hyphens and function words.

    >>> _pieces("Ministre des Affaires étrangères"), _pieces("vice-president"), _pieces("l'")
    (('ministre', 'affaires', 'étrangères'), ('vice', 'president'), ())
    """
    found = _PIECE.findall(text.lower().replace("’", "'"))
    return tuple(piece for piece in found if piece not in _FUNCTION_WORDS)
