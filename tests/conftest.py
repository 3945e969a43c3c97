"""What every test may use: one coder for the whole run, since loading models takes seconds."""

import pytest

from statuquo import Coder


@pytest.fixture(scope="session")
def coder():
    return Coder()
