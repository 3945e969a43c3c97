"""From ClearNLP labels (the English models) to the view."""

from __future__ import annotations

from typing import Any

from statuquo.language.grammar import VERBAL
from statuquo.language.nodes import Below, Node, children_of

_CLEARNLP = {
    "nsubj": "subj", "csubj": "subj", "nsubjpass": "subj:pass", "csubjpass": "subj:pass",
    "dobj": "obj", "dative": "iobj", "ccomp": "comp", "auxpass": "aux:pass", "attr": "attr",
    "acomp": "attr", "oprd": "attr", "nn": "compound", "pobj": "obl", "pcomp": "comp",
    "npadvmod": "obl", "ROOT": "root", "quantmod": "advmod", "intj": "dep", "nounmod": "nmod",
    "predet": "det", "preconj": "cc", "meta": "dep", "expl": "expl", "agent": "agent",
    "prep": "prep", "possessive": "case",
}  # fmt: skip
_ATTR_VERBS = frozenset({"be"})
_PARTICLES = frozenset(
    {"ahead", "along", "apart", "aside", "away", "back", "down", "forward", "off", "out", "over", "together", "up"}
)  # fmt: skip
"""Adverbs that make one verb with the verb that they hang on."""
_COMPLEMENTS = ("obl", "comp")
_OF_COPULAS = ("Mood", "Tense", "VerbForm")
_GOVERNED = {"as": ("obl", "comp", "amod", "attr")}
"""Labels of what stands behind a preposition; "described it **as illegal**" has no noun."""


def join_hyphens(doc: Any, nodes: list[Node], compounds: frozenset[str]) -> None:
    """«cease», «-», «fire» with nothing between them is the word cease-fire, borne by its head."""
    for i in range(2, len(nodes)):
        if nodes[i - 1].text != "-" or doc[i - 1].whitespace_ or doc[i - 2].whitespace_:
            continue
        first, last = nodes[i - 2], nodes[i]
        for joined in (
            f"{first.text.lower()}-{last.lemma}",
            f"{first.text.lower()}-{last.text.lower()}",
        ):
            if joined in compounds:
                head = i - 2 if last.head == i - 2 else i
                nodes[head].lemma = joined
                if nodes[head].pos in ("ADJ", "X"):
                    nodes[head].pos = "NOUN"
                break


def from_clearnlp(nodes: list[Node]) -> None:
    """Turn ClearNLP labels into the view's, in place."""
    for node in nodes:
        node.dep = _CLEARNLP.get(node.dep, node.dep)
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        due = node.pos == "ADP" and nodes[node.head].text.lower() == "due"
        if due and nodes[node.head].pos == "ADP" and below[i]:
            node.dep = "prep"  # "died due **to** torture"
    for i, node in enumerate(nodes):
        if node.dep in ("prep", "agent", "iobj") and node.pos in ("ADP", "SCONJ", "ADV", "VERB"):
            _lift_prepositional(nodes, below, i)
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.lemma in _ATTR_VERBS and node.pos in VERBAL:
            if not _lift_is_to(nodes, below, i):
                _lift_copula(nodes, below, i)
            below = children_of(nodes)
    for i, node in enumerate(nodes):
        for j in below[i]:
            if nodes[j].dep == "mark" and node.mark is None:
                node.mark = nodes[j].lemma
            elif nodes[j].text.lower() == "to" and nodes[j].pos == "PART" and node.dep == "advcl":
                node.mark = node.mark or "to"
        if node.tag == "VBG" and node.pos == "VERB":
            node.feats = {"VerbForm": "Part", **node.feats, "Tense": "Pres"}
        if node.pos == "ADP" and node.dep == "prep":
            node.dep = "prt"
        if node.dep == "nmod" and node.case is None and i < node.head:
            node.dep = "amod" if node.pos == "ADJ" else "compound"  # «European Union ministers»


