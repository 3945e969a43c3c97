"""The report's own judgement on the state of things: «c'est bien le statu quo qui règne»."""

from __future__ import annotations

from statuquo.entities.model import Party
from statuquo.events.findings.cues import Hit
from statuquo.events.findings.telling import (
    Desk,
    clause,
    distinct,
    parties_at,
    parties_within,
    told,
)
from statuquo.events.record import Modality, Verdict, content_id

_NEGATED_ALREADY = frozenset({"no-dialogue"})
"""Kinds whose cue holds its own negation."""

_PARTIES_TOLD = frozenset({"no-dialogue", "tension-rising", "tension-easing", "escalation"})
_BETWEEN_ROLES = ("entre", "between", "with", "avec", "con", "among")


def verdicts(desk: Desk) -> tuple[Verdict, ...]:
    """The verdicts of one sentence, in the order of its words.

    What somebody else says, what is asked for and what is denied is no verdict of the report; what
    it fears or hopes for is one, as a supposition.
    """
    found: list[tuple[Hit, Verdict]] = []
    for kind, cues, excluding in desk.cues.verdicts:
        hits = [
            hit
            for hit in desk.cues.all(desk.sentence, cues)
            if not desk.excluded(hit, excluding) and not desk.said_by_other(hit.head)
        ]
        for hit in _joined(hits):
            if not any(_overlap(hit, other) for other, _ in found):
                verdict = _verdict(desk, kind, hit)
                found.extend([(hit, verdict)] if verdict is not None else [])
    return tuple(verdict for _, verdict in sorted(found, key=lambda item: item[0]))


def _joined(hits: list[Hit]) -> list[Hit]:
    """Hits of one kind that overlap are one: «est bien le statu quo» and «statu quo qui règne»."""
    found: list[Hit] = []
    for hit in sorted(hits):
        if found and _overlap(found[-1], hit):
            # The later one's head is the noun; a verb in front of it leads to the same clause.
            found[-1] = Hit(found[-1].first, max(found[-1].last, hit.last), found[-1].head)
        else:
            found.append(hit)
    return found


def _overlap(one: Hit, other: Hit) -> bool:
    return one.first <= other.last and other.first <= one.last


def _verdict(desk: Desk, kind: str, hit: Hit) -> Verdict | None:
    how = told(desk, hit.head)
    if how == "not" and kind in _NEGATED_ALREADY:
        how = "happened"
    if how in ("requested", "not"):
        return None
    supposed = how in ("hypothetical", "intended")
    evidence = desk.evidence(hit.first, _with_negation(desk, hit.last))
    return Verdict(
        id=content_id("v", desk.report_id, evidence.trigger.start, kind),
        report_id=desk.report_id,
        kind=kind,
        modality=Modality.HYPOTHETICAL if supposed else Modality.HAPPENED,
        parties=_parties(desk, hit) if kind in _PARTIES_TOLD else (),
        words=evidence.trigger.text,
        date=desk.date,
        evidence=evidence,
    )


def _with_negation(desk: Desk, last: int) -> int:
    """The last word, and the second half of its negation after it: «n'existe **pas**»."""
    tokens = desk.sentence.tokens
    if last + 1 < len(tokens) and tokens[last + 1].lower in desk.cues.negations:
        return last + 1
    return last


def _parties(desk: Desk, hit: Hit) -> tuple[Party, ...]:
    roles = desk.sentence.roles(hit.head)
    named = [f for role in _BETWEEN_ROLES for j in roles.get(role, ()) for f in parties_at(desk, j)]
    parties = distinct(named)
    if len(parties) < 2:
        parties = distinct([*named, *parties_within(desk, clause(desk.sentence, hit.head))])
    # Tension «in Venezuela» is tension of nobody with nobody.
    return parties[:2] if len(parties) >= 2 else ()
