"""When nothing should be coded though a frame fits: sport, culture, markets, private crime."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from statuquo.entities.page import Page
from statuquo.entities.resolve import Found
from statuquo.events.background import is_background, is_history
from statuquo.events.drafting import Draft
from statuquo.events.french_standing import is_standing
from statuquo.events.french_untold import is_untold_in_french
from statuquo.events.lexicon import Lexicon
from statuquo.events.lone import by_pronoun
from statuquo.events.private import acts_alone, is_private_matter
from statuquo.events.record import EventType, Modality
from statuquo.events.unaimed import is_unaimed
from statuquo.events.untold import is_untold
from statuquo.events.violence import is_political_violence, is_private_crime
from statuquo.language.grammar import CIRCUMSTANCE, MEASURES, STRETCHES, Sentence

_ORGANISED = frozenset(
    {"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY", "OPP", "REB", "PRM", "UAF", "IGO", "NGO", "SOC",
     "LAB", "REL", "REF", "PRE", "ELI"}
)  # fmt: skip
_FROM = frozenset({"bajo", "de", "desde", "gracias_a", "según"})
_MAYBE = frozenset({"eventual", "hipotético", "posible", "probable"})
_IN_SPORT = ("hunger", "strike")
"""Modes of protest that news of sport may tell too."""
_MARKED = 4
_SHARE = 0.02
_SPARSE = 0.005
"""The same for words that hardly stand elsewhere: those of history, and of what is not true."""
_PAST_OR_FALSE = frozenset({"history", "hoax"})
"""Topics of pages that tell no news: history, and hoaxes that are retold to refute them."""
_DEALING = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.REJECT, EventType.CONCEDE}
)
_VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})
_WORDY = frozenset(
    {EventType.ACCUSE, EventType.AGREE, EventType.AID, EventType.CONCEDE, EventType.CONSULT,
     EventType.COOPERATE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT}
)  # fmt: skip
_UNOFFICIAL = frozenset({"BUS", "CVL", "JRN"})
_DEMANDING = frozenset({"protester", "family"})
"""Roles of people who speak as one: protesters, the families of victims."""
_WORKING = frozenset({"AGR", "EDU", "LAB", "MED"})
"""Trades whose people demand something of those who govern."""
_MARKS = frozenset({"'", '"', "«", "»", "“", "”", "‘", "’", "''", "``"})
_OFFERED = frozenset({EventType.AGREE, EventType.SUPPORT})
_RUNNING = frozenset({"ELI", "OPP", "PTY"})
_CAMPAIGN = frozenset({"campaña", "candidato", "candidatura", "precandidato"})
_AFTER = frozenset({"después_de", "luego_de", "tras"})
_ABLE = frozenset({"GOV", "IGO", "LEG", "MIL", "NGO", "REB"})
_OF = frozenset({"de", "of"})
_ABOUT = frozenset({"con", "de", "entre", "sobre"})
_FORMS = frozenset(
    {
        "acto",
        "caravana",
        "carta",
        "clima",
        "forma",
        "gesto",
        "hora",
        "inicio",
        "marco",
        "movimiento",
        "señal",
        "signo",
        "voz",
    }
)
"""Nouns of which a protest below them is the matter: «un acto de protesta», «el inicio de la huelga»."""
_OF_STATES = frozenset({"reject.barred"})
"""Frames that nobody but a state can fill: who is denied a visa is denied it by one."""


def silent(sentence: Sentence, item: Draft, lexicon: Lexicon, page: Page) -> bool:
    """Whether a draft should not be coded: figures of speech of other topics, private matters.

    A sentence with words of sport, culture, markets … keeps only acts between two organised
    political parties.
    """
    if page.given:
        return False
    if _is_protest_of_state(sentence, item):
        return True
    if is_history(sentence, page) or is_background(sentence, item, page):
        return True
    if _is_told_the_press(item) or _is_in_quotes(sentence, item):
        return True
    parties = (*item.actors, *item.recipients)
    organised = [found for found in parties if is_organised(found, item.type)]
    if sentence.lang == "fr":
        if is_private_matter(sentence, item) or is_untold_in_french(sentence, item):
            return True
        if is_standing(sentence, item):
            return True
        organised = [found for found in organised if not acts_alone(sentence, found)]
    topics = topics_of(sentence, lexicon)
    topics.pop("worship", None)  # a name («Juan de Dios») is no sermon
    if page.topic is not None:
        topics[page.topic] = topics.get(page.topic, 0) + 2
    if sentence.lang == "en" and topics.pop("disaster", 0) and _is_by_nature(item):
        return True
    if sentence.lang == "es" and item.type in _WORDY and not _is_said_in_public(sentence, item):
        return True
    if sentence.lang == "es" and (
        _is_campaigning(sentence, item)
        or _is_condition(sentence, item)
        or _is_general(sentence, item)
        or _is_business(item, organised)
        or is_untold(sentence, item, lexicon)
    ):
        return True
    if sentence.lang == "en" and (_is_private_dealing(item) or is_unaimed(sentence, item)):
        return True
    if page.topic in _PAST_OR_FALSE:
        return True
    if "polls" in topics and any(found.party.sector == "CVL" for found in item.actors):
        return True  # what people answer is opinion
    if item.actors and _is_share(sentence, item.actors[0]):
        return True  # «23 % des Français soutiennent»
    if topics:
        both = bool(item.actors) and (bool(item.recipients) or len(item.actors) > 1)
        bodies = [found for found in organised if found.via == "role" and not found.person]
        if "sport" in topics and item.mode in _IN_SPORT:
            return False  # referees on strike are on strike
        if "sport" in topics:
            # nations and towns play matches; police, courts and rebels do not
            return topics["sport"] > 1 or not bodies
        if sum(topics.values()) > 1:
            return not (both and len(organised) > 1)
        if "disaster" in topics and sentence.lang == "fr":
            # «un coup de grisou a tué des mineurs», «l'armée se déploie face aux inondations»
            struck = item.type in _VIOLENT and not item.actors
            return struck or item.act is EventType.MOBILIZE or not organised
        told = item.type in _VIOLENT and not any(f.party.country for f in parties)
        if "culture" in topics and told and sentence.lang == "en":
            return True  # "a film about a soldier who attacks his commander"
        return not organised
    if item.act is EventType.PROTEST:
        # «en medio de protestas» tells when something else happened; forecasts tell nothing
        around = sentence.tokens[item.match.i].case in CIRCUMSTANCE - {"en_señal_de"}
        if sentence.lang == "es" and _is_protest_mentioned(sentence, item):
            return True
        return not parties and (
            around or _is_time_mark(sentence, item) or _is_forecast(sentence, item)
        )
    if sentence.lang == "es" and (
        _is_named_in_passing(sentence, item)
        or _is_supposed(sentence, item)
        or _is_source(sentence, item)
    ):
        return True
    if item.type in _VIOLENT and not organised:
        if is_private_crime(sentence, item, lexicon):
            return True
        if is_political_violence(sentence, item, lexicon) or _is_of_nations(sentence, item):
            return False
        if sentence.lang == "es" and item.type is EventType.ASSAULT:
            form = sentence.tokens[item.match.i].feats.get("VerbForm")
            if item.match.kind == "noun" or form == "Inf":
                return True
        # people who do violence to people are a matter for the police, not for the crisis
        public = any(
            (f.plural or (f.thing and f.party.country)) and f.party.sector
            for f in parties
            if sentence.lang != "fr" or not acts_alone(sentence, f)
        )
        return bool(item.actors) or not public
    if sentence.lang == "es" and _is_demand_of_many(item):
        # whose family it is must be told: «familiares de los presos», not «mi hermana»
        return any(f.role == "family" and " de" not in f.party.text for f in item.actors)
    if by_pronoun(item.type, parties, page):
        return False
    if item.match.frame.id in _OF_STATES:
        return not any(found.party.country for found in parties)
    return not organised and not _between_nations(item)


def _is_by_nature(item: Draft) -> bool:
    """ "An earthquake struck Peru. **It** killed one man." """
    doers = [found.via == "pronoun" and found.party.text.lower() == "it" for found in item.actors]
    return item.type is EventType.ASSAULT and bool(doers) and all(doers)


def _is_condition(sentence: Sentence, item: Draft) -> bool:
    """«la cooperación entre ambos países es estrecha», «eran rebeldes **respaldados por** Irán»: what
    somebody is like, not what he did; «la sucesión, que se abrió **tras la renuncia** de …»: long known."""
    token = sentence.tokens[item.match.i]
    head = sentence.tokens[token.head]
    if item.match.kind == "noun" and token.case in _AFTER and head.dep == "relcl":
        return True
    if item.match.kind == "noun" and item.type in (EventType.CONSULT, EventType.COOPERATE):
        return token.dep == "subj" and bool(sentence.kids(head.i, "cop"))
    backing = item.type in (EventType.AID, EventType.SUPPORT)
    return backing and token.dep == "acl" and bool(sentence.kids(head.i, "cop"))


def _is_demand_of_many(item: Draft) -> bool:
    """«los manifestantes piden justicia», «los campesinos reclaman mejores precios»."""
    if any(f.role in _DEMANDING and f.plural for f in item.actors):
        return item.type in _WORDY
    return item.type is EventType.REQUEST and any(
        f.plural and f.party.sector in _WORKING for f in item.actors
    )


def _is_share(sentence: Sentence, found: Found) -> bool:
    """People told as a share of all: what they do is an answer to a pollster."""
    at = found.party.start - sentence.start
    words = sentence.text[max(0, at - 6) : found.party.end - sentence.start]
    return "%" in words and found.party.sector in (None, "CVL", "PTY")


def _between_nations(item: Draft) -> bool:
    """ "The Israelis and the Palestinians failed to agree": nationals in the plural who deal with those
    of another state are its side."""
    parties = (*item.actors, *item.recipients)
    nations = {f.party.country for f in parties if f.plural and f.role is None and f.via == "role"}
    return len(nations) > 1 and item.type in _DEALING


def _is_of_nations(sentence: Sentence, item: Draft) -> bool:
    """«des civils israéliens tués par **deux Palestiniens**»: who is only called by his nation, and kills those
    of another."""
    named = all(f.plural and f.via == "role" and f.role is None for f in item.actors)
    nations = {f.party.country for f in (*item.actors, *item.recipients)}
    several = all(f.plural and f.party.country for f in item.recipients) and len(nations) > 1
    return sentence.lang == "fr" and bool(item.actors) and named and several


def _is_said_in_public(sentence: Sentence, item: Draft) -> bool:
    """Whether an act of words or favours is more than talk among private people: somebody does it,
    and a body, or people in number or by name who turn to a body."""
    if not item.actors:
        undergone = "subj" in item.match.frame.recipient["verb"]  # «se enfrenta a cargos»
        return item.match.kind == "verb" and (undergone or sentence.is_passive(item.match.i))
    sides = (*item.actors, *item.recipients)
    if item.act is EventType.CONSULT and any(_is_private(f) for f in sides):
        return False  # «telefoneó a la mujer de un amigo»
    known = [f for f in item.recipients if f.party.country or is_organised(f, item.type)]
    if (
        len(item.actors) == 1
        and not known
        and item.type in _OFFERED
        and item.actors[0].party.sector not in _ABLE
    ):
        return False  # «prometió un gobierno honesto», «dio el pésame»
    if any(_speaks_for_many(f, item.type) for f in item.actors):
        # «los países se ponen del lado de los suyos»: no state is meant
        return not all(f.role == "country" and f.plural and not f.party.country for f in sides)
    if _is_demand_of_many(item):
        return True
    if not any(_speaks_for_many(f, item.type) for f in item.recipients):
        return False
    return any(_is_somebody(f) for f in item.actors)


def _is_somebody(found: Found) -> bool:
    """People in number, or one with a name or an office."""
    party = found.party
    if party.sector is None:
        return found.via == "bare" or found.role is not None
    return found.plural or party.entity_id is not None


def _speaks_for_many(found: Found, kind: EventType) -> bool:
    """A body or an officer of one: no driver, no shop, no newspaper."""
    if found.party.sector == "LAB" and found.person and "union" not in (found.role or ""):
        return False
    return is_organised(found, kind) and found.party.sector in _ORGANISED | {"ELI", None}


def _is_private(found: Found) -> bool:
    return found.party.sector == "CVL" and not found.plural and found.via == "role"


def _is_named_in_passing(sentence: Sentence, item: Draft) -> bool:
    """«la industria de los secuestros», «un centro de detención de indocumentados»: a noun below another
    noun, with no doer, says what kind of thing it is."""
    token = sentence.tokens[item.match.i]
    if item.match.kind != "noun" or item.actors or token.dep != "nmod" or token.case not in _OF:
        return False
    head = sentence.tokens[token.head]
    if head.pos != "NOUN" or head.lemma in STRETCHES | MEASURES:
        return False
    known = any(f.party.country for f in item.recipients) or item.act is EventType.PROTEST
    return not sentence.kids(item.match.i, "det") or not known


def _is_protest_mentioned(sentence: Sentence, item: Draft) -> bool:
    """«el líder de las protestas», «su posición sobre la huelga», «en un contexto de disturbios»: a
    protest by nobody named below a noun that neither counts nor carries it says what that noun is about;
    «**En las protestas** hubo heridos», «quienes **participaron en las protestas**»: where something was."""
    token = sentence.tokens[item.match.i]
    head = sentence.tokens[token.head]
    if item.match.kind != "noun":
        return False
    plural = token.feats.get("Number") == "Plur"
    told = plural or bool(sentence.kids(token.i, "det"))  # «en protesta por» tells why
    if token.case == "en" and token.dep == "obl" and told and not item.recipients:
        if not item.actors or head.dep == "relcl":
            return True
    if any(f.via != "owner" for f in item.actors):
        return False
    about = token.dep == "nmod" and token.case in _ABOUT and head.pos in ("NOUN", "ADJ")
    return about and head.lemma not in STRETCHES | MEASURES | _FORMS


def _is_time_mark(sentence: Sentence, item: Draft) -> bool:
    """«Poco después del tumulto, se sentó»: the parser leaves the adverb to the verb."""
    words = [t.lower for t in sentence.tokens[: item.match.i] if t.pos != "DET"]
    return words[-2:-1] in (["después"], ["antes"], ["luego"]) and words[-1:] in (["de"], ["del"])


def _is_forecast(sentence: Sentence, item: Draft) -> bool:
    """«El banco pronostica protestas» names nobody who would protest."""
    return sentence.lang == "es" and item.modality is Modality.HYPOTHETICAL


def _is_supposed(sentence: Sentence, item: Draft) -> bool:
    """«le preguntaron por un posible acuerdo»: a noun for what may be, that nobody asks for or offers."""
    if item.match.kind != "noun" or item.told.governor is not None:
        return False
    return any(kid.lemma in _MAYBE for kid in sentence.kids(item.match.i, "amod"))


def _is_source(sentence: Sentence, item: Draft) -> bool:
    """«los fondos proceden del acuerdo entre …», «según el acuerdo entre …»: a known accord, where
    something comes from."""
    token = sentence.tokens[item.match.i]
    return (
        item.match.kind == "noun"
        and item.match.frame.id == "agree.accord"
        and token.case in _FROM
        and token.dep in ("obl", "nmod")
        and sentence.tokens[token.head].pos != "NOUN"
        and any(
            kid.lemma in ("el", "este") or kid.lower == "del"
            for kid in sentence.kids(token.i, "det", "case")
        )
    )


def _is_private_dealing(item: Draft) -> bool:
    """ "The founder met the boy", "the parents' trip to Kenya", "reporters spoke to guests": what people
    and firms have to do with each other, and journeys of private people, are no affair of state."""
    sides = (*item.actors, *item.recipients)
    if item.act is EventType.CONSULT and any(_is_of_nobody(f) for f in item.actors[:1]):
        return item.mode == "visit" or all(f.party.sector in _UNOFFICIAL for f in sides)
    if item.type not in _DEALING or not any(
        f.party.sector == "CVL" and not f.plural for f in sides
    ):
        return False
    return all(f.party.sector in _UNOFFICIAL for f in sides)


def _is_of_nobody(found: Found) -> bool:
    """People who are known by a common noun alone: the parents, reporters."""
    return found.party.sector in ("CVL", "JRN") and found.party.entity_id is None


def _is_campaigning(sentence: Sentence, item: Draft) -> bool:
    """«prometió en campaña bajar los impuestos»: what a candidate would do in office, he offers to no
    other side."""
    if item.type is not EventType.AGREE or item.recipients or len(item.actors) != 1:
        return False
    running = item.actors[0].party.sector in _RUNNING and item.actors[0].person
    return running or any(t.lemma in _CAMPAIGN for t in sentence.tokens)


def _is_general(sentence: Sentence, item: Draft) -> bool:
    """«los países defienden a los suyos»: what states in general do is no news."""
    verb = sentence.tokens[item.match.i]
    return (
        verb.feats.get("Tense") == "Pres"
        and bool(item.actors)
        and all(
            f.role == "country" and f.plural and not f.party.country and f.party.text[:1] in "lL"
            for f in item.actors
        )
    )


def _is_business(item: Draft, organised: list[Found]) -> bool:
    """«la aerolínea retirará sus aviones», «la televisora rompió con el productor»: what a firm does to
    nobody of public life."""
    if item.act is EventType.PROTEST or not item.actors:
        return False  # hauliers and shopkeepers protest
    return all(f.party.sector == "BUS" for f in item.actors) and all(
        f.party.sector == "BUS" or f.party.text.lower().startswith(("su ", "sus "))
        for f in organised
    )


def _is_in_quotes(sentence: Sentence, item: Draft) -> bool:
    """«trató de "bombardear" al ministro»: a verb alone between quotation marks is meant otherwise."""
    i, tokens = item.match.i, sentence.tokens
    if item.match.kind != "verb" or not 0 < i < len(tokens) - 1:
        return False
    return all(tokens[j].text in _MARKS for j in (i - 1, i + 1))


def _is_protest_of_state(sentence: Sentence, item: Draft) -> bool:
    """«suspendió las conversaciones en protesta por …», «se retiró para protestar contra …»: states,
    their heads and their courts do not march."""
    token = sentence.tokens[item.match.i]
    if item.type is not EventType.PROTEST or not item.actors:
        return False
    if token.mark == "para":
        return all((_is_state(f) and f.via == "name") or f.role == "country" for f in item.actors)
    return (token.case or "").split("_")[0] in ("en", "in") and all(
        f.party.sector == "JUD" or f.role == "country" or _is_state(f) or _is_ruler(f)
        for f in item.actors
    )


def _is_state(found: Found) -> bool:
    return found.party.sector == "GOV" and (found.party.entity_id or "").startswith("country:")


def _is_ruler(found: Found) -> bool:
    return found.party.sector == "GOV" and found.person


def _is_told_the_press(item: Draft) -> bool:
    """ "The mayor declined to talk to this newspaper" is no affair of state."""
    first = item.actors[0].party if item.actors else None
    if item.act is EventType.CONSULT and first and first.sector == "JRN":
        return True  # "reporters spoke to guests"
    answers = item.match.pattern.lemmas[0][0] in ("respond", "reply", "comment", "answer")
    if item.act is not EventType.CONSULT and not answers:
        return False
    others = item.recipients or item.actors[1:]
    return bool(others) and all(f.party.sector == "JRN" for f in others)


def is_organised(found: Found, kind: EventType) -> bool:
    """Whether a party acts for a state, an organisation, an armed group or a movement; violence by
    and against gangs and journalists is public too."""
    if kind in _VIOLENT and found.party.sector in ("CRM", "JRN"):
        return True
    known = found.party.entity_id or ""
    if known.startswith("group:"):
        return True  # a people or a movement known by name
    return found.party.sector in _ORGANISED or (
        bool(known) and found.party.sector not in ("CVL", None)
    )


class Marks(NamedTuple):
    """What the words of a sentence tell before it is parsed.

    Args:
        lemmas: of which they may be forms, among those that matter.
        topics: topics besides politics that they mark, and by how many words.
        words: how many they are, signs included.
    """

    lemmas: set[str]
    topics: Mapping[str, int]
    words: int


def topic_of(parsed: Iterable[Sentence], unparsed: Iterable[Marks], lexicon: Lexicon) -> str | None:
    """The topic that a report's words mark throughout, or None: two words in every hundred, and four
    in all, are more than a politician's figure of speech.

    Args:
        parsed: sentences of the report.
        unparsed: the marks of its other sentences.
        lexicon: the words of topics.
    """
    counts: Counter[str] = Counter()
    words = 0
    for sentence in parsed:
        counts.update(topics_of(sentence, lexicon))
        words += len(sentence.tokens)
    for marks in unparsed:
        counts.update(marks.topics)
        words += marks.words
    if counts["hoax"] >= max(_MARKED, _SPARSE * words):
        return "hoax"  # what it is about is told in more words than that it is false
    if not counts:
        return None
    topic, marked = counts.most_common(1)[0]
    share = _SPARSE if topic == "history" else _SHARE
    return topic if marked >= max(_MARKED, share * words) else None


def modes_left(topic: str | None) -> Collection[str] | None:
    """The modes of events that `silent` may keep in a report on a topic; None where it may keep any."""
    return () if topic in _PAST_OR_FALSE else _IN_SPORT if topic == "sport" else None


def topics_of(sentence: Sentence, lexicon: Lexicon) -> dict[str, int]:
    """Topics that the words of the sentence mark, and by how many words."""
    return topics_among({token.lemma for token in sentence.tokens}, lexicon)


def topics_among(lemmas: set[str], lexicon: Lexicon) -> dict[str, int]:
    """Topics that lemmas mark, and by how many."""
    other = {word for word, beside in lexicon.beside.items() if lemmas & beside}
    marking = lemmas - other
    return {name: n for name, words in lexicon.topics.items() if (n := len(marking & words))}
