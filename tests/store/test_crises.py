"""Crises are kept beside the reports, and hold none of them."""

import pytest

from statuquo.crisis.selection import Selection
from statuquo.errors import StoreError
from statuquo.store import Store

from .samples import coded

LAKE = Selection(id="lake", title="Lake", parties=("KEN", "UGA"), words=("Migingo",))
CAPE = Selection(id="cape", title="Cap-Vert é\x00\ud800", places=("Praia",), since="2019-01-01")


def test_a_crisis_comes_back_as_it_was_kept(store: Store):
    assert store.keep_crisis(LAKE)
    assert store.keep_crisis(CAPE)
    assert store.crises() == (CAPE, LAKE)
    assert store.crisis("lake") == LAKE


def test_the_same_id_is_the_same_crisis_changed(store: Store):
    store.keep_crisis(LAKE)
    wider = Selection(id="lake", title="The lake", parties=("KEN", "UGA", "TZA"))
    assert not store.keep_crisis(wider)
    assert store.crises() == (wider,)


def test_one_that_is_dropped_leaves_its_reports(store: Store):
    store.add(coded())
    store.keep_crisis(LAKE)
    store.drop_crisis("lake")
    assert store.crises() == ()
    assert store.counts().reports == 1


@pytest.mark.parametrize("ask", [Store.crisis, Store.drop_crisis])
def test_one_that_is_not_there_says_where_to_look(store: Store, ask):
    with pytest.raises(StoreError, match="crisis list"):
        ask(store, "nowhere")
