"""Which words of a sentence can trigger a frame, and how the words beside them bear on it."""

from __future__ import annotations

from collections.abc import Iterator

from statuquo.events.lexicon import Kind
from statuquo.language.grammar import Sentence

_PROJECTILES = frozenset(
    {"artillery", "barrage", "bomb", "bullet", "fire", "grenade", "missile", "mortar", "projectile",
     "rocket", "round", "salvo", "shell", "shot", "torpedo", "volley"}
)  # fmt: skip


def kinds_of(sentence: Sentence, i: int) -> Iterator[Kind]:
    """As what a word can be a trigger, the likeliest first."""
    token = sentence.tokens[i]
    if token.pos == "ADJ" and token.feats.get("VerbForm") == "Part":
        yield "verb"
        yield "adjective"
    elif token.pos in ("VERB", "AUX"):
        yield "verb"
    elif token.pos in ("NOUN", "PROPN"):
        yield "noun"
    elif token.pos in ("ADJ", "ADV"):
        yield "adjective"


def is_fired(sentence: Sentence, i: int) -> bool:
    """Whether a word names what is fired: never what is hit."""
    inner = (i, *sentence.roles(i).get("gen", ()))
    return any(sentence.tokens[j].lemma in _PROJECTILES for j in inner)


def has_particle(sentence: Sentence, i: int, particle: str) -> bool:
    """Whether a verb has that adverb beside it («pull **out**»)."""
    return any(
        kid.lower == particle and kid.dep in ("prt", "advmod", "case", "prep", "mark")
        for kid in sentence.kids(i)
    ) or (
        i + 1 < len(sentence.tokens)
        and sentence.tokens[i + 1].lower == particle
        and sentence.tokens[i + 1].pos in ("ADP", "ADV", "PART", "SCONJ")
    )


def is_relative_of(sentence: Sentence, i: int, j: int) -> bool:
    """Whether a verb is of a relative clause on a word."""
    token = sentence.tokens[i]
    return token.dep in ("relcl", "acl") and token.head == j


def in_relative(sentence: Sentence, k: int, j: int) -> bool:
    """Whether a word stands in a relative clause on another: «aceptó la oferta **que hizo a Perú**»
    accepts nothing of Peru. Only Spanish, whose parser tells relative clauses well."""
    if sentence.lang != "es":
        return False
    clauses = (kid.i for kid in sentence.kids(j, "relcl"))
    return any(k in sentence.subtree(clause) for clause in clauses)
