"""``statuquo code``: events as JSON Lines or CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from statuquo.cli.options import Output, debug_option, lang_option, quiet_option
from statuquo.cli.runs import Run

if TYPE_CHECKING:
    from statuquo.reports.model import Language


@click.command()
@click.argument("paths", metavar="PATH|-...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="One JSON object a line, or a table with one event a row.",
)
@click.option("--out", type=Output(), metavar="FILE", help="Write here, not to standard output.")
@lang_option
@quiet_option
@debug_option
def code(
    *,
    paths: tuple[str, ...],
    form: str,
    out: Path | None,
    lang: Language | None,
    quiet: bool,
) -> None:
    """Code reports and print their events, one a line.

    PATH is a text, HTML or JSON Lines file, a folder of them, or a URL; - reads JSON Lines of
    reports from standard input: {"text", "id", "title", "date", "lang", "url", "outlet"}, of which
    only "text" is required. Events of a report are printed as soon as it is coded.

    \b
    Examples:
      statuquo code reports/ --out events.jsonl
      statuquo code archive.jsonl --format csv > events.csv
      echo '{"text": "Ankara has sent doctors to Tripoli."}' | statuquo code -
    """
    from statuquo.exports import writer

    own_screen = out is not None or not sys.stdout.isatty()
    with _opened(out) as stream, Run(quiet=quiet, progress=own_screen) as run:
        write = writer(form, stream)
        for coded in run.coded(paths, lang):
            write(coded.events)
            stream.flush()
    run.must_have_done_something(paths)


@contextmanager
def _opened(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
    else:
        with out.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
