"""How an act is told: done, intended, refused, asked for, denied or only supposed.

From the trigger upward each word may change what is below it: negation, tense, modals, and the
lexicon's operators («vouloir», "risk") and frames that govern a clause («promettre de», "threaten to").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from statuquo.entities.page import Page
from statuquo.events.fates import fate
from statuquo.events.lexicon import Lexicon
from statuquo.events.marks import reduced
from statuquo.events.matcher import Match, Matcher
from statuquo.events.moods import (
    is_aside,
    is_bare_infinitive,
    is_beside_object,
    is_denied,
    is_for_tomorrow,
    is_headline_future,
    is_open,
    is_put_off,
    is_unreal,
    shares_auxiliaries,
    spanish_mark,
)
from statuquo.events.record import EventType
from statuquo.language.grammar import CIRCUMSTANCE, Sentence, Token

_NEG_VERBS = frozenset({"pas", "jamais", "plus", "nullement", "guère", "point", "no", "nunca", "jamás",
                        "tampoco", "not", "n't", "never", "nor", "neither"})  # fmt: skip
_FUTURE_AUX = frozenset({"will", "shall", "'ll", "gonna"})
_SUPPOSING_AUX = frozenset({"may", "might", "could", "can"})
_OBLIGING_AUX = frozenset({"must", "should", "ought"})
_OBLIGING = {"fr": frozenset({"devoir", "falloir"}), "es": frozenset({"deber", "tener", "haber"}), "en": frozenset({"have", "need"})}  # fmt: skip
_COMING = frozenset(
    {"prochain", "futur", "imminent", "upcoming", "planned", "forthcoming", "future", "próximo",
     "futuro", "inminente", "coming"}
)  # fmt: skip
_AFTERMATH = frozenset({"après", "depuis", "suite", "suite_à", "à_suite_de"})
_LEFT_BEHIND = frozenset({"after", "amid", "despite", "following", "since"})
_UNDONE = frozenset({"attendre", "attendu", "déjouer", "déjoué"})
_ANNOUNCING = frozenset({"annoncer", "anunciar", "announce"})
_NONE = frozenset({"aucun", "aucune", "nul", "nulle", "personne"})
_NAMING = frozenset({"brand", "call", "calificar", "describe", "label", "qualifier", "term"})
_EXISTING = frozenset(
    {"exister", "avoir", "tenir", "aboutir", "exist", "take", "occur", "happen", "materialize",
     "haber", "existir", "celebrar", "ocurrir", "tener", "producir", "have"}
)  # fmt: skip
_DIRECTING = frozenset(
    {"appeal", "ask", "call", "command", "demand", "direct", "order", "petition", "plead", "propose", "recommend",
     "request", "require", "urge"}
)  # fmt: skip
_HESITATING = frozenset(
    {"hésiter", "manquer", "hesitate", "fail", "dudar", "vacilar", "dejar", "tardar"}
)
_GOING = frozenset(
    {"acudir", "asistir", "desplazar", "ir", "llegar", "trasladar", "viajar", "visitar",
     "arriver", "déplacer", "rendre", "venir", "voyager"}
)  # fmt: skip
_NOT_DENYING = frozenset({"obstante", "solo", "sólo", "solamente", "únicamente", "only", "just"})
_WITHOUT = frozenset({"sans", "sin", "without"})
_AS = frozenset({"comme"})
_IF = frozenset({"if", "unless", "whether", "si", "sauf", "salvo"})
_CLAUSE_LINKS = frozenset({"comp", "xcomp", "acl", "advcl"})
_NOUN_LINKS = frozenset(
    {"obj", "subj:pass", "nmod", "obl", "iobj", "attr", "compound", "comp", "xcomp", "acl"}
)
_AIMS = frozenset({"pour", "para", "for", "en_demanda_de", "en_faveur_de", "in_favor_of"})
_PROPOSING = frozenset({"announce", "plan", "propose", "suggest", "unveil"})
_PURPOSE = frozenset({"pour", "afin", "afin_de", "para", "to"})


_DECIDING = frozenset({"decide", "décider", "decidir"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How an act is told.

    Args:
        modality: a `Modality` value, ``not``, ``would``, ``stopped``, ``void`` (said not to be),
            ``intended-stop`` ("will lift
            the siege") or ``refused-stop`` ("will not lift it").
        governor: the match of a frame that governs the act, or None.
        inner: what that frame makes of the act, or None.
        obliged: somebody says that the actor must do it.
        absorbed: it is only the content of another act («autoriser à livrer»).
        route: the steps, for people.
        certain: 0 to 1, lower where the signs are weak.
        negated: a word on the way denies it.
    """

    modality: str
    governor: Match | None = None
    inner: str | None = None
    obliged: bool = False
    absorbed: bool = False
    route: tuple[str, ...] = ()
    certain: float = 1.0
    negated: bool = False


