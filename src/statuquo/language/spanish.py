"""What the Spanish model alone gets wrong in news, mended by rules of grammar.

Like `statuquo.language.repairs`: each function mends one kind of error on the nodes of a sentence,
in place, after the relations have been named and the prepositions been found.
"""

from __future__ import annotations

from itertools import pairwise

from statuquo.language.nodes import Node, children_of
from statuquo.language.spanish_clauses import charges, gerunds, hired
from statuquo.language.spanish_idioms import calls, distant_agents, idioms, names_called, shares
from statuquo.language.spanish_pronouns import doubled_pronouns, joined_pronouns
from statuquo.language.spanish_subjects import (
    coordinated_subjects,
    happenings,
    listed_clauses,
    names_beside_nouns,
    preterites_as_adjectives,
    spelt_numbers,
    times_as_subjects,
)

_IRREGULAR = {
    "abierto": "abrir", "cubierto": "cubrir", "descrito": "describir", "devuelto": "devolver",
    "dicho": "decir", "disuelto": "disolver", "escrito": "escribir", "hecho": "hacer",
    "impuesto": "imponer", "propuesto": "proponer", "resuelto": "resolver", "roto": "romper",
    "suscrito": "suscribir", "absuelto": "absolver", "depuesto": "deponer", "prescrito": "prescribir",
    "proscrito": "proscribir", "pospuesto": "posponer", "expuesto": "exponer", "visto": "ver",
}  # fmt: skip
_STATES = frozenset(
    [
        "caer",
        "continuar",
        "encontrar",
        "hallar",
        "mantener",
        "permanecer",
        "quedar",
        "resultar",
        "salir",
        "seguir",
    ]
)
_SHOWING = frozenset({"declarar", "manifestar", "mostrar", "sentir"})
_SETTLED = frozenset({"armado", "dado", "debido", "llamado", "pasado", "privado", "unido"})
_SIGNS = frozenset(
    {"acción", "acto", "forma", "gesto", "manera", "medida", "medio", "modo", "muestra", "señal"}
)
_UNDERGONE = frozenset({"fue", "fueron", "sido"})
"""«fue desaparecida» tells a deed; «es conocida», «está abierta» tell a state."""
_NOUNLIKE = frozenset({"aliado", "adversario", "homólogo", "opositor", "rival"})
_LINKS = frozenset({"a", "con", "contra", "hacia", "sobre", "entre"})


def mend_spanish(nodes: list[Node], verbs: frozenset[str]) -> None:
    """All of them, in the order in which they build on each other.

    Args:
        nodes: the sentence.
        verbs: infinitives that the lexicon knows.
    """
    joined_pronouns(nodes, verbs)
    idioms(nodes)
    calls(nodes)
    shares(nodes)
    names_called(nodes)
    headline_verbs(nodes, verbs)
    joined_clauses(nodes)
    subjunctives(nodes)
    concessions(nodes)
    killed(nodes)
    counterparts(nodes)
    aims_of_adjectives(nodes)
    adjectives_as_objects(nodes)
    participles(nodes, verbs)
    preterites_as_adjectives(nodes)
    spelt_numbers(nodes)
    names_beside_nouns(nodes)
    noun_headed_clauses(nodes)
    adjective_headed_clauses(nodes)
    predicate_participles(nodes, verbs)
    shown_adjectives(nodes)
    linked_names(nodes)
    addressees_of_predicates(nodes)
    stranded_complements(nodes)
    agents(nodes)
    distant_agents(nodes)
    listed_clauses(nodes)
    happenings(nodes)
    times_as_subjects(nodes)
    coordinated_subjects(nodes)
    people_after_places(nodes)
    manners_of_protest(nodes)
    doubled_pronouns(nodes)
    hired(nodes)
    gerunds(nodes)
    charges(nodes)


def subjunctives(nodes: list[Node]) -> None:
    """«los que acudan», «quien se manifieste»: the ending tells the mood that the tagger missed."""
    for node in nodes:
        if node.pos != "VERB" or node.lemma == "ir" or node.feats.get("VerbForm", "Fin") != "Fin":
            continue
        if node.feats.get("Mood", "Ind") != "Ind":
            continue
        endings = {"ar": ("e", "en"), "er": ("a", "an"), "ir": ("a", "an")}.get(node.lemma[-2:], ())
        if node.feats.get("Tense", "Pres") == "Pres" and node.text.lower().endswith(endings or "-"):
            node.feats = {**node.feats, "Mood": "Sub", "Tense": "Pres"}


