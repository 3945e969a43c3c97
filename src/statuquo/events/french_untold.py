"""What French words hold without telling it: who is what, what is to be hoped or proved, what a body is
called, what people do with their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuquo.events.record import EventType
from statuquo.events.violence import head_of
from statuquo.language.grammar import Sentence, Token

if TYPE_CHECKING:
    from statuquo.entities.resolve import Found
    from statuquo.events.drafting import Draft

_STUDIES = frozenset({"article", "étude", "livre", "recherche", "sondage"})
_PLAGUES = frozenset(
    {
        "crise",
        "disparition",
        "drame",
        "épidémie",
        "fléau",
        "inflation",
        "maladie",
        "pénurie",
        "vague",
    }
)
_PROOFS = frozenset({"certitude", "indice", "preuve"})
_RULES = frozenset(
    {"article", "charte", "code", "consigne", "constitution", "loi", "norme", "règle", "règlement"}
)
_MARCHES = frozenset(
    {"campagne", "combat", "comité", "grève", "lutte", "manifestation", "marche", "mobilisation",
     "mouvement", "pétition", "rassemblement"}
)  # fmt: skip
_FOR = frozenset({"en_faveur_de", "pour"})
_UNITED = frozenset({"CVL", "ELI", "GOV", "LEG", "PTY"})
_HELD = frozenset({"détenu", "otage", "prisonnier"})
_PASSAGE = frozenset(
    {"accès", "baignade", "circulation", "entrée", "navigation", "stationnement", "trafic"}
)
_WORKS = frozenset({"chaudière", "entrepôt", "gaz", "mine", "raffinerie", "silo", "usine"})
_FOLLOWERS = frozenset({"électeur", "sondé", "sympathisant"})
_SPANS_OF_LIFE = frozenset({"carrière", "enfance", "jeunesse"})
_HOUSES = frozenset({"fondation", "hôpital", "musée", "museum", "orchestre", "université", "école"})
_DAMAGE = frozenset({"assault.destroy", "protest.riot", "protest.vandalize"})
_OWN = frozenset({"leur", "leurs", "sa", "ses", "son"})
_AT = frozenset({"à", "dans", "de", "devant", "près_de", "vers"})
_PLACING = frozenset(
    {"déployer", "maintenir", "mettre", "placer", "positionner", "poster", "prépositionner"}
)
_DANGERS = frozenset({"crue", "éboulement", "fuite", "gaz", "incendie", "inondation", "séisme"})
_TITLES = frozenset({"agence", "bureau", "comité", "fonds", "force", "mission", "programme"})
_DECIDING = frozenset({"décider", "demander", "ignorer", "savoir"})
_USUAL = frozenset(
    {"courants", "courantes", "fréquent", "fréquente", "fréquents", "fréquentes", "habituels", "habituelles",
     "quotidiens", "quotidiennes", "récurrent", "récurrente", "récurrents", "récurrentes"}
)  # fmt: skip


def is_untold_in_french(sentence: Sentence, item: Draft) -> bool:
    """Whether a French sentence holds the words of an act but tells none.

    Args:
        sentence: a French sentence.
        item: the draft.
    """
    return (
        _is_assessed(sentence, item)
        or _is_by_a_study(sentence, item)
        or _is_by_a_plague(sentence, item)
        or _is_left_unpublished(sentence, item)
        or _is_unproved(sentence, item)
        or _is_left_open(sentence, item)
        or _is_made_up_of(sentence, item)
        or _is_in_a_name(sentence, item)
        or _is_demand_of_march(sentence, item)
        or _is_rally(sentence, item)
        or _is_by_a_rule(sentence, item)
        or _is_courted_by_press(sentence, item)
        or _is_of_those_held(sentence, item)
        or _is_record(sentence, item)
        or _is_traffic(sentence, item)
        or _is_accident(sentence, item)
        or _is_opinion(sentence, item)
        or _is_of_a_life(sentence, item)
        or _is_gift(sentence, item)
        or _is_of_ones_own(sentence, item)
        or _is_seat(sentence, item)
        or _is_way_to_meet(sentence, item)
        or _is_how_they_stand(sentence, item)
        or _is_self_praise(sentence, item)
        or _is_private_help(item)
        or _is_rescue(sentence, item)
        or _is_grumbling(sentence, item)
        or _is_labelled(sentence, item)
        or _is_rule_of_place(sentence, item)
        or _is_compared(sentence, item)
        or _is_habitual(sentence, item)
        or _is_by_a_stray_hand(item)
        or _is_met_with(sentence, item)
        or _is_own_diary(item)
        or _is_position_held(sentence, item)
    )


def _is_assessed(sentence: Sentence, item: Draft) -> bool:
    """«un blessé est à **déplorer**»: what is to be done is done by nobody."""
    token = sentence.tokens[item.match.i]
    bare = token.feats.get("VerbForm") == "Inf" and token.mark == "à"
    return bare and sentence.tokens[token.head].lemma == "être"


def _subject(sentence: Sentence, item: Draft) -> Token | None:
    """The noun that stands as subject of the act, or of the verb that carries it."""
    at = item.match.i
    if item.match.kind == "noun":
        at = next(iter(sentence.carriers(at)), at)
    subjects = sentence.roles(at).get("subj", ())
    return sentence.tokens[subjects[0]] if subjects else None


def _is_by_a_study(sentence: Sentence, item: Draft) -> bool:
    """«une étude **américaine** tire la sonnette d'alarme»: no government."""
    first = _subject(sentence, item)
    owned = bool(item.actors) and all(f.via == "owner" for f in item.actors)
    return owned and first is not None and first.lemma in _STUDIES


