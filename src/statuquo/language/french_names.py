"""What a French name, title or owner belongs to, where the model hangs it elsewhere.

Part of `statuquo.language.french`, which says how these repairs work and in which order.
"""

from __future__ import annotations

from functools import lru_cache

from statuquo.data import DATA, load_toml
from statuquo.language.french_clauses import NAMING, upward
from statuquo.language.nodes import Node, children_of

_STRESSED = frozenset({"lui", "elle", "eux", "elles"})
_STRESSING = frozenset({"aussi", "même", "mêmes", "-même", "-mêmes", "seul", "seule"})
_LOOSE = frozenset({"obj", "obl", "nmod", "dep", "advmod", "iobj", "amod"})


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(load_toml(DATA / "language" / "fr.toml").data["nouns"]["titles"])


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    return frozenset(load_toml(DATA / "language" / "fr.toml").data["nouns"]["months"])


def stressed_pronouns(nodes: list[Node]) -> None:
    """«Le maire a **lui aussi** salué le préfet»: a pronoun that only stresses the subject is nobody
    else."""
    for i, node in enumerate(nodes[:-1]):
        after = nodes[i + 1].text.lower()
        if node.text.lower() not in _STRESSED or after not in _STRESSING:
            continue
        if node.case is None and not node.dep.startswith("subj"):
            node.dep, node.pos, node.lemma = "advmod", "ADV", node.text.lower()


def titled_names(nodes: list[Node]) -> None:
    """«après un discours du Premier ministre **Paul Roy**»: the name right after a title is its
    bearer's, not one more complement of the verb."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if i == 0 or node.pos != "PROPN" or node.case is not None or node.dep not in _LOOSE:
            continue
        title = i - 1 if nodes[i - 1].pos in NAMING else nodes[i - 1].head
        between = nodes[title + 1 : i]
        if not 0 <= title < i or node.head == title or any(n.pos != "ADJ" for n in between):
            continue
        if is_title(nodes, below[title], title) and title not in upward(nodes, node.head):
            node.dep, node.head = "appos", title


def is_title(nodes: list[Node], kids: list[int], i: int) -> bool:
    """Whether the noun is one man's title, told with an article or a preposition."""
    if nodes[i].lemma not in _titles() or nodes[i].feats.get("Number") == "Plur":
        return False
    return bool(nodes[i].case) or any(nodes[j].dep == "det" for j in kids)


def owners_after_dates(nodes: list[Node]) -> None:
    """«le budget proposé pour 2019 **de l'Italie**»: no year or month has an owner; what the date
    stands beside has."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.case != "de" or node.dep not in ("nmod", "obl") or node.pos != "PROPN":
            continue
        first = min([i, *(j for j in below[i] if j < i)])
        if not first or not _is_date(nodes[first - 1]):
            continue
        for at in upward(nodes, first - 1):
            if nodes[at].pos in NAMING and not _is_date(nodes[at]):
                node.dep, node.head = "nmod", at
            elif _is_date(nodes[at]) or nodes[at].dep == "acl":
                continue
            break


def _is_date(node: Node) -> bool:
    return (node.pos == "NUM" and len(node.text) == 4) or node.lemma in _months()
