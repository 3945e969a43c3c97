"""The modality rule of PLOVER: one table, whole."""

import pytest

from statuquo.events import EventType, Modality, Ontology

POSITIVE = ["CONSULT", "SUPPORT", "COOPERATE", "AID"]
YIELDING = ["CONCEDE", "RETREAT"]
HOSTILE = ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
WORDS = ["AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"]

RULE = [
    (POSITIVE, "intended", "AGREE"), (POSITIVE, "refused", "REJECT"),
    (POSITIVE, "requested", "REQUEST"), (POSITIVE, "stopped", "SANCTION"),
    (YIELDING, "intended", "AGREE"), (YIELDING, "refused", "REJECT"),
    (HOSTILE, "intended", "THREATEN"), (HOSTILE, "refused", "CONCEDE"),
    (HOSTILE, "requested", "REQUEST"), (HOSTILE, "stopped", "RETREAT"),
    (WORDS, "refused", "REJECT"), (WORDS, "requested", "REQUEST"),
]  # fmt: skip


@pytest.fixture(scope="module")
def ontology():
    return Ontology.load()


@pytest.mark.parametrize(("acts", "modality", "kind"), RULE)
def test_rule(ontology, acts, modality, kind):
    assert {str(ontology.type_of(EventType(act), modality)) for act in acts} == {kind}


@pytest.mark.parametrize("modality", ["happened", "denied", "hypothetical"])
@pytest.mark.parametrize("act", list(EventType))
def test_the_act_stays_what_it_is(ontology, act, modality):
    assert ontology.type_of(act, modality) is act


def test_every_type_and_modality_has_an_answer(ontology):
    for act in EventType:
        for modality in Modality:
            assert ontology.type_of(act, modality) in EventType


def test_scores_lie_on_plovers_scale(ontology):
    for act in EventType:
        info = ontology.types[act]
        assert all(-10 <= score <= 10 for score in (info.score, *info.modes.values()))
