"""Repairs of French pronouns that the model gives the wrong part."""

from __future__ import annotations

from statuquo.language.nodes import Node, children_of

_DONE_TO = frozenset({"le", "la", "les", "l'", "l’", "leur"})
_DATIVES = frozenset({"leur", "lui"})
_IMPERSONAL = frozenset({"falloir", "valoir", "sembler", "arriver", "devoir", "pouvoir"})


def mend_pronouns(nodes: list[Node]) -> None:
    """What has to be mended before clauses are told apart."""
    elided_articles(nodes)
    misread_pronouns(nodes)


def elided_articles(nodes: list[Node]) -> None:
    """«**l'**EI», «**l'**ONU»: before a name it is an article, whatever the model says."""
    for i, node in enumerate(nodes[:-1]):
        name = nodes[i + 1]
        if node.text.lower() not in ("l'", "l’") or node.dep == "det":
            continue
        if not (name.text.isupper() and len(name.text) > 1):
            continue
        if name.head == i or nodes[name.head].head == i:
            name.dep, name.head = node.dep, node.head
        name.pos = "PROPN"
        node.pos, node.dep, node.head = "DET", "det", i + 1


def misread_pronouns(nodes: list[Node]) -> None:
    """«**il** le met en garde» has a doer; «les députés **lui** ont répondu» and «le maire a **lui**
    refusé» have another than «lui»."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        word, verb = node.text.lower(), nodes[node.head]
        before = [nodes[j] for j in below[node.head] if i < j < node.head]
        if word == "il" and node.dep == "expl" and verb.lemma not in _IMPERSONAL:
            if any(n.pos == "PRON" and n.text.lower() in _DONE_TO for n in before):
                node.dep = "subj"
        if word == "leur" and node.dep.startswith("subj") and i < node.head:
            node.dep, node.pos = "iobj", "PRON"
        stressed = word == "lui" and i > 0 and nodes[i - 1].pos == "AUX" and i < node.head
        between = node.dep in ("iobj", "obj") and nodes[i - 1].lemma in ("avoir", "être")
        if stressed and (between or node.dep.startswith("subj")):  # «le maire a lui cherché …»
            node.dep, node.pos, node.lemma = "advmod", "ADV", word
        if word in _DATIVES and node.pos == "PRON" and i < node.head and verb.pos == "VERB":
            # «le ministre **lui** a rendu hommage»: the verb has its object besides
            thing = any(nodes[j].dep == "obj" for j in below[node.head] if j > node.head)
            doer = any(nodes[j].dep.startswith("subj") for j in below[node.head] if j < i)
            doer = doer and nodes[i - 1].text != ","  # «le maire, **lui**, a rendu hommage»
            if thing and (node.dep in ("expl", "obj") or (doer and node.dep[:4] == "subj")):
                node.dep = "iobj"
        if word != "lui" or not node.dep.startswith("subj") or i == 0:
            continue
        if i < node.head and any(
            nodes[j].pos in ("AUX", "VERB") and nodes[j].feats.get("Number") == "Plur"
            for j in (*below[node.head], node.head)
            if i < j <= node.head
        ):
            node.dep = "iobj"


def genitive_relatives(nodes: list[Node]) -> None:
    """«le maire **dont** le départ a été voté»: it says whose, like «de»."""
    for i, node in enumerate(nodes):
        noun = nodes[node.head]
        if node.text.lower() == "dont" and node.dep == "nmod" and node.case is None:
            if node.head > i and noun.pos == "NOUN":
                node.case = "de"
