"""What is watched, what is known of it, and what happens while it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from statuquo.data import Entry, LocatedTable, load_toml
from statuquo.errors import DataError, InputError
from statuquo.reports.fetching import scheme_of
from statuquo.reports.metadata import read_language
from statuquo.reports.model import Language, Report

EVERY = 15 * 60
"""Seconds between two looks at a feed, unless told otherwise."""

FOLDER_EVERY = 10
"""Seconds between two looks at a folder."""

SHORTEST = 60
"""The fewest seconds between two looks at a feed: publishers block who asks more often."""

LONGEST = 366 * 86400
"""The most seconds between two looks: who asks for more has mistyped."""

DELAY = 2.0
"""Seconds between two requests to one host."""

_FEED_KEYS = ("url", "outlet", "lang", "every", "text")
_FOLDER_KEYS = ("path", "outlet", "lang", "every")
_DURATION = re.compile(r"([0-9]{1,9})\s*(s|m|h|d)")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}

Outcome = Literal["added", "known", "aside", "waiting"]
"""What became of an item: in the store, there already, given up, or to be tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A feed, or a folder into which reports are dropped.

    Args:
        url: address of the feed, or path of the folder.
        outlet: who publishes it; None for what its pages say.
        lang: language of its reports, or None to find out.
        every: seconds between two looks.
        text: whether an article is its page, or what the feed itself gives of it.
        is_folder: whether it is a folder.
    """

    url: str
    outlet: str | None = None
    lang: Language | None = None
    every: int = EVERY
    text: Literal["page", "feed"] = "page"
    is_folder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriptions:
    """All that is watched.

    Args:
        feeds: feeds and folders, each address once.
        delay: seconds between two requests to one host.
    """

    feeds: tuple[Subscription, ...]
    delay: float = DELAY

    @classmethod
    def load(cls, path: Path) -> Subscriptions:
        """Read a file like `docs/feeds.md` shows.

        Args:
            path: a TOML file; folders in it are named from where it lies.

        Raises:
            DataError: with file, line and remedy.
        """
        table = load_toml(path)
        table.check_keys(("feed", "folder", "delay", "every"))
        every = _seconds(table.data.get("every", EVERY), table, None)
        delay = table.data.get("delay", DELAY)
        if isinstance(delay, bool) or not isinstance(delay, int | float) or delay < 0:
            raise table.error("delay is in seconds, like: delay = 2", key="delay")
        found = [_feed(entry, every, table) for entry in table.entries("feed")]
        found += [_folder(entry, path.parent, table) for entry in table.entries("folder")]
        if not found:
            raise DataError(
                'names nothing to watch; add a [[feed]] with url = "https://…"', file=table.file
            )
        seen: set[str] = set()
        entries = (*table.entries("feed"), *table.entries("folder"))
        for feed, entry in zip(found, entries, strict=True):
            if feed.url in seen:
                raise entry.error(f"{feed.url} is named twice; remove one")
            seen.add(feed.url)
        return cls(feeds=tuple(found), delay=float(delay))


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is known of a feed or folder.

    Args:
        url: which one.
        etag: what the server calls the version that was read last.
        modified: when the server says that it was changed, in the server's words.
        asked: when it was asked last, ISO 8601 in UTC, or None.
        answered: when it last answered as a feed should, or None.
        failures: how often it has failed since.
        problem: what was wrong the last time, or None.
        due: when it is to be asked again, ISO 8601 in UTC, or None for at once.
        gone: whether the server says that it is gone for good.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    asked: str | None = None
    answered: str | None = None
    failures: int = 0
    problem: str | None = None
    due: str | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemState:
    """What is known of one item of a feed, or one file of a folder.

    Args:
        feed: the feed that it was first seen in.
        key: its address, or where it has none the feed's name for it; for files path, size, time.
        outcome: what became of it.
        attempts: how often it was tried.
        problem: what was wrong, or None.
        at: when that was, ISO 8601 in UTC.
    """

    feed: str
    key: str
    outcome: Outcome
    attempts: int = 1
    problem: str | None = None
    at: str


class Memory(Protocol):
    """What outlives the watcher; every method may be called from several threads."""

    def feed_states(self) -> Mapping[str, FeedState]:
        """What is known of each feed, by address."""
        ...

    def keep_feed(self, state: FeedState) -> None:
        """Keep it, in the place of what was known."""
        ...

    def item_states(self, keys: Iterable[str]) -> Mapping[str, ItemState]:
        """What is known of these items, by key."""
        ...

    def keep_item(self, state: ItemState) -> None:
        """Keep it, in the place of what was known."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Something new in a feed or folder.

    Args:
        feed: where.
        key: which item (`ItemState.key`).
        report: it; None where it could not be had.
        problem: why not; or what was left out of the report.
        attempts: how often it has been tried, this time included.
        last: whether this was the last report of the item (a file may hold many).
        final: whether it is not to be tried again when it failed.
    """

    feed: Subscription
    key: str
    report: Report | None = None
    problem: InputError | None = None
    attempts: int = 1
    last: bool = True
    final: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """A feed or folder was looked at.

    Args:
        feed: which.
        state: what is known of it now.
        new: how many items were new.
    """

    feed: Subscription
    state: FeedState
    new: int = 0


def _feed(entry: Entry, every: int, table: LocatedTable) -> Subscription:
    entry.check_keys(_FEED_KEYS, required=("url",))
    url = entry.data["url"]
    if not isinstance(url, str) or scheme_of(url) not in ("http", "https"):
        raise entry.error(f"{url!r} is no address; it begins with http:// or https://", at="url")
    text = entry.data.get("text", "page")
    if text not in ("page", "feed"):
        raise entry.error('text is "page" (each article is fetched) or "feed"', at="text")
    return Subscription(
        url=url,
        outlet=_text(entry, "outlet"),
        lang=_lang(entry),
        every=_seconds(entry.data.get("every", every), table, entry),
        text=text,
    )


def _folder(entry: Entry, base: Path, table: LocatedTable) -> Subscription:
    entry.check_keys(_FOLDER_KEYS, required=("path",))
    path = entry.data["path"]
    if not isinstance(path, str) or not path.strip():
        raise entry.error('path names a folder, like: path = "inbox"', at="path")
    return Subscription(
        url=str((base / path).absolute()),
        outlet=_text(entry, "outlet"),
        lang=_lang(entry),
        every=_seconds(entry.data.get("every", FOLDER_EVERY), table, entry, shortest=1),
        is_folder=True,
    )


def _text(entry: Entry, key: str) -> str | None:
    value = entry.data.get(key)
    if value is not None and not isinstance(value, str):
        raise entry.error(f"{key} is text in quotation marks", at=key)
    return value or None


def _lang(entry: Entry) -> Language | None:
    try:
        return read_language(_text(entry, "lang"), entry.file)
    except InputError as fault:
        raise entry.error(fault.message, at="lang") from fault


def _seconds(
    value: Any, table: LocatedTable, entry: Entry | None, *, shortest: int = SHORTEST
) -> int:
    """A duration such as ``"15m"``, in seconds.

    Raises:
        DataError: it is none, or too short.
    """
    found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    seconds = int(found[1]) * _SECONDS[found[2]] if found else value
    problem = None
    if isinstance(seconds, bool) or not isinstance(seconds, int):
        problem = 'every is a number with s, m, h or d, like: every = "15m"'
    elif seconds < shortest:
        problem = f"every {seconds} s is too often; {shortest} s is the least"
    elif seconds > LONGEST:
        problem = "every is more than a year; name a shorter time"
    if problem is None:
        return int(seconds)
    if entry is not None:
        raise entry.error(problem, at="every")
    raise table.error(problem, key="every")
