"""Recipients that stand outside an act's own complements: further below, or in the clause around."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from statuquo.entities.page import Page
from statuquo.entities.resolve import Found
from statuquo.events.french_aims import named_around
from statuquo.events.french_foes import foes
from statuquo.events.matcher import Match, Matcher, is_demand, same_party
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence, Token

_BELOW = frozenset({"obj", "obl", "comp", "xcomp", "acl", "advcl", "nmod", "poss", "attr", "iobj"})
_CIRCUMSTANCE = frozenset(
    {"in", "at", "near", "during", "after", "before", "since", "until", "on", "by", "as", "because_of",
     "en", "durante", "tras", "desde", "hasta", "por", "ante", "cerca_de", "según",
     "dans", "pendant", "après", "avant", "depuis", "lors_de", "par", "chez", "sur", "selon",
     "according_to", "under", "parmi", "sous", "bajo", "with", "avec", "con",
     "à_suite_de", "suite_à", "à_issue_de", "en_marge_de", "à_lendemain_de", "à_occasion_de",
     "sauf", "sauf_pour", "hormis", "excepté", "à_exception_de"}
)  # fmt: skip
_SOURCES = frozenset({"según", "selon", "comme", "como", "as"})
_HOSTILE = frozenset({"contre", "contra", "against", "en_contra_de", "à_encontre_de"})
_BEFORE = frozenset({"devant"})
"""Those before whom something is said are not the ones it is aimed at."""
_REASONS = frozenset(
    {
        "after",
        "although",
        "as",
        "because",
        "before",
        "since",
        "though",
        "until",
        "when",
        "whereas",
        "while",
    }
)
"""What opens in English a clause that tells why, when or in spite of what."""
_STRIKING = frozenset({EventType.THREATEN, EventType.PROTEST})
_GOING = frozenset(
    {"aller", "descendre", "entrer", "marcher", "monter", "rendre", "retourner", "revenir", "venir"}
)
_AIMED_AT = frozenset({*_HOSTILE, "face_à", "envers", "jusqu'_à", "jusque"})
_EXCEPT = frozenset({"exception", "sauf", "hormis"})
"""«à l'**exception** de X»: X is not meant."""
_DEEP = 3
_BORDERS = frozenset({"frontière", "border", "frontier", "frontera"})
_NEIGHBOURS = frozenset({"avec", "with", "con", "de", "of", "entre", "between", "'s"})
_AT_BORDERS = frozenset(
    {EventType.MOBILIZE, EventType.COERCE, EventType.SANCTION, EventType.ASSAULT}
)
_AT = frozenset({"à", "at", "a"})
_PERSONAL = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.THREATEN})
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_JUDGING = frozenset({EventType.ACCUSE, EventType.AGREE, EventType.REJECT, EventType.SUPPORT})
_AGAINST = frozenset({EventType.SANCTION, EventType.THREATEN, EventType.COERCE})
_RULES = frozenset(
    {"acuerdo", "decisión", "derecho", "disposición", "legislación", "ley", "medida", "norma", "protocolo",
     "recomendación", "regla", "restricción", "voluntad"}
)  # fmt: skip
_NEEDING = frozenset({"AGR", "CVL", "EDU", "LAB", "MED", "REF"})


class Undergone(NamedTuple):
    """An act of a sentence that names nobody among its own complements to whom it is done.

    Args:
        sentence: the sentence.
        match: the frame of the act.
        matcher: knows frames and parties.
        page: context of the report.
        matches: all frames of the sentence.
        actors: who does it.
    """

    sentence: Sentence
    match: Match
    matcher: Matcher
    page: Page
    matches: Mapping[int, Match]
    actors: tuple[Found, ...]


