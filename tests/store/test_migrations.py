"""The migrations make the tables that the code speaks of, forwards and backwards."""

from importlib import resources

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from statuquo.store import Store
from statuquo.store.opening import HEAD
from statuquo.store.tables import VERSION_TABLE, metadata

from .samples import coded


def config(connection: Connection | None = None) -> Config:
    settings = Config()
    settings.set_main_option("script_location", "statuquo.store:migrations")
    settings.attributes["connection"] = connection
    return settings


def test_the_newest_step_is_the_one_that_opening_asks_for():
    assert ScriptDirectory.from_config(config()).get_heads() == [HEAD]


def test_each_step_is_one_file_named_after_it():
    files = resources.files("statuquo.store.migrations.versions").iterdir()
    names = sorted(file.name for file in files if file.name.startswith("m"))
    steps = [step.revision for step in ScriptDirectory.from_config(config()).walk_revisions()]
    assert [name[1:5] for name in names] == sorted(steps)


def test_tables_after_all_steps_are_those_of_the_code(store: Store):
    with store._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"version_table": VERSION_TABLE, "compare_type": True},
        )
        assert compare_metadata(context, metadata) == []


def test_down_and_up_again(store: Store):
    store.add(coded())
    with store._engine.begin() as connection:
        command.downgrade(config(connection), "base")
    with store._engine.begin() as connection:
        assert inspect(connection).get_table_names() == [VERSION_TABLE]
    with store._engine.begin() as connection:
        command.upgrade(config(connection), "head")
    assert store.add(coded())


def test_a_step_that_fails_leaves_no_half_of_it(place: str, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("alembic.op.create_index", fail)
    with pytest.raises(RuntimeError, match="power cut"):
        Store.open(place)
    monkeypatch.undo()
    with Store.open(place) as store:
        assert store.add(coded())
        with store._engine.connect() as connection:
            assert connection.scalar(text(f"SELECT count(*) FROM {VERSION_TABLE}")) == 1
