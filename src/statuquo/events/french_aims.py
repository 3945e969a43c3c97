"""Whom a French act of words is aimed at, where a complement's complement or the clause around it names
him."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from statuquo.entities.resolve import Found
from statuquo.events.matcher import same_party
from statuquo.events.record import EventType
from statuquo.language.french_words import listed
from statuquo.language.grammar import Sentence, Token

if TYPE_CHECKING:
    from statuquo.events.further import Undergone

_JUDGING = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT})
_DEMANDING = frozenset({EventType.REQUEST, EventType.THREATEN})
_DEEDS = frozenset(
    {EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT,
     EventType.ACCUSE}
)  # fmt: skip
_TOLD = frozenset({"à", "auprès_de", "iobj"})
_WHOSE = ("gen", "poss", "adj", "by")
_FROM = ("gen", "de", "par", "auprès_de")
_SUBJECTS = ("subj", "subj:pass")


def named_around(act: Undergone) -> tuple[Found, ...]:
    """The parties that a French act without a recipient is aimed at; empty where nobody is named.

    Args:
        act: the act, which names nobody among its own complements.
    """
    if act.sentence.lang != "fr":
        return ()
    kind, bare = act.match.kind, act.match.frame.act
    if kind == "noun":
        if bare is EventType.PROTEST:
            return _opposed(act)
        return _asked_for_answer(act) if bare is EventType.REQUEST else ()
    if kind != "verb":
        return ()
    found: tuple[Found, ...] = ()
    if bare is EventType.REQUEST:
        found = (
            _who_is_to_do(act) or _who_is_to_answer(act) or _who_is_to_stop(act)
        ) or _told_before(act)
    elif bare in _JUDGING:
        found = _whose_it_is(act) or _named_again(act) or _hailed_for(act)
    return found or _heeded(act)


def _who_is_to_do(act: Undergone) -> tuple[Found, ...]:
    """«demande l'adoption de la loi **par le Parlement**», «appelle à une reprise du dialogue **entre
    l'État et les syndicats**»: who is to do a thing is asked to."""
    sentence = act.sentence
    things = tuple(_asked_for(act))
    if found := _first(act, (j for i in things for j in sentence.roles(i).get("par", ()))):
        return found
    talks = [j for i in things for j in _chain(sentence, i) if _is_mutual(act, j)]
    sides = (*talks, *things, act.match.i) if talks else ()
    return _first(act, (j for i in sides for j in sentence.roles(i).get("entre", ())))


def _is_mutual(act: Undergone, i: int) -> bool:
    deed = act.matches.get(i)
    return deed is not None and deed.kind == "noun" and deed.frame.two_way


def _who_is_to_answer(act: Undergone) -> tuple[Found, ...]:
    """«exige d'obtenir des explications **de la direction**»: who is to give an answer is asked for it."""
    sentence = act.sentence
    answers = listed("nouns", "answers")
    for verb in sentence.kids(act.match.i, "xcomp", "comp"):
        if verb.lemma not in listed("verbs", "getting"):
            continue
        things = [
            j for j in sentence.roles(verb.i).get("obj", ()) if sentence.tokens[j].lemma in answers
        ]
        below = [k for i in (*things, verb.i) for r in _FROM for k in sentence.roles(i).get(r, ())]
        if things and (found := _first(act, below, owned=True)):
            return found
    return ()


def _opposed(act: Undergone) -> tuple[Found, ...]:
    """«une marche d'opposition **au président**»: whom those who march are against."""
    sentence, i = act.sentence, act.match.i
    against = [
        j for j in sentence.roles(i).get("gen", ()) if sentence.tokens[j].lemma == "opposition"
    ]
    below = (k for j in against for up in (j, i) for k in sentence.roles(up).get("à", ()))
    return tuple(f for f in _first(act, below) if f.via != "place")


def _who_is_to_stop(act: Undergone) -> tuple[Found, ...]:
    """«réclame la fin des frappes **russes**», «… de l'occupation de la place **par les grévistes**»: an
    end is asked of whoever does what is to end."""
    sentence, matches = act.sentence, act.matches
    for i in _asked_for(act):
        if sentence.tokens[i].lemma not in listed("nouns", "ends"):
            continue
        deeds = [j for k in sentence.roles(i).get("gen", ()) for j in _chain(sentence, k)]
        if found := _first(act, (k for j in deeds for k in sentence.roles(j).get("par", ()))):
            return found
        for n, j in enumerate(deeds):
            deed = matches.get(j)
            if deed is None or deed.kind != "noun" or deed.frame.act not in _DEEDS:
                continue
            slots = deed.frame.actor["noun"]
            found = act.matcher.parties(sentence, deed, slots, act.page, besides=act.actors)[0]
            found = found or _first(act, deeds[:n] and sentence.roles(deeds[0]).get("gen", ()))
            if found := tuple(f for f in found if f.political and not f.thing):
                return found
    return ()


def _told_before(act: Undergone) -> tuple[Found, ...]:
    """«a adressé un avertissement **au maire** et demandé des excuses»: who is told off, threatened or
    written to is asked, too."""
    sentence, token = act.sentence, act.sentence.tokens[act.match.i]
    before = act.matches.get(token.head)
    if token.dep != "conj" or before is None or before.kind != "verb":
        return ()
    if before.frame.act not in _DEMANDING or any(sentence.kids(token.i, *_SUBJECTS)):
        return ()
    found, slot = act.matcher.parties(
        sentence, before, before.frame.recipient["verb"], act.page, besides=act.actors
    )
    return found if slot in _TOLD else ()


