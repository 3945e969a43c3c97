"""Which clause a French word belongs to, and what its subject is, where the model gets it wrong.

Part of `statuquo.language.french`, which says how these repairs work and in which order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statuquo.language.grammar import RELATIVE_PRONOUNS, VERBAL
from statuquo.language.nodes import Below, Node, children_of

NAMING = ("NOUN", "PROPN")
_LOOSE = frozenset({"acl", "amod", "appos", "conj", "dep", "nmod"})
_HUNG = frozenset({"nmod", "appos", "conj", "dep", "obl"})
_LINKS = frozenset({"et", "mais", "or", "car", "que", "qu'", "si", "où", ",", ";", ":", "–", "—"})
_SINGULAR = frozenset({"du", "au", "le", "la", "l'", "l’", "un", "une", "ce", "cette", "cet"})
_QUOTES = frozenset({"»", '"', "”"})


def is_finite(nodes: list[Node], kids: Sequence[int], i: int) -> bool:
    """Whether the verb, or an auxiliary of it, is in a tense."""
    verb = nodes[i]
    if verb.pos != "VERB":
        return False
    return verb.feats.get("VerbForm") == "Fin" or any(
        nodes[j].dep.startswith("aux") and nodes[j].feats.get("VerbForm") == "Fin" for j in kids
    )


def _has_subject(nodes: list[Node], kids: Sequence[int]) -> bool:
    return any(nodes[j].dep.startswith("subj") or nodes[j].dep == "expl:subj" for j in kids)


def _impersonal(nodes: list[Node], kids: Sequence[int]) -> bool:
    return any(nodes[j].text.lower() in ("il", "-il", "ce", "c'", "on") for j in kids)


def _subordinated(nodes: list[Node], kids: Sequence[int], i: int) -> bool:
    return nodes[i].mark is not None or any(
        j < i and nodes[j].text.lower() in RELATIVE_PRONOUNS for j in kids
    )


def _subject_of(nodes: list[Node], kids: Sequence[int]) -> str:
    passive = any(nodes[j].dep == "aux:pass" and nodes[j].lemma == "être" for j in kids)
    return "subj:pass" if passive else "subj"


def _number(nodes: list[Node], below: Below, verb: int) -> str | None:
    for k in (verb, *below[verb]):
        if nodes[k].feats.get("VerbForm") == "Fin" and (k == verb or nodes[k].dep[:3] == "aux"):
            return nodes[k].feats.get("Number")
    return None


def upward(nodes: list[Node], i: int) -> Iterator[int]:
    """A word and the words above it, as far as there is no way back."""
    seen: set[int] = set()
    while i not in seen:
        seen.add(i)
        yield i
        i = nodes[i].head


def comma_before(nodes: list[Node], below: Below, i: int) -> bool:
    """Whether a phrase begins after a comma."""
    first = min([i, *(k for k in below[i] if k < i and nodes[k].pos != "PUNCT")])
    return first > 0 and nodes[first - 1].text == ","


def joined_subjects(nodes: list[Node]) -> None:
    """«Le président turc et le ministre grec se sont vus»: with the first of two subjects taken for the
    root, and the verb joined to it, both are the verb's."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        first = node.head
        if node.dep != "conj" or first >= i or nodes[first].pos not in NAMING:
            continue
        if not is_finite(nodes, below[i], i) or nodes[first].case is not None:
            continue
        if any(nodes[j].dep in ("cop", "subj", "subj:pass", "expl") for j in below[first]):
            continue
        links = [j for j in below[i] if nodes[j].dep == "cc" and first < j < i]
        others = [j for j in below[i] if nodes[j].dep[:4] == "subj" and first < j < i]
        if not links or not others or links[0] > others[0]:
            continue
        second = others[0]
        node.dep, node.head = (
            nodes[first].dep,
            i if nodes[first].head == first else nodes[first].head,
        )
        nodes[first].dep, nodes[first].head = nodes[second].dep, i
        nodes[second].dep, nodes[second].head = "conj", first
        nodes[links[0]].head = second
        below = children_of(nodes)


