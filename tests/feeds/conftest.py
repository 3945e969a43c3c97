"""A site on loopback, a memory, and what happens when a watcher looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from statuquo.reports.feeds import (
    Arrival,
    FeedState,
    ItemState,
    PoliteWeb,
    Polled,
    Subscription,
    Subscriptions,
    Watcher,
)

from .site import Site, served


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    with served(Site()) as one:
        yield one


@dataclass
class Remembered:
    """A memory that lasts as long as the test."""

    feeds: dict[str, FeedState] = field(default_factory=dict)
    items: dict[str, ItemState] = field(default_factory=dict)

    def feed_states(self) -> Mapping[str, FeedState]:
        return dict(self.feeds)

    def keep_feed(self, state: FeedState) -> None:
        self.feeds[state.url] = state

    def item_states(self, keys: Iterable[str]) -> Mapping[str, ItemState]:
        return {key: self.items[key] for key in keys if key in self.items}

    def keep_item(self, state: ItemState) -> None:
        self.items[state.key] = state


@dataclass
class Watched:
    """Looks once, and keeps what happened; time stands still until it is moved."""

    memory: Remembered = field(default_factory=Remembered)
    clock: datetime = field(default_factory=lambda: datetime.now(UTC) + timedelta(hours=1))

    def look(self, *feeds: Subscription, delay: float = 0.0) -> tuple[list[Arrival], list[Polled]]:
        """Look at each feed once, and remember each item as a store would."""
        web = PoliteWeb(delay=delay, public_only=False)
        watcher = Watcher(Subscriptions(feeds=feeds), self.memory, web, now=lambda: self.clock)
        arrivals: list[Arrival] = []
        polled: list[Polled] = []
        for happening in watcher.run(once=True):
            if isinstance(happening, Polled):
                polled.append(happening)
                continue
            arrivals.append(happening)
            if happening.last:
                self.remember(happening)
        return arrivals, polled

    def remember(self, arrival: Arrival) -> None:
        failed = "aside" if arrival.final else "waiting"
        self.memory.keep_item(
            ItemState(
                feed=arrival.feed.url,
                key=arrival.key,
                outcome=failed if arrival.problem else "added",  # type: ignore[arg-type]
                attempts=arrival.attempts,
                at=self.clock.isoformat(),
            )
        )


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers may be silent for half a second."""
    monkeypatch.setattr("statuquo.reports.fetching.SILENCE_SECONDS", 0.5)
