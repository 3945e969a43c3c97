"""One event for one act: what a sentence says twice, or says in passing, is not coded twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuquo.entities.resolve import Found
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_CALLED_OUT = frozenset(
    {EventType.ACCUSE, EventType.AGREE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT}
)
_AGAINST = frozenset({"ante", "contra", "en_contra_de", "por"})
_JUDGING = frozenset({EventType.ACCUSE, EventType.COERCE, EventType.SANCTION, EventType.SUPPORT})


def told_once(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """One event for one act: a noun below a verb of the same act repeats it; an empty one yields to
    a fuller one of the same type; a MOBILIZE beside the ASSAULT it is part of is not coded."""
    kept: list[Draft] = []
    drafts = [_in_the_place(item, drafts) for item in drafts]
    for item in drafts:
        others = [other for other in drafts if other is not item]
        if any(
            _echoes(item, other)
            or _only_placed(item, other)
            or _is_demand(item, other, sentence)
            or _is_reason(item, other, sentence)
            for other in others
        ):
            continue
        kept.append(item)
    return kept


def _in_the_place(item: Draft, drafts: list[Draft]) -> Draft:
    """The same deed, on people of the place that only an attack beside it names."""
    places = {
        f.party.country for other in drafts if _only_placed(other, item) for f in other.recipients
    }
    if len(places) != 1:
        return item
    country = next(iter(places))
    return replace(
        item,
        recipients=tuple(
            f if f.party.country else replace(f, party=replace(f.party, country=country))
            for f in item.recipients
        ),
    )


def _only_placed(item: Draft, other: Draft) -> bool:
    """«un policier tué lors d'un **attentat à Paris**»: an attack of which only the place is told, where the
    sentence tells whom it struck."""
    if item.type is not EventType.ASSAULT or other.type is not EventType.ASSAULT or item.actors:
        return False
    if item.match.kind != "noun" or other.match.kind != "verb" or not item.recipients:
        return False
    places = {f.party.country for f in item.recipients if f.via == "place"}
    struck = {f.party.country for f in other.recipients if f.via != "place" and f.party.sector}
    return len(places) == 1 and bool(struck) and struck <= {None, *places}


def _is_demand(item: Draft, other: Draft, sentence: Sentence) -> bool:
    """«marcharon exigiendo …», «una manifestación para apoyar a …»: what a protest is for is no
    second event."""
    if item.type not in _CALLED_OUT or other.type is not EventType.PROTEST:
        return False
    told = item.told.governor or item.match
    form = sentence.tokens[told.i].feats.get("VerbForm")
    if told.kind != "verb" or form not in ("Ger", "Inf") or told.i < other.match.i:
        return False
    return bool(item.actors) and _spans(item.actors) == _spans(other.actors)


def _is_reason(item: Draft, other: Draft, sentence: Sentence) -> bool:
    """«protestaban **contra los ataques** de la OTAN», «lo criticó **por apoyar** la huelga»: what a
    protest or a judgement is about is known; it is not told."""
    token = sentence.tokens[item.match.i]
    if sentence.lang != "es" or token.head != other.match.i:
        return False
    if other.act is EventType.PROTEST:
        return item.match.kind == "noun" and token.case in _AGAINST
    return other.act in _JUDGING and token.mark == "por" and token.feats.get("VerbForm") == "Inf"


def _spans(found: tuple[Found, ...]) -> frozenset[int]:
    return frozenset(f.party.end for f in found)


def _echoes(item: Draft, other: Draft) -> bool:
    if item.type is EventType.MOBILIZE and other.type is EventType.ASSAULT:
        return _who(item.actors) == _who(other.actors) and bool(item.actors)
    if item.type is not other.type:
        return False
    mine, theirs = (
        (_who(item.actors), _who(item.recipients)),
        (_who(other.actors), _who(other.recipients)),
    )
    if item.match.frame.two_way or other.match.frame.two_way:
        all_mine, all_theirs = mine[0] | mine[1], theirs[0] | theirs[1]
        if all_mine == all_theirs:
            return item.match.i > other.match.i
        return all_mine < all_theirs
    if mine == theirs:
        return item.match.i > other.match.i
    return mine[0] <= theirs[0] and mine[1] <= theirs[1]


def _who(found: tuple[Found, ...]) -> frozenset[tuple[str | None, str | None, str]]:
    return frozenset(
        (f.party.country, f.party.sector, "" if f.party.country else f.party.name) for f in found
    )
