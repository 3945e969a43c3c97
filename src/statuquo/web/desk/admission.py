"""Who may write: programs and our own pages on this machine, elsewhere whoever has the token.

A browser sends no header of its own accord, so a reader gives the token once, on a page, and keeps a
cookie that stands for it. The cookie counts with our own pages alone.
"""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from statuquo.web.desk.frame import Desk
from statuquo.web.desk.shelf import ALL

COOKIE = "statuquo-token"
_DAY_SECONDS = 86_400


class Admission:
    """Who may write to a desk.

    Args:
        local: whether the desk is served on a loopback address.
        token: the secret that writing takes; None where it takes none.
    """

    def __init__(self, *, local: bool, token: str | None) -> None:
        self._local = local
        self._token = token

    def may_write(self, request: Request) -> None:
        """Let a request pass, or not.

        Raises:
            HTTPException: it lacks the token (401), or comes from a page elsewhere (403).
        """
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self.is_token(given):
            return
        if self._token:
            if not _same(request.cookies.get(COOKIE, ""), self.pass_of(self._token)):
                raise HTTPException(401, "writing takes the token that the desk was started with")
        elif not self._local:
            raise HTTPException(401, "writing takes the token that the desk was started with")
        if not is_own_page(request):
            raise HTTPException(403, "writing is for pages of this desk and for programs")

    def is_token(self, given: str) -> bool:
        """Whether it is the token."""
        return self._token is not None and _same(given, self._token)

    @staticmethod
    def pass_of(token: str) -> str:
        """What the cookie holds: whoever reads it cannot tell the token."""
        return hmac.digest(token.encode(), b"statuquo desk", "sha256").hex()


def admission(desk: Desk, door: Admission) -> APIRouter:
    """The page on which a reader gives the token.

    Args:
        desk: what all pages share.
        door: who may write.
    """
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/token")
    def ask(request: Request) -> HTMLResponse:
        return desk.shown(request, "token.html", ALL)

    @router.post("/token")
    def give(
        request: Request, token: Annotated[str, Form(max_length=1000)] = ""
    ) -> RedirectResponse:
        if not is_own_page(request):
            raise HTTPException(403, "writing is for pages of this desk and for programs")
        if not door.is_token(token):
            raise HTTPException(401, "this is not the token that the desk was started with")
        answer = RedirectResponse("/corrections", 303)
        answer.set_cookie(
            COOKIE,
            door.pass_of(token),
            max_age=_DAY_SECONDS,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return answer

    return router


def is_own_page(request: Request) -> bool:
    """Whether no page of another origin sent it: browsers name the origin, programs do not."""
    origin = request.headers.get("origin")
    return origin is None or origin == f"{request.url.scheme}://{request.url.netloc}"


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
