"""From a spaCy parse to the grammar view: one small mapping per dialect, nothing else knows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from statuquo.language.grammar import NOMINAL, RELATIVE_PRONOUNS, VERBAL, Sentence, Token
from statuquo.reports.model import Language

_UD = {
    "nsubj": "subj", "csubj": "subj", "nsubj:pass": "subj:pass", "csubj:pass": "subj:pass",
    "nsubj:outer": "subj", "nsubj:caus": "subj", "obj:agent": "agent", "obj:lvc": "obj",
    "ccomp": "comp", "obl:agent": "agent", "obl:arg": "obl", "obl:mod": "obl", "obl:tmod": "obl",
    "acl:relcl": "relcl", "advcl:cleft": "advcl", "flat:name": "flat", "flat:foreign": "flat",
    "aux:tense": "aux", "aux:caus": "aux", "expl:comp": "expl", "expl:pass": "expl",
    "expl:subj": "expl", "expl:pv": "expl", "expl:impers": "expl", "iobj:agent": "agent",
    "ROOT": "root", "dep:comp": "obl", "parataxis:insert": "parataxis", "fixed": "case",
    "nummod:gov": "nummod", "det:numgov": "det", "goeswith": "flat", "orphan": "dep",
}  # fmt: skip
_CLEARNLP = {
    "nsubj": "subj", "csubj": "subj", "nsubjpass": "subj:pass", "csubjpass": "subj:pass",
    "dobj": "obj", "dative": "iobj", "ccomp": "comp", "auxpass": "aux:pass", "attr": "attr",
    "acomp": "attr", "oprd": "attr", "nn": "compound", "pobj": "obl", "pcomp": "comp",
    "npadvmod": "obl", "ROOT": "root", "quantmod": "advmod", "intj": "dep", "nounmod": "nmod",
    "predet": "det", "preconj": "cc", "meta": "dep", "expl": "expl", "agent": "agent",
    "prep": "prep", "possessive": "case",
}  # fmt: skip
_CONTRACTED = {
    "fr": {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "d’": "de", "en": "en"},
    "es": {"al": "a", "del": "de"},
    "en": {"'s": "'s"},
}
_NOUN_PREPOSITIONS: dict[str, dict[str, str]] = {
    # nouns that make a preposition with the one before and the one after them: «en faveur de»
    "fr": {
        "en": "faveur réponse soutien raison guise", "à": "encontre égard profit côté nom lieu "
        "endroit aide issue cours sein titre cause suite propos sujet détriment bord",
        "de": "part", "avec": "aide", "sous": "égide",
    },
    "es": {
        "a": "favor lado través causa manos", "en": "favor contra nombre apoyo manos torno respuesta "
        "cuanto lugar relación rechazo repudio protesta demanda medio virtud beneficio",
        "por": "parte medio causa", "de": "parte cara", "con": "relación respecto",
    },
    "en": {
        "in": "favor favour support response protest opposition line terms spite addition face wake "
        "front retaliation hands reaction defense defence accordance connection light",
        "on": "behalf part", "at": "hands",
    },
}  # fmt: skip
_SMALL = frozenset({"de", "of", "à", "a", "to", "con", "with", "en", "avec", "for"})
_INFINITIVES: dict[str, tuple[str, ...]] = {
    "fr": ("er", "ir", "re"), "es": ("ar", "er", "ir"), "en": ("\0",),
}  # fmt: skip
_FUTURE = ("rai", "ras", "ra", "rons", "rez", "ront")
_CONDITIONAL = ("rais", "rait", "rions", "riez", "raient")
_WITH_ETRE = frozenset(
    "aller arriver descendre devenir décéder entrer intervenir monter mourir naître partir parvenir "
    "passer rentrer ressortir rester retourner revenir sortir survenir tomber venir apparaître "
    "remonter repartir".split()
)
_ELIDED = frozenset({"l'", "l’", "le", "la", "el"})
_ATTR_VERBS = frozenset({"be"})


@dataclass(slots=True)
class _Node:
    """A token while the view is being made."""

    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    feats: dict[str, str]
    ent: str | None
    tag: str
    case: str | None = None
    mark: str | None = None


def view(
    doc: Any,
    *,
    text: str,
    lang: Language,
    start: int,
    kind: str,
    index: int,
    support: frozenset[str] = frozenset(),
    forms: dict[str, str] | None = None,
    compounds: frozenset[str] = frozenset(),
    inverse: frozenset[str] = frozenset(),
    verbs: frozenset[str] = frozenset(),
) -> Sentence:
    """The grammar view of one parsed sentence.

    Args:
        doc: spaCy's parse of the sentence alone.
        text: the sentence as the report has it; the parse may have been made of a copy with other
            letter case.
        lang: its language.
        start: offset of its first character in the cleaned text.
        kind: block it stands in.
        index: its number in the report.
        support: lemmas of support verbs.
        forms: word forms (lower case) whose lemma the model gets wrong, with the right one.
        inverse: support verbs whose subject undergoes the noun.
        verbs: verbs of the lexicon, to recognise one that the tagger took for something else.
        compounds: hyphenated lemmas («cease-fire») that count as one word where the tokenizer cuts.
    """
    forms = forms or {}
    nodes = [
        _Node(
            text=token.text,
            lemma=forms.get(token.lower_) or _lemma(token, lang),
            pos=token.pos_,
            dep=token.dep_,
            head=token.head.i,
            feats=token.morph.to_dict(),
            ent=token.ent_type_ or None,
            tag=token.tag_,
        )
        for token in doc
    ]
    _mend_tags(nodes, forms, lang)
    if lang == "en":
        _join_hyphens(doc, nodes, compounds)
        _from_clearnlp(nodes)
    else:
        _from_ud(nodes, lang, verbs)
    _noun_prepositions(nodes, lang)
    _no_cycles(nodes)
    tokens = tuple(
        Token(
            i=i,
            text=node.text,
            lemma=node.lemma,
            pos=node.pos,
            dep=node.dep,
            head=node.head,
            start=start + doc[i].idx,
            end=start + doc[i].idx + len(node.text),
            feats=node.feats,
            case=node.case,
            mark=node.mark,
            ent={"PERSON": "PER", "GPE": "LOC", "NORP": "NORP"}.get(node.ent or "", node.ent),
            lower=node.text.lower(),
        )
        for i, node in enumerate(nodes)
    )
    return Sentence(
        text=text,
        start=start,
        lang=lang,
        tokens=tokens,
        kind=kind,
        index=index,
        support=support,
        inverse=inverse,
    )


def _lemma(token: Any, lang: Language) -> str:
    lemma = (token.lemma_ or token.text).lower()
    if token.pos_ == "ADP":
        return _CONTRACTED[lang].get(token.lower_, lemma if lang == "en" else token.lower_)
    if lang == "fr" and token.pos_ in ("VERB", "AUX") and lemma == token.lower_:
        # «demande», «rencontre»: verbs that look like nouns come back as they went in
        if lemma.endswith("e") and "Inf" not in token.morph.get("VerbForm"):
            return f"{lemma}r"
    # the Spanish lemmatizer leaves clitics on («acusarlo» gives «acusar él»)
    return lemma.split(" ")[0] if " " in lemma and lemma.strip() else lemma


def _mend_tags(nodes: list[_Node], forms: dict[str, str], lang: Language) -> None:
    """Verbs that the tagger took for something else, and tenses that it missed."""
    for node in nodes:
        lower = node.text.lower()
        known = forms.get(lower, "")
        if known.endswith(_INFINITIVES[lang]) and "VerbForm" not in node.feats:
            if node.pos in ("ADJ", "PROPN", "ADV", "X"):
                node.pos, node.feats = "VERB", {**node.feats, "VerbForm": "Fin"}
        if lang == "fr" and node.pos in VERBAL and node.feats.get("VerbForm") == "Fin":
            stem = node.lemma[:-2]
            if lower.endswith(_FUTURE) and lower not in (f"{stem}a", f"{stem}ai", f"{stem}as"):
                node.feats = {**node.feats, "Tense": "Fut", "Mood": "Ind"}
            elif lower.endswith(_CONDITIONAL) and lower not in (f"{stem}ait", f"{stem}aient"):
                node.feats = {**node.feats, "Mood": "Cnd"}


def _join_hyphens(doc: Any, nodes: list[_Node], compounds: frozenset[str]) -> None:
    """«cease», «-», «fire» with nothing between them is the word cease-fire, borne by its head."""
    for i in range(2, len(nodes)):
        if nodes[i - 1].text != "-" or doc[i - 1].whitespace_ or doc[i - 2].whitespace_:
            continue
        first, last = nodes[i - 2], nodes[i]
        for joined in (
            f"{first.text.lower()}-{last.lemma}",
            f"{first.text.lower()}-{last.text.lower()}",
        ):
            if joined in compounds:
                head = i - 2 if last.head == i - 2 else i
                nodes[head].lemma = joined
                if nodes[head].pos in ("ADJ", "X"):
                    nodes[head].pos = "NOUN"
                break


def _children(nodes: list[_Node]) -> list[list[int]]:
    below: list[list[int]] = [[] for _ in nodes]
    for i, node in enumerate(nodes):
        if node.head != i:
            below[node.head].append(i)
    return below


def _from_ud(nodes: list[_Node], lang: Language, verbs: frozenset[str]) -> None:
    if lang == "fr":
        _french_participles(nodes, verbs)
    arguments = {i for i, node in enumerate(nodes) if node.dep == "obl:arg"}
    for node in nodes:
        node.dep = _UD.get(node.dep, node.dep.split(":")[0] if ":" in node.dep else node.dep)
    below = _children(nodes)
    for i, node in enumerate(nodes):
        for j in below[i]:
            kid = nodes[j]
            if kid.dep == "mark" and kid.lemma == "como" and node.pos in ("NOUN", "PROPN"):
                kid.dep = "case"
            if kid.dep == "case" and kid.pos in ("ADP", "SCONJ", "ADV", "PRON", "DET", "NOUN"):
                if kid.lemma in ("’s",):
                    continue
                word = kid.lemma
                fixed = [nodes[k].lemma for k in below[j] if nodes[k].dep in ("case", "fixed")]
                word = "_".join([word, *fixed])
                node.case = f"{node.case}_{word}" if node.case else word
            elif kid.dep == "mark" and node.mark is None:
                node.mark = kid.lemma
            elif kid.dep == "aux" and lang == "es" and kid.lemma in ("ser", "estar"):
                if node.feats.get("VerbForm") == "Part":
                    kid.dep = "aux:pass"
            elif kid.dep == "cop" and lang == "es" and node.feats.get("VerbForm") == "Part":
                if node.pos == "VERB":
                    kid.dep = "aux:pass"
    _headline_verb(nodes, lang, verbs)
    _introduced_subjects(nodes)
    _apposed_verbs(nodes)
    _nearest_subjects(nodes)
    below = _children(nodes)
    _bare_objects(nodes, below, arguments)
    _stranded_subjects(nodes)
    below = _children(nodes)
    _verb_prepositions(nodes, below)
    _addressed_infinitives(nodes, below)
    if lang == "fr":
        _adverb_prepositions(nodes, below)
        _partitive_objects(nodes, below)
    for i, node in enumerate(nodes):
        head = nodes[node.head]
        if node.text.lower() in ("se", "s'", "s’") and node.dep in ("obj", "iobj"):
            node.dep = "expl"
        if node.dep in ("obj", "subj", "iobj") and node.case and lang == "es":
            # the Spanish model calls many obliques objects; personal «a» stays an object
            if node.case not in ("a",):
                node.dep = "obl"
        if node.dep in ("obl", "nmod", "obj") and node.case in ("par", "por"):
            passive = (
                head.feats.get("Voice") == "Pass"
                or head.feats.get("VerbForm") == "Part"
                and not any(nodes[k].dep == "aux" for k in below[node.head])
            )
            if passive and node.head < i and node.pos in NOMINAL:
                node.dep = "agent"
        if node.dep == "subj" and lang == "es" and head.feats.get("VerbForm") == "Part":
            if any(nodes[k].dep == "aux:pass" for k in below[node.head]):
                node.dep = "subj:pass"
        if node.dep == "amod" and node.feats.get("VerbForm") == "Part" and node.pos == "VERB":
            node.dep = "acl"
        if node.dep in ("acl", "amod") and node.mark is None and head.pos in NOMINAL:
            if any(
                nodes[k].lemma in RELATIVE_PRONOUNS or nodes[k].text.lower() in RELATIVE_PRONOUNS
                for k in below[i]
                if nodes[k].pos in ("PRON", "SCONJ") and k < i
            ):
                node.dep = "relcl"
                for k in below[i]:
                    if nodes[k].dep == "mark" and nodes[k].text.lower() in ("que", "qui"):
                        nodes[k].dep = "obj" if nodes[k].text.lower() == "que" else "subj"


def _adverb_prepositions(nodes: list[_Node], below: list[list[int]]) -> None:
    """«auprès de X», «lors de X», «afin de …»: X hangs on the verb, the adverb is its preposition."""
    for i, node in enumerate(nodes):
        if node.pos not in ("ADV", "ADP", "SCONJ") or node.dep not in ("advmod", "mark", "case"):
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


def _headline_verb(nodes: list[_Node], lang: Language, verbs: frozenset[str]) -> None:
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
    else:
        last = root
        while last + 1 < len(nodes) and nodes[last + 1].dep in ("flat", "compound"):
            last += 1
        subject, verb = root, last + 1
        if verb >= len(nodes) or nodes[verb].head != root:
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
            if node.dep in ("acl", "advcl", "xcomp") and node.pos in VERBAL:
                node.dep = "xcomp"
            elif node.dep in ("nmod", "amod", "appos", "dep", "obl") and node.pos in NOMINAL:
                node.dep = "obl" if node.case else "obj"
    nodes[subject].head, nodes[subject].dep = verb, "subj"


def _noun_like_verb(nodes: list[_Node], root: int, lang: Language, verbs: frozenset[str]) -> int:
    """«L'Union européenne finance la mission»: without another finite verb, a noun that is followed
    by a determiner and is the present of a known verb is that verb; -1 where there is none."""
    if any(n.feats.get("VerbForm") == "Fin" for n in nodes):
        return -1
    for j in range(root + 1, len(nodes) - 1):
        if nodes[j].head == root and nodes[j + 1].pos == "DET" and not nodes[j].case:
            if _present_of(nodes[j], lang, verbs) is not None:
                return j
    return -1


def _present_of(node: _Node, lang: Language, verbs: frozenset[str]) -> str | None:
    """The known verb whose third person present the word is, or None."""
    form = node.text.lower()
    if node.lemma in verbs:
        return node.lemma
    if node.pos not in ("ADJ", "NOUN", "PROPN", "X", "ADV"):
        return None
    if lang == "fr" and form.endswith("e") or lang == "es" and form[-1:] in ("a", "e"):
        lemma = f"{form}r"
        return lemma if lemma in verbs else None
    return None


def _french_participles(nodes: list[_Node], verbs: frozenset[str]) -> None:
    """Participles that were taken for adjectives («a gelé»), and perfects with «être» that were taken
    for passives («s'est réuni», «sont entrés»)."""
    below = _children(nodes)
    for i, node in enumerate(nodes):
        kids = [nodes[j] for j in below[i]]
        helpers = {kid.lemma for kid in kids if kid.pos == "AUX"}
        if not helpers:
            continue
        if node.pos in ("ADJ", "ADV", "NOUN", "X"):
            lemma = _participle_of(node.text.lower(), verbs)
            passive = any(kid.text.lower() in ("été", "être") for kid in kids) or "avoir" not in helpers
            if lemma is None or (passive and node.dep not in ("root", "conj", "ccomp", "relcl", "acl:relcl")):
                continue
            node.pos, node.lemma = "VERB", lemma
            node.feats = {**node.feats, "VerbForm": "Part", "Tense": "Past"}
            for kid in kids:
                if kid.dep in ("cop", "aux:tense", "aux"):
                    kid.dep = "aux:pass" if passive and kid.lemma == "être" else "aux:tense"
                elif kid.dep == "nsubj" and passive:
                    kid.dep = "nsubj:pass"
        reflexive = any(kid.text.lower() in ("se", "s'", "s’") for kid in kids)
        if node.pos == "VERB" and (reflexive or node.lemma in _WITH_ETRE):
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


def _introduced_subjects(nodes: list[_Node]) -> None:
    """«Selon la Grèce, la Turquie a attaqué»: what stands after a preposition is no subject; the bare
    noun that was hung on it is."""
    for i, node in enumerate(nodes):
        if node.dep not in ("subj", "subj:pass") or node.case in (None, "de", "a"):
            continue
        for j in range(i + 1, node.head):
            other = nodes[j]
            if other.head == i and other.case is None and other.dep in ("nmod", "appos", "conj", "flat"):
                if any(nodes[k].text == "," for k in range(i, j)):
                    other.dep, other.head = node.dep, node.head
                    break
        node.dep = "obl"


def _bare_objects(nodes: list[_Node], below: list[list[int]], arguments: set[int]) -> None:
    """Objects that the parser calls something else: a complement without preposition, or a second
    subject after the verb («la Russie soutient Maduro»)."""
    for i, node in enumerate(nodes):
        if node.pos != "VERB":
            continue
        kids = [nodes[j] for j in below[i]]
        if any(kid.dep in ("obj", "comp", "xcomp") for kid in kids):
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


def _apposed_verbs(nodes: list[_Node]) -> None:
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


def _nearest_subjects(nodes: list[_Node]) -> None:
    """A pronoun taken for the subject across another verb yields to the bare noun that stands right
    before the verb («que ce soit à Lima ou chaque grève est réprimée»)."""
    for i, node in enumerate(nodes):
        subjects = [j for j, n in enumerate(nodes) if n.head == i and n.dep.startswith("subj")]
        helpers = [j for j, n in enumerate(nodes) if n.head == i and n.dep.startswith("aux")]
        if node.pos != "VERB" or len(subjects) != 1 or not helpers:
            continue
        first, subject = min(helpers), subjects[0]
        near = first - 1
        if not subject < near < i or nodes[subject].pos != "PRON" or nodes[near].case is not None:
            continue
        between = nodes[subject + 1 : near]
        if nodes[near].pos not in ("NOUN", "PROPN") or nodes[near].dep not in ("conj", "nmod", "dep", "appos"):
            continue
        if any(n.feats.get("VerbForm") == "Fin" for n in between):
            nodes[near].dep, nodes[near].head = nodes[subject].dep, i
            nodes[subject].dep = "dep"


def _stranded_subjects(nodes: list[_Node]) -> None:
    """«où Russie et États-Unis n'hésitent pas»: a noun that heads a clause without verb is the
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


def _verb_prepositions(nodes: list[_Node], below: list[list[int]]) -> None:
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


def _addressed_infinitives(nodes: list[_Node], below: list[list[int]]) -> None:
    """«a ordonné à l'armée de libérer …»: the infinitive belongs to the verb, not to the army."""
    for node in nodes:
        if node.dep not in ("acl", "nmod", "obl") or node.feats.get("VerbForm") != "Inf":
            continue
        if (node.mark or node.case) not in ("de", "à", "a"):
            continue
        noun = nodes[node.head]
        verb = nodes[noun.head]
        addressed = noun.case in ("à", "a") or noun.pos == "PROPN"
        if noun.dep not in ("obl", "obj", "iobj", "subj:pass") or not addressed:
            continue
        if verb.pos != "VERB" or any(nodes[k].dep in ("comp", "xcomp") for k in below[noun.head]):
            continue
        node.mark = node.mark or node.case
        node.case, node.dep, node.head = None, "xcomp", noun.head


def _partitive_objects(nodes: list[_Node], below: list[list[int]]) -> None:
    """«a livré des vaccins»: the parser reads the article as «de» and the object as an oblique."""
    for i, node in enumerate(nodes):
        if node.dep != "obl" or node.case != "de" or node.pos != "NOUN" or nodes[node.head].pos != "VERB":
            continue
        head = node.head
        articles = [j for j in below[i] if nodes[j].dep == "case"]
        if len(articles) != 1 or nodes[articles[0]].text.lower() not in ("des", "du"):
            continue
        if articles[0] - head > 2 or articles[0] < head:
            continue
        if any(nodes[k].dep in ("obj", "agent") for k in below[head]):
            continue
        node.dep, node.case = "obj", None
        nodes[articles[0]].dep = "det"


def _from_clearnlp(nodes: list[_Node]) -> None:
    for node in nodes:
        node.dep = _CLEARNLP.get(node.dep, node.dep)
    below = _children(nodes)
    for i, node in enumerate(nodes):
        if node.dep in ("prep", "agent", "iobj") and node.pos in ("ADP", "SCONJ", "ADV", "VERB"):
            _lift_prepositional(nodes, below, i)
    below = _children(nodes)
    for i, node in enumerate(nodes):
        if node.lemma in _ATTR_VERBS and node.pos in VERBAL:
            _lift_copula(nodes, below, i)
            below = _children(nodes)
    for i, node in enumerate(nodes):
        for j in below[i]:
            if nodes[j].dep == "mark" and node.mark is None:
                node.mark = nodes[j].lemma
        if node.tag == "VBG" and node.pos == "VERB":
            node.feats.setdefault("VerbForm", "Part")
            node.feats["Tense"] = "Pres"
        if node.pos == "ADP" and node.dep == "prep":
            node.dep = "prt"


def _lift_prepositional(nodes: list[_Node], below: list[list[int]], i: int) -> None:
    """``sent (prep to (pobj Cuba))`` becomes ``sent (obl Cuba (case to))``."""
    first = nodes[i]
    words, at = [first.lemma if first.pos != "VERB" else first.text.lower()], i
    while True:
        inner = [j for j in below[at] if nodes[j].dep == "prep" and nodes[j].pos in ("ADP", "SCONJ")]
        objects = [j for j in below[at] if nodes[j].dep in ("obl", "comp") and j > at]
        if objects or not inner:
            break
        at = inner[0]
        words.append(nodes[at].lemma)
    if not objects:
        return
    head, role = first.head, "agent" if first.dep == "agent" else None
    target = objects[0]
    verbal = nodes[target].pos in VERBAL
    case = "_".join(words)
    governor_verbal = nodes[head].pos in VERBAL or nodes[head].pos in ("ADJ", "ADV")
    nodes[target].head = head
    if verbal:
        temporal = words[0] in (
            "after", "before", "while", "when", "since", "without", "by", "despite", "in", "on",
            "upon", "during", "following", "besides", "instead",
        )  # fmt: skip
        nodes[target].mark = case
        nodes[target].case = case
        if governor_verbal:
            nodes[target].dep = "advcl" if temporal else "comp"
        else:
            nodes[target].dep = "acl"
    else:
        nodes[target].case = case
        nodes[target].dep = role or ("obl" if governor_verbal else "nmod")
    chain, step = [i], i
    while step != at:
        step = next(j for j in below[step] if nodes[j].dep == "prep")
        chain.append(step)
    for link in chain:
        nodes[link].dep = "case"
        nodes[link].head = target
    for j in below[i]:
        if j not in chain and j != target and nodes[j].head == i:
            nodes[j].head = target


def _lift_copula(nodes: list[_Node], below: list[list[int]], i: int) -> None:
    """``is (attr ally)`` becomes ``ally (cop is)``."""
    attributes = [j for j in below[i] if nodes[j].dep == "attr"]
    if not attributes or nodes[i].dep in ("aux", "aux:pass"):
        return
    target = attributes[0]
    be = nodes[i]
    nodes[target].head = be.head if be.head != i else target
    nodes[target].dep = be.dep
    for j in below[i]:
        if j != target:
            nodes[j].head = target
            if nodes[j].dep == "obl" and nodes[target].pos in ("NOUN", "PROPN"):
                nodes[j].dep = "obl"
    for j in range(len(nodes)):
        if nodes[j].head == i and j != i:
            nodes[j].head = target
    for key in ("Mood", "Tense", "VerbForm"):
        if key in be.feats:
            nodes[target].feats.setdefault(f"Cop{key}", be.feats[key])
    be.dep, be.head = "cop", target


def _noun_prepositions(nodes: list[_Node], lang: Language) -> None:
    """«en faveur de X»: X hangs on what the phrase hangs on, with the whole as its preposition."""
    known = {case: set(nouns.split()) for case, nouns in _NOUN_PREPOSITIONS[lang].items()}
    for i, node in enumerate(nodes):
        if node.lemma not in known.get(node.case or "", ()) or node.dep not in ("obl", "nmod", "advmod"):
            continue
        inner = [
            j
            for j, kid in enumerate(nodes)
            if kid.head == i and j > i and kid.dep in ("nmod", "obl") and kid.case in _SMALL
        ]
        if not inner or any(
            n.head == i and (n.dep in ("poss", "amod") or (n.dep == "det" and n.text.lower() not in _ELIDED))
            for n in nodes
        ):
            continue
        target = nodes[inner[0]]
        target.case = f"{node.case}_{node.lemma}_{target.case}"
        target.head, target.dep = node.head, node.dep
        node.head, node.dep = inner[0], "case"


def _no_cycles(nodes: list[_Node]) -> None:
    """A view must be a tree whatever the parser said; a token in a cycle becomes a root's child."""
    root = next((i for i, node in enumerate(nodes) if node.head == i), 0)
    if nodes:
        nodes[root].head = root
    safe = {root}
    for i in range(len(nodes)):
        path, at = [], i
        while at not in safe:
            if at in path:
                nodes[at].head, nodes[at].dep = root, "dep"
                break
            if nodes[at].head == at and at != root:
                nodes[at].head = root
                nodes[at].dep = "parataxis" if nodes[at].pos in VERBAL else "dep"
            path.append(at)
            at = nodes[at].head
        safe.update(path)
