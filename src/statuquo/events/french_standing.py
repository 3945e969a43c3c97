"""What French sentences say is, was meant, or is wished: aims and tasks, definitions, maxims, lasting views,
promises long made. Nobody does it while they are told."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from statuquo.events.record import EventType
from statuquo.events.violence import head_of
from statuquo.language.grammar import Sentence, Token

if TYPE_CHECKING:
    from statuquo.events.drafting import Draft

_AIMS = frozenset(
    {
        "ambition",
        "but",
        "espoir",
        "finalité",
        "idée",
        "intérêt",
        "objectif",
        "rêve",
        "souhait",
        "vœu",
    }
)
_TASKS = frozenset({"fonction", "métier", "mission", "objectif", "rôle", "travail", "tâche"})
_WHOEVER = frozenset({"qui", "quiconque"})
_BODIES = frozenset(
    {"agence", "alliance", "association", "coalition", "collectif", "fondation", "fonds", "groupe",
     "institution", "milice", "mouvement", "ong", "organisation", "organisme", "parti", "programme",
     "réseau", "syndicat"}
)  # fmt: skip
_BACKING = frozenset({EventType.AID, EventType.SUPPORT})
_PLANNING = frozenset({"comporter", "exiger", "prévoir", "réclamer", "stipuler"})
_ENDS = frozenset({"arrêt", "cessation", "fin", "interruption", "levée"})
_DEMANDING = frozenset({"demander", "exiger", "prôner", "réclamer", "souhaiter", "vouloir"})
_LURING = frozenset({"amener", "convaincre", "encourager", "inciter", "persuader", "pousser"})
_PURPOSE = frozenset({"afin", "afin_de", "pour"})
_MEANING = frozenset({"chercher", "entendre", "espérer", "viser", "vouloir"})
_MOCK = frozenset({"parodie", "simulacre"})
_TOWNS = frozenset({"commune", "maire", "mairie", "municipalité"})
_WARNED = frozenset({"threaten.ultimatum", "threaten.warn"})
_PEOPLE = frozenset({"AGR", "BUS", "CVL", "EDU", "JRN", "MED", "REF"})
_COMMENTS = frozenset({"commentaire", "commenter", "déclaration"})
_THIEVES = frozenset({"braqueur", "cambrioleur", "pickpocket", "voleur"})
_ADDRESSED = frozenset({"tu", "vous"})
_RAVAGING = frozenset({"décimer", "frapper", "ravager", "toucher"})
_PLAGUES = frozenset({"crise", "drame", "épidémie", "fléau", "phénomène", "vague"})
_LIFE = frozenset({"sang", "vie"})
_FIGHTING = frozenset({"battre", "combattre", "lutter", "mourir", "périr", "sacrifier"})
_KIN = frozenset(
    {"ami", "amie", "compagne", "compagnon", "conjoint", "entourage", "famille", "femme", "frère", "mari",
     "mère", "parent", "proche", "père", "sœur", "témoin", "voisin", "épouse", "époux"}
)  # fmt: skip
_MAD = frozenset({"dément", "désaxé", "fou", "isolé", "solitaire"})
_MADMEN = frozenset({"déséquilibré", "forcené"})
_PROMISES = frozenset({"agree.pledge", "agree.promise"})


def is_standing(sentence: Sentence, item: Draft) -> bool:
    """Whether a French sentence says an act to be so, meant or wished, and not done.

    Args:
        sentence: a French sentence.
        item: the draft.
    """
    above = (sentence.tokens[item.match.i], *sentence.above(item.match.i))
    return (
        _is_old_promise(sentence, item)
        or _is_aim(sentence, above)
        or _is_task(sentence, above)
        or _is_maxim(sentence, item)
        or _is_by_degrees(sentence, above)
        or _is_definition(sentence, item, above)
        or _is_wished_upon_oneself(sentence, item)
        or _is_lasting_view(sentence, item)
        or _is_rivalry(item, above)
        or _is_oath(sentence, item)
        or _is_of_witnesses(sentence, item)
        or _is_madness(sentence, item)
        or _is_in_a_plan(sentence, item)
        or _is_end_asked(sentence, item)
        or _is_lure(above)
        or _is_which_of_them(sentence, item)
        or _is_correlative(sentence, item)
        or _is_mock(above)
        or _is_habit(above)
        or _is_relief(sentence, item)
        or _is_caution(sentence, item)
        or _is_idea(item)
        or _is_no_comment(sentence, item)
        or _is_theft(sentence, item)
        or _is_anybody(sentence, item)
        or _is_ravage(sentence, item, above)
    )


def _is_old_promise(sentence: Sentence, item: Draft) -> bool:
    """«la réforme **promise** par le ministre»: made long ago, to nobody named."""
    if item.match.frame.id not in _PROMISES or item.match.kind != "verb" or item.recipients:
        return False
    token = sentence.tokens[item.match.i]
    past = token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Past"
    aside = token.dep in ("acl", "advcl", "amod", "conj") and past
    return aside and not sentence.kids(token.i, "aux", "aux:pass")


def _is_aim(sentence: Sentence, above: tuple[Token, ...]) -> bool:
    """«l'objectif est que les partis s'**accordent**»: what is hoped for."""
    for token in above:
        for mark in sentence.kids(token.i, "mark"):
            if mark.lower not in ("que", "qu'", "qu’") or not mark.i:
                continue
            if sentence.tokens[mark.i - 1].lemma == "être":
                before = sentence.tokens[max(0, mark.i - 7) : mark.i - 1]
                return any(t.lemma in _AIMS and t.pos == "NOUN" for t in before)
    return False


def _is_task(sentence: Sentence, above: tuple[Token, ...]) -> bool:
    """«sa mission consiste à **aider** le maire»: what somebody is there for."""
    return any(
        token.lemma == "consister"
        and any(kid.lemma in _TASKS for kid in sentence.kids(token.i, "subj"))
        for token in above[1:]
    )


def _is_maxim(sentence: Sentence, item: Draft) -> bool:
    """«Qui **attaque** l'un attaque tous»: anybody, and nobody."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "verb" or token.dep == "relcl" or item.actors:
        return False
    for kid in sentence.kids(token.i, "subj"):
        before = sentence.tokens[kid.i - 1] if kid.i else None
        if kid.lower in _WHOEVER:
            return before is None or before.pos == "PUNCT"
    return False


