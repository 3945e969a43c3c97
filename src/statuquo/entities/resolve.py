"""Who a noun phrase means: registry names, role nouns, nationalities, pronouns, in the page's light."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from statuquo.data import DATA, load_toml
from statuquo.entities.gazetteer import Gazetteer, Hit
from statuquo.entities.model import Entity, Party
from statuquo.entities.page import Met, Page, home_country
from statuquo.entities.registry import Registry
from statuquo.entities.roles import Role, Roles
from statuquo.language.grammar import RELATIVE_PRONOUNS, Sentence, Token
from statuquo.reports.model import Language

_PHRASE_STOP = frozenset(
    {"relcl", "acl", "advcl", "comp", "xcomp", "conj", "cc", "parataxis", "cop", "subj", "subj:pass",
     "mark", "aux", "aux:pass", "obl", "advmod", "neg", "prt", "obj", "iobj", "agent", "dep", "expl"}
)  # fmt: skip
_OWN = ("de", "of", "d'", "'s", "du", "del")
_PLACE = frozenset(
    {"in", "en", "à", "au", "au_sein_de", "dans", "at", "near", "from", "a", "across", "inside"}
)
OWNERS = ("subj", "poss", "by", "adj", "gen")
"""Roles in which the owner of a deed or thing may stand, in order of preference."""
_NO_PARTY = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY", "WORK_OF_ART", "EVENT"}
)
_HERE = frozenset({"in", "at", "en", "à", "dans", "throughout", "across"})
_THERE = frozenset(
    {("place", "sur"), ("pays", "dans"), ("país", "en"), ("country", "in"), ("country", "to"),
     ("lieu", "sur"), ("lugar", "a"), ("lugar", "en")}
)  # fmt: skip
_REPRESENTING = frozenset(
    {
        "representative",
        "delegate",
        "delegation",
        "negotiator",
        "envoy",
        "emissary",
        "leader",
        "member",
    }
)
_INSIDE = frozenset(
    {"de", "of", "d'", "'s", "du", "del", "à", "en", "in", "from", "to", "at", "for", "chez"}
)
"""Prepositions that may stand within the name of a party («ambassadeur au Venezuela»)."""
_HOLDING = frozenset(
    {"utiliser", "contrôler", "tenir", "détenir", "occuper", "employer", "gérer", "diriger",
     "use", "control", "hold", "occupy", "run", "operate", "own", "lead",
     "utilizar", "usar", "controlar", "ocupar", "dirigir", "operar", "emplear"}
)  # fmt: skip
"""Verbs whose subject has the thing: «des installations **utilisées** par des milices»."""
_HOSTILE = frozenset(
    {"par", "por", "by", "contre", "contra", "against", "envers", "en_contra_de", "à_encontre_de"}
)
"""What follows these belongs to the act, never to the party before them."""
_THIRD_SINGULAR = frozenset({"it", "its", "itself"})
_PERSONAL = frozenset(
    {"he", "she", "him", "his", "himself", "él", "celui-ci", "éste", "este", "dernier"}
)
_PLURAL = frozenset(
    {"they", "them", "their", "themselves", "ils", "elles", "eux", "leur", "leurs", "ellos", "ellas",
     "los", "las", "les", "estos", "éstos", "derniers", "ceux-ci", "celles-ci"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The closed classes of `containers.toml` for one language."""

    containers: frozenset[str]
    pronouns: frozenset[str]
    pairs: frozenset[str]
    pair_words: frozenset[str]

    @classmethod
    def load(cls, lang: Language) -> Words:
        """Read the words of one language."""
        data = load_toml(DATA / "entities" / "containers.toml").data
        return cls(**{key: frozenset(data[key][lang]) for key in cls.__slots__})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a noun phrase turned out to mean.

    Args:
        party: the party.
        via: ``name``, ``role``, ``pronoun``, ``place``, ``owner`` (the phrase names a deed or a
            thing and the party owns it) or ``bare`` (a proper name of nobody known).
        person: whether it is a single person.
        plural: whether it is several people.
        role: id of the role noun that names it, if one does.
        thing: whether it is a thing that stands for people (a base, a warship).
    """

    party: Party
    via: str
    person: bool = False
    plural: bool = False
    role: str | None = None
    thing: bool = False

    @property
    def political(self) -> bool:
        """Whether it is known to be a political actor or people, not just somebody's name."""
        party = self.party
        return bool(party.sector or party.entity_id or party.country) or self.via == "given"


