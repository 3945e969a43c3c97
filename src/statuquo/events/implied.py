"""Parties that a sentence does not name: the people of the place, the state behind a deed, whose
opposition or police it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import replace

from statuquo.entities.model import Party
from statuquo.entities.offices import ORGANISATIONS
from statuquo.entities.page import Page
from statuquo.entities.phrases import happens_elsewhere
from statuquo.entities.resolve import Found, Resolver
from statuquo.events.french_parties import in_other_words, without_tools
from statuquo.events.matcher import Match, same_party
from statuquo.events.record import EventType
from statuquo.language.french_words import listed
from statuquo.language.grammar import Sentence, Token

_INNER = frozenset(
    {"COP", "JUD", "LEG", "OPP", "CVL", "LAB", "PTY", "SOC", "PRM", "REL", "AGR", "EDU", "JRN"}
)
"""Sectors that deal with their own state and people, unless the sentence says otherwise."""
_OWN_PEOPLE = frozenset(
    {"CVL", "OPP", "REB", "LAB", "SOC", "JRN", "REL", "AGR", "EDU", "JUD", "LEG", "PTY", "UAF"}
)
_RULING = frozenset({"GOV", "COP", "JUD", "LEG", "MIL"})
_SEVERAL_STATES = frozenset(
    {"gobiernos", "naciones", "países", "governments", "nations", "countries", "gouvernements"}
)
_EXPEDITIONARY = frozenset(
    {
        "USA",
        "GBR",
        "FRA",
        "ISR",
        "RUS",
        "SAU",
        "ARE",
        "TUR",
        "IRN",
        "ETH",
        "RWA",
        "UGA",
        "KEN",
        "TCD",
        "SRB",
    }
)
"""States whose armies have fought beyond their borders for years: their enemies are not at home."""
_WORLDWIDE = frozenset({"VAT"})
"""States whose people are everywhere: who is told something by the pope is no Vatican citizen."""
_FORCIBLE = frozenset({EventType.COERCE, EventType.ASSAULT, EventType.SANCTION, EventType.MOBILIZE})
_POLICED = frozenset({"CVL", "REL", "BUS", "EDU", "LAB", "SOC"})
"""Sectors whose houses and people are of the country of the police that searches or arrests them."""
_CROWDED = frozenset({"demo", "hunger", "strike"})
"""Modes of PROTEST that only people can do."""
_IMPERSONAL = frozenset({"haber", "hacer", "bastar", "caber", "parecer", "tratar"})
"""Verbs that often have no subject at all."""
_MANNED = frozenset(
    {"autobús", "barco", "buque", "camión", "colectivo", "lancha", "ocupante", "pesquero", "taxi", "tractor", "ómnibus"}
)  # fmt: skip
"""Vehicles that people block a road with, and those who hold a place."""
_TIMES = frozenset({"día", "hora", "mes", "minuto", "semana"})
_CRAFT = frozenset({"aircraft", "boats", "helicopters", "jets", "planes", "ships", "vessels"})
_MANNED_CRAFT = frozenset(
    {"avion", "avions", "bateau", "bateaux", "bâtiment", "bâtiments", "drone", "drones", "hélicoptère",
     "hélicoptères", "navire", "navires", "vedette", "vedettes"}
)  # fmt: skip
"""What armies fight with and others travel in."""
_PEOPLE = frozenset({"CVL", "LAB", "EDU", "AGR", "MED", "REF", "BUS"})
_FOUGHT = frozenset({EventType.ASSAULT, EventType.MOBILIZE})
_OF_A_PLACE = frozenset({"CVL", "COP", "MIL", "REB", "OPP"})
_IN = frozenset({"en", "dans", "sur", "vers"})


_DEEDS = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.RETREAT}
)


def crowd(
    resolver: Resolver, sentence: Sentence, match: Match, acts: Container[int], page: Page
) -> tuple[Found, ...]:
    """Those who march or strike are people, whatever they are called: «los pesqueros», «taxis»,
    «quienes protestaban»."""
    blocking = match.frame.mode == "obstruct"
    if sentence.lang == "fr" or not (blocking or match.frame.mode in _CROWDED):
        return ()
    for role in match.frame.actor[match.kind]:
        for j in sentence.roles(match.i).get(role, ()):
            token = sentence.tokens[j]
            if token.lower == "quienes" and match.kind == "verb":
                return (_whoever(resolver, sentence, match, j, page),)
            plural = token.feats.get("Number") == "Plur"
            if j == match.i or j in acts or token.pos != "NOUN" or not plural:
                continue
            if token.lemma in _TIMES or (blocking and token.lemma not in _MANNED):
                continue  # «una huelga de 48 horas», «las nevadas bloquean la vía»
            span = resolver.without_determiner(sentence, resolver.phrase(sentence, j))
            found = resolver.found_as(
                sentence, span, name=sentence.words(span), entity_id=None, country=None,
                sector="CVL", via="role", plural=True,
            )  # fmt: skip
            return (found,)
    return ()


def _whoever(resolver: Resolver, sentence: Sentence, match: Match, j: int, page: Page) -> Found:
    """«quienes protestaban»: nobody but the protesters, of the place that is spoken of."""
    country = resolver.country_here(sentence, match.i, page)
    return resolver.found_as(
        sentence, [j, match.i] if match.i == j + 1 else [j], name=sentence.tokens[j].text,
        entity_id=f"{country}:CVL" if country else None, country=country, sector="CVL",
        via="role", plural=True,
    )  # fmt: skip


def one_crowd(sentence: Sentence, found: tuple[Found, ...]) -> Found | None:
    """«obreros y empleados», «campesinos e indígenas de Bolivia»: kinds of people named in one breath
    make one crowd; None where one of them is more than people."""
    parties = sorted((item.party for item in found), key=lambda party: party.start)
    countries = {party.country for party in parties if party.country}
    if any(party.sector not in _PEOPLE for party in parties) or len(countries) > 1:
        return None
    start, end = parties[0].start, parties[-1].end
    words = sentence.text[start - sentence.start : end - sentence.start]
    sector, times = Counter(party.sector for party in parties).most_common(1)[0]
    sector = sector if times > len(parties) / 2 else "CVL"
    country = next(iter(countries), None)
    entity = f"{country}:{sector}" if country else None
    party = Party(
        name=words,
        entity_id=entity,
        country=country,
        sector=sector,
        text=words,
        start=start,
        end=end,
    )
    return Found(party=party, via="role", plural=True)


def people_here(
    resolver: Resolver, sentence: Sentence, match: Match, page: Page
) -> tuple[Found, ...]:
    """Protests by nobody named are by the people of the place where they are."""
    token = sentence.tokens[match.i]
    if match.kind != "noun" or token.dep not in ("subj", "subj:pass", "obj", "root"):
        return ()  # «en medio de protestas» tells a circumstance
    country = resolver.country_here(sentence, match.i, page)
    if country is None:
        return ()
    found = resolver.found_as(
        sentence, [match.i], name=token.text, entity_id=f"{country}:CVL", country=country,
        sector="CVL", via="owner", plural=True,
    )  # fmt: skip
    return (found,)


def unsaid(
    resolver: Resolver,
    sentence: Sentence,
    match: Match,
    page: Page,
    sides: tuple[tuple[Found, ...], tuple[Found, ...]],
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """«Además, pidió a …», «Fue detenido en …»: a Spanish sentence that names no subject goes on about
    whom the one before was about. Both sides, with him in the place of the subject, and with whom a
    pronoun joined to the verb means («para felicitarlo») in that of the object."""
    actors, recipients = sides
    if all(f.via in ("pronoun", "owner") for f in recipients):
        meant = resolver.enclitic(sentence, match.i, page)
        if meant is not None and not same_party(meant, actors):
            recipients = (meant,)
    passive = sentence.is_passive(match.i)
    if ("obj" if passive else "subj") in sentence.roles(match.i):
        return actors, recipients
    if passive and not recipients and "obj" in match.frame.recipient["verb"]:
        found = _whom_before(sentence, match.i, page)
        return actors, tuple(f for f in found if not same_party(f, actors))
    if not passive and not actors and "subj" in match.frame.actor["verb"]:
        found = _whom_before(sentence, match.i, page)
        return tuple(f for f in found if not same_party(f, recipients)), recipients
    return actors, recipients


def _whom_before(sentence: Sentence, i: int, page: Page) -> tuple[Found, ...]:
    """Whom the sentence before was about, if the verb of this one can go on about him."""
    met = page.subject
    if met is None or sentence.lang != "es" or sentence.kind == "title":
        return ()
    at = sentence.tokens[i]
    while at.head != at.i and at.dep in ("conj", "comp", "xcomp", "parataxis"):
        at = sentence.tokens[at.head]
        if not sentence.is_verb(at.i) or sentence.surface_subject(at.i):
            return ()
    if at.head != at.i or sentence.is_reflexive(at.i) or at.lemma in _IMPERSONAL:
        return ()
    words = (at, *sentence.kids(at.i, "aux", "aux:pass"))
    finite = next((t for t in words if t.feats.get("VerbForm") == "Fin"), None)
    if finite is None or finite.feats.get("Person") != "3":
        return ()
    if met.plural != (finite.feats.get("Number") == "Plur") or (met.plural and finite.i == 0):
        return ()
    party = replace(met.party, text=at.text, start=at.start, end=at.end)
    return (Found(party=party, via="pronoun", person=met.person, plural=met.plural),)


def state_of(resolver: Resolver, token: Token, recipients: tuple[Found, ...]) -> tuple[Found, ...]:
    """Demonstrations put down by nobody named are put down by their own state."""
    for found in recipients:
        state = resolver.registry.country(found.party.country or "")
        if state is not None:
            party = Party(
                name=state.name, entity_id=state.id, country=found.party.country, sector="GOV",
                text=token.text, start=token.start, end=token.end,
            )  # fmt: skip
            return (Found(party=party, via="owner"),)
    return ()


def sender(resolver: Resolver, sent: Found) -> Found:
    """«Des médecins cubains ont été envoyés»: their state sent them."""
    state = resolver.registry.country(sent.party.country or "")
    if state is None or sent.party.sector in ("MIL", "COP"):
        return sent
    party = replace(sent.party, name=state.name, entity_id=state.id, sector="GOV")
    return replace(sent, party=party, via="owner")


def crewed(found: Found, act: EventType) -> Found:
    """ "**American planes** bombed the town": what bears a nation and fights is its army's."""
    party = found.party
    words = party.text.lower().split()
    if act not in _FOUGHT or not found.thing or party.sector != "CVL":
        return found
    if party.country is None or not words:
        return found
    english = act is EventType.ASSAULT and words[-1] in _CRAFT
    if not english and _MANNED_CRAFT.isdisjoint(words[:2]):
        return found
    force = replace(party, sector="MIL", entity_id=f"{party.country}:MIL")
    return replace(found, party=force, thing=False)


