"""The examples of the lexicon, run: does each sentence give the events that it says?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuquo.entities.model import SECTORS
from statuquo.errors import DataError

if TYPE_CHECKING:
    from statuquo.entities.model import Party
    from statuquo.events import Coder, Event, Lexicon
    from statuquo.events.lexicon import Example, Frame

_EXPECTED = re.compile(r"(?P<type>[A-Z]+) (?P<actors>.+) -> (?P<recipients>[^\[]+)(?P<marks>.*)")
_MARK = re.compile(r"\[([^\]]+)\]")
_SAID_BY = "said by "


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A party that an example expects; None fits any country or sector, known or not."""

    country: str | None
    sector: str | None

    @classmethod
    def parse(cls, text: str) -> Wanted:
        """Read ``VEN``, ``VEN GOV``, ``GOV``, ``? REB`` or ``?``."""
        words = text.split()
        if len(words) == 1 and words[0] in SECTORS and words[0] not in ("IGO", "NGO"):
            return cls(country=None, sector=words[0])
        country, sector = [None if word == "?" else word for word in (*words, "?")][:2]
        return cls(country=country, sector=sector)

    def fits(self, party: Party) -> bool:
        """Whether that party is the one expected."""
        return self.country in (None, party.country) and self.sector in (None, party.sector)


_ANYBODY = Wanted(country=None, sector=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """An event that an example expects, as docs/lexicon-guide.md writes it."""

    type: str
    actors: tuple[Wanted, ...]
    recipients: tuple[Wanted, ...]
    modality: str | None
    speaker: Wanted | None

    @classmethod
    def parse(cls, text: str) -> Expected:
        """Read ``AID CUB -> HTI [intended] [said by CUB]``.

        Raises:
            ValueError: it is not written so.

        >>> Expected.parse("CONSULT FRA GOV + DEU GOV -> - [happened]").actors[1]
        Wanted(country='DEU', sector='GOV')
        """
        found = _EXPECTED.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"write {text!r} as: TYPE ACTOR -> RECIPIENT [modality] [said by WHO]")
        marks = _MARK.findall(found["marks"])
        said = [mark.removeprefix(_SAID_BY) for mark in marks if mark.startswith(_SAID_BY)]
        told = [mark for mark in marks if not mark.startswith(_SAID_BY)]
        return cls(
            type=found["type"],
            actors=_wanted(found["actors"]),
            recipients=_wanted(found["recipients"]),
            modality=told[0] if told else None,
            speaker=Wanted.parse(said[0]) if said else None,
        )

    def fits(self, event: Event) -> bool:
        """Whether that event is the one expected."""
        speakers = [item.speaker for item in event.attribution]
        return (
            self.type == event.type
            and self.modality in (None, event.modality)
            and _all_fit(self.actors, event.actors)
            and _all_fit(self.recipients, event.recipients)
            and (self.speaker is None or any(self.speaker.fits(one) for one in speakers))
        )


def prove(coder: Coder, lexicon: Lexicon) -> Iterator[DataError]:
    """Run every example of a lexicon and tell those that do not give what they say.

    Args:
        coder: codes with that lexicon.
        lexicon: the frames whose examples are run.
    """
    from statuquo.reports import Report

    cases = [(frame, example) for frame in lexicon.frames for example in frame.examples]
    reports = (
        Report(id=str(number), text=example.text, lang=lexicon.lang)
        for number, (_, example) in enumerate(cases)
    )
    unread: list[str] = []
    coded = {
        one.report.id: one.events
        for one in coder.stream(reports, set_aside=lambda problem: unread.append(str(problem)))
    }
    for number, (frame, example) in enumerate(cases):
        fault = _fault(frame, example, coded.get(str(number), ()))
        if fault:
            yield DataError(f"{frame.id}: {fault}: {example.text}", frame.file, example.line)
    for problem in unread:
        yield DataError(f"an example cannot be read: {problem}")


def code_of(party: Party) -> str:
    """A party as examples write it: country and sector."""
    return " ".join(part for part in (party.country or "?", party.sector) if part)


def codes_of(parties: Iterable[Party]) -> str:
    """Several parties as examples write them."""
    return " + ".join(code_of(party) for party in parties) or "-"


def notation(event: Event) -> str:
    """An event as examples write it."""
    parties = f"{codes_of(event.actors)} -> {codes_of(event.recipients)}"
    speakers = "".join(f" [{_SAID_BY}{code_of(item.speaker)}]" for item in event.attribution)
    return f"{event.type} {parties} [{event.modality}]{speakers}"


def _fault(frame: Frame, example: Example, events: Iterable[Event]) -> str | None:
    if example.events is None:
        speaking = [notation(event) for event in events if f"frame {frame.id} " in event.why]
        return f"must stay silent, gives {'; '.join(speaking)}" if speaking else None
    surplus = list(events)
    missing = []
    for text in example.events:
        try:
            expected = Expected.parse(text)
        except ValueError as error:
            return str(error)
        fitting = next((event for event in surplus if expected.fits(event)), None)
        if fitting is None:
            missing.append(text)
        else:
            surplus.remove(fitting)
    faults = [f"lacks {text}" for text in missing] + [f"gives {notation(one)}" for one in surplus]
    return "; ".join(faults) or None


def _wanted(text: str) -> tuple[Wanted, ...]:
    parts = [part.strip() for part in text.split(" + ")]
    return tuple(Wanted.parse(part) for part in parts if part != "-")


def _all_fit(wanted: tuple[Wanted, ...], parties: tuple[Party, ...]) -> bool:
    """Whether the parties are the wanted ones, in any order; ``?`` alone is one or more of any."""
    if wanted == (_ANYBODY,):
        return bool(parties)
    left = list(parties)
    # The particular first, so that «?» does not take the party that only another fits.
    for one in sorted(wanted, key=lambda w: (w.country is None) + (w.sector is None)):
        fitting = next((party for party in left if one.fits(party)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return not left
