"""One happening told many times is one story, in whatever language; two happenings are two."""

import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

from crisis.pages import Page, Who, who
from statuquo import Coder, Report
from statuquo.crisis import Story, build
from statuquo.crisis.likeness import Telling, likeness, telling_of
from statuquo.crisis.sides import enrol

TELLINGS = Path(__file__).parent / "tellings.toml"
KEN, UGA, TZA = who("Kenya", "KEN"), who("Uganda", "UGA"), who("Tanzania", "TZA")


class Labelled(NamedTuple):
    one: Telling
    other: Telling
    same: bool


def labelled_pairs(coder: Coder) -> Iterator[Labelled]:
    """Every pair of tellings of one group; a telling in which nothing is coded is left out."""
    for group in tomllib.loads(TELLINGS.read_text(encoding="utf-8"))["group"]:
        told = []
        for happening in group["happening"]:
            for number, (lang, day, sentence) in enumerate(happening["tellings"]):
                name = f"{happening['what']}-{number}"
                coded = coder.read(Report(text=sentence, lang=lang, date=day, id=name))
                told += [(happening["what"], event) for event in coded.events[:1]]
        roster = enrol(p for _, event in told for p in (*event.actors, *event.recipients))
        tellings = [(what, telling_of(event, roster)) for what, event in told]
        for (what, one), (other_what, other) in combinations(tellings, 2):
            yield Labelled(one, other, what == other_what)


@pytest.mark.model
def test_tellings_join_as_people_would_join_them(coder: Coder) -> None:
    """The figures of docs/accuracy.md («Stories»): pytest -rP shows them."""
    pairs = list(labelled_pairs(coder))
    joined = [likeness(pair.one, pair.other).same for pair in pairs]
    right = sum(pair.same and found for pair, found in zip(pairs, joined, strict=True))
    precision, recall = right / sum(joined), right / sum(pair.same for pair in pairs)
    print(f"{len(pairs)} pairs, {sum(p.same for p in pairs)} of them one happening: ", end="")
    print(f"precision {precision:.3f}, recall {recall:.3f}")
    assert len(pairs) >= 300
    assert precision >= 0.9
    assert recall >= 0.85


def one_report(
    day: str,
    sentence: str,
    trigger: str,
    type_: str = "ACCUSE",
    *,
    actor: Who = KEN,
    recipient: Who = UGA,
    outlet: str | None = None,
    modality: str = "happened",
    by: Who | None = None,
) -> Page:
    page = Page(f"{day} {outlet} {sentence}", date=day, outlet=outlet)
    page.event(sentence, trigger, type_, [actor], [recipient], modality=modality, by=by)
    return page


def stories(*pages: Page) -> tuple[Story, ...]:
    return build(page.done() for page in pages).stories


FISH = "Kenya accused Uganda of seizing nets off Migingo."


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (one_report("2019-03-05", FISH, "accused"), True),
        (one_report("2019-03-06", "Uganda holds nets off Migingo, Kenya charged.", "charged"), True),
        (one_report("2019-03-12", FISH, "accused"), False),
        (one_report("2019-03-05", "Kenya accused Uganda of dumping sugar at Busia.", "accused"), False),
        (one_report("2019-03-05", FISH, "accused", "REQUEST"), False),
        (one_report("2019-03-05", FISH, "accused", actor=TZA, recipient=KEN), False),
        (one_report("2019-03-05", FISH, "accused", modality="denied"), False),
    ],
    ids=["next day", "other words", "a week later", "other matter", "other type", "other sides", "denied"],
)  # fmt: skip
def test_what_makes_two_reports_one_story(other: Page, together: bool) -> None:
    found = stories(one_report("2019-03-04", FISH, "accused"), other)
    assert (len(found) == 1) is together


def test_what_is_told_daily_is_no_single_story() -> None:
    days = [f"2019-03-{day:02}" for day in range(1, 13)]
    found = stories(
        *(one_report(day, "Kenya shelled Uganda.", "shelled", "ASSAULT") for day in days)
    )
    assert len(found) >= 3  # twelve days, and no telling further than three from its first


def test_copies_of_an_agency_are_one_voice() -> None:
    copies = [one_report("2019-03-04", FISH, "accused", outlet=name) for name in ("Kite", "Heron")]
    own = one_report(
        "2019-03-04", "Off Migingo nets vanish, and Kenya blames Uganda.", "blames", outlet="Ibis"
    )
    (story,) = stories(*copies, own)
    assert (len(story.events), story.outlets) == (3, 2)


def test_an_outlet_that_says_it_twice_is_one_voice() -> None:
    first = one_report("2019-03-04", FISH, "accused", outlet="Kite")
    again = one_report(
        "2019-03-05", "Uganda took nets off Migingo, Kenya repeats.", "repeats", outlet="Kite"
    )
    (story,) = stories(first, again)
    assert story.outlets == 1


def test_a_denial_is_linked_to_what_it_denies() -> None:
    told = one_report("2019-03-04", "Kenya shelled Uganda.", "shelled", "ASSAULT")
    denial = one_report(
        "2019-03-05", "Kenya denies that it shelled Uganda.", "shelled", "ASSAULT", modality="denied"
    )  # fmt: skip
    first, second = stories(told, denial)
    assert first.denied_by == (second.id,)
    assert second.denied_by == ()


def test_a_corroborated_story_weighs_more_on_the_tension() -> None:
    pages = [
        one_report("2019-03-04", FISH, "accused", outlet="Kite"),
        one_report("2019-03-04", "Off Migingo nets vanish: Kenya blames Uganda.", "blames", outlet="Ibis"),
    ]  # fmt: skip
    alone, both = build([pages[0].done()]), build([page.done() for page in pages])
    assert both.tension.value > alone.tension.value
