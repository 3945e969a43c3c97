"""Subjects of Spanish verbs that the parser hangs elsewhere, or takes for what they are not."""

from __future__ import annotations

from statuquo.language.nodes import Below, Node, children_of

_HAPPENING = frozenset(
    {"caer", "desaparecer", "estallar", "explotar", "fallecer", "llegar", "morir", "ocurrir"}
)
_WEEKDAYS = frozenset(
    {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "ayer", "hoy"}
)
_PARTS_OF_DAYS = frozenset({"mañana", "mediodía", "tarde", "noche", "madrugada"})
_TENS = frozenset({"treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"})
_BETWEEN = frozenset({"ADV", "AUX", "PUNCT", "PRON"})
"""What may stand between a subject and its verb besides the subject's own words."""


def happenings(nodes: list[Node]) -> None:
    """«explotó una granada», «murieron dos soldados»: what follows such a verb is its subject."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos != "VERB" or node.lemma not in _HAPPENING:
            continue
        kids = [nodes[j] for j in below[i]]
        if any(kid.dep in ("subj", "subj:pass") for kid in kids):
            continue
        for kid in kids:
            if kid.dep == "obj" and kid.case is None and kid.pos in ("NOUN", "PROPN"):
                kid.dep = "subj"
                break


def times_as_subjects(nodes: list[Node]) -> None:
    """«dijo **este domingo**», «**la mañana de este lunes**, el ministro pidió …»: no day acts."""
    for i, node in enumerate(nodes):
        verb = nodes[node.head]
        if node.dep != "subj" or verb.pos != "VERB" or node.pos not in ("NOUN", "PROPN"):
            continue
        dated = node.lemma in _PARTS_OF_DAYS and any(
            kid.head == i and kid.lemma in _WEEKDAYS for kid in nodes
        )
        if node.lemma in _WEEKDAYS or dated:
            node.dep = "obl"


def spelt_numbers(nodes: list[Node]) -> None:
    """«**Setenta y cinco** senadores pidieron …»: who is counted, not the first word of the number."""
    for i, node in enumerate(nodes):
        tens = node.head
        if node.dep != "conj" or node.pos != "NOUN" or nodes[tens].text.lower() not in _TENS:
            continue
        if not any(kid.head == i and kid.dep == "nummod" for kid in nodes):
            continue
        node.head = i if nodes[tens].head == tens else nodes[tens].head
        node.dep, node.case = nodes[tens].dep, nodes[tens].case
        for kid in nodes:
            if kid.head == tens and kid is not node:
                kid.head = i
        nodes[tens].head, nodes[tens].dep, nodes[tens].pos = i, "nummod", "NUM"


def names_beside_nouns(nodes: list[Node]) -> None:
    """«pidió el voto para **la fórmula Ana Soto**»: a name is that of the noun right before it."""
    for i, node in enumerate(nodes):
        before = nodes[i - 1] if i else node
        if node.dep != "appos" or node.pos != "PROPN" or before.pos != "NOUN" or node.head == i - 1:
            continue
        if before.dep == "nmod" and before.head == node.head and before.case:
            for kid in nodes:
                if kid.dep == "conj" and kid.head == node.head and kid.pos == "PROPN":
                    kid.head = i
            node.head = i - 1


def preterites_as_adjectives(nodes: list[Node]) -> None:
    """«…, y el senado **despojó** al juez de su cargo»: a form in «-ó» behind a noun that was joined to
    a verb is no adjective; the noun is its subject."""
    for i, node in enumerate(nodes):
        noun = nodes[node.head]
        verb = noun.head
        if node.pos != "ADJ" or node.dep not in ("amod", "acl", "appos") or node.head > i:
            continue
        if not node.text.lower().endswith("ó") or not node.lemma.endswith(("ar", "er", "ir")):
            continue
        if noun.dep != "conj" or noun.case or nodes[verb].pos != "VERB":
            continue
        for j, other in enumerate(nodes):
            if other.head == node.head and (j > i or other.dep == "cc"):
                other.head = i
        node.pos, node.head, node.dep = "VERB", verb, "conj"
        node.feats = {
            "VerbForm": "Fin",
            "Mood": "Ind",
            "Tense": "Past",
            "Person": "3",
            "Number": "Sing",
        }
        noun.head, noun.dep = i, "subj"


def coordinated_subjects(nodes: list[Node]) -> None:
    """«viajó con el ministro a Lima y **la fiscalía pidió** …»: a noun without a preposition that stands
    before a verb without a subject is that subject, not joined to the last noun of a circumstance."""
    below = children_of(nodes)
    for v, verb in enumerate(nodes):
        if verb.dep != "conj" or verb.pos != "VERB" or verb.head > v:
            continue
        kids = [nodes[j] for j in below[v]]
        if any(kid.dep in ("subj", "subj:pass", "cc") for kid in kids):
            continue
        noun = next((j for j in range(v - 1, verb.head, -1) if _is_joined(nodes, j)), None)
        if noun is None:
            continue
        own = _below(below, noun)
        if any(j not in own and nodes[j].pos not in _BETWEEN for j in range(noun, v)):
            continue
        first = nodes[nodes[noun].head]
        finite = next((w for w in (verb, *kids) if w.feats.get("VerbForm") == "Fin"), None)
        if not first.case or finite is None or finite.feats.get("Person") != "3":
            continue
        number = nodes[noun].feats.get("Number")
        if number is not None and finite.feats.get("Number", number) != number:
            continue
        passive = any(kid.dep == "aux:pass" for kid in kids)
        nodes[noun].head, nodes[noun].dep = v, "subj:pass" if passive else "subj"
        for j in below[noun]:
            if nodes[j].dep == "cc":
                nodes[j].head = v


def _is_joined(nodes: list[Node], j: int) -> bool:
    """Whether a noun with an article, or a name, is joined by «y» to one with a preposition."""
    node = nodes[j]
    if node.dep != "conj" or node.pos not in ("NOUN", "PROPN") or node.case:
        return False
    kids = [kid for kid in nodes if kid.head == j]
    determined = node.pos == "PROPN" or any(kid.dep == "det" for kid in kids)
    return determined and any(kid.dep == "cc" for kid in kids)


def _below(below: Below, i: int) -> set[int]:
    """A word and all that hangs below it."""
    found, queue = {i}, [i]
    while queue:
        for j in below[queue.pop()]:
            if j not in found:
                found.add(j)
                queue.append(j)
    return found


def listed_clauses(nodes: list[Node]) -> None:
    """«**El ministro culpó** a Lima, ofreció una tregua y pidió ayuda»: the first of three deeds is nothing
    that the second says, and who did it did all."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        after = node.head
        if node.dep != "comp" or node.mark is not None or node.pos != "VERB" or after <= i:
            continue
        own = {nodes[j].dep for j in below[after] if j > after}
        subjects = [j for j in below[i] if nodes[j].dep == "subj" and j < i]
        held = {nodes[j].dep for j in below[after]}
        if not subjects or "obj" not in own or "conj" not in own or held & {"subj", "subj:pass"}:
            continue
        if nodes[after - 1].text != "," or nodes[after].head != after:
            continue
        node.dep, node.head = "root", i
        nodes[after].dep, nodes[after].head = "conj", i
        return
