"""Lists as answers of the API: a part of them as JSON that names the next, or all of them as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal

from fastapi import Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, Field

from statuquo.web.desk.asking import MOST, csv_of, part_of
from statuquo.web.desk.describing import AnyWords

CrisisName = Annotated[str, Query(description="id of a crisis; all that is kept by default")]


class Paging(BaseModel):
    """Which part of a list, and how."""

    limit: int = Field(default=100, ge=1, le=MOST)
    offset: int = Field(default=0, ge=0, le=10_000_000)
    format: Literal["json", "csv"] = "json"


Paged = Annotated[Paging, Query()]


def answered(
    request: Request,
    paging: Paging,
    items: Iterable[Any],
    record: Callable[[Any], dict[str, Any]] = lambda item: item.to_dict(),
) -> Response:
    """A part of a list as JSON, or the whole of it as CSV.

    Args:
        request: what is asked, to name the next part.
        paging: which part.
        items: the whole list.
        record: makes an item of the answer out of one of the list, which knows it itself when this
            is left out.
    """
    every = list(items)
    if paging.format == "csv":
        return StreamingResponse(
            csv_of(record(item) for item in every),
            media_type="text/csv; charset=utf-8",
            headers={"content-disposition": "attachment; filename=statuquo.csv"},
        )
    part = part_of(every, paging.limit, paging.offset)
    following = request.url.include_query_params(offset=part.offset + part.limit)
    return AnyWords(
        {
            "items": [record(item) for item in part.items],
            "total": part.total,
            "limit": part.limit,
            "offset": part.offset,
            "next": f"{following.path}?{following.query}" if part.has_next else None,
        }
    )
