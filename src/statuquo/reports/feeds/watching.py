"""Watching feeds and folders: what is due is looked at, what is new is brought."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from statuquo.errors import FetchError, InputError, StatuquoError
from statuquo.reports.feeds.model import (
    Arrival,
    FeedState,
    ItemState,
    Memory,
    Polled,
    Subscription,
    Subscriptions,
)
from statuquo.reports.feeds.parsing import Item, parse_feed
from statuquo.reports.fetching import Page
from statuquo.reports.files import may_be_report, source_name
from statuquo.reports.model import Report
from statuquo.reports.pages import looks_like_html, read_page
from statuquo.reports.reading import read

ATTEMPTS = 5
"""How often an article is tried before it is given up."""

LONGEST_PAUSE = 24 * 3600
"""Seconds after which a feed that fails is asked again at the latest."""

_LOOKS = 8
"""Feeds that are looked at at once: while one server takes its time the others go on."""

_MOMENT = 0.2
_HELD = 64
"""Arrivals that may wait to be dealt with, so that fast servers do not fill the memory."""

_SETTLED = timedelta(seconds=2)
"""How long a file must have stayed as it is: it may still be being written."""

_GONE = 410
_HOPELESS = (401, 402, 403, 404, 410, 451)
"""Answers to an article that will be the same tomorrow."""

Happening = Arrival | Polled


class Web(Protocol):
    """Where feeds and pages come from (`PoliteWeb`)."""

    def feed(self, url: str, *, etag: str | None, modified: str | None) -> Page | None:
        """A feed; None when nothing has changed."""
        ...

    def page(self, url: str) -> Page:
        """The page of an article."""
        ...


class Watcher:
    """Looks at each feed and folder when it is due, several at once.

    Args:
        subscriptions: what to watch.
        memory: what is known of it, and outlives the watcher.
        web: where feeds and pages come from.
        now: the time, in UTC.
    """

    def __init__(
        self,
        subscriptions: Subscriptions,
        memory: Memory,
        web: Web,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._feeds = subscriptions.feeds
        self._memory = memory
        self._web = web
        self._now = now
        self._stop = threading.Event()

    def stop(self) -> None:
        """Have `run` end soon; what is under way is left and tried again another time."""
        self._stop.set()

    def run(self, *, once: bool = False) -> Iterator[Happening]:
        """What happens, as it happens.

        An item counts as dealt with when whoever reads this has told the memory so
        (`Memory.keep_item`); else it comes again.

        Args:
            once: look at everything once, due or not, and end.

        Yields:
            Each report that is new and each problem, then for each feed how it went.
        """
        happened: queue.Queue[Happening | StatuquoError] = queue.Queue(maxsize=_HELD)
        busy: set[str] = set()
        waiting = list(self._feeds)
        try:
            while not self._stop.is_set():
                states = self._memory.feed_states() if waiting else {}
                for feed in list(waiting):
                    state = states.get(feed.url) or FeedState(url=feed.url)
                    if (
                        len(busy) < _LOOKS
                        and feed.url not in busy
                        and (once or self._is_due(state))
                    ):
                        # Threads that nobody waits for: a server may take its time, Ctrl-C not.
                        threading.Thread(
                            target=self._look, args=(feed, state, happened), daemon=True
                        ).start()
                        busy.add(feed.url)
                        if once:
                            waiting.remove(feed)
                for happening in _drained(happened):
                    if isinstance(happening, Polled):
                        # Only now has everything that the feed brought been dealt with.
                        self._memory.keep_feed(happening.state)
                        busy.discard(happening.feed.url)
                    yield happening
                if once and not waiting and not busy:
                    return
        finally:
            self._stop.set()

    def _is_due(self, state: FeedState) -> bool:
        if state.due is None:
            return True
        return not state.gone and datetime.fromisoformat(state.due) <= self._now()

    # -- one feed -----------------------------------------------------------------------------

    def _look(
        self,
        feed: Subscription,
        state: FeedState,
        happened: queue.Queue[Happening | StatuquoError],
    ) -> None:
        try:
            for happening in self._seen(feed, state):
                while not self._stop.is_set():
                    try:
                        happened.put(happening, timeout=0.5)
                        break
                    except queue.Full:
                        continue
                if self._stop.is_set():
                    return
        except StatuquoError as fault:
            # The memory does not answer: nothing can be done without it.
            happened.put(fault)

    def _seen(self, feed: Subscription, state: FeedState) -> Iterator[Happening]:
        new = 0
        look = self._in_folder if feed.is_folder else self._in_feed
        try:
            for found in look(feed, state):
                if isinstance(found, Arrival):
                    new += found.last
                    yield found
                else:
                    state = found
        except StatuquoError:
            raise
        except Exception as fault:
            # One hostile feed must not end the others, whatever it breaks.
            broken = FetchError(f"could not be read ({type(fault).__name__}: {fault})", feed.url)
            state = self._failed(feed, state, broken)
        yield Polled(feed=feed, state=state, new=new)

    def _in_feed(self, feed: Subscription, state: FeedState) -> Iterator[Arrival | FeedState]:
        """What is new in a feed, then what is known of it."""
        try:
            page = self._web.feed(feed.url, etag=state.etag, modified=state.modified)
            items = parse_feed(page) if page else ()
        except FetchError as fault:
            yield self._failed(feed, state, fault)
            return
        known = self._memory.item_states([item.key for item in items])
        untried = False
        for item in items:
            before = known.get(item.key)
            if before is not None and before.outcome != "waiting":
                continue
            arrival = self._article(feed, item, before)
            untried = untried or (arrival.report is None and not arrival.final)
            yield arrival
        # A feed with articles to try again is asked for anew, though it may not have changed.
        yield self._answered(feed, state, None if untried else page, keep=page is None)

    def _article(self, feed: Subscription, item: Item, before: ItemState | None) -> Arrival:
        attempts = before.attempts + 1 if before else 1
        try:
            report = self._report(feed, item)
        except InputError as fault:
            status = fault.status if isinstance(fault, FetchError) else _GONE
            final = attempts >= ATTEMPTS or status in _HOPELESS
            return Arrival(feed=feed, key=item.key, problem=fault, attempts=attempts, final=final)
        return Arrival(feed=feed, key=item.key, report=report, attempts=attempts)

    def _report(self, feed: Subscription, item: Item) -> Report:
        if feed.text == "feed" or item.url is None:
            text = item.text
            if not text.strip():
                raise InputError('the feed gives no text of it; set text = "page"', item.key)
            report = Report(text=text, url=item.url, source=item.key)
        else:
            page = self._web.page(item.url)
            if not (page.is_html or looks_like_html(page.raw)):
                raise FetchError(f"is {page.kind}, no page", item.url, status=_GONE)
            report = read_page(page.raw, source=item.url, url=page.url, charset=page.charset)
        return Report(
            text=report.text,
            title=report.title or item.title,
            date=item.date or report.date,
            lang=feed.lang,
            url=report.url,
            outlet=feed.outlet or report.outlet,
            source=report.source,
        )

    def _answered(
        self, feed: Subscription, state: FeedState, page: Page | None, *, keep: bool
    ) -> FeedState:
        now = self._now()
        return FeedState(
            url=feed.url,
            etag=page.etag if page else (state.etag if keep else None),
            modified=page.modified if page else (state.modified if keep else None),
            asked=_written(now),
            answered=_written(now),
            due=_written(now + timedelta(seconds=feed.every)),
        )

    def _failed(self, feed: Subscription, state: FeedState, fault: FetchError) -> FeedState:
        """A feed that fails is asked again after twice the time, each time."""
        now = self._now()
        failures = state.failures + 1
        pause = min(feed.every * 2 ** min(failures, 20), LONGEST_PAUSE)
        pause = max(pause, int(fault.retry_after or 0))
        return replace(
            state,
            asked=_written(now),
            failures=failures,
            problem=fault.message,
            due=_written(now + timedelta(seconds=pause)),
            gone=fault.status == _GONE,
        )

    # -- one folder -----------------------------------------------------------------------------

    def _in_folder(self, feed: Subscription, state: FeedState) -> Iterator[Arrival | FeedState]:
        """The reports of files that are new or have changed, then what is known of the folder."""
        try:
            files = {
                _file_key(path): path
                for path in sorted(Path(feed.url).rglob("*"))
                if self._is_settled(path)
            }
            if not Path(feed.url).is_dir():
                raise FetchError("there is no such folder; make it", feed.url)
        except (OSError, FetchError) as fault:
            problem = fault if isinstance(fault, FetchError) else FetchError(str(fault), feed.url)
            yield self._failed(feed, state, problem)
            return
        known = self._memory.item_states(files)
        for key, path in files.items():
            if key not in known or known[key].outcome == "waiting":
                yield from self._file(feed, key, path)
        yield self._answered(feed, state, None, keep=True)

    def _file(self, feed: Subscription, key: str, path: Path) -> Iterator[Arrival]:
        problems: list[InputError] = []
        for report in read([path], set_aside=problems.append, notice=problems.append):
            yield from _problems(feed, key, problems)
            named = replace(
                report, lang=report.lang or feed.lang, outlet=report.outlet or feed.outlet
            )
            yield Arrival(feed=feed, key=key, report=named, last=False)
        yield from _problems(feed, key, problems)
        yield Arrival(feed=feed, key=key, final=True)

    def _is_settled(self, path: Path) -> bool:
        """Whether a file that may hold a report has stayed as it is for a moment."""
        if not may_be_report(path.name) or not path.is_file():
            return False
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return self._now() - changed >= _SETTLED


def _problems(feed: Subscription, key: str, problems: list[InputError]) -> Iterator[Arrival]:
    while problems:
        yield Arrival(feed=feed, key=key, problem=problems.pop(0), last=False, final=True)


def _file_key(path: Path) -> str:
    status = path.stat()
    return f"{source_name(path)}\x1f{status.st_size}\x1f{status.st_mtime_ns}"


def _written(moment: datetime) -> str:
    return moment.replace(microsecond=0).isoformat()


def _drained(happened: queue.Queue[Happening | StatuquoError]) -> Iterator[Happening]:
    """What has happened, waiting a moment where nothing has.

    Raises:
        StatuquoError: what a look could not go on with.
    """
    with suppress(queue.Empty):
        one = happened.get(timeout=_MOMENT)
        while True:
            if isinstance(one, StatuquoError):
                raise one
            yield one
            one = happened.get_nowait()
