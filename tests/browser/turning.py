"""Going from one page of the desk to the next, without asking a page that is on its way out.

Selenium's ``staleness_of`` asks the old page's root whether it still lives; Chromium now and then
answers in the middle of the change that the node "does not belong to the document", which is no
answer of WebDriver's, and the test falls. The loader of the frame is asked for instead: it has
another name as soon as the next page is there, with scripts on or off.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from selenium.webdriver import Chrome
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait


def _loader(desk: Chrome) -> str:
    tree = desk.execute_cdp_cmd("Page.getFrameTree", {})
    return str(tree["frameTree"]["frame"]["loaderId"])


def _whole(desk: Chrome) -> bool:
    return bool(desk.execute_script("return document.readyState") == "complete")


@contextmanager
def next_page(desk: Chrome) -> Iterator[None]:
    """Do what leads on, then wait until the page that was there has gone and the next is whole."""
    before = _loader(desk)
    yield
    wait = WebDriverWait(desk, 20)
    wait.until(lambda shown: _loader(shown) != before)
    wait.until(_whole)


def follow(desk: Chrome, element: WebElement) -> None:
    """Click, and wait for the next page."""
    with next_page(desk):
        element.click()
