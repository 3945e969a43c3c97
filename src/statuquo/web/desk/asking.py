"""Questions to a crisis: which events, which stories, a page of many."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from statuquo.crisis import Crisis, Side, Story
from statuquo.crisis.names import fold
from statuquo.entities.model import Party
from statuquo.events.record import Event

Item = TypeVar("Item")

_FORMULA: Final = frozenset("=+-@\t\r\n|%＝＋－＠")
"""With these a cell begins that a spreadsheet computes, or sends to another program."""

_ROLES: Final = ("party", "actor", "recipient")

MOST = 500
"""So many items one answer holds at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery:
    """Which events are asked for; a field that is None asks for nothing.

    Args:
        type: PLOVER type.
        quad: quad class.
        party: country code, entity id, id of a side, or a part of a name, of an actor or a recipient.
        actor: the same of an actor.
        recipient: the same of a recipient.
        speaker: the same of somebody who says so.
        modality: how it is told.
        place: a part of the place's name, or the code of its country.
        since: ISO day of the first.
        until: ISO day of the last.
        confidence: the least.
        story: id of its story.
        report: id of its report.
        words: words that its sentence holds, accents and capitals aside.
    """

    type: str | None = None
    quad: str | None = None
    party: str | None = None
    actor: str | None = None
    recipient: str | None = None
    speaker: str | None = None
    modality: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    confidence: float | None = None
    story: str | None = None
    report: str | None = None
    words: str | None = None

    def of_stories(self) -> bool:
        """Whether only the picture can tell: it asks for a story, or for a side by its id.

        An organisation's side is called by its code alone, which events bear themselves.

        >>> EventQuery(actor="VEN.government").of_stories(), EventQuery(actor="VEN").of_stories()
        (True, False)
        """
        return self.story is not None or any("." in (getattr(self, role) or "") for role in _ROLES)

    def asked(self) -> dict[str, str]:
        """The fields that ask for something, as they stand in an address."""
        fields = {name: getattr(self, name) for name in self.__slots__}
        return {name: str(value) for name, value in fields.items() if value is not None}


def sifted(events: Iterable[Event], query: EventQuery) -> list[Event]:
    """The events that are asked for, where nothing is asked of stories (`EventQuery.of_stories`).

    >>> sifted([], EventQuery(type="AID"))
    []
    """
    return [event for event in events if _fits(event, query)] if query.asked() else list(events)


def matching(crisis: Crisis, query: EventQuery) -> list[Event]:
    """The events of a crisis that are asked for, in order.

    >>> from statuquo.crisis import build
    >>> matching(build([]), EventQuery(type="AID"))
    []
    """
    if not query.asked():
        return list(crisis.events)
    # Few ask by story: the others need not wait for the map of all of them.
    asked = (story for story in crisis.stories if story.id == query.story)
    told = (
        {event.id for story in asked for event in story.events} if query.story is not None else None
    )
    sides = {actor.side.id for actor in crisis.actors} if query.of_stories() else set()
    of_sides = {role: getattr(query, role) for role in _ROLES if getattr(query, role) in sides}
    query = replace(query, **dict.fromkeys(of_sides))
    story_of = crisis.story_of() if of_sides else {}
    return [
        event
        for event in crisis.events
        if (told is None or event.id in told)
        and all(_has_side(story_of[event.id], role, side) for role, side in of_sides.items())
        and _fits(event, query)
    ]


def _has_side(story: Story, role: str, side: str) -> bool:
    """Whether a side stands in a role of a story."""
    sides = {
        "actor": story.actors,
        "recipient": story.recipients,
        "party": (*story.actors, *story.recipients),
    }
    return any(each.id == side for each in sides[role])


ORDERS: Final = ("date", "type", "actor", "recipient", "confidence")
"""What a table of events can be sorted by; with ``-`` before it, backwards."""


def ordered(events: list[Event], sort: str, noun: Callable[[str], str]) -> list[Event]:
    """Events sorted; of those that are equal the latest come first.

    Args:
        events: by date.
        sort: one of `ORDERS`, with ``-`` before it for the other way; by date if it is none.
        noun: what the reader calls a type.
    """
    name, backwards = sort.removeprefix("-"), sort.startswith("-")
    if name not in ORDERS or name == "date":
        return events[::-1] if backwards else events
    keys: dict[str, Callable[[Event], Any]] = {
        "type": lambda event: fold(noun(event.type)),
        "actor": lambda event: [fold(party.name) for party in event.actors],
        "recipient": lambda event: [fold(party.name) for party in event.recipients],
        "confidence": lambda event: event.confidence,
    }
    # Of equals the latest stand first, whichever way the column runs.
    latest_first = events[::-1]
    latest_first.sort(key=keys[name], reverse=backwards)
    return latest_first


