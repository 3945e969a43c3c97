"""What a Spanish sentence says of a deed beside telling it: what one would be, what is usual or
remembered, what people march against, what others expect, what the police is there for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuquo.events.lexicon import Lexicon
from statuquo.events.record import EventType
from statuquo.language.grammar import Sentence, Token

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_USUAL = frozenset(
    {"común", "constante", "corriente", "frecuente", "habitual", "normal", "recurrente"}
)
_STIRRING = frozenset({"alentar", "atizar", "avivar", "azuzar", "incitar", "instigar"})
_REMEMBERING = frozenset({"evocar", "recordar", "rememorar"})
_MEMORIES = frozenset({"cómo", "cuando", "cuándo"})
_AT_HOME = frozenset(
    {"burocracia", "corrupción", "desempleo", "desigualdad", "despilfarro", "impunidad",
     "inseguridad", "pobreza", "política", "privilegio"}
)  # fmt: skip
_POLICE = frozenset({"autoridades", "patrulla", "policía"})
_STRIKES = frozenset({"asedio", "atentado", "masacre", "matanza"})
_DEEDS = frozenset(
    {"anexión", "bloqueo", "bombardeo", "evacuación", "invasión", "ocupación", "retirada", "salida"}
)
_REACHING = frozenset({"anuncio", "cierre", "conclusión", "consecución", "logro"})
_MARCHING = frozenset(
    {"concentración", "manifestación", "manifestar", "marcha", "marchar", "movilización", "protesta",
     "protestar"}
)  # fmt: skip
_RELATING = frozenset({"asociar", "comparar", "relacionar", "vincular"})
_BRINGING = frozenset(
    {"causar", "desatar", "generar", "incluir", "motivar", "originar", "provocar"}
)
_BELIEVING = frozenset(
    {
        "augurar",
        "calcular",
        "creer",
        "estimar",
        "imaginar",
        "intuir",
        "opinar",
        "sospechar",
        "suponer",
    }
)
_PURSUING = frozenset({EventType.ACCUSE, EventType.COERCE, EventType.SANCTION, EventType.THREATEN})


def is_incidental(sentence: Sentence, item: Draft, lexicon: Lexicon) -> bool:
    """Whether a Spanish sentence speaks of the act of a draft without telling it as news.

    Args:
        sentence: the sentence.
        item: the draft.
        lexicon: holds the words of private crime.
    """
    return (
        _is_weighed(sentence, item)
        or _is_known_accord(sentence, item)
        or _is_of_a_place(sentence, item)
        or _is_left_place(sentence, item)
        or _is_support_of_a_deed(sentence, item)
        or _is_who_does_it(sentence, item)
        or _is_habitual(sentence, item)
        or _is_with_whom_alone(sentence, item)
        or _is_made_something(sentence, item)
        or _is_remembered(sentence, item)
        or _is_stirred_up(sentence, item)
        or _is_promised_at_home(sentence, item)
        or _is_call_for_police(item)
        or _is_protested_against(sentence, item)
        or _is_kept_out(sentence, item)
        or _is_stopped_by_others(item)
        or _is_believed_to_come(sentence, item)
        or _is_police_work(sentence, item, lexicon)
    )


def _is_weighed(sentence: Sentence, item: Draft) -> bool:
    """«un **viaje** del rey a Ceuta no es prudente», «una **invasión** sería un error»: what one such
    deed would be, not that there was one."""
    token = sentence.tokens[item.match.i]
    article = next((kid for kid in sentence.kids(token.i, "det") if kid.lemma == "uno"), None)
    if item.match.kind != "noun" or article is None:
        return False
    head = sentence.tokens[token.head]
    if token.dep in ("appos", "obj") and sentence.tokens[article.i - 1].text == ",":
        # what stands apart from the verb before it is the subject of the next
        after = (t for t in sentence.tokens[token.i :] if sentence.kids(t.i, "cop"))
        head = next(after, head)
    elif token.dep != "subj":
        return False
    copulas = sentence.kids(head.i, "cop")
    finite = (head, *sentence.kids(head.i, "aux"), *copulas)
    return bool(copulas) and any(
        t.feats.get("Mood") == "Cnd" or t.feats.get("Tense") in ("Fut", "Pres") for t in finite
    )


def _is_known_accord(sentence: Sentence, item: Draft) -> bool:
    """«el texto del **acuerdo** entre …»: one that is known; «la firma del **acuerdo**» tells it itself."""
    token = sentence.tokens[item.match.i]
    if item.match.frame.id != "agree.accord" or item.match.kind != "noun":
        return False
    head = sentence.tokens[token.head]
    known = any(kid.lemma == "el" or kid.lower == "del" for kid in sentence.kids(token.i))
    below = token.dep == "nmod" and token.case == "de" and head.pos == "NOUN"
    return known and below and head.lemma not in _REACHING


def _is_of_a_place(sentence: Sentence, item: Draft) -> bool:
    """«el **atentado** de Kabul», «el **asedio** de Kiev»: the town suffers it, whatever government its
    name stands for elsewhere."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or token.lemma not in _STRIKES or item.recipients:
        return False
    below = {k.start for k in sentence.kids(token.i, "nmod") if k.case == "de"}
    return bool(item.actors) and all(
        f.party.start in below and f.via == "name" and f.party.sector == "GOV" for f in item.actors
    )


