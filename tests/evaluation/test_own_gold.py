"""The coder on gold of our own writing: simple sentences, which it must get right."""

from pathlib import Path

import pytest

from statuquo.evaluation import Rates, Scores, evaluate, read_gold

pytestmark = pytest.mark.model

DATA = Path(__file__).parent / "data"


def scored(coder, form: str) -> Scores:
    aside = []
    scores = evaluate(coder, read_gold(DATA / f"{form}.jsonl"), set_aside=aside.append)
    assert not aside
    return scores


def test_all_events_of_simple_sentences_are_found(coder):
    scores = scored(coder, "sentences")
    assert scores.measures["triple"] == Rates(right=11, coded=11, gold=11), scores.faults
    assert scores.measures["silent_where_none"].value == 1
    assert scores.measures["modality_right"].value == 1
    assert scores.measures["speaker_right"].value == 1


def test_records_of_simple_sentences_are_found(coder):
    assert scored(coder, "records").measures["triple_recall"].right >= 3


def test_mentions_of_simple_sentences_are_found(coder):
    measures = scored(coder, "mentions").measures
    assert measures["type_and_actor"] == Rates(right=3, coded=3, gold=3)


def test_given_parties_are_related_right(coder):
    scores = scored(coder, "relations")
    assert scores.measures["macro_f1"].value == 1, scores.faults


def test_a_sentence_that_cannot_be_coded_is_told_and_counts_as_silent(coder, tmp_path: Path):
    path = tmp_path / "gold.jsonl"
    path.write_text(
        '{"id": "s", "text": "ⵣⵣⵣ", "events": [{"type": "AID", "actor": "ⵣ", "actor_code": "DZA"}]}\n',
        encoding="utf-8",
    )
    aside = []
    scores = evaluate(coder, read_gold(path), set_aside=aside.append)
    assert [problem.source for problem in aside] == [f"{path}: s"]
    assert scores.measures["triple"] == Rates(right=0, coded=0, gold=1)
