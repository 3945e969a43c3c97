"""The application: pages and API, one shape of errors, and who may come in.

The text of reports is hostile. Templates escape it, and a policy sent with every page lets nothing
run but our own script. A page elsewhere that makes the reader's browser ask here is turned away by
the name of the host (for reading) and by the origin (for writing).
"""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as RoutingError
from starlette.routing import Match

from statuquo.errors import StatuquoError
from statuquo.version import __version__
from statuquo.web.desk.adding import adding
from statuquo.web.desk.admission import Admission, admission
from statuquo.web.desk.api import api
from statuquo.web.desk.chart_api import chart_api
from statuquo.web.desk.chart_files import chart_files
from statuquo.web.desk.chart_pages import chart_pages
from statuquo.web.desk.correcting import correcting
from statuquo.web.desk.corrections_api import corrections_api
from statuquo.web.desk.describing import PROBLEMS, AnyWords, describe
from statuquo.web.desk.feeds import feeds_api, feeds_page
from statuquo.web.desk.frame import Desk
from statuquo.web.desk.lists import lists
from statuquo.web.desk.opening import Opening
from statuquo.web.desk.outlook_page import outlook_page
from statuquo.web.desk.pages import pages, problem_page, waiting_page
from statuquo.web.desk.shelf import PATIENCE, Pictures, Shelf

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; script-src {script}; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
MOST_BYTES = 32_000_000
"""So long a request may be."""
_HEADERS = {
    # With no-referrer a browser would send the origin «null» with our own forms.
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


def create_app(
    shelf: Shelf,
    *,
    host: str = "127.0.0.1",
    token: str | None = None,
    lang: str = "en",
    patience: float = PATIENCE,
    public_only: bool = True,
) -> FastAPI:
    """The desk over a shelf.

    Args:
        shelf: what to tell of.
        host: the address that it is served on; other than a loopback address, writing takes a token.
        token: the secret that writing takes, in the header ``Authorization: Bearer …``.
        lang: language of the pages for readers who choose none.
        patience: seconds that a reader waits for the newest picture before the last one is shown.
        public_only: refuse to fetch what is on this machine and its network when a reader names it.
    """
    pictures = Pictures(shelf, patience=patience)
    desk = Desk(pictures, lang)
    opening = Opening(pictures, lang)
    app = FastAPI(
        lifespan=opening.lifespan,
        title="statuquo",
        version=__version__,
        summary="The state of a crisis, each line with the words that it came from.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    local = is_loopback(host)

    door = Admission(local=local, token=token)
    may_write = door.may_write

    @app.middleware("http")
    async def guard(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        if not _is_text(request.scope.get("query_string", b"")):
            # Starlette cannot tell the address of such a request, so nobody below may ask for it.
            request.scope["query_string"] = b""
            return _told(request, 400, "what follows the question mark is not in UTF-8")
        if request.headers.get("transfer-encoding"):
            return _told(request, 411, "say in content-length how long it is")
        length = request.headers.get("content-length") or "0"
        if not (length.isascii() and length.isdigit()):
            return _told(request, 400, "content-length is a number of bytes")
        if len(length) > len(str(MOST_BYTES)) or int(length) > MOST_BYTES:
            return _told(request, 413, f"send {MOST_BYTES // 1_000_000} MB at most")
        if local and not is_loopback(request.url.hostname or ""):
            return _told(request, 421, "this desk answers to its own name alone")
        if await opening.has_something_for(request):
            response = await answer(request)
        else:
            response = waiting_page(desk.words(request))
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("content-security-policy", _POLICY.format(script="'none'"))
        return response

    @app.exception_handler(RoutingError)
    async def no_way(request: Request, error: RoutingError) -> Response:
        told = _told(request, error.status_code, str(error.detail))
        told.headers.update(error.headers or {})
        if error.status_code == HTTPStatus.UNAUTHORIZED:
            told.headers["www-authenticate"] = "Bearer"
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            told.headers["allow"] = ", ".join(sorted(_ways(app, request)))
        return told

    @app.exception_handler(RequestValidationError)
    async def wrong(request: Request, error: RequestValidationError) -> Response:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc'][1:]) or 'body'}: {fault['msg']}"
            for fault in error.errors()
        )
        return _told(request, 422, faults)

    @app.exception_handler(StatuquoError)
    async def failed(request: Request, error: StatuquoError) -> Response:
        return _told(request, 503, str(error))

    @app.exception_handler(Exception)
    async def broken(request: Request, _: Exception) -> Response:
        # The server writes down what happened; whoever asked is told no more than that it did.
        told = _told(request, 500, "the desk has a fault: its own output says which")
        told.headers.update(_HEADERS)
        told.headers["content-security-policy"] = _POLICY.format(script="'none'")
        return told

    app.include_router(api(pictures, may_write))
    for router in (
        chart_api(pictures),
        lists(pictures),
        feeds_api(pictures),
        corrections_api(pictures, may_write),
    ):
        app.include_router(router, responses=PROBLEMS, default_response_class=AnyWords)
    app.include_router(chart_pages(desk))
    app.include_router(chart_files(desk))
    app.include_router(feeds_page(desk))
    app.include_router(outlook_page(desk))
    app.include_router(pages(desk, _POLICY))
    app.include_router(correcting(desk, may_write))
    app.include_router(adding(desk, may_write, public_only))
    app.include_router(admission(desk, door))
    describe(app)
    return app


def is_loopback(host: str) -> bool:
    """Whether a name or address is this machine's own.

    >>> is_loopback("localhost"), is_loopback("127.0.0.1"), is_loopback("192.0.2.7")
    (True, True, False)
    """
    if host in ("localhost", "testserver"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _ways(app: FastAPI, request: Request) -> set[str]:
    """What may be done with an address: its routes know only each its own."""
    asked = {**request.scope, "path_params": {}}
    return {
        way
        for way in ("GET", "POST", "PUT", "PATCH", "DELETE")
        if any(route.matches({**asked, "method": way})[0] is Match.FULL for route in app.routes)
    }


def _told(request: Request, status: int, message: str) -> Response:
    """An error: the one shape of the API, or a page."""
    if request.url.path.startswith("/api/"):
        error = {"status": status, "reason": HTTPStatus(status).phrase, "message": message}
        return AnyWords({"error": error}, status_code=status)
    return problem_page(request, status, message)
