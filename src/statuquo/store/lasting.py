"""Work on a database that may go away for a moment and come back.

PostgreSQL is restarted under the programs that use it: for an upgrade, or because the machine was.
Whoever connects meanwhile waits, as long as a store waits for another program that is writing.
Whatever was under way is done over: a transaction that was not committed has left nothing behind.
One whose commit got no answer may have been done, so whatever is handed to `writing_to` must find
out by itself that it has been.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError

from statuquo.store.faults import mapped_errors

T = TypeVar("T")

WAIT: Final = "statuquo_wait"
"""Name of the option of an engine that says how many seconds to wait."""
WRITES: Final = "statuquo_writes"
"""Name of the option of an engine whose transactions write."""
_SHORTEST, _LONGEST = 0.05, 1.0
_NOT_NOW = (
    "starting up",
    "shutting down",
    "not yet accepting connections",
    "recovery mode",
    "server closed the connection",
    "too many clients",
    "connection slots are reserved",
)
"""What a server says that will take connections in a moment."""
_GONE = ("connection refused", "is the server running", "no such file or directory")
"""What is said where no server is; it comes back, if it has been there before."""
_OVER_AGAIN = ("deadlock detected", "could not serialize")


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write.

    SQLite gives the lock at the start then, so that what a transaction has read still holds when
    it writes.
    """
    return engine.execution_options(**{WRITES: True})


def reading_from(engine: Engine, name: str, ask: Callable[[Connection], T]) -> T:
    """What is found by asking; asked again where the server went away.

    Args:
        engine: to the store.
        name: what to call it in messages.
        ask: asks, and keeps nothing that needs the connection.

    Raises:
        StoreError: the database cannot be read.
    """

    def once() -> T:
        with engine.connect() as connection:
            return ask(connection)

    with mapped_errors(name):
        return _lasting(engine, once)


def writing_to(engine: Engine, name: str, write: Callable[[Connection], T]) -> T:
    """Write in one transaction, and again from the beginning where the server went away.

    Args:
        engine: to the store.
        name: what to call it in messages.
        write: writes; done twice it must come to the same as done once.

    Raises:
        StoreError: the database does not take it; nothing is kept then.
    """

    def once() -> T:
        with writing(engine).begin() as connection:
            return write(connection)

    def once_or_twice() -> T:
        try:
            return once()
        except IntegrityError:
            # PostgreSQL lets two programs add the same at once, and stops the later of them here.
            # It finds what the other has added the second time.
            return once()

    with mapped_errors(name):
        return _lasting(engine, once_or_twice)


def wait_for_server(engine: Engine, wait: float) -> None:
    """Have every new connection wait for a server that is being started again.

    Args:
        engine: to a PostgreSQL database.
        wait: so many seconds.
    """
    met: list[bool] = []

    @event.listens_for(engine, "do_connect")
    def connect(dialect: Any, _: Any, arguments: Any, options: Any) -> Any:
        def once() -> Any:
            return dialect.connect(*arguments, **options)

        def comes_back(fault: Exception) -> bool:
            said = str(fault).lower()
            return any(words in said for words in (*_NOT_NOW, *(_GONE if met else ())))

        made = _patiently(once, comes_back, wait)
        met[:] = [True]
        return made


def _lasting(engine: Engine, once: Callable[[], T]) -> T:
    wait: float = engine.get_execution_options().get(WAIT, 0.0)
    return _patiently(once, _is_lost, wait)


def _is_lost(fault: Exception) -> bool:
    """Whether the same work may well be done if it is begun anew."""
    if not isinstance(fault, DBAPIError):
        return False
    said = str(fault.orig).lower()
    return fault.connection_invalidated or any(words in said for words in _OVER_AGAIN)


def _patiently(once: Callable[[], T], again: Callable[[Exception], bool], wait: float) -> T:
    """Do something, and over again until it works, or is hopeless, or the time is up."""
    give_up, pause = time.monotonic() + wait, _SHORTEST
    while True:
        try:
            return once()
        except Exception as fault:
            if time.monotonic() + pause > give_up or not again(fault):
                raise
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST)
