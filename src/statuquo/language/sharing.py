"""What an act noun takes over from the clause that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuquo.language.grammar import Sentence, Token

_HAPPENING = frozenset(
    {"avoir", "tenir", "éclater", "débuter", "commencer", "reprendre", "poursuivre", "dérouler", "ouvrir",
     "produire", "intervenir", "survenir", "continuer", "prévoir", "programmer", "trouver", "conclure",
     "entrer", "aboutir", "échouer", "achever", "annuler", "reporter", "suspendre", "cours", "vigueur",
     "begin", "break", "continue", "erupt", "happen", "hold", "occur", "open", "resume", "start", "take",
     "celebrar", "comenzar", "continuar", "empezar", "estallar", "iniciar", "ocurrir", "proseguir",
     "producir", "reanudar", "suspender"}
)  # fmt: skip
"""Words that only say of an act that it begins, is under way or ends."""
_OF = frozenset({"de", "of", "d'", "d’"})
_COMITATIVE = frozenset({"à", "a", "con", "with", "avec", "to"})
_JOINING = frozenset({"coupler", "conjuguer", "ajouter", "associer", "combiner", "couple", "combine",
                      "aunar", "sumar", "unir"})  # fmt: skip
_FACING = frozenset({"face_à", "frente_a", "ante", "in_face_of", "against", "contre", "contra"})
_DRIVING = frozenset({"pousser", "contraindre", "forcer", "obliger", "conduire", "amener", "push",
                      "force", "drive", "lead", "prompt", "empujar", "forzar", "obligar", "llevar"})  # fmt: skip
DISPOSED = frozenset(
    {"able", "afraid", "anxious", "bound", "certain", "determined", "due", "eager", "entitled", "free", "keen", "likely",
     "loath", "obliged", "poised", "prepared", "prone", "quick", "ready", "reluctant", "set", "slow", "unable", "unlikely",
     "unwilling", "willing"}
)  # fmt: skip
"""Adjectives whose infinitive has the same subject: "is due **to visit** Oman"."""
TAKING = frozenset({"aceptar", "agradecer", "atender", "declinar"})
"""Verbs of taking what another offers: «aceptó la invitación que **hizo**» is another's."""
_BETWEEN = frozenset({"entre", "between"})
_SIDES = frozenset({"avec", "contre", "con", "contra", "with", "against"})
_BY = frozenset({"par", "por", "by"})
_ASKING = frozenset(
    {"demande", "requête", "invitation", "appel", "instigation", "request", "petición"}
)


def lent_by_clause(sentence: Sentence, i: int) -> Iterator[tuple[str, int]]:
    """Roles of the noun ``i`` that its clause fills, with the words that fill them.

    «une réunion s'est tenue **entre X et Y**», «des combats ont éclaté **avec Z**»; «à la demande de X,
    **Y** a …» asks Y.
    """
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep in ("subj", "subj:pass") and not sentence.kids(head.i, "obj", "agent"):
        for kid in sentence.kids(head.i, "obl", "nmod"):
            if kid.case in _BETWEEN or (kid.case in _SIDES and head.lemma in _HAPPENING):
                yield str(kid.case), kid.i
            if sentence.lang == "es":
                # «las protestas siguieron ante el palacio y **contra el gobierno**»
                for j in sentence.coordinated(kid.i):
                    if sentence.tokens[j].case == "contra":
                        yield "contra", j
    if token.dep == "obj" and not sentence.is_passive(head.i):
        # «a dénoncé l'arrestation d'un évêque par la police»
        if any(kid.case in ("de", "of") for kid in sentence.kids(i, "nmod")):
            for kid in sentence.kids(head.i, "obl", "nmod"):
                if kid.case in _BY and kid.i > i:
                    yield "by", kid.i
    if token.dep == "obl" and token.lemma in _ASKING and token.case in ("à", "at", "a"):
        if sentence.is_verb(head.i):
            for j in sentence.surface_subject(head.i):
                yield "target", j


def disposed(sentence: Sentence, i: int) -> tuple[int, ...]:
    """The Spanish noun whose adjective governs an infinitive: «unos tribunales ocupados **en
    perseguir** a la oposición», «un país decidido **a apoyar** a otro»."""
    token = sentence.tokens[i]
    adjective = sentence.tokens[token.head]
    governed = token.dep in ("xcomp", "advcl") and token.feats.get("VerbForm") == "Inf"
    if not governed or adjective.dep != "amod" or token.mark not in ("a", "en"):
        return ()
    return (adjective.head,)


