"""What a page tells as known, asked or possible: history, questions, interviews."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statuquo.entities.page import Page
from statuquo.events.mentions import is_mentioned
from statuquo.events.record import Modality
from statuquo.language.grammar import Sentence, Token

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_YEAR = re.compile(r"1\d{3}|20\d{2}")
_GENERATION = 45
_UNDATED = 2000
_BORN = frozenset({"naquit", "né", "née", "nés"})
_PAST = 3
"""Years after which what a verb dates («en 2014 renunció») is told as background."""
_LONG_AGO = (
    "world war i", "world war two", "world war one", "first world war", "second world war",
    "première guerre mondiale", "seconde guerre mondiale", "deuxième guerre mondiale",
    "primera guerra mundial", "segunda guerra mundial", " i guerra mundial", " ii guerra mundial",
    "guerre des six jours", "six-day war", "guerra de los seis días",
)  # fmt: skip
_WITHIN = frozenset(
    {"en", "desde", "durante", "bajo", "in", "during", "durant", "lors_de", "pendant"}
)
_SPANS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "spring", "summer", "autumn", "winter", "year", "early", "late",
     "abril", "agosto", "año", "comienzo", "diciembre", "década", "mitad", "enero", "febrero", "fin", "final", "invierno", "julio",
     "junio", "marzo", "mayo", "mediados", "mes", "noviembre", "octubre", "otoño", "primavera",
     "principio", "septiembre", "setiembre", "verano",
     "année", "août", "automne", "avril", "décembre", "début", "février", "hiver", "janvier", "juillet", "juin", "mai",
     "mars", "novembre", "octobre", "printemps", "septembre", "été"}
)  # fmt: skip
_ERAS = frozenset(
    {"dictadura", "entreguerras", "franquismo", "nazismo", "porfiriato", "posguerra", "postguerra",
     "virreinato"}
)  # fmt: skip
_DECADES = frozenset(
    {"veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"}
)
_ROMAN = re.compile("[IVX]+")
_CLAUSES = frozenset(
    {"acl", "advcl", "comp", "conj", "nmod", "obj", "obl", "relcl", "subj", "xcomp"}
)
_LAPSES = frozenset({"antes", "atrás", "después", "más", "siguiente"})
_ASKING = frozenset(
    {"cuál", "cuáles", "cuándo", "cuánto", "cuántos", "dónde", "qué", "quién", "quiénes"}
)
_WONDERING = frozenset({"averiguar", "conocer", "ignorar", "preguntar", "saber"})
_INTERVIEW = re.compile(r"^\s*(?:P|R)\.\s")


def is_background(sentence: Sentence, item: Draft, page: Page) -> bool:
    """Whether a sentence tells the act as known, possible or asked, not as news: in English only
    what is dated years back or only may be, in French also what `statuquo.events.mentions` finds named in passing.

    Args:
        sentence: the sentence.
        item: the draft.
        page: tells the year of the report.
    """
    if sentence.lang == "en":
        return _is_dated_back(sentence, item, page) or _is_only_possible(sentence, item)
    if sentence.lang == "fr":
        return (
            _is_dated_back(sentence, item, page)
            or _is_only_possible(sentence, item)
            or is_mentioned(sentence, item)
        )
    return sentence.lang == "es" and (
        _is_dated_back(sentence, item, page)
        or _is_only_possible(sentence, item)
        or _is_asked(sentence, item)
        or _is_denial(sentence, item)
        or _is_unrealised(sentence, item)
        or _INTERVIEW.match(sentence.text) is not None
    )


def _is_only_possible(sentence: Sentence, item: Draft) -> bool:
    """«si cortan la ayuda», «el único modo de acabar con …»: what may be is no news; a rumour («habría
    cortado») is, and what one side, by the main clause, may do to another («podría atacar a …»)."""
    if item.modality is not Modality.HYPOTHETICAL:
        return False
    if any(step.startswith("conditional") for step in item.told.route):
        # «aurait livré» is hearsay; «pourrait livrer» in French is mostly analysis
        return sentence.lang == "fr" and not _is_hearsay(sentence, item)
    if sentence.lang == "es" and any(
        aux.lemma == "poder" and (aux.feats.get("Mood"), aux.feats.get("Tense")) == ("Ind", "Pres")
        for aux in sentence.kids(item.match.i, "aux")
    ):
        return True  # «los candidatos pueden recurrir»: they are free to
    told = ("root", "comp") if sentence.lang == "en" else ("root",)
    main = sentence.tokens[item.match.i].dep in told
    return not (main and item.actors and item.recipients)


def _is_hearsay(sentence: Sentence, item: Draft) -> bool:
    """«aurait demandé», «auraient été arrêtés», «il aurait pris part à l'attaque»."""
    tokens, i = sentence.tokens, item.match.i
    auxiliaries = (
        kid for t in (tokens[i], *sentence.above(i)) for kid in sentence.kids(t.i, "aux")
    )
    return any(a.lemma in ("avoir", "être") and a.feats.get("Mood") == "Cnd" for a in auxiliaries)