@dataclass(slots=True)
class _State:
    """What the way up has met so far, innermost first."""

    trigger: int
    marks: list[str]
    route: list[str]
    governor: Match | None = None
    inner: str | None = None
    obliged: bool = False
    absorbed: bool = False
    certain: float = 1.0


def told(
    sentence: Sentence,
    i: int,
    matcher: Matcher,
    matches: Mapping[int, Match],
    page: Page,
) -> Told:
    """The modality of the act whose trigger is the word ``i``.

    Args:
        sentence: where it stands.
        i: index of the trigger.
        matcher: knows operators and aspect verbs.
        matches: the frames of the sentence.
        page: context of the report.
    """
    state = _State(trigger=i, marks=[], route=[])
    at = _carrier(sentence, i, matcher.lexicon, state)
    if at != i and (operator := matcher.operator(sentence, at, page)) is not None:
        state.marks.append(operator)  # «suspendieron la huelga»: carrier and operator in one
        state.route.append(f"under «{sentence.tokens[at].text}» ({operator})")
    _own_marks(sentence, at, state)
    seen = {i, at}
    if becomes := fate(sentence, sentence.tokens[at], matches[i].frame.act):
        at = sentence.tokens[at].head
        state.marks.append(becomes)
        state.route.append(f"subject of «{sentence.tokens[at].text}» ({becomes})")
        if becomes == "stopped":
            _own_marks(sentence, at, state)
            seen.add(at)
    while True:
        token = sentence.tokens[at]
        if token.head == at or token.head in seen:
            break
        head = sentence.tokens[token.head]
        seen.add(head.i)
        step = _step(sentence, token, head, matcher, matches, page, state)
        if step == "stop":
            _mark_unreal(sentence, token, head, state)
            _mark_to_come(sentence, token, head, matcher, page, state)
            _mark_proposed(sentence, token, head, state, matcher.operator(sentence, head.i, page))
            break
        at = head.i
        if step == "pass":
            _own_marks(sentence, at, state)
    return Told(
        modality=reduced(state.marks),
        governor=state.governor,
        inner=state.inner,
        obliged=state.obliged,
        absorbed=state.absorbed,
        route=tuple(state.route),
        certain=state.certain,
        negated="not" in state.marks,
    )


