"""Accords that a sentence speaks of: who concluded them, about what, when, and how they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statuquo.entities.resolve import Found
from statuquo.events.dating import dates
from statuquo.events.findings.cues import Hit
from statuquo.events.findings.telling import (
    Desk,
    clause,
    distinct,
    nation_at,
    parties_at,
    told,
)
from statuquo.events.record import AgreementMention, content_id
from statuquo.language.grammar import Token

_ABOUT = ("gen", "sur", "on", "over", "about", "sobre", "pour", "para", "for")
_OTHERS = ("entre", "between", "among", "avec", "with", "con", "by", "poss", "adj")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_NEAR = 90
"""Characters: a year farther off from the accord than this belongs to something else."""
_NOT_SIGNED = {"intended": "planned", "hypothetical": "planned", "requested": "planned"}
_PLACES = ("city:",)


def agreements(desk: Desk) -> tuple[AgreementMention, ...]:
    """The accords of one sentence, in the order of its words.

    An accord is told of when two parties to it are known, or one state, its subject and its fate.
    """
    found: list[AgreementMention] = []
    for hit in desk.cues.all(desk.sentence, desk.cues.agreement["nouns"]):
        token = desk.sentence.tokens[hit.head]
        if any(token.start < known.evidence.trigger.end for known in found):
            continue  # «accord de cessez-le-feu» is one
        if token.pos not in ("NOUN", "PROPN", "X", "ADJ"):
            continue
        if desk.excluded(hit, desk.cues.agreement["not"]):
            continue
        mention = _mention(desk, hit)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _mention(desk: Desk, hit: Hit) -> AgreementMention | None:
    parties = distinct(_parties(desk, hit))
    about = list(_about(desk, hit))
    state = _state(desk, hit)
    if state is None:
        return None
    lone = (
        len(parties) == 1
        and (parties[0].entity_id or "").startswith("country:")
        and about
        and state not in ("unknown", "planned")
    )
    if len(parties) < 2 and not lone:
        return None
    signed = _signed(desk, hit, state)
    evidence = desk.evidence(hit.first, max(hit.last, *(last for _, last in about), hit.first))
    words = [desk.span(first, last).text for first, last in about]
    kind = ", ".join(words) or evidence.trigger.text
    return AgreementMention(
        id=content_id(
            "a", desk.report_id, evidence.trigger.start,
            *sorted(f"{party.country} {party.sector} {party.name}" for party in parties),
        ),
        report_id=desk.report_id,
        kind=kind,
        parties=parties,
        state=state,
        signed=signed,
        date=desk.date,
        evidence=evidence,
    )  # fmt: skip


# -- about what -----------------------------------------------------------------------------


def _about(desk: Desk, hit: Hit) -> Iterator[tuple[int, int]]:
    """First and last token of each run of words that says what it is about."""
    sentence = desk.sentence
    beside: set[int] = set()
    for kid in sentence.kids(hit.head, "compound", "amod"):
        participle = kid.feats.get("VerbForm") == "Part"
        if not (participle or _is_empty(desk, kid) or nation_at(desk, kid.i)):
            inside = sentence.subtree(kid.i, lambda token: token.dep not in ("compound", "amod"))
            beside |= {i for i in inside if not nation_at(desk, i)}
    yield from _together(beside)
    roles = sentence.roles(hit.head)
    for role in _ABOUT:
        for j in roles.get(role, ()):
            token = sentence.tokens[j]
            if token.pos == "NOUN" and j > hit.head and not _names_party(desk, token):
                inside = [
                    i
                    for i in sentence.subtree(j, lambda t: t.dep not in ("amod", "nmod", "case"))
                    if i - j <= 4 and not nation_at(desk, i) and i >= j
                ]
                run = next(_together(set(inside)), (j, j))
                if not _is_empty(desk, token):
                    yield run
                return


def _together(indices: set[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of indices without a gap."""
    first: int | None = None
    for i in sorted(indices):
        first = i if first is None else first
        if i + 1 not in indices:
            yield first, i
            first = None


def _is_empty(desk: Desk, token: Token) -> bool:
    return bool({token.lemma, token.lower} & desk.cues.plain["empty"])


