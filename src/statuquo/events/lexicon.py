"""The lexicon: which words make which act, read from TOML and checked with file and line.

The format is told in docs/lexicon-guide.md.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from statuquo.data import DATA, Entry, LocatedTable, load_toml
from statuquo.entities.model import SECTORS
from statuquo.errors import DataError
from statuquo.events.lexicon_shapes import check_frame, faults_of
from statuquo.events.ontology import Ontology
from statuquo.events.record import EventType, Modality
from statuquo.reports.model import LANGUAGES, Language

Kind = Literal["verb", "noun", "adjective"]
INNER = frozenset(
    {
        "intended",
        "refused",
        "requested",
        "threatened",
        "stopped",
        "denied",
        "hypothetical",
        "alleged",
    }
)
NEEDS = frozenset({"recipient", "actor", "both", "any", "none"})
OPERATORS = frozenset(
    {"intended", "refused", "hypothetical", "stopped", "attempted", "denied", "requested", "void"}
)
_KEYS = (
    "id", "act", "mode", "contexts", "modality", "verbs", "nouns", "adjectives", "actor", "recipient",
    "noun_actor", "noun_recipient", "two_way", "needs", "inner", "examples", "not",
)  # fmt: skip
_NOUN_ACTOR = ("subj", "poss", "by", "adj", "gen")
_VERBAL_ONLY = frozenset({"obj", "subj", "iobj", "attr", "comp"})
_PUBLIC = frozenset(
    {"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY", "OPP", "REB", "PRM", "SOC", "LAB", "REL", "ELI",
     "PRE", "IGO", "NGO"}
)  # fmt: skip
"""Sectors that act in public life: what ``#public`` stands for."""
DEFAULT_MODALITY: dict[EventType, Modality] = {
    EventType.AGREE: Modality.INTENDED,
    EventType.REJECT: Modality.REFUSED,
    EventType.REQUEST: Modality.REQUESTED,
    EventType.THREATEN: Modality.INTENDED,
}
"""Modality of acts whose type implies one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """``ROLE:FILLER`` of a pattern.

    Args:
        role: the role that must (or must not) be filled.
        lemmas: dictionary forms that fill it.
        parties: ``party``, ``country``, sector or country codes, one of which the filler must be.
        anything: ``*``.
        negated: the condition forbids.
    """

    role: str
    lemmas: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    anything: bool = False
    negated: bool = False


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """Words that make a frame's act.

    Args:
        text: as the file has it.
        kind: verb, noun or adjective.
        lemmas: alternatives; each a tuple of words for expressions.
        reflexive: the verb must carry a reflexive clitic.
        particle: the particle of a phrasal verb, or None.
        conditions: what its roles must hold.
    """

    text: str
    kind: Kind
    lemmas: tuple[tuple[str, ...], ...]
    reflexive: bool = False
    particle: str | None = None
    conditions: tuple[Condition, ...] = ()

    @cached_property
    def wanted(self) -> tuple[frozenset[str], ...]:
        """Words of which one each must stand in the sentence, wherever: without them no condition holds."""
        return tuple(
            condition.lemmas
            for condition in self.conditions
            if condition.lemmas
            and not (condition.negated or condition.parties or condition.anything)
        )

    @cached_property
    def weight(self) -> int:
        """How particular it is: the pattern with the most conditions wins."""
        positive = sum(2 if c.lemmas else 1 for c in self.conditions if not c.negated)
        longest = max(len(words) for words in self.lemmas)
        return positive + 2 * (longest - 1) + 2 * self.reflexive + 2 * (self.particle is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence that proves a frame.

    Args:
        text: the sentence.
        events: what must be coded, all of it, in the guide's notation; None for a ``not`` sentence,
            in which only the frame itself must stay silent.
        line: where it stands.
    """

    text: str
    events: tuple[str, ...] | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One ``[[frame]]``: an act, the words for it and where its parties stand."""

    id: str
    lang: Language
    act: EventType
    mode: str | None
    contexts: tuple[str, ...]
    modality: Modality | None
    patterns: tuple[Pattern, ...]
    actor: Mapping[Kind, tuple[str, ...]]
    recipient: Mapping[Kind, tuple[str, ...]]
    two_way: bool
    needs: str
    inner: str | None
    examples: tuple[Example, ...]
    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All frames and word lists of one language.

    Args:
        lang: the language.
        frames: in the order of files and lines.
        support: support verbs.
        inverse: support verbs whose subject undergoes the noun («subir une attaque»).
        aspect: verbs that are looked through.
        operators: patterns that change the modality of what is below them, by modality.
        speech: ``verbs``, ``quoting``, ``according``, ``sources`` and ``doubt``.
        topics: silence topics → lemmas.
        beside: words of topics → those beside which they mean something else («falsos positivos»).
        violence: words that tell political violence from private crime, by kind.
        forms: word forms whose lemma the model gets wrong → the right lemma.
        version: a hash of the files.
    """

    lang: Language
    frames: tuple[Frame, ...]
    support: frozenset[str]
    inverse: frozenset[str]
    aspect: tuple[Pattern, ...]
    operators: tuple[tuple[str, Pattern], ...]
    speech: Mapping[str, frozenset[str]]
    topics: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[str]]
    violence: Mapping[str, frozenset[str]]
    forms: dict[str, str]
    accented: frozenset[str]
    version: str
    _index: Mapping[tuple[Kind, str], tuple[tuple[Frame, Pattern], ...]] = field(repr=False)
    _operator_index: Mapping[str, tuple[tuple[str, Pattern], ...]] = field(repr=False)
    _aspect_index: Mapping[str, tuple[Pattern, ...]] = field(repr=False)

    @classmethod
    def load(
        cls, lang: Language, *, ontology: Ontology | None = None, folder: Path = DATA / "lexicon"
    ) -> Lexicon:
        """Read and check the files of one language.

        Raises:
            DataError: the first fault, with file and line.
        """
        problems: list[DataError] = []
        lexicon = _read(lang, ontology or Ontology.load(), folder, problems)
        if problems:
            raise problems[0]
        return lexicon

    @property
    def compounds(self) -> frozenset[str]:
        """Hyphenated lemmas that the frames name, which a tokenizer may cut."""
        words = {
            word for frame in self.frames for p in frame.patterns for w in p.lemmas for word in w
        }
        for frame in self.frames:
            for pattern in frame.patterns:
                for condition in pattern.conditions:
                    words |= condition.lemmas
        return frozenset(word for word in words if "-" in word)

    @property
    def verbs(self) -> frozenset[str]:
        """Every verb that a frame, an operator or a support list names."""
        patterns = [p for frame in self.frames for p in frame.patterns if p.kind == "verb"]
        patterns += [pattern for _, pattern in self.operators]
        found = {words[0] for pattern in patterns for words in pattern.lemmas}
        light = {word.removeprefix("se ") for word in self.support | self.inverse}
        return frozenset(found | light)

    def frames_of(self, kind: Kind, lemma: str) -> tuple[tuple[Frame, Pattern], ...]:
        """Frames with a pattern that begins with this lemma."""
        return self._index.get((kind, lemma), ())

    def operators_of(self, lemma: str) -> tuple[tuple[str, Pattern], ...]:
        """Operator patterns that begin with this lemma, with their modality."""
        return self._operator_index.get(lemma, ())

    def aspects_of(self, lemma: str) -> tuple[Pattern, ...]:
        """Aspect patterns that begin with this lemma."""
        return self._aspect_index.get(lemma, ())


