"""What French names in passing and does not tell: known deeds, states that deeds have left, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuquo.events.record import EventType
from statuquo.language.grammar import CIRCUMSTANCE, MEASURES, STRETCHES, Sentence

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_STATES = frozenset({EventType.ACCUSE, EventType.ASSAULT, EventType.COERCE})
_GIVEN = frozenset({EventType.AGREE, EventType.AID})
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_DEEDS = _FORCE | {EventType.SANCTION}
_DEFINITE = frozenset({"ce", "le", "leur", "son"})
_ABOUT = frozenset({"à", "avec", "de", "sur"})
_SPOTS = frozenset({"barrage", "blocage", "occupation"})
_AT = frozenset({"à", "après", "avant", "dans", "devant", "près_de", "sur", "vers"})
_PASSING = frozenset({"atteindre", "franchir", "longer", "passer", "quitter", "rejoindre"})
_TOLD_OF = frozenset({"agent", "nmod", "obl", "subj", "subj:pass"})
"""Places of a noun of which something else is told."""
_FIELDS = frozenset(
    {"plate-forme", "plateforme", "agence", "association", "bureau", "comité", "fonds", "groupe", "mission", "ong", "organisation",
     "organisme", "programme", "réseau", "travailleur", "volontaire"}
)  # fmt: skip
"""Bodies that are called by what they are for."""
_FRIENDLY = frozenset(
    {EventType.AID, EventType.CONSULT, EventType.COOPERATE, EventType.PROTEST, EventType.RETREAT,
     EventType.SUPPORT}
)  # fmt: skip
_WORKING = frozenset({"collaborer", "travailler"})
_CAMPS = frozenset(
    {
        "auschwitz",
        "birkenau",
        "dachau",
        "holocauste",
        "nazi",
        "nazie",
        "nazis",
        "shoah",
        "treblinka",
    }
)
_DETAILS = frozenset({"agent", "nmod", "obl", "advcl", "comp", "xcomp"})


def is_mentioned(sentence: Sentence, item: Draft) -> bool:
    """Whether French words only mention an act: in a question, as a known deed that something else is
    told about («l'auteur de l'attentat», «depuis l'arrestation du chef»), or as the state that it has
    left («la policière blessée a été évacuée»).

    Args:
        sentence: a French sentence.
        item: the draft.
    """
    return (
        sentence.text.rstrip(' »"”').endswith("?")
        or _is_known_deed(sentence, item)
        or _is_in_honour(sentence, item)
        or _is_quoted_idea(sentence, item)
        or _is_weighed(sentence, item)
        or _is_spot(sentence, item)
        or _is_called_off(sentence, item)
        or _is_state(sentence, item)
        or _is_field(sentence, item)
        or _is_career(sentence, item)
        or _is_of_the_war(sentence, item)
    )


def _is_known_deed(sentence: Sentence, item: Draft) -> bool:
    """«l'auteur de **l'attentat**», «après **l'attaque** de Lima»: a deed by nobody named, with the article
    of what is known, in a circumstance or below a noun that neither counts nor carries it."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or item.actors or item.type not in _DEEDS:
        return False
    if not any(kid.lemma in _DEFINITE for kid in sentence.kids(token.i, "det")):
        return False
    if token.case in CIRCUMSTANCE:
        return True
    head = sentence.tokens[token.head]
    below = token.dep == "nmod" and token.case in _ABOUT and head.pos == "NOUN"
    return below and head.lemma not in STRETCHES | MEASURES


def _is_in_honour(sentence: Sentence, item: Draft) -> bool:
    """«une stèle érigée **en hommage** aux marins» says what the stone is for."""
    token = sentence.tokens[item.match.i]
    return item.act is EventType.SUPPORT and item.match.kind == "noun" and token.case == "en"


def _is_quoted_idea(sentence: Sentence, item: Draft) -> bool:
    """«que **censurer** la presse, ce n'est pas la démocratie»: an infinitive with a verb of its own below
    «que» is what something is said about."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "verb" or token.feats.get("VerbForm") != "Inf":
        return False
    return token.mark in ("que", "qu'") and not sentence.kids(token.i, "aux", "subj")


def _is_weighed(sentence: Sentence, item: Draft) -> bool:
    """«sa **démission** serait mal choisie»: what is said of a deed in the conditional supposes it."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or token.dep not in ("subj", "subj:pass"):
        return False
    above = sentence.tokens[token.head]
    finite = (above, *sentence.kids(above.i, "aux", "aux:pass", "cop"))
    # «l'attaque aurait fait dix morts» is hearsay
    return any(t.feats.get("Mood") == "Cnd" and t.lemma != "avoir" for t in finite)


def _is_spot(sentence: Sentence, item: Draft) -> bool:
    """«un camion arrêté à **un blocage** de grévistes», «attendait de passer **un barrage** de …»: where
    something else happens."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or token.lemma not in _SPOTS:
        return False
    if token.dep in ("nmod", "obl"):
        return token.case in _AT
    return token.dep == "obj" and sentence.tokens[token.head].lemma in _PASSING


def _is_called_off(sentence: Sentence, item: Draft) -> bool:
    """«a annulé son appel à **la grève**»: what a call is for, where the call itself is not what is told."""
    if item.act is not EventType.PROTEST or item.match.kind != "noun" or item.told.governor:
        return False
    cases = [kid.i for kid in sentence.kids(item.match.i, "case") if kid.lemma == "à"]
    # the parser leaves «à la grève» to the verb
    return any(i and sentence.tokens[i - 1].lemma == "appel" for i in cases)


def _is_state(sentence: Sentence, item: Draft) -> bool:
    """«le chauffeur, légèrement **blessé**, est sorti», «un jeune **manifestant** est mort»: a participle of
    which neither doer, place nor time is told says how somebody is who does or undergoes something else."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "verb":
        return False
    if token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Pres":
        before = sentence.tokens[token.i - 1]
        bare = token.dep == "acl" and token.head == before.i and not sentence.kids(token.i)
        return bare or before.lemma == "jeune"
    if item.actors or item.type not in _STATES | _GIVEN:
        return False
    if token.i and sentence.tokens[token.i - 1].lower == "en":
        return True  # «a baissé en nombre de blessés comme en **tués**»
    if token.dep != "acl" or token.feats.get("VerbForm") != "Part":
        return False
    if item.type in _GIVEN:
        return True  # «a suspendu les crédits **accordés** au Mali»
    head = sentence.tokens[token.head]
    if head.i and head.pos == "NOUN" and head.text[0].isupper():
        return True  # «l'Association des Personnes **détenues**» is a name
    return head.dep in _TOLD_OF and not sentence.kids(token.i, *_DETAILS)


def _is_field(sentence: Sentence, item: Draft) -> bool:
    """«une organisation d'**aide**», «un comité de **soutien**»: what a body is for."""
    token = sentence.tokens[item.match.i]
    before = sentence.tokens[token.i - 1].lower if token.i else ""
    return (
        item.match.kind == "noun"
        and item.act in _FRIENDLY
        and token.dep == "nmod"
        and before in ("de", "d'", "d’")
        and sentence.tokens[token.head].lemma in _FIELDS
    )


def _is_career(sentence: Sentence, item: Draft) -> bool:
    """«le dessinateur a **collaboré** à deux journaux»: whom somebody has worked with in his life."""
    token = sentence.tokens[item.match.i]
    if item.act is not EventType.COOPERATE or token.lemma not in _WORKING:
        return False
    return bool(item.actors) and item.actors[0].person


def _is_of_the_war(sentence: Sentence, item: Draft) -> bool:
    """«les déportés **tués** à Auschwitz»: deeds that nobody reports any more."""
    return item.type in _FORCE and any(token.lower in _CAMPS for token in sentence.tokens)