def _carrier(sentence: Sentence, i: int, lexicon: Lexicon, state: _State) -> int:
    """The word whose clause tells the act: a noun's support verb, else the word itself."""
    if sentence.is_verb(i):
        return i
    for kid in sentence.kids(i, "det", "advmod", "cc"):
        if kid.lower in ("no", "aucun", "aucune", "ni", "ningún", "ninguna", "pas"):
            state.marks.append("not")
            state.route.append(f"negated by «{kid.text}»")
    coming = any(kid.lemma in _COMING for kid in sentence.kids(i, "amod"))
    awaited = any(kid.lemma in _UNDONE for kid in sentence.kids(i, "amod", "acl"))
    if coming or awaited or is_for_tomorrow(sentence, i):
        state.marks.append("intended")
        state.route.append("still to come")
    token = sentence.tokens[i]
    existing = sentence.tokens[token.head].lemma in _EXISTING
    there_is = token.dep == "obj" and sentence.tokens[token.head].lemma == "haber"
    if (token.dep in ("subj", "subj:pass") and existing) or there_is:
        if _negated(sentence, token.head, sentence.kids(token.head, "aux", "aux:pass")):
            state.marks.append("void")  # «le dialogue n'existe pas»
    if sentence.lang == "es" and token.dep in ("subj", "subj:pass") and existing:
        return token.head  # «la cumbre iba a celebrarse en mayo»
    for verb in sentence.carriers(i):
        if sentence.tokens[verb].lemma in lexicon.support | sentence.inverse:
            state.route.append(f"carried by «{sentence.tokens[verb].text}»")
            return verb
    return i


def _own_marks(sentence: Sentence, i: int, state: _State) -> None:
    """Negation, tense, mood and modals of the clause that the word heads."""
    token = sentence.tokens[i]
    kids = sentence.kids(i)
    auxiliaries = [kid for kid in kids if kid.dep in ("aux", "aux:pass", "cop")]
    words = {kid.lower for kid in auxiliaries}
    lemmas = {kid.lemma for kid in auxiliaries}
    finite = [token, *auxiliaries]
    moods = {t.feats.get("Mood") for t in finite} | {token.feats.get("CopMood")}
    tenses = {t.feats.get("Tense") for t in finite if t.feats.get("VerbForm") == "Fin"}
    tenses.add(token.feats.get("CopTense"))
    if sentence.lang == "es" and (
        told_as := spanish_mark(
            sentence, token, auxiliaries, negated=_negated(sentence, i, auxiliaries)
        )
    ):
        state.obliged = state.obliged or told_as == "owed"
        state.marks.append("hypothetical" if told_as == "owed" else told_as)
        state.route.append(f"modal ({told_as})")
    elif "Fut" in tenses or lemmas & _FUTURE_AUX or words & _FUTURE_AUX or words & {"wo"}:
        state.marks.append("intended")
        state.route.append("future")
    elif "Cnd" in moods:
        perfect = any(a.lemma in ("avoir", "être", "haber") for a in auxiliaries)
        state.marks.append("rumour" if perfect else "would")
        state.route.append("conditional")
    elif "would" in words:
        state.marks.append("would")
        state.route.append("would")
    elif words & _SUPPOSING_AUX:
        state.marks.append("hypothetical")
        state.route.append("modal")
    elif words & _OBLIGING_AUX:
        state.obliged = True
        state.marks.append("hypothetical")
        state.route.append("obligation")
    elif is_headline_future(sentence, token, words):
        state.marks.append("intended")
        state.route.append("infinitive of a plan")
    if token.mark == "whether" and sentence.tokens[token.head].lemma in _DECIDING:
        state.marks.append("void")  # "will decide whether to send troops"
        return
    if token.mark in _WITHOUT or (token.mark in _AS and i == state.trigger):
        state.marks.append("void")  # «sans condamner», «comme il l'avait promis»
        return
    none_of = i == state.trigger and any(
        _counts_none(sentence, kid.i) for kid in sentence.kids(i, "obj")
    )  # "showed no interest in talks"
    if none_of or _negated(sentence, i, auxiliaries):
        state.marks.append("not")
        state.route.append("negated")
    supposed = token.mark in _IF or any(
        kid.lower in _IF and kid.dep in ("mark", "advmod") for kid in kids
    )
    if supposed and "not" in state.marks:
        state.marks.remove("not")  # "if they do not withdraw" refuses nothing
    if supposed:
        state.marks.append("hypothetical")
        state.route.append("if-clause")


def _aim(sentence: Sentence, verb: Token) -> str:
    """What a purpose clause tells: a plan, or no more than what its verb does («debería pagar para …»)."""
    open_ = sentence.lang == "es" and is_open(verb, sentence.kids(verb.i, "aux"))
    return "hypothetical" if open_ else "intended"


