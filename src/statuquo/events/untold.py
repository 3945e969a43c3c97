"""What a Spanish sentence names without telling it: what may be, what is talked about, what is prayed
for, what people are known for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuquo.entities.resolve import Found
from statuquo.events.incidental import clauses, is_incidental
from statuquo.events.lexicon import Lexicon
from statuquo.events.record import EventType, Modality
from statuquo.events.violence import head_of
from statuquo.language.grammar import Sentence

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_ABOUT = frozenset({"acerca_de", "en_torno_a", "sobre"})
_UNOFFICIAL = frozenset({"BUS", "CVL", "JRN", None})
_WITHOUT_OFFICE = frozenset({"AGR", "CVL", "EDU", "JRN", "LAB", "MED"})
_GONE = ("soviétic", "la urss", "urss")
_PREVENTING = frozenset({"evitar", "impedir"})
_DEALINGS = frozenset(
    {EventType.AGREE, EventType.CONCEDE, EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT}
)
_SPOKEN = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN})
_STATES = frozenset({EventType.COOPERATE, EventType.SUPPORT})
_PRAISE = frozenset({"support.condole", "support.praise"})
_PRAYING = frozenset({EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.SUPPORT})

_HAZARDS = frozenset({"consecuencia", "efecto", "error", "falta", "peligro", "problema", "riesgo"})
_OF_WHAT = frozenset({"de", "sobre"})
_RULES = frozenset({"constitución", "decreto", "ley", "norma", "reglamento"})
_NARRATING = frozenset(
    {
        "abordar",
        "contar",
        "describir",
        "narrar",
        "reconstruir",
        "recrear",
        "relatar",
        "repasar",
        "retratar",
    }
)
_WORKS = frozenset(
    {"biografía", "documental", "exposición", "libro", "novela", "obra", "película", "serie"}
)
_UNREAL = frozenset({"acl", "advcl", "nmod", "obl", "relcl", "root"})
_BESIDE = frozenset({"agent", "attr", "nmod", "obl", "root"})


def is_untold(sentence: Sentence, item: Draft, lexicon: Lexicon) -> bool:
    """Whether a Spanish sentence only names the act of a draft.

    Args:
        sentence: the sentence.
        item: the draft.
        lexicon: its topics hold the words of ``worship``.
    """
    return (
        is_incidental(sentence, item, lexicon)
        or _is_only_a_thought(sentence, item)
        or _is_awaited(sentence, item)
        or _is_topic(sentence, item)
        or _is_false(sentence, item)
        or _is_what_they_are(sentence, item)
        or _is_prayer(sentence, item, lexicon)
        or _is_in_a_list(sentence, item)
        or _is_only_had(sentence, item)
        or _is_by_no_party(sentence, item)
        or _is_ordered(sentence, item)
        or _is_kept_from(sentence, item)
        or _is_supposed_by_all(sentence, item)
        or _is_tourism(item)
        or _is_counted_beside(sentence, item)
        or _is_of_a_gone_state(item)
        or _is_of_one_person(sentence, item)
        or _is_what_for(sentence, item)
        or _is_of_nowhere(item)
        or _is_announced_force(sentence, item)
        or _is_a_habit(item)
        or _is_a_caution(sentence, item)
        or _is_what_the_law_bans(sentence, item)
        or _is_in_a_work(sentence, item)
        or _is_any(sentence, item)
        or (
            item.match.frame.id in _PRAISE and item.type is EventType.AGREE
        )  # «quiere felicitar a …»
    )


def _is_only_a_thought(sentence: Sentence, item: Draft) -> bool:
    """«la salida es **acabar** con los arrestos», «los compromisos, sobre todo **dar** asilo»: an
    infinitive that says what something would be, or stands by itself, tells no deed."""
    if item.told.governor is not None:
        return False
    for token in clauses(sentence, item):
        if token.feats.get("VerbForm") != "Inf":
            return False
        if token.mark == "por" and sentence.tokens[token.head].pos == "PROPN":
            return True  # «el esfuerzo del Gobierno Díaz por **deportar** a …»
        if token.mark:
            return False
        if sentence.kids(token.i, "aux", "aux:pass"):
            return False
        head = sentence.tokens[token.head]
        if token.dep == "advcl":
            return True
        if token.dep == "relcl":
            return True  # «partidos con los que pactar»
        if token.dep == "xcomp" and any(k.i < token.i for k in sentence.kids(head.i, "comp")):
            return True  # «dijo que sería un error oponerse a …»
        if head.lemma == "ser" and token.dep in ("comp", "xcomp", "attr"):
            return head.feats.get("Tense") != "Past"
    return False


def _is_awaited(sentence: Sentence, item: Draft) -> bool:
    """«una vez que el banco levante el veto», «antes de que el país firmara»: what is still to come, or
    told only to say what came before it."""
    if item.told.modality != "happened" or item.told.governor is not None:
        return False
    if sentence.tokens[item.match.i].feats.get("VerbForm") == "Ger":
        return False  # it may belong to a clause further up
    for token in clauses(sentence, item):
        finite = (token, *sentence.kids(token.i, "aux", "aux:pass", "cop"))
        moods = {(t.feats.get("Mood"), t.feats.get("Tense")) for t in finite}
        if not any(mood == "Sub" for mood, _ in moods) or token.lower.endswith("ó"):
            continue  # no subjunctive ends so, whatever the model says of «derribó»
        if sentence.tokens[token.head].lower == "antes" or token.mark == "antes":
            return item.act in _DEALINGS
        return ("Sub", "Pres") in moods and token.dep in _UNREAL
    return False


def _is_topic(sentence: Sentence, item: Draft) -> bool:
    """«el debate sobre la **destitución** del ministro»: a deed that words are about."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or item.told.governor is not None:
        return False
    return token.case in _ABOUT and sentence.tokens[token.head].pos == "NOUN"