def _is_left_place(sentence: Sentence, item: Draft) -> bool:
    """«lamentó la **retirada** de Afganistán»: with one complement alone it is the place that is left."""
    token = sentence.tokens[item.match.i]
    if item.match.frame.id != "retreat.withdraw" or item.match.kind != "noun" or token.dep != "obj":
        return False
    below = [k for k in sentence.kids(token.i, "nmod") if k.case == "de"]
    others = sentence.roles(token.head).get("subj", ())
    return (
        len(below) == 1
        and bool(others)
        and all(
            f.party.start == below[0].start and f.via == "name" and not f.person
            for f in item.actors
        )
    )


def _is_support_of_a_deed(sentence: Sentence, item: Draft) -> bool:
    """«defendió la **invasión** de Irak», «… la **retirada** de Afganistán»: what is backed is the deed,
    not those it is done to."""
    if item.type is not EventType.SUPPORT or item.match.kind != "verb" or not item.recipients:
        return False
    deeds = (k for k in sentence.kids(item.match.i, "obj") if k.lemma in _DEEDS)
    below = {sentence.tokens[j].start for deed in deeds for j in sentence.subtree(deed.i)}
    return all(f.party.start in below for f in item.recipients)


def _is_who_does_it(sentence: Sentence, item: Draft) -> bool:
    """«ella, la **crítica** del mandatario»: the noun names a person."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or token.dep != "appos":
        return False
    return sentence.tokens[token.head].pos == "PRON"


def _is_habitual(sentence: Sentence, item: Draft) -> bool:
    """«cada día son más comunes las **agresiones** a policías»: what happens again and again, no deed."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or token.dep != "subj":
        return False
    head = sentence.tokens[token.head]
    said = (head, *sentence.kids(head.i, "attr", "xcomp"))
    return any(t.lemma in _USUAL or t.lower in _USUAL for t in said)


def _is_with_whom_alone(sentence: Sentence, item: Draft) -> bool:
    """«las **negociaciones** con Rusia y con Ucrania»: both are those whom somebody unsaid talks with."""
    if item.match.kind != "noun" or item.act is not EventType.CONSULT:
        return False
    others = sentence.roles(item.match.i).get("con", ())
    starts = [sentence.tokens[k].start for j in others for k in (j, *sentence.coordinated(j))]
    return all(
        any(f.party.start <= start < f.party.end for start in starts)
        for f in (*item.actors, *item.recipients)
    )


def _is_made_something(sentence: Sentence, item: Draft) -> bool:
    """«prometió hacer de la **detención** un ejemplo», «no hizo pública su **adhesión**»: what is made of
    a deed, not the deed."""
    token = sentence.tokens[item.match.i]
    head = sentence.tokens[token.head]
    if item.match.kind != "noun" or head.lemma != "hacer":
        return False
    if token.case == "de":
        return bool(sentence.kids(head.i, "obj"))
    public = any(kid.lemma == "público" for kid in sentence.kids(head.i, "amod", "obj", "xcomp"))
    return public and item.told.modality == "not"


def _is_remembered(sentence: Sentence, item: Draft) -> bool:
    """«recordó **cuando** era niño y vio cómo el Senado se negó»: a memory."""
    return any(
        above.lemma in _REMEMBERING
        and any(
            t.lower in _MEMORIES
            for clause in sentence.kids(above.i, "comp")
            for t in sentence.kids(clause.i, "advmod", "mark", "obl")
        )
        for above in sentence.above(item.match.i)
    )


def _is_stirred_up(sentence: Sentence, item: Draft) -> bool:
    """«lo encarceló por haber alentado las **protestas**»: what somebody is said to have fed."""
    token = sentence.tokens[item.match.i]
    if item.act is not EventType.PROTEST or item.match.kind != "noun" or token.dep != "obj":
        return False
    head = sentence.tokens[token.head]
    named = any(f.via != "owner" for f in item.actors)
    return head.lemma in _STIRRING and not named


