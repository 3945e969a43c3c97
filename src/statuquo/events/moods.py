"""What the auxiliaries, the mood and the bare forms of a verb make of the act that it tells, in Spanish
above all."""

from __future__ import annotations

from collections.abc import Sequence

from statuquo.language.grammar import Sentence, Token

_NOBODY = frozenset({"nadie", "ningún", "ninguno", "ninguna"})
_DENYING = frozenset({"no", "nunca", "jamás", "tampoco"})
_DRIVING = frozenset({"forzar", "obligar"})
_WILLING = frozenset({"intentar", "pretender", "querer"})
_ASIDE = frozenset({"con", "en", "mediante"})
_TOMORROW = frozenset({"demain", "après-demain"})
_BETWEEN = frozenset({"me", "te", "se", "lo", "la", "le", "los", "las", "les", "nos", "os"})
"""Pronouns that stand between a denial and its verb."""


def spanish_mark(
    sentence: Sentence, token: Token, auxiliaries: Sequence[Token], *, negated: bool
) -> str | None:
    """What the auxiliaries, the mood and the form of a Spanish verb make of it, or None.

    Args:
        sentence: where the verb stands.
        token: the verb.
        auxiliaries: its auxiliaries and copulas.
        negated: whether it is denied.

    Returns:
        A mark as in `statuquo.events.marks.reduced`, or ``owed`` for what must be done.
    """
    if any(a.lemma == "ir" for a in auxiliaries) and token.feats.get("VerbForm") == "Inf":
        return "intended"  # «va a atacar», «iba a ser ejecutado»
    if any(a.lemma in _WILLING for a in auxiliaries):
        return "intended"  # «lo acusó de querer matarlo», which the parser takes for one verb
    if _is_mere_infinitive(sentence, token.i) or is_unreal(sentence, token.i):
        return "void"
    if any(
        kid.lower in _NOBODY
        for j in sentence.kids(token.i, "subj")
        for kid in (j, *sentence.kids(j.i, "det"))
    ):
        return "not"  # «ningún país condenó el ataque»
    if _is_owed(auxiliaries):
        return "owed"
    if _is_possible(token, auxiliaries) and not negated:
        return "hypothetical"  # «no puede aceptar» refuses
    return None


def is_denied(sentence: Sentence, i: int) -> bool:
    """Whether a denial stands right before a Spanish verb and its auxiliaries, wherever the parser hung
    it: «aseguró que **no** ha habido protestas»."""
    tokens = sentence.tokens
    at = i - 1
    while at >= 0 and (tokens[at].lower in _BETWEEN or tokens[at].pos == "AUX"):
        at -= 1
    return at >= 0 and tokens[at].lower in _DENYING and tokens[at].dep != "subj"


def is_unreal(sentence: Sentence, i: int) -> bool:
    """«quien se manifieste», «los que acudan a una marcha»: whoever it may be."""
    token = sentence.tokens[i]
    finite = [token, *sentence.kids(i, "aux", "aux:pass", "cop")]
    moods = {(t.feats.get("Mood"), t.feats.get("Tense")) for t in finite}
    relative = token.dep in ("relcl", "acl") or any(
        kid.lower in ("que", "quien", "quienes") and kid.dep == "subj" for kid in sentence.kids(i)
    )
    return relative and ("Sub", "Pres") in moods


def is_driven(sentence: Sentence, i: int) -> bool:
    """«la crisis **obligó** al presidente a renunciar»: what somebody was driven to, he has done."""
    verb = sentence.tokens[i]
    return verb.lemma in _DRIVING and verb.feats.get("Tense") == "Past"


