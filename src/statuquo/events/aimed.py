"""Parties of a Spanish act that the clause around it names: who was answered, written to, blamed with
cause; who did what a police operation or a search is told of."""

from __future__ import annotations

from collections.abc import Iterable

from statuquo.entities.page import Page
from statuquo.entities.resolve import Found, Resolver
from statuquo.events.matcher import Match, same_party
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence

_WORDS = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN})
_JUDGING = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.PROTEST})
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_ANSWERING = frozenset({"contestar", "escribir", "interpelar", "replicar", "responder"})
_LETTERS = frozenset(
    {
        "carta",
        "circular",
        "comunicación",
        "escrito",
        "mensaje",
        "misiva",
        "nota",
        "oficio",
        "petición",
    }
)
_SENT = frozenset({"dirigido", "dirigir", "enviado", "enviar", "remitido", "remitir"})
_CAUSING = frozenset(
    {"acarrear", "avivar", "causar", "cosechar", "desatar", "desencadenar", "despertar", "generar", "granjear",
     "levantar", "merecer", "motivar", "ocasionar", "producir", "provocar", "suscitar", "valer"}
)  # fmt: skip
_CLAIMS = frozenset({"algo", "aspecto", "cosa", "extremo", "punto"})
_CLAIMING = frozenset(
    {"acusar", "afirmar", "alegar", "denunciar", "lamentar", "protestar", "quejar", "sostener"}
)
_OBTAINING = frozenset(
    {"arrancar", "cosechar", "conseguir", "ganar", "lograr", "obtener", "recabar", "renovar"}
)
_OPERATIONS = frozenset(
    {
        "allanamiento",
        "cateo",
        "despliegue",
        "dispositivo",
        "incursión",
        "operación",
        "operativo",
        "redada",
    }
)
_THROUGH = frozenset(
    {
        "a_través_de",
        "como_parte_de",
        "con",
        "durante",
        "en",
        "gracias_a",
        "mediante",
        "por_medio_de",
        "tras",
    }
)
_SEEKING = frozenset(
    {"búsqueda", "captura", "detención", "enjuiciamiento", "juicio", "orden", "proceso"}
)
_SHELTERS = frozenset(
    {"albergue", "asentamiento", "aula", "campamento", "escuela", "refugio", "residencia"}
)
_IN_FAVOUR = frozenset({"a_favor_de", "en_apoyo_a", "en_apoyo_de", "en_favor_de", "en_respaldo_a"})
_ROUND_TABLE = 4
"""Sides up to which all of them are taken to act on each other."""
_FORCES = frozenset({"COP", "JUD", "MIL", "SPY"})


def aimed_at(
    resolver: Resolver,
    sentence: Sentence,
    match: Match,
    page: Page,
    actors: tuple[Found, ...],
) -> tuple[Found, ...]:
    """Whom an act without a recipient of its own is aimed at, as the clause around it tells."""
    if sentence.lang != "es":
        return ()
    heads = (
        *_answered(sentence, match),
        *_claimant(sentence, match),
        *_obtainer(sentence, match),
        *_raided(sentence, match),
    )
    if found := _parties(resolver, sentence, heads, page, besides=actors):
        return found
    things = (*_written_to(sentence, match), *_cause(sentence, match))
    return _parties(resolver, sentence, things, page, besides=actors, owned=True)


def done_by(
    resolver: Resolver,
    sentence: Sentence,
    match: Match,
    page: Page,
    recipients: tuple[Found, ...],
) -> tuple[Found, ...]:
    """Who does an act without an actor of its own, as the clause around it tells."""
    if sentence.lang != "es" or match.frame.act not in _FORCE:
        return ()
    officers = _parties(resolver, sentence, _operating(sentence, match.i), page, besides=recipients)
    if match.frame.act is EventType.COERCE:
        return tuple(f for f in officers if f.party.sector in _FORCES)
    return _parties(resolver, sentence, _sought(sentence, match), page, besides=recipients)


def _answered(sentence: Sentence, match: Match) -> Iterable[int]:
    """«el presidente, **al que** la oposición replicó **exigiendo** su renuncia»: who is answered with a
    demand is asked."""
    token = sentence.tokens[match.i]
    verb = sentence.tokens[token.head]
    if match.kind != "verb" or match.frame.act not in _WORDS or verb.lemma not in _ANSWERING:
        return ()
    if token.dep not in ("advcl", "xcomp") or token.feats.get("VerbForm") != "Ger":
        return ()
    roles = sentence.roles(verb.i)
    return roles.get("iobj") or roles.get("a") or roles.get("obj", ())


def _written_to(sentence: Sentence, match: Match) -> Iterable[int]:
    """«**en una carta dirigida a los alcaldes**, el ministro exigió …»: whoever is written to is asked."""
    if match.kind != "verb" or match.frame.act not in _WORDS:
        return
    for role in ("en", "a_través_de", "mediante", "por_medio_de", "con"):
        for j in sentence.roles(match.i).get(role, ()):
            if sentence.tokens[j].lemma not in _LETTERS:
                continue
            for kid in sentence.kids(j, "acl", "amod"):
                if kid.lemma in _SENT:
                    yield from (
                        k.i for k in sentence.kids(kid.i, "obj", "obl", "iobj") if k.case == "a"
                    )


