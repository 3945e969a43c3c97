"""Whom a role noun means: whose it is, what its bearer heads, and who bears it on the page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

from statuquo.entities.model import Party
from statuquo.entities.page import Page
from statuquo.entities.phrases import Found, Phrases, is_sided
from statuquo.entities.roles import Role
from statuquo.language.grammar import Sentence

ORGANISATIONS = frozenset({"UNO", "EUR", "IGO", "NGO", "AFU", "NAT"})
_PLACE = frozenset(
    {"in", "en", "à", "au", "au_sein_de", "dans", "at", "near", "from", "a", "across", "inside"}
)
_HEADING = frozenset(
    {"president", "vice-president", "secretary-general", "leader", "spokesperson", "official",
     "representative", "businessman", "politician", "former-official", "negotiator", "commander", "head-of-government"}
)  # fmt: skip
"""Role nouns that say nothing of the body that somebody heads or speaks for."""
_BEARING = ("nmod", "poss", "compound", "amod", "flat", "appos", "det")
"""How the name of a body may hang on the role of who heads it."""
_COUNTRY = frozenset({"país", "nación"})
_POINTING = frozenset({"ese", "aquel", "dicho"})
_HEADS = frozenset({"president", "vice-president", "businessman"})
_STATES = frozenset(
    {"conseil", "consejo", "council", "république", "república", "republic", "état", "estado", "state", "nation",
     "nación", "pays", "país", "country", "junte", "junta", "transition", "transición", "federation",
     "fédération", "federación", "union", "unión", "région", "región", "region", "province", "provincia",
     "département", "departamento", "generalitat", "gouvernement", "gobierno", "government"}
)  # fmt: skip
"""Bodies whose president is of a government."""
_STATELY = frozenset({"GOV", "ELI", "CVL", "UNK"})
"""Sectors of a body that leave the role as it is: «le président du Conseil»."""
_LINKING = frozenset({"de", "of", "for", "del", "du", "d'", "d’", "'s", "pour", "à"})
_ARTICLES = frozenset({"le", "la", "l'", "l’", "du", "au", "un", "une", "son", "sa", "leur"})
OWN_WORDS = frozenset({"son", "sa", "ses", "leur", "leurs", "su", "sus"})
"""Possessives that the French and Spanish parsers call determiners."""
_CIVIL = frozenset({"COP", "JUD", "LEG", "OPP", "CVL", "SOC", "LAB", "EDU", "JRN"})
"""Sectors that are of the country whose institutions the same sentence names."""
_STRUGGLING = frozenset({"OPP", "LEG"})
"""Sectors that are of where power is fought for, wherever that is told from."""
_FOREIGN = frozenset({"étranger", "extranjero", "international", "internacional"})
_TRADES = frozenset({"LAB", "EDU", "MED", "JRN", "AGR", "BUS", "COP", "JUD"})
FEDERATIONS = frozenset(
    {"ARE", "ARG", "AUS", "AUT", "BEL", "BIH", "BRA", "CAN", "CHE", "COM", "DEU", "ETH", "FSM", "IND", "IRQ", "KNA",
     "MEX", "MYS", "NGA", "NPL", "PAK", "RUS", "SDN", "SOM", "SSD", "USA", "VEN"}
)  # fmt: skip
"""States with federal institutions: no other has a federal government or police."""
_LOYAL = frozenset({"gouvernemental", "loyaliste", "régulier"})
_FEDERAL = frozenset({"federal", "fédéral"})
_ARMED_OR_NOT = frozenset({"MIL", "CVL"})
_FORCES = {"policier": "COP", "gendarme": "COP", "militaire": "MIL"}
_BACKING = frozenset({"appuyer", "armer", "financer", "parrainer", "soutenir"})
_PRESIDENTS = frozenset({"president", "interim president", "acting president", "head of state"})
_BEYOND_DOUBT = 5
"""Mentions of its country from which a page is about that country alone."""


class Offices(Phrases, ABC):
    """Turns a role noun into a party."""

    @abstractmethod
    def resolve(self, sentence: Sentence, i: int, page: Page, *, depth: int = 0) -> Found | None:
        """The party that token ``i`` stands for as the head of its phrase, or None."""

    def from_role(
        self,
        sentence: Sentence,
        i: int,
        phrase: list[int],
        role: Role,
        role_at: int,
        page: Page,
        depth: int,
    ) -> Found | None:
        """The party that a role noun names: whose it is, and who bears it when the page told."""
        told = role.id == "peacekeepers" and self._nation_of(sentence, i, role_at)
        country = (
            told
            or role.country
            or self._country_in(sentence, i, role, role_at, phrase, page, depth)
        )
        body = self._body(sentence, i, role_at, page, depth) if role.id in _HEADING else None
        if body is not None:
            sector, country = body.party.sector, body.party.country or country
            sector = "SOC" if sector == "CVL" else sector  # «membre des Gilets jaunes»
        else:
            sector = self._sector(sentence, i, phrase, role, role_at, page, country)
        person_name = self.person_name(sentence, i) if role.person else None
        if person_name:
            known = page.known_person(person_name)
            if known is not None:
                country = country or known.country
                person_name = known.name
        if (
            role.id == "forces"
            and country is None
            and sentence.tokens[i].feats.get("Number") == "Sing"
        ):
            return None  # «par la force» is a means, not an army
        alone = role.person and not person_name and sentence.tokens[i].feats.get("Number") != "Plur"
        bearer = page.bearer(role.id, country) if alone else None
        if alone and role.id in ("president", "head-of-state"):
            foreign = country is None and bearer is not None and bearer.country != page.home
            if bearer is None or (foreign and page.home is not None):
                # «le président» of the country that the page is about, not the foreign one met last
                bearer = self._president(page, country or page.home) or bearer
        if bearer is not None:
            person_name, country = bearer.name, country or bearer.country
        if country is None and role.id == "country":
            country = self._pointed_at(sentence, i, page)
        if country is None and role.id == "country" and self._is_domestic(sentence, i, role):
            # «le pays», «el país norteafricano»: the page's, else the state it spoke of last
            country = page.home or next((state.country for state in page.states()), None)
        elif country is None and self._is_domestic(sentence, i, role):
            unknown = not person_name and self.has_name(sentence, phrase, role_at)
            country = self._named_before(sentence, phrase, sector, page) or self._here(
                sentence, i, sector, page, unknown=unknown
            )
            if country not in FEDERATIONS and self._is_federal(sentence, i, role_at):
                country = _federation(page)
            beside = sector == "GOV" and sentence.tokens[i].dep == "subj" and sentence.lang == "fr"
            if country is None and (sector in _CIVIL or (beside and page.home is None)):
                # «le ministre **belge** a refusé et la ministre de la Culture a demandé»
                country = self._institutions(sentence, i)
        if sector == "GOV" and country in ORGANISATIONS:
            sector = "NGO" if country == "NGO" else "IGO"
        words = sentence.words(self.without_determiner(sentence, phrase))
        name, entity_id = words, None
        state = self.registry.country(country) if country else None
        if person_name:
            name = person_name
            entity_id = bearer.entity_id if bearer is not None else None
        elif state is not None and sector and not self._is_regional(sentence, i, sector):
            entity_id = f"{country}:{sector}"
            if sector == "GOV" and role.collective:
                name, entity_id = state.name, state.id
        return self.found_as(
            sentence,
            phrase,
            name=name,
            entity_id=entity_id,
            country=country,
            sector=sector,
            via="role",
            person=role.person and sentence.tokens[i].feats.get("Number") != "Plur",
            plural=role.collective or sentence.tokens[i].feats.get("Number") == "Plur",
            role=role.id,
            thing=role.object,
        )

    def _is_regional(self, sentence: Sentence, i: int, sector: str) -> bool:
        """«les autorités **catalanes**»: who governs a part of a state is not the state."""
        regional = tuple(self.words(sentence.lang).regional)
        return sector == "GOV" and any(
            kid.lower.startswith(regional) for kid in sentence.kids(i, "amod", "compound")
        )

    def _sector(
        self,
        sentence: Sentence,
        i: int,
        phrase: list[int],
        role: Role,
        role_at: int,
        page: Page,
        country: str | None,
    ) -> str | None:
        """The sector of who bears a role without a body that is told."""
        if self._heads_unknown(sentence, i, role_at, role):
            return None
        if role.sector == "GOV" and any(sentence.tokens[j].lower == "shadow" for j in phrase):
            return "OPP"  # "the shadow foreign minister"
        if role.id == "secretary-general" and not any(m.party.sector == "IGO" for m in page.met):
            return None  # of which body, nothing tells
        if role.sector in _ARMED_OR_NOT and (force := self._force_of(sentence, i)) is not None:
            return force
        if role.id == "union" and self._is_no_union(sentence, i):
            return "SOC"
        if role.id == "leader" and any(kid.lemma in _FOREIGN for kid in sentence.kids(i, "amod")):
            return "GOV"  # «les dirigeants étrangers»
        if role.lemma == "membre" and any(
            kid.lower in OWN_WORDS for kid in sentence.kids(i, "det")
        ):
            return "CVL"  # «ont invité **leurs membres** à venir»
        if role.id == "authorities" and any(
            k.lemma == "primaire" for k in sentence.kids(i, "nmod")
        ):
            return "PTY"
        if role.id == "leader" and country and self.registry.country(country):
            # «le dirigeant russe», «les dirigeants européens», but no «dirigeants paysans du Chili»
            kids = sentence.kids(i, "amod", "nmod", "compound", "poss")
            return "GOV" if all(self.country_of(sentence, kid.i) for kid in kids) else None
        return role.sector

    def _force_of(self, sentence: Sentence, i: int) -> str | None:
        """«des renforts **policiers**», «trois blessés **militaires**»: whose the men are, where their
        own word does not tell."""
        if sentence.lang != "fr":
            return None
        kids = sentence.kids(i, "amod", "nmod", "appos")
        beside = (kid.lemma for kid in kids if kid.i == i + 1 and kid.case is None)
        return next((_FORCES[lemma] for lemma in beside if lemma in _FORCES), None)

    def heading(
        self,
        sentence: Sentence,
        i: int,
        found: Found,
        role: Role | None,
        role_at: int,
        page: Page,
        depth: int,
    ) -> Found:
        """«el presidente **del Partido X**, Juan Mora»: somebody known whom the sentence calls the head of
        a party or court, where no day tells which of his posts it was."""
        told = page.date is not None and found.party.sector not in (None, "ELI")
        if told or not found.person or role is None or role.id not in _HEADING:
            return found
        body = self._body(sentence, i, role_at, page, depth)
        if body is None:
            return found
        country = body.party.country or found.party.country
        return replace(found, party=replace(found.party, sector=body.party.sector, country=country))

    def _pointed_at(self, sentence: Sentence, i: int, page: Page) -> str | None:
        """«fue hallado en Perú … al gobierno de **ese país**»: the state told last, here or before."""
        token = sentence.tokens[i]
        if token.lemma not in _COUNTRY or not any(
            kid.lemma in _POINTING for kid in sentence.kids(i, "det")
        ):
            return None
        for j in range(i - 1, -1, -1):
            hit = self.hits(sentence).get(j)
            if hit is not None and hit.ids and hit.kind == "name":
                entity = self.registry.entities[hit.ids[0]]
                if entity.kind in ("city", "country"):
                    return entity.country
        return next(reversed(page.places), None)

    def _president(self, page: Page, country: str | None) -> Party | None:
        """«el mandatario», «le chef de l'État»: the president whom the page named last by name."""
        for met in reversed(page.met[-15:]):
            entity = self.registry.entities.get(met.party.entity_id or "")
            if entity is None or not met.person or country not in (None, met.party.country):
                continue
            held = (office.role for office in entity.offices if office.held_on(page.date))
            if any(role in _PRESIDENTS for role in held):
                return met.party
        return None

    def _is_domestic(self, sentence: Sentence, i: int, role: Role) -> bool:
        """Whether the page's country is meant when none is told: «le gouvernement», «le député X»,
        but neither «trois pays» nor «un pays»."""
        if not role.domestic:
            return False
        if any(kid.lemma in _FOREIGN for kid in sentence.kids(i, "amod")):
            return False  # «les dirigeants étrangers»
        if sentence.lang == "fr" and any(
            kid.lemma == "venir" for kid in sentence.kids(i, "acl", "conj")
        ):
            return False  # «des juges **venus** de tous les continents»
        if role.id == "government" and sentence.tokens[i].feats.get("Number") == "Plur":
            return False
        if role.sector == "UAF" and sentence.lang == "fr":
            # «les milices **soutenues par** l'Iran» fight somewhere
            backed = (kid for kid in sentence.kids(i, "acl") if kid.lemma in _BACKING)
            if any(sentence.kids(kid.i, "agent") for kid in backed):
                return False
        if role.id != "country":
            return True
        definite = any(k.lower in ("le", "the", "el") for k in sentence.kids(i, "det")) or any(
            k.lower in ("du", "au", "del", "al") for k in sentence.kids(i, "case")
        )
        return definite and sentence.tokens[i].feats.get("Number") != "Plur"

    def _nation_of(self, sentence: Sentence, i: int, role_at: int) -> str | None:
        """ "**Ghanaian** peacekeepers": soldiers of a state, whoever has sent them."""
        kids = (
            k for at in dict.fromkeys((i, role_at)) for k in sentence.kids(at, "amod", "compound")
        )
        return next((code for kid in kids if (code := self.demonym(sentence, kid))), None)

    def _is_federal(self, sentence: Sentence, i: int, role_at: int) -> bool:
        """ "the **federal** government", «la policía **federal**»"""
        return any(
            kid.lemma in _FEDERAL
            for at in dict.fromkeys((i, role_at))
            for kid in sentence.kids(at, "amod", "compound", "flat")
        )

    def _here(
        self, sentence: Sentence, i: int, sector: str | None, page: Page, *, unknown: bool
    ) -> str | None:
        """The country of a domestic role that tells none. Rebels are of where they fight, and of the
        page's country only where that is beyond doubt."""
        here = self.place_of(sentence, i)
        if (opened := self._opened_in(sentence, i, sector)) is not None:
            return opened
        if sector in ("REB", "UAF"):
            sure = page.home is not None and page.named[page.home] >= _BEYOND_DOUBT
            return here or (page.home if sure else None)
        if (
            sector == "COP" and page.home in ORGANISATIONS
        ):  # which has none: of the state named most
            states = [(n, code) for code, n in page.named.items() if self.registry.country(code)]
            return here or max(states, default=(0, None))[1]
        if page.theatre is not None and (sector in _STRUGGLING or page.home is None):
            return here if here and sector not in _STRUGGLING else page.theatre
        # what belongs to somebody whom we do not know need not be of where it acts
        return page.home or (None if unknown else here)

    def _opened_in(self, sentence: Sentence, i: int, sector: str | None) -> str | None:
        """«**Au Mali,** la police a arrêté …»: the country that a French sentence opens with is whose
        offices it goes on about; an army may be abroad, unless it is the government's."""
        tokens = sentence.tokens
        if sentence.lang != "fr" or i < 3 or tokens[0].lower not in ("en", "au", "aux"):
            return None
        if sector == "MIL" and not any(k.lemma in _LOYAL for k in sentence.kids(i, "amod")):
            return None
        hit = self.hits(sentence).get(1)
        if hit is None or not hit.ids or tokens[2].text != ",":
            return None
        entity = self.registry.entities[hit.ids[0]]
        return entity.country if entity.kind == "country" else None

    def _institutions(self, sentence: Sentence, i: int) -> str | None:
        """The one country whose institutions the sentence names: "**Polish** police" in it make the
        demonstrators of the same sentence Poles."""
        found: set[str] = set()
        for token in sentence.tokens:
            if token.i == i or token.pos != "NOUN":
                continue
            role = self.roles(sentence.lang).match([token.lemma], [token.lower])
            if role is None or not role[0].domestic or role[0].object or role[0].id == "diplomacy":
                continue
            for kid in sentence.kids(token.i, "amod", "nmod", "poss", "compound"):
                if kid.dep != "nmod" or kid.case in _LINKING or kid.case in _PLACE:
                    code = self.country_of(sentence, kid.i)
                    if code is not None and self.registry.country(code) is not None:
                        found.add(code)
        return found.pop() if len(found) == 1 else None

    def _heads_unknown(self, sentence: Sentence, i: int, role_at: int, role: Role) -> bool:
        """«le président **du directoire**», "the president of the Smith Foundation": the head of
        something that is no state, of which we know no more."""
        if role.id in ("official", "representative"):  # "Acme officials"
            return any(
                kid.pos == "PROPN"
                and kid.i not in self.hits(sentence)
                and self.demonym(sentence, kid) is None
                and self.roles(sentence.lang).match([kid.lemma], [kid.lower]) is None
                for kid in sentence.kids(i, "compound")
            )
        if role.id not in _HEADS or role.lemma.count(" ") > 1:
            return False
        if role.id == "businessman" and sentence.tokens[i].feats.get("Number") == "Plur":
            return False  # «les commerçants du quartier»
        for at in dict.fromkeys((i, role_at)):
            for kid in sentence.kids(at, "nmod"):
                if kid.case not in ("de", "of", "del", "du", "d'", "d’") or kid.lemma in _STATES:
                    continue
                hit = self.hits(sentence).get(kid.i)
                thing = self.roles(sentence.lang).match([kid.lemma], [kid.lower])
                named = kid.text[:1].isupper()
                of_state = thing is not None and (
                    (thing[0].object and not named) or thing[0].sector == "GOV"
                )
                if role.id == "businessman" and kid.pos == "PROPN" and sentence.lang == "fr":
                    return False  # «le patron **d'Orka**»: a firm that nobody knows
                if (hit is None or hit.kind != "name") and not of_state:
                    return self.demonym(sentence, kid) is None
        return False

    def _named_before(
        self, sentence: Sentence, phrase: list[int], sector: str | None, page: Page
    ) -> str | None:
        """ "Malian troops fled. **The army** said …": the forces that the page named last."""
        if sector not in ("MIL", "COP") or len(self.without_determiner(sentence, phrase)) > 1:
            return None
        mets = page.met[-12:]
        if page.home is not None and page.named.get(page.home, 0) >= _BEYOND_DOUBT * 4:
            # on a page that is about one country foreign forces are soon forgotten
            mets = [m for m in mets[:-5] if m.party.country == page.home] + mets[-5:]
        forces = (met.party for met in reversed(mets) if met.party.sector == sector)
        own = (p.country for p in forces if sector == "MIL" or p.country not in ORGANISATIONS)
        return next((country for country in own if country), None)

    def _is_no_union(self, sentence: Sentence, i: int) -> bool:
        """ "the Union of Freethinkers", «l'Union des contribuables»: it joins people of no trade."""
        if not sentence.tokens[i].text[:1].isupper():
            return False
        members = [kid for kid in sentence.kids(i, "nmod") if kid.case in ("of", "de", "des")]
        roles = (
            self.roles(sentence.lang).match([word.lemma], [word.lower])
            for kid in members
            for word in (kid, *sentence.kids(kid.i, "compound", "amod"))
        )
        return bool(members) and not any(
            role is not None and role[0].sector in _TRADES for role in roles
        )

    def _body(
        self, sentence: Sentence, i: int, role_at: int, page: Page, depth: int
    ) -> Found | None:
        """The party, court, company or movement that somebody heads or speaks for; None where it is
        a state or a place («le président **du Sénat**», "a **Hamas** official")."""
        for at in dict.fromkeys((i, role_at)):
            for own in sentence.kids(at, *_BEARING):
                kid = own
                if own.lemma == "cuyo":  # «su partido, **cuyo** secretario general …»
                    before = reversed(sentence.tokens[: own.i])
                    kid = next((t for t in before if t.pos in ("NOUN", "PROPN")), own)
                elif own.dep == "det" or (own.dep == "nmod" and own.case not in _LINKING):
                    continue
                hit = self.hits(sentence).get(kid.i)
                named = hit is not None and hit.kind == "name"
                if kid.dep in ("compound", "amod", "flat", "appos") and not named:
                    continue
                found = self.resolve(sentence, kid.i, page, depth=depth + 1)
                if found is None or found.person or found.thing:
                    continue
                if found.via == "pronoun" and found.party.sector != "BUS":
                    continue  # "its chief executive" is the firm's
                sector, movement = found.party.sector, found.party.entity_id or ""
                if sector not in (None, *_STATELY) or movement.startswith("group:"):
                    return found
        return None

    def _country_in(
        self,
        sentence: Sentence,
        i: int,
        role: Role,
        role_at: int,
        phrase: list[int],
        page: Page,
        depth: int,
    ) -> str | None:
        """The country that a role noun belongs to: nationality first, then «de X», then a place."""
        tokens, hits = sentence.tokens, self.hits(sentence)
        if role.sector == "JUD" and sentence.lang == "fr":
            named = sentence.kids(i, "appos")
            if not named and any(kid.lemma in _FOREIGN for kid in sentence.kids(i, "amod")):
                return None  # «le Tribunal **international** Monsanto»
        around = set(phrase) | set(self.phrase(sentence, role_at))
        near = [tokens[j] for j in sorted(around)]
        heads = {i, role_at}
        for token in near:
            if (
                token.dep in ("amod", "compound", "nmod:adj", "nmod", "flat", "appos")
                or token.i in heads
            ):
                hit = hits.get(token.i)
                whole = hit is not None and hit.end - hit.start > len(token.text)
                demonym = None if whole else self.demonym(sentence, token)
                if demonym and (token.i in heads or heads & {t.i for t in sentence.above(token.i)}):
                    return demonym
        for part in sentence.kids(i, "nmod"):
            hit = hits.get(part.i)
            if sentence.lang == "es" and part.case in _LINKING and hit and hit.kind == "name":
                entity = self.choose(hit, page)
                if entity.kind in ("country", "organisation"):
                    return entity.on(page.date)[0]  # «jefes de Estado y de Gobierno **de la UE**»
            if part.case in _LINKING and (pointed := self._pointed_at(sentence, part.i, page)):
                return pointed
            # «les forces de défense et de sécurité maliennes»
            for j in sentence.coordinated(part.i)[1:]:
                if sentence.tokens[j].pos == "NOUN":
                    for kid in sentence.kids(j, "amod"):
                        if demonym := self.demonym(sentence, kid):
                            return demonym
        owners = [
            kid
            for at in dict.fromkeys((i, role_at))
            for kid in sentence.kids(at, "poss", "det")
            if kid.dep == "poss" or kid.lower in OWN_WORDS
        ]
        if sentence.lang == "fr" and not owners:  # «des membres de **son** parti»
            groups = [kid.i for kid in sentence.kids(role_at, "nmod") if kid.case in _LINKING]
            owners += [k for j in groups for k in sentence.kids(j, "det") if k.lower in OWN_WORDS]
        for owner in [] if role.id == "counterpart" else owners:  # «son homologue» is another's
            found = self.resolve(sentence, owner.i, page, depth=depth + 1)
            if found is not None and found.party.country:
                return found.party.country
        posted = role.id == "ambassador"  # «l'ambassadeur en Russie» is not of Russia
        for by_place in (False,) if posted else (False, True):
            for token in near:
                hit = hits.get(token.i)
                if token.i == i or hit is None or hit.kind != "name":
                    continue
                before = tokens[token.i - 1] if token.i else None
                if before is not None and before.pos == "PROPN" and before.i not in hits:
                    if self.registry.entities[hit.ids[0]].kind == "person":
                        continue  # «Rafael Acosta **Arévalo**» is not the Arévalo of the registry
                if is_sided(sentence, token.i):
                    continue
                case = token.case or tokens[token.head].case or ""
                in_place = case in _PLACE
                if token.dep in ("compound", "flat", "appos", "nmod", "poss", "amod") or token.case:
                    if in_place is by_place or (token.case is None and not by_place):
                        entity = self.choose(hit, page)
                        country = entity.on(page.date)[0]
                        if country and (
                            by_place
                            or case
                            not in (
                                "to",
                                "à",
                                "aux",
                                "for",
                                "pour",
                                "ante",
                                "en",
                                "a",
                                "contre",
                                "against",
                                "contra",
                                "with",
                                "avec",
                                "con",
                            )
                        ):
                            return country
                        if country and by_place:
                            return country
        for kid in sentence.kids(i, "appos"):
            hit = hits.get(kid.i)
            if hit and hit.ids and hit.kind == "name":
                return self.choose(hit, page).on(page.date)[0]
        return None

    def of_one_man(self, sentence: Sentence, found: tuple[int, ...]) -> tuple[int, ...]:
        """«**le ministre** des Mines et vice-président du parti»: a second office that has no
        article in French is of the same man."""
        first, last = sentence.tokens[found[0]], sentence.tokens[found[-1]]
        if len(found) != 2 or first.pos != "NOUN" or last.pos != "NOUN" or last.case:
            return found
        if "Plur" in (first.feats.get("Number"), last.feats.get("Number")):
            return found
        opened = sentence.kids(first.i, "det", "case", "poss")
        if sentence.kids(last.i, "det", "poss", "nummod") or not any(
            kid.i < first.i and kid.lower in _ARTICLES for kid in opened
        ):
            return found
        windows = (sentence.tokens[j : j + 4] for j in (first.i, last.i))
        both = (
            self.roles(sentence.lang).match([t.lemma for t in window], [t.lower for t in window])
            for window in windows
        )
        return found if any(role is None or not role[0].person for role in both) else found[:1]

    def found_as(
        self,
        sentence: Sentence,
        phrase: list[int],
        *,
        name: str,
        entity_id: str | None,
        country: str | None,
        sector: str | None,
        via: str,
        person: bool = False,
        plural: bool = False,
        role: str | None = None,
        thing: bool = False,
    ) -> Found:
        """A party under the words of its phrase."""
        first, last = sentence.tokens[phrase[0]], sentence.tokens[phrase[-1]]
        return Found(
            party=Party(
                name=name,
                entity_id=entity_id,
                country=country,
                sector=sector,
                text=sentence.words(phrase),
                start=first.start,
                end=last.end,
            ),
            via=via,
            person=person,
            plural=plural,
            role=role,
            thing=thing,
        )


def _federation(page: Page) -> str | None:
    """The federal state that the page names most, if it names one more than any other."""
    named = sorted(
        ((n, code) for code, n in page.named.items() if code in FEDERATIONS), reverse=True
    )
    alone = len(named) == 1 or (len(named) > 1 and named[0][0] > named[1][0])
    return named[0][1] if alone else None
