"""``statuquo add`` and ``statuquo explain``: keep reports, and look into what was made of them."""

import json
from pathlib import Path

import pytest

REPORTS = [
    {
        "text": "Ankara sends aid to Tripoli.",
        "id": "one",
        "date": "2020-01-05",
        "outlet": "Courier",
    },
    {"text": "The sea was calm.", "id": "two"},
]
FEED = "".join(json.dumps(report) + "\n" for report in REPORTS)


def test_adding_twice_changes_nothing(run):
    first = run("add", "-", stdin=FEED)
    assert first.err == "2 reports added, 1 event\n"
    before = run("brief", "--json").out
    again = run("add", "-", stdin=FEED)
    assert again.err == "0 reports added, 2 already there, 0 events\n"
    assert again.code == 0
    assert run("brief", "--json").out == before


def test_what_is_there_is_not_coded_again(run, monkeypatch):
    run("add", "-", stdin=FEED)

    def fail(self, report):
        raise AssertionError(f"{report.id} is coded again")

    monkeypatch.setattr("statuquo.events.Coder.read", fail)
    assert run("add", "-", stdin=FEED).code == 0


def test_add_prints_nothing_on_standard_output(run):
    assert run("add", "-", stdin=FEED).out == ""


def test_explain_in_plain_text(run):
    event = json.loads(run("code", "-", stdin=FEED).out)
    run("add", "-", stdin=FEED)
    done = run("explain", event["id"][:8])
    assert done.code == 0
    sentence, blank, *rows = done.out.splitlines()
    assert sentence == "[Ankara: actor, said by] [sends aid: act] to [Tripoli: recipient]"
    assert not blank
    told = {row[:12].strip(): row[12:] for row in rows}
    assert told == {
        "type": "AID, material-cooperation, +10 on the PLOVER scale",
        "act": "AID, told as happened",
        "actor": "Ankara (ANK GOV)",
        "recipient": "Tripoli (TRI GOV)",
        "said by": "Ankara (ANK GOV), say",
        "when": "2020-01-05, the day of the report",
        "rule": "aid.send: sends (verb), actor subj, recipient to",
        "confidence": "0.90",
        "report": "one · Courier · 2020-01-05 · standard input:1",
        "event": event["id"],
        "coded by": "test",
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("explain", "e-none"), "holds no event 'e-none'"),
        (("explain", "e-1", "--store", "none.sqlite"), "there is no store here"),
        (("explain",), "Missing argument"),
        (("add",), "Missing argument"),
        (("add", "-", "--store", "."), "is a folder"),
        (("add", "-", "--store", "mysql://host/news"), "not supported"),
    ],
)
def test_what_cannot_be_done(run, words: tuple[str, ...], told: str):
    run("add", "-", stdin=FEED)
    done = run(*words, stdin=FEED)
    assert done.code == 2
    assert told in done.err
    assert done.out == ""


def test_a_file_that_is_no_database(run, tmp_path: Path):
    (tmp_path / "notes.txt").write_text("Notes of a journey.\n" * 100, encoding="utf-8")
    done = run("add", "-", "--store", "notes.txt", stdin=FEED)
    assert done.code == 2
    assert done.err == (
        "statuquo: notes.txt: is not a store (no SQLite file); choose another with --store\n"
    )
