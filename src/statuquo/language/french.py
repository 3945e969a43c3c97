"""What the French model alone gets wrong in news, mended by rules of grammar.

Like `statuquo.language.repairs`: each function mends one kind of error on the nodes of a sentence,
in place, after the relations have been named and the prepositions been found.
"""

from __future__ import annotations

from statuquo.language.french_agents import BELOW_PASSIVE, mend_agents
from statuquo.language.french_clauses import (
    NAMING,
    adjacent_subjects,
    comma_before,
    coordinated_clauses,
    fronted_participles,
    interrupted_clauses,
    introduced_clauses,
    inverted_subjects,
    is_finite,
    joined_subjects,
    noun_headed_clauses,
    participle_subjects,
    relative_clauses,
    upward,
)
from statuquo.language.french_lists import listed_objects, mend_lists
from statuquo.language.french_names import (
    TIMES,
    apposed_in_commas,
    counted_out,
    fronted_places,
    is_title,
    number_ranges,
    owners_after_dates,
    stressed_pronouns,
    titled_names,
)
from statuquo.language.french_phrases import (
    adjective_complements,
    crowded_subjects,
    joined_objects,
    mend_complements,
    swallowed_objects,
)
from statuquo.language.french_pronouns import genitive_relatives, mend_pronouns
from statuquo.language.french_titles import mend_titles, second_offices
from statuquo.language.french_verbs import (
    deceased,
    departures,
    mend_verbs,
    misread_infinitives,
    moved,
    parallel_clauses,
    severed_auxiliaries,
)
from statuquo.language.nodes import Node, children_of

_CHARGING = frozenset(
    {"accuser", "charger", "féliciter", "inculper", "incriminer", "menacer", "priver", "qualifier",
     "remercier", "soupçonner", "suspecter", "traiter"}
)  # fmt: skip
_QUANTITIES = frozenset({"beaucoup_de", "moins_de", "peu_de", "plus_de", "tant_de", "trop_de"})


def mend_french(nodes: list[Node]) -> None:
    """All of them, in the order in which they build on each other."""
    denials_taken_for_adverbs(nodes)
    names_taken_for_verbs(nodes)
    doers_taken_for_verbs(nodes)
    misread_infinitives(nodes)
    round_numbers(nodes)
    number_ranges(nodes)
    counted_out(nodes)
    deceased(nodes)
    severed_auxiliaries(nodes)
    stressed_pronouns(nodes)
    mend_pronouns(nodes)
    titled_names(nodes)
    fronted_places(nodes)
    apposed_in_commas(nodes)
    mend_titles(nodes)
    owners_after_dates(nodes)
    departures(nodes)
    moved(nodes)
    relabelled(nodes)
    suffered_infinitives(nodes)
    detached_participles(nodes)
    two_nations(nodes)
    charges(nodes)
    joined_charges(nodes)
    fronted_participles(nodes)
    interrupted_clauses(nodes)
    joined_subjects(nodes)
    paired_complements(nodes)
    repeated_prepositions(nodes)
    noun_headed_clauses(nodes)
    relative_clauses(nodes)
    introduced_clauses(nodes)
    participle_subjects(nodes)
    adjacent_subjects(nodes)
    coordinated_clauses(nodes)
    inverted_subjects(nodes)
    mend_lists(nodes)
    parallel_clauses(nodes)
    swallowed_objects(nodes)
    crowded_subjects(nodes)
    joined_objects(nodes)
    listed_objects(nodes)
    second_offices(nodes)
    adjective_complements(nodes)
    mend_complements(nodes)
    mend_agents(nodes)
    stranded_objects(nodes)
    genitive_relatives(nodes)
    mend_verbs(nodes)


