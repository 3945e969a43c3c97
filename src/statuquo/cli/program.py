"""The program: its commands, and what becomes of errors that nobody below has met."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from statuquo.cli.add import add
from statuquo.cli.brief import brief
from statuquo.cli.check import check
from statuquo.cli.code import code
from statuquo.cli.corrections import corrections
from statuquo.cli.crisis import crisis
from statuquo.cli.evaluate import evaluate
from statuquo.cli.explain import explain
from statuquo.cli.lexicon import lexicon
from statuquo.cli.options import DEBUG, debug_option
from statuquo.cli.outlook import outlook
from statuquo.cli.serve import serve
from statuquo.cli.streams import complain, keep_libraries_quiet, write_utf8
from statuquo.cli.watch import watch
from statuquo.errors import StatuquoError
from statuquo.version import __version__

STOPPED = 130
FAILED = 2
_NAME = "statuquo"
_COMPLETION = "_STATUQUO_COMPLETE"
"""Set by the shell when it asks what could come next (docs/cli.md, "Completion")."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="statuquo %(version)s")
@debug_option
def statuquo() -> None:
    """Read news reports of a crisis, in French, English and Spanish, and keep its state.

    Who did what to whom, who says so, who stands with whom, what has been agreed, who talks to
    whom, and whether the statu quo holds; each line with the sentence that it came from.

    \b
    Examples:
      statuquo brief page.txt                     the picture of the crisis
      statuquo brief reports/ --html brief.html   the same as a page to mail
      statuquo code reports/ --out events.jsonl   the events alone
      statuquo add reports/                       keep them for later

    Exit codes: 0 done, 2 nothing could be done or wrong usage, 130 stopped by Ctrl-C.
    """


for command in (
    brief,
    code,
    add,
    crisis,
    outlook,
    watch,
    serve,
    check,
    corrections,
    explain,
    lexicon,
    evaluate,
):
    statuquo.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program and leave with its exit code; no error ever shows a traceback.

    Args:
        arguments: the words after the program's name; None for those of the process.
    """
    write_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = DEBUG in words
    if not debug:
        keep_libraries_quiet()
    try:
        sys.exit(_run(words, debug))
    finally:
        _close_output()


def _run(words: list[str], debug: bool) -> int:
    try:
        if _COMPLETION in os.environ:
            statuquo.main(words, prog_name=_NAME)
        # click's own main would print a blank line after Ctrl-C and end with 1 on a broken pipe.
        with statuquo.make_context(_NAME, words) as context:
            statuquo.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return STOPPED
    except Exception as error:
        return _told(error, debug)
    return 0


def _told(error: Exception, debug: bool) -> int:
    if isinstance(error, BrokenPipeError):
        # Whoever read us (`head`, a pager) has seen enough.
        return 0
    if debug:
        traceback.print_exc()
    if isinstance(error, StatuquoError):
        complain(f"statuquo: {error}")
    else:
        how = "" if debug else f" Run it again with {DEBUG} and report what it shows."
        complain(f"statuquo: this is a fault of the program ({_in_short(error)}).{how}")
    return FAILED


def _in_short(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]


def _close_output() -> None:
    """Flush what is left, and let Python find nothing to complain of when it closes the pipe."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
