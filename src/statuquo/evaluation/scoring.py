"""Coded events against gold: one function for each form of gold file.

What counts as found:

- an event with several parties stands for each of its ordered pairs (`Event.dyads`);
- *triple*: the type is right and so is each party that the gold names;
- *type*: the type is right; the parties do not matter;
- each coded pair answers for one gold event at most, and the first that fits is taken, in the order
  of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from statuquo.entities.model import Party
from statuquo.evaluation.agreement import same_party, same_words
from statuquo.evaluation.gold import YIELD, GoldEvent, GoldFile, GoldParty, GoldSentence
from statuquo.evaluation.measures import NONE, Confusion, MacroF1, Measure, Rates, Share
from statuquo.evaluation.measures import rates_by_class as by_class
from statuquo.evaluation.scores import TYPES, Fault, Scores, Told, told
from statuquo.events.record import Event, EventType, Modality

Coded = Mapping[str, Sequence[Event]]
"""Coded events by the id of their sentence."""
QUADS = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")

_SOMEBODY, _NOBODY = "by somebody", "by nobody"
_THE_SAME, _ANOTHER = "the same", "another"
_EITHER_WAY = frozenset({EventType.CONSULT, EventType.AGREE, EventType.ASSAULT})
"""Types whose two sides a single record may give in either order."""
_FOUR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One ordered pair of a coded event's parties."""

    event: Event
    actor: Party | None = None
    recipient: Party | None = None

    @property
    def type(self) -> str:
        """The event's type."""
        return self.event.type.value

    def told(self) -> Told:
        """The event with the parties of this pair; with all of them where the pair tells none."""
        if self.actor is None and self.recipient is None:
            return told(self.event)
        return told(
            replace(
                self.event,
                actors=(self.actor,) if self.actor else (),
                recipients=(self.recipient,) if self.recipient else (),
            )
        )


def score_sentences(gold: GoldFile, coded: Coded, quads: Mapping[str, str]) -> Scores:
    """Score all events of each sentence, and silence where there is none.

    Args:
        gold: a file of the form *sentences*.
        coded: what was coded, by sentence.
        quads: the quad class of each type.
    """
    matches: list[_Match] = []
    quiet: list[bool] = []
    in_quad = 0
    for sentence in gold.sentences:
        events = coded.get(sentence.id, ())
        pairs = _pairs(events)
        matches += _matches(sentence, pairs, events, _same_parties)
        in_quad += _common(
            (quads[event.type] for event in sentence.events), (quads[pair.type] for pair in pairs)
        )
        if not sentence.events:
            quiet.append(not pairs)
    triple, typed = _rates(matches)
    found = [(m.wanted, m.given.event) for m in matches if m.whole and m.wanted and m.given]
    told_as = [(wanted.modality, event.modality) for wanted, event in found if wanted.modality]
    speakers = [(bool(wanted.said_by), _speaker_of(wanted, event)) for wanted, event in found]
    named = [whom for by_somebody, whom in speakers if by_somebody]
    return Scores(
        name=gold.name,
        form=gold.form,
        sentences=len(gold.sentences),
        measures={
            "triple": triple,
            "type": typed,
            "quad": replace(typed, right=in_quad),
            "silent_where_none": Share(right=sum(quiet), of=len(quiet)),
            "modality_right": Share(right=sum(a is b for a, b in told_as), of=len(told_as)),
            "speaker_right": Share(right=named.count(_THE_SAME), of=len(named)),
        },
        by_type=_by_type(matches, "triple"),
        types=Confusion.of((match.types for match in matches), TYPES),
        modality=Confusion.of(((str(a), str(b)) for a, b in told_as), list(Modality)),
        speakers=Confusion.of(
            ((_SOMEBODY if by_somebody else _NOBODY, whom) for by_somebody, whom in speakers),
            (_SOMEBODY, _NOBODY, _THE_SAME, _ANOTHER),
        ),
        faults=tuple(fault for match in matches for fault in match.faults()),
    )


def score_mentions(gold: GoldFile, coded: Coded) -> Scores:
    """Score type and actor, the actor by his words; an event counts once, however many its parties.

    Args:
        gold: a file of the form *mentions*.
        coded: what was coded, by sentence.
    """
    matches: list[_Match] = []
    for sentence in gold.sentences:
        events = coded.get(sentence.id, ())
        pairs = [Pair(event=event) for event in events]
        matches += _matches(sentence, pairs, events, _same_actor)
    whole, typed = _rates(matches)
    return Scores(
        name=gold.name,
        form=gold.form,
        sentences=len(gold.sentences),
        measures={"type": typed, "type_and_actor": whole},
        by_type=_by_type(matches, "type_and_actor"),
        types=Confusion.of((match.types for match in matches), TYPES),
        faults=tuple(fault for match in matches for fault in match.faults()),
    )


