"""What goes to the screen: standard output for results, standard error for all else."""

from __future__ import annotations

import io
import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

_PIPE_WIDTH = 100


def write_utf8() -> None:
    """Write UTF-8 whatever the locale says, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def keep_libraries_quiet() -> None:
    """Keep warnings and log lines of the libraries off the screen."""
    logging.disable(logging.CRITICAL)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def printable(text: str) -> str:
    r"""Text of unknown origin without the characters that command a terminal.

    >>> printable("  a\x1b[31m\nb")
    '  a [31m b'
    """
    return "".join(c if c.isprintable() else " " for c in text)


def one_line(text: str) -> str:
    r"""Text of unknown origin as one tidy line.

    >>> one_line("  a\x1b[31m\n b")
    'a [31m b'
    """
    return " ".join(printable(text).split())


def complain(line: str) -> None:
    """Say one line on standard error."""
    print(one_line(line), file=sys.stderr, flush=True)


def tell(line: str, bar: Progress | None) -> None:
    """Say one line on standard error, above the bar where there is one."""
    if bar:
        bar.console.print(one_line(line), soft_wrap=True)
    else:
        complain(line)


@contextmanager
def opened(out: Path | None) -> Iterator[TextIO]:
    """Where results go: a file, or standard output when none is named."""
    if out is None:
        yield sys.stdout
    else:
        with out.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream


def console(stream: TextIO) -> Console:
    """A console that colours on a terminal (unless NO_COLOR is set) and is plain elsewhere."""
    from rich.console import Console

    terminal = stream.isatty()
    return Console(
        file=stream,
        highlight=False,
        markup=False,
        emoji=False,
        color_system="auto" if terminal else None,
        force_terminal=terminal,
        width=None if terminal else _PIPE_WIDTH,
    )
