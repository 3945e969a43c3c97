"""The web as a polite guest sees it: robots.txt, a delay between requests, and patience."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from statuquo.errors import FetchError
from statuquo.reports.feeds.model import DELAY
from statuquo.reports.fetching import AGENT, FEED_KINDS, Page, fetch
from statuquo.reports.files import MAX_PAGE

if TYPE_CHECKING:
    from protego import Protego

MAX_FEED = 10_000_000
"""The most bytes of a feed."""

_MAX_ROBOTS = 500_000
"""The bytes of a robots.txt that RFC 9309 has every crawler read."""

_ROBOTS_SECONDS = 24 * 3600
"""How long a robots.txt is believed, by RFC 9309 at most a day."""

_LONGEST_DELAY = 60.0
"""Seconds; a longer delay asked for by robots.txt or Retry-After closes the host for now."""

_BUSY = (429, 503)


@dataclass
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    delay: float = 0.0
    robots: Protego | None = None
    asked_robots: float | None = None
    barred: str | None = None


class PoliteWeb:
    """Fetches pages and feeds, one request to a host at a time.

    Args:
        delay: seconds between two requests to one host; a longer ``Crawl-delay`` counts.
        public_only: refuse servers on this machine and its network, whatever names them.
        wait: waits some seconds; ends early, with True, when the program is to stop.
    """

    def __init__(
        self,
        *,
        delay: float = DELAY,
        public_only: bool = True,
        wait: Callable[[float], bool] | None = None,
    ) -> None:
        self._delay = delay
        self._public_only = public_only
        self._wait = wait or _sleep
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def feed(self, url: str, *, etag: str | None, modified: str | None) -> Page | None:
        """A feed; None when the server says that nothing has changed.

        Args:
            url: its address.
            etag: the version known, as the server calls it.
            modified: when that was changed, in the server's words.

        Raises:
            FetchError: it cannot be had.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        try:
            # Feeds are made for programs: robots.txt is about pages that programs find themselves.
            return self._get(url, MAX_FEED, FEED_KINDS, {k: v for k, v in asked.items() if v})
        except FetchError as fault:
            if fault.status == 304:
                return None
            raise

    def page(self, url: str) -> Page:
        """The page of an article.

        Raises:
            FetchError: it cannot be had, or robots.txt does not allow it.
        """
        if not self._allowed(url):
            raise FetchError(
                'robots.txt of the server does not allow it; set text = "feed" for this feed',
                url,
                status=403,
            )
        return self._get(url, MAX_PAGE, None, {})

    def _get(
        self, url: str, limit: int, kinds: tuple[str, ...] | None, headers: dict[str, str]
    ) -> Page:
        host = self._host(url)
        with host.lock:
            pause = host.free_at - time.monotonic()
            if pause > _LONGEST_DELAY:
                raise FetchError(
                    f"the server asked for {pause:.0f} seconds of peace; tried again after that",
                    url, status=503, retry_after=pause,
                )  # fmt: skip
            if pause > 0 and self._wait(pause):
                raise FetchError("stopped before it was asked for", url)
            try:
                return fetch(
                    url, limit=limit, kinds=kinds, headers=headers, public_only=self._public_only
                )
            except FetchError as fault:
                if fault.status in _BUSY and fault.retry_after:
                    host.free_at = time.monotonic() + fault.retry_after
                raise
            finally:
                delay = max(self._delay, min(host.delay, _LONGEST_DELAY))
                host.free_at = max(host.free_at, time.monotonic() + delay)

    def _allowed(self, url: str) -> bool:
        """Whether robots.txt of the server lets us read the page (RFC 9309)."""
        from protego import Protego

        parts = urlsplit(url)
        host = self._host(url)
        now = time.monotonic()
        if host.asked_robots is None or now - host.asked_robots > _ROBOTS_SECONDS:
            try:
                found = self._get(
                    f"{parts.scheme}://{parts.netloc}/robots.txt", _MAX_ROBOTS, None, {}
                )
                host.robots = Protego.parse(found.raw.decode("utf-8", "replace"))
                host.delay = host.robots.crawl_delay(AGENT) or 0.0
            except FetchError as fault:
                # A server without one allows all; one that cannot tell just now allows nothing yet.
                if fault.status is None or fault.status >= 500 or fault.status == 429:
                    raise FetchError(
                        f"robots.txt of the server cannot be read ({fault.message})",
                        url,
                        status=fault.status,
                        retry_after=fault.retry_after,
                    ) from fault
                host.robots = None
            host.asked_robots = now
        return host.robots is None or bool(host.robots.can_fetch(url, AGENT))

    def _host(self, url: str) -> _Host:
        name = urlsplit(url).netloc.rpartition("@")[2].lower()
        with self._lock:
            return self._hosts.setdefault(name, _Host())


def _sleep(seconds: float) -> Any:
    time.sleep(seconds)
    return False
