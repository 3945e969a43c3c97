"""Shares that must hold: what was measured, on which data, and how a floor may move.

`tests/floors.toml` holds them. A floor rises with what is measured; it falls only where somebody says
why, and then the reason stands in the file.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from examples.crisis import FOLDER, read_all
from examples.tables import TABLES, found, lines
from statuquo.events import Coder
from statuquo.events.proving import failures
from statuquo.reports.model import LANGUAGES, Language

KEPT = Path(__file__).parents[1] / "floors.toml"
HEADER = """\
# Shares that must hold (docs/accuracy.md, "Floors"): of examples of the lexicon that are coded as they
# say, and of lines of the tables of the example crisis that are reached. `data` is a hash of what they
# were measured on. `make golden` measures anew; it lowers a floor only with a reason, which it keeps
# here as `why`: STATUQUO_LOWER="the reason" make golden
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """A share and the data that it was measured on.

    Args:
        right: how many are right.
        of: how many there are.
        data: hash of the data.
        why: the reason why it was lowered the last time that it moved, or None.
    """

    right: int
    of: int
    data: str
    why: str | None = None

    def holds(self, measured: Floor) -> bool:
        """Whether what was measured reaches the floor."""
        return measured.right * self.of >= self.right * measured.of


def read() -> dict[str, Floor]:
    """The floors that are kept."""
    table = tomllib.loads(KEPT.read_text(encoding="utf-8"))
    return {name: Floor(**entry) for name, entry in table.items()}


def write(floors: Mapping[str, Floor]) -> None:
    """Keep them."""
    entries = [HEADER]
    for name, floor in sorted(floors.items()):
        entries.append(f"\n[{name}]\nright = {floor.right}\nof = {floor.of}\n")
        entries.append(f'data = "{floor.data}"\n')
        if floor.why:
            words = floor.why.replace("\\", "\\\\").replace('"', '\\"')
            entries.append(f'why = "{words}"\n')
    KEPT.write_text("".join(entries), encoding="utf-8")


def moved(floor: Floor | None, measured: Floor, reason: str | None) -> Floor:
    """The floor after a new measurement.

    Args:
        floor: as it was; None where there was none.
        measured: what holds now.
        reason: why it may be lowered, if it must be.

    Raises:
        ValueError: it would be lowered and nobody says why.
    """
    if floor is None or floor.holds(measured):
        # What was said of another share no longer holds.
        kept = floor.why if floor and measured.holds(floor) else None
        return Floor(right=measured.right, of=measured.of, data=measured.data, why=kept)
    if not reason:
        raise ValueError(
            f"{measured.right} of {measured.of} is less than {floor.right} of {floor.of}: mend what "
            'is wrong, or say why it must be: STATUQUO_LOWER="the reason" make golden'
        )
    return Floor(right=measured.right, of=measured.of, data=measured.data, why=reason)


def measure_lexicon(coder: Coder, lang: Language) -> Floor:
    """The examples of a language that are coded as they say."""
    lexicon = coder.lexicon(lang)
    examples = [(frame.id, one) for frame in lexicon.frames for one in frame.examples]
    wrong = sum(1 for _ in failures(coder, lexicon))
    return Floor(
        right=len(examples) - wrong,
        of=len(examples),
        data=digest(
            part
            for name, one in sorted(examples, key=lambda item: (item[0], item[1].text))
            for part in (name, one.text, *(one.events or ("not",)))
        ),
    )


def measure_tables(coder: Coder) -> Floor:
    """The lines of the tables of the example crisis that are reached."""
    reports = read_all()
    coded = dict(zip(reports, coder.stream(reports.values()), strict=True))
    every = list(lines())
    reached = [found(line, coded[line.report]) != (line.kind == "nothing") for line in every]
    files = [*sorted(TABLES.glob("*.toml")), *sorted(FOLDER.rglob("*.*"))]
    parts = (path.read_text(encoding="utf-8") for path in files if path.name != "README.md")
    return Floor(right=sum(reached), of=len(every), data=digest(parts))


def digest(parts: Iterable[str]) -> str:
    """A short hash of texts in their order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


MEASURES: Mapping[str, Callable[[Coder], Floor]] = {
    **{
        f"lexicon-{lang}": lambda coder, lang=lang: measure_lexicon(coder, lang)
        for lang in LANGUAGES
    },
    "example-crisis": measure_tables,
}
"""What each floor is measured by."""