def _mark_unreal(sentence: Sentence, token: Token, head: Token, state: _State) -> None:
    """«los que acudan a una **manifestación**», «puede llevar a la **captura**»: the clause that an act
    noun stands in says only that it may be."""
    if sentence.lang != "es" or sentence.is_verb(token.i) or not sentence.is_verb(head.i):
        return
    if is_unreal(sentence, head.i):
        state.marks.append("void")
    elif head.mark in _IF or is_open(head, sentence.kids(head.i, "aux")):
        state.marks.append("hypothetical")
        state.route.append(f"below «{head.text}»")


def _mark_to_come(
    sentence: Sentence, token: Token, head: Token, matcher: Matcher, page: Page, state: _State
) -> None:
    """«esperan ver medidas durante la **visita**», «hablará durante la **cumbre**»: when something is
    still to be done, what it is done during is to come too."""
    if sentence.lang != "es" or token.case != "durante":
        return
    hoped = (
        head.feats.get("VerbForm") == "Inf"
        and head.dep in ("comp", "xcomp")
        and matcher.operator(sentence, head.head, page) == "intended"
    )
    if hoped or head.feats.get("Tense") == "Fut":
        state.marks.append("intended")
        state.route.append(f"during what «{head.text}» tells")


def _negated(sentence: Sentence, i: int, auxiliaries: Sequence[Token]) -> bool:
    for holder in (i, *(a.i for a in auxiliaries)):
        for kid in sentence.kids(holder):
            if kid.dep == "neg" or (
                kid.lower in _NEG_VERBS and kid.dep in ("advmod", "dep", "obl", "det", "cc")
            ):
                if kid.lower in ("plus", "point", "guère") and not _has_ne(sentence, i):
                    continue
                if kid.lower == "no" and sentence.lang != "es" and kid.dep != "neg":
                    continue
                if kid.lower == "no" and sentence.lang == "es" and kid.i > holder:
                    continue  # «la torre No.»: Spanish denies before its verb
                after = sentence.tokens[kid.i + 1].lower if kid.i + 1 < len(sentence.tokens) else ""
                if kid.lower in ("no", "not", "non") and after in _NOT_DENYING:
                    continue  # «no obstante», "not only"
                return True
    if sentence.lang == "es" and sentence.is_verb(i) and is_denied(sentence, i):
        return True
    if sentence.lang == "fr" and _has_ne(sentence, i):
        below = (sentence.tokens[j] for j in sentence.subtree(i))
        if any(t.lower in _NONE and not sentence.kids(t.i, "det") for t in below):
            return True
    return False


def _has_ne(sentence: Sentence, i: int) -> bool:
    return any(kid.lower in ("ne", "n'", "n’") for kid in sentence.kids(i))


