"""The reports of the example crisis as they are read from their folder."""

from pathlib import Path

from statuquo.errors import InputError
from statuquo.reports import Report, read

FOLDER = Path(__file__).parents[2] / "examples" / "venezuela-2019"
README = FOLDER / "README.md"

NOT_ABOUT_IT = (
    "courier-2019-05-27",
    "fanal-2019-07-29",
    "gaceta-2019-06-29",
    "gaceta-2019-08-29",
    "ledger-2019-02-11",
    "vigie-2019-06-29",
    "wire-2019-04-12",
)
"""Reports on sport, weather, art, markets and an earthquake."""

AGENCY_COPIES = (
    ("ponant-2019-01-24", "fanal-2019-01-24"),
    ("wire-2019-03-12", "courier-2019-03-12"),
)
"""What an agency wrote, and who printed it."""


def read_all() -> dict[str, Report]:
    """The reports by name: their id where they have one, else the name of their file."""
    return {_name(report): report for report in read([FOLDER], set_aside=_refuse, notice=_refuse)}


def _name(report: Report) -> str:
    file = Path(report.source or "")
    return file.stem if file.suffix == ".html" else report.id


def _refuse(problem: InputError) -> None:
    raise problem
