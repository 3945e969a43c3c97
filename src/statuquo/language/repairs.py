"""What the French and Spanish models commonly get wrong in news, mended by rules of grammar.

Each function mends one kind of error on the nodes of a sentence, in place; each says with an example
which. They were found by reading misses on real text, and hold whatever the words are.
"""

from __future__ import annotations

from statuquo.language.grammar import NOMINAL, VERBAL
from statuquo.language.nodes import Below, Node, children_of
from statuquo.reports.model import Language

_INFINITIVES: dict[str, tuple[str, ...]] = {
    "fr": ("er", "ir", "re"), "es": ("ar", "er", "ir"), "en": ("\0",),
}  # fmt: skip
_BEFORE_DE = frozenset(
    {"près", "loin", "hors", "autour", "lors", "auprès", "aux-alentours", "proche"}
)
_PASSING_ON = frozenset(
    ["acheminer", "acheter", "apporter", "demander", "distribuer", "donner", "envoyer", "expédier",
     "exporter", "fournir", "importer", "larguer", "livrer", "offrir", "procurer", "réclamer",
     "solliciter", "transporter", "vendre", "verser"]
)  # fmt: skip
_QUOTES = frozenset({"«", "»", "“", "”", "„", '"'})
_FUTURE = ("rai", "ras", "ra", "rons", "rez", "ront")
_CONDITIONAL = ("rais", "rait", "rions", "riez", "raient")
_WITH_ETRE = frozenset(
    [
        "aller",
        "arriver",
        "convenir",
        "descendre",
        "devenir",
        "décéder",
        "entrer",
        "intervenir",
        "monter",
        "mourir",
        "naître",
        "partir",
        "parvenir",
        "passer",
        "rentrer",
        "ressortir",
        "rester",
        "retourner",
        "revenir",
        "sortir",
        "survenir",
        "tomber",
        "venir",
        "apparaître",
        "remonter",
        "repartir",
    ]
)


def mend_tags(nodes: list[Node], forms: dict[str, str], lang: Language) -> None:
    """Verbs that the tagger took for something else, and tenses that it missed; quotation marks that
    it took for words."""
    heads = {node.head for i, node in enumerate(nodes) if node.head != i}
    for i, node in enumerate(nodes):
        lower = node.text.lower()
        if lower in _QUOTES and i not in heads and node.head != i:
            node.pos, node.dep = "PUNCT", "punct"
        known = forms.get(lower, "")
        if known.endswith(_INFINITIVES[lang]) and "VerbForm" not in node.feats:
            da = lang == "es" and node.pos == "ADP"  # «Turquía da cobijo a …»
            if da or node.pos in ("ADJ", "PROPN", "ADV", "X"):
                node.pos, node.feats = "VERB", {**node.feats, "VerbForm": "Fin"}
        if lang == "fr" and node.feats.get("Tense") == "Fut" and not lower.endswith(_FUTURE):
            node.feats = {**node.feats, "Tense": "Pres"}
        if lang == "fr" and node.pos in VERBAL and node.feats.get("VerbForm") == "Fin":
            stem = node.lemma[:-2]
            if lower.endswith(_FUTURE) and lower not in (f"{stem}a", f"{stem}ai", f"{stem}as"):
                node.feats = {**node.feats, "Tense": "Fut", "Mood": "Ind"}
            elif lower.endswith(_CONDITIONAL) and lower not in (f"{stem}ait", f"{stem}aient"):
                node.feats = {**node.feats, "Mood": "Cnd"}


