"""The record is the contract: schema, stable ids, same bytes for same input."""

import json
from importlib import resources

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statuquo import Report
from statuquo.events import Event

pytestmark = pytest.mark.model

TEXTS = [
    ("en", "Russia sent troops to Syria on Monday, the Kremlin said. “We help Damascus.”"),
    ("fr", "À Caracas, la police a arrêté des manifestants, selon l'opposition vénézuélienne."),
    ("es", "El Gobierno de Perú y Ecuador firmaron un acuerdo en Lima el 3 de mayo de 2019."),
]


@pytest.fixture(scope="module")
def schema():
    path = resources.files("statuquo.data") / "event.schema.json"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_every_event_fits_the_schema(coder, schema, lang, text):
    events = coder.code(Report(text=text, lang=lang, date="2019-05-30"))
    assert events
    for event in events:
        jsonschema.validate(event.to_dict(), schema)


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_offsets_lead_to_the_words(coder, lang, text):
    coded = coder.read(Report(text=text, lang=lang))
    for event in coded.events:
        evidence = event.evidence
        assert coded.text[evidence.start : evidence.end] == evidence.sentence
        assert coded.text[evidence.trigger.start : evidence.trigger.end] == evidence.trigger.text
        for party in (*event.actors, *event.recipients):
            assert coded.text[party.start : party.end] == party.text


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_same_input_same_bytes_and_round_trip(coder, lang, text):
    report = Report(text=text, lang=lang)
    first = [json.dumps(event.to_dict()) for event in coder.code(report)]
    again = [json.dumps(event.to_dict()) for event in coder.code(report)]
    assert first == again
    assert [Event.from_dict(json.loads(line)).to_dict() for line in first] == [
        json.loads(line) for line in first
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200), st.sampled_from(["fr", "en", "es"]))
def test_any_text_is_coded_or_refused_with_a_clear_error(coder, text, lang):
    refused = []
    coded = list(coder.stream([Report(text=text, lang=lang)], set_aside=refused.append))
    assert len(coded) + len(refused) == 1
    assert all("could not be coded" not in str(error) for error in refused)


def test_the_order_and_company_of_reports_change_nothing(coder):
    reports = [Report(text=text, lang=lang) for lang, text in TEXTS]
    together = {c.report.id: c for c in coder.stream(reports)}
    backwards = {c.report.id: c for c in coder.stream(reversed(reports), batch=1)}
    assert together == backwards
