"""Long letter classes said shortly, so that the French model loads in a third of the time.

spaCy's French tokenizer keeps hyphenated and elided words whole by one regular expression in which each
of some 480 places spells out every letter of Latin, Greek and Cyrillic: 1.4 MB of pattern, three seconds
to compile on each start. Ranges say the same letters in 24 KB and compile in a tenth of a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_LONG = 200_000
"""Characters from which a pattern is worth shortening; only the French one is so long."""
_LOWER = r"a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff"
_ANY = rf"A-Z\u00c0-\u00d6\u00d8-\u00de{_LOWER}"


def shortened(pattern: str) -> str:
    """The same pattern with spaCy's spelt-out letters as ranges.

    >>> from spacy.lang.char_classes import ALPHA
    >>> len(shortened(f"[{ALPHA}]+")) < 100
    True
    """
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER

    for spelt, ranges in ((ALPHA_LOWER, _LOWER), (ALPHA, _ANY)):
        pattern = pattern.replace(f"[{spelt}]", r"[^\W\d_]").replace(spelt, ranges)
    return pattern


@contextmanager
def short_classes() -> Iterator[None]:
    """While it is open, long patterns are compiled in their short form."""
    compile_ = re.compile

    def compiled(pattern: Any, flags: Any = 0) -> Any:
        if isinstance(pattern, str) and len(pattern) > _LONG:
            pattern = shortened(pattern)
        return compile_(pattern, flags)

    re.compile = compiled
    try:
        yield
    finally:
        re.compile = compile_
