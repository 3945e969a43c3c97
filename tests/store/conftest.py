"""Every test that asks for `place` or `store` runs on SQLite and on PostgreSQL."""

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from statuquo.store import Store

HOW_TO = "no PostgreSQL server: run `make system`, or set STATUQUO_TEST_POSTGRES to a URL"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a server where databases may be made: the one named, or one of our own."""
    if url := os.environ.get("STATUQUO_TEST_POSTGRES"):
        yield url
        return
    with running_server(server_programs()) as url:
        yield url


@pytest.fixture
def own_server() -> Iterator[str]:
    """URL of a server that the test may restart."""
    with running_server(server_programs()) as url:
        yield url


def server_programs() -> Path:
    """Where PostgreSQL's programs are."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = shutil.which("initdb") or (str(found[-1]) if found else None)
    if initdb is None:
        pytest.skip(HOW_TO)
    return Path(initdb).resolve().parent


def restarting(server: str) -> list[str]:
    """The command that restarts a server of our own, cutting off whoever uses it."""
    data = Path(str(make_url(server).query["host"])) / "data"
    log = data.parent / "log"
    command = [str(server_programs() / "pg_ctl"), "-D", str(data), "restart"]
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    return [*user, *command, "-m", "fast", "-w", "-l", str(log)]


@contextmanager
def running_server(programs: Path) -> Iterator[str]:
    # PostgreSQL refuses to run as root; Debian's package brings a user of its own.
    user = "postgres" if os.geteuid() == 0 else None
    # A socket's path has 108 bytes at most, which pytest's own folders may exceed.
    folder = Path(tempfile.mkdtemp(prefix="statuquo-pg-"))
    if user:
        shutil.chown(folder, user)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), "-D", str(data), *arguments]
        subprocess.run(
            command, user=user, cwd=folder, check=True, capture_output=True, timeout=60, text=True
        )

    settings = f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off"
    try:
        run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        run("pg_ctl", "start", "-w", "-o", settings, "-l", str(folder / "log"))
        yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
        run("pg_ctl", "stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    name = f"statuquo_{uuid.uuid4().hex[:12]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT", pool_pre_ping=True)
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a store can be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "crisis.sqlite")
    else:
        with fresh_database(request.getfixturevalue("postgres_server")) as url:
            yield url


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """An empty store."""
    with Store.open(place) as opened:
        yield opened
