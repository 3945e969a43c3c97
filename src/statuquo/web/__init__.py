"""Showing a crisis: `page` as HTML that opens offline, `terminal` in a console.

Both are loaded when they are first called, so that importing this room costs nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from statuquo.crisis import Crisis
    from statuquo.outlook import Outlook

__all__ = ["page", "terminal"]


def page(
    crisis: Crisis,
    *,
    title: str,
    lang: str = "en",
    since: date | None = None,
    outlook: Outlook | None = None,
) -> str:
    """The picture of a crisis as one self-contained HTML page.

    Args:
        crisis: what to show.
        title: heading of the page.
        lang: language of the page (``en``, ``fr`` or ``es``); reports stay in their own.
        since: a day from which on what changed is shown first.
        outlook: forecasts to show, if there are any.

    Returns:
        The page. It asks nothing of the network and shows all it has without scripts.

    >>> from statuquo.crisis import build
    >>> page(build([]), title="Calm").startswith("<!doctype html>")
    True
    """
    from statuquo.web.html_page import page as render

    return render(crisis, title=title, lang=lang, since=since, outlook=outlook)


def terminal(
    crisis: Crisis,
    console: Console,
    *,
    lang: str = "en",
    since: date | None = None,
    outlook: Outlook | None = None,
) -> None:
    """Print the picture of a crisis on a console, plainly where the console is no terminal.

    Args:
        crisis: what to show.
        console: where to print it.
        lang: language of the headings.
        since: a day from which on what changed is shown first.
        outlook: forecasts to end with, if there are any.
    """
    from statuquo.web.console import terminal as render

    render(crisis, console, lang=lang, since=since, outlook=outlook)
