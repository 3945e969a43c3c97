"""Cue words: short patterns over the words of a sentence, from ``data/cues/<lang>.toml``.

    regain tension          these words one after the other, three others between them at most
    monter|grimper          one or the other; dictionary form, or as printed
    apais*                  any word that begins so
    tension ~ monter        one near the other, in either order, ten words at most
    dialogue ~ not:exister  the second word is negated

They look at words and their neighbours only. Who stands where is the grammar's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from statuquo.data import DATA, LocatedTable, load_toml
from statuquo.language.grammar import Sentence
from statuquo.reports.model import Language

FOLDER = DATA / "cues"

AGREEMENT_KEYS = (
    "nouns", "not", "signed", "in-force", "suspended", "broken", "planned", "between", "empty",
)  # fmt: skip
TALKS_KEYS = (
    "nouns", "verbs", "mediators", "mediating", "not", "held", "planned", "broken-off",
    "none-yet", "agreement", "failure",
)  # fmt: skip
TELLING_KEYS = ("supposing", "asking", "negations")
VERDICT_KINDS = (
    "deadlock", "escalation", "no-dialogue", "statu-quo", "tension-easing", "tension-rising",
)  # fmt: skip

_BETWEEN_WORDS = 3
_NEAR = 10
_LONGEST = 12
"""Letters: no beginning in the data is longer."""
_NEGATION_BEFORE, _NEGATION_AFTER = 4, 3
_PLAIN_LISTS = frozenset({"between", "empty", "negations"})


class _Word(NamedTuple):
    """One place of a pattern: the words that may stand there, and whether they must be negated."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    negated: bool

    def fits(self, lemma: str, lower: str) -> bool:
        return (
            lemma in self.whole
            or lower in self.whole
            or any(lower.startswith(b) or lemma.startswith(b) for b in self.beginnings)
        )

    def is_in(self, vocabulary: _Vocabulary) -> bool:
        """Whether any of the words stands anywhere in the sentence."""
        return not self.whole.isdisjoint(vocabulary.words) or any(
            beginning in vocabulary.beginnings for beginning in self.beginnings
        )


class _Vocabulary(NamedTuple):
    """The words of a sentence and all that they begin with, to be asked before places are."""

    words: frozenset[str]
    beginnings: frozenset[str]


@lru_cache(maxsize=16)
def _vocabulary(sentence: Sentence) -> _Vocabulary:
    words = sentence.vocabulary
    return _Vocabulary(
        words,
        frozenset(
            word[:length] for word in words for length in range(1, min(len(word), _LONGEST) + 1)
        ),
    )


