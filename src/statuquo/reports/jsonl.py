"""Reports as JSON Lines: one object a line, at constant memory whatever the size of the stream."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator
from typing import IO, Any

from statuquo.errors import InputError
from statuquo.reports.decoding import decode, printable
from statuquo.reports.metadata import Tell, read_day, read_language
from statuquo.reports.model import Report

_CHUNK = 1 << 16


def read_lines(
    stream: IO[bytes], *, source: str, limit: int, set_aside: Tell, notice: Tell
) -> Iterator[Report]:
    """Reports from a stream of JSON Lines.

    Args:
        stream: the bytes, in UTF-8 or, with its mark, UTF-16.
        source: the name of the stream, for messages; the line is added to it.
        limit: the most characters that the text of one report may have. A line four times as long
            is skipped without being held.
        set_aside: called with what is wrong for each line that gives no report.
        notice: called with what was left out of a report that is read all the same.

    Yields:
        One report for each good line.
    """
    read_any = False
    for number, line in _lines(stream, 4 * limit):
        where = f"{source}:{number}"
        if line is None:
            message = f"the line is longer than {4 * limit:,} characters; a line holds one report"
            set_aside(InputError(message, where))
        elif not read_any and (line == "{" or line.startswith("[")):
            set_aside(_not_lines(line, source))
            return
        elif line:
            try:
                yield report_of(_fields(line, where), where, limit, notice)
            except InputError as problem:
                set_aside(problem)
        read_any = read_any or line != ""
    if not read_any:
        set_aside(InputError("is empty; nothing to read", source))


def _lines(stream: IO[bytes], limit: int) -> Iterator[tuple[int, str | None]]:
    """The lines and their numbers; None for one that is over the limit, which is never held."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    wide = None
    if buffered.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        wide = io.TextIOWrapper(buffered, "utf-16", errors="replace", newline="\n")

    def read(size: int) -> str:
        return wide.readline(size) if wide else decode(buffered.readline(size))

    try:
        number = 0
        while line := read(limit + 1):
            number += 1
            if len(line) <= limit or line.endswith("\n"):
                yield number, line.strip()
                continue
            while (rest := read(_CHUNK)) and not rest.endswith("\n"):
                pass
            yield number, None
    finally:
        if wide:
            wide.detach()


def _not_lines(line: str, source: str) -> InputError:
    recipe = "jq -c '.[]'" if line.startswith("[") else "jq -c ."
    return InputError(
        f"is JSON, but not JSON Lines; write one object a line, for example with: {recipe}", source
    )


def _fields(line: str, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except RecursionError:
        raise InputError(
            "the JSON is nested too deeply; give one flat object a line", where
        ) from None
    except ValueError as fault:
        # json tells the place in a line that is itself line 1 of 1.
        why = str(fault).split(": line 1", maxsplit=1)[0]
        raise InputError(f"is no JSON ({why}); write one object a line", where) from None
    if not isinstance(fields, dict):
        raise InputError(f'holds {_kind(fields)}, not an object like {{"text": …}}', where)
    return fields


def report_of(fields: dict[str, Any], where: str, limit: int, notice: Tell) -> Report:
    """A report from its fields, checked.

    Args:
        fields: ``text``, and where known ``id``, ``title``, ``date``, ``lang``, ``url``, ``outlet``.
        where: file and line, for messages.
        limit: the most characters that the text may have.
        notice: called with what was left out of a report that is read all the same.

    Raises:
        InputError: there is no text or too much, or a field is of the wrong kind.
    """
    text = _text(fields, "text", where)
    if text is None or not text.strip():
        raise InputError('has no "text"; a report needs at least that', where)
    if len(text) > limit:
        raise InputError(
            f"the text has {len(text):,} characters and a report may have {limit:,}; cut it into its reports",
            where,
        )
    lang = read_language(_text(fields, "lang", where), where)
    return Report(
        text=text,
        id=_text(fields, "id", where) or "",
        title=_text(fields, "title", where),
        date=read_day(_text(fields, "date", where), lang, where, notice),
        lang=lang,
        url=_text(fields, "url", where),
        outlet=_text(fields, "outlet", where),
        source=where,
    )


def _text(fields: dict[str, Any], key: str, where: str) -> str | None:
    """A text field; a number is taken as an id, as databases give them, and nowhere else."""
    value = fields.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise InputError(
            f'"{key}" is {_kind(value)} where text is needed; put it in quotation marks', where
        )
    return printable(value) or None if value else None


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if value is None:
        return "null"
    kinds = {str: "text", int: "a number", float: "a number", list: "a list", dict: "an object"}
    # A Parquet table may hold more than JSON can say.
    return kinds.get(type(value), f"of the kind {type(value).__name__!r}")
