"""Parties of a French deed that stand in the words around it: whose vehicle was hit, who committed the
attack that killed, of whom the dead are told to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from statuquo.entities.offices import OWN_WORDS
from statuquo.entities.page import Page
from statuquo.entities.resolve import Found, Resolver
from statuquo.events.matcher import Match, same_party
from statuquo.events.record import EventType
from statuquo.language.french_words import listed
from statuquo.language.grammar import Sentence, Token

Sides = tuple[tuple[Found, ...], tuple[Found, ...]]

_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_DURING = frozenset({"dans", "lors_de", "au_cours_de", "à_cours_de", "pendant", "par"})
_FOLLOWING = frozenset({"suite_à", "à_suite_de", "à_la_suite_de", "après", "à_issue_de"})
_FIGHTERS = frozenset({"COP", "MIL", "PRM", "REB", "UAF"})
_LETTING = frozenset({"faire", "laisser", "voir", "entendre"})
_COMMITTING = frozenset({"commettre", "exécuter", "mener", "perpétrer"})
_CASUALTIES = frozenset({"blessé", "mort", "tué", "victime"})
_REBEL = frozenset({"djihadiste", "insurgé", "jihadiste", "rebelle"})
_TOWNS = frozenset({"ville", "cité", "localité"})
_NO_ARMY = frozenset({"PSE"})
"""States whose attackers are no army or government."""


def in_other_words(
    resolver: Resolver, sentence: Sentence, match: Match, page: Page, sides: Sides
) -> Sides:
    """Both sides of a French deed, with those that the words around it tell better."""
    actors, recipients = sides
    act = match.frame.act
    if match.frame.mode == "resign":
        # «l'**ancien** ministre a démissionné»: it is that office which he leaves
        return tuple(map(_in_office, actors)), recipients
    if match.kind == "verb":
        recipients = _named_once(sentence, match.i, recipients)
        recipients = _agreeing(sentence, match.i, recipients)
        actors = actors or _agent_far_behind(resolver, sentence, match.i, page, recipients)
    if act not in _FORCE:
        return actors, recipients
    recipients = tuple(
        told
        for found in recipients
        for told in _hit(resolver, sentence, match, page, found, actors)
    )
    if act is EventType.ASSAULT and not actors and match.kind == "verb":
        actors = _attackers(resolver, sentence, match.i, page, recipients)
    elif act is EventType.ASSAULT and not actors:
        actors = _authors(resolver, sentence, match.i, page, recipients)
        actors = actors or _rebels(resolver, sentence, match.i, page)
        actors = actors or _claimants(resolver, sentence, match.i, page)
    return tuple(map(_stateless, actors)), recipients


def without_tools(actors: tuple[Found, ...]) -> tuple[Found, ...]:
    """«tués dans des frappes de **drones**»: a weapon of nobody known does nothing, and «**un Renault**»
    is what the company makes."""
    return tuple(f for f in actors if not (_is_drone(f) or _is_ware(f)))


def _is_drone(found: Found) -> bool:
    return found.role == "drone" and found.party.country is None


def _is_ware(found: Found) -> bool:
    one = found.party.text.lower().startswith(("un ", "une "))
    return one and found.via == "name" and found.party.sector == "BUS"


def _named_once(sentence: Sentence, i: int, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """«l'un des habitants, **le père de famille**, a été abattu»: a second subject that no «et» joins is
    the first one in other words."""
    if len(found) < 2:
        return found
    heads = sentence.kids(i, "subj:pass")
    if len(heads) < 2:
        return found
    again = {j for head in heads[1:] for j in sentence.subtree(head.i)}
    told = tuple(
        f
        for f in found
        if again.isdisjoint(t.i for t in sentence.within(f.party.start, f.party.end))
    )
    return told or found


def _agreeing(sentence: Sentence, i: int, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """«Après avoir été **suspendue** par la Cour, les juges ont …»: who was suspended is one woman, not
    those of whom the sentence goes on."""
    token = sentence.tokens[i]
    if not found or token.dep != "advcl" or not sentence.kids(i, "aux:pass"):
        return found
    if sentence.kids(i, "subj", "subj:pass") or token.feats.get("Number") != "Sing":
        return found
    subjects = sentence.kids(token.head, "subj", "subj:pass")
    many = {t.i for t in subjects if t.pos == "NOUN" and t.feats.get("Number") == "Plur"}
    return tuple(
        f
        for f in found
        if many.isdisjoint(t.i for t in sentence.within(f.party.start, f.party.end))
    )


def _agent_far_behind(
    resolver: Resolver, sentence: Sentence, i: int, page: Page, besides: tuple[Found, ...]
) -> tuple[Found, ...]:
    """«sont interdits de sortir du village **par la secte**»: an agent behind an infinitive, which has
    none, is that of the passive above it."""
    if not sentence.kids(i, "aux:pass"):
        return ()
    for below in sentence.kids(i, "xcomp", "obl", "advcl"):
        if below.feats.get("VerbForm") != "Inf" or below.lemma in _LETTING or below.i < i:
            continue
        if sentence.kids(below.i, "aux:pass"):
            continue
        agents = (k for kid in sentence.kids(below.i, "agent") for k in sentence.coordinated(kid.i))
        found = (resolver.resolve(sentence, k, page) for k in agents)
        told = tuple(f for f in found if f is not None and f.political and not f.thing)
        if told:
            return tuple(f for f in told if not same_party(f, besides))
    return ()


def _claimants(resolver: Resolver, sentence: Sentence, i: int, page: Page) -> tuple[Found, ...]:
    """«l'attentat de Lima, **que la secte a revendiqué**»: who claims an attack has made it."""
    for token in sentence.tokens[i + 1 :]:
        if token.lemma != "revendiquer" or token.dep not in ("acl", "relcl", "conj"):
            continue
        if not any(above.i == i for above in sentence.above(token.i)):
            continue
        doers = sentence.kids(token.i, "agent")
        if token.dep != "acl" and not doers and _is_claimed(sentence, token):
            doers = sentence.kids(token.i, "subj")
        found = (resolver.resolve(sentence, k.i, page) for k in doers if k.lower != "qui")
        if told := tuple(f for f in found if f is not None and f.political and not f.thing):
            return told
    return ()


