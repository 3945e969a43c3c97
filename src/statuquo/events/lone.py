"""Who speaks in the first person, and whom pronouns mean in a sentence that comes without its page."""

from __future__ import annotations

from statuquo.entities.model import Party
from statuquo.entities.page import Page
from statuquo.entities.resolve import Found
from statuquo.events.matcher import Match
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence

_WORDS = frozenset(
    {EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT, EventType.THREATEN}
)
"""Acts of words: what people do with their hands is as often private."""
_FIRST_PERSON = frozenset({"nous", "je", "j'", "j’", "we", "i", "nosotros", "yo", "on"})
_SPEAKING = frozenset({"i", "we"})
_PRONOUNS = _SPEAKING | {"he", "she", "they", "him", "her", "them"}


def is_lone(page: Page) -> bool:
    """Whether nothing of the page comes before: a report of one sentence, or its first."""
    return not page.met and page.subject is None and page.speaker is None


def in_first_person(sentence: Sentence, match: Match) -> bool:
    """Whether whoever speaks does it: «Nous avons ordonné …», "I am dismayed", «hemos ordenado»."""
    token = sentence.tokens[match.i]
    slots = [s for s in match.frame.actor[match.kind] if s in ("subj", "obj")]
    if match.kind == "noun" or not slots:
        return False
    roles = sentence.roles(match.i)
    subjects = next((roles[slot] for slot in slots if slot in roles), ())
    if subjects:
        return any(sentence.tokens[j].lower in _FIRST_PERSON for j in subjects)
    finite = [token, *sentence.kids(match.i, "aux")]
    return sentence.lang == "es" and any(t.feats.get("Person") == "1" for t in finite)


def unknown_speaker(sentence: Sentence, i: int, page: Page) -> Found | None:
    """ "**I** am dismayed at the cabinet's decision": whoever says it, by that word alone, where no page
    tells who speaks."""
    if not is_lone(page):
        return None
    roles = sentence.roles(i)
    for j in (*roles.get("subj", ()), *roles.get("obj", ())):
        token = sentence.tokens[j]
        if token.lower in _SPEAKING:
            party = Party(name=token.text, text=token.text, start=token.start, end=token.end)
            return Found(party=party, via="bare", person=token.lower == "i")
    return None


def by_pronoun(kind: EventType, parties: tuple[Found, ...], page: Page) -> bool:
    """Whether an act of words is told of somebody whom only a pronoun names, and no page tells more."""
    return (
        kind in _WORDS
        and is_lone(page)
        and any(f.via == "bare" and f.party.text.lower() in _PRONOUNS for f in parties)
    )
