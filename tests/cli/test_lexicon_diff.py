"""``statuquo lexicon diff``: what a change of the lexicon does to the events of reports."""

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

FRAME = """
[[frame]]
id = "{id}"
act = "{act}"
verbs = ["{verb}"]
examples = [{{ text = "Turkey helped Libya.", events = [] }}]
"""
REPORT = "Turkey helped Libya. Egypt scolded Sudan."


@pytest.fixture
def version(tmp_path: Path):
    """Make an English lexicon of frames for the words of the report."""

    def make(name: str, **acts: str) -> Path:
        folder = tmp_path / name / "lexicon" / "en"
        folder.mkdir(parents=True)
        for verb, act in acts.items():
            frame = FRAME.format(id=f"{act.lower()}.{verb}", act=act, verb=verb)
            with (folder / f"{act.lower()}.toml").open("a", encoding="utf-8") as file:
                file.write(frame)
        return tmp_path / name

    return make


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "reports" / "one.txt"
    path.parent.mkdir()
    path.write_text(REPORT, encoding="utf-8")
    return path.parent


CHANGES = [
    # words of version A, of version B; gained, lost, recoded
    ({"help": "AID"}, {"help": "AID"}, (0, 0, 0)),
    ({"help": "AID"}, {"help": "AID", "scold": "ACCUSE"}, (1, 0, 0)),
    ({"help": "AID", "scold": "ACCUSE"}, {"help": "AID"}, (0, 1, 0)),
    ({"help": "AID"}, {"help": "COOPERATE"}, (0, 0, 1)),
    ({"help": "AID"}, {"scold": "ACCUSE"}, (1, 1, 0)),
]


@pytest.mark.parametrize(("before", "after", "numbers"), CHANGES)
def test_gains_losses_and_recodings(run_real, version, report: Path, before, after, numbers):
    done = run_real("lexicon", "diff", version("a", **before), version("b", **after), report)
    gained, lost, recoded = numbers
    assert done.err == f"1 report coded twice: {gained} gained, {lost} lost, {recoded} recoded\n"
    assert ("no difference" in done.out) is (sum(numbers) == 0)
    assert done.code == 0


def test_each_change_shows_its_sentence_and_both_rules(run_real, version, report: Path):
    a, b = version("a", help="AID"), version("b", help="COOPERATE", scold="ACCUSE")
    out = run_real("lexicon", "diff", a, b, report).out
    assert "recoded in type, act (en, " in out
    assert "  Turkey helped Libya.\n  - AID Turkey (TUR GOV) -> Libya (LBY GOV)" in out
    assert "  + COOPERATE Turkey (TUR GOV) -> Libya (LBY GOV)" in out
    assert "frame aid.help" in out
    assert "frame cooperate.help" in out
    counts = [line.split() for line in out.splitlines()]
    assert ["en", "AID", "0", "0", "1"] in counts
    assert ["en", "ACCUSE", "1", "0", "0"] in counts


def test_json(run_real, version, report: Path):
    a, b = version("a", help="AID"), version("b", help="COOPERATE")
    told = json.loads(run_real("lexicon", "diff", a, b, report, "--json").out)
    assert told["reports"] == 1
    assert told["summary"] == [{"lang": "en", "type": "AID", "gained": 0, "lost": 0, "recoded": 1}]
    assert told["types"] == {"AID": {"COOPERATE": 1}}
    assert told["changes"][0]["after"]["event"].startswith("COOPERATE Turkey")


def test_the_installed_lexicon_does_not_differ_from_itself(run_real, report: Path):
    done = run_real("lexicon", "diff", "installed", "installed", report)
    assert done.out == "no difference\n"


def test_a_language_that_a_version_lacks_is_the_installed_one(run_real, version, tmp_path: Path):
    (tmp_path / "fr.txt").write_text("La Turquie a condamné l'Égypte hier soir.", encoding="utf-8")
    version("a", help="AID")
    folder = tmp_path / "a" / "lexicon"  # the lexicon itself will do too
    done = run_real("lexicon", "diff", folder, "installed", tmp_path / "fr.txt", "--lang", "fr")
    assert done.out == "no difference\n"


def test_a_report_that_cannot_be_coded_is_told_once(run_real, version, report: Path):
    (report / "two.txt").write_text("ⵣⵣⵣ", encoding="utf-8")
    a, b = version("a", help="AID"), version("b", help="AID")
    done = run_real("lexicon", "diff", a, b, report)
    told, summary = done.err.splitlines()
    assert "two.txt" in told
    assert summary == "1 report coded twice, 1 set aside: 0 gained, 0 lost, 0 recoded"


def test_where_nothing_can_be_done_the_code_is_2(run_real, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    done = run_real("lexicon", "diff", "installed", "installed", tmp_path / "empty")
    assert done.code == 2
    assert "holds no report" in done.err


def test_a_folder_without_a_lexicon_is_wrong_usage(run_real, report: Path):
    done = run_real("lexicon", "diff", report, "installed", report)
    assert done.code == 2
    assert "holds no lexicon" in done.err
