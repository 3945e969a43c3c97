"""From a path or URL to an engine whose tables are there and of this version."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import QueuePool

from statuquo.errors import StoreError
from statuquo.store.faults import MEANINGS, mapped_errors
from statuquo.store.lasting import WAIT, WRITES, wait_for_server, writing
from statuquo.store.tables import VERSION_TABLE, metadata, write_json

HEAD = "0004"
"""The newest migration; a store that says so is opened without loading Alembic."""

_MIGRATION_LOCK = 0x57A70


def open_engine(place: str | Path, *, create: bool, wait: float) -> tuple[Engine, str]:
    """Connect, and bring the tables to this version.

    The second value is what to call the store in messages: the file, or the URL without password.

    Args:
        place: a file, or an ``sqlite:`` or ``postgresql:`` URL.
        create: make the store if there is none.
        wait: seconds to wait for another program that is writing.

    Raises:
        StoreError: it is missing, no store, damaged, locked, read-only or of a newer version.
    """
    url = _url(place)
    name = _shown(url)
    file = Path(url.database) if url.drivername == "sqlite" and url.database else None
    try:
        engine = _sqlite(file, create, wait) if file else _postgres(url, wait)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise StoreError(
            f"{name}: PostgreSQL needs one more package; run: pip install 'statuquo[postgres]'"
        ) from error
    engine = engine.execution_options(**{WAIT: wait})
    try:
        with mapped_errors(name):
            _bring_up_to_date(engine, name, create=create, wait=wait)
    except BaseException:
        engine.dispose()
        raise
    return engine, name


def _shown(url: URL) -> str:
    if url.drivername == "sqlite":
        return str(url.database)
    return url.render_as_string(hide_password=True)


def _url(place: str | Path) -> URL:
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite", database=str(place))
    try:
        url = make_url(place)
    except ArgumentError as error:
        raise StoreError(
            f"{place}: is not a database URL; write a file name, or "
            "postgresql://user:password@host/database"
        ) from error
    if url.drivername == "sqlite" and url.database:
        return URL.create("sqlite", database=url.database)
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    raise StoreError(
        f"{_shown(url)}: this kind of database is not supported; use an SQLite file or a "
        "postgresql:// URL"
    )


def _check_file(file: Path, *, create: bool) -> None:
    """Say what is wrong before SQLite does, which would only say «unable to open»."""
    if file.is_dir():
        raise StoreError(
            f"{file}: is a folder; name a file in it, such as {file / 'crisis.sqlite'}"
        )
    if file.exists():
        return
    if not create:
        raise StoreError(
            f"{file}: there is no store here; make one with: statuquo add REPORTS --store {file}"
        )
    if not file.parent.is_dir():
        raise StoreError(f"{file}: the folder {file.parent} does not exist; make it first")
    if not _may_write(file.parent):
        raise StoreError(
            f"{file}: the folder {file.parent} is read-only; choose another place with --store"
        )


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _sqlite(file: Path, create: bool, wait: float) -> Engine:
    _check_file(file, create=create)
    frozen = file.exists() and not (_may_write(file) and _may_write(file.parent))
    if frozen and create:
        raise StoreError(f"{file}: {MEANINGS['readonly']}")
    address = f"{file.absolute().as_uri()}?{_reading(file) if frozen else 'mode=rwc'}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, json_serializer=write_json
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _reading(file: Path) -> str:
    """How to open a store where SQLite may not make its side files.

    It can then be read as it lies, unless a journal beside it says that somebody else writes it.
    """
    return "mode=ro" if Path(f"{file}-wal").exists() else "mode=ro&immutable=1"


def _use_write_ahead_log(engine: Engine, wait: float) -> None:
    """Let readers and one writer work side by side.

    The switch is made once in the life of a file, outside any transaction, and SQLite does not wait
    for others while it makes it; so we do.
    """
    give_up = time.monotonic() + wait
    with contextlib.closing(engine.raw_connection()) as connection:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() >= give_up:
                    raise OperationalError("PRAGMA journal_mode", None, error) from error
                time.sleep(0.02)
            else:
                return


def _postgres(url: URL, wait: float) -> Engine:
    engine = create_engine(
        url,
        json_serializer=write_json,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": max(2, round(wait)),
            "options": f"-c lock_timeout={round(wait * 1000)}",
        },
    )
    wait_for_server(engine, wait)
    return engine


def _bring_up_to_date(engine: Engine, name: str, *, create: bool, wait: float) -> None:
    with engine.begin() as connection:
        version = _version(connection, name)
    if version == HEAD:
        return
    if version is None and not create:
        raise StoreError(
            f"{name}: holds no store yet; make one with: statuquo add REPORTS --store {name}"
        )
    if version is None and engine.dialect.name == "sqlite":
        _use_write_ahead_log(engine, wait)
    with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})"))
        # Another program may have done it while we waited for the lock.
        if _version(connection, name) != HEAD:
            _migrate(connection, name)


def _version(connection: Connection, name: str) -> str | None:
    """The migration that the tables are at; None when there are no tables at all."""
    there = set(inspect(connection).get_table_names())
    if VERSION_TABLE in there and metadata.tables.keys() & there:
        version: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
        return version
    if there:
        raise StoreError(
            f"{name}: is a database of something else (it holds {', '.join(sorted(there)[:3])}); "
            "choose another with --store"
        )
    return None


def _migrate(connection: Connection, name: str, to: str = "head") -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "statuquo.store:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        raise StoreError(
            f"{name}: was made by a newer version of statuquo; run: pip install --upgrade statuquo"
        ) from error
