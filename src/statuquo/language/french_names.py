"""What a French name, title or owner belongs to, where the model hangs it elsewhere.

Part of `statuquo.language.french`, which says how these repairs work and in which order.
"""

from __future__ import annotations

from collections.abc import Sequence

from statuquo.language.french_clauses import NAMING, upward
from statuquo.language.french_words import listed
from statuquo.language.nodes import Below, Node, children_of

_STRESSED = frozenset({"lui", "elle", "eux", "elles"})
_STRESSING = frozenset({"aussi", "même", "mêmes", "-même", "-mêmes", "seul", "seule"})
_LOOSE = frozenset({"obj", "obl", "nmod", "dep", "advmod", "iobj", "amod"})

TIMES = frozenset(
    {"an", "année", "mois", "semaine", "jour", "journée", "heure", "matin", "soir", "nuit", "midi",
     "week-end", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "veille",
     "lendemain", "fois"}
)  # fmt: skip


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


def is_title(nodes: list[Node], kids: Sequence[int], i: int) -> bool:
    """Whether the noun is one man's title, told with an article or a preposition."""
    if nodes[i].lemma not in listed("nouns", "titles") or nodes[i].feats.get("Number") == "Plur":
        return False
    return bool(nodes[i].case) or any(nodes[j].dep == "det" for j in kids)


def owners_after_dates(nodes: list[Node]) -> None:
    """«le plan prévu pour 2031 **de la Grèce**»: no year or month has an owner; what the date
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


def counted_out(nodes: list[Node]) -> None:
    """«**cinq** des assaillants ont été tués»: the assailants are the head, the number counts them."""
    below = children_of(nodes)
    for i, node in enumerate(nodes[:-2]):
        noun = i + 2
        if node.pos not in ("PRON", "NUM") or node.lemma == "un" or nodes[i + 1].text != "des":
            continue
        if nodes[noun].pos != "NOUN" or nodes[noun].head != i or nodes[noun].dep != "nmod":
            continue
        if any(nodes[j].dep == "det" for j in below[i]):
            continue
        top = nodes[noun]
        top.dep, top.case, top.head = node.dep, node.case, noun if node.head == i else node.head
        for j in below[i]:
            if j != noun:
                nodes[j].head = noun
        node.dep, node.head, node.case, node.pos = "nummod", noun, None, "NUM"
        below = children_of(nodes)


def number_ranges(nodes: list[Node]) -> None:
    """«agressés par **vingt à trente hommes**»: the men are the head, both numbers count them."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        first = node.head
        if node.case != "à" or node.pos != "NOUN" or nodes[first].pos != "NUM" or first >= i:
            continue
        counted = [j for j in below[i] if nodes[j].dep == "nummod" and first < j < i]
        if not counted or any(nodes[j].dep == "det" for j in below[i]):
            continue
        top = nodes[first]
        node.dep, node.case = top.dep, top.case
        node.head = i if top.head == first else top.head
        for j in below[first]:
            if j != i:
                nodes[j].head = i
        top.dep, top.head, top.case = "nummod", i, None


def apposed_in_commas(nodes: list[Node]) -> None:
    """«Orka, **l'une des firmes du pays**, a été …», «un raid à Lima, **la capitale**, a tué …»: what
    stands between commas after a name says who that is; the subject stands before."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if not node.dep.startswith("subj") or i > node.head or node.case is not None:
            continue
        first = min([i, *(j for j in below[i] if j < i)])
        last = _last_of(below, i)
        name = first - 2
        one_of = node.pos == "PRON" and node.lemma == "un"
        if name < 0 or nodes[first - 1].text != "," or not (nodes[name].pos == "PROPN" or one_of):
            continue
        if last + 1 >= node.head or nodes[last + 1].text != ",":
            continue
        others = [j for j in below[node.head] if j < first and _may_be_subject(nodes, below, j)]
        if others:
            subject = others[-1]
            if not nodes[subject].dep.startswith("subj"):
                nodes[subject].dep = node.dep
            node.dep, node.head = "appos", name


def _may_be_subject(nodes: list[Node], below: Below, j: int) -> bool:
    node = nodes[j]
    if node.dep.startswith("subj"):
        return True
    if node.pos == "PROPN" and node.dep == "obl" and node.case is None and node.ent == "PER":
        return True
    told = any(nodes[k].dep == "det" for k in below[j])
    timely = node.lemma in listed("nouns", "months") or node.lemma in TIMES
    return node.pos == "NOUN" and node.case is None and node.dep == "obl" and told and not timely


def _last_of(below: Below, i: int) -> int:
    """The last word that hangs on a word, however deep."""
    return max([i, *(_last_of(below, j) for j in below[i] if j > i)])


def _is_date(node: Node) -> bool:
    return (node.pos == "NUM" and len(node.text) == 4) or node.lemma in listed("nouns", "months")


def fronted_places(nodes: list[Node]) -> None:
    """«**À Lima**, la police a rendu visite aux grévistes»: a town ahead of the clause is where it goes
    on, not to whom something is done."""
    if len(nodes) < 4 or nodes[0].text not in ("À", "A", "à") or nodes[1].pos != "PROPN":
        return
    end = next((i for i, node in enumerate(nodes[:8]) if node.text == ","), None)
    if end is None or any(n.pos in ("VERB", "AUX", "NOUN", "DET") for n in nodes[1:end]):
        return
    if nodes[1].case == "à" and nodes[1].dep in ("obl", "obj", "nmod"):
        nodes[1].dep, nodes[1].case = "obl", "dans"
