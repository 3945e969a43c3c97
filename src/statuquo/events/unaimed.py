"""What an English sentence names without telling it: aims that nobody has moved to reach, shots among
private people, what a government says it must do itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuquo.entities.resolve import Found
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_MOVING = frozenset(
    {"advance", "arrive", "assemble", "bring", "call", "come", "cross", "deploy", "dispatch", "enter", "form", "gather",
     "go", "head", "launch", "march", "mass", "mobilise", "mobilize", "move", "operate", "order", "plan", "plot", "prepare",
     "push", "raid", "rush", "sail", "send", "storm", "surround", "travel", "use", "vow"}
)  # fmt: skip
"""Verbs of those who set out to do something."""
_OPERATIONS = frozenset({"campaign", "drive", "mission", "offensive", "operation", "plan", "troop"})
_FORCIBLE = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION, EventType.PROTEST}
)
_SHOOTERS = frozenset({"shooter", "gunman"})
_PRIVATE = frozenset({"BUS", "CVL", "EDU", "LAB", None})


def is_unaimed(sentence: Sentence, item: Draft) -> bool:
    """Whether an English draft tells no public act after all.

    Args:
        sentence: an English sentence.
        item: the draft.
    """
    return (
        _is_mere_aim(sentence, item)
        or _is_lone_gunman(item)
        or _is_own_duty(item)
        or _is_by_the_way(sentence, item)
        or _is_question(sentence, item)
        or _is_told_as_news(sentence, item)
        or _is_where_they_live(sentence, item)
    )


def _is_question(sentence: Sentence, item: Draft) -> bool:
    """ "What do you want?" he asked them: who asks a question asks for nothing more."""
    i = item.match.i
    if item.match.frame.id != "request.ask" or sentence.tokens[i].lemma != "ask":
        return False
    if any(kid.case == "for" for kid in sentence.kids(i, "obl")) or sentence.kids(i, "xcomp"):
        return False
    return any(token.text == "?" for token in sentence.tokens[:i])


def _is_told_as_news(sentence: Sentence, item: Draft) -> bool:
    """ "He **has taken** the command", she told the agency: what is told with a subject is no order."""
    i = item.match.i
    if item.match.frame.id != "request.order" or sentence.tokens[i].lemma != "tell":
        return False
    told = sentence.kids(i, "comp", "xcomp")
    return bool(told) and all(
        sentence.kids(kid.i, "subj") and kid.i < i and sentence.kids(kid.i, "aux") for kid in told
    )


def _is_where_they_live(sentence: Sentence, item: Draft) -> bool:
    """ "soldiers **based** at a fort died": where they are kept is no move."""
    token = sentence.tokens[item.match.i]
    return (
        item.act is EventType.MOBILIZE
        and token.lemma in ("base", "station")
        and token.dep in ("acl", "amod", "relcl")
    )


def _is_by_the_way(sentence: Sentence, item: Draft) -> bool:
    """ "two men **accused** of fraud left": by nobody named, it only says who they are."""
    token = sentence.tokens[item.match.i]
    aside = token.dep in ("acl", "amod", "advcl")
    return item.match.frame.id == "accuse.accused" and aside and not item.actors


def _is_mere_aim(sentence: Sentence, item: Draft) -> bool:
    """ "powers **to round up** militants", "pressure on the cabinet **to arrest** them": only who moves to
    do it threatens it."""
    if item.type is not EventType.THREATEN or item.act not in _FORCIBLE:
        return False
    if "purpose" not in item.told.route:
        return False
    for head in sentence.above(item.match.i):
        if head.pos == "NOUN" and head.lemma not in _OPERATIONS:
            return True  # whoever is under "pressure to arrest them" has not moved
        if sentence.is_verb(head.i) and head.lemma in _MOVING:
            return any(kid.dep == "neg" for kid in sentence.kids(head.i))
    return True


def _is_lone_gunman(item: Draft) -> bool:
    """ "The **shooter** threatened to come back", "a gunman shot a man in a bar"."""
    if not item.actors or item.act not in _FORCIBLE | {EventType.THREATEN}:
        return False
    return all(_is_lone(f) for f in item.actors) and all(
        f.party.sector in _PRIVATE and not f.plural and not f.party.entity_id
        for f in item.recipients
    )


def _is_lone(found: Found) -> bool:
    last = found.party.text.lower().split()[-1]
    return last in _SHOOTERS and not found.party.country


def _is_own_duty(item: Draft) -> bool:
    """ "The government will have to cut its budget, the minister said": nobody is asked."""
    if item.match.frame.id != "request.must" and not item.told.obliged:
        return False
    ours = {f.party.country for f in item.actors if f.party.country}
    return (
        bool(item.recipients)
        and all(
            f.party.country in ours and (f.party.entity_id or "").startswith("country:")
            for f in item.recipients
        )
        and any(f.party.sector in ("GOV", "ELI", "MIL") for f in item.actors)
    )
