"""Spanish pronouns that the parser takes for what they are not: joined to a verb, or said twice."""

from __future__ import annotations

import re

from statuquo.language.nodes import Node, children_of

_ENCLITIC = re.compile("^(.+)(ándo|iéndo|yéndo)(?:se|me|nos)?l[aoe]s?$")


def gerund_of(form: str, verbs: frozenset[str]) -> str | None:
    """The known verb whose gerund, with a pronoun joined to it, the form is, or None.

    >>> gerund_of("acusándola", frozenset({"acusar"})), gerund_of("pidiéndole", frozenset({"pedir"}))
    ('acusar', 'pedir')
    """
    found = _ENCLITIC.match(form)
    if found is None:
        return None
    stem = found[1]
    head, vowel, tail = stem.rpartition("i")
    stems = (stem, head + "e" + tail) if vowel else (stem,)
    endings = ("ar",) if found[2] == "ándo" else ("er", "ir")
    return next((s + end for s in stems for end in endings if s + end in verbs), None)


def joined_pronouns(nodes: list[Node], verbs: frozenset[str]) -> None:
    """«…, acusándola de mentir»: the accent and the pronoun make the parser take it for a noun."""
    for i, node in enumerate(nodes):
        lemma = gerund_of(node.text.lower(), verbs)
        if lemma is None:
            continue
        if node.pos not in ("VERB", "AUX") and node.head != i:
            at = node.head
            while nodes[at].pos not in ("VERB", "AUX") and nodes[at].head != at:
                at = nodes[at].head
            node.dep, node.head = "advcl", at
            for kid in nodes:
                if kid.head == i and kid.dep == "acl" and kid.mark:
                    kid.dep = "xcomp"
        node.pos, node.lemma = "VERB", lemma
        node.feats = {**node.feats, "VerbForm": "Ger"}


_DATIVES = {"le": "", "les": "Plur"}
"""«le» stands for several as well: «le pidió a los vecinos»."""


def doubled_pronouns(nodes: list[Node]) -> None:
    """«**les** retiraron **a los actores** sus visas»: the pronoun only announces who is named behind
    it, and is nobody of its own."""
    below = children_of(nodes)
    for v, verb in enumerate(nodes):
        if verb.pos not in ("VERB", "AUX"):
            continue
        kids = [(j, nodes[j]) for j in below[v]]
        clitic = next((k for j, k in kids if k.text.lower() in _DATIVES and j < v), None)
        if clitic is None or clitic.pos != "PRON":
            continue
        number = _DATIVES[clitic.text.lower()]
        named = [
            kid
            for j, kid in kids
            if j > v and kid.case == "a" and kid.dep in ("obj", "iobj", "obl", "nmod")
            and kid.pos in ("NOUN", "PROPN", "ADJ") and number in ("", kid.feats.get("Number", number))
        ]  # fmt: skip
        other = any(
            (kid.dep == "obj" and kid.case is None and kid.pos in ("NOUN", "PROPN"))
            or kid.dep in ("comp", "xcomp")
            for _, kid in kids
        )
        if named and (other or named[0].ent == "PER"):
            clitic.dep = "expl"
