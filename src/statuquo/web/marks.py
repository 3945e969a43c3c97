"""A sentence cut where its parties and its trigger begin and end, ready to be highlighted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from statuquo.events.record import Event, Evidence, Span

Mark = Literal["trigger", "actor", "recipient", "speaker"]
_ORDER: tuple[Mark, ...] = ("trigger", "actor", "recipient", "speaker")

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence and what they are: trigger, actor, recipient, speaker or nothing (None)."""

    text: str
    mark: Mark | None = None


def printable(text: str) -> str:
    r"""Text without what no page or terminal may be given: controls and halves of characters.

    Each is replaced by one character, so that offsets still hold.

    >>> printable("a\x1b[31mb\ud83d") == "a\ufffd[31mb\ufffd"
    True
    """
    return _UNPRINTABLE.sub("\ufffd", text)


def undirected(text: str) -> str:
    r"""Printable text without the marks that turn its direction, for a terminal cannot isolate them.

    >>> undirected("abc\u202edef")
    'abcdef'
    """
    return _DIRECTION.sub("", printable(text))


def pieces(evidence: Evidence, spans: Iterable[tuple[int, int, Mark]]) -> tuple[Piece, ...]:
    """Cut a sentence at the spans.

    Args:
        evidence: the sentence.
        spans: start, end and mark of each, as offsets in the report's cleaned text. What lies
            outside the sentence is left out (a party may be named sentences before).

    Returns:
        The pieces; joined they are the sentence. Where spans overlap the trigger goes before the
        actor, the actor before the recipient and the recipient before the speaker.

    >>> from statuquo.events.record import Span
    >>> sentence = Evidence(sentence="A hits B.", start=10, end=19, trigger=Span(text="hits", start=12, end=16))
    >>> [(p.text, p.mark) for p in pieces(sentence, [(10, 11, "actor"), (12, 16, "trigger"), (17, 18, "recipient")])]
    [('A', 'actor'), (' ', None), ('hits', 'trigger'), (' ', None), ('B', 'recipient'), ('.', None)]
    """
    text = evidence.sentence
    if evidence.end - evidence.start != len(text):
        # The sentence was tidied after it was cut out: offsets would mark the wrong words.
        return (Piece(printable(text)),)
    inside = [
        (max(start, evidence.start) - evidence.start, min(end, evidence.end) - evidence.start, mark)
        for start, end, mark in spans
        if start < evidence.end and end > evidence.start and start < end
    ]
    cuts = sorted({0, len(text), *(at for start, end, _ in inside for at in (start, end))})
    found: list[Piece] = []
    for start, end in pairwise(cuts):
        covering = {mark for from_, to, mark in inside if from_ <= start and end <= to}
        mark = next((each for each in _ORDER if each in covering), None)
        if found and found[-1].mark == mark:
            found[-1] = Piece(found[-1].text + printable(text[start:end]), mark)
        else:
            found.append(Piece(printable(text[start:end]), mark))
    return tuple(found)


def event_pieces(event: Event) -> tuple[Piece, ...]:
    """An event's sentence with its trigger, actors and recipients marked."""
    return pieces(event.evidence, _spans(event))


def report_pieces(text: str, event: Event) -> tuple[tuple[Piece, ...], ...]:
    """A report cut into what stands before, in and after an event's sentence, all of it marked.

    A party may be named sentences before («the two governments …»), and so may who says so.

    Args:
        text: the cleaned text of the report.
        event: read out of it.
    """
    spans: list[tuple[int, int, Mark]] = [
        *_spans(event),
        *((said.speaker.start, said.speaker.end, "speaker") for said in event.attribution),
    ]
    start, end = event.evidence.start, event.evidence.end
    none = Span(text="", start=0, end=0)
    around = (
        Evidence(sentence=text[a:b], start=a, end=b, trigger=none)
        for a, b in ((0, start), (end, len(text)))
    )
    before, after = (pieces(part, spans) for part in around)
    return before, pieces(event.evidence, spans), after


def _spans(event: Event) -> list[tuple[int, int, Mark]]:
    trigger = event.evidence.trigger
    return [
        (trigger.start, trigger.end, "trigger"),
        *((party.start, party.end, "actor") for party in event.actors),
        *((party.start, party.end, "recipient") for party in event.recipients),
    ]


def trigger_pieces(evidence: Evidence) -> tuple[Piece, ...]:
    """A sentence with only its trigger marked."""
    return pieces(evidence, [(evidence.trigger.start, evidence.trigger.end, "trigger")])
