"""Which violence is political: crime between private people is none of it, war and terror are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuquo.entities.resolve import Found
from statuquo.events.lexicon import Lexicon
from statuquo.language.grammar import Sentence, Token

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_WARLIKE = frozenset(
    {"aerial", "drone", "explosives", "heavy-weapons", "suicide-attack", "unconventional"}
)
"""Means that no private quarrel is fought with."""
_MASSACRE = 3
"""Dead from which on a shooting is a massacre, as observers of armed conflicts count them."""


def is_political_violence(sentence: Sentence, item: Draft, lexicon: Lexicon) -> bool:
    """Whether violence in which no body takes part is still political.

    It is where its means are those of war, where its frame tells a crime of states and armed groups
    (people are «disappeared»), where words of an armed conflict stand beside it, where several unnamed
    men shoot, or where three or more are shot.

    Args:
        sentence: the sentence.
        item: the draft, no party of which is a body.
        lexicon: holds the words in its table ``violence``.
    """
    if item.mode in _WARLIKE:
        return True
    words = lexicon.violence
    told = {token.lemma for token in sentence.tokens}
    if item.match.frame.id in words.get("frames", ()):
        return True
    if told & words.get("political", frozenset()):
        return all(found.plural or found.party.sector for found in item.actors)
    if not told & words.get("firearms", frozenset()):
        return False
    unnamed = words.get("unnamed", frozenset())
    heads = [head for f in item.actors if f.plural and (head := head_of(sentence, f))]
    if any(head.lemma in unnamed for head in heads):
        return True
    return any(_count(sentence, found) >= _MASSACRE for found in item.recipients)


def is_private_crime(sentence: Sentence, item: Draft, lexicon: Lexicon) -> bool:
    """Whether words of a crime between private people, a robbery or a quarrel, stand beside violence
    in which no body takes part, and its means are not those of war."""
    private = lexicon.violence.get("private", frozenset())
    return item.mode not in _WARLIKE and any(t.lemma in private for t in sentence.tokens)


def head_of(sentence: Sentence, found: Found) -> Token | None:
    """The first noun of a party's words, or None."""
    words = sentence.within(found.party.start, found.party.end)
    return next((word for word in words if word.pos == "NOUN"), None)


def _count(sentence: Sentence, found: Found) -> int:
    """How many a party is said to be; one where no number is told."""
    head = head_of(sentence, found)
    for kid in sentence.kids(head.i, "nummod", "det") if head else ():
        if kid.text.isdigit():
            return int(kid.text)
        if kid.pos == "NUM" and kid.lower not in ("un", "una", "uno", "dos"):
            return _MASSACRE
    return 1