def _is_false(sentence: Sentence, item: Draft) -> bool:
    """«la falsa noticia de una **detención**»."""
    return any(
        kid.lemma == "falso"
        for above in sentence.above(item.match.i)
        if above.pos == "NOUN"
        for kid in sentence.kids(above.i, "amod")
    )


def _is_what_they_are(sentence: Sentence, item: Draft) -> bool:
    """«asociaciones que **defienden** a los migrantes», «una activista que **colabora** con el partido»:
    a relative in the present that says what some people are."""
    token = sentence.tokens[item.match.i]
    if item.act not in _STATES or item.match.kind != "verb" or token.dep != "relcl":
        return False
    if token.feats.get("Tense") != "Pres" or token.feats.get("VerbForm") != "Fin":
        return False
    head = sentence.tokens[token.head]
    if (head.pos != "NOUN" and head.i != 0) or sentence.kids(token.i, "aux"):
        return False
    if item.act is EventType.COOPERATE:
        return True  # «los partidos que integran el gobierno»
    return all(kid.lemma == "uno" for kid in sentence.kids(head.i, "det"))


def _is_prayer(sentence: Sentence, item: Draft, lexicon: Lexicon) -> bool:
    """«pidió al Señor que nos dé la paz»: what is asked of God, or thanked for, in words of worship."""
    if item.type not in _PRAYING:
        return False
    words = lexicon.topics.get("worship", frozenset())
    if not any(token.lemma in words or token.lower in words for token in sentence.tokens):
        return False
    return all(f.party.sector in (None, "CVL", "REL") for f in (*item.actors, *item.recipients))


def _is_in_a_list(sentence: Sentence, item: Draft) -> bool:
    """«paro, **protestas** y crimen», «habló de los abusos y las **protestas**»: a protest of nobody in a
    list of other things."""
    if item.act is not EventType.PROTEST or item.recipients:
        return False
    token = sentence.tokens[item.match.i]
    if len(sentence.kids(token.i, "appos")) > 1 and all(f.via == "owner" for f in item.actors):
        return True  # «los escraches, las pintadas, las marchas…»
    if item.actors:
        return False
    if item.type is not EventType.PROTEST or item.match.kind != "noun":
        return False
    if token.dep == "appos":
        return sentence.tokens[token.i - 1].text == "," or sentence.tokens[token.i - 2].text == ","
    if token.dep != "conj":
        return False
    return sentence.tokens[token.head].dep in _BESIDE


