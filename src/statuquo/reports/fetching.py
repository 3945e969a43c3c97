"""Fetching a page from the web: http and https only, within limits of time and size."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit, urlunsplit

from statuquo.errors import FetchError

if TYPE_CHECKING:
    from email.message import Message
    from urllib.error import HTTPError
    from urllib.request import OpenerDirector

SILENCE_SECONDS = 20
"""How long a server may be silent."""

PATIENCE_SECONDS = 60
"""How long a page may take in all; a server that sends a byte a second never falls silent."""

AGENT = "statuquo"
"""The name by which robots.txt calls us."""

FEED_KINDS = (
    "application/atom+xml", "application/rdf+xml", "application/rss+xml", "application/xml",
    "text/xml", "text/html", "text/plain", "application/octet-stream",
)  # fmt: skip
"""Media types that feeds come under; what it is the parser tells."""

_CHUNK = 1 << 16
_TEXTUAL = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):(?=\S)")
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f]")
_RESERVED = "/?:@!$&'()*+,;=~%#[]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What came from the web.

    Args:
        raw: the content.
        url: the address after redirects.
        kind: its media type (``text/html``).
        charset: its encoding by the HTTP header, or None.
        etag: what the server calls this version, or None.
        modified: when it was changed, in the server's words, or None.
    """

    raw: bytes
    url: str
    kind: str
    charset: str | None
    etag: str | None = None
    modified: str | None = None

    @property
    def is_html(self) -> bool:
        """Whether the server says that it is an HTML page."""
        return self.kind in ("text/html", "application/xhtml+xml")


def scheme_of(source: str) -> str | None:
    r"""The scheme when the source is written as a URL; one letter is a Windows drive.

    >>> scheme_of("https://example.org/a"), scheme_of("notes/a.txt"), scheme_of("C:\\a.txt")
    ('https', None, None)
    """
    found = _SCHEME.match(source)
    return found[1].lower() if found else None