def french_participles(nodes: list[Node], verbs: frozenset[str]) -> None:
    """Participles that were taken for adjectives («a gelé»), and perfects that were taken for passives
    («s'est réuni», «sont entrés», «a accusé»), or passives for perfects («a été accusé»)."""
    below = children_of(nodes)
    for i, node in enumerate(nodes):
        kids = [nodes[j] for j in below[i]]
        helpers = {kid.lemma for kid in kids if kid.pos == "AUX"}
        if not helpers:
            continue
        if node.pos in ("ADJ", "ADV", "NOUN", "X"):
            lemma = _participle_of(node.text.lower(), verbs)
            passive = (
                any(kid.text.lower() in ("été", "être") for kid in kids) or "avoir" not in helpers
            )
            if lemma is None or (
                passive and node.dep not in ("root", "conj", "ccomp", "relcl", "acl:relcl")
            ):
                continue
            node.pos, node.lemma = "VERB", lemma
            node.feats = {**node.feats, "VerbForm": "Part", "Tense": "Past"}
            for kid in kids:
                if kid.dep in ("cop", "aux:tense", "aux"):
                    kid.dep = "aux:pass" if passive and kid.lemma == "être" else "aux:tense"
                elif kid.dep == "nsubj" and passive:
                    kid.dep = "nsubj:pass"
        reflexive = any(kid.text.lower() in ("se", "s'", "s’") for kid in kids)
        been = any(kid.text.lower() in ("été", "être") for kid in kids)
        if node.pos == "VERB" and been and not reflexive:
            node.feats = {**node.feats, "Voice": "Pass"}
            for kid in kids:
                if kid.dep == "nsubj":
                    kid.dep = "nsubj:pass"
        elif node.pos == "VERB" and (reflexive or node.lemma in _WITH_ETRE or "avoir" in helpers):
            node.feats = {k: v for k, v in node.feats.items() if k != "Voice"}
            for kid in kids:
                if kid.dep == "nsubj:pass":
                    kid.dep = "nsubj"
                elif kid.dep == "aux:pass":
                    kid.dep = "aux:tense"


def _participle_of(form: str, verbs: frozenset[str]) -> str | None:
    """The known verb whose past participle the form is, or None."""
    bare = form.rstrip("s")
    bare = bare[:-1] if bare.endswith(("ée", "ie", "ue")) else bare
    for ending, endings in (("é", ("er",)), ("i", ("ir",)), ("u", ("oir", "re", "ir"))):
        if bare.endswith(ending):
            for infinitive in endings:
                lemma = bare[: -len(ending)] + infinitive
                if lemma in verbs:
                    return lemma
    return None


def headline_verb(nodes: list[Node], lang: Language, verbs: frozenset[str]) -> None:
    """«Moscou bétonne son appui», «Ankara menace d'attaquer»: a present that looks like a noun or an
    adjective was taken for one. What hung on it, or on the name before it, is the verb's."""
    root = next((i for i, node in enumerate(nodes) if node.head == i), None)
    if root is None or nodes[root].pos not in ("PROPN", "NOUN"):
        return
    subject = next(
        (j for j, n in enumerate(nodes) if n.head == root and n.dep == "subj" and j < root), None
    )
    if subject is not None:
        verb = root
        between = _verb_between(nodes, subject, root, lang, verbs)
        if between is not None:
            _make_root(nodes, between, root, lang, verbs)
            return
    else:
        last = root
        while last + 1 < len(nodes) and nodes[last + 1].dep in ("flat", "compound"):
            last += 1
        subject, verb = root, last + 1
        hung = verb < len(nodes) and root in (nodes[verb].head, nodes[nodes[verb].head].head)
        if not hung:
            verb = _noun_like_verb(nodes, root, lang, verbs)
    if verb < 0:
        return
    target = nodes[verb]
    lemma = _present_of(target, lang, verbs)
    if lemma is None or any(n.head == verb and n.dep in ("det", "cop") for n in nodes):
        return
    target.pos, target.lemma, target.dep, target.head = "VERB", lemma, "root", verb
    target.feats = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres"}
    for i, node in enumerate(nodes):
        if node.head in (root, verb) and i not in (root, verb) and i > verb:
            node.head = verb
            if node.dep in ("acl", "advcl", "xcomp", "comp", "relcl") and node.pos in VERBAL:
                node.dep = "xcomp"
            elif node.dep in ("nmod", "amod", "appos", "dep", "obl") and node.pos in NOMINAL:
                node.dep = "obl" if node.case else "obj"
    nodes[subject].head, nodes[subject].dep = verb, "subj"


