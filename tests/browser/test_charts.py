"""Charts in a real browser: seen without scripts, followed to the events, in light and in dark."""

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from browser.test_desk import address
from browser.test_desk import desk as opened
from browser.turning import follow

pytestmark = pytest.mark.browser

__all__ = ["address", "opened"]


@pytest.fixture
def desk(opened: Chrome) -> Iterator[Chrome]:
    opened.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield opened
    opened.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_charts_of_the_brief_come_as_pictures(opened: Chrome, address: str) -> None:
    opened.get(f"{address}/brief?lang=en")
    pictures = opened.find_elements(By.CSS_SELECTOR, "picture.chart img")
    assert len(pictures) == 2
    for picture in pictures:
        opened.execute_script("arguments[0].scrollIntoView()", picture)
        opened.execute_async_script("arguments[0].decode().then(arguments[1])", picture)
        assert opened.execute_script("return arguments[0].naturalWidth", picture) > 300


def test_a_dyad_is_chosen_and_a_day_of_it_taken_apart(desk: Chrome, address: str) -> None:
    desk.get(f"{address}/tension?lang=en")
    Select(desk.find_element(By.NAME, "dyad")).select_by_value("USA.government,VEN.government")
    follow(desk, desk.find_element(By.CSS_SELECTOR, "form.sift button"))
    assert "United States" in desk.find_element(By.TAG_NAME, "h1").text
    assert desk.find_element(By.CSS_SELECTOR, ".chart .wide svg").is_displayed()
    before = desk.find_element(By.ID, "day").text
    follow(desk, desk.find_element(By.CSS_SELECTOR, "nav.pager a[rel=prev]"))
    assert desk.find_element(By.ID, "day").text != before
    cells = desk.find_elements(By.CSS_SELECTOR, "table.sums tbody td:last-child")
    total = desk.find_element(By.CSS_SELECTOR, "table.sums tfoot td").text
    shown = sum(float(cell.text.replace("−", "-")) for cell in cells)
    # Each figure is shown with one decimal.
    assert shown == pytest.approx(float(total.replace("−", "-")), abs=0.06 * (len(cells) + 1))


def test_a_country_of_the_map_leads_to_its_events(desk: Chrome, address: str) -> None:
    desk.get(f"{address}/map?lang=en")
    row = desk.find_element(By.CSS_SELECTOR, "#countries + table tbody tr")
    events = row.find_element(By.CSS_SELECTOR, "td").text
    drawn = desk.find_elements(By.CSS_SELECTOR, ".chart .wide svg a")
    assert any("/events?party=" in (link.get_dom_attribute("href") or "") for link in drawn)
    follow(desk, row.find_element(By.TAG_NAME, "a"))
    assert desk.find_element(By.CSS_SELECTOR, ".counts").text.startswith(f"{events} ")


def test_drawings_follow_the_dark(desk: Chrome, address: str) -> None:
    def ink() -> str:
        desk.get(f"{address}/timeline?lang=en")
        return desk.find_element(By.CSS_SELECTOR, ".chart .wide svg text").value_of_css_property(
            "fill"
        )

    light = ink()
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    desk.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    assert ink() != light


def test_a_telephone_gets_the_narrow_drawing(desk: Chrome, address: str) -> None:
    size = {"width": 375, "height": 700, "deviceScaleFactor": 1, "mobile": False}
    desk.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        desk.get(f"{address}/compare")
        assert desk.find_element(By.CSS_SELECTOR, ".chart .narrow svg").is_displayed()
        assert not desk.find_element(By.CSS_SELECTOR, ".chart .wide svg").is_displayed()
    finally:
        desk.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