def _is_promised_at_home(sentence: Sentence, item: Draft) -> bool:
    """«prometió poner fin a las **políticas** de su rival», «acabar con la **pobreza**»: what one would do
    in office is offered to no other side."""
    if item.match.frame.id != "agree.pledge" or item.recipients or item.match.kind != "verb":
        return False
    clauses = sentence.kids(item.match.i, "comp", "xcomp")
    things = (t for clause in clauses for t in sentence.kids(clause.i, "obj", "obl"))
    return any(
        t.lemma in _AT_HOME or any(k.lemma in _AT_HOME for k in sentence.kids(t.i, "nmod"))
        for t in things
    )


def _is_call_for_police(item: Draft) -> bool:
    """«los vecinos pidieron ayuda a las autoridades»: people who call for those who are there for it."""
    if item.type is not EventType.REQUEST or item.act is not EventType.AID or not item.recipients:
        return False
    return all(f.party.sector == "CVL" for f in item.actors) and all(
        f.party.text.lower().removeprefix("las ").removeprefix("la ") in _POLICE
        for f in item.recipients
    )


def _is_protested_against(sentence: Sentence, item: Draft) -> bool:
    """«una marcha contra la **extradición** de los presos», «protestó contra la decisión de **liberarlo**»:
    what people march against is no second event."""
    if item.act is EventType.PROTEST:
        return False
    below = sentence.tokens[item.match.i]
    for token in (below, *sentence.above(below.i)):
        if sentence.is_verb(token.i) and token.feats.get("VerbForm") != "Inf":
            return False
        if token.case == "contra" and token.dep in ("nmod", "obl"):
            # «una manifestación de miles de personas contra …»
            return any(above.lemma in _MARCHING for above in sentence.above(token.i))
    return False


def _is_kept_out(sentence: Sentence, item: Draft) -> bool:
    """«la visita no provocó **protestas**», «lo relacionó con las **protestas**»: not told, or told of."""
    token = sentence.tokens[item.match.i]
    if item.act is not EventType.PROTEST or item.match.kind != "noun":
        return False
    head = sentence.tokens[token.head]
    if token.dep in ("obl", "obj", "nmod") and token.case == "con" and head.lemma in _RELATING:
        return True
    no = any(kid.lower in ("no", "tampoco") for kid in sentence.kids(head.i, "advmod"))
    return no and token.dep == "obj" and head.lemma in _BRINGING


def _is_stopped_by_others(item: Draft) -> bool:
    """«frenar los **saqueos**»: who stops them is not he who did them, and yields nothing."""
    if item.act is not EventType.PROTEST or item.type is not EventType.RETREAT:
        return False
    return item.match.kind == "noun" and all(f.via == "owner" for f in item.actors)


def _is_believed_to_come(sentence: Sentence, item: Draft) -> bool:
    """«el analista cree que China **atacará**»: what somebody else expects."""
    if "future" not in item.told.route:
        return False
    for token in clauses(sentence, item):
        head = sentence.tokens[token.head]
        if token.dep == "comp" and head.lemma in _BELIEVING:
            who = [sentence.tokens[j].start for j in sentence.roles(head.i).get("subj", ())]
            return not any(
                f.party.start <= start < f.party.end for f in item.actors for start in who
            )
    return False


def _is_police_work(sentence: Sentence, item: Draft, lexicon: Lexicon) -> bool:
    """«la policía detuvo a dos jóvenes por **robar** un coche»: crime between private people is no
    public affair when those who are there for it pursue it."""
    if item.type not in _PURSUING or not item.recipients:
        return False
    told = {token.lemma for token in sentence.tokens}
    words = lexicon.violence
    if not told & words.get("private", frozenset()) or told & words.get("political", frozenset()):
        return False
    return all(f.party.sector in ("COP", "JUD") for f in item.actors) and all(
        f.party.sector in ("CRM", "CVL", None) for f in item.recipients
    )


def clauses(sentence: Sentence, item: Draft) -> list[Token]:
    """The verbs that tell the act, from its own clause up to the first finite one.

    Args:
        sentence: the sentence.
        item: the draft.
    """
    verbs = []
    for token in (sentence.tokens[item.match.i], *sentence.above(item.match.i)):
        if not sentence.is_verb(token.i):
            continue
        verbs.append(token)
        if any(
            t.feats.get("VerbForm") == "Fin"
            for t in (token, *sentence.kids(token.i, "aux", "aux:pass"))
        ):
            break
    return verbs