class Hit(NamedTuple):
    """Where a cue was found: its first and last token, and the token of its first word."""

    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern: groups of words that stand near each other.

    >>> Cue.parse("tension ~ monter|grimper").source
    'tension ~ monter|grimper'
    """

    source: str
    groups: tuple[tuple[_Word, ...], ...]

    @classmethod
    def parse(cls, source: str) -> Cue:
        """Read a pattern.

        Raises:
            ValueError: a group is empty.
        """
        groups = tuple(tuple(map(_word, part.split())) for part in source.split("~"))
        if not all(groups):
            raise ValueError(f"{source!r}: words are missing beside «~»")
        return cls(source, groups)

    def find(self, sentence: Sentence, negations: frozenset[str]) -> Iterator[Hit]:
        """Every place of a sentence where the pattern fits, those of the first group in order."""
        vocabulary = _vocabulary(sentence)
        if not all(word.is_in(vocabulary) for group in self.groups for word in group):
            return
        head, *others = self.groups
        for start, end in _runs(sentence, head, negations):
            first, last = start, end
            for group in others:
                near = [
                    run
                    for run in _runs(sentence, group, negations)
                    if (run[0] > end or run[1] < start)
                    and min(abs(run[0] - end), abs(start - run[1])) <= _NEAR
                ]
                if not near:
                    break
                closest = min(near, key=lambda run: min(abs(run[0] - end), abs(start - run[1])))
                first, last = min(first, closest[0]), max(last, closest[1])
            else:
                yield Hit(first, last, start)


def _word(source: str) -> _Word:
    negated = source.startswith("not:")
    parts = source.removeprefix("not:").split("|")
    return _Word(
        whole=frozenset(part for part in parts if not part.endswith("*")),
        beginnings=tuple(part[:-1] for part in parts if part.endswith("*")),
        negated=negated,
    )


def _runs(
    sentence: Sentence, words: tuple[_Word, ...], negations: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """First and last token of each place where the words follow each other."""
    tokens = sentence.tokens
    for start in range(len(tokens)):
        at, end = start, start
        for number, word in enumerate(words):
            reach = range(at, min(at + 1 + (_BETWEEN_WORDS if number else 0), len(tokens)))
            found = next(
                (
                    i
                    for i in reach
                    if word.fits(tokens[i].lemma, tokens[i].lower)
                    and (not word.negated or is_negated(sentence, i, negations))
                ),
                None,
            )
            if found is None:
                break
            end, at = found, found + 1
        else:
            yield start, end


def is_negated(sentence: Sentence, i: int, negations: frozenset[str]) -> bool:
    """Whether a word of negation stands beside token ``i``, with no comma and no «and» between."""
    tokens = sentence.tokens
    for step, limit in ((-1, _NEGATION_BEFORE), (1, _NEGATION_AFTER)):
        for away in range(1, limit + 1):
            j = i + step * away
            if not 0 <= j < len(tokens) or tokens[j].pos in ("CCONJ", "PUNCT"):
                break
            if tokens[j].lower in negations:
                return True
    return False


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words of one language.

    Args:
        lang: the language.
        agreement: patterns by key of ``[agreement]``.
        talks: patterns by key of ``[talks]``.
        verdicts: per kind of verdict the patterns that show it and those that exclude it.
        telling: patterns of ``[telling]``.
        plain: the lists that are mere words.
    """

    lang: Language
    agreement: Mapping[str, tuple[Cue, ...]]
    talks: Mapping[str, tuple[Cue, ...]]
    verdicts: tuple[tuple[str, tuple[Cue, ...], tuple[Cue, ...]], ...]
    telling: Mapping[str, tuple[Cue, ...]]
    plain: Mapping[str, frozenset[str]]

    @property
    def negations(self) -> frozenset[str]:
        """Words of negation."""
        return self.plain["negations"]

    def first(self, sentence: Sentence, cues: Iterable[Cue]) -> Hit | None:
        """The first place where any of the patterns fits."""
        hits = [hit for cue in cues for hit in cue.find(sentence, self.negations)]
        return min(hits, default=None)

    def all(self, sentence: Sentence, cues: Iterable[Cue]) -> list[Hit]:
        """Every place where any of the patterns fits, each head once, the longest at each head."""
        best: dict[int, Hit] = {}
        for cue in cues:
            for hit in cue.find(sentence, self.negations):
                known = best.get(hit.head)
                if known is None or hit.last - hit.first > known.last - known.first:
                    best[hit.head] = hit
        return [best[head] for head in sorted(best)]


@cache
def cue_words(lang: Language) -> Cues:
    """The cue words of a language.

    Raises:
        DataError: the file is wrong.

    >>> [kind for kind, _, _ in cue_words("fr").verdicts][:2]
    ['deadlock', 'escalation']
    """
    table = load_toml(FOLDER / f"{lang}.toml")
    table.check_keys(("agreement", "talks", "telling", "verdict"))
    plain: dict[str, frozenset[str]] = {}
    agreement = _section(table, "agreement", AGREEMENT_KEYS, plain)
    talks = _section(table, "talks", TALKS_KEYS, plain)
    telling = _section(table, "telling", TELLING_KEYS, plain)
    verdicts = []
    for entry in table.entries("verdict"):
        entry.check_keys(("kind", "cues", "not"), required=("kind", "cues"))
        if entry.data["kind"] not in VERDICT_KINDS:
            known = ", ".join(VERDICT_KINDS)
            raise entry.error(f"unknown kind {entry.data['kind']!r}; known are {known}", at="kind")
        verdicts.append(
            (
                str(entry.data["kind"]),
                _cues(table, entry.data["cues"]),
                _cues(table, entry.data.get("not", [])),
            )
        )
    return Cues(lang, agreement, talks, tuple(verdicts), telling, plain)


def _section(
    table: LocatedTable, name: str, keys: tuple[str, ...], plain: dict[str, frozenset[str]]
) -> Mapping[str, tuple[Cue, ...]]:
    section: dict[str, Any] = table.data.get(name, {})
    for key in keys:
        if key not in section:
            raise table.error(f"[{name}] lacks {key!r}; add it", key=name)
    for key in section:
        if key not in keys:
            raise table.error(f"[{name}] has an unknown key {key!r}", key=name, at=key)
    plain.update({key: frozenset(section[key]) for key in keys if key in _PLAIN_LISTS})
    return {key: _cues(table, section[key]) for key in keys if key not in _PLAIN_LISTS}


def _cues(table: LocatedTable, sources: Iterable[str]) -> tuple[Cue, ...]:
    found = []
    for source in sources:
        if source != source.lower():
            raise table.error(f"write {source!r} in lower case", at=source)
        if any(len(part) > _LONGEST + 1 for part in re.findall(r"[^\s|:]+\*", source)):
            raise table.error(f"{source!r}: a beginning has {_LONGEST} letters at most", at=source)
        try:
            found.append(Cue.parse(source))
        except ValueError as fault:
            raise table.error(str(fault), at=source) from fault
    return tuple(found)
