"""What every test of reading needs: a place that collects what was set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

from statuquo.errors import InputError
from statuquo.reports import Report, read


@dataclass
class Reader:
    """Reads sources and keeps what was said about them."""

    aside: list[InputError] = field(default_factory=list)
    notices: list[InputError] = field(default_factory=list)

    def __call__(self, *sources: str | Path, stdin: IO[bytes] | None = None) -> list[Report]:
        """Every report of the sources."""
        return list(
            read(sources, stdin=stdin, set_aside=self.aside.append, notice=self.notices.append)
        )

    @property
    def complaints(self) -> list[str]:
        """What was set aside, as the user reads it."""
        return [str(problem) for problem in self.aside]


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file below the test's folder: ``write("a/b.txt", "text")``."""

    def write_file(name: str, content: str | bytes | Iterable[str]) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else "\n".join(content)
            path.write_text(text, encoding="utf-8")
        return path

    return write_file
