"""The terminal: nothing wider than the window, nothing but text where it is piped."""

import io
from datetime import date

import pytest
from rich.console import Console

from crisis.pages import Page, who
from statuquo.crisis import Crisis, build
from statuquo.web import terminal
from statuquo.web.words import words


def printed(
    crisis: Crisis,
    *,
    width: int = 80,
    lang: str = "en",
    colour: bool = False,
    since: date | None = None,
) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    terminal(crisis, console, lang=lang, since=since)
    return out.getvalue()


@pytest.mark.parametrize("width", [80, 100, 200])
def test_no_line_is_wider_than_the_window_or_ends_in_blanks(venezuela: Crisis, width: int) -> None:
    lines = printed(venezuela, width=width).splitlines()
    assert max(map(len, lines)) <= min(width, 110)
    assert all(line == line.rstrip() for line in lines)


def test_piped_text_has_no_colour_and_a_terminal_does(venezuela: Crisis) -> None:
    assert "\x1b" not in printed(venezuela)
    assert "\x1b[" in printed(venezuela, colour=True)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["Tension is rising", "Russia · allies · Venezuela (government)", "broken off"]),
        ("fr", ["La tension monte", "Russie · alliés · Venezuela (gouvernement)", "rompus"]),
        ("es", ["La tensión sube", "Rusia · aliados · Venezuela (gobierno)", "rotas"]),
    ],
)
def test_it_says_what_matters_in_the_readers_language(
    venezuela: Crisis, lang: str, words: list[str]
) -> None:
    text = printed(venezuela, lang=lang)
    assert all(each in text for each in words)


def test_every_event_comes_with_its_sentence(venezuela: Crisis) -> None:
    text = " ".join(printed(venezuela).split())
    for event in venezuela.events:
        assert event.evidence.sentence in text


def test_a_report_cannot_steer_the_terminal() -> None:
    page = Page("r1", outlet="\x1b]0;mine\x07")
    nasty = "\x1b[2J\u202e[bold red]Ankara[/]"
    page.event(
        f"{nasty} fed Baku.", "fed", "AID", [who(nasty, "TUR GOV", nasty)], [who("Baku", "AZE")]
    )
    page.said(f"“{nasty}”, he said.", nasty, who("he", "TUR GOV", nasty), role=nasty)
    text = printed(build([page.done()]))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold red]Ankara[/]" in text, "marks of the program's own are shown as they stand"


def test_an_empty_crisis_is_told_calmly() -> None:
    assert "No event was found" in printed(build([]))


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_what_changed_comes_first_when_asked_for(venezuela: Crisis, lang: str) -> None:
    told = printed(venezuela, lang=lang, since=date(2019, 5, 1))
    title = words(lang)("section", "changed", day=words(lang).day("2019-05-01"))
    assert told.index(title) < told.index(words(lang)("section", "relations"))
    assert title not in printed(venezuela, lang=lang)


def test_nothing_changed_is_said_too(venezuela: Crisis) -> None:
    assert "Nothing has changed." in printed(venezuela, since=date(2030, 1, 1))
