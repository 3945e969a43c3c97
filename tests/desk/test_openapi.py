"""The API holds what its description promises: schemathesis sends it whatever the description allows,
and what it forbids."""

import pytest
import ruptures  # noqa: F401
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import GenerationMode

from crisis.venezuela import reports
from desk.conftest import MemoryShelf
from statuquo.web.desk import create_app

# The desk opens in a thread of its own while pytest still compiles other tests, and CPython 3.11 fails now
# and then where two threads compile: what opening imports is here already.
app = create_app(MemoryShelf(reports()), patience=30)
schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
schema.config.generation.modes = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]


@schema.parametrize()
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_api_does_as_it_says(case: schemathesis.Case) -> None:
    case.call_and_validate()


def test_every_route_is_described(pytestconfig: pytest.Config) -> None:
    told = app.openapi()
    for path, ways in told["paths"].items():
        for way, one in ways.items():
            assert one["summary"], (path, way)
            assert one.get("description"), (path, way)
            assert {"404", "422", "500"} <= set(one["responses"]), (path, way)
