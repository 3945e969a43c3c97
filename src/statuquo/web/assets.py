"""The style sheets and scripts that stand beside the templates."""

from __future__ import annotations

from functools import cache
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent / "templates"
"""Where the templates lie."""


@cache
def asset(name: str) -> str:
    """A style sheet or script of ours."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def brief_styles() -> str:
    """The styles of the brief, which every page of the desk shares."""
    return asset("brief.css") + asset("network.css") + asset("charts.css")
