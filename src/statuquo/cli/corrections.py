"""``statuquo corrections``: what people said of coded events at the desk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuquo.cli.options import DEFAULT_STORE, Output, debug_option, quiet_option, store_option
from statuquo.cli.streams import complain, one_line, opened

if TYPE_CHECKING:
    from statuquo.crisis.corrections import Outcome
    from statuquo.entities.model import Party
    from statuquo.events.record import Coding

_MEANINGS = {
    "applied": "",
    "agreed": " (the coder now says so itself)",
    "unfound": " (its words tell no such event any more)",
    "undone": " (taken back)",
}


@click.group()
@debug_option
def corrections() -> None:
    """See, export and take back what people corrected at the desk (statuquo serve).

    \b
    Examples:
      statuquo corrections list
      statuquo corrections export --out gold.jsonl
      statuquo evaluate gold.jsonl
    """


@corrections.command("list")
@click.option("--all", "history", is_flag=True, help="Also those that were taken back.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@store_option
@debug_option
def list_(*, history: bool, as_json: bool, store: str | None) -> None:
    """Name the corrections that stand: what the coder said, what is right, who says so."""
    from statuquo.store import Store

    with Store.open(store or DEFAULT_STORE, create=False) as kept:
        found = kept.outcomes(history=history)
    if as_json:
        records = [{**one.correction.to_dict(), "state": one.state} for one in found]
        print(json.dumps(records, ensure_ascii=False, indent=2))
    for one in () if as_json else found:
        for line in _told(one):
            print(line)
    if not found:
        complain("nothing is corrected yet; correct events at the desk: statuquo serve")


@corrections.command()
@click.option("--out", type=Output(), metavar="FILE", help="Write here, not to standard output.")
@store_option
@quiet_option
@debug_option
def export(*, out: Path | None, store: str | None, quiet: bool) -> None:
    """Write the corrected sentences as gold: JSON Lines that `statuquo evaluate` scores.

    Each line is a sentence with all the events that are right: those changed and added, and those
    that were let stand; none where all that was coded is wrong.
    """
    from statuquo.evaluation import judged
    from statuquo.store import Store

    with Store.open(store or DEFAULT_STORE, create=False) as kept:
        standing = kept.corrections()
        reports = [kept.report(name) for name in dict.fromkeys(c.report_id for c in standing)]
    sentences = judged(reports, standing)
    with opened(out) as stream:
        for one in sentences:
            print(json.dumps(one.row, ensure_ascii=False), file=stream)
    if not quiet:
        number = f"{len(sentences)} sentence{'' if len(sentences) == 1 else 's'}"
        complain(f"{len(standing)} corrections, {number} written")


@corrections.command()
@click.argument("correction_id", metavar="ID")
@click.option("--by", metavar="NAME", help="Who takes it back.")
@store_option
@quiet_option
@debug_option
def remove(*, correction_id: str, by: str | None, store: str | None, quiet: bool) -> None:
    """Take a correction back: the event is again as it was coded. The history keeps it."""
    from statuquo.store import Store

    now = datetime.now(UTC).isoformat(timespec="seconds")
    with Store.open(store or DEFAULT_STORE, create=False) as kept:
        kept.undo_correction(correction_id, at=now, by=by)
    if not quiet:
        complain(f"took back {correction_id}; `statuquo corrections list --all` still names it")


def _told(outcome: Outcome) -> Iterator[str]:
    one = outcome.correction
    signed = f" by {one_line(one.by)}" if one.by else ""
    yield f"{one.id}  {one.kind}  {one.at}{signed}{_MEANINGS[outcome.state]}"
    yield f"  {one_line(one.evidence.sentence)}"
    if one.coded:
        yield f"  coded: {_shown(one.coded)}"
    if one.right:
        yield f"  right: {_shown(one.right)}"
    if one.note:
        yield f"  note: {one_line(one.note)}"


def _shown(coding: Coding) -> str:
    sides = (_side(coding.actors), _side(coding.recipients))
    return one_line(f"{coding.type} {sides[0]} -> {sides[1]} [{coding.modality}]")


def _side(parties: tuple[Party, ...]) -> str:
    codes = (" ".join(filter(None, (party.country, party.sector))) for party in parties)
    named = (
        f"{party.name} ({code})" if code else party.name
        for party, code in zip(parties, codes, strict=True)
    )
    return " + ".join(named) or "-"
