"""What the gate is made of: the words that each way to tell an act takes, and those that mention somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from statuquo.entities.resolve import Resolver
from statuquo.events.lexicon import Frame, Lexicon, Pattern
from statuquo.events.record import EventType
from statuquo.language.forms import starts
from statuquo.language.gate import PARTY, Gate, Need
from statuquo.reports.model import Language

_GRAMMAR = frozenset(
    {"subj", "obj", "iobj", "comp", "attr", "adj", "gen", "poss", "by", "anywhere",
     "prt", "obl", "target", "driven", "state", "speaker"}
)  # fmt: skip
"""Roles that grammar alone fills; the others are named after the preposition that must stand there."""
_CONTRACTED: dict[Language, dict[str, frozenset[str]]] = {
    "fr": {"à": frozenset({"à", "au", "aux"}), "de": frozenset({"de", "du", "des", "d'"})},
    "es": {"a": frozenset({"a", "al"}), "de": frozenset({"de", "del"})},
    "en": {},
}
_THE_LATTER = frozenset({"ce dernier", "cette dernière", "ces derniers", "ces dernières"})
_NO_MENTION = frozenset(
    {"le", "la", "les", "l'", "lo", "los", "las", "este", "esta", "estos", "un", "uno", "qui",
     "who", "which", "quien", "quienes", "dernier", "dernière", "derniers", "one", "last"}
)  # fmt: skip
"""Pronouns that are articles nearly everywhere, or mean what the same sentence says."""


def gate(lexicon: Lexicon, resolver: Resolver, lookups: Any) -> Gate:
    """The gate of one language.

    Args:
        lexicon: the frames.
        resolver: who is known, by which names and role nouns.
        lookups: the tables of the lemmatizer that parsed sentences will have been through.
    """
    lang = lexicon.lang
    ways = list(needs(lexicon))
    told = {way.head for way in ways} | {w for way in ways for group in way.beside for w in group}
    told |= {word for words in lexicon.topics.values() for word in words}
    mentions = (
        start._replace(lemma=PARTY)
        for start in starts(_mentions(resolver, lang), lang, lookups, {})
    )
    gazetteer = resolver.gazetteer(lang)
    return Gate(
        ways,
        (*starts(told, lang, lookups, lexicon.forms), *mentions),
        named=lambda text: any(hit.ids for hit in gazetteer.find(text)),
        clitics=lang == "es",
    )


_WORDS_OF_ROLES: Mapping[str, frozenset[str]] = {
    "obliged": frozenset({"must", "should", "ought", "have", "need"}),
    "purpose": frozenset({"to", "pour", "afin", "para"}),
}
"""Words without which nothing fills these roles."""
_REFLEXIVE = frozenset({"se", "s'", "me", "m'", "nous", "nos"})


def needs(lexicon: Lexicon) -> Iterator[Need]:
    """Every way to tell an act: its trigger, and the words that must stand beside it."""
    for frame in lexicon.frames:
        for pattern in frame.patterns:
            beside = tuple(_beside(pattern, lexicon.lang))
            for words in pattern.lemmas:
                rest = (frozenset({word}) for word in words[1:])
                yield Need(words[0], (*rest, *beside), _asks_for_parties(frame), frame.mode)


def _asks_for_parties(frame: Frame) -> bool:
    """Whoever marches or strikes protests, and may be told by any noun («los taxis»)."""
    return frame.needs != "none" and frame.act is not EventType.PROTEST


def _beside(pattern: Pattern, lang: Language) -> Iterator[frozenset[str]]:
    if pattern.reflexive and lang == "fr":  # Spanish joins the pronoun to the verb
        yield _REFLEXIVE
    if pattern.particle:
        yield frozenset({pattern.particle})
    for condition in pattern.conditions:
        if condition.negated:
            continue
        if condition.role in _WORDS_OF_ROLES:
            yield _WORDS_OF_ROLES[condition.role]
        elif condition.role not in _GRAMMAR:
            for word in condition.role.split("_"):
                yield _CONTRACTED[lang].get(word, frozenset({word}))
        if condition.lemmas and not condition.parties and not condition.anything:
            yield condition.lemmas


def _mentions(resolver: Resolver, lang: Language) -> frozenset[str]:
    """Words that may mention a party without naming it."""
    words = resolver.words(lang)
    demonyms = resolver.registry.demonyms(lang)
    return (
        resolver.roles(lang).first_words
        | (words.pronouns | words.pair_words) - _NO_MENTION
        | _THE_LATTER
        | frozenset(form.rstrip("-") for form in demonyms)
    )