def _is_only_had(sentence: Sentence, item: Draft) -> bool:
    """«tiene documentada la **solicitud**», «desde hace tiempo la **amenaza**»: neither asks nor threatens."""
    if item.match.kind != "noun" or item.act not in _SPOKEN:
        return False
    carrier = next((sentence.tokens[v] for v in sentence.carriers(item.match.i)), None)
    if carrier is None:
        return False
    return carrier.lemma == "tener" or (carrier.lower == "hace" and carrier.mark == "desde")


def _is_by_no_party(sentence: Sentence, item: Draft) -> bool:
    """«la llamada "vespa velutina" amenaza a Francia»: a threat by what is no party."""
    i = item.match.i
    if item.act is not EventType.THREATEN or item.match.kind != "verb" or item.actors:
        return False
    return bool(sentence.kids(i, "subj")) and not sentence.is_passive(i)


def _is_ordered(sentence: Sentence, item: Draft) -> bool:
    """«decidió decirles a los suyos que se **retiraran** del gobierno»: they were told to."""
    if item.told.governor is not None or item.match.kind != "verb":
        return False
    token = sentence.tokens[item.match.i]
    if token.feats.get("Mood") != "Sub" or token.dep not in ("comp", "relcl", "acl"):
        return False
    head = sentence.tokens[token.head]
    return "decir" in (head.lemma, sentence.tokens[head.head].lemma)


def _is_kept_from(sentence: Sentence, item: Draft) -> bool:
    """«evitó el **apoyo** de la oposición»: what one keeps another from doing, neither refuses."""
    for above in sentence.above(item.match.i):
        if above.lemma not in _PREVENTING:
            continue
        mine = [sentence.tokens[j].start for j in sentence.roles(above.i).get("subj", ())]
        return bool(item.actors and mine) and not any(
            f.party.start <= start < f.party.end for f in item.actors for start in mine
        )
    return False


def _is_supposed_by_all(sentence: Sentence, item: Draft) -> bool:
    """«volantes en que supuestamente el partido acusa a la Iglesia»."""
    return any(kid.lower == "supuestamente" for kid in sentence.kids(item.match.i, "advmod"))


def _is_tourism(item: Draft) -> bool:
    """«he visitado naciones en guerra»: a journey to nowhere in particular."""
    if item.act is not EventType.CONSULT or item.mode != "visit" or not item.recipients:
        return False
    return all(f.plural and not f.party.country for f in item.recipients)


def _is_counted_beside(sentence: Sentence, item: Draft) -> bool:
    """«con 175 personas **asesinadas**, el país encabeza la lista»: a count that goes with something else."""
    token = sentence.tokens[item.match.i]
    if item.act is not EventType.ASSAULT or item.actors or token.dep not in ("acl", "amod"):
        return False
    head = sentence.tokens[token.head]
    return head.case == "con" and bool(sentence.kids(head.i, "nummod"))


def _is_of_a_gone_state(item: Draft) -> bool:
    """«la represión soviética»: what states did that are no more."""
    return any(f.party.text.lower().startswith(_GONE) for f in item.actors)


def _is_of_one_person(sentence: Sentence, item: Draft) -> bool:
    """«un médico ayudó a la Cruz Roja», «un policía planeó secuestrar a …»: what one person without an
    office gives, or means to do to nobody known, is no affair of state."""
    if len(item.actors) != 1 or not _is_single(sentence, item.actors[0]):
        return False
    sector = item.actors[0].party.sector
    if item.act is EventType.AID:
        return sector in _WITHOUT_OFFICE
    planned = item.act is EventType.ASSAULT and item.type is EventType.THREATEN
    if planned and not item.recipients:
        return sector in _WITHOUT_OFFICE | {"COP"}
    if item.type is EventType.ACCUSE and sector == "CVL":
        return all(f.party.sector in _UNOFFICIAL for f in item.recipients)
    return False


def _is_single(sentence: Sentence, found: Found) -> bool:
    """«un médico», «el médico Juan Pérez»: one of a trade, which as a role stands for all of it."""
    head = head_of(sentence, found)
    if head is None or head.feats.get("Number") == "Plur":
        return False
    one = any(kid.lemma == "uno" for kid in sentence.kids(head.i, "det"))
    words = sentence.within(found.party.start, found.party.end)
    return one or any(word.pos == "PROPN" for word in words)