def at_home(
    resolver: Resolver,
    sentence: Sentence,
    match: Match,
    page: Page,
    sides: tuple[tuple[Found, ...], tuple[Found, ...]],
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Both sides, with those who bear no country taken for compatriots of the other side where the
    act is one among compatriots: "Egyptian police beat **demonstrators**", "Kenyan teachers went on
    strike against **the government**"."""
    if sentence.lang == "fr":
        sides = in_other_words(resolver, sentence, match, page, sides)
    (actors, recipients), act = sides, match.frame.act
    recipients = tuple(f for f in recipients if not _is_own_adjective(sentence, f, actors))
    if act is EventType.COERCE and sentence.lang == "fr":
        # «trois interpellations dans le département du Var»: a district is arrested by nobody
        mine = {f.party.country for f in actors if f.party.country}
        recipients = tuple(f for f in recipients if f.party.sector or f.party.country not in mine)
    if sentence.lang == "fr":
        recipients = tuple(f for f in recipients if not _is_mere_place(sentence, f))
    if act is EventType.PROTEST and match.frame.mode == "obstruct" and sentence.lang == "fr":
        recipients = tuple(f for f in recipients if not _is_land(resolver, sentence, f))
    if match.frame.mode == "deport":
        return actors, recipients  # whom a state sends away is not told to be its own
    if match.frame.id == "aid.evacuate":
        recipients = tuple(_of_the_evacuating(resolver, sentence, f, actors) for f in recipients)
    actors, recipients = (
        tuple(
            _compatriot(resolver, sentence, act, mine, recipients, acting=True) for mine in actors
        ),
        tuple(
            _compatriot(resolver, sentence, act, mine, actors, acting=False) for mine in recipients
        ),
    )
    if act is EventType.PROTEST:
        actors = _of_the_page(resolver, sentence, match, page, actors)
    elif act in (EventType.COERCE, EventType.ASSAULT):
        recipients = _of_the_page(resolver, sentence, match, page, recipients)
    return (without_tools(actors) if sentence.lang == "fr" else actors), recipients


def _is_own_adjective(sentence: Sentence, found: Found, actors: tuple[Found, ...]) -> bool:
    """«le président kényan s'oppose à toute implication **kényane**»: whose own the thing is that he
    judges, he does not face."""
    words = sentence.within(found.party.start, found.party.end)
    if sentence.lang != "fr" or found.via != "owner" or any(t.pos != "ADJ" for t in words):
        return False
    return any(f.party.country == found.party.country and f.party.sector == "GOV" for f in actors)


def _is_mere_place(sentence: Sentence, found: Found) -> bool:
    """«déployé **en Méditerranée**»: a name of nobody known that something happens in."""
    if found.via != "bare" or found.person or found.political:
        return False
    return any(t.case in _IN for t in sentence.within(found.party.start, found.party.end))


def _is_land(resolver: Resolver, sentence: Sentence, found: Found) -> bool:
    """«occupent **Paris**», «bloquent **le pays**», «le rond-point **de Carrefour**»: a town or a country
    that is held up is where it happens, and so is what a road is called by."""
    if found.role in ("city", "country"):
        return True
    if found.via == "owner":
        words = sentence.within(found.party.start, found.party.end)
        return any(sentence.tokens[t.head].lemma in listed("nouns", "roads") for t in words)
    entity = resolver.registry.entities.get(found.party.entity_id or "")
    return found.via in ("name", "place") and getattr(entity, "kind", None) in ("city", "country")


def _of_the_page(
    resolver: Resolver, sentence: Sentence, match: Match, page: Page, people: tuple[Found, ...]
) -> tuple[Found, ...]:
    """«une trentaine de **personnes** ont bloqué le dépôt», «deux **hommes** ont été arrêtés», «ont repris
    **la ville**»: people of whom no more is said are of the country that the page is about, and so is the
    town that is fought for; who is shot by nobody known may be anybody."""
    towns = match.frame.act is EventType.ASSAULT

    def meant(f: Found) -> bool:
        known = not _is_of_the_place(resolver, sentence, f) or f.party.sector != "CVL"
        return not known and (f.role == "city" if towns else not f.thing)

    if not any(meant(f) for f in people):
        return people
    country = resolver.country_here(sentence, match.i, page)
    if country is None or resolver.registry.country(country) is None:
        return people
    return tuple(
        replace(f, party=replace(f.party, country=country)) if meant(f) else f for f in people
    )


def _of_the_evacuating(
    resolver: Resolver, sentence: Sentence, found: Found, actors: tuple[Found, ...]
) -> Found:
    """ "**Chad** evacuated people in the town of Pala": a state brings its own people to safety, whatever
    state the page is about, unless it is told whose they are."""
    party = found.party
    states = {f.party.country for f in actors if f.party.sector in ("GOV", "MIL", "COP")}
    country = states.pop() if len(states) == 1 else None
    if country is None or party.sector != "CVL" or found.via != "role":
        return found
    hits = resolver.hits(sentence)
    inside = sentence.within(party.start, party.end)
    if any(t.i in hits or resolver.demonym(sentence, t) for t in inside):
        return found
    return replace(found, party=replace(party, country=country, entity_id=f"{country}:CVL"))


def reached_there(
    resolver: Resolver, sentence: Sentence, match: Match, actors: tuple[Found, ...], page: Page
) -> tuple[Found, ...]:
    """An attack on nobody named hits the foreign country where it happens: "American drones fired
    missiles in **Yemen**"; help for nobody named goes to the country where it is given."""
    country = resolver.place_of(sentence, match.i)
    state = resolver.registry.country(country or "")
    if state is None or not actors:
        return ()
    if any(f.party.country in (None, country) for f in actors):
        return ()
    hits = resolver.hits(sentence).values()
    named = (h for h in hits if h.ids and resolver.registry.entities[h.ids[0]].country == country)
    hit = next(named, None)
    if hit is None:
        return ()
    party = Party(
        name=state.name, entity_id=state.id, country=country, sector="GOV",
        text=sentence.text[hit.start : hit.end],
        start=sentence.start + hit.start, end=sentence.start + hit.end,
    )  # fmt: skip
    return (Found(party=party, via="place"),)


def _struck_place(resolver: Resolver, sentence: Sentence, match: Match) -> tuple[Found, ...]:
    """«un attentat **à Mogadiscio**», «une fusillade **à Munich**»: an attack on nobody named is on the
    people of the place that it is told of."""
    if match.kind != "noun" or match.frame.two_way or sentence.lang != "fr":
        return ()
    for i in sentence.subtree(
        match.i,
        lambda token: token.dep in ("relcl", "advcl", "conj") or happens_elsewhere(token),
    ):
        kid, hit = sentence.tokens[i], resolver.hits(sentence).get(i)
        if kid.case not in ("à", "en") or hit is None or not hit.ids or hit.kind != "name":
            continue
        entity = resolver.registry.entities[hit.ids[0]]
        if entity.kind in ("city", "country") and entity.country:
            found = resolver.found_as(
                sentence, [kid.i], name=entity.name, entity_id=f"{entity.country}:CVL",
                country=entity.country, sector="CVL", via="place", plural=True,
            )  # fmt: skip
            return (found,)
    return ()


def placed(
    resolver: Resolver, sentence: Sentence, match: Match, recipients: tuple[Found, ...]
) -> tuple[Found, ...]:
    """People and buildings of no named country that are attacked, or people arrested, belong to the
    country where it happens: "stormed **a hospital** in Yemen"."""
    if match.frame.act is EventType.ASSAULT:
        recipients = recipients or _struck_place(resolver, sentence, match)
    recipients = tuple(_struck(resolver, sentence, found) for found in recipients)
    if not any(_is_of_the_place(resolver, sentence, found) for found in recipients):
        return recipients
    country = _hit_state(resolver, sentence, match) or resolver.place_of(sentence, match.i)
    if country is None:
        return recipients
    return tuple(
        replace(f, party=replace(f.party, country=country, entity_id=f"{country}:{f.party.sector}"))
        if _is_of_the_place(resolver, sentence, f)
        else f
        for f in recipients
    )


def _struck(resolver: Resolver, sentence: Sentence, found: Found) -> Found:
    """«les attentats de **Bruxelles**»: a town that is struck is no seat of an organisation."""
    if found.party.country not in ORGANISATIONS:
        return found
    for hit in resolver.hits(sentence).values():
        start = sentence.start + hit.start
        entity = resolver.registry.entities[hit.ids[0]] if hit.ids else None
        if start == found.party.start and entity is not None and entity.kind == "city":
            state = resolver.registry.country(entity.country or "")
            if state is not None:
                party = replace(found.party, name=state.name, entity_id=state.id,
                                country=entity.country, sector="GOV")  # fmt: skip
                return replace(found, party=party)
    return found


def _hit_state(resolver: Resolver, sentence: Sentence, match: Match) -> str | None:
    """ "An attack **on a Malian base** killed two": whose place the attack that killed them hit."""
    for j in sentence.roles(match.i).get("subj", ()) if match.kind == "verb" else ():
        for role in ("on", "against", "sur", "contre", "contra"):
            for k in sentence.roles(j).get(role, ()):
                found = resolver.resolve(sentence, k, Page())
                if found is not None and found.party.country:
                    return found.party.country
    return None


def _is_of_the_place(resolver: Resolver, sentence: Sentence, found: Found) -> bool:
    party = found.party
    known = party.country or party.entity_id or found.via not in ("role", "owner")
    known = known or _is_of_a_continent(resolver, sentence, found)
    return (
        not known
        and (party.sector in _OF_A_PLACE or (party.sector == "REL" and sentence.lang == "fr"))
        and (found.thing or not _is_named(resolver, sentence, found))
    )


def _is_of_a_continent(resolver: Resolver, sentence: Sentence, found: Found) -> bool:
    """«miles de **centroamericanos**»: who is called by a continent is called so abroad."""
    roles = resolver.roles(sentence.lang)
    told = (roles.lookup([word]) for word in found.party.text.lower().split())
    return any(role is not None and role.id == "continental" for role in told)


def _compatriot(
    resolver: Resolver,
    sentence: Sentence,
    act: EventType,
    mine: Found,
    others: tuple[Found, ...],
    *,
    acting: bool,
) -> Found:
    party = mine.party
    if party.country or party.entity_id or mine.via not in ("role", "owner"):
        return mine
    if _is_of_a_continent(resolver, sentence, mine):
        return mine
    policed = act is EventType.COERCE and not acting and party.sector in _POLICED
    if not (policed and all(f.party.sector in ("COP", "JUD") for f in others)):
        if mine.thing and party.sector not in ("COP", "MIL"):
            return mine
        if _is_named(resolver, sentence, mine):
            return mine
    if any(word.lower() in _SEVERAL_STATES for word in party.text.split()):
        return mine  # «naciones en guerra», «los gobiernos»
    countries = {f.party.country for f in others}
    (country,) = countries if len(countries) == 1 else (None,)
    state = resolver.registry.country(country or "")
    if country in _WORLDWIDE:
        return mine
    if state is None or not all(_among_compatriots(act, mine, f, acting=acting) for f in others):
        return mine
    whole = party.sector == "GOV" and not mine.person
    entity_id = state.id if whole else f"{country}:{party.sector}"
    name = state.name if whole else party.name
    return replace(mine, party=replace(party, name=name, entity_id=entity_id, country=country))


def _is_named(resolver: Resolver, sentence: Sentence, found: Found) -> bool:
    """Whether a proper name stands in the words: it says whose, though we know it not. «El Gobierno»,
    «la Policía» are no names, whatever their letter."""
    words = found.party.text.split()
    roles = resolver.roles(sentence.lang)
    return any(
        word[:1].isupper() and roles.match([word.lower()], [word.lower()]) is None
        for word in words[found.party.start == sentence.start :]
    )


def _among_compatriots(act: EventType, mine: Found, other: Found, *, acting: bool) -> bool:
    sector, theirs = mine.party.sector, other.party.sector
    if theirs in ("IGO", "NGO"):
        return False
    if theirs == "MIL" and (other.party.country in _EXPEDITIONARY or sector not in ("REB", "OPP")):
        return False
    if act is EventType.PROTEST and acting and other.thing:
        return False  # who stones the embassy of Kenya is no Kenyan
    if act is EventType.PROTEST:
        return sector in _OWN_PEOPLE if acting else sector in _RULING
    if act in _FORCIBLE:
        if acting:
            # police arrest foreigners too
            return sector in ("COP", "JUD") and theirs in _OWN_PEOPLE and theirs != "CVL"
        if theirs == "REB":
            return sector in (*_RULING, *_OWN_PEOPLE)
        if theirs == "MIL":
            return sector == "REB"
        if theirs == "GOV":  # states strike abroad; they lock up at home
            return act is EventType.COERCE and sector in _OWN_PEOPLE and sector != "REB"
        return sector in _OWN_PEOPLE and theirs in (*_RULING, *_INNER)
    return theirs in _INNER and sector in (*_INNER, *_RULING) and sector != "CVL"


def may_undergo(found: Found, event_type: EventType) -> bool:
    """Whether it is somebody, known or not; the landmark that marchers damage is nobody."""
    # «**Il** a été arrêté»: a pronoun that stands for nobody known is somebody all the same
    named = found.via in ("bare", "pronoun") and event_type is not EventType.PROTEST
    if event_type is EventType.PROTEST and found.role == "house" and found.party.country is None:
        return False  # «destrozaron edificios»: whose, nobody says
    return found.political or found.person or named


def judged_deed(
    sentence: Sentence, match: Match, matches: Mapping[int, Match], slot: str | None
) -> Match | None:
    """The act noun that a verb of blame or praise is about, when its «of» names the victim:
    "condemned the **killing** of six miners"."""
    if match.kind != "verb" or match.frame.act not in (EventType.ACCUSE, EventType.SUPPORT):
        return None
    for j in sentence.roles(match.i).get((slot or "obj").split("/")[0], ()):
        deed = matches.get(j)
        if deed is not None and deed.kind == "noun" and "gen" in deed.frame.recipient["noun"]:
            return deed if deed.frame.act in _DEEDS and not deed.frame.two_way else None
    return None
