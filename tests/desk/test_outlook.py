"""The page of what may come: whole in each language, with the record where there is one."""

import pytest
from fastapi.testclient import TestClient

from desk.conftest import MemoryShelf
from desk.test_pages import read
from outlook.test_coming import crisis, reports
from outlook.worlds import quarrels
from statuquo.crisis import build
from statuquo.outlook import backtest, outlook
from statuquo.web.charts.drawing import dressed, inline, rendered
from statuquo.web.charts.reliability import reliability_chart
from statuquo.web.desk import create_app
from statuquo.web.words import words


@pytest.mark.parametrize("address", ["/outlook", "/outlook?horizon=28", "/outlook?crisis=hostile"])
@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_every_page_is_whole(desk: TestClient, address: str, lang: str) -> None:
    shown = read(desk, f"{address}{'&' if '?' in address else '?'}lang={lang}")
    assert shown.open == []
    assert shown.all("html")[0]["lang"] == lang
    assert not shown.all("script")


def test_forecasts_stand_with_their_reasons_and_their_record() -> None:
    """Half a year with an assault every twelfth day."""
    kept = reports(*((day, "ASSAULT", "happened") for day in range(0, 180, 12)))
    desk = TestClient(create_app(MemoryShelf(kept), patience=30), base_url="http://127.0.0.1:8750")
    html = desk.get("/outlook").text
    [one] = outlook(build(kept)).coming
    assert f"<strong>{100 * one.why.probability:.0f} %</strong>" in html
    assert words("en").forecast(one.why) in html
    assert words("en")("outlook", "not-learned") in html
    assert words("en")("outlook", "own-past") in html
    assert html.count("<svg") == 2


@pytest.mark.parametrize(
    ("address", "status"), [("/outlook?horizon=9", 422), ("/outlook?crisis=none", 404)]
)
def test_what_cannot_be_shown_is_told(desk: TestClient, address: str, status: int) -> None:
    assert desk.get(address).status_code == status


def test_the_plot_has_a_dot_for_each_class_of_probability() -> None:
    record = backtest(quarrels(200))
    chart = reliability_chart(record.reliability, words("fr"))
    drawing = inline(rendered(dressed(chart), words("fr")))
    assert drawing.startswith("<svg")
    dots = drawing.count('aria-roledescription="circle"')
    assert dots == len(record.reliability) > 1
    assert words("fr")("outlook", "came") in drawing


def test_without_forecasts_there_is_no_plot() -> None:
    found = outlook(crisis((0, "ASSAULT", "happened")))
    assert found.record is not None
    assert reliability_chart(found.record.reliability, words("en")) is None
