"""``statuquo brief``: the picture in the terminal, as JSON, as a page, of reports or of a store."""

import json
from pathlib import Path

import pytest

AID = "Ankara sends aid to Tripoli."
KEYS = {
    "reports", "period", "actors", "relations", "agreements", "talks", "pressure", "statements",
    "verdicts", "tension", "events", "outlook",
}  # fmt: skip


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(AID, encoding="utf-8")
    return path


def test_json_is_one_object(run, page: Path):
    done = run("brief", page, "--json")
    assert json.loads(done.out).keys() >= KEYS
    assert done.err == "1 report coded, 1 event\n"


def test_plain_when_piped(run, page: Path):
    done = run("brief", page)
    assert done.code == 0
    assert "Ankara" in done.out
    assert "\x1b" not in done.out


def test_html_is_a_page(run, page: Path, tmp_path: Path):
    done = run("brief", page, "--html", "brief.html")
    assert done.code == 0, done.err
    html = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert html.lstrip().lower().startswith("<!doctype html>")
    assert "wrote brief.html" in done.err
    assert "Ankara" in done.out


def test_since_says_what_changed(run, tmp_path: Path):
    reports = tmp_path / "reports.jsonl"
    days = ("2019-04-01", "2019-05-02")
    reports.write_text(
        "".join(json.dumps({"id": day, "text": AID, "date": day}) + "\n" for day in days), "utf-8"
    )
    told = json.loads(run("brief", reports, "--json", "--since", "2019-05-01").out)
    assert told["since"] == "2019-05-01"
    assert {one["evidence"][0]["report_id"] for one in told["changed"]} == {"2019-05-02"}
    assert "What changed since 1 May 2019" in run("brief", reports, "--since", "2019-05-01").out
    wrong = run("brief", reports, "--since", "May")
    assert (wrong.code, "--since" in wrong.err) == (2, True)


def test_of_the_store(run, page: Path):
    run("add", page, "--store", "crisis.sqlite")
    of_store = run("brief", "--store", "crisis.sqlite", "--json")
    assert json.loads(of_store.out) == json.loads(run("brief", page, "--json").out)
    assert of_store.code == 0


@pytest.mark.parametrize("by_variable", [True, False])
def test_of_the_store_by_default(run, page: Path, monkeypatch, by_variable: bool):
    if by_variable:
        monkeypatch.setenv("STATUQUO_STORE", "other.sqlite")
    run("add", page)
    assert Path("other.sqlite" if by_variable else "statuquo.sqlite").exists()
    assert len(json.loads(run("brief", "--json").out)["events"]) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("page.txt", "--store", "a.sqlite"), "name reports or a --store, not both"),
        ((), "name reports to read .* or put some into a store first"),
        (("--store", "a.sqlite"), "a.sqlite: there is no store here; make one with: statuquo add"),
        (("page.txt", "--html", "missing/b.html"), "the folder missing does not exist"),
        (("page.txt", "--html", "."), "is a folder; name a file in it"),
        (("page.txt", "--lang", "de"), "'de' is not one of"),
        (("missing.txt",), "missing.txt: there is no such file"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(run, page: Path, words: tuple[str, ...], told: str):
    import re

    done = run("brief", *words)
    assert done.code == 2
    assert done.out == ""
    assert re.search(told, done.err)
    assert "Traceback" not in done.err


def test_a_variable_for_the_store_does_not_forbid_reports(run, page: Path, monkeypatch):
    monkeypatch.setenv("STATUQUO_STORE", "other.sqlite")
    assert run("brief", page).code == 0


def test_a_folder_that_cannot_be_written_is_told_before_any_work(run, page: Path):
    done = run("brief", page, "--html", "/proc/brief.html")
    assert done.code == 2
    assert "/proc/brief.html cannot be written" in done.err
    assert "coded" not in done.err


def test_a_run_that_fails_leaves_no_empty_page(run, tmp_path: Path):
    run("brief", "missing.txt", "--html", "brief.html")
    assert not (tmp_path / "brief.html").exists()


def test_an_earlier_page_is_kept_until_there_is_a_new_one(run, tmp_path: Path):
    (tmp_path / "brief.html").write_text("earlier", encoding="utf-8")
    run("brief", "missing.txt", "--html", "brief.html")
    assert (tmp_path / "brief.html").read_text(encoding="utf-8") == "earlier"
