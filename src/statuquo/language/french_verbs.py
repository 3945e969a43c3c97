"""How a French verb is told, and which verb its infinitives and gerunds belong to.

Part of `statuquo.language.french`, which says how these repairs work and in which order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from statuquo.language.french_clauses import comma_before, is_finite, upward
from statuquo.language.french_words import listed
from statuquo.language.nodes import Below, Node, children_of

_TIMES = frozenset({"an", "année", "heure", "jour", "mois", "semaine"})
_SENDING = frozenset({"dépêcher", "envoyer"})
_HINDERING = frozenset({"dissuader", "empêcher"})
_LASTING = frozenset({"depuis", "durant", "pendant"})
_BOUND = ("à", "de")
_PARTICIPLE = re.compile("(?:ée?|(?<!cl)u)s?$")
"""How no French verb ends in the present, but «tu»-forms of «conclure» and its like."""
_UNBOUND = frozenset({"advcl", "comp", "xcomp"})
_OPENING = frozenset({"afin_de", "après", "avant", "pour", "sans"})
"""Prepositions that open an infinitive clause around a verb."""


def moved(nodes: list[Node]) -> None:
    """«L'armée est repassée à l'offensive»: verbs that form their past with «être» are no passive."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos != "VERB":
            continue
        if node.lemma not in listed("verbs", "moving"):
            _undergone(nodes, below[i], i)
            continue
        if any(nodes[j].dep == "agent" for j in below[i]):
            continue
        node.feats = {name: of for name, of in node.feats.items() if name != "Voice"}
        for j in below[i]:
            if nodes[j].dep in ("aux:pass", "subj:pass"):
                nodes[j].dep = nodes[j].dep.removesuffix(":pass")


def _undergone(nodes: list[Node], kids: Sequence[int], i: int) -> None:
    """«Daech est largement expulsé du nord»: «être» before a participle that is no adjective makes
    a passive."""
    helpers = [j for j in kids if nodes[j].dep in ("cop", "aux") and j < i]
    copulas = [j for j in helpers if nodes[j].lemma == "être"]
    past = (nodes[i].feats.get("VerbForm"), nodes[i].feats.get("Tense")) == ("Part", "Past")
    if not copulas or not past or any(nodes[j].dep == "expl" for j in kids):
        return
    if any(nodes[j].dep == "aux" for j in copulas) and nodes[i].lemma in listed(
        "verbs", "with_etre"
    ):
        return
    for j in kids:  # «expulsé **du** nord» has no object
        article = next((n for n in nodes if n.head == j and n.text.lower() in ("du", "des")), None)
        if nodes[j].dep == "obj" and article is not None and article.pos == "ADP":
            nodes[j].dep, nodes[j].case, article.dep = "obl", "de", "case"
    if any(nodes[j].dep == "obj" for j in kids) or len(helpers) > len(copulas):
        return
    for j in kids:
        if j in copulas:
            nodes[j].dep = "aux:pass"
        elif nodes[j].dep == "subj":
            nodes[j].dep = "subj:pass"


def departures(nodes: list[Node]) -> None:
    """«Les soldats sont **partis** prêter main-forte»: no party, but those who have left."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos != "NOUN" or node.lemma not in ("parti", "partie") or not i:
            continue
        before = nodes[i - 1]
        if any(nodes[j].dep == "det" for j in below[i]):
            continue
        if before.text == "," and node.dep.startswith("subj") and _leaves_a_place(nodes, i):
            node.pos, node.lemma, node.dep = "VERB", "partir", "advcl"
            node.feats = {"VerbForm": "Part", "Tense": "Past"}
            continue  # «vers midi, **partis** de Lima, des mineurs ont occupé le port»
        if before.lemma != "être":
            continue
        node.pos, node.lemma, node.feats = "VERB", "partir", {"VerbForm": "Part", "Tense": "Past"}
        before.dep, before.head = "aux", i
        verb = node.head
        bare = nodes[verb].text.lower() == nodes[verb].lemma and nodes[verb].pos == "VERB"
        if bare and node.dep.startswith("subj") and verb > i:
            node.dep, node.head = (
                nodes[verb].dep,
                i if nodes[verb].head == verb else nodes[verb].head,
            )
            nodes[verb].dep, nodes[verb].head = "xcomp", i
        for j in below[i]:
            if nodes[j].dep == "subj:pass":
                nodes[j].dep = "subj"


def _leaves_a_place(nodes: list[Node], i: int) -> bool:
    """Whether a name follows after «de»."""
    after = nodes[i + 1 : i + 3]
    return len(after) == 2 and after[0].lemma == "de" and after[1].pos == "PROPN"


def deceased(nodes: list[Node]) -> None:
    """«Deux soldats sont **morts** dans un raid»: a verb, which the model takes for a noun."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos not in ("NOUN", "ADJ") or node.lemma != "mort" or not i:
            continue
        helpers = [j for j in below[i] if nodes[j].lemma == "être" and j < i]
        if not helpers or any(nodes[j].dep in ("det", "case") for j in below[i]):
            continue
        node.pos, node.lemma, node.feats = "VERB", "mourir", {"VerbForm": "Part", "Tense": "Past"}
        for j in below[i]:
            if j in helpers:
                nodes[j].dep = "aux"
            elif nodes[j].dep == "subj:pass":
                nodes[j].dep = "subj"


