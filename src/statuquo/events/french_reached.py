"""Whom a French act of force is done to that names nobody among its own complements: the next verb, the
purpose, the word of the arrests or the clause around tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statuquo.entities.resolve import Found
from statuquo.events.further import Undergone
from statuquo.events.matcher import Match, same_party
from statuquo.events.record import EventType
from statuquo.language.french_words import listed
from statuquo.language.grammar import Sentence, Token

_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_SENT_OUT = frozenset({*_FORCE, EventType.MOBILIZE})
_SCATTERING = frozenset({"assault.crowd-control", "coerce.make-arrests"})
"""Acts that are often told without those who suffer them, beside another that names them."""
_ON = frozenset({"sur", "parmi", "chez", "contre", "à_encontre_de", "à_égard_de", "auprès_de"})
_THOSE = frozenset({"celle", "celles", "celui", "ceux"})
_IN_ORDER_TO = frozenset({"pour", "afin_de", "afin", "en_vue_de"})
_AIMING = frozenset({"viser", "destiner", "chercher"})
_ASIDE = frozenset({"advcl", "parataxis"})
_PEOPLE = frozenset({"CVL", "CRM", "LAB", "EDU", "SOC", "OPP", "REB", "UAF", "AGR", "REF", "JRN"})


def reached(act: Undergone) -> tuple[tuple[Found, ...], str | None]:
    """Whom force is used on, and how the sentence tells it.

    Args:
        act: an act for which the sentence names nobody among its own complements.

    Returns:
        Those it is done to, and where they stand, in words for people; none and None where the sentence
        does not tell.
    """
    if (
        act.sentence.lang != "fr"
        or act.match.kind != "verb"
        or act.match.frame.act not in _SENT_OUT
    ):
        return (), None
    if found := _of_the_means(act):
        return found, "whom the means are for"
    if found := _parties(act, _aims(act.sentence, act.match)):
        return found, "whom the purpose names"
    if act.match.frame.id == "coerce.block" and (found := _blockers(act)):
        return found, "who held what is cleared"
    if act.match.frame.id == "coerce.block" and (
        found := _parties(act, _kept_out(act.sentence, act.match), people=True)
    ):
        return found, "who is on his way there"
    if act.match.frame.id in _SCATTERING:
        if found := _parties(act, _arrested(act.sentence, act.match), people=True):
            return found, "whom the noun names"
        if found := _of_next_verb(act) or _parties(act, _held_back(act), people=True):
            return found, "the clause around it"
    return (), None


def _of_the_means(act: Undergone) -> tuple[Found, ...]:
    """«a utilisé des canons à eau **pour contenir les manifestants**»: force is used on those whom it
    is to hold, where French tells the two as one act."""
    sentence, match, matcher, page, matches, actors = act
    if match.frame.act not in _FORCE:
        return ()
    for kid in sentence.kids(match.i, "advcl", "obl", "xcomp"):
        aim = matches.get(kid.i)
        if aim is None or aim.kind != "verb" or aim.frame.act not in _FORCE:
            continue
        if kid.i > match.i and {kid.mark, kid.case} & _IN_ORDER_TO:
            slots = aim.frame.recipient["verb"]
            found = matcher.parties(sentence, aim, slots, page, besides=actors)[0]
            if found := tuple(f for f in found if f.via != "pronoun" and not f.thing):
                return found
    return ()


def _aims(sentence: Sentence, match: Match) -> Iterator[int]:
    """«se positionnent **pour prendre les manifestants** en étau», «ont lancé une opération **visant à
    reprendre la ville**»: whom force is sent out to face."""
    facing = listed("verbs", "facing")
    below = [k for k in sentence.kids(match.i, "advcl", "obl", "xcomp", "acl") if k.i > match.i]
    for joined in sentence.kids(match.i, "conj"):
        # «ont été mobilisés et sont à la recherche **du fuyard**»
        if joined.case == "à" and joined.lemma in listed("nouns", "pursuits"):
            yield from sentence.roles(joined.i).get("gen", ())
            below += sentence.kids(joined.i, "acl", "advcl")
    for noun in sentence.roles(match.i).get("obj", ()):
        below += sentence.kids(noun, "acl")
    for kid in below:
        if kid.lemma in facing and {kid.mark, kid.case} & _IN_ORDER_TO:
            yield from sentence.roles(kid.i).get("obj", ())
        elif kid.lemma in _AIMING:
            for aim in sentence.kids(kid.i, "xcomp", "comp", "obl", "advcl"):
                if aim.lemma in facing:
                    yield from sentence.roles(aim.i).get("obj", ())


def _blockers(act: Undergone) -> tuple[Found, ...]:
    """«**des grévistes** ont occupé le dépôt, mais il a été débloqué par la police»: what is cleared is
    taken from those who hold it."""
    if act.sentence.tokens[act.match.i].lemma not in listed("verbs", "clearing"):
        return ()
    for other in act.matches.values():
        if other.frame.id == "protest.obstruct":
            slots = other.frame.actor[other.kind]
            found = act.matcher.parties(act.sentence, other, slots, act.page, besides=act.actors)[0]
            if found := tuple(f for f in found if f.political and not f.thing):
                return found
    return ()


def _kept_out(sentence: Sentence, match: Match) -> Iterable[int]:
    """«**les manifestants** remontent la rue bloquée par les gendarmes»: who goes where the way is barred."""
    token = sentence.tokens[match.i]
    if token.dep != "acl":
        return ()
    verb = next((above for above in sentence.above(token.i) if sentence.is_verb(above.i)), None)
    if verb is None or verb.lemma not in listed("verbs", "going"):
        return ()
    return sentence.surface_subject(verb.i)


def _arrested(sentence: Sentence, match: Match) -> Iterator[int]:
    """«a fait dix interpellations **sur des personnes** masquées», «… dont celle **d'un homme**», «…, **des
    hommes et des femmes**»."""
    for kid in sentence.kids(match.i, "obl", "nmod"):
        if kid.case in _ON:
            yield kid.i
    roles = sentence.roles(match.i)
    for noun in (*roles.get("obj", ()), *roles.get("à", ())):
        for j in sentence.coordinated(noun):
            for kid in sentence.kids(j, "nmod", "obl", "appos", "relcl", "acl", "conj"):
                if kid.lower in _THOSE:
                    yield from sentence.roles(kid.i).get("gen", ()) or _of(sentence, kid)
                elif kid.dep == "appos" or kid.case in _ON:
                    yield kid.i


def _of(sentence: Sentence, token: Token) -> Iterable[int]:
    return (kid.i for kid in sentence.kids(token.i, "nmod") if kid.case == "de")


def _of_next_verb(act: Undergone) -> tuple[Found, ...]:
    """«lancent des grenades, puis **dispersent la foule**»: the same doers do both to the same."""
    sentence, match = act.sentence, act.match
    doers = sentence.surface_subject(match.i)
    for other in _joined(sentence, match.i):
        beside = act.matches.get(other)
        if beside is None or beside.kind != "verb" or beside.frame.act not in _FORCE:
            continue
        if sentence.is_passive(other) != sentence.is_passive(match.i):
            continue
        own = sentence.kids(other, "subj", "subj:pass")
        if own and not set(sentence.surface_subject(other)) & set(doers):
            continue
        found = act.matcher.parties(
            sentence, beside, beside.frame.recipient["verb"], act.page, besides=act.actors
        )[0]
        if found := tuple(f for f in found if f.political and not f.thing):
            return found
    return ()


def _joined(sentence: Sentence, i: int) -> Iterator[int]:
    """Verbs that are joined to this one, in the order of the words."""
    token = sentence.tokens[i]
    first = token.head if token.dep == "conj" else i
    chain = [first, *(k.i for k in sentence.kids(first, "conj"))]
    chain += [k.i for j in chain[1:] for k in sentence.kids(j, "conj") if k.i not in chain]
    if token.dep in _ASIDE:  # «la rue est coupée, les agents **chargent**, puis **dispersent** …»
        chain += [
            k.i
            for k in sentence.kids(token.head, "conj")
            if k.i > i and not sentence.kids(k.i, "subj", "subj:pass")
        ]
    chain += [k.i for k in sentence.kids(i, "advcl") if k.feats.get("VerbForm") == "Part"]
    yield from (j for j in sorted(chain) if j != i and sentence.is_verb(j))


def _held_back(act: Undergone) -> Iterable[int]:
    """«**des manifestants** ont été repoussés par la police, qui a procédé à des arrestations»: those
    who suffer what the main clause tells of the same doers."""
    sentence, match = act.sentence, act.match
    token = sentence.tokens[match.i]
    doer = sentence.tokens[token.head]
    verb = sentence.tokens[doer.head]
    if token.dep != "relcl" or doer.i not in sentence.surface_subject(match.i):
        if doer.i not in sentence.roles(match.i).get("subj", ()):
            return ()
    if doer.dep != "agent" or not sentence.is_passive(verb.i):
        return ()
    return sentence.roles(verb.i).get("obj", ())


def _parties(act: Undergone, heads: Iterable[int], *, people: bool = False) -> tuple[Found, ...]:
    """The parties that the first of these words stands for which is somebody; ``people``: only such as
    are arrested and dispersed."""
    resolver = act.matcher.resolver
    for j in heads:
        found = [
            f
            for k in resolver.together(act.sentence, j)
            if (f := resolver.resolve(act.sentence, k, act.page)) is not None
            and (f.political or f.person)
            and not f.thing
            and not same_party(f, act.actors)
        ]
        if people:
            found = [f for f in found if f.party.sector in _PEOPLE]
        if found:
            return tuple(found)
    return ()
