"""What the cases of readers compare: the events of a page, a line each."""

from __future__ import annotations

from collections.abc import Iterable

from statuquo import Coder, Report
from statuquo.entities.model import Party
from statuquo.reports.model import Language


def coded(coder: Coder, text: str, lang: Language) -> list[str]:
    """Type, countries of the actors and of the recipients of each event of a report of 2021."""
    events = coder.code(Report(text=text, lang=lang, date="2021-09-01"))
    return [f"{e.type} {_codes(e.actors)} -> {_codes(e.recipients)}" for e in events]


def _codes(parties: Iterable[Party]) -> str:
    return "+".join(party.country or "?" for party in parties)
