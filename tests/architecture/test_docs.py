"""The documents are promises: what they name is there, and what is there is in them."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from statuquo.cli import statuquo

from .modules import ROOT

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
LINK = re.compile(r"\[[^\]]*\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    for word, command in group.commands.items():
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")


COMMANDS = dict(commands(statuquo, "statuquo"))
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def section(page: Path, heading: str) -> str:
    """The text under a heading, up to the next of its level or above."""
    text = page.read_text(encoding="utf-8")
    found = re.search(rf"^(#+) {re.escape(heading)}$", text, re.M)
    assert found, f"{page.name} has no heading «{heading}»"
    end = re.search(rf"^#{{1,{len(found[1])}}} ", text[found.end() :], re.M)
    return text[found.end() :][: end.start() if end else None]


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_its_heading_and_its_options(name: str):
    told = section(ROOT / "docs" / "cli.md", f"`{name}`")
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Option) and parameter.name not in ("help", "debug"):
            longest = max(parameter.opts, key=len)
            assert f"`{longest}" in told, f"docs/cli.md: say what {longest} of {name} does"


def test_no_heading_tells_of_a_command_that_is_not_there():
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^#+ `(statuquo [^`]*)`$", text, re.M)) == set(COMMANDS)


def shell_lines() -> Iterator[tuple[str, str]]:
    """Every line of a shell block in the documents: the page and the line."""
    for page in PAGES:
        for kind, block in BLOCK.findall(page.read_text(encoding="utf-8")):
            if kind in ("sh", "console"):
                for line in block.splitlines():
                    yield page.name, line.removeprefix("$ ").split("  #")[0].strip()


def words_after(program: str) -> Iterator[tuple[str, list[str]]]:
    """The words that the documents give to a program, wherever in a pipe it stands."""
    for page, line in shell_lines():
        for part in line.split(" | "):
            words = shlex.split(part.split(" > ")[0]) if part.startswith(program) else []
            if words and words[0] == program:
                yield page, words[1:]


@pytest.mark.parametrize(("page", "words"), list(words_after("statuquo")), ids=str)
def test_the_commands_that_documents_show_exist(page: str, words: list[str]):
    command: click.Command = statuquo
    rest = list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        word = rest.pop(0)
        assert word in command.commands, f"{page}: there is no `statuquo {' '.join(words)}`"
        command = command.commands[word]
    options = {name for one in command.params for name in one.opts} | {"--help", "--version"}
    for word in rest:
        if word.startswith("-") and word != "-":
            assert word.split("=")[0] in options, f"{page}: {command.name} has no {word}"


@pytest.mark.parametrize(("page", "words"), list(words_after("make")), ids=str)
def test_the_targets_that_documents_show_exist(page: str, words: list[str]):
    assert words[0] in TARGETS, f"{page}: the Makefile has no {words[0]}"


def links() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            yield str(page.relative_to(ROOT)), target


@pytest.mark.parametrize(("page", "target"), list(links()))
def test_links_lead_somewhere(page: str, target: str):
    assert ((ROOT / page).parent / target).exists()
