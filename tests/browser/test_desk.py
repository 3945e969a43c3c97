"""The desk in a real browser: sifted, read to the sentence, added to, with nothing run that is not ours."""

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from browser.test_brief_page import STICKING_OUT
from browser.turning import follow
from crisis.pages import Page, who
from crisis.venezuela import reports
from desk.conftest import MemoryShelf
from statuquo.web.desk import create_app

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
PAGES = [
    "brief",
    "events",
    "actors",
    "actors/VEN.government",
    "add",
    "tension",
    "map",
    "timeline",
    "compare",
]


def _is_open(url: str) -> bool:
    """Whether the desk has its first picture; before that its pages say that it is opening."""
    try:
        with urllib.request.urlopen(f"{url}/add", timeout=60):
            return True
    except urllib.error.HTTPError as not_yet:
        if not_yet.code == 503:
            return False
        raise


@contextmanager
def served(shelf: MemoryShelf) -> Iterator[str]:
    config = uvicorn.Config(create_app(shelf), host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    while not _is_open(url):
        time.sleep(0.1)
    try:
        yield url
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    hostile = Page("hostile", date="2019-04-01", title=HOSTILE, outlet=HOSTILE)
    hostile.event(
        f"Kenya {HOSTILE} shelled Uganda.", "shelled", "ASSAULT",
        [who("Kenya", "KEN", HOSTILE)], [who("Uganda", "UGA")],
    )  # fmt: skip
    with served(MemoryShelf([*reports(), hostile.done()])) as url:
        yield url


@pytest.fixture
def desk(chromium: Chrome, address: str) -> Iterator[Chrome]:
    # Pages then jump to where they otherwise glide, so nothing need wait.
    still = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", still)
    chromium.get("about:blank")
    chromium.get_log("browser")
    chromium.get(f"{address}/events?lang=en")
    yield chromium
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_an_event_is_sifted_out_and_read_in_its_report(desk: Chrome) -> None:
    Select(desk.find_element(By.NAME, "type")).select_by_value("THREATEN")
    follow(desk, desk.find_element(By.CSS_SELECTOR, ".sift button"))
    rows = desk.find_elements(By.CSS_SELECTOR, "table.events tbody tr")
    assert rows
    assert all(row.find_element(By.CSS_SELECTOR, ".act").text == "threatens" for row in rows)
    sentence = rows[0].find_element(By.CSS_SELECTOR, ".sentence").text
    follow(desk, rows[0].find_element(By.TAG_NAME, "a"))
    here = desk.find_element(By.ID, "here")
    assert here.text == sentence
    assert here.find_element(By.CSS_SELECTOR, "mark.trigger").is_displayed()


def test_a_crisis_and_a_language_are_chosen_without_scripts(desk: Chrome, address: str) -> None:
    desk.get(f"{address}/actors?lang=en")
    Select(desk.find_element(By.ID, "crisis")).select_by_value("all-of-may")
    Select(desk.find_element(By.ID, "lang")).select_by_value("fr")
    follow(desk, desk.find_element(By.CSS_SELECTOR, ".desk-choice button"))
    assert "crisis=all-of-may" in desk.current_url
    assert desk.find_element(By.TAG_NAME, "h1").text == "Acteurs"
    desk.get(f"{address}/events?lang=en")


def test_a_pasted_report_is_coded(desk: Chrome, address: str) -> None:
    desk.get(f"{address}/add")
    desk.find_element(By.NAME, "text").send_keys("Ankara sends aid to Tripoli.")
    follow(desk, desk.find_element(By.CSS_SELECTOR, ".paste button"))
    assert "Ankara" in desk.find_element(By.CSS_SELECTOR, "main .told").text


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_a_report_runs_and_nothing_complains(
    desk: Chrome, address: str, name: str
) -> None:
    desk.get(f"{address}/{name}")
    assert desk.title != "taken"
    logged = [entry for entry in desk.get_log("browser") if "favicon" not in entry["message"]]
    assert logged == []


@pytest.mark.parametrize("name", PAGES)
def test_a_telephone_needs_no_sideways_scrolling(desk: Chrome, address: str, name: str) -> None:
    size = {"width": 375, "height": 700, "deviceScaleFactor": 1, "mobile": False}
    desk.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        desk.get(f"{address}/{name}")
        assert desk.execute_script(STICKING_OUT) == []
    finally:
        desk.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


CUT_WITHIN = """
const cut = [];
for (const cell of document.querySelectorAll("main td, main th")) {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/[^\\s]{2,13}/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
      if (lines.size > 1 && !word[0].includes("-") && !/[<>=]/.test(word[0])) cut.push(word[0]);
    }
  }
}
return cut;
"""
"""Words of a table, short enough for a column, that stand on two lines."""


@pytest.mark.parametrize("name", ["events", "actors", "map", "tension"])
def test_on_paper_names_in_a_table_are_not_cut_within_a_word(
    desk: Chrome, address: str, name: str
) -> None:
    size = {"width": 740, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    desk.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    desk.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        desk.get(f"{address}/{name}?lang=en")
        assert desk.execute_script(CUT_WITHIN) == []
        assert desk.execute_script(STICKING_OUT) == []
    finally:
        desk.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        desk.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