def concessions(nodes: list[Node]) -> None:
    """«si bien cortaron la ruta»: «si bien» grants and supposes nothing."""
    for node, after in pairwise(nodes):
        if node.text.lower() == "si" and after.text.lower() == "bien":
            node.dep = "dep"
            for held in nodes:
                if held.mark == "si" and held is nodes[node.head]:
                    held.mark = "si_bien"


def killed(nodes: list[Node]) -> None:
    """«fueron muertas por soldados»: the participle of «matar» that the press writes."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.text.lower() not in ("muerto", "muerta", "muertos", "muertas"):
            continue
        being = [nodes[j] for j in below[i] if nodes[j].text.lower() in _UNDERGONE]
        if node.pos in ("ADJ", "NOUN", "VERB") and being:
            node.pos, node.lemma = "VERB", "matar"
            node.feats = {**node.feats, "VerbForm": "Part", "Tense": "Past"}
            for kid in being:
                kid.dep = "aux:pass"


def people_after_places(nodes: list[Node]) -> None:
    """«se enfrentaron en Quito estudiantes con policías»: a common noun in the plural is no part of
    the name of the place before it; it is the subject that the verb lacks."""
    for node in nodes:
        place = nodes[node.head]
        verb = nodes[place.head]
        if node.dep != "flat" or node.pos != "NOUN" or not node.text.islower() or node.case:
            continue
        if place.case != "en" or verb.pos != "VERB" or node.feats.get("Number") != "Plur":
            continue
        if not any(o.head == place.head and o.dep in ("subj", "subj:pass") for o in nodes):
            node.head, node.dep = place.head, "subj"


def participle_of(form: str, verbs: frozenset[str]) -> str | None:
    """The known verb whose past participle the form is, or None.

    >>> participle_of("rescatados", frozenset({"rescatar"}))
    'rescatar'
    >>> participle_of("sometida", frozenset({"someter"}))
    'someter'
    """
    bare = form.removesuffix("s")
    if bare[-1:] not in ("o", "a"):
        return None
    bare = f"{bare[:-1]}o"
    if bare in _SETTLED:
        return None
    known = _IRREGULAR.get(bare)
    if known:
        return known if known in verbs else None
    for ending, infinitives in (
        ("ado", ("ar",)),
        ("ido", ("er", "ir")),
        ("ído", ("er", "ir", "ír")),
    ):
        if bare.endswith(ending):
            for infinitive in infinitives:
                lemma = bare.removesuffix(ending) + infinitive
                if lemma in verbs:
                    return lemma
    return None


def present_of(form: str, verbs: frozenset[str]) -> str | None:
    """The known verb whose present, third person singular, the form is, or None.

    >>> present_of("exige", frozenset({"exigir"})), present_of("pide", frozenset({"pedir"}))
    ('exigir', 'pedir')
    >>> present_of("niega", frozenset({"negar"}))
    'negar'
    """
    stem, ending = form[:-1], form[-1:]
    infinitives = {"a": ("ar",), "e": ("er", "ir")}.get(ending, ())
    stems = [stem]
    for diphthong, vowel in (("ie", "e"), ("ue", "o"), ("i", "e")):
        head, found, tail = stem.rpartition(diphthong)
        if found:
            stems.append(head + vowel + tail)
    return next((s + end for s in stems for end in infinitives if s + end in verbs), None)


def headline_verbs(nodes: list[Node], verbs: frozenset[str]) -> None:
    """«Exige Senado a Trump …»: headlines put the verb first, and the parser takes verb and subject
    for one name."""
    if len(nodes) < 3 or nodes[0].pos not in ("PROPN", "VERB") or nodes[0].ent == "LOC":
        return
    first = nodes[1]
    if first.pos != "PROPN" or first.dep != "flat" or first.head != 0 or first.case:
        return
    lemma = present_of(nodes[0].text.lower(), verbs)
    if lemma is None:
        return
    name = 2
    while name < len(nodes) and nodes[name].dep == "flat" and nodes[name].head == 0:
        nodes[name].head = 1
        name += 1
    first.dep = "subj"
    verb = nodes[0]
    if verb.head != 0:
        root = nodes[verb.head]
        below = verb.head
        verb.head, verb.dep, root.head, root.dep = 0, "root", 0, "obj"
        if root.pos == "VERB":
            root.dep = "comp"
        for node in nodes[name:]:
            if node.head == below and node.dep == "punct":
                node.head = 0
    verb.pos, verb.lemma = "VERB", lemma
    verb.feats = {
        "VerbForm": "Fin",
        "Mood": "Ind",
        "Tense": "Pres",
        "Person": "3",
        "Number": "Sing",
    }
    for node in nodes[name:]:
        if node.head == 0 and node.dep in ("nmod", "acl", "appos", "flat", "subj"):
            if node.pos == "VERB":
                node.dep = "xcomp"
            else:
                bare = node.case is None and node.dep != "subj"
                node.dep = "obj" if node.case == "a" or bare else "obl" if node.case else node.dep


def joined_clauses(nodes: list[Node]) -> None:
    """«anunció que irá y **que** pedirá ayuda»: the second «que» joins a clause, it is nobody."""
    for node in nodes:
        verb = nodes[node.head]
        if node.lemma != "que" or node.pos != "PRON" or node.dep not in ("subj", "obj", "obl"):
            continue
        if verb.dep == "conj" and nodes[verb.head].mark == "que" and verb.pos == "VERB":
            node.pos, node.dep, verb.mark = "SCONJ", "mark", "que"


def aims_of_adjectives(nodes: list[Node]) -> None:
    """«debería trabajar más fuerte **para proteger** a …»: the aim is the verb's, not the adverb's."""
    for node in nodes:
        above = nodes[node.head]
        verb = nodes[above.head]
        if node.mark == "para" and node.dep == "acl" and above.pos in ("ADJ", "ADV"):
            bare = not any(kid.head == node.head and kid.dep == "det" for kid in nodes)
            if bare and verb.pos == "VERB" and above.dep in ("obj", "obl", "advmod"):
                node.head, node.dep = above.head, "advcl"


def counterparts(nodes: list[Node]) -> None:
    """«presionó a su homólogo ucraniano»: of two adjectives without a noun, the first is the noun."""
    for i, (node, after) in enumerate(pairwise(nodes)):
        if node.lemma not in _NOUNLIKE or node.pos != "ADJ" or after.pos != "ADJ":
            continue
        if node.dep != "amod" or node.head != i + 1:
            continue
        for kid in nodes:
            if kid.head == i + 1 and kid is not node:
                kid.head = i
        node.pos, node.head, node.dep, node.case = "NOUN", after.head, after.dep, after.case
        after.head, after.dep, after.case = i, "amod", None


def adjectives_as_objects(nodes: list[Node]) -> None:
    """«marcharon en calma, convocados por el sindicato», «al llamado de la oposición»: an adjective
    after a comma or a preposition is no object."""
    for i, node in enumerate(nodes):
        if node.pos != "ADJ" or node.dep != "obj" or nodes[node.head].pos != "VERB":
            continue
        if any(kid.head == i and kid.dep == "det" for kid in nodes):
            continue
        if node.case:
            node.dep = "obl"
        elif i > node.head and nodes[i - 1].text == ",":
            node.dep = "acl"


def participles(nodes: list[Node], verbs: frozenset[str]) -> None:
    """«inmigrantes rescatados por un barco», «un pacto firmado con Irán»: an adjective with
    complements of its own is the participle of a verb."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos != "ADJ" or node.dep not in ("amod", "acl", "appos", "root", "conj"):
            continue
        kids = [nodes[j] for j in below[i]]
        undergone = any(kid.dep == "cop" and kid.text.lower() in _UNDERGONE for kid in kids)
        if not undergone and not any(
            kid.case and kid.dep in ("obl", "nmod", "agent", "obj") for kid in kids
        ):
            continue
        if any(kid.dep == "cop" for kid in kids) and not (
            undergone or any(kid.case == "por" for kid in kids)
        ):
            continue
        lemma = participle_of(node.text.lower(), verbs)
        if lemma is None:
            continue
        node.pos, node.lemma = "VERB", lemma
        node.feats = {**node.feats, "VerbForm": "Part", "Tense": "Past"}
        for kid in kids:
            if kid.dep == "cop":
                kid.dep = "aux:pass"


