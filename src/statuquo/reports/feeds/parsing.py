"""A feed as its server gives it, as items: RSS and Atom of every version, by ``feedparser``."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from statuquo.errors import FetchError
from statuquo.reports.dates import parse_day
from statuquo.reports.decoding import printable
from statuquo.reports.fetching import Page, scheme_of
from statuquo.reports.pages import fragment_text

_LONGEST_KEY = 2000
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a feed.

    Args:
        key: its address, or where it has none the feed's own name for it.
        url: its address, or None.
        title: its headline, or None.
        date: ISO day on which it was published, or None.
        html: what the feed gives of its text, as HTML.
    """

    key: str
    url: str | None
    title: str | None
    date: str | None
    html: str

    @property
    def text(self) -> str:
        """What the feed gives of its text, as plain text."""
        return fragment_text(self.html)


def parse_feed(page: Page) -> tuple[Item, ...]:
    """The items of a feed, the oldest first, each once.

    Args:
        page: what the server gave.

    Returns:
        The items that have an address or text.

    Raises:
        FetchError: it is no feed.
    """
    import feedparser

    # A stream: text that looks like an address or a path would be opened by feedparser.
    told = {"content-type": page.kind, "content-location": page.url}
    try:
        feed = feedparser.parse(io.BytesIO(page.raw), response_headers=told)
    except Exception as fault:
        # Whatever breaks inside the parser on a hostile feed, the others go on.
        raise FetchError(
            f"the feed cannot be parsed ({fault}); it may be broken for now", page.url
        ) from fault
    if not feed.get("version") and not feed.entries:
        raise FetchError("is no RSS or Atom feed; check the address", page.url)
    found = {item.key: item for item in _items(feed.entries)}
    return tuple(reversed(found.values()))


def _items(entries: list[Any]) -> Iterator[Item]:
    for entry in entries:
        link = _line(entry.get("link"))
        url = link if link and scheme_of(link) in ("http", "https") else None
        html = _longest(entry)
        key = url or _line(entry.get("id"))
        if key and (url or html.strip()):
            title = _line(entry.get("title"))
            yield Item(
                key=key[:_LONGEST_KEY],
                url=url,
                title=fragment_text(title)[:_LONGEST_TITLE] or None if title else None,
                date=_day(entry),
                html=html,
            )


def _longest(entry: Any) -> str:
    """The fullest text that the entry has."""
    texts = [part.get("value") or "" for part in entry.get("content", ())]
    return max([*texts, entry.get("summary") or ""], key=len)


def _day(entry: Any) -> str | None:
    for name in ("published", "updated", "created"):
        # Asked for a day that it has not, feedparser warns and gives another.
        if (
            name in entry
            and isinstance(written := entry[name], str)
            and (day := parse_day(written))
        ):
            return day
    return None


def _line(value: object) -> str | None:
    return printable(" ".join(value.split())) or None if isinstance(value, str) else None
