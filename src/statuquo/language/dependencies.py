"""From Universal Dependencies (the French and Spanish models) to the view."""

from __future__ import annotations

from collections.abc import Sequence

from statuquo.language.french import mend_french, quantified_objects
from statuquo.language.grammar import NOMINAL, RELATIVE_PRONOUNS
from statuquo.language.nodes import Below, Node, children_of
from statuquo.language.repairs import (
    addressed_infinitives,
    adverb_prepositions,
    apposed_verbs,
    bare_objects,
    french_participles,
    headline_verb,
    introduced_subjects,
    nearest_subjects,
    partitive_objects,
    stranded_subjects,
    verb_prepositions,
)
from statuquo.language.spanish import mend_spanish
from statuquo.reports.model import Language

_UD = {
    "nsubj": "subj", "csubj": "subj", "nsubj:pass": "subj:pass", "csubj:pass": "subj:pass",
    "nsubj:outer": "subj", "nsubj:caus": "subj", "obj:agent": "agent", "obj:lvc": "obj",
    "ccomp": "comp", "obl:agent": "agent", "obl:arg": "obl", "obl:mod": "obl", "obl:tmod": "obl",
    "acl:relcl": "relcl", "advcl:cleft": "advcl", "flat:name": "flat", "flat:foreign": "flat",
    "aux:tense": "aux", "aux:caus": "aux", "expl:comp": "expl", "expl:pass": "expl",
    "expl:subj": "expl", "expl:pv": "expl", "expl:impers": "expl", "iobj:agent": "agent",
    "aux:pass": "aux:pass", "ROOT": "root", "dep:comp": "obl", "parataxis:insert": "parataxis", "fixed": "case",
    "nummod:gov": "nummod", "det:numgov": "det", "goeswith": "flat", "orphan": "dep",
}  # fmt: skip


def from_ud(nodes: list[Node], lang: Language, verbs: frozenset[str]) -> None:
    """Turn Universal Dependencies into the view's labels and mend common faults, in place."""
    if lang == "fr":
        french_participles(nodes, verbs)
    arguments = {i for i, node in enumerate(nodes) if node.dep == "obl:arg"}
    for node in nodes:
        node.dep = _UD.get(node.dep, node.dep.split(":")[0] if ":" in node.dep else node.dep)
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        for j in below[i]:
            kid = nodes[j]
            if kid.dep == "mark" and kid.lemma == "como" and node.pos in ("NOUN", "PROPN"):
                kid.dep = "case"
            if kid.dep == "case" and kid.pos in ("ADP", "SCONJ", "ADV", "PRON", "DET", "NOUN"):
                if kid.lemma in ("’s",):
                    continue
                word = kid.lemma
                fixed = [nodes[k].lemma for k in below[j] if nodes[k].dep in ("case", "fixed")]
                word = "_".join([word, *fixed])
                node.case = f"{node.case}_{word}" if node.case else word
            elif kid.dep == "mark" and node.mark is None:
                node.mark = kid.lemma
            elif kid.dep == "aux" and lang == "es" and kid.lemma in ("ser", "estar"):
                if node.feats.get("VerbForm") == "Part":
                    kid.dep = "aux:pass"
            elif kid.dep == "cop" and lang == "es" and node.feats.get("VerbForm") == "Part":
                if node.pos == "VERB":
                    kid.dep = "aux:pass"
    if lang == "es":
        mend_spanish(nodes, verbs)
    headline_verb(nodes, lang, verbs)
    introduced_subjects(nodes)
    apposed_verbs(nodes)
    nearest_subjects(nodes)
    if lang == "fr":
        mend_french(nodes)
    below = children_of(nodes)
    bare_objects(nodes, below, arguments)
    stranded_subjects(nodes)
    below = children_of(nodes)
    verb_prepositions(nodes, below)
    addressed_infinitives(nodes, below)
    if lang == "fr":
        adverb_prepositions(nodes, below)
        quantified_objects(nodes)
        partitive_objects(nodes, below)
    for i in range(len(nodes)):
        _relabel(nodes, below, i, lang)


def _is_means(node: Node, kids: Sequence[int]) -> bool:
    """«par balles»: a noun with no more than its preposition."""
    return node.pos == "NOUN" and len(kids) < 2 and node.text.islower()


def _relabel(nodes: list[Node], below: Below, i: int, lang: Language) -> None:
    """The relations of one word that the model calls by the wrong name."""
    node = nodes[i]
    head = nodes[node.head]
    if node.dep == "xcomp" and node.pos == "PROPN" and node.case is None and head.pos == "VERB":
        node.dep = "obj"
    if node.text.lower() in ("se", "s'", "s’") and node.dep in ("obj", "iobj"):
        node.dep = "expl"
    if node.dep in ("obj", "subj", "iobj") and node.case and lang == "es":
        # the Spanish model calls many obliques objects; personal «a» stays an object
        if node.case not in ("a",):
            node.dep = "obl"
    if node.dep == "agent" and lang == "fr" and _is_means(node, below[i]):
        node.dep = "obl"
    if node.dep in ("obl", "nmod", "obj") and node.case in ("par", "por"):
        passive = (
            head.feats.get("Voice") == "Pass"
            or any(nodes[k].dep == "aux:pass" for k in below[node.head])
            or (
                head.feats.get("VerbForm") == "Part"
                and not any(nodes[k].dep == "aux" for k in below[node.head])
            )
        )
        bare = _is_means(node, below[i])
        if passive and node.head < i and node.pos in NOMINAL and not (bare and lang == "fr"):
            node.dep = "agent"
    if node.dep == "subj" and lang == "es" and head.feats.get("VerbForm") == "Part":
        if any(nodes[k].dep == "aux:pass" for k in below[node.head]):
            node.dep = "subj:pass"
    if node.dep == "amod" and node.feats.get("VerbForm") == "Part" and node.pos == "VERB":
        node.dep = "acl"
    if node.dep in ("acl", "amod") and node.mark is None and head.pos in NOMINAL:
        if any(
            nodes[k].lemma in RELATIVE_PRONOUNS or nodes[k].text.lower() in RELATIVE_PRONOUNS
            for k in below[i]
            if nodes[k].pos in ("PRON", "SCONJ") and k < i
        ):
            node.dep = "relcl"
            for k in below[i]:
                if nodes[k].dep == "mark" and nodes[k].text.lower() in ("que", "qui"):
                    nodes[k].dep = "obj" if nodes[k].text.lower() == "que" else "subj"