def noun_headed_clauses(nodes: list[Node]) -> None:
    """«El gobierno de Turquía bloqueó Twitter»: a finite verb hung on the noun before it, which was
    taken for the root, is the root; what follows is its own."""
    for i, node in enumerate(nodes):
        noun = node.head
        if (
            node.pos != "VERB"
            or node.feats.get("VerbForm") != "Fin"
            or node.dep not in ("amod", "appos", "parataxis")
        ):
            continue
        if nodes[noun].head != noun or nodes[noun].pos not in ("NOUN", "PROPN") or noun > i:
            continue
        between = nodes[noun + 1 : i]
        if node.dep == "parataxis":
            if any(other.pos in ("PUNCT", "VERB", "AUX") for other in between):
                continue
            for other in between:  # «un grupo **de personas** increpó a …»
                if other.head == i and other.case and other.dep in ("obl", "nmod"):
                    other.head, other.dep = noun, "nmod"
        for j, other in enumerate(nodes):
            if other.head == noun and j > i:
                other.head = i
                if other.dep in ("appos", "nmod", "amod", "flat", "dep"):
                    bare = other.case is None and other.pos in ("NOUN", "PROPN")
                    other.dep = "obj" if bare else "obl"
        node.dep, node.head = "root", i
        nodes[noun].dep, nodes[noun].head = "subj", i
        return


