"""Accuracy on the data of this repository does not fall unnoticed."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .floors import KEPT, MEASURES, Floor, moved, read, write

RENEW = os.environ.get("STATUQUO_GOLDEN") == "renew"
REASON = os.environ.get("STATUQUO_LOWER")


@pytest.mark.golden
@pytest.mark.model
@pytest.mark.parametrize("name", list(MEASURES))
def test_the_floor_holds(coder, name: str):
    floors, measured = read(), MEASURES[name](coder)
    if RENEW:
        write(floors | {name: moved(floors.get(name), measured, REASON)})
        return
    floor = floors[name]
    assert floor.holds(measured), (
        f"{measured.right} of {measured.of}, was {floor.right} of {floor.of}"
    )
    assert floor.data == measured.data, f"what {name} is measured on has changed: run make golden"


def test_every_floor_is_measured():
    assert set(read()) == set(MEASURES)


def floor(right: int, of: int, why: str | None = None) -> Floor:
    return Floor(right=right, of=of, data="d", why=why)


MOVES = [
    # the floor, measured, reason; the floor after
    (None, floor(5, 10), None, floor(5, 10)),
    (floor(5, 10), floor(6, 10), None, floor(6, 10)),  # it rises
    (floor(5, 10), floor(50, 100), None, floor(50, 100)),  # with more data, the same share
    (floor(5, 10), floor(5, 11), "harder data", floor(5, 11, "harder data")),  # told why
    (floor(5, 10), floor(6, 10), "needless", floor(6, 10)),  # no reason where none is needed
    (floor(5, 10, "hard"), floor(5, 10), None, floor(5, 10, "hard")),  # the reason stays with it
    (floor(5, 10, "hard"), floor(6, 10), None, floor(6, 10)),  # and goes when it rises
]


@pytest.mark.parametrize(("before", "measured", "reason", "after"), MOVES)
def test_how_a_floor_moves(before, measured, reason, after):
    assert moved(before, measured, reason) == after


def test_a_floor_is_not_lowered_silently():
    with pytest.raises(ValueError, match="5 of 11 is less than 5 of 10"):
        moved(floor(5, 10), floor(5, 11), None)


SHARES = st.integers(1, 50).flatmap(
    lambda of: st.builds(floor, st.integers(0, of), st.just(of), st.none())
)


@given(SHARES, SHARES)
def test_what_is_measured_holds_against_the_moved_floor(before: Floor, measured: Floor):
    assert moved(before, measured, "a reason").holds(measured)
    assert before.holds(measured) == (measured.right / measured.of >= before.right / before.of)


def test_what_is_written_is_read_back(tmp_path, monkeypatch):
    monkeypatch.setattr("evaluation.floors.KEPT", tmp_path / "floors.toml")
    floors = {"a": floor(1, 2, 'he said "no" \\ yes'), "b": floor(0, 3)}
    write(floors)
    assert read() == floors


def test_the_file_says_how_to_renew_it():
    assert KEPT.read_text(encoding="utf-8").startswith("# Shares that must hold")
