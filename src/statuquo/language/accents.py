"""Spanish written without its accents: «un grupo ataco la poblacion», headlines, telex and old files.

The model and the lexicon read «atacó» and «población». A copy of the same length is given to them,
with the accents that the words of the lexicon and the endings of the language ask for; a text that
bears an accent anywhere is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_BARE = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")
_ACCENTED = re.compile("[áéíóúñÁÉÍÓÚÑ]")
_WORD = re.compile(r"[^\W\d_]+")
_TON = re.compile(r"[a-z]{2,}[cs]ion")
"""«-ción», «-sión», «-xión»: no word ends so without its accent."""
_SHIFTED = re.compile(r"\b[A-Z]+[aeioun]{1,2}[A-Z]+\b")
"""«BOLiVAR», «PUERTO ASiS»: capitals whose accented letters were lost on the way."""
_AR = (("o", "ó"), ("ara", "ará"), ("aran", "arán"), ("aria", "aría"), ("arian", "arían"))
_ER = (
    ("io", "ió"), ("ia", "ía"), ("ian", "ían"), ("era", "erá"), ("eran", "erán"), ("ira", "irá"),
    ("iran", "irán"), ("iria", "iría"), ("eria", "ería"), ("irian", "irían"), ("erian", "erían"),
)  # fmt: skip
_NOMINAL = frozenset(
    ["a", "al", "ante", "aquel", "bajo", "cada", "cierto", "con", "contra", "de", "del", "desde", "el",
     "en", "entre", "ese", "este", "gran", "hacia", "hasta", "la", "las", "lo", "los", "mi", "nuevo",
     "otro", "para", "por", "presunto", "primer", "segundo", "sin", "sobre", "su", "sus", "todo",
     "tras", "un", "una", "unas", "unos", "y"]
)  # fmt: skip
"""After these «secuestro», «ataque», «asesino» are nouns."""


class Accents:
    """Gives the words of one language back the accents that a text has lost.

    Args:
        words: words that bear an accent; their plurals and feminines follow.
        verbs: infinitives, whose preterites, imperfects and futures follow.

    >>> accents = Accents(["policía", "después"], ["atacar", "herir"])
    >>> accents.restored("La policia ataco a un grupo despues de la manifestacion.")
    'La policía atacó a un grupo después de la manifestación.'
    >>> accents.restored("El ataco de ayer")
    'El ataco de ayer'
    """

    def __init__(self, words: Iterable[str], verbs: Iterable[str]) -> None:
        given = frozenset(words)
        self._words: dict[str, str] = {}
        for word in given:
            for form in _forms(word):
                bare = form.translate(_BARE)
                if bare != form and bare not in given:
                    self._words[bare] = form
        self._verbs: dict[str, str] = {}
        for verb in verbs:
            for form, accented in _conjugated(verb):
                self._verbs.setdefault(form, accented)

    def restored(self, text: str) -> str:
        """The text with its accents, letter for letter; itself where it has lost none."""
        if _ACCENTED.search(text):
            return text
        found = list(_WORD.finditer(text))
        lost = any(m[0].lower() in self._words or _TON.fullmatch(m[0].lower()) for m in found)
        if not lost and not _SHIFTED.search(text):
            return text
        letters = list(text)
        before = ""
        for m in found:
            word = m[0]
            letters[m.start() : m.end()] = self._restored(word, before)
            before = word.lower()
        return "".join(letters)

    def _restored(self, word: str, before: str) -> str:
        lower = word.lower()
        accented = self._words.get(lower)
        if accented is None and _TON.fullmatch(lower):
            accented = f"{lower[:-2]}ón"
        if accented is None and word.islower() and before and before not in _NOMINAL:
            accented = self._verbs.get(lower)
        if accented is None or len(accented) != len(word):
            return word
        return "".join(
            a.upper() if letter.isupper() else a for a, letter in zip(accented, word, strict=True)
        )


def _forms(word: str) -> tuple[str, ...]:
    """A word with its plural and, for «-ico», its feminine: the accent stays where it is.

    >>> _forms("médico"), _forms("misión")
    (('médico', 'médicos', 'médica', 'médicas'), ('misión',))
    """
    if word.endswith("o"):
        return (word, f"{word}s", f"{word[:-1]}a", f"{word[:-1]}as")
    if word[-1] in "aeií":
        return (word, f"{word}s")
    return (word,)


def _conjugated(verb: str) -> Iterable[tuple[str, str]]:
    """Forms of a verb that bear an accent, each after its bare spelling."""
    stem, ending = verb[:-2], verb[-2:]
    if ending == "ar":
        yield from ((stem + bare, stem + accented) for bare, accented in _AR)
    elif ending in ("er", "ir"):
        yield from ((stem + bare, stem + accented) for bare, accented in _ER)
