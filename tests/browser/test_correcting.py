"""Correcting and adding in a real browser: forms, files that are dropped, nothing run that is not ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

from browser.test_brief_page import STICKING_OUT
from browser.test_desk import HOSTILE, served
from browser.turning import follow
from crisis.pages import Page, who
from crisis.venezuela import reports
from desk.conftest import MemoryShelf

pytestmark = pytest.mark.browser

SHELLED = f"Kenya {HOSTILE} shelled Uganda."
CALM = "The lake lay calm."


@pytest.fixture
def shelf() -> MemoryShelf:
    page = Page("lake/one", date="2019-04-01", title=HOSTILE, outlet=HOSTILE)
    page.event(SHELLED, "shelled", "ASSAULT", [who("Kenya", "KEN")], [who("Uganda", "UGA")])
    page.sentence(CALM)
    return MemoryShelf([*reports(), page.done()])


@pytest.fixture
def desk(chromium: Chrome, shelf: MemoryShelf) -> Iterator[Chrome]:
    # Pages then jump to where they otherwise glide, so nothing need wait.
    still = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", still)
    with served(shelf) as url:
        chromium.get("about:blank")
        chromium.get_log("browser")
        chromium.get(f"{url}/events/{shelf.reports[-1].events[0].id}?lang=en")
        yield chromium
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    logged = [entry for entry in chromium.get_log("browser") if "favicon" not in entry["message"]]
    assert logged == []


def unfold(desk: Chrome, number: int) -> WebElement:
    """One of the forms below an event, opened by the keyboard."""
    details = desk.find_elements(By.CSS_SELECTOR, ".correct details")[number]
    details.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)
    return details.find_element(By.TAG_NAME, "form")


def sentences(desk: Chrome) -> list[WebElement]:
    return desk.find_elements(By.CSS_SELECTOR, ".told > li")


def test_an_event_is_changed_called_wrong_and_brought_back(desk: Chrome) -> None:
    form = unfold(desk, 0)
    Select(form.find_element(By.NAME, "type")).select_by_value("THREATEN")
    names, codes = (form.find_elements(By.NAME, f"recipient_{part}") for part in ("name", "code"))
    names[0].clear()
    names[0].send_keys("Rwanda")
    codes[0].clear()
    codes[0].send_keys("rwa")
    form.find_element(By.NAME, "note").send_keys(HOSTILE)
    form.find_element(By.NAME, "by").send_keys("Ana")
    follow(desk, form.find_element(By.TAG_NAME, "button"))
    first, calm = sentences(desk)
    assert "threatens Kenya → Rwanda changed by hand" in first.text
    assert calm.get_attribute("class").startswith("silent")
    follow(desk, first.find_element(By.LINK_TEXT, "why"))
    assert "Kenya → Uganda" in desk.find_element(By.CLASS_NAME, "corrected-note").text
    form = unfold(desk, 1)
    assert form.find_element(By.NAME, "by").get_attribute("value") == "Ana"
    follow(desk, form.find_element(By.TAG_NAME, "button"))
    assert desk.find_elements(By.CSS_SELECTOR, ".told .gone s")
    follow(desk, desk.find_element(By.CSS_SELECTOR, ".told .undo button"))
    assert "attacks Kenya → Uganda" in sentences(desk)[0].text
    follow(desk, desk.find_element(By.LINK_TEXT, "Corrections"))
    states = [tag.text for tag in desk.find_elements(By.CSS_SELECTOR, ".corrections .tag.undone")]
    assert states == ["taken back", "taken back"]
    assert desk.title != "taken"


def test_a_missed_event_is_added_to_a_silent_sentence(desk: Chrome) -> None:
    follow(desk, desk.find_element(By.PARTIAL_LINK_TEXT, "whole report"))
    _, calm = sentences(desk)
    assert CALM in calm.text
    follow(desk, calm.find_element(By.CLASS_NAME, "add-here"))
    form = desk.find_element(By.CSS_SELECTOR, ".adding form")
    form.find_element(By.NAME, "words").send_keys("lay calm")
    Select(form.find_element(By.NAME, "type")).select_by_value("CONSULT")
    form.find_element(By.NAME, "actor_code").send_keys("KEN")
    form.find_element(By.NAME, "recipient_code").send_keys("UGA")
    follow(desk, form.find_element(By.TAG_NAME, "button"))
    _, calm = sentences(desk)
    assert "meets Kenya → Uganda added by hand" in calm.text
    assert calm.find_element(By.CSS_SELECTOR, "mark.trigger").text == "lay calm"


def dropped(desk: Chrome, target: WebElement, *files: Path) -> None:
    """Files dropped on a place of the page, as a hand would."""
    desk.execute_script("arguments[0].scrollIntoView({block: 'center'})", target)
    box = desk.execute_script(
        "const b = arguments[0].getBoundingClientRect();"
        "return {x: b.x + b.width / 2, y: b.y + b.height / 2}",
        target,
    )
    held = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        desk.execute_cdp_cmd("Input.dispatchDragEvent", {"type": kind, **box, "data": held})


def test_dropped_files_are_coded_sentence_by_sentence(desk: Chrome, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "table.csv"
    good.write_text("Ankara sends aid to Tripoli. The sea was calm.", encoding="utf-8")
    bad.write_text("a,b", encoding="utf-8")
    follow(desk, desk.find_element(By.LINK_TEXT, "Add a report"))
    field = desk.find_element(By.CLASS_NAME, "drop")
    dropped(desk, field, good, bad)
    assert desk.execute_script("return arguments[0].files.length", field) == 2
    form = field.find_element(By.XPATH, "./ancestor::form")
    follow(desk, form.find_element(By.TAG_NAME, "button"))
    assert "1 report coded · 1 set aside" in desk.find_element(By.TAG_NAME, "main").text
    assert "table.csv: is a table" in desk.find_element(By.CLASS_NAME, "aside").text
    first, second = sentences(desk)
    assert "helps Ankara → Tripoli" in first.text
    black, grey = (
        one.find_element(By.CLASS_NAME, "sentence").value_of_css_property("color")
        for one in (first, second)
    )
    assert black != grey


def test_a_telephone_needs_no_sideways_scrolling(desk: Chrome) -> None:
    size = {"width": 375, "height": 700, "deviceScaleFactor": 1, "mobile": False}
    desk.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        unfold(desk, 0)
        unfold(desk, 2)
        assert desk.execute_script(STICKING_OUT) == []
        follow(desk, desk.find_element(By.PARTIAL_LINK_TEXT, "whole report"))
        follow(desk, sentences(desk)[0].find_element(By.CLASS_NAME, "add-here"))
        assert desk.execute_script(STICKING_OUT) == []
        follow(desk, desk.find_element(By.LINK_TEXT, "Corrections"))
        assert desk.execute_script(STICKING_OUT) == []
    finally:
        desk.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
