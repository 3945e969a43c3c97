"""Reports: reading them from anywhere, cleaning them, telling their language.

    from statuquo.reports import clean, identify_language, read

    for report in read(["news/", "https://example.org/article", "-"], set_aside=print):
        cleaned = clean(report)
        lang = report.lang or identify_language(cleaned.text)

Everything downstream works on `Cleaned.text`; the report itself is kept as it came.
"""

from __future__ import annotations

from statuquo.reports.cleaning import Block, BlockKind, Cleaned, clean
from statuquo.reports.dates import parse_day
from statuquo.reports.files import Listeners, Unread
from statuquo.reports.identification import identify_language
from statuquo.reports.model import LANGUAGES, Language, Report
from statuquo.reports.reading import find, read

__all__ = [
    "LANGUAGES",
    "Block",
    "BlockKind",
    "Cleaned",
    "Language",
    "Listeners",
    "Report",
    "Unread",
    "clean",
    "find",
    "identify_language",
    "parse_day",
    "read",
]
