"""``statuquo add``: put reports into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuquo.cli.options import (
    DEFAULT_STORE,
    debug_option,
    lang_option,
    quiet_option,
    store_option,
)
from statuquo.cli.runs import Run

if TYPE_CHECKING:
    from statuquo.reports.model import Language


@click.command()
@click.argument("paths", metavar="PATH|URL|-...", nargs=-1, required=True)
@store_option
@lang_option
@quiet_option
@debug_option
def add(*, paths: tuple[str, ...], store: str | None, lang: Language | None, quiet: bool) -> None:
    """Code reports and keep them, with all that was found in them, in the store.

    A report that is there already changes nothing, so a run that was stopped can be run again. One
    that comes under a known id with other words is a correction and takes its place.

    \b
    Examples:
      statuquo add reports/
      statuquo add https://example.org/news/1 --store libya.sqlite
      statuquo brief --store libya.sqlite          the picture of all that was added
    """
    from statuquo.store import Store

    with (
        Store.open(store or DEFAULT_STORE) as kept,
        Run(quiet=quiet, verb="added") as run,
    ):
        for coded in run.coded(paths, lang, known=kept.has):
            kept.add(coded)
    run.must_have_done_something(paths)
