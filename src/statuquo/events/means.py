"""Whose an act is that a Spanish sentence tells in a relative clause or as a means."""

from __future__ import annotations

from statuquo.entities.page import Page
from statuquo.entities.resolve import Found, Resolver
from statuquo.events.aimed import aimed_at, done_by
from statuquo.events.matcher import Match, same_party
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence

_MEANS = frozenset({"mediante", "a_través_de", "por_medio_de"})
_ANSWERING = frozenset({"en_respuesta_a", "ante", "frente_a"})
_VERBAL = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.THREATEN})
_DONE_BY_POWERS = frozenset({EventType.COERCE, EventType.SANCTION})
_PEOPLE = frozenset({"CVL", "REF", "JRN", "SOC", "LAB", "EDU", "MED", None})
_THEM = frozenset({"los", "las"})
_JUDGING = frozenset({EventType.ACCUSE, EventType.SUPPORT})
_WITHOUT_OBJECT = frozenset({"advertir", "denunciar", "protestar"})
"""Verbs of blame that often have no object."""


def by_means(
    resolver: Resolver,
    sentence: Sentence,
    match: Match,
    page: Page,
    recipients: tuple[Found, ...],
) -> tuple[Found, ...]:
    """«La ONU actúa **mediante la cooperación** con …»: by what somebody acts, he does it."""
    if sentence.lang != "es" or sentence.tokens[match.i].case not in _MEANS:
        return done_by(resolver, sentence, match, page, recipients)
    return _subjects_above(resolver, sentence, match.i, page, besides=recipients)


def answered(
    resolver: Resolver,
    sentence: Sentence,
    match: Match,
    page: Page,
    actors: tuple[Found, ...],
) -> tuple[Found, ...]:
    """«**en respuesta a las críticas** de Perú, Chile dijo …»: whoever answers a blame, a demand or a
    threat was meant by it."""
    token = sentence.tokens[match.i]
    if sentence.lang != "es" or token.case not in _ANSWERING or match.frame.act not in _VERBAL:
        return aimed_at(resolver, sentence, match, page, actors)
    return _subjects_above(resolver, sentence, match.i, page, besides=actors)


def right_way_round(
    resolver: Resolver,
    sentence: Sentence,
    match: Match,
    page: Page,
    sides: tuple[tuple[Found, ...], tuple[Found, ...]],
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Actors and recipients of a Spanish verb, with those in each other's place where a relative clause or
    a pronoun told them so."""
    turned = _judged_in_relative(resolver, sentence, match, page, sides)
    actors, recipients = _done_to_them(sentence, match, turned)
    if not actors:
        actors = done_by(resolver, sentence, match, page, recipients)
    if not recipients:
        recipients = aimed_at(resolver, sentence, match, page, actors)
    return actors, recipients


def _judged_in_relative(
    resolver: Resolver,
    sentence: Sentence,
    match: Match,
    page: Page,
    sides: tuple[tuple[Found, ...], tuple[Found, ...]],
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """«el alcalde habló del discurso del rey, **que calificó** de vacío»: who blames or hails somebody
    says whom; where the verb has no other object, «que» is it, and whoever the clause above is
    about does it. Both sides, the right way round."""
    actors, recipients = sides
    token = sentence.tokens[match.i]
    clause = sentence.tokens[token.head] if token.dep == "conj" else token
    if sentence.lang != "es" or match.frame.act not in _JUDGING or clause.dep != "relcl":
        return sides
    if not actors or recipients or token.lemma in _WITHOUT_OBJECT:
        return sides
    subjects = sentence.kids(match.i, "subj")
    if [kid.lower for kid in subjects] != ["que"] or sentence.is_passive(match.i):
        return sides
    if sentence.kids(match.i, "obj", "iobj", "comp", "xcomp"):
        return sides
    above = _subjects_above(resolver, sentence, clause.head, page, besides=actors)
    return (above, actors) if above else sides


def _done_to_them(
    sentence: Sentence, match: Match, sides: tuple[tuple[Found, ...], tuple[Found, ...]]
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """«**Ellos** iban a una fiesta **y los deportaron**»: people do not deport themselves, so the pronoun
    means the subject of the clause before, and nobody says who did it."""
    actors, _ = sides
    token = sentence.tokens[match.i]
    if sentence.lang != "es" or token.dep != "conj" or match.frame.act not in _DONE_BY_POWERS:
        return sides
    clitic = any(kid.lower in _THEM and kid.i < match.i for kid in sentence.kids(match.i, "obj"))
    if not clitic or sentence.kids(match.i, "subj") or not actors:
        return sides
    if any(f.party.sector not in _PEOPLE for f in actors):
        return sides
    return (), actors


def _subjects_above(
    resolver: Resolver, sentence: Sentence, i: int, page: Page, *, besides: tuple[Found, ...]
) -> tuple[Found, ...]:
    """The parties that are subjects of the nearest verb above a word, less those on the other side."""
    verb = next((above for above in sentence.above(i) if sentence.is_verb(above.i)), None)
    subjects = sentence.surface_subject(verb.i) if verb is not None else ()
    found = (resolver.resolve(sentence, j, page) for j in subjects)
    return tuple(f for f in found if f is not None and f.political and not same_party(f, besides))