def _lift_prepositional(nodes: list[Node], below: Below, i: int) -> None:
    """``sent (prep to (pobj Cuba))`` becomes ``sent (obl Cuba (case to))``."""
    first = nodes[i]
    words, at = [first.lemma if first.pos != "VERB" else first.text.lower()], i
    while True:
        inner = [
            j for j in below[at] if nodes[j].dep == "prep" and nodes[j].pos in ("ADP", "SCONJ")
        ]
        objects = [j for j in below[at] if nodes[j].dep in _GOVERNED.get(words[0], _COMPLEMENTS)]
        objects = [j for j in objects if j > at]
        if objects or not inner:
            break
        at = inner[0]
        words.append(nodes[at].lemma)
    if not objects:
        return
    head, role = first.head, "agent" if first.dep == "agent" else None
    target = objects[0]
    verbal = nodes[target].pos in VERBAL
    case = "_".join(words)
    above = nodes[nodes[head].head]
    if nodes[head].dep == "advmod" and nodes[head].lemma in _PARTICLES and above.pos in VERBAL:
        head = nodes[head].head  # "walked away **from** the talks"
    governor_verbal = nodes[head].pos in VERBAL or nodes[head].pos in ("ADJ", "ADV")
    nodes[target].head = head
    if verbal:
        temporal = words[0] in (
            "after", "before", "while", "when", "since", "without", "by", "despite", "in", "on",
            "upon", "during", "following", "besides", "instead",
        )  # fmt: skip
        nodes[target].mark = case
        nodes[target].case = case
        if governor_verbal:
            nodes[target].dep = "advcl" if temporal else "comp"
        else:
            nodes[target].dep = "acl"
    else:
        nodes[target].case = case
        nodes[target].dep = role or ("obl" if governor_verbal else "nmod")
    chain, step = [i], i
    while step != at:
        step = next(j for j in below[step] if nodes[j].dep == "prep")
        chain.append(step)
    for link in chain:
        nodes[link].dep = "case"
        nodes[link].head = target
    for j in below[i]:
        if j not in chain and j != target and nodes[j].head == i:
            nodes[j].head = target


def _lift_is_to(nodes: list[Node], below: Below, i: int) -> bool:
    """ "Iran is to reduce" tells the future: the infinitive is the clause, "is" its auxiliary."""
    clauses = [j for j in below[i] if nodes[j].dep == "xcomp" and j > i]
    if not clauses or any(nodes[j].dep == "attr" for j in below[i]):
        return False
    target = clauses[0]
    particles = [
        n for n in nodes if n.head == target and n.text.lower() == "to" and n.pos == "PART"
    ]
    if not particles or nodes[target].pos != "VERB":
        return False
    be = nodes[i]
    nodes[target].head = be.head if be.head != i else target
    nodes[target].dep = be.dep
    for j in below[i]:
        if j != target:
            nodes[j].head = target
    be.dep, be.head, be.lemma = "aux", target, "will"
    return True


def _lift_copula(nodes: list[Node], below: Below, i: int) -> None:
    """``is (attr ally)`` becomes ``ally (cop is)``."""
    attributes = [j for j in below[i] if nodes[j].dep == "attr"]
    if not attributes or nodes[i].dep in ("aux", "aux:pass"):
        return
    target = attributes[0]
    be = nodes[i]
    nodes[target].head = be.head if be.head != i else target
    nodes[target].dep = be.dep
    for j in below[i]:
        if j != target:
            nodes[j].head = target
            if nodes[j].dep == "obl" and nodes[target].pos in ("NOUN", "PROPN"):
                nodes[j].dep = "obl"
    for j in range(len(nodes)):
        if nodes[j].head == i and j != i:
            nodes[j].head = target
    copular = {f"Cop{key}": be.feats[key] for key in _OF_COPULAS if key in be.feats}
    nodes[target].feats = {**copular, **nodes[target].feats}
    be.dep, be.head = "cop", target
