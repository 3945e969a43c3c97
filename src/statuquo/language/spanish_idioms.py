"""Spanish idioms of a verb and a complement, which the parser takes for one word."""

from __future__ import annotations

from statuquo.language.nodes import Node

_SHARES = frozenset({"mayoría", "mitad", "parte", "resto"})
_JOINING = frozenset({"formar", "tomar"})
"""«formar parte de una alianza» is to belong to it."""
_NAMING = frozenset({"acusar", "calificar", "tachar", "tildar"})


def idioms(nodes: list[Node]) -> None:
    """«puso **en duda** las cifras», «dio **por rotas** las conversaciones»: what the parser joins to the
    verb as if both were one word stands in the place that its preposition gives it."""
    for node in nodes:
        if node.dep == "compound" and node.case and nodes[node.head].pos == "VERB":
            node.dep = "obl"


def shares(nodes: list[Node]) -> None:
    """«retira **parte** de sus tropas»: a share without a preposition is the object of the verb, and
    what it is a share of hangs on it."""
    for i, node in enumerate(nodes):
        if node.dep != "compound" or node.case or node.lemma not in _SHARES:
            continue
        if nodes[node.head].pos != "VERB" or node.head > i or nodes[node.head].lemma in _JOINING:
            continue
        whole = next((n for n in nodes[i + 1 :] if n.head == node.head and n.case == "de"), None)
        if whole is not None:
            whole.head, whole.dep, node.dep = i, "nmod", "obj"


def names_called(nodes: list[Node]) -> None:
    """«calificó **de inaceptables** sus palabras»: what somebody is called is no clause."""
    for node in nodes:
        called = node.dep == "obj" and node.mark == "de" and node.pos in ("ADJ", "NOUN")
        if called and nodes[node.head].lemma in _NAMING:
            node.case, node.mark, node.dep = "de", None, "obl"


def distant_agents(nodes: list[Node]) -> None:
    """«acusado de corrupción **por la fiscalía**»: who accuses is hung on what he accuses of."""
    for node in nodes:
        charge = nodes[node.head]
        verb = nodes[charge.head]
        if node.dep != "nmod" or node.case != "por" or charge.dep != "obl" or charge.case != "de":
            continue
        if verb.lemma in _NAMING and verb.feats.get("VerbForm") == "Part":
            if not any(other.dep == "agent" and nodes[other.head] is verb for other in nodes):
                node.head, node.dep = charge.head, "agent"


def calls(nodes: list[Node]) -> None:
    """«insistió en su **llamado** a votar»: a call, where the parser sees a participle."""
    for i, node in enumerate(nodes):
        if node.text.lower() not in ("llamado", "llamados") or node.pos == "NOUN":
            continue
        owned = any(n.head == i and n.dep == "det" and n.pos == "DET" for n in nodes[:i])
        to = i + 1 < len(nodes) and nodes[i + 1].text.lower() in ("a", "al")
        if owned and to:
            node.pos, node.lemma, node.feats = "NOUN", "llamado", {"Gender": "Masc"}
            called = nodes[i + 2] if i + 2 < len(nodes) else node
            if called.feats.get("VerbForm") == "Inf":
                called.head, called.dep, called.mark = i, "acl", "a"
