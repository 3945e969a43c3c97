"""``statuquo code``: events as JSON Lines or CSV, or a corpus as Parquet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuquo.cli.options import Output, debug_option, lang_option, quiet_option
from statuquo.cli.runs import STDIN, Run
from statuquo.cli.streams import opened

if TYPE_CHECKING:
    from statuquo.reports.model import Language


@click.command()
@click.argument("paths", metavar="PATH|-...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "parquet"]),
    help="One JSON object a line (default), a table with one event a row, or, into a folder, "
    "Parquet tables of events and reports.",
)
@click.option(
    "--out",
    type=Output(folders=True),
    metavar="FILE|DIR",
    help="Write here, not to standard output; a folder for Parquet.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Code a corpus with N processes, into a folder of Parquet.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    help="Where the processes run: on this machine (default), or on a Ray cluster "
    "(pip install 'statuquo[ray]').",
)
@click.option(
    "--ray-address",
    metavar="ADDRESS",
    help="The cluster, as Ray writes it; $RAY_ADDRESS or this machine by default.",
)
@click.option(
    "--copies/--no-copies",
    default=True,
    help="For a corpus: code near copies of a report once and count them (default), or each.",
)
@click.option("--fresh", is_flag=True, help="For a corpus: begin anew what an earlier run left.")
@click.option(
    "--no-gate",
    is_flag=True,
    help="Parse every sentence, also those without the words for an act: slower, to compare.",
)
@lang_option
@quiet_option
@debug_option
def code(
    *,
    paths: tuple[str, ...],
    form: str | None,
    out: Path | None,
    workers: int | None,
    engine: str | None,
    ray_address: str | None,
    copies: bool,
    fresh: bool,
    no_gate: bool,
    lang: Language | None,
    quiet: bool,
) -> None:
    """Code reports and print their events, one a line.

    PATH is a text, HTML, JSON Lines, Parquet or WARC file, plain or compressed with gzip or zstd, a
    folder of them, or a URL; - reads JSON Lines of reports from standard input: {"text", "id", "title", "date", "lang", "url", "outlet"}, of which
    only "text" is required. Events of a report are printed as soon as it is coded.

    With --workers, or --out naming a folder, a whole corpus is coded into that folder: Parquet
    tables of events and reports in parts, what was set aside, and a manifest at the end. Such a run
    may be stopped at any point, also by a power cut: the same command goes on where it was, and the
    result is the same to the byte.

    \b
    Examples:
      statuquo code reports/ --out events.jsonl
      statuquo code archive.jsonl --format csv > events.csv
      statuquo code archive/ --out coded/ --workers 4
      echo '{"text": "Ankara has sent doctors to Tripoli."}' | statuquo code -
    """
    corpus = {"--workers": workers, "--engine": engine, "--ray-address": ray_address}
    asked = [name for name, value in corpus.items() if value] + ["--fresh"] * fresh
    if asked or form == "parquet" or (out is not None and out.is_dir()):
        if no_gate:
            raise click.UsageError(
                "--no-gate is for comparing; use it without a folder of Parquet."
            )
        _corpus(
            paths, form, out, asked or ["a folder"],
            workers=workers, engine=engine, ray_address=ray_address,
            copies=copies, fresh=fresh, lang=lang, quiet=quiet,
        )  # fmt: skip
        return
    from statuquo.exports import writer

    own_screen = out is not None or not sys.stdout.isatty()
    with opened(out) as stream, Run(quiet=quiet, progress=own_screen) as run:
        write = writer(form or "jsonl", stream)
        for coded in run.coded(paths, lang, only_events=True, gate=not no_gate):
            write(coded.events)
            stream.flush()
    run.must_have_done_something(paths)


def _corpus(
    paths: tuple[str, ...],
    form: str | None,
    out: Path | None,
    asked: list[str],
    *,
    workers: int | None,
    engine: str | None,
    ray_address: str | None,
    copies: bool,
    fresh: bool,
    lang: Language | None,
    quiet: bool,
) -> None:
    """Check that the options go together, and code a corpus into a folder.

    Raises:
        click.UsageError: they do not.
    """
    from statuquo.bulk import Settings
    from statuquo.cli.bulk import code_into

    if out is None:
        named = "--format parquet" if form == "parquet" else asked[0]
        raise click.UsageError(f"{named} writes a folder; name it with --out DIR.")
    if form not in (None, "parquet"):
        raise click.UsageError(
            f"{asked[0]} writes Parquet; leave out --format {form}, or name a file with --out."
        )
    if out.exists() and not out.is_dir():
        raise click.UsageError(f"{out} is a file and a folder is needed; name another with --out.")
    streamed = [path for path in paths if path == STDIN or "://" in path]
    if streamed:
        raise click.UsageError(
            f"{streamed[0]} can be read only once, and a run that goes on reads again; "
            "save it to a file first."
        )
    code_into(
        out,
        paths,
        workers=workers or 1,
        engine=engine or "local",
        ray_address=ray_address,
        settings=Settings(lang=lang, copies=copies),
        fresh=fresh,
        quiet=quiet,
    )
