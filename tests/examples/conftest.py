"""The example crisis, coded once for all tests of this folder."""

import pytest

from examples.crisis import read_all
from statuquo import Coder
from statuquo.crisis import Crisis, build
from statuquo.events.record import CodedReport


@pytest.fixture(scope="session")
def coded(coder: Coder) -> dict[str, CodedReport]:
    """Every report of the example crisis, coded, by its name."""
    reports = read_all()
    found = zip(reports, coder.stream(reports.values()), strict=True)
    return dict(found)


@pytest.fixture(scope="session")
def picture(coded: dict[str, CodedReport]) -> Crisis:
    """The crisis that all of them tell of."""
    return build(coded.values())