def _step(
    sentence: Sentence,
    token: Token,
    head: Token,
    matcher: Matcher,
    matches: Mapping[int, Match],
    page: Page,
    state: _State,
) -> str:
    """Climb from a word to its head: ``pass`` (with the head's own marks), ``climb`` or ``stop``."""
    clausal = token.dep in _CLAUSE_LINKS and sentence.is_verb(token.i)
    if token.dep == "conj":
        same = sentence.is_verb(token.i) == sentence.is_verb(head.i)
        own_subject = bool(sentence.kids(token.i, "subj", "subj:pass"))
        if same and not own_subject and shares_auxiliaries(sentence, token, head):
            return "pass"
        # "insists that A leave and that B call"
        beside = token.mark is not None and token.mark == head.mark
        return "climb" if same and (beside or not own_subject) else "stop"
    if token.dep == "advcl" and token.mark in _PURPOSE and sentence.is_verb(token.i):
        if (purpose := _purpose(sentence, token, head, matcher, matches, page, state)) is not None:
            return purpose
    if not (clausal or token.dep in _NOUN_LINKS) or _stands_apart(sentence, token):
        return "stop"
    if token.pos == "NOUN" and token.case in _AIMS and head.i in matches:
        if matches[head.i].frame.inner is None:
            state.absorbed = True  # what a demonstration is for is no second event
            return "stop"
    if token.dep == "comp" and state.marks and state.marks[-1] == "would":
        state.marks[-1] = "intended"  # the future of a report in the past: "said it would"
    match = matches.get(head.i)
    if match is not None and match.frame.inner and _governs(sentence, token, head, match):
        state.governor, state.inner = match, match.frame.inner
        if match.frame.inner != "alleged":
            state.route.append(f"under «{head.text}» ({match.frame.inner})")
        return "stop"
    if head.lemma == "avoir" and token.mark == "à" and _negated(sentence, head.i, []):
        state.marks.append("void")  # «n'ont pas à négocier»
        return "stop"
    if head.lemma in _ANNOUNCING and is_bare_infinitive(sentence, token):
        if matches[state.trigger].frame.act is EventType.SUPPORT:
            return "pass"  # who announces that he backs somebody backs him
        state.marks.append("intended")  # «a annoncé se rendre à …»
        state.route.append(f"announced by «{head.text}»")
        return "pass"
    if token.dep == "advcl":
        return "stop"  # "stopped work, staging a strike": the strike is not stopped
    if head.lemma == "aller" and (
        (token.mark or "").startswith("jusqu") or sentence.kids(head.i, "aux")
    ):
        return "pass"  # «allant jusqu'à fermer l'ambassade», «sont allés bloquer»: they did
    if token.dep == "acl" and head.dep == "attr" and sentence.tokens[head.head].lemma in _NAMING:
        state.absorbed = True  # "what it called an attempt to overthrow the government"
        return "stop"
    operator = matcher.operator(sentence, head.i, page)
    # "rejected the possibility of a war": no idea of his
    if operator is not None and is_beside_object(sentence, token, head):
        return "stop"  # «en **protesta**, el líder propuso asegurar el sistema»
    if operator not in (None, "" if clausal else "void") and token.dep not in ("subj", "agent"):
        state.marks += _marks_of(sentence, head, operator, matches[state.trigger])
        state.route.append(f"under «{head.text}» ({operator})")
        return "pass"
    if clausal and _hesitates_not(sentence, head, state):
        return "climb"  # «n'hésite pas à», "did not fail to": they do it
    if _looked_through(sentence, token, head, matcher, page):
        _mark_put_off(sentence, token, head, state)
        return "pass"
    if (
        clausal
        and head.lemma != "avoir"
        and token.dep != "acl"
        and sentence.is_verb(head.i)
        and _negated(sentence, head.i, [])
    ):
        state.marks.append("hypothetical")  # «n'a pas prouvé que …»
        state.route.append(f"below a negated «{head.text}»")
        return "stop"
    if token.dep == "acl" and token.feats.get("VerbForm") == "Inf" and head.pos == "NOUN":
        if sentence.lang == "en" or head.lemma not in matcher.lexicon.support:
            state.absorbed = True  # "an invitation to attend talks" tells no talks
    if _is_obliging(sentence, head, token):
        state.obliged = True
        state.marks.append("hypothetical")
        state.route.append("obligation")
        return "stop"
    if match is not None and token.dep in ("xcomp", "comp") and _is_bare(sentence, token):
        state.absorbed = True  # "allowed the UN to deliver food" tells the permission alone
    return "stop"


def _mark_put_off(sentence: Sentence, token: Token, head: Token, state: _State) -> None:
    """«a décidé de partir demain»."""
    if is_put_off(sentence, token, head):
        state.marks.append("intended")
        state.route.append(f"decided by «{head.text}»")


