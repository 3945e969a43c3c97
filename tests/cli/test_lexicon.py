"""``statuquo lexicon``: the files, their examples, and single sentences."""

from dataclasses import replace
from pathlib import Path

import pytest

from statuquo.cli.proving import Expected, Wanted, notation
from statuquo.entities.model import Party
from statuquo.events.record import Event, EventType, Modality
from statuquo.reports.model import Report

from .conftest import SENDS_AID, event_of

FRA = Party(name="France", country="FRA", sector="GOV", text="Paris", start=0, end=5)
DEU = Party(name="Germany", country="DEU", sector="GOV", text="Berlin", start=9, end=15)
REBELS = Party(name="rebels", country=None, sector="REB", text="rebels", start=20, end=26)


def event(**changes: object) -> Event:
    text = "Ankara sends aid to Tripoli."
    made = event_of(SENDS_AID.search(text), Report(text=text))
    return replace(made, attribution=(), actors=(FRA,), recipients=(DEU,), **changes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VEN", Wanted(country="VEN", sector=None)),
        ("VEN GOV", Wanted(country="VEN", sector="GOV")),
        ("GOV", Wanted(country=None, sector="GOV")),
        ("? REB", Wanted(country=None, sector="REB")),
        ("?", Wanted(country=None, sector=None)),
        ("IGO", Wanted(country="IGO", sector=None)),
    ],
)
def test_parties_as_examples_write_them(text: str, expected: Wanted):
    assert Wanted.parse(text) == expected


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("AID FRA -> DEU", True),
        ("AID FRA GOV -> DEU GOV [happened]", True),
        ("AID ? -> ?", True),
        ("AID GOV -> DEU", True),
        ("AGREE FRA -> DEU", False),
        ("AID FRA -> DEU [intended]", False),
        ("AID FRA MIL -> DEU", False),
        ("AID DEU -> FRA", False),
        ("AID FRA -> -", False),
        ("AID FRA + DEU -> DEU", False),
        ("AID FRA -> DEU [said by FRA]", False),
    ],
)
def test_an_event_against_what_is_expected(text: str, fits: bool):
    assert Expected.parse(text).fits(event()) is fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("CONSULT FRA + DEU -> -", True),
        ("CONSULT DEU + FRA -> -", True),
        ("CONSULT ? + DEU -> -", True),
        ("CONSULT ? -> -", True),
        ("CONSULT FRA -> DEU", False),
        ("CONSULT FRA -> -", False),
    ],
)
def test_two_way_acts(text: str, fits: bool):
    both = replace(event(type=EventType.CONSULT), actors=(FRA, DEU), recipients=())
    assert Expected.parse(text).fits(both) is fits


def test_a_speaker_is_found_among_several():
    said = event_of(SENDS_AID.search("Ankara sends aid to Tripoli."), Report(text="."))
    assert Expected.parse("AID ANK -> TRI [said by ANK]").fits(said)
    assert not Expected.parse("AID ANK -> TRI [said by FRA]").fits(said)


def test_an_event_is_written_as_examples_write_it():
    written = notation(event(modality=Modality.INTENDED))
    assert written == "AID FRA GOV -> DEU GOV [intended]"
    assert Expected.parse(written).fits(event(modality=Modality.INTENDED))
    assert notation(replace(event(), actors=(REBELS,))) == "AID ? REB -> DEU GOV [happened]"


@pytest.mark.parametrize("text", ["", "AID", "AID FRA DEU", "aid FRA -> DEU"])
def test_what_is_not_written_so(text: str):
    with pytest.raises(ValueError, match="TYPE ACTOR -> RECIPIENT"):
        Expected.parse(text)


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
        ('"AID TUR -> EGY"', "Nobody came.", r"lacks AID TUR -> EGY; gives AID TUR GOV -> LBY"),
        ("", "Nobody came.", "gives AID TUR GOV -> LBY"),
        ('"AID TUR -> LBY"', "Egypt helped Syria.", "must stay silent, gives AID EGY"),
        ('"AID TUR LBY"', "Nobody came.", "as: TYPE ACTOR -> RECIPIENT"),
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