def is_open(verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """«puede», «debería»: what the clause tells is not done."""
    return _is_possible(verb, auxiliaries) or _is_owed(auxiliaries)


def _is_mere_infinitive(sentence: Sentence, i: int) -> bool:
    """«un atajo: secuestrar a sus hijos», «censurar es un error»: an infinitive that no verb governs
    names a deed and tells none."""
    token = sentence.tokens[i]
    if token.feats.get("VerbForm") != "Inf" or token.mark or sentence.kids(i, "aux", "aux:pass"):
        return False
    return token.dep in ("root", "appos", "subj", "attr", "parataxis", "dep")


def _is_possible(token: Token, auxiliaries: Sequence[Token]) -> bool:
    """«puede atacar», «podrían interponer»; «pudo entrar» is told as done."""
    return any(
        a.lemma == "poder" and a.i < token.i and a.feats.get("Tense") != "Past" for a in auxiliaries
    )


def _is_owed(auxiliaries: Sequence[Token]) -> bool:
    """«debe retirarse», «deberían pagar»."""
    return any(a.lemma == "deber" and a.feats.get("Tense") != "Past" for a in auxiliaries)


def is_headline_future(sentence: Sentence, token: Token, words: set[str]) -> bool:
    """Whether an English infinitive tells a plan: "Russia to send troops", "is to send".

    Args:
        sentence: where it stands.
        token: the verb.
        words: its auxiliaries, in lower case.
    """
    return (
        sentence.lang == "en"
        and "to" in words
        and token.dep in ("root", "conj", "comp")
        and bool(sentence.kids(token.i, "subj", "subj:pass"))
    )


def shares_auxiliaries(sentence: Sentence, token: Token, head: Token) -> bool:
    """ "would meet Oman and **host** Qatar": what is said of the first verb is said of both.

    Args:
        sentence: where they stand.
        token: the second verb.
        head: the first.
    """
    return (
        token.feats.get("VerbForm") == "Inf"
        and not sentence.kids(token.i, "aux")
        and bool(sentence.kids(head.i, "aux"))
    )


def is_beside_object(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether a Spanish act noun stands beside what its verb is about, which alone is planned or ended.

    Args:
        sentence: where they stand.
        token: the act noun.
        head: the verb.
    """
    if sentence.lang != "es" or token.dep not in ("obl", "nmod") or not sentence.is_verb(head.i):
        return False
    return bool(sentence.kids(head.i, "comp", "obj", "xcomp"))


def is_aside(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether a Spanish act stands beside what somebody asks for, offers or refuses: «exigieron una
    investigación, **denunciando** abusos», «pidió ayuda en la **cumbre**», «exigen justicia con una
    **marcha**».

    Args:
        sentence: where they stand.
        token: the act, or the word above it.
        head: the verb that asks, offers or refuses.
    """
    if sentence.lang != "es":
        return False
    if token.dep == "advcl":
        return token.mark is None and token.feats.get("VerbForm") == "Ger"
    if token.dep not in ("nmod", "obl") or token.case not in _ASIDE:
        return False
    return sentence.is_verb(head.i) and bool(sentence.kids(head.i, "comp", "obj", "xcomp"))


def is_bare_infinitive(sentence: Sentence, token: Token) -> bool:
    """An infinitive without the auxiliary of a perfect.

    Args:
        sentence: where it stands.
        token: the verb.
    """
    return token.feats.get("VerbForm") == "Inf" and not sentence.kids(token.i, "aux")


def is_for_tomorrow(sentence: Sentence, i: int) -> bool:
    """«sa venue à Lima pour **demain**»: before the next verb, on whatever the parser hangs it."""
    for token in sentence.tokens[i + 1 : i + 10]:
        if token.pos in ("AUX", "VERB", "PUNCT"):
            return False
        if token.lower in _TOMORROW:
            return True
    return False


def is_put_off(sentence: Sentence, token: Token, head: Token) -> bool:
    """«a décidé d'**envoyer** un émissaire la semaine prochaine»: decided, and still to be done."""
    if sentence.lang != "fr" or head.lemma != "décider":
        return False
    for kid in (*sentence.kids(token.i, "advmod", "obj", "obl"), *sentence.kids(head.i, "obl")):
        if kid.i > token.i and (
            kid.lower in _TOMORROW
            or any(k.lemma in ("prochain", "suivant") for k in sentence.kids(kid.i, "amod"))
        ):
            return True
    return False
