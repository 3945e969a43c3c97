import pytest

from crisis.venezuela import reports
from statuquo.crisis import Crisis, build


@pytest.fixture(scope="session")
def venezuela() -> Crisis:
    return build(reports())
