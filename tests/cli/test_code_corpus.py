"""``statuquo code`` of a corpus: into a folder, with what it says on the way."""

import json
from pathlib import Path

import pytest

CALM = "The sea was calm."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.jsonl"
    lines = [{"text": CALM, "id": "r1", "lang": "en"}, {"title": "no text"}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


@pytest.mark.model
def test_a_corpus_goes_into_a_folder_once(run_real, archive: Path, tmp_path: Path):
    done = run_real("code", archive, "--out", "coded", "--workers", "1")
    assert done.err.splitlines() == [
        f'{archive}:2: has no "text"; a report needs at least that',
        "1 reports coded, 1 set aside, 0 events, in coded",
    ]
    assert (done.code, done.out) == (0, "")
    assert {path.name for path in (tmp_path / "coded").iterdir()} == {
        "aside", "events", "manifest.json", "reports",
    }  # fmt: skip
    again = run_real("code", archive, "--out", "coded", "--workers", "1")
    assert (again.code, again.err) == (0, "coded: is complete already; begin anew with --fresh\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--workers", "2"], "--workers writes a folder; name it with --out DIR."),
        (["--format", "parquet"], "--format parquet writes a folder; name it with --out DIR."),
        (["--out", "x/", "--format", "csv"], "a folder writes Parquet; leave out --format csv"),
        (["--out", "archive.jsonl", "--workers", "2"], "archive.jsonl is a file and a folder is"),
        (["--out", "x/", "-"], "- can be read only once"),
        (["--out", "x/", "https://paper.example/a"], "https://paper.example/a can be read only"),
        (["--workers", "0", "--out", "x/"], "0 is not in the range"),
    ],
)
def test_what_does_not_go_together(run, archive: Path, words: list[str], told: str):
    done = run("code", archive, *words)
    assert done.code == 2
    assert told in " ".join(done.err.split())


def test_another_run_in_the_folder(run, archive: Path, tmp_path: Path):
    folder = tmp_path / "coded"
    folder.mkdir()
    (folder / "mine.txt").write_text("keep")
    done = run("code", archive, "--out", folder)
    assert done.code == 2
    assert (
        done.err
        == f"statuquo: {folder}: holds files that no such run has written; name an empty or new folder\n"
    )
