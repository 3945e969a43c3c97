"""The sessions that the documents show are run: what they print is what they show.

A session is a ``console`` block: lines that begin with ``$`` are commands, run with bash in the
root of the repository; the lines after one are what it prints on standard output. `make golden`
renews them.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .modules import ROOT
from .test_docs import PAGES

SESSION = re.compile(r"(?<=^```console\n).*?(?=^```)", re.M | re.S)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.M)
RENEW = os.environ.get("STATUQUO_GOLDEN") == "renew"


@dataclass(frozen=True)
class Shown:
    """A command and what the page says that it prints."""

    page: Path
    command: str
    output: str


def shown() -> Iterator[Shown]:
    for page in PAGES:
        for block in SESSION.findall(page.read_text(encoding="utf-8")):
            for command, output in COMMAND.findall(block):
                yield Shown(page, command, output)


def printed(command: str) -> str:
    here = str(Path(sys.executable).parent)
    surroundings = {**os.environ, "PATH": f"{here}:{os.environ['PATH']}", "NO_COLOR": "1"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.rstrip("\n") + "\n"


@pytest.mark.golden
@pytest.mark.model
@pytest.mark.parametrize("one", list(shown()), ids=lambda one: f"{one.page.name}: {one.command}")
def test_a_session_prints_what_the_page_shows(one: Shown):
    output = printed(one.command)
    if RENEW:
        text = one.page.read_text(encoding="utf-8")
        before, after = f"$ {one.command}\n{one.output}", f"$ {one.command}\n{output}"
        one.page.write_text(text.replace(before, after), encoding="utf-8")
    else:
        assert output == one.output, "run: make golden"