def further(act: Undergone) -> tuple[Found, ...]:
    """The first party told in the complements below: "demanded that **the US** cancel …",
    "sent arms to help defend **Kuwait**". Subjects count only in what is asked of somebody."""
    sentence, match, matcher, page, matches, actors = act
    asks = match.frame.act in (EventType.REQUEST, EventType.THREATEN, EventType.ACCUSE)
    queue = [(match.i, 0)]
    seen = {match.i}
    while queue:
        at, depth = queue.pop(0)
        for kid in sentence.kids(at):
            subject = kid.dep in ("subj", "subj:pass")
            blamed = kid.case == "par" and at != match.i and match.frame.act is EventType.ACCUSE
            around = kid.case in _CIRCUMSTANCE and not blamed  # «dénonce le recours … **par** X»
            # «dénonce le recours **excessif** à la force par X»: X hangs below the adjective
            below = kid.dep in _BELOW or (
                kid.dep == "amod" and sentence.lang == "fr" and match.frame.act is EventType.ACCUSE
            )
            if kid.i in seen or not below or around:
                if not (asks and subject and at != match.i):
                    continue
            if kid.i in matches and at != match.i and not asks:
                if matches[kid.i].frame.act is not match.frame.act:
                    continue
            if is_demand(kid) or (kid.dep == "obl" and _asks(matches.get(kid.i))):
                continue
            if kid.dep == "advcl" and (kid.i < match.i or kid.mark in _SOURCES):
                continue  # «même si l'Iran reste ouvert, il avertit …»: what is told before
            if kid.dep == "advcl" and kid.mark in _REASONS:
                continue  # "withdrew because **the rebels** are gone"
            if kid.case == "auprès_de" and match.frame.act is EventType.ACCUSE:
                continue  # «porte plainte auprès du procureur»
            if at != match.i and _is_place(sentence, matcher, kid):
                continue
            beside = _is_whereto(sentence, kid) if at != match.i else _opens(sentence, at, kid)
            if kid.case in _BEFORE or beside:
                continue
            if match.frame.act in _STRIKING and kid.case == "pour":
                continue  # «un préavis de grève pour le personnel»
            if match.frame.act is EventType.ACCUSE and _is_victim(kid, at, match, matches):
                continue
            if match.frame.act is EventType.REQUEST and kid.case in (*_HOSTILE, "à_égard_de"):
                continue  # «demande des mesures contre la Russie» asks nothing of Russia
            if subject and any(one.lower == "what" for one in sentence.kids(at, "obj")):
                continue  # "condemned what **the minister** called a coup"
            seen.add(kid.i)
            named = kid.pos in ("NOUN", "PROPN") or kid.dep == "poss"
            named = named and not _is_predicate(sentence, kid.i)
            if sentence.lang == "es" and match.frame.act is EventType.REQUEST:
                named = named and subject  # «pidió la extradición de X» asks nothing of X
            if sentence.lang == "fr":
                named = named and (subject or _is_french_aim(sentence, match, kid, at))
            found = matcher.resolver.resolve(sentence, kid.i, page) if named else None
            if found is not None and _may_receive(found, match, kid):
                if not _is_home(found, actors) and not matcher.is_own(sentence, kid.i):
                    return (found,)
            if depth < _DEEP:
                queue.append((kid.i, depth + 1))
    return ()


def outside(act: Undergone) -> tuple[Found, ...]:
    """Whom an act is done to that names nobody among its own complements."""
    return (
        refused(act)
        or across_border(act)
        or whose_people(act)
        or of_whole_clause(act)
        or named_around(act)
        or whose_deed(act)
        or foes(act)
    )


def whose_deed(act: Undergone) -> tuple[Found, ...]:
    """«a dénoncé le soutien **de Luc Dubosc** au maire»: whose deed is blamed is, though nobody knows him."""
    sentence, match, matcher, page, _, actors = act
    if sentence.lang != "fr" or match.kind != "verb" or match.frame.act is not EventType.ACCUSE:
        return ()
    for j in sentence.roles(match.i).get("obj", ()):
        for k in sentence.roles(j).get("gen", ()) if sentence.tokens[j].pos == "NOUN" else ():
            found = matcher.resolver.resolve(sentence, k, page)
            if found is not None and found.person and " " in found.party.name:
                if found.via in ("bare", "name") and not same_party(found, actors):
                    return (found,)
    return ()


def of_whole_clause(act: Undergone) -> tuple[Found, ...]:
    """«**Le Chili** a proposé une trêve, **ce que** Lima a refusé»: what a clause is about is judged with
    whoever did it."""
    sentence, match, matcher, page, _, actors = act
    token = sentence.tokens[match.i]
    this = sentence.tokens[token.head]
    if sentence.lang != "fr" or match.frame.act not in _JUDGING or token.dep != "relcl":
        return ()
    if this.lower not in ("ce", "c'") or any(k.i < match.i for k in sentence.kids(match.i, "comp")):
        return ()
    verb = next((above for above in sentence.above(this.i) if sentence.is_verb(above.i)), None)
    if verb is None or verb.i > this.i:
        return ()
    found = (matcher.resolver.resolve(sentence, j, page) for j in sentence.surface_subject(verb.i))
    return tuple(f for f in found if f is not None and f.political and not same_party(f, actors))


def whose_people(act: Undergone) -> tuple[Found, ...]:
    """«a rompu avec **Bogota** et expulsé ses diplomates»: nobody expels his own, but those of the side
    that the verb before is aimed at."""
    sentence, match, matcher, page, matches, actors = act
    before = matches.get(sentence.tokens[match.i].head)
    if sentence.tokens[match.i].dep != "conj" or before is None or before.kind != "verb":
        return ()
    if {match.frame.act, before.frame.act} - _AGAINST or match.frame.mode == "withdraw":
        return ()
    below = [
        kid for role in ("obj", "iobj", "à", "a") for kid in sentence.roles(match.i).get(role, ())
    ]
    below += [kid.i for j in below for kid in sentence.kids(j, "nmod")]
    if not any(matcher.is_own(sentence, j) for j in below):
        return ()
    slots = before.frame.recipient["verb"]
    return matcher.parties(sentence, before, slots, page, besides=actors)[0]