def fetch(
    url: str,
    *,
    limit: int,
    public_only: bool = False,
    kinds: Iterable[str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Page:
    """Get a page.

    Args:
        url: an http or https address; letters outside ASCII are encoded.
        limit: the most bytes to take.
        public_only: refuse servers that the world cannot reach (this machine, its network), by
            whatever name or redirect; for addresses that others give. Proxies, which resolve names
            out of our sight, are not used then.
        kinds: media types to take; those of pages and plain text when left out.
        headers: what else to tell the server, such as the version that is known.

    Returns:
        The page.

    Raises:
        FetchError: it cannot be reached, is refused, is too large, is no text, leads elsewhere
            than to http and https, or to a server that is not public where that is asked.
    """
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import Request

    scheme = scheme_of(url)
    if scheme not in ("http", "https"):
        problem = f"{scheme}: addresses are not read; give http, https, a file or a folder"
        raise FetchError(problem, url)
    deadline = time.monotonic() + PATIENCE_SECONDS
    try:
        request = Request(
            _ascii_url(url),
            headers={
                "User-Agent": f"{AGENT} (news event coder)",
                "Accept": ", ".join(kinds or (*_TEXTUAL[:2], "text/plain;q=0.9")),
                "Accept-Encoding": "identity",
                **(headers or {}),
            },
        )
        with _opener(public_only).open(request, timeout=SILENCE_SECONDS) as answer:
            told: Message = answer.headers
            kind = told.get_content_type() if "Content-Type" in told else "text/html"
            if kind not in (kinds or _TEXTUAL):
                raise FetchError(f"is {kind}, not a page; download it and give the file", url)
            raw = _body(answer, url=url, limit=limit, deadline=deadline)
            return Page(
                raw=_unpacked(raw, told, url, limit),
                url=answer.geturl(),
                kind=kind,
                charset=told.get_content_charset(),
                etag=told.get("ETag"),
                modified=told.get("Last-Modified"),
            )
    except HTTPError as fault:
        fault.close()
        raise FetchError(
            _refusal(fault), url, status=fault.code, retry_after=_retry_after(fault)
        ) from fault
    except TimeoutError as fault:
        raise FetchError(
            f"no answer within {SILENCE_SECONDS} seconds; try again later", url
        ) from fault
    except URLError as fault:
        raise FetchError(
            f"cannot be reached ({_reason(fault)}); check the address and the network", url
        ) from fault
    except (HTTPException, OSError, ValueError) as fault:
        raise FetchError(f"cannot be fetched ({_reason(fault)}); check the address", url) from fault


def _opener(public_only: bool) -> OpenerDirector:
    """An opener that knows http and https and nothing else, whatever a redirect asks for."""
    from urllib.request import (
        BaseHandler,
        HTTPDefaultErrorHandler,
        HTTPErrorProcessor,
        HTTPHandler,
        HTTPRedirectHandler,
        HTTPSHandler,
        OpenerDirector,
        ProxyHandler,
        Request,
    )

    class WebOnly(HTTPRedirectHandler):
        max_redirections = 5

        def redirect_request(self, req: Request, *answer: Any) -> Request | None:
            if scheme_of(answer[-1]) not in ("http", "https"):
                return None
            return super().redirect_request(req, *answer)

    if public_only:
        from statuquo.reports.public import PublicHTTPHandler, PublicHTTPSHandler

        ways: list[BaseHandler] = [PublicHTTPHandler(), PublicHTTPSHandler()]
    else:
        ways = [ProxyHandler(), HTTPHandler(), HTTPSHandler()]
    opener = OpenerDirector()
    for handler in (
        *ways,
        HTTPDefaultErrorHandler(),
        WebOnly(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _body(answer: IO[bytes], *, url: str, limit: int, deadline: float) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := answer.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            raise _too_large(url, limit)
        if time.monotonic() > deadline:
            raise FetchError(f"not read within {PATIENCE_SECONDS} seconds; try again later", url)
    return b"".join(chunks)


def _unpacked(raw: bytes, headers: Message, url: str, limit: int) -> bytes:
    """The content as it was before a server compressed it without being asked to."""
    import zlib

    coding = str(headers.get("Content-Encoding", "identity")).lower()
    if coding in ("identity", ""):
        return raw
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"comes packed as {coding}; download it and give the file", url)
    try:
        unpacker = zlib.decompressobj(wbits=47 if "gzip" in coding else 15)
        plain = unpacker.decompress(raw, limit + 1)
    except zlib.error as fault:
        raise FetchError("comes damaged; try again later", url) from fault
    if len(plain) > limit:
        raise _too_large(url, limit)
    return plain


def _too_large(url: str, limit: int) -> FetchError:
    return FetchError(
        f"is larger than {limit // 1_000_000} MB; save the text of the article and give that", url
    )


def _ascii_url(url: str) -> str:
    """The address as HTTP wants it: the host in IDNA, other letters in percent signs."""
    parts = urlsplit(url)
    if not parts.hostname:
        raise ValueError("it names no server")
    if _UNPRINTABLE.search(url.strip()):
        raise ValueError("it holds spaces or control characters")
    host = parts.netloc
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    return urlunsplit(
        (
            parts.scheme,
            host,
            quote(parts.path, _RESERVED),
            quote(parts.query, _RESERVED),
            "",
        )
    )


def _refusal(fault: HTTPError) -> str:
    if 300 <= fault.code < 400:
        place = fault.headers.get("Location", "nowhere")
        return f"leads to {place}, which is not followed; give the address of the page itself"
    remedy = "try again later"
    if fault.code in (401, 402, 403, 451):
        remedy = "it wants a reader of its own: save the text of the article and give that"
    elif fault.code in (404, 410):
        remedy = "check the address"
    return f"the server answers {fault.code} {fault.reason}; {remedy}"


def _retry_after(fault: HTTPError) -> float | None:
    """Seconds after which the server says to come again, which it may tell as a moment."""
    from email.utils import parsedate_to_datetime

    told = fault.headers.get("Retry-After")
    if not told:
        return None
    if told.strip().isdecimal():
        return float(told)
    try:
        moment = parsedate_to_datetime(told)
    except ValueError:
        return None
    return max(0.0, moment.timestamp() - time.time())


def _reason(fault: Exception) -> str:
    reason = getattr(fault, "reason", None) or fault
    return str(getattr(reason, "strerror", None) or reason or type(fault).__name__)