def _is_by_degrees(sentence: Sentence, above: tuple[Token, ...]) -> bool:
    """«à mesure que ses hommes sont **tués**»: what goes on beside."""
    return any(
        mark.i and sentence.tokens[mark.i - 1].lower == "mesure"
        for token in above
        for mark in sentence.kids(token.i, "mark")
    )


def _is_definition(sentence: Sentence, item: Draft, above: tuple[Token, ...]) -> bool:
    """«l'agence est la plus grande organisation, **travaillant** avec les villages», «le Front est membre
    d'une coalition **soutenue** par l'Iran»: what a body is."""
    token = above[0]
    if item.match.kind != "verb" or token.feats.get("VerbForm") == "Inf":
        return False
    present = token.feats.get("Tense") == "Pres" and not sentence.kids(token.i, "aux")
    backed = item.act in _BACKING and token.dep == "acl"
    if token.dep not in ("acl", "advcl", "conj", "relcl") or not (present or backed):
        return False
    for head in above[1:]:
        if head.pos not in ("NOUN", "PROPN"):
            if sentence.is_verb(head.i) and head.feats.get("VerbForm") == "Part":
                continue
            return False
        copulas = sentence.kids(head.i, "cop")
        if copulas:
            is_now = any(c.feats.get("Tense") == "Pres" for c in copulas)
            return is_now and (head.lemma in _BODIES or (backed and head.lemma == "membre"))
    return False


