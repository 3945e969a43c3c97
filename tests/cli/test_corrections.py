"""``statuquo corrections``: listed, exported as gold, scored, taken back."""

import json

import pytest

from statuquo.crisis.amending import Named, Said, Signed, add, change, mark_wrong
from statuquo.events.ontology import Ontology
from statuquo.events.record import EventType
from statuquo.store import Store

from .test_evaluate import StubCoder

TEXT = "Ankara sends aid to Tripoli. Oslo sends aid to Lima. Rome sends aid to Quito. Calm."
NOON = Signed(at="2026-11-22T12:00:00+00:00", by="Ana\x1b[31m", note="read\nagain")
SAID = Said(
    type=EventType.CONSULT,
    actors=(Named(name="Norway", code="NOR", sector="GOV"),),
    recipients=(Named(name="Peru", code="PER", sector="GOV"),),
)


@pytest.fixture
def run(run_real, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("statuquo.events.Coder", StubCoder)
    return run_real


@pytest.fixture
def made(run) -> list[str]:
    """The ids of a wrong, a changed and an added event in the default store."""
    run("add", "-", stdin=json.dumps({"text": TEXT, "id": "r-1", "date": "2020-01-05"}))
    with Store.open("statuquo.sqlite") as store:
        coded = store.report("r-1")
        first, second, _ = coded.events
        start = TEXT.index("Calm.")
        every = [
            mark_wrong(coded, first, NOON),
            change(coded, second, SAID, NOON, Ontology.load()),
            add(coded, (start, start + 5), "Calm", SAID, NOON, Ontology.load()),
        ]
        for one in every:
            store.correct(one)
    return [one.id for one in every]


def test_they_are_listed_with_what_was_said_before(run, made: list[str]):
    out = run("corrections", "list").out
    assert [line.split()[0] for line in out.splitlines() if line.startswith("c-")] == made
    assert "  coded: AID Oslo (OSL GOV) -> Lima (LIM GOV) [happened]" in out
    assert "  right: CONSULT Norway (NOR GOV) -> Peru (PER GOV) [happened]" in out
    assert "  note: read again" in out
    assert "\x1b" not in out
    told = json.loads(run("corrections", "list", "--json").out)
    assert [one["state"] for one in told] == ["applied"] * 3
    assert told[0]["note"] == NOON.note


def test_one_that_is_taken_back_stays_in_the_history(run, made: list[str]):
    done = run("corrections", "remove", made[0], "--by", "Ben")
    assert "list --all" in done.err
    assert made[0] not in run("corrections", "list").out
    first = run("corrections", "list", "--all").out.splitlines()[0]
    assert first.startswith(made[0])
    assert "(taken back)" in first
    (gone,) = [
        one
        for one in json.loads(run("corrections", "list", "--all", "--json").out)
        if one["state"] == "undone"
    ]
    assert gone["undone_by"] == "Ben"
    again = run("corrections", "remove", made[0])
    assert again.code == 2
    assert "corrections list" in again.err


def test_they_are_exported_as_gold_that_is_scored(run, made: list[str]):
    done = run("corrections", "export", "--out", "gold.jsonl")
    assert done.err == "3 corrections, 3 sentences written\n"
    with open("gold.jsonl", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    assert [[event["type"] for event in row["events"]] for row in rows] == [
        [], ["CONSULT"], ["CONSULT"],
    ]  # fmt: skip
    assert rows[0]["text"] == "Ankara sends aid to Tripoli"
    from_file = json.loads(run("evaluate", "gold.jsonl", "--json").out)["scores"][0]
    from_store = json.loads(run("evaluate", "--store", "statuquo.sqlite", "--json").out)
    (from_store,) = from_store["scores"]
    assert from_store["file"] == "corrections of statuquo.sqlite"
    assert from_store["measures"] == from_file["measures"]
    assert from_store["measures"]["silent_where_none"] == {"share": 0.0, "right": 0, "of": 1}
    assert set(from_store["types"]) == {"AID", "CONSULT"}


def test_their_table_is_that_of_other_gold(run, made: list[str]):
    done = run("evaluate", "--store", "statuquo.sqlite", "--errors", "1")
    assert done.out.startswith("corrections of statuquo.sqlite: 3 sentences\n")
    assert "by type" in done.out
    assert "CONSULT: 2 misses" in done.out
    assert done.err.startswith("3 sentences scored")


def test_the_picture_of_the_store_is_the_corrected_one(run, made: list[str]):
    picture = json.loads(run("brief", "--json").out)
    told = {(e["type"], (e["correction"] or {}).get("kind")) for e in picture["events"]}
    assert told == {("CONSULT", "changed"), ("CONSULT", "added"), ("AID", None)}


def test_each_corrected_event_is_explained_with_what_the_coder_said(run, made: list[str]):
    corrections = json.loads(run("corrections", "list", "--json").out)
    wrong, changed, added = (run("explain", one["event_id"]).out for one in corrections)
    assert "wrong, 2026-11-22" in wrong
    assert "the coder had said AID Ankara -> Tripoli [happened]" in wrong
    assert "the coder had said AID Oslo -> Lima [happened]" in changed
    assert "CONSULT" in changed
    assert "the coder had not found it" in added
    assert "\x1b" not in wrong


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["corrections", "list"], 0, "nothing is corrected yet"),
        (["evaluate", "--store", "statuquo.sqlite"], 2, "nothing is corrected yet"),
        (["evaluate"], 2, "name gold files, or a --store"),
        (["corrections", "list", "--store", "none.sqlite"], 2, "there is no store here"),
    ],
)
def test_where_there_is_nothing_it_says_what_to_do(run, words: list[str], code: int, told: str):
    run("add", "-", stdin=json.dumps({"text": TEXT}))
    done = run(*words)
    assert done.code == code
    assert told in done.err
