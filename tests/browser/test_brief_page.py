"""The page in a real browser: quiet, searchable, and readable by day, by night and on a phone."""

import json
import re
from collections.abc import Callable

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

pytestmark = pytest.mark.browser

Show = Callable[..., Chrome]

# Follow a link of the evidence, and say how the place it leads to looks.
FOLLOW = """
const [href] = arguments;
document.querySelectorAll("details").forEach((one) => { one.open = false; });
const link = document.querySelector(`details.evidence a[href="${href}"]`);
const told = link.closest("li").querySelector(".sentence").textContent;
link.click();
const target = document.querySelector(":target");
const { top, bottom } = target.getBoundingClientRect();
const painted = target.matches("tr") ? target.querySelector("td") : target;
return {
  id: target.id,
  // A verdict is shown by the words that give it, everything else by its whole sentence.
  told: [...target.querySelectorAll(".sentence")].some((one) =>
    one.textContent === told && one.querySelector("mark.trigger")?.checkVisibility())
    || [...target.querySelectorAll(":scope > blockquote")].some((one) => told.includes(one.textContent)),
  visible: target.checkVisibility() && bottom > 0 && top < innerHeight,
  background: getComputedStyle(painted).backgroundColor,
  elsewhere: getComputedStyle(document.body).backgroundColor,
};
"""

# What sticks out of the window, unless it lies in something that scrolls by itself.
STICKING_OUT = """
document.querySelectorAll("details").forEach((one) => { one.open = true; });
const scrolls = (one) => one && one !== document.body
  && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
return [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && !one.ownerSVGElement && !scrolls(one))
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 120));
"""


def rows_shown(browser: Chrome) -> list[str]:
    rows = browser.find_elements(By.CSS_SELECTOR, "table.events tbody tr")
    return [row.text for row in rows if row.is_displayed()]


def lightness(browser: Chrome, prop: str) -> float:
    """Of a colour of the page's body: 0 is black, 1 is white."""
    colour = browser.execute_script(f"return getComputedStyle(document.body).{prop}")
    red, green, blue, *alpha = (float(part) for part in re.findall(r"[\d.]+", colour))
    assert alpha in ([], [1.0]), f"{prop} is {colour}, which lets something else through"
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_the_page_loads_from_the_disk_and_asks_nothing_of_the_network(show: Show, lang: str):
    browser = show(lang)
    assert browser.get_log("browser") == []
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]
    assert asked == [browser.current_url]
    assert asked[0].startswith("file://")


@pytest.mark.parametrize(
    ("lang", "events"),
    [
        ("en", "Events and their sentences"),
        ("fr", "Les événements et leurs phrases"),
        ("es", "Los hechos y sus frases"),
    ],
)
def test_the_page_names_its_language_and_speaks_it(show: Show, lang: str, events: str):
    browser = show(lang)
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == lang
    assert browser.find_element(By.ID, "events").text == events


def test_reports_keep_their_own_language(show: Show):
    browser = show("fr")
    told = browser.find_elements(By.CSS_SELECTOR, "table.events .sentence")
    langs = {sentence.text: sentence.get_attribute("lang") for sentence in told}
    assert langs["Washington recognised Guaidó within the hour."] == "en"
    assert langs["Rusia condenó el embargo de Estados Unidos."] == "es"


class TestFilter:
    def test_rows_that_hold_the_word_stay_whatever_the_accents(self, show: Show):
        browser = show()
        everything = rows_shown(browser)
        box = browser.find_element(By.ID, "filter")
        box.send_keys("TECNICOS")
        (row,) = rows_shown(browser)
        assert "Moscú enviará más técnicos a Caracas." in row
        count = browser.find_element(By.CSS_SELECTOR, "form.filter output").text
        assert re.findall(r"\d+", count) == ["1", str(len(everything))]

    def test_every_word_must_be_there(self, show: Show):
        browser = show()
        box = browser.find_element(By.ID, "filter")
        box.send_keys("oslo ")
        of_oslo = rows_shown(browser)
        box.send_keys("aeroplanes")
        assert of_oslo
        assert rows_shown(browser) == []

    def test_an_empty_box_shows_everything(self, show: Show):
        browser = show()
        everything = rows_shown(browser)
        box = browser.find_element(By.ID, "filter")
        box.send_keys("x\b")
        assert rows_shown(browser) == everything
        assert browser.find_element(By.CSS_SELECTOR, "form.filter output").text == ""

    def test_a_link_to_a_hidden_event_brings_it_back(self, show: Show):
        browser = show()
        browser.find_element(By.ID, "filter").send_keys("no event says this")
        assert rows_shown(browser) == []
        browser.find_element(By.CSS_SELECTOR, "ol.weights a[href^='#event']").click()
        assert browser.find_element(By.CSS_SELECTOR, "tr:target").is_displayed()


class TestEvidence:
    def test_a_finding_unfolds_its_sentences_and_leads_to_the_event(self, show: Show):
        browser = show()
        evidence = browser.find_element(By.CSS_SELECTOR, "ul.ties details.evidence")
        sentence = evidence.find_element(By.CSS_SELECTOR, ".sentence")
        assert not sentence.is_displayed()
        evidence.find_element(By.TAG_NAME, "summary").click()
        assert sentence.is_displayed()
        words = sentence.text
        evidence.find_element(By.CSS_SELECTOR, "a[href^='#event']").click()
        assert words in browser.find_element(By.CSS_SELECTOR, "tr:target").text

    def test_every_link_leads_to_its_sentence_in_view_and_highlighted(self, show: Show):
        browser = show()
        links = browser.find_elements(By.CSS_SELECTOR, "details.evidence .label a")
        hrefs = sorted({link.get_dom_attribute("href") for link in links})
        assert len(hrefs) > 20
        for href in hrefs:
            place = browser.execute_script(FOLLOW, href)
            assert f"#{place['id']}" == href
            assert place["visible"], href
            assert place["told"], href
            assert place["background"] != place["elsewhere"], href
            assert place["background"] != "rgba(0, 0, 0, 0)", href


def test_dark_mode_turns_light_on_dark(show: Show):
    day = show(scheme="light")
    assert lightness(day, "backgroundColor") > 0.85
    assert lightness(day, "color") < 0.25
    night = show(scheme="dark")
    assert lightness(night, "backgroundColor") < 0.15
    assert lightness(night, "color") > 0.75


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_nothing_sticks_out_of_a_telephone(show: Show, lang: str):
    browser = show(lang, width=375)
    assert browser.execute_script("return innerWidth") == 375
    assert browser.execute_script(STICKING_OUT) == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 375
