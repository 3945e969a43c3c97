"""Lines to paragraphs: what was broken only to fit a page is joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_WIDEST = 100
"""A text is wrapped at a fixed width only if no line has more characters than this."""

_NARROWEST = 40
_FEWEST_BREAKS = 3

_BULLET = re.compile(r"(?:[•▪●◦‣■□◼▶►➤✔✓·*]\s*)+(?=[^\s*])")
_DASH = re.compile(r"[-–](?:\s+(?=\S)|(?=[^\W\d_]))")
_OPEN_END = re.compile(r"(?:[^\W_][”»\")\]]?|[,;:(«“-])\Z")
_LAST_FRAGMENT = re.compile(r"[^\W\d_]{2,}-\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS = re.compile(
    r"[a-zà-ÿ]{0,5}(?:ances?|ciones|ción|ences?|idad(?:es)?|iennes?|iens?|ings?|iques?|istas?|"
    r"istes?|ités?|ities|ity|mente|ments?|ness|sions?|siones|sión|tions?)"
)


def paragraphs(text: str) -> list[str]:
    r"""The paragraphs of a text, each on one line, lists without their bullets.

    A blank line always parts them. A single line end parts them too, unless the text is wrapped at
    a fixed width, or the line stops in mid-sentence and the next one goes on in lower case.

    Args:
        text: tidied text.

    >>> paragraphs("Les deux camps se sont\nvus à Oslo.\nRien n'a été signé.")
    ['Les deux camps se sont vus à Oslo.', "Rien n'a été signé."]
    """
    groups = list(_groups(text))
    width = _wrapping_width(groups)
    vocabulary = frozenset(_WORD.findall(text.lower())) if "-\n" in text else frozenset()
    return [line for group in groups for line in _joined(group, width, vocabulary)]


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text are cut at a fixed width, so that none of them stands alone."""
    return _wrapping_width(list(_groups(text))) is not None


def _groups(text: str) -> Iterator[list[str]]:
    """Runs of lines without a blank one between them."""
    group: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            group.append(line.strip())
        elif group:
            yield group
            group = []
    if group:
        yield group


def _wrapping_width(groups: Sequence[Sequence[str]]) -> int | None:
    """The width at which the lines were cut; None when they were not.

    At a cut the next word would not have fitted, and most cuts fall inside a sentence.
    """
    cut = [group for group in groups if len(group) > 1]
    width = max((len(line) for group in cut for line in group), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [pair for group in cut for pair in pairwise(group)]
    forced = [line for line, following in pairs if _is_full(line, following, width)]
    inside = sum(_OPEN_END.search(line) is not None for line in forced)
    if len(forced) < _FEWEST_BREAKS or len(forced) * 4 < len(pairs) * 3 or inside * 2 < len(forced):
        return None
    return width


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _joined(group: Sequence[str], width: int | None, vocabulary: frozenset[str]) -> list[str]:
    """The paragraphs of one group of lines."""
    dashed = sum(_DASH.match(line) is not None for line in group) > 1
    found: list[list[str]] = []
    before = ""
    for raw in group:
        line = _DASH.sub("", raw, count=1) if dashed and _DASH.match(raw) else raw
        line = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
        if found and line == raw and _goes_on(before, line, width):
            found[-1].append(line)
        else:
            found.append([line])
        before = raw
    return [_run_together(lines, vocabulary) for lines in found]


def _goes_on(line: str, following: str, width: int | None) -> bool:
    """Whether the line end between the two means nothing."""
    if width is not None and _is_full(line, following, width):
        return True
    return line.endswith(",") or (following[0].islower() and _OPEN_END.search(line) is not None)


def _run_together(lines: Sequence[str], vocabulary: frozenset[str]) -> str:
    parts = [lines[0]]
    for line in lines[1:]:
        cut = _LAST_FRAGMENT.search(parts[-1][-40:])
        if not cut:
            parts += (" ", line)
            continue
        tail = _WORD.match(line)
        whole = (cut[0][:-1] + tail[0]).lower() if tail else ""
        compound = (cut[0] + tail[0]).lower() if tail else ""
        # Only where the page itself, or the ending, shows that the hyphen was the printer's.
        if compound not in vocabulary and (
            whole in vocabulary or (tail and _ENDINGS.fullmatch(tail[0]))
        ):
            parts[-1] = parts[-1][:-1]
        parts.append(line)
    return "".join(parts)
