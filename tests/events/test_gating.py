"""The gate keeps what the coder would find, and batches change nothing."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuquo import Coder, Report
from statuquo.events import Lexicon
from statuquo.events.lexicon import all_examples
from statuquo.events.sifting import pointed_at
from statuquo.language import split
from statuquo.language.pipelines import Raw, Steps
from statuquo.reports.model import LANGUAGES

ACTS = [
    (frame.lang, example.text)
    for frame, example in all_examples(Lexicon.load(lang) for lang in LANGUAGES)
    if example.events
]
QUIET = [
    ("fr", "Le prix du lait a baissé de deux centimes en un mois."),
    ("fr", "Il pleuvra sur les côtes demain matin."),
    ("en", "The second movement was played a little too slowly."),
    ("en", "Snow is expected above the tree line tonight."),
    ("es", "Los colores del cuadro son más claros en verano."),
    ("es", "Las temperaturas bajarán cinco grados en la costa."),
]  # fmt: skip
PAGES = [
    # language, page; what its last sentence tells hangs on the sentences before
    ("en", "Edda Holm leads the rebels of Chad. Rain fell all night. Nobody slept. It was cold. It was dark. "
           "Holm condemned France on Monday."),
    ("fr", "Le président russe est arrivé à Oslo. Le temps était doux. Il a condamné le Tchad."),
    ("es", "El canciller de Chile habló de paz. Llovía. También acusó a Brasil de espionaje."),
]  # fmt: skip


@pytest.fixture(scope="module")
def ungated(coder):
    """The same coder without its gate; models are loaded once."""
    other = Coder(gate=False)
    other._pipelines, other._resolver = coder._pipelines, coder.resolver
    return other


@pytest.mark.model
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_of_the_lexicon_passes(coder, lang):
    opens = coder._gate(lang).opens
    acts = [text for of, text in ACTS if of == lang]
    assert len(acts) > 200
    assert not [t for t in acts if not any(opens(t[start:end]) for start, end in split(t, lang))]


@pytest.mark.model
@pytest.mark.parametrize(("lang", "text"), QUIET)
def test_what_has_no_words_for_an_act_is_not_parsed(coder, lang, text):
    assert not coder._gate(lang).opens(text)


@pytest.mark.model
@pytest.mark.parametrize(("lang", "text"), PAGES)
def test_what_an_act_points_back_to_is_read(coder, ungated, lang, text):
    report = Report(text=text, lang=lang)
    events = coder.code(report)
    assert events
    assert events == list(ungated.read(report).events)


@pytest.mark.model
@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from([*ACTS, *QUIET]), min_size=1, max_size=12), st.integers(1, 12))
def test_pages_of_any_sentences_in_batches_of_any_size(coder, ungated, drawn, batch):
    """In order, and each as it is alone and without a gate."""
    reports = [Report(text=text, lang=lang, id=str(n)) for n, (lang, text) in enumerate(drawn)]
    together = list(coder.stream(reports, batch=batch, only_events=True))
    assert [one.report for one in together] == reports
    assert [list(one.events) for one in together] == [coder.code(report) for report in reports]
    assert [one.events for one in together] == [one.events for one in ungated.stream(reports)]


@pytest.mark.model
@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_found_later_are_those_found_at_once(coder, lang):
    """Sentences parsed in two steps, and half of them only for the second, look as parsed in one."""
    texts = [text for of, text in ACTS if of == lang][:60]
    raws = [Raw(text, 0, "paragraph", n) for n, text in enumerate(texts)]
    at_once = [sentence.tokens for sentence in coder._pipeline(lang).parse(raws, lang)]
    with coder._pipeline(lang).in_steps(lang) as steps:
        unnamed = steps.grammar(raws[::2])
        in_steps = [sentence.tokens for sentence in steps.whole(raws)]
    assert in_steps == at_once
    assert not any(token.ent for sentence in unnamed for token in sentence.tokens)
    assert any(token.ent for tokens in in_steps for token in tokens)


@pytest.mark.model
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The museum opens its doors to the public on Monday."),
        ("fr", "Il a ouvert la porte du jardin."),
        ("es", "La lluvia amenaza la cosecha."),
    ],
)
def test_a_report_without_an_event_is_left_after_its_grammar(coder, monkeypatch, lang, text):
    named = []
    whole = Steps.whole
    monkeypatch.setattr(
        Steps, "whole", lambda steps, raws: named.extend(raws) or whole(steps, raws)
    )
    assert coder._gate(lang).opens(text)
    assert coder.code(Report(text=text, lang=lang)) == []
    assert named == []


@pytest.mark.model
def test_a_report_of_nothing_but_acts_is_read_at_once(coder, ungated, monkeypatch):
    report = Report(text=" ".join([text for lang, text in ACTS if lang == "en"][:9]), lang="en")
    looked = []
    grammar = Steps.grammar
    monkeypatch.setattr(
        Steps, "grammar", lambda steps, raws: looked.extend(raws) or grammar(steps, raws)
    )
    assert coder.code(report) == list(ungated.read(report).events) != []
    assert looked == []


MATCH = (
    "The winger scored twice. Chile attacked Peru down the wing, and the goalkeeper rejected every shot. "
    "The coach praised the midfielder after the match. The league resumes on Sunday."
)


@pytest.mark.model
@pytest.mark.parametrize(
    ("further", "parsed"),
    [("", False), (" Referees in Peru went on strike on Monday.", True)],
)
def test_a_page_of_sport_is_parsed_for_strikes_alone(coder, ungated, monkeypatch, further, parsed):
    report = Report(text=MATCH + further, lang="en")
    assert coder._gate("en").opens("Chile attacked Peru down the wing")
    taken = []
    grammar = Steps.grammar
    monkeypatch.setattr(
        Steps, "grammar", lambda steps, raws: taken.extend(raws) or grammar(steps, raws)
    )
    assert coder.code(report) == list(ungated.read(report).events)
    assert bool(taken) is parsed


@pytest.mark.model
def test_the_order_of_reports_changes_no_report(coder):
    reports = [Report(text=text, lang=lang, id=text) for lang, text in (*ACTS[::40], *QUIET)]
    shuffled = random.Random(5).sample(reports, len(reports))
    one = {coded.report.id: coded.events for coded in coder.stream(reports, only_events=True)}
    other = {coded.report.id: coded.events for coded in coder.stream(shuffled, only_events=True)}
    assert one == other


@pytest.mark.parametrize(
    ("acts", "parsed", "wanted"),
    [
        ([5], [5], [0, 2, 3, 4]),  # the three before, and where the name stands
        ([5], [0, 5], [2, 3, 4]),
        ([1], [1], [0]),
        ([0], [0], []),
        ([], [], []),
    ],
)
def test_what_a_sentence_may_point_back_to(acts, parsed, wanted):
    page = [
        "Edda Holm leads the union.",
        "It rained.",
        "Nobody slept.",
        "The sun set.",
        "She spoke.",
        "Holm was held.",
    ]
    raw = [Raw(text, 0, "paragraph", n) for n, text in enumerate(page)]
    assert pointed_at(raw, acts, parsed) == wanted


@pytest.mark.model
def test_whoever_asks_for_all_gets_all(coder):
    """Statements and talks are told in sentences without acts, so nothing is left out for them."""
    report = Report(text="The dollar fell. «It will pass», the Cuban minister said.", lang="en")
    assert [len(coded.statements) for coded in coder.stream([report])] == [1]
    assert [len(coded.statements) for coded in coder.stream([report], only_events=True)] == [0]
