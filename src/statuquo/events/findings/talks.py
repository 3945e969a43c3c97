"""Talks and mediations that a sentence speaks of: who talks, who mediates, where, and the outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from statuquo.entities.model import Party
from statuquo.entities.resolve import Found
from statuquo.events.findings.cues import Hit
from statuquo.events.findings.telling import (
    Desk,
    clause,
    distinct,
    nation_at,
    parties_at,
    parties_within,
    told,
)
from statuquo.events.record import Location, TalksMention, content_id

_WITH = (
    "entre", "between", "among", "avec", "with", "con", "gen", "poss", "adj", "subj", "by",
)  # fmt: skip
_PLACE_CASES = frozenset({"à", "a", "at", "dans", "en", "in"})
_OUTCOMES = (("none-yet", "none-yet"), ("agreement", "agreement"), ("failure", "failure"))


def talks(desk: Desk) -> tuple[TalksMention, ...]:
    """The talks of one sentence: one mention at most, since a sentence tells of one process.

    Talks are told of when two parties talk, when somebody mediates, when a place is named, or when
    their outcome is. What is only asked for, supposed or denied is none.
    """
    cues = desk.cues.talks
    openings = [
        hit
        for key in ("nouns", "verbs", "mediators")
        for hit in desk.cues.all(desk.sentence, cues[key])
        if _is_telling(desk, key, hit)
    ]
    if not openings:
        return ()
    hit = min(openings)
    mediators = distinct(_mediators(desk))
    place = _place(desk)
    parties = _at_home(_parties(desk, openings, mediators))
    outcome, words = _outcome(desk)
    if len(parties) < 2 and not mediators and place is None and outcome is None:
        return ()
    evidence = desk.evidence(hit.first, hit.last)
    return (
        TalksMention(
            id=content_id("t", desk.report_id, evidence.trigger.start),
            report_id=desk.report_id,
            mediators=mediators,
            place=place,
            parties=parties if len(parties) > 1 else (),
            state=_state(desk, openings, outcome),
            outcome=outcome,
            words=words,
            date=desk.date,
            evidence=evidence,
        ),
    )


def _is_telling(desk: Desk, key: str, hit: Hit) -> bool:
    token = desk.sentence.tokens[hit.head]
    if desk.excluded(hit, desk.cues.talks["not"]):
        return False
    if key == "nouns" and token.pos not in ("NOUN", "PROPN"):
        return False
    if key == "verbs" and token.pos not in ("VERB", "AUX"):
        return False
    how = told(desk, hit.head)
    if how in ("hypothetical", "requested") or _is_denied(desk, hit):
        return False
    # «did not produce an agreement» is an outcome; «they will not negotiate» is no talks.
    return how != "not" or _outcome(desk)[0] is not None


def _is_denied(desk: Desk, hit: Hit) -> bool:
    """Whether the sentence says that there is no dialogue: a verdict, and no talks."""
    return any(
        absent.first <= hit.head <= absent.last
        for kind, cues, _ in desk.cues.verdicts
        if kind == "no-dialogue"
        for absent in desk.cues.all(desk.sentence, cues)
    )


# -- who ------------------------------------------------------------------------------------


def _parties(
    desk: Desk, openings: Iterable[Hit], mediators: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Who talks: whom the grammar joins to the talks, else the clause, else the sentence names."""
    sentence = desk.sentence
    hits = list(openings)
    found: list[Found] = []
    for hit in hits:
        roles = sentence.roles(hit.head)
        for role in _WITH:
            for j in roles.get(role, ()):
                if role == "adj":
                    found.extend(nation_at(desk, j))
                elif not (role == "gen" and _is_place(desk, j)):
                    found.extend(parties_at(desk, j))
    places = frozenset(
        token.i
        for token in sentence.tokens
        if token.case in _PLACE_CASES and _is_place(desk, token.i)
    )
    wider = (*(clause(sentence, hit.head) for hit in hits), range(len(sentence.tokens)))
    for within in wider:
        parties = tuple(party for party in distinct(found) if not _among(party, mediators))
        if len(parties) > 1:
            return parties
        found.extend(parties_within(desk, within, places))
    return tuple(party for party in distinct(found) if not _among(party, mediators))


