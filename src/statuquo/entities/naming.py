"""What a noun phrase names: an entity of the registry, a role, nationals, or somebody unknown."""

from __future__ import annotations

from abc import ABC
from dataclasses import replace

from statuquo.entities.gazetteer import Hit
from statuquo.entities.model import Entity, Party
from statuquo.entities.offices import ORGANISATIONS, Offices
from statuquo.entities.page import Page
from statuquo.entities.phrases import Found
from statuquo.entities.roles import Role
from statuquo.language.french_words import listed
from statuquo.language.grammar import Sentence

_OWN = ("de", "of", "d'", "'s", "du", "del")
_BODIES = frozenset({"movement", "group", "network", "organisation", "organization", "party", "militia",
                     "faction", "front", "alliance", "bloc"})  # fmt: skip
"""Nouns that say what the name before them is: "the Hezbollah **movement**"."""
_DOERS = {"gouvernemental": "gouvernement", "policier": "police"}
"""Adjectives of a doer, with the noun that names him where it is another word."""
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
_SENT = frozenset(
    {"délégation", "delegation", "delegación", "convoi", "convoy", "contingent", "side", "partie",
     "parte", "camp", "bando"}
)  # fmt: skip
"""Counted by their nation («la délégation russe»), they are its government's."""
_GOODS = frozenset(
    {"round", "shipment", "consignment", "package", "batch", "ton", "tonne", "worth", "patch"}
)
_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "m", "mm", "mme", "mlle", "monsieur",
     "madame", "me", "sr", "sra", "srta", "don", "doña", "señor", "señora", "lic", "ing", "gen",
     "col", "lt", "capt", "sen", "rep", "gov", "pres", "rev", "st"}
)  # fmt: skip
_HOUSES = frozenset({"JRN", "BUS"})
_TELLING = 5
"""Length from which a word is a name of its own."""
OWNERS = ("poss", "by", "adj", "gen", "subj")
"""Roles in which the owner of a deed or thing may stand, in order of preference."""
_HOLDING = frozenset(
    {"utiliser", "contrôler", "tenir", "détenir", "occuper", "employer", "gérer", "diriger",
     "use", "control", "hold", "occupy", "run", "operate", "own", "lead", "fire", "plant", "drop", "detonate",
     "mener", "maintenir", "poursuivre", "appliquer", "conduire",
     "utilizar", "usar", "mantener", "aplicar", "seguir", "impulsar", "controlar", "ocupar", "dirigir", "operar", "emplear",
     "proposer", "présenter", "soumettre", "imposer", "décréter", "adopter", "organiser", "lancer", "commettre",
     "propose", "present", "submit", "impose", "decree", "adopt", "organise", "organize", "launch", "commit",
     "table", "draft", "enact", "follow", "implement", "introduce", "maintain", "pass", "publish", "pursue", "issue", "file", "sponsor", "order", "announce",
     "proponer", "presentar", "someter", "imponer", "decretar", "adoptar", "organizar", "lanzar", "cometer"}
)  # fmt: skip
"""Verbs whose subject has or made the thing: «des installations **utilisées** par des milices», "a plan
**proposed** by Oman"."""


