"""What a page tells as known, asked or possible: history, questions, interviews."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statuquo.entities.page import Page
from statuquo.events.record import Modality
from statuquo.language.grammar import Sentence, Token

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_YEAR = re.compile(r"1\d{3}|20\d{2}")
_GENERATION = 45
_UNDATED = 2000
_PAST = 3
"""Years after which what a verb dates («en 2014 renunció») is told as background."""
_WITHIN = frozenset({"en", "durante", "bajo"})
_SPANS = frozenset(
    {"abril", "agosto", "año", "diciembre", "enero", "febrero", "fin", "final", "invierno", "julio",
     "junio", "marzo", "mayo", "mediados", "mes", "noviembre", "octubre", "otoño", "primavera",
     "principio", "septiembre", "setiembre", "verano"}
)  # fmt: skip
_ERAS = frozenset(
    {"dictadura", "entreguerras", "franquismo", "nazismo", "porfiriato", "posguerra", "postguerra",
     "virreinato"}
)  # fmt: skip
_DECADES = frozenset(
    {"veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"}
)
_ASKING = frozenset(
    {"cuál", "cuáles", "cuándo", "cuánto", "cuántos", "dónde", "qué", "quién", "quiénes"}
)
_INTERVIEW = re.compile(r"^\s*(?:P|R)\.\s")


def is_background(sentence: Sentence, item: Draft, page: Page) -> bool:
    """Whether a Spanish sentence tells the act as known, possible or asked, not as news.

    Args:
        sentence: the sentence.
        item: the draft.
        page: tells the year of the report.
    """
    return sentence.lang == "es" and (
        _is_dated_back(sentence, item, page)
        or _is_only_possible(item)
        or _is_asked(sentence, item)
        or _INTERVIEW.match(sentence.text) is not None
    )


def _is_only_possible(item: Draft) -> bool:
    """«si cortan la ayuda», «podría protestar»: what may be is no news; a rumour («habría cortado») is."""
    rumoured = any(step.startswith("conditional") for step in item.told.route)
    return item.modality is Modality.HYPOTHETICAL and not rumoured


def _is_asked(sentence: Sentence, item: Draft) -> bool:
    """«¿Apoyará el partido al ministro?», «saber quién va a la manifestación»: a question tells nothing."""
    tokens, i = sentence.tokens, item.match.i
    before = [t.text for t in tokens[:i] if t.text in ("¿", "?")]
    if before[-1:] == ["¿"]:
        return True
    for token in (tokens[i], *sentence.above(i)):
        if sentence.is_verb(token.i):
            inner = (token, *sentence.kids(token.i))
            asked = any(t.lower in _ASKING for t in inner) or any(
                kid.lower in _ASKING for t in inner[1:] for kid in sentence.kids(t.i, "det")
            )
            return asked and token.dep not in ("root", "conj")
    return False


def is_history(sentence: Sentence, page: Page) -> bool:
    """«Filipinas fue conquistada por los españoles en 1565»: the only years that a sentence names lie
    a generation back."""
    now = page.year or _UNDATED
    years = [int(t.text) for t in sentence.tokens if _YEAR.fullmatch(t.text)]
    return bool(years) and max(years) < now - _GENERATION


def _is_dated_back(sentence: Sentence, item: Draft, page: Page) -> bool:
    """«En agosto de 1999 fue ministro y renunció al mes», «el golpe de 1973»: the words that tell the
    act, and they alone, date it years back. A year further below («condenado por matar en 1999») dates
    something else, and only a verb in a past tense tells the past."""
    if page.year is None:
        return False
    last = page.year - _PAST
    i = item.match.i
    if item.match.kind == "noun" and any(
        _is_long_past(sentence, kid, last) for kid in sentence.kids(i, "nmod") if kid.case == "de"
    ):
        return True
    at = next(iter(sentence.carriers(i)), i) if item.match.kind == "noun" else i
    while True:
        token = sentence.tokens[at]
        if _tells_past(sentence, at) and any(
            kid.case in _WITHIN
            and _is_beside(sentence, kid.i, at)
            and _is_long_past(sentence, kid, last)
            for kid in sentence.kids(at, "obl", "nmod", "advmod")
        ):
            return True
        if token.dep != "conj" or token.head == at:
            return False
        at = token.head


def _tells_past(sentence: Sentence, at: int) -> bool:
    finite = (sentence.tokens[at], *sentence.kids(at, "aux", "aux:pass"))
    return any(t.feats.get("Tense") in ("Past", "Imp") for t in finite)


def _is_beside(sentence: Sentence, time: int, verb: int) -> bool:
    """Whether a time stands before its verb or right after it: later it may be that of an object."""
    return time < verb or not any(
        t.pos in ("NOUN", "PROPN", "VERB") and t.lemma not in _SPANS
        for t in sentence.tokens[verb + 1 : time]
    )


def _is_long_past(sentence: Sentence, token: Token, last: int) -> bool:
    """«en 1999», «en agosto de 1999», «en los años ochenta», «durante el franquismo»."""
    if token.lemma in _ERAS:
        return not sentence.kids(token.i, "nmod")  # «la dictadura de Maduro» goes on
    if _YEAR.fullmatch(token.text):
        return int(token.text) <= last
    if token.lower != "años" and token.lemma not in _SPANS:
        return False
    below = sentence.kids(token.i, "nmod", "compound", "nummod", "appos", "flat")
    if token.lower == "años" and any(kid.lower in _DECADES for kid in below):
        return True
    return any(_is_long_past(sentence, kid, last) for kid in below)
