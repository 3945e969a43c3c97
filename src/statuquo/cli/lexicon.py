"""``statuquo lexicon``: check it, look into it, try a sentence, compare two versions."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuquo.cli.lexicon_diff import diff
from statuquo.cli.options import debug_option
from statuquo.cli.streams import complain, console, one_line, printable
from statuquo.errors import DataError
from statuquo.reports.model import LANGUAGES

if TYPE_CHECKING:
    from statuquo.entities.model import Party
    from statuquo.events import CodedReport
    from statuquo.events.lexicon import Frame, Lexicon
    from statuquo.reports.model import Language

lang_option = click.option("--lang", type=click.Choice(LANGUAGES), help="One language only.")


@click.group()
@debug_option
def lexicon() -> None:
    """Check the lexicon, look into it, try a sentence on it, or compare two versions.

    The lexicon says which words make which act. It is TOML, and docs/lexicon-guide.md tells how to
    add to it.

    \b
    Examples:
      statuquo lexicon check
      statuquo lexicon show aid --lang fr
      statuquo lexicon try "La Russie envoie des troupes à Cuba."
      statuquo lexicon diff installed my-lexicon/ reports/
    """


lexicon.add_command(diff)


@lexicon.command()
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False
)
@lang_option
@debug_option
def check(folder: Path | None, lang: Language | None) -> None:
    """Tell everything that is wrong in the lexicon, with file and line.

    First the files, then every example: it must give the events that it says and no others.

    FOLDER holds a lexicon of your own, with a folder for each language; without it the one that is
    installed is checked. The exit code is 2 where something is wrong.

    \b
    Examples:
      statuquo lexicon check
      statuquo lexicon check --lang es
      statuquo lexicon check my-lexicon/
    """
    from statuquo.data import DATA
    from statuquo.events import Coder
    from statuquo.events.lexicon import Lexicon
    from statuquo.events.lexicon import check as faults_of_files
    from statuquo.events.proving import failures

    where = folder or DATA / "lexicon"
    languages = _languages(lang)
    _stop_at(faults_of_files(folder=where, languages=languages))
    lexicons = {one: Lexicon.load(one, folder=where) for one in languages}
    coder = Coder(lexicons=lexicons)
    _stop_at(
        [
            DataError(f"{frame.id}: {fault}: {example.text}", frame.file, example.line)
            for one in lexicons.values()
            for frame, example, fault in failures(coder, one)
        ]
    )
    frames = [frame for one in lexicons.values() for frame in one.frames]
    patterns = sum(len(frame.patterns) for frame in frames)
    examples = sum(len(frame.examples) for frame in frames)
    print(f"{len(frames)} frames, {patterns} patterns, {examples} examples; nothing wrong")


@lexicon.command()
@click.argument("what", required=False)
@lang_option
@debug_option
def show(what: str | None, lang: Language | None) -> None:
    """Show frames: of a type, of a word, or one by its id; without any, how many there are.

    \b
    Examples:
      statuquo lexicon show
      statuquo lexicon show aid --lang fr
      statuquo lexicon show envoyer
      statuquo lexicon show aid.send-forces
    """
    from statuquo.events.lexicon import Lexicon

    lexicons = [Lexicon.load(one) for one in _languages(lang)]
    if what is None:
        _show_sizes(lexicons)
        return
    frames = [frame for one in lexicons for frame in one.frames if _is_about(frame, what)]
    if not frames:
        raise click.UsageError(
            f"no frame is of a type {what!r}, is called so, or has it as its word; a word is "
            "written in its dictionary form."
        )
    for frame in frames:
        for line in _frame_lines(frame):
            print(line)
        print()


@lexicon.command("try")
@click.argument("sentence")
@lang_option
@click.option("--date", metavar="DAY", help="Day of the report, such as 2019-05-30.")
@debug_option
def try_(sentence: str, lang: Language | None, date: str | None) -> None:
    """Show what is coded from a sentence, and by which rule.

    \b
    Examples:
      statuquo lexicon try "La Russie envoie des troupes à Cuba."
      statuquo lexicon try "Oslo will host the talks" --lang en
    """
    from statuquo.events import Coder
    from statuquo.reports import Report

    coded = Coder().read(Report(text=sentence, lang=lang, date=date, source="the sentence"))
    for line in _findings(coded):
        print(printable(line))


def _stop_at(faults: list[DataError]) -> None:
    for fault in faults:
        print(one_line(str(fault)))
    if faults:
        complain(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}")
        raise click.exceptions.Exit(2)


def _languages(lang: Language | None) -> tuple[Language, ...]:
    return (lang,) if lang else LANGUAGES


def _is_about(frame: Frame, what: str) -> bool:
    wanted = what.casefold()
    if wanted in (frame.act.value.casefold(), frame.id.casefold()):
        return True
    return any(wanted in (*words, " ".join(words)) for p in frame.patterns for words in p.lemmas)


def _show_sizes(lexicons: Iterable[Lexicon]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column("type")
    sizes: dict[str, Counter[str]] = {}
    for one in lexicons:
        table.add_column(f"{one.lang} frames", justify="right")
        table.add_column("patterns", justify="right")
        frames = Counter(frame.act.value for frame in one.frames)
        patterns = Counter(frame.act.value for frame in one.frames for _ in frame.patterns)
        sizes |= {f"{one.lang} frames": frames, f"{one.lang} patterns": patterns}
    types = sorted({act for counts in sizes.values() for act in counts})
    for act in types:
        table.add_row(act, *(str(counts[act]) for counts in sizes.values()))
    table.add_row("all", *(str(counts.total()) for counts in sizes.values()), style="bold")
    console(sys.stdout).print(table)


def _frame_lines(frame: Frame) -> Iterator[str]:
    mode = f" {frame.mode}" if frame.mode else ""
    told = f", {frame.modality}" if frame.modality else ""
    yield f"{frame.id} ({frame.lang}): {frame.act}{mode}{told}   {frame.file}:{frame.line}"
    for pattern in frame.patterns:
        yield f"  {pattern.kind:<10} {pattern.text}"
    for kind in dict.fromkeys(pattern.kind for pattern in frame.patterns):
        actor = " or ".join(frame.actor.get(kind, ())) or "none"
        recipient = " or ".join(frame.recipient.get(kind, ())) or "none"
        yield f"  {kind:<10} actor: {actor}; recipient: {recipient}"
    for example in frame.examples:
        expected = "not this frame" if example.events is None else "; ".join(example.events)
        yield f"  example    {example.text}  =>  {expected or 'nothing'}"


def _findings(coded: CodedReport) -> Iterator[str]:
    from statuquo.events.proving import show as notation

    for event in coded.events:
        speakers = "".join(f" [said by {_code(item.speaker)}]" for item in event.attribution)
        yield notation([event]) + speakers
        yield f"    {event.why} (confidence {event.confidence:.2f})"
    for said in coded.statements:
        yield f"said by {_code(said.speaker)}: {said.words}"
    for accord in coded.agreements:
        yield f"agreement, {accord.state}: {accord.kind} ({_codes(accord.parties)})"
    for talks in coded.talks:
        mediated = f", through {_codes(talks.mediators)}" if talks.mediators else ""
        yield f"talks, {talks.state}: {_codes(talks.parties)}{mediated}"
    for verdict in coded.verdicts:
        yield f"verdict, {verdict.modality}: {verdict.kind}: {verdict.words}"
    if not coded.events:
        yield f"no event (read as {coded.lang})"


def _codes(parties: Iterable[Party]) -> str:
    return " + ".join(_code(party) for party in parties) or "-"


def _code(party: Party) -> str:
    return " ".join(part for part in (party.country or "?", party.sector) if part)
