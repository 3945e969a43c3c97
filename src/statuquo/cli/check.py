"""``statuquo check``: whether a store holds together."""

from __future__ import annotations

import click

from statuquo.cli.options import DEFAULT_STORE, debug_option, quiet_option, store_option
from statuquo.cli.steps import Steps
from statuquo.cli.streams import complain, one_line

DAMAGED = 1


@click.command()
@store_option
@quiet_option
@debug_option
def check(*, store: str | None, quiet: bool) -> None:
    """Read all that a store holds, and say what does not hold together.

    The database's own integrity, each report and its versions, each finding against the columns
    that are searched and against the words that it rests on, and each correction. Nothing is
    changed. Each fault is a line on standard output.

    Exit codes: 0 all is well, 1 something is wrong, 2 the store cannot be read.

    \b
    Examples:
      statuquo check
      statuquo check --store postgresql://user:password@host/database
    """
    from statuquo.store import Store

    found = 0
    with Store.open(store or DEFAULT_STORE, create=False) as kept:
        counts = kept.counts()
        with Steps(None, quiet=quiet) as steps:
            for one in kept.check():
                if isinstance(one, int):
                    while steps.done < one:
                        steps.step()
                else:
                    found += 1
                    click.echo(one_line(str(one)))
        if not quiet:
            read = f"{steps.done} versions of {counts.reports} reports, {counts.events} events"
            complain(f"{kept.name}: {read}: {f'{found} faults' if found else 'all is well'}")
    if found:
        raise click.exceptions.Exit(DAMAGED)
