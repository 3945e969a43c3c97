"""The lexicon proves itself: each frame's examples are coded as they say, in every language."""

import pytest

from statuquo.data import DATA
from statuquo.events import EventType, Lexicon, check
from statuquo.events.lexicon import all_examples
from statuquo.events.proving import agrees, parse_expected, prove
from statuquo.reports.model import LANGUAGES

LEXICONS = [Lexicon.load(lang) for lang in LANGUAGES]
EXAMPLES = list(all_examples(LEXICONS))


def test_the_files_hold_no_fault():
    assert [str(problem) for problem in check()] == []


@pytest.mark.parametrize("lexicon", LEXICONS, ids=LANGUAGES)
def test_each_language_has_frames_for_each_type(lexicon):
    assert {frame.act for frame in lexicon.frames} == set(EventType)


def test_the_languages_lie_side_by_side():
    names = {lang: {p.name for p in (DATA / "lexicon" / lang).glob("*.toml")} for lang in LANGUAGES}
    assert names["fr"] == names["en"] == names["es"]


@pytest.mark.parametrize("lexicon", LEXICONS, ids=LANGUAGES)
def test_frames_are_sorted_within_their_files(lexicon):
    for name in {frame.file for frame in lexicon.frames}:
        ids = [frame.id for frame in lexicon.frames if frame.file == name]
        assert ids == sorted(ids), name


@pytest.mark.model
@pytest.mark.parametrize(
    ("frame", "example"),
    EXAMPLES,
    ids=[f"{frame.lang} {frame.id} {example.text[:40]}" for frame, example in EXAMPLES],
)
def test_example(coder, frame, example):
    assert prove(coder, frame, example) is None


@pytest.mark.parametrize(
    "text",
    ["AID", "AID RUS VEN", "AIDE RUS -> VEN", "AID RUS -> VEN [done]", "-> VEN", ""],
)
def test_expectations_that_are_not_written_as_the_guide_says(text):
    with pytest.raises(ValueError, match=r"is not written|is no modality"):
        parse_expected(text)


@pytest.mark.model
def test_an_expectation_that_differs_is_seen(coder):
    from statuquo import Report

    [event] = coder.code(Report(text="Russia condemned Chad.", lang="en"))
    assert agrees(parse_expected("ACCUSE RUS GOV -> TCD [happened]"), event)
    for wrong in (
        "SUPPORT RUS -> TCD",
        "ACCUSE RUS -> FRA",
        "ACCUSE TCD -> RUS",
        "ACCUSE RUS -> -",
        "ACCUSE RUS MIL -> TCD",
        "ACCUSE RUS -> TCD [denied]",
        "ACCUSE RUS -> TCD [said by FRA]",
    ):
        assert not agrees(parse_expected(wrong), event), wrong