class Resolver:
    """Finds the party that a word of a sentence stands for.

    Args:
        registry: who is known by name.
        roles: role nouns by language; loaded when first needed if left out.
    """

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._roles: dict[Language, Roles] = {}
        self._words: dict[Language, Words] = {}
        self._gazetteers: dict[Language, Gazetteer] = {}
        self._hits = lru_cache(maxsize=512)(self._find_hits)

    def roles(self, lang: Language) -> Roles:
        """The role nouns of a language."""
        if lang not in self._roles:
            self._roles[lang] = Roles.load(lang)
        return self._roles[lang]

    def words(self, lang: Language) -> Words:
        """The closed classes of a language."""
        if lang not in self._words:
            self._words[lang] = Words.load(lang)
        return self._words[lang]

    def gazetteer(self, lang: Language) -> Gazetteer:
        """The names of a language."""
        if lang not in self._gazetteers:
            self._gazetteers[lang] = Gazetteer(self.registry, lang)
        return self._gazetteers[lang]

    def page(self, text: str, lang: Language, date: str | None) -> Page:
        """A fresh context for a report."""
        home = home_country(text, lang, self.registry, self.gazetteer(lang))
        return Page(date=date, home=home)

    def hits(self, sentence: Sentence) -> dict[int, Hit]:
        """Names of the registry by the token they cover (offsets within the sentence)."""
        return self._hits(sentence)

    def _find_hits(self, sentence: Sentence) -> dict[int, Hit]:
        found: dict[int, Hit] = {}
        hits = list(self.gazetteer(sentence.lang).find(sentence.text))
        at = 0
        for token in sentence.tokens:
            start, end = token.start - sentence.start, token.end - sentence.start
            while at < len(hits) and hits[at].end <= start:
                at += 1
            if at < len(hits) and hits[at].start < end:
                found[token.i] = hits[at]
        return found

    # -- the door ---------------------------------------------------------------------------

    def resolve(self, sentence: Sentence, i: int, page: Page, *, depth: int = 0) -> Found | None:
        """The party that token ``i`` stands for as the head of its phrase, or None."""
        if depth > 4:
            return None
        token = sentence.tokens[i]
        if page.given and depth == 0 and (given := _given(sentence, i, page)) is not None:
            return given
        if self._is_pronoun(sentence, token):
            return self._pronoun(sentence, token, page, depth)
        hits = self.hits(sentence)
        hit = hits.get(i)
        if (hit and hit.kind == "trap") or token.ent in _NO_PARTY:
            return None
        phrase = self.phrase(sentence, i)
        role, role_at = self._role(sentence, i, phrase)
        named = self._named(sentence, i, hit, page, supported=role is not None)
        if named is not None:
            phrase = sorted({*phrase, *(j for j, other in hits.items() if other is hit)})
            return self._from_entity(sentence, phrase, named, role, page)
        if token.lemma in self.words(sentence.lang).containers and not (role and role.sector):
            inner = self._inner(sentence, i, page, depth)
            if inner is not None:
                return self._with_words(sentence, phrase, inner)
        if role is not None:
            return self._from_role(sentence, i, phrase, role, role_at, page, depth)
        people = self._nationals(sentence, i, phrase)
        if people is not None:
            return people
        if token.pos == "PROPN" or (token.ent in ("PER", "ORG") and token.text[:1].isupper()):
            return self._bare_name(sentence, i, phrase, page)
        return None

    def members(self, sentence: Sentence, i: int, page: Page) -> tuple[Found, ...]:
        """«des représentants **du pouvoir** et **de l'opposition**»: the sides that a noun counts or
        represents, when they are several; else nothing."""
        token = sentence.tokens[i]
        counted = token.lemma in self.words(sentence.lang).containers
        role, _ = self._role(sentence, i, [i]) if not counted else (None, i)
        representing = counted or (role is not None and role.id in _REPRESENTING)
        if not representing and (role is None or role.sector is None):
            return ()
        for kid in sentence.kids(i, "nmod"):
            together = sentence.coordinated(kid.i)
            if kid.case not in _OWN or len(together) < 2:
                continue
            found = [f for j in together if (f := self.resolve(sentence, j, page, depth=1))]
            if len(found) > 1 and representing:
                return tuple(_of_one_country(found))
            states = [f for f in found if (f.party.entity_id or "").startswith("country:")]
            if len(states) > 1 and role is not None:
                return tuple(self._each(sentence, i, role, states))
        return ()

    def _each(
        self, sentence: Sentence, i: int, role: Role, states: list[Found]
    ) -> Iterator[Found]:
        """«les gouvernements du Pérou et de l'Équateur»: one party for each state."""
        token = sentence.tokens[i]
        for state in states:
            party = state.party
            if role.sector != "GOV" or not role.collective:
                party = replace(
                    party, entity_id=f"{party.country}:{role.sector}", sector=role.sector,
                    name=f"{token.text} ({party.name})",
                )  # fmt: skip
            yield replace(state, party=party, via="role", plural=role.collective, role=role.id)

    def there(self, sentence: Sentence, page: Page, besides: tuple[Found, ...]) -> Found | None:
        """«sur place», "in the country": the foreign state that the page last spoke of."""
        for token in sentence.tokens:
            if (token.lower, token.case or "") not in _THERE and token.lower not in (
                "there",
                "allí",
                "allá",
            ):
                continue
            mine = {found.party.country for found in besides}
            place = next((code for code in reversed(page.places) if code not in mine), None)
            state = self.registry.country(place) if place else None
            if state is not None:
                return self._found(
                    sentence, [token.i], name=state.name, entity_id=state.id, country=place,
                    sector="GOV", via="pronoun",
                )  # fmt: skip
        return None

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
                    found = self._nationality(sentence, j)
                if found is not None and found.political:
                    return Found(
                        party=found.party, via="owner", person=found.person, plural=found.plural
                    )
        return None

    def country_here(self, sentence: Sentence, i: int, page: Page) -> str | None:
        """The country where the clause of a word takes place, else the one the page is about."""
        return self._place_of(sentence, i) or page.home

    def country_of(self, sentence: Sentence, i: int) -> str | None:
        """The country of an adjective or place name, or None."""
        token = sentence.tokens[i]
        if sentence.lang != "en" or token.text[:1].isupper():
            code = self.registry.demonyms(sentence.lang).get(token.lower)
            if code:
                return code
        hit = self.hits(sentence).get(i)
        if hit and hit.ids:
            return self.registry.entities[hit.ids[0]].on(None)[0]
        return None

    # -- parts ------------------------------------------------------------------------------

    def phrase(self, sentence: Sentence, i: int) -> list[int]:
        """The tokens of the noun phrase headed by ``i``, without clauses and conjuncts."""
        tokens = sentence.tokens
        found = sentence.subtree(
            i, lambda t: t.dep in _PHRASE_STOP or (t.dep == "case" and t.head == i and t.lower != "'s")
            or (t.dep in ("det", "punct") and t.head == i and t.i > i)
            or (t.dep in ("nmod", "appos") and t.i < i and t.head == i)
            or (t.dep in ("nmod", "obl") and t.case in _HOSTILE)
            or (t.dep == "nmod" and t.head == i and tokens[i].pos == "PROPN"
                and t.case is not None and t.case not in _OWN)
            or (t.dep == "nmod" and t.head == i and t.case is not None and t.case not in _INSIDE)
        )  # fmt: skip
        while len(found) > 1 and tokens[found[0]].pos in ("PUNCT", "CCONJ"):
            found.pop(0)
        while len(found) > 1 and tokens[found[-1]].pos in ("PUNCT", "CCONJ", "ADP"):
            found.pop()
        # the phrase is one run of words: what stands apart belongs to something else
        run = [i]
        inside = set(found)
        while run[0] - 1 in inside:
            run.insert(0, run[0] - 1)
        while run[-1] + 1 in inside:
            run.append(run[-1] + 1)
        while len(run) > 1 and tokens[run[-1]].pos in ("PUNCT", "CCONJ", "ADP"):
            run.pop()
        return run

    def _is_pronoun(self, sentence: Sentence, token: Token) -> bool:
        if token.pos not in ("PRON", "DET", "ADJ"):
            return False
        if token.pos == "ADJ" and token.lower not in ("dernier", "dernière", "derniers"):
            return False
        return token.lower in self.words(sentence.lang).pronouns or token.lower in RELATIVE_PRONOUNS

    def _role(self, sentence: Sentence, i: int, phrase: list[int]) -> tuple[Role | None, int]:
        """The longest role noun of the phrase that says what its head is, and where it begins."""
        roles, tokens = self.roles(sentence.lang), sentence.tokens
        proper = tokens[i].pos == "PROPN"
        best: tuple[int, int, Role, int] | None = None
        for at in phrase:
            token = tokens[at]
            if token.pos in ("PUNCT", "ADP", "DET", "CCONJ") or (at > i and not proper):
                break_out = at > i and not proper
                if break_out:
                    break
                continue
            window = tokens[at : at + 7]
            matched = roles.match([t.lemma for t in window], [t.lower for t in window])
            if matched is None:
                continue
            role, length = matched
            covers = at <= i < at + length
            titled = token.dep in ("compound", "flat", "appos", "amod", "nmod") and proper
            if not (covers or titled or (proper and token.head == i)):
                continue
            if not role.sector and not role.person and not role.object and not role.country:
                if not role.collective:
                    continue
            rank = (int(covers), length)
            if best is None or rank > best[:2]:
                best = (*rank, role, at)
        if best is None:
            for kid in sentence.kids(i, "appos", "flat"):
                if proper and kid.pos == "NOUN":
                    window = tokens[kid.i : kid.i + 7]
                    matched = roles.match([t.lemma for t in window], [t.lower for t in window])
                    if matched:
                        return matched[0], kid.i
            return None, i
        return best[2], best[3]

    def _named(
        self, sentence: Sentence, i: int, hit: Hit | None, page: Page, *, supported: bool
    ) -> Entity | None:
        """The registry entity that the head's own words name."""
        tokens = sentence.tokens
        if hit is None or not hit.ids:
            for kid in sentence.kids(i, "flat", "appos", "compound"):
                other = self.hits(sentence).get(kid.i)
                if other and other.ids and other.kind == "name" and abs(kid.i - i) <= 6:
                    entity = self._choose(other, page)
                    if entity.kind == "person":
                        return entity
            return None
        if hit.kind == "weak" and not supported:
            entity = self._choose(hit, page)
            return entity if entity.name in page.names else None
        entity = self._choose(hit, page)
        token = tokens[i]
        if (
            token.pos not in ("PROPN", "NOUN", "ADJ", "X", "PRON", "NUM")
            and not token.text[:1].isupper()
        ):
            return None
        if entity.kind in ("city", "country") and self._inside_longer_name(sentence, hit):
            return None
        return entity

    def _inside_longer_name(self, sentence: Sentence, hit: Hit) -> bool:
        """«Georgia Meloni», «Paris Hilton»: a place name within somebody's name is not the place."""
        tokens = [t for t in sentence.tokens if t.end - sentence.start > hit.start]
        inside = [t for t in tokens if t.start - sentence.start < hit.end]
        after = tokens[len(inside)] if len(tokens) > len(inside) else None
        return bool(
            after
            and inside
            and inside[-1].ent == "PER"
            and after.ent == "PER"
            and after.pos == "PROPN"
            and after.text[:1].isupper()
            and inside[0].dep in ("flat", "compound", after.dep)
            or (after and inside and after.dep == "flat" and after.head == inside[-1].i
                and after.ent == "PER" and after.pos == "PROPN")
        )  # fmt: skip

    def _choose(self, hit: Hit, page: Page) -> Entity:
        """Among those who bear a name: one met on the page, else one in office, else the first."""
        entities = [self.registry.entities[entity_id] for entity_id in hit.ids]
        for entity in entities:
            if entity.name in page.names:
                return entity
        for entity in entities:
            if page.date and any(office.held_on(page.date) for office in entity.offices):
                return entity
        return entities[0]

    def _from_entity(
        self, sentence: Sentence, phrase: list[int], entity: Entity, role: Role | None, page: Page
    ) -> Found:
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
        elif entity.kind == "person" and role is not None and role.sector and not entity.offices:
            sector = role.sector
        return self._found(
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

    def _from_role(
        self,
        sentence: Sentence,
        i: int,
        phrase: list[int],
        role: Role,
        role_at: int,
        page: Page,
        depth: int,
    ) -> Found | None:
        country = role.country or self._country_in(sentence, i, role_at, phrase, page, depth)
        person_name = self._person_name(sentence, i) if role.person else None
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
        if country is None and role.domestic and not self._has_name(sentence, phrase):
            here = self._place_of(sentence, i)
            country = here if role.sector in ("REB", "UAF") else page.home or here
        words = sentence.words(self._without_determiner(sentence, phrase))
        name, entity_id = words, None
        state = self.registry.country(country) if country else None
        if person_name:
            name = person_name
            entity_id = bearer.entity_id if bearer is not None else None
        elif state is not None and role.sector:
            entity_id = f"{country}:{role.sector}"
            if role.sector == "GOV" and role.collective:
                name, entity_id = state.name, state.id
        return self._found(
            sentence,
            phrase,
            name=name,
            entity_id=entity_id,
            country=country,
            sector=role.sector,
            via="role",
            person=role.person and sentence.tokens[i].feats.get("Number") != "Plur",
            plural=role.collective or sentence.tokens[i].feats.get("Number") == "Plur",
            role=role.id,
            thing=role.object,
        )

    def _place_of(self, sentence: Sentence, i: int) -> str | None:
        """The country where the clause around the word takes place: «la police … à Caracas»."""
        for at in (i, *(t.i for t in sentence.above(i))):
            hit = self.hits(sentence).get(at)
            if at != i and sentence.tokens[at].case in _HERE and hit is not None and hit.ids:
                return self.registry.entities[hit.ids[0]].country
            for kid in sentence.kids(at, "obl", "nmod"):
                hit = self.hits(sentence).get(kid.i)
                if kid.case in _HERE and hit is not None and hit.ids and hit.kind == "name":
                    entity = self.registry.entities[hit.ids[0]]
                    if entity.kind in ("city", "country"):
                        return entity.country
            if sentence.is_verb(at):
                return next(self._places_in(sentence, sentence.subtree(at)), None)
        return None

    def _places_in(self, sentence: Sentence, within: list[int]) -> Iterator[str]:
        """Countries of the places that these words say something happens in."""
        for j in within:
            hit = self.hits(sentence).get(j)
            if sentence.tokens[j].case in _HERE and hit is not None and hit.ids:
                entity = self.registry.entities[hit.ids[0]]
                if entity.kind in ("city", "country") and entity.country:
                    yield entity.country

    def _has_name(self, sentence: Sentence, phrase: list[int]) -> bool:
        """Whether a proper name stands in the phrase: it says whose, though we know it not."""
        return any(sentence.tokens[j].pos == "PROPN" for j in phrase)

    def _country_in(
        self,
        sentence: Sentence,
        i: int,
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
                demonym = self._demonym(sentence, token)
                if demonym and (
                    token.head in heads or tokens[token.head].head in heads or token.i in heads
                ):
                    return demonym
        for owner in (*sentence.kids(i, "poss"), *sentence.kids(role_at, "poss")):
            found = self.resolve(sentence, owner.i, page, depth=depth + 1)
            if found is not None and found.party.country:
                return found.party.country
        for by_place in (False, True):
            for token in near:
                hit = hits.get(token.i)
                if token.i == i or hit is None or hit.kind != "name":
                    continue
                case = token.case or tokens[token.head].case or ""
                in_place = case in _PLACE
                if token.dep in ("compound", "flat", "appos", "nmod", "poss", "amod") or token.case:
                    if in_place is by_place or (token.case is None and not by_place):
                        entity = self._choose(hit, page)
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
                return self._choose(hit, page).on(page.date)[0]
        return None

    def _demonym(self, sentence: Sentence, token: Token) -> str | None:
        if sentence.lang == "en" and not token.text[:1].isupper():
            return None
        table = self.registry.demonyms(sentence.lang)
        code = table.get(token.lower)
        if code is None and "-" in token.lower:
            code = table.get(token.lower.split("-")[0]) if sentence.lang == "en" else None
        return code

    def _person_name(self, sentence: Sentence, i: int) -> str | None:
        """The proper name beside a role noun: apposed, flat, or the head itself."""
        token = sentence.tokens[i]
        head = token if token.pos == "PROPN" else None
        if head is None:
            for kid in sentence.kids(i, "appos", "flat", "nmod"):
                if kid.pos == "PROPN" and kid.case is None:
                    head = kid
                    break
        if head is None:
            return None
        parts = [head.i] + [
            kid.i for kid in sentence.kids(head.i, "flat", "compound") if kid.pos == "PROPN"
        ]
        role_words = self.roles(sentence.lang)
        kept = [
            j
            for j in sorted(parts)
            if role_words.match([sentence.tokens[j].lemma], [sentence.tokens[j].lower]) is None
            and self._demonym(sentence, sentence.tokens[j]) is None
        ]
        return sentence.words(kept) if kept and len(kept) <= 5 else None

    def _nationals(self, sentence: Sentence, i: int, phrase: list[int]) -> Found | None:
        """«les Russes», "two Palestinians": nationals with no more said are civilians."""
        token = sentence.tokens[i]
        code = self._demonym(sentence, token)
        if code is None or token.pos not in ("NOUN", "PROPN", "ADJ"):
            return None
        if token.pos == "ADJ" and token.dep in ("amod", "nmod:adj"):
            return None
        return self._found(
            sentence,
            phrase,
            name=sentence.words(self._without_determiner(sentence, phrase)),
            entity_id=f"{code}:CVL",
            country=code,
            sector="CVL",
            via="role",
            plural=True,
        )

    def _nationality(self, sentence: Sentence, i: int) -> Found | None:
        """An adjective of nationality that owns a deed: "**Russian** support"."""
        code = self._demonym(sentence, sentence.tokens[i])
        state = self.registry.country(code) if code else None
        if state is None:
            return None
        return self._found(
            sentence,
            [i],
            name=state.name,
            entity_id=state.id,
            country=code,
            sector="GOV",
            via="owner",
        )

    def _bare_name(self, sentence: Sentence, i: int, phrase: list[int], page: Page) -> Found | None:
        """A proper name that the registry does not know."""
        token = sentence.tokens[i]
        if not token.text[:1].isupper():
            return None
        name = self._person_name(sentence, i) or token.text
        known = page.known_person(name)
        if known is not None:
            return self._found(
                sentence, phrase, name=known.name, entity_id=known.entity_id,
                country=known.country, sector=known.sector, via="name", person=True,
            )  # fmt: skip
        country = next(
            (
                code
                for kid in sentence.kids(i, "amod", "compound", "nmod", "poss")
                if (code := self.country_of(sentence, kid.i))
            ),
            None,
        )
        return self._found(
            sentence, phrase, name=name, entity_id=None, country=country, sector=None,
            via="bare", person=token.ent == "PER",
        )  # fmt: skip

    def _inner(self, sentence: Sentence, i: int, page: Page, depth: int) -> Found | None:
        """What a counting noun holds: «des dizaines de **rebelles**»."""
        for kid in sentence.kids(i, "nmod", "poss", "amod", "compound"):
            if kid.dep == "nmod" and kid.case not in (*_OWN, "among", "parmi", "entre", "dont"):
                continue
            found = self.resolve(sentence, kid.i, page, depth=depth + 1)
            if found is None and kid.dep in ("amod", "compound"):
                found = self._nationality(sentence, kid.i)
            if found is not None:
                return found
        return None

    def _with_words(self, sentence: Sentence, phrase: list[int], found: Found) -> Found:
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

    def _without_determiner(self, sentence: Sentence, phrase: list[int]) -> list[int]:
        kept = [j for j in phrase if sentence.tokens[j].pos not in ("DET", "PUNCT")]
        return [j for j in phrase if j >= kept[0]] if kept else phrase

    def _found(
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

    # -- pointing back ------------------------------------------------------------------------

    def _pronoun(self, sentence: Sentence, token: Token, page: Page, depth: int) -> Found | None:
        """What a pronoun points back to, in the sentence first, then on the page."""
        found = None
        if token.lower in RELATIVE_PRONOUNS and token.lower not in ("que", "ce"):
            for above in sentence.above(token.i):
                if above.dep in ("relcl", "acl"):
                    found = self.resolve(sentence, above.head, page, depth=depth + 1)
                    break
            return found
        plural = token.lower in _PLURAL or token.feats.get("Number") == "Plur"
        if token.feats.get("Person") in ("1", "2") or token.lower in ("nous", "we", "i", "je"):
            return None
        found = self._earlier_subject(sentence, token, page, depth)
        if found is None:
            found = self._from_page(token, page, plural=plural)
        if found is None:
            return _somebody(token)
        party = found.party
        return Found(
            party=Party(
                name=party.name,
                entity_id=party.entity_id,
                country=party.country,
                sector=party.sector,
                text=token.text,
                start=token.start,
                end=token.end,
            ),
            via="pronoun",
            person=found.person,
            plural=found.plural,
        )

    def _earlier_subject(
        self, sentence: Sentence, token: Token, page: Page, depth: int
    ) -> Found | None:
        """The subject of a verb above that stands before the pronoun: «Moscou dit qu'**elle**…»."""
        own = {token.i, token.head}
        for above in sentence.above(token.i):
            if (
                not sentence.is_verb(above.i)
                or above.i in own
                and token.dep in ("subj", "subj:pass")
            ):
                continue
            for j in sentence.surface_subject(above.i):
                if (
                    j < token.i
                    and j not in own
                    and not self._is_pronoun(sentence, sentence.tokens[j])
                ):
                    found = self.resolve(sentence, j, page, depth=depth + 1)
                    if found is not None and _fits(token, found):
                        return found
        return None

    def _from_page(self, token: Token, page: Page, *, plural: bool) -> Found | None:
        for met in reversed(page.met[-12:]):
            found = Found(party=met.party, via="pronoun", person=met.person, plural=met.plural)
            if _fits(token, found):
                return found
        return None

    def pair(self, sentence: Sentence, i: int, page: Page) -> tuple[Found, ...]:
        """«les deux nations», "both sides": the two states met last, named before in the sentence
        or on the page; empty when the phrase is no such thing."""
        token, words = sentence.tokens[i], self.words(sentence.lang)
        phrase = {sentence.tokens[j].lower for j in sentence.subtree(i)}
        if not (
            (token.lemma in words.pairs and phrase & words.pair_words)
            or (token.lower in words.pair_words and token.pos in ("PRON", "NUM", "DET"))
        ):
            return ()
        here = [
            found
            for j in range(i)
            if j in self.hits(sentence) and sentence.tokens[j].dep not in ("flat", "compound", "amod")
            and (found := self.resolve(sentence, j, page, depth=2)) is not None
            and found.party.sector in ("GOV", "MIL")
        ]  # fmt: skip
        by_country: dict[str, Found] = {}
        for found in here:
            if found.party.country:
                by_country.setdefault(found.party.country, found)
        for party in page.states():
            if len(by_country) < 2 and party.country:
                by_country.setdefault(party.country, Found(party=party, via="pronoun"))
        if len(by_country) < 2:
            return ()
        head = sentence.tokens[i]
        span = self.phrase(sentence, i)
        return tuple(
            Found(
                party=Party(
                    name=found.party.name, entity_id=found.party.entity_id,
                    country=found.party.country, sector=found.party.sector,
                    text=sentence.words(span), start=head.start, end=head.end,
                ),
                via="pronoun",
            )
            for found in list(by_country.values())[:2]
        )  # fmt: skip

    def remember(self, sentence: Sentence, page: Page) -> None:
        """Take the parties of a sentence into the page, in the order of the text."""
        for token in sentence.tokens:
            if token.pos not in ("NOUN", "PROPN") or token.dep in ("flat", "compound", "amod"):
                continue
            hit = self.hits(sentence).get(token.i)
            if token.case in _HERE and hit is not None and hit.ids:
                place = self.registry.entities[hit.ids[0]]
                if place.kind in ("city", "country") and place.country:
                    page.places.append(place.country)
            if token.dep == "appos" and sentence.tokens[token.head].pos == "PROPN":
                self._remember_function(sentence, token, page)
                continue
            found = self.resolve(sentence, token.i, page)
            if found is None or found.via not in ("name", "role", "bare"):
                continue
            if found.via == "bare" and not found.person:
                continue
            if found.person and found.role and found.party.name != found.party.text:
                page.bearers[found.role] = found.party
                if token.pos == "NOUN":
                    page.functions.setdefault(found.party.name, self._function(sentence, token.i))
            page.meet(
                Met(
                    party=found.party,
                    person=found.person,
                    plural=found.plural,
                    feminine={"Fem": True, "Masc": False}.get(token.feats.get("Gender", "")),
                )
            )

    def _remember_function(self, sentence: Sentence, token: Token, page: Page) -> None:
        """«Vladimir Zaïomski, **ambassadeur russe au Venezuela**»"""
        found = self.resolve(sentence, token.head, page)
        if found is not None and found.person:
            page.functions.setdefault(found.party.name, self._function(sentence, token.i))

    def _function(self, sentence: Sentence, i: int) -> str:
        """The words of a function without the name of who holds it."""
        kept = [
            j
            for j in self._without_determiner(sentence, self.phrase(sentence, i))
            if not (
                sentence.tokens[j].pos == "PROPN" and sentence.tokens[j].dep in ("flat", "appos")
            )
        ]
        return sentence.words(kept) if kept else sentence.tokens[i].text


def _of_one_country(found: list[Found]) -> Iterator[Found]:
    """«le pouvoir de X et l'opposition»: sides named together without a country are of the same."""
    country = next((f.party.country for f in found if f.party.country), None)
    for item in found:
        if item.party.country is None and item.party.sector in ("OPP", "REB", "GOV", "MIL", "PTY"):
            yield replace(item, party=replace(item.party, country=country))
        else:
            yield item


def _somebody(token: Token) -> Found | None:
    """A personal pronoun that points at nobody the page has named: a party of that word alone."""
    if token.pos != "PRON" or token.dep not in ("subj", "subj:pass", "obj", "iobj", "agent"):
        return None
    if token.lower in ("it", "ce", "lo", "le", "la", "que", "l'", "l’"):
        return None
    party = Party(name=token.text, text=token.text, start=token.start, end=token.end)
    return Found(party=party, via="bare", person=token.feats.get("Number") != "Plur")


def _given(sentence: Sentence, i: int, page: Page) -> Found | None:
    """The party that the caller has marked, when ``i`` is the head of its words."""
    token = sentence.tokens[i]
    for party in page.given:
        if party.start <= token.start < party.end:
            head = sentence.tokens[token.head]
            inside = party.start <= head.start < party.end and head.i != i
            if not inside:
                return Found(party=party, via="given")
    return None


def _fits(token: Token, found: Found) -> bool:
    """Whether a pronoun can mean a party."""
    if token.lower in _PERSONAL:
        return found.person
    if token.lower in _THIRD_SINGULAR:
        return not found.person and not (found.plural and found.party.sector == "CVL")
    if token.lower in _PLURAL:
        return found.plural or (not found.person and token.lower in ("they", "their", "them"))
    if token.lower in ("il", "elle", "ella", "lui", "la", "le", "lo"):
        return not found.plural or found.party.sector in ("GOV", "MIL")
    return True