def _is_wished_upon_oneself(sentence: Sentence, item: Draft) -> bool:
    """«il voulait se faire **abattre**»: by those who mean nothing of the kind."""
    i, tokens = item.match.i, sentence.tokens
    if item.told.modality != "intended" or i < 3 or tokens[i - 1].lower != "faire":
        return False
    return tokens[i - 2].lower in ("se", "me") and item.type is EventType.THREATEN


def _is_lasting_view(sentence: Sentence, item: Draft) -> bool:
    """«il était **hostile** à la monarchie», «les deux partis se sont toujours **entendus**»: what somebody
    used to think or do."""
    if item.type is EventType.AGREE:
        always = (kid.lower == "toujours" for kid in sentence.kids(item.match.i, "advmod"))
        return any(always) and bool(sentence.kids(item.match.i, "aux"))
    copulas = sentence.kids(item.match.i, "cop")
    before = any(c.feats.get("Tense") == "Imp" for c in copulas)
    return item.match.kind == "adjective" and before and not item.recipients


def _is_rivalry(item: Draft, above: tuple[Token, ...]) -> bool:
    """«elle a dû s'**opposer** à un autre candidat»: she had to run against him."""
    return item.match.frame.id == "reject.oppose" and any(t.lemma == "devoir" for t in above[1:2])


def _is_oath(sentence: Sentence, item: Draft) -> bool:
    """«je suis **prêt** à verser mon sang»: offers nothing to another side."""
    if item.match.frame.id != "agree.open-to":
        return False
    return any(
        clause.lemma in _FIGHTING
        or any(kid.lemma in _LIFE for kid in sentence.kids(clause.i, "obj"))
        for clause in sentence.kids(item.match.i, "comp", "xcomp")
    )


def _is_of_witnesses(sentence: Sentence, item: Draft) -> bool:
    """«ses parents ont été **entendus** par la police»: blames nobody."""
    if item.match.frame.id != "accuse.investigate" or not item.recipients:
        return False
    heads = [head_of(sentence, found) for found in item.recipients]
    return all(head is not None and head.lemma in _KIN for head in heads)


def _is_madness(sentence: Sentence, item: Draft) -> bool:
    """«un tireur fou **tue** deux passants»: for nobody's cause."""
    if item.act is not EventType.ASSAULT or len(item.actors) != 1:
        return False
    head = head_of(sentence, item.actors[0])
    if head is None:
        return False
    mad = any(kid.lemma in _MAD for kid in sentence.kids(head.i, "amod"))
    return mad or head.lemma in _MADMEN


def _is_in_a_plan(sentence: Sentence, item: Draft) -> bool:
    """«l'accord prévoyait un dialogue, l'amnistie, le **désarmement** des milices»: however long the list."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or item.told.modality != "happened" or token.case is not None:
        return False
    if item.told.governor is not None:
        return False
    if token.dep not in ("appos", "conj", "obj", "obl"):
        return False
    for before in reversed(sentence.tokens[: token.i]):
        if before.pos in ("AUX", "VERB") and before.feats.get("VerbForm") == "Fin":
            return before.lemma in _PLANNING
        if before.text in (";", ":"):
            return False
    return False


def _is_end_asked(sentence: Sentence, item: Draft) -> bool:
    """«réclame la fin de l'**occupation** du port par les grévistes»: the demand is what is told."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or item.told.modality != "happened" or token.case != "de":
        return False
    end = sentence.tokens[token.head]
    return end.lemma in _ENDS and sentence.tokens[end.head].lemma in _DEMANDING


def _is_lure(above: tuple[Token, ...]) -> bool:
    """«pour inciter le parti à **s'allier** à elle»: what something was done for."""
    for lure, over in pairwise(above[:3]):
        if lure.lemma in _LURING:
            return lure.mark in _PURPOSE or (lure.dep == "xcomp" and over.lemma in _MEANING)
    return any(t.lemma in _LURING and t.mark in _PURPOSE for t in above[:2])


