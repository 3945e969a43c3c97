"""What becomes of an act that is the subject of its clause."""

import pytest

from statuquo.events.fates import fate
from statuquo.events.record import EventType
from statuquo.language import make_sentence

# sentence, act told by its first word, what its verb makes of it
CASES = [
    ("Shelling/NOUN/subj/2 ended/VERB:end/root/2", EventType.ASSAULT, "stopped"),
    ("Talks/NOUN/subj/2 ended/VERB:end/root/2", EventType.CONSULT, None),
    ("Raids/NOUN/subj/2 ended/VERB:end/root/2 hopes/NOUN/obj/2", EventType.ASSAULT, None),
    ("Strikes/NOUN/subj/3 will/AUX/aux/3 hit/VERB/root/3 ports/NOUN/obj/3", EventType.PROTEST, "intended"),
    ("Raids/NOUN/subj/3 will/AUX/aux/3 hit/VERB/root/3 trade/NOUN/obj/3", EventType.ASSAULT, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "made"), CASES)
def test_a_verb_ends_or_announces_the_act_that_is_its_subject(text, act, made):
    sentence = make_sentence(text, "en")
    assert fate(sentence, sentence.tokens[0], act) == made


def test_an_act_that_the_clause_knows_is_not_announced():
    text = "The/DET/det/2 strike/NOUN/subj/4 will/AUX/aux/4 hit/VERB/root/4 ports/NOUN/obj/4"
    sentence = make_sentence(text, "en")
    assert fate(sentence, sentence.tokens[1], EventType.PROTEST) is None
