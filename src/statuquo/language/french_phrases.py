"""Which word a French noun phrase belongs to, where the model hangs it on another.

Part of `statuquo.language.french`, which says how these repairs work and in which order.
"""

from __future__ import annotations

from statuquo.language.french_clauses import NAMING, is_finite
from statuquo.language.french_words import listed
from statuquo.language.grammar import RELATIVE_PRONOUNS
from statuquo.language.nodes import Below, Node, children_of

_PERSONAL = frozenset({"il", "elle", "ils", "elles", "on", "je", "nous", "vous"})
_NEAR = "près_de"


def crowded_subjects(nodes: list[Node]) -> None:
    """«Des grévistes convergent vers le port, **les gendarmes** tirent», «s'il voit le juge **ainsi que le
    maire**, il …»: of two subjects that nothing joins, the verb has the nearer; the other is of the
    clause before."""
    below = children_of(nodes)
    for i in range(len(nodes)):
        subjects = [j for j in below[i] if nodes[j].dep.startswith("subj") and j < i]
        if len(subjects) != 2 or not is_finite(nodes, below[i], i):
            continue
        first, last = subjects
        between = nodes[first + 1 : last]
        if nodes[first].pos not in NAMING or not any(n.text == "," for n in between):
            continue
        if any(n.text.lower() in RELATIVE_PRONOUNS for n in between):
            continue
        links = [j for j in below[i] if nodes[j].dep == "cc" and j < first]
        links += [j for j in below[first] if nodes[j].dep == "cc"]
        if nodes[last].pos in NAMING:
            told_apart = any(n.text == "," for n in nodes[last + 1 : i])  # «X, **le maire,** a dit»
            joined = any(nodes[j].dep == "conj" for j in below[last])
            if told_apart and nodes[first].feats.get("Number") == nodes[last].feats.get("Number"):
                nodes[last].dep, nodes[last].head = "appos", first
                below = children_of(nodes)
                continue
            if told_apart or joined or not _is_determined(nodes, below, last):
                continue
        elif not links or nodes[last].text.lower() not in _PERSONAL:
            continue
        before = [j for j in range(first) if nodes[j].dep == "obj" and nodes[j].pos in NAMING]
        if links and before:
            nodes[first].dep, nodes[first].head = "conj", before[-1]
            for j in links:
                nodes[j].head = first
        else:
            nodes[first].dep = "dep"
        below = children_of(nodes)


def _is_determined(nodes: list[Node], below: Below, i: int) -> bool:
    return any(nodes[j].dep in ("det", "nummod") for j in below[i])


def joined_objects(nodes: list[Node]) -> None:
    """«dénonce la colère et **l'hostilité** du roi»: a bare noun joined to a verb is joined to its object."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        verb = node.head
        if node.dep != "conj" or node.pos != "NOUN" or node.case is not None or verb >= i:
            continue
        if nodes[verb].pos != "VERB" or not _is_determined(nodes, below, i):
            continue
        if any(nodes[j].dep[:4] in ("subj", "cop", "obj", "expl") for j in below[i]):
            continue
        objects = [
            j
            for j in below[verb]
            if verb < j < i and nodes[j].dep == "obj" and nodes[j].pos == "NOUN"
        ]
        if objects and any(nodes[j].dep == "cc" for j in below[i]):
            node.head = objects[-1]


def adjective_complements(nodes: list[Node]) -> None:
    """«lance un appel semblable **à celui du maire**»: what an adjective asks for is no complement of the
    verb."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.case != "à" or node.dep not in ("obl", "nmod"):
            continue
        opening = [j for j in below[i] if nodes[j].dep == "case" and j < i]
        at = opening[0] - 1 if opening else -1
        if at < 0 or nodes[at].pos != "ADJ" or node.head == at:
            continue
        if nodes[at].lemma in listed("adjectives", "with_a") and nodes[at].dep in ("amod", "acl"):
            node.head, node.dep = at, "obl"


def near_places(nodes: list[Node]) -> None:
    """«tirs entendus **à proximité** d'un marché»: near it, not at it."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.case != "à" or node.lemma not in listed("nouns", "nearness"):
            continue
        if any(nodes[j].case == "de" and j > i for j in below[i]):
            node.case = _NEAR


def adjacent_participles(nodes: list[Node]) -> None:
    """«rompt ses liens avec le Togo **accusé** de fraude»: a participle right behind a name is about it,
    where it does not agree with the noun that the parser hangs it on."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        noun = nodes[node.head]
        if node.dep != "acl" or node.pos != "VERB" or node.feats.get("Tense") != "Past":
            continue
        if i < 2 or node.head >= i - 1 or nodes[i - 1].pos != "PROPN" or noun.pos != "NOUN":
            continue
        number = node.feats.get("Number")
        if number is None or noun.feats.get("Number") in (None, number):
            continue
        name = i - 1
        while nodes[name].dep == "flat":
            name = nodes[name].head
        if node.head < name < i and not any(nodes[j].dep == "conj" for j in below[name]):
            node.head = name


