"""What the API says of itself: errors of one shape, what a list looks like, the description for newcomers."""

from __future__ import annotations

import json
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any, Final

from fastapi import FastAPI, Query
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse
from pydantic import AfterValidator, BaseModel, Field

DESCRIPTION: Final = """
Everything that the desk shows, for programs. Nothing is asked of you to read on the machine that the
desk runs on; from elsewhere, and to write from elsewhere, send `Authorization: Bearer TOKEN`.

**Lists** answer with `items`, `total`, `limit`, `offset` and `next`, the address of what follows.
`format=csv` gives the whole of a list as a table; a cell that a spreadsheet would take for a formula
begins with an apostrophe there.

**Crises** are selections that are kept (`/api/v1/crises`); `crisis=all` is everything.

**Errors** have one shape: `{"error": {"status": 404, "reason": "Not Found", "message": "…"}}`.

Answers are never behind: after a report has come the first answer may take some seconds.
"""

TAGS: Final = [
    {"name": "reports", "description": "What was read, and adding to it."},
    {"name": "events", "description": "Who did what to whom, in PLOVER's types, and the stories."},
    {"name": "corrections", "description": "What people say of coded events."},
    {"name": "feeds", "description": "What is watched, and how it fares."},
    {"name": "crises", "description": "The state of a crisis: its brief, and each part of it."},
]

_WHY: Final = {
    400: "the request is no request",
    401: "writing takes the token",
    403: "a page elsewhere may not write",
    404: "there is no such thing",
    405: "that cannot be done with it",
    411: "the request does not say how long it is",
    413: "the request is too long",
    422: "something asked or sent is wrong, or no report that can be coded",
    500: "a fault of the desk",
    503: "the store cannot be read or written",
}


class Fault(BaseModel):
    """What went wrong."""

    status: int = Field(examples=[404])
    reason: str = Field(examples=["Not Found"])
    message: str = Field(examples=["no crisis is kept under 'x'"])


class Problem(BaseModel):
    """The one shape of errors."""

    error: Fault


PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": Problem, "description": f"{HTTPStatus(status).phrase}: {why}"}
    for status, why in _WHY.items()
}
"""The answers that every route may give beside its own."""

LIST: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "A part of the list, or the whole of it as a table",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["items", "total", "limit", "offset", "next"],
                    "properties": {
                        "items": {"type": "array", "items": {"type": "object"}},
                        "total": {"type": "integer", "minimum": 0},
                        "limit": {"type": "integer"},
                        "offset": {"type": "integer"},
                        "next": {"type": ["string", "null"]},
                    },
                },
                "example": {"items": [], "total": 0, "limit": 100, "offset": 0, "next": None},
            },
            "text/csv": {"schema": {"type": "string"}},
        },
    }
}
"""The answer of a route that lists."""

TABLE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The whole of it, or as a table",
        "content": {
            "application/json": {"schema": {"type": "object"}},
            "text/csv": {"schema": {"type": "string"}},
        },
    }
}
"""The answer of a route that tells one thing, of which a part is a table."""

OPTIONAL_TOKEN: Final[dict[str, Any]] = {"security": [{}, {"token": []}]}
"""For routes that write: the token is needed where the desk was started with one."""


def _real_day(day: str) -> str:
    date.fromisoformat(day)
    return day


IsoDay = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        examples=["2019-05-30"],
        # The pattern is ours; whoever reads the description knows days by their own name.
        json_schema_extra=lambda schema: (
            schema.pop("pattern", None),
            schema.update(format="date"),
        ),
    ),
    AfterValidator(_real_day),
]
"""A day that there is, as YYYY-MM-DD and in no other way."""

Day = Annotated[IsoDay | None, Query(description="a day, YYYY-MM-DD")]


class AnyWords(JSONResponse):
    """JSON of any characters whatever: what UTF-8 cannot write is escaped."""

    def render(self, content: Any) -> bytes:
        """The body."""
        text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        try:
            return text.encode()
        except UnicodeEncodeError:
            return json.dumps(content, allow_nan=False, separators=(",", ":")).encode()


def describe(app: FastAPI) -> None:
    """Let an application tell newcomers what its API is for and where it is.

    Args:
        app: with all its routes.
    """

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            told = get_openapi(
                title=app.title,
                version=app.version,
                summary=app.summary,
                description=DESCRIPTION.strip(),
                routes=app.routes,
                tags=TAGS,
                servers=[{"url": "/", "description": "this desk"}],
                license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
            )
            told.setdefault("components", {})["securitySchemes"] = {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "the token that the desk was started with",
                }
            }
            app.openapi_schema = told
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