def _is_claimed(sentence: Sentence, verb: Token) -> bool:
    """«**que** la secte a revendiqué»: not what the attackers claim."""
    return any(kid.lemma == "que" for kid in sentence.kids(verb.i, "obj", "mark", "comp"))


def _hit(
    resolver: Resolver,
    sentence: Sentence,
    match: Match,
    page: Page,
    found: Found,
    actors: tuple[Found, ...],
) -> Iterator[Found]:
    """Who is meant by whom the deed is told to hit."""
    words = sentence.within(found.party.start, found.party.end)
    parts = _casualties(resolver, sentence, page, words)
    if parts:
        yield from parts
        return
    if found.role == "man" and (known := _presumed(resolver, sentence, page, words)) is not None:
        party = replace(found.party, sector=known.party.sector, entity_id=None)
        yield replace(found, party=party)
        return
    if found.party.sector == "GOV" and _is_town_struck(resolver, sentence, words):
        party = replace(found.party, sector="CVL", entity_id=f"{found.party.country}:CVL")
        yield replace(found, party=party, via="place", plural=True)
        return
    town = bool(words) and words[-1].lemma in _TOWNS
    if not (found.thing or town) or found.party.sector != "CVL":
        yield found
        return
    owners = (t for t in words if t.lower in OWN_WORDS)
    holder = next(
        (held for t in owners if (held := resolver.resolve(sentence, t.i, page)) is not None), None
    )
    if holder is not None and holder.political and not same_party(holder, actors):
        party = replace(
            found.party, country=holder.party.country or found.party.country,
            sector=holder.party.sector, entity_id=holder.party.entity_id,
        )  # fmt: skip
        yield replace(found, party=party, thing=False)
        return
    if found.party.country is None and town:
        country = _of_the_towns(resolver, sentence)
        yield replace(found, party=replace(found.party, country=country))
        return
    examples = tuple(_such_as(resolver, sentence, match, page))
    if examples:
        yield from examples
    elif found.role != "vehicle" or found.party.country is not None:
        yield found


def _is_town_struck(resolver: Resolver, sentence: Sentence, words: list[Token]) -> bool:
    """«un attentat **à Lima** fait trois morts»: the people of the town, not who rules there."""
    hits = resolver.hits(sentence)
    told = [t for t in words if t.case == "à" and (hit := hits.get(t.i)) is not None and hit.ids]
    kinds = {resolver.registry.entities[hits[t.i].ids[0]].kind for t in told}
    return kinds == {"city"}


def _of_the_towns(resolver: Resolver, sentence: Sentence) -> str | None:
    """«avancent autour de **Raqqa**, reprenant l'est **de la ville**»: the country of the towns named."""
    hits = (h for h in resolver.hits(sentence).values() if h.ids and h.kind == "name")
    places = (resolver.registry.entities[h.ids[0]] for h in hits)
    countries = {place.country for place in places if place.kind == "city"}
    return countries.pop() if len(countries) == 1 else None


def _such_as(resolver: Resolver, sentence: Sentence, match: Match, page: Page) -> Iterator[Found]:
    """«des sites publics, **comme le ministère**»: those who are named for them."""
    for j in sentence.roles(match.i).get("comme", ()):
        for k in sentence.coordinated(j):
            found = resolver.resolve(sentence, k, page)
            if found is not None and found.party.country and found.party.sector and k > match.i:
                yield found