def _is_by_a_plague(sentence: Sentence, item: Draft) -> bool:
    """«une vague de départs d'opposants **frappe** le pays»: what strikes is no opponent."""
    first = _subject(sentence, item)
    force = item.act is EventType.ASSAULT and item.match.kind == "verb"
    owned = bool(item.actors) and all(f.via == "owner" for f in item.actors)
    return force and owned and first is not None and first.lemma in _PLAGUES


def _is_left_unpublished(sentence: Sentence, item: Draft) -> bool:
    """«aucun communiqué n'a paru en **protestation**»."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or token.case != "en" or not sentence.is_verb(token.head):
        return False
    first = (kid for kid in sentence.kids(token.head) if kid.dep.startswith("subj"))
    return any(kid.lower == "aucun" for noun in first for kid in sentence.kids(noun.i, "det"))


def _is_unproved(sentence: Sentence, item: Draft) -> bool:
    """«n'a pas la preuve que la milice **a commis** un attentat»."""
    for token in (sentence.tokens[item.match.i], *sentence.above(item.match.i)):
        noun = sentence.tokens[token.head]
        if noun.lemma in _PROOFS and noun.pos == "NOUN" and token.mark == "que":
            verb = noun.head
            denied = {"aucune", "jamais", "pas", "plus", "sans"}
            words = (*sentence.kids(verb), *sentence.kids(noun.i), sentence.tokens[noun.i])
            return any(t.lower in denied or t.case in denied for t in words)
    return False


def _is_left_open(sentence: Sentence, item: Draft) -> bool:
    """«décidera s'il continue **d'accorder** des fonds»: a question within a sentence."""
    for token in (sentence.tokens[item.match.i], *sentence.above(item.match.i)):
        asked = any(k.lower in ("si", "s'") and k.dep == "mark" for k in sentence.kids(token.i))
        if asked and sentence.tokens[token.head].lemma in _DECIDING and token.i > token.head:
            return True
    return False


def _is_made_up_of(sentence: Sentence, item: Draft) -> bool:
    """«l'alliance qui **réunit** les deux partis», «une coalition réunissant …»: its members."""
    token = sentence.tokens[item.match.i]
    described = token.dep in ("acl", "relcl") and not sentence.kids(token.i, "aux")
    return item.match.frame.id == "consult.gather" and described and item.type is item.act


def _is_in_a_name(sentence: Sentence, item: Draft) -> bool:
    """«président du **Rassemblement** du contribuable», «les Forces de **libération** du Sud»: part of what
    a body is called."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or not token.i:
        return False
    before = sentence.tokens[token.i - 1]
    if token.text[0].isupper() and not token.text.isupper() and before.pos in ("ADP", "DET"):
        return item.act is EventType.PROTEST and token.dep == "nmod"
    if token.case == "pour" and _is_titled(sentence, token.i):
        return True
    while token.dep == "nmod" and token.case in ("de", "pour"):
        token = sentence.tokens[token.head]
        if token.pos == "NOUN" and token.i and token.text[0].isupper():
            return sentence.tokens[token.i - 1].pos in ("ADP", "DET") and not token.text.isupper()
    return False


def _is_titled(sentence: Sentence, i: int) -> bool:
    """«la **Mission** de l'ONU pour le soutien de la paix»: the parser hangs it on the verb."""
    for token in reversed(sentence.tokens[max(0, i - 8) : i]):
        if token.pos in ("AUX", "PUNCT", "SCONJ") or token.feats.get("VerbForm") == "Fin":
            return False
        if token.i and token.lemma in _TITLES and token.text[0].isupper():
            return True
    return False