def names_taken_for_verbs(nodes: list[Node]) -> None:
    """«attendu en Grèce lundi», «exhorte Ankara à …»: what has a capital within a sentence is a name;
    the preposition before it is its own."""
    for i, node in enumerate(nodes):
        article = node.text[:3].lower() in ("al-", "el-") and node.text[3:4].isupper()
        if node.pos != "VERB" or not (node.text[:1].isupper() or article) or not i:
            continue
        before = nodes[i - 1]
        if before.pos in ("PUNCT", "SPACE", "SYM"):
            continue
        node.pos, node.feats, node.lemma = "PROPN", {}, node.text.lower()
        noun = node.head
        if node.dep == "acl" and noun < i and nodes[noun].pos == "PROPN":
            node.dep = "flat"  # «Deir al-Zor»
            for other in nodes:
                if other.head == i and other.dep in ("agent", "obl"):
                    other.dep, other.head = "nmod", noun
        if node.dep == "amod" and noun > i and before.head == noun and before.dep == "case":
            node.case, nodes[noun].case = nodes[noun].case, None
            node.dep, node.head, before.head = nodes[noun].dep, nodes[noun].head, i
        elif node.dep in ("xcomp", "comp", "advcl") and nodes[noun].pos == "VERB" and noun < i:
            node.dep = "obl" if node.case else "obj"


_PRESENT = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin", "Number": "Sing"}


def _head_denial(nodes: list[Node], i: int, who: int) -> None:
    """«Le préfet dément toute rumeur», read as a noun with two attributes, becomes a clause."""
    after = [j for j in range(i + 1, len(nodes)) if nodes[j].head == who]
    denied = next((j for j in after if nodes[j].pos in ("NOUN", "PROPN")), None)
    if denied is None or nodes[denied].case:
        return
    nodes[i].pos, nodes[i].lemma, nodes[i].dep, nodes[i].head = "VERB", "démentir", "root", i
    nodes[i].feats = dict(_PRESENT)
    nodes[who].dep, nodes[who].head = "subj", i
    for j in after:
        nodes[j].head = i
    nodes[denied].dep = "obj"


def denials_taken_for_adverbs(nodes: list[Node]) -> None:
    """«Oslo dément toute ingérence», «Oslo dément avoir tiré»: the parser knows the word as an
    adjective only and takes what is denied for the head of the clause."""
    for i, node in enumerate(nodes):
        if node.text.lower() != "dément" or node.dep not in ("advmod", "amod"):
            continue
        denied = node.head
        while denied < i and nodes[denied].head != denied:
            denied = nodes[denied].head  # «le ministère danois dément»: past the noun it hangs on
        if denied < i:
            _head_denial(nodes, i, denied)
            continue
        if not any(nodes[j].head == denied and nodes[j].dep == "subj" for j in range(i)):
            continue
        top = nodes[denied]
        node.pos, node.lemma, node.dep = "VERB", "démentir", top.dep
        node.head = i if top.head == denied else top.head
        node.feats = dict(_PRESENT)
        top.dep = "xcomp" if top.pos == "VERB" else "obj"
        top.head = i
        for j in range(i):
            if nodes[j].head == denied:
                nodes[j].head = i


def doers_taken_for_verbs(nodes: list[Node]) -> None:
    """«L'opposant togolais», «des manifestants»: a present participle with an article is a noun."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        form = node.text.lower()
        if node.pos != "VERB" or not form.removesuffix("s").removesuffix("e").endswith("ant"):
            continue
        articles = [j for j in below[i] if j < i and nodes[j].dep == "det"]
        if not articles or node.dep in ("acl", "advcl", "root"):
            continue
        node.pos, node.lemma = "NOUN", form.removesuffix("s").removesuffix("e")
        number = "Plur" if form.endswith("s") else "Sing"
        node.feats = {"Number": number, "Gender": node.feats.get("Gender", "Masc")}
        for j in below[i]:
            if nodes[j].dep == "obj" and nodes[j].case is None:
                nodes[j].dep = "amod"


def round_numbers(nodes: list[Node]) -> None:
    """«deux cents soldats»: the soldiers are the head, the hundreds count them."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.lemma not in ("cent", "mille") or node.pos not in ("NOUN", "NUM"):
            continue
        counted = [
            j for j in below[i] if j == i + 1 and nodes[j].pos == "NOUN" and not nodes[j].case
        ]
        if not counted or nodes[counted[0]].dep not in ("nmod", "amod", "appos", "dep"):
            continue
        noun = counted[0]
        nodes[noun].dep, nodes[noun].case = node.dep, node.case
        nodes[noun].head = noun if node.head == i else node.head
        for j in below[i]:
            if j != noun:
                nodes[j].head = noun
        node.dep, node.head, node.case, node.pos = "nummod", noun, None, "NUM"