def _is_denial(sentence: Sentence, item: Draft) -> bool:
    """«rechazó que se **haya** pactado nada»: what he rejects is the claim."""
    if item.modality is not Modality.REFUSED or item.told.governor is None:
        return False
    auxiliaries = sentence.kids(item.match.i, "aux")
    return any(a.lemma == "haber" and a.feats.get("Mood") == "Sub" for a in auxiliaries)


def _is_unrealised(sentence: Sentence, item: Draft) -> bool:
    """«los medios que le **hubieran** permitido exigir …»: the mood tells that it has not come about."""
    for token in (sentence.tokens[item.match.i], *sentence.above(item.match.i)):
        if not sentence.is_verb(token.i):
            continue
        finite = (token, *sentence.kids(token.i, "aux", "aux:pass"))
        if any(t.lower.startswith(("hubier", "hubies")) for t in finite):
            return token.dep == "relcl"
        if token.feats.get("VerbForm") != "Inf":
            return False
    return False


def _is_asked(sentence: Sentence, item: Draft) -> bool:
    """«¿Apoyará el partido al ministro?», «saber quién va a la manifestación»: a question tells nothing."""
    tokens, i = sentence.tokens, item.match.i
    before = [t.text for t in tokens[:i] if t.text in ("¿", "?")]
    if before[-1:] == ["¿"]:
        return True
    for token in (tokens[i], *sentence.above(i)):
        if sentence.is_verb(token.i):
            finite = (token, *sentence.kids(token.i, "aux", "aux:pass", "cop"))
            if token.mark == "si" and any(
                t.feats.get("Mood") == "Cnd" or t.feats.get("Tense") == "Fut" for t in finite
            ):
                return True  # after «si» these tell a question, never a condition
            inner = (token, *sentence.kids(token.i))
            asked = any(t.lower in _ASKING for t in inner) or any(
                kid.lower in _ASKING for t in inner[1:] for kid in sentence.kids(t.i, "det")
            )
            return asked and (
                token.dep not in ("root", "conj") or sentence.tokens[token.head].lemma in _WONDERING
            )
    return False


def is_history(sentence: Sentence, page: Page) -> bool:
    """«Filipinas fue conquistada por los españoles en 1565»: the only years that a sentence names lie
    a generation back, or a war that nobody has seen."""
    if any(war in sentence.text.lower() for war in _LONG_AGO):
        return True
    now = page.year or _UNDATED
    years = [
        int(t.text)
        for t in sentence.tokens
        if _YEAR.fullmatch(t.text)
        and not any(b.lower in _BORN for b in sentence.tokens[max(0, t.i - 4) : t.i])
    ]
    return bool(years) and max(years) < now - _GENERATION


