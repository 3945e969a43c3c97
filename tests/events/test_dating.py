"""Dates that sentences tell, against the day of the report."""

import pytest

from statuquo.events.dating import dates

CASES = [
    ("Il a été arrêté jeudi.", "fr", "2019-05-03", "2019-05-02"),
    ("Il a été arrêté hier.", "fr", "2019-01-01", "2018-12-31"),
    ("L'accord du 24 mars 2019 tient.", "fr", None, "2019-03-24"),
    ("Arrêté le 1er mai.", "fr", "2019-05-30", "2019-05-01"),
    ("Le 24 décembre, il est parti.", "fr", "2019-01-05", "2018-12-24"),
    ("They met on March 24, 2019.", "en", None, "2019-03-24"),
    ("They met on 24 March.", "en", "2019-05-01", "2019-03-24"),
    ("They will meet next Monday.", "en", "2019-05-03", "2019-05-06"),
    ("Se reunieron el 24 de marzo de 2019.", "es", None, "2019-03-24"),
    ("Se reunieron ayer.", "es", "2019-05-03", "2019-05-02"),
    ("Fue detenido el miércoles.", "es", "2019-05-03", "2019-05-01"),
]


@pytest.mark.parametrize(("text", "lang", "reported", "day"), CASES, ids=[c[0] for c in CASES])
def test_dates(text, lang, reported, day):
    [found] = dates(text, lang, reported)
    assert found.day.isoformat() == day


def test_a_bare_year_dates_nothing_to_the_day():
    [found] = dates("L'accord signé en 2001 tient.", "fr", "2019-05-30")
    assert found.day is None


@pytest.mark.parametrize("text", ["31 février 2019", "99 mars", "le 0 mai"])
def test_days_that_do_not_exist_are_no_dates(text):
    assert list(dates(text, "fr", "2019-05-30")) == []
