"""What people corrected is gold: written, read back, scored."""

import json
from dataclasses import replace

import pytest

from crisis.pages import Page, who
from crisis.test_corrections import (
    CALM,
    KEN,
    NOON,
    PRAISED,
    SHELLED,
    UGA,
    changed,
    missed,
    page,
    said,
)  # fmt: skip
from statuquo.crisis.amending import mark_wrong
from statuquo.crisis.corrections import Correction
from statuquo.errors import InputError
from statuquo.evaluation import evaluate_corrections, judged, read_gold
from statuquo.events.ontology import Ontology
from statuquo.events.record import CodedReport


class Recites:
    """A coder that says of each report what it is told to."""

    ontology = Ontology.load()

    def __init__(self, *coded: CodedReport) -> None:
        self.coded = {one.report.id: one for one in coded}

    def stream(self, reports, *, set_aside):
        for report in reports:
            yield self.coded[report.id]

    def relate(self, *_: object, **__: object) -> None:
        raise AssertionError("corrections are sentences, not relations")


def every_kind() -> list[Correction]:
    coded = page()
    return [
        mark_wrong(coded, coded.events[0], NOON),
        changed(coded, coded.events[2], said("ACCUSE", "UGA", "TZA")),
        missed(coded, CALM, "lay", said("CONSULT", "UNO", "KEN")),
    ]


def rows(coded: CodedReport, made: list[Correction]) -> dict[str, list[tuple[str, ...]]]:
    return {
        one.row["text"]: [
            (e["type"], e["actor_code"], e["recipient_code"]) for e in one.row["events"]
        ]
        for one in judged([coded], made)
    }


def test_each_sentence_holds_what_is_right_and_what_was_let_stand() -> None:
    assert rows(page(), every_kind()) == {
        SHELLED: [("ASSAULT", "KEN", "TZA")],
        PRAISED: [("ACCUSE", "UGA", "TZA")],
        CALM: [("CONSULT", "IGO", "KEN")],
    }
    # Only what was corrected is gold, and what was taken back is not.
    assert rows(page(), []) == {}
    assert rows(page(), [replace(every_kind()[0], undone="2026-11-23")]) == {}


def test_wrong_events_are_silence_and_two_way_acts_are_two_events() -> None:
    made = Page("r2")
    clash = made.event("Kenya and Uganda clashed.", "clashed", "ASSAULT", [KEN, UGA])
    hoax = made.event("Bears beat Tigers.", "beat", "ASSAULT", [who("Bears", "RUS")], [UGA])
    coded = made.done()
    told = said("THREATEN")
    alike = replace(told, actors=(*told.actors, *told.recipients), recipients=())
    corrections = [mark_wrong(coded, hoax, NOON), changed(coded, clash, alike)]
    assert rows(coded, corrections) == {
        "Kenya and Uganda clashed.": [("THREATEN", "KEN", "UGA"), ("THREATEN", "UGA", "KEN")],
        "Bears beat Tigers.": [],
    }


def test_what_is_right_stays_gold_when_the_coder_falls_silent() -> None:
    made = every_kind()
    silent = replace(page(), events=())
    assert rows(silent, made[1:]) == rows(page(), made[1:])
    assert rows(silent, made[:1]) == {SHELLED: []}


def test_a_written_file_is_read_as_it_was_meant(tmp_path) -> None:
    sentences = judged([page()], every_kind())
    path = tmp_path / "gold.jsonl"
    lines = [json.dumps(one.row, ensure_ascii=False) for one in sentences]
    path.write_text("\n".join(lines), encoding="utf-8")
    gold = read_gold(path)
    assert gold.form == "sentences"
    (lake,) = [one for one in gold.sentences if one.text == CALM]
    assert str(lake.events[0]) == "CONSULT United Nations (IGO) -> Kenya (KEN) [happened]"
    assert lake.lang == "en"


@pytest.mark.parametrize(
    ("recoded", "right", "quiet"),
    [
        # As before the corrections: one of three found.
        (page(), 1, None),
        # A coder that has learned from them all.
        (None, 3, None),
        (replace(page(), events=()), 0, None),
    ],
)
def test_a_coder_is_scored_on_the_sentences_in_their_reports(recoded, right, quiet) -> None:
    from statuquo.crisis.corrections import corrected

    made = every_kind()
    coder = Recites(recoded or corrected(page(), made))
    scores = evaluate_corrections(
        coder, judged([page()], made), name="corrections", set_aside=pytest.fail
    )
    assert scores.form == "sentences"
    assert scores.sentences == 3
    triple = scores.measures["triple"].to_dict()
    assert (triple["right"], triple["gold"]) == (right, 3)
    assert {"ASSAULT", "ACCUSE", "CONSULT"} <= set(scores.by_type)


def test_without_corrections_there_is_nothing_to_score() -> None:
    with pytest.raises(InputError, match="is empty"):
        evaluate_corrections(Recites(), [], name="corrections", set_aside=pytest.fail)
