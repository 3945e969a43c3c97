"""The modules of the package as their source says: names, rooms, imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
PACKAGE = "statuquo"


@dataclass(frozen=True)
class Import:
    """One import of a module: what, where, and whether it runs when the module is imported."""

    name: str
    line: int
    at_start: bool


@dataclass(frozen=True)
class Module:
    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """The first name below the package: ``store`` for ``statuquo.store.rows``."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else PACKAGE

    def imports(self) -> Iterator[Import]:
        yield from _imports(self.tree.body, at_start=True)


def _imports(body: list[ast.stmt], *, at_start: bool) -> Iterator[Import]:
    for node in body:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, at_start)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import at line {node.lineno}"
            assert node.module
            yield Import(node.module, node.lineno, at_start)
            # `from statuquo import store` imports a room by its name.
            if node.module == PACKAGE:
                for alias in node.names:
                    yield Import(f"{PACKAGE}.{alias.name}", node.lineno, at_start)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _imports(node.body, at_start=False)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            # Not run, but a room that names another's types knows it all the same.
            yield from _imports(node.body, at_start=False)
        else:
            for field in ("body", "orelse", "finalbody"):
                yield from _imports(getattr(node, field, []), at_start=at_start)
            for handler in getattr(node, "handlers", []):
                yield from _imports(handler.body, at_start=at_start)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    found = []
    for path in sorted((SOURCE / PACKAGE).rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(name, path, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(found)