def _noun_like_verb(nodes: list[Node], root: int, lang: Language, verbs: frozenset[str]) -> int:
    """«L'Union européenne finance la mission»: without another finite verb, a noun that is followed
    by a determiner and is the present of a known verb is that verb; -1 where there is none."""
    if any(n.feats.get("VerbForm") == "Fin" for n in nodes):
        return -1
    for j in range(root + 1, len(nodes) - 1):
        if nodes[j].head == root and nodes[j + 1].pos == "DET" and not nodes[j].case:
            if _present_of(nodes[j], lang, verbs) is not None:
                return j
    return -1


def _verb_between(
    nodes: list[Node], subject: int, root: int, lang: Language, verbs: frozenset[str]
) -> int | None:
    """«La Turquie finance la Grèce»: the bare noun between the subject and what was taken for the
    root, where it is the present of a verb."""
    if lang != "fr" or any(n.head == root and n.dep == "cop" for n in nodes):
        return None
    for j in range(subject, root):
        node = nodes[j]
        if node.pos == "NOUN" and node.case is None and nodes[j + 1].pos == "DET":
            bare = nodes[j - 1].pos in ("PROPN", "NOUN", "ADJ", "ADV", "PRON", "PUNCT")
            if bare and _present_of(node, lang, verbs) is not None:
                return j
    return None


def _make_root(
    nodes: list[Node], verb: int, root: int, lang: Language, verbs: frozenset[str]
) -> None:
    """The verb takes the place of the root, which is its object; what stands before it is its own."""
    node = nodes[verb]
    node.lemma = _present_of(node, lang, verbs) or node.lemma
    node.pos, node.dep, node.head = "VERB", "root", verb
    node.feats = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres"}
    for j, other in enumerate(nodes):
        if other.head == root and j < verb:
            other.head = verb
    nodes[root].dep, nodes[root].head = "obj", verb


def _present_of(node: Node, lang: Language, verbs: frozenset[str]) -> str | None:
    """The known verb whose third person present the word is, or None."""
    form = node.text.lower()
    if node.lemma in verbs:
        return node.lemma
    if node.pos not in ("ADJ", "NOUN", "PROPN", "X", "ADV"):
        return None
    if (lang == "fr" and form.endswith("e")) or (lang == "es" and form[-1:] in ("a", "e")):
        lemma = f"{form}r"
        return lemma if lemma in verbs else None
    return None


def introduced_subjects(nodes: list[Node]) -> None:
    """«Selon la Grèce, la Turquie a attaqué»: what stands after a preposition is no subject; the bare
    noun that was hung on it is."""
    for i, node in enumerate(nodes):
        if node.dep not in ("subj", "subj:pass") or node.case in (None, "de", "a"):
            continue
        for j in range(i + 1, node.head):
            other = nodes[j]
            if (
                other.head == i
                and other.case is None
                and other.dep in ("nmod", "appos", "conj", "flat")
            ):
                if any(nodes[k].text == "," for k in range(i, j)):
                    other.dep, other.head = node.dep, node.head
                    break
        node.dep = "obl"


def apposed_verbs(nodes: list[Node]) -> None:
    """«l'ambassadeur insiste, Paris et Rome n'ont pas …»: a finite verb hung on the noun before it
    is that noun's verb, and the bare name after the comma is the subject of what follows."""
    for i, node in enumerate(nodes):
        noun = node.head
        if node.pos != "VERB" or node.dep != "amod" or node.feats.get("VerbForm") != "Fin":
            continue
        if not 0 <= i - noun <= 6 or nodes[noun].pos not in ("NOUN", "PROPN"):
            continue
        old, head = nodes[noun].dep, nodes[noun].head
        if head == noun:
            continue
        heir = next(
            (j for j in range(i + 1, len(nodes)) if nodes[j].head == noun and nodes[j].case is None
             and nodes[j].dep in ("nmod", "appos") and nodes[j].pos in ("NOUN", "PROPN")),
            None,
        )  # fmt: skip
        if heir is not None:
            nodes[heir].dep, nodes[heir].head = old, head
            for other in nodes[heir + 1 :]:
                if other.head == noun:
                    other.head = heir
        node.dep, node.head = "parataxis", head
        nodes[noun].dep, nodes[noun].head = "subj", i


