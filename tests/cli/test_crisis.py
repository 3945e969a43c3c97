"""``statuquo crisis``: selections of the store's reports."""

import json

import pytest

REPORTS = [
    {"text": "Ankara sends aid to Tripoli.", "id": "other", "date": "2020-01-05"},
    {"text": "Kenya sends aid to Uganda.", "id": "lake", "date": "2020-02-01"},
    {"text": "Uganda sends aid to Kenya.", "id": "more", "date": "2020-02-10"},
    {"text": "Kenya sends aid to Uganda.", "id": "late", "date": "2020-03-01"},
]
QUARREL = [
    {"text": "Kenya accused Uganda of theft.", "id": "a", "date": "2020-02-01"},
    {"text": "Kenya threatened Uganda with sanctions.", "id": "b", "date": "2020-02-10"},
    {"text": "Uganda accused Kenya of espionage.", "id": "c", "date": "2020-03-01"},
]


def feed(reports: list[dict[str, str]]) -> str:
    return "".join(json.dumps(report) + "\n" for report in reports)


@pytest.fixture
def stored(run):
    run("add", "-", stdin=feed(REPORTS))
    return run


def test_kept_told_used_and_forgotten(stored):
    kept = stored(
        "crisis", "add", "lake", "--party", "KEN", "--party", "UGA", "--until", "2020-02-28"
    )
    assert (kept.code, kept.out) == (0, "")
    assert kept.err == "kept lake: 2 of 4 reports belong to it\n"
    assert (
        stored("crisis", "list").out == "lake  lake  --party KEN --party UGA --until 2020-02-28\n"
    )
    picture = json.loads(stored("brief", "--crisis", "lake", "--json").out)
    assert [report["id"] for report in picture["reports"]] == ["lake", "more"]
    assert stored("crisis", "add", "lake", "--word", "aid", "--quiet").err == ""
    (changed,) = json.loads(stored("crisis", "list", "--json").out)
    assert changed["words"] == ["aid"]
    assert "stay" in stored("crisis", "remove", "lake").err
    assert "suggest" in stored("crisis", "list").err


@pytest.mark.model
def test_proposals_come_with_the_command_that_keeps_them(run_real):
    run_real("add", "-", stdin=feed(QUARREL))
    told = run_real("crisis", "suggest").out
    assert told.startswith("Kenya – Uganda: 3 stories")
    words = told.splitlines()[1].split()
    assert run_real(*words[1:]).err == "kept ken-uga: 3 of 3 reports belong to it\n"
    assert json.loads(run_real("crisis", "suggest", "--json").out)[0]["stories"] == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["crisis", "add", "lake"], "selects nothing"),
        (["crisis", "add", "Lake Victoria", "--word", "x"], "small letters"),
        (["crisis", "remove", "lake"], "holds no crisis"),
        (["brief", "--crisis", "lake"], "holds no crisis"),
        (["brief", "page.txt", "--crisis", "lake"], "not both"),
    ],
)
def test_what_cannot_be_says_why(stored, words: list[str], told: str):
    done = stored(*words)
    assert done.code == 2
    assert told in done.err
