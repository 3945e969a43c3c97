"""What was put into the store comes out equal, whatever characters it is made of."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from statuquo.entities.model import Party
from statuquo.events.record import (
    AgreementMention,
    Attribution,
    CodedReport,
    Event,
    EventType,
    Evidence,
    Location,
    Modality,
    Span,
    Statement,
    TalksMention,
    Verdict,
)
from statuquo.reports.model import LANGUAGES, Report
from statuquo.store import Store
from statuquo.store.tables import Words, metadata, reports

# With NUL, control characters and the lone surrogates of text that was decoded wrongly.
words = st.text(st.characters(exclude_categories=()), max_size=20) | st.sampled_from(
    ["", "\x1ajson:", "Zaïomski", "«\u00a0dialogue\u00a0»", "\ud83d", "a\0b", "%_\\", "'; --"]
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
offsets = st.integers(0, 10**6)
days = st.none() | st.dates().map(str)
maybe = st.none() | words
languages = st.sampled_from(LANGUAGES)


def some(kind):
    return st.lists(kind, max_size=2).map(tuple)


spans = st.builds(Span, text=words, start=offsets, end=offsets)
evidence = st.builds(Evidence, sentence=words, start=offsets, end=offsets, trigger=spans)
parties = st.builds(
    Party,
    name=words,
    entity_id=maybe,
    country=maybe,
    sector=maybe,
    text=words,
    start=offsets,
    end=offsets,
)
places = st.builds(
    Location, name=words, country=maybe, lat=st.none() | numbers, lon=st.none() | numbers
)
events = st.builds(
    Event,
    id=words,
    report_id=words,
    lang=languages,
    date=days,
    date_from=st.sampled_from(["text", "report", None]),
    type=st.sampled_from(EventType),
    mode=maybe,
    quad=words,
    score=numbers,
    contexts=some(words),
    act=st.sampled_from(EventType),
    modality=st.sampled_from(Modality),
    actors=some(parties),
    recipients=some(parties),
    attribution=some(st.builds(Attribution, speaker=parties, verb=maybe, quoted=st.booleans())),
    location=st.none() | places,
    evidence=evidence,
    confidence=numbers,
    why=words,
    version=words,
)
statements = st.builds(
    Statement,
    id=words,
    report_id=words,
    speaker=parties,
    role=maybe,
    words=words,
    quoted=st.booleans(),
    verb=maybe,
    about=some(parties),
    date=days,
    evidence=evidence,
)
agreements = st.builds(
    AgreementMention,
    id=words,
    report_id=words,
    kind=words,
    parties=some(parties),
    state=words,
    signed=maybe,
    date=days,
    evidence=evidence,
)
talks = st.builds(
    TalksMention,
    id=words,
    report_id=words,
    mediators=some(parties),
    place=st.none() | places,
    parties=some(parties),
    state=words,
    outcome=maybe,
    words=maybe,
    date=days,
    evidence=evidence,
)
verdicts = st.builds(
    Verdict,
    id=words,
    report_id=words,
    kind=words,
    modality=st.sampled_from(Modality),
    parties=some(parties),
    words=words,
    date=days,
    evidence=evidence,
)
coded_reports = st.builds(
    CodedReport,
    report=st.builds(
        Report,
        text=words,
        id=words,
        title=maybe,
        date=days,
        lang=st.none() | languages,
        url=maybe,
        outlet=maybe,
        source=maybe,
    ),
    text=words,
    lang=languages,
    events=some(events),
    statements=some(statements),
    agreements=some(agreements),
    talks=some(talks),
    verdicts=some(verdicts),
)

on_one_store = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=60,
)


def empty(store: Store) -> None:
    with store._engine.begin() as connection:
        connection.execute(delete(reports))


def rows_left(store: Store) -> int:
    with store._engine.connect() as connection:
        return sum(
            connection.scalar(select(func.count()).select_from(table))
            for table in metadata.tables.values()
        )


@on_one_store
@given(coded=coded_reports)
def test_what_goes_in_comes_out(store: Store, coded: CodedReport):
    empty(store)
    assert store.add(coded)
    assert list(store.coded()) == [coded]
    assert list(store.reports()) == [coded.report]
    assert store.report(coded.report.id) == coded
    assert store.has(coded.report)
    assert not store.add(coded)


@on_one_store
@given(coded=coded_reports)
def test_deleting_a_report_leaves_nothing_of_it(store: Store, coded: CodedReport):
    empty(store)
    store.add(coded)
    empty(store)
    assert rows_left(store) == 0


@given(text=words)
def test_any_text_becomes_what_a_database_takes(text: str):
    column = Words()
    kept = column.process_bind_param(text, None)
    assert "\0" not in kept
    kept.encode("utf-8")
    assert column.process_result_value(kept, None) == text


def test_readable_text_is_kept_readable():
    assert Words().process_bind_param("Zaïomski «a dit»", None) == "Zaïomski «a dit»"
