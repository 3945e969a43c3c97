"""A desk over a shelf in memory: the example of the crisis tests, and a coder that knows one sentence."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from cli.conftest import OneSentenceCoder
from crisis.venezuela import reports
from statuquo.crisis.selection import Selection
from statuquo.events.record import CodedReport
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

    def stamp(self) -> int:
        return len(self.reports)

    def coded(self) -> Iterator[CodedReport]:
        return iter(self.reports)

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