def noun_headed_clauses(nodes: list[Node]) -> None:
    """«Le président de la chambre, M. Nkosi, député du Cap, a pris la parole»: a verb in a tense hung
    on a noun of its long subject heads the clause; what was taken for the root is the subject."""
    below = children_of(nodes)
    root = next((i for i, node in enumerate(nodes) if node.head == i), None)
    if root is None or nodes[root].pos not in NAMING:
        return
    if any(nodes[j].dep in ("cop", "subj", "subj:pass", "expl") for j in below[root]):
        return
    for i in range(root + 1, len(nodes)):
        node, kids = nodes[i], below[i]
        if node.dep not in _LOOSE and not (node.dep == "parataxis" and nodes[root + 1].text == ","):
            continue
        if not is_finite(nodes, kids, i):
            continue
        if _has_subject(nodes, kids) or _subordinated(nodes, kids, i):
            continue
        if not _within(nodes, i, root):
            continue
        node.dep, node.head = "root", i
        for j in below[root]:
            if j > i:
                nodes[j].head = i
        nodes[root].dep = "obl" if nodes[root].case else _subject_of(nodes, kids)
        nodes[root].head = i
        return


def _within(nodes: list[Node], i: int, top: int) -> bool:
    """Whether the way up to a noun leads through nouns alone, or through a participle that one of them has:
    «L'homme, **entré** par la cour, a tué …»."""
    for at in upward(nodes, nodes[i].head):
        if at == top or (nodes[at].pos not in NAMING and nodes[at].dep != "acl"):
            return at == top
    return False


def relative_clauses(nodes: list[Node]) -> None:
    """«… bloqué par Lomé, qui estimait que …», «c'est Oslo qui a proposé»: a clause with «qui» for its
    subject is about the noun before it, whatever the parser hangs it on."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        who = [j for j in below[i] if j < i and nodes[j].text.lower() == "qui"]
        on_noun = node.dep == "relcl" and nodes[node.head].pos not in VERBAL
        on_noun = on_noun and not _is_of_one(nodes, below, i)
        if node.pos != "VERB" or on_noun or not who:
            continue
        if not nodes[who[0]].dep.startswith("subj") or nodes[who[0]].case is not None:
            continue
        noun = _antecedent(nodes, below, who[0], i)
        if noun is None or (node.dep == "conj" and nodes[node.head].dep == "relcl"):
            continue
        if i in upward(nodes, noun):  # «c'est X qui …»: X itself is the subject
            nodes[noun].dep, nodes[noun].head = nodes[who[0]].dep, i
            nodes[who[0]].dep = "dep"
        else:
            node.dep, node.head, node.mark = "relcl", noun, None
        below = children_of(nodes)


def _is_of_one(nodes: list[Node], below: Below, verb: int) -> bool:
    """«deux bourgs, au nord du **pays**, qui sont assiégés»: what is told of several is not of the one noun
    that it hangs on."""
    noun = nodes[verb].head
    plural = _number(nodes, below, verb) == "Plur"
    return plural and (_is_single(nodes, below, noun) or _is_single_name(nodes, below, noun))


def _is_single(nodes: list[Node], below: Below, i: int) -> bool:
    """Whether the article says that a noun tells one thing, whatever its form: «du **pays**»."""
    if nodes[i].pos != "NOUN" or any(nodes[j].dep in ("conj", "nummod") for j in below[i]):
        return False
    if any(nodes[j].dep == "nmod" and not _is_single(nodes, below, j) for j in below[i]):
        return False  # «un groupe **de soldats** qui ont tiré»
    words = {nodes[j].text.lower() for j in below[i] if nodes[j].dep in ("det", "case")}
    return bool(words & _SINGULAR)


def _is_single_name(nodes: list[Node], below: Below, i: int) -> bool:
    """«les ouvriers **de Lima** qui sont en grève»: a town or a firm of which somebody is."""
    if nodes[i].pos != "PROPN" or nodes[i].case != "de" or nodes[i].feats.get("Number") == "Plur":
        return False
    if any(nodes[j].dep in ("conj", "cc") for j in below[i]) or nodes[i].dep == "conj":
        return False
    before = {nodes[j].text.lower() for j in below[i] if nodes[j].dep in ("det", "case")}
    return not before & {"des", "les"} and not nodes[i].text.endswith("s")


def _antecedent(nodes: list[Node], below: Below, who: int, verb: int) -> int | None:
    """The nearest noun before «qui» that agrees with its verb."""
    at = who - 1
    while at >= 0 and nodes[at].pos in ("PUNCT", "CCONJ"):
        at -= 1
    number = _number(nodes, below, verb)
    for j in upward(nodes, at) if at >= 0 else ():
        if j > who or nodes[j].pos not in (*NAMING, "PRON", "ADJ", "NUM"):
            break
        if nodes[j].pos in NAMING and nodes[j].dep != "flat":
            if number == "Plur" and (
                _is_single_name(nodes, below, j)
                or (_is_single(nodes, below, j) and nodes[j].feats.get("Number") == "Plur")
            ):
                continue
            of_place = nodes[j].pos == "NOUN" and nodes[j].feats.get("Number") is None
            if number is None or nodes[j].feats.get("Number") in (None, number):
                if not (of_place and number == "Plur"):
                    return j
    # «craint les raids de Daech dans le désert, qui ont tué …»: the last plural before it
    if number != "Plur" or (nodes[who - 1].text != "," and not _is_single(nodes, below, at)):
        return None
    if nodes[at].feats.get("Number") == "Plur" and not _is_single(nodes, below, at):
        return None
    for j in range(at, -1, -1):
        if nodes[j].pos == "VERB" and nodes[who - 1].text != ",":
            return None  # «il a vu **les ouvriers de la ville** qui …» are one phrase
        plural = nodes[j].pos == "NOUN" and nodes[j].feats.get("Number") == "Plur"
        if plural and not _is_single(nodes, below, j):
            return j
    return None


def introduced_clauses(nodes: list[Node]) -> None:
    """«Vers midi, place de la Paix, des mineurs ont défilé»: the subject hangs on the words that
    introduce the clause."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        kids = below[i]
        if not is_finite(nodes, kids, i) or node.dep == "conj":
            continue
        if _has_subject(nodes, kids) or _impersonal(nodes, kids):
            continue
        for j in range(i):
            if _is_introduced(nodes, below, j, i):
                nodes[j].dep, nodes[j].head = _subject_of(nodes, kids), i
                below = children_of(nodes)
                break


