"""The example crisis is what its README says that it is."""

import re
from collections import Counter

import pytest

from examples.crisis import AGENCY_COPIES, FOLDER, NOT_ABOUT_IT, README, read_all
from statuquo.reports import LANGUAGES, Report, clean, identify_language

FEWEST, FEWEST_A_LANGUAGE = 36, 12
FIRST_DAY, LAST_DAY = "2019-01-10", "2019-08-31"
SHORTEST, LONGEST = 80, 300  # words


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return read_all()


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


def language_of(report: Report) -> str:
    return report.lang or identify_language(clean(report).text)


def test_there_are_enough_reports_in_each_language(reports: dict[str, Report]):
    a_language = Counter(map(language_of, reports.values()))
    assert len(reports) >= FEWEST
    assert set(a_language) == set(LANGUAGES)
    assert min(a_language.values()) >= FEWEST_A_LANGUAGE


def test_they_come_in_every_form_that_is_read(reports: dict[str, Report]):
    sources = {(report.source or "").split(":")[0] for report in reports.values()}
    forms = Counter(source.rsplit(".", 1)[-1] for source in sources)
    assert set(forms) == {"html", "jsonl", "txt"}
    assert "Fifty reports are lines of JSON Lines files, eight are HTML pages" in " ".join(
        README.read_text(encoding="utf-8").split()
    )
    lines = sum(":" in (report.source or "") for report in reports.values())
    assert (lines, forms["html"], forms["txt"]) == (50, 8, 5)


def test_each_is_dated_within_the_crisis(reports: dict[str, Report]):
    outside = {
        name: report.date
        for name, report in reports.items()
        if not FIRST_DAY <= (report.date or "") <= LAST_DAY
    }
    assert not outside


def test_each_name_tells_its_day(reports: dict[str, Report]):
    assert not [name for name, report in reports.items() if not name.endswith(report.date or "?")]


def test_each_is_a_short_report_under_a_headline(reports: dict[str, Report]):
    words = {name: len(clean(report).text.split()) for name, report in reports.items()}
    assert not {name: count for name, count in words.items() if not SHORTEST <= count <= LONGEST}
    assert not [name for name, report in reports.items() if not report.title]


def test_every_outlet_is_named_as_invented(reports: dict[str, Report], readme: str):
    table = readme.partition("## The outlets, all invented")[2].partition("\n## ")[0]
    named = set(re.findall(r"^\| ([^|]+?) +\|", table, re.M)) - {"outlet", "---"}
    assert {report.outlet for report in reports.values()} == named


def test_every_address_is_one_that_can_not_exist(reports: dict[str, Report]):
    hosts = {(report.url or "//none.example/").split("/")[2] for report in reports.values()}
    assert not [host for host in hosts if not host.endswith(".example")]


def test_the_readme_counts_and_names_the_reports(reports: dict[str, Report], readme: str):
    assert len(reports) == 63
    assert "Sixty-three short news reports" in readme
    named = set(re.findall(r"`([a-z]+-2019-\d\d-\d\d)`", readme))
    assert named <= set(reports)
    assert {*NOT_ABOUT_IT, *(name for pair in AGENCY_COPIES for name in pair)} <= named


def test_every_file_stands_in_the_table_of_outlets(readme: str):
    files = [path for path in FOLDER.iterdir() if path.name != "README.md"]
    assert files
    assert not [
        path.name for path in files if f"`{path.name}{'/' if path.is_dir() else ''}`" not in readme
    ]


@pytest.mark.parametrize(("original", "copy"), AGENCY_COPIES)
def test_agency_copies_are_nearly_word_for_word(
    reports: dict[str, Report], original: str, copy: str
):
    first, second = (set(reports[name].text.split()) for name in (original, copy))
    assert reports[original].outlet != reports[copy].outlet
    assert len(first & second) / len(first | second) > 0.9