def is_undergone(act: Undergone) -> bool:
    """«le chanteur **Luc Dubosc** est mis en examen»: whom nobody knows undergoes a French passive all the
    same, and nobody told further below does."""
    sentence, match = act.sentence, act.match
    if sentence.lang != "fr" or match.kind != "verb" or not sentence.is_passive(match.i):
        return False
    return any(
        sentence.tokens[j].pos == "PROPN" or act.matcher.resolver.person_name(sentence, j)
        for j in sentence.roles(match.i).get("obj", ())
    )


def refused(act: Undergone) -> tuple[Found, ...]:
    """«refuse de recevoir **les mineurs**», «menace d'emmener **les mineurs**»: to whom the act would be
    done that somebody refuses or threatens, where the lexicon does not know the act."""
    sentence, match, matcher, page, _, actors = act
    if (
        match.frame.inner not in ("refused", "threatened")
        or match.kind != "verb"
        or sentence.lang != "fr"
    ):
        return ()
    for verb in sentence.roles(match.i).get("comp", ()):
        roles = sentence.roles(verb)
        for role in ("obj", "iobj", "à", "devant", "avec"):
            found = [
                f
                for j in roles.get(role, ())
                for k in matcher.resolver.together(sentence, j)
                if (f := matcher.resolver.resolve(sentence, k, page))
                and f.political
                and not f.thing
                and (f.party.country or f.party.sector != "GOV")  # «quitter le pouvoir»: one's own
            ]
            if found := [f for f in found if not _is_home(f, actors)]:
                return tuple(found)
    return ()


def _is_victim(token: Token, at: int, match: Match, matches: Mapping[int, Match]) -> bool:
    """ "denounced the sanctions **against Cuba**", "an attempt to overthrow **the government**": who suffers
    what is denounced is not blamed for it."""
    if token.case in _HOSTILE and at != match.i:
        return True
    deed = matches.get(at)
    harm = deed is not None and deed.frame.act in (*_FORCE, EventType.SANCTION)
    return harm and (token.dep == "obj" or token.case in ("de", "of"))


def _is_french_aim(sentence: Sentence, match: Match, token: Token, at: int) -> bool:
    """«appelle à la fin des errements **de la gauche**», «une grève à la SNCF» ask nothing of those; nor
    does who marches march against whom he names, unless a word says so."""
    if token.lemma in _EXCEPT or sentence.tokens[at].lemma in _EXCEPT:
        return False
    if match.frame.act is EventType.REQUEST:
        if sentence.tokens[at].dep.startswith("subj"):
            # «exige que les tirs **du Mali** cessent», but not «que les bureaux **de l'ONU** soient fermés»
            return sentence.tokens[at].dep == "subj"
        twice = token.case == "à" and any(
            kid.case == "à" and kid.i < token.i for kid in sentence.kids(at)
        )  # «appelle à une grève **à la SNCF**»
        return at == match.i and not twice and (token.case is not None or token.dep != "obj")
    if match.frame.act is EventType.ACCUSE and token.case in ("à", "envers"):
        # «dénonce le soutien de X **à Y**» blames X
        return at == match.i or not sentence.roles(at).get("gen")
    if match.frame.act is EventType.SUPPORT and token.case in ("à", "en", "dans"):
        return False  # «s'est félicité le ministre **à l'Élysée**»
    if match.frame.act is EventType.PROTEST:
        return token.case in _AIMED_AT or sentence.tokens[at].lemma == "opposition"
    return True


def _opens(sentence: Sentence, act: int, token: Token) -> bool:
    """«**à la suite du vote**, Paris et Berlin s'opposent»: a French complement before the subject tells
    where or when, unless it tells against whom."""
    if sentence.lang != "fr" or token.dep != "obl" or token.case in _AIMED_AT or token.i > act:
        return False
    return any(token.i < kid.i < act for kid in sentence.kids(act, "subj", "subj:pass"))


def _is_predicate(sentence: Sentence, i: int) -> bool:
    """«denunció ser **preso político**», but not «las palabras de quien fue **ministro**»."""
    whoever = any(kid.lower in ("quien", "quienes") for kid in sentence.kids(i, "subj"))
    return bool(sentence.kids(i, "cop")) and not whoever


