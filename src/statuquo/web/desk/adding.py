"""The page that takes reports: pasted, dropped as files, or named by address; coded at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse
from starlette.datastructures import FormData, UploadFile
from starlette.types import Message

from statuquo.errors import InputError
from statuquo.events.record import CodedReport
from statuquo.reports.model import Report
from statuquo.web.desk.correcting import at_sentence
from statuquo.web.desk.frame import Desk
from statuquo.web.desk.sentences import Told, sentences_of
from statuquo.web.desk.shelf import ALL, Pictures

MOST_SENT = 25_000_000
"""So many bytes one sending may have."""
MOST_FILES = 100
MOST_REPORTS = 200
"""So many reports one sending may hold; more are for `statuquo add`."""
_SHOWN = 5
"""So many reports are shown sentence by sentence, the others by name."""
_LONGEST = {"text": 2_000_000, "title": 2000, "outlet": 500, "url": 4000}
_NOTHING_MORE = object()


@dataclass(slots=True)
class Taken:
    """What became of a sending.

    Args:
        coded: the reports, with all that is known of them, and whether each has a page of its own
            (not where the same report is kept under another id).
        aside: what gave no report, each said in a line.
        more: whether there were more reports than one sending may hold.
    """

    coded: list[tuple[CodedReport, bool]] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    more: bool = False

    @property
    def told(self) -> list[tuple[CodedReport, bool, tuple[Told, ...]]]:
        """The first reports sentence by sentence; of the others the sentences are left out."""
        return [
            (coded, has_page, sentences_of(coded) if n < _SHOWN else ())
            for n, (coded, has_page) in enumerate(self.coded)
        ]


def adding(desk: Desk, may_write: Callable[[Request], None], public_only: bool) -> APIRouter:
    """The routes of the page.

    Args:
        desk: what all pages share.
        may_write: raises where a request may not write.
        public_only: refuse addresses on this machine and its network.
    """
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
    pictures = desk.pictures

    def shown(request: Request, crisis: str, **values: Any) -> HTMLResponse:
        given = {"taken": None, "problem": "", "text": "", "url": "", **values}
        return desk.shown(
            request, "add.html", crisis,
            size=MOST_SENT // 1_000_000, most=MOST_REPORTS, at_sentence=at_sentence, marks={},
            **given,
        )  # fmt: skip

    @router.get("/add")
    def ask(request: Request, crisis: str = ALL) -> HTMLResponse:
        return shown(request, crisis)

    @router.post("/add")
    async def add(request: Request) -> HTMLResponse:
        may_write(request)
        whole = _limited(request)
        async with whole.form(max_files=MOST_FILES, max_fields=20, max_part_size=MOST_SENT) as form:
            sent = [
                (one.filename or "", await one.read())
                for one in form.getlist("files")
                if isinstance(one, UploadFile) and (one.filename or one.size)
            ]
            fields = _fields(form)
        return await run_in_threadpool(done, request, fields, sent)

    def done(
        request: Request, fields: dict[str, str], sent: list[tuple[str, bytes]]
    ) -> HTMLResponse:
        words = desk.words(request)
        if not sent and not fields.get("text") and not fields.get("url"):
            answer = shown(request, ALL, problem=words("give", "none"))
            answer.status_code = 422
            return answer
        taken = _take(pictures, fields, sent, public_only)
        if taken.coded:
            return shown(request, ALL, taken=taken)
        answer = shown(
            request, ALL, taken=taken, text=fields.get("text", ""), url=fields.get("url", "")
        )
        answer.status_code = 422
        return answer

    return router


def _take(
    pictures: Pictures, fields: dict[str, str], sent: list[tuple[str, bytes]], public_only: bool
) -> Taken:
    """Read, code and keep what was sent; whatever gives no report is named and set aside."""
    taken = Taken()

    def aside(problem: InputError) -> None:
        taken.aside.append(str(problem))

    reports = _reports(fields, sent, public_only, aside)
    for report in islice(reports, MOST_REPORTS):
        try:
            coded = pictures.add(report)
        except InputError as problem:
            aside(problem)
            continue
        taken.coded.append(_kept(pictures, coded))
    if len(taken.coded) >= MOST_REPORTS:
        taken.more = next(reports, _NOTHING_MORE) is not _NOTHING_MORE
    return taken


def _reports(
    fields: dict[str, str],
    sent: list[tuple[str, bytes]],
    public_only: bool,
    aside: Callable[[InputError], None],
) -> Iterator[Report]:
    from statuquo.reports.sent import read_address_sent, read_file_sent

    if fields.get("text"):
        yield Report(
            text=fields["text"],
            title=fields.get("title"),
            date=fields.get("date"),
            outlet=fields.get("outlet"),
        )
    for name, raw in sent:
        yield from read_file_sent(name, raw, set_aside=aside)
    if fields.get("url"):
        yield from read_address_sent(
            fields["url"].strip(), set_aside=aside, public_only=public_only
        )


def _kept(pictures: Pictures, coded: CodedReport) -> tuple[CodedReport, bool]:
    """The report as it is kept, with its corrections; as coded where it is kept by another id."""
    try:
        return pictures.settled(coded.report.id)[0], True
    except KeyError:
        return coded, False


def _fields(form: FormData) -> dict[str, str]:
    """The written fields that were filled in.

    Raises:
        HTTPException: one is too long, or the date is none.
    """
    found: dict[str, str] = {}
    for name in ("text", "title", "date", "outlet", "url"):
        value = form.get(name)
        if not isinstance(value, str) or not value.strip():
            continue
        if len(value) > _LONGEST.get(name, 10):
            raise HTTPException(422, f"{name}: is too long")
        found[name] = value
    return found


def _limited(request: Request) -> Request:
    """The same request, given up when it brings more than a sending may have.

    Raises:
        HTTPException: it says itself that it does (413).
    """
    too_large = HTTPException(
        413, f"is larger than {MOST_SENT // 1_000_000} MB; add large files with: statuquo add"
    )
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > MOST_SENT:
        raise too_large
    came = 0

    async def receive() -> Message:
        nonlocal came
        message = await request.receive()
        came += len(message.get("body", b""))
        if came > MOST_SENT:
            raise too_large
        return message

    return Request(request.scope, receive)
