"""Sentences built by hand, so that rooms after this one can be tested without a model."""

from __future__ import annotations

from statuquo.language.grammar import Sentence, Token
from statuquo.reports.model import Language


def make_sentence(spec: str, lang: Language, *, support: frozenset[str] = frozenset()) -> Sentence:
    """A sentence from ``text/POS[:lemma]/dep/head`` items separated by blanks.

    Args:
        spec: the items; ``head`` counts from 1 and the root names itself; features and the
            preposition may follow as ``/Tense=Past|case=de``.
        lang: language of the sentence.
        support: lemmas of support verbs.

    Returns:
        The sentence; its text is the words joined by blanks.

    >>> s = make_sentence("Moscou/PROPN/subj/2 avertit/VERB:avertir/root/2", "fr")
    >>> s.tokens[1].lemma, s.text
    ('avertir', 'Moscou avertit')
    """
    tokens: list[Token] = []
    offset = 0
    for i, item in enumerate(spec.split()):
        text, pos, dep, head, *more = item.split("/")
        pos, _, lemma = pos.partition(":")
        feats = dict(pair.split("=", 1) for pair in more[0].split("|")) if more else {}
        case, mark = feats.pop("case", None), feats.pop("mark", None)
        tokens.append(
            Token(
                i=i, text=text, lemma=lemma or text.lower(), pos=pos, dep=dep, head=int(head) - 1,
                start=offset, end=offset + len(text), feats=feats, case=case, mark=mark,
                ent=None, lower=text.lower(),
            )
        )  # fmt: skip
        offset += len(text) + 1
    return Sentence(
        text=" ".join(token.text for token in tokens),
        start=0,
        lang=lang,
        tokens=tuple(tokens),
        support=support,
    )
