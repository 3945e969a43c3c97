"""What an act noun takes over from the clause that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuquo.language.grammar import Sentence

_HAPPENING = frozenset(
    {"avoir", "tenir", "éclater", "débuter", "commencer", "reprendre", "poursuivre", "dérouler", "ouvrir",
     "produire", "intervenir", "survenir", "continuer", "prévoir", "programmer", "trouver", "conclure",
     "entrer", "aboutir", "échouer", "achever", "annuler", "reporter", "suspendre", "cours", "vigueur",
     "begin", "break", "continue", "erupt", "happen", "hold", "occur", "open", "resume", "start", "take",
     "celebrar", "comenzar", "continuar", "empezar", "estallar", "iniciar", "ocurrir", "proseguir",
     "producir", "reanudar", "suspender"}
)  # fmt: skip
"""Words that only say of an act that it begins, is under way or ends."""
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
