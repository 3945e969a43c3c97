"""Importing the room loads nothing heavy; what crosses processes survives pickling."""

from __future__ import annotations

import pickle
import subprocess
import sys

from statuquo.reports import Report, clean

HEAVY = (
    "babel",
    "http.client",
    "lxml",
    "numpy",
    "py3langid",
    "spacy",
    "trafilatura",
    "urllib.request",
)


def test_importing_and_cleaning_load_no_large_library() -> None:
    code = (
        "import sys, statuquo.reports as room\n"
        "room.clean(room.Report(text='La Russie soutient Caracas.'))\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_reports_and_cleaned_texts_can_be_sent_to_workers() -> None:
    report = Report(text="La Russie soutient Caracas.\n\nUne trêve\n\nElle tient.")
    cleaned = clean(report)
    assert pickle.loads(pickle.dumps(report)) == report
    assert pickle.loads(pickle.dumps(cleaned)) == cleaned
