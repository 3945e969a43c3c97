"""What a report says, without the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import Literal

from statuquo.reports.furniture import Furniture, load_furniture
from statuquo.reports.layout import is_wrapped, paragraphs
from statuquo.reports.metadata import host_of
from statuquo.reports.model import Report
from statuquo.reports.typography import tidy

BlockKind = Literal["title", "subhead", "paragraph"]

_BETWEEN = "\n\n"
_LONGEST_HEADLINE = 200
_LONGEST_SUBHEAD = 100
_SHORTEST_PARAGRAPH = 40
_SHORTEST_SENTENCE = 20
_LONG_PARAGRAPH = 250
"""So long a line is a paragraph even without a full stop."""

_MOST_PASSES = 6
"""Cleaning what was cleaned changes nothing after two passes, but for text made to defy it."""

_MOST_LINKS = 20

_FULL_STOP = re.compile(r"[.!?…]['’”»\")\]]*\Z")
_NO_HEADLINE_END = re.compile(r"[.…:;,]['’”»\")\]]*\Z")
_WORD = re.compile(r"\w+")
_LAST_PART = re.compile(r"(.*\S) ?[|·–—-] ([^|·–—]{2,60})\Z")
_QUOTE_OR_DASH = tuple("«“”\"'‘’„-–—(*#")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the cleaned text that stands by itself.

    Args:
        start: offset of its first character in `Cleaned.text`.
        end: offset after its last one.
        kind: ``title``, ``subhead`` (a heading between paragraphs) or ``paragraph``.
    """

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A report without its furniture.

    Args:
        text: the title, subheads and paragraphs, a blank line between them. All offsets of
            everything coded from the report index this text.
        blocks: what the text is made of, in order; together they hold all of it but the blank
            lines.
        dropped: the furniture that was left out, for those who want to check.
    """

    text: str
    blocks: tuple[Block, ...]
    dropped: tuple[str, ...] = ()


def clean(report: Report) -> Cleaned:
    r"""Keep what a report says and drop the furniture of its page.

    Spaces, quotation marks and gaps are normalised, wrapped lines joined, section labels, counters,
    buttons, credits, notices, links to other articles and datelines dropped. The title comes first
    and once. No sentence that says something is dropped. Cleaning a cleaned text changes nothing.

    Args:
        report: the report as it was read.

    Returns:
        The text and its blocks; no block where nothing was said.

    >>> page = "Monde | Moscou répond!\n\n0\n507\n\nLa Russie a dit “non“.Caracas attend toujours."
    >>> cleaned = clean(Report(text=page))
    >>> for block in cleaned.blocks:
    ...     print(block.kind, cleaned.text[block.start : block.end])
    title Moscou répond!
    paragraph La Russie a dit “non”. Caracas attend toujours.
    """
    furniture = load_furniture()
    dropped: list[str] = []
    title = _title(report, furniture)
    texts = _pass(f"{title}{_BETWEEN}{report.text}", furniture, dropped)
    for _ in range(_MOST_PASSES):
        before, texts = texts, _pass(_BETWEEN.join(texts), furniture, dropped)
        if texts == before:
            break
    return Cleaned(
        text=_BETWEEN.join(texts),
        blocks=tuple(_blocks(texts, has_title=bool(title))),
        dropped=tuple(dropped),
    )


def _title(report: Report, furniture: Furniture) -> str:
    """The report's title without section and outlet; empty when it has none."""
    title = " ".join(tidy(report.title or "").split())
    title = furniture.without_section(_without_outlet(title, report))
    return "" if furniture.is_line(title, edge=True) else title


def _without_outlet(title: str, report: Report) -> str:
    """«Moscou répond - Le Journal» without the outlet, when that is known to be its name."""
    cut = _LAST_PART.match(title[:_LONGEST_HEADLINE])
    if not cut or len(title) > _LONGEST_HEADLINE:
        return title
    labels = [_letters(label) for label in (host_of(report.url) or "").split(".")]
    names = {_letters(report.outlet or ""), *accumulate(labels), *labels[:-1]} - {""}
    return cut[1] if _letters(cut[2]) in names else title


def _pass(text: str, furniture: Furniture, dropped: list[str]) -> list[str]:
    """Clean a text once; what is left out is added to `dropped`."""
    text = tidy(text)
    lines = text.split("\n")
    if not is_wrapped(text):
        # In a wrapped text a line may be the end of a sentence and look like a credit.
        lines = list(_kept(lines, furniture, dropped))
    texts = paragraphs("\n".join(lines))
    if texts != [line for line in lines if line]:
        spaced = [line for text in texts for line in (text, "")]
        texts = [line for line in _kept(spaced, furniture, dropped) if line]
    texts = list(_trimmed(texts, furniture, dropped))
    if len(texts) > 1 and _is_headline(texts[0]):
        texts[0] = furniture.without_section(texts[0])
    title, *rest = texts or [""]
    repeats = list(takewhile(lambda line: _is_repeat(line, title, furniture), rest))
    dropped += repeats
    return texts[:1] + rest[len(repeats) :]


