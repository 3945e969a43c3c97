"""What reports must give, written by hand from their text: tables in TOML and how they compare.

A table has the lines ``[[event]]``, ``[[agreement]]``, ``[[talks]]``, ``[[statement]]``,
``[[verdict]]``, ``[[relation]]`` and ``[[nothing]]`` (what must *not* be given). Each but the
relations names `words` of the sentence that it is about. What a line does not name is left open.

- A party is ``"VEN GOV"``, ``"RUS"`` (of any sector), ``"CVL"`` (of any country); ``"LEG|OPP"``
  is one or the other, ``"-"`` nobody. `actor` and `recipient` may be lists: all must be there.
- A type, kind, state or name may give choices in the same way: ``"COERCE|ASSAULT"``.
- ``speaker = ""`` is the report's own voice, ``"?"`` anybody else's.
- `nothing` is about events unless it says ``of = "talks"`` or another kind.
- ``reach = false`` marks a line that is not reached yet, with its `cause`; the test then fails as
  soon as it is reached, so that the mark goes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from statuquo.crisis import build
from statuquo.entities.model import Party
from statuquo.events.record import AgreementMention, CodedReport, Event, Statement

TABLES = Path(__file__).with_name("tables")

_KEYS = {
    "event": {"type", "act", "mode", "modality", "actor", "recipient", "speaker", "date"},
    "agreement": {"kind", "parties", "signed", "state"},
    "talks": {"mediator", "parties", "place", "state", "outcome"},
    "statement": {"speaker", "party", "role", "quoted"},
    "verdict": {"kind", "modality", "parties"},
    "relation": {"between", "kind"},
    "nothing": {"why", "of", "type", "mode", "modality", "actor", "recipient", "speaker"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a table: what must, or must not, be found.

    Args:
        report: name of the report.
        kind: ``event``, ``talks``, … ``nothing``.
        words: words of the sentence it is about; empty for a relation.
        wanted: what is asked of the finding.
        cause: why it is not reached yet, or None.
    """

    report: str
    kind: str
    words: str
    wanted: Mapping[str, Any]
    cause: str | None

    def __str__(self) -> str:
        what = self.wanted.get("type") or self.wanted.get("kind") or ""
        return " ".join(filter(None, (self.report, self.kind, what, self.words[:40])))


def lines() -> Iterator[Line]:
    """Every line of every table."""
    for file in sorted(TABLES.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for kind, entries in table.items():
            for entry in entries:
                yield _line(file.stem, kind, dict(entry))


def _line(report: str, kind: str, entry: dict[str, Any]) -> Line:
    reach, cause = entry.pop("reach", True), entry.pop("cause", None)
    words = entry.pop("words", "")
    unknown = set(entry) - _KEYS[kind]
    assert not unknown, f"{report}: {kind} has no {unknown}"
    assert reach == (cause is None), f"{report}: {kind} «{words}»: reach = false needs a cause"
    assert bool(words) == (kind != "relation"), f"{report}: {kind} «{words}»"
    return Line(report=report, kind=kind, words=words, wanted=entry, cause=cause)


def found(line: Line, coded: CodedReport) -> bool:
    """Whether a report gives what the line describes."""
    if line.kind == "relation":
        return any(
            _choice(line.wanted["kind"], relation.kind)
            and all(any(_fits(code, side) for side in relation.parties) for code in line.wanted["between"])
            for relation in build([coded]).relations
        )  # fmt: skip
    findings: Mapping[str, Iterable[Any]] = {
        "event": coded.events,
        "agreement": coded.agreements,
        "talks": coded.talks,
        "statement": coded.statements,
        "verdict": coded.verdicts,
    }
    kind = line.wanted.get("of", "event") if line.kind == "nothing" else line.kind
    wanted = {key: value for key, value in line.wanted.items() if key not in ("why", "of")}
    return any(
        line.words in (finding.words if kind == "statement" else finding.evidence.sentence)
        and all(_holds(key, value, finding) for key, value in wanted.items())
        for finding in findings[kind]
    )


def _holds(key: str, wanted: Any, finding: Any) -> bool:
    match key, finding:
        case "actor", _:
            return _all_among(wanted, finding.actors)
        case "recipient", _:
            # Of two sides that act on each other, neither is the recipient in the record.
            both = finding.recipients or (finding.actors if len(finding.actors) > 1 else ())
            return _all_among(wanted, both)
        case "speaker", Event():
            speakers = [said.speaker for said in finding.attribution]
            return _all_among({"": "-", "?": ""}.get(wanted, wanted), speakers)
        case "speaker", _:
            return _choice(wanted, finding.speaker.name)
        case "party", _:
            return _fits(wanted, finding.speaker)
        case "mediator", _:
            return _all_among(wanted, finding.mediators)
        case "parties", _:
            return _all_among(wanted, finding.parties)
        case "place", _:
            return finding.place is not None and finding.place.name == wanted
        case ("role", Statement()) | ("kind", AgreementMention()):
            return wanted in (getattr(finding, key) or "")
        case "quoted", _:
            return bool(finding.quoted == wanted)
        case _:
            return _choice(wanted, getattr(finding, key))


def _choice(wanted: str, value: object) -> bool:
    return str(value) in wanted.split("|")


def _all_among(wanted: str | list[str], parties: Iterable[Any]) -> bool:
    there = list(parties)
    if wanted == "-":
        return not there
    codes = [wanted] if isinstance(wanted, str) else wanted
    return all(any(_fits(code, party) for party in there) for code in codes)


def _fits(code: str, party: Party | Any) -> bool:
    """Whether each word of the code is the country or the sector of a party or side."""
    return all(
        any(choice in (party.country, party.sector) for choice in word.split("|"))
        for word in code.split()
    )
