"""The command line without its language models: a coder that knows one sentence.

«Ankara sends aid to Tripoli.» is an event; a text with «zzz» in it is in no known language. The
tests that run the real coder are marked `model`.
"""

import io
import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pytest

from one_sentence import SENDS_AID, event_of
from statuquo.cli import main
from statuquo.errors import InputError, UnknownLanguage
from statuquo.events.record import (
    CodedReport,
)
from statuquo.reports.model import Report


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
