"""``statuquo evaluate``: gold in, figures out."""

import csv
import io
import json
from pathlib import Path

import pytest

from statuquo.events import Ontology

from .conftest import OneSentenceCoder

AID = "Ankara sends aid to Tripoli."
RIGHT = {
    "type": "AID", "modality": "happened", "actor": "Ankara", "actor_code": "ANK",
    "recipient": "Tripoli", "recipient_code": "TRI", "said_by": None,
    "trigger": "sends aid",
}  # fmt: skip


class StubCoder(OneSentenceCoder):
    """The coder of one sentence, with what an evaluation asks of a coder besides."""

    ontology = Ontology.load()

    def relate(self, text, *, actor, recipient, lang, date):
        return next(iter(self.read(_report(text)).events), None)


def _report(text: str):
    from statuquo.reports.model import Report

    return Report(text=text, lang="en")


@pytest.fixture
def run(run_real, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("statuquo.events.Coder", StubCoder)
    return run_real


def write(path: Path, *rows: dict) -> Path:
    lines = (json.dumps({"id": f"s{n}", "lang": "en", **row}) for n, row in enumerate(rows))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def spaced_once(text: str) -> list[str]:
    """The lines, with the cells of a table one space apart."""
    return [" ".join(line.split()) for line in text.splitlines()]


@pytest.fixture
def sentences(tmp_path: Path) -> Path:
    return write(
        tmp_path / "news.jsonl",
        {"text": AID, "events": [RIGHT]},
        {"text": "Oslo sends aid to Lima.", "events": [{**RIGHT, "type": "AGREE"}]},
        {"text": "The sea was calm.", "events": []},
    )


def test_the_figures_and_their_counts(run, sentences: Path):
    done = run("evaluate", sentences)
    lines = spaced_once(done.out)
    assert done.out.startswith(f"{sentences}: 3 sentences\n")
    assert "type and parties 0.500 0.500 0.500 1 2 2" in lines
    assert "silent where there is none 1.000 1 1" in lines
    assert "AID 1 2 1 0.500 1.000 0.667 1 0.500 1.000 0.667" in lines
    assert done.err.startswith("3 sentences scored, ")
    assert done.code == 0


def test_the_confusion_table(run, sentences: Path):
    table = run("evaluate", sentences).out.split("gold ↓  coded →")[1].split("\n\n")[0]
    assert spaced_once(table) == ["AID", "AGREE 1", "AID 1"]


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, 1), (9, 2)])
def test_errors_by_type(run, tmp_path: Path, number: int, shown: int):
    missed = {"text": "Rome helped Oslo.", "events": [RIGHT]}
    done = run("evaluate", write(tmp_path / "a.jsonl", missed, missed), "--errors", number)
    assert done.out.count("miss, s") == shown
    assert ("AID: 2 misses" in done.out) is (number > 0)


def test_errors_tell_the_rule(run, sentences: Path):
    out = run("evaluate", sentences, "--errors", 1).out
    assert "miss, s1: Oslo sends aid to Lima." in out
    assert "gold: AGREE Ankara (ANK) -> Tripoli (TRI) [happened]" in out
    assert "coded: AID Oslo (OSL GOV) -> Lima (LIM GOV)" in out
    assert "aid.send: sends (verb), actor subj, recipient to" in out


def test_json(run, sentences: Path):
    told = json.loads(run("evaluate", sentences, "--json", "--errors", 1).out)
    assert told["version"] == "test"
    [scores] = told["scores"]
    assert scores["form"] == "sentences"
    assert scores["measures"]["triple"]["f1"] == 0.5
    assert scores["types"]["AID"]["triple"]["coded"] == 2
    assert scores["confusion"] == {"AGREE": {"AID": 1}, "AID": {"AID": 1}}
    assert {error["kind"] for error in scores["errors"]} == {"miss", "false alarm"}


def test_the_table_holds_every_figure(run, sentences: Path, tmp_path: Path):
    run("evaluate", sentences, "--csv", tmp_path / "figures.csv", "--quiet")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "figures.csv").read_text("utf-8"))))
    found = {(row["measure"], row["type"]): row for row in rows}
    assert found["triple", ""]["precision"] == "0.5"
    assert found["triple", ""]["of"] == "2"
    assert found["silent_where_none", ""]["share"] == "1.0"
    assert found["type", "AID"]["recall"] == "1.0"


OTHER_FORMS = [
    ({"text": AID, "type": "AID", "actors": [{"text": "Ankara"}], "recipients": []}, "records"),
    ({"text": AID, "events": [{"type": "AID", "actor": "Ankara"}]}, "mentions"),
    (
        {"text": AID, "type": "AID", "actor": {"text": "Ankara"}, "recipient": {"text": "Tripoli"}},
        "relations",
    ),
]


@pytest.mark.parametrize(("row", "form"), OTHER_FORMS)
def test_each_form(run, tmp_path: Path, row: dict, form: str):
    done = run("evaluate", write(tmp_path / "gold.jsonl", row), "--csv", tmp_path / "figures.csv")
    assert f"1 {form}" in done.out
    assert done.code == 0
    told = json.loads(run("evaluate", tmp_path / "gold.jsonl", "--json").out)
    assert told["scores"][0]["errors"] == []
    assert told["scores"][0]["confusion"] == {"AID": {"AID": 1}}


def test_a_folder_is_all_its_files(run, sentences: Path, tmp_path: Path):
    write(tmp_path / "b.jsonl", {"text": AID, "events": [RIGHT]})
    done = run("evaluate", tmp_path)
    assert done.out.index("b.jsonl: 1 sentences") < done.out.index("news.jsonl: 3 sentences")
    assert done.err.startswith("4 sentences scored, ")


def test_what_cannot_be_coded_is_told_and_missed(run, tmp_path: Path):
    rows = ({"text": AID, "events": [RIGHT]}, {"text": "zzz", "events": [RIGHT]})
    done = run("evaluate", write(tmp_path / "a.jsonl", *rows))
    assert "a.jsonl: s1: is in no language" in done.err
    assert "1 sentence scored, 1 set aside" in done.err
    assert "type and parties 1.000 0.500 0.667 1 1 2" in spaced_once(done.out)
    assert done.code == 0


NOTHING_DONE = [
    ({"text": "zzz", "events": []}, "is in no language"),
    ({"text": AID, "events": [{**RIGHT, "type": "ADI"}]}, "gold.jsonl:1: the type is 'ADI'"),
    ({"text": AID}, "has no gold events"),
]


@pytest.mark.parametrize(("row", "told"), NOTHING_DONE)
def test_where_nothing_can_be_done_the_code_is_2(run, tmp_path: Path, row: dict, told: str):
    done = run("evaluate", write(tmp_path / "gold.jsonl", row))
    assert done.code == 2
    assert done.out == ""
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_folder_without_gold_is_wrong_usage(run, tmp_path: Path):
    done = run("evaluate", tmp_path)
    assert done.code == 2
    assert "holds no .jsonl file" in done.err


def test_hostile_text_cannot_command_the_terminal(run, tmp_path: Path):
    gold = write(tmp_path / "gold.jsonl", {"text": "\x1b[2J Rome", "events": [RIGHT]})
    assert "\x1b" not in run("evaluate", gold, "--errors", 1).out
