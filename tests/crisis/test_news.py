"""What changed since a day is what the reports of that day and after tell that was not told before."""

from datetime import date

import pytest

from crisis.pages import Page, who
from statuquo.crisis import build
from statuquo.crisis.news import changed

KEN, UGA = who("Kenya", "KEN"), who("Uganda", "UGA")
SINCE = date(2019, 5, 1)


def page(name: str, day: str | None, outlet: str = "") -> Page:
    return Page(name, date=day, outlet=outlet or name)


def shelled(
    name: str, day: str | None, *, on: str = "2019-04-30", modality: str = "happened"
) -> Page:
    told = page(name, day)
    told.event(
        f"Kenya shelled Uganda, {name} reports.", "shelled", "ASSAULT", [KEN], [UGA],
        date=on, modality=modality,
    )  # fmt: skip
    return told


def spoke(name: str, day: str) -> Page:
    told = page(name, day)
    told.said("«We want peace», Kenya says.", "We want peace", KEN)
    return told


def agreed(name: str, day: str, state: str) -> Page:
    told = page(name, day)
    told.agreement(f"The fishing accord is {state}.", "fishing accord", [KEN, UGA], state=state)
    return told


def talked(name: str, day: str, outcome: str | None, state: str = "open") -> Page:
    told = page(name, day)
    told.talk(
        f"Kenya and Uganda: {outcome}.", "Kenya", [KEN, UGA], mediators=[who("Norway", "NOR")],
        outcome=outcome, state=state,
    )  # fmt: skip
    return told


CASES = [
    ([shelled("Heron", "2019-05-02")], [("new", "ASSAULT"), ("relation", "adversary")]),
    ([shelled("Heron", "2019-04-30")], []),
    ([shelled("Heron", None)], []),
    # Told in May of February: news of May.
    ([shelled("Heron", "2019-05-02", on="2019-02-01")], [("new", "ASSAULT"), ("relation", "adversary")]),
    ([shelled("Heron", "2019-04-30"), shelled("Ibis", "2019-05-01")], [("confirmed", "ASSAULT")]),
    (
        [shelled("Heron", "2019-04-30"), shelled("Ibis", "2019-05-01", modality="denied")],
        [("denied", "ASSAULT"), ("new", "ASSAULT")],
    ),
    ([agreed("Heron", "2019-04-01", "signed"), agreed("Ibis", "2019-05-03", "suspended")], [("agreement", "suspended")]),
    ([agreed("Heron", "2019-04-01", "signed"), agreed("Ibis", "2019-05-03", "signed")], []),
    ([talked("Heron", "2019-04-01", None), talked("Ibis", "2019-05-03", None, "broken-off")], [("talks", "broken-off")]),
    ([spoke("Heron", "2019-05-03")], [("statement", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "expected"), CASES)
def test_what_changed(pages: list[Page], expected: list[tuple[str, str]]) -> None:
    crisis = build(each.done() for each in pages)
    found = [(one.kind, one.label) for one in changed(crisis, SINCE) if one.kind != "tension"]
    assert sorted(found) == sorted(expected)


def test_everything_new_leads_to_its_sentence() -> None:
    crisis = build(each.done() for pages, _ in CASES[:1] for each in pages)
    for one in changed(crisis, SINCE):
        assert one.sources
        assert one.to_dict()["evidence"]