def _is_demand_of_march(sentence: Sentence, item: Draft) -> bool:
    """«une marche pour la **libération** des otages»: what people march for has not come about."""
    token = sentence.tokens[item.match.i]
    below = token.dep in ("nmod", "obl") and token.case in _FOR
    return item.match.kind == "noun" and below and sentence.tokens[token.head].lemma in _MARCHES


def _is_rally(sentence: Sentence, item: Draft) -> bool:
    """«le candidat donnera un **rassemblement**», «le rassemblement de la gauche»: a party's meeting, or
    its unity."""
    return (
        item.act is EventType.PROTEST
        and item.match.kind == "noun"
        and sentence.tokens[item.match.i].lemma in ("meeting", "rassemblement")
        and bool(item.actors)
        and not item.recipients
        and all(f.party.sector in _UNITED and f.party.sector != "CVL" for f in item.actors)
    )


def _is_by_a_rule(sentence: Sentence, item: Draft) -> bool:
    """«la loi **exige** que l'accord soit signé»: a law asks nobody for anything today."""
    first = _subject(sentence, item)
    if item.told.governor is not None:
        roles = sentence.roles(item.told.governor.i).get("subj", ())
        first = sentence.tokens[roles[0]] if roles else first
    return item.type is EventType.REQUEST and first is not None and first.lemma in _RULES


def _is_courted_by_press(sentence: Sentence, item: Draft) -> bool:
    """«il était **sollicité** par la chaîne»."""
    verb = sentence.tokens[item.match.i].lemma in ("inviter", "solliciter")
    return verb and bool(item.actors) and all(f.party.sector == "JRN" for f in item.actors)


def _is_of_those_held(sentence: Sentence, item: Draft) -> bool:
    """«les détenus **incarcérés** pour des délits mineurs»: what all of them are."""
    token = sentence.tokens[item.match.i]
    head = sentence.tokens[token.head]
    return item.act is EventType.COERCE and token.dep == "acl" and head.lemma in _HELD


def _is_record(sentence: Sentence, item: Draft) -> bool:
    """«connus de la police, **ayant** déjà **été incarcérés**», «l'armée a déjà **renversé** trois
    gouvernements»: what somebody has behind him."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "verb" or item.act not in (EventType.ASSAULT, EventType.COERCE):
        return False
    kids = sentence.kids(token.i)
    before = any(kid.lower == "déjà" for kid in kids)
    having = any(kid.lower == "ayant" for kid in kids)
    return before and (having or item.match.frame.id == "coerce.coup")


def _is_traffic(sentence: Sentence, item: Draft) -> bool:
    """«l'**entrée** au parc est interdite»: by nobody, to nobody."""
    if item.match.frame.id != "coerce.ban" or item.actors:
        return False
    things = sentence.roles(item.match.i).get("obj", ())
    return any(sentence.tokens[j].lemma in _PASSAGE for j in things)


def _is_accident(sentence: Sentence, item: Draft) -> bool:
    """«des explosions dans des **mines** ont tué dix personnes», «des militaires, dont l'**équipage**, ont
    été tués»: nobody did it."""
    if item.match.frame.id != "assault.kill" or item.actors:
        return False
    if any(token.lemma == "équipage" for token in sentence.tokens):
        return True
    first = _subject(sentence, item)
    if first is None or first.lemma != "explosion":
        return False
    return any(kid.lemma in _WORKS for kid in sentence.kids(first.i, "nmod"))


def _is_opinion(sentence: Sentence, item: Draft) -> bool:
    """«les **sympathisants** du parti soutiennent le mouvement»: what pollsters hear."""
    heads = [head_of(sentence, found) for found in item.actors]
    followers = any(head is not None and head.lemma in _FOLLOWERS for head in heads)
    return item.type is EventType.SUPPORT and followers