def score_records(gold: GoldFile, coded: Coded) -> Scores:
    """Score whether the one event that each sentence is known for was found.

    Other events of the sentence are left open by such gold, so there is no precision.

    Args:
        gold: a file of the form *records*.
        coded: what was coded, by sentence.
    """
    any_coded = 0
    asked: Counter[str] = Counter()
    typed: Counter[str] = Counter()
    full: Counter[str] = Counter()
    confused: list[tuple[str, str]] = []
    faults: list[Fault] = []
    for sentence in gold.sentences:
        [wanted] = sentence.events
        events = coded.get(sentence.id, ())
        same = [event for event in events if event.type == wanted.type]
        found = any(_fits_record(wanted, event) for event in same)
        any_coded += bool(events)
        asked[wanted.type] += 1
        typed[wanted.type] += bool(same)
        full[wanted.type] += found
        confused.append((wanted.type, wanted.type if same else _nearest(wanted, events)))
        if not found:
            faults.append(_miss(sentence, wanted, events))
    n = len(gold.sentences)
    return Scores(
        name=gold.name,
        form=gold.form,
        sentences=n,
        measures={
            "type_recall": Share(right=typed.total(), of=n),
            "triple_recall": Share(right=full.total(), of=n),
            "coded": Share(right=any_coded, of=n),
        },
        by_type={
            kind: {
                "type_recall": Share(right=typed[kind], of=asked[kind]),
                "triple_recall": Share(right=full[kind], of=asked[kind]),
            }
            for kind in TYPES
            if asked[kind]
        },
        types=Confusion.of(confused, TYPES),
        faults=tuple(faults),
    )


