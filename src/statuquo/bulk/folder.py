"""The folder that a run writes: which files it has, each written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from statuquo.bulk.coding import Coded
from statuquo.bulk.preparing import Prepared
from statuquo.errors import InputError

MANIFEST = "manifest.json"
_WORK = "work"
_PLAN = "plan.json"
_TABLES = ("reports", "aside", "events")
"""In the order in which a part is written: where its events are, the rest is."""


class Folder:
    """Where a run writes.

    Args:
        path: the folder; made when it is not there.

    Raises:
        InputError: it cannot be made or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise InputError(
                f"cannot be made ({fault.strerror}); choose another place", str(path)
            ) from fault

    # -- what the run is --------------------------------------------------------------------

    @property
    def is_done(self) -> bool:
        """Whether a run has come to its end here."""
        return (self.path / MANIFEST).exists()

    def plan(self) -> dict[str, Any] | None:
        """What the run that began here was told; None where none did."""
        for file in (self.path / MANIFEST, self.path / _WORK / _PLAN):
            try:
                told = json.loads(file.read_text(encoding="utf-8"))
            except FileNotFoundError:
                continue
            except (OSError, ValueError) as fault:
                raise InputError(
                    f"cannot be read ({fault}); begin anew with --fresh", str(file)
                ) from fault
            plan: dict[str, Any] = told["plan"]
            return plan
        return None

    def begin(self, plan: dict[str, Any]) -> None:
        """Write down what the run was told.

        Raises:
            InputError: the folder holds other files.
        """
        if any(self.path.iterdir()):
            raise InputError(
                "holds files that no such run has written; name an empty or new folder",
                str(self.path),
            )
        for name in (*_TABLES, _WORK):
            (self.path / name).mkdir()
        _write(self.path / _WORK / _PLAN, _json({"plan": plan}))

    def clear(self) -> None:
        """Remove what a run has written here, and nothing else."""
        if self.plan() is None:
            return
        for name in (*_TABLES, _WORK):
            shutil.rmtree(self.path / name, ignore_errors=True)
        (self.path / MANIFEST).unlink(missing_ok=True)

    # -- prepared pieces ----------------------------------------------------------------------

    def prepared(self, number: int) -> Path:
        """Where a prepared piece is."""
        return self.path / _WORK / _part(number, "parquet")

    def keep_prepared(self, piece: Prepared) -> None:
        """Write a prepared piece."""
        _write(self.prepared(piece.number), piece.raw)

    # -- parts of the result ------------------------------------------------------------------

    def has_part(self, number: int) -> bool:
        """Whether a part of the result is there, whole."""
        return (self.path / "events" / _part(number, "parquet")).exists()

    def keep_part(self, coded: Coded) -> None:
        """Write a part of the result."""
        files = (
            ("reports", "parquet", coded.reports_file),
            ("aside", "jsonl", coded.aside_file),
            ("events", "parquet", coded.events_file),
        )
        for table, suffix, raw in files:
            _write(self.path / table / _part(coded.number, suffix), raw)

    def finish(self, plan: dict[str, Any], totals: dict[str, int], parts: int) -> None:
        """Write the manifest, and remove what is needed no more."""
        listed = {table: list(self._listed(table, parts)) for table in _TABLES}
        _write(self.path / MANIFEST, _json({"plan": plan, "totals": totals, "files": listed}))
        shutil.rmtree(self.path / _WORK)

    def _listed(self, table: str, parts: int) -> Iterator[dict[str, Any]]:
        suffix = "jsonl" if table == "aside" else "parquet"
        for number in range(parts):
            path = self.path / table / _part(number, suffix)
            raw = path.read_bytes()
            yield {
                "file": f"{table}/{path.name}",
                "bytes": len(raw),
                "sha256": hashlib.sha256(raw).hexdigest(),
            }


def _part(number: int, suffix: str) -> str:
    return f"part-{number:06d}.{suffix}"


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _write(path: Path, raw: bytes) -> None:
    """Write a file so that it is there whole, or as before, whenever the machine stops."""
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("wb") as stream:
        stream.write(raw)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
