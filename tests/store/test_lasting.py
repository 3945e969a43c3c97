"""A server that is restarted under the programs that use it."""

import subprocess
import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text
from sqlalchemy import event as listen
from sqlalchemy.exc import OperationalError

from statuquo.errors import StoreError
from statuquo.store import Store
from statuquo.store.lasting import reading_from, writing_to

from .conftest import fresh_database, restarting
from .samples import coded

pytestmark = pytest.mark.postgres


@pytest.fixture
def store(own_server: str) -> Iterator[Store]:
    with fresh_database(own_server) as url, Store.open(url, wait=30) as opened:
        yield opened


def restart(server: str) -> None:
    subprocess.run(restarting(server), check=True, capture_output=True, timeout=60, cwd="/")


def test_a_restart_between_two_writes_is_not_noticed(own_server: str, store: Store):
    assert store.add(coded())
    restart(own_server)
    assert store.add(coded("Another.", report_id="r-2"))
    restart(own_server)
    assert store.counts().reports == 2


def test_a_restart_in_the_middle_of_a_write_leaves_it_done_once(own_server: str, store: Store):
    tries: list[str] = []

    def restart_first(*given: object) -> None:
        if str(given[2]).startswith("INSERT INTO events"):
            tries.append("insert")
            if len(tries) == 1:
                restart(own_server)

    listen.listen(store._engine, "before_cursor_execute", restart_first)
    assert store.add(coded())
    assert len(tries) == 2
    assert store.counts().reports == store.counts().events == 1
    assert [one for one in store.check() if not isinstance(one, int)] == []


def test_a_restart_in_the_middle_of_reading_has_it_read_again(own_server: str, store: Store):
    for number in range(250):
        store.add(coded(f"Report {number}.", report_id=f"r-{number}"))
    found = []
    for number, one in enumerate(store.coded()):
        if number == 120:
            restart(own_server)
        found.append(one.report.id)
    assert found == [f"r-{number}" for number in range(250)]


def test_whoever_comes_while_it_is_down_waits(own_server: str, store: Store):
    store.add(coded())
    there = threading.Thread(target=restart, args=(own_server,))
    there.start()
    until = time.monotonic() + 3
    asked = 0
    while there.is_alive() or time.monotonic() < until:
        assert store.counts().reports == 1
        asked += 1
    there.join()
    assert asked


def test_a_server_that_stays_away_is_told_in_a_line(own_server: str):
    with fresh_database(own_server) as url, Store.open(url, wait=0.3) as store:
        store.add(coded())
        with pytest.raises(StoreError, match="try again when it is up"):
            reading_from(store._engine, store.name, ended)


def ended(connection: Connection) -> None:
    """As an administrator ends a session."""
    connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


def test_what_will_not_get_better_is_not_tried_again(store: Store):
    tries = []

    def fail(_: object) -> None:
        tries.append(1)
        raise OperationalError("INSERT", None, Exception("disk is full"))

    with pytest.raises(StoreError, match="the disk is full; make room"):
        writing_to(store._engine, store.name, fail)
    assert len(tries) == 1
