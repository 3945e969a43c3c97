"""Feeds and folders that are watched: new reports as they appear, each once.

    from statuquo.reports.feeds import PoliteWeb, Subscriptions, Watcher

    watcher = Watcher(Subscriptions.load(Path("feeds.toml")), memory, PoliteWeb())
    for happening in watcher.run(once=True):   # Arrival: a report or a problem; Polled: a feed
        ...

What is known of feeds and of what was in them is kept by a `Memory`, which the store is.
"""

from statuquo.reports.feeds.model import (
    Arrival,
    FeedState,
    ItemState,
    Memory,
    Polled,
    Subscription,
    Subscriptions,
)
from statuquo.reports.feeds.watching import Watcher
from statuquo.reports.feeds.web import PoliteWeb

__all__ = [
    "Arrival",
    "FeedState",
    "ItemState",
    "Memory",
    "PoliteWeb",
    "Polled",
    "Subscription",
    "Subscriptions",
    "Watcher",
]
