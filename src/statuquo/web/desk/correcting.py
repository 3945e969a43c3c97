"""The pages on which coded events are corrected: a report sentence by sentence, and the corrections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlencode

from fastapi import APIRouter, HTTPException, Path, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import ValidationError
from starlette.datastructures import FormData

from statuquo.crisis.corrections import Correction, sentence_start
from statuquo.web.desk.asking import part_of
from statuquo.web.desk.frame import Desk
from statuquo.web.desk.judging import NewCorrection, choices, judge, now, outcome_of, outcomes_of
from statuquo.web.desk.sentences import sentences_of
from statuquo.web.desk.shelf import ALL, Pictures

_ROWS = 50
_SIGNATURE = "statuquo-by"
"""Where a reader's name is kept, so that it is written once."""
_YEAR_SECONDS = 31_536_000
_MOST_FIELDS = 200
_FIELDS = (
    "kind",
    "event_id",
    "report_id",
    "start",
    "end",
    "words",
    "type",
    "modality",
    "by",
    "note",
)


def correcting(desk: Desk, may_write: Callable[[Request], None]) -> APIRouter:
    """The routes of these pages.

    Args:
        desk: what all pages share.
        may_write: raises where a request may not write.
    """
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    pictures = desk.pictures

    @router.get("/reports/{report_id:path}")
    def report(
        request: Request,
        report_id: Annotated[str, Path(max_length=500)],
        crisis: str = ALL,
        add: int | None = None,
    ) -> HTMLResponse:
        try:
            coded, outcomes = pictures.settled(report_id)
        except KeyError:
            raise HTTPException(404, f"no report is kept under {report_id!r}") from None
        marks = {one.event.id: one for one in outcomes if one.event and one.state == "applied"}
        return desk.shown(
            request, "report.html", crisis,
            coded=coded, sentences=sentences_of(coded), marks=marks, adding=add,
            unfound=[one for one in outcomes if one.state == "unfound"],
            **forms(request),
        )  # fmt: skip

    @router.get("/corrections")
    def corrections(
        request: Request, crisis: str = ALL, offset: Annotated[int, Query(ge=0)] = 0
    ) -> HTMLResponse:
        part = part_of(outcomes_of(pictures), _ROWS, offset)
        return desk.shown(request, "corrections.html", crisis, part=part, **forms(request))

    @router.post("/corrections")
    async def correct(request: Request) -> RedirectResponse:
        may_write(request)
        form = await request.form(max_files=0, max_fields=_MOST_FIELDS)
        made = await run_in_threadpool(judge, pictures, _new(form))
        answer = RedirectResponse(_place(pictures, made), 303)
        if made.by:
            answer.set_cookie(
                _SIGNATURE, quote(made.by), max_age=_YEAR_SECONDS, httponly=True, samesite="strict"
            )
        return answer

    @router.post("/corrections/{correction_id}/undo")
    def undo(request: Request, correction_id: str) -> RedirectResponse:
        may_write(request)
        if outcome_of(pictures, correction_id).state != "undone":
            pictures.undo_correction(correction_id, at=now(), by=_signature(request) or None)
        gone = outcome_of(pictures, correction_id).correction
        return RedirectResponse(_place(pictures, gone), 303)

    return router


def forms(request: Request) -> dict[str, Any]:
    """What the templates of corrections ask for."""
    return {"choices": choices(), "signature": _signature(request), "at_sentence": at_sentence}


def sentence_of_wrong(pictures: Pictures, event_id: str) -> str | None:
    """Where an event is struck out that somebody marked wrong; None for one that stands."""
    for one in pictures.corrections():
        if one.event_id == event_id and one.kind == "wrong" and one.undone is None:
            _, outcomes = pictures.settled(one.report_id)
            gone = any(
                each.correction.id == one.id and each.event and each.event.id == event_id
                for each in outcomes
            )
            return _place(pictures, one) if gone else None
    return None


def at_sentence(report_id: str, start: int, **asked: object) -> str:
    """The address of a sentence on its report's page."""
    query = f"?{urlencode(asked)}" if asked else ""
    return f"/reports/{quote(report_id, safe='')}{query}#s{start}"


def _place(pictures: Pictures, correction: Correction) -> str:
    """Where to see what became of a correction: its sentence, or the list where that is gone."""
    coded, _ = pictures.settled(correction.report_id)
    start = sentence_start(coded.text, correction.evidence)
    if start is None:
        return f"/corrections#{correction.id}"
    told = next((one for one in sentences_of(coded) if one.start <= start < one.end), None)
    return at_sentence(correction.report_id, told.start if told else start)


def _new(form: FormData) -> NewCorrection:
    """A form as what the API takes.

    Raises:
        HTTPException: a field is not what it must be.
    """
    fields: dict[str, Any] = {name: form[name] for name in _FIELDS if form.get(name)}
    for role in ("actor", "recipient"):
        columns = [form.getlist(f"{role}_{part}") for part in ("name", "code", "sector")]
        fields[f"{role}s"] = [
            {"name": name, "code": code or None, "sector": sector or None}
            for name, code, sector in zip(*columns, strict=False)
            if name or code
        ]
    try:
        return NewCorrection.model_validate(fields)
    except ValidationError as fault:
        told = "; ".join(
            f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in fault.errors()
        )
        raise HTTPException(422, told) from None


def _signature(request: Request) -> str:
    return unquote(request.cookies.get(_SIGNATURE, ""))
