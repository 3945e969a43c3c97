"""``statuquo outlook``: what may come next, how sure that is, and how such forecasts did before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuquo.cli.brief import crisis_of
from statuquo.cli.options import debug_option, lang_option, quiet_option, store_option
from statuquo.cli.steps import Steps
from statuquo.cli.streams import complain, one_line

if TYPE_CHECKING:
    from statuquo.crisis import Side
    from statuquo.outlook import Coming, Outlook, Record
    from statuquo.outlook.record import Slice
    from statuquo.reports.model import Language

_MOST = 12
_NAMES = {"all": "all pairs", "cross-border": "across borders", "onset": "after 28 calm days"}
_FEW = 200
"""Forecasts below which a record says next to nothing."""

horizon_option = click.option(
    "--horizon",
    type=click.IntRange(1, 365),
    default=7,
    show_default=True,
    metavar="DAYS",
    help="Days ahead; 7 and 28 are what the figures in docs/outlook.md are for.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


class _FirstWord(click.Group):
    """A command that takes words of its own, unless the first of them is one of its commands."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: object,
    ) -> click.Context:
        if args and args[0] in self.commands:
            name = f"{info_name} {args[0]}"
            return self.commands[args[0]].make_context(name, args[1:], parent=parent)
        return super().make_context(info_name, args, parent=parent, **extra)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return click.Command.parse_args(self, ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        return click.Command.invoke(self, ctx)


@click.group(
    cls=_FirstWord,
    no_args_is_help=False,
    context_settings={"allow_interspersed_args": True},
)
@click.argument("paths", metavar="[PATH|URL|-...]", nargs=-1)
@horizon_option
@click.option(
    "--crisis", "crisis_id", metavar="ID", help="Only the reports of a crisis that the store keeps."
)
@json_option
@store_option
@lang_option
@quiet_option
@debug_option
def outlook(
    *,
    paths: tuple[str, ...],
    horizon: int,
    crisis_id: str | None,
    as_json: bool,
    store: str | None,
    lang: Language | None,
    quiet: bool,
) -> None:
    """Say how probable conflict is between the sides of a crisis, why, and how sure that is.

    Takes reports as `statuquo brief` does, or the store. The probability is that of at least one
    event of material conflict from one side to the other within the horizon, as far as reports
    will tell of it.

    \b
    Examples:
      statuquo outlook --horizon 28 reports/
      statuquo outlook --crisis caracas
      statuquo outlook backtest events.csv
    """
    from statuquo.outlook import outlook as look

    found = look(crisis_of(paths, crisis_id, store, lang, quiet=quiet), horizon)
    if as_json:
        print(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
        return
    for line in _told(found):
        print(line)


@outlook.command()
@click.argument("events", metavar="EVENTS.csv", type=click.Path(path_type=Path))
@horizon_option
@json_option
@quiet_option
@debug_option
def backtest(*, events: Path, horizon: int, as_json: bool, quiet: bool) -> None:
    """Try how forecasts would have done on a table of events, week by week.

    EVENTS.csv is UTF-8 with a first line that names the columns date (2019-05-30), actor,
    recipient and quad (material-conflict, verbal-conflict, material-cooperation,
    verbal-cooperation); other columns are ignored.

    \b
    Example:
      statuquo outlook backtest events.csv --horizon 28
    """
    from statuquo.outlook import backtest as rolling
    from statuquo.outlook import read_events

    rows = read_events(events)
    with Steps(None, quiet=quiet) as steps:
        record = rolling(rows, horizon, step=lambda _done, _all: steps.step())
    if as_json:
        print(json.dumps({"events": len(rows), **record.to_dict()}, indent=2))
        return
    for line in _record(record):
        print(line)
    if not record.slices:
        complain(
            f"{events}: too short for a back-test of {horizon} days; give more weeks of events"
        )


def _told(found: Outlook) -> list[str]:
    if not found.coming:
        return [
            "Nothing is forecast: no two sides have had conflict, or the reports cover too few days "
            "(four weeks, and twice the horizon, are the least)."
        ]
    lines = [
        f"Material conflict within {found.horizon} days after {found.day}, as far as reports will "
        "tell of it"
    ]
    for one in found.coming[:_MOST]:
        lines += ["", *_pair(one)]
    if len(found.coming) > _MOST:
        lines += ["", f"and {len(found.coming) - _MOST} less likely pairs (--json shows all)"]
    if not found.learned:
        lines += [
            "",
            "The events are too few to learn from: each figure is no more than the pair's own past.",
        ]
    return [*lines, "", *(_record(found.record) if found.record else [])]


def _pair(one: Coming) -> list[str]:
    why = one.why
    head = f"{100 * why.probability:3.0f} %  {_name(one.actor)} → {_name(one.recipient)}"
    past = (
        f"       its own past: in {why.hits:.1f} of {why.windows:.1f} such windows"
        f" ({100 * why.climatology:.0f} % with the weight of all pairs)"
    )
    moved = [f"{offset.name} {offset.value:+.2f}" for offset in why.moving]
    if moved:
        return [head, past, f"       moved by (log-odds): {'; '.join(moved)}"]
    return [head, past, "       it knows no more than that past"]


def _name(side: Side) -> str:
    return one_line(side.name)


def _record(record: Record) -> list[str]:
    if not record.slices:
        return ["Record: the days are too few to try how such forecasts did before."]
    lines = [
        f"Record: {record.forecasts} forecasts in {record.weeks} weeks, each from what was known by "
        "then",
        f"  {'':20s} forecasts  came true   Brier  own past   difference (95 %)",
        *map(_slice, record.slices),
    ]
    if record.forecasts < _FEW:
        lines.append(f"  So few forecasts (under {_FEW}) prove nothing.")
    lines += ["", "  said        forecasts  mean said  came true"]
    lines += [
        f"  {100 * one.low:3.0f}-{100 * one.high:3.0f} %   {one.forecasts:9d}  {100 * one.said:7.1f} %"
        f"  {100 * one.came:7.1f} %"
        for one in record.reliability
    ]
    return lines


def _slice(one: Slice) -> str:
    return (
        f"  {_NAMES[one.name]:20s} {one.forecasts:9d}  {100 * one.share:7.1f} %  {one.brier:6.4f}"
        f"    {one.climatology:6.4f}   {one.low:+.4f} to {one.high:+.4f}"
    )
