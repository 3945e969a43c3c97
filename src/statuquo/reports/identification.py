"""Which language a report is written in: French, English, Spanish, or one that is not read.

py3langid scores 139 languages and a class of its own for what is no language at all. It is asked
for one thing: does the best of ours stand up to the best of the others? Dialects and creoles that
news in our languages is often taken for count as their parent. docs/reports.md has the comparison
with its rivals.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from statuquo.errors import UnknownLanguage
from statuquo.reports.model import LANGUAGES, Language

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_PARENTS = {"an": "es", "ext": "es", "pcm": "en"}
"""Aragonese, Extremaduran and Nigerian Pidgin: headlines fall to them by the letter."""

_NO_LANGUAGE = "zxx"

_BENEFIT = 2.0
"""How much likelier another language must be: reports in ours are what the program is given."""

_LEAST = 0.03
"""Below this the best of 139 languages is no more than chance."""

_SAMPLE = 2000
"""Characters taken from each of three places of a long report."""

_URL = re.compile(r"\bhttps?://\S+|\bwww\.\S+")
_WORD = re.compile(r"[^\W\d_]+")


def identify_language(text: str) -> Language:
    """The language that a text is written in.

    Args:
        text: a report or a sentence; capitals alone are read as well.

    Returns:
        ``fr``, ``en`` or ``es``.

    Raises:
        UnknownLanguage: it is in another language, which is named where it can be told, or in
            none.

    >>> identify_language("Moscou a confirmé l'envoi de soldats au Venezuela.")
    'fr'
    >>> identify_language("EL GOBIERNO RECHAZA LAS SANCIONES DE WASHINGTON")
    'es'
    """
    sample = _URL.sub(" ", _sample(text)).lower()
    if not _WORD.search(sample):
        raise UnknownLanguage("the text holds no words, so its language cannot be told")
    scores = dict(_identifier().rank(sample))
    for dialect, parent in _PARENTS.items():
        scores[parent] += scores.pop(dialect)
    ours = max(LANGUAGES, key=scores.__getitem__)
    other = max(scores.keys() - set(LANGUAGES), key=lambda name: (scores[name], name))
    if scores[ours] >= _LEAST and scores[ours] * _BENEFIT >= scores[other]:
        return ours
    raise UnknownLanguage(_refusal(other, scores[other]))


@cache
def _identifier() -> LanguageIdentifier:
    """The model, loaded once in a process; it never changes after that."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _sample(text: str) -> str:
    """The whole of a short text; beginning, middle and end of a long one."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = (len(text) - _SAMPLE) // 2
    parts = (text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:])
    return "\n".join(parts)


def _refusal(name: str, score: float) -> str:
    remedy = "if it is one of these, give its lang"
    read = "statuquo reads French (fr), English (en) and Spanish (es)"
    if name == _NO_LANGUAGE or score < _LEAST:
        return f"the language of the text cannot be told; {read}: {remedy}"
    from babel import Locale

    full = Locale("en").languages.get(name, name)
    return f"the text seems to be {full} ({name}); {read}: {remedy}"
