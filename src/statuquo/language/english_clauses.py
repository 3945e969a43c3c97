"""What the English model hangs on the wrong verb: doers, addressees, names of titles, joined clauses.

Each function mends one kind of error on the nodes of a sentence, in place, like those of `english`.
"""

from __future__ import annotations

from statuquo.language.grammar import VERBAL
from statuquo.language.nodes import Node, children_of

_ASKING = frozenset({"ask", "press", "query", "question", "quiz"})
_RESULTS = frozenset({"consequence", "result"})
_CALLING = frozenset({"call", "prevail", "urge"})


def mend_clauses(nodes: list[Node]) -> None:
    """All repairs of what hangs on the wrong word of a clause."""
    long_prepositions(nodes)
    idle_agents(nodes)
    called_on(nodes)
    loose_titles(nodes)
    joined_infinitives(nodes)
    asked_openers(nodes)


def long_prepositions(nodes: list[Node]) -> None:
    """ "died **as a result of** torture": one preposition, whose noun hangs on the verb."""
    for i, node in enumerate(nodes):
        if node.lemma not in _RESULTS or node.case != "as" or node.dep not in ("obl", "nmod"):
            continue
        after = range(i, len(nodes))
        target = next((j for j in after if nodes[j].head == i and nodes[j].case == "of"), None)
        if target is None or not any(n.head == i and n.text.lower() == "a" for n in nodes[:i]):
            continue
        held = nodes[target]
        held.case, held.head, held.dep = f"as_a_{node.lemma}_of", node.head, node.dep
        node.head, node.dep = target, "case"


def idle_agents(nodes: list[Node]) -> None:
    """ "The court rejected an appeal on Monday **by a mother**": who has a subject and an object of his own
    does the deed himself; the one after "by" made the appeal."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        verb = node.head
        if node.dep != "agent" or node.case != "by" or nodes[verb].pos not in VERBAL or verb >= i:
            continue
        kids = [j for j in below[verb] if j < i]
        roles = {nodes[j].dep for j in kids}
        if "subj" not in roles or roles & {"subj:pass", "aux:pass"}:
            continue
        if nodes[verb].feats.get("Voice") == "Pass":
            continue
        objects = [j for j in kids if j > verb and nodes[j].dep == "obj"]
        if objects and nodes[objects[-1]].pos in ("NOUN", "PROPN"):
            node.dep, node.head = "nmod", objects[-1]


def called_on(nodes: list[Node]) -> None:
    """ "calling **on** its allies to leave": the particle is the preposition of whom one calls on."""
    for i, node in enumerate(nodes[:-1]):
        verb = node.head
        if node.dep != "prt" or node.text.lower() not in ("on", "upon"):
            continue
        if nodes[verb].lemma not in _CALLING or verb >= i:
            continue
        called = next(
            (
                j for j in range(i + 1, len(nodes))
                if nodes[j].head == verb and nodes[j].pos in ("NOUN", "PROPN", "PRON")
            ),
            None,
        )  # fmt: skip
        if called is None or nodes[called].case is not None:
            continue
        if nodes[called].dep not in ("obl", "obj", "dep", "iobj"):
            continue
        nodes[called].dep, nodes[called].case = "obl", "on"
        node.dep, node.head, node.pos = "case", called, "ADP"


def loose_titles(nodes: list[Node]) -> None:
    """ "The Chadian head of security, Adam Bo says …": a title that no comma closes names the subject."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep not in ("dep", "prep") or node.pos != "NOUN" or node.case is not None:
            continue
        if not any(nodes[j].dep == "det" for j in below[i]):
            continue
        name = next((j for j in range(i + 1, len(nodes)) if nodes[j].dep == "subj"), None)
        if name is None or nodes[name].pos != "PROPN" or nodes[name].head <= name:
            continue
        first = min((name, *(j for j in below[name] if nodes[j].dep == "compound")))
        if nodes[first - 1].text != "," or nodes[name].ent not in ("PERSON", None):
            continue
        if any(nodes[j].pos in VERBAL or nodes[j].text == "," for j in range(i, first - 1)):
            continue
        node.dep, node.head = "subj", nodes[name].head
        nodes[name].dep, nodes[name].head = "appos", i


def joined_infinitives(nodes: list[Node]) -> None:
    """ "asked Oman to stop the raids and **to lift** the siege": an infinitive is joined to the one before
    it, not to what was done."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        verb = node.head
        if node.dep != "conj" or node.pos not in VERBAL or verb >= i or not _is_to(nodes, below[i]):
            continue
        if nodes[verb].pos not in VERBAL or _is_to(nodes, below[verb]):
            continue
        under = [
            j for j in range(verb + 1, i)
            if nodes[j].pos in VERBAL and _is_to(nodes, below[j]) and nodes[j].dep in ("xcomp", "comp", "advcl")
        ]  # fmt: skip
        if under:
            node.head = under[0]


def asked_openers(nodes: list[Node]) -> None:
    """ "**Asked** where the rebels were, the minister said …": he is the one who was asked."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep != "advcl" or node.lemma not in _ASKING or node.tag not in ("VBD", "VBN"):
            continue
        roles = {nodes[j].dep for j in below[i]}
        if i > node.head or roles & {"subj", "obj", "aux", "aux:pass", "iobj"}:
            continue
        node.feats = {**node.feats, "Voice": "Pass", "VerbForm": "Part"}


def _is_to(nodes: list[Node], kids: tuple[int, ...]) -> bool:
    """Whether "to" stands before a verb."""
    return any(nodes[j].text.lower() == "to" and nodes[j].dep in ("aux", "mark") for j in kids)
