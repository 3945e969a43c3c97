"""From a spaCy parse to the grammar view: one small mapping per dialect, nothing else knows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

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
_COLUMNS = ("IDX", "HEAD", "DEP", "ENT_TYPE", "ORTH", "LEMMA", "POS", "TAG", "MORPH")
_AT = 0
_NEGATIVE = 2**63
"""spaCy's arrays hold no sign: from here on they count down from zero."""
_ELIDED = frozenset({"l'", "l’", "le", "la", "el"})


class Word(NamedTuple):
    """A word as the model labels it wherever it gives it the same labels."""

    text: str
    lower: str
    lemma: str
    pos: str
    feats: Mapping[str, str]
    tag: str


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
    words: dict[tuple[int, ...], Word] | None = None,
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
        words: words as the model labelled them so far; takes those that are new.
        compounds: hyphenated lemmas («cease-fire») that count as one word where the tokenizer cuts.
    """
    forms = forms or {}
    words = {} if words is None else words
    columns = doc.to_array(_COLUMNS).tolist()
    nodes = Nodes(_nodes(doc, columns, lang, forms, words))
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
        [
            Token(
                i, node.text, node.lemma, node.pos, node.dep, node.head,
                start + row[_AT], start + row[_AT] + len(node.text), node.feats,
                node.case, node.mark, _ENTITIES.get(node.ent, node.ent), node.lower,
            )
            for i, (node, row) in enumerate(zip(nodes, columns, strict=True))
        ]
    )  # fmt: skip
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


def _nodes(
    doc: Any,
    columns: list[list[int]],
    lang: Language,
    forms: dict[str, str],
    words: dict[tuple[int, ...], Word],
) -> Iterator[Node]:
    strings = doc.vocab.strings
    for i, (_, head, dep, ent, *labels) in enumerate(columns):
        key = tuple(labels)
        word = words.get(key)
        if word is None:
            word = words[key] = _word(doc[i], lang, forms)
        yield Node(
            word.text, word.lower, word.lemma, word.pos,
            strings[dep], i + (head if head < _NEGATIVE else head - 2**64),
            word.feats, strings[ent] or None, word.tag,
        )  # fmt: skip


def _word(token: Any, lang: Language, forms: dict[str, str]) -> Word:
    lemma = forms.get(token.lower_) or _lemma(token, lang)
    return Word(token.text, token.lower_, lemma, token.pos_, token.morph.to_dict(), token.tag_)


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
