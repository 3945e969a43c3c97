"""Reading gold files: the four forms, and what is wrong with a line."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.errors import InputError
from statuquo.evaluation import read_gold
from statuquo.evaluation.gold import form_of

DATA = Path(__file__).parent / "data"

EVENT = {"type": "AID", "actor": "Oman", "recipient": None}
FULL = {**EVENT, "actor_code": "OMN", "modality": "happened"}
FORMS = [
    # rows, form
    ([{"events": [FULL]}], "sentences"),
    ([{"events": []}, {"events": [FULL]}], "sentences"),  # the first may hold none
    ([{"events": []}], "sentences"),  # silence is measured
    ([{"events": []}, {"events": [EVENT]}], "mentions"),
    ([{"type": "AID", "actors": [], "recipients": []}], "records"),
    ([{"type": "AID", "actor": {"text": "a"}, "recipient": {"text": "b"}}], "relations"),
    ([{"type": "AID"}], None),
    ([{"text": "only a report"}], None),
    ([], None),
]


@pytest.mark.parametrize(("rows", "form"), FORMS)
def test_fields_tell_the_form(rows: list[dict], form: str | None):
    assert form_of(rows) == form


@pytest.mark.parametrize("form", ["sentences", "records", "mentions", "relations"])
def test_a_file_of_each_form_is_read_whole(form: str):
    path = DATA / f"{form}.jsonl"
    gold = read_gold(path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert gold.form == form
    assert [sentence.id for sentence in gold.sentences] == [row["id"] for row in rows]
    assert [sentence.text for sentence in gold.sentences] == [row["text"] for row in rows]
    types = [event.type for sentence in gold.sentences for event in sentence.events]
    told = [event["type"] for row in rows for event in row.get("events", [row])]
    assert types == told


def test_an_event_is_read_with_all_that_is_told():
    [event] = read_gold(DATA / "sentences.jsonl").sentences[2].events
    assert str(event) == (
        "ASSAULT Kenya (KEN) -> a village in Somalia (SOM) [happened] "
        "[said by the Somali government (SOM)]"
    )


def test_parties_that_the_sentence_does_not_hold_have_no_offsets():
    relations = read_gold(DATA / "relations.jsonl").sentences
    marked = [event.actors[0].start for sentence in relations for event in sentence.events]
    assert marked == [0, 27, 42, None, 0]


GOOD = {"id": "s", "text": "Oman sent aid.", "events": [FULL]}
RELATION = {
    "id": "s",
    "text": "Oman helped Iran.",
    "type": "AID",
    "actor": {"text": "Oman", "start": 0, "end": 4},
    "recipient": {"text": "Iran", "start": 12, "end": 16},
}
WRONG = [
    # the line, what is told
    ("{", "is no JSON; write one object a line"),
    ("[1]", "is no JSON object"),
    ("[" * 9999, "is no JSON"),
    (json.dumps({**GOOD, "text": " "}), 'has no "text"'),
    (json.dumps({**GOOD, "id": None}), 'has no "id"'),
    (json.dumps({**GOOD, "lang": "de"}), "the language is 'de'; known are fr, en, es"),
    (
        json.dumps({**GOOD, "events": [{**FULL, "type": "ADI"}]}),
        "the type is 'ADI'; known are AGREE",
    ),
    (json.dumps({**GOOD, "events": [{**FULL, "modality": "maybe"}]}), "'maybe' is no modality"),
    (json.dumps({**GOOD, "events": [{**FULL, "actor": 3}]}), '"actor" is no text'),
    (json.dumps({**GOOD, "events": [FULL, "AID"]}), "an event is an object"),
    (json.dumps({**GOOD, "events": "AID"}), '"events" must be a list'),
    (json.dumps({**RELATION, "actor": {"text": "Oman", "start": 0, "end": 99}}), "offsets 0 to 99"),
    (json.dumps({**RELATION, "actor": {"start": 0, "end": 4}}), '"actor" needs "text"'),
    (
        json.dumps({"id": "s", "text": "…", "type": "YIELD", "actors": [], "recipients": []}),
        "the type is 'YIELD'",  # only relations have it
    ),
    (
        json.dumps({"id": "s", "text": "…", "type": "AID", "actors": ["Oman"], "recipients": []}),
        "a party is an object",
    ),
]


@pytest.mark.parametrize(("line", "told"), WRONG)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, told: str):
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(told)) as caught:
        read_gold(path)
    assert caught.value.source == f"{path}:2"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\xff\xff", "is not UTF-8"),
        (b'{"text": "a report"}', "has no gold events"),
    ],
)
def test_a_file_that_is_no_gold_is_told(tmp_path: Path, content: bytes, told: str):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=told):
        read_gold(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(InputError, match="cannot be read"):
        read_gold(tmp_path / "gold.jsonl")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["text", "type", "events"]), inner)
    ),
    max_leaves=8,
)


@given(rows=st.lists(st.dictionaries(st.sampled_from([*GOOD, *RELATION, "actors"]), JSON)))
def test_no_line_makes_reading_fail_otherwise(tmp_path_factory, rows: list[dict]):
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    try:
        read = read_gold(path)
    except InputError as error:
        told = str(error)
    else:
        told = read.name
    assert str(path) in told
