"""A sound store is found sound, and each kind of damage is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from statuquo.store import Store

from .samples import TEXT, coded, event


def damages(store: Store) -> list[str]:
    return [str(one) for one in store.check() if not isinstance(one, int)]


def test_a_sound_store_is_sound(store: Store) -> None:
    for n in range(120):
        store.add(coded(f"{TEXT} {n}", report_id=f"r-{n}"))
    store.add(coded(f"{TEXT} corrected", report_id="r-3"))
    assert damages(store) == []
    assert [one for one in store.check() if isinstance(one, int)] == [100, 121]


def test_an_empty_store_is_sound(store: Store) -> None:
    assert list(store.check()) == []


@settings(deadline=None, max_examples=25)
@given(texts=st.lists(st.text(min_size=1), max_size=5))
def test_words_of_any_kind_are_sound(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    with Store.open(tmp_path_factory.mktemp("check") / "a.sqlite") as store:
        for n, words in enumerate(texts):
            store.add(coded(TEXT + words, event(why=words), report_id=f"r-{n}{words}"))
        assert damages(store) == []


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("UPDATE reports SET text = 'other'", "the column fingerprint is not what"),
        ("UPDATE reports SET cleaned = 'short'", "e-0001 rests on words that are not at 0–"),
        ("UPDATE reports SET current = 0", "0 of its versions are current, not one"),
        ("UPDATE reports SET version = 3", "has 1 versions, the last is called 3"),
        ("UPDATE events SET type = 'ASSAULT'", "events: type of row 0 is not what its record says"),
        ("UPDATE events SET record = '{\"id\": 3}'", "report r-1: cannot be read (TypeError"),
        ("DELETE FROM parties WHERE role = 'actor'", "parties has 2 rows and 3 belong there"),
        ("UPDATE parties SET country = 'XXX'", "parties: country of row 0 is not what its record"),
        ("PRAGMA foreign_keys = 0; DELETE FROM reports", "a row of events belongs to no row of"),
    ],
)
def test_damage_is_found(tmp_path: Path, harm: str, told: str) -> None:
    file = tmp_path / "a.sqlite"
    with Store.open(file) as store:
        store.add(coded())
        assert damages(store) == []
    with create_engine(f"sqlite:///{file}").begin() as connection:
        for statement in harm.split(";"):
            connection.execute(text(statement))
    with Store.open(file) as store:
        assert any(told in one for one in damages(store)), damages(store)


def test_a_correction_without_its_report_is_found(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    with Store.open(file) as store:
        store.add(coded())
    with create_engine(f"sqlite:///{file}").begin() as connection:
        connection.execute(
            text(
                "INSERT INTO corrections (id, report_id, kind, at, record) "
                "VALUES ('c-1', 'r-9', 'wrong', '2026-01-05', '{}')"
            )
        )
    with Store.open(file) as store:
        told = damages(store)
    assert told[0] == "correction c-1: is about a report that is not there"
    assert told[1].startswith("corrections: one cannot be read")