def _is_dated_back(sentence: Sentence, item: Draft, page: Page) -> bool:
    """«En agosto de 1999 fue ministro y renunció al mes», «el golpe de 1973», «hace quince años»: the
    words that tell the act, and they alone, date it years back. A year further below («condenado por
    matar en 1999») dates something else, and only a verb in a past tense tells the past."""
    i = item.match.i
    at = next(iter(sentence.carriers(i)), i) if item.match.kind == "noun" else i
    if _is_years_apart(sentence, at) or _is_measured_from(sentence, at):
        return True
    if sentence.lang == "es" and _is_aside_of_aside(sentence, at):
        return True
    last = (page.year or 0) - _PAST  # without a year only decades and eras tell
    things = [i] if item.match.kind == "noun" else [k.i for k in sentence.kids(i, "obj")]
    of = {"de"} if sentence.lang == "en" else {"de", "en"}  # «los intentos de golpe en 1981»
    if sentence.lang == "fr":
        # «visée par un attentat en 2010», «cédé à son frère en 2006»
        things += [k.i for k in sentence.kids(i, "agent", "nmod", "obl")]
    if any(
        _is_long_past(sentence, kid, last)
        for j in things
        for kid in sentence.kids(j, "nmod")
        if kid.case in of and (j == i or item.match.kind == "noun" or _tells_past(sentence, at))
    ):
        return True
    told = at
    while True:
        token = sentence.tokens[at]
        if sentence.lang == "es" and _is_when(sentence, token, last):
            return True
        if _tells_past(sentence, at) and any(
            _dates(sentence, kid, at, last, told=at == told)
            for kid in sentence.kids(at, "obl", "nmod", "advmod")
        ):
            return True
        if token.dep not in _CLAUSES or token.head == at:
            return False
        at = token.head  # what hangs on a deed of long ago is as old


def _dates(sentence: Sentence, time: Token, verb: int, last: int, *, told: bool) -> bool:
    """Whether a time dates its verb long back; a bare day (French) only the verb that tells the act."""
    if time.case in _WITHIN:
        if sentence.lang == "es" and _is_of_its_clause(sentence, time, verb, last - _PAST):
            return True
        near = _is_beside(sentence, time.i, verb)
    else:
        near = told and time.case is None and sentence.lang == "fr" and _is_day(time)
    return near and _is_long_past(sentence, time, last)


def _is_years_apart(sentence: Sentence, at: int) -> bool:
    """«llegó hace quince años», «al año siguiente detuvo a …», «renunció dos años después», «il y a
    quinze ans», «deux ans plus tôt»."""
    tokens = sentence.tokens
    if sentence.lang == "fr":
        return any(
            year.lower == "ans" and _is_lapse(sentence, year) and at in _verbs_of(sentence, year)
            for year in tokens
        )
    for year in tokens[1:]:
        if year.lemma not in ("año", "década") or year.i + 1 >= len(tokens):
            continue
        ago = tokens[year.head].lower == "hace" and _is_many(sentence, year)
        after = tokens[year.i + 1].lower in _LAPSES and (
            year.text.endswith("s") or tokens[year.i + 1].lower == "siguiente"
        )
        if not (ago or after):
            continue
        if year in sentence.above(at):
            return True  # «dos años más tarde, cuando prometió …»
        for head in (year, *sentence.above(year.i)):
            if head.i == at:
                return True
            if head is not year and head.lower not in ("hace", *_LAPSES):
                break
    return False


def _verbs_of(sentence: Sentence, year: Token) -> set[int]:
    """What a lapse of time hangs on, by itself or by its adverb; «la guerre, il y a six ans» dates the war."""
    head = sentence.tokens[year.head]
    return {head.i, head.head} if head.pos == "ADV" else {head.i}


def _is_lapse(sentence: Sentence, year: Token) -> bool:
    """«il y a quinze ans», «deux ans plus tard»; «deux ans après l'attentat» tells when news came."""
    if year.case == "il_y_avoir":
        opening = min(kid.i for kid in sentence.kids(year.i, "case"))
        apart = opening > 0 and sentence.tokens[opening - 1].text == ","
        return _is_many(sentence, year) and not apart  # «depuis la guerre, il y a six ans»
    after = [t.lower for t in sentence.tokens[year.i + 1 : year.i + 3]]
    return after in (["plus", "tôt"], ["plus", "tard"]) or after[:1] == ["auparavant"]


def _is_many(sentence: Sentence, year: Token) -> bool:
    """«hace quince años», «hace muchos años»; «hace un año», «hace dos años» may be news."""
    for kid in sentence.kids(year.i, "nummod", "det", "amod"):
        if year.lemma == "década":
            return True
        if kid.text.isdigit():
            return int(kid.text) >= _PAST
        if kid.lower not in ("un", "dos", "deux"):
            return True
    return False


