"""The language of the cue words, and the data that is written in it."""

from pathlib import Path

import pytest

from statuquo.errors import DataError
from statuquo.events.findings import cues as module
from statuquo.events.findings.cues import Cue, cue_words
from statuquo.language import make_sentence
from statuquo.reports.model import LANGUAGES, Language

NEGATIONS = frozenset({"ne", "pas"})


def fits(pattern: str, words: str) -> bool:
    spec = " ".join(f"{word}/X/dep/1" for word in words.split())
    return any(Cue.parse(pattern).find(make_sentence(spec, "fr"), NEGATIONS))


@pytest.mark.parametrize(
    ("pattern", "words", "found"),
    [
        ("regain tension", "le regain des tension", True),
        ("regain tension", "tension et regain", False),
        ("regain tension", "regain un deux trois quatre tension", False),
        ("monter|grimper", "elle grimper vite", True),
        ("apais*", "il apaisait tout", True),
        ("apais*", "un repas", False),
        ("tension ~ monter", "monter la tension", True),
        ("tension ~ monter", "tension a b c d e f g h i j k monter", False),
        ("dialogue ~ not:exister", "le dialogue ne exister pas", True),
        ("dialogue ~ not:exister", "le dialogue exister", False),
        ("dialogue ~ not:exister", "ne pas crier , le dialogue exister", False),
        ("a ~ b ~ c", "c b a", True),
        ("a ~ b ~ c", "a b", False),
    ],
)
def test_patterns(pattern: str, words: str, found: bool) -> None:
    assert fits(pattern, words) is found


def test_every_language_knows_every_verdict() -> None:
    kinds = {lang: [kind for kind, _, _ in cue_words(lang).verdicts] for lang in LANGUAGES}
    assert kinds["fr"] == kinds["en"] == kinds["es"] == list(module.VERDICT_KINDS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_list_of_cues_is_empty_or_says_a_thing_twice(lang: Language) -> None:
    read = cue_words(lang)
    lists = {
        **{f"agreement {key}": found for key, found in read.agreement.items()},
        **{f"talks {key}": found for key, found in read.talks.items()},
        **{f"telling {key}": found for key, found in read.telling.items()},
        **{kind: shown for kind, shown, _ in read.verdicts},
    }
    for name, found in lists.items():
        sources = [cue.source for cue in found]
        assert sources, name
        assert len(sources) == len(set(sources)), name


@pytest.mark.parametrize(
    ("change", "line", "says"),
    [
        (("kind = \"deadlock\"", "kind = \"dedlock\""), True, "unknown kind"),
        (("\"impasse\"", "\"Impasse\""), True, "lower case"),
        (("\"impasse\"", "\"impasse ~\""), True, "missing beside"),
        (("mediating =", "mediates ="), True, "lacks 'mediating'"),
        (("[talks]", "[talk]"), True, "unknown table"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_named_with_file_and_line(
    change: tuple[str, str], line: bool, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (module.FOLDER / "en.toml").read_text(encoding="utf-8")
    assert change[0] in text
    (tmp_path / "en.toml").write_text(text.replace(*change), encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(DataError, match=says) as caught:
        cue_words.__wrapped__("en")
    assert (caught.value.line is not None) is line
