"""``statuquo code``: reports in, events out, one a line."""

import csv
import io
import json
from pathlib import Path

import pytest

AID = "Ankara sends aid to Tripoli."
CALM = "The sea was calm."


def lines_of(*texts: str) -> str:
    return "".join(json.dumps({"text": text, "id": f"r{i}"}) + "\n" for i, text in enumerate(texts))


def test_json_lines_in_and_out(run):
    done = run("code", "-", "--format", "jsonl", stdin=lines_of(AID, CALM, AID))
    events = [json.loads(line) for line in done.out.splitlines()]
    assert [event["report_id"] for event in events] == ["r0", "r2"]
    assert events[0]["actors"][0]["text"] == "Ankara"
    assert done.err == "3 reports coded, 2 events\n"
    assert done.code == 0


def test_a_file_a_folder_and_standard_input_together(run, tmp_path: Path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text(AID, encoding="utf-8")
    (tmp_path / "b.txt").write_text(AID, encoding="utf-8")
    done = run("code", "folder", "b.txt", "-", stdin=lines_of(AID))
    assert len(done.out.splitlines()) == 3


def test_events_are_written_as_each_report_is_coded(run, monkeypatch, tmp_path: Path):
    out = tmp_path / "events.jsonl"
    seen: list[int] = []

    def stream(self, reports, *, set_aside, only_events):
        for report in reports:
            seen.append(len(out.read_text(encoding="utf-8").splitlines()))
            yield self.read(report)

    monkeypatch.setattr("statuquo.events.Coder.stream", stream)
    run("code", "-", "--out", out, stdin=lines_of(AID, AID, AID))
    assert seen == [0, 1, 2]


@pytest.mark.parametrize(("options", "gated"), [([], True), (["--no-gate"], False)])
def test_sentences_without_the_words_for_an_act_go_unparsed(run, monkeypatch, options, gated):
    seen = []

    def stream(self, reports, *, set_aside, only_events):
        seen.append((self.gate, only_events))
        yield from map(self.read, reports)

    monkeypatch.setattr("statuquo.events.Coder.stream", stream)
    run("code", "-", *options, stdin=lines_of(AID))
    assert seen == [(gated, True)]


def test_csv_has_one_event_a_row(run):
    done = run("code", "-", "--format", "csv", stdin=lines_of(AID, AID))
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["actor_country"] for row in rows] == ["ANK", "ANK"]
    assert rows[0]["recipient_text"] == "Tripoli"
    assert rows[0]["speaker_name"] == "Ankara"
    assert rows[0]["mode"] == ""


def test_what_cannot_be_read_is_set_aside_in_one_line_each(run, tmp_path: Path):
    (tmp_path / "good.txt").write_text(AID, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "other.txt").write_text("zzz zzz", encoding="utf-8")
    done = run("code", ".")
    assert done.code == 0
    assert len(done.out.splitlines()) == 1
    *told, summary = done.err.splitlines()
    assert sorted(line.split(": ")[0] for line in told) == ["empty.txt", "other.txt"]
    assert summary == "1 report coded, 2 set aside, 1 event"


@pytest.mark.parametrize(
    ("stdin", "told"),
    [
        (lines_of("zzz"), "is in no language that statuquo reads"),
        ("", "standard input: is empty; nothing to read"),
        ("not JSON\n", "standard input"),
    ],
)
def test_where_nothing_can_be_done_the_code_is_2(run, stdin: str, told: str):
    done = run("code", "-", stdin=stdin)
    assert done.code == 2
    assert done.out == ""
    assert told in done.err


def test_quiet_tells_only_what_is_set_aside(run):
    done = run("code", "-", "--quiet", stdin=lines_of(AID, "zzz"))
    assert done.err.count("\n") == 1
    assert "is in no language" in done.err


def test_lang_is_for_reports_that_do_not_tell_theirs(run):
    given = [{"text": AID, "lang": "es"}, {"text": AID}]
    feed = "".join(json.dumps(report) + "\n" for report in given)
    done = run("code", "-", "--lang", "fr", stdin=feed)
    assert [json.loads(line)["lang"] for line in done.out.splitlines()] == ["es", "fr"]


def test_hostile_file_names_cannot_command_the_terminal(run, tmp_path: Path):
    (tmp_path / "a\x1b[2J\n.txt").touch()
    done = run("code", ".")
    assert "\x1b" not in done.err
    assert len(done.err.splitlines()) == 2
