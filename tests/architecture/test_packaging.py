"""What is installed is what was tested."""

import re
import tomllib
from importlib.metadata import version

import pytest

import statuquo

from .modules import ROOT

PINS = dict(
    line.split("==")
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def plain(name: str) -> str:
    """A name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


REQUIRED = sorted(
    {
        plain(re.split(r"[\[<>=!~ ]", requirement)[0])
        for requirement in (
            *PROJECT["dependencies"],
            *(one for extra in PROJECT["optional-dependencies"].values() for one in extra),
        )
    }
    - {"statuquo"}
)


def test_pins_are_exact_and_name_no_address():
    for name, pin in PINS.items():
        assert re.fullmatch(r"[A-Za-z0-9._-]+", name)
        assert re.fullmatch(r"[0-9][A-Za-z0-9.]*", pin), f"{name}: {pin}"


@pytest.mark.parametrize("name", REQUIRED)
def test_every_requirement_is_pinned(name: str):
    assert name in {plain(pinned) for pinned in PINS}, "run: make pins"


def test_one_version_everywhere():
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"version: {statuquo.__version__}\n" in citation
    assert version("statuquo") == statuquo.__version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## (Unreleased|{re.escape(statuquo.__version__)})\b", changes, re.M)
