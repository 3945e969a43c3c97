"""Who says so: reporting verbs, «selon», quotations that go on, and the paper's own voice."""

import pytest

from statuquo import Report
from statuquo.events.attribution import quotations

pytestmark = pytest.mark.model

# sentence, language, type of the event, country or name of its innermost speaker (None: the paper)
CASES = [
    ("Turkey attacked Cyprus, Greece said.", "en", "ASSAULT", "GRC"),
    ("Greece said that Turkey had attacked Cyprus.", "en", "ASSAULT", "GRC"),
    ("According to Greece, Turkey attacked Cyprus.", "en", "ASSAULT", "GRC"),
    ("Turkey attacked Cyprus.", "en", "ASSAULT", None),
    ("La Grèce affirme que la Turquie a attaqué Chypre.", "fr", "ASSAULT", "GRC"),
    ("Selon la Grèce, la Turquie a attaqué Chypre.", "fr", "ASSAULT", "GRC"),
    ("La Turquie a confirmé avoir attaqué Chypre.", "fr", "ASSAULT", "TUR"),
    ("« La Turquie a attaqué Chypre », a déclaré la Grèce.", "fr", "ASSAULT", "GRC"),
    ("Pour sa part, la Grèce a condamné la Turquie.", "fr", "ACCUSE", None),
    (
        "Des rebelles ont été tués par un bombardement turc à Chypre, quand ils campaient dans un"
        " bois du nord de l'île, selon la Grèce.",
        "fr",
        "ASSAULT",
        "GRC",
    ),
    (
        "Selon l'AFP, citant la police grecque, l'armée turque a attaqué Chypre.",
        "fr",
        "ASSAULT",
        "GRC",
    ),
    (
        "« La Turquie a attaqué Chypre », a confié, à Reuters, la porte-parole du ministère grec.",
        "fr",
        "ASSAULT",
        "GRC",
    ),
    ("Turquía atacó Chipre, dijo Grecia.", "es", "ASSAULT", "GRC"),
    ("Según Grecia, Turquía atacó Chipre.", "es", "ASSAULT", "GRC"),
    ("Grecia aseguró que Turquía atacó Chipre.", "es", "ASSAULT", "GRC"),
]


@pytest.mark.parametrize(("text", "lang", "kind", "speaker"), CASES, ids=[c[0] for c in CASES])
def test_speaker(coder, text, lang, kind, speaker):
    event = next(e for e in coder.code(Report(text=text, lang=lang)) if e.type == kind)
    assert (event.attribution[-1].speaker.country if event.attribution else None) == speaker


def test_a_quotation_that_goes_on_keeps_its_speaker(coder):
    text = "« La Turquie nous menace », a déclaré la Grèce. « La Turquie a attaqué Chypre. »"
    event = coder.code(Report(text=text, lang="fr"))[-1]
    assert [said.speaker.country for said in event.attribution] == ["GRC"]
    assert event.attribution[0].quoted


def test_statements_keep_the_words(coder):
    text = "“We shall never leave Cyprus”, said the Turkish ambassador."
    [statement] = coder.read(Report(text=text, lang="en")).statements
    assert statement.words == "We shall never leave Cyprus"
    assert (statement.speaker.country, statement.quoted) == ("TUR", True)


MARKS = [
    ("« a b c »", [(1, 8)]),
    ("“a b c“ et “d”", [(1, 6), (12, 13)]),
    ('"a" dijo', [(1, 2)]),
    ("“sans fin", [(1, 9)]),
]


@pytest.mark.parametrize(("text", "spans"), MARKS)
def test_quotation_marks_of_all_kinds(text, spans):
    assert [(q.start, q.end) for q in quotations(text)] == spans
