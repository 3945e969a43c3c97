"""Acts that are only words of another act: what a frame governs or asks for, and what is forbidden."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from statuquo.events.matcher import Match, Matcher
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft


def told_by_themselves(
    sentence: Sentence, drafts: list[Draft], matches: Mapping[int, Match], matcher: Matcher
) -> list[Draft]:
    """The drafts without those whose trigger is a word of another.

    Args:
        sentence: the sentence.
        drafts: its events so far.
        matches: its frames by trigger.
        matcher: tells which words fulfil a frame's conditions.
    """
    absorbed = {
        item.told.governor.i
        for item in drafts
        if item.told.governor is not None and item.told.inner != "alleged"
    }
    made = {item.match.i for item in drafts}
    by_trigger = {item.match.i: item for item in drafts}
    for match in matches.values():
        if match.frame.inner is not None or match.kind != "verb":
            continue
        words = set(matcher.conditioned(sentence, match))
        if match.i not in made:  # "the fighting has left hundreds dead": it was fought
            words = {
                i for i in words if i not in matches or matches[i].frame.act is not match.frame.act
            }
        # "came under fire from rebels": the noun names the doer, whom the verb does not know.
        fuller = {i for i in words & made if _tells_more(by_trigger[i], by_trigger.get(match.i))}
        absorbed |= {match.i} if fuller else words
    return [
        item
        for item in drafts
        if item.match.i not in absorbed and not _is_forbidden(sentence, item, matches, made)
    ]


def _tells_more(noun: Draft, verb: Draft | None) -> bool:
    return (
        verb is not None
        and noun.act is verb.act
        and bool(noun.actors and noun.recipients)
        and not verb.actors
    )


def _is_forbidden(
    sentence: Sentence, item: Draft, matches: Mapping[int, Match], made: set[int]
) -> bool:
    """ "banned all rallies": what is forbidden is not told to be held."""
    token = sentence.tokens[item.match.i]
    above = matches.get(token.head) if token.head in made else None
    return (
        above is not None
        and item.act is EventType.PROTEST
        and item.match.kind == "noun"
        and token.dep in ("obj", "subj:pass")
        and above.frame.id == "coerce.ban"
    )
