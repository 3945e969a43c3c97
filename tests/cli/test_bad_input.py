"""Everything that can be wrong with input at once: one clear line each, and the rest is done."""

import json
import socket
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

GOOD = "Russia has condemned the attack on Cuba. The government of Cuba thanked Moscow."
BINARY = bytes(range(256)) * 64


def unused_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


BAD = {
    "binary.txt": BINARY,
    "blank.txt": b" \n\t\n",
    "broken.jsonl": b'{"text": "no end\n',
    "empty.txt": b"",
    "no-text.html": b"<!doctype html><html><body><script src='site.js'></script></body></html>",
    "other-language.txt": (
        "Der Bundestag hat am Donnerstag nach langer Debatte das neue Gesetz über die Förderung "
        "der Landwirtschaft beschlossen, wie die Fraktionen in Berlin mitteilten."
    ).encode(),
}


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with one good report among all that is bad."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "latin.txt").write_bytes(
        "El presidente de Perú condenó el ataque contra España. La oposición pidió diálogo.".encode(
            "latin-1"
        )
    )
    return folder


def test_a_folder_of_good_and_bad(run_real, mixed: Path):
    done = run_real("code", mixed)
    assert done.code == 0
    told, summary = done.err.splitlines()[:-1], done.err.splitlines()[-1]
    assert sorted({Path(line.split(": ")[0].split(":")[0]).name for line in told}) == sorted(BAD)
    assert summary.startswith(f"2 reports coded, {len(BAD)} set aside, ")
    events = [json.loads(line) for line in done.out.splitlines()]
    assert {event["lang"] for event in events} == {"en", "es"}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["brief", "code", "add"])
def test_one_bad_file_alone_is_2_and_one_line(run_real, mixed: Path, name: str, command: str):
    done = run_real(command, mixed / name, "--quiet")
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert name in done.err
    if command == "add":
        assert json.loads(run_real("brief", "--json").out)["reports"] == []


def test_a_url_that_does_not_answer(run_real):
    url = f"http://127.0.0.1:{unused_port()}/news"
    done = run_real("brief", url, "--quiet")
    assert done.code == 2
    assert done.err.startswith(f"{url}: ")
    assert len(done.err.splitlines()) == 1


def test_a_fault_in_the_lexicon_is_told_with_file_and_line(run_real, monkeypatch, tmp_path: Path):
    from statuquo.data import DATA
    from statuquo.events.lexicon import Lexicon

    copy = tmp_path / "lexicon" / "en"
    copy.mkdir(parents=True)
    for file in (DATA / "lexicon" / "en").glob("*.toml"):
        (copy / file.name).write_bytes(file.read_bytes())
    with (copy / "aid.toml").open("a", encoding="utf-8") as aid:
        aid.write('\n[[frame]]\nid = "aid.zzz"\nact = "ADI"\nexamples = []\n')
    load = Lexicon.load
    monkeypatch.setattr(
        Lexicon, "load", lambda lang, **given: load(lang, **{**given, "folder": copy.parent})
    )
    done = run_real("code", "-", stdin=json.dumps({"text": GOOD, "lang": "en"}))
    assert done.code == 2
    assert "aid.toml:" in done.err
    assert "'ADI'" in done.err


def test_the_python_door(one_sentence_coder: None):
    import statuquo
    from statuquo.errors import UnknownLanguage

    aid = statuquo.Report(text="Ankara sends aid to Tripoli.")
    foreign = statuquo.Report(text="zzz")
    assert len(statuquo.brief([aid]).events) == 1
    with pytest.raises(UnknownLanguage):
        statuquo.brief([aid, foreign])
    aside: list[statuquo.StatuquoError] = []
    assert len(statuquo.brief([aid, foreign], set_aside=aside.append).events) == 1
    assert len(aside) == 1
