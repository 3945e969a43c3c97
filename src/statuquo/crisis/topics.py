"""What an accord is about, whichever language names it; from ``data/cues/topics.toml``."""

from __future__ import annotations

import re
from functools import cache

from statuquo.crisis.names import fold
from statuquo.data import DATA, load_toml

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def _topics() -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = load_toml(DATA / "cues" / "topics.toml")
    found = []
    for entry in table.entries("topic"):
        entry.check_keys(("id", "stems"), required=("id", "stems"))
        for stem in entry.data["stems"]:
            if stem != fold(stem):
                raise entry.error(f"write {stem!r} as {fold(stem)!r}, without accents", at=stem)
        found.append((entry.data["id"], tuple(entry.data["stems"])))
    return tuple(found)


def topic_of(wording: str) -> str | None:
    """The topic of an accord's wording, or None.

    Raises:
        DataError: the table of topics is wrong.

    >>> topic_of("coopération militaire"), topic_of("military cooperation"), topic_of("pacto")
    ('military', 'military', None)
    """
    words = _WORD.findall(fold(wording))
    for topic, stems in _topics():
        if any(word.startswith(stem) for word in words for stem in stems):
            return topic
    return None
