"""What the database libraries raise, as `StoreError`: turned here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from statuquo.errors import StoreError


@contextmanager
def mapped_errors(name: str) -> Iterator[None]:
    """Turn what the database says into one line with what to do about it."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{name}: {_explained(error)}") from error
    except SQLAlchemyError as error:
        raise StoreError(f"{name}: the database cannot be used ({_first_line(error)})") from error


def _explained(error: DBAPIError) -> str:
    said = str(error.orig).lower()
    for words, meaning in MEANINGS.items():
        if words in said:
            return meaning
    return f"the database cannot be used ({_first_line(error.orig)})"


def _first_line(error: BaseException | None) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


MEANINGS = {
    "no such table": "is damaged (a table is missing); put back a copy",
    "relation": "is damaged (a table is missing); put back a copy",
    "file is not a database": "is not a store (no SQLite file); choose another with --store",
    "malformed": "is damaged; put back a copy, or save what can be saved with: "
    "sqlite3 FILE .recover",
    "locked": "another program is writing to it; try again when that is done",
    "lock timeout": "another program is writing to it; try again when that is done",
    "readonly": "is read-only; change its permissions, or choose another with --store",
    "read-only": "is read-only; change its permissions, or choose another with --store",
    "unable to open": "cannot be opened; check that you may read and write the file and its folder",
    "disk is full": "the disk is full; make room and run the same command again",
    "no space left": "the disk is full; make room and run the same command again",
    "password authentication failed": "the server refuses the user name or the password; "
    "check the URL",
    "does not exist": "the server knows no such user or database; check the URL, or make it with: "
    "createdb NAME",
    **dict.fromkeys(
        (
            "terminating connection",
            "closed the connection",
            "connection is lost",
            "connection is closed",
            "starting up",
            "shutting down",
            "not yet accepting",
            "recovery mode",
            "consuming input failed",
            "sending query failed",
        ),
        "the server was stopped or is being started again; try again when it is up",
    ),
    "too many clients": "the server takes no more connections; close some, or raise its "
    "max_connections",
    "is the server running": "no server answers there; check the URL, and that PostgreSQL is running",
    "connection refused": "no server answers there; check the URL, and that PostgreSQL is running",
    "resolve": "the host is not known; check the URL",
    "timeout expired": "the server does not answer in time; check the URL and the network",
}