def score_relations(
    gold: GoldFile, related: Sequence[Event | None], quads: Mapping[str, str]
) -> Scores:
    """Score the act between two given parties, CONCEDE and RETREAT being one class.

    Args:
        gold: a file of the form *relations*.
        related: what was coded for each sentence, None where nothing was.
        quads: the quad class of each type.
    """
    quads = {**quads, YIELD: quads[EventType.RETREAT]}
    pairs: list[tuple[str, str]] = []
    faults: list[Fault] = []
    for sentence, event in zip(gold.sentences, related, strict=True):
        [wanted] = sentence.events
        given = _merged(event.type) if event else NONE
        pairs.append((wanted.type, given))
        if given != wanted.type:
            faults.append(_miss(sentence, wanted, [event] if event else []))
    n = len(pairs)
    classes = by_class(pairs)
    in_quads = [(quads[wanted], quads.get(given, NONE)) for wanted, given in pairs]
    return Scores(
        name=gold.name,
        form=gold.form,
        sentences=n,
        measures={
            "macro_f1": MacroF1(classes=classes),
            "quad_macro_f1": MacroF1(classes=by_class(in_quads, QUADS)),
            "accuracy": Share(right=sum(a == b for a, b in pairs), of=n, digits=_FOUR),
            "answered": Share(right=sum(b != NONE for _, b in pairs), of=n, digits=_FOUR),
        },
        by_type={kind: {"type": classes[kind]} for kind in TYPES if kind in classes},
        types=Confusion.of(pairs, TYPES),
        faults=tuple(faults),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """A gold event and a coded pair that belong together, or one of both that is alone.

    Args:
        sentence: where they stand.
        wanted: the gold event, or None.
        given: the coded pair, or None.
        whole: whether the pair is right in all that is asked.
        events: all that was coded in the sentence.
    """

    sentence: GoldSentence
    wanted: GoldEvent | None
    given: Pair | None
    whole: bool
    events: Sequence[Event]

    @property
    def types(self) -> tuple[str, str]:
        """Gold type and coded type."""
        return (
            self.wanted.type if self.wanted else NONE,
            self.given.type if self.given else NONE,
        )

    def faults(self) -> Iterator[Fault]:
        """What is wrong here."""
        if self.wanted and not self.whole:
            yield _miss(self.sentence, self.wanted, self.events)
        if self.given and not self.whole:
            yield _false_alarm(self.sentence, self.given)


def _matches(
    sentence: GoldSentence,
    pairs: Sequence[Pair],
    events: Sequence[Event],
    fits: Callable[[GoldEvent, Pair], bool],
) -> Iterator[_Match]:
    def is_found(wanted: GoldEvent, given: Pair) -> bool:
        return _same_type(wanted, given) and fits(wanted, given)

    tests = (is_found, _same_type, _same_trigger, fits)
    for wanted, given, test in aligned(sentence.events, pairs, tests):
        yield _Match(sentence=sentence, wanted=wanted, given=given, whole=test == 0, events=events)


def _rates(matches: Sequence[_Match]) -> tuple[Rates, Rates]:
    """How often an event was found whole, and how often at least its type."""
    coded = sum(match.given is not None for match in matches)
    gold = sum(match.wanted is not None for match in matches)
    whole = sum(match.whole for match in matches)
    typed = sum(match.types[0] == match.types[1] for match in matches)
    return (
        Rates(right=whole, coded=coded, gold=gold),
        Rates(right=typed, coded=coded, gold=gold),
    )


def _by_type(matches: Sequence[_Match], whole: str) -> dict[str, dict[str, Measure]]:
    """Rates of each type that the gold or the coder has, the whole match under that name."""
    gold = Counter(match.types[0] for match in matches)
    coded = Counter(match.types[1] for match in matches)
    found = Counter(match.types[0] for match in matches if match.whole)
    typed = Counter(match.types[0] for match in matches if match.types[0] == match.types[1])
    return {
        kind: {
            name: Rates(right=right[kind], coded=coded[kind], gold=gold[kind])
            for name, right in ((whole, found), ("type", typed))
        }
        for kind in TYPES
        if gold[kind] or coded[kind]
    }


def aligned(
    wanted: Sequence[GoldEvent],
    given: Sequence[Pair],
    tests: Sequence[Callable[[GoldEvent, Pair], bool]],
) -> Iterator[tuple[GoldEvent | None, Pair | None, int]]:
    """Gold events and coded pairs that belong together, then those that belong to nothing.

    The first test is tried on all, the next on what it left, and so on: so a confusion table shows
    as what a gold event was taken, and not merely that it was missed.

    Yields:
        Gold event, coded pair, and which test brought them together; one of both is None, and the
        number that of the tests, where nothing did.
    """
    left_wanted, left_given = list(wanted), list(given)
    for number, test in enumerate(tests):
        for event in tuple(left_wanted):
            pair = next((pair for pair in left_given if test(event, pair)), None)
            if pair is not None:
                # By identity: two like events of a sentence are two.
                left_wanted = [one for one in left_wanted if one is not event]
                left_given = [one for one in left_given if one is not pair]
                yield event, pair, number
    for event in left_wanted:
        yield event, None, len(tests)
    for pair in left_given:
        yield None, pair, len(tests)


def _pairs(events: Iterable[Event]) -> list[Pair]:
    return [Pair(event=e, actor=a, recipient=r) for e in events for a, r in e.dyads()]


def _same_type(wanted: GoldEvent, given: Pair) -> bool:
    return wanted.type == given.type


def _same_trigger(wanted: GoldEvent, given: Pair) -> bool:
    return same_words(wanted.trigger, given.event.evidence.trigger.text)


def _same_parties(wanted: GoldEvent, given: Pair) -> bool:
    return _any_of(wanted.actors, given.actor) and _any_of(wanted.recipients, given.recipient)


def _same_actor(wanted: GoldEvent, given: Pair) -> bool:
    names = [name for party in given.event.actors for name in (party.text, party.name)]
    return not wanted.actors or any(
        same_words(actor.text, name) for actor in wanted.actors for name in names
    )


def _any_of(wanted: tuple[GoldParty, ...], party: Party | None) -> bool:
    """Whether the party is one of those wanted; anybody, and nobody, will do where none is."""
    return not wanted or any(same_party(one.code, one.text, party) for one in wanted)


def _fits_record(wanted: GoldEvent, event: Event) -> bool:
    pairs = _pairs([event])
    if event.type in _EITHER_WAY:
        pairs += [Pair(event=p.event, actor=p.recipient, recipient=p.actor) for p in pairs]
    return any(_same_parties(wanted, pair) for pair in pairs)


def _nearest(wanted: GoldEvent, events: Sequence[Event]) -> str:
    """The type that a missed event was taken for."""
    for test in (_same_trigger, _same_parties):
        for pair in _pairs(events):
            if test(wanted, pair):
                return pair.type
    return NONE


def _speaker_of(wanted: GoldEvent, event: Event) -> str:
    speakers = [item.speaker for item in event.attribution]
    if not speakers:
        return NONE
    said_by = wanted.said_by
    same = said_by and any(same_party(said_by.code, said_by.text, party) for party in speakers)
    return _THE_SAME if same else _ANOTHER


def _common(wanted: Iterable[str], given: Iterable[str]) -> int:
    return (Counter(wanted) & Counter(given)).total()


def _merged(kind: EventType) -> str:
    return YIELD if kind in (EventType.CONCEDE, EventType.RETREAT) else kind.value


def _miss(sentence: GoldSentence, wanted: GoldEvent, events: Iterable[Event]) -> Fault:
    return Fault(
        kind="miss",
        type=wanted.type,
        id=sentence.id,
        text=sentence.text,
        expected=str(wanted),
        coded=tuple(told(event) for event in events),
    )


def _false_alarm(sentence: GoldSentence, given: Pair) -> Fault:
    return Fault(
        kind="false alarm",
        type=given.type,
        id=sentence.id,
        text=sentence.text,
        coded=(given.told(),),
    )