def _is_introduced(nodes: list[Node], below: Below, j: int, verb: int) -> bool:
    """Whether a bare noun after a comma hangs on an adverbial of the verb, or a bare name on it."""
    node, head = nodes[j], nodes[j].head
    if head == verb and node.case is None and node.dep in ("obl", "dep", "advmod"):
        named = node.pos == "PROPN" or (node.pos == "NOUN" and node.dep == "advmod")
        return named and node.text[:1].isupper()
    if node.pos not in NAMING or node.case is not None or node.dep not in _HUNG:
        return False
    if head >= j or (nodes[head].case is None and nodes[head].dep not in ("obl", "advmod")):
        return False
    first = min([j, *(k for k in below[j] if k < j and nodes[k].pos != "PUNCT")])
    determined = node.text[:1].isupper() or any(nodes[k].dep in ("det", "nummod") for k in below[j])
    if not determined or first == 0 or nodes[first - 1].text not in (",", ")"):
        return False
    number = _number(nodes, below, verb)
    if number == "Plur" and node.feats.get("Number") == "Sing" and node.pos == "NOUN":
        if not any(nodes[k].dep in ("conj", "nmod") for k in below[j]):
            return False
    if number == "Sing" and node.feats.get("Number") == "Plur":
        return False
    return any(nodes[at].head == verb for at in upward(nodes, head))


