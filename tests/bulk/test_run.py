"""A run over a corpus: the same result however many processes, however often it is broken off."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyarrow import parquet

from statuquo.bulk import LocalEngine, Settings, Step, code_corpus
from statuquo.errors import InputError

from .works import counting, one_sentence_coder

EXAMPLES = Path(__file__).parents[2] / "examples" / "venezuela-2019"
AGENCY = "Norway sends aid to Cuba. " + " ".join(
    f"Nothing else happened in town {n}." for n in range(40)
).replace("Nothing", "Little")
SMALL = Settings(piece=3)


def corpus(folder: Path, texts: list[str]) -> list[str]:
    """Reports as lines of a file, one page and one text beside it."""
    folder.mkdir(exist_ok=True)
    lines = [
        json.dumps({"id": f"r-{n}", "text": text, "date": "2019-05-30", "lang": "en"})
        for n, text in enumerate(texts)
    ]
    (folder / "a.jsonl").write_text("\n".join([*lines, "{"]) + "\n")
    (folder / "b.txt").write_text("Chile sends aid to Peru.")
    (folder / "c.html").write_text("<html><body></body></html>")
    return [str(folder)]


TEXTS = [
    "Norway sends aid to Cuba. Chile sends aid to Peru.",
    AGENCY,
    "Rain in Lima.",
    "There is nothing here.",
    AGENCY + " Agencies.",
    *(f"Country{n} sends aid to Place{n}." for n in range(9)),
]


def run(sources: list[str], out: Path, *, workers: int = 1, **others: object) -> list[Step]:
    told = {"settings": SMALL, "make": one_sentence_coder, **others}
    return list(code_corpus(sources, out, LocalEngine(workers), workers=workers, **told))  # type: ignore[arg-type]


def contents(folder: Path) -> dict[str, str]:
    """Each file and its hash."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rows(out: Path, table: str) -> list[dict[str, object]]:
    files = sorted((out / table).glob("*.parquet"))
    return [row for file in files for row in parquet.read_table(file).to_pylist()]


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    return corpus(tmp_path / "corpus", TEXTS)


class TestResult:
    def test_events_and_reports_in_tables(self, sources: list[str], tmp_path: Path) -> None:
        out = tmp_path / "out"
        last = run(sources, out)[-1]
        events, reports = rows(out, "events"), rows(out, "reports")
        assert (last.reports, last.events) == (len(reports), len(events)) == (15, 13)
        assert [event["actors"][0]["name"] for event in events[:3]] == ["Norway", "Chile", "Norway"]  # type: ignore[index]
        assert reports[-1]["source"] == str(tmp_path / "corpus" / "b.txt")

    def test_a_near_copy_is_coded_once_and_counted(
        self, sources: list[str], tmp_path: Path
    ) -> None:
        run(sources, tmp_path / "out")
        reports = {row["id"]: row for row in rows(tmp_path / "out", "reports")}
        assert (reports["r-1"]["copies"], reports["r-1"]["copy_of"]) == (2, None)
        assert (reports["r-4"]["copies"], reports["r-4"]["copy_of"]) == (None, "r-1")
        told = {row["report_id"]: row["copies"] for row in rows(tmp_path / "out", "events")}
        assert (told["r-1"], told["r-0"]) == (2, 1)
        assert "r-4" not in told

    def test_unless_each_is_wanted(self, sources: list[str], tmp_path: Path) -> None:
        run(sources, tmp_path / "out", settings=Settings(piece=3, copies=False))
        assert "r-4" in {row["report_id"] for row in rows(tmp_path / "out", "events")}

    def test_what_gives_no_report_or_no_events_is_kept_with_its_reason(
        self, sources: list[str], tmp_path: Path
    ) -> None:
        steps = run(sources, tmp_path / "out")
        files = sorted((tmp_path / "out" / "aside").glob("*.jsonl"))
        written = [json.loads(line) for file in files for line in file.read_text().splitlines()]
        told = [(Path(one["source"]).name, one["problem"].split()[0]) for one in written]
        assert sorted(told) == [("a.jsonl:15", "is"), ("a.jsonl:4", "holds"), ("c.html", "the")]
        assert len([one for step in steps for one in step.aside]) == 3

    def test_the_manifest_names_each_file_by_its_hash(
        self, sources: list[str], tmp_path: Path
    ) -> None:
        out = tmp_path / "out"
        run(sources, out)
        manifest = json.loads((out / "manifest.json").read_text())
        listed = {
            one["file"]: one["sha256"] for table in manifest["files"].values() for one in table
        }
        assert {**listed, "manifest.json": contents(out)["manifest.json"]} == contents(out)
        assert manifest["totals"] == {"aside": 3, "copies": 1, "events": 13, "reports": 15}


