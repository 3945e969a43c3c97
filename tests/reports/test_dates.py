"""The day of a report, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuquo.reports import Language, Report, parse_day

THE_DAY = "2019-05-30"


@pytest.mark.parametrize(
    "written",
    [
        "2019-05-30",
        "2019-5-30",
        "20190530",
        "2019/05/30 10:00",
        "2019-05-30T10:00:00Z",
        "2019-05-30T23:30:00.123-04:00",
        "2019-05-30 10:00:00+02:00",
        "Thu, 30 May 2019 10:00:00 GMT",
        "Thursday, 30-May-2019 10:00:00 GMT",
        "Thu May 30 10:00:00 2019",
        "Thu May 30 10:00:00 UTC 2019",
        "30 May 2019",
        "May 30, 2019",
        "May 30th, 2019, 10:30 a.m.",
        "30 mai 2019",
        "jeudi 30 mai 2019 à 10h30",
        "30 de mayo de 2019",
        "jueves, 30 de mayo del 2019",
        "30/05/2019",
        "05/30/2019",
        "30.05.2019",
        "  30   mai\t2019 ",
    ],
)
def test_one_day_in_many_forms(written: str) -> None:
    assert parse_day(written) == THE_DAY


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1er août 2019", "2019-08-01"),
        ("2 déc. 2019", "2019-12-02"),
        ("3 sept. 2019", "2019-09-03"),
        ("4 de setiembre de 2019", "2019-09-04"),
        ("5 ene 2019", "2019-01-05"),
        ("Feb 6, 2019", "2019-02-06"),
    ],
)
def test_months_of_three_languages(written: str, day: str) -> None:
    assert parse_day(written) == day


@pytest.mark.parametrize(
    ("written", "lang", "day"),
    [
        ("04/05/2019", None, None),
        ("04/05/2019", "en", None),
        ("04/05/2019", "fr", "2019-05-04"),
        ("04-05-2019", "es", "2019-05-04"),
        ("04.05.2019", None, "2019-05-04"),
        ("05/05/2019", None, "2019-05-05"),
    ],
)
def test_figures_that_could_be_two_days(
    written: str, lang: Language | None, day: str | None
) -> None:
    assert parse_day(written, lang) == day


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "2019", "2019-05", "2019-02-30", "31/04/2019", "30 mayo", "0000-01-01"],
)
def test_what_names_no_day_gives_none(written: str) -> None:
    assert parse_day(written) is None


def test_a_report_keeps_its_day_however_it_is_given(caplog: pytest.LogCaptureFixture) -> None:
    assert Report(text="…", date="2019-05-30T10:00:00Z").date == THE_DAY
    assert Report(text="…", date="30/05/2019", lang="fr").date == THE_DAY
    assert Report(text="…", date="soon", source="a.txt").date is None
    assert caplog.messages == ["a.txt: the date 'soon' names no single day"]


@given(st.dates())
def test_every_iso_day_from_the_year_1000_is_read_as_itself(day: object) -> None:
    text = str(day)
    assert parse_day(text) == (text if text >= "1000" else None)


@given(st.text(max_size=120))
def test_no_text_makes_it_fail(written: str) -> None:
    day = parse_day(written)
    assert day is None or len(day) == len(THE_DAY)
