"""The furniture of a page, told apart from what it reports by the rules in ``furniture.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args

from statuquo.data import Entry, load_toml
from statuquo.reports.dates import MONTH_NUMBERS

RULES = Path(__file__).with_name("furniture.toml")

Where = Literal["line", "edge", "start", "lead", "end", "inside"]

_LONGEST_LINE = 400
"""A line longer than this says something."""

_LONGEST_WITH_MARKS = 80
"""Rules that need the punctuation around a line are about shorter ones than this."""

_LONGEST_START = 200
"""How far into a block a dateline may reach."""

_LONGEST_END = 60

_AROUND = " \t.,;:!…>»›→←↑↓|•·*–—-_()[]{}=~"
_WEEKDAYS = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    "mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
)
_MONTH = "(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = f"(?:{_WEEKDAYS})" + r"\.?"
_DATE = (
    rf"(?:(?:{_WEEKDAY},? )?(?:\d{{1,2}}(?:er|st|nd|rd|th|º|°)?(?: de| of)?[ -]{_MONTH},?(?: del?)?[ -]\d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    r"|\d{4}-\d\d-\d\d))"
)
_TIME = (
    r"(?:(?:[ ,;|·–—-]| à| at| a las)* ?\d{1,2} ?(?:[:.] ?\d\d(?::\d\d)?|h(?: ?\d\d)?)"
    r"(?: ?(?:[ap]\.?m\.?|h|hs|hrs|min|utc|gmt|bst|ist|msk|cet|cest|e[ds]?t|c[ds]t|p[ds]t|heure de \w+|hora local)\b\.?| ?\((?:utc|gmt)\))*)"
)
_CAPITALISED = r"[A-ZÀ-ÞŒ][\w'.]*(?:-[\w'.]+){0,3}"
_PARTICLE = "(?:al|ben|bin|da|de|del|der|do|dos|du|el|la|van|von)"
_NAME = rf"(?:{_CAPITALISED}(?: (?:{_PARTICLE} ){{0,2}}{_CAPITALISED}){{0,5}})"
_NAMES = rf"(?:{_NAME}(?:(?: ?[,&/|] ?| and | et | y ){_NAME}){{0,3}})"
_PLACEHOLDERS = {
    "date": _DATE,
    "month": _MONTH,
    "name": _NAME,
    "names": _NAMES,
    "time": _TIME,
    "weekday": _WEEKDAY,
}
_PLACEHOLDER = re.compile(r"\{[a-z]+\}")
_KEYS = ("id", "where", "patterns", "drops", "keeps")
_WORDS = ("agencies", "buttons", "labels", "networks", "sections")
_BETWEEN_BUTTONS = re.compile(r"[\s,;|/·•()!\"]+")
_INSIDE = re.compile(r"[(\[■▪●◼□◆:]|pic\.twitter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of the file.

    Args:
        id: ``<kind>.<slug>``.
        where: which part of a report it looks at.
        pattern: what it drops, all its patterns in one.
        drops: examples that must lose something.
        keeps: examples that must stay as they are.
        entry: where it stands in the file, for messages.
    """

    id: str
    where: Where
    pattern: re.Pattern[str]
    drops: tuple[str, ...]
    keeps: tuple[str, ...]
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """All rules, ready to be asked.

    Args:
        rules: the rules in the order of the file.
        patterns: the rules of each place as one expression.
        buttons: words of which a line of buttons is made.
        section: a section's name in front of a title.
    """

    rules: tuple[Rule, ...]
    patterns: Mapping[Where, re.Pattern[str]]
    buttons: frozenset[str]
    section: re.Pattern[str]

    def is_line(self, line: str, *, edge: bool) -> bool:
        """Whether a whole line is furniture; at the edge of a text more is."""
        if len(line) > _LONGEST_LINE:
            return False
        plain = _plain(line)
        core = plain.strip(_AROUND)
        if not any(character.isalnum() for character in core) or self._is_buttons(core):
            return True
        places: tuple[Where, ...] = ("line", "edge") if edge else ("line",)
        return any(
            self.patterns[place].fullmatch(form) is not None
            for place in places
            for form in ({plain, core} if len(plain) <= _LONGEST_WITH_MARKS else {core})
        )

    def is_heading_of_links(self, line: str) -> bool:
        """Whether what follows the line are links to other articles."""
        core = _plain(line).strip(_AROUND)
        return any(
            rule.id == "related.head" and rule.pattern.fullmatch(core) for rule in self.rules
        )

    def trimmed(self, block: str, *, lead: bool) -> tuple[str, list[str]]:
        """A block without datelines, credits and end marks, and what these were.

        Args:
            block: a block of tidied text.
            lead: whether it is the first paragraph, where cities stand in capitals.
        """
        cut: list[str] = []
        start = 0
        while length := self._length_of_dateline(block[start : start + _LONGEST_START], lead=lead):
            cut.append(block[start : start + length])
            start += length
        block = block[start:]
        if _INSIDE.search(block) and (pieces := self._pieces_inside(block)):
            cut += pieces
            block = self.patterns["inside"].sub("", block)
        tail = _plain(block[-_LONGEST_END:])
        if found := self.patterns["end"].search(tail):
            cut.append(block[len(block) - len(tail) + found.start() :])
            block = block[: len(block) - len(tail) + found.start()]
        return block.strip(), [piece.strip() for piece in cut]

    def _pieces_inside(self, block: str) -> list[str]:
        return [found[0] for found in self.patterns["inside"].finditer(block)]

    def without_section(self, title: str) -> str:
        """A title without the section in front of it: «Monde | Moscou répond» → «Moscou répond»."""
        found = self.section.match(title)
        return title[found.end() :] if found else title

    def _length_of_dateline(self, head: str, *, lead: bool) -> int:
        """Where the text begins behind a dateline; 0 when there is none, or nothing but it."""
        plain = _plain(head)
        found = self.patterns["start"].match(plain) or (lead and self.patterns["lead"].match(plain))
        if not found or not any(map(str.isalnum, head[found.end() :])):
            return 0
        return found.end()

    def _is_buttons(self, core: str) -> bool:
        words = _BETWEEN_BUTTONS.split(core.lower())
        if not any(word in self.buttons for word in words[:3]):
            return False
        return all(word in self.buttons or not word.strip("'0123456789") for word in words)


