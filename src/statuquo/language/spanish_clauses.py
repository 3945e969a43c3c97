"""Spanish clauses without a finite verb that the parser hangs on the wrong word."""

from __future__ import annotations

from statuquo.language.nodes import Node

_SEEING = frozenset(
    {"captar", "cazar", "contemplar", "dejar", "descubrir", "encontrar", "escuchar", "filmar",
     "fotografiar", "grabar", "haber", "hallar", "imaginar", "mantener", "mirar", "mostrar", "observar",
     "oír", "pillar", "presentar", "recordar", "retratar", "sentir", "sorprender", "tener", "ver"}
)  # fmt: skip
"""Verbs whose gerund tells what the object does: «**vio** a un hombre huyendo»."""
_HIRING = frozenset({"contratar", "desplegar", "emplear", "incorporar", "nombrar", "reclutar"})
_NAMED = ("apellidad", "apodad", "conocid", "identificad", "llamad")
_TRYING = frozenset(
    {"acusar", "amonestar", "arrestar", "buscar", "capturar", "castigar", "condenar", "criticar", "culpar",
     "denunciar", "despedir", "destituir", "detener", "encarcelar", "enjuiciar", "expulsar", "imputar",
     "indagar", "investigar", "juzgar", "multar", "procesar", "sancionar", "sentar", "sentenciar",
     "suspender"}
)  # fmt: skip


def hired(nodes: list[Node]) -> None:
    """«para ayudar a las escuelas **contratarán** otros 300 **maestros**»: those behind a verb of hiring or
    sending, without «a» and with no other object, are its object."""
    for i, node in enumerate(nodes):
        verb = nodes[node.head]
        if node.dep != "subj" or verb.lemma not in _HIRING or node.head > i or verb.pos != "VERB":
            continue
        kids = [kid for kid in nodes if kid.head == node.head and kid is not verb]
        held = any(kid.dep in ("obj", "aux:pass") or kid.text.lower() == "se" for kid in kids)
        mine = {kid.dep for kid in nodes if kid.head == i}
        definite = any(kid.head == i and kid.lemma in ("el", "este", "su") for kid in nodes)
        if not held and not definite and node.pos == "NOUN" and "appos" not in mine:
            node.dep = "obj"


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
    it; and what somebody is tried or blamed for, the judge has not done."""
    for i, node in enumerate(nodes):
        if node.feats.get("VerbForm") != "Inf" or "por" not in (node.mark, node.case):
            continue
        named = nodes[node.head]
        told = named.dep in ("acl", "amod") and named.text.lower().startswith(_NAMED)
        verb = nodes[named.head].head if told else node.head
        judged = nodes[verb].pos == "VERB" and nodes[verb].lemma in _TRYING and verb < i
        if judged and (told or node.dep == "advcl"):
            node.head, node.dep = verb, "xcomp"
