"""Several programs on one store, and programs that stop half-way: nothing lost, nothing doubled."""

import multiprocessing
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import event as listen
from sqlalchemy.exc import OperationalError

from statuquo.errors import StoreError
from statuquo.store import Store

from .samples import coded, event

REPORTS = 40
WRITERS = 4


def write_all(place: str) -> int:
    """Add every report, of which the other writers add the same."""
    with Store.open(place, wait=30) as store:
        return sum(
            store.add(coded(f"Report {number}.", event(f"e-{number}"), report_id=f"r-{number}"))
            for number in range(REPORTS)
        )


def test_writers_at_once_from_the_making_of_the_store(place: str):
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(WRITERS, mp_context=spawn) as pool:
        added = list(pool.map(write_all, [place] * WRITERS))
    assert sum(added) == REPORTS
    with Store.open(place, create=False) as store:
        assert sorted(report.id for report in store.reports()) == sorted(
            f"r-{number}" for number in range(REPORTS)
        )
        assert store.counts().events == REPORTS


@pytest.mark.parametrize("table", ["events", "parties", "statements"])
def test_a_report_goes_in_whole_or_not_at_all(store: Store, table: str):
    def fail_there(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith(f"INSERT INTO {table}"):
            raise OperationalError(statement, None, Exception("disk is full"))

    listen.listen(store._engine, "before_cursor_execute", fail_there)
    with pytest.raises(StoreError, match="the disk is full; make room"):
        store.add(coded())
    listen.remove(store._engine, "before_cursor_execute", fail_there)
    assert store.counts().reports == 0
    assert store.add(coded())
    assert store.counts().events == 1


KILLED_WHILE_WRITING = """
import os, sys
from tests.store.samples import coded
from statuquo.store import Store
from statuquo.store.lasting import writing
from statuquo.store.rows import report_row
from statuquo.store.tables import reports
store = Store.open(sys.argv[1])
store.add(coded("Whole.", report_id="whole"))
with writing(store._engine).begin() as connection:
    connection.execute(reports.insert().values(report_row(coded("Half."), version=1)))
    os.kill(os.getpid(), 9)
"""


def test_a_killed_program_leaves_no_half_report(tmp_path: Path):
    file = tmp_path / "crisis.sqlite"
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, str(file)]
    done = subprocess.run(command, cwd=root, check=False)
    assert done.returncode == -9
    with Store.open(file, create=False) as store:
        assert [report.id for report in store.reports()] == ["whole"]