def _is_which_of_them(sentence: Sentence, item: Draft) -> bool:
    """«des partis **soutenant** l'armée ont été exclus»: which of them."""
    token = sentence.tokens[item.match.i]
    if item.type is not EventType.SUPPORT or token.dep != "acl" or token.mark is not None:
        return False
    if token.feats.get("Tense") != "Pres" or token.feats.get("VerbForm") != "Part":
        return False
    between = sentence.tokens[token.head + 1 : token.i]
    return token.head < token.i and all(t.pos in ("ADJ", "ADV") for t in between)


def _is_correlative(sentence: Sentence, item: Draft) -> bool:
    """«Plus ils **manifesteront**, plus on nous aimera»: a taunt, no plan."""
    if item.told.modality != "intended":
        return False
    opening = [t.lower for t in sentence.tokens[: item.match.i] if t.pos != "PUNCT"][:1]
    if opening not in (["plus"], ["moins"]):
        return False
    return any(
        t.text == "," and sentence.tokens[t.i + 1].lower in ("plus", "moins")
        for t in sentence.tokens[item.match.i : -1]
    )


def _is_mock(above: tuple[Token, ...]) -> bool:
    """«un simulacre de **procès**»."""
    return len(above) > 1 and above[0].dep == "nmod" and above[1].lemma in _MOCK


def _is_habit(above: tuple[Token, ...]) -> bool:
    """«habitués à mener des **bombardements**»: nothing of today."""
    return any(t.lemma == "habituer" for t in above[1:3])


def _is_relief(sentence: Sentence, item: Draft) -> bool:
    """«la ville renouvelle l'état d'urgence, des soldats sont **déployés**»: towns do so after a flood."""
    if item.act is not EventType.MOBILIZE:
        return False
    words = {t.lemma for t in sentence.tokens}
    return {"état", "urgence"} <= words and bool(words & _TOWNS)


def _is_caution(sentence: Sentence, item: Draft) -> bool:
    """«les voisins avaient **mis en garde** la mairie»: people who warn of a danger threaten nobody."""
    return (
        item.match.frame.id in _WARNED
        and sentence.tokens[item.match.i].lemma in ("alerter", "avertir", "mettre", "prévenir")
        and bool(item.actors)
        and all(
            f.party.sector in _PEOPLE and f.party.entity_id is None and f.role != "protester"
            for f in item.actors
        )
    )


def _is_idea(item: Draft) -> bool:
    """«j'ai **soutenu** une France plus ouverte»: what a country might be."""
    return (
        item.type is EventType.SUPPORT
        and bool(item.recipients)
        and all(
            f.via == "name" and f.party.text.lower().startswith(("un ", "une "))
            for f in item.recipients
        )
    )


def _is_no_comment(sentence: Sentence, item: Draft) -> bool:
    """«la mairie s'est **refusée** à tout commentaire»: only the press has asked."""
    if item.match.frame.id != "reject.refuse":
        return False
    return any(
        kid.lemma in _COMMENTS for kid in sentence.kids(item.match.i, "comp", "obj", "obl", "xcomp")
    )


def _is_theft(sentence: Sentence, item: Draft) -> bool:
    """«**agressé** chez lui par un voleur»: a crime between private people."""
    if item.act is not EventType.ASSAULT:
        return False
    return any(kid.lemma in _THIEVES for kid in sentence.kids(item.match.i, "agent", "subj"))


def _is_anybody(sentence: Sentence, item: Draft) -> bool:
    """«quand vous **refusez** que l'on parle»: whoever does so."""
    return any(
        before.lower in _ADDRESSED and any(t.lower == "quand" for t in sentence.tokens[: before.i])
        for before in sentence.tokens[max(0, item.match.i - 1) : item.match.i]
    )


def _is_ravage(sentence: Sentence, item: Draft, above: tuple[Token, ...]) -> bool:
    """«une épidémie de disparitions d'opposants, qui **frappe** le pays»: they strike nobody."""
    token = above[0]
    if item.act is not EventType.ASSAULT or token.lemma not in _RAVAGING or token.dep != "relcl":
        return False
    for head in above[1:]:
        if sentence.is_verb(head.i):
            return False
        if head.lemma in _PLAGUES:
            return True
    return False
