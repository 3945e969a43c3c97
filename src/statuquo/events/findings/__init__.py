"""What a sentence says of agreements and talks, and the report's own verdicts.

`find` looks at one parsed sentence in the light of its page; it keeps nothing in mind.
"""

from __future__ import annotations

from typing import NamedTuple

from statuquo.entities.page import Page
from statuquo.entities.resolve import Resolver
from statuquo.events.findings.agreements import agreements
from statuquo.events.findings.cues import Cues, cue_words
from statuquo.events.findings.talks import talks
from statuquo.events.findings.telling import Desk, SaidByOther
from statuquo.events.findings.verdicts import verdicts
from statuquo.events.record import AgreementMention, TalksMention, Verdict
from statuquo.language.grammar import Sentence

__all__ = ["Cues", "Desk", "Findings", "agreements", "cue_words", "find", "talks", "verdicts"]


class Findings(NamedTuple):
    """What was found in one sentence."""

    agreements: tuple[AgreementMention, ...]
    talks: tuple[TalksMention, ...]
    verdicts: tuple[Verdict, ...]


def find(
    sentence: Sentence,
    page: Page,
    resolver: Resolver,
    *,
    report_id: str,
    date: str | None,
    said_by_other: SaidByOther = lambda i: False,
    only_talks: bool = False,
) -> Findings:
    """Agreements, talks and verdicts of one sentence.

    Args:
        sentence: the parsed sentence.
        page: context of the report up to this sentence; it is read, not changed.
        resolver: who is meant by a phrase.
        report_id: the report.
        date: its ISO day, or None.
        said_by_other: whether somebody else than the report says the word with that index; a
            verdict that somebody else passes is not the report's.
        only_talks: whether agreements and verdicts are not wanted.

    Raises:
        DataError: the cue words of the language are wrong.
    """
    desk = Desk(
        sentence=sentence,
        page=page,
        resolver=resolver,
        cues=cue_words(sentence.lang),
        report_id=report_id,
        date=date,
        said_by_other=said_by_other,
    )
    if only_talks:
        return Findings((), talks(desk), ())
    return Findings(agreements(desk), talks(desk), verdicts(desk))