def _whose_it_is(act: Undergone) -> tuple[Found, ...]:
    """«**le maire**, dont il désapprouve les méthodes»: who has what is judged is judged."""
    sentence, token = act.sentence, act.sentence.tokens[act.match.i]
    clause = sentence.tokens[token.head] if token.dep == "conj" else token
    if clause.dep != "relcl" or not any(t.lower == "dont" for t in sentence.tokens[: clause.i]):
        return ()
    below = (clause.i, *(kid.i for kid in sentence.kids(clause.i, "obj")))
    if not any(kid.lower == "dont" for i in below for kid in sentence.kids(i)):
        return ()
    if not any(kid.dep == "obj" and kid.pos == "NOUN" for kid in sentence.kids(token.i)):
        return ()
    return _first(act, [clause.head], owned=True)


def _named_again(act: Undergone) -> tuple[Found, ...]:
    """«juge le verdict absurde et fera annuler le verdict **du tribunal**»: the same thing is said
    further on to be somebody's."""
    sentence = act.sentence
    for i in sentence.roles(act.match.i).get("obj", ()):
        thing = sentence.tokens[i]
        told = sentence.kids(i, "nmod", "amod", "poss", "relcl", "acl")
        if thing.pos != "NOUN" or any(kid.case is None or kid.pos != "ADJ" for kid in told):
            continue  # «la décision **de scandaleuse**» only calls it names
        if not any(kid.lower in ("le", "la", "l'", "l’", "les") for kid in sentence.kids(i, "det")):
            continue
        again = (
            t.i
            for t in sentence.tokens
            if t.lemma == thing.lemma and t.pos == "NOUN" and t.i != i and t.feats == thing.feats
        )
        owners = (k for j in again for role in _WHOSE for k in sentence.roles(j).get(role, ()))
        if found := _first(act, owners):
            return found
    return ()


def _hailed_for(act: Undergone) -> tuple[Found, ...]:
    """«se félicite **que le Tchad** ait signé»: who did what is hailed or deplored is meant."""
    sentence = act.sentence
    if act.match.frame.act is not EventType.SUPPORT:
        return ()
    for j in sentence.roles(act.match.i).get("comp", ()):
        clause = sentence.tokens[j]
        if clause.mark == "que" and sentence.is_verb(j) and not sentence.is_passive(j):
            subjects = sentence.surface_subject(j)
            counting = any(sentence.tokens[k].pos in ("NUM", "PRON") for k in subjects)
            if found := _first(act, subjects, owned=counting):
                return found
    return ()


def _heeded(act: Undergone) -> tuple[Found, ...]:
    """«refuse d'appliquer la décision **de la Cour**», «refuse que **le parti** vote»: who does not do
    another's will, or does not let him, rejects him."""
    sentence = act.sentence
    if act.match.frame.inner != "refused":
        return ()
    for verb in sentence.roles(act.match.i).get("comp", ()):
        if sentence.tokens[verb].mark == "que" and sentence.is_verb(verb):
            return _first(act, sentence.surface_subject(verb))
        if sentence.tokens[verb].lemma not in listed("verbs", "heeding"):
            continue
        roles = sentence.roles(verb)
        for role in ("obj", "à", "devant"):
            things = (j for j in roles.get(role, ()) if sentence.tokens[j].pos == "NOUN")
            if found := _first(act, things, owned=True):
                return tuple(f for f in found if f.party.country)
    return ()


def _asked_for_answer(act: Undergone) -> tuple[Found, ...]:
    """«**le tribunal** a examiné la demande du parti»: who deals with a demand has got it."""
    sentence, token = act.sentence, act.sentence.tokens[act.match.i]
    verb = sentence.tokens[token.head]
    followed = verb.lemma == "donner" and token.case == "suite"  # «a donné suite à la demande»
    if token.dep not in ("obj", "obl", "subj:pass"):
        return ()
    if not followed and verb.lemma not in listed("verbs", "dealing"):
        return ()
    return _first(act, sentence.roles(verb.i).get("subj", ()))


def _asked_for(act: Undergone) -> Iterator[int]:
    """The nouns that tell what is asked for."""
    roles = act.sentence.roles(act.match.i)
    for role in ("obj", "à", "pour", "en_faveur_de"):
        for i in roles.get(role, ()):
            if act.sentence.tokens[i].pos == "NOUN":
                yield from act.sentence.coordinated(i)


def _chain(sentence: Sentence, i: int) -> Iterator[int]:
    """A noun and what it is a stretch of: «la **journée** de **protestation**»."""
    yield i
    for j in sentence.roles(i).get("gen", ()):
        below: Token = sentence.tokens[j]
        if below.pos == "NOUN" and not sentence.kids(j, "det"):
            yield j


def _first(act: Undergone, heads: Iterable[int], *, owned: bool = False) -> tuple[Found, ...]:
    """The parties of the first of these words that stands for any; with ``owned``, for whose it is."""
    resolver, sentence, page = act.matcher.resolver, act.sentence, act.page
    for i in heads:
        found = [
            f
            for j in resolver.together(sentence, i)
            if (f := resolver.resolve(sentence, j, page) or resolver.nationality(sentence, j))
            and f.political
            and not f.thing
        ]
        if not found and owned and (owner := resolver.owner(sentence, i, page)) is not None:
            found = [owner]
        if parties := tuple(f for f in found if not same_party(f, act.actors)):
            return parties
    return ()
