"""Noun phrases read with the registry at hand: their words, names, role nouns, places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from statuquo.data import DATA, load_toml
from statuquo.entities.gazetteer import Gazetteer, Hit
from statuquo.entities.model import Entity, Party
from statuquo.entities.page import Page
from statuquo.entities.registry import Registry
from statuquo.entities.roles import Role, Roles
from statuquo.entities.rows import rows
from statuquo.language.french_words import listed
from statuquo.language.grammar import CIRCUMSTANCE, RELATIVE_PRONOUNS, Sentence, Token
from statuquo.reports.model import Language

_PHRASE_STOP = frozenset(
    {"relcl", "acl", "advcl", "comp", "xcomp", "conj", "cc", "parataxis", "cop", "subj", "subj:pass",
     "mark", "aux", "aux:pass", "obl", "advmod", "neg", "prt", "obj", "iobj", "agent", "dep", "expl"}
)  # fmt: skip
_OWN = ("de", "of", "d'", "'s", "du", "del")
_HERE = frozenset({"in", "at", "en", "à", "dans", "throughout", "across"})
_INSIDE = frozenset(
    {"de", "of", "d'", "'s", "du", "del", "à", "en", "in", "from", "to", "at", "for", "chez"}
)
"""Prepositions that may stand within the name of a party («ambassadeur au Venezuela»)."""
_HALVES = re.compile(
    r"(?P<half>North|South|East|West) (?:and|or) (?:North|South|East|West) (?P<name>[A-Z]\w+)"
)
_NAMESAKES = frozenset({"group", "organisation", "person"})
_BEFORE_OR_AFTER = frozenset({"après", "avant"})
_LAST = frozenset({"dernier", "dernière", "derniers", "dernières"})
_DURING = frozenset({"pendant", "durant", "lors_de", "au_cours_de", "à_cours_de"})
_MEANWHILE = frozenset({"tandis", "alors", "mientras", "while", "whereas"})
_SIDES = frozenset({"anti", "pro"})
_ETHNIC = frozenset(
    {
        "ethnic",
        "ethnically",
        "communauté",
        "diaspora",
        "origine",
        "origines",
        "ascendance",
        "origen",
    }
)
_BACKED = frozenset(
    {"backed", "supported", "aligned", "allied", "funded", "financed", "sponsored", "trained", "armed",
     "friendly", "occupied", "annexed", "controlled", "held", "bound", "brokered", "mediated",
     "supplied"}
)  # fmt: skip
_HOSTILE = frozenset(
    {"par", "por", "by", "contre", "contra", "against", "envers", "en_contra_de", "à_encontre_de"}
)
"""What follows these belongs to the act, never to the party before them."""


def is_sided(sentence: Sentence, i: int) -> bool:
    """Whether a name of nation or place only tells whom people side with, or where their forebears
    came from: "pro-**Russian** rebels", "ethnic **Albanian** guerrillas", «un livreur d'origine **turque**», "**Iran**-backed militias"."""
    tokens = sentence.tokens
    first = i
    while (
        first > 0
        and tokens[first - 1].dep in ("compound", "amod")
        and (tokens[first - 1].head == tokens[first].i and tokens[first - 1].text[:1].isupper())
    ):
        first -= 1  # «anti-United States»
    before = tokens[first - 1] if first else None
    if before is not None and before.lower in _ETHNIC:
        return True
    if before is not None and before.text == "-" and first > 1:
        if tokens[first - 2].lower in _SIDES:
            return True
    after = tokens[i + 1 : i + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].lower in _BACKED


def _goes_on_during(sentence: Sentence, i: int) -> bool:
    """«ont défilé à Lima, marche **pendant laquelle** dix hommes ont été arrêtés»: in the same place."""
    if sentence.lang != "fr" or sentence.tokens[i].dep != "relcl":
        return False
    return any(kid.lemma == "lequel" and kid.case in _DURING for kid in sentence.kids(i))