def check(
    *, folder: Path = DATA / "lexicon", languages: Iterable[Language] = LANGUAGES
) -> list[DataError]:
    """Everything that is wrong in the files, not only the first fault.

    It reads the files alone; that every example is coded as it says is the test suite's part.
    """
    problems: list[DataError] = []
    ontology = Ontology.load()
    for lang in languages:
        _read(lang, ontology, folder, problems)
    return problems


def _read(lang: Language, ontology: Ontology, folder: Path, problems: list[DataError]) -> Lexicon:
    root = folder / lang
    digest = hashlib.sha256()
    for path in sorted(root.glob("*.toml")):
        digest.update(path.name.encode() + path.read_bytes())
    tables = {
        path.stem: table for path in sorted(root.glob("*.toml")) if (table := _load(path, problems))
    }
    classes = _lists(tables.get("classes"), "classes")
    frames: list[Frame] = []
    seen: dict[str, str] = {}
    for event_type in EventType:
        table = tables.get(event_type.lower())
        if table is None:
            continue
        try:
            entries = tuple(table.entries("frame"))
        except DataError as problem:
            problems.append(problem)
            continue
        for entry in entries:
            try:
                frame = _frame(entry, lang, classes, ontology)
                if frame.id in seen:
                    raise entry.error(f"the id {frame.id!r} is taken in {seen[frame.id]}", at="id")
                seen[frame.id] = f"{frame.file}:{frame.line}"
                frames.append(frame)
            except DataError as problem:
                problems.append(problem)
    light = tables.get("light")
    light_data = light.data if light else {}
    speech = tables.get("speech")
    compile_ = _Compiler(classes)
    operators: list[tuple[str, Pattern]] = []
    aspect: list[Pattern] = []
    try:
        for modality, items in light_data.get("operators", {}).items():
            if light and modality not in OPERATORS:
                raise light.error(f"unknown operator {modality!r}", at=modality)
            operators += [(modality, compile_(item, "verb", light, item)) for item in items]
        aspect = [compile_(item, "verb", light, item) for item in light_data.get("aspect", [])]
    except DataError as problem:
        problems.append(problem)
    index: dict[tuple[Kind, str], list[tuple[Frame, Pattern]]] = defaultdict(list)
    for frame in frames:
        for pattern in frame.patterns:
            for words in pattern.lemmas:
                index[pattern.kind, words[0]].append((frame, pattern))
    operator_index: dict[str, list[tuple[str, Pattern]]] = defaultdict(list)
    for modality, pattern in operators:
        for words in pattern.lemmas:
            operator_index[words[0]].append((modality, pattern))
    aspect_index: dict[str, list[Pattern]] = defaultdict(list)
    for pattern in aspect:
        for words in pattern.lemmas:
            aspect_index[words[0]].append(pattern)
    return Lexicon(
        lang=lang,
        frames=tuple(frames),
        support=_first_words(light_data.get("support", [])),
        inverse=_first_words(light_data.get("passive", [])),
        aspect=tuple(aspect),
        operators=tuple(operators),
        speech={key: frozenset(value) for key, value in (speech.data if speech else {}).items()},
        topics=_sets(tables.get("silence"), "topics"),
        beside=_sets(tables.get("silence"), "beside"),
        violence=_sets(tables.get("silence"), "violence"),
        forms=dict(_section(tables.get("forms"), "forms")),
        accented=frozenset(_section(tables.get("forms"), "accents").get("words", ())),
        version=digest.hexdigest()[:8],
        _index={key: tuple(value) for key, value in index.items()},
        _operator_index={key: tuple(value) for key, value in operator_index.items()},
        _aspect_index={key: tuple(value) for key, value in aspect_index.items()},
    )  # fmt: skip


