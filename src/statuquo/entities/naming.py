"""What a noun phrase names: an entity of the registry, a role, nationals, or somebody unknown."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

from statuquo.entities.gazetteer import Hit
from statuquo.entities.model import Entity, Party
from statuquo.entities.page import Page
from statuquo.entities.phrases import Found, Phrases, is_sided
from statuquo.entities.roles import Role
from statuquo.language.grammar import Sentence

ORGANISATIONS = frozenset({"UNO", "EUR", "IGO", "NGO", "AFU", "NAT"})
_OWN = ("de", "of", "d'", "'s", "du", "del")
_PLACE = frozenset(
    {"in", "en", "à", "au", "au_sein_de", "dans", "at", "near", "from", "a", "across", "inside"}
)
_BODIES = frozenset({"movement", "group", "network", "organisation", "organization", "party", "militia",
                     "faction", "front", "alliance", "bloc"})  # fmt: skip
"""Nouns that say what the name before them is: "the Hezbollah **movement**"."""
_HELD = frozenset(
    {"area", "barracks", "base", "bastion", "camp", "checkpoint", "compound", "convoy", "enclave", "headquarters",
     "hideout", "hideaway", "outpost", "patrol", "position", "post", "stronghold", "target", "territory", "town",
     "vehicle", "village"}
)  # fmt: skip
_HOLDERS = frozenset({"REB", "UAF", "OPP", "COP", "MIL", "PRM"})
_DONE_TO_PEOPLE = frozenset(
    {"abduct", "arrest", "behead", "capture", "deport", "detain", "evacuate", "execute", "free", "hurt", "injure",
     "jail", "kidnap", "kill", "massacre", "release", "rescue", "save", "wound"}
)  # fmt: skip
_HEADING = frozenset(
    {"president", "vice-president", "secretary-general", "leader", "spokesperson", "official",
     "representative", "businessman", "politician", "former-official", "negotiator"}
)  # fmt: skip
"""Role nouns that say nothing of the body that somebody heads or speaks for."""
_STATELY = frozenset({"GOV", "ELI", "CVL", "UNK"})
"""Sectors of a body that leave the role as it is: «le président du Conseil»."""
_LINKING = frozenset({"de", "of", "for", "del", "du", "d'", "d’", "'s", "pour", "à"})
OWN_WORDS = frozenset({"son", "sa", "ses", "leur", "leurs", "su", "sus"})
"""Possessives that the French and Spanish parsers call determiners."""
_CIVIL = frozenset({"COP", "JUD", "LEG", "OPP", "CVL", "SOC", "LAB", "EDU", "JRN"})
"""Sectors that are of the country whose institutions the same sentence names."""
_BEYOND_DOUBT = 5
"""Mentions of its country from which a page is about that country alone."""
_GOODS = frozenset(
    {"round", "shipment", "consignment", "package", "batch", "ton", "tonne", "worth", "patch"}
)
_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "m", "mm", "mme", "mlle", "monsieur",
     "madame", "me", "sr", "sra", "srta", "don", "doña", "señor", "señora", "lic", "ing", "gen",
     "col", "lt", "capt", "sen", "rep", "gov", "pres", "rev", "st"}
)  # fmt: skip
OWNERS = ("poss", "by", "adj", "gen", "subj")
"""Roles in which the owner of a deed or thing may stand, in order of preference."""
_HOLDING = frozenset(
    {"utiliser", "contrôler", "tenir", "détenir", "occuper", "employer", "gérer", "diriger",
     "use", "control", "hold", "occupy", "run", "operate", "own", "lead",
     "utilizar", "usar", "controlar", "ocupar", "dirigir", "operar", "emplear"}
)  # fmt: skip
"""Verbs whose subject has the thing: «des installations **utilisées** par des milices»."""


class Naming(Phrases, ABC):
    """Turns a noun phrase that names somebody into a party."""

    @abstractmethod
    def resolve(self, sentence: Sentence, i: int, page: Page, *, depth: int = 0) -> Found | None:
        """The party that token ``i`` stands for as the head of its phrase, or None."""

    def owner(
        self, sentence: Sentence, i: int, page: Page, slots: tuple[str, ...] = OWNERS
    ) -> Found | None:
        """The party behind a deed or thing: «les provocations de Pyongyang», "Iran's decision"."""
        roles = sentence.roles(i)
        for kid in sentence.kids(i, "acl", "relcl"):
            if kid.lemma in _HOLDING:
                for j in sentence.roles(kid.i).get("subj", ()):
                    holder = self.resolve(sentence, j, page, depth=1) if j != i else None
                    if holder is not None and holder.political:
                        return replace(holder, via="owner")
        for slot in slots:
            for j in roles.get(slot, ()):
                found = self.resolve(sentence, j, page, depth=1) or (
                    self.owner(sentence, j, page, slots)
                    if slot == "gen" and sentence.tokens[j].pos == "NOUN"
                    else None
                )
                if slot == "adj" and (found is None or found.via == "role"):
                    found = self.nationality(sentence, j) or self._holding(sentence, i, j, found)
                if found is not None and found.political:
                    return Found(
                        party=found.party, via="owner", person=found.person, plural=found.plural
                    )
        return None

    def _holding(self, sentence: Sentence, i: int, j: int, found: Found | None) -> Found | None:
        """English puts the holder of a place in front as a noun: "a **rebel** base"."""
        if sentence.lang != "en" or found is None or found.party.sector not in _HOLDERS:
            return None
        if sentence.tokens[i].lemma not in _HELD:
            return None
        role, at = self.role_of(sentence, j, [j])
        if role is None:
            return found
        country = self._country_in(sentence, i, role, at, self.phrase(sentence, i), Page(), 1)
        if country is None:
            return found
        party = replace(found.party, country=country, entity_id=f"{country}:{role.sector}")
        return replace(found, party=party)

    def named(
        self, sentence: Sentence, i: int, hit: Hit | None, page: Page, *, supported: bool
    ) -> Entity | None:
        """The registry entity that the head's own words name."""
        tokens = sentence.tokens
        if hit is None or not hit.ids:
            for kid in sentence.kids(i, "flat", "appos", "compound"):
                other = self.hits(sentence).get(kid.i)
                near = 6 if kid.dep != "appos" else 14
                if other and other.ids and other.kind == "name" and abs(kid.i - i) <= near:
                    entity = self.choose(other, page)
                    if entity.kind == "person" or (
                        entity.kind in ("group", "organisation")
                        and tokens[i].lemma in _BODIES
                        and kid.dep == "compound"
                    ):
                        return entity
            return None
        if hit.kind == "weak" and not supported:
            entity = self.choose(hit, page)
            known = entity.kind == "country" and entity.country in page.named  # «EU» besides Biden
            return entity if known or entity.name in page.names else None
        entity = self.choose(hit, page)
        if entity.kind == "person" and self._other_given_name(sentence, i, hit, entity):
            return None
        token = tokens[i]
        if (
            token.pos not in ("PROPN", "NOUN", "ADJ", "X", "PRON", "NUM")
            and not token.text[:1].isupper()
        ):
            return None
        if entity.kind in ("city", "country") and self.inside_longer_name(sentence, hit):
            return None
        return entity

    def _other_given_name(self, sentence: Sentence, i: int, hit: Hit, entity: Entity) -> bool:
        """«Rafael Acosta Arévalo» is not the Arévalo of the registry."""
        first = next((j for j, other in self.hits(sentence).items() if other is hit), i)
        if first == 0 or " " in sentence.text[hit.start : hit.end]:
            return False
        before = sentence.tokens[first - 1]
        if before.pos != "PROPN" or not before.text[:1].isupper() or before.text.isupper():
            return False
        if before.lower.rstrip(".") in _HONORIFICS:
            return False
        if before.i in self.hits(sentence) or self.demonym(sentence, before):
            return False
        known = {
            word.lower() for names in entity.names.values() for n in names for word in n.split()
        }
        titled = self.roles(sentence.lang).match([before.lemma], [before.lower]) is not None
        attached = before.head == i or sentence.tokens[i].head in (before.i, before.head)
        return attached and not titled and before.lower not in known

    def from_entity(
        self, sentence: Sentence, phrase: list[int], entity: Entity, role: Role | None, page: Page
    ) -> Found:
        """The party that a registry entity is on the day of the report."""
        country, sector = entity.on(page.date)
        name, entity_id = entity.name, entity.id
        if entity.kind == "country":
            sector = "GOV"
        elif entity.kind == "city":
            seat = self.registry.seat(entity.id)
            if seat is not None:
                state = self.registry.country(seat)
                country, sector = seat, "GOV"
                if state is not None:
                    name, entity_id = state.name, state.id
        elif entity.kind == "person" and page.date is None and entity.offices:
            # no day tells which post it was: the one that the sentence names, else the highest
            wanted = role.sector if role is not None and role.sector else "GOV"
            posts = [office for office in entity.offices if office.sector == wanted]
            if posts:
                country, sector = posts[-1].country, wanted
        elif entity.kind == "person" and role is not None and role.sector:
            if not entity.offices or (sector in (None, "ELI") and role.sector != "ELI"):
                sector = role.sector
        elif country == "NGO":
            # «la Croix-Rouge libanaise», "the Lebanese Red Cross"
            country = self._section(sentence, phrase) or country
        return self.found_as(
            sentence,
            phrase,
            name=name,
            entity_id=entity_id,
            country=country,
            sector=sector,
            via="place" if entity.kind == "city" and sector is None else "name",
            person=entity.kind == "person",
            role=role.id if role is not None else None,
        )

    def _section(self, sentence: Sentence, phrase: list[int]) -> str | None:
        """The country of a national section of an organisation."""
        codes = (
            self.demonym(sentence, sentence.tokens[j])
            for j in phrase
            if sentence.tokens[j].dep in ("amod", "compound", "nmod")
        )
        return next((code for code in codes if code), None)

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
        country = role.country or self._country_in(sentence, i, role, role_at, phrase, page, depth)
        sector = role.sector
        body = self._body(sentence, i, role_at, page, depth) if role.id in _HEADING else None
        if body is not None:
            sector, country = body.party.sector, body.party.country or country
        elif role.id == "leader" and country and self.registry.country(country):
            sector = "GOV" if sentence.tokens[i].feats.get("Number") != "Plur" else None
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
        if bearer is not None:
            person_name, country = bearer.name, country or bearer.country
        if country is None and self._is_domestic(sentence, i, role):
            unknown = not person_name and self.has_name(sentence, phrase, role_at)
            country = self._here(sentence, i, sector, page, unknown=unknown)
            if country is None and sector in _CIVIL:
                country = self._institutions(sentence, i)
        if sector == "GOV" and country in ORGANISATIONS:
            sector = "NGO" if country == "NGO" else "IGO"
        words = sentence.words(self.without_determiner(sentence, phrase))
        name, entity_id = words, None
        state = self.registry.country(country) if country else None
        if person_name:
            name = person_name
            entity_id = bearer.entity_id if bearer is not None else None
        elif state is not None and sector:
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

    def _is_domestic(self, sentence: Sentence, i: int, role: Role) -> bool:
        """Whether the page's country is meant when none is told: «le gouvernement», «le député X»,
        but neither «trois pays» nor «un pays»."""
        if not role.domestic:
            return False
        if role.id == "government" and sentence.tokens[i].feats.get("Number") == "Plur":
            return False
        if role.id != "country":
            return True
        definite = any(k.lower in ("le", "the", "el") for k in sentence.kids(i, "det"))
        return definite and sentence.tokens[i].feats.get("Number") != "Plur"

    def _here(
        self, sentence: Sentence, i: int, sector: str | None, page: Page, *, unknown: bool
    ) -> str | None:
        """The country of a domestic role that tells none. Rebels are of where they fight, and of the
        page's country only where that is beyond doubt."""
        here = self.place_of(sentence, i)
        if sector in ("REB", "UAF"):
            sure = page.home is not None and page.named[page.home] >= _BEYOND_DOUBT
            return here or (page.home if sure else None)
        # what belongs to somebody whom we do not know need not be of where it acts
        return page.home or (None if unknown else here)

    def _institutions(self, sentence: Sentence, i: int) -> str | None:
        """The one country whose institutions the sentence names: "**Polish** police" in it make the
        demonstrators of the same sentence Poles."""
        found: set[str] = set()
        for token in sentence.tokens:
            if token.i == i or token.pos != "NOUN":
                continue
            role = self.roles(sentence.lang).match([token.lemma], [token.lower])
            if role is None or not role[0].domestic or role[0].object:
                continue
            for kid in sentence.kids(token.i, "amod", "nmod", "poss", "compound"):
                if kid.dep != "nmod" or kid.case in _LINKING or kid.case in _PLACE:
                    code = self.country_of(sentence, kid.i)
                    if code is not None and self.registry.country(code) is not None:
                        found.add(code)
        return found.pop() if len(found) == 1 else None

    def _body(
        self, sentence: Sentence, i: int, role_at: int, page: Page, depth: int
    ) -> Found | None:
        """The party, court, company or movement that somebody heads or speaks for; None where it is
        a state or a place («le président **du Sénat**», "a **Hamas** official")."""
        for at in dict.fromkeys((i, role_at)):
            for kid in sentence.kids(at, "nmod", "poss", "compound", "amod"):
                if kid.dep == "nmod" and kid.case not in _LINKING:
                    continue
                hit = self.hits(sentence).get(kid.i)
                if kid.dep in ("compound", "amod") and (hit is None or hit.kind != "name"):
                    continue
                found = self.resolve(sentence, kid.i, page, depth=depth + 1)
                if found is None or found.person or found.thing or found.via == "pronoun":
                    continue
                if found.party.sector is not None and found.party.sector not in _STATELY:
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
        around = set(phrase) | set(self.phrase(sentence, role_at))
        near = [tokens[j] for j in sorted(around)]
        heads = {i, role_at}
        for token in near:
            if (
                token.dep in ("amod", "compound", "nmod:adj", "nmod", "flat", "appos")
                or token.i in heads
            ):
                demonym = self.demonym(sentence, token)
                if demonym and (token.i in heads or heads & {t.i for t in sentence.above(token.i)}):
                    return demonym
        for part in sentence.kids(i, "nmod"):
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
        for owner in [] if role.id == "counterpart" else owners:  # «son homologue» is another's
            found = self.resolve(sentence, owner.i, page, depth=depth + 1)
            if found is not None and found.party.country:
                return found.party.country
        for by_place in (False, True):
            for token in near:
                hit = hits.get(token.i)
                if token.i == i or hit is None or hit.kind != "name":
                    continue
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

    def nationals(self, sentence: Sentence, i: int, phrase: list[int]) -> Found | None:
        """«les Russes», "two Palestinians": nationals with no more said are civilians."""
        token = sentence.tokens[i]
        code = self.demonym(sentence, token)
        if code is None or token.pos not in ("NOUN", "PROPN", "ADJ"):
            return None
        if token.pos == "ADJ" and token.dep in ("amod", "nmod:adj"):
            return None
        return self.found_as(
            sentence,
            phrase,
            name=sentence.words(self.without_determiner(sentence, phrase)),
            entity_id=f"{code}:CVL",
            country=code,
            sector="CVL",
            via="role",
            plural=True,
        )

    def number(self, sentence: Sentence, i: int) -> Found | None:
        """People told as a bare number: "killing **twelve** and arresting **40**"."""
        token = sentence.tokens[i]
        at = token
        while at.dep == "conj":
            at = sentence.tokens[at.head]
        done = sentence.tokens[at.head].lemma in _DONE_TO_PEOPLE
        if at.dep not in ("obj", "subj:pass") or not done or sentence.lang != "en":
            return None
        if token.ent in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"):
            return None
        return self.found_as(
            sentence, self.phrase(sentence, i), name=token.text, entity_id=None, country=None,
            sector="CVL", via="role", plural=True,
        )  # fmt: skip

    def nationality(self, sentence: Sentence, i: int, *, sided: bool = False) -> Found | None:
        """An adjective of nationality that owns a deed: "**Russian** support", or the one that a deed
        is against: "anti-**Russian** protests"."""
        code = self.demonym(sentence, sentence.tokens[i], sided=sided)
        if code is None and sided and (hit := self.hits(sentence).get(i)) and hit.ids:
            code = self.registry.entities[hit.ids[0]].on(None)[0]
        state = self.registry.country(code) if code else None
        if state is None:
            return None
        return self.found_as(
            sentence,
            [i],
            name=state.name,
            entity_id=state.id,
            country=code,
            sector="GOV",
            via="owner",
        )

    def bare_name(self, sentence: Sentence, i: int, phrase: list[int], page: Page) -> Found | None:
        """A proper name that the registry does not know."""
        token = sentence.tokens[i]
        if not token.text[:1].isupper():
            return None
        name = self.person_name(sentence, i) or token.text
        known = page.known_person(name)
        meant = page.acronyms.get(token.text) or known
        if meant is not None:
            return self.found_as(
                sentence, phrase, name=meant.name, entity_id=meant.entity_id,
                country=meant.country, sector=meant.sector, via="name", person=meant is known,
            )  # fmt: skip
        country = next(
            (
                code
                for kid in sentence.kids(i, "amod", "compound", "nmod", "poss")
                if (code := self.country_of(sentence, kid.i))
            ),
            None,
        )
        return self.found_as(
            sentence, phrase, name=name, entity_id=None, country=country, sector=None,
            via="bare", person=token.ent == "PER",
        )  # fmt: skip

    def counted(self, sentence: Sentence, i: int, page: Page, depth: int) -> Found | None:
        """What a counting noun holds: «des dizaines de **rebelles**»."""
        goods = sentence.tokens[i].lemma in _GOODS
        for kid in sentence.kids(i, "nmod", "poss", "amod", "compound"):
            if kid.dep == "nmod" and kid.case not in (*_OWN, "among", "parmi", "entre", "dont"):
                continue
            if kid.dep == "compound" and goods:
                continue  # "artillery rounds", "an army package"
            found = self.resolve(sentence, kid.i, page, depth=depth + 1)
            if found is None and kid.dep in ("amod", "compound"):
                found = self.nationality(sentence, kid.i)
            if found is not None:
                return found
        return None

    def with_words(self, sentence: Sentence, phrase: list[int], found: Found) -> Found:
        """The same party under the words of the whole phrase."""
        party = found.party
        first, last = sentence.tokens[phrase[0]], sentence.tokens[phrase[-1]]
        return Found(
            party=Party(
                name=party.name, entity_id=party.entity_id, country=party.country,
                sector=party.sector, text=sentence.words(phrase), start=first.start, end=last.end,
            ),
            via=found.via,
            plural=True,
        )  # fmt: skip

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
