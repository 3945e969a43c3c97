"""``statuquo brief``: the picture of the crisis."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from statuquo.cli.options import (
    DEFAULT_STORE,
    Output,
    debug_option,
    lang_option,
    quiet_option,
    store_option,
)
from statuquo.cli.runs import Run
from statuquo.cli.streams import complain, console
from statuquo.reports.model import LANGUAGES

if TYPE_CHECKING:
    from statuquo.crisis import Crisis
    from statuquo.reports.model import Language


_FORECASTS = 3
"""So many pairs of sides the brief has a forecast for; `statuquo outlook` has all."""


@click.command()
@click.argument("paths", metavar="[PATH|URL|-...]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--html", type=Output(), metavar="FILE", help="Also write one page that opens anywhere."
)
@click.option("--title", metavar="TEXT", help="Title of the page; made from PATH by default.")
@click.option(
    "--interface",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Language of headings and labels; reports stay in their own.",
)
@click.option(
    "--crisis", "crisis_id", metavar="ID", help="Only the reports of a crisis that the store keeps."
)
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Say first what the reports from this day on have changed (2019-05-01).",
)
@store_option
@lang_option
@quiet_option
@debug_option
def brief(
    *,
    paths: tuple[str, ...],
    as_json: bool,
    html: Path | None,
    title: str | None,
    interface: Language,
    crisis_id: str | None,
    since: datetime | None,
    store: str | None,
    lang: Language | None,
    quiet: bool,
) -> None:
    """Show the picture of the crisis: in the terminal, as JSON, as a page.

    PATH is a text, HTML or JSON Lines file, a folder of them, or a URL; - reads JSON Lines of
    reports from standard input. Without PATH it tells of all that the store holds.

    \b
    Examples:
      statuquo brief page.txt
      statuquo brief reports/ --html brief.html
      statuquo brief reports/ --json | jq '.relations[] | .kind'
      statuquo brief --store libya.sqlite
      statuquo brief --store libya.sqlite --since 2019-04-04
      statuquo brief --crisis caracas
    """
    from statuquo.crisis.news import changed
    from statuquo.outlook import outlook as look

    day = since.date() if since else None
    crisis = crisis_of(paths, crisis_id, store, lang, quiet=quiet)
    ahead = look(crisis, record=False, most=_FORECASTS)
    if html:
        from statuquo.web import page

        made = page(
            crisis,
            title=title or crisis_id or _title(crisis, paths, store),
            lang=interface,
            since=day,
            outlook=ahead,
        )
        html.write_text(made, encoding="utf-8", errors="xmlcharrefreplace")
        if not quiet:
            complain(f"wrote {html}")
    if as_json:
        picture = {**crisis.to_dict(), "outlook": ahead.to_dict()}
        if day:
            picture["since"] = day.isoformat()
            picture["changed"] = [one.to_dict() for one in changed(crisis, day)]
        print(json.dumps(picture, ensure_ascii=False, indent=2))
    else:
        from statuquo.web import terminal

        terminal(crisis, console(sys.stdout), lang=interface, since=day, outlook=ahead)


def crisis_of(
    paths: tuple[str, ...],
    crisis_id: str | None,
    store: str | None,
    lang: Language | None,
    *,
    quiet: bool,
) -> Crisis:
    """The crisis that reports tell of, or that a store keeps.

    Args:
        paths: reports; none for those of the store.
        crisis_id: a crisis of the store, None for all its reports.
        store: the store as it was named, or None.
        lang: language of reports that do not tell theirs.
        quiet: neither progress nor summary.

    Raises:
        click.UsageError: both or neither were named.
    """
    _one_source(paths, store)
    if paths and crisis_id:
        raise click.UsageError("a crisis is kept in a store; name reports or a --crisis, not both.")
    return (
        _of_reports(paths, lang, quiet) if paths else _of_store(store or DEFAULT_STORE, crisis_id)
    )


def _one_source(paths: tuple[str, ...], store: str | None) -> None:
    source = click.get_current_context().get_parameter_source("store")
    if paths and source is ParameterSource.COMMANDLINE:
        raise click.UsageError("name reports or a --store, not both.")
    if not paths and store is None and not Path(DEFAULT_STORE).exists():
        raise click.UsageError(
            "name reports to read (a file, a folder, a URL), or put some into a store first with: "
            "statuquo add REPORTS"
        )


def _title(crisis: Crisis, paths: tuple[str, ...], store: str | None) -> str:
    """The headline of a single report, else the name of the folder, file or store."""
    if len(crisis.reports) == 1 and crisis.reports[0].title:
        return crisis.reports[0].title
    source = paths[0] if paths else store or DEFAULT_STORE
    # The URL of a database may hold a password, which has no place on a page.
    name = "" if "://" in source else Path(source).stem.strip("-_. ")
    return name.replace("-", " ").replace("_", " ").capitalize() or "statuquo"


def _of_reports(paths: tuple[str, ...], lang: Language | None, quiet: bool) -> Crisis:
    from statuquo.crisis import build

    with Run(quiet=quiet) as run:
        coded = list(run.coded(paths, lang))
    run.must_have_done_something(paths)
    return build(coded)


def _of_store(place: str, crisis_id: str | None) -> Crisis:
    from statuquo.crisis import build
    from statuquo.store import Store

    with Store.open(place, create=False) as kept:
        if crisis_id is None:
            return build(kept.coded())
        chosen = kept.crisis(crisis_id)
        return build(filter(chosen.selects, kept.coded()))