class Naming(Offices, ABC):
    """Turns a noun phrase that names somebody into a party."""

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
                    found = self.adjectival(sentence, j, page) or self._holding(
                        sentence, i, j, found
                    )
                if found is not None and found.political:
                    return Found(
                        party=found.party, via="owner", person=found.person, plural=found.plural
                    )
        return None

    def makers(self, sentence: Sentence, i: int, page: Page) -> list[Found]:
        """ "**Mali** keeps up a policy that the court has criticised": whose thing a clause is about."""
        at = sentence.tokens[i]
        for above in sentence.above(i):
            if at.dep == "obj" and above.lemma in _HOLDING:
                subjects = sentence.roles(above.i).get("subj", ())
                found = (
                    self.resolve(sentence, k, page, depth=1)
                    for j in subjects
                    for k in sentence.coordinated(j)
                )
                if makers := [f for f in found if f is not None and f.political]:
                    return [replace(f, via="owner") for f in makers]
            if at.dep not in ("obj", "acl", "nmod"):
                return []
            at = above
        return []

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
                    person = entity.kind == "person" and not self._is_given_name(sentence, other)
                    if person and kid.dep == "flat" and kid.i == i + 1 and sentence.lang == "fr":
                        person = not self._other_given_name(sentence, kid.i, other, entity)
                    if person or (
                        entity.kind in ("group", "organisation")
                        and tokens[i].lemma in _BODIES
                        and kid.dep in ("compound", "appos")
                    ):
                        return entity
            return None
        if hit.kind == "weak" and not supported:
            entity = self.choose(hit, page)
            known = (
                entity.kind in ("city", "country") and entity.country in page.named
            )  # «EU» besides Biden
            by_name = entity.name in page.names and entity.kind != "city"
            return entity if known or by_name else None
        entity = self.choose(hit, page)
        met = page.names.get(entity.name)
        if entity.kind == "city" and met is not None and met.name == entity.name:
            return None  # «Sofia», who was named before
        if self.registry.is_shared(hit.ids) and not page.named.get(entity.country or "", 0):
            return None  # «el CNE» of a country that the page does not name
        if entity.kind == "country" and i and tokens[i - 1].text == "Team":
            return None  # "Team Estonia" plays for it
        if hit.kind == "weak" and entity.kind == "metonym":
            theirs = self._institutions(sentence, i)
            if theirs is not None and theirs != entity.country:
                return None  # "Peru's prosecutor asked **Congress** to …"
        if entity.kind == "person" and self._other_given_name(sentence, i, hit, entity):
            return None
        token = tokens[i]
        if (
            token.pos not in ("PROPN", "NOUN", "ADJ", "X", "PRON", "NUM")
            and not token.text[:1].isupper()
        ):
            return None
        if entity.kind in ("city", "country") and (
            self.inside_longer_name(sentence, hit) or self._is_family_name(sentence, i)
        ):
            return None
        return entity

    def _opens_name(self, sentence: Sentence, i: int) -> bool:
        hit = self.hits(sentence).get(i)
        return hit is not None and self._is_given_name(sentence, hit)

    def _is_given_name(self, sentence: Sentence, hit: Hit) -> bool:
        """«Abbas Akhoundi», "Johnson Space Center": a family name of the registry that opens a longer
        name is somebody else's."""
        inside = [j for j, other in self.hits(sentence).items() if other is hit]
        after = inside[-1] + 1
        if len(inside) > 1 or after >= len(sentence.tokens):
            return False
        token, other = sentence.tokens[inside[0]], sentence.tokens[after]
        before = sentence.tokens[token.i - 1] if token.i else None
        if other.pos != "PROPN" or not other.text[:1].isupper() or other.text.isupper():
            return False
        if before is not None and before.pos == "PROPN" and before.dep in ("flat", "appos"):
            return False
        entity = self.registry.entities[hit.ids[0]]
        known = {word for names in entity.names.values() for n in names for word in n.split()}
        joined = other.dep in ("flat", "compound") or token.dep in ("flat", "compound")
        return joined and after not in self.hits(sentence) and other.text not in known

    def _is_family_name(self, sentence: Sentence, i: int) -> bool:
        """ "Anna **Lima**": behind a given name, a town is somebody's name."""
        token = sentence.tokens[i]
        before = sentence.tokens[i - 1] if i else None
        if before is None or before.pos != "PROPN" or before.dep not in ("compound", "flat"):
            return False
        if before.head != i or before.ent != "PER" or token.ent != "PER":
            return False
        return before.i not in self.hits(sentence) and self.demonym(sentence, before) is None

    def _other_given_name(self, sentence: Sentence, i: int, hit: Hit, entity: Entity) -> bool:
        """«Rafael Acosta Arévalo» is not the Arévalo of the registry, nor «Sharon Tate» its Sharon."""
        if self._is_given_name(sentence, hit):
            return True
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
        """The party that a registry entity is on the day of the report, unless the page has named
        another in full whose initials its short name spells."""
        if (meant := self._spelt_out(sentence, phrase, entity, page)) is not None:
            return meant
        regional = tuple(self.words(sentence.lang).regional)
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
        elif entity.kind == "person" and page.date is None and role and role.sector == "ELI":
            sector = "ELI"  # «la expresidenta X»
        elif entity.kind == "person" and page.date is None and entity.offices:
            # no day tells which post it was: the one that the sentence names, else the highest
            wanted = role.sector if role is not None and role.sector else "GOV"
            posts = [office for office in entity.offices if office.sector == wanted]
            last = entity.offices[-1]
            if role is None and last.sector == "IGO" and last.end is None:
                posts, wanted = [last], "IGO"  # who heads the WHO is no minister any more
            if posts:
                country, sector = posts[-1].country, wanted
        elif entity.kind == "person" and role is not None and role.sector:
            untold = page.date is None or sector in (None, "ELI")
            if not entity.offices or (untold and role.sector != "ELI"):
                sector = role.sector
        elif (
            entity.kind == "group" and sector == "CVL" and role is not None and role.sector == "REB"
        ):
            sector = role.sector  # "Kurdish **fighters**"
        elif sector == "GOV" and country in ORGANISATIONS:
            sector = "IGO"
        elif entity.kind == "group" and sector == "CVL" and sentence.lang == "fr":
            # «les Gilets jaunes belges»
            own = [j for j in phrase if not sentence.tokens[j].lower.startswith(regional)]
            country = self._section(sentence, own) or country
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

    def _spelt_out(
        self, sentence: Sentence, phrase: list[int], entity: Entity, page: Page
    ) -> Found | None:
        """ "the Rural Safety Force … the **RSF**": not the RSF that the registry knows."""
        if entity.kind not in ("group", "organisation"):
            return None
        for j in phrase:
            letters = sentence.tokens[j].text
            meant = page.abbreviated(letters) if letters.isupper() else None
            if meant is None or meant.entity_id == entity.id:
                continue
            if any(letters in names for names in entity.names.values()):
                return self.found_as(
                    sentence, phrase, name=meant.name, entity_id=meant.entity_id,
                    country=meant.country, sector=meant.sector, via="name",
                )  # fmt: skip
        return None

    def _section(self, sentence: Sentence, phrase: list[int]) -> str | None:
        """The country of a national section of an organisation."""
        codes = (
            self.demonym(sentence, sentence.tokens[j])
            for j in phrase
            if sentence.tokens[j].dep in ("amod", "compound", "nmod")
        )
        return next((code for code in codes if code), None)

    def nationals(self, sentence: Sentence, i: int, phrase: list[int]) -> Found | None:
        """«les Russes», "two Palestinians": nationals with no more said are civilians."""
        token = sentence.tokens[i]
        code = self.demonym(sentence, token)
        if code is None or token.pos not in ("NOUN", "PROPN", "ADJ"):
            return None
        if token.dep in ("amod", "nmod:adj") and (token.pos == "ADJ" or sentence.lang == "fr"):
            return None  # «les bombardements russes», whatever the model calls it
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
        decided = sentence.tokens[sentence.tokens[i].head].lemma in listed("nouns", "decided")
        if state is None and code == "EUR" and sentence.lang == "fr" and decided:
            state = self.registry.entities.get("organisation:eu")  # «l'annonce **européenne**»
        if state is None:
            return None
        sector = "GOV" if state.kind == "country" else "IGO"
        return self.found_as(
            sentence,
            [i],
            name=state.name,
            entity_id=state.id,
            country=code,
            sector=sector,
            via="owner",
        )

    def adjectival(self, sentence: Sentence, i: int, page: Page) -> Found | None:
        """Whose a deed is by its adjective: of a nation, or in French of a force or a government: «des
        tirs **rebelles**», «le plan **gouvernemental**»."""
        if sentence.lang == "fr" and sentence.tokens[i].lemma in listed("adjectives", "of_doers"):
            word = _DOERS.get(sentence.tokens[i].lemma, sentence.tokens[i].lemma)
            role = self.roles("fr").lookup([word])
            if role is not None and not sentence.kids(i, "advmod"):  # «**non** gouvernemental»
                found = self.from_role(sentence, i, [i], role, i, page, 1)
                return replace(found, via="owner") if found is not None else None
        return self.nationality(sentence, i)

    def bare_name(self, sentence: Sentence, i: int, phrase: list[int], page: Page) -> Found | None:
        """A proper name that the registry does not know."""
        token = sentence.tokens[i]
        if not token.text[:1].isupper():
            return None
        name = self.person_name(sentence, i) or token.text
        known = page.known_person(name)
        meant = page.abbreviated(token.text) or known
        if meant is not None:
            return self.found_as(
                sentence, phrase, name=meant.name, entity_id=meant.entity_id,
                country=meant.country, sector=meant.sector, via="name", person=meant is known,
            )  # fmt: skip
        if sentence.lang == "fr" and (body := _called_short(token.text, page)) is not None:
            return self.found_as(
                sentence, phrase, name=body.name, entity_id=body.entity_id,
                country=body.country, sector=body.sector, via="name", plural=True,
            )  # fmt: skip
        country = next(
            (
                code
                for kid in sentence.kids(i, "amod", "compound", "nmod", "poss")
                if not (sentence.lang == "es" and kid.case == "en")  # «la Coalición **en** Irak»
                and not self._opens_name(sentence, kid.i)
                and (code := self.country_of(sentence, kid.i))
            ),
            None,
        )
        group = self._fellowship(sentence, i, page) if country is None else None
        if group is not None:
            return self.found_as(
                sentence, phrase, name=name, entity_id=None, country=group.country,
                sector=group.sector, via="role", person=True,
            )  # fmt: skip
        return self.found_as(
            sentence, phrase, name=name, entity_id=None, country=country, sector=None,
            via="bare", person=token.ent == "PER",
        )  # fmt: skip

    def _fellowship(self, sentence: Sentence, i: int, page: Page) -> Entity | None:
        """«Ludovic Petit, **Gilet jaune** à Brest»: the group that somebody unknown is called one of."""
        for apposed in sentence.kids(i, "appos"):
            kid = apposed
            if kid.lemma == "un" and sentence.lang == "fr":  # «l'un des dix **Gilets jaunes**»
                several = sentence.kids(kid.i, "nmod")
                kid = several[0]._replace(feats={}) if several else kid
            hit = self.hits(sentence).get(kid.i)
            if hit is None or not hit.ids or hit.kind != "name" or kid.i > i + 8:
                continue
            entity = self.choose(hit, page)
            if entity.kind == "group" and kid.feats.get("Number") != "Plur":
                return entity
        return None

    def counted(self, sentence: Sentence, i: int, page: Page, depth: int) -> Found | None:
        """What a counting noun holds: «des dizaines de **rebelles**»."""
        lemma = sentence.tokens[i].lemma
        kids = sentence.kids(i, "nmod", "poss", "amod", "compound")
        for kid in sorted(kids, key=lambda kid: kid.dep == "amod"):
            if kid.dep == "nmod" and kid.case not in (*_OWN, "among", "parmi", "entre", "dont"):
                continue
            if kid.dep == "compound" and lemma in _GOODS:
                continue  # "artillery rounds", "an army package"
            found = self.resolve(sentence, kid.i, page, depth=depth + 1)
            if found is not None and found.role == "group":
                continue  # «la branche égyptienne de l'organisation»
            if found is None and kid.dep in ("amod", "compound"):
                found = self.nationality(sentence, kid.i)
                if found is not None and lemma not in _SENT:
                    party = replace(found.party, name=lemma, entity_id=None, sector=None)
                    found = replace(found, party=party)
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


def _called_short(word: str, page: Page) -> Party | None:
    """«Le Phare du Sud … les chiffres du **Phare**»: the paper or firm that the page has named in full."""
    if len(word) < _TELLING:
        return None
    for met in reversed(page.met):
        party = met.party
        if party.sector not in _HOUSES or met.person or party.entity_id is None:
            continue
        words = [w for w in party.name.split() if w not in ("Le", "La", "Les", "The")]
        if len(words) > 1 and words[0] == word:
            return party
    return None
