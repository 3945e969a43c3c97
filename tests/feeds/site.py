"""A site of our own on loopback: papers of every kind, among them bad ones."""

from __future__ import annotations

import gzip
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from loopback import serving

RSS = {"Content-Type": "application/rss+xml; charset=utf-8"}
ATOM = {"Content-Type": "application/atom+xml"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
TEXT = {"Content-Type": "text/plain"}

Answer = tuple[int, dict[str, str], bytes]
Answering = Answer | Callable[[BaseHTTPRequestHandler], Answer]


def article(title: str, text: str) -> bytes:
    return (
        f"<html><head><title>{title}</title></head><body><nav>Home</nav><article><h1>{title}</h1>"
        f"<p>{text} The ministry said so on Thursday evening, after a long meeting in town.</p>"
        "<p>Nobody else was there, and the two sides will meet again in a month, it added.</p>"
        "</article></body></html>"
    ).encode()


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Paper'
        f"</title><link>http://paper.example/</link>{''.join(items)}</channel></rss>"
    ).encode()


def item(link: str, title: str = "Aid") -> str:
    return (
        f"<item><title>{title}</title><link>{link}</link>"
        "<pubDate>Thu, 30 May 2019 18:00:00 GMT</pubDate><description>In short.</description></item>"
    )


@dataclass
class Site:
    """What each path answers, and what was asked.

    Args:
        base: the address of the site.
        answers: by path; a function is given the request.
        asked: how often each path was asked for.
        times: when each request came.
    """

    base: str = ""
    answers: dict[str, Answering] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)

    def url(self, path: str) -> str:
        return self.base + path

    def publish(self, path: str, title: str, text: str) -> str:
        """Put an article there, and return its entry for a feed."""
        self.answers[path] = (200, HTML, article(title, text))
        return item(self.url(path), title)


@contextmanager
def served(site: Site) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked[self.path] += 1
            site.times.append(time.monotonic())
            answer = site.answers.get(self.path, (404, TEXT, b"not here"))
            status, headers, body = answer(self) if callable(answer) else answer
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            return

    with serving(Handler) as port:
        site.base = f"http://127.0.0.1:{port}"
        yield site


def versioned(body: bytes, etag: str) -> Callable[[BaseHTTPRequestHandler], Answer]:
    """A feed that knows its version, and says so when nothing has changed."""

    def answer(request: BaseHTTPRequestHandler) -> Answer:
        if request.headers.get("If-None-Match") == etag:
            return 304, {}, b""
        return 200, {**RSS, "ETag": etag, "Last-Modified": "Thu, 30 May 2019 18:00:00 GMT"}, body

    return answer


def slow(seconds: float) -> Callable[[BaseHTTPRequestHandler], Answer]:
    """A feed that takes its time."""

    def answer(_: BaseHTTPRequestHandler) -> Answer:
        time.sleep(seconds)
        return 200, RSS, rss()

    return answer


BOMB = gzip.compress(b"<rss>" + b" " * 60_000_000)
BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + b"".join(
        b'<!ENTITY l%d "%s">' % (n, (b"&l%d;" % (n - 1) if n else b"&lol;") * 10) for n in range(10)
    )
    + b']><rss version="2.0"><channel><item><title>&l9;</title>'
    b"<link>http://paper.example/laughs</link></item></channel></rss>"
)
OUTSIDE_ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hosts">]>'
    b'<rss version="2.0"><channel><item><title>&x;</title>'
    b"<link>http://paper.example/entity</link></item></channel></rss>"
)
