"""Which words of a text can be forms of which lemmas, before anything is parsed.

The lemmatizers of the models are rules and lists: «-aient» → «-er», «pris» → «prendre». Read
backwards, they tell how a form of a lemma may begin and how it may go on. The answer is generous:
every word that the pipeline may give the lemma is found, and some others.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from statuquo.reports.model import Language

_NOMINAL = {
    "": frozenset({"s", "es", "a", "as"}), "o": frozenset({"os", "a", "as"}), "a": frozenset({"as"}),
    "z": frozenset({"ces"}),
}  # fmt: skip
"""Endings of Spanish nouns and adjectives, by that of the lemma; the many of verbs are not for them."""
_INFINITIVE = ("ar", "er", "ir")
_TURNS = (("e", "ie"), ("e", "i"), ("o", "ue"), ("o", "u"), ("u", "ue"), ("i", "ie"))
"""Vowels of Spanish stems that turn into others: «negar», «niega»; «pedir», «pide»."""
_ADDED: Mapping[Language, tuple[tuple[str, str], ...]] = {
    # what the repairs of the parse undo, besides the model's own rules (ending, lemma's ending)
    "fr": (("ant", "er"), ("ante", "er"), ("ants", "er"), ("ee", "er"), ("ie", "ir"), ("ue", "re"),
           ("u", "oir"), ("ue", "oir"), ("u", "re"), ("us", "re"), ("es", ""), ("e", ""), ("s", "")),
    "es": (("ado", "ar"), ("ada", "ar"), ("ido", "er"), ("ida", "er"), ("ido", "ir"), ("ida", "ir"),
           ("ando", "ar"), ("iendo", "er"), ("iendo", "ir"), ("yendo", "er"), ("yendo", "ir"),
           ("a", "ar"), ("e", "er"), ("e", "ir"), ("s", ""), ("es", ""), ("a", "o"), ("as", "o"),
           ("ces", "z")),
    "en": (("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e")),
}  # fmt: skip


_HARDLY_VERBS: Mapping[Language, frozenset[str]] = {
    "fr": frozenset(
        ["de", "la", "le", "les", "des", "un", "une", "second", "seconde", "secondes", "equipe", "equipes",
         "uni", "unis", "distance", "distances", "celebre", "celebres"]
    ),
    "es": frozenset(
        ["como", "de", "di", "entre", "equipo", "equipos", "esposa", "esposas", "media",
         "medios", "para", "si", "sobre", "ultima", "ultimas", "ultimo", "ultimos", "victima", "victimas"]
    ),
    "en": frozenset({"of", "to"}),
}  # fmt: skip
"""Words that look like forms of verbs («dé», «paró», «équipe») and are others nearly always."""


_ADDED_FORMS: Mapping[Language, tuple[tuple[str, str], ...]] = {
    "fr": (),
    "es": (("muerto", "matar"), ("muerta", "matar"), ("muertos", "matar"), ("muertas", "matar")),
    "en": (("is", "be"), ("'s", "be"), ("'re", "be"), ("'m", "be"), ("had", "have"), ("'ve", "have"),
           ("'s", "have"), ("'d", "have"), ("does", "do"), ("did", "do"), ("t", "not"), ("'ll", "will")),
}  # fmt: skip
"""Forms that neither rules nor lists know, or that the repairs of the parse read otherwise."""


class Start(NamedTuple):
    """How forms of a lemma begin.

    Args:
        text: the beginning, plain (see `plain`).
        lemma: the lemma.
        endings: what may follow; empty where the beginning is the whole form.
    """

    text: str
    lemma: str
    endings: frozenset[str]


def plain(text: str) -> str:
    """Lower case without accents; everything but letters and digits becomes a blank.

    >>> plain("L’Élysée a-t-il «menacé» ?")
    'l elysee a t il  menace   '
    """
    return text.lower().translate(_PLAIN)


class _Plain(dict[int, str]):
    """What each character becomes, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        first = unicodedata.normalize("NFD", char)[0]
        self[code] = first if first.isalnum() else " "
        return self[code]


_PLAIN = _Plain()


def starts(
    lemmas: Iterable[str], lang: Language, lookups: Any, corrected: Mapping[str, str]
) -> Iterator[Start]:
    """How every form begins that can have one of these lemmas.

    Args:
        lemmas: the lemmas, in lower case.
        lang: their language.
        lookups: the tables of the model's lemmatizer.
        corrected: word forms whose lemma the lexicon sets right, with that lemma.
    """
    wanted = frozenset(lemmas)
    endings = _endings(lookups, lang)
    for lemma in sorted(wanted):
        verbal = lang != "es" or plain(lemma).strip().endswith(_INFINITIVE)
        yield from _regular(lemma, lang, endings if verbal else _NOMINAL)
    for form, lemma in (*_listed(lookups), *corrected.items(), *_ADDED_FORMS[lang]):
        whole = plain(form).strip()
        if lemma in wanted and whole and (whole not in _HARDLY_VERBS[lang] or whole == lemma):
            yield Start(whole, lemma, frozenset())


def _regular(lemma: str, lang: Language, endings: Mapping[str, frozenset[str]]) -> Iterator[Start]:
    bare = plain(lemma).strip()
    longest = max(map(len, endings))
    for cut in range(max(0, len(bare) - longest), len(bare) + 1):
        stem, rest = bare[:cut], bare[cut:]
        following = endings.get(rest)
        if following is None and rest:
            continue
        following = (following or frozenset()) | {rest}
        others = _HARDLY_VERBS[lang] - {bare}
        following = frozenset(ending for ending in following if stem + ending not in others)
        if not stem:
            yield from (Start(form, lemma, frozenset()) for form in following if form.strip())
            continue
        yield Start(stem, lemma, following)
        if lang == "es" and rest in _TURNING:
            yield from (Start(turned, lemma, following) for turned in _turned(stem))
        if lang == "en" and not rest and stem[-1:] not in "aeiouy":
            doubled = frozenset({"ed", "ing", "er"})  # "barred", "barring"
            yield Start(stem + stem[-1], lemma, doubled)


_TURNING = frozenset({"ar", "er", "ir", "zar", "car", "gar", "cer", "gir", "guir", "r", "cir"})


def _turned(stem: str) -> Iterator[str]:
    for vowel, turned in _TURNS:
        at = stem.rfind(vowel)
        while at >= 0:
            yield stem[:at] + turned + stem[at + 1 :]
            at = stem.rfind(vowel, 0, at)


def _endings(lookups: Any, lang: Language) -> dict[str, frozenset[str]]:
    """Ending of a lemma → endings that its forms may have in that place."""
    found: dict[str, set[str]] = defaultdict(set)
    rules = [rule for table in lookups.get_table("lemma_rules").values() for rule in table]
    for old, new in (*rules, *_ADDED[lang]):
        found[plain(new)].add(plain(old))
    return {new: frozenset(old) for new, old in found.items()}


def _listed(lookups: Any) -> Iterator[tuple[str, str]]:
    """The forms whose lemmas the model has by heart."""
    for table in lookups.get_table("lemma_exc").values():
        for form, lemmas in table.items():
            for lemma in lemmas:
                yield form, lemma


_CLITICS = re.compile("^(.*?)(?:me|te|se|nos|os|l[aeo]s?){1,2}$")


def without_clitics(ending: str) -> str | None:
    """A Spanish ending without the pronouns joined to it, or None where none is.

    >>> without_clitics("andola"), without_clitics("ar")
    ('ando', None)
    """
    joined = _CLITICS.match(ending)
    return joined[1] if joined else None
