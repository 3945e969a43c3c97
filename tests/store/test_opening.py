"""What is said when a store cannot be opened, read or written: one line, and what to do."""

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from statuquo.errors import StoreError
from statuquo.store import Store

from .samples import coded


def noise(file: Path) -> None:
    file.write_bytes(bytes(range(256)) * 40)


def text_file(file: Path) -> None:
    file.write_text("This is a page of news, not a database.\n" * 50, encoding="utf-8")


def other_database(file: Path) -> None:
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def of_the_future(file: Path) -> None:
    Store.open(file).close()
    with contextlib.closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE statuquo_version SET version_num = '9999'")


def cut_short(file: Path) -> None:
    with Store.open(file) as store:
        for number in range(50):
            store.add(coded(f"Report {number}. " * 40, report_id=f"r-{number}"))
    file.write_bytes(file.read_bytes()[:20_000])


def folder(file: Path) -> None:
    file.mkdir()


def empty_database(file: Path) -> None:
    sqlite3.connect(file).close()
    file.touch()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (noise, "is not a store .*choose another with --store"),
        (text_file, "is not a store .*choose another with --store"),
        (other_database, "a database of something else .it holds bookmarks"),
        (of_the_future, "newer version of statuquo; run: pip install --upgrade statuquo"),
        (cut_short, "is damaged.*put back a copy"),
        (folder, "is a folder; name a file in it"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
@pytest.mark.parametrize("create", [True, False], ids=["to write", "to read"])
def test_a_file_that_is_no_good(
    tmp_path: Path, make: Callable[[Path], None], message: str, create: bool
):
    file = tmp_path / "crisis.sqlite"
    make(file)
    before = file.read_bytes() if file.is_file() else b""
    with (
        pytest.raises(StoreError, match=f"crisis.sqlite: .*{message}"),
        Store.open(file, create=create) as store,
    ):
        list(store.coded())
    if make is not cut_short:
        assert (file.read_bytes() if file.is_file() else b"") == before


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("mysql://localhost/news", "not supported; use an SQLite file or a postgresql"),
        ("sqlite://", "not supported"),
        ("nonsense://", "not supported"),
        ("://", "is not a database URL"),
        (
            "postgresql://me:secret@127.0.0.1:1/news",
            r"me:\*\*\*@127.0.0.1:1/news: no server answers",
        ),
    ],
)
def test_a_url_that_is_no_good(place: str, message: str):
    with pytest.raises(StoreError, match=message) as raised:
        Store.open(place, wait=1)
    assert "secret" not in str(raised.value)


@pytest.mark.postgres
def test_a_server_without_that_database(postgres_server: str):
    from sqlalchemy import make_url

    url = make_url(postgres_server).set(database="nowhere").render_as_string(hide_password=False)
    with pytest.raises(StoreError, match="knows no such user or database"):
        Store.open(url)


def test_a_folder_that_does_not_exist(tmp_path: Path):
    with pytest.raises(StoreError, match="the folder .*missing does not exist; make it first"):
        Store.open(tmp_path / "missing" / "crisis.sqlite")


def test_to_read_there_must_be_a_store(tmp_path: Path):
    with pytest.raises(StoreError, match="no store here; make one with: statuquo add"):
        Store.open(tmp_path / "crisis.sqlite", create=False)
    empty_database(tmp_path / "empty.sqlite")
    with pytest.raises(StoreError, match="holds no store yet; make one with: statuquo add"):
        Store.open(tmp_path / "empty.sqlite", create=False)
    assert not (tmp_path / "crisis.sqlite").exists()


def test_an_empty_file_becomes_a_store(tmp_path: Path):
    empty_database(tmp_path / "empty.sqlite")
    with Store.open(tmp_path / "empty.sqlite") as store:
        assert store.add(coded())


def test_strange_file_names(tmp_path: Path):
    for name in ("crise n°1 ?mode=ro#.sqlite", "100%41.sqlite", "öl & gas.sqlite"):
        with Store.open(tmp_path / name) as store:
            store.add(coded())
        assert (tmp_path / name).is_file()


def test_a_relative_path_and_a_url_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with Store.open("crisis.sqlite") as store:
        store.add(coded())
    with Store.open("sqlite:///crisis.sqlite", create=False) as store:
        assert store.counts().reports == 1


def test_a_store_that_another_program_is_writing(tmp_path: Path):
    file = tmp_path / "crisis.sqlite"
    with Store.open(file, wait=0.1) as store:
        with contextlib.closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="another program is writing to it; try again"):
                store.add(coded())
            assert store.counts().reports == 0
        assert store.add(coded())


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder with a store in it, both of which this process may read and not write."""
    with tempfile.TemporaryDirectory(prefix="statuquo-") as name:
        place = Path(name)
        with Store.open(place / "crisis.sqlite") as store:
            store.add(coded())
        (place / "crisis.sqlite").chmod(0o444)
        place.chmod(0o555)
        if os.geteuid() == 0:
            os.seteuid(65534)
        yield place
        if os.getuid() == 0:
            os.seteuid(0)
        place.chmod(0o755)


def test_a_read_only_folder(read_only_folder: Path):
    with pytest.raises(
        StoreError, match="folder .* is read-only; choose another place with --store"
    ):
        Store.open(read_only_folder / "new.sqlite")
    with pytest.raises(StoreError, match="crisis.sqlite: is read-only; change its permissions"):
        Store.open(read_only_folder / "crisis.sqlite")
    with Store.open(read_only_folder / "crisis.sqlite", create=False) as store:
        assert store.counts().reports == 1
        with pytest.raises(StoreError, match="crisis.sqlite: is read-only"):
            store.add(coded("Another."))