def _first_words(patterns: Iterable[str]) -> frozenset[str]:
    """Verbs of patterns, with «se» where they are reflexive only."""
    return frozenset(
        " ".join(pattern.split(" ")[: 2 if pattern.startswith("se ") else 1])
        for pattern in patterns
    )


def _load(path: Path, problems: list[DataError]) -> LocatedTable | None:
    try:
        table = load_toml(path)
    except DataError as problem:
        problems.append(problem)
        return None
    wrong = list(faults_of(table, path.stem))
    problems += wrong
    return None if wrong else table


def _section(table: LocatedTable | None, name: str) -> dict[str, Any]:
    return table.data.get(name, {}) if table else {}


def _lists(table: LocatedTable | None, name: str) -> dict[str, list[str]]:
    return table.data.get(name, {}) if table else {}


def _sets(table: LocatedTable | None, name: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in _lists(table, name).items()}


def _frame(
    entry: Entry, lang: Language, classes: Mapping[str, list[str]], ontology: Ontology
) -> Frame:
    entry.check_keys(_KEYS, required=("id", "act", "examples"))
    check_frame(entry)
    data = entry.data
    act = _one_of(entry, "act", data["act"], [str(item) for item in EventType])
    mode = data.get("mode") or None
    if mode:
        modes = {m for info in ontology.types.values() for m in info.modes}
        _one_of(entry, "mode", mode, sorted(modes))
    for context in data.get("contexts", ()):
        _one_of(entry, "contexts", context, sorted(ontology.contexts))
    modality = data.get("modality")
    if modality is not None:
        _one_of(entry, "modality", modality, [str(item) for item in Modality])
    inner = data.get("inner")
    if inner is not None:
        _one_of(entry, "inner", inner, sorted(INNER))
    needs = _one_of(entry, "needs", data.get("needs", "any"), sorted(NEEDS))
    if not data["examples"]:
        raise entry.error("has no example; add a sentence of your own", at="examples")
    compiler = _Compiler(classes)
    patterns: list[Pattern] = []
    kinds: tuple[tuple[str, Kind], ...] = (
        ("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective"),
    )  # fmt: skip
    for key, kind in kinds:
        for item in data.get(key, ()):
            patterns += [compiler(each, kind, entry, item) for each in _each_role(item)]
    if not patterns:
        raise entry.error("has no words; add verbs, nouns or adjectives", at="id")
    only_nouns = not data.get("verbs")
    actor = tuple(data["actor"]) if "actor" in data else None
    recipient = tuple(data["recipient"]) if "recipient" in data else None
    noun_recipient = (
        recipient if only_nouns else tuple(r for r in recipient or () if r not in _VERBAL_ONLY)
    )
    examples = [_example(entry, item) for item in data["examples"]]
    examples += [
        Example(text=t, events=None, line=entry.line_of(t[:30])) for t in data.get("not", ())
    ]
    return Frame(
        id=str(data["id"]),
        lang=lang,
        act=EventType(act),
        mode=mode,
        contexts=tuple(data.get("contexts", ())),
        modality=Modality(modality) if modality else None,
        patterns=tuple(patterns),
        actor={
            "verb": actor or ("subj",),
            "adjective": actor or ("subj",),
            "noun": tuple(data.get("noun_actor", actor if only_nouns and actor else _NOUN_ACTOR)),
        },
        recipient={
            "verb": ("obj",) if recipient is None else recipient,
            "adjective": recipient or (),
            "noun": tuple(data.get("noun_recipient", noun_recipient or ())),
        },
        two_way=bool(data.get("two_way", False)),
        needs=needs,
        inner=inner,
        examples=tuple(examples),
        file=entry.file,
        line=entry.line,
    )