def _is_home(found: Found, actors: tuple[Found, ...]) -> bool:
    """Whether a party is one of those who act, or "the country" that is or was theirs."""
    state = found.role == "country" or found.party.entity_id == f"country:{found.party.country}"
    governed = (
        ("GOV", "ELI") if found.role != "country" else (None, *(f.party.sector for f in actors))
    )
    theirs = state and any(
        found.party.country == f.party.country and f.party.sector in governed for f in actors
    )
    return theirs or same_party(found, actors)


def _is_place(sentence: Sentence, matcher: Matcher, token: Token) -> bool:
    """«appelle à un rassemblement **à Paris**»: where something is to be is not whom it is asked of."""
    hit = matcher.resolver.hits(sentence).get(token.i)
    if sentence.lang != "fr" or token.case not in _AT or hit is None or not hit.ids:
        return False
    head = sentence.tokens[token.head]
    city = matcher.resolver.registry.entities[hit.ids[0]].kind == "city"
    return city and head.pos == "NOUN"


def _is_whereto(sentence: Sentence, token: Token) -> bool:
    """«appelle à retourner **à Paris**»: where somebody goes is not whom it is asked of."""
    return token.case == "à" and sentence.tokens[token.head].lemma in _GOING


def _may_receive(found: Found, match: Match, token: Token) -> bool:
    """Whether a party that stands below an act is somebody whom it may be aimed at."""
    if not found.party.country or found.via == "pronoun" or found.thing:
        return False
    if found.via == "place" and match.frame.act is EventType.PROTEST:
        return False
    if found.party.sector is None and match.frame.act in _PERSONAL:
        return False  # «denunció que el puerto de Génova …» blames no town
    return found.party.entity_id is not None or token.dep in ("subj", "subj:pass")


def _asks(match: Match | None) -> bool:
    return match is not None and match.frame.act is EventType.REQUEST


def asks_for_people(
    sentence: Sentence, match: Match, recipients: tuple[Found, ...], slot: str | None
) -> bool:
    """«exigió la inclusión de las personas mayores», «pidió respeto **a las normas** del ministerio»: whom
    a Spanish demand is for, and what it asks to heed, is not asked."""
    if sentence.lang == "es" and slot == "a" and match.kind == "verb" and recipients:
        asked = [sentence.tokens[j].lemma for j in sentence.roles(match.i).get("a", ())]
        if (
            asked
            and all(f.via == "owner" for f in recipients)
            and all(lemma in _RULES for lemma in asked)
        ):
            return True
    return (
        sentence.lang == "es"
        and match.kind == "verb"
        and match.frame.act is EventType.REQUEST
        and slot == "obj"
        and bool(recipients)
        and all(f.via == "owner" and f.party.sector in _NEEDING for f in recipients)
    )


def asked_by_noun(
    sentence: Sentence, match: Match, matcher: Matcher, page: Page, actors: tuple[Found, ...]
) -> tuple[Found, ...]:
    """«à la demande du gouvernement, **la Norvège** a envoyé …»: who acts at somebody's request was
    asked by him."""
    token = sentence.tokens[match.i]
    if match.kind != "noun" or not is_demand(token) or not _asks(match):
        return ()
    verb = next((t for t in sentence.above(match.i) if sentence.is_verb(t.i)), None)
    if verb is None:
        return ()
    asked = [
        found
        for i in sentence.roles(verb.i).get("subj", ())
        if (found := matcher.resolver.resolve(sentence, i, page)) and found.political
    ]
    return tuple(found for found in asked if not same_party(found, actors))


def across_border(act: Undergone) -> tuple[Found, ...]:
    """«masser des troupes à la frontière avec **le Mali**», "closed its border with **Niger**"."""
    sentence, match, matcher, page, _, actors = act
    if match.frame.act not in _AT_BORDERS or not actors:
        return ()
    mine = {found.party.country for found in actors}
    for i in sentence.subtree(match.i):
        token = sentence.tokens[i]
        if token.lemma not in _BORDERS or token.dep not in (
            "obj",
            "obl",
            "nmod",
            "subj",
            "subj:pass",
        ):
            continue
        for kid in sentence.kids(i, "nmod", "obl", "poss", "amod", "compound"):
            if match.frame.act is EventType.ASSAULT and kid.case == "entre":
                continue  # «une opération menée à la frontière **entre** deux pays» tells where
            if kid.dep in ("nmod", "obl") and kid.case not in _NEIGHBOURS:
                continue
            for j in sentence.coordinated(kid.i):
                found = matcher.resolver.resolve(sentence, j, page) or matcher.resolver.nationality(
                    sentence, j
                )
                state = found is not None and (found.party.entity_id or "").startswith("country:")
                if found is not None and state and found.party.country not in mine:
                    return (found,)
    return ()