class TestSameBytes:
    def test_with_two_processes_as_with_one(self, sources: list[str], tmp_path: Path) -> None:
        run(sources, tmp_path / "one")
        run(sources, tmp_path / "two", workers=2)
        assert contents(tmp_path / "one") == contents(tmp_path / "two")

    @pytest.mark.parametrize("steps", [1, 7, 10])
    def test_after_a_stop_as_without(self, sources: list[str], tmp_path: Path, steps: int) -> None:
        whole = run(sources, tmp_path / "whole")
        broken = code_corpus(
            sources, tmp_path / "out", LocalEngine(), SMALL, make=one_sentence_coder
        )
        for _ in range(min(steps, len(whole) - 1)):
            next(broken)
        broken.close()
        assert not (tmp_path / "out" / "manifest.json").exists()
        run(sources, tmp_path / "out")
        assert contents(tmp_path / "out") == contents(tmp_path / "whole")

    def test_what_was_coded_is_not_coded_again(self, sources: list[str], tmp_path: Path) -> None:
        count = counting(tmp_path / "count")
        broken = code_corpus(sources, tmp_path / "out", LocalEngine(), SMALL, make=count)
        for step in broken:
            if step.stage == "coding" and step.reports >= 6:
                break
        broken.close()
        before = (tmp_path / "count").read_text().count("piece")
        first, *_ = run(sources, tmp_path / "out", make=count)
        again = (tmp_path / "count").read_text().count("piece") - before
        assert first.before == 15
        # Six pieces in all, of which two were done.
        assert again == 4

    def test_a_run_that_is_done_stays_as_it_is(self, sources: list[str], tmp_path: Path) -> None:
        run(sources, tmp_path / "out")
        before = contents(tmp_path / "out")
        assert run(sources, tmp_path / "out") == []
        assert contents(tmp_path / "out") == before


class TestBadReports:
    def test_a_report_that_ends_the_process_is_set_aside(self, tmp_path: Path) -> None:
        sources = corpus(tmp_path / "corpus", ["kill", *TEXTS[:3], "more to kill"])
        out = tmp_path / "out"
        steps = run(sources, out, workers=2)
        told = [one.source for step in steps for one in step.aside if "ended" in one.problem]
        # In the order in which the workers came to them, which differs from run to run.
        assert {Path(str(one)).name for one in told} == {"a.jsonl:1", "a.jsonl:5"}
        assert len(told) == 2
        assert [event["report_id"] for event in rows(out, "events")][:3] == ["r-1", "r-1", "r-2"]
        assert "r-0" in {row["id"] for row in rows(out, "reports")}

    def test_an_empty_corpus_gives_an_empty_result(self, tmp_path: Path) -> None:
        (tmp_path / "corpus").mkdir()
        steps = run([str(tmp_path / "corpus")], tmp_path / "out")
        assert [one.problem for step in steps for one in step.aside] == [
            "holds no report; put text, HTML or JSON Lines files there"
        ]


class TestRefusals:
    def test_a_corpus_that_has_changed(self, sources: list[str], tmp_path: Path) -> None:
        broken = code_corpus(
            sources, tmp_path / "out", LocalEngine(), SMALL, make=one_sentence_coder
        )
        next(broken)
        broken.close()
        corpus(tmp_path / "corpus", ["Something new.", *TEXTS])
        with pytest.raises(InputError, match="the corpus has changed since the run began"):
            run(sources, tmp_path / "out")
        run(sources, tmp_path / "out", fresh=True)
        assert rows(tmp_path / "out", "reports")[0]["id"] == "r-0"

    def test_other_settings_in_the_same_folder(self, sources: list[str], tmp_path: Path) -> None:
        run(sources, tmp_path / "out")
        with pytest.raises(InputError, match="copies was True and is False"):
            run(sources, tmp_path / "out", settings=Settings(piece=3, copies=False))

    def test_a_folder_with_other_files_is_left_alone(
        self, sources: list[str], tmp_path: Path
    ) -> None:
        out = tmp_path / "out"
        out.mkdir()
        (out / "thesis.txt").write_text("years of work")
        for fresh in (False, True):
            with pytest.raises(InputError, match="holds files that no such run has written"):
                run(sources, out, fresh=fresh)
        assert [path.name for path in out.iterdir()] == ["thesis.txt"]


@pytest.mark.model
def test_the_program_killed_and_run_again(tmp_path: Path) -> None:
    """`kill -9` in the middle of the real thing, twice; then to the end."""
    command = [
        sys.executable, "-m", "statuquo", "code", str(EXAMPLES), "--workers", "2", "--out",
    ]  # fmt: skip
    subprocess.run([*command, str(tmp_path / "whole")], check=True, capture_output=True)
    out = tmp_path / "out"
    for reached in (out / "work" / "plan.json", out / "work" / "part-000000.parquet"):
        process = subprocess.Popen(
            [*command, str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while not reached.exists() and process.poll() is None:
            time.sleep(0.01)
        assert process.poll() is None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    done = subprocess.run([*command, str(out)], check=True, capture_output=True, text=True)
    assert f"in {out}" in done.stderr
    assert contents(out) == contents(tmp_path / "whole")