def _claimant(sentence: Sentence, match: Match) -> Iterable[int]:
    """«**los vecinos** se quejan de abusos, **algo que** la policía niega»: it is they who are
    contradicted."""
    token = sentence.tokens[match.i]
    claim = sentence.tokens[token.head]
    if match.frame.act is not EventType.REJECT or token.dep != "relcl":
        return ()
    if claim.lemma not in _CLAIMS:
        return ()
    verb = next((above for above in sentence.above(claim.i) if sentence.is_verb(above.i)), None)
    if verb is None or verb.lemma not in _CLAIMING:
        return ()
    return sentence.surface_subject(verb.i)


def _cause(sentence: Sentence, match: Match) -> Iterable[int]:
    """«**el plan del ministro** provocó críticas de la oposición»: what draws blame is somebody's."""
    token = sentence.tokens[match.i]
    verb = sentence.tokens[token.head]
    if match.kind != "noun" or match.frame.act not in _JUDGING or token.dep != "obj":
        return ()
    if verb.lemma not in _CAUSING or sentence.is_passive(verb.i):
        return ()
    subjects = sentence.surface_subject(verb.i)
    if verb.dep == "relcl" and verb.head in subjects:
        above = sentence.tokens[sentence.tokens[verb.head].head]
        if sentence.tokens[verb.head].dep == "obj" and sentence.is_verb(above.i):
            return (*subjects, *sentence.surface_subject(above.i))
    return subjects


def _obtainer(sentence: Sentence, match: Match) -> Iterable[int]:
    """«**España** obtuvo el compromiso de Mali de …»: what one obtains was given to him."""
    token = sentence.tokens[match.i]
    for i in (match.i, token.head):
        noun = sentence.tokens[i]
        verb = sentence.tokens[noun.head]
        if noun.pos != "NOUN" or noun.dep != "obj" or verb.lemma not in _OBTAINING:
            continue
        if i == match.i or (token.dep == "acl" and match.kind == "verb"):
            return sentence.surface_subject(verb.i) if sentence.roles(i).get("gen") else ()
    return ()


def _raided(sentence: Sentence, match: Match) -> Iterable[int]:
    """«incursiones **en campamentos de refugiados**»: a raid on a shelter is on those whom it shelters."""
    if match.kind != "noun" or match.frame.act is not EventType.ASSAULT:
        return
    for kid in sentence.kids(match.i, "nmod"):
        if kid.case == "en" and kid.lemma in _SHELTERS:
            yield from sentence.roles(kid.i).get("gen", ())


def one_sided_yet(
    sentence: Sentence, actors: tuple[Found, ...], recipients: tuple[Found, ...]
) -> bool:
    """Whether an act that is mutual by its nature is told of one side: many who met one did not all meet
    each other, and «firmó una carta **en apoyo a los maestros**» tells who has not signed it."""
    if not recipients or len(actors) + len(recipients) > _ROUND_TABLE:
        return bool(recipients)
    favoured = [token for token in sentence.tokens if token.case in _IN_FAVOUR]
    return any(f.party.start <= t.start < f.party.end for t in favoured for f in recipients)


def _operating(sentence: Sentence, i: int) -> Iterable[int]:
    """«fue detenido **en un operativo de la Marina**», «… gracias a una redada hecha por la policía»."""
    verb = i if sentence.is_verb(i) else sentence.tokens[i].head
    for kid in sentence.kids(verb, "obl"):
        if kid.lemma not in _OPERATIONS or kid.case not in _THROUGH:
            continue
        roles = sentence.roles(kid.i)
        yield from (*roles.get("gen", ()), *roles.get("by", ()), *roles.get("por", ()))
        for done in sentence.kids(kid.i, "acl"):
            yield from sentence.roles(done.i).get("subj", ())


def _sought(sentence: Sentence, match: Match) -> Iterable[int]:
    """«la búsqueda **del empresario** por tortura»: for what somebody is sought or tried, he did."""
    token = sentence.tokens[match.i]
    if match.kind != "noun" or token.case != "por":
        return ()
    for above in sentence.above(match.i):
        if above.lemma in _SEEKING and above.pos == "NOUN":
            return [j for j in sentence.roles(above.i).get("gen", ()) if j != match.i]
        if sentence.is_verb(above.i):
            break
    return ()


def _parties(
    resolver: Resolver,
    sentence: Sentence,
    heads: Iterable[int],
    page: Page,
    *,
    besides: tuple[Found, ...],
    owned: bool = False,
) -> tuple[Found, ...]:
    """The parties that the first of these words stands for which is anybody, or anybody's."""
    for j in heads:
        found = [
            f
            for k in resolver.together(sentence, j)
            if (f := resolver.resolve(sentence, k, page))
            or (f := resolver.owner(sentence, k, page) if owned else None)
        ]
        named = tuple(f for f in found if f.political and not f.thing)
        if named := tuple(f for f in named if not same_party(f, besides)):
            return named
    return ()
