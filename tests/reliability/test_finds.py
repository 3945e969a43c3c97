"""What the fuzzer found, and nasty bytes of our own, go through their doors; so does anything."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .holding import DOORS

FINDS = Path(__file__).parent / "finds"
KEPT = sorted(path for path in FINDS.glob("*/*") if path.is_file())
CHEAP = sorted(set(DOORS) - {"desk", "store", "html", "language"})


@pytest.mark.parametrize("find", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_holds(find: Path):
    DOORS[find.parent.name](find.read_bytes())


def test_every_door_has_finds_and_every_find_a_door():
    assert {path.parent.name for path in KEPT} == set(DOORS)
    assert max(path.stat().st_size for path in KEPT) < 16_000


def changed(door: str) -> st.SearchStrategy[bytes]:
    """A kept find with a piece cut out, put in or put twice."""
    kept = st.sampled_from([path.read_bytes() for path in KEPT if path.parent.name == door])
    places = st.integers(0, 4000)

    def edited(data: bytes, start: int, length: int, put: bytes, times: int) -> bytes:
        start %= len(data) + 1
        return data[:start] + put * times + data[start + length :]

    return st.builds(
        edited, kept, places, st.integers(0, 30), st.binary(max_size=6), st.integers(0, 40)
    )


@pytest.mark.parametrize("door", DOORS)
def test_anything_holds(door: str):
    @settings(
        max_examples=150 if door in CHEAP else 25,
        deadline=None,
        derandomize=True,  # new places are for the fuzzer to find, not for another's test run
        suppress_health_check=list(HealthCheck),
    )
    @given(st.binary(max_size=300) | changed(door))
    def any_bytes(data: bytes) -> None:
        DOORS[door](data)

    any_bytes()
