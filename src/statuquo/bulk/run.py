"""A run over a corpus: read it, find the copies, code the rest, and keep what is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from statuquo.bulk.coding import Coded, Job, PieceCoder
from statuquo.bulk.copies import copies_of
from statuquo.bulk.engines import Engine, LocalEngine, Lost
from statuquo.bulk.folder import Folder
from statuquo.bulk.pieces import REPORTS, Aside, Piece, cut
from statuquo.bulk.preparing import Prepared, Preparer
from statuquo.errors import InputError, StatuquoError
from statuquo.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuquo.reports.model import Language

UNREADABLE = "ended the program that read it; it is left out"

Stage = Literal["reading", "coding"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run is told, beside the corpus; the result depends on nothing else.

    Args:
        lang: language of reports that do not tell theirs; None to find out.
        copies: find near copies and code them once.
        piece: the most reports of a part of the result.
    """

    lang: Language | None = None
    copies: bool = True
    piece: int = REPORTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far a run is.

    Args:
        stage: what it does.
        reports: reports that are done in this stage, those of a run before included.
        total: reports that there are, or None while they are read.
        copies: how many of them are near copies, once that is known.
        events: events coded so far.
        aside: what this step has set aside.
        before: reports that an earlier run had done in this stage.
    """

    stage: Stage
    reports: int
    total: int | None = None
    copies: int = 0
    events: int = 0
    aside: tuple[Aside, ...] = ()
    before: int = 0


def code_corpus(
    sources: Sequence[str],
    out: Path,
    engine: Engine,
    settings: Settings | None = None,
    *,
    workers: int = 1,
    fresh: bool = False,
    make: Callable[[], Callable[[Job], Coded]] | None = None,
) -> Iterator[Step]:
    """Code a corpus into a folder of Parquet files; a run that was broken off goes on.

    Args:
        sources: files and folders of reports.
        out: the folder to write: ``reports/``, ``events/`` and ``aside/`` with a part for each
            piece of the corpus, and at the end ``manifest.json``.
        engine: who codes.
        settings: what else the run is told.
        workers: processes of this machine that read.
        fresh: remove what an earlier run has left in the folder.
        make: makes what codes a piece; `PieceCoder` when left out.

    Yields:
        How far the run is, after each piece.

    Raises:
        InputError: the folder is another run's or cannot be written; the corpus has changed since
            the run began.
        ModelError: a language model is not installed.
    """
    told = settings or Settings()
    folder = Folder(out)
    if fresh:
        folder.clear()
    plan = {"statuquo": __version__, "sources": list(sources), **asdict(told)}
    known = folder.plan()
    if known is None:
        folder.begin(plan)
    elif known != plan:
        raise InputError(
            f"holds a run that was told otherwise ({_difference(known, plan)}); "
            "name another folder, or begin anew with --fresh",
            str(out),
        )
    if folder.is_done:
        return
    parts = 0
    for step, number in _prepare(folder, sources, told, workers):
        parts = max(parts, number + 1)
        yield step
    jobs, totals = _jobs(folder, parts, told)
    yield from _code(folder, jobs, totals, engine, make or partial(PieceCoder, told.lang))
    folder.finish(plan, dict(sorted(totals.items())), parts)


# -- reading --------------------------------------------------------------------------------------


def _prepare(
    folder: Folder, sources: Sequence[str], told: Settings, workers: int
) -> Iterator[tuple[Step, int]]:
    done = Counter[str]()
    kept: list[int] = []

    def missing() -> Iterator[Piece]:
        for piece in cut(sources, reports=told.piece):
            path = folder.prepared(piece.number)
            if not path.exists():
                yield piece
                continue
            key, rows = _told(path)
            if key != piece.key:
                raise InputError(
                    f"the corpus has changed since the run began (at {_first(piece)}); "
                    "begin anew with --fresh, or name another folder",
                    str(folder.path),
                )
            done.update(reports=rows, before=rows)
            kept.append(piece.number)

    def step(aside: tuple[Aside, ...] = ()) -> Step:
        return Step(stage="reading", reports=done["reports"], before=done["before"], aside=aside)

    for prepared in _each(LocalEngine(workers), Preparer, missing()):
        folder.keep_prepared(prepared)
        done["reports"] += prepared.reports
        yield step(prepared.aside), prepared.number
    if kept:
        yield step(), max(kept)


def _each(
    engine: Engine, make: Callable[[], Callable[[Piece], Prepared]], pieces: Iterator[Piece]
) -> Iterator[Prepared]:
    """Prepared pieces; one whose process ended is read item by item, to leave out what ended it."""
    for done in engine.do(make, pieces):
        if not isinstance(done, Lost):
            yield done
            continue
        piece = done.job
        singles = [replace(piece, number=n, items=(one,)) for n, one in enumerate(piece.items)]
        deadly = {lost.job.number for lost in engine.do(make, singles) if isinstance(lost, Lost)}
        left_out = (Aside(_first(singles[n]), UNREADABLE) for n in sorted(deadly))
        rest = replace(
            piece,
            items=tuple(one for n, one in enumerate(piece.items) if n not in deadly),
            aside=(*piece.aside, *left_out),
        )
        [again] = engine.do(make, [rest])
        if isinstance(again, Lost):
            raise _hopeless(_first(piece))
        yield again


def _told(path: Path) -> tuple[str, int]:
    """Key and number of rows of a prepared piece."""
    from pyarrow import parquet

    metadata = parquet.read_metadata(path)
    return metadata.metadata[b"key"].decode(), metadata.num_rows


# -- copies ---------------------------------------------------------------------------------------


def _jobs(folder: Folder, parts: int, told: Settings) -> tuple[list[Job], Counter[str]]:
    """The pieces to code, with what is a copy of what; and what there is in all."""
    from pyarrow import parquet

    ids: list[str] = []
    signatures: list[bytes] = []
    days: list[str | None] = []
    bounds = [0]
    for number in range(parts):
        columns = parquet.read_table(folder.prepared(number), columns=["id", "date", "signature"])
        ids += columns["id"].to_pylist()
        days += columns["date"].to_pylist()
        signatures += columns["signature"].to_pylist()
        bounds.append(len(ids))
    first = copies_of(signatures, days) if told.copies else list(range(len(ids)))
    stands_for = Counter(first)
    jobs = [
        Job(
            number=number,
            path=folder.prepared(number),
            copy_of=tuple(ids[first[n]] if first[n] != n else None for n in range(start, end)),
            copies=tuple(stands_for[n] for n in range(start, end)),
        )
        for number, (start, end) in enumerate(pairwise(bounds))
    ]
    return jobs, Counter(reports=len(ids), copies=len(ids) - len(stands_for))


# -- coding ---------------------------------------------------------------------------------------


def _code(
    folder: Folder,
    jobs: list[Job],
    totals: Counter[str],
    engine: Engine,
    make: Callable[[], Callable[[Job], Coded]],
) -> Iterator[Step]:
    done = Counter[str]()

    def step(aside: tuple[Aside, ...] = ()) -> Step:
        return Step(
            stage="coding",
            reports=done["reports"],
            before=done["before"],
            total=totals["reports"],
            copies=totals["copies"],
            events=totals["events"],
            aside=aside,
        )

    left = [job for job in jobs if not folder.has_part(job.number)]
    for job in jobs:
        if folder.has_part(job.number):
            done.update(reports=len(job.copies), before=len(job.copies))
            totals.update(_counts(folder, job.number))
    if done:
        yield step()
    for result in engine.do(make, left):
        coded = _carefully(result.job, engine, make) if isinstance(result, Lost) else result
        folder.keep_part(coded)
        done["reports"] += coded.reports
        totals.update(_counts(folder, coded.number))
        yield step(coded.aside)


def _counts(folder: Folder, number: int) -> dict[str, int]:
    from pyarrow import parquet

    part = folder.prepared(number).stem
    events = parquet.read_metadata(folder.path / "events" / f"{part}.parquet").num_rows
    aside = (folder.path / "aside" / f"{part}.jsonl").read_bytes().count(b"\n")
    return {"events": events, "aside": aside}


def _carefully(job: Job, engine: Engine, make: Callable[[], Callable[[Job], Coded]]) -> Coded:
    """Code a piece whose process ended: report by report, to leave out the one that ended it."""
    tried = engine.do(make, job.alone())
    deadly = {lost.job.only for lost in tried if isinstance(lost, Lost)}
    [again] = engine.do(make, [replace(job, deadly=frozenset(n for n in deadly if n is not None))])
    if isinstance(again, Lost):
        raise _hopeless(f"part {job.number}")
    return again


def _hopeless(what: str) -> StatuquoError:
    return StatuquoError(
        f"the process that worked on {what} ended again and again, though each report alone can be "
        "coded; it may lack memory: run it again with fewer workers, and it goes on where it was"
    )


def _first(piece: Piece) -> str:
    """A name for what a piece begins with."""
    item: Any = piece.items[0] if piece.items else None
    for name in ("source", "path"):
        if getattr(item, name, None):
            return str(getattr(item, name))
    capture = getattr(item, "capture", None)
    return str(capture.source) if capture else f"part {piece.number}"


def _difference(known: dict[str, Any], plan: dict[str, Any]) -> str:
    told = [
        f"{name} was {known.get(name)!r} and is {plan.get(name)!r}"
        for name in plan
        if known.get(name) != plan.get(name)
    ]
    return ", ".join(told)
