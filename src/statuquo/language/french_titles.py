"""Which titles, names and offices tell one man in French, where the model takes them for several.

Part of `statuquo.language.french`, which says how these repairs work and in which order.
"""

from __future__ import annotations

from statuquo.language.french_names import is_title
from statuquo.language.nodes import Below, Node, children_of

_ELECTED = frozenset({"élu", "élue"})
_LOOSE = frozenset({"obl", "dep", "advcl", "nmod", "advmod"})


def mend_titles(nodes: list[Node]) -> None:
    """All of them, in the order in which they build on each other."""
    elected(nodes)
    below = children_of(nodes)
    if any(node.text == "," for node in nodes):
        fronted_titles(nodes, below)
        names_of_titles(nodes, below)
    names_with_and(nodes, below)


def elected(nodes: list[Node]) -> None:
    """«Paul Roche, **élu** écologiste à Rouen, …»: what he is, nothing that was done to him."""
    for i, node in enumerate(nodes[2:-1], start=2):
        if node.text not in _ELECTED or node.pos != "VERB" or nodes[i - 1].text != ",":
            continue
        name = i - 2
        while nodes[name].dep == "flat" and nodes[name].head < name:
            name = nodes[name].head
        if nodes[i - 2].pos == "PROPN" and nodes[i + 1].pos == "ADJ" and nodes[i + 1].head == i:
            node.pos, node.lemma, node.dep, node.head = "NOUN", "élu", "appos", name


def fronted_titles(nodes: list[Node], below: Below) -> None:
    """«Alors **patron** d'Orka, Paul Roche a …»: a noun without an article that opens a sentence tells
    who the name behind the comma is."""
    comma = next((i for i, node in enumerate(nodes[:12]) if node.text == ","), None)
    if comma is None or comma + 1 >= len(nodes) or nodes[comma + 1].pos != "PROPN":
        return
    subject = nodes[comma + 1]
    for i, node in enumerate(nodes[:comma]):
        if node.pos != "NOUN" or node.case is not None or node.dep not in _LOOSE:
            continue
        told = any(nodes[j].dep in ("det", "nummod", "case") for j in below[i])
        if told or node.head != subject.head or not subject.dep.startswith("subj"):
            continue
        if all(n.pos in ("ADV", "ADJ") for n in nodes[:i]) and node.feats.get("Number") != "Plur":
            node.dep, node.head = "appos", comma + 1
        return


def names_of_titles(nodes: list[Node], below: Below) -> None:
    """«Le président du Chili, **Juan Mora**, a dénoncé …»: the name between commas is that of the title
    before it, no second subject."""
    for i, node in enumerate(nodes):
        if node.pos != "PROPN" or not node.dep.startswith("subj") or nodes[i - 1].text != ",":
            continue
        last = max([i, *(j for j in below[i] if nodes[j].dep == "flat")])
        if last + 1 >= len(nodes) or nodes[last + 1].text != ",":
            continue
        title = next((j for j in below[node.head] if nodes[j].dep == node.dep and j < i), None)
        if title is not None and is_title(nodes, below[title], title):
            if not any(nodes[j].dep in ("conj", "cc") for j in (*below[title], *below[i])):
                node.dep, node.head = "appos", title


def second_offices(nodes: list[Node]) -> None:
    """«Roche, président du club et **homme** d'affaires, a …»: the second of two offices of one man."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep != "conj" or node.pos != "NOUN" or node.case or node.head >= i:
            continue
        if nodes[node.head].pos != "PROPN" or node.feats.get("Number") == "Plur":
            continue
        if any(nodes[j].dep in ("det", "nummod") for j in below[i]):
            continue
        first = [
            j
            for j in below[node.head]
            if nodes[j].dep in ("appos", "conj") and nodes[j].pos == "NOUN" and node.head < j < i
        ]
        if first and not any(nodes[j].dep in ("det", "cc") for j in below[first[-1]]):
            nodes[first[-1]].dep, node.head = "appos", first[-1]


def names_with_and(nodes: list[Node], below: Below) -> None:
    """«la CGT **mines et énergie** a demandé …»: a noun without an article is no subject of its own, but
    belongs to the name before it."""
    for i, node in enumerate(nodes[3:], start=3):
        if node.pos != "NOUN" or not node.dep.startswith("subj") or nodes[i - 1].text != "et":
            continue
        if any(nodes[j].dep in ("det", "nummod", "amod") for j in below[i]):
            continue
        name = i - 2
        while nodes[name].dep == "flat" and nodes[name].head < name:
            name = nodes[name].head
        determined = any(nodes[j].dep == "det" for j in below[name])
        if name == i - 2 or nodes[name].pos != "PROPN" or nodes[name].case or not determined:
            continue
        if not nodes[name].dep.startswith("subj"):
            nodes[name].dep, nodes[name].head = node.dep, node.head
            node.dep, node.head = "flat", name
