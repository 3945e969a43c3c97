"""The picture can be read with two sides and with twenty-five."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuquo.web.layout import DISTANCE, NARROW, WIDE, Drawing, Style, draw, wrap

NAMES = [
    "Russia", "United States", "Venezuela (government)", "Venezuela (opposition)", "Cuba", "ELN",
    "Saint Vincent and the Grenadines", "European Union", "中华人民共和国", "WWWWWWWWWWWWWWWWWWWWWWWWWW",
    "Organisation of the Petroleum Exporting Countries (OPEC)", "i", "",
]  # fmt: skip

labels = st.lists(st.sampled_from(NAMES) | st.text(max_size=30), min_size=2, max_size=25)


@st.composite
def pictures(drawn: st.DrawFn) -> tuple[list[str], list[tuple[int, int, str]]]:
    names = drawn(labels)
    pairs = [(a, b) for a in range(len(names)) for b in range(a)]
    links = drawn(st.lists(st.sampled_from(pairs), unique=True, max_size=40))
    return names, [(a, b, drawn(st.sampled_from(list(DISTANCE)))) for a, b in links]


def faults(picture: Drawing) -> list[str]:
    found = []
    for at, box in enumerate(picture.boxes):
        if not (box.width / 2 <= box.x <= picture.width - box.width / 2):
            found.append(f"{box.lines} leaves the canvas sideways")
        if not (box.height / 2 <= box.y <= picture.height - box.height / 2):
            found.append(f"{box.lines} leaves the canvas")
        found += [
            f"{box.lines} lies on {other.lines}"
            for other in picture.boxes[at + 1 :]
            if box.overlaps(other)
        ]
    return found


@settings(max_examples=25, deadline=None)
@given(pictures(), st.sampled_from([WIDE, NARROW]))
def test_no_label_ever_lies_on_another(
    case: tuple[list[str], list[tuple[int, int, str]]], style: Style
) -> None:
    names, links = case
    assert faults(draw(names, links, style)) == []


@pytest.mark.parametrize("style", [WIDE, NARROW])
def test_twenty_five_sides_that_all_deal_with_one(style: Style) -> None:
    names = [f"Side number {n} (government)" for n in range(25)]
    picture = draw(names, [(0, n, "supporter") for n in range(1, 25)], style)
    assert faults(picture) == []
    assert len(picture.lines) == 24


def test_the_same_input_gives_the_same_picture() -> None:
    links = [(0, 1, "ally"), (1, 2, "adversary"), (2, 3, "supporter")]
    assert draw(NAMES[:5], links) == draw(NAMES[:5], links)


def test_friends_stand_nearer_than_adversaries() -> None:
    picture = draw(["A", "B", "C"], [(0, 1, "ally"), (0, 2, "adversary"), (1, 2, "adversary")])
    a, b, c = picture.boxes
    assert abs(a.x - b.x) + abs(a.y - b.y) < abs(a.x - c.x) + abs(a.y - c.y)


def test_no_sides_make_an_empty_picture() -> None:
    assert draw([], []).boxes == ()


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Russia", ("Russia",)),
        ("Venezuela (government)", ("Venezuela", "(government)")),
        ("a b c d e f", ("a b c d e f",)),
        ("", ("·",)),
    ],
)
def test_labels_are_broken_at_blanks(label: str, lines: tuple[str, ...]) -> None:
    assert wrap(label, 14) == lines


def test_a_label_has_three_lines_at_most() -> None:
    assert len(wrap(" ".join(["movement"] * 12), 14)) == 3