def participle_subjects(nodes: list[Node]) -> None:
    """«Les syndicats menant la grève ont refusé l'offre»: the noun is the verb's subject; the participle
    only describes it, and what was taken for the subject is the object."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos != "VERB" or node.dep not in ("advcl", "acl") or node.mark is not None:
            continue
        if node.feats.get("VerbForm") != "Part" or node.head < i or is_finite(nodes, below[i], i):
            continue
        verb = node.head
        subjects = [j for j in below[i] if nodes[j].dep.startswith("subj") and j < i]
        if not subjects or not is_finite(nodes, below[verb], verb):
            continue
        taken = [j for j in below[verb] if nodes[j].dep.startswith("subj")]
        if any(j < verb for j in taken):
            continue
        for j in taken:
            nodes[j].dep = "obj"
        nodes[subjects[0]].dep, nodes[subjects[0]].head = _subject_of(nodes, below[verb]), verb
        node.dep, node.head = "acl", subjects[0]


def adjacent_subjects(nodes: list[Node]) -> None:
    """«Lima a signé la charte et le Chili l'a rejetée»: a noun phrase that begins after a link and
    ends right before a verb without subject is its subject, not one more object of the verb before."""
    below = children_of(nodes)
    for i in range(len(nodes)):
        kids = below[i]
        if not is_finite(nodes, kids, i) or _has_subject(nodes, kids) or _impersonal(nodes, kids):
            continue
        last = _group_start(nodes, i) - 1
        if last > 0 and nodes[last].text == ",":
            last -= 1
        if last < 0 or any(nodes[j].text.lower() in RELATIVE_PRONOUNS for j in kids if j < i):
            continue
        for j in upward(nodes, last):
            if j > i or nodes[j].pos not in (*NAMING, "ADJ"):
                break
            if _opens_after_link(nodes, below, j):
                nodes[j].dep, nodes[j].head = _subject_of(nodes, kids), i
                below = children_of(nodes)
                break


def _opens_after_link(nodes: list[Node], below: Below, j: int) -> bool:
    """Whether a bare noun phrase stands right after «et», «que», a comma and the like."""
    if nodes[j].pos not in NAMING or nodes[j].case is not None:
        return False
    bare = nodes[j].dep == "obl" and nodes[j].pos == "PROPN"  # «…, Maduro rompt avec Washington»
    if nodes[j].dep not in (*_HUNG, "obj") and not bare:
        return False
    own = [k for k in below[j] if k < j and nodes[k].dep in ("det", "amod", "nummod")]
    if not own and not nodes[j].text[:1].isupper():
        return False
    first = min([j, *own])
    return first > 0 and nodes[first - 1].text.lower() in _LINKS


def _group_start(nodes: list[Node], i: int) -> int:
    """Where a verb begins: with its clitics, auxiliaries and adverbs."""
    while i and nodes[i - 1].pos in ("AUX", "ADV", "PRON") and _near(nodes, i - 1):
        i -= 1
    return i


def _near(nodes: list[Node], i: int) -> bool:
    return i < nodes[i].head <= i + 4


def inverted_subjects(nodes: list[Node]) -> None:
    """«…, a confirmé le ministre», «ce que demande l'Iran», «où se tient le sommet»: what stands
    behind the verb is its subject, since none stands before it."""
    below = children_of(nodes)
    for i in range(len(nodes)):
        kids = below[i]
        if not is_finite(nodes, kids, i) or _has_subject(nodes, kids) or _impersonal(nodes, kids):
            continue
        after = [
            j for j in kids
            if j > i and nodes[j].dep == "obj" and nodes[j].case is None and nodes[j].pos in NAMING
        ]  # fmt: skip
        if len(after) == 1 and (_told_before(nodes, below, i) or _relative_object(nodes, kids, i)):
            nodes[after[0]].dep = "subj"


def _told_before(nodes: list[Node], below: Below, i: int) -> bool:
    """Whether what the verb reports ends right before it."""
    first = i
    while first and (nodes[first - 1].head == i and nodes[first - 1].pos in ("AUX", "ADV", "PRON")):
        first -= 1
    if not first:
        return False
    mark = nodes[first - 1].text
    if mark not in (",", *_QUOTES):
        return False
    if mark in _QUOTES or (first > 1 and nodes[first - 2].text in _QUOTES):
        return True
    told = [j for j in below[i] if j < i and nodes[j].dep in ("comp", "advcl", "parataxis")]
    above = nodes[i].head
    if nodes[i].dep == "parataxis" and above < i:
        told.append(above)
    if nodes[i].dep == "conj" and _number(nodes, below, i) != _number(nodes, below, above):
        told.append(above)
    return any(_has_subject(nodes, below[j]) and nodes[j].mark is None for j in told)


def _relative_object(nodes: list[Node], kids: Sequence[int], i: int) -> bool:
    """Whether a «que» before the verb is its object, or a reflexive leaves it none."""
    before = [nodes[j] for j in kids if j < i]
    if any(k.dep == "obj" and k.text.lower() in ("que", "qu'") for k in before):
        return True
    linked = nodes[i].mark in ("que", "qu'") or any(
        k.text.lower() in ("où", "dont") for k in before
    )
    return linked and any(k.text.lower() in ("se", "s'") for k in before)


def fronted_participles(nodes: list[Node]) -> None:
    """«Accusant Lomé de fraude, le Ghana a fermé …»: what stands before the clause is no clause of its
    own; it is about the subject of the one that follows."""
    below = children_of(nodes)
    root = next((i for i, node in enumerate(nodes) if node.head == i), None)
    if root is None or nodes[root].pos != "VERB" or nodes[root].feats.get("VerbForm") != "Part":
        return
    if is_finite(nodes, below[root], root) or any(
        nodes[j].dep.startswith("subj") and j < root for j in below[root]
    ):
        return
    for i in range(root + 1, len(nodes)):
        kids = below[i]
        subjects = [j for j in kids if nodes[j].dep.startswith("subj") and root < j < i]
        if not is_finite(nodes, kids, i) or not subjects or _subordinated(nodes, kids, i):
            continue
        if comma_before(nodes, below, subjects[0]):
            nodes[i].dep, nodes[i].head = "root", i
            nodes[root].dep, nodes[root].head = "advcl", i
            return


def interrupted_clauses(nodes: list[Node]) -> None:
    """«Le maire, dont le fils a été arrêté, a accusé la police»: with a relative pronoun between two
    subjects of one verb, the first is the subject of the verb after it."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        subjects = [j for j in below[i] if nodes[j].dep.startswith("subj") and j < i]
        if len(subjects) != 2 or not is_finite(nodes, below[i], i):
            continue
        first, second = subjects
        if not any(
            nodes[j].pos == "PRON" and nodes[j].text.lower() in RELATIVE_PRONOUNS
            for j in range(first + 1, second)
        ):
            continue
        for j in below[i]:
            kids = below[j]
            if j < i or nodes[j].dep != "conj" or not is_finite(nodes, kids, j):
                continue
            if any(nodes[k].dep == "cc" or (nodes[k].dep == "subj" and k < j) for k in kids):
                continue
            for k in kids:
                if nodes[k].dep == "subj":
                    nodes[k].dep = "obj"
            nodes[j].dep, nodes[j].head = node.dep, j if node.head == i else node.head
            nodes[first].dep, nodes[first].head = _subject_of(nodes, kids), j
            node.dep, node.head = "relcl", first
            break
        below = children_of(nodes)


def coordinated_clauses(nodes: list[Node]) -> None:
    """«Lima a dénoncé l'accord et le Chili a demandé …»: of two clauses joined by «et» the first is no
    part of the second."""
    below = children_of(nodes)
    root = next((i for i, node in enumerate(nodes) if node.head == i), None)
    if root is None or not is_finite(nodes, below[root], root):
        return
    subjects = [j for j in below[root] if nodes[j].dep.startswith("subj") and j < root]
    if not subjects:
        return
    first = min([subjects[0], *(k for k in below[subjects[0]] if nodes[k].dep in ("det", "amod"))])
    if not first or nodes[first - 1].pos != "CCONJ":
        return
    for j in below[root]:
        kids = below[j]
        if j < first and nodes[j].dep == "advcl" and is_finite(nodes, kids, j):
            if _has_subject(nodes, kids) and not _subordinated(nodes, kids, j):
                nodes[j].dep, nodes[j].head = "root", j
                nodes[root].dep, nodes[root].head = "conj", j
                nodes[first - 1].dep, nodes[first - 1].head = "cc", root
                return
