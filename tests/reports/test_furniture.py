"""The rules of furniture: each proves itself by its examples, and a wrong entry is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statuquo.errors import DataError
from statuquo.reports.furniture import RULES, Furniture, Rule, load_furniture
from statuquo.reports.typography import tidy

FURNITURE = load_furniture()
DROPS = [(rule, example) for rule in FURNITURE.rules for example in rule.drops]
KEEPS = [(rule, example) for rule in FURNITURE.rules for example in rule.keeps]


def loses(furniture: Furniture, rule: Rule, example: str) -> bool:
    """Whether anything of the example is dropped, where the rule looks."""
    line = tidy(example)
    if rule.where in ("line", "edge"):
        return furniture.is_line(line, edge=rule.where == "edge")
    return furniture.trimmed(line, lead=rule.where == "lead")[0] != line


def named(pair: tuple[Rule, str]) -> str:
    return f"{pair[0].id}: {pair[1]}"


@pytest.mark.parametrize("pair", DROPS, ids=named)
def test_what_an_entry_says_it_drops_is_dropped(pair: tuple[Rule, str]) -> None:
    assert loses(FURNITURE, *pair)


@pytest.mark.parametrize("pair", KEEPS, ids=named)
def test_what_an_entry_says_it_keeps_is_kept(pair: tuple[Rule, str]) -> None:
    assert not loses(FURNITURE, *pair)


@pytest.mark.parametrize("rule", FURNITURE.rules, ids=lambda rule: rule.id)
def test_every_entry_does_its_own_work(rule: Rule) -> None:
    line = [tidy(example).replace("’", "'") for example in rule.drops]
    assert any(rule.pattern.search(example) for example in line), "no example needs this entry"
    assert rule.keeps, f"{rule.entry.file}:{rule.entry.line}: add a sentence that must be kept"


@pytest.mark.parametrize(
    "line",
    ["Partager Tweeter Envoyer", "Facebook, Twitter, WhatsApp", "Facebook 12 Twitter 3", "J’aime"],
)
def test_a_line_of_buttons(line: str) -> None:
    assert FURNITURE.is_line(line, edge=False)


@pytest.mark.parametrize(
    "line", ["Facebook suspend le compte de Maduro", "Share the burden, says Berlin", "Twitter 2.0"]
)
def test_a_headline_that_begins_with_a_button(line: str) -> None:
    assert not FURNITURE.is_line(line, edge=True)


@pytest.mark.parametrize("line", ["***", "---", "• • •", "■", "_____", "…"])
def test_a_line_without_letters(line: str) -> None:
    assert FURNITURE.is_line(line, edge=False)


ENTRY = {
    "id": '"a.b"',
    "where": '"line"',
    "patterns": '["x"]',
    "drops": '["x"]',
    "keeps": '["y"]',
}
WORDS = "[words]\n" + "\n".join(
    f"{name} = []" for name in ("agencies", "buttons", "labels", "networks", "sections")
)


def entry(**changed: str) -> str:
    fields = {**ENTRY, **changed}
    return "\n[[rule]]\n" + "\n".join(f"{key} = {value}" for key, value in fields.items())


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        (WORDS + entry(where='"top"'), 9, "unknown place 'top'"),
        (WORDS + entry(patterns='["("]'), 10, "a pattern is no regular expression"),
        (WORDS + entry(patterns='["{datum}"]'), 10, "unknown placeholder {datum}"),
        (WORDS + entry() + entry(), 14, "stands behind 'a.b'; sort the rules by id"),
        (WORDS + entry() + entry(id='"a.a"'), 14, "sort the rules by id"),
        (WORDS + entry(extra="1"), 13, "unknown key 'extra'"),
        (WORDS.replace("buttons = []", 'buttons = ["b", "a"]'), 3, "buttons must be a sorted list"),
        (WORDS + "\n[rules]\n", 7, "unknown table or key 'rules'"),
        ("[words", 1, "is not TOML"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line(
    tmp_path: Path, content: str, line: int, told: str
) -> None:
    path = tmp_path / "furniture.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(told)) as raised:
        load_furniture(path)
    assert raised.value.line == line


def test_the_file_is_tidy() -> None:
    lines = RULES.read_text(encoding="utf-8").splitlines()
    assert all(line == line.rstrip() for line in lines)