def _casualties(
    resolver: Resolver, sentence: Sentence, page: Page, words: list[Token]
) -> tuple[Found, ...]:
    """«vingt blessés **: dix casques bleus et dix soldats**»: who they are is told behind the colon."""
    last = words[-1].i + 1 if words else 0
    if not words or last >= len(sentence.tokens) or sentence.tokens[last].text != ":":
        return ()
    if not any(t.lemma in _CASUALTIES for t in words):
        return ()
    first = next((t for t in sentence.tokens[last + 1 :] if t.pos == "NOUN"), None)
    if first is None or not sentence.kids(first.i, "nummod", "det"):
        return ()
    heads = sentence.coordinated(first.i)
    found = (resolver.resolve(sentence, j, page) for j in heads)
    return tuple(f for f in found if f is not None and f.political)


def _presumed(
    resolver: Resolver, sentence: Sentence, page: Page, words: list[Token]
) -> Found | None:
    """«trois hommes **présumés membres** de la secte»: the group whose men they are."""
    for token in words:
        for clause in sentence.kids(token.i, "acl", "amod"):
            if clause.lemma not in ("présumer", "présumé"):
                continue
            for kid in sentence.kids(clause.i, "obj", "xcomp", "nmod", "obl"):
                found = resolver.resolve(sentence, kid.i, page)
                if found is not None and found.party.sector == "REB":
                    return found
    return None


def _attackers(
    resolver: Resolver, sentence: Sentence, i: int, page: Page, besides: tuple[Found, ...]
) -> tuple[Found, ...]:
    """«tués dans une attaque **commise par deux hommes**»: whoever committed it killed them."""
    attacks = listed("nouns", "attacks")
    for kid in sentence.kids(i, "subj"):
        if kid.lemma in attacks and (rebels := _rebels(resolver, sentence, kid.i, page)):
            return rebels
    for kid in sentence.kids(i, "obl"):
        if kid.case in _FOLLOWING and not attacks.isdisjoint(_heads(sentence, kid)):
            heads = sentence.roles(kid.i).get("gen", ())
            makers = (resolver.resolve(sentence, j, page) for j in heads)
            if told := tuple(f for f in makers if f is not None and f.party.sector in _FIGHTERS):
                return tuple(f for f in told if not same_party(f, besides))
    for kid in sentence.kids(i, "obl", "agent"):
        if kid.case not in _DURING or kid.lemma not in attacks:
            continue
        doers = [*sentence.roles(kid.i).get("by", ())]
        for clause in (*sentence.kids(kid.i, "acl"), *sentence.kids(i, "advcl", "acl")):
            if clause.lemma in _COMMITTING and clause.i > kid.i:
                doers += [agent.i for agent in sentence.kids(clause.i, "agent")]
        found = [
            resolver.resolve(sentence, k, page) for j in doers for k in sentence.coordinated(j)
        ]
        if told := tuple(f for f in found if f is not None and f.political):
            return tuple(f for f in told if not same_party(f, besides))
    return ()


def _heads(sentence: Sentence, noun: Token) -> set[str]:
    """«une offensive **surprise**»: either noun may be parsed as the one that bears the other."""
    return {noun.lemma, *(kid.lemma for kid in sentence.kids(noun.i, "amod") if kid.pos == "NOUN")}


def _rebels(resolver: Resolver, sentence: Sentence, i: int, page: Page) -> tuple[Found, ...]:
    """«des tirs de missiles **rebelles**», «l'attaque **djihadiste**»: those who are called so."""
    for j in (i, *sentence.roles(i).get("gen", ())):
        for kid in sentence.kids(j, "amod"):
            if kid.lemma in _REBEL:
                country = resolver.place_of(sentence, i)
                found = resolver.found_as(
                    sentence, [kid.i], name=kid.text, entity_id=None, country=country,
                    sector="REB", via="owner", plural=True,
                )  # fmt: skip
                return (found,)
    return ()


def _authors(
    resolver: Resolver, sentence: Sentence, i: int, page: Page, besides: tuple[Found, ...]
) -> tuple[Found, ...]:
    """«trente Belges, en majorité des **auteurs d'attaques** contre …»: those who are called so."""
    author = sentence.tokens[sentence.tokens[i].head]
    if author.lemma != "auteur" or sentence.tokens[i].case != "de":
        return ()
    above = sentence.tokens[author.head]
    if above.case == "en" and above.dep == "nmod":  # «en majorité»
        above = sentence.tokens[above.head]
    if above.i == author.i or above.pos not in ("NOUN", "PROPN"):
        return ()
    found = resolver.resolve(sentence, above.i, page)
    told = found is not None and found.political and not same_party(found, besides)
    return (found,) if found is not None and told else ()


def _in_office(found: Found) -> Found:
    if found.party.sector != "ELI" or found.via != "role":
        return found
    return replace(found, party=replace(found.party, sector="GOV"))


def _stateless(found: Found) -> Found:
    """«les attaques **palestiniennes**»: those of nobody told, and of no government."""
    if found.party.country not in _NO_ARMY or found.via != "owner" or found.party.sector != "GOV":
        return found
    return replace(found, party=replace(found.party, sector="UAF", entity_id=None))
