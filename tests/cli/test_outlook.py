"""``statuquo outlook``: forecasts of a store or of reports, and the back-test of a table."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

WAR = "material-conflict"
HEAD = "date,actor,recipient,quad\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    days = (date(2020, 1, 1) + timedelta(day) for day in range(0, 200, 9))
    lines = "".join(f"{day},A,B,{WAR}\n{day},B,A,verbal-conflict\n" for day in days)
    path = tmp_path / "events.csv"
    path.write_text(HEAD + lines, encoding="utf-8")
    return path


def test_reports_of_one_day_are_too_few_to_forecast(run, tmp_path: Path):
    page = tmp_path / "page.txt"
    page.write_text("Ankara sends aid to Tripoli.", encoding="utf-8")
    done = run("outlook", page)
    assert done.code == 0
    assert done.out.startswith("Nothing is forecast")
    assert json.loads(run("outlook", "--json", page).out)["forecasts"] == []
    assert json.loads(run("outlook", page, "--json", "--horizon", "28").out)["horizon"] == 28


def test_the_store_is_read_when_nothing_is_named(run):
    run("add", "-", stdin='{"text": "Ankara sends aid to Tripoli.", "date": "2020-01-05"}')
    done = run("outlook")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Nothing is forecast")


def test_a_table_is_tried(run, table: Path):
    done = run("outlook", "backtest", table)
    assert done.code == 0, done.err
    assert "all pairs" in done.out
    assert "prove nothing" in done.out
    told = json.loads(run("outlook", "backtest", table, "--json", "--quiet").out)
    assert told["forecasts"] == told["slices"][0]["forecasts"] > 0
    assert {"brier", "climatology", "difference", "share"} <= told["slices"][0].keys()


def test_a_short_table_is_told(run, tmp_path: Path):
    path = tmp_path / "short.csv"
    path.write_text(HEAD + f"2020-01-01,A,B,{WAR}\n", encoding="utf-8")
    done = run("outlook", "backtest", path)
    assert done.code == 0
    assert "too short for a back-test of 7 days" in done.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["backtest", "none.csv"], "cannot be read"),
        (["backtest"], "Missing argument"),
        (["--horizon", "0"], "Invalid value"),
        (["--store", "none.sqlite", "page.txt"], "not both"),
    ],
)
def test_what_cannot_be_done_is_told(run, words: list[str], message: str):
    done = run("outlook", *words)
    assert done.code == 2
    assert message in done.err


def test_a_wrong_line_is_named(run, tmp_path: Path):
    path = tmp_path / "wrong.csv"
    path.write_text(HEAD + "2020-01-01,A,B,war\n", encoding="utf-8")
    done = run("outlook", "backtest", path)
    assert done.code == 2
    assert "wrong.csv:2: 'war' is no quad class; give one of" in done.err