def _is_repeat(line: str, title: str, furniture: Furniture) -> bool:
    """Whether a line is the title over again, which many pages print above the text as well."""
    return _letters(furniture.without_section(line)) == _letters(title)


def _kept(lines: Sequence[str], furniture: Furniture, dropped: list[str]) -> Iterator[str]:
    """The lines that are no furniture; blank ones stay, since they part paragraphs."""
    first, last = _span_of_paragraphs(lines)
    end_of_links = 0
    for number, line in enumerate(lines):
        if not line:
            yield line
        elif furniture.is_line(line, edge=not first <= number <= last):
            dropped.append(line)
            if number >= end_of_links and furniture.is_heading_of_links(line):
                end_of_links = _end_of_links(lines, number)
        elif number < end_of_links:
            dropped.append(line)
        else:
            yield line


def _span_of_paragraphs(lines: Sequence[str]) -> tuple[int, int]:
    """The first and the last line that is a paragraph; what is outside stands at the edge."""
    skipped = 1 if lines and _is_headline(lines[0]) else 0
    found = [number for number in range(skipped, len(lines)) if _is_paragraph(lines[number])]
    return (found[0], found[-1]) if found else (len(lines), len(lines))


def _end_of_links(lines: Sequence[str], heading: int) -> int:
    """The line where a list of links ends that the heading opens.

    Directly below it, all lines without a full stop are links. Below a blank line they are when
    they are several, or the heading ends with a colon: a single one may be the next subhead.
    """
    start = heading + 1
    while start < len(lines) and not lines[start]:
        start += 1
    end = start
    most = min(len(lines), start + _MOST_LINKS)
    while end < most and lines[end] and not _FULL_STOP.search(lines[end]):
        end += 1
    directly = start == heading + 1
    whole_group = end == len(lines) or not lines[end]
    several = end - start > 1 or lines[heading].rstrip().endswith(":")
    return end if directly or (whole_group and several) else heading


def _trimmed(texts: Sequence[str], furniture: Furniture, dropped: list[str]) -> Iterator[str]:
    """The blocks without what was put in front of, inside and behind them."""
    leading = True
    for text in texts:
        trimmed, cut = furniture.trimmed(text, lead=leading and not _is_headline(text))
        leading = leading and not _is_paragraph(text)
        dropped += cut
        if trimmed:
            yield tidy(trimmed) if cut else trimmed


def _blocks(texts: Sequence[str], *, has_title: bool) -> Iterator[Block]:
    start = 0
    for number, text in enumerate(texts):
        end = start + len(text)
        yield Block(start=start, end=end, kind=_kind(texts, number, has_title=has_title))
        start = end + len(_BETWEEN)


def _kind(texts: Sequence[str], number: int, *, has_title: bool) -> BlockKind:
    text = texts[number]
    if number == 0 and (has_title or (_is_headline(text) and any(map(_is_sentence, texts[1:])))):
        return "title"
    followed = number + 1 < len(texts) and not _is_subhead(texts[number + 1])
    return "subhead" if followed and _is_subhead(text) else "paragraph"


def _is_paragraph(text: str) -> bool:
    return len(text) >= _LONG_PARAGRAPH or (
        len(text) >= _SHORTEST_PARAGRAPH and _FULL_STOP.search(text) is not None
    )


def _is_sentence(text: str) -> bool:
    return len(text) >= _SHORTEST_SENTENCE and _FULL_STOP.search(text) is not None


def _is_headline(text: str) -> bool:
    """Whether a line reads like a headline: short and without a full stop, though it may exclaim."""
    return len(text) <= _LONGEST_HEADLINE and _NO_HEADLINE_END.search(text) is None


def _is_subhead(text: str) -> bool:
    """Whether a line reads like a heading between paragraphs; a remark in quotation marks is none."""
    return (
        len(text) <= _LONGEST_SUBHEAD
        and _NO_HEADLINE_END.search(text) is None
        and not text.endswith("!")
        and not text.startswith(_QUOTE_OR_DASH)
        and (text[0].isupper() or text[0].isdigit() or text[0] in "¿¡")
    )


def _letters(text: str) -> str:
    """The bare letters and figures, for comparing a title with a line."""
    return "".join(_WORD.findall(text)).casefold()
