"""Processes that do jobs: all are done, a dead one costs its job alone, none is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from statuquo.bulk import LocalEngine
from statuquo.bulk.engines import Lost
from statuquo.errors import InputError

from .works import squares

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("workers", [1, 2])
def test_every_job_is_done(workers: int) -> None:
    done = LocalEngine(workers).do(squares, range(12))
    assert sorted(value for value in done if isinstance(value, int)) == [n * n for n in range(12)]


def test_a_process_that_ends_costs_the_job_that_it_did() -> None:
    done = list(LocalEngine(2).do(squares, [1, -2, 3, -4, 5]))
    assert sorted(one for one in done if isinstance(one, int)) == [1, 9, 25]
    assert sorted(one.job for one in done if isinstance(one, Lost)) == [-4, -2]


def test_what_a_job_raises_is_raised() -> None:
    with pytest.raises(InputError, match="13: is unlucky"):
        list(LocalEngine(2).do(squares, [1, 13, 3]))


def test_jobs_are_taken_as_there_is_room() -> None:
    """So that a corpus of any size is never held."""
    taken: list[int] = []

    def jobs():
        for n in range(100):
            taken.append(n)
            yield n

    done = LocalEngine(2).do(squares, jobs())
    next(done)
    assert len(taken) <= 3
    done.close()


def test_processes_end_with_their_parent_however_it_ends() -> None:
    program = (
        "import os, sys, signal\n"
        "from statuquo.bulk.engines import Worker\n"
        "from bulk.works import squares\n"
        "if __name__ == '__main__':\n"
        "    worker = Worker(squares)\n"
        "    worker.begin(3)\n"
        "    print(worker.result(3), worker._process.pid, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])}
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    squared, pid = ended.stdout.split()
    assert squared == "9"
    for _ in range(100):
        if _is_gone(int(pid)):
            break
        time.sleep(0.1)
    assert _is_gone(int(pid))


def _is_gone(pid: int) -> bool:
    """Whether a process has ended (one that nobody waits for may still be listed)."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return True
    return status.rpartition(")")[2].split()[0] == "Z"