def happens_elsewhere(token: Token) -> bool:
    """Whether a clause tells what goes on meanwhile, maybe in another place: «**tandis** qu'en Syrie»."""
    return token.lower in _MEANWHILE or token.mark in _MEANWHILE


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The closed classes of `containers.toml` for one language."""

    containers: frozenset[str]
    pronouns: frozenset[str]
    pairs: frozenset[str]
    pair_words: frozenset[str]
    regional: frozenset[str]
    parts: frozenset[str]

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


def _is_beside(sentence: Sentence, j: int, verb: int) -> bool:
    """Whether a place below a verb is that of another deed: «en represalia **por los ataques** en Irak»."""
    for above in sentence.above(j):
        if above.i == verb:
            return False
        if above.dep != "agent" and (above.case == "por" or above.case in CIRCUMSTANCE):
            return True
        if above.dep == "advcl" and above.mark in _BEFORE_OR_AFTER:
            return True  # «après ce qui s'est passé **à Lima**»
    return False


def _is_worn(sentence: Sentence, i: int, hit: Hit) -> bool:
    """«il portait un **gilet jaune**»: the garment that a French movement is called by, one at a time."""
    token = sentence.tokens[i]
    if token.start - sentence.start > hit.start:
        token = sentence.tokens[token.head]
    if token.feats.get("Number") == "Plur" or not token.lower.startswith("gilet"):
        return False
    done = sentence.tokens[token.head].lemma in listed("verbs", "of_clothes")
    return done and token.dep in ("obj", "subj:pass", "obl") and token.text[:1].islower()


class Phrases:
    """Reads noun phrases: which words they are, and which names and role nouns stand in them.

    Args:
        registry: who is known by name.
    """

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._roles: dict[Language, Roles] = {}
        self._words: dict[Language, Words] = {}
        self._gazetteers: dict[Language, Gazetteer] = {}
        self._hits = lru_cache(maxsize=512)(self._find_hits)
        self._rows = lru_cache(maxsize=512)(self._find_rows)
        self._phrases = lru_cache(maxsize=4096)(self._find_phrase)

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

    def hits(self, sentence: Sentence) -> dict[int, Hit]:
        """Names of the registry by the token they cover (offsets within the sentence)."""
        return self._hits(sentence)

    def rows(self, sentence: Sentence) -> list[tuple[Hit, ...]]:
        """Names of the sentence that stand in a row."""
        return self._rows(sentence)

    def _find_rows(self, sentence: Sentence) -> list[tuple[Hit, ...]]:
        seen = dict.fromkeys(self.hits(sentence).values())
        return rows(sentence.text, seen)

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
        if sentence.lang == "en":
            self._find_halves(sentence, found)
        if sentence.lang == "fr":
            told = self._told_in_brackets(sentence, found)
            return {i: hit for i, hit in told.items() if not self._only_names(sentence, i, hit)}
        return found

    def _told_in_brackets(self, sentence: Sentence, found: dict[int, Hit]) -> dict[int, Hit]:
        """«Valence **(Drôme)**»: a town is where the brackets behind it say, not its namesake abroad."""
        if "(" not in sentence.text:
            return found
        starts = {hit.start: hit for hit in found.values()}
        entities = self.registry.entities
        for i, hit in found.items():
            inside = starts.get(hit.end + 2)
            if inside is None or not (inside.ids and hit.ids):
                continue
            if sentence.text[hit.end : hit.end + 2] != " (" or hit.kind != "name":
                continue
            town, region = entities[hit.ids[0]], entities[inside.ids[0]]
            end = sentence.text[inside.end : inside.end + 1] == ")"
            if end and town.kind == "city" and region.kind in ("city", "country"):
                there = tuple(one for one in hit.ids if entities[one].country == region.country)
                found[i] = Hit(hit.start, hit.end, there or inside.ids, hit.kind)
        return found

    def _only_names(self, sentence: Sentence, i: int, hit: Hit) -> bool:
        """«au rond-point du **Portugal**», «Jean de **Castries**»: a place that a road or a family is
        called by; «la mosquée **Al-Nour**»: a house called by somebody's name."""
        entity = self.registry.entities[hit.ids[0]] if hit.ids else None
        if entity is not None and entity.kind in _NAMESAKES:
            first = next(t for t in sentence.tokens if t.end - sentence.start > hit.start)
            if first.i > 0 and sentence.tokens[first.i - 1].lower in listed("nouns", "houses"):
                return True
        if entity is not None and entity.kind == "group":
            return _is_worn(sentence, i, hit)
        if entity is None or entity.kind not in ("city", "country"):
            return False
        first = next(t for t in sentence.tokens if t.end - sentence.start > hit.start)
        before = sentence.tokens[: first.i]
        while before and before[-1].lower in ("de", "d'", "d’", "du", "la", "l'", "l’"):
            before = before[:-1]
        if not before or before[-1].i == first.i - 1:
            return False
        head, article = before[-1], sentence.tokens[first.i - 1].lower in ("la", "l'", "l’", "du")
        if head.lower in listed("nouns", "roads"):
            return not any(kid.lower == "une" for kid in sentence.kids(head.i, "det"))
        family = all(t.ent == "PER" for t in sentence.tokens[head.i : first.i + 1])
        return family and not article and head.pos == "PROPN" and head.dep != "flat"

    def _find_halves(self, sentence: Sentence, found: dict[int, Hit]) -> None:
        """ "**North** and South Korea": the first name is cut short."""
        for match in _HALVES.finditer(sentence.text):
            whole = next(self.gazetteer("en").find(f"{match['half']} {match['name']}"), None)
            token = next(
                (t for t in sentence.tokens if t.start - sentence.start == match.start()), None
            )
            if whole is not None and whole.ids and token is not None:
                found[token.i] = Hit(match.start("half"), match.end("half"), whole.ids, whole.kind)

    def phrase(self, sentence: Sentence, i: int) -> list[int]:
        """The tokens of the noun phrase headed by ``i``, without clauses and conjuncts."""
        return list(self._phrases(sentence, i))

    def _find_phrase(self, sentence: Sentence, i: int) -> list[int]:
        tokens = sentence.tokens
        found = sentence.subtree(
            i, lambda t: t.dep in _PHRASE_STOP or (t.dep == "case" and t.head == i and t.lower != "'s")
            or (t.dep in ("det", "punct") and t.head == i and t.i > i)
            or (t.dep in ("nmod", "appos") and t.i < i and t.head == i)
            or (t.dep == "nmod" and t.case is None and t.pos == "NUM" and t.i > i)
            or (t.dep == "nmod" and t.case in ("à", "a", "to") and t.pos == "NOUN")
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

    def is_pronoun(self, sentence: Sentence, token: Token) -> bool:
        """Whether the word points back («il», «ce dernier», «qui»)."""
        if token.pos not in ("PRON", "DET", "ADJ"):
            return False
        if token.pos == "ADJ":
            # «ce dernier», «la dernière», but no «semaine dernière»
            before = sentence.tokens[token.i - 1] if token.i else None
            if token.lower not in _LAST or before is None or before.pos != "DET":
                return False
            if sentence.tokens[token.head].i == token.i + 1 and token.dep == "amod":
                return False  # «le dernier ministre»
        return token.lower in self.words(sentence.lang).pronouns or token.lower in RELATIVE_PRONOUNS

    def role_of(self, sentence: Sentence, i: int, phrase: list[int]) -> tuple[Role | None, int]:
        """The longest role noun of the phrase that says what its head is, and where it begins."""
        roles, tokens = self.roles(sentence.lang), sentence.tokens
        proper, hits = tokens[i].pos == "PROPN", self.hits(sentence)
        best: tuple[int, int, Role, int] | None = None
        for at in phrase:
            token = tokens[at]
            if (hit := hits.get(at)) is not None and hit.kind == "trap":
                continue  # «una reforma del **Código Penal**»
            if token.pos in ("PUNCT", "ADP", "DET", "CCONJ") or (at > i and not proper):
                break_out = at > i and not proper
                if break_out:
                    break
                continue
            if not roles.begins(token.lower, token.lemma):
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
                title = kid.pos == "NOUN" or (kid.pos == "PROPN" and kid.text.isupper())  # "an MP"
                if proper and title:
                    window = tokens[kid.i : kid.i + 7]
                    matched = roles.match([t.lemma for t in window], [t.lower for t in window])
                    if matched:
                        return matched[0], kid.i
            return None, i
        return best[2], best[3]

    def inside_longer_name(self, sentence: Sentence, hit: Hit) -> bool:
        """«Georgia Meloni», «Paris Hilton»: a place name within somebody's name is not the place."""
        tokens = [t for t in sentence.tokens if t.end - sentence.start > hit.start]
        inside = [t for t in tokens if t.start - sentence.start < hit.end]
        after = tokens[len(inside)] if len(tokens) > len(inside) else None
        return bool(
            (after
            and inside
            and inside[-1].ent == "PER"
            and after.ent == "PER"
            and after.pos == "PROPN"
            and after.text[:1].isupper()
            and inside[0].dep in ("flat", "compound", after.dep))
            or (after and inside and after.dep == "flat" and after.head == inside[-1].i
                and after.ent == "PER" and after.pos == "PROPN")
        )  # fmt: skip

    def choose(self, hit: Hit, page: Page) -> Entity:
        """Among those who bear a name: one met on the page, else one in office, else the first."""
        entities = [self.registry.entities[entity_id] for entity_id in hit.ids]
        for entity in entities:
            if entity.name in page.names:
                return entity
        if len(entities) > 1 and page.home is not None:
            at_home = [e for e in entities if e.country == page.home]
            if len(at_home) == 1 and at_home[0].kind != "person":
                return at_home[0]
        towns = all(entity.kind == "city" for entity in entities)
        if self.registry.is_shared(hit.ids) or (towns and len(entities) > 1):
            return max(entities, key=lambda entity: page.named.get(entity.country or "", 0))
        for entity in entities:
            if page.date and any(office.held_on(page.date) for office in entity.offices):
                return entity
        return entities[0]

    def place_of(self, sentence: Sentence, i: int) -> str | None:
        """The country where the clause around the word takes place: «la police … à Caracas»."""
        for at in (i, *(t.i for t in sentence.above(i))):
            hit = self.hits(sentence).get(at)
            if at != i and sentence.tokens[at].case in _HERE and hit is not None and hit.ids:
                if self.registry.entities[hit.ids[0]].kind in ("city", "country"):
                    return self.registry.entities[hit.ids[0]].country
            for kid in sentence.kids(at, "obl", "nmod"):
                hit = self.hits(sentence).get(kid.i)
                if (
                    self._is_where(sentence, kid)
                    and hit is not None
                    and hit.ids
                    and hit.kind == "name"
                ):
                    entity = self.registry.entities[hit.ids[0]]
                    if entity.kind in ("city", "country"):
                        return entity.country
            if sentence.is_verb(at):
                where = next((kid.i for kid in sentence.kids(at) if kid.lower == "où"), None)
                if where is not None:  # «à Bruxelles, **où** six hommes ont été arrêtés»
                    first = where
                    if sentence.tokens[max(0, where - 2)].text == ")":  # «à Lima (gare), **où** …»
                        opened = (j for j in range(where) if sentence.tokens[j].text == "(")
                        first = max(opened, default=where)
                    before = list(range(max(0, first - 4), where))
                    if told := list(self.places_in(sentence, before)):
                        return told[-1]
                within = sentence.subtree(at, happens_elsewhere)
                near = [j for j in within if not _is_beside(sentence, j, at)]
                place = next(self.places_in(sentence, near), None)
                shared = sentence.tokens[at].dep == "acl" and (
                    sentence.lang == "es"
                    or (sentence.lang == "fr" and sentence.tokens[at].lower.endswith("ant"))
                )  # «est entré dans une mosquée de Kaboul, **tirant** sur …»
                shared = shared or _goes_on_during(sentence, at)
                if place is not None or not shared:
                    return place
        return None

    def places_in(self, sentence: Sentence, within: list[int]) -> Iterator[str]:
        """Countries of the places that these words say something happens in."""
        for j in within:
            hit = self.hits(sentence).get(j)
            if self._is_where(sentence, sentence.tokens[j]) and hit is not None and hit.ids:
                if self._is_abroad(sentence, j):
                    continue
                entity = self.registry.entities[hit.ids[0]]
                if entity.kind in ("city", "country") and entity.country:
                    yield entity.country

    def _is_where(self, sentence: Sentence, token: Token) -> bool:
        """«à Londres», «dans l'est **de Londres**»: whether something happens in what the word names."""
        if token.case in _HERE:
            return True
        at = token.i - 1
        while at > 0 and sentence.tokens[at].pos in ("ADP", "DET"):
            at -= 1
        if token.case not in _OWN or at < 0:
            return False
        part = sentence.tokens[at]
        if (
            sentence.lang == "fr" and token.pos == "PROPN"
        ):  # «dans une mosquée chiite **de Kaboul**»
            part = sentence.tokens[token.head]
            house = self.roles(sentence.lang).match([part.lemma]) if part.case == "dans" else None
            if house is not None and house[0].object:
                return True
            part = sentence.tokens[at]
        return part.lemma in self.words(sentence.lang).parts and part.case in _HERE

    def _is_abroad(self, sentence: Sentence, j: int) -> bool:
        """ "over **its role in Yemen**": where somebody has a role is not where he is."""
        head = sentence.tokens[j].head
        return any(kid.dep == "poss" and kid.pos == "PRON" for kid in sentence.kids(head, "poss"))

    def has_name(self, sentence: Sentence, phrase: list[int], role_at: int) -> bool:
        """Whether a proper name stands in the phrase beside the role noun: it says whose, though we
        know it not."""
        window = sentence.tokens[role_at : role_at + 7]
        matched = self.roles(sentence.lang).match(
            [t.lemma for t in window], [t.lower for t in window]
        )
        own = range(role_at, role_at + (matched[1] if matched else 1))
        return any(sentence.tokens[j].pos == "PROPN" and j not in own for j in phrase)

    def demonym(self, sentence: Sentence, token: Token, *, sided: bool = False) -> str | None:
        """The country of an adjective or noun of nationality, or None.

        Args:
            sentence: where it stands.
            token: the word.
            sided: whether «anti-American» and "ethnic Albanian", who are nobody of that state, count.
        """
        if sentence.lang == "en" and not token.text[:1].isupper():
            return None
        if not sided and is_sided(sentence, token.i):
            return None
        table = self.registry.demonyms(sentence.lang)
        before = sentence.tokens[token.i - 1].lower if token.i else ""
        code = table.get(f"{before} {token.lower}") or table.get(token.lower)
        if code is None and "-" in token.lower:
            part = 0 if sentence.lang == "en" else -1
            code = table.get(token.lower.split("-")[part])
        return code

    def demonyms(self, sentence: Sentence, token: Token) -> tuple[str, ...]:
        """The two countries of a compound of nationalities («russo-turc»), else nothing."""
        first, _, last = token.lower.partition("-")
        table = self.registry.demonyms(sentence.lang)
        codes = (table.get(f"{first}-"), table.get(last))
        return tuple(code for code in codes if code) if all(codes) else ()

    def person_name(self, sentence: Sentence, i: int) -> str | None:
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
            and self.demonym(sentence, sentence.tokens[j]) is None
        ]
        return sentence.words(kept) if kept and len(kept) <= 5 else None

    def without_determiner(self, sentence: Sentence, phrase: list[int]) -> list[int]:
        """The phrase from its first word that is no article."""
        kept = [j for j in phrase if sentence.tokens[j].pos not in ("DET", "PUNCT")]
        return [j for j in phrase if j >= kept[0]] if kept else phrase

    def country_of(self, sentence: Sentence, i: int) -> str | None:
        """The country of an adjective or place name, or None."""
        token = sentence.tokens[i]
        if is_sided(sentence, i):
            return None
        if sentence.lang != "en" or token.text[:1].isupper():
            code = self.registry.demonyms(sentence.lang).get(token.lower)
            if code:
                return code
        hit = self.hits(sentence).get(i)
        if hit and hit.ids:
            return self.registry.entities[hit.ids[0]].on(None)[0]
        return None
