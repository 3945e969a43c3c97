"""What nobody does to himself: condemn his own deeds, help his own state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuquo.entities.resolve import Found, Resolver
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_HELPING = frozenset({EventType.AID, EventType.CONSULT, EventType.COOPERATE})


def between_others(sentence: Sentence, drafts: list[Draft], resolver: Resolver) -> list[Draft]:
    """The drafts without help that a government gives its own state, and with those whose deeds it
    blames told apart from itself: "the Malian government condemned the **Malian** attack".

    Args:
        sentence: their sentence.
        drafts: its events so far.
        resolver: tells nationalities.
    """
    return [
        _told_apart(sentence, item, resolver)
        for item in drafts
        if not (item.act in _HELPING and _is_at_home(item))
    ]


def _is_at_home(item: Draft) -> bool:
    """ "The government will rebuild **the country's** economy" is no help to anybody else; who goes home
    visits nobody."""
    ruling = {f.party.country for f in item.actors if f.party.sector == "GOV"}
    return bool(item.recipients) and all(
        f.party.sector == "GOV"
        and f.party.country in ruling - {None}
        and (f.party.entity_id or "").startswith("country:")
        and f.role != "government"
        for f in item.recipients
    )


def _told_apart(sentence: Sentence, item: Draft, resolver: Resolver) -> Draft:
    if item.type is not EventType.ACCUSE:
        return item
    mine = {f.party.country for f in item.actors if f.party.sector == "GOV"}
    recipients = tuple(
        replace(f, party=replace(f.party, sector=None, entity_id=None, name=f.party.text))
        if f.party.country in mine and _is_nationality(sentence, f, resolver)
        else f
        for f in item.recipients
    )
    return replace(item, recipients=recipients)


def _is_nationality(sentence: Sentence, found: Found, resolver: Resolver) -> bool:
    if found.party.sector != "GOV" or found.via != "owner":
        return False
    words = sentence.within(found.party.start, found.party.end)
    return len(words) == 1 and resolver.demonym(sentence, words[0]) is not None