def _is_aside_of_aside(sentence: Sentence, at: int) -> bool:
    """«el diputado, que dejó el partido tras **denunciar** abusos, será candidato»: what came before
    what a relative recalls."""
    token = sentence.tokens[at]
    head = sentence.tokens[token.head]
    after = token.dep == "advcl" and token.mark in ("tras", "después_de", "luego_de", "tras_de")
    return after and token.feats.get("VerbForm") == "Inf" and head.dep == "relcl"


def _is_measured_from(sentence: Sentence, at: int) -> bool:
    """«antes de que Menem **dejara** el cargo»: a mark from which time is told."""
    token = sentence.tokens[at]
    mark = sentence.tokens[token.head]
    if token.dep != "advcl" or mark.lower not in ("antes", "después"):
        return False
    return any(kid.lemma in _SPANS for kid in sentence.kids(mark.i, "obl", "nmod"))


def _is_when(sentence: Sentence, token: Token, last: int) -> bool:
    """«se remonta a 2017, cuando la fiscalía **investigó** a …»: what happened in a year long past."""
    for kid in sentence.kids(token.i, "advmod", "mark", "obl"):
        if kid.lower == "cuando" and kid.i > 1 and sentence.tokens[kid.i - 1].text == ",":
            return _is_long_past(sentence, sentence.tokens[kid.i - 2], last)
    return False


def _is_day(token: Token) -> bool:
    """«le **12** février 1985»."""
    return token.text.isdigit() and int(token.text) < 32


def _tells_past(sentence: Sentence, at: int) -> bool:
    finite = (sentence.tokens[at], *sentence.kids(at, "aux", "aux:pass"))
    if sentence.tokens[at].mark in ("avant", "après"):
        return True  # «avant de quitter le gouvernement en 2014»
    return any(t.feats.get("Tense") in ("Past", "Imp") for t in finite)


def _is_beside(sentence: Sentence, time: int, verb: int) -> bool:
    """Whether a time stands before its verb or right after it: later it may be that of an object; in
    French an object of the verb may stand between («perdu le contrôle de la ville en 2011»)."""
    if sentence.lang == "fr":
        between = sentence.kids(verb, "advcl", "agent", "comp", "iobj", "obl", "xcomp")
        return time < verb or not (
            any(verb < kid.i < time for kid in between)
            or any(t.pos == "VERB" for t in sentence.tokens[verb + 1 : time])
        )
    return time < verb or not any(
        t.pos in ("NOUN", "PROPN", "VERB") and t.lemma not in _SPANS
        for t in sentence.tokens[verb + 1 : time]
    )


def _is_of_its_clause(sentence: Sentence, time: Token, verb: int, last: int) -> bool:
    """«denunció varios ataques bolivianos **en 1981**»: no other verb stands between, and the object may
    as well be as old."""
    verbs = (t for t in sentence.tokens[verb + 1 : time.i] if t.pos in ("VERB", "AUX"))
    return not any(verbs) and _is_long_past(sentence, time, last)


def _is_long_past(sentence: Sentence, token: Token, last: int) -> bool:
    """«en 1999», «en agosto de 1999», «en los años ochenta», «durante el franquismo»."""
    if token.lemma in _ERAS:
        return not sentence.kids(token.i, "nmod")  # «la dictadura de Maduro» goes on
    if _YEAR.fullmatch(token.text):
        return int(token.text) <= last
    if token.lemma in ("siglo", "siècle"):
        return any(
            kid.lower in ("dernier", "pasado") or (_ROMAN.fullmatch(kid.text) and kid.text != "XXI")
            for kid in sentence.kids(token.i)
        )
    if token.lower in _DECADES and any(k.lower == "los" for k in sentence.kids(token.i, "det")):
        return True  # «la década de los ochenta»
    if not (
        token.lower in ("années", "años")
        or token.lemma in _SPANS
        or (sentence.lang == "fr" and _is_day(token))
    ):
        return False
    below = sentence.kids(token.i, "nmod", "compound", "nummod", "appos", "flat")
    if token.lower == "años" and any(kid.lower in _DECADES for kid in below):
        return True
    return any(_is_long_past(sentence, kid, last) for kid in below)
