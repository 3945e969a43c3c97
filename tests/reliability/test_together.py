"""Several real programs at once on one store, a server restarted under them (benchmarks/together.py)."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from store.conftest import fresh_database, restarting, running_server, server_programs

ROOT = Path(__file__).parents[2]


def together(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "together.py"), *words],
        capture_output=True, text=True, check=False, timeout=400,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_on_one_file_nothing_is_lost_and_nothing_doubled(tmp_path: Path):
    told = together("--store", str(tmp_path / "crisis.sqlite"), "--seconds", "12")
    assert "fault: 0" in told


@pytest.mark.postgres
def test_nor_on_a_server_that_is_restarted_under_them():
    with running_server(server_programs()) as server, fresh_database(server) as url:
        command = shlex.join(restarting(server))
        told = together("--store", url, "--seconds", "20", "--restart", command, "--every", "6")
    assert "3 restarts of the server" in told
    assert "fault: 0" in told
