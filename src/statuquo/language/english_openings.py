"""What the English model gets wrong at the beginning of a sentence: who opens it, and who acts in it."""

from __future__ import annotations

from statuquo.language.nodes import Node

_DAYS = frozenset(
    {"yesterday", "today", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday",
     "saturday", "sunday", "earlier", "meanwhile"}
)  # fmt: skip


def mend_openings(nodes: list[Node]) -> None:
    """All repairs of how English sentences open, in the order in which they build on each other."""
    opening_verbs(nodes)
    opening_days(nodes)
    opening_places(nodes)
    opening_pairs(nodes)
    answered_clauses(nodes)


def opening_days(nodes: list[Node]) -> None:
    """ "Yesterday in Oslo, Peru and Chile signed …": the day that opens a sentence acts in nothing; the
    bare name after the comma does."""
    if not nodes or nodes[0].text.lower() not in _DAYS or nodes[0].dep != "subj":
        return
    verb = nodes[0].head
    comma = next((i for i in range(1, verb) if nodes[i].text == ","), None)
    if comma is None:
        return
    heirs = (
        i for i in range(comma + 1, verb)
        if nodes[i].pos in ("NOUN", "PROPN") and nodes[i].case is None
        and not (nodes[i].dep in ("compound", "poss") and nodes[i].head > i)
    )  # fmt: skip
    heir = next(heirs, None)
    if heir is not None and nodes[heir].head < heir:
        nodes[heir].dep, nodes[heir].head = "subj", verb
        nodes[0].dep = "obl"


def opening_verbs(nodes: list[Node]) -> None:
    """ "Orban imposed tariffs on …": after an unknown name a past tense is taken for a participle of
    the noun behind it."""
    for i, node in enumerate(nodes[:-1]):
        verb = nodes[i + 1]
        if node.head != i or node.pos not in ("NOUN", "PROPN") or not node.text[:1].isupper():
            continue
        noun = verb.head
        if verb.tag not in ("VBD", "VBN") or verb.dep != "amod" or noun <= i + 1:
            return
        if nodes[noun].head != i or nodes[noun].case is not None:
            return
        nodes[noun].dep, nodes[noun].head = "obj", i + 1
        for k, other in enumerate(nodes):
            if other.head == i and k > i + 1:
                other.head = i + 1
        verb.dep, verb.head = "root", i + 1
        verb.feats = {**verb.feats, "VerbForm": "Fin", "Tense": "Past"}
        node.dep, node.head, node.pos = "subj", i + 1, "PROPN" if node.tag == "NN" else node.pos
        return


def opening_places(nodes: list[Node]) -> None:
    """ "In Lima, where …, **John Bolton**, the adviser, told …": a name behind a preposition acts in
    nothing; the bare name told beside it does."""
    if len(nodes) < 2 or nodes[0].pos != "ADP" or nodes[1].dep != "subj":
        return
    verb = nodes[1].head
    heir = next(
        (i for i, node in enumerate(nodes[:verb])
         if i > 1 and node.dep in ("appos", "conj") and node.head == 1 and node.pos == "PROPN"),
        None,
    )  # fmt: skip
    if heir is None or nodes[0].head not in (1, verb):
        return
    nodes[heir].dep, nodes[heir].head = "subj", verb
    nodes[1].dep, nodes[1].case = "obl", nodes[0].text.lower()
    nodes[0].dep, nodes[0].head = "case", 1


def opening_pairs(nodes: list[Node]) -> None:
    """ "**Russia**, China veto resolution": headlines join two names with a comma."""
    if len(nodes) < 4 or nodes[0].pos != "PROPN" or nodes[0].dep not in ("obl", "dep"):
        return
    verb = nodes[0].head
    second = next((i for i in range(2, verb) if nodes[i].dep == "subj"), None)
    if second is None or nodes[1].text != "," or nodes[0].case is not None:
        return
    if nodes[second].pos != "PROPN" or any(n.text == "," for n in nodes[2:verb]):
        return
    nodes[0].dep, nodes[0].head = "subj", verb
    nodes[second].dep, nodes[second].head = "conj", 0


def answered_clauses(nodes: list[Node]) -> None:
    """ "Trump tells Russia to leave, **Moscow says no**": who says no refuses, and reports nothing of what
    is told before."""
    for word in nodes:
        answer = word.head
        if word.text.lower() not in ("no", "yes") or nodes[answer].lemma != "say":
            continue
        if word.pos != "INTJ":
            continue  # "says no projects will be dropped"
        word.dep = "obj"
        for i, node in enumerate(nodes[:answer]):
            subject = any(kid.head == i and kid.dep == "subj" for kid in nodes[:i])
            if node.dep == "comp" and node.head == answer and subject:
                top = nodes[answer].head == answer
                node.dep, node.head = nodes[answer].dep, i if top else nodes[answer].head
                nodes[answer].dep, nodes[answer].head = "conj", i
