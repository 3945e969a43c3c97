"""A coder put to a gold file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Protocol

from statuquo.errors import InputError
from statuquo.evaluation.gold import GoldFile, GoldParty, GoldSentence
from statuquo.evaluation.scores import Scores
from statuquo.evaluation.scoring import (
    score_mentions,
    score_records,
    score_relations,
    score_sentences,
)
from statuquo.events import CodedReport, Event, Ontology
from statuquo.reports.decoding import printable
from statuquo.reports.model import Language, Report


class Codes(Protocol):
    """What an evaluation asks of a coder."""

    @property
    def ontology(self) -> Ontology:
        """Types and their quad classes."""

    def stream(
        self,
        reports: Iterator[Report],
        *,
        set_aside: Callable[[InputError], None],
    ) -> Iterator[CodedReport]:
        """Reports coded in order."""

    def relate(
        self,
        text: str,
        *,
        actor: tuple[int, int] | str,
        recipient: tuple[int, int] | str,
        lang: Language | None,
        date: str | None,
    ) -> Event | None:
        """The act between two given parties."""


def evaluate(
    coder: Codes,
    gold: GoldFile,
    *,
    set_aside: Callable[[InputError], None],
    done: Callable[[], None] = lambda: None,
) -> Scores:
    """Code the sentences of a gold file and score what was coded.

    Args:
        coder: who codes.
        gold: sentences and their events.
        set_aside: told of each sentence that cannot be coded; it counts as one without events.
        done: called after each sentence.

    Returns:
        The figures with their counts, the confusions, and each fault with its sentence.
    """
    quads = {kind.value: info.quad for kind, info in coder.ontology.types.items()}
    if gold.form == "relations":
        return score_relations(gold, list(_related(coder, gold, set_aside, done)), quads)
    coded: defaultdict[str, list[Event]] = defaultdict(list)
    reports = (_report(sentence, gold.name) for sentence in gold.sentences)
    for one in coder.stream(reports, set_aside=set_aside):
        coded[one.report.id] += one.events
        done()
    if gold.form == "records":
        return score_records(gold, coded)
    if gold.form == "mentions":
        return score_mentions(gold, coded)
    return score_sentences(gold, coded, quads)


def _report(sentence: GoldSentence, file: str) -> Report:
    return Report(
        text=printable(sentence.text),
        id=sentence.id,
        date=sentence.date,
        lang=sentence.lang,
        source=f"{file}: {sentence.id}",
    )


def _related(
    coder: Codes,
    gold: GoldFile,
    set_aside: Callable[[InputError], None],
    done: Callable[[], None],
) -> Iterator[Event | None]:
    for sentence in gold.sentences:
        [wanted] = sentence.events
        [actor], [recipient] = wanted.actors, wanted.recipients
        # Words for both where one is not marked, since offsets and words are not to be mixed.
        marked = actor.start is not None and recipient.start is not None
        try:
            yield coder.relate(
                sentence.text,
                actor=_given(actor, marked),
                recipient=_given(recipient, marked),
                lang=sentence.lang,
                date=sentence.date,
            )
        except InputError as problem:
            set_aside(InputError(problem.message, f"{gold.name}: {sentence.id}"))
            yield None
        done()


def _given(party: GoldParty, marked: bool) -> tuple[int, int] | str:
    if marked and party.start is not None and party.end is not None:
        return party.start, party.end
    return party.text or ""