def swallowed_objects(nodes: list[Node]) -> None:
    """«les soldats qui ont tué **un berger** ont été arrêtés»: what stands right behind the verb of the
    relative clause is its object, no second subject of the verb after it."""
    below = children_of(nodes)
    for i in range(len(nodes)):
        subjects = [j for j in below[i] if nodes[j].dep.startswith("subj") and j < i]
        if len(subjects) != 2 or not is_finite(nodes, below[i], i):
            continue
        first, second = subjects
        start = min([second, *(j for j in below[second] if nodes[j].dep in ("det", "nummod"))])
        verb = start - 1
        if nodes[verb].dep != "relcl" or nodes[verb].head != first or nodes[second].case:
            continue
        deps = {nodes[j].dep for j in below[verb]}
        if nodes[verb].pos == "VERB" and not deps & {"obj", "comp", "xcomp", "aux:pass", "expl"}:
            nodes[second].dep, nodes[second].head = "obj", verb
            below = children_of(nodes)


def mend_complements(nodes: list[Node]) -> None:
    """Complements that hang on the word before them instead of the one that has them."""
    near_places(nodes)
    adjacent_participles(nodes)
    pointed_at(nodes)
    unconditional_nouns(nodes)
    judged_nouns(nodes)
    counting_subjects(nodes)


def pointed_at(nodes: list[Node]) -> None:
    """«montre du doigt **le maire**»: it is the verb that has an object, not the finger."""
    for i, node in enumerate(nodes):
        if node.lemma != "doigt" or nodes[i - 1].lower != "du" or nodes[node.head].pos != "VERB":
            continue
        for thing in nodes[i + 1 :]:
            apart = thing.dep == "obj" and thing.head == node.head
            if apart or (thing.head == i and thing.dep == "nmod" and thing.case is None):
                node.dep, node.case, nodes[i - 1].dep = "obl", "de", "case"
                thing.dep, thing.head = "obj", node.head
                break


def unconditional_nouns(nodes: list[Node]) -> None:
    """«le retour sans délai **de l'armée**»: what is said to be without end or delay has the complement."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.case != "sans" or node.lemma not in listed("nouns", "without"):
            continue
        if nodes[i - 1].lower != "sans" or i < 2 or nodes[i - 2].pos != "NOUN":
            continue
        for j in below[i]:
            if j > i and nodes[j].dep == "nmod":
                nodes[j].head = i - 2


def judged_nouns(nodes: list[Node]) -> None:
    """«les demandes jugées excessives **du syndicat**»: whose a thing is stands behind what it is held to
    be."""
    for i, node in enumerate(nodes):
        if node.dep not in ("acl", "amod") or node.pos != "VERB" or node.head >= i:
            continue
        if node.lemma not in listed("verbs", "holding"):
            continue
        at = i + 1
        while at < len(nodes) and nodes[at].pos == "ADV":
            at += 1
        if at + 2 >= len(nodes) or nodes[at].pos not in ("ADJ", "NOUN") or nodes[at].case:
            continue
        if nodes[at].lemma in listed("adjectives", "with_of"):
            continue
        link = nodes[at + 1]
        whose = nodes[link.head]
        if link.lower not in ("du", "de", "des", "d'", "d’") or whose.pos not in NAMING:
            continue
        if link.dep in ("case", "det") and whose.head in (i, at):
            link.lemma, link.dep = "de", "case"
            whose.dep, whose.head, whose.case = "nmod", node.head, "de"
            nodes[at].dep, nodes[at].head = "xcomp", i


def counting_subjects(nodes: list[Node]) -> None:
    """«se félicite que **12 des 15 États** aient signé»: a numeral behind «que» opens a clause of its own."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.mark != "que" or node.pos not in ("NUM", "PRON") or not node.text[:1].isdigit():
            continue
        for j in below[node.head]:
            if j < i or nodes[j].dep not in ("acl", "advcl", "conj", "parataxis", "xcomp"):
                continue
            told = any(nodes[k].dep.startswith("subj") for k in below[j])
            if not told and nodes[j].mark is None and is_finite(nodes, below[j], j):
                nodes[j].dep, nodes[j].mark = "comp", "que"
                node.dep, node.head, node.mark = "subj", j, None
                break
