"""What a report is: the value that every other room starts from."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import Literal

from statuquo.reports.dates import parse_day

Language = Literal["fr", "en", "es"]
LANGUAGES: tuple[Language, ...] = ("fr", "en", "es")

_log = logging.getLogger("statuquo.reports")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One news report, as it came.

    Args:
        text: the body, as it was read (HTML already reduced to text by the reader).
        id: the caller's own name for it; when empty, a hash of url, title and text.
        title: the headline, when the source tells it apart from the body.
        date: day of publication, ISO 8601 (``2019-05-30``), or None. A datetime, and the common
            ways of writing a day, become that; what names no single day becomes None, and a
            warning is logged.
        lang: ``fr``, ``en`` or ``es``; None means: find out.
        url: where it was published.
        outlet: who published it.
        source: file, line or URL that it was read from, for messages.

    >>> Report(text="La Russie soutient Caracas.").id
    'r-2f52ffcc094538e3'
    >>> Report(text="…", date="Thu, 30 May 2019 10:00:00 GMT").date
    '2019-05-30'
    """

    text: str
    id: str = ""
    title: str | None = None
    date: str | None = None
    lang: Language | None = None
    url: str | None = None
    outlet: str | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        if self.date is not None:
            day = parse_day(str(self.date), self.lang)
            if day is None:
                _log.warning("%s: the date %.40r names no single day", self.source, self.date)
            object.__setattr__(self, "date", day)
        if not self.id:
            key = "\x1f".join((self.url or "", self.title or "", self.text))
            digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            object.__setattr__(self, "id", f"r-{digest}")
