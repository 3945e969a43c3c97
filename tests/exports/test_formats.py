"""Events as JSON Lines and as a table: whatever their words hold, the form stays whole."""

import csv
import io
import json
from dataclasses import fields

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuquo.entities.model import Party
from statuquo.events.record import Event, EventType, Evidence, Location, Modality, Span
from statuquo.exports import COLUMNS, FORMATS, event_schema, writer

words = st.text(max_size=30) | st.sampled_from(
    ['«Non», a dit "X"', "=1+1", "a\nb", "a\r\nb", "a,b;c", "\u2028", "\ufeff", "é", ""]
)
parties = st.builds(
    Party,
    name=words,
    country=st.none() | st.just("VEN"),
    sector=st.none() | st.just("GOV"),
    text=words,
    start=st.just(0),
    end=st.just(1),
)
events = st.builds(
    Event,
    id=words,
    report_id=words,
    lang=st.just("fr"),
    date=st.none() | st.just("2019-05-30"),
    date_from=st.none(),
    type=st.sampled_from(EventType),
    mode=st.none(),
    quad=st.just("verbal-conflict"),
    score=st.floats(-10, 10),
    contexts=st.just(("military", "legal")),
    act=st.sampled_from(EventType),
    modality=st.sampled_from(Modality),
    actors=st.lists(parties, max_size=3).map(tuple),
    recipients=st.lists(parties, max_size=3).map(tuple),
    attribution=st.just(()),
    location=st.none() | st.builds(Location, name=words, lat=st.none() | st.floats(-90, 90)),
    evidence=st.builds(
        Evidence,
        sentence=words,
        start=st.just(3),
        end=st.just(9),
        trigger=st.builds(Span, text=words, start=st.just(4), end=st.just(5)),
    ),
    confidence=st.floats(0, 1),
    why=words,
    version=st.just("test"),
)


quickly = settings(max_examples=40, deadline=None)


def written(form: str, made: list[Event]) -> str:
    stream = io.StringIO(newline="")
    writer(form, stream)(made)
    return stream.getvalue()


@quickly
@given(made=st.lists(events, max_size=4))
def test_each_line_of_json_is_one_event(made: list[Event]):
    lines = written("jsonl", made).removesuffix("\n").split("\n") if made else []
    assert [Event.from_dict(json.loads(line)) for line in lines] == made


@quickly
@given(made=events)
def test_a_line_is_what_the_schema_describes(made: Event):
    jsonschema.validate(json.loads(written("jsonl", [made])), event_schema())


def test_the_schema_speaks_of_every_field_and_value():
    schema = event_schema()
    assert schema["properties"].keys() == {field.name for field in fields(Event)}
    assert schema["properties"]["type"]["enum"] == [str(one) for one in EventType]
    assert schema["properties"]["modality"]["enum"] == [str(one) for one in Modality]
    party = schema["$defs"]["party"]["properties"]
    assert party.keys() == {field.name for field in fields(Party)}


@quickly
@given(made=st.lists(events, max_size=4))
def test_each_row_of_the_table_is_one_event(made: list[Event]):
    header, *rows = csv.reader(io.StringIO(written("csv", made), newline=""))
    assert tuple(header) == COLUMNS
    for row, event in zip(rows, made, strict=True):
        cells = dict(zip(header, row, strict=True))
        assert cells["sentence"] == event.evidence.sentence
        assert cells["id"] == event.id
        assert cells["contexts"] == "military; legal"
        assert float(cells["score"]) == event.score
        assert cells["date"] == (event.date or "")
        countries = cells["actor_country"].split("; ") if event.actors else []
        assert countries == [party.country or "" for party in event.actors]


@quickly
@given(made=events)
def test_the_columns_of_a_party_are_in_one_order(made: Event):
    header, row = csv.reader(io.StringIO(written("csv", [made]), newline=""))
    cells = dict(zip(header, row, strict=True))
    assert cells["recipient_sector"] == "; ".join(p.sector or "" for p in made.recipients)
    assert cells["recipient_name"] == "; ".join(p.name for p in made.recipients)


def test_a_table_without_events_has_its_header():
    assert written("csv", []) == ",".join(f'"{name}"' for name in COLUMNS) + "\n"


def test_formats_by_name():
    assert FORMATS == ("jsonl", "csv")
    with pytest.raises(KeyError):
        writer("xml", io.StringIO())
