"""Habits that no linter checks."""

import ast
from collections.abc import Iterator

import pytest

from .modules import Module, modules

LONGEST = 600
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "tools"}


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_no_module_is_too_long(module: Module):
    lines = len(module.path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, "split it by what its parts are about"


def test_no_module_has_a_name_that_says_nothing():
    assert not [module.name for module in modules() if VAGUE & set(module.name.split("."))]


def doors() -> list[Module]:
    """The modules that others import a room by."""
    return [module for module in modules() if module.path.name == "__init__.py"]


@pytest.mark.parametrize("door", doors(), ids=lambda module: module.name)
def test_a_door_says_what_the_room_is(door: Module):
    assert ast.get_docstring(door.tree)


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_what_is_public_says_what_it_is(module: Module):
    assert ast.get_docstring(module.tree), "say in one line what the module is"
    undocumented = [node.name for node in public(module.tree) if not ast.get_docstring(node)]
    assert not undocumented


def public(tree: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Functions and classes without a leading underscore, and the methods of such classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_no_state_in_modules(module: Module):
    """No `global`: whatever changes belongs to a value that somebody made."""
    wrong = [node.lineno for node in ast.walk(module.tree) if isinstance(node, ast.Global)]
    assert not wrong
