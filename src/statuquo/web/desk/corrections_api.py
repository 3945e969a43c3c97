"""The corrections in the REST API: said, listed, taken back."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from statuquo.crisis.corrections import Outcome
from statuquo.web.desk.answers import Paged, answered
from statuquo.web.desk.api import Writer
from statuquo.web.desk.describing import LIST, OPTIONAL_TOKEN
from statuquo.web.desk.judging import NewCorrection, judge, now, outcome_of, outcomes_of
from statuquo.web.desk.shelf import Pictures

Standing = Literal["applied", "agreed", "unfound", "undone"]


def corrections_api(pictures: Pictures, may_write: Writer) -> APIRouter:
    """The routes of the corrections.

    Args:
        pictures: what is corrected.
        may_write: raises where a request may not write.
    """
    router = APIRouter(prefix="/api/v1/corrections", tags=["corrections"])

    @router.get("", responses=LIST)
    def listed(
        request: Request,
        paging: Paged,
        report: Annotated[str | None, Query(description="id of a report")] = None,
        state: Annotated[Standing | None, Query(description="what became of it")] = None,
        history: Annotated[bool, Query(description="also those that were taken back")] = False,
    ) -> Response:
        """What people said of coded events, the latest first, and what became of it."""
        found = [
            one
            for one in outcomes_of(pictures)
            if report in (None, one.correction.report_id)
            and state in (None, one.state)
            and (history or state == "undone" or one.state != "undone")
        ]
        return answered(request, paging, found, _record)

    @router.post("", status_code=201, openapi_extra=OPTIONAL_TOKEN)
    def said(request: Request, new: NewCorrection) -> dict[str, Any]:
        """Mark an event wrong, change it, or add one that the coder missed."""
        may_write(request)
        return _record(outcome_of(pictures, judge(pictures, new).id))

    @router.get("/{correction_id}")
    def one(correction_id: str) -> dict[str, Any]:
        """One correction."""
        return _record(outcome_of(pictures, correction_id))

    @router.delete("/{correction_id}", openapi_extra=OPTIONAL_TOKEN)
    def undone(
        request: Request,
        correction_id: str,
        by: Annotated[str | None, Query(max_length=300, description="who takes it back")] = None,
    ) -> dict[str, Any]:
        """Take a correction back; the history keeps it."""
        may_write(request)
        if outcome_of(pictures, correction_id).state == "undone":
            raise HTTPException(404, f"{correction_id!r} is taken back already")
        pictures.undo_correction(correction_id, at=now(), by=by or None)
        return _record(outcome_of(pictures, correction_id))

    return router


def _record(outcome: Outcome) -> dict[str, Any]:
    event = outcome.event
    return {
        **outcome.correction.to_dict(),
        "state": outcome.state,
        "event": event.to_dict() if event else None,
    }
