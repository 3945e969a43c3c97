"""A crisis is a selection of reports, and the reports themselves can propose some."""

import pytest

from crisis.pages import Page, who
from statuquo.crisis import build
from statuquo.crisis.selection import Selection, suggest
from statuquo.errors import InputError
from statuquo.events.record import Location

KEN, UGA, TZA, PER, CHL = (
    who("Kenya", "KEN"), who("Uganda", "UGA"), who("Tanzania", "TZA"),
    who("Peru", "PER"), who("Chile", "CHL"),
)  # fmt: skip


def report(day: str | None = "2019-05-01") -> Page:
    page = Page("r1", date=day)
    page.event(
        "Kenya shelled Uganda near Busía.", "shelled", "ASSAULT", [KEN], [UGA],
        place=Location(name="Busia", country="UGA"),
    )  # fmt: skip
    return page


@pytest.mark.parametrize(
    ("by", "selected"),
    [
        ({"parties": ("KEN",)}, True),
        ({"parties": ("KEN", "UGA")}, True),
        ({"parties": ("KEN", "UGA", "TZA")}, True),
        # Of several parties one is not enough: half the world's news speaks of one of them.
        ({"parties": ("KEN", "TZA")}, False),
        ({"parties": ("country:KEN",)}, True),
        ({"places": ("busia",)}, True),
        ({"places": ("UGA",)}, True),
        ({"places": ("Nairobi",)}, False),
        ({"words": ("BUSIA",)}, True),
        ({"words": ("bus",)}, False),
        ({"words": ("Nairobi", "near busia")}, True),
        ({"since": "2019-05-01"}, True),
        ({"since": "2019-05-02"}, False),
        ({"until": "2019-04-30"}, False),
        ({"since": "2019-04-01", "until": "2019-05-01", "parties": ("KEN",)}, True),
        ({"parties": ("KEN",), "words": ("Nairobi",)}, False),
    ],
)
def test_what_belongs_to_a_crisis(by: dict[str, object], selected: bool) -> None:
    assert Selection(id="x", title="X", **by).selects(report().done()) is selected  # type: ignore[arg-type]


def test_a_report_without_a_date_is_never_out_of_the_period() -> None:
    assert Selection(id="x", title="X", since="2030-01-01").selects(report(None).done())


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "x"), ("Lake Victoria", "x"), ("a--b", "x"), ("../etc", "x"), ("fine", "")],
)
def test_what_cannot_be_a_crisis_says_why(name: str, words: str) -> None:
    with pytest.raises(InputError, match=r"small letters|selects nothing"):
        Selection(id=name, title="x", words=(words,) if words else ())


def test_it_comes_back_as_it_was_kept() -> None:
    kept = Selection(
        id="lake", title="Lake", parties=("KEN",), places=("Busia",), since="2019-01-01"
    )
    assert Selection.from_dict(kept.to_dict()) == kept


def test_the_reports_propose_crises() -> None:
    pages = []
    for number in range(4):
        page = Page(f"r{number}", date=f"2019-0{number + 1}-01")
        page.event(f"{number}: Kenya shelled Uganda.", "shelled", "ASSAULT", [KEN], [UGA])
        page.event(f"{number}: Tanzania armed Uganda.", "armed", "AID", [TZA], [UGA])
        page.event(f"{number}: Peru accused Chile.", "accused", "ACCUSE", [PER], [CHL])
        pages.append(page.done())
    first, second = suggest(build(pages))
    assert first.selection == Selection(
        id="ken-uga", title="Kenya – Uganda", parties=("KEN", "UGA", "TZA"),
        since="2019-01-01", until="2019-04-01",
    )  # fmt: skip
    assert (first.stories, second.selection.id) == (8, "chl-per")
    assert all(first.selection.selects(page) for page in pages)


def test_a_state_that_all_quarrel_with_makes_one_crisis() -> None:
    pages = []
    for number in range(3):
        page = Page(f"r{number}", date="2019-05-01")
        for name, code in (("Uganda", "UGA"), ("Tanzania", "TZA"), ("Peru", "PER"), ("Chile", "CHL"),
                           ("Norway", "NOR"), ("Cuba", "CUB"), ("Haiti", "HTI"), ("Nepal", "NPL")):  # fmt: skip
            page.event(
                f"{number}: {name} shelled Kenya.", "shelled", "ASSAULT", [who(name, code)], [KEN]
            )
        pages.append(page.done())
    (one,) = suggest(build(pages))
    assert "KEN" in one.selection.parties


def test_little_proposes_nothing() -> None:
    assert suggest(build([report().done()])) == ()
