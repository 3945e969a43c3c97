"""docs/codebook.md and the ontology say the same, and its examples are coded as it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from statuquo import Report
from statuquo.entities.model import SECTORS
from statuquo.events import Coder, Ontology
from statuquo.events.ontology import STOPPED
from statuquo.events.proving import agrees, parse_expected, show
from statuquo.events.record import EventType, Modality
from statuquo.reports import LANGUAGES

from .modules import ROOT

TEXT = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
ONTOLOGY = Ontology.load()
SO_FAR = re.compile(r", so far (?:as `([\w-]+)`|without mode)$")


@dataclass(frozen=True)
class Row:
    """A row of a table: the heading that it stands under, and its cells by the head of the table."""

    section: str
    cells: dict[str, str]

    def __str__(self) -> str:
        return f"{self.section}: {next(iter(self.cells.values()))}"


def rows() -> Iterator[Row]:
    section, head = "", []
    for line in TEXT.splitlines():
        if line.startswith("#"):
            section = line.lstrip("# ")
        if not line.startswith("|"):
            head = []
        elif not head:
            head = cells_of(line)
        elif not line.startswith("|---"):
            yield Row(section, dict(zip(head, cells_of(line), strict=True)))


def cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split(" | ")]


ROWS = list(rows())
EXAMPLES = [row for row in ROWS if "example" in row.cells and "mode" not in row.cells]
MODES = [row for row in ROWS if "mode" in row.cells]


def plain(cell: str) -> str:
    return cell.strip("`")


def number(cell: str) -> float:
    return float(cell.replace("−", "-"))


@pytest.mark.parametrize("kind", list(EventType))
def test_every_type_has_its_entry_with_quad_class_and_score(kind: EventType):
    entry = TEXT.partition(f"\n### {kind}\n")[2]
    found = re.match(r"\s*(\w+) (\w+), ([−0-9.]+)\.", entry)
    assert found, f"{kind} needs an entry that begins «Verbal cooperation, 2.5.»"
    assert f"{found[1].lower()}-{found[2]}" == ONTOLOGY.types[kind].quad
    assert number(found[3]) == ONTOLOGY.types[kind].score


@pytest.mark.parametrize("kind", list(EventType))
def test_every_type_has_an_example_in_each_language(kind: EventType):
    examples = [row for row in EXAMPLES if row.section == kind]
    assert [row.cells[""] for row in examples] == list(LANGUAGES)
    assert all(row.cells["coding"].startswith(f"`{kind} ") for row in examples)


@pytest.mark.parametrize("kind", list(EventType))
def test_every_mode_has_its_entry_with_its_score(kind: EventType):
    told = {
        plain(row.cells["mode"]): number(row.cells["score"]) for row in MODES if row.section == kind
    }
    assert told == dict(ONTOLOGY.types[kind].modes)


def test_every_context_has_its_entry():
    told = {plain(row.cells["context"]) for row in ROWS if row.section == "Contexts"}
    assert told == ONTOLOGY.contexts


def test_every_sector_has_its_entry():
    told = [plain(row.cells["sector"]) for row in ROWS if row.section == "Sectors"]
    assert told == list(SECTORS)


@pytest.mark.parametrize("told", [*Modality, STOPPED])
def test_the_rule_is_the_one_of_the_ontology(told: str):
    table = {
        act: row.cells[told]
        for row in ROWS
        if "the act is" in row.cells
        for act in row.cells["the act is"].split(", ")
    }
    assert set(table) == set(EventType)
    for act, kind in table.items():
        assert ONTOLOGY.type_of(EventType(act), told) == (act if kind == "the act" else kind)


@pytest.mark.model
@pytest.mark.parametrize("row", EXAMPLES, ids=str)
def test_an_example_is_coded_as_the_page_says(coder: Coder, row: Row):
    """Exactly so: nothing beside it, either."""
    [event] = coder.code(Report(text=row.cells["example"], lang=row.cells[""]))
    assert agrees(parse_expected(plain(row.cells["coding"])), event), show([event])


@pytest.mark.model
@pytest.mark.parametrize("row", MODES, ids=str)
def test_an_example_of_a_mode_has_it(coder: Coder, row: Row):
    [event] = coder.code(Report(text=row.cells["example"], lang=None))
    coding = row.cells["coding"]
    so_far = SO_FAR.search(coding)
    expected = parse_expected(plain(SO_FAR.sub("", coding)))
    assert agrees(expected, event), show([event])
    # A mode that is not told apart yet is marked so, and the mark goes when it is.
    assert event.mode == (so_far[1] if so_far else plain(row.cells["mode"]))