@cache
def load_furniture(path: Path = RULES) -> Furniture:
    """The rules, read and checked once in a process.

    Raises:
        DataError: an entry is wrong; file and line are named.
    """
    table = load_toml(path)
    table.check_keys(("words", "rule"))
    words = table.data.get("words", {})
    for name in _WORDS:
        if not isinstance(words.get(name), list) or words[name] != sorted(set(words[name])):
            raise table.error(f"{name} must be a sorted list without doubles", key="words", at=name)
    lists = {
        name.removesuffix("s"): _any_of(words[name]) for name in ("labels", "networks", "sections")
    }
    known = {**_PLACEHOLDERS, **lists, "agency": _any_of(words["agencies"])}
    rules = tuple(_rule(entry, known) for entry in table.entries("rule"))
    for rule, following in pairwise(rules):
        if rule.id >= following.id:
            raise following.entry.error(f"stands behind {rule.id!r}; sort the rules by id", at="id")
    return Furniture(
        rules=rules,
        patterns={
            place: re.compile(
                "|".join(f"(?:{rule.pattern.pattern})" for rule in rules if rule.where == place),
                re.IGNORECASE,
            )
            for place in get_args(Where)
        },
        buttons=frozenset(words["buttons"]),
        section=re.compile(rf"(?:{lists['section']} ?(?:[|>›»/·]|[–—-](?= )) ?)+", re.IGNORECASE),
    )


def _rule(entry: Entry, known: Mapping[str, str]) -> Rule:
    entry.check_keys(_KEYS, required=_KEYS)
    where, pattern = entry.data["where"], "|".join(entry.data["patterns"])
    if where not in get_args(Where):
        raise entry.error(
            f"unknown place {where!r}; known are {', '.join(get_args(Where))}", at="where"
        )
    for name, expression in known.items():
        pattern = pattern.replace("{" + name + "}", expression)
    if left := _PLACEHOLDER.search(pattern):
        names = ", ".join(sorted(known))
        raise entry.error(f"unknown placeholder {left[0]}; known are {names}", at="patterns")
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except re.error as fault:
        raise entry.error(f"a pattern is no regular expression: {fault}", at="patterns") from fault
    return Rule(
        id=entry.data["id"],
        where=where,
        pattern=compiled,
        drops=tuple(entry.data["drops"]),
        keeps=tuple(entry.data["keeps"]),
        entry=entry,
    )


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _plain(text: str) -> str:
    """The text with the apostrophe that the rules are written with, character for character."""
    return text.replace("’", "'")
