"""``statuquo lexicon``: the files, their examples, and single sentences."""

from pathlib import Path

import pytest

FRAME = """
[[frame]]
id = "aid.help"
act = "AID"
verbs = ["help"]
examples = [
  { text = "Turkey helped Libya.", events = [%s] },
]
not = ["%s"]
"""


@pytest.fixture
def english(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    return tmp_path


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "silent", "fault"),
    [
        ('"AID TUR -> LBY"', "Nobody came.", None),
        ('"AID TUR -> EGY"', "Nobody came.", r"lacks AID TUR -> EGY, gives AID TUR GOV -> LBY"),
        ("", "Nobody came.", "gives AID TUR GOV -> LBY"),
        ('"AID TUR -> LBY"', "Egypt helped Syria.", "must stay silent, gives AID EGY"),
        ('"AID TUR LBY"', "Nobody came.", "is not written TYPE ACTOR -> RECIPIENT"),
    ],
)
def test_check_runs_the_examples(
    run_real, english: Path, expected: str, silent: str, fault: str | None
):
    (english / "en" / "aid.toml").write_text(FRAME % (expected, silent), encoding="utf-8")
    done = run_real("lexicon", "check", english, "--lang", "en")
    if fault is None:
        assert done.out == "1 frames, 1 patterns, 2 examples; nothing wrong\n"
        assert done.code == 0
    else:
        assert "aid.toml:" in done.out
        assert fault in done.out
        assert done.err == "1 fault\n"
        assert done.code == 2


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ("[[frame]\n", "aid.toml:1: "),
        (FRAME.replace("AID", "ADI", 1) % ("", "Nobody came."), "aid.toml:4: "),
        ('[[frame]]\nid = "aid.x"\nact = "AID"\n', "aid.toml:1: "),
    ],
)
def test_check_tells_file_and_line(run_real, english: Path, toml: str, fault: str):
    (english / "en" / "aid.toml").write_text(toml, encoding="utf-8")
    done = run_real("lexicon", "check", english, "--lang", "en")
    assert done.code == 2
    assert fault in done.out
    assert "Traceback" not in done.out + done.err


@pytest.mark.parametrize("what", ["aid", "AID", "help", "aid.help"])
def test_show_by_type_word_or_id(run_real, what: str):
    done = run_real("lexicon", "show", what, "--lang", "en")
    assert done.code == 0
    assert "(en): " in done.out


def test_show_what_is_not_there(run_real):
    done = run_real("lexicon", "show", "zzyzx")
    assert done.code == 2
    assert "no frame" in done.err


def test_show_counts_without_a_word(run_real):
    done = run_real("lexicon", "show")
    assert done.out.splitlines()[0].split() == [
        "type", "fr", "frames", "patterns", "en", "frames", "patterns", "es", "frames", "patterns",
    ]  # fmt: skip
    assert done.out.splitlines()[-1].startswith("all")


@pytest.mark.model
def test_try_a_sentence(run_real):
    done = run_real("lexicon", "try", "Russia has condemned the attack on Cuba.", "--lang", "en")
    assert "ACCUSE RUS GOV -> " in done.out
    assert "frame accuse." in done.out
    silent = run_real("lexicon", "try", "The sea was calm.", "--lang", "en")
    assert silent.out == "no event (read as en)\n"
