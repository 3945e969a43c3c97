"""Several who did the same: each to somebody else, each to the other, or as one crowd."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from statuquo.events.implied import one_crowd
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_THEIR = frozenset({"su", "sus", "leur", "leurs", "their"})
_BETWEEN_STATES = frozenset(
    {"ambassador", "border", "frontier", "meeting", "relation", "summit", "talks", "tie",
     "conversación", "cumbre", "diálogo", "embajador", "encuentro", "frontera", "lazo", "negociación",
     "relación", "reunión", "vínculo",
     "ambassadeur", "discussion", "dialogue", "frontière", "lien", "négociation", "rencontre",
     "réunion", "sommet"}
)  # fmt: skip
"""What two states have with each other."""


def apart(item: Draft, sentence: Sentence) -> Iterator[Draft]:
    """The events that a draft of several actors and no recipient stands for.

    «Francia y Suiza aplazan **su cumbre**» is what each does to the other; people of several kinds
    make one crowd; any others did not do it to each other: an event for each.
    """
    if item.recipients or len(item.actors) < 2 or item.two_way:
        yield item
    elif item.act is EventType.PROTEST and (crowds := one_crowd(sentence, item.actors)):
        yield replace(item, actors=(crowds,))
    else:
        mutual = _have_in_common(sentence, item)
        for found in item.actors:
            others = tuple(f for f in item.actors if f is not found) if mutual else ()
            yield replace(item, actors=(found,), recipients=others)


def _have_in_common(sentence: Sentence, item: Draft) -> bool:
    """Whether two states do something to «their» summit, relations or border."""
    countries: set[str | None] = {found.party.country for found in item.actors}
    if len(item.actors) != 2 or len(countries) != 2 or None in countries:
        return False
    return any(
        sentence.tokens[j].lemma in _BETWEEN_STATES and _is_theirs(sentence, j)
        for j in sentence.roles(item.match.i).get("obj", ())
    )


def _is_theirs(sentence: Sentence, i: int) -> bool:
    return any(kid.lower in _THEIR for kid in sentence.kids(i, "det", "poss"))