def relabelled(nodes: list[Node]) -> None:
    """Complements with the wrong name: «menace l'Iran» has an object, whatever the parser says of the
    noun, and «tué lors d'un raid» has none."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        head = nodes[node.head]
        if node.pos not in NAMING or node.head >= i or head.pos != "VERB":
            continue
        named_object = node.dep == "obj" and node.case not in (None, "de")
        if named_object or (node.dep == "nmod" and node.case is not None):
            node.dep = "obl"
        elif node.dep == "nmod" and node.lemma not in TIMES:
            others = {nodes[j].dep for j in below[node.head]}
            if not others & {"obj", "comp", "xcomp", "subj:pass", "aux:pass", "cop"}:
                node.dep = "obj"


def suffered_infinitives(nodes: list[Node]) -> None:
    """«Trois évêques se sont fait arrêter par la police»: the subject undergoes it."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        made = [j for j in below[i] if nodes[j].lemma == "faire" and i - 3 < j < i]
        clitics = [j for j in below[i] if nodes[j].text.lower() in ("se", "s'") and j < i]
        if node.pos != "VERB" or node.feats.get("VerbForm") != "Inf" or not made or not clitics:
            continue
        nodes[made[0]].dep, nodes[clitics[-1]].head = "aux:pass", made[0]
        for j in below[i]:
            if nodes[j].dep == "subj":
                nodes[j].dep = "subj:pass"


def detached_participles(nodes: list[Node]) -> None:
    """«a bombardé le port, tuant dix soldats», «a bombardé le port et tué dix soldats»: who did the one
    did the other; it says nothing of the port."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        noun = node.head
        if node.pos != "VERB" or node.feats.get("VerbForm") != "Part" or noun >= i:
            continue
        if nodes[noun].pos not in NAMING or nodes[noun].dep not in ("obj", "obl", "nmod"):
            continue
        verb = next((j for j in upward(nodes, noun) if nodes[j].pos not in NAMING), None)
        if verb is None or verb > noun or not is_finite(nodes, below[verb], verb):
            continue
        acting = any(nodes[j].dep in ("obj", "comp", "xcomp") for j in below[i])
        if node.feats.get("Tense") == "Pres" and node.dep == "acl":
            if acting and comma_before(nodes, below, i):
                node.dep, node.head = "advcl", verb
        elif node.dep == "conj" and acting and not is_finite(nodes, below[i], i):
            node.head = verb


def two_nations(nodes: list[Node]) -> None:
    """«les présidents russe et turc»: an adjective is joined to an adjective, not to the noun."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        noun = node.head
        if node.pos != "ADJ" or node.dep != "conj" or nodes[noun].pos != "NOUN" or noun > i:
            continue
        before = [j for j in below[noun] if nodes[j].dep == "amod" and noun < j < i]
        if before and not any(nodes[j].dep == "det" for j in below[i]):
            node.head = before[-1]


