"""Who a noun phrase means: registry names, role nouns, nationalities, pronouns, in the page's light."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from statuquo.entities.antecedents import is_cited, is_same_man, is_several, is_where
from statuquo.entities.gazetteer import Hit
from statuquo.entities.model import Party
from statuquo.entities.naming import OWNERS
from statuquo.entities.offices import OWN_WORDS
from statuquo.entities.page import Met, Page, home_country, spells, year_of
from statuquo.entities.phrases import Found
from statuquo.entities.pronouns import Pronouns, goes_on_about
from statuquo.entities.registry import Registry
from statuquo.entities.roles import Role
from statuquo.language.grammar import Sentence, Token
from statuquo.reports.model import Language

__all__ = ["OWNERS", "OWN_WORDS", "Found", "Resolver"]

_IDEALS = frozenset({"justice", "justicia"})
_OWN = ("de", "of", "d'", "'s", "du", "del")
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
_SHORT = re.compile(r"\(\s*([A-ZÁÉÍÓÚÑ][A-Za-zÁÉÍÓÚÑ-]{1,9})\b[^()]{0,40}\)")
_SOME = 6
"""How many may be told one by one; more are told as what they are together."""
_GENDER = {"Fem": True, "Masc": False}
_DEEPEST = 4
_GROUPS = frozenset({"REB", "UAF", "PRM", "NGO", "SOC", "REL", "CRM", "LAB", "IGO"})
_BODIES = frozenset({"JUD", "LEG"})
_DEFINITE = frozenset(
    {"le", "la", "l'", "l’", "el", "the", "cette", "ce", "cet", "this", "esta", "este"}
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What words of one sentence were found to mean, by their number and how deep they were asked for."""

    page: Page | None = None
    sentence: Sentence | None = None
    found: dict[tuple[int, int], Found | None] = field(default_factory=dict)


