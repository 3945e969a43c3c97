"""The gate: which sentences have the words of an act, told from how words begin."""

import pytest

from statuquo.language.forms import Start, plain, without_clitics
from statuquo.language.gate import PARTY, Gate, Need

VERB = frozenset({"", "s", "ed", "ing"})
STARTS = [
    Start("lift", "lift", VERB),
    Start("ban", "ban", frozenset({"", "s"})),
    Start("sank", "sink", frozenset()),
    Start("cease fire", "cease-fire", frozenset({"", "s"})),
    Start("minister", PARTY, frozenset({"", "s"})),
    Start("march", "march", VERB),
]
NEEDS = [
    Need("lift", (frozenset({"ban", "cease-fire"}),), party=True),
    Need("sink", party=True),
    Need("march"),
]


@pytest.fixture(scope="module")
def gate():
    return Gate(NEEDS, STARTS, named=lambda text: "Oslo" in text)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Oslo lifted both bans.", True),
        ("BOTH BANS LIFTED BY OSLO", False),  # nobody is mentioned: names are looked for as written
        ("BOTH BANS LIFTED BY MINISTERS", True),
        ("The minister lifted the cease-fire.", True),
        ("The minister lifted prices.", False),  # the word beside is missing
        ("The minister sank it.", True),
        ("The minister sanked it.", False),  # no ending follows an irregular form
        ("The minister unlifted the ban.", False),  # words are known by how they begin
        ("The minister lifter ban.", False),  # and by how they end
        ("They marched.", True),  # this need asks for nobody
        ("", False),
        ("lift", False),
    ],
)
def test_what_it_lets_through(gate, text, opens):
    assert gate.opens(text) is opens


def test_pronouns_joined_to_spanish_verbs():
    gate = Gate(
        [Need("acusar")], [Start("acus", "acusar", frozenset({"ar", "ando"}))], clitics=True
    )
    assert [gate.opens(text) for text in ("acusándola", "acusarlos", "acusala")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "same"),
    [("L’Élysée", "l elysee"), ("cease-fire", "cease fire"), ("ATACÓ", "ataco"), ("año", "ano")],
)
def test_words_are_compared_without_case_accents_and_signs(text, same):
    assert plain(text) == same


@pytest.mark.parametrize(
    ("ending", "bare"), [("andola", "ando"), ("arselo", "ar"), ("ar", None), ("la", "")]
)
def test_endings_without_clitics(ending, bare):
    assert without_clitics(ending) == bare
