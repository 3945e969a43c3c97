"""What is known of watched feeds, as rows: the memory of a `Watcher`."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Table, func, insert, select, update

from statuquo.reports.feeds.model import FeedState, ItemState
from statuquo.store.lasting import reading_from, writing_to
from statuquo.store.tables import feed_items, feeds

T = TypeVar("T")

_ASKED_AT_ONCE = 500


class FeedMemory:
    """The memory of a `Watcher`, in a store (`Store.feeds`).

    >>> from statuquo.store import Store
    >>> with Store.open(getfixture("tmp_path") / "crisis.sqlite") as store:
    ...     store.feeds.keep_feed(FeedState(url="https://paper.example/feed", failures=2))
    ...     store.feeds.feed_states()["https://paper.example/feed"].failures
    2
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def feed_states(self) -> Mapping[str, FeedState]:
        """What is known of each feed, by address, in the order of the addresses."""
        wanted = select(feeds.c.record).order_by(feeds.c.url)
        found = self._read(lambda connection: connection.execute(wanted).scalars().all())
        return {record["url"]: FeedState(**record) for record in found}

    def keep_feed(self, state: FeedState) -> None:
        """Keep it, in the place of what was known."""
        self._keep(feeds, state.url, {"url": state.url, "record": asdict(state)})

    def item_states(self, keys: Iterable[str]) -> Mapping[str, ItemState]:
        """What is known of these items, by key."""
        wanted = {_digest(key): key for key in keys}

        def gathered(connection: Connection) -> dict[str, ItemState]:
            found: dict[str, ItemState] = {}
            waiting = iter(wanted)
            while some := list(islice(waiting, _ASKED_AT_ONCE)):
                of_these = select(feed_items.c.record).where(feed_items.c.digest.in_(some))
                for record in connection.execute(of_these).scalars():
                    found[record["key"]] = ItemState(**record)
            return found

        return self._read(gathered)

    def keep_item(self, state: ItemState) -> None:
        """Keep it, in the place of what was known."""
        row = {
            "feed": state.feed,
            "outcome": state.outcome,
            "at": state.at,
            "record": asdict(state),
        }
        self._keep(feed_items, state.key, row)

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many items of each feed came to which outcome."""
        counted = select(
            feed_items.c.feed, feed_items.c.outcome, func.count(feed_items.c.digest)
        ).group_by(feed_items.c.feed, feed_items.c.outcome)
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for feed, outcome, number in self._read(
            lambda connection: connection.execute(counted).all()
        ):
            found[feed][outcome] = number
        return found

    def _keep(self, table: Table, name: str, row: dict[str, Any]) -> None:
        digest = _digest(name)

        def put(connection: Connection) -> None:
            changed = connection.execute(
                update(table).where(table.c.digest == digest).values(**row)
            )
            if not changed.rowcount:
                connection.execute(insert(table).values(digest=digest, **row))

        writing_to(self._engine, self._name, put)

    def _read(self, ask: Callable[[Connection], T]) -> T:
        return reading_from(self._engine, self._name, ask)


def _digest(name: str) -> str:
    """Addresses may be longer than an index takes."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
