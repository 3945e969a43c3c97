"""What is between two sides follows from what the reports tell of them."""

from collections.abc import Callable

import pytest

from crisis.pages import Page, who
from statuquo.crisis import Crisis, Relation, build

A, B, C = who("Ankara", "TUR"), who("Baku", "AZE"), who("Cairo", "EGY")


def told(fill: Callable[[Page], object]) -> Crisis:
    page = Page("r1")
    fill(page)
    return build([page.done()])


def relation(crisis: Crisis, one: str, other: str) -> Relation:
    (found,) = (
        item for item in crisis.relations if {p.country for p in item.parties} == {one, other}
    )
    return found


def events(*types: str) -> Callable[[Page], object]:
    """``AID>`` from A to B, ``AID<`` from B to A, ``AID=`` of both, one sentence each."""

    def fill(page: Page) -> None:
        for number, code in enumerate(types):
            kind, way = code[:-1], code[-1]
            words = f"{number}: Ankara and Baku, {kind}."
            if way == "=":
                page.event(words, kind, kind, [A, B])
            else:
                actor, recipient = (A, B) if way == ">" else (B, A)
                page.event(words, kind, kind, [actor], [recipient])

    return fill


@pytest.mark.parametrize(
    ("what", "kind", "directed"),
    [
        (("SUPPORT>",), "supporter", True),
        (("AID>",), "supporter", True),
        (("SUPPORT>", "SUPPORT<"), "ally", False),
        (("AID>", "AID>", "SUPPORT>"), "ally", True),
        (("COOPERATE=",), "ally", False),
        (("CONSULT=", "CONSULT=", "CONSULT="), "neutral", False),
        (("AGREE>",), "neutral", False),
        (("ACCUSE>", "ACCUSE<"), "at-odds", False),
        (("ACCUSE>",), "at-odds", True),
        (("THREATEN>",), "adversary", True),
        (("SANCTION>", "SANCTION<"), "adversary", False),
        (("ASSAULT>", "CONSULT="), "adversary", True),
        (("ACCUSE>", "ACCUSE<", "THREATEN>"), "at-odds", False),
        (("SUPPORT>", "THREATEN<"), "mixed", False),
        (("REQUEST>",), "neutral", False),
    ],
)
def test_kinds(what: tuple[str, ...], kind: str, directed: bool) -> None:
    found = relation(told(events(*what)), "TUR", "AZE")
    assert (found.kind, found.directed) == (kind, directed)


def test_a_directed_relation_names_its_doer_first() -> None:
    found = relation(told(events("SUPPORT<")), "TUR", "AZE")
    assert [party.country for party in found.parties] == ["AZE", "TUR"]


def test_it_says_what_it_was_made_of_and_where_from_strongest_first() -> None:
    def fill(page: Page) -> None:
        events("SUPPORT>", "AID>", "AID>")(page)
        page.agreement("Ankara and Baku keep their defence pact.", "defence pact", [A, B])

    found = relation(told(fill), "TUR", "AZE")
    assert found.why == "2 × AID, 1 agreement, 1 × SUPPORT"
    assert [source.label for source in found.sources] == ["AID", "AID", "agreement", "SUPPORT"]
    assert found.counts["material-cooperation"] == 2


def test_an_agreement_makes_allies_of_supporters() -> None:
    def fill(page: Page) -> None:
        events("SUPPORT>")(page)
        page.agreement("Ankara and Baku keep their defence pact.", "defence pact", [A, B])

    found = relation(told(fill), "TUR", "AZE")
    assert (found.kind, found.directed) == ("ally", False)


def test_a_broken_agreement_does_not() -> None:
    def fill(page: Page) -> None:
        page.agreement(
            "Ankara tore up its defence pact with Baku.", "defence pact", [A, B], state="broken"
        )

    assert relation(told(fill), "TUR", "AZE").kind == "at-odds"


def test_no_dialogue_is_being_at_odds() -> None:
    def fill(page: Page) -> None:
        page.verdict("Ankara and Baku do not talk.", "do not talk", "no-dialogue", [A, B])

    assert relation(told(fill), "TUR", "AZE").kind == "at-odds"


