"""Spanish clauses without a finite verb that the parser hangs on the wrong word."""

from __future__ import annotations

from statuquo.language.nodes import Node, children_of

_SEEING = frozenset(
    {"captar", "cazar", "contemplar", "dejar", "descubrir", "encontrar", "escuchar", "filmar",
     "fotografiar", "grabar", "haber", "hallar", "imaginar", "mantener", "mirar", "mostrar", "observar",
     "oír", "pillar", "presentar", "recordar", "retratar", "sentir", "sorprender", "tener", "ver"}
)  # fmt: skip
"""Verbs whose gerund tells what the object does: «**vio** a un hombre huyendo»."""
_NAMED = ("apellidad", "apodad", "conocid", "identificad", "llamad")
_TRYING = frozenset(
    {"acusar", "condenar", "detener", "enjuiciar", "imputar", "juzgar", "multar", "procesar",
     "sentar", "sentenciar"}
)  # fmt: skip


def gerunds(nodes: list[Node]) -> None:
    """«convenció a los vecinos **ofreciendo** ayuda»: unless the verb is one of seeing or finding, whoever
    it is about does what the gerund tells, not whom he does it to."""
    for node in nodes:
        verb = nodes[node.head]
        if node.dep != "xcomp" or node.feats.get("VerbForm") != "Ger" or node is verb:
            continue
        objects = any(
            kid.head == node.head and kid.dep in ("obj", "iobj") and kid is not node
            for kid in nodes
        )
        if verb.pos == "VERB" and objects and verb.lemma not in _SEEING:
            node.dep = "advcl"


def charges(nodes: list[Node]) -> None:
    """«juzgan a un hombre identificado como M. T. **por golpear** a un agente»: he is tried, not named, for
    it."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.dep not in ("acl", "amod") or not node.text.lower().startswith(_NAMED):
            continue
        verb = nodes[node.head].head
        if nodes[verb].pos != "VERB" or nodes[verb].lemma not in _TRYING or verb > i:
            continue
        for j in below[i]:
            kid = nodes[j]
            if kid.feats.get("VerbForm") == "Inf" and "por" in (kid.mark, kid.case):
                kid.head, kid.dep = verb, "xcomp"
