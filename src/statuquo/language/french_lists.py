"""Names told one after the other, and clauses told one beside the other, that the French model tears apart
or hangs on each other."""

from __future__ import annotations

from statuquo.language.grammar import VERBAL
from statuquo.language.nodes import Node, children_of

_SHOOTING = frozenset({"décocher", "jeter", "lancer", "larguer", "projeter", "tirer"})
_AIMED = frozenset({"contre", "sur", "vers"})


def mend_lists(nodes: list[Node]) -> None:
    """All but the objects, which later repairs find, in the order in which they build on each other."""
    listed_subjects(nodes)
    counted_among(nodes)
    aimed_shots(nodes)
    told_after_colons(nodes)
    clauses_apart(nodes)


def listed_subjects(nodes: list[Node]) -> None:
    """«**Les États-Unis**, le Canada et le Pérou ont reconnu …»: the first of a list of names before a
    verb is one of its subjects, and so is each in the middle."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos not in VERBAL:
            continue
        listed = [j for j in below[i] if j < i and nodes[j].dep.startswith("subj")]
        if not listed or nodes[listed[0]].pos not in ("PROPN", "NOUN"):
            continue
        subject = listed[0]
        joined = [j for j in below[subject] if nodes[j].dep == "conj"]
        if not any(nodes[k].dep == "cc" for j in joined for k in below[j]):
            continue
        for j in below[subject]:  # «l'Espagne, la France (…) et le Pérou»
            if nodes[j].dep == "appos" and _is_name(nodes, j) and _is_name(nodes, subject):
                if joined[-1] > j > subject:
                    nodes[j].dep = "conj"
                    for k in below[j]:
                        if nodes[k].dep in ("conj", "appos") and _is_name(nodes, k):
                            nodes[k].dep, nodes[k].head = "conj", subject
        for j in below[i]:
            early = j < subject and nodes[j].dep in ("obl", "dep") and _is_name(nodes, j)
            if early and nodes[j].ent not in ("PER", "MISC") and _only_commas(nodes, j, subject):
                nodes[j].dep = nodes[subject].dep
                nodes[subject].dep, nodes[subject].head = "conj", j
                break
        below = children_of(nodes)


def counted_among(nodes: list[Node]) -> None:
    """«dix blessés **dont deux agents** et trente manifestants ont été arrêtés»: who is counted among those
    before is no subject of the verb behind, which has another."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.lemma != "dont" or i + 1 >= len(nodes) or nodes[i + 1].pos != "NUM":
            continue
        part = nodes[i + 1].head
        verb = nodes[part].head
        if not nodes[part].dep.startswith("subj") or nodes[part].pos != "NOUN":
            continue
        others = [j for j in below[verb] if nodes[j].dep.startswith("subj") and j > part]
        others += [
            j
            for j in below[part]
            if nodes[j].dep == "conj" and any(nodes[k].pos == "NUM" for k in below[j])
        ]
        before = [j for j in range(i) if nodes[j].pos == "NOUN"]
        if not others or not before or verb < part:
            continue
        subject = nodes[part].dep
        nodes[part].dep, nodes[part].head, nodes[part].case = "nmod", before[-1], "dont"
        nodes[others[0]].dep, nodes[others[0]].head = subject, verb
        if nodes[verb].dep in ("acl", "relcl"):
            nodes[verb].dep = "conj"


def _is_name(nodes: list[Node], i: int) -> bool:
    return nodes[i].pos == "PROPN" and nodes[i].case is None


def _only_commas(nodes: list[Node], first: int, second: int) -> bool:
    """Whether nothing but a comma and an article stands between two names."""
    between = nodes[first + 1 : second]
    return any(node.text == "," for node in between) and all(
        node.text == "," or node.pos == "DET" for node in between
    )


def listed_objects(nodes: list[Node]) -> None:
    """«prévoit un dialogue, **une amnistie**, **la fin** du blocus et le retrait»: all are objects."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        verb = nodes[node.head]
        if node.pos != "NOUN" or node.case or node.dep not in ("conj", "dep") or node.head >= i:
            continue
        first = [j for j in below[node.head] if node.head < j < i and nodes[j].dep == "obj"]
        more = [j for j in below[i] if nodes[j].dep in ("appos", "conj") and not nodes[j].case]
        last = any(nodes[k].dep == "cc" for j in more for m in (j, *below[j]) for k in below[m])
        if verb.pos != "VERB" or not first or nodes[first[-1]].pos != "NOUN" or not last:
            continue
        if any(nodes[j].dep[:4] in ("subj", "cop", "obj", "expl") for j in below[i]):
            continue
        node.dep, node.head = "conj", first[-1]
        for j in more:
            if nodes[j].pos == "NOUN":
                nodes[j].dep, nodes[j].head = "conj", first[-1]


def told_after_colons(nodes: list[Node]) -> None:
    """«Dix membres ont voté pour : **le Mali, le Niger** …», «a dénoncé ce soutien : « **L'escroc** … »»:
    what stands behind a colon is no object of the verb before it, but tells who they are, or what is
    said."""
    colon = next((i for i, node in enumerate(nodes) if node.text == ":"), None)
    if colon is None:
        return
    below = children_of(nodes)
    for node in nodes[colon + 1 :]:
        verb = node.head
        if (
            node.dep not in ("obj", "obl")
            or node.case
            or verb >= colon
            or nodes[verb].pos != "VERB"
        ):
            continue
        before = [nodes[j].dep for j in below[verb] if j < colon]
        counted = [
            j
            for j in below[verb]
            if nodes[j].dep == "subj"
            and j < verb
            and nodes[j].pos == "NOUN"
            and any(nodes[k].dep == "nummod" for k in below[j])
        ]
        if node.pos == "PROPN" and counted and nodes[colon + 1].text not in '«"':
            node.dep, node.head = "appos", counted[0]
        elif "obj" in before and node.dep == "obj":
            node.dep = "parataxis"
        else:
            continue
        return


def aimed_shots(nodes: list[Node]) -> None:
    """«a tiré des balles en caoutchouc **sur les manifestants**»: whom shots are fired at hangs on the
    firing, not on what is fired."""
    for node in nodes:
        if node.dep != "nmod" or node.case not in _AIMED:
            continue
        at = node.head
        while nodes[at].dep in ("nmod", "conj", "amod") and nodes[at].head != at:
            at = nodes[at].head
        verb = nodes[at].head
        if nodes[at].dep == "obj" and nodes[verb].lemma in _SHOOTING and nodes[verb].pos in VERBAL:
            node.dep, node.head = "obl", verb


def clauses_apart(nodes: list[Node]) -> None:
    """«La Bolivie a condamné le coup **; l'Espagne** a appelé au calme»: what stands behind a semicolon
    with a subject of its own is no complement of what stands before it."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep not in ("advcl", "comp", "xcomp") or node.head >= i or node.mark is not None:
            continue
        if not any(nodes[j].dep.startswith("subj") and j < i for j in below[i]):
            continue
        signs = {one.text for one in nodes[node.head + 1 : i]}
        if ";" in signs or (":" in signs and node.dep == "advcl"):
            node.dep = "parataxis"