def _is_of_a_life(sentence: Sentence, item: Draft) -> bool:
    """«a milité pour la paix au début de sa **carrière**»; «X, qui **avait rencontré** cent rois, était un
    homme d'affaires»: a life, not news."""
    at = item.match.i
    if item.match.kind == "noun":
        at = next(iter(sentence.carriers(at)), at)
    times = sentence.kids(at, "obl", "nmod")
    spans = (*times, *(kid for time in times for kid in sentence.kids(time.i, "nmod")))
    if any(
        span.lemma in _SPANS_OF_LIFE
        and any(kid.lower in _OWN for kid in sentence.kids(span.i, "det"))
        for span in spans
    ):
        return True
    token = sentence.tokens[at]
    pluperfect = any(
        kid.lemma == "avoir" and kid.feats.get("Tense") == "Imp" for kid in sentence.kids(at, "aux")
    )
    if token.dep != "relcl" or not pluperfect:
        return False
    whom = sentence.tokens[token.head]
    # the parser may take the sentence for a list: «X, qui avait …, était l'un des …»
    said = (sentence.tokens[whom.head], *sentence.kids(whom.i, "conj"))
    copulas = (cop for verb in said for cop in sentence.kids(verb.i, "cop"))
    return whom.dep in ("subj", "root") and any(c.feats.get("Tense") == "Imp" for c in copulas)


def _is_gift(sentence: Sentence, item: Draft) -> bool:
    """«avait promis un million au **musée**»."""
    if item.match.frame.id not in ("agree.promise", "aid.fund"):
        return False
    ruling = any(f.party.sector in ("GOV", "IGO", "LEG") for f in item.actors)
    houses = (token for token in sentence.tokens if token.lemma in _HOUSES)
    return not ruling and any(token.case == "à" for token in houses)


def _is_of_ones_own(sentence: Sentence, item: Draft) -> bool:
    """«les grévistes ont brûlé **leur** cabane»."""
    if item.match.frame.id not in _DAMAGE or item.match.kind != "verb":
        return False
    people = bool(item.actors) and all(_is_people(f) for f in (*item.actors, *item.recipients))
    things = sentence.roles(item.match.i).get("obj", ())
    own = (kid for j in things for kid in sentence.kids(j, "det"))
    return people and any(kid.lower in _OWN for kid in own)


def _is_seat(sentence: Sentence, item: Draft) -> bool:
    """«au **siège** du parti»: where it has its offices."""
    token = sentence.tokens[item.match.i]
    return item.type is EventType.ASSAULT and token.lemma == "siège" and token.case in _AT


def _is_way_to_meet(sentence: Sentence, item: Draft) -> bool:
    """«en allant **à la rencontre** des élus»: only who goes meets them."""
    i = item.match.i
    words = [token.lower for token in sentence.tokens[max(0, i - 2) : i + 1]]
    return item.match.kind == "noun" and words == ["à", "la", "rencontre"]


def _is_how_they_stand(sentence: Sentence, item: Draft) -> bool:
    """«des blindés seront placés en **alerte**»: the verb tells it."""
    token = sentence.tokens[item.match.i]
    noun = item.match.kind == "noun" and token.case == "en" and item.act is EventType.MOBILIZE
    return noun and sentence.tokens[token.head].lemma in _PLACING


def _is_self_praise(sentence: Sentence, item: Draft) -> bool:
    """«se **félicite** d'avoir évité le pire»: of what he did himself."""
    if item.match.frame.id != "support.hail" or item.match.kind != "verb":
        return False
    clauses = sentence.kids(item.match.i, "comp", "xcomp")
    return any(
        kid.feats.get("VerbForm") == "Inf" or (sentence.kids(kid.i, "aux") and kid.mark == "de")
        for kid in clauses
    )


def _is_private_help(item: Draft) -> bool:
    """«elle a été **aidée** par une amie»."""
    return (
        item.act is EventType.AID
        and bool(item.actors)
        and all(f.party.sector == "CVL" and not f.plural and f.person for f in item.actors)
    )


def _is_rescue(sentence: Sentence, item: Draft) -> bool:
    """«la police a **évacué** le quartier à cause d'une fuite de gaz»: for the sake of those who live there."""
    token = sentence.tokens[item.match.i]
    cleared = item.act is EventType.COERCE and token.lemma == "évacuer"
    return cleared and any(t.lemma in _DANGERS for t in sentence.tokens)


