"""The program as a whole: starting, stopping, failing, and strange surroundings."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "statuquo"]


def program(*words: str, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **surroundings}
    return subprocess.run(
        [*PROGRAM, *words], env=environment, capture_output=True, timeout=60, check=False
    )


def test_help_answers_at_once():
    """None of the heavy libraries is loaded to say how a command is used."""
    loaded = program("--help", PYTHONPROFILEIMPORTTIME="1")
    assert b"Examples:" in loaded.stdout
    for heavy in (b"spacy", b"pyarrow", b"altair", b"numpy", b"fastapi", b"sqlalchemy"):
        assert heavy not in loaded.stderr, heavy


def test_version():
    assert program("--version").stdout.startswith(b"statuquo 0.")


@pytest.mark.parametrize("command", ["brief", "code", "add", "explain", "lexicon", "evaluate"])
def test_help_of_each_command_teaches_by_examples(run, command: str):
    done = run(command, "--help")
    assert done.code == 0
    assert done.out.count(f"  statuquo {command} ") + done.out.count(f"| statuquo {command}") >= 2


@pytest.mark.parametrize(
    "words", [["--nonsense"], ["nonsense"], ["code"], ["code", "-", "--format", "xml"]]
)
def test_wrong_usage_is_2(run, words: list[str]):
    done = run(*words)
    assert done.code == 2
    assert "Usage:" in done.err
    assert done.out == ""


def test_no_words_at_all_shows_the_help(run):
    done = run()
    assert "Examples:" in done.out + done.err


class Unforeseen(Exception):
    pass


@pytest.fixture
def broken_coder(one_sentence_coder: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def stream(*_: object, **__: object) -> None:
        raise Unforeseen("the moon\nis full")

    monkeypatch.setattr("statuquo.events.Coder.stream", stream)


def test_the_unforeseen_is_one_line(run: Callable, broken_coder: None):
    done = run("code", "-", stdin='{"text": "Oslo."}\n')
    assert done.code == 2
    assert done.err == (
        "statuquo: this is a fault of the program (Unforeseen: the moon). "
        "Run it again with --debug and report what it shows.\n"
    )


@pytest.mark.parametrize("words", [("--debug", "code", "-"), ("code", "-", "--debug")])
def test_debug_shows_where(run: Callable, broken_coder: None, words: tuple[str, ...]):
    done = run(*words, stdin='{"text": "Oslo."}\n')
    assert done.code == 2
    assert "Traceback" in done.err


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii:strict"},
    ],
)
def test_output_is_utf8_whatever_the_locale(surroundings: dict[str, str]):
    done = program("lexicon", "show", "aid", "--lang", "fr", **surroundings)
    assert done.returncode == 0, done.stderr
    assert "à" in done.stdout.decode("utf-8")


def test_a_reader_that_has_seen_enough_ends_it_quietly():
    shell = f"{sys.executable} -m statuquo lexicon show aid | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, timeout=60, check=False)
    assert done.stderr == b""
    assert done.stdout.splitlines()[-1] == b"0"


def test_ctrl_c_is_130_and_tells_how_far_it_came():
    with subprocess.Popen(
        [*PROGRAM, "code", "-", "--lang", "en"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a shell has its background jobs ignore Ctrl-C, and so would what the tests start there
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as running:
        running.stdin.write(b"no JSON\n")
        running.stdin.flush()
        # Once it has told of that line it waits for the next.
        assert b"standard input:1" in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=30)
    assert running.returncode == 130
    assert told == b"stopped: 0 reports coded, 1 set aside, 0 events\n"


def test_the_shell_can_ask_what_comes_next():
    done = program(_STATUQUO_COMPLETE="bash_complete", COMP_WORDS="statuquo ex", COMP_CWORD="1")
    assert done.stdout == b"plain,explain\n"


def test_module_and_script_are_one_program():
    script = Path(sys.executable).with_name("statuquo")
    done = subprocess.run([str(script), "--version"], capture_output=True, timeout=60, check=True)
    assert done.stdout == program("--version").stdout
