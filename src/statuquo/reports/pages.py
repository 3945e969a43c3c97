"""HTML pages: the article out of the page, by trafilatura, with its title, day, outlet and URL."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from statuquo.errors import InputError
from statuquo.reports.dates import parse_day
from statuquo.reports.decoding import decode_as, printable
from statuquo.reports.metadata import host_of
from statuquo.reports.model import Report

_HEAD = 2048
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|article|div|p)\b", re.IGNORECASE)
_XML = re.compile(rb"\s*(?:<\?xml[^>]*>)?\s*(?:<!--.{0,500}?-->\s*)?", re.DOTALL)
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_BLOCKS = frozenset(("body", "cell", "code", "div", "head", "item", "list", "p", "quote", "row"))

_SILENT = logging.NullHandler()


def looks_like_html(head: bytes) -> bool:
    r"""Whether content begins as an HTML page does.

    >>> looks_like_html(b"\n<!DOCTYPE html><html>"), looks_like_html(b"a < b <p>")
    (True, False)
    """
    head = head[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"")
    opening = _XML.match(head)
    return bool(opening and _HTML.match(head, opening.end()))


def read_page(
    raw: bytes, *, source: str, url: str | None = None, charset: str | None = None
) -> Report:
    """The article that an HTML page carries.

    Args:
        raw: the page.
        source: where it was read from, for messages.
        url: its address, when known; the page's own canonical address otherwise.
        charset: its encoding by the HTTP header, when known.

    Returns:
        The report: one blank line between its paragraphs.

    Raises:
        InputError: the page holds no article.
    """
    import trafilatura

    # It logs what it finds odd; the caller hears of a page without text by InputError, once, so
    # nothing more may reach a terminal where no logging is set up.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(_SILENT)

    declared = _META_CHARSET.search(raw[:_HEAD])
    html = decode_as(raw, charset or (declared[1].decode("ascii", "ignore") if declared else None))
    try:
        # Only dates that the page declares: a guess from any figures in it would be worse than none.
        article = trafilatura.bare_extraction(
            html,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as fault:
        # Whatever breaks inside the parser on a hostile page, the batch goes on.
        raise InputError(f"the page cannot be parsed ({fault}); save it as text", source) from fault
    text = "\n\n".join(_paragraphs(article.body)) if article is not None else ""
    if not text.strip():
        raise InputError(
            "the page holds no article text; it may need a browser to build it: "
            "save the text of the article and give that",
            source,
        )
    address = url or article.url
    return Report(
        text=printable(text),
        title=_line(article.title),
        date=parse_day(article.date) if article.date else None,
        url=_line(address),
        outlet=_line(article.sitename) or host_of(address),
        source=source,
    )


def fragment_text(html: str) -> str:
    r"""The text of a piece of HTML, one blank line between its paragraphs; all that can act is gone.

    >>> fragment_text("<p>Oslo <b>invites</b> both.</p><script>x()</script><p>They come.</p>")
    'Oslo invites both.\n\nThey come.'
    """
    if not html.strip():
        return ""
    from lxml.etree import LxmlError
    from lxml.html import fragment_fromstring
    from lxml_html_clean import Cleaner

    try:
        body = fragment_fromstring(html, create_parent="div")
        Cleaner(kill_tags=("script", "style", "template"), page_structure=False)(body)
    except (LxmlError, ValueError, AssertionError):
        return ""
    return printable("\n\n".join(" ".join(part.split()) for part in _paragraphs(body)))


def _paragraphs(body: Any) -> Iterator[str]:
    """The text of the tree, cut where a block begins or ends."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield from _joined(parts)
            parts = []
        elif element.tag == "lb" and event == "start":
            parts.append("\n")
        parts.append((element.text if event == "start" else element.tail) or "")
    yield from _joined(parts)


def _joined(parts: list[str]) -> Iterator[str]:
    text = "".join(parts).strip()
    if text:
        yield text


def _line(value: str | None) -> str | None:
    return printable(" ".join(value.split())) or None if value else None