def _is_grumbling(sentence: Sentence, item: Draft) -> bool:
    """«des journalistes déplorent le niveau du débat»: opinions of nobody in particular, about nobody."""
    if item.type is not EventType.ACCUSE or item.recipients or not item.actors:
        return False
    heads = [head_of(sentence, f) for f in item.actors if f.party.sector == "JRN"]
    return len(heads) == len(item.actors) and all(
        head is not None and head.lemma == "journaliste" for head in heads
    )


def _is_labelled(sentence: Sentence, item: Draft) -> bool:
    """«« scandaleuse », « **prise d'otage** » et « honteuse »»: what something is called."""
    i, tokens = item.match.i, sentence.tokens
    if item.match.kind != "noun" or item.act not in (EventType.ASSAULT, EventType.COERCE):
        return False
    opened = any(t.text in ("«", "“") for t in tokens[max(0, i - 1) : i])
    return opened and any(t.text in ("»", "”") for t in tokens[i + 1 : i + 4])


def _is_rule_of_place(sentence: Sentence, item: Draft) -> bool:
    """«un pays **où** les partis **sont interdits**»: what a place is like."""
    token = sentence.tokens[item.match.i]
    if item.act is not EventType.COERCE or token.dep not in ("comp", "relcl") or item.actors:
        return False
    kids = sentence.kids(token.i)
    present = any(k.lemma == "être" and k.feats.get("Tense") == "Pres" for k in kids)
    perfect = any(k.lemma == "avoir" for k in kids)
    return present and not perfect and any(k.lower in ("où", "dont") for k in kids)


def _is_compared(sentence: Sentence, item: Draft) -> bool:
    """«trois fois plus que **la grève** des dockers»: a measure."""
    at = item.match.i - 1
    while at > 0 and sentence.tokens[at].pos == "DET":
        at -= 1
    words = [token.lower for token in sentence.tokens[max(0, at - 1) : at + 1]]
    measured = words in (["plus", "que"], ["moins", "que"])
    told = sentence.tokens[item.match.i].dep.startswith("subj")  # «d'autant plus que la grève dure»
    return item.match.kind == "noun" and measured and not told


def _is_habitual(sentence: Sentence, item: Draft) -> bool:
    """«**les attaques** contre les convois sont fréquentes»: what happens again and again, no deed."""
    token = sentence.tokens[item.match.i]
    head = sentence.tokens[token.head]
    subject = token.dep.startswith("subj") or (token.case == "de" and token.i < head.i)
    if item.match.kind != "noun" or not subject:  # «**de telles attaques** ont été fréquentes»
        return False
    said = (head, *sentence.kids(head.i, "attr", "xcomp"))
    return any(word.lower in _USUAL for word in said)


def _is_by_a_stray_hand(item: Draft) -> bool:
    """«**Il** a tué la famille»: a prosecutor, to whom the page has just given the word, has killed nobody;
    «**il** l'a tuée»: if he is a soldier, it was not the army."""
    if item.act is not EventType.ASSAULT or not item.actors:
        return False
    alone = bool(item.recipients) and all(
        f.via == "pronoun" and not f.plural and f.party.sector == "CVL" for f in item.recipients
    )
    sectors = {"EDU", "JRN", "JUD", "LEG"} | ({"MIL"} if alone else set())
    return all(f.via == "pronoun" and f.person and f.party.sector in sectors for f in item.actors)


def _is_met_with(sentence: Sentence, item: Draft) -> bool:
    """«le texte **rencontre** beaucoup d'opposition»: nobody."""
    if sentence.tokens[item.match.i].lemma != "rencontrer":
        return False
    things = (sentence.tokens[j] for j in sentence.roles(item.match.i).get("obj", ()))
    return any(t.lemma == "opposition" and not sentence.kids(t.i, "det") for t in things)


def _is_own_diary(item: Draft) -> bool:
    """«le candidat a **reporté** sa visite à un salon»: nobody is rebuffed."""
    if item.match.frame.id != "reject.break-off" or item.match.kind != "verb":
        return False
    return not any(f.party.sector or f.party.country for f in item.recipients)


def _is_position_held(sentence: Sentence, item: Draft) -> bool:
    """«les positions qu'il **défendait**»: what somebody used to stand for."""
    token = sentence.tokens[item.match.i]
    held = item.type is EventType.SUPPORT and token.feats.get("Tense") == "Imp"
    return held and token.dep == "relcl" and not item.recipients


def _is_people(found: Found) -> bool:
    return found.party.sector in ("AGR", "CVL", "LAB", "SOC")
