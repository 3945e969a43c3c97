"""Coded reports written by hand: a page is filled sentence by sentence, offsets count themselves.

page = Page("r1", date="2019-03-24", lang="en")
page.event("Cuba sends doctors to Haiti.", "sends", "AID", [who("Cuba", "CUB")], [who("Haiti", "HTI")])
coded = page.done()
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import statuquo
from statuquo.entities.model import Party
from statuquo.events.record import (
    AgreementMention,
    Attribution,
    CodedReport,
    Event,
    EventType,
    Evidence,
    Location,
    Modality,
    Span,
    Statement,
    TalksMention,
    Verdict,
    content_id,
)
from statuquo.reports.model import Language, Report

ONTOLOGY = tomllib.loads(
    (Path(statuquo.__file__).parent / "data" / "ontology.toml").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Who:
    """A party to be: the words to look for, who it is, and what it is called."""

    words: str
    country: str | None
    sector: str | None
    name: str
    id: str | None


def who(words: str, code: str, name: str = "", entity: str | None = None) -> Who:
    """``who("Moscow", "RUS")`` is Russia's government; ``"? CVL"`` are civilians of nowhere."""
    country, _, sector = code.partition(" ")
    known = None if country == "?" else country
    plain = known and not sector and not name
    return Who(
        words=words,
        country=known,
        sector=sector or "GOV",
        name=name or words,
        id=entity or (f"country:{known}" if plain else None),
    )


class Page:
    """A report in the making."""

    def __init__(
        self,
        report_id: str,
        *,
        date: str | None = "2019-05-30",
        lang: Language = "en",
        title: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
    ) -> None:
        self.report_id, self.date, self.lang = report_id, date, lang
        self.title, self.outlet, self.url = title, outlet, url
        self.text = ""
        self.events: list[Event] = []
        self.statements: list[Statement] = []
        self.agreements: list[AgreementMention] = []
        self.talks: list[TalksMention] = []
        self.verdicts: list[Verdict] = []

    def sentence(self, words: str) -> int:
        """Where a sentence begins; it is added to the text unless it stands there already."""
        if words not in self.text:
            self.text += ("\n" if self.text else "") + words
        return self.text.index(words)

    def evidence(self, sentence: str, trigger: str) -> Evidence:
        start = self.sentence(sentence)
        at = start + sentence.index(trigger)
        return Evidence(
            sentence=sentence,
            start=start,
            end=start + len(sentence),
            trigger=Span(text=trigger, start=at, end=at + len(trigger)),
        )

    def party(self, one: Who, sentence: str = "") -> Party:
        begin = self.text.index(sentence) if sentence else 0
        at = self.text.find(one.words, begin)
        at = self.text.find(one.words) if at < 0 else at
        at = max(at, 0)
        return Party(
            name=one.name,
            entity_id=one.id,
            country=one.country,
            sector=one.sector,
            text=one.words,
            start=at,
            end=at + len(one.words),
        )

    def parties(self, ones: "list[Who]", sentence: str) -> tuple[Party, ...]:
        return tuple(self.party(one, sentence) for one in ones)

    def event(
        self,
        sentence: str,
        trigger: str,
        type_: str,
        actors: "list[Who]",
        recipients: "list[Who] | None" = None,
        *,
        act: str | None = None,
        mode: str | None = None,
        modality: str = "happened",
        by: Who | None = None,
        quoted: bool = False,
        date: Any = "report",
        confidence: float = 1.0,
        place: Location | None = None,
    ) -> Event:
        evidence = self.evidence(sentence, trigger)
        entry = ONTOLOGY["types"][type_]
        speaker = (
            (Attribution(speaker=self.party(by, sentence), verb="say", quoted=quoted),)
            if by
            else ()
        )
        found = Event(
            id=content_id("e", self.report_id, evidence.trigger.start, type_, len(self.events)),
            report_id=self.report_id,
            lang=self.lang,
            date=self.date if date == "report" else date,
            date_from="report",
            type=EventType(type_),
            mode=mode,
            quad=entry["quad"],
            score=entry.get("modes", {}).get(mode, entry["score"]),
            contexts=(),
            act=EventType(act or type_),
            modality=Modality(modality),
            actors=self.parties(actors, sentence),
            recipients=self.parties(recipients or [], sentence),
            attribution=speaker,
            location=place,
            evidence=evidence,
            confidence=confidence,
            why=f"{type_.lower()}.test: verb",
            version="test",
        )
        self.events.append(found)
        return found

    def said(
        self,
        sentence: str,
        words: str,
        speaker: Who,
        *,
        role: str | None = None,
        verb: str = "say",
        quoted: bool = True,
        about: "list[Who] | None" = None,
    ) -> None:
        evidence = self.evidence(sentence, words)
        self.statements.append(
            Statement(
                id=content_id("s", self.report_id, evidence.trigger.start),
                report_id=self.report_id,
                speaker=self.party(speaker, sentence),
                role=role,
                words=words,
                quoted=quoted,
                verb=verb,
                about=self.parties(about or [], sentence),
                date=self.date,
                evidence=evidence,
            )
        )

    def agreement(
        self,
        sentence: str,
        kind: str,
        parties: "list[Who]",
        *,
        state: str = "signed",
        signed: str | None = None,
    ) -> None:
        evidence = self.evidence(sentence, kind)
        self.agreements.append(
            AgreementMention(
                id=content_id("a", self.report_id, evidence.trigger.start),
                report_id=self.report_id,
                kind=kind,
                parties=self.parties(parties, sentence),
                state=state,
                signed=signed,
                date=self.date,
                evidence=evidence,
            )
        )

    def talk(
        self,
        sentence: str,
        trigger: str,
        parties: "list[Who]",
        *,
        mediators: "list[Who] | None" = None,
        place: tuple[str, str] | None = None,
        state: str = "open",
        outcome: str | None = None,
        words: str | None = None,
    ) -> None:
        evidence = self.evidence(sentence, trigger)
        self.talks.append(
            TalksMention(
                id=content_id("t", self.report_id, evidence.trigger.start),
                report_id=self.report_id,
                mediators=self.parties(mediators or [], sentence),
                place=Location(name=place[0], country=place[1]) if place else None,
                parties=self.parties(parties, sentence),
                state=state,
                outcome=outcome,
                words=words,
                date=self.date,
                evidence=evidence,
            )
        )

    def verdict(
        self,
        sentence: str,
        words: str,
        kind: str,
        parties: "list[Who] | None" = None,
        *,
        modality: str = "happened",
    ) -> None:
        evidence = self.evidence(sentence, words)
        self.verdicts.append(
            Verdict(
                id=content_id("v", self.report_id, evidence.trigger.start),
                report_id=self.report_id,
                kind=kind,
                modality=Modality(modality),
                parties=self.parties(parties or [], sentence),
                words=words,
                date=self.date,
                evidence=evidence,
            )
        )

    def done(self) -> CodedReport:
        return CodedReport(
            report=Report(
                text=self.text,
                id=self.report_id,
                title=self.title,
                date=self.date,
                lang=self.lang,
                url=self.url,
                outlet=self.outlet,
            ),
            text=self.text,
            lang=self.lang,
            events=tuple(self.events),
            statements=tuple(self.statements),
            agreements=tuple(self.agreements),
            talks=tuple(self.talks),
            verdicts=tuple(self.verdicts),
        )
