"""Reports give what a reader finds in them: one test for each line of the tables."""

import pytest

from examples.crisis import read_all
from examples.tables import TABLES, Line, found, lines
from statuquo.events.proving import show
from statuquo.events.record import CodedReport
from statuquo.reports import clean

LINES = [
    pytest.param(
        line,
        id=str(line),
        marks=[] if line.cause is None else [pytest.mark.xfail(reason=line.cause, strict=True)],
    )
    for line in lines()
]


@pytest.mark.model
@pytest.mark.parametrize("line", LINES)
def test_a_report_gives_what_it_tells(line: Line, coded: dict[str, CodedReport]):
    report = coded[line.report]
    sentence = [event for event in report.events if line.words in event.evidence.sentence]
    assert found(line, report) != (line.kind == "nothing"), f"the sentence gives {show(sentence)}"


def test_the_tables_speak_of_words_that_the_reports_hold():
    texts = {name: clean(report).text for name, report in read_all().items()}
    assert not [str(line) for line in lines() if line.words not in texts[line.report]]


def test_there_are_tables_in_each_language():
    reports = read_all()
    languages = [reports[file.stem].lang for file in TABLES.glob("*.toml")]
    assert {lang: languages.count(lang) for lang in ("fr", "en", "es")} == {
        "fr": 2,
        "en": 3,
        "es": 3,
    }


@pytest.mark.parametrize("report", sorted({line.report for line in lines()}))
def test_each_table_says_what_must_and_what_must_not_come(report: str):
    kinds = {line.kind for line in lines() if line.report == report}
    assert {"event", "statement", "nothing"} <= kinds