def shared_by_acts(
    sentence: Sentence, i: int, roles: Mapping[str, Sequence[int]]
) -> Iterator[tuple[str, int]]:
    """Roles that the act noun ``i`` shares with the words it is joined to.

    «le soutien de Washington et les menaces»: a deed cannot be coordinated with a doer, so it
    shares him. «la prise de pouvoir de X, couplée au soutien de Y»: Y's deed is for X. «soutient
    X face à la menace de Y»: the threat is X's. «les menaces ont poussé X à …»: likewise.
    """
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep == "conj" and head.pos == "PROPN" and head.case in _OF and "gen" not in roles:
        yield "subj", head.i
        token = sentence.tokens[head.head]
    elif (
        token.dep == "conj"
        and head.pos == "NOUN"
        and not _owned(sentence, roles)
        and not (sentence.lang == "es" and sentence.kids(i, "relcl"))
    ):
        doers = sentence.roles(head.i)
        yield from (("subj", j) for j in doers.get("gen", ()) or doers.get("poss", ()))
    below_verb = token.dep in ("obl", "nmod") and sentence.is_verb(token.head)
    verb = sentence.tokens[token.head]
    if below_verb and token.case in _COMITATIVE and verb.lemma in _JOINING:
        yield from (("target", j) for j in _last_owner(sentence, verb.head, verb.i))
    if below_verb and token.case in _FACING:
        above = sentence.roles(verb.i)
        yield from (("target", j) for j in above.get("obj", ()) or above.get("subj", ()))
    for above_token in (token, *sentence.above(token.i)):
        governor = sentence.tokens[above_token.head]
        if above_token.dep == "subj" and governor.lemma in _DRIVING:
            yield from (("driven", j) for j in sentence.roles(governor.i).get("obj", ()))
        if sentence.is_verb(above_token.head):
            break


def agrees(sentence: Sentence, i: int, subjects: Sequence[int]) -> bool:
    """Whether a verb may have taken over these subjects from the clause that it is joined to.

    A Spanish verb tells who acts: in «como hemos visto y **exigido**» it is we; «lo que llevó a la
    huelga y **obligó** al ministro a dimitir» is not about several; and in «**se le permitió** volver» nobody acts.
    """
    if sentence.lang != "es":
        return True
    token = sentence.tokens[i]
    clitics = {kid.lower for kid in sentence.kids(i) if kid.i < i}
    if "se" in clitics and clitics & {"le", "les"} and token.dep == "conj":
        return False
    own = _finite(sentence, i)
    finite = own or (_finite(sentence, token.head) if token.dep == "conj" else None)
    if finite is None or any(sentence.tokens[j].pos == "PRON" for j in subjects):
        return True
    if finite.feats.get("Person") in ("1", "2"):
        return token.dep not in ("conj", "advcl")
    several = len(subjects) > 1 or len(sentence.coordinated(subjects[0])) > 1
    plural = several or sentence.tokens[subjects[0]].feats.get("Number") == "Plur"
    return not (own and plural and finite.feats.get("Number") == "Sing")


def _finite(sentence: Sentence, i: int) -> Token | None:
    """The word of a verb that bears person and number."""
    words = (sentence.tokens[i], *sentence.kids(i, "aux", "aux:pass"))
    return next((word for word in words if word.feats.get("VerbForm") == "Fin"), None)


def _owned(sentence: Sentence, roles: Mapping[str, Sequence[int]]) -> bool:
    """Whether a proper name or a possessive says whose the deed is."""
    found = (*roles.get("poss", ()), *roles.get("subj", ()), *roles.get("gen", ()))
    return any(sentence.tokens[j].pos in ("PROPN", "PRON", "DET") for j in found)


def _last_owner(sentence: Sentence, noun: int, before: int) -> tuple[int, ...]:
    """The proper name that a chain of «de» ends in, ahead of a word."""
    for j in reversed(sentence.subtree(noun)):
        token = sentence.tokens[j]
        if noun < j < before and token.pos == "PROPN" and token.case in _OF:
            return (j,)
    return ()


def is_third(token: Token) -> bool:
    """Whether a word is a finite verb of the third person."""
    return token.feats.get("VerbForm") == "Fin" and token.feats.get("Person") == "3"