class Resolver(Pronouns):
    """Finds the party that a word of a sentence stands for.

    Args:
        registry: who is known by name.
    """

    def __init__(self, registry: Registry) -> None:
        super().__init__(registry)
        self._last = _Asked()

    def page(self, text: str, lang: Language, date: str | None) -> Page:
        """A fresh context for a report."""
        home, named, theatre = home_country(text, lang, self.registry, self.gazetteer(lang), date)
        return Page(date=date, year=year_of(text, date), home=home, named=named, theatre=theatre)

    def resolve(self, sentence: Sentence, i: int, page: Page, *, depth: int = 0) -> Found | None:
        """The party that token ``i`` stands for as the head of its phrase, or None.

        What a word means on a page is asked twice on average, by its frame, its speaker and its event, and
        is worked out once, until the page goes on to another sentence or learns something.
        """
        if depth > _DEEPEST:
            return None
        asked = self._last
        if asked.page is not page or asked.sentence is not sentence:
            asked = self._last = _Asked(page, sentence)
        key = i, depth
        if key not in asked.found:
            asked.found[key] = self._meant(sentence, i, page, depth)
        return asked.found[key]

    def _meant(self, sentence: Sentence, i: int, page: Page, depth: int) -> Found | None:
        token = sentence.tokens[i]
        if page.given and depth == 0 and (given := _given(sentence, i, page)) is not None:
            return _known_as(given, self.resolve(sentence, i, page, depth=1))
        if token.pos == "PRON" and token.lower.startswith("-"):  # «menacent-ils»
            token = token._replace(lower=token.lower[1:].removeprefix("t-"))
        if self.is_pronoun(sentence, token):
            return self.pronoun(sentence, token, page, depth)
        if token.pos == "NUM" and (people := self.number(sentence, i)) is not None:
            return people
        if (
            token.lower in _IDEALS
            and token.dep == "obj"
            and not sentence.kids(i, "det", "amod", "nmod")
        ):
            return None  # «exigió **justicia**»: what is asked for, of no court
        hits = self.hits(sentence)
        hit = hits.get(i)
        if (hit and hit.kind == "trap") or (
            token.ent in _NO_PARTY and not _is_alone(sentence, i, hit)
        ):
            return None
        phrase = self.phrase(sentence, i)
        role, role_at = self.role_of(sentence, i, phrase)
        if role is not None and self._is_former(sentence, role, role_at):
            role = replace(role, sector="ELI")
        named = self.named(sentence, i, hit, page, supported=role is not None)
        if named is not None:
            phrase = sorted({*phrase, *(j for j, other in hits.items() if other is hit)})
            found = self.from_entity(sentence, phrase, named, role, page)
            return self.heading(sentence, i, found, role, role_at, page, depth)
        if token.lemma in self.words(sentence.lang).containers and not (role and role.sector):
            inner = self.counted(sentence, i, page, depth)
            if inner is not None:
                return self.with_words(sentence, phrase, inner)
        if role is not None and role.id == "country":
            state = self._predicated(sentence, i, page, depth)
            if state is not None:
                return state
        if role is not None:
            meant = self._same_group(sentence, i, phrase, role, page)
            told = meant or self.from_role(sentence, i, phrase, role, role_at, page, depth)
            several = role.id == "country" and is_several(sentence, i)
            return _abroad(told, page) if told is not None and several else told
        people = self.nationals(sentence, i, phrase)
        if people is not None:
            return people
        if (
            token.pos == "PROPN"
            or token.text in page.names
            or (token.ent in ("PER", "ORG") and token.text[:1].isupper())
        ):
            return self.bare_name(sentence, i, phrase, page)
        return None

    def _is_former(self, sentence: Sentence, role: Role, at: int) -> bool:
        """«l'**ancien** directeur de cabinet»: he governs no more."""
        if sentence.lang != "fr" or not role.person or role.sector != "GOV":
            return False
        return any(kid.lemma == "ancien" and kid.i < at for kid in sentence.kids(at, "amod"))

    def _predicated(self, sentence: Sentence, i: int, page: Page, depth: int) -> Found | None:
        """«Omán es el quinto **país** que …», «se convierte en el primer **país** …»: that state."""
        token = sentence.tokens[i]
        if sentence.kids(i, "cop"):
            subjects = [kid.i for kid in sentence.kids(i, "subj")]
        elif token.case == "en" and sentence.tokens[token.head].lemma == "convertir":
            subjects = list(sentence.surface_subject(token.head))
        else:
            return None
        found = [self.resolve(sentence, j, page, depth=depth + 1) for j in subjects if j != i]
        return next((f for f in found if f is not None and f.party.country), None)

    def _same_group(
        self, sentence: Sentence, i: int, phrase: list[int], role: Role, page: Page
    ) -> Found | None:
        """«**le groupe** a revendiqué l'attaque», "the party": the one that the page named last."""
        if sentence.lang == "fr" and role.sector in _BODIES and i:
            return self._same_body(sentence, i, phrase, role, page)
        sectors = {"group": _GROUPS, "party": frozenset({"PTY", "OPP"})}.get(role.id)
        if sectors is None or len(self.without_determiner(sentence, phrase)) > 1:
            return None
        definite = any(kid.lower in _DEFINITE for kid in sentence.kids(i, "det"))
        if not definite or sentence.tokens[i].feats.get("Number") == "Plur":
            return None
        for met in reversed(page.met[-12:]):
            party = met.party
            if party.sector in sectors and not met.person and party.name[:1].isupper():
                return self.found_as(
                    sentence, phrase, name=party.name, entity_id=party.entity_id,
                    country=party.country, sector=party.sector, via="role", plural=True,
                    role=role.id,
                )  # fmt: skip
        return None

    def _same_body(
        self, sentence: Sentence, i: int, phrase: list[int], role: Role, page: Page
    ) -> Found | None:
        """«Le Tribunal international du travail … **Le Tribunal**»: the body that the page named in full."""
        word = sentence.tokens[i].text
        definite = any(kid.lower in _DEFINITE for kid in sentence.kids(i, "det"))
        alone = len(self.without_determiner(sentence, phrase)) == 1
        if role.person or not (word[:1].isupper() and definite and alone):
            return None
        for met in reversed(page.met):
            party = met.party
            words = [w for w in party.text.split() if w[:1].isupper()]
            if party.sector == role.sector and not met.person and words[:1] == [word]:
                if len(party.text.split()) > 2:
                    return self.found_as(
                        sentence, phrase, name=party.name, entity_id=party.entity_id,
                        country=party.country, sector=party.sector, via="role", plural=True,
                        role=role.id,
                    )  # fmt: skip
        return None

    def together(self, sentence: Sentence, i: int) -> tuple[int, ...]:
        """A word, what is coordinated with it, and the names that stand in a row with it."""
        found = self._apart_from_offices(sentence, sentence.coordinated(i))
        hits = self.hits(sentence)
        mine = hits.get(i)
        if mine is None:
            return found
        row = next((row for row in self.rows(sentence) if mine in row), None)
        if row is None:
            return found
        heads = list(found)
        covered = {hits[j] for j in found if j in hits}
        for hit in row:
            if hit not in covered and not self._is_circumstance(sentence, i, hit):
                inside = [j for j, other in hits.items() if other is hit]
                heads.append(
                    next((j for j in inside if sentence.tokens[j].head not in inside), inside[-1])
                )
        return tuple(sorted(heads))

    def _is_circumstance(self, sentence: Sentence, i: int, hit: Hit) -> bool:
        """«viajó **a Lima** y la fiscalía pidió …»: who stands behind a preposition is in no row with one
        who has none."""
        inside = (sentence.tokens[j] for j, other in self.hits(sentence).items() if other is hit)
        return any(token.case and token.i < i for token in inside) and not any(
            token.case for token in (sentence.tokens[i], *sentence.above(i)) if token.dep != "conj"
        )

    def _apart_from_offices(self, sentence: Sentence, found: tuple[int, ...]) -> tuple[int, ...]:
        """«**el abogado y portavoz** de la banda, Juan Mora»: two offices of one man, who is named behind
        them or before."""
        if sentence.lang == "fr":
            return self.of_one_man(sentence, found)
        first = sentence.tokens[found[0]]
        if sentence.lang != "es" or len(found) != 2 or first.pos not in ("NOUN", "PROPN"):
            return found
        second = sentence.tokens[found[1]]
        if first.pos == "PROPN":
            office = [kid for kid in sentence.kids(first.i, "appos") if kid.i < second.i]
            if not office:
                return found
            first = office[0]
        if second.pos == "PROPN" or second.case or sentence.kids(second.i, "det"):
            return found
        both = (
            self.roles(sentence.lang).match([t.lemma for t in sentence.tokens[j : j + 4]])
            for j in (first.i, second.i)
        )
        if any(role is None or not role[0].person for role in both):
            return found
        named = (
            sentence.tokens[found[0]].pos == "PROPN"
            or (first.dep == "appos" and sentence.tokens[first.head].pos == "PROPN")
            or any(kid.pos == "PROPN" for j in found for kid in sentence.kids(j, "appos", "flat"))
        )
        several = "Plur" in (first.feats.get("Number"), second.feats.get("Number"))
        return found[:1] if named and not several else found

    def members(self, sentence: Sentence, i: int, page: Page) -> tuple[Found, ...]:
        """«des représentants **du pouvoir** et **de l'opposition**»: the sides that a noun counts or
        represents, when they are several; else nothing."""
        token = sentence.tokens[i]
        counted = token.lemma in self.words(sentence.lang).containers
        role, _ = self.role_of(sentence, i, [i]) if not counted else (None, i)
        representing = counted or (role is not None and role.id in _REPRESENTING)
        if not representing and (role is None or not _sector_of(role)):
            return ()
        if named := self._such_as(sentence, i, page):
            return named
        window = sentence.tokens[i : i + 7]
        called = self.roles(sentence.lang).match(
            [t.lemma for t in window], [t.lower for t in window]
        )
        for kid in sentence.kids(i, "nmod"):
            together = sentence.coordinated(kid.i)
            if kid.case not in _OWN or len(together) < 2:
                continue
            if called is not None and together[-1] < i + called[1]:
                continue  # «los jefes **de Estado y de Gobierno**»
            found = [f for j in together if (f := self.resolve(sentence, j, page, depth=1))]
            if len(found) > 1 and representing:
                return tuple(_of_one_country(found))
            states = [f for f in found if (f.party.entity_id or "").startswith("country:")]
            if len(states) > 1 and role is not None:
                return tuple(self._each(sentence, i, role, states))
        for kid in sentence.kids(i, "amod", "compound"):
            # «las fuerzas sirias y rusas», "US and Russian envoys"
            together = sentence.coordinated(kid.i)
            nations = [f for j in together if (f := self._nation(sentence, j, page))]
            if len({f.party.country for f in nations}) > 1 and role is not None:
                return tuple(self._each(sentence, i, role, nations))
        return ()

    def _such_as(self, sentence: Sentence, i: int, page: Page) -> tuple[Found, ...]:
        """«otros presidentes **como el de Chile y el de Perú**», «países como **Omán y Catar**»: those who
        are named for them."""
        if sentence.tokens[i].feats.get("Number") != "Plur":
            return ()
        if sentence.lang == "fr":
            return self._told_behind(sentence, i, page)
        if sentence.lang != "es":
            return ()
        for kid in sentence.kids(i, "nmod", "obl"):
            if kid.case == "como" and kid.i > i:
                found = [
                    self.resolve(sentence, j, page, depth=1) for j in sentence.coordinated(kid.i)
                ]
                known = [f for f in found if f is not None and f.party.country and f.political]
                if len(known) > 1:
                    return tuple(known)
        return ()

    def _told_behind(self, sentence: Sentence, i: int, page: Page) -> tuple[Found, ...]:
        """«Dix membres ont voté pour le texte : **le Mali, le Niger** …»: who the ten are."""
        for kid in sentence.kids(i, "appos"):
            between = (token.text for token in sentence.tokens[i + 1 : kid.i])
            if kid.pos == "PROPN" and ":" in between:
                found = [self.resolve(sentence, j, page) for j in self.together(sentence, kid.i)]
                known = [f for f in found if f is not None and f.party.country and f.political]
                if 1 < len(known) <= _SOME:
                    return tuple(known)
        return ()

    def _nation(self, sentence: Sentence, i: int, page: Page) -> Found | None:
        """The state of a nationality, or of a state's own name before a noun ("US envoys")."""
        found = self.nationality(sentence, i) or self.resolve(sentence, i, page, depth=1)
        state = self.registry.country(found.party.country or "") if found else None
        by_name = found is not None and sentence.tokens[i].pos != "ADJ"
        if by_name and found is not None and found.party.entity_id != (state and state.id):
            return None
        return found if state is not None else None

    def _each(self, sentence: Sentence, i: int, role: Role, states: list[Found]) -> Iterator[Found]:
        """«les gouvernements du Pérou et de l'Équateur»: one party for each state."""
        token = sentence.tokens[i]
        for state in states:
            party = state.party
            if party.end + 1 == token.start:  # the noun itself is the last nation's
                text = sentence.text[party.start - sentence.start : token.end - sentence.start]
                party = replace(party, end=token.end, text=text)
            if role.sector != "GOV" or not role.collective:
                sector = _sector_of(role)
                party = replace(
                    party, entity_id=f"{party.country}:{sector}", sector=sector,
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
                return self.found_as(
                    sentence, [token.i], name=state.name, entity_id=state.id, country=place,
                    sector="GOV", via="pronoun",
                )  # fmt: skip
        return None

    def country_here(self, sentence: Sentence, i: int, page: Page) -> str | None:
        """The country where the clause of a word takes place, else the one the page is about."""
        return self.place_of(sentence, i) or page.home

    def pair(self, sentence: Sentence, i: int, page: Page) -> tuple[Found, ...]:
        """«les deux nations», "both sides": the two states met last, named before in the sentence
        or on the page; those of «russo-turc»; empty when the phrase is no such thing."""
        token, words = sentence.tokens[i], self.words(sentence.lang)
        if goes_on_about(sentence, token) and len(page.together) == 2:
            return tuple(
                Found(party=replace(p, text=token.text, start=token.start, end=token.end), via="pronoun")
                for p in page.together
            )  # fmt: skip
        compound = self.demonyms(sentence, token)
        if compound and token.pos == "ADJ":
            return tuple(
                self.found_as(
                    sentence, [i], name=state.name, entity_id=state.id, country=code,
                    sector="GOV", via="owner",
                )
                for code in compound
                if (state := self.registry.country(code)) is not None
            )  # fmt: skip
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
        self._remember_short_names(sentence, page)
        for token in sentence.tokens:
            if token.pos not in ("NOUN", "PROPN") or token.dep in ("flat", "compound", "amod"):
                continue
            hit = self.hits(sentence).get(token.i)
            if token.case in _HERE and hit is not None and hit.ids:
                place = self.registry.entities[hit.ids[0]]
                if place.kind in ("city", "country") and place.country:
                    page.places.append(place.country)
                    self._last = _Asked()
            if token.dep == "appos" and sentence.tokens[token.head].pos == "PROPN":
                self._remember_function(sentence, token, page)
                self._last = _Asked()
                continue
            found = self.resolve(sentence, token.i, page)
            if found is None or found.via not in ("name", "role", "bare"):
                continue
            if found.via == "bare" and not found.person:
                continue
            self._last = _Asked()
            if found.person and (called := self.person_name(sentence, token.i)):
                page.call(found.party, called)
            if found.person and found.role and found.party.name != found.party.text:
                page.bearers[found.role] = found.party
                if token.pos == "NOUN":
                    page.functions.setdefault(found.party.name, self._function(sentence, token.i))
            page.meet(
                Met(
                    party=found.party,
                    person=found.person,
                    plural=found.plural,
                    feminine=_GENDER.get(token.feats.get("Gender", "")),
                    single=token.feats.get("Number") == "Sing",
                    titled=token.pos == "NOUN",
                    leading=token.dep in ("subj", "subj:pass"),
                    aside=is_cited(sentence, token.i)
                    or (not found.person and is_where(sentence, token)),
                )
            )

    def remember_subject(self, sentence: Sentence, page: Page) -> None:
        """Take into the page whom the sentence is about; one without a subject goes on about the same."""
        root = next((t for t in sentence.tokens if t.head == t.i), None)
        subjects = sentence.surface_subject(root.i) if root and sentence.is_verb(root.i) else ()
        if not subjects:
            return
        found = self.resolve(sentence, subjects[0], page) if len(subjects) == 1 else None
        if found is None or not (found.political or found.person):
            page.subject = None
            return
        if (
            page.subject is not None
            and page.subject.person
            and is_same_man(sentence, subjects[0], found)
        ):
            return
        feats = sentence.tokens[subjects[0]].feats
        page.subject = Met(
            party=found.party,
            person=found.person,
            plural=found.plural or feats.get("Number") == "Plur",
            feminine=_GENDER.get(feats.get("Gender", "")),
            single=feats.get("Number") == "Sing",
            titled=sentence.tokens[subjects[0]].pos == "NOUN",
            leading=root is not None and subjects[0] < root.i,  # no «a dit le parquet»
        )

    def _remember_short_names(self, sentence: Sentence, page: Page) -> None:
        """«le Front du Nord **(FN)**»: the words whose initials stand in the brackets after them."""
        for match in _SHORT.finditer(sentence.text):
            letters, at = match[1], sentence.start + match.start()
            before = [t for t in sentence.tokens if t.end <= at and t.text[:1].isalnum()]
            for token in before[-3 * len(letters) :]:
                name = [t for t in before if t.i >= token.i]
                if token.text[:1] == letters[0] and spells(letters, [t.text for t in name]):
                    words = sentence.words([token.i, name[-1].i])
                    found = self.resolve(sentence, token.i, page)
                    party = found.party if found is not None else Party(
                        name=words, text=words, start=token.start, end=name[-1].end
                    )  # fmt: skip
                    if party.entity_id is None:
                        party = replace(party, name=words)
                    page.acronyms.setdefault(letters, party)
                    self._last = _Asked()
                    break

    def _remember_function(self, sentence: Sentence, token: Token, page: Page) -> None:
        """«Vladimir Zaïomski, **ambassadeur russe au Venezuela**»"""
        found = self.resolve(sentence, token.head, page)
        if found is not None and found.person:
            page.functions.setdefault(found.party.name, self._function(sentence, token.i))

    def _function(self, sentence: Sentence, i: int) -> str:
        """The words of a function without the name of who holds it."""
        kept = [
            j
            for j in self.without_determiner(sentence, self.phrase(sentence, i))
            if not (
                sentence.tokens[j].pos == "PROPN" and sentence.tokens[j].dep in ("flat", "appos")
            )
        ]
        return sentence.words(kept) if kept else sentence.tokens[i].text


def _is_alone(sentence: Sentence, i: int, hit: Hit | None) -> bool:
    """Whether a name of the registry is all that the model takes for a date, a work or an event."""
    if hit is None or hit.kind != "name":
        return False
    label, beside = sentence.tokens[i].ent, sentence.tokens[max(0, i - 1) : i + 2]
    return sum(token.ent == label for token in beside) == 1


def _sector_of(role: Role) -> str | None:
    """The sector of those who bear a role for a nation: its leaders govern it."""
    return role.sector or ("GOV" if role.id == "leader" else None)


def _of_one_country(found: list[Found]) -> Iterator[Found]:
    """«le pouvoir de X et l'opposition»: sides named together without a country are of the same."""
    country = next((f.party.country for f in found if f.party.country), None)
    for item in found:
        if item.party.country is None and item.party.sector in ("OPP", "REB", "GOV", "MIL", "PTY"):
            yield replace(item, party=replace(item.party, country=country))
        else:
            yield item


def _abroad(found: Found, page: Page) -> Found:
    """«plus de cinquante **pays**»: where there are several, the one that the page is about is not meant."""
    if found.party.country != page.home:
        return found
    return replace(found, party=replace(found.party, country=None, entity_id=None))


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


def _known_as(given: Found, meant: Found | None) -> Found:
    """The party that the caller has marked, with the country and sector that its words tell."""
    if meant is None:
        return given
    known = meant.party
    party = replace(
        given.party, entity_id=known.entity_id, country=known.country, sector=known.sector
    )
    return replace(given, party=party, person=meant.person, plural=meant.plural)