def _is_what_for(sentence: Sentence, item: Draft) -> bool:
    """«el procedimiento establecido para hacer **acuerdos** entre partidos»: what a thing is for."""
    return item.act is not EventType.PROTEST and any(
        token.dep == "advcl"
        and token.mark == "para"
        and sentence.tokens[token.head].pos in ("ADJ", "NOUN")
        for token in clauses(sentence, item)[:1]
    )


def _is_of_nowhere(item: Draft) -> bool:
    """«agentes que trabajan con las autoridades», «amenazas de funcionarios corruptos»: of no state that
    anything in the sentence or on the page tells."""
    sides = (*item.actors, *item.recipients)
    if item.act is EventType.COOPERATE and any(f.via == "pronoun" for f in item.actors):
        return not any(f.party.country for f in item.actors)  # «**estos** venden a la petrolera»
    if any(f.party.country for f in sides):
        return False
    if item.act is EventType.CONSULT:
        return any(f.party.sector is None for f in sides)
    vague = item.act is EventType.THREATEN and item.match.kind == "noun" and not item.recipients
    return vague or item.act is EventType.COOPERATE


def _is_announced_force(sentence: Sentence, item: Draft) -> bool:
    """«anuncian **secuestros** en las redes»: who announces violence has not done it."""
    if item.act is not EventType.ASSAULT or item.match.kind != "noun":
        return False
    carrier = next((sentence.tokens[v] for v in sentence.carriers(item.match.i)), None)
    return carrier is not None and carrier.lemma == "anunciar"


def _is_a_habit(item: Draft) -> bool:
    """«muchos matan y nunca son capturados»: that nobody did it to people of nowhere is no denial."""
    if item.modality is not Modality.DENIED or item.actors:
        return False
    return all(f.party.sector in (None, "CVL") and not f.party.country for f in item.recipients)


def _is_a_caution(sentence: Sentence, item: Draft) -> bool:
    """«advirtió al Gobierno de los riesgos», «de que faltan camas»: to warn of what is so threatens
    nobody."""
    i = item.match.i
    if item.match.frame.id != "threaten.warn" or sentence.tokens[i].lemma != "advertir":
        return False
    hazards = (t for kid in (i, *(k.i for k in sentence.kids(i))) for t in sentence.kids(kid))
    if any(t.lemma in _HAZARDS and t.case in _OF_WHAT for t in hazards):
        return True
    for clause in sentence.kids(i, "comp"):
        finite = (clause, *sentence.kids(clause.i, "aux", "cop"))
        tenses = {t.feats.get("Tense") for t in finite if t.feats.get("Mood") == "Ind"}
        if tenses & {"Imp", "Past", "Pres"} and not tenses & {"Fut"}:
            return not sentence.kids(clause.i, "mark") or not any(
                k.lower == "si" for k in sentence.kids(clause.i, "mark", "advcl")
            )
    return False


def _is_what_the_law_bans(sentence: Sentence, item: Draft) -> bool:
    """«la ley prohíbe a los funcionarios participar en **huelgas**»: what is banned is not done."""
    above = sentence.above(item.match.i)
    return item.act is EventType.PROTEST and any(
        t.lemma == "prohibir"
        and any(sentence.tokens[j].lemma in _RULES for j in sentence.roles(t.i).get("subj", ()))
        for t in above
    )


def _is_in_a_work(sentence: Sentence, item: Draft) -> bool:
    """«el libro cuenta cómo la CIA **derrocó** al presidente»."""
    return any(
        above.lemma in _NARRATING
        and any(kid.lemma in _WORKS for kid in sentence.kids(above.i, "subj"))
        for above in sentence.above(item.match.i)
    )


def _is_any(sentence: Sentence, item: Draft) -> bool:
    """«respondería a un **ataque** de …», «cualquier **ataque**»: one that may never come."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or item.told.modality != "happened":
        return False
    articles = {kid.lemma for kid in sentence.kids(token.i, "det")}
    if "cualquiera" in articles or "cualquier" in articles:
        return True
    head = sentence.tokens[token.head]
    answered = head.lemma in ("reaccionar", "responder") and token.case == "a"
    to_come = head.feats.get("Mood") == "Cnd" or head.feats.get("Tense") == "Fut"
    return "uno" in articles and answered and to_come
