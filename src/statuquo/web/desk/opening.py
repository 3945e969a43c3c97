"""How a desk opens: at once, while its first picture is made beside."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from threading import Event, Thread

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool

from statuquo.errors import StatuquoError
from statuquo.web.desk.offices import read_ahead
from statuquo.web.desk.pages import draw_first
from statuquo.web.desk.shelf import Pictures

_TURN = 0.001
"""Seconds after which a thread that computes lets others go on."""
WAIT = 1.0
"""Seconds that a reader waits for the first picture before a page says that it is being made."""


class Opening:
    """The opening of a desk, which is over when its first picture is made.

    Args:
        pictures: what is told of.
        lang: language of the brief that is drawn first.
    """

    def __init__(self, pictures: Pictures, lang: str) -> None:
        self._pictures = pictures
        self._lang = lang
        self._over = Event()
        self._over.set()  # until a server begins: without one nobody would ever end it

    @asynccontextmanager
    async def lifespan(self, _: FastAPI) -> AsyncIterator[None]:
        """What a server runs around its work."""
        self._over.clear()
        # Readers' threads must get their turn while a picture is made, which never rests.
        before = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        opener = Thread(target=self._open, name="opening", daemon=True)
        opener.start()
        yield
        await run_in_threadpool(opener.join)
        sys.setswitchinterval(before)

    async def has_something_for(self, request: Request) -> bool:
        """Whether a request can be answered; readers wait a little, programs as long as it takes."""
        if self._over.is_set() or not _is_page(request):
            return True
        return await run_in_threadpool(self._over.wait, WAIT)

    def _open(self) -> None:
        # What is wrong with the shelf is told to whoever asks; it keeps nobody from asking.
        try:
            with suppress(StatuquoError):
                draw_first(self._pictures, self._lang)
        finally:
            self._over.set()
        read_ahead()


def _is_page(request: Request) -> bool:
    """Whether a browser asks for something to read; what is sent waits, as programs do."""
    return request.method == "GET" and not request.url.path.startswith(("/api/", "/charts/"))