def _names_party(desk: Desk, token: Token) -> bool:
    sentence = desk.sentence
    if desk.resolver.country_of(sentence, token.i) or desk.resolver.hits(sentence).get(token.i):
        return True
    if desk.resolver.pair(sentence, token.i, desk.page):
        return True
    found = desk.resolver.resolve(sentence, token.i, desk.page)
    return found is not None and found.political


# -- by whom --------------------------------------------------------------------------------


def _parties(desk: Desk, hit: Hit) -> list[Found]:
    """Those whom the grammar joins to the accord, or to the verb that it hangs on."""
    sentence, i = desk.sentence, hit.head
    roles = sentence.roles(i)
    found: list[Found] = []
    for role in _OTHERS:
        for j in roles.get(role, ()):
            found.extend(nation_at(desk, j) if role == "adj" else parties_at(desk, j))
    for j in roles.get("gen", ()):
        # «les accords d'Oslo» are named after a place where they were signed.
        found.extend(item for item in parties_at(desk, j) if not _is_city(desk, j))
    verb = _verb(desk, i)
    if verb is not None:
        above = sentence.roles(verb)
        for role in ("subj", "avec", "with", "con", "entre", "between"):
            for j in above.get(role, ()):
                found.extend(parties_at(desk, j) if j != i else [])
    for kid in sentence.kids(i, "acl", "relcl"):
        for role in ("subj", "entre", "between", "avec", "with", "con", "by"):
            for j in sentence.roles(kid.i).get(role, ()):
                found.extend(parties_at(desk, j) if j != i else [])
    return found


def _is_city(desk: Desk, i: int) -> bool:
    hit = desk.resolver.hits(desk.sentence).get(i)
    return bool(hit and hit.ids and hit.ids[0].startswith(_PLACES))


def _verb(desk: Desk, i: int) -> int | None:
    """The verb whose object or subject the accord is, looked for through «the signing of…»."""
    sentence = desk.sentence
    for token in sentence.above(i):
        if sentence.is_verb(token.i):
            return token.i
        if token.pos not in ("NOUN", "PROPN"):
            return None
    return None


# -- how it stands --------------------------------------------------------------------------


def _state(desk: Desk, hit: Hit) -> str | None:
    """Its state as the sentence has it; None where the sentence says that there is none."""
    sentence, cues = desk.sentence, desk.cues.agreement
    near = _reach(desk, hit)
    how = told(desk, hit.head)
    for state in ("broken", "suspended", "in-force", "signed"):
        cue = desk.has(cues[state], near)
        if cue is None or cue.head == hit.head:
            continue
        done = told(desk, cue.head)
        part = sentence.tokens[cue.head].feats.get("VerbForm") == "Part"
        if done == "not":
            return None if state == "signed" and not part else "unknown"
        if done in _NOT_SIGNED:
            return "planned" if state == "signed" else "unknown"
        return state
    if desk.has(cues["planned"], near) is not None or how in ("intended", "requested"):
        return "planned"
    return None if how == "not" else "unknown"


def _reach(desk: Desk, hit: Hit) -> range:
    """Where the words on its state are looked for: its clause, and the participle that follows it."""
    inside = clause(desk.sentence, hit.head)
    lows, highs = [inside.start], [inside.stop]
    for kid in desk.sentence.kids(hit.head, "acl", "relcl"):
        below = desk.sentence.subtree(kid.i)
        lows.append(min(below))
        highs.append(max(below) + 1)
    return range(min(lows), max(highs))


def _signed(desk: Desk, hit: Hit, state: str) -> str | None:
    """The day or year of the signature, where one is told beside the accord."""
    sentence = desk.sentence
    at = sentence.tokens[hit.head].start - sentence.start
    years = [
        match for match in _YEAR.finditer(sentence.text) if abs(match.start() - at) <= _YEAR_NEAR
    ]
    days = [
        dated
        for dated in dates(sentence.text, desk.cues.lang, desk.date)
        if dated.day is not None and abs(dated.start - at) <= _YEAR_NEAR
    ]
    for dated in sorted(days, key=lambda item: abs(item.start - at)):
        within_year = any(dated.start <= match.start() < dated.end for match in years)
        if within_year or (state == "signed" and not years):
            return dated.day.isoformat() if dated.day else None
    if years:
        return min(years, key=lambda match: abs(match.start() - at))[0]
    return None