def adjective_headed_clauses(nodes: list[Node]) -> None:
    """«Hombres autodenominados Los Lobos mataron a un juez»: an adjective without a copula is no root;
    the finite verb that hangs on it is, and the noun before the adjective is its subject."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.head != i or node.pos != "ADJ":
            continue
        kids = [nodes[j] for j in below[i]]
        subjects = [j for j in below[i] if j < i and nodes[j].dep in ("subj", "subj:pass")]
        if not subjects or any(kid.dep in ("cop", "aux", "aux:pass") for kid in kids):
            continue
        for v in below[i]:
            verb = nodes[v]
            if v < i or verb.pos != "VERB" or verb.feats.get("VerbForm") != "Fin" or verb.mark:
                continue
            if verb.dep not in ("advcl", "amod", "appos", "acl", "dep"):
                continue
            for j in below[i]:
                if j > v:
                    nodes[j].head = v
            for j in below[v]:
                if j < v and nodes[j].dep in ("subj", "subj:pass"):
                    nodes[j].head, nodes[j].dep = i, "obl"
            nodes[subjects[-1]].head, nodes[subjects[-1]].dep = v, "subj"
            node.head, node.dep = subjects[-1], "amod"
            verb.head, verb.dep = v, "root"
            return


def predicate_participles(nodes: list[Node], verbs: frozenset[str]) -> None:
    """«se encuentran detenidos», «resultó herido», «sigue secuestrada»: the participle tells the act,
    the verb above it is no more than an auxiliary of its passive."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        above = nodes[node.head]
        if node.head == i or above.lemma not in _STATES or above.pos not in ("VERB", "AUX"):
            continue
        if (
            node.dep not in ("obj", "xcomp", "obl", "advcl", "amod", "attr")
            or node.case
            or i < node.head
        ):
            continue
        lemma = participle_of(node.text.lower(), verbs)
        if lemma is None or node.pos not in ("ADJ", "VERB", "NOUN"):
            continue
        if any(nodes[j].dep == "det" for j in below[i]):
            continue
        verb = node.head
        held = above.lemma == "mantener" and not any(
            nodes[j].text.lower() == "se" for j in below[verb]
        )  # «mantienen tomadas las oficinas» is active
        node.head = i if above.head == verb else above.head
        node.dep, node.mark = above.dep, above.mark
        node.pos, node.lemma = "VERB", lemma
        node.feats = above.feats if held else {**node.feats, "VerbForm": "Part", "Tense": "Past"}
        for j in below[verb]:
            if j != i and nodes[j].text.lower() != "se":
                nodes[j].head = i
                if nodes[j].dep == "subj" and not held:
                    nodes[j].dep = "subj:pass"
        above.head, above.dep, above.pos = i, "aux" if held else "aux:pass", "AUX"
        for other in nodes:
            if other.head == verb and other.text.lower() == "se":
                other.head = i
                other.dep = "dep"
        below = children_of(nodes)


