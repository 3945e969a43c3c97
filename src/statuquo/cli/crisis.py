"""``statuquo crisis``: name selections of the store's reports, and have some proposed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from statuquo.cli.options import DEFAULT_STORE, debug_option, quiet_option, store_option
from statuquo.cli.streams import complain, one_line

if TYPE_CHECKING:
    from datetime import datetime

    from statuquo.crisis.selection import Selection

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
@debug_option
def crisis() -> None:
    """Name a crisis: a selection of the reports in the store, by parties, places, period and words.

    \b
    Examples:
      statuquo crisis suggest
      statuquo crisis add caracas --party VEN --party USA --party RUS --since 2019-01-01
      statuquo brief --crisis caracas
    """


@crisis.command()
@click.argument("crisis_id", metavar="ID")
@click.option("--title", metavar="TEXT", help="Its name for people; ID by default.")
@click.option(
    "--party",
    "parties",
    metavar="CODE",
    multiple=True,
    help="A state (VEN) or an entity (group:FARC); of several, a report must speak of two.",
)
@click.option(
    "--place", "places", metavar="NAME", multiple=True, help="Where things happen: a name or VEN."
)
@click.option("--word", "words", metavar="TEXT", multiple=True, help="What the text must hold.")
@click.option("--since", type=_DAY, metavar="DATE", help="Day of the first report.")
@click.option("--until", type=_DAY, metavar="DATE", help="Day of the last report.")
@store_option
@quiet_option
@debug_option
def add(
    *,
    crisis_id: str,
    title: str | None,
    parties: tuple[str, ...],
    places: tuple[str, ...],
    words: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    store: str | None,
    quiet: bool,
) -> None:
    """Keep a crisis in the store, or change the one that has this ID.

    Of each kind of option that is given, one must be met, and all kinds together.

    \b
    Example:
      statuquo crisis add lake --title "Lake Victoria" --party KEN --party UGA --word Migingo
    """
    from statuquo.crisis.selection import Selection
    from statuquo.store import Store

    made = Selection(
        id=crisis_id,
        title=title or crisis_id,
        parties=parties,
        places=places,
        words=words,
        since=since.date().isoformat() if since else None,
        until=until.date().isoformat() if until else None,
    )
    with Store.open(store or DEFAULT_STORE) as kept:
        new = kept.keep_crisis(made)
        chosen = sum(made.selects(coded) for coded in kept.coded())
        if not quiet:
            reports = f"{chosen} of {kept.counts().reports} reports"
            complain(f"{'kept' if new else 'changed'} {made.id}: {reports} belong to it")


@crisis.command("list")
@json_option
@store_option
@debug_option
def list_(*, as_json: bool, store: str | None) -> None:
    """Name the crises that the store holds."""
    from statuquo.store import Store

    with Store.open(store or DEFAULT_STORE, create=False) as kept:
        found = kept.crises()
    if as_json:
        print(json.dumps([one.to_dict() for one in found], ensure_ascii=False, indent=2))
    for one in () if as_json else found:
        print(f"{one.id}  {one_line(one.title)}  {_told(one)}")
    if not found:
        complain("no crisis is kept yet; `statuquo crisis suggest` proposes some")


@crisis.command()
@click.argument("crisis_id", metavar="ID")
@store_option
@quiet_option
@debug_option
def remove(*, crisis_id: str, store: str | None, quiet: bool) -> None:
    """Forget a crisis. Its reports stay in the store."""
    from statuquo.store import Store

    with Store.open(store or DEFAULT_STORE, create=False) as kept:
        kept.drop_crisis(crisis_id)
    if not quiet:
        complain(f"forgot {crisis_id}; its reports stay")


@crisis.command()
@json_option
@store_option
@debug_option
def suggest(*, as_json: bool, store: str | None) -> None:
    """Propose crises: the states between which there is most conflict, and those drawn into it.

    Each line ends with the command that keeps it.
    """
    from statuquo.crisis import build
    from statuquo.crisis.selection import suggest as proposals
    from statuquo.store import Store

    with Store.open(store or DEFAULT_STORE, create=False) as kept:
        found = proposals(build(kept.coded()))
    if as_json:
        records = [
            {**one.selection.to_dict(), "stories": one.stories, "tension": round(one.tension, 1)}
            for one in found
        ]
        print(json.dumps(records, ensure_ascii=False, indent=2))
    for one in () if as_json else found:
        print(f"{one.selection.title}: {one.stories} stories, {one.tension:.0f} points of conflict")
        print(f"  statuquo crisis add {one.selection.id} {_told(one.selection)}")
    if not found:
        complain("nothing to propose: no two states have three stories of conflict between them")


def _told(selection: Selection) -> str:
    """A selection as the options that make it."""
    from shlex import quote

    options = [
        *(f"--party {quote(party)}" for party in selection.parties),
        *(f"--place {quote(place)}" for place in selection.places),
        *(f"--word {quote(word)}" for word in selection.words),
        *([f"--since {selection.since}"] if selection.since else []),
        *([f"--until {selection.until}"] if selection.until else []),
    ]
    return one_line(" ".join(options))
