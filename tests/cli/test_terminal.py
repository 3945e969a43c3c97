"""On a terminal: colours and progress; elsewhere, and where they are not wanted, neither."""

import os
import pty
import re
import sys
from pathlib import Path

import pytest

from statuquo.store import Store

from .conftest import OneSentenceCoder, Report

COLOUR = "\x1b[3"


def on_a_terminal(*words: str, **surroundings: str) -> str:
    """What the program writes to a terminal, both streams together."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update({"TERM": "xterm-256color", "COLUMNS": "100", **surroundings})
        os.execv(sys.executable, [sys.executable, "-m", "statuquo", *words])
    written = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not piece:
            break
        written += piece
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0, written
    return written.decode()


@pytest.fixture
def explain(tmp_path: Path) -> list[str]:
    """The command that explains the one event of a store."""
    place = str(tmp_path / "crisis.sqlite")
    with Store.open(place) as store:
        store.add(OneSentenceCoder().read(Report(text="Ankara sends aid to Tripoli.")))
        event = next(store.events())
    return ["explain", event.id, "--store", place]


def test_colours_mark_the_words(explain: list[str]):
    written = on_a_terminal(*explain)
    assert COLOUR in written
    assert "[Ankara" not in written


@pytest.mark.parametrize("wish", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_brackets_mark_them_where_colours_are_not_wanted(explain: list[str], wish: dict[str, str]):
    written = on_a_terminal(*explain, **wish)
    assert COLOUR not in written
    assert "[Ankara: actor, said by]" in written


@pytest.mark.model
def test_progress_is_shown_and_taken_away(tmp_path: Path):
    (tmp_path / "page.txt").write_text("Russia has condemned the attack on Cuba.", encoding="utf-8")
    command = ["add", "page.txt", "--lang", "en", "--store", "crisis.sqlite"]
    written = on_a_terminal(*command)
    assert "loading the language models" in written
    # The last thing that progress does is to clear its line; the summary stands alone after it.
    assert re.search(r"\x1b\[2K1 report added, \d events?\r\n$", written)
    assert on_a_terminal(*command, "--quiet") == ""