def nearest_subjects(nodes: list[Node]) -> None:
    """A pronoun taken for the subject across another verb yields to the bare noun that stands right
    before the verb («que ce soit à Lima ou chaque grève est réprimée»)."""
    for i, node in enumerate(nodes):
        if node.pos != "VERB":
            continue
        subjects = [j for j, n in enumerate(nodes) if n.head == i and n.dep.startswith("subj")]
        helpers = [j for j, n in enumerate(nodes) if n.head == i and n.dep.startswith("aux")]
        if len(subjects) != 1 or not helpers:
            continue
        first, subject = min(helpers), subjects[0]
        near = first - 1
        if not subject < near < i or nodes[subject].pos != "PRON" or nodes[near].case is not None:
            continue
        between = nodes[subject + 1 : near]
        if nodes[near].pos not in ("NOUN", "PROPN") or nodes[near].dep not in (
            "conj",
            "nmod",
            "dep",
            "appos",
        ):
            continue
        if any(n.feats.get("VerbForm") == "Fin" for n in between):
            nodes[near].dep, nodes[near].head = nodes[subject].dep, i
            nodes[subject].dep = "dep"


def bare_objects(nodes: list[Node], below: Below, arguments: set[int]) -> None:
    """Objects that the parser calls something else: a complement without preposition, or a second
    subject after the verb («la Russie soutient Maduro»)."""
    for i, node in enumerate(nodes):
        if node.pos != "VERB":
            continue
        kids = [nodes[j] for j in below[i]]
        if any(kid.dep in ("obj", "comp", "xcomp") and kid.text.lower() != "se" for kid in kids):
            continue
        if any(kid.dep in ("subj:pass", "aux:pass") for kid in kids):
            continue
        before = [j for j in below[i] if nodes[j].dep == "subj" and j < i]
        after = [j for j in below[i] if nodes[j].dep == "subj" and j > i]
        if before and after:
            nodes[after[0]].dep = "obj"
            continue
        for j in below[i]:
            kid = nodes[j]
            bare = kid.dep == "obl" and kid.case is None and j > i and kid.pos in ("NOUN", "PROPN")
            if bare and (j in arguments or kid.pos == "PROPN" or j == i + 1):
                kid.dep = "obj"
                break


def stranded_subjects(nodes: list[Node]) -> None:
    """«où Tunis et Alger ne tardent pas»: a noun that heads a clause without verb is the
    subject of the finite verb that follows."""
    for i, node in enumerate(nodes):
        if node.dep not in ("relcl", "advcl", "comp") or node.pos not in ("NOUN", "PROPN"):
            continue
        if any(n.head == i and n.dep in ("cop", "subj", "aux") for n in nodes):
            continue
        for j in range(i + 1, min(i + 8, len(nodes))):
            other = nodes[j]
            if other.pos == "PUNCT" and other.text not in (",",):
                break
            if other.pos == "VERB" and other.feats.get("VerbForm") == "Fin":
                if any(n.head == j and n.dep.startswith("subj") for n in nodes) or i == other.head:
                    break
                other.dep, other.head = node.dep, node.head
                node.dep, node.head = "subj", j
                break


