"""Each frame proves itself: its examples are coded and compared with what they say they give.

The notation is told in docs/lexicon-guide.md: ``TYPE ACTOR -> RECIPIENT [modality] [said by X]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from statuquo.entities.model import SECTORS, Party
from statuquo.events.coder import Coder
from statuquo.events.lexicon import Example, Frame, Lexicon
from statuquo.events.record import Event, EventType, Modality
from statuquo.reports.model import Report

_EXPECTED = re.compile(
    r"(?P<type>[A-Z]+) (?P<actors>.+?) -> (?P<recipients>[^\[]+?)"
    r"(?: \[(?P<modality>[a-z]+)\])?(?: \[said by (?P<speaker>[^\]]+)\])?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One event that an example must give.

    Args:
        text: as it is written.
        type: PLOVER type.
        actors: parties, each as (country or None for any, sector or None for any); None for ``?``.
        recipients: likewise; empty for ``-``.
        modality: or None for any.
        speaker: or None for any.
    """

    text: str
    type: EventType
    actors: tuple[tuple[str | None, str | None], ...]
    recipients: tuple[tuple[str | None, str | None], ...]
    modality: Modality | None = None
    speaker: tuple[str | None, str | None] | None = None


def parse_expected(text: str) -> Expected:
    """Read the notation.

    Raises:
        ValueError: it is not written as the guide says.

    >>> parse_expected("AID RUS -> VEN GOV [happened]").recipients
    (('VEN', 'GOV'),)
    """
    match = _EXPECTED.fullmatch(text.strip())
    if match is None or match["type"] not in EventType.__members__:
        raise ValueError(f"{text!r} is not written TYPE ACTOR -> RECIPIENT [modality] [said by X]")
    modality = match["modality"]
    if modality is not None and modality not in [str(m) for m in Modality]:
        raise ValueError(f"{text!r}: {modality!r} is no modality")
    return Expected(
        text=text,
        type=EventType(match["type"]),
        actors=tuple(_parties(match["actors"])),
        recipients=tuple(_parties(match["recipients"])),
        modality=Modality(modality) if modality else None,
        speaker=next(_parties(match["speaker"]), None) if match["speaker"] else None,
    )


def _parties(text: str) -> Iterator[tuple[str | None, str | None]]:
    for item in text.split(" + "):
        words = item.strip().split()
        if words == ["-"]:
            continue
        country = sector = None
        for word in words:
            if word == "?":
                continue
            if word in SECTORS and not (len(words) == 1 and word in ("IGO", "NGO")):
                sector = word
            else:
                country = word
        yield country, sector


def prove(coder: Coder, frame: Frame, example: Example) -> str | None:
    """What is wrong with an example of a frame, or None when it is coded as it says.

    Args:
        coder: who codes.
        frame: whose example it is.
        example: the sentence and its events.
    """
    events = coder.code(Report(text=example.text, lang=frame.lang))
    if example.events is None:
        wrong = [event for event in events if f"frame {frame.id} " in event.why]
        return f"must stay silent, gives {show(wrong)}" if wrong else None
    try:
        expected = [parse_expected(item) for item in example.events]
    except ValueError as error:
        return str(error)
    left = list(events)
    missing = []
    for item in expected:
        found = next((event for event in left if agrees(item, event)), None)
        if found is None:
            missing.append(item.text)
        else:
            left.remove(found)
    if not missing and not left:
        return None
    parts = []
    if missing:
        parts.append(f"lacks {'; '.join(missing)}")
    if left:
        parts.append(f"gives {show(left)}")
    return ", ".join(parts)


def agrees(expected: Expected, event: Event) -> bool:
    """Whether an event is what an example expects."""
    if event.type is not expected.type:
        return False
    if expected.modality is not None and event.modality is not expected.modality:
        return False
    if expected.speaker is not None and not any(
        _fits(expected.speaker, said.speaker) for said in event.attribution
    ):
        return False
    actors, recipients = event.actors, event.recipients
    if (
        not recipients
        and expected.recipients
        and len(actors) == len(expected.actors) + len(expected.recipients)
    ):
        # a two-way act may be written as one direction of it
        return _all_fit((*expected.actors, *expected.recipients), actors)
    return _all_fit(expected.actors, actors) and _all_fit(expected.recipients, recipients)


def _all_fit(
    expected: tuple[tuple[str | None, str | None], ...], parties: tuple[Party, ...]
) -> bool:
    if expected == ((None, None),):
        return bool(parties)
    if len(expected) != len(parties):
        return False
    left = list(parties)
    for item in expected:
        found = next((party for party in left if _fits(item, party)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _fits(expected: tuple[str | None, str | None], party: Party) -> bool:
    country, sector = expected
    return (country is None or party.country == country) and (
        sector is None or party.sector == sector
    )


def show(events: Iterable[Event]) -> str:
    """Events in the notation of the examples."""

    def side(parties: tuple[Party, ...]) -> str:
        names = (" ".join(filter(None, (p.country or "?", p.sector))) for p in parties)
        return " + ".join(names) or "-"

    return (
        "; ".join(
            f"{e.type} {side(e.actors)} -> {side(e.recipients)} [{e.modality}]" for e in events
        )
        or "nothing"
    )


def failures(coder: Coder, lexicon: Lexicon) -> Iterator[tuple[Frame, Example, str]]:
    """Every example of a language that is not coded as it says."""
    for frame in lexicon.frames:
        for example in frame.examples:
            problem = prove(coder, frame, example)
            if problem is not None:
                yield frame, example, problem
