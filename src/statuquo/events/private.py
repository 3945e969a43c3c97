"""What French reports tell of people and firms that is no public affair: calls to the police, rival
products, accidents, answers to pollsters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statuquo.entities.resolve import Found
from statuquo.events.record import EventType
from statuquo.events.violence import head_of
from statuquo.language.grammar import Sentence

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_ALONE = frozenset({"AGR", "BUS", "CVL", "EDU", "JRN", "LAB", "MED", None})
"""Sectors of people who, one by one, act for nobody."""
_POLLED = re.compile(r"(?:^|[,;]\s)(?:Pour|pour|D['’]après|Selon|selon) \d[\d ,]* ?% d")
_FAVOURS = frozenset(
    {EventType.AGREE, EventType.AID, EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT}
)
_MARKET = frozenset({"BUS", "JRN"})
_WORKERS = frozenset({"doctor", "driver", "worker"})
_ARMED = frozenset({"COP", "MIL"})
_CROWD = frozenset({"protester"})
_MOB = frozenset({"riot", "vandalize"})
_PRAISE = frozenset({"support.apologise", "support.hail", "support.praise"})


def is_private_matter(sentence: Sentence, item: Draft) -> bool:
    """Whether a French draft tells what people or firms have with each other.

    Args:
        sentence: a French sentence.
        item: the draft.
    """
    return (
        _POLLED.search(sentence.text) is not None
        or _is_call_for_police(item)
        or _is_rivalry(item)
        or _is_favour_of_firms(item)
        or _is_journey(sentence, item)
        or _is_lone_damage(item)
        or _is_praise_of_somebody(item)
    )


def acts_alone(sentence: Sentence, found: Found) -> bool:
    """«le chauffeur», «une conductrice»: one worker is no union, and what he does is his own affair, as is
    what «un **ancien** soldat» does."""
    words = found.party.text.lower().split()[:2]
    if "ancien" in words and found.party.sector in _ARMED:
        return True
    return found.role in _WORKERS and _is_one(sentence, found)


def _is_one(sentence: Sentence, found: Found) -> bool:
    """Whether the words name one person, not a staff."""
    head = head_of(sentence, found)
    if head is None:
        return not found.plural
    return head.feats.get("Number") == "Sing" and head.lemma != "personnel"


def _is_call_for_police(item: Draft) -> bool:
    """«les infirmières font appel à la police»."""
    return (
        item.match.frame.id == "request.appeal"
        and bool(item.actors)
        and bool(item.recipients)
        and all(f.party.sector in _ALONE and f.role not in _CROWD for f in item.actors)
        and all(f.party.sector == "COP" for f in item.recipients)
    )


def _is_rivalry(item: Draft) -> bool:
    """«une offensive contre Snapchat»: force that only firms use on each other is none."""
    parties = (*item.actors, *item.recipients)
    return (
        item.act is EventType.ASSAULT
        and item.match.kind == "noun"
        and bool(parties)
        and all(f.party.sector == "BUS" and f.via == "name" for f in parties)
    )


def _is_favour_of_firms(item: Draft) -> bool:
    """«la chaîne fait confiance au jury», «les journaux acceptent de publier …»: what firms and the press
    agree on and approve of among themselves."""
    parties = (*item.actors, *item.recipients)
    return (
        item.type in _FAVOURS
        and bool(item.actors)
        and all(f.party.sector in _MARKET for f in parties)
    )


def _is_journey(sentence: Sentence, item: Draft) -> bool:
    """«le suspect avait fait un voyage en Algérie»: private people visit no state."""
    return (
        item.act is EventType.CONSULT
        and item.mode == "visit"
        and bool(item.actors)
        and all(f.party.sector in ("CRM", "CVL") and _is_one(sentence, f) for f in item.actors)
    )


def _is_lone_damage(item: Draft) -> bool:
    """«L'homme a mis le feu au train», «un ancien gréviste a brûlé …»: one who damages something is no
    protest, nor is what a thing does («**elle** a obstrué la conduite»)."""
    if item.act is not EventType.PROTEST or item.mode not in _MOB | {"obstruct"}:
        return False
    if not item.actors:
        return False
    if all(f.via == "pronoun" and f.party.sector == "CVL" and not f.plural for f in item.actors):
        return True
    if all(f.party.text.lower().startswith(("un ancien ", "une ancienne ")) for f in item.actors):
        return True
    if item.mode not in _MOB:
        return False
    alone = all(
        f.party.sector in _ALONE and not f.plural and f.role not in _CROWD and f.via == "role"
        for f in item.actors
    )
    return alone and all(f.party.sector in _ALONE for f in item.recipients)


def _is_praise_of_somebody(item: Draft) -> bool:
    """«une femme que le président a saluée»: praise of a private person takes no side."""
    return (
        item.match.frame.id in _PRAISE
        and bool(item.recipients)
        and all(f.party.sector == "CVL" and not f.plural for f in item.recipients)
    )