def severed_auxiliaries(nodes: list[Node]) -> None:
    """«Le maire **a**, lors du débat, **accusé** le préfet»: the participle is the verb, whatever stands
    between; and what hangs on an auxiliary hangs on its verb."""
    below = children_of(nodes)
    for i, node in enumerate(nodes[:-1]):
        if node.lemma not in ("avoir", "être") or node.dep.startswith("aux") or node.dep == "cop":
            continue
        if node.feats.get("VerbForm") != "Fin":
            continue
        if nodes[i + 1].text != ",":
            _parted_by_time(nodes, below, i)
            continue
        verb = next(
            (j for j in range(i + 2, len(nodes)) if _is_loose_participle(nodes, j, i)), None
        )
        if verb is None or any(nodes[j].dep in ("obj", "attr", "cop") for j in below[i]):
            continue
        nodes[verb].dep, nodes[verb].head = node.dep, verb if node.head == i else node.head
        for j in below[i]:
            if j != verb:
                nodes[j].head = verb
        node.dep, node.head, node.pos = "aux", verb, "AUX"
        below = children_of(nodes)
    for node in nodes:
        above = nodes[node.head]
        helper = above.dep == "aux" and above.lemma in ("avoir", "être")
        if helper and node is not above and node.dep.startswith("subj"):
            node.head = above.head


def _parted_by_time(nodes: list[Node], below: Below, i: int) -> None:
    """«Il **avait** dès le lendemain **appelé** le maire à …»."""
    times = [j for j in below[i] if i < j < i + 6 and nodes[j].dep == "obl"]
    verb = next((k for j in times for k in below[j] if k == j + 1 and _is_past(nodes[k])), None)
    if verb is None or nodes[verb].dep != "acl":
        return
    if any(nodes[j].dep in ("obj", "attr", "cop") and j < verb for j in below[i]):
        return
    nodes[verb].dep, nodes[verb].head = nodes[i].dep, verb if nodes[i].head == i else nodes[i].head
    for j in below[i]:
        if j != verb:
            nodes[j].head = verb
    nodes[i].dep, nodes[i].head, nodes[i].pos = "aux", verb, "AUX"


def _is_past(node: Node) -> bool:
    return (node.feats.get("VerbForm"), node.feats.get("Tense")) == ("Part", "Past")


def _is_loose_participle(nodes: list[Node], j: int, above: int) -> bool:
    node = nodes[j]
    loose = (
        node.pos == "VERB"
        and _is_past(node)
        and node.dep in ("acl", "advcl", "conj", "xcomp", "obj")
    )
    if not loose or nodes[j - 1].text != "," or above not in upward(nodes, j):
        return False
    return not any(other.head == j and other.dep.startswith("aux") for other in nodes)


