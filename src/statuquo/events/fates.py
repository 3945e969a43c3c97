"""What becomes of an act that is itself the subject of an English clause."""

from __future__ import annotations

from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence, Token

_ENDING = frozenset({"cease", "end", "finish", "halt", "stop"})
_FORCIBLE = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST, EventType.SANCTION}
)
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_FUTURE = frozenset({"will", "shall", "'ll"})


def fate(sentence: Sentence, token: Token, act: EventType) -> str | None:
    """What the verb above an act noun makes of it: ``stopped`` ("the raids **ended**"), ``intended``
    ("industrial action **will hit** the ports"), or None.

    Args:
        sentence: where it stands.
        token: the act noun, or the gerund that stands for one.
        act: what it tells.

    >>> from statuquo.language import make_sentence
    >>> s = make_sentence("Shelling/NOUN/subj/2 ended/VERB:end/root/2", "en")
    >>> fate(s, s.tokens[0], EventType.ASSAULT)
    'stopped'
    """
    if sentence.lang != "en" or token.dep != "subj" or act not in _FORCIBLE:
        return None
    verb = sentence.tokens[token.head]
    if verb.lemma in _ENDING and not sentence.kids(verb.i, "obj", "comp", "xcomp"):
        return "stopped"
    known = any(kid.lower in _KNOWN for kid in sentence.kids(token.i, "det"))
    if act is EventType.PROTEST and not known:
        if any(kid.lower in _FUTURE for kid in sentence.kids(verb.i, "aux")):
            return "intended"
    return None
