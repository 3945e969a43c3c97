"""A desk over a shelf in memory: the example of the crisis tests, and a coder that knows one sentence."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from cli.conftest import OneSentenceCoder
from crisis.venezuela import reports
from statuquo.crisis.corrections import Correction, correct_all
from statuquo.crisis.selection import Selection
from statuquo.events.record import CodedReport
from statuquo.reports.feeds.model import FeedState
from statuquo.reports.model import Report
from statuquo.web.desk import create_app

CRISES = (
    Selection(id="all-of-may", title="All of May", since="2019-05-01", until="2019-05-31"),
    Selection(id="hostile", title="<script>alert(1)</script>", words=("<script>",)),
)


class MemoryShelf:
    """Reports in a list."""

    def __init__(self, coded: list[CodedReport]) -> None:
        self.reports = coded
        self.said: list[Correction] = []
        self.watched: list[FeedState] = []

    def stamp(self) -> tuple[int, int, int]:
        return len(self.reports), len(self.said), sum(one.undone is None for one in self.said)

    def changed(self, since: tuple[int, int, int]) -> None:
        """It is read as a whole each time."""

    def coded(self) -> Iterator[CodedReport]:
        return correct_all(self.reports, self.said)

    def corrections(self) -> tuple[Correction, ...]:
        return tuple(self.said)

    def correct(self, correction: Correction) -> None:
        for former in self.said:
            if former.undone is None and correction.replaces(former):
                self.undo_correction(former.id, at=correction.at, by=correction.by)
        self.said.append(correction)

    def undo_correction(self, correction_id: str, *, at: str, by: str | None) -> Correction:
        (place,) = (n for n, one in enumerate(self.said) if one.id == correction_id)
        self.said[place] = replace(self.said[place], undone=at, undone_by=by)
        return self.said[place]

    def feeds(self) -> tuple[dict[str, FeedState], dict[str, dict[str, int]]]:
        return {one.url: one for one in self.watched}, {one.url: {"added": 3, "aside": 1} for one in self.watched}  # fmt: skip

    def crises(self) -> tuple[Selection, ...]:
        return CRISES

    def add(self, report: Report) -> CodedReport:
        coded = OneSentenceCoder().read(report)
        self.reports.append(coded)
        return coded


@pytest.fixture
def shelf() -> MemoryShelf:
    return MemoryShelf(reports())


@pytest.fixture
def desk(shelf: MemoryShelf) -> TestClient:
    return TestClient(create_app(shelf, patience=30), base_url="http://127.0.0.1:8750")
