"""Coded events written by hand: «AID Norway NOR -> Haiti HTI» with the sentence they stand in."""

from __future__ import annotations

from statuquo.entities.model import Party
from statuquo.evaluation import GoldEvent, GoldFile, GoldParty, GoldSentence
from statuquo.events import Ontology
from statuquo.events.record import Attribution, Event, EventType, Evidence, Modality, Span

ONTOLOGY = Ontology.load()
QUADS = {kind.value: info.quad for kind, info in ONTOLOGY.types.items()}


def event(
    told: str,
    *,
    said_by: str | None = None,
    modality: Modality = Modality.HAPPENED,
    trigger: str = "did",
    at: int = 0,
    sentence: str = "Somebody did something.",
    why: str = "frame made.by-hand",
) -> Event:
    """An event; parties are words with an optional code at their end, several joined by ``+``."""
    kind, _, rest = told.partition(" ")
    actors, _, recipients = rest.partition(" -> ")
    return Event(
        id=f"e-{told}-{at}",
        report_id="r",
        lang="en",
        date=None,
        date_from=None,
        type=EventType(kind),
        mode=None,
        quad=QUADS[kind],
        score=0.0,
        contexts=(),
        act=EventType(kind),
        modality=modality,
        actors=parties(actors),
        recipients=parties(recipients),
        attribution=(Attribution(speaker=party(said_by)),) if said_by else (),
        location=None,
        evidence=Evidence(
            sentence=sentence,
            start=at,
            end=at + len(sentence),
            trigger=Span(text=trigger, start=at + 9, end=at + 9 + len(trigger)),
        ),
        confidence=1.0,
        why=why,
        version="by hand",
    )


def parties(words: str) -> tuple[Party, ...]:
    return tuple(party(one.strip()) for one in words.split("+") if one.strip() not in ("", "-"))


def party(words: str) -> Party:
    name, code = _name_and_code(words)
    return Party(name=name, country=code, sector=None, text=name, start=0, end=len(name))


def gold(
    form: str, *sentences: tuple[str, ...] | list[GoldEvent], name: str = "gold.jsonl"
) -> GoldFile:
    """A gold file; each sentence is a list of events, or a tuple of them in the notation above."""
    return GoldFile(
        name=name,
        form=form,  # type: ignore[arg-type]
        sentences=tuple(
            GoldSentence(
                id=f"s{number}",
                text=f"Sentence {number}.",
                lang="en",
                events=tuple(wanted(one) if isinstance(one, str) else one for one in events),
            )
            for number, events in enumerate(sentences, start=1)
        ),
    )


def wanted(
    told: str,
    *,
    modality: Modality | None = Modality.HAPPENED,
    said_by: str | None = None,
    trigger: str | None = "did",
) -> GoldEvent:
    """A gold event in the notation of `event`."""
    kind, _, rest = told.partition(" ")
    actors, _, recipients = rest.partition(" -> ")
    return GoldEvent(
        type=kind,
        actors=_gold_parties(actors),
        recipients=_gold_parties(recipients),
        modality=modality,
        said_by=_gold_parties(said_by)[0] if said_by else None,
        trigger=trigger,
    )


def _gold_parties(words: str) -> tuple[GoldParty, ...]:
    named = [_name_and_code(one.strip()) for one in words.split("+")]
    return tuple(GoldParty(text=name, code=code) for name, code in named if name not in ("", "-"))


def _name_and_code(words: str) -> tuple[str, str | None]:
    name, _, last = words.rpartition(" ")
    return (name, last) if last.isupper() and len(last) == 3 and name else (words, None)
