"""Corrections as gold: the sentences that people looked at, with the events that they say are there.

Whoever corrected an event of a sentence had the others before them, so what they let stand is taken
for right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from statuquo.crisis.corrections import Correction, sentence_start, settle
from statuquo.entities.model import Party
from statuquo.errors import InputError
from statuquo.evaluation.gold import GoldFile, gold_of
from statuquo.evaluation.running import Codes
from statuquo.evaluation.scores import Scores
from statuquo.evaluation.scoring import score_sentences
from statuquo.events.record import CodedReport, Coding, Event, Evidence
from statuquo.reports.model import Report

_ORGANISATIONS = frozenset({"UNO", "EUR", "AFU", "NAT"})
"""Codes of organisations of states, which gold files do not tell apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A sentence that was corrected.

    Args:
        report: the report that it stands in.
        evidence: where it stands.
        row: it and its events, as a line of a gold file of the form *sentences*.
    """

    report: Report
    evidence: Evidence
    row: Mapping[str, Any]


def judged(reports: Iterable[CodedReport], corrections: Iterable[Correction]) -> list[Judged]:
    """The sentences that standing corrections are about, in the order of reports and text.

    Args:
        reports: with what was coded from them, corrected or not; those without corrections give
            nothing.
        corrections: in any order. One whose sentence the report holds no more gives nothing.
    """
    every = [one for one in corrections if one.undone is None]
    return [found for coded in reports for found in _of_report(coded, every)]


def evaluate_corrections(
    coder: Codes,
    sentences: Iterable[Judged],
    *,
    name: str,
    set_aside: Callable[[InputError], None],
    done: Callable[[], None] = lambda: None,
) -> Scores:
    """Code the corrected reports anew, whole as they are, and score their corrected sentences.

    Args:
        coder: who codes.
        sentences: as `judged` gives them.
        name: what to call them.
        set_aside: told of each report that cannot be coded; its sentences count as silent.
        done: called after each sentence.

    Raises:
        InputError: there is no sentence.
    """
    listed = list(sentences)
    gold = gold_of_judged(listed, name)
    by_report: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in listed:
        by_report[one.report.id].append(one)
    coded: dict[str, list[Event]] = {}
    reports = iter([found[0].report for found in by_report.values()])
    for again in coder.stream(reports, set_aside=set_aside):
        for one in by_report[again.report.id]:
            coded[one.row["id"]] = list(_within(again, one.evidence))
            done()
    quads = {kind.value: info.quad for kind, info in coder.ontology.types.items()}
    return score_sentences(gold, coded, quads)


def gold_of_judged(sentences: Iterable[Judged], name: str) -> GoldFile:
    """The sentences as a gold file that was never written.

    Raises:
        InputError: there is none.
    """
    return gold_of([(str(one.row["id"]), one.row) for one in sentences], name)


def _of_report(coded: CodedReport, corrections: Iterable[Correction]) -> Iterator[Judged]:
    shown, outcomes = settle(coded, corrections)
    places: dict[int, Evidence] = {}
    missing: defaultdict[int, list[tuple[Coding, str]]] = defaultdict(list)
    for outcome in outcomes:
        correction = outcome.correction
        start = sentence_start(coded.text, correction.evidence)
        if start is None:
            continue
        places[start] = correction.evidence
        # The coder fell silent, but the person says all the same that there is an event.
        if outcome.state == "unfound" and correction.right is not None:
            missing[start].append((correction.right, correction.evidence.trigger.text))
    for start, evidence in sorted(places.items()):
        told = [
            *(row for event in _within(shown, evidence) for row in _rows_of_event(event, evidence)),
            *(
                _row(right.type, right.modality, words, pair, evidence)
                for right, words in missing[start]
                for pair in _pairs(right.actors, right.recipients)
            ),
        ]
        report = coded.report
        row = {
            "id": f"{report.id}:{start}",
            "lang": coded.lang,
            "url": report.url,
            "date": report.date,
            "text": evidence.sentence,
            "events": told,
        }
        yield Judged(report=report, evidence=evidence, row=row)


def _within(coded: CodedReport, evidence: Evidence) -> Iterator[Event]:
    """The events of a report whose words stand in a sentence, however the text is cut now."""
    start = sentence_start(coded.text, evidence)
    if start is None:
        return
    end = start + len(evidence.sentence)
    for event in coded.events:
        if start <= event.evidence.trigger.start < end:
            yield event


def _rows_of_event(event: Event, evidence: Evidence) -> Iterator[dict[str, Any]]:
    speaker = event.attribution[0].speaker if event.attribution else None
    for pair in event.dyads():
        row = _row(event.type, event.modality, event.evidence.trigger.text, pair, evidence)
        yield {**row, **_named("said_by", speaker, evidence)}


def _pairs(
    actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> Iterator[tuple[Party | None, Party | None]]:
    for actor in actors or (None,):
        for recipient in recipients or (None,):
            yield actor, recipient


def _row(
    type_: str,
    modality: str,
    trigger: str,
    pair: tuple[Party | None, Party | None],
    evidence: Evidence,
) -> dict[str, Any]:
    actor, recipient = pair
    return {
        "type": str(type_),
        "modality": str(modality),
        "trigger": trigger,
        **_named("actor", actor, evidence),
        **_named("recipient", recipient, evidence),
        **_named("said_by", None, evidence),
    }


def _named(role: str, party: Party | None, evidence: Evidence) -> dict[str, str | None]:
    """A party in the gold's fields: words of the sentence where it holds some, else the name."""
    if party is None:
        words = country = sector = None
    else:
        words = party.text if party.text in evidence.sentence else party.name
        country, sector = party.country, party.sector
    named = {role: words, f"{role}_code": "IGO" if country in _ORGANISATIONS else country}
    return named if role == "said_by" else {**named, f"{role}_sector": sector}
