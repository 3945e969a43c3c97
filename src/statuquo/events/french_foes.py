"""Whom a French attack is on that names only who makes it: the enemy of the clause beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from statuquo.entities.resolve import Found
from statuquo.events.matcher import Match, same_party
from statuquo.events.record import EventType
from statuquo.language.french_words import listed
from statuquo.language.grammar import Sentence

if TYPE_CHECKING:
    from statuquo.events.further import Undergone

_ARMED = frozenset({"MIL", "PRM", "REB", "UAF"})
_DOING = frozenset({*_ARMED, "COP", "GOV"})
_DESPITE = frozenset({"face_à", "malgré", "en_dépit_de"})
_BUT = frozenset({"mais", "cependant", "toutefois"})


def foes(act: Undergone) -> tuple[Found, ...]:
    """Those whom an attack without a recipient is on, as the clauses around it tell.

    Args:
        act: an act that names nobody among its own complements to whom it is done.
    """
    sentence, match = act.sentence, act.match
    if sentence.lang != "fr" or match.frame.act is not EventType.ASSAULT or match.frame.two_way:
        return ()
    if not act.actors or not all(f.party.sector in _DOING for f in act.actors):
        return ()
    found: tuple[Found, ...] = ()
    if match.kind == "noun":
        found = _armed(act, _who_bears(sentence, match))
    return found or _of_the_answer(act)


def _who_bears(sentence: Sentence, match: Match) -> Iterable[int]:
    """«**malgré les frappes** de l'armée, les rebelles avancent», «les frappes de l'armée ont miné le
    moral **des rebelles**»: who goes on in spite of an attack, and whom it wears down."""
    token = sentence.tokens[match.i]
    verb = sentence.tokens[token.head]
    if token.case in _DESPITE:
        return sentence.surface_subject(verb.i) if sentence.is_verb(verb.i) else ()
    if token.dep == "subj" and verb.lemma in listed("verbs", "wearing"):
        worn = sentence.roles(verb.i).get("obj", ())
        if owners := [k for j in worn for k in sentence.roles(j).get("gen", ())]:
            return owners
        above = sentence.tokens[verb.head]
        if verb.dep == "advcl" and sentence.is_verb(above.i):
            return sentence.surface_subject(above.i)
    return ()


def _of_the_answer(act: Undergone) -> tuple[Found, ...]:
    """«l'armée a lancé un assaut, **mais les rebelles** se sont emparés de la place»: of two that attack,
    each in a clause against the other's, either is the other's enemy."""
    sentence, match = act.sentence, act.match
    if not any(t.lower in _BUT for t in sentence.tokens):
        return ()
    if not all(f.party.sector in _ARMED for f in act.actors):
        return ()
    for other in act.matches.values():
        if other.frame.act is not EventType.ASSAULT or other.frame.two_way:
            continue
        if not _is_against(sentence, match.i, other.i):
            continue
        slots = other.frame.actor[other.kind]
        doers = act.matcher.parties(sentence, other, slots, act.page, besides=act.actors)[0]
        if found := tuple(f for f in doers if f.party.sector in _ARMED and not f.thing):
            return found
    return ()


def _is_against(sentence: Sentence, i: int, j: int) -> bool:
    """Whether two words stand in two clauses that «mais» joins."""
    mine = {i, *(t.i for t in sentence.above(i))}
    theirs = {j, *(t.i for t in sentence.above(j))}
    for top in (mine - theirs) | (theirs - mine):
        token = sentence.tokens[top]
        if token.dep == "conj" and token.head in (mine & theirs):
            return any(kid.lower in _BUT for kid in sentence.kids(top, "cc", "advmod"))
    return False


def _armed(act: Undergone, heads: Iterable[int]) -> tuple[Found, ...]:
    resolver = act.matcher.resolver
    found = [
        f
        for j in heads
        for k in resolver.together(act.sentence, j)
        if (f := resolver.resolve(act.sentence, k, act.page)) is not None
    ]
    told = (f for f in found if f.party.sector in _ARMED and not f.thing)
    return tuple(f for f in told if not same_party(f, act.actors))
