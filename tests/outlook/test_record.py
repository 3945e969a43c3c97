"""How forecasts did before, and the tables that they are tried on."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from outlook.worlds import quarrels
from statuquo.errors import InputError
from statuquo.outlook import backtest, read_events
from statuquo.outlook.record import reliability

WAR = "material-conflict"


def test_forecasts_by_probability_counted_by_hand():
    said = np.array([0.02, 0.08, 0.31, 0.39, 1.0])
    came = np.array([0.0, 1.0, 0.0, 1.0, 1.0])
    bins = reliability(said, came)
    assert [(one.low, one.forecasts, one.came) for one in bins] == [
        (0.0, 2, 0.5),
        (0.3, 2, 0.5),
        (0.9, 1, 1.0),
    ]
    assert [one.said for one in bins] == pytest.approx([0.05, 0.35, 1.0])


def test_a_record_holds_every_week_of_the_later_half():
    """A is in conflict with B every tenth day of 101; the last forecast is seven days before the end."""
    events = [(day, "A", "B", WAR) for day in range(0, 101, 10)]
    record = backtest(events, horizon=7)
    # Days 93, 86, … 51: the later half of the days.
    assert record.weeks == record.forecasts == 7
    [whole, abroad, *_] = record.slices
    assert (whole.name, abroad.name) == ("all", "cross-border")
    windows = [any(day < conflict <= day + 7 for conflict in range(0, 101, 10)) for day in range(51, 94, 7)]  # fmt: skip
    assert whole.share == pytest.approx(np.mean(windows))
    assert sum(one.forecasts for one in record.reliability) == 7


def test_where_there_is_something_to_know_it_beats_the_climatology():
    steps = []
    record = backtest(quarrels(), step=lambda done, of: steps.append((done, of)))
    whole = record.slices[0]
    assert whole.brier < whole.climatology
    assert whole.high < 0
    assert steps[-1] == (record.weeks, record.weeks)


@pytest.mark.parametrize(
    "events", [[], [(1, "A", "B", WAR)], [(1, "A", "B", WAR), (5, "A", "B", WAR)]]
)
def test_too_few_days_give_an_empty_record(events: list):
    record = backtest(events)
    assert record.forecasts == 0
    assert not record.reliability


HEAD = "date,actor,recipient,quad,note\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "events.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_read(tmp_path: Path):
    path = write(tmp_path, HEAD + "2020-01-02,A,B,MCONF,x\n2020-01-03,B,A,verbal-conflict,\n")
    assert read_events(path) == [
        (date(2020, 1, 2), "A", "B", WAR),
        (date(2020, 1, 3), "B", "A", "verbal-conflict"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("date,actor,recipient\n", r"events.csv:1: the first line must name .*; quad is not there"),
        (HEAD, "events.csv: holds no event"),
        (HEAD + "2020-13-01,A,B,4,\n", r"events.csv:2: '2020-13-01' is no date"),
        (HEAD + "2020-01-01,A,B,4,\n2020-01-01,,B,4,\n", r"events.csv:3: names no actor"),
        (HEAD + "2020-01-01,A,B,war,\n", r"events.csv:2: 'war' is no quad class"),
        (HEAD + "2020-01-01,A\n", r"events.csv:2: names no actor or no recipient"),
    ],
)
def test_a_table_that_is_wrong_names_the_line(tmp_path: Path, text: str, message: str):
    with pytest.raises(InputError, match=message):
        read_events(write(tmp_path, text))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path):
    with pytest.raises(InputError, match="cannot be read"):
        read_events(tmp_path / "none.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes((HEAD + "2020-01-01,Pérou,B,4,\n").encode("latin-1"))
    with pytest.raises(InputError, match="save it as UTF-8"):
        read_events(path)
