"""Gold files: sentences with the events that a careful reader finds in them, as JSON Lines.

There are four forms, told by their fields (docs/accuracy.md has an example of each):

- *sentences*: every event of a sentence, with parties, codes, modality and speaker, and sentences
  that hold none;
- *records*: one event a sentence, others in it left open;
- *mentions*: events with the words of their actor alone;
- *relations*: two marked parties, and what the first does to the second.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from statuquo.errors import InputError
from statuquo.events.record import EventType, Modality
from statuquo.reports.model import LANGUAGES, Language

Form = Literal["sentences", "records", "mentions", "relations"]
FORMS: tuple[Form, ...] = get_args(Form)
YIELD = "YIELD"
"""CONCEDE or RETREAT, which relation tests do not tell apart."""

_ONLY_IN_SENTENCES = ("modality", "said_by", "actor_code", "recipient_code")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldParty:
    """A party as the gold names it.

    Args:
        text: words of the sentence, or None.
        code: country or organisation code, or None when it cannot be told.
        start: offset of the first character in the sentence, or None when it is not marked.
        end: offset after the last one, likewise.
    """

    text: str | None = None
    code: str | None = None
    start: int | None = None
    end: int | None = None

    def __bool__(self) -> bool:
        """Whether the gold names anybody."""
        return bool(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """An event that a sentence holds.

    Args:
        type: PLOVER type after the modality rule; ``YIELD`` in relations.
        actors: who did it; empty when nobody is named.
        recipients: who it was done to.
        modality: how it is told; None where the gold does not say.
        said_by: who asserts it; None where the report does, or the gold does not say.
        trigger: the words that tell it, or None.
    """

    type: str
    actors: tuple[GoldParty, ...] = ()
    recipients: tuple[GoldParty, ...] = ()
    modality: Modality | None = None
    said_by: GoldParty | None = None
    trigger: str | None = None

    def __str__(self) -> str:
        """The event in one line, in the notation of the lexicon with the gold's words."""
        speaker = f" [said by {_shown(self.said_by)}]" if self.said_by else ""
        told = f" [{self.modality}]" if self.modality else ""
        return f"{self.type} {_side(self.actors)} -> {_side(self.recipients)}{told}{speaker}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSentence:
    """A sentence and its events.

    Args:
        id: its name in the file.
        text: the sentence.
        lang: its language; None: find out.
        date: ISO day of the report, or None.
        events: what it holds, by the annotator; empty where a coder must be silent.
    """

    id: str
    text: str
    lang: Language | None = None
    date: str | None = None
    events: tuple[GoldEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFile:
    """A gold file as it was read.

    Args:
        name: the file.
        form: which of the four forms it has.
        sentences: in the order of the file.
    """

    name: str
    form: Form
    sentences: tuple[GoldSentence, ...]


def read_gold(path: Path) -> GoldFile:
    """Read a gold file and find out its form.

    Args:
        path: JSON Lines in UTF-8, one sentence a line.

    Raises:
        InputError: the file cannot be read, or a line is not what its form asks for; the file and
            the line are named, since half a gold file must not be scored as if it were whole.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise InputError(f"cannot be read ({fault.strerror})", str(path)) from fault
    except UnicodeDecodeError as fault:
        raise InputError("is not UTF-8; save it as UTF-8", str(path)) from fault
    rows = [
        (f"{path}:{number}", _object(line, f"{path}:{number}"))
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]
    return gold_of(rows, str(path))


def gold_of(rows: Sequence[tuple[str, Mapping[str, Any]]], name: str) -> GoldFile:
    """Gold out of the objects of its lines.

    Args:
        rows: where each stands, for messages, and the object.
        name: what to call the whole.

    Raises:
        InputError: there is none, or one is not what its form asks for.
    """
    if not rows:
        raise InputError("is empty; a gold file has one sentence a line", name)
    form = form_of(row for _, row in rows)
    if form is None:
        fields = (
            'either "events", or "type" with "actors" and "recipients" or "actor" and "recipient"'
        )
        raise InputError(f"has no gold events: a line needs {fields}", rows[0][0])
    sentences = tuple(_sentence(row, form, where) for where, row in rows)
    return GoldFile(name=name, form=form, sentences=sentences)


def form_of(rows: Iterable[Mapping[str, Any]]) -> Form | None:
    """The form of a file as the fields of its rows tell it; None when they tell none.

    Rows that all hold no events are sentences: they measure silence.

    >>> form_of([{"text": "…", "type": "AID", "actors": [], "recipients": []}])
    'records'
    >>> form_of([{"text": "…", "events": []}, {"text": "…", "events": [{"type": "AID", "actor": "Oman"}]}])
    'mentions'
    """
    listed = list(rows)
    first = listed[0] if listed else {}
    if "actors" in first and "recipients" in first:
        return "records"
    if isinstance(first.get("actor"), dict) and isinstance(first.get("recipient"), dict):
        return "relations"
    if "events" not in first:
        return None
    events = [event for row in listed for event in _listed(row.get("events"))]
    full = any(key in event for event in events for key in _ONLY_IN_SENTENCES)
    return "sentences" if full or not events else "mentions"


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise InputError("is no JSON; write one object a line", where) from fault
    if not isinstance(row, dict):
        raise InputError("is no JSON object; write one object a line", where)
    return row


def _sentence(row: Mapping[str, Any], form: Form, where: str) -> GoldSentence:
    text = _text(row, "text", where)
    name = row.get("id")
    if not text or not text.strip():
        raise InputError('has no "text"; a gold line needs the sentence', where)
    if not isinstance(name, str | int) or isinstance(name, bool) or name == "":
        raise InputError('has no "id"; give each sentence a name of its own', where)
    lang = _text(row, "lang", where)
    if lang is not None and lang not in LANGUAGES:
        raise InputError(f"the language is {lang!r}; known are {', '.join(LANGUAGES)}", where)
    return GoldSentence(
        id=str(name),
        text=text,
        lang=next((one for one in LANGUAGES if one == lang), None),
        date=_text(row, "date", where),
        events=tuple(_events(row, form, where)),
    )


def _events(row: Mapping[str, Any], form: Form, where: str) -> Iterator[GoldEvent]:
    if form == "records":
        yield GoldEvent(
            type=_type(row, where),
            actors=tuple(_party_of(item, where) for item in _list(row, "actors", where)),
            recipients=tuple(_party_of(item, where) for item in _list(row, "recipients", where)),
            trigger=_text(row, "trigger", where),
        )
    elif form == "relations":
        yield GoldEvent(
            type=_type(row, where, YIELD),
            actors=(_marked(row, "actor", where),),
            recipients=(_marked(row, "recipient", where),),
        )
    else:
        for item in _list(row, "events", where):
            if not isinstance(item, dict):
                raise InputError('an event is an object like {"type": "AID", …}', where)
            yield _event(item, where)


def _event(item: Mapping[str, Any], where: str) -> GoldEvent:
    modality = _text(item, "modality", where)
    if modality is not None and modality not in list(Modality):
        raise InputError(f"{modality!r} is no modality; known are {', '.join(Modality)}", where)
    speaker = _party(item, "said_by", where)
    return GoldEvent(
        type=_type(item, where),
        actors=tuple(filter(None, (_party(item, "actor", where),))),
        recipients=tuple(filter(None, (_party(item, "recipient", where),))),
        modality=Modality(modality) if modality else None,
        said_by=speaker or None,
        trigger=_text(item, "trigger", where),
    )


def _type(row: Mapping[str, Any], where: str, *more: str) -> str:
    name = row.get("type")
    if isinstance(name, str) and (name in EventType.__members__ or name in more):
        return name
    known = ", ".join([*EventType, *more])
    raise InputError(f"the type is {name!r}; known are {known}", where)


def _party(item: Mapping[str, Any], key: str, where: str) -> GoldParty:
    return GoldParty(text=_text(item, key, where), code=_text(item, f"{key}_code", where))


def _party_of(item: Any, where: str) -> GoldParty:
    if not isinstance(item, dict):
        raise InputError('a party is an object like {"text": "Oman", "code": "OMN"}', where)
    return GoldParty(text=_text(item, "text", where), code=_text(item, "code", where))


def _marked(row: Mapping[str, Any], key: str, where: str) -> GoldParty:
    """A party with its offsets; both are None where the sentence does not hold its words."""
    item = row.get(key)
    if not isinstance(item, dict) or not _text(item, "text", where):
        raise InputError(f'"{key}" needs "text", "start" and "end"', where)
    start, end = item.get("start"), item.get("end")
    if start is None or end is None:
        return GoldParty(text=item["text"])
    if not (
        isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(row["text"])
    ):
        raise InputError(f'"{key}" has the offsets {start!r} to {end!r}, outside the text', where)
    return GoldParty(text=item["text"], start=start, end=end)


def _list(row: Mapping[str, Any], key: str, where: str) -> list[Any]:
    value = row.get(key)
    if not isinstance(value, list):
        raise InputError(f'"{key}" must be a list, as in the lines before', where)
    return value


def _listed(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a list; nothing where there is no list, which is told when it is read."""
    yield from (item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()


def _text(row: Mapping[str, Any], key: str, where: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f'"{key}" is no text; put it in quotation marks', where)
    return value or None


def _side(parties: tuple[GoldParty, ...]) -> str:
    return " + ".join(_shown(party) for party in parties) or "-"


def _shown(party: GoldParty | None) -> str:
    if not party:
        return "-"
    code = f" ({party.code})" if party.code else ""
    return f"{party.text or '?'}{code}"