def _purpose(
    sentence: Sentence,
    token: Token,
    head: Token,
    matcher: Matcher,
    matches: Mapping[int, Match],
    page: Page,
    state: _State,
) -> str | None:
    """What a clause of purpose tells of the act in it; None where the word above decides."""
    pressing = matches.get(head.i)
    if pressing is not None and pressing.frame.inner == "requested" and sentence.lang == "es":
        state.governor, state.inner = pressing, "requested"  # «presionó a su homólogo para …»
        state.route.append(f"under «{head.text}» (requested)")
        return "stop"
    asking = matches.get(head.head)
    if asking is not None and asking.frame.inner == "requested" and head.dep in ("comp", "xcomp"):
        state.absorbed = True  # "urged them to work together to save lives" is one demand
        return "stop"
    if matcher.is_aspect(sentence, head.i, page) and sentence.lang == "en":
        return "pass"  # "took action to let them in"
    if matcher.operator(sentence, head.i, page) is None:
        above, here = matches.get(head.i), matches.get(state.trigger)
        if above is not None and here is not None and above.frame.act is here.frame.act:
            state.absorbed = True  # "sent arms to help them" is one act
        if above is not None and above.frame.id == "threaten.strike-notice":
            state.absorbed = True  # «un préavis de grève pour protester contre …»
        if here is not None and (
            here.frame.act is EventType.PROTEST
            or (here.frame.act is EventType.CONSULT and head.lemma in _GOING)
        ):
            return "pass"  # «se encadenó para protestar», «viajó para reunirse»: they did
        if sentence.lang == "fr":
            state.absorbed = True  # «tirent des grenades pour disperser la foule» is one act
            return "stop"
        state.marks.append(_aim(sentence, head))
        state.certain *= 0.7
        state.route.append("purpose")
        return "stop"
    return None


def _stands_apart(sentence: Sentence, token: Token) -> bool:
    """«va donner un million suite aux manifestations»: they have been, whatever is to come."""
    if sentence.lang == "fr" and token.case in _AFTERMATH:
        return True
    if sentence.lang == "en" and token.case in _LEFT_BEHIND:
        return True  # "will go on with its work, despite the withdrawal of Oman"
    return token.case == "en_señal_de"


def _is_what_for(sentence: Sentence, token: Token, head: Token) -> bool:
    """ "discussed ways **to end** the war": an infinitive that English hangs on a noun as a relative."""
    return (
        sentence.lang == "en"
        and (token.dep, head.pos) == ("relcl", "NOUN")
        and any(kid.lower == "to" for kid in sentence.kids(token.i, "aux", "mark"))
    )


def _mark_proposed(
    sentence: Sentence, token: Token, head: Token, state: _State, operator: str | None
) -> None:
    """ "proposed measures **to finance** the schools": what a proposal would do is not done, nor what
    there are ways to do."""
    if not _is_what_for(sentence, token, head):
        return
    above = sentence.tokens[head.head]
    proposed = head.dep == "obj" and above.lemma in _PROPOSING
    if operator is not None or proposed:
        state.marks.append(operator or "intended")
        state.route.append(f"below «{head.text if operator else above.text}»")


def _marks_of(sentence: Sentence, head: Token, operator: str, here: Match) -> list[str]:
    """What an operator adds: "no plans to meet" refuses; who has decided to ease a curfew has
    conceded it."""
    if not sentence.is_verb(head.i) and _counts_none(sentence, head.i):
        return [operator, "not"]
    if head.lemma == "descartar" and _negated(sentence, head.i, []):
        return ["void"]  # «no descarta romper relaciones»: nor has he broken them
    if head.lemma in _DECIDING and here.frame.act is EventType.CONCEDE:
        return []
    if _was_able(sentence, head):
        return []
    if head.lemma in ("devoir", "pouvoir") and any(
        kid.lemma == "avoir" and kid.feats.get("Mood") == "Cnd"
        for kid in sentence.kids(head.i, "aux")
    ):
        return ["void"]  # «aurait dû démissionner», «aurait pu tuer»: they did not
    return [operator]


