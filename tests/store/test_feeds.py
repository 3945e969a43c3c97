"""What is known of watched feeds outlives the program."""

from __future__ import annotations

from dataclasses import replace

from statuquo.reports.feeds import FeedState, ItemState
from statuquo.store import Store

LONG = "https://paper.example/" + "é" * 5000
AT = "2026-01-05T10:00:00+00:00"


def test_a_feed_is_kept_in_the_place_of_what_was_known(store: Store) -> None:
    state = FeedState(url=LONG, etag='"v1"', failures=1, problem="away")
    store.feeds.keep_feed(state)
    store.feeds.keep_feed(replace(state, failures=2))
    store.feeds.keep_feed(FeedState(url="https://a.example/"))
    assert store.feeds.feed_states() == {
        "https://a.example/": FeedState(url="https://a.example/"),
        LONG: replace(state, failures=2),
    }


def test_items_are_known_by_their_key(store: Store) -> None:
    items = [
        ItemState(feed="f", key=f"{LONG}/{n}", outcome="waiting", problem="a\x00b", at=AT)
        for n in range(1200)
    ]
    for item in items[:3]:
        store.feeds.keep_item(item)
    store.feeds.keep_item(replace(items[0], outcome="added", attempts=2))
    found = store.feeds.item_states([item.key for item in items])
    assert found == {
        items[0].key: replace(items[0], outcome="added", attempts=2),
        items[1].key: items[1],
        items[2].key: items[2],
    }
    assert store.feeds.counts() == {"f": {"added": 1, "waiting": 2}}
    assert store.feeds.item_states([]) == {}
