"""``statuquo watch``: poll feeds and folders into the store, and code what comes at once."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from statuquo.cli.options import DEFAULT_STORE, debug_option, quiet_option, store_option
from statuquo.cli.streams import complain, console, printable

if TYPE_CHECKING:
    from statuquo.errors import InputError
    from statuquo.events import Coder
    from statuquo.reports.feeds import Arrival, Polled, Subscriptions
    from statuquo.reports.feeds.model import Outcome
    from statuquo.store import Store


@click.command()
@click.argument("feeds", metavar="FEEDS.toml", type=click.Path(dir_okay=False, path_type=Path))
@store_option
@click.option("--once", is_flag=True, help="Look at each feed and folder once, and end.")
@click.option("--status", is_flag=True, help="Only say how each feed fares; fetch nothing.")
@click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch also from this machine and its network, which is refused by default.",
)
@quiet_option
@debug_option
def watch(
    *, feeds: Path, store: str | None, once: bool, status: bool, allow_private: bool, quiet: bool
) -> None:
    """Poll feeds and drop folders, and put each new report into the store, coded.

    FEEDS.toml names them:

    \b
      [[feed]]
      url = "https://paper.example/world.xml"
      outlet = "The Paper"      # optional, like lang and every
      every = "30m"
      [[folder]]
      path = "inbox"

    Articles are fetched from their pages as robots.txt allows, with a delay between requests to one
    host. A feed that fails is asked less and less often, and shown. A report that was seen before is
    never doubled; what is known of feeds is kept in the store, so the program may be stopped and
    started at any time.

    \b
    Examples:
      statuquo watch feeds.toml                       until Ctrl-C
      statuquo watch feeds.toml --once --quiet        from cron
      statuquo watch feeds.toml --status              how each feed fares
    """
    from statuquo.reports.feeds import PoliteWeb, Subscriptions, Watcher
    from statuquo.store import Store

    told = Subscriptions.load(feeds)
    with Store.open(store or DEFAULT_STORE, wait=30.0) as kept:
        if status:
            _print_status(told, kept)
            return
        from statuquo.events import Coder

        stopping: list[bool] = []
        web = PoliteWeb(delay=told.delay, public_only=not allow_private)
        watcher = Watcher(told, kept.feeds, web)

        def stop(*_: Any) -> None:
            stopping.append(True)
            watcher.stop()

        before = signal.signal(signal.SIGTERM, stop)
        desk = _Desk(kept, Coder(), quiet=quiet)
        try:
            for happening in watcher.run(once=once):
                desk.take(happening)
        except KeyboardInterrupt:
            watcher.stop()
            desk.sum_up("stopped: ")
            raise
        finally:
            signal.signal(signal.SIGTERM, before)
        desk.sum_up("stopped: " if stopping else "")


class _Desk:
    """Deals with what arrives: codes it, keeps it, and says so."""

    def __init__(self, store: Store, coder: Coder, *, quiet: bool) -> None:
        self._store = store
        self._coder = coder
        self._quiet = quiet
        self._counts = Counter[str]()

    def take(self, happening: Arrival | Polled) -> None:
        """Deal with an arrival, or say how a feed fares."""
        from statuquo.reports.feeds import Arrival

        if isinstance(happening, Arrival):
            outcome, problem = self._kept(happening)
            if outcome == "added" and happening.report is None:
                # The end of a file whose reports were counted one by one.
                outcome = "known"
            self._counts[outcome] += happening.report is not None or problem is not None
            if happening.last:
                self._remember(happening, outcome, problem)
            return
        state = happening.state
        if state.problem and state.failures:
            self._say(f"{state.url}: {state.problem} (failure {state.failures})", always=True)
            self._counts["failing"] += 1

    def sum_up(self, begin: str) -> None:
        """Say in one line what was done."""
        counts = self._counts
        parts = [
            f"{counts['added']} reports added", f"{counts['known']} already there",
            f"{counts['aside']} set aside", f"{counts['waiting']} to be tried again",
        ]  # fmt: skip
        if counts["failing"]:
            parts.append(f"{counts['failing']} failures of feeds")
        self._say(begin + ", ".join(parts))

    def _kept(self, arrival: Arrival) -> tuple[Outcome, InputError | None]:
        from statuquo.errors import InputError

        problem = arrival.problem
        if problem is not None:
            self._say(str(problem), always=arrival.final)
            return ("aside" if arrival.final else "waiting"), problem
        report = arrival.report
        if report is None:
            return "added", None
        if self._store.has(report):
            return "known", None
        try:
            coded = self._coder.read(report)
        except InputError as fault:
            self._say(str(fault), always=True)
            return "aside", fault
        added = self._store.add(coded)
        name = report.title or report.source or report.id
        self._say(f"+ {name} ({report.outlet or 'no outlet'}): {len(coded.events)} events")
        return ("added" if added else "known"), None

    def _remember(self, arrival: Arrival, outcome: Outcome, problem: InputError | None) -> None:
        from statuquo.reports.feeds import ItemState

        self._store.feeds.keep_item(
            ItemState(
                feed=arrival.feed.url,
                key=arrival.key,
                outcome=outcome,
                attempts=arrival.attempts,
                problem=problem.message if problem else None,
                at=datetime.now(UTC).replace(microsecond=0).isoformat(),
            )
        )

    def _say(self, line: str, *, always: bool = False) -> None:
        if always or not self._quiet:
            complain(f"{datetime.now():%H:%M:%S} {line}")


def _print_status(told: Subscriptions, store: Store) -> None:
    from rich.table import Table

    states, counts = store.feeds.feed_states(), store.feeds.counts()
    table = Table("feed", "answered", "due", "reports", "aside", "waiting", "problem", box=None)
    for feed in told.feeds:
        state = states.get(feed.url)
        count = counts.get(feed.url, {})
        table.add_row(
            printable(feed.url),
            (state.answered if state else None) or "never",
            "gone" if state and state.gone else (state.due if state else None) or "now",
            str(count.get("added", 0) + count.get("known", 0)),
            str(count.get("aside", 0)),
            str(count.get("waiting", 0)),
            printable(
                f"{state.problem} ({state.failures} times)" if state and state.problem else ""
            ),
        )
    console(sys.stdout).print(table)