def _was_able(sentence: Sentence, head: Token) -> bool:
    """«ont pu fuir», «a dû démissionner»: they did; «n'ont pas pu», «aurait pu», «peut» leave it open."""
    return (
        head.lemma in ("pouvoir", "devoir")
        and any(
            kid.lemma == "avoir"
            and kid.feats.get("Mood") == "Ind"
            and kid.feats.get("Tense") == "Pres"
            for kid in sentence.kids(head.i, "aux")
        )
        and not _negated(sentence, head.i, sentence.kids(head.i, "aux"))
    )


def _counts_none(sentence: Sentence, i: int) -> bool:
    """Whether a noun has the English determiner "no"."""
    return sentence.lang == "en" and any(k.lower == "no" for k in sentence.kids(i, "det"))


def _looked_through(
    sentence: Sentence, token: Token, head: Token, matcher: Matcher, page: Page
) -> bool:
    """Whether the word above only begins, continues or carries the act; who "helped **Chad**
    investigate" did not do it himself."""
    if head.lemma in matcher.lexicon.support:
        return sentence.lang != "en" or head.pos != "NOUN"  # "orders to shoot" are no shots
    helped = head.lemma == "help" and bool(sentence.kids(token.i, "subj"))
    return not helped and matcher.is_aspect(sentence, head.i, page)


def _hesitates_not(sentence: Sentence, head: Token, state: _State) -> bool:
    """«n'hésite pas à», "did not fail to": they do it; "will not hesitate to": they are about to."""
    if head.lemma not in _HESITATING or not _negated(sentence, head.i, []):
        return False
    if any(kid.lower in _FUTURE_AUX for kid in sentence.kids(head.i, "aux")):
        state.marks.append("intended")
    return True


def _is_bare(sentence: Sentence, token: Token) -> bool:
    """Whether the clause is an infinitive or a gerund after a preposition."""
    return token.feats.get("VerbForm") in ("Inf", "Ger") or (
        token.mark is not None and token.feats.get("VerbForm") == "Part" and sentence.lang == "en"
    )


def _governs(sentence: Sentence, token: Token, head: Token, match: Match) -> bool:
    """Whether the act stands where the governing frame looks for one, not as its actor."""
    if token.dep == "comp" and match.frame.inner == "requested" and token.mark in ("that", None):
        # "was told that soldiers beat prisoners" asks for nothing
        auxiliaries = {kid.lower for kid in sentence.kids(token.i, "aux")}
        finite = token.feats.get("VerbForm") == "Fin" or bool(auxiliaries - {"to"})
        if sentence.lang == "en" and finite and not auxiliaries & _OBLIGING_AUX:
            # "demanded that authorities release him" can be nothing else
            return head.lemma in _DIRECTING and not auxiliaries
    if token.dep == "acl" and token.feats.get("VerbForm") == "Part" and sentence.lang != "en":
        return False  # «les demandes présentées par l'Iran»
    if token.dep in ("comp", "xcomp", "acl", "obj", "subj:pass", "attr", "compound"):
        return True
    if sentence.lang == "es" and token.case == "por" and match.frame.inner == "intended":
        return False  # «ofreció cargos por su **respaldo**»: what is offered is another thing
    if match.frame.inner != "threatened" and is_aside(sentence, token, head):
        return False
    if token.dep == "advcl":
        if token.mark == "con":
            return match.frame.inner == "threatened"  # «amenazó **con** castigar a las empresas»
        return token.mark in ("à", "de", "a", "to", "que", "para", "of", "from", "against", None)
    return token.dep in ("nmod", "obl") and token.case not in CIRCUMSTANCE


def _is_obliging(sentence: Sentence, head: Token, token: Token) -> bool:
    if head.lemma not in _OBLIGING[sentence.lang] or token.dep not in ("xcomp", "comp"):
        return False
    return token.mark in (None, "que", "to", "de") and head.feats.get("Mood") != "Cnd"
