"""The page opens offline, shows everything, and takes no orders from the reports."""

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from crisis.pages import Page, Who, who
from statuquo.crisis import Crisis, build
from statuquo.web import page
from statuquo.web.html_page import MOST_EVENTS, MOST_SIDES, anchor

VOID = {"meta", "input", "br", "img", "link", "hr", "source"}


class Reader(HTMLParser):
    """What a browser would make of the page: elements, ids, addresses, text by element."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, list[str]] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.text.setdefault(self.open[-1], []).append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.tags if attrs.get("id")]


@pytest.fixture(scope="module", params=["en", "fr", "es"])
def shown(request: pytest.FixtureRequest, venezuela: Crisis) -> Reader:
    return Reader(
        page(venezuela, title="Venezuela, 2019", lang=request.param, since=date(2019, 5, 1))
    )


def test_what_changed_is_shown_when_asked_for(venezuela: Crisis, shown: Reader) -> None:
    assert "changed" in shown.ids
    assert "changed" not in Reader(page(venezuela, title="x")).ids


def test_every_element_is_closed(shown: Reader) -> None:
    assert shown.open == []


def test_nothing_is_fetched_from_anywhere(venezuela: Crisis) -> None:
    html = page(venezuela, title="Venezuela, 2019")
    assert re.findall(r"https?:|//[a-z]|url\((?!#)|@import|xmlns", html) == []
    addresses = {
        value
        for _, attrs in Reader(html).tags
        for name, value in attrs.items()
        if name in ("href", "src", "action", "data", "poster", "srcset")
    }
    assert addresses
    assert all(address and address.startswith("#") for address in addresses)


def test_every_link_leads_to_a_place_on_the_page(shown: Reader) -> None:
    targets = {(attrs.get("href") or "").removeprefix("#") for attrs in shown.all("a")}
    assert targets <= set(shown.ids)


def test_no_two_places_have_the_same_name(shown: Reader) -> None:
    assert len(shown.ids) == len(set(shown.ids))


def test_every_label_of_an_element_is_there(shown: Reader) -> None:
    named = [
        attrs[key] for _, attrs in shown.tags for key in ("aria-labelledby", "for") if key in attrs
    ]
    assert named
    assert set(named) <= set(shown.ids)


def test_one_main_heading_and_landmarks(shown: Reader) -> None:
    for tag in ("h1", "main", "header", "footer", "nav"):
        assert len(shown.all(tag)) == 1, tag


def test_headings_do_not_skip_a_level(shown: Reader) -> None:
    levels = [int(tag[1]) for tag, _ in shown.tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_what_is_said_in_another_language_says_so(venezuela: Crisis) -> None:
    shown = Reader(page(venezuela, title="x", lang="fr"))
    quotations = shown.all("blockquote")
    assert {attrs.get("lang") for attrs in quotations} == {"en", "fr", "es"}


def test_everything_of_the_crisis_is_on_the_page(venezuela: Crisis) -> None:
    shown = Reader(page(venezuela, title="x"))
    wanted = [
        *(anchor("event", event.id) for event in venezuela.events),
        *(anchor("relation", relation.id) for relation in venezuela.relations),
        *(anchor("talks", item.id) for item in venezuela.talks),
        *(anchor("agreement", item.id) for item in venezuela.agreements),
        *(anchor("pressure", item.id) for item in venezuela.pressure),
        *(anchor("statement", said.id) for said in venezuela.statements),
        *(anchor("report", report.id) for report in venezuela.reports),
        *(anchor("side", actor.side.id) for actor in venezuela.actors),
    ]
    assert set(wanted) <= set(shown.ids)


def test_an_event_shows_who_what_and_whom_in_its_sentence(venezuela: Crisis) -> None:
    html = page(venezuela, title="x")
    assert (
        '<mark class="actor">Russia</mark> <mark class="trigger">sent</mark> two aeroplanes'
        ' with soldiers and equipment to <mark class="recipient">Caracas</mark>.'
    ) in html


def test_both_drawings_show_every_side_that_fits(venezuela: Crisis) -> None:
    classes = [attrs.get("class") or "" for attrs in Reader(page(venezuela, title="x")).all("svg")]
    assert sum("network" in name for name in classes) == 2


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% include 'x' %}",
    "\u202eevil\u2066",
    "\x00\x1b]0;x\x07\ud83d",
    "&lt;b&gt;&amp;",
]


def hostile_crisis(words: str) -> Crisis:
    report = Page(f"r {words}", lang="en", title=words, outlet=words, url=f"javascript:{words}")
    me: Who = who(words, "VEN GOV", words)
    you: Who = who(words, "IGO IGO", words, f"organisation:{words}")
    sentence = f"{words} says {words} to {words}."
    report.event(sentence, words, "THREATEN", [me], [you], by=me)
    report.event(sentence, words, "SUPPORT", [you], [me])
    report.said(sentence, words, me, role=words, about=[you])
    report.agreement(sentence, words, [me, you], signed=words)
    report.talk(sentence, words, [me, you], place=(words, "VEN"), outcome="none-yet", words=words)
    report.verdict(sentence, words, "statu-quo", [me, you])
    return build([report.done()])


@pytest.mark.parametrize("words", HOSTILE)
def test_the_text_of_a_report_is_only_text(words: str) -> None:
    harmless = Reader(page(hostile_crisis("plain words"), title="plain words"))
    html = page(hostile_crisis(words), title=words)
    html.encode("utf-8")
    shown = Reader(html)
    assert {tag for tag, _ in shown.tags} <= {tag for tag, _ in harmless.tags}
    for tag in ("script", "style", "svg", "form", "input", "link", "meta"):
        assert len(shown.all(tag)) == len(harmless.all(tag)), tag
    attributes = {name for _, attrs in shown.tags for name in attrs}
    assert attributes <= {name for _, attrs in harmless.tags for name in attrs}
    assert all((attrs.get("href") or "#").startswith("#") for attrs in shown.all("a"))
    assert "49" not in "".join(shown.text.get("blockquote", []))


def test_text_that_turns_direction_is_kept_apart() -> None:
    html = page(hostile_crisis("\u202eevil"), title="x")
    before = [html[: at.start()].rsplit("<", 1)[-1] for at in re.finditer("\u202eevil", html)]
    shown = [tag for tag in before if ">" in tag]
    # a sentence is a paragraph of its own, so that nothing beyond its end is turned
    inside_own_box = ("bdi", "blockquote", "p class", "mark", "/mark", "tspan", "title")
    assert shown
    assert [tag for tag in shown if not tag.startswith(inside_own_box)] == []


def test_an_empty_crisis_says_so_in_every_section() -> None:
    shown = Reader(page(build([]), title="Nothing"))
    assert shown.open == []
    assert not [attrs for attrs in shown.all("svg") if "network" in (attrs.get("class") or "")]


def test_reports_without_dates_are_shown_too() -> None:
    undated = Page("r1", date=None)
    undated.event("Ankara fed Baku.", "fed", "AID", [who("Ankara", "TUR")], [who("Baku", "AZE")])
    html = page(build([undated.done()]), title="x")
    assert "no date" in html
    assert "Too few days are told of" in html


def test_too_many_sides_and_events_are_cut_and_it_is_said() -> None:
    many = Page("r1")
    countries = ["FRA", "DEU", "ITA", "ESP", "PRT", "BEL", "NLD", "DNK", "SWE", "NOR", "FIN", "POL",
                 "CZE", "AUT", "CHE", "HUN", "ROU", "BGR", "GRC", "TUR", "UKR", "EST", "LVA", "LTU",
                 "IRL", "ISL", "MLT", "CYP"]  # fmt: skip
    for country in countries:
        many.event(
            f"{country} backs Kyoto.",
            "backs",
            "SUPPORT",
            [who(country, country)],
            [who("Kyoto", "JPN")],
        )
    for number in range(MOST_EVENTS):
        many.event(
            f"Kyoto meets Seoul, {number}.",
            "meets",
            "CONSULT",
            [who("Kyoto", "JPN"), who("Seoul", "KOR")],
        )
    html = page(build([many.done()]), title="x")
    assert f"The latest {MOST_EVENTS} of {MOST_EVENTS + len(countries)} events are shown." in html
    assert f"{len(countries) + 2 - MOST_SIDES} more sides are in the list below." in html
    shown = Reader(html)
    targets = {(attrs.get("href") or "").removeprefix("#") for attrs in shown.all("a")}
    assert targets <= set(shown.ids)


def test_the_same_crisis_gives_the_same_page(venezuela: Crisis) -> None:
    assert page(venezuela, title="x") == page(venezuela, title="x")


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    "ink",
    ["ink", "ink-soft", "accent", "coop", "conflict", "ally", "supporter", "adversary", "at-odds",
     "mixed"],
)  # fmt: skip
def test_every_ink_can_be_read_on_every_paper(scheme: int, ink: str) -> None:
    from statuquo.web.html_page import TEMPLATES

    style = (TEMPLATES / "brief.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.S)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", blocks[scheme]))
    for paper in ("paper", "card"):
        assert contrast(colours[ink], colours[paper]) >= 4.5, paper
