"""The desk for those who see little, hear its pages read, or use no mouse.

Each page is held against axe (https://github.com/dequelabs/axe-core), which finds missing labels,
broken order, poor contrast and the like, in light and in dark. What no program can judge, the way
through the desk by keyboard, is walked.
"""

import urllib.parse
from collections.abc import Iterator
from importlib.resources import files

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from browser.test_desk import served
from browser.turning import next_page
from crisis.venezuela import reports
from desk.conftest import MemoryShelf
from statuquo.crisis.corrections import Correction
from statuquo.reports.feeds.model import FeedState

pytestmark = pytest.mark.browser

AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  found => done(found.violations.flatMap(fault => fault.nodes.map(
    node => fault.id + ": " + node.target.join(" ") + " — " + node.any.concat(node.all, node.none)
      .map(check => check.message).join("; ") + " — " + node.html.slice(0, 200)))),
  error => done(["axe: " + error]));
"""
EVENT = reports()[0].events[0]
CORRECTION = Correction(
    id="c-1", kind="wrong", report_id=EVENT.report_id, event_id=EVENT.id, evidence=EVENT.evidence,
    coded=EVENT, at="2019-06-01T08:00:00+00:00", by="Ana",
)  # fmt: skip
REPORT = urllib.parse.quote(reports()[1].report.id, safe="")
PAGES = {
    "brief": "/brief",
    "events": "/events",
    "events sifted": "/events?type=THREATEN&party=VEN",
    "no events": "/events?words=nothing-like-it",
    "evidence": f"/events/{reports()[1].events[0].id}",
    "report": f"/reports/{REPORT}",
    "report, adding": f"/reports/{REPORT}?add={reports()[1].events[0].evidence.start}",
    "actors": "/actors",
    "actor": "/actors/VEN.government",
    "map": "/map",
    "timeline": "/timeline",
    "tension": "/tension",
    "compare": "/compare",
    "corrections": "/corrections",
    "add": "/add",
    "feeds": "/feeds",
    "token": "/token",
    "not found": "/events/e-0",
}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    shelf = MemoryShelf(reports())
    shelf.said.append(CORRECTION)
    shelf.watched = [
        FeedState(url="https://a.example/feed", failures=3, problem="timed out"),
        FeedState(url="https://b.example/feed", answered="2026-11-22T08:00:00+00:00"),
    ]
    with served(shelf) as url:
        yield url


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, chromium: Chrome) -> Iterator[str]:
    features = [
        {"name": "prefers-color-scheme", "value": request.param},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    yield request.param
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(chromium: Chrome, address: str, scheme: str, name: str) -> None:
    chromium.get(f"{address}{PAGES[name]}")
    chromium.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
    chromium.execute_script(AXE)
    found = chromium.execute_async_script(RUN)
    assert not found, "\n".join(found)


def tab_to(desk: Chrome, selector: str, most: int = 80) -> WebElement:
    """Press Tab until something is reached; whatever is passed on the way shows that it is."""
    for _ in range(most):
        ActionChains(desk).send_keys(Keys.TAB).perform()
        reached = desk.switch_to.active_element
        line, shown = desk.execute_script(
            "const s = getComputedStyle(arguments[0]), r = arguments[0].getBoundingClientRect();"
            "return [s.outlineStyle, r.right > 0 && r.bottom > 0 && r.width > 0]", reached,
        )  # fmt: skip
        assert line != "none", reached.get_attribute("outerHTML")
        assert shown, reached.get_attribute("outerHTML")
        if desk.execute_script("return arguments[0].matches(arguments[1])", reached, selector):
            return reached
    raise AssertionError(f"{selector} is not within {most} steps")


def press_enter(desk: Chrome) -> None:
    """Follow what is reached, and wait for the next page."""
    with next_page(desk):
        ActionChains(desk).send_keys(Keys.ENTER).perform()


def test_the_keyboard_alone_leads_from_the_filter_to_a_correction(
    chromium: Chrome, address: str, scheme: str
) -> None:
    desk = chromium
    desk.get(f"{address}/events?lang=en")
    skip = tab_to(desk, "a", most=1)
    assert skip.get_attribute("class") == "skip"
    ActionChains(desk).send_keys(Keys.ENTER).perform()
    tab_to(desk, "input[name=words]", most=1)
    tab_to(desk, "input[name=party]").send_keys("VEN")
    press_enter(desk)
    assert "party=VEN" in desk.current_url
    tab_to(desk, "table.events tbody a")
    press_enter(desk)
    assert "/events/e-" in desk.current_url
    event = desk.current_url.rsplit("/", 1)[1]
    tab_to(desk, ".correct summary")
    ActionChains(desk).send_keys(Keys.ENTER).perform()
    tab_to(desk, ".correct select[name=type]").send_keys(Keys.DOWN)
    tab_to(desk, ".correct input[name=note]").send_keys(f"read in {scheme}")
    tab_to(desk, ".correct details button")
    press_enter(desk)
    assert f"read in {scheme}" in desk.find_element(By.TAG_NAME, "main").text
    desk.get(f"{address}/events/{event}")
    tab_to(desk, ".corrected-note .undo button")
    press_enter(desk)
    desk.get(f"{address}/events/{event}")
    assert not desk.find_elements(By.CLASS_NAME, "corrected-note")
