"""The coder: a report goes in, events and statements with their evidence come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from statuquo.entities.model import Party
from statuquo.entities.page import Met, Page, supposing
from statuquo.entities.registry import Registry
from statuquo.entities.resolve import Found, Resolver
from statuquo.errors import InputError, StatuquoError, UnknownLanguage
from statuquo.events.attribution import (
    attribute,
    open_after,
    quotations,
    speeches,
)
from statuquo.events.contexts import Contexts
from statuquo.events.drafting import draft
from statuquo.events.findings import Findings, find
from statuquo.events.gating import gate
from statuquo.events.lexicon import Lexicon
from statuquo.events.matcher import Matcher
from statuquo.events.ontology import Ontology
from statuquo.events.record import (
    AgreementMention,
    Attribution,
    CodedReport,
    Event,
    EventType,
    Statement,
    TalksMention,
    Verdict,
)
from statuquo.events.relating import best_relation
from statuquo.events.sifting import is_dense, named_again, pointed_at
from statuquo.events.silence import Marks, modes_left, silent, topic_of, topics_among
from statuquo.events.writing import Read, Recorder
from statuquo.language import Pipelines, Sentence, split
from statuquo.language.accents import Accents
from statuquo.language.gate import Gate
from statuquo.language.pipelines import Raw
from statuquo.reports import clean, identify_language
from statuquo.reports.model import LANGUAGES, Language, Report
from statuquo.version import __version__

_WORD = re.compile(r"\w+|[^\w\s]")
_LONGEST_LABEL = 40
_NEAR = 400
"""Characters within which a meeting and the talks just told of are the same."""


class Coder:
    """Codes reports. It owns all that it loads; a language is loaded when it is first met.

    Args:
        ontology: types and modality rule; PLOVER's when left out.
        lexicons: lexicon by language, to try another version of the data; read from the package
            when left out.
        gate: parse no sentence that lacks the words for an act where only events are asked for
            (docs/performance.md).

    >>> coder = Coder()
    >>> [event] = coder.code(Report(text="Russia has condemned the attack on Cuba.", lang="en"))[:1]
    >>> str(event.type), event.actors[0].country
    ('ACCUSE', 'RUS')
    """

    def __init__(
        self,
        *,
        ontology: Ontology | None = None,
        lexicons: dict[Language, Lexicon] | None = None,
        gate: bool = True,
    ) -> None:
        self.ontology = ontology or Ontology.load()
        self._lexicons: dict[Language, Lexicon] = dict(lexicons or {})
        self._matchers: dict[Language, Matcher] = {}
        self._recorders: dict[Language, Recorder] = {}
        self._pipelines: dict[Language, Pipelines] = {}
        self._resolver: Resolver | None = None
        self._gated = gate
        self._gates: dict[Language, Gate] = {}

    # -- the doors --------------------------------------------------------------------------

    def code(self, report: Report) -> list[Event]:
        """The events of one report.

        Raises:
            InputError: the report holds no text, or its language is not read.
            ModelError: the language model is not installed.
        """
        [coded] = self._flush([self._prepare(report)], None, only_events=True)
        return list(coded.events)

    def read(self, report: Report) -> CodedReport:
        """Everything found in one report: events, statements, agreements, talks, verdicts.

        Raises:
            InputError: the report holds no text, or its language is not read.
            ModelError: the language model is not installed.
        """
        [coded] = self._flush([self._prepare(report)], None)
        return coded

    def stream(
        self,
        reports: Iterable[Report],
        *,
        set_aside: Callable[[InputError], None] | None = None,
        batch: int = 64,
        only_events: bool = False,
    ) -> Iterator[CodedReport]:
        """Code many reports in order, parsing sentences of several reports together.

        Args:
            reports: any iterable; it is read as the results are taken, `batch` reports at a time.
            set_aside: told of each report that cannot be coded; when None the first one raises.
            batch: reports that are parsed together.
            only_events: leave statements, agreements, talks and verdicts empty; most sentences of a
                newspaper then need no parsing.

        Raises:
            InputError: a report cannot be coded and `set_aside` is None.
            ModelError: a language model is not installed.
        """
        waiting: list[_Prepared] = []
        for report in reports:
            try:
                waiting.append(self._prepare(report))
            except InputError as error:
                if set_aside is None:
                    raise
                set_aside(error)
            if len(waiting) >= batch:
                yield from self._flush(waiting, set_aside, only_events=only_events)
                waiting = []
        yield from self._flush(waiting, set_aside, only_events=only_events)

    def relate(
        self,
        text: str,
        *,
        actor: tuple[int, int] | str,
        recipient: tuple[int, int] | str,
        lang: Language | None = None,
        date: str | None = None,
    ) -> Event | None:
        """What a text says that one party did to another; the parties are given, the act is asked.

        Args:
            text: the sentence; it is read as it stands.
            actor: who acts, as offsets (start, end) or as the words themselves; words that the text
                does not hold stand for a party that it does not name.
            recipient: who is acted upon, likewise.
            lang: language; found out when left out.
            date: ISO day of the report.

        Returns:
            The event, or None where the text tells no act of the lexicon.

        Raises:
            InputError: offsets lie outside the text.
        """
        language = lang or identify_language(text)
        spans = [_span(text, party) for party in (actor, recipient)]
        page = self.resolver.page(text, language, date)
        raw = [
            Raw(text[start:end], start, "paragraph", n)
            for n, (start, end) in enumerate(split(text, language))
        ]
        report = Report(text=text, lang=language, date=date)
        read: list[Read] = []
        for sentence in self._pipeline(language).parse(raw, language):
            page.given = tuple(
                Party(name=text[a:b], text=text[a:b], start=a, end=b) for a, b in spans if a < b
            )
            read.append(self._sentence(sentence, page, language))

        def read_of(sentence: Sentence) -> Read:
            return next(item for item in read if item.sentence is sentence)

        def speaker_at(sentence: Sentence, i: int) -> Found | None:
            said = read_of(sentence)
            return _innermost(attribute(sentence, i, list(said.spoken), list(said.quotes), page))

        found = best_relation(
            [(item.sentence, item.drafts) for item in read],
            self._matcher(language),
            self.ontology,
            page,
            spans[0],
            spans[1],
            speaker_at,
        )
        if found is None:
            return None
        sentence, chosen = found
        return self._recorder(language).event(report, language, read_of(sentence), chosen, page)

    @property
    def version(self) -> str:
        """Versions of the program and of each lexicon loaded so far."""
        parts = [f"statuquo {__version__}"]
        parts += [
            f"{lang} {self._lexicons[lang].version}" for lang in LANGUAGES if lang in self._lexicons
        ]
        return "; ".join(parts)

    def version_of(self, lang: Language) -> str:
        """Versions of program, lexicon and model behind a record of that language."""
        model = self._pipeline(lang).model(lang)
        return f"statuquo {__version__}; lexicon {self.lexicon(lang).version}; {model}"

    def lexicon(self, lang: Language) -> Lexicon:
        """The lexicon of a language."""
        if lang not in self._lexicons:
            self._lexicons[lang] = Lexicon.load(lang, ontology=self.ontology)
        return self._lexicons[lang]

    @property
    def resolver(self) -> Resolver:
        """Who is known by name, and what noun phrases mean."""
        if self._resolver is None:
            self._resolver = Resolver(Registry.load())
        return self._resolver

    # -- the way ------------------------------------------------------------------------------

    def _pipeline(self, lang: Language) -> Pipelines:
        if lang not in self._pipelines:
            lexicon = self.lexicon(lang)
            self._pipelines[lang] = Pipelines(
                support={lang: lexicon.support},
                forms={lang: lexicon.forms},
                compounds={lang: lexicon.compounds},
                inverse={lang: lexicon.inverse},
                verbs={lang: lexicon.verbs},
                recased=self._recased,
                accents={lang: Accents(lexicon.accented, lexicon.verbs)}
                if lexicon.accented
                else {},
            )
        return self._pipelines[lang]

    def _recased(self, text: str, lang: Language) -> str:
        """A headline in capitals in usual letters, names of the registry as they are written."""
        return self.resolver.gazetteer(lang).recased(text)

    def _matcher(self, lang: Language) -> Matcher:
        if lang not in self._matchers:
            self._matchers[lang] = Matcher(self.lexicon(lang), self.resolver)
        return self._matchers[lang]

    def _recorder(self, lang: Language) -> Recorder:
        if lang not in self._recorders:
            self._recorders[lang] = Recorder(
                ontology=self.ontology,
                resolver=self.resolver,
                contexts=Contexts.load(lang),
                version=self.version_of(lang),
            )
        return self._recorders[lang]

    def _prepare(self, report: Report) -> _Prepared:
        cleaned = clean(report)
        if not cleaned.text.strip():
            raise InputError("holds no text; nothing to code", source=report.source or report.id)
        try:
            lang = report.lang or identify_language(cleaned.text)
        except UnknownLanguage as error:
            raise UnknownLanguage(error.message, report.source or report.id) from error
        raw: list[Raw] = []
        for block in cleaned.blocks:
            begin = block.start
            if block.kind == "title":
                begin += self._label(cleaned.text[block.start : block.end], lang)
            body = cleaned.text[begin : block.end]
            for start, end in split(body, lang):
                raw.append(Raw(body[start:end], begin + start, block.kind, len(raw)))
        return _Prepared(report=report, text=cleaned.text, lang=lang, raw=tuple(raw))

    def _label(self, title: str, lang: Language) -> int:
        """Length of the place that a headline begins with («Burundi : la Chine promet …»)."""
        label, colon, rest = title.partition(":")
        if not colon or not rest.strip() or len(label) > _LONGEST_LABEL:
            return 0
        hit = next(self.resolver.gazetteer(lang).find(label), None)
        if hit is None or not hit.ids or hit.end - hit.start < len(label.strip()):
            return 0
        return len(label) + 1

    def _flush(
        self,
        waiting: list[_Prepared],
        set_aside: Callable[[InputError], None] | None,
        *,
        only_events: bool = False,
    ) -> Iterator[CodedReport]:
        gated = only_events and self._gated
        parsed: list[dict[int, Sentence]] = [{} for _ in waiting]
        acts: list[_Acts | None] = [None] * len(waiting)
        for lang in LANGUAGES:
            own = [n for n, prepared in enumerate(waiting) if prepared.lang == lang]
            if own and gated:
                self._parse_acts(waiting, own, parsed, acts)
            elif own:
                owners = [(n, raw) for n in own for raw in waiting[n].raw]
                sentences = self._pipeline(lang).parse((raw for _, raw in owners), lang)
                _keep(parsed, owners, sentences)
        for n, prepared in enumerate(waiting):
            try:
                if not gated:
                    yield self._finish(prepared, parsed[n], only_events=only_events)
                elif found := acts[n]:
                    yield self._finish(prepared, parsed[n], acts=found, only_events=True)
                else:
                    yield CodedReport(
                        report=prepared.report, text=prepared.text, lang=prepared.lang
                    )
                parsed[n] = {}
            except StatuquoError:
                raise
            except Exception as error:
                if set_aside is None:
                    raise
                # one bad report in a million is named and set aside, and the run goes on
                fault = f"could not be coded ({type(error).__name__}: {error}); please report it"
                set_aside(InputError(fault, source=prepared.report.source or prepared.report.id))

    def _parse_acts(
        self,
        waiting: Sequence[_Prepared],
        own: Sequence[int],
        parsed: list[dict[int, Sentence]],
        acts: list[_Acts | None],
    ) -> None:
        """Parse what the acts of reports of one language need: fewer sentences at each step.

        Args:
            waiting: reports.
            own: numbers of those of the language.
            parsed: takes the sentences of each report.
            acts: takes where each report tells acts.
        """
        lang = waiting[own[0]].lang

        marks = {n: self._marks(waiting[n]) for n in own}
        opened = {n: self._let_through(waiting[n], marks[n]) for n in own}
        names = self._plain_names(lang)
        whole = {n for n in own if is_dense(waiting[n].raw, opened[n], names)}
        let_through = [(n, raw) for n in own if n not in whole for raw in opened[n]]
        with self._pipeline(lang).in_steps(lang) as steps:
            sentences = steps.grammar([raw for _, raw in let_through])
            by_report: dict[int, list[Sentence]] = {n: [] for n in own}
            for (n, _), sentence in zip(let_through, sentences, strict=True):
                by_report[n].append(sentence)
            wanted = [(n, raw) for n in own if n in whole for raw in waiting[n].raw]
            for n in own:
                if n in whole:
                    every = frozenset(range(len(waiting[n].raw)))
                    acts[n] = _Acts(page=self._page(waiting[n]), possible=every, told=every)
                elif found := self._told(waiting[n], by_report[n]):
                    parsed[n].update((one.index, one) for one in by_report[n])
                    raw = waiting[n].raw
                    named = {*found.told, *pointed_at(raw, found.told, found.told, names)}
                    possible = found.possible & named
                    acts[n] = replace(found, possible=possible, marks=marks[n])
                    wanted += [(n, raw[k]) for k in sorted(named)]
            _keep(parsed, wanted, steps.whole([raw for _, raw in wanted]))

    def _marks(self, prepared: _Prepared) -> tuple[Marks, ...]:
        """What the words of each sentence of a report tell before it is parsed."""
        gate, lexicon = self._gate(prepared.lang), self.lexicon(prepared.lang)
        lemmas = (gate.lemmas(raw.text) for raw in prepared.raw)
        return tuple(
            Marks(found, topics_among(found, lexicon), len(_WORD.findall(raw.text)))
            for raw, found in zip(prepared.raw, lemmas, strict=True)
        )

    def _let_through(self, prepared: _Prepared, marks: Sequence[Marks]) -> list[Raw]:
        """The sentences of a report that could hold an act."""
        opens = self._gate(prepared.lang).opens
        sentences = [(raw, of.lemmas) for raw, of in zip(prepared.raw, marks, strict=True)]
        modes = modes_left(topic_of((), marks, self.lexicon(prepared.lang)))
        if modes is not None and not any(opens(raw.text, of, modes) for raw, of in sentences):
            return []
        return [raw for raw, of in sentences if opens(raw.text, of)]

    def _page(self, prepared: _Prepared) -> Page:
        return self.resolver.page(prepared.text, prepared.lang, prepared.report.date)

    def _told(self, prepared: _Prepared, sentences: Iterable[Sentence]) -> _Acts | None:
        """Which sentences tell events, supposing that pronouns and the names that the report uses again
        stand for those who govern; None where none does."""
        holding = [one for one in sentences if self._matcher(prepared.lang).may_hold(one)]
        if not holding:
            return None
        page = self._page(prepared)
        supposed = supposing(page, named_again(prepared.text))
        speaker = Found(party=supposed.met[-1].party, via="name")
        matcher = self._matcher(prepared.lang)

        def tells(sentence: Sentence) -> bool:
            try:
                return bool(draft(sentence, matcher, self.ontology, supposed, lambda i: speaker))
            except Exception:  # what is wrong shows, and is told of the report, when it is read
                return True

        told = frozenset(one.index for one in holding if tells(one))
        possible = frozenset(one.index for one in holding)
        return _Acts(page=page, possible=possible, told=told) if told else None

    def _plain_names(self, lang: Language) -> Callable[[str], Iterator[tuple[int, int]]]:
        """Names that one entity alone bears need no page to be understood."""
        find = self.resolver.gazetteer(lang).find
        return lambda text: ((hit.start, hit.end) for hit in find(text) if len(hit.ids) == 1)

    def _gate(self, lang: Language) -> Gate:
        if lang not in self._gates:
            lookups = self._pipeline(lang).lookups(lang)
            self._gates[lang] = gate(self.lexicon(lang), self.resolver, lookups)
        return self._gates[lang]

    def _finish(
        self,
        prepared: _Prepared,
        parsed: Mapping[int, Sentence],
        *,
        acts: _Acts | None = None,
        only_events: bool = False,
    ) -> CodedReport:
        """What a report holds.

        Args:
            prepared: the report.
            parsed: its sentences by number, those that are parsed.
            acts: which of the sentences may hold an act; None where any may.
            only_events: nothing else is wanted.
        """
        report, lang = prepared.report, prepared.lang
        page = acts.page if acts else self._page(prepared)
        unparsed = [of for n, of in enumerate(acts.marks if acts else ()) if n not in parsed]
        page.topic = topic_of(parsed.values(), unparsed, self.lexicon(lang))
        events: dict[str, Event] = {}
        statements: dict[str, Statement] = {}
        agreements: list[AgreementMention] = []
        talks: list[TalksMention] = []
        verdicts: list[Verdict] = []
        read_to = max(acts.possible) + 1 if acts else len(prepared.raw)
        for raw in prepared.raw[:read_to]:
            sentence = parsed.get(raw.number)
            if sentence is None:
                open_before = page.quoting is not None
                goes_on = open_after(quotations(raw.text, open_before=open_before))
                page.quoting, page.together = page.speaker if goes_on else None, ()
                continue
            read = self._sentence(
                sentence, page, lang, acts=not acts or raw.number in acts.possible
            )
            found = self._find(report, read, page, only_talks=only_events)
            for item in read.drafts:
                event = self._recorder(lang).event(report, lang, read, item, page)
                events.setdefault(event.id, self._mediated(event, (*talks[-2:], *found.talks)))
            talks += found.talks
            if not only_events:
                for statement in self._recorder(lang).statements(report, read, page):
                    statements.setdefault(statement.id, statement)
                agreements += found.agreements
                verdicts += found.verdicts
            self._turn_page(read, page)
        return CodedReport(
            report=report,
            text=prepared.text,
            lang=lang,
            events=tuple(events.values()),
            statements=tuple(statements.values()),
            agreements=tuple(agreements),
            talks=() if only_events else tuple(talks),
            verdicts=tuple(verdicts),
        )

    def _mediated(self, event: Event, talks: Iterable[TalksMention]) -> Event:
        """A meeting of parties whose talks, as the page just told, are mediated by a third."""
        if event.type is not EventType.CONSULT or event.mode is not None or event.recipients:
            return event
        sides = {party.country for party in event.actors}
        for mention in talks:
            mediators = {party.country for party in mention.mediators}
            near = event.evidence.start - mention.evidence.end < _NEAR
            if mediators and not mediators & sides and near:
                return replace(
                    event,
                    mode="third-party",
                    score=self.ontology.score(event.type, "third-party"),
                    location=event.location or mention.place,
                )
        return event

    def _find(self, report: Report, read: Read, page: Page, *, only_talks: bool) -> Findings:
        """Agreements, talks and the report's own verdicts in a sentence."""

        def said_by_other(i: int) -> bool:
            return bool(attribute(read.sentence, i, list(read.spoken), list(read.quotes), page))

        return find(
            read.sentence, page, self.resolver,
            report_id=report.id, date=report.date, said_by_other=said_by_other, only_talks=only_talks,
        )  # fmt: skip

    def _sentence(
        self, sentence: Sentence, page: Page, lang: Language, *, acts: bool = True
    ) -> Read:
        matcher = self._matcher(lang)
        quotes = quotations(sentence.text, open_before=page.quoting is not None)
        spoken = speeches(sentence, self.resolver, matcher.lexicon, page, quotes)

        def speaker_at(i: int) -> Found | None:
            return _innermost(attribute(sentence, i, spoken, quotes, page))

        drafts = draft(sentence, matcher, self.ontology, page, speaker_at) if acts else []
        kept = tuple(item for item in drafts if not silent(sentence, item, matcher.lexicon, page))
        return Read(sentence=sentence, drafts=kept, spoken=tuple(spoken), quotes=tuple(quotes))

    def _turn_page(self, read: Read, page: Page) -> None:
        """What the next sentence may point back to."""
        self.resolver.remember(read.sentence, page)
        self.resolver.remember_subject(read.sentence, page)
        dealt = [item for item in read.drafts if item.two_way and len(item.actors) == 2]
        page.together = tuple(found.party for found in dealt[-1].actors) if dealt else ()
        for speech in read.spoken:
            page.speaker = speech.speaker.party
            page.subject = Met(party=speech.speaker.party, person=speech.speaker.person)
        page.quoting = page.speaker if open_after(list(read.quotes)) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """A report cleaned and cut, not yet parsed."""

    report: Report
    text: str
    lang: Language
    raw: tuple[Raw, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Acts:
    """Where events may be told in a report, before its page is read.

    Args:
        page: its context, nothing read yet.
        possible: sentences in which a frame fits, whoever its parties turn out to be, and of which
            names are looked for.
        told: those that tell an event, as far as each tells by itself.
        marks: what the words of each sentence tell.
    """

    page: Page
    possible: frozenset[int]
    told: frozenset[int]
    marks: tuple[Marks, ...] = ()


def _keep(
    parsed: list[dict[int, Sentence]],
    owners: Iterable[tuple[int, Raw]],
    sentences: Iterable[Sentence],
) -> None:
    for (n, raw), sentence in zip(owners, sentences, strict=True):
        parsed[n][raw.number] = sentence


def _innermost(said: tuple[Attribution, ...]) -> Found | None:
    return Found(party=said[-1].speaker, via="name") if said else None


def _span(text: str, party: tuple[int, int] | str) -> tuple[int, int]:
    """Offsets of a given party; an empty span at 0 when the text does not hold its words."""
    if isinstance(party, tuple):
        start, end = party
        if not 0 <= start < end <= len(text):
            raise InputError(f"the party {party} lies outside the text; give offsets within it")
        return start, end
    words = party.strip()
    at = text.find(words) if words else -1
    if at < 0 and words:
        at = text.lower().find(words.lower())
    return (at, at + len(words)) if at >= 0 else (0, 0)
