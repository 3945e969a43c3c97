"""Titles and the names beside them: one party in apposition, which the models read as two.

Each function mends one kind of error on the nodes of a sentence, in place, in all three languages.
"""

from __future__ import annotations

from statuquo.language.nodes import Below, Node, children_of

_COMMON = frozenset({"NOUN", "ADJ"})
_ARGUMENTS = frozenset({"subj", "subj:pass", "obj", "iobj", "obl", "agent", "nmod", "conj"})
_LATE = 7
"""Words within which an apposition follows what it stands beside."""


def apposed_names(nodes: list[Node]) -> None:
    """«acusó al expresidente **Ana Soto** de mentir», «le ministre, **Paul Roy**, et le préfet»: a
    name that follows a title, or a bare title after a name and a comma, is no party of its own."""
    below = children_of(nodes)
    for node in nodes:
        name = nodes[node.head]
        if node.dep == "conj" and name.dep == "appos" and name.pos == "PROPN":
            title = nodes[name.head]
            if title.pos == "NOUN" and title.feats.get("Number") != "Plur":
                node.head = name.head
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep not in _ARGUMENTS or node.case is not None:
            continue
        if any(nodes[j].dep == "cc" for j in below[i]):
            continue
        before = _before(nodes, below, i)
        if before is None:
            continue
        if before == i - 1 and node.pos == nodes[before].pos == "PROPN":
            node.dep, node.head = "flat", before
        elif _beside(nodes, below, before, i):
            node.dep, node.head = "appos", before
            for kid in nodes:  # what was coordinated with the name is coordinated with the title
                if kid.dep == "conj" and kid.head == i:
                    kid.head = before
            below = children_of(nodes)


def _before(nodes: list[Node], below: Below, i: int) -> int | None:
    """The noun that the word may stand in apposition to: its head when it is a conjunct, or the
    sibling of the same relation before it."""
    node = nodes[i]
    if node.dep == "conj":
        chain = [node.head, *(j for j in below[node.head] if j < i and nodes[j].dep == "conj")]
        earlier = [j for j in chain if j < i]
    else:
        earlier = [
            j for j in below[node.head] if j < i and nodes[j].dep == node.dep and j != node.head
        ]
    return max(earlier, default=None)


def _beside(nodes: list[Node], below: Below, first: int, i: int) -> bool:
    """Whether two nominals stand beside each other as a title and a name do."""
    start = _left_edge(nodes, below, i)
    if not 0 < start - first <= _LATE:
        return False
    gap = nodes[first + 1 : start]
    commas = [node.text for node in gap if node.pos == "PUNCT"]
    if commas not in ([], [","]) or any(node.pos in ("VERB", "AUX", "CCONJ") for node in gap):
        return False
    if commas and gap[-1].text != ",":
        return False
    title, name = nodes[first], nodes[i]
    titled = title.pos == "NOUN" or (  # «l'opposant X», taken for a participle
        title.pos in ("VERB", "ADJ") and any(nodes[j].dep == "det" for j in below[first])
    )
    if titled and name.pos == "PROPN":
        if title.feats.get("Number") == "Plur" or any(nodes[j].dep == "det" for j in below[i]):
            return False
        return not commas or (_is_full_name(nodes, below, i) and not _joined_on(nodes, below, i))
    if title.pos == "PROPN" and name.pos in _COMMON and commas:
        bare = not any(nodes[j].dep == "det" for j in below[i])
        return name.pos == "NOUN" and bare and name.feats.get("Number") != "Plur"
    return False


def _left_edge(nodes: list[Node], below: Below, i: int) -> int:
    """The first word of what hangs on a word before it."""
    edge = i
    for j in below[i]:
        if j < edge and nodes[j].pos != "PUNCT":
            edge = min(edge, _left_edge(nodes, below, j))
    return edge


def _is_full_name(nodes: list[Node], below: Below, i: int) -> bool:
    """Whether a proper noun has a given name and a surname."""
    return nodes[i].ent in ("PER", "PERSON") or any(
        nodes[j].dep in ("flat", "compound", "amod") and nodes[j].text[:1].isupper()
        for j in below[i]
    )


def _joined_on(nodes: list[Node], below: Below, i: int) -> bool:
    """«le préfet, **Ana Soto et** Paul Roy»: the name is followed by another at once."""
    after = max([i, *(j for j in below[i] if nodes[j].dep in ("flat", "compound"))]) + 1
    return after < len(nodes) and nodes[after].pos == "CCONJ"
