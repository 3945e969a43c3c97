"""One Chromium for all tests of this folder, and a page that it opens from the disk."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from crisis.venezuela import reports
from statuquo.crisis import build
from statuquo.web import page

HOW_TO = "no Chromium with its chromedriver: run `make system`"
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # Chromium refuses to run as root with one, and containers run as root
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers give it 64 MB, which a long page exceeds
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    driver = shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip(HOW_TO)
    options = ChromeOptions()
    options.binary_location = program
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    # With both paths given, Selenium looks for no driver on the network.
    with Chrome(options=options, service=Service(driver)) as browser:
        yield browser


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The brief of the crisis in Venezuela, a file for each language of the page."""
    folder = tmp_path_factory.mktemp("pages")
    crisis = build(reports())
    files = {lang: folder / f"brief.{lang}.html" for lang in ("en", "fr", "es")}
    for lang, file in files.items():
        file.write_text(page(crisis, title="Venezuela, 2019", lang=lang), encoding="utf-8")
    return files


@pytest.fixture
def show(chromium: Chrome, pages: dict[str, Path]) -> Iterator[Callable[..., Chrome]]:
    """Open the page: ``show("fr", width=375, scheme="dark")``."""

    def open_page(lang: str = "en", *, width: int = 1280, scheme: str = "light") -> Chrome:
        chromium.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False},
        )
        chromium.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {
                "features": [
                    {"name": "prefers-color-scheme", "value": scheme},
                    # The page then jumps to where it otherwise glides, so nothing need wait.
                    {"name": "prefers-reduced-motion", "value": "reduce"},
                ]
            },
        )
        # What an earlier test logged is not this one's.
        chromium.get("about:blank")
        for kind in ("browser", "performance"):
            chromium.get_log(kind)
        chromium.get(pages[lang].as_uri())
        return chromium

    yield open_page
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
