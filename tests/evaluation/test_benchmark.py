"""``benchmarks/``: the line of a round, draws, readings, and rules left out."""

import csv
import io
import runpy
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from statuquo import Report

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
BENCHMARK = runpy.run_path(str(ROOT / "benchmarks" / "accuracy.py"))
ABLATION = runpy.run_path(str(ROOT / "benchmarks" / "ablation.py"))


def run(*words: object, stdin: str = ""):
    done = CliRunner().invoke(BENCHMARK["accuracy"], [str(word) for word in words], input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.mark.model
def test_a_round_is_a_line_of_the_table(tmp_path: Path):
    shutil.copy(DATA / "sentences.jsonl", tmp_path / "news_en.jsonl")
    shutil.copy(DATA / "mentions.jsonl", tmp_path / "petrarch_es.jsonl")
    head, rule, line = run("round", tmp_path, "--name", "try", "--head").stdout.splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in (head, rule, line)]
    assert [len(row) for row in cells] == [8, 8, 8]
    found = dict(zip(cells[0], cells[2], strict=True))
    assert found["round"] == "try"
    assert found["news en"] == "1.000 / 1.000 / 1.000 / 1.000 / 1.000"
    assert found["protest es"] == "1.000 / 1.000"
    assert found["relations"] == "–"


@pytest.mark.model
def test_the_same_seed_draws_the_same_events():
    reports = ROOT / "examples" / "venezuela-2019" / "notes"
    one, again, other = (
        run("draw", reports, "--number", 5, "--seed", seed).stdout for seed in (1, 1, 2)
    )
    rows = list(csv.DictReader(io.StringIO(one)))
    assert one == again != other
    assert len({row["id"] for row in rows}) == 5
    assert all(row["verdict"] == "" and row["sentence"] and row["why"] for row in rows)


SHEET = "verdict,event,sentence,why,type,id\nr,,,,AID,1\nR,,,,AID,2\np,,,,AID,3\ns,,,,ASSAULT,4\n"


def test_a_reading_is_counted(tmp_path: Path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    out = run("read", sheet).stdout
    assert "right                       2   50.0%  (15% to 85%)" in out
    assert "should be silent            1   25.0%" in out
    assert out.splitlines()[-1] == "most often wrong: AID 1/3, ASSAULT 1/1"


def test_a_reading_that_is_not_done_is_refused(tmp_path: Path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(SHEET + ",,,,AID,5\n", encoding="utf-8")
    done = run("read", sheet)
    assert done.exit_code == 1


def test_every_item_is_drawn_as_often_as_any_other():
    import random

    sampled, chance = BENCHMARK["sampled"], random.Random(5)
    drawn = [item for _ in range(4000) for item in sampled(range(8), 2, chance)]
    assert all(abs(drawn.count(item) - 1000) < 120 for item in range(8))
    assert sorted(sampled(range(3), 9, chance)) == [0, 1, 2]


@pytest.mark.parametrize(("right", "of"), [(0, 10), (10, 10), (75, 150), (0, 0)])
def test_the_interval_holds_the_share(right: int, of: int):
    low, high = BENCHMARK["interval"](right, of)
    assert -1e-9 <= low <= (right / of if of else 0) <= high <= 1 + 1e-9
    assert high - low > 0.1


YIELDS = "Libya has agreed to free the Maltese sailors."


@pytest.mark.model
@pytest.mark.parametrize("part", list(ABLATION["PARTS"]))
def test_a_part_is_left_out_and_put_back(part: str, coder):
    before = [str(event.type) for event in coder.code(Report(text=YIELDS, lang="en"))]
    with ABLATION["PARTS"][part]() as changed:
        assert changed is not coder
        found = [str(event.type) for event in changed.code(Report(text=YIELDS, lang="en"))]
    assert found == (["CONCEDE"] if part == "yielding as AGREE" else ["AGREE"])
    assert [str(event.type) for event in coder.code(Report(text=YIELDS, lang="en"))] == before
