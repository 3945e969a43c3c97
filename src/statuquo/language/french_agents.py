"""Who does what a French sentence tells with «par», where the model hangs him on another word.

Part of `statuquo.language.french`, which says how these repairs work and in which order.
"""

from __future__ import annotations

from statuquo.language.french_clauses import NAMING, upward
from statuquo.language.french_names import TIMES
from statuquo.language.french_words import listed
from statuquo.language.nodes import Node, children_of

BELOW_PASSIVE = frozenset({"obl", "nmod", "appos", "xcomp"})
_PARTS_OF_TIME = TIMES | listed("nouns", "months") | {"début", "fin", "milieu"}
_VOICES = frozenset({"subj", "subj:pass", "obj", "aux:pass", "expl"})
_DEEDS = ("tion", "sion", "ment", "age", "ade", "ure", "aque", "tat", "raid", "usage", "recours")
"""Endings of nouns that tell a deed, which «par» may name the doer of."""


def mend_agents(nodes: list[Node]) -> None:
    """All that this module mends."""
    agents_of_deeds(nodes)
    stranded_agents(nodes)


def stranded_agents(nodes: list[Node]) -> None:
    """«a été condamné à une amende par le tribunal», «votée début mai par les élus»: the doer of a passive
    hangs too deep, on the noun before him."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        dated = nodes[node.head].lemma in _PARTS_OF_TIME
        if node.case != "par" or node.pos not in NAMING:
            continue
        if node.dep not in ("nmod", "obl") and not (dated and node.dep == "agent"):
            continue
        if node.pos == "NOUN" and not any(nodes[k].dep == "det" for k in below[i]):
            continue  # «par balle», «par la suite» tell how
        way = list(upward(nodes, node.head))
        if dated:  # «début **mai**», whatever the parser calls it
            way = [j for j in way if nodes[j].lemma not in _PARTS_OF_TIME]
        at = next((j for j in way if nodes[j].dep not in BELOW_PASSIVE), way[-1])
        verb = nodes[at]
        if at in (i, node.head) or verb.pos != "VERB" or verb.feats.get("VerbForm") != "Part":
            continue
        if verb.text.lower().endswith("ant"):
            continue
        deps = {nodes[k].dep for k in below[at]}
        passive = verb.feats.get("Voice") == "Pass" or deps & {"aux:pass", "subj:pass"}
        if (passive or "aux" not in deps) and "agent" not in deps:
            node.dep, node.head = "agent", at


def agents_of_deeds(nodes: list[Node]) -> None:
    """«un texte réclamant la fin de l'occupation du port **par les grévistes**», «le maire demande
    l'adoption de la loi **par les députés**»: who asks for it is not who does it; a verb that is no
    passive has no doer with «par»."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        verb = nodes[node.head]
        if node.dep not in ("agent", "obl") or node.case != "par" or node.head > i:
            continue
        if verb.pos != "VERB" or node.pos not in NAMING:
            continue
        active = verb.feats.get("VerbForm") == "Part" and verb.lower.endswith("ant")
        if not active and node.dep == "agent":
            deps = {nodes[j].dep for j in below[node.head] if nodes[j].dep in _VOICES}
            active = deps == {"subj", "obj"}
        if not active:
            continue
        deeds = [
            j
            for j in range(node.head + 1, i)
            if nodes[j].pos == "NOUN"
            and nodes[j].lemma.endswith(_DEEDS)
            and node.head in upward(nodes, j)
        ]
        if deeds:
            node.dep, node.head = "nmod", deeds[-1]
        else:
            node.dep = "obl"
