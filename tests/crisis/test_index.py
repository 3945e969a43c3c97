"""The index is the sum of its terms; a change is found where the level shifts, and only there."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.crisis.index import Term, changes, points_of, series, standing, weighing

START = date(2019, 1, 1)
DAYS = 90
END = START + timedelta(days=DAYS - 1)


def terms(*levels: tuple[int, int, float, bool]) -> list[Term]:
    """One term a day: (first day, day after the last, points, whether deeds)."""
    return [
        Term(day=START + timedelta(days=day), points=points, deed=deed, of=f"{first}-{day}")
        for first, end, points, deed in levels
        for day in range(first, end)
    ]


QUIET = (0, 45, 0.5, False)

CASES = [
    # what happened, changes as (day, kind)
    ([(0, 90, 1.0, False)], []),
    ([QUIET, (45, 90, 4.0, False)], [(45, "rising")]),
    ([QUIET, (45, 90, 7.0, True)], [(45, "broken")]),
    ([(0, 45, 7.0, True), (45, 90, 0.2, False)], [(45, "easing")]),
    ([(0, 45, 7.0, True), (45, 90, 12.0, True)], [(45, "rising")]),
    ([QUIET, (45, 60, 7.0, True), (60, 90, 0.5, False)], [(45, "broken"), (60, "easing")]),
    # From a week of visits back to silence is no rise.
    ([(0, 40, -0.1, False), (40, 50, -5.0, False), (50, 90, -0.1, False)], [(40, "easing")]),
]


@pytest.mark.parametrize(("levels", "expected"), CASES)
def test_changes_stand_where_the_level_shifts(
    levels: list[tuple[int, int, float, bool]], expected: list[tuple[int, str]]
) -> None:
    found = changes(terms(*levels), START, END)
    assert [((one.day - START).days, one.kind) for one in found] == expected


def test_a_change_names_what_tipped_it() -> None:
    (change,) = changes(terms(QUIET, (45, 90, 7.0, True)), START, END)
    assert change.tipped_by[0] == "45-45"
    assert change.before < change.after


def test_what_comes_later_changes_nothing_that_could_be_known() -> None:
    known = terms(QUIET, (45, 60, 7.0, True))
    until = START + timedelta(days=59)
    assert changes(known, START, until) == changes(
        known + terms((60, 90, 0.1, False)), START, until
    )


@pytest.mark.parametrize(
    ("levels", "last", "expected"),
    [
        ([QUIET, (45, 90, 4.0, False)], 60, "rising"),
        ([QUIET, (45, 90, 4.0, False)], 89, "holds"),
        ([QUIET], 89, "holds"),
        ([(0, 3, 9.0, True)], 89, "unknown"),
        ([(0, 9, 9.0, True)], 8, "unknown"),
    ],
    ids=["news", "no longer news", "nothing changed", "too little", "too short"],
)
def test_the_standing_follows_the_latest_change(
    levels: list[tuple[int, int, float, bool]], last: int, expected: str
) -> None:
    end = START + timedelta(days=last)
    given_terms = terms(*levels)
    assert standing(given_terms, changes(given_terms, START, end), START, end)[0] == expected


happenings = st.lists(
    st.builds(
        Term,
        day=st.integers(-30, DAYS + 30).map(lambda day: START + timedelta(days=day)),
        points=st.floats(-10, 10, allow_nan=False).map(lambda points: round(points, 3)),
        deed=st.booleans(),
        of=st.uuids().map(str),
    ),
    max_size=60,
)


@given(happenings)
def test_the_index_of_any_day_is_the_sum_of_its_terms(found: list[Term]) -> None:
    line = dict(series(found, START, END))
    for day in (START, START + timedelta(days=41), END):
        assert line[day] == pytest.approx(
            sum(points for _, points in weighing(found, day)), abs=1e-6
        )


@given(happenings)
def test_order_does_not_matter(found: list[Term]) -> None:
    assert changes(found, START, END) == changes(found[::-1], START, END)


def test_cooperation_takes_away_half_of_what_conflict_adds() -> None:
    assert points_of(-6.0, 1.0) == -2 * points_of(6.0, 1.0)