def bare_participles(nodes: list[Node]) -> None:
    """«un policier **poignardé** à Lille», as headlines tell it: without an auxiliary the participle is a
    passive."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if (
            node.pos != "VERB"
            or node.dep not in ("root", "parataxis")
            or node.lemma in listed("verbs", "moving")
        ):
            continue
        told = (node.feats.get("VerbForm"), node.feats.get("Tense"))
        unmarked = told == ("Fin", "Pres") and _PARTICIPLE.search(node.text.lower()) is not None
        if not (_is_past(node) or unmarked):
            continue
        kids = [nodes[j] for j in below[i]]
        if any(kid.dep.startswith("aux") or kid.dep in ("obj", "expl", "cop") for kid in kids):
            continue
        if unmarked:
            node.feats = {"VerbForm": "Part", "Tense": "Past"}
        for j in below[i]:
            if nodes[j].dep == "subj" and j < i:
                nodes[j].dep = "subj:pass"


def gerunds(nodes: list[Node]) -> None:
    """«lui a proposé de venir **en se félicitant** de l'accord»: who does what a gerund tells is the
    subject of the verb in a tense, not of the infinitive before it."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos != "VERB" or node.mark != "en" or node.dep != "advcl":
            continue
        above = nodes[node.head]
        if above.pos in ("ADJ", "NOUN") and above.dep in ("amod", "nmod") and node.head < i:
            # «déclare que c'est un coup politique **en accusant** le roi»
            for at in upward(nodes, above.head):
                if nodes[at].pos == "VERB":
                    node.head = at
                    break
            continue
        if above.feats.get("VerbForm") != "Inf" or above.dep not in _UNBOUND or node.head > i:
            continue
        for at in upward(nodes, above.head):
            if is_finite(nodes, below[at], at):
                node.head = at
                break


def bound_infinitives(nodes: list[Node]) -> None:
    """«a appelé l'Iran et l'Irak **à rejoindre** l'alliance»: an infinitive after «à» or «de» that
    follows its verb's object without a comma completes the verb."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        over = nodes[node.head]
        if node.dep == "relcl" and node.mark == "que" and over.text.lower() == "ce" and over.case:
            node.dep, node.head = "comp", over.head  # «veille à ce **que le Mali paie**»
        sent = over.dep == "obj" and nodes[over.head].lemma in _SENDING and node.mark is None
        if node.dep == "acl" and sent and node.feats.get("VerbForm") == "Inf":
            node.dep, node.head = "xcomp", over.head  # «envoyer une délégation **voir** le roi»
        kept = over.dep == "obj" and nodes[over.head].lemma in _HINDERING and node.mark == "de"
        if node.dep == "acl" and kept:
            node.dep, node.head = "xcomp", over.head  # «empêcher les otages **d'être libérés**»
        if node.pos != "VERB" or node.mark not in _BOUND:
            continue
        if node.dep == "acl" and nodes[node.head].lemma in _TIMES:
            verb = nodes[node.head].head
            if nodes[verb].pos == "VERB" and nodes[node.head].case in _LASTING:
                node.dep, node.head = "xcomp", verb  # «a refusé pendant un mois **de partir**»
            continue
        if node.dep == "conj" and node.mark == "de" and _is_finite_head(nodes, i):
            node.dep = (
                "xcomp"  # «a appelé les élus à venir, et **de signer**», «a refusé un mois et
            )
            continue  # demi **de partir**»
        if node.dep != "advcl":
            continue
        if node.feats.get("VerbForm") != "Inf" or nodes[node.head].pos != "VERB" or node.head > i:
            continue
        before = [j for j in below[node.head] if node.head < j < i]
        if any(nodes[j].dep in ("comp", "xcomp") for j in before):
            continue
        if any(nodes[j].dep in ("obj", "iobj", "obl") for j in before) and not comma_before(
            nodes, below, i
        ):
            node.dep = "xcomp"


def _is_finite_head(nodes: list[Node], i: int) -> bool:
    """Whether an infinitive is joined to a verb before it that is none."""
    over = nodes[nodes[i].head]
    bare = nodes[i].feats.get("VerbForm") == "Inf"
    return bare and nodes[i].head < i and over.pos == "VERB" and over.feats.get("VerbForm") != "Inf"


def clauses_of_time(nodes: list[Node]) -> None:
    """«est parti pour Lima, **après avoir** refusé»: what came before is told of the verb, not of the
    noun beside it."""
    below = children_of(nodes)
    for node in nodes:
        if node.mark not in ("après", "avant") or node.pos != "VERB":
            continue
        if node.dep == "xcomp":
            node.dep = "advcl"  # «ce qu'il fera avant **de partir**»
        if node.dep != "acl":
            continue
        if nodes[node.head].pos not in ("NOUN", "PROPN"):
            continue
        for j in upward(nodes, node.head):
            if nodes[j].pos == "VERB":
                if not any(nodes[k].dep == "aux:pass" for k in below[j]):
                    node.dep, node.head = "advcl", j
                break
            if nodes[j].dep not in ("appos", "conj", "nmod", "obj", "obl"):
                break


def parallel_clauses(nodes: list[Node]) -> None:
    """«a été chargé d'hommages, où le maire a parlé **et a promis** un don»: a verb after «et» goes on
    with the nearest clause that is told in the same way, not with a passive further up."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        first = node.head
        kids = below[i]
        if node.dep != "conj" or first >= i or not is_finite(nodes, kids, i):
            continue
        if any(nodes[j].dep.startswith(("subj", "expl")) for j in kids):
            continue
        if nodes[first].pos != "VERB" or _shape(nodes, below, first) == _shape(nodes, below, i):
            continue
        for at in range(i - 1, first, -1):
            if not is_finite(nodes, below[at], at) or nodes[at].dep in ("conj", "parataxis"):
                continue
            own = any(nodes[j].dep.startswith("subj") for j in below[at])
            if (
                own
                and first in upward(nodes, at)
                and _shape(nodes, below, at) == _shape(nodes, below, i)
            ):
                node.head = at
            break