def verb_prepositions(nodes: list[Node], below: Below) -> None:
    """«envers», «contre» taken for verbs are the preposition of what was taken for their object."""
    for i, node in enumerate(nodes):
        if node.pos != "VERB" or node.text.lower() not in ("envers", "selon", "contre", "entre"):
            continue
        objects = [j for j in below[i] if nodes[j].dep in ("obj", "obl") and j > i]
        if not objects or any(nodes[j].dep.startswith("subj") for j in below[i]):
            continue
        target = nodes[objects[0]]
        target.case, target.head = node.text.lower(), node.head
        target.dep = "obl" if nodes[node.head].pos in VERBAL else "nmod"
        node.pos, node.dep, node.head = "ADP", "case", objects[0]
        node.lemma = node.text.lower()


def addressed_infinitives(nodes: list[Node], below: Below) -> None:
    """«a ordonné à l'armée de libérer …»: the infinitive belongs to the verb, not to the army."""
    for node in nodes:
        if node.dep not in ("acl", "nmod", "obl") or node.feats.get("VerbForm") != "Inf":
            continue
        if (node.mark or node.case) not in ("de", "à", "a"):
            continue
        noun = nodes[node.head]
        verb = nodes[noun.head]
        addressed = noun.case in ("à", "a") or noun.pos == "PROPN"
        # «appeler l'armée à se ranger»: few nouns take «à» with an infinitive, many verbs do
        addressed = addressed or (noun.dep == "obj" and (node.mark or node.case) == "à")
        if noun.dep not in ("obl", "obj", "iobj", "subj:pass") or not addressed:
            continue
        if verb.pos != "VERB" or any(nodes[k].dep in ("comp", "xcomp") for k in below[noun.head]):
            continue
        node.mark = node.mark or node.case
        node.case, node.dep, node.head = None, "xcomp", noun.head


def adverb_prepositions(nodes: list[Node], below: Below) -> None:
    """«auprès de X», «lors de X», «afin de …»: X hangs on the verb, the adverb is its preposition."""
    for i, node in enumerate(nodes):
        # «un attentat près du siège»: the adverb was hung elsewhere, the noun on «de» alone
        articles = [j for j in below[i] if nodes[j].dep == "case" and nodes[j].lemma == "de"]
        if node.case == "de" and articles and articles[0] > 0:
            before = nodes[articles[0] - 1]
            if before.text.lower() in _BEFORE_DE and before.pos == "ADV":
                node.case = f"{before.text.lower()}_de"
        loose = ("advmod", "mark", "case", *(("amod",) if node.text.lower() in _BEFORE_DE else ()))
        if node.pos not in ("ADV", "ADP", "SCONJ") or node.dep not in loose:
            continue
        for j in below[i]:
            kid = nodes[j]
            if kid.dep not in ("obl", "nmod", "comp", "xcomp", "advcl") or j < i:
                continue
            if (kid.case or kid.mark) != "de":
                continue
            words = f"{node.lemma}_de"
            kid.head = node.head
            node.head, node.dep = j, "case"
            if kid.pos in VERBAL:
                kid.dep, kid.mark, kid.case = "advcl", words, None
            else:
                kid.dep, kid.case = "obl", words
            break


def partitive_objects(nodes: list[Node], below: Below) -> None:
    """«a livré des vaccins»: the parser reads the article as «de» and the object as an oblique."""
    for i, node in enumerate(nodes):
        if (
            node.dep != "obl"
            or node.case != "de"
            or node.pos != "NOUN"
            or nodes[node.head].pos != "VERB"
        ):
            continue
        head = node.head
        articles = [j for j in below[i] if nodes[j].dep == "case"]
        if len(articles) != 1:
            continue
        if nodes[articles[0]].text.lower() not in ("des", "du"):
            bare = nodes[articles[0] + 1].text.lower() in ("la", "l'", "l’")
            if not bare or nodes[head].lemma not in _PASSING_ON:
                continue  # «envoyer de l'aide», and not «parler de l'aide»
        if articles[0] - head > 2 or articles[0] < head:
            continue
        if any(nodes[k].dep in ("obj", "agent", "expl") for k in below[head]):
            continue
        node.dep, node.case = "obj", None
        nodes[articles[0]].dep = "det"