def _at_home(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """«Maduro's government and the opposition»: an opposition without more is that government's."""
    states = {party.country for party in parties if party.sector == "GOV" and party.country}
    if len(states) != 1:
        return parties
    (state,) = states
    return tuple(
        replace(party, country=state)
        if party.sector in ("OPP", "REB") and party.country is None
        else party
        for party in parties
    )


def _among(party: Party, others: Iterable[Party]) -> bool:
    return any(
        (party.country, party.sector) == (other.country, other.sector)
        or (party.entity_id and party.entity_id == other.entity_id)
        for other in others
    )


def _mediators(desk: Desk) -> list[Found]:
    """Who mediates: who is called mediator, who hosts or facilitates, under whose auspices."""
    sentence, cues = desk.sentence, desk.cues.talks
    found: list[Found] = []
    for hit in desk.cues.all(sentence, cues["mediators"]):
        found.extend(_named_mediator(desk, hit.head))
    for hit in desk.cues.all(sentence, cues["mediating"]):
        token, roles = sentence.tokens[hit.head], sentence.roles(hit.head)
        slots = ("subj",) if sentence.is_verb(token.i) else ("subj", "gen", "poss", "adj", "by")
        for slot in slots:
            for j in roles.get(slot, ()):
                found.extend(parties_at(desk, j))
        if token.pos == "NOUN" and not found:
            owner = desk.resolver.owner(sentence, token.i, desk.page)
            found.extend([owner] if owner is not None and owner.political else [])
    for hit in desk.cues.all(sentence, cues["nouns"]):
        token = sentence.tokens[hit.head]
        if token.lemma.startswith("médiat") or token.lemma.startswith("mediac") or (
            token.lemma == "mediation"
        ):  # fmt: skip
            for slot in ("gen", "poss", "adj", "by", "compound"):
                for j in sentence.roles(hit.head).get(slot, ()):
                    found.extend(_either(desk, j))
    return found


def _named_mediator(desk: Desk, i: int) -> list[Found]:
    """The party beside the word «mediator»: what it is said of, its nationality, its neighbour."""
    sentence = desk.sentence
    token, roles = sentence.tokens[i], sentence.roles(i)
    around: list[int] = []
    for slot in ("adj", "gen", "poss", "compound"):
        around.extend(roles.get(slot, ()))
    around.extend(kid.i for kid in sentence.kids(i, "appos", "flat", "amod", "compound"))
    around.extend(roles.get("subj", ()))
    head = sentence.tokens[token.head]
    if token.dep in ("appos", "nmod", "obl", "flat", "attr", "dep", "acl", "compound", "xcomp"):
        if sentence.is_verb(head.i):
            around.extend(sentence.roles(head.i).get("subj", ()))
        else:
            around.append(head.i)
    for j in around:
        found = _either(desk, j) if j != i else []
        if found:
            return found
    return []


def _either(desk: Desk, i: int) -> list[Found]:
    """The party at a word, be it a name or an adjective of nationality."""
    return parties_at(desk, i) or nation_at(desk, i)


# -- where and with what result ---------------------------------------------------------------


def _is_place(desk: Desk, i: int) -> bool:
    hit = desk.resolver.hits(desk.sentence).get(i)
    if hit is None or not hit.ids:
        return False
    return desk.resolver.registry.entities[hit.ids[0]].kind in ("city", "country")


def _place(desk: Desk) -> Location | None:
    """The first place of the sentence that a preposition of place introduces."""
    for token in desk.sentence.tokens:
        if token.case not in _PLACE_CASES or token.dep not in ("obl", "nmod"):
            continue
        if token.pos == "PROPN" and token.ent == "LOC" and not _is_place(desk, token.i):
            first, *_, last = (*desk.resolver.phrase(desk.sentence, token.i), token.i)
            return Location(name=desk.span(first, max(last, token.i)).text)
        if _is_place(desk, token.i):
            hit = desk.resolver.hits(desk.sentence)[token.i]
            entity = desk.resolver.registry.entities[hit.ids[0]]
            return Location(
                name=entity.name, country=entity.country, lat=entity.lat, lon=entity.lon
            )
    return None


def _outcome(desk: Desk) -> tuple[str | None, str | None]:
    for outcome, key in _OUTCOMES:
        hit = desk.cues.first(desk.sentence, desk.cues.talks[key])
        if hit is None:
            continue
        if outcome != "none-yet" and told(desk, hit.head) != "happened":
            continue
        return outcome, desk.span(hit.first, hit.last).text
    return None, None


def _state(desk: Desk, openings: Iterable[Hit], outcome: str | None) -> str:
    cues = desk.cues.talks
    hits = list(openings)
    for key in ("broken-off", "held", "planned"):
        for hit in hits:
            cue = desk.has(cues[key], clause(desk.sentence, hit.head))
            if cue is None or (cue.head, cue.last) == (hit.head, hit.last):
                continue
            how = told(desk, cue.head)
            if key == "planned" or how == "intended":
                return "planned"
            if how == "happened":
                return key
    if any(told(desk, hit.head) == "intended" for hit in hits):
        return "planned"
    return "held" if outcome is not None else "open"