def shown_adjectives(nodes: list[Node]) -> None:
    """«se mostró dispuesto a ayudar», «se declaró contrario a la guerra»: the adjective is the
    predicate, the reflexive verb its copula."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        verb = node.head
        above = nodes[verb]
        if node.pos != "ADJ" or node.dep not in ("obj", "obl", "xcomp", "attr") or node.case:
            continue
        reflexive = any(nodes[j].text.lower() == "se" for j in below[verb])
        if verb > i or above.lemma not in _SHOWING or not reflexive:
            continue
        node.head = i if above.head == verb else above.head
        node.dep, node.mark = above.dep, above.mark
        for j in below[verb]:
            if j != i:
                nodes[j].head = i
                if nodes[j].text.lower() == "se":
                    nodes[j].dep = "dep"
        for key in ("Mood", "Tense", "VerbForm"):
            if key in above.feats:
                node.feats = {**node.feats, f"Cop{key}": above.feats[key]}
        above.head, above.dep, above.pos = i, "cop", "AUX"
        below = children_of(nodes)


def linked_names(nodes: list[Node]) -> None:
    """«el apoyo de China a Venezuela»: a name with a preposition of its own is no part of the name
    before it."""
    for node in nodes:
        if node.dep != "flat" or node.case not in _LINKS:
            continue
        first = nodes[node.head]
        if first.head == node.head:
            node.dep = "nmod"
            continue
        node.head = first.head
        node.dep = "obl" if nodes[node.head].pos in ("VERB", "AUX") else "nmod"


def addressees_of_predicates(nodes: list[Node]) -> None:
    """«declaró culpable al opositor»: the person is the verb's object, not the adjective's."""
    for node in nodes:
        adjective = nodes[node.head]
        if node.case != "a" or node.dep not in ("nmod", "obl", "obj") or adjective.pos != "ADJ":
            continue
        verb = nodes[adjective.head]
        if (
            adjective.dep in ("obj", "xcomp", "attr", "amod")
            and verb.pos == "VERB"
            and verb is not adjective
        ):
            node.head, node.dep = adjective.head, "obj"
            adjective.dep = "attr"


def stranded_complements(nodes: list[Node]) -> None:
    """«fue muerta de varios impactos de bala, por hombres armados», «ejecutaron de dos tiros a un
    campesino», «fueron asesinados a tiros, tres personas»: what the verb still lacks hangs too deep,
    on the words that tell how or where."""
    below = children_of(nodes)
    for v, verb in enumerate(nodes):
        if verb.pos != "VERB":
            continue
        kids = [nodes[j] for j in below[v]]
        passive = any(kid.dep == "aux:pass" for kid in kids)
        has = {kid.dep for kid in kids if kid.dep != "obj" or kid.case in (None, "a")}
        for i in range(v + 1, len(nodes)):
            node = nodes[i]
            if node.pos not in ("NOUN", "PROPN") or not _hangs_below(nodes, i, v):
                continue
            if passive and node.case == "por" and node.dep == "nmod" and "agent" not in has:
                node.dep, node.head = "agent", v
                break
            if (
                passive
                and node.case is None
                and node.dep == "appos"
                and not has & {"subj", "subj:pass"}
            ):
                node.dep, node.head = "subj:pass", v
                break
            if not passive and node.case == "a" and node.dep in ("nmod", "obl"):
                if not has & {"obj", "comp", "xcomp", "iobj"}:
                    node.dep, node.head = "obj", v
                    break


def manners_of_protest(nodes: list[Node]) -> None:
    """«cerraron dos días en señal de protesta», «ocupan la sede como medida de protesta»: the protest
    is what the verb's subject does, whatever word it was hung on."""
    for i, node in enumerate(nodes):
        if node.lemma != "protesta" or node.dep not in ("nmod", "obl", "appos"):
            continue
        sign = nodes[node.head]
        top = node.head if node.case == "de" and sign.lemma in _SIGNS else i
        if nodes[top].case not in ("en", "como", "a"):
            continue
        if top == i and (node.case == "a" or node.text.lower() == "protestas"):
            continue  # «por temor **a** las protestas», «murió **en protestas**»: in the course of them
        at, steps = nodes[top].head, 0
        while nodes[at].pos not in ("VERB", "AUX") and nodes[at].head != at and steps < 4:
            at, steps = nodes[at].head, steps + 1
        if nodes[at].pos not in ("VERB", "AUX") or at > i:
            continue
        if top != i:
            sign.head, sign.dep = i, "case"
        node.head, node.dep, node.case = at, "obl", "en_señal_de"


def _hangs_below(nodes: list[Node], i: int, verb: int) -> bool:
    """Whether a word hangs on a circumstance («de dos tiros», «en sitio») of the verb."""
    at, steps = nodes[i].head, 0
    while at != verb and steps < 4:
        node = nodes[at]
        if at < verb or node.head == at or node.dep not in ("obj", "obl", "nmod", "amod", "acl"):
            return False
        if node.head == verb and node.case not in ("a", "de", "en"):
            return False
        at, steps = node.head, steps + 1
    return at == verb and steps > 0


def agents(nodes: list[Node]) -> None:
    """«había sido detenido por policías»: the perfect of a passive has an agent as well."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.case not in ("por", "por_parte_de") or node.dep not in ("obl", "nmod", "obj"):
            continue
        head = nodes[node.head]
        if node.head >= i or head.feats.get("VerbForm") != "Part" or head.pos != "VERB":
            continue
        if any(nodes[k].dep == "aux:pass" for k in below[node.head]):
            node.dep = "agent"
