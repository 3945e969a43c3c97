"""Whatever is found rests on words that stand where it says."""

from pathlib import Path

import pytest

from statuquo.events.record import CodedReport
from statuquo.store import Store

pytestmark = pytest.mark.model


def test_a_store_of_the_example_crisis_holds_together(
    coded: dict[str, CodedReport], tmp_path: Path
):
    with Store.open(tmp_path / "a.sqlite") as store:
        for one in coded.values():
            store.add(one)
        assert [str(fault) for fault in store.check() if not isinstance(fault, int)] == []