def _fits(event: Event, query: EventQuery) -> bool:
    exact = (
        (query.type, str(event.type)),
        (query.quad, event.quad),
        (query.modality, str(event.modality)),
        (query.report, event.report_id),
    )
    if any(wanted is not None and wanted != found for wanted, found in exact):
        return False
    if (query.since or query.until) and not event.date:
        return False
    day = event.date or ""
    if not (query.since or "") <= day[:10] <= (query.until or "9999"):
        return False
    if query.confidence is not None and event.confidence < query.confidence:
        return False
    speakers = [said.speaker for said in event.attribution]
    named = (
        (query.party, (*event.actors, *event.recipients)),
        (query.actor, event.actors),
        (query.recipient, event.recipients),
        (query.speaker, speakers),
    )
    if any(wanted and not any(_is(wanted, one) for one in ones) for wanted, ones in named):
        return False
    if query.place and not _is_there(event, query.place):
        return False
    if not query.words:
        return True
    text = fold(event.evidence.sentence)
    return all(fold(word) in text for word in query.words.split())


def _is(wanted: str, party: Party) -> bool:
    if wanted in (party.country, party.entity_id, f"{party.country}:{party.sector}"):
        return True
    return len(wanted) > 3 and fold(wanted) in fold(f"{party.name} {party.text}")


def is_side(wanted: str, side: Side) -> bool:
    """Whether a side is meant by a country code, an id, or a part of its name.

    Args:
        wanted: what is asked for.
        side: the side.
    """
    if wanted in (side.country, side.id, side.entity_id):
        return True
    return len(wanted) > 3 and fold(wanted) in fold(side.name)


def _is_there(event: Event, wanted: str) -> bool:
    place = event.location
    return place is not None and (wanted == place.country or fold(wanted) in fold(place.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A page of many items.

    Args:
        items: those on the page.
        total: how many there are.
        limit: how many a page holds.
        offset: how many come before it.
    """

    items: tuple[Any, ...]
    total: int
    limit: int
    offset: int

    @property
    def has_next(self) -> bool:
        """Whether more come after it."""
        return self.offset + self.limit < self.total


def part_of(items: Sequence[Any], limit: int, offset: int) -> Part:
    """A page of items.

    >>> part_of("abcde", limit=2, offset=4).items
    ('e',)
    """
    shown = tuple(items[offset : offset + limit])
    return Part(items=shown, total=len(items), limit=limit, offset=offset)


def csv_of(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    r"""A table, line by line: every column that a record has, nested values as dotted names.

    Lists of parties become their names with ``; `` between them.

    >>> list(csv_of([{"id": "e1", "place": {"name": "Oslo"}, "who": [{"name": "A"}, {"name": "B"}]}]))
    ['"id","place.name","who"\r\n', '"e1","Oslo","A; B"\r\n']
    """
    rows = [dict(_flat(record)) for record in records]
    seen = dict.fromkeys(name for row in rows for name in row)
    # What is null in one record and holds values in the next has the columns of the values.
    held = {name.rpartition(".")[0] for name in seen}
    first = {top: n for n, top in enumerate(dict.fromkeys(name.partition(".")[0] for name in seen))}
    columns = sorted(
        (name for name in seen if name not in held), key=lambda name: first[name.partition(".")[0]]
    )
    if rows:
        yield _line(columns)
    for row in rows:
        yield _line([row.get(name, "") for name in columns])


def _flat(record: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in record.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        elif isinstance(value, list):
            yield f"{before}{name}", "; ".join(_named(each) for each in value)
        else:
            yield f"{before}{name}", "" if value is None else value


def _named(value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    for key in ("name", "speaker", "id", "report_id"):
        if key in value:
            return _named(value[key])
    return ""


def _line(cells: Iterable[Any]) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow([_calm(cell) for cell in cells])
    return out.getvalue()


def _calm(cell: Any) -> Any:
    """A cell that no spreadsheet runs: text that it takes for a formula begins with an apostrophe.

    https://owasp.org/www-community/attacks/CSV_Injection

    >>> _calm("=1+1"), _calm("Oslo"), _calm(-9.0)
    ("'=1+1", 'Oslo', -9.0)
    """
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    return f"'{text}" if text.lstrip(" ")[:1] in _FORMULA else text
