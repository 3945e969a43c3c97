"""What presses on whom, and when it is over."""

import pytest

from crisis.pages import Page, who
from statuquo.crisis import Pressure, build

USA, VEN, CUB = who("Washington", "USA"), who("Caracas", "VEN"), who("Havana", "CUB")


def pressing(*steps: tuple[str, str, dict[str, object]]) -> tuple[Pressure, ...]:
    """Each step: ISO day, type, and more about the event; always Washington on Caracas."""
    pages = []
    for number, (day, kind, rest) in enumerate(steps):
        page = Page(f"r{number}", date=day)
        page.event(f"{number}: Washington, Caracas, {kind}.", kind, kind, [USA], [VEN], **rest)  # type: ignore[arg-type]
        pages.append(page.done())
    return build(pages).pressure


def test_sanctions_stand_from_the_first_to_the_last() -> None:
    (item,) = pressing(("2019-01-28", "SANCTION", {}), ("2019-08-05", "SANCTION", {}))
    assert (item.type, item.since, item.last, item.count) == (
        "SANCTION",
        "2019-01-28",
        "2019-08-05",
        2,
    )
    assert (item.actor and item.actor.country, item.recipient and item.recipient.country) == (
        "USA",
        "VEN",
    )
    assert [source.date for source in item.sources] == ["2019-08-05", "2019-01-28"]


@pytest.mark.parametrize(
    ("kind", "later", "gone"),
    [
        ("SANCTION", ("RETREAT", {"act": "SANCTION"}), True),
        ("SANCTION", ("RETREAT", {"mode": "release"}), False),
        ("SANCTION", ("CONCEDE", {}), False),
        ("THREATEN", ("CONCEDE", {"act": "ASSAULT", "modality": "refused"}), True),
        ("THREATEN", ("RETREAT", {"mode": "ceasefire"}), True),
        ("THREATEN", ("RETREAT", {"mode": "resign"}), False),
        ("MOBILIZE", ("RETREAT", {"mode": "withdraw"}), True),
        ("MOBILIZE", ("RETREAT", {"act": "MOBILIZE"}), True),
        ("MOBILIZE", ("AID", {}), False),
    ],
)
def test_what_takes_what_back(kind: str, later: tuple[str, dict[str, object]], gone: bool) -> None:
    found = pressing(("2019-01-01", kind, {}), ("2019-02-01", *later))
    assert (not found) is gone


def test_a_step_back_before_does_not_lift_what_comes_after() -> None:
    assert pressing(("2019-01-01", "RETREAT", {"act": "SANCTION"}), ("2019-02-01", "SANCTION", {}))


def test_another_side_stepping_back_lifts_nothing() -> None:
    first, second = Page("r1", date="2019-01-01"), Page("r2", date="2019-02-01")
    first.event("Washington sanctions Caracas.", "sanctions", "SANCTION", [USA], [VEN])
    second.event(
        "Washington lifts sanctions on Havana.", "lifts", "RETREAT", [USA], [CUB], act="SANCTION"
    )
    assert len(build([first.done(), second.done()]).pressure) == 1


@pytest.mark.parametrize("modality", ["denied", "hypothetical"])
def test_pressure_that_is_denied_or_supposed_is_none(modality: str) -> None:
    assert pressing(("2019-01-01", "SANCTION", {"modality": modality})) == ()


def test_pressure_by_nobody_known_is_left_to_the_events() -> None:
    page = Page("r1")
    page.event("Gunmen threaten Caracas.", "threaten", "THREATEN", [who("Gunmen", "? UAF")], [VEN])
    page.event(
        "Washington threatens somebody.", "threatens", "THREATEN", [USA], [who("somebody", "? UNK")]
    )
    assert build([page.done()]).pressure == ()


def test_pressure_on_nobody_in_particular_is_pressure() -> None:
    page = Page("r1")
    page.event("Washington moves its fleet.", "moves", "MOBILIZE", [USA])
    (item,) = build([page.done()]).pressure
    assert (item.actor and item.actor.country, item.recipient) == ("USA", None)


def test_the_worst_comes_first() -> None:
    kinds = [item.type for item in pressing(
        ("2019-01-01", "THREATEN", {"mode": "restrict"}),
        ("2019-01-02", "MOBILIZE", {"mode": "troops"}),
        ("2019-01-03", "SANCTION", {}),
    )]  # fmt: skip
    assert kinds == ["MOBILIZE", "SANCTION", "THREATEN"]