def _each_role(text: Any) -> Iterator[Any]:
    """«over|about:*» is written for two patterns, one with each role.

    >>> list(_each_role("question obj:#party over|about:*"))
    ['question obj:#party over:*', 'question obj:#party about:*']
    """
    items = text.split() if isinstance(text, str) else []
    if items and "|" in items[0] and "+" in items[0]:
        for word in items[0].split("|"):  # «step+up|raise»: the particle is of one verb
            yield from _each_role(" ".join([word, *items[1:]]))
        return
    for n, item in enumerate(items):
        roles, colon, filler = item.partition(":")
        if colon and "|" in roles and not roles.startswith("!"):
            for role in roles.split("|"):
                yield from _each_role(" ".join([*items[:n], f"{role}:{filler}", *items[n + 1 :]]))
            return
    yield text


def _example(entry: Entry, item: Any) -> Example:
    return Example(
        text=item["text"], events=tuple(item["events"]), line=entry.line_of(item["text"][:30])
    )


def _one_of(entry: Entry, key: str, value: Any, allowed: list[str]) -> str:
    if value in allowed:
        return str(value)
    close = difflib.get_close_matches(str(value), allowed, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(allowed)}"
    raise entry.error(f"unknown {key} {value!r}; {hint}", at=str(value))


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Patterns from their notation."""

    classes: Mapping[str, list[str]]

    def __call__(
        self, text: str, kind: Kind, where: Entry | LocatedTable | None, at: str
    ) -> Pattern:
        if not isinstance(text, str) or not text.strip():
            raise self._fault(where, "a pattern is a text", at)
        words: list[str] = []
        conditions: list[Condition] = []
        reflexive, particle = False, None
        for item in text.split():
            if ":" in item:
                conditions.append(self._condition(item, where, at))
            elif conditions:
                raise self._fault(where, f"{text!r}: words stand before conditions", at)
            elif item == "se" and not words:
                reflexive = True
            else:
                words.append(item)
        if not words:
            raise self._fault(where, f"{text!r} has no word", at)
        last, plus, after = words[-1].partition("+")
        if plus:
            words[-1], particle = last, after
        lemmas = (
            tuple((alternative,) for alternative in words[0].split("|"))
            if len(words) == 1
            else (tuple(words),)
        )
        return Pattern(
            text=text,
            kind=kind,
            lemmas=lemmas,
            reflexive=reflexive,
            particle=particle,
            conditions=tuple(conditions),
        )

    def _condition(self, item: str, where: Entry | LocatedTable | None, at: str) -> Condition:
        negated = item.startswith("!")
        role, _, filler = item.removeprefix("!").partition(":")
        lemmas: set[str] = set()
        parties: set[str] = set()
        anything = False
        for alternative in filler.split("|"):
            if alternative == "*":
                anything = True
            elif alternative.startswith("@"):
                if alternative[1:] not in self.classes:
                    close = difflib.get_close_matches(alternative[1:], self.classes, n=1)
                    hint = f"; did you mean @{close[0]}?" if close else "; add it to classes.toml"
                    raise self._fault(where, f"unknown class {alternative}{hint}", at)
                lemmas.update(self.classes[alternative[1:]])
            elif alternative.startswith("#"):
                kind = alternative[1:]
                if kind == "public":
                    parties |= _PUBLIC
                    continue
                if kind not in (
                    "party",
                    "owned",
                    "country",
                    "leader",
                    *SECTORS,
                ) and not re.fullmatch("[A-Z]{3}", kind):
                    raise self._fault(where, f"unknown party kind {alternative}", at)
                parties.add(kind)
            elif alternative:
                lemmas.add(alternative)
            else:
                raise self._fault(where, f"{item!r} lacks what fills the role", at)
        return Condition(
            role=role,
            lemmas=frozenset(lemmas),
            parties=frozenset(parties),
            anything=anything,
            negated=negated,
        )

    def _fault(self, where: Entry | LocatedTable | None, message: str, at: str) -> DataError:
        if isinstance(where, Entry):
            return where.error(message, at=at)
        return where.error(message, at=at) if where else DataError(message)


def all_examples(lexicons: Iterable[Lexicon]) -> Iterator[tuple[Frame, Example]]:
    """Every example of every frame, for tests and ``statuquo lexicon check``."""
    for lexicon in lexicons:
        for frame in lexicon.frames:
            for example in frame.examples:
                yield frame, example
