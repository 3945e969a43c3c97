"""What French names in passing and does not tell: known deeds, states that deeds have left, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuquo.events.record import EventType
from statuquo.language.grammar import CIRCUMSTANCE, MEASURES, STRETCHES, Sentence

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_DEFINITE = frozenset({"ce", "le", "leur", "son"})
_ABOUT = frozenset({"à", "avec", "de", "sur"})
_TOLD_OF = frozenset({"agent", "nmod", "obl", "subj", "subj:pass"})
"""Places of a noun of which something else is told."""
_DETAILS = frozenset({"agent", "nmod", "obl", "advcl"})


def is_mentioned(sentence: Sentence, item: Draft) -> bool:
    """Whether French words only mention an act: in a question, as a known deed that something else is
    told about («l'auteur de l'attentat», «depuis l'arrestation du chef»), or as the state that it has
    left («la policière blessée a été évacuée»).

    Args:
        sentence: a French sentence.
        item: the draft.
    """
    return (
        sentence.text.rstrip(' »"”').endswith("?")
        or _is_known_deed(sentence, item)
        or _is_state(sentence, item)
    )


def _is_known_deed(sentence: Sentence, item: Draft) -> bool:
    """«l'auteur de **l'attentat**», «après **l'attaque** de Lima»: a deed by nobody named, with the article
    of what is known, in a circumstance or below a noun that neither counts nor carries it."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or item.actors or item.type not in _FORCE:
        return False
    if not any(kid.lemma in _DEFINITE for kid in sentence.kids(token.i, "det")):
        return False
    if token.case in CIRCUMSTANCE:
        return True
    head = sentence.tokens[token.head]
    below = token.dep == "nmod" and token.case in _ABOUT and head.pos == "NOUN"
    return below and head.lemma not in STRETCHES | MEASURES


def _is_state(sentence: Sentence, item: Draft) -> bool:
    """«le chauffeur, légèrement **blessé**, est sorti»: a participle of which neither doer, place nor time is
    told says how somebody is who does or undergoes something else."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "verb" or item.actors or item.type not in _FORCE:
        return False
    if token.dep != "acl" or token.feats.get("VerbForm") != "Part":
        return False
    return sentence.tokens[token.head].dep in _TOLD_OF and not sentence.kids(token.i, *_DETAILS)
