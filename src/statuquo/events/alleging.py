"""What stands below an accusation: whose deed it is, and whether it is told at all."""

from __future__ import annotations

from statuquo.entities.resolve import Found
from statuquo.events.matcher import Match, same_party
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence

_WORDS = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN})


def is_of_accused(
    sentence: Sentence, match: Match, actors: tuple[Found, ...], accusers: tuple[Found, ...]
) -> bool:
    """«lo acusó de **ignorar** al juez»: the accused did it, though he is only a pronoun."""
    form = sentence.tokens[match.i].feats.get("VerbForm")
    return form == "Inf" and bool(actors) and all(same_party(f, accusers) for f in actors)


def is_mere_charge(sentence: Sentence, match: Match, accusers: tuple[Found, ...]) -> bool:
    """«accusé de **faire du chantage**»: what nobody named says of somebody, and words that he is said
    to have used, are in French no more than the charge."""
    return sentence.lang == "fr" and (not accusers or match.frame.act in _WORDS)
