"""The file that says what is watched, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from statuquo.errors import DataError
from statuquo.reports.feeds import Subscriptions

GOOD = """
delay = 1.5
every = "30m"

[[feed]]
url = "https://paper.example/world.xml"
outlet = "The Paper"
lang = "en"

[[feed]]
url = "https://diario.example/atom"
every = "2h"
text = "feed"

[[folder]]
path = "inbox"
lang = "français"
"""


def load(tmp_path: Path, text: str) -> Subscriptions:
    path = tmp_path / "feeds.toml"
    path.write_text(text, encoding="utf-8")
    return Subscriptions.load(path)


def test_what_is_watched(tmp_path: Path) -> None:
    found = load(tmp_path, GOOD)
    paper, diario, inbox = found.feeds
    assert found.delay == 1.5
    assert (paper.outlet, paper.lang, paper.every, paper.text) == ("The Paper", "en", 1800, "page")
    assert (diario.every, diario.text) == (7200, "feed")
    assert (inbox.url, inbox.is_folder, inbox.lang) == (str(tmp_path / "inbox"), True, "fr")


FEED = '[[feed]]\nurl = "https://a.example/"\n'


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", None, "names nothing to watch"),
        ('[[feed]]\noutlet = "X"\n', 1, "lacks the key 'url'"),
        ('[[feed]]\nurl = "feeds/a.xml"\n', 2, "is no address"),
        ('[[feed]]\nurl = "file:///etc/passwd"\n', 2, "is no address"),
        (FEED + 'language = "en"\n', 3, "unknown key 'language'"),
        (FEED + 'lang = "de"\n', 3, "de"),
        (FEED + 'every = "often"\n', 3, 'like: every = "15m"'),
        (FEED + 'every = "5s"\n', 3, "5 s is too often; 60 s is the least"),
        (FEED + 'text = "both"\n', 3, 'text is "page"'),
        (FEED + FEED, 3, "is named twice"),
        ('delay = "2s"\n' + FEED, 1, "delay is in seconds"),
        ("[[folder]]\npath = 3\n", 2, "path names a folder"),
        ("[[feeds]]\n", 1, "unknown table or key 'feeds'"),
        ("[[feed]\n", 1, "is not TOML"),
    ],
)
def test_what_is_wrong_with_it(tmp_path: Path, text: str, line: int | None, told: str) -> None:
    with pytest.raises(DataError) as caught:
        load(tmp_path, text)
    assert told in caught.value.message
    assert caught.value.line == line
