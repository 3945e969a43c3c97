"""Writing drafts down: events and statements with their evidence, dates, places and ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from statuquo.entities.page import Page
from statuquo.entities.resolve import Found, Resolver
from statuquo.events.attribution import Quotation, Speech, attribute, content_words
from statuquo.events.contexts import Contexts
from statuquo.events.dating import dates, nearest
from statuquo.events.drafting import Draft
from statuquo.events.ontology import Ontology
from statuquo.events.record import (
    Attribution,
    Event,
    Evidence,
    Location,
    Modality,
    Span,
    Statement,
    content_id,
)
from statuquo.language import Sentence
from statuquo.reports.model import Language, Report

_AHEAD = {"future", "infinitive of a plan", "still to come"}
"""Steps of a modality's route after which a weekday is the coming one."""
_PLACE_CASES = frozenset({"in", "at", "near", "en", "à", "dans", "au_nord_de", "au_sud_de"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One sentence after reading: its parse, drafts, speakers and quotations."""

    sentence: Sentence
    drafts: tuple[Draft, ...]
    spoken: tuple[Speech, ...]
    quotes: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorder:
    """Writes down what was found in the sentences of one language.

    Args:
        ontology: scores and quad classes.
        resolver: who is named.
        contexts: cue words of the language.
        version: what the records say they were made with.
    """

    ontology: Ontology
    resolver: Resolver
    contexts: Contexts
    version: str

    def event(
        self,
        report: Report,
        lang: Language,
        read: Read,
        item: Draft,
        page: Page,
    ) -> Event:
        """The record of a draft: attributed, dated, placed, with its evidence and id."""
        sentence = read.sentence
        trigger = _trigger(sentence, item)
        said = self.said(read, item, page)
        actors = tuple(found.party for found in item.actors)
        recipients = tuple(found.party for found in item.recipients)
        day, date_from = self._date(
            report, sentence, trigger, lang, ahead=bool(_AHEAD & set(item.told.route))
        )
        return Event(
            id=content_id(
                "e", report.id, sentence.start, trigger.start, trigger.end, item.type,
                *((p.country, p.sector, p.start) for p in actors), "→",
                *((p.country, p.sector, p.start) for p in recipients),
            ),
            report_id=report.id,
            lang=lang,
            date=day,
            date_from=date_from,
            type=item.type,
            mode=item.mode,
            quad=self.ontology.types[item.type].quad,
            score=self.ontology.score(item.type, item.mode),
            contexts=self.contexts.of(sentence, item.match.frame.contexts),
            act=item.act,
            modality=item.modality,
            actors=actors,
            recipients=recipients,
            attribution=said,
            location=self._location(sentence, item, page),
            evidence=Evidence(
                sentence=sentence.text, start=sentence.start, end=sentence.end, trigger=trigger
            ),
            confidence=_confidence(item),
            why=item.why,
            version=self.version,
        )  # fmt: skip

    def said(self, read: Read, item: Draft, page: Page) -> tuple[Attribution, ...]:
        """Who asserts the event. The verb that makes it a demand or a threat does not report it, and
        an accuser is the innermost speaker of what he alleges."""
        governor = item.told.governor.i if item.told.governor is not None else None
        spoken = [speech for speech in read.spoken if speech.i != governor]
        said = attribute(read.sentence, item.match.i, spoken, list(read.quotes), page)
        accusers = (Attribution(speaker=found.party) for found in item.alleged_by)
        return (*said, *accusers)

    def _date(
        self, report: Report, sentence: Sentence, trigger: Span, lang: Language, *, ahead: bool
    ) -> tuple[str | None, str | None]:
        found = list(dates(sentence.text, lang, report.date, ahead=ahead))
        dated = nearest(found, trigger.start - sentence.start)
        if dated is not None:
            return (dated.day.isoformat(), "text") if dated.day else (None, None)
        return (report.date, "report") if report.date else (None, None)

    def _location(self, sentence: Sentence, item: Draft, page: Page) -> Location | None:
        """The place that hangs on the trigger or on its support verb, when it is no party."""
        i = item.match.i
        parties = {found.party.start for found in (*item.actors, *item.recipients)}
        for at in (i, *self._clause(sentence, i)):
            for kid in sentence.kids(at, "obl", "nmod"):
                hit = self.resolver.hits(sentence).get(kid.i)
                if (
                    kid.case not in _PLACE_CASES
                    or hit is None
                    or not hit.ids
                    or kid.start in parties
                ):
                    continue
                entity = self.resolver.registry.entities[hit.ids[0]]
                if entity.kind in ("city", "country"):
                    return Location(
                        name=entity.name, country=entity.country, lat=entity.lat, lon=entity.lon
                    )
        return None

    def _clause(self, sentence: Sentence, i: int) -> Iterator[int]:
        """From an act noun up to the verb of its clause."""
        if not sentence.is_verb(i):
            for above in sentence.above(i):
                yield above.i
                if sentence.is_verb(above.i):
                    return

    def statements(self, report: Report, read: Read, page: Page) -> Iterator[Statement]:
        """Who is reported to have said which words in a sentence."""
        sentence, quotes = read.sentence, list(read.quotes)
        told = False
        for speech in read.spoken:
            content = content_words(sentence, speech, quotes)
            if content is None:
                continue
            told = True
            words, start, end = content
            quoted = any(q.start <= start - sentence.start < q.end for q in quotes)
            yield self._statement(
                report, sentence, speech.speaker, speech.verb, words, start, end, quoted, page
            )
        whole = [q for q in quotes if q.end - q.start > 0.6 * len(sentence.text)]
        if not told and whole and page.speaker is not None and page.met:
            quote = whole[0]
            inside = sentence.text[quote.start : quote.end]
            words = inside.strip()
            start = sentence.start + quote.start + len(inside) - len(inside.lstrip())
            end = start + len(words)
            speaker = Found(party=page.speaker, via="name")
            yield self._statement(report, sentence, speaker, None, words, start, end, True, page)

    def _statement(
        self,
        report: Report,
        sentence: Sentence,
        speaker: Found,
        verb: str | None,
        words: str,
        start: int,
        end: int,
        quoted: bool,
        page: Page,
    ) -> Statement:
        about = tuple(
            found.party
            for i in self.resolver.hits(sentence)
            if start <= sentence.tokens[i].start < end
            and sentence.tokens[i].dep not in ("flat", "compound", "amod")
            and (found := self.resolver.resolve(sentence, i, page)) is not None
        )
        return Statement(
            id=content_id("s", report.id, start, end, speaker.party.name),
            report_id=report.id,
            speaker=speaker.party,
            role=page.functions.get(speaker.party.name),
            words=words,
            quoted=quoted,
            verb=verb,
            about=about,
            date=report.date,
            evidence=Evidence(
                sentence=sentence.text,
                start=sentence.start,
                end=sentence.end,
                trigger=Span(text=words, start=start, end=end),
            ),
        )


def _trigger(sentence: Sentence, item: Draft) -> Span:
    token = sentence.tokens[item.match.i]
    start, end = token.start, token.end
    particle = item.match.pattern.particle
    for kid in sentence.kids(token.i):
        if particle and kid.lower == particle:
            end = max(end, kid.end)
    words = sentence.text[start - sentence.start : end - sentence.start]
    return Span(text=words, start=start, end=end)


_VIA = {
    "name": 1.0,
    "given": 1.0,
    "role": 0.95,
    "pronoun": 0.8,
    "owner": 0.8,
    "place": 0.85,
    "bare": 0.6,
}
_TOLD = {Modality.HYPOTHETICAL: 0.8, Modality.DENIED: 0.9}


def _confidence(item: Draft) -> float:
    """How sure the coding is: how the parties were found, how particular the frame, how it is told.

    Each part is a factor below 1; the figures order events, they are no probabilities.
    """
    parties = [_VIA[found.via] for found in (*item.actors, *item.recipients)]
    score = sum(parties) / len(parties) if parties else 0.5
    if not item.actors or not (item.recipients or len(item.actors) > 1):
        score *= 0.85
    if item.match.kind == "noun":
        score *= 0.9
    score *= min(1.0, 0.85 + 0.05 * item.match.pattern.weight)
    score *= _TOLD.get(item.modality, 1.0) * item.told.certain
    return round(score, 3)
