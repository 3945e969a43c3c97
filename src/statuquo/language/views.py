"""From a spaCy parse to the grammar view: one small mapping per dialect, nothing else knows them."""

from __future__ import annotations

from typing import Any

from statuquo.language import english
from statuquo.language.apposition import apposed_names
from statuquo.language.clearnlp import from_clearnlp, join_hyphens
from statuquo.language.dependencies import from_ud
from statuquo.language.grammar import VERBAL, Sentence, Token
from statuquo.language.nodes import Node, Nodes
from statuquo.language.repairs import mend_tags
from statuquo.reports.model import Language

_CONTRACTED = {
    "fr": {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "d’": "de", "en": "en"},
    "es": {"al": "a", "del": "de"},
    "en": {"'s": "'s"},
}
_NOUN_PREPOSITIONS: dict[str, dict[str, str]] = {
    # nouns that make a preposition with the one before and the one after them: «en faveur de»
    "fr": {
        "en": "faveur réponse soutien raison guise", "à": "encontre égard profit côté nom lieu "
        "endroit aide issue cours sein titre cause suite propos exception instar sujet détriment bord",
        "de": "part", "avec": "aide", "sous": "égide",
    },
    "es": {
        "a": "favor lado través causa manos", "en": "favor contra nombre apoyo manos torno respuesta "
        "cuanto lugar relación rechazo repudio demanda medio virtud beneficio",
        "por": "parte medio causa", "de": "parte cara", "con": "relación respecto",
    },
    "en": {
        "in": "favor favour support response protest opposition line terms spite addition face wake "
        "front retaliation hands reaction defense defence accordance connection light",
        "on": "behalf part", "at": "hands",
    },
}  # fmt: skip
_SMALL = frozenset(
    {
        "de",
        "of",
        "à",
        "a",
        "to",
        "con",
        "with",
        "en",
        "avec",
        "for",
        "at",
        "over",
        "against",
        "por",
        "contre",
        "contra",
    }
)
_ENTITIES: dict[str | None, str] = {"PERSON": "PER", "GPE": "LOC"}
_ELIDED = frozenset({"l'", "l’", "le", "la", "el"})


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
    features: dict[int, dict[str, str]] | None = None,
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
        features: features of the kinds of words met so far; a language has a few hundred.
        compounds: hyphenated lemmas («cease-fire») that count as one word where the tokenizer cuts.
    """
    forms = forms or {}
    features = {} if features is None else features
    nodes = Nodes(
        Node(
            text=token.text,
            lemma=forms.get(token.lower_) or _lemma(token, lang),
            pos=token.pos_,
            dep=token.dep_,
            head=token.head.i,
            feats=dict(_features(token.morph, features)),
            ent=token.ent_type_ or None,
            tag=token.tag_,
        )
        for token in doc
    )
    mend_tags(nodes, forms, lang)
    if lang == "en":
        join_hyphens(doc, nodes, compounds)
        from_clearnlp(nodes)
        english.mend(nodes)
    else:
        from_ud(nodes, lang, verbs)
    apposed_names(nodes)
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
            start=start + at,
            end=start + at + len(node.text),
            feats=node.feats,
            case=node.case,
            mark=node.mark,
            ent=_ENTITIES.get(node.ent, node.ent),
            lower=node.text.lower(),
        )
        for i, (node, at) in enumerate(zip(nodes, [word.idx for word in doc], strict=True))
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


def _features(morph: Any, known: dict[int, dict[str, str]]) -> dict[str, str]:
    found = known.get(morph.key)
    if found is None:
        found = known[morph.key] = morph.to_dict()
    return found


def _lemma(token: Any, lang: Language) -> str:
    lemma: str = (token.lemma_ or token.text).lower()
    if token.pos_ == "ADP":
        return _CONTRACTED[lang].get(token.lower_, lemma if lang == "en" else str(token.lower_))
    if lang == "fr" and token.pos_ in ("VERB", "AUX") and lemma == token.lower_:
        # «demande», «rencontre»: verbs that look like nouns come back as they went in
        if lemma.endswith("e") and "Inf" not in token.morph.get("VerbForm"):
            return f"{lemma}r"
    # the Spanish lemmatizer leaves clitics on («acusarlo» gives «acusar él»)
    return lemma.split(" ", maxsplit=1)[0] if " " in lemma and lemma.strip() else lemma


def _noun_prepositions(nodes: list[Node], lang: Language) -> None:
    """«en faveur de X»: X hangs on what the phrase hangs on, with the whole as its preposition."""
    known = {case: set(nouns.split()) for case, nouns in _NOUN_PREPOSITIONS[lang].items()}
    for i, node in enumerate(nodes):
        if node.lemma not in known.get(node.case or "", ()) or node.dep not in (
            "obl",
            "nmod",
            "advmod",
        ):
            continue
        inner = [
            j
            for j, kid in enumerate(nodes)
            if kid.head == i and j > i and kid.dep in ("nmod", "obl") and kid.case in _SMALL
        ]
        if not inner or any(
            n.head == i
            and (n.dep in ("poss", "amod") or (n.dep == "det" and n.text.lower() not in _ELIDED))
            for n in nodes
        ):
            continue
        target = nodes[inner[0]]
        target.case = f"{node.case}_{node.lemma}_{target.case}".replace("de_part_", "de_la_part_")
        target.head, target.dep = node.head, node.dep
        node.head, node.dep = inner[0], "case"


def _no_cycles(nodes: list[Node]) -> None:
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
