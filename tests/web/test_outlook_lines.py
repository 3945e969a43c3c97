"""The brief ends with a few forecasts, in each language, where there is anything to forecast."""

import io

import pytest
from rich.console import Console

from outlook.test_coming import crisis
from outlook.worlds import quarrels
from statuquo.outlook import DyadForecaster, Outlook, outlook
from statuquo.outlook.panel import EVIDENCE
from statuquo.web import page, terminal
from statuquo.web.words import PAGE_LANGUAGES, words

WEEKS = crisis((0, "ASSAULT", "happened"), (9, "ASSAULT", "happened"), more=60)
DAY = crisis((0, "ASSAULT", "happened"))


def printed(found: Outlook, lang: str) -> str:
    console = Console(file=io.StringIO(), width=100)
    terminal(WEEKS, console, lang=lang, outlook=found)
    return console.file.getvalue()


@pytest.mark.parametrize("lang", PAGE_LANGUAGES)
def test_forecasts_are_shown_with_what_they_rest_on(lang: str):
    found = outlook(WEEKS)
    title = words(lang)("section", "outlook", days=7)
    only_past = words(lang)("outlook", "only-past")
    html = page(WEEKS, title="T", lang=lang, outlook=found)
    for shown in (html, " ".join(printed(found, lang).split())):
        assert title in shown
        assert only_past in shown
        assert f"{100 * found.coming[0].why.probability:.0f} %" in shown


def test_without_anything_to_forecast_there_is_no_section():
    html = page(DAY, title="T", outlook=outlook(DAY))
    assert 'id="outlook"' not in html


@pytest.mark.parametrize("lang", PAGE_LANGUAGES)
def test_every_kind_of_evidence_has_its_words(lang: str):
    for kind in EVIDENCE:
        assert words(lang)("evidence", kind)


def test_what_moved_a_forecast_is_told():
    facts = [fact for fact in quarrels() if fact[0] <= 230]
    outlook_ = DyadForecaster().fit(facts)
    outlook_.observe([(231, "L0", "L1", "verbal-conflict"), (231, "L0", "L1", "verbal-conflict")])
    told = words("en").forecast(outlook_.explain("L0", "L1", 231))
    assert "raised by verbal conflict both ways" in told
    assert "no more is known" not in told