def _shape(nodes: list[Node], below: Below, i: int) -> tuple[str | None, ...]:
    """Auxiliary, tense and number of a verb in a tense."""
    told = next((j for j in below[i] if nodes[j].dep.startswith("aux")), i)
    feats = nodes[told].feats
    passive = any(nodes[j].dep == "aux:pass" for j in below[i])
    lemma = nodes[told].lemma if told != i else None
    return lemma, feats.get("Tense"), feats.get("Number"), "passive" if passive else None


def strayed_conjunctions(nodes: list[Node]) -> None:
    """«Il est essentiel **que** les deux États coopèrent», «la preuve **qu'**un Russe a tiré»: what opens
    a clause hangs on its subject."""
    for node in nodes:
        verb = nodes[node.head]
        if node.mark != "que" or node.dep != "subj" or verb.pos != "VERB" or verb.mark:
            continue
        verb.mark, node.mark = "que", None
        if verb.dep == "dep":
            verb.dep = "comp"


def misread_infinitives(nodes: list[Node]) -> None:
    """«envoyer une délégation **rencontrer** le président»: no participle, whatever the parser says."""
    for node in nodes:
        told = node.feats.get("VerbForm") in ("Fin", "Part")
        if node.pos == "VERB" and told and node.text.lower() == node.lemma:
            if node.lemma.endswith(("er", "ir", "re")):
                node.feats = {"VerbForm": "Inf"}


def clauses_of_pronouns(nodes: list[Node]) -> None:
    """«veille **à ce que** le pays respecte l'accord»: the clause is what the verb asks for."""
    for node in nodes:
        above = nodes[node.head]
        bare = above.text.lower() == "ce" and above.dep == "obl" and above.case in ("à", "de")
        if bare and node.dep in ("acl", "relcl") and node.mark == "que" and node.pos == "VERB":
            node.dep, node.head = "comp", above.head


def elided_conditions(nodes: list[Node]) -> None:
    """«**S'**il parvenait à reprendre la ville»: a condition, not a reflexive."""
    for node in nodes:
        if node.dep == "mark" and node.text.lower() in ("s'", "s’"):
            node.lemma = "si"
            verb = nodes[node.head]
            verb.mark = "si" if verb.mark == "se" else verb.mark


def marked_infinitives(nodes: list[Node]) -> None:
    """«repousse la foule **avant de la charger**»: an infinitive that a preposition opens is a clause."""
    for node in nodes:
        if node.dep == "obl" and node.pos == "VERB" and node.mark in _OPENING:
            if node.feats.get("VerbForm") == "Inf" and nodes[node.head].pos == "VERB":
                node.dep = "advcl"


def mend_verbs(nodes: list[Node]) -> None:
    """The last repairs of verbs, in their order."""
    marked_infinitives(nodes)
    bound_infinitives(nodes)
    clauses_of_time(nodes)
    bare_participles(nodes)
    strayed_conjunctions(nodes)
    clauses_of_pronouns(nodes)
    elided_conditions(nodes)
    gerunds(nodes)
