"""A coded report sentence by sentence: what was read out of each, and what is left unread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from statuquo.crisis.corrections import withdrawn
from statuquo.events.record import CodedReport, Event, Evidence, Span
from statuquo.language import split
from statuquo.web.marks import Mark, Piece, pieces

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence and what was read out of it.

    Args:
        start: offset of its first character in the cleaned text.
        end: offset after its last one.
        begins: whether a paragraph begins with it.
        pieces: its words, those of its events marked.
        events: its events, as they are corrected.
        withdrawn: events that the coder found in it and somebody marked wrong.
    """

    start: int
    end: int
    begins: bool
    pieces: tuple[Piece, ...]
    events: tuple[Event, ...]
    withdrawn: tuple[Event, ...]


def sentences_of(coded: CodedReport) -> tuple[Told, ...]:
    """The sentences of a report in order.

    They are cut as the coder cuts them; where the words of an event go beyond a cut, that cut is
    left out.
    """
    wrong = withdrawn(coded)
    evidence = [event.evidence for event in chain(coded.events, wrong)]
    return tuple(
        _told(coded, start, end, begins, wrong) for start, end, begins in _spans(coded, evidence)
    )


def sentence_at(coded: CodedReport, at: int) -> Told | None:
    """The sentence that holds a place of the text; None where none does."""
    return next((one for one in sentences_of(coded) if one.start <= at < one.end), None)


def _spans(coded: CodedReport, evidence: Sequence[Evidence]) -> Iterator[tuple[int, int, bool]]:
    found = [
        (paragraph.start() + start, paragraph.start() + end, n == 0)
        for paragraph in _PARAGRAPH.finditer(coded.text)
        for n, (start, end) in enumerate(split(paragraph[0], coded.lang))
    ]
    joined: list[tuple[int, int, bool]] = []
    for start, end, begins in found:
        last = joined[-1] if joined else None
        if last and any(one.start < last[1] and one.end > start for one in evidence):
            joined[-1] = (last[0], end, last[2])
        else:
            joined.append((start, end, begins))
    yield from joined


def _told(coded: CodedReport, start: int, end: int, begins: bool, wrong: Sequence[Event]) -> Told:
    def here(events: Sequence[Event]) -> tuple[Event, ...]:
        return tuple(one for one in events if start <= one.evidence.trigger.start < end)

    events = here(coded.events)
    marks: list[tuple[int, int, Mark]] = []
    for event in events:
        trigger = event.evidence.trigger
        marks.append((trigger.start, trigger.end, "trigger"))
        marks += [(party.start, party.end, "actor") for party in event.actors]
        marks += [(party.start, party.end, "recipient") for party in event.recipients]
    sentence = Evidence(
        sentence=coded.text[start:end],
        start=start,
        end=end,
        trigger=Span(text="", start=start, end=start),
    )
    return Told(
        start=start,
        end=end,
        begins=begins,
        pieces=pieces(sentence, marks),
        events=events,
        withdrawn=here(wrong),
    )
