"""``statuquo serve``: the desk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from threading import Lock
from typing import TYPE_CHECKING

import click

from statuquo.cli.options import DEFAULT_STORE, debug_option, quiet_option, store_option
from statuquo.cli.streams import complain
from statuquo.reports.model import LANGUAGES

if TYPE_CHECKING:
    from statuquo.crisis.corrections import Correction
    from statuquo.crisis.selection import Selection
    from statuquo.events import CodedReport, Coder
    from statuquo.reports.feeds.model import FeedState
    from statuquo.reports.model import Report
    from statuquo.store import Store

TOKEN_VARIABLE = "STATUQUO_TOKEN"


class StoreShelf:
    """A store as the desk needs it: read by many threads, coded into by one at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._coding = Lock()
        self._coder: Coder | None = None

    def stamp(self) -> tuple[int, ...]:
        """As `Store.stamp`."""
        return self._store.stamp()

    def coded(self) -> Iterator[CodedReport]:
        """As `Store.coded`."""
        return self._store.coded()

    def changed(self, since: tuple[int, ...]) -> tuple[CodedReport, ...] | None:
        """As `Store.changed`."""
        return self._store.changed(since)

    def crises(self) -> tuple[Selection, ...]:
        """As `Store.crises`."""
        return self._store.crises()

    def corrections(self) -> tuple[Correction, ...]:
        """As `Store.corrections`, with the history."""
        return self._store.corrections(history=True)

    def feeds(self) -> tuple[Mapping[str, FeedState], Mapping[str, Mapping[str, int]]]:
        """As `FeedMemory.feed_states` and `FeedMemory.counts`."""
        return self._store.feeds.feed_states(), self._store.feeds.counts()

    def correct(self, correction: Correction) -> None:
        """As `Store.correct`."""
        self._store.correct(correction)

    def undo_correction(self, correction_id: str, *, at: str, by: str | None) -> Correction:
        """As `Store.undo_correction`."""
        return self._store.undo_correction(correction_id, at=at, by=by)

    def add(self, report: Report) -> CodedReport:
        """Code a report and keep it; the models are loaded for the first."""
        from statuquo.events import Coder

        with self._coding:
            if self._coder is None:
                self._coder = Coder()
            coded = self._coder.read(report)
            self._store.add(coded)
        return coded


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8750, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--token",
    envvar=TOKEN_VARIABLE,
    metavar="TEXT",
    help=f"Secret that writing takes; ${TOKEN_VARIABLE} by default. Needed off this machine.",
)
@click.option(
    "--interface",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Language of the pages for readers who choose none.",
)
@click.option(
    "--private-addresses",
    is_flag=True,
    help="Let readers of the desk add pages from this machine and its network, by proxies too.",
)
@store_option
@quiet_option
@debug_option
def serve(
    *,
    host: str,
    port: int,
    token: str | None,
    interface: str,
    private_addresses: bool,
    store: str | None,
    quiet: bool,
) -> None:
    """Open the desk on a store: pages at http://127.0.0.1:8750, and a REST API under /api/v1.

    Nobody but this machine can reach it unless another --host is given; adding and correcting then
    take the --token. Ctrl-C ends it.

    \b
    Examples:
      statuquo add examples/venezuela-2019
      statuquo serve
      curl 'http://127.0.0.1:8750/api/v1/events?type=SANCTION&limit=5'
    """
    import uvicorn

    from statuquo.store import Store
    from statuquo.web.desk import create_app
    from statuquo.web.desk.app import is_loopback

    if not is_loopback(host) and not token:
        raise click.UsageError(
            f"{host} can be reached by others: choose a --token (or ${TOKEN_VARIABLE}) that writing takes."
        )
    with Store.open(store or DEFAULT_STORE) as kept:
        app = create_app(
            StoreShelf(kept),
            host=host,
            token=token,
            lang=interface,
            public_only=not private_addresses,
        )
        if not quiet:
            complain(f"the desk is at http://{host}:{port}; Ctrl-C ends it")
        level = "debug" if os.environ.get("STATUQUO_DEBUG") else "warning"
        uvicorn.run(app, host=host, port=port, log_level=level, server_header=False)
