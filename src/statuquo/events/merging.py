"""Acts that are only the aim or the demand of another are told with it, not beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_CLAUSES = frozenset({"advcl", "acl", "xcomp", "comp"})
_DEMANDS = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT})
_PEOPLE = frozenset({"CVL", "REF", "JRN", None})
"""Whom a march can be for, not against: "marched to demand the release of **the students**"."""
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_FORCES = _FORCE | {EventType.MOBILIZE}


def with_aims(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that tell what another is for; whom these are aimed at, that one is
    aimed at too where it names nobody: "marched to demand that **the cabinet** resign", "opened fire to
    disperse **demonstrators**", "sent troops to arrest **the rebels**"."""
    kept = list(drafts)
    for aim in drafts:
        held = next((item for item in kept if _is_aim(sentence, aim, item)), None)
        if held is None:
            continue
        kept = [item for item in kept if item is not aim]
        if (
            all(f.thing and f.party.sector == "CVL" for f in held.recipients)
            and aim.recipients
            and not (
                held.type is EventType.PROTEST
                and all(f.party.sector in _PEOPLE for f in aim.recipients)
            )
            and not held.two_way
        ):
            at = kept.index(held)
            kept[at] = replace(
                held, recipients=aim.recipients, why=f"{held.why}; recipient of what it is for"
            )
    return kept


def _is_aim(sentence: Sentence, aim: Draft, item: Draft) -> bool:
    if aim is item:
        return False
    if item.type is EventType.PROTEST and aim.type in _DEMANDS:
        purpose = True
    elif item.type in _FORCES and aim.type is EventType.THREATEN and aim.act in _FORCE:
        if _same_words(aim, item):  # «une opération **visant à combattre les rebelles**»
            return item.match.i in (head.i for head in sentence.above(aim.match.i))
        purpose = "purpose" in aim.told.route
    else:
        return False
    countries = [{f.party.country for f in draft.actors} for draft in (aim, item)]
    if countries[0] and countries[1] and not countries[0] & countries[1]:
        return False
    return purpose and _hangs_below(sentence, aim.match.i, item.match.i)


def _same_words(aim: Draft, item: Draft) -> bool:
    """Whether both are done to those whom the same words name."""
    done_to = {(f.party.start, f.party.end) for f in item.recipients}
    return bool(done_to) and done_to == {(f.party.start, f.party.end) for f in aim.recipients}


def _hangs_below(sentence: Sentence, i: int, above: int) -> bool:
    """Whether the clause of a word hangs on another word, or on the verb that carries that word."""
    carriers = {above, *sentence.carriers(above)}
    clause = sentence.tokens[i]
    for head in sentence.above(i):
        if head.i in carriers:
            return clause.dep in _CLAUSES and sentence.is_verb(clause.i)
        if sentence.is_verb(clause.i) and clause.dep not in (*_CLAUSES, "conj"):
            return False
        clause = head
    return False