@pytest.mark.parametrize("modality", ["denied", "hypothetical"])
def test_what_is_denied_or_supposed_makes_no_relation(modality: str) -> None:
    def fill(page: Page) -> None:
        page.event("Ankara never armed Baku.", "armed", "AID", [A], [B], modality=modality)

    found = relation(told(fill), "TUR", "AZE")
    assert found.kind == "neutral"
    assert found.sources, "it is still shown where it comes from"


def test_a_claim_weighs_more_on_the_one_who_makes_it() -> None:
    def fill(page: Page) -> None:
        page.event(
            "Cairo says that Ankara is arming against Baku.", "arming against",
            "MOBILIZE", [A], [B], by=C,
        )  # fmt: skip

    crisis = told(fill)
    assert relation(crisis, "EGY", "TUR").kind == "at-odds"
    assert relation(crisis, "TUR", "AZE").conflict < 5.5


def test_the_victims_word_counts_less_than_the_doers() -> None:
    def by(speaker: object) -> float:
        def fill(page: Page) -> None:
            page.event("Ankara shelled Baku.", "shelled", "ASSAULT", [A], [B], by=speaker)  # type: ignore[arg-type]

        return relation(told(fill), "TUR", "AZE").conflict

    assert by(B) < by(C) < by(A) == by(None)


def test_echo_does_not_multiply() -> None:
    def page(name: str) -> Page:
        found = Page(name)
        found.event("Ankara sends grain to Baku.", "sends", "AID", [A], [B])
        return found

    one = build([page("r1").done()])
    five = build([page(f"r{n}").done() for n in range(5)])
    assert relation(five, "TUR", "AZE").cooperation == relation(one, "TUR", "AZE").cooperation
    assert len(relation(five, "TUR", "AZE").sources) == 5
    assert len(five.stories) == 1
    assert len(five.events) == 5


def test_two_deeds_in_one_report_are_two() -> None:
    found = relation(told(events("AID>", "AID>")), "TUR", "AZE")
    assert found.why == "2 × AID"


def test_the_same_deed_on_another_day_is_another() -> None:
    pages = [Page("r1", date="2019-01-01"), Page("r2", date="2019-01-09")]
    for page in pages:
        page.event("Ankara sends grain to Baku.", "sends", "AID", [A], [B])
    assert relation(build([page.done() for page in pages]), "TUR", "AZE").why == "2 × AID"


def over_time(*days: tuple[str, str]) -> Relation:
    """The relation of A and B after events as (ISO day, type)."""
    pages = []
    for number, (day, kind) in enumerate(days):
        page = Page(f"r{number}", date=day)
        page.event(f"{number}: Ankara, Baku, {kind}.", kind, kind, [A], [B])
        pages.append(page.done())
    return relation(build(pages), "TUR", "AZE")


@pytest.mark.parametrize(
    ("days", "phases"),
    [
        ([("2019-01-01", "SUPPORT")], [("supporter", "2019-01-01", None)]),
        (
            [("2019-01-01", "SUPPORT"), ("2019-06-01", "ACCUSE"), ("2019-06-02", "SANCTION")],
            [
                ("supporter", "2019-01-01", "2019-06-01"),
                ("mixed", "2019-06-01", "2019-06-02"),
                ("adversary", "2019-06-02", None),
            ],
        ),
        (
            [("2019-01-01", "ASSAULT"), ("2019-12-01", "SUPPORT"), ("2019-12-08", "AID")],
            [("adversary", "2019-01-01", "2019-12-01"), ("supporter", "2019-12-01", None)],
        ),
    ],
    ids=["one", "friends fall out", "foes make up"],
)
def test_a_relation_has_phases(
    days: list[tuple[str, str]], phases: list[tuple[str, str, str | None]]
) -> None:
    found = over_time(*days)
    assert [(one.kind, one.since, one.until) for one in found.phases] == phases
    assert found.kind == phases[-1][0]
    assert all(phase.sources for phase in found.phases)


def test_silence_changes_no_relation() -> None:
    pages = [Page("r1", date="2010-01-01"), Page("r2", date="2019-01-01")]
    pages[0].event("Ankara backs Baku.", "backs", "SUPPORT", [A], [B])
    pages[1].event("Cairo backs Baku.", "backs", "SUPPORT", [C], [B])
    crisis = build(page.done() for page in pages)
    assert relation(crisis, "TUR", "AZE").kind == relation(crisis, "EGY", "AZE").kind == "supporter"
