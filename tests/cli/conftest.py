"""The command line without its language models: a coder that knows one sentence.

«Ankara sends aid to Tripoli.» is an event; a text with «zzz» in it is in no known language. The
tests that run the real coder are marked `model`.
"""

import io
import logging
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pytest

from statuquo.cli import main
from statuquo.entities.model import Party
from statuquo.errors import InputError, UnknownLanguage
from statuquo.events.record import (
    Attribution,
    CodedReport,
    Event,
    EventType,
    Evidence,
    Modality,
    Span,
    content_id,
)
from statuquo.reports.model import Report

SENDS_AID = re.compile(r"(\w+) (sends aid) to (\w+)")


@dataclass(frozen=True)
class Done:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


class OneSentenceCoder:
    version = "test"

    def __init__(self, *, gate: bool = True) -> None:
        self.gate = gate

    def read(self, report: Report) -> CodedReport:
        if "zzz" in report.text:
            raise UnknownLanguage("is in no language that statuquo reads", report.source)
        lang = report.lang or "en"
        events = tuple(event_of(found, report) for found in SENDS_AID.finditer(report.text))
        return CodedReport(report=report, text=report.text, lang=lang, events=events)

    def stream(
        self,
        reports: Iterable[Report],
        *,
        set_aside: Callable[[InputError], None] | None = None,
        only_events: bool = False,
    ) -> Iterator[CodedReport]:
        for report in reports:
            try:
                yield self.read(report)
            except InputError as problem:
                if set_aside is None:
                    raise
                set_aside(problem)


def event_of(found: re.Match[str], report: Report) -> Event:
    def party(group: int) -> Party:
        name, (start, end) = found[group], found.span(group)
        return Party(
            name=name, country=name[:3].upper(), sector="GOV", text=name, start=start, end=end
        )

    start, end = found.span(2)
    return Event(
        id=content_id("e", report.id, start),
        report_id=report.id,
        lang=report.lang or "en",
        date=report.date,
        date_from="report" if report.date else None,
        type=EventType.AID,
        mode=None,
        quad="material-cooperation",
        score=10.0,
        contexts=(),
        act=EventType.AID,
        modality=Modality.HAPPENED,
        actors=(party(1),),
        recipients=(party(3),),
        attribution=(Attribution(speaker=party(1), verb="say"),),
        location=None,
        evidence=Evidence(
            sentence=found[0],
            start=found.start(),
            end=found.end(),
            trigger=Span(text=found[2], start=start, end=end),
        ),
        confidence=0.9,
        why="aid.send: sends (verb), actor subj, recipient to",
        version="test",
    )


@pytest.fixture(autouse=True)
def no_store_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.delenv("STATUQUO_STORE", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def one_sentence_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statuquo.events.Coder", OneSentenceCoder)


@pytest.fixture
def run_real(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Done]]:
    """Run the program in this process, as users do."""

    def call(*words: object, stdin: str | bytes = b"") -> Done:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        captured = capsys.readouterr()
        return Done(code=left.value.code, out=captured.out, err=captured.err)

    yield call
    logging.disable(logging.NOTSET)


@pytest.fixture
def run(one_sentence_coder: None, run_real: Callable[..., Done]) -> Callable[..., Done]:
    """Run the program in this process, with the coder of one sentence."""
    return run_real