def charges(nodes: list[Node]) -> None:
    """«accuse l'armée de génocide»: what somebody is accused of or threatened with is no part of his
    name."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        person = nodes[node.head]
        if node.case != "de" or node.dep != "nmod" or node.pos != "NOUN" or person.dep != "obj":
            continue
        if nodes[person.head].lemma not in _CHARGING or person.head > node.head:
            continue
        if not any(nodes[j].dep in ("det", "poss") for j in below[i]):
            node.dep, node.head = "obl", person.head


def joined_charges(nodes: list[Node]) -> None:
    """«reproche au maire un vol et **d'avoir** fui»: an infinitive with «de» is joined to what somebody is
    charged with, never to the verb in a tense."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        over = nodes[node.head]
        if node.dep != "conj" or node.pos != "VERB" or node.mark != "de" or node.head > i:
            continue
        charging = over.lemma in _CHARGING or over.lemma == "reprocher"
        if charging and over.feats.get("VerbForm") != "Inf":
            if not any(nodes[j].dep.startswith("subj") for j in below[i]):
                node.dep = "xcomp"


def paired_complements(nodes: list[Node]) -> None:
    """«les pourparlers entre Kiev et Riga»: «entre» wants two, whatever the second was joined to."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.case != "entre" or any(nodes[j].dep == "conj" for j in below[i]):
            continue
        after = [
            j for j in below[node.head]
            if j > i and nodes[j].dep == "conj" and nodes[j].case in (None, "entre")
        ]  # fmt: skip
        if after and any(nodes[j].dep == "cc" for j in below[after[0]]):
            nodes[after[0]].head = i


def stranded_objects(nodes: list[Node]) -> None:
    """«a placé en garde à vue un journaliste», «a assigné ce mardi 3 mai le parti en justice»: the
    object hangs too deep, on the noun before it."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        if node.pos not in NAMING or node.case is not None:
            continue
        if node.dep not in ("nmod", "appos", "dep", "obj") or nodes[node.head].pos not in NAMING:
            continue
        if node.dep == "appos" and is_title(nodes, below[node.head], node.head):
            continue
        bare = node.pos == "PROPN" and not any(nodes[j].dep == "det" for j in below[node.head])
        determined = any(nodes[j].dep == "det" for j in below[i])
        if node.head >= i or not (determined or (bare and nodes[node.head].pos == "NOUN")):
            continue
        if node.lemma in TIMES or comma_before(nodes, below, i):
            continue
        way = list(upward(nodes, node.head))
        at = next((j for j in way if nodes[j].dep not in BELOW_PASSIVE), way[-1])
        verb, deps = nodes[at], {nodes[j].dep for j in below[at]}
        if verb.pos != "VERB" or at > node.head or verb.feats.get("Voice") == "Pass":
            continue
        if not deps & {"obj", "comp", "xcomp", "subj:pass", "aux:pass", "expl", "agent"}:
            node.dep, node.head = "obj", at


def repeated_prepositions(nodes: list[Node]) -> None:
    """«la ministre de l'Eau et des Forêts», «le chef du parti et les députés»: with a preposition of
    its own, a conjunct is joined to what has the same one; without it, to what has none."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        first = node.head
        if node.dep != "conj" or first >= i or node.pos not in NAMING:
            continue
        if nodes[first].pos not in NAMING or node.case == nodes[first].case:
            continue
        if node.case is not None:
            same = [j for j in below[first] if first < j < i and nodes[j].case == node.case]
            if same and nodes[same[-1]].dep == "nmod":
                node.head = same[-1]
        elif nodes[first].case == "de" and node.pos == "NOUN" and nodes[first].dep == "nmod":
            above = nodes[first].head
            determined = any(nodes[j].dep == "det" for j in below[i])
            if determined and nodes[above].pos in NAMING and nodes[above].case is None:
                node.head = above


def quantified_objects(nodes: list[Node]) -> None:
    """«Le Tchad accueille plus de mille réfugiés»: how many, not where."""
    for node in nodes:
        if node.case not in _QUANTITIES or node.dep not in ("obl", "nmod"):
            continue
        node.case = None
        if nodes[node.head].pos == "VERB" and not any(
            other.head == node.head and other.dep in ("obj", "subj:pass") for other in nodes
        ):
            node.dep = "obj"
