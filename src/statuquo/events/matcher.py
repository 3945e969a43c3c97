"""Which frames a sentence matches, word by word, and who stands in their roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from statuquo.entities.page import Page
from statuquo.entities.resolve import OWN_WORDS, OWNERS, Found, Resolver
from statuquo.events.kinds import is_kind, is_people, is_thing, leads
from statuquo.events.lexicon import Condition, Frame, Kind, Lexicon, Pattern
from statuquo.events.record import EventType
from statuquo.events.triggers import has_particle, in_relative, is_fired, is_relative_of, kinds_of
from statuquo.language.grammar import Sentence, Token

_CORE = frozenset(
    {"subj", "obj", "iobj", "comp", "attr", "prt", "purpose", "gen", "poss", "adj", "by"}
)
_SHIFTING = frozenset(
    {"by", "par", "por", "contre", "contra", "against", "avec", "con", "with", "entre", "between",
     "envers", "hacia", "à", "a", "to", "sur", "sobre", "on", "por_parte_de", "de_la_part_de", "en",
     "chez", "vers", "auprès_de"}
)  # fmt: skip
"""Prepositions that the parser hangs on the noun next to them: «l'arrestation de X **par** Y»."""
_NAMING = frozenset({"attr", "as"})
"""Roles that say what somebody is called, where the adjective counts: "a **terrorist** state"."""
_BEARERS = frozenset(
    {"agency", "company", "department", "firm", "group", "minister", "ministry", "office", "official",
     "organisation", "organization", "program", "programme", "worker"}
)  # fmt: skip
"""Heads whose first noun says no more than their field: "aid **workers**" are no aid."""
_OF_PEOPLE = (
    "ante", "ario", "dor", "dora", "ente", "era", "ero", "grafo", "ista", "logo", "sor", "sora",
    "tor", "tora", "músico", "médico",
)  # fmt: skip
"""Endings of Spanish nouns for people."""
_FORCES = frozenset({"MIL", "COP", "REB", "PRM", "UAF"})
"""Sectors whose vehicles, weapons and strikes act for them."""
_ON_DEMAND = frozenset(
    {"demande", "requête", "invitation", "instance", "request", "behest", "urging",
     "petición", "solicitud", "instancia", "pedido", "invitación"}
)  # fmt: skip
"""«à la **demande** de X»: who asks for a deed does not suffer it."""
_AT = frozenset({"à", "at", "a"})
_DONE_TO = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.RETREAT})
_SENT = frozenset({"COP", "GOV", "MIL", "SPY"})
_JUDGING = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT})
_TIMES = frozenset({"DATE", "TIME"})
_NOT_ACTS = frozenset(
    {"compound", "flat", "case", "mark", "aux", "aux:pass", "cop", "det", "fixed"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A frame found at a word.

    Args:
        frame: the frame.
        pattern: the pattern of it that fitted.
        i: index of the trigger word.
        kind: verb, noun or adjective.
    """

    frame: Frame
    pattern: Pattern
    i: int
    kind: Kind


Candidates = tuple[int, Kind, tuple[tuple[Frame, Pattern], ...]]
"""A word, read as a verb, noun or adjective, and the frames that fit it so."""


class Matcher:
    """Finds the frames of one language in its sentences.

    Args:
        lexicon: the frames.
        resolver: tells whether a filler is a party, for conditions like ``obj:#GOV``.
    """

    def __init__(self, lexicon: Lexicon, resolver: Resolver) -> None:
        self.lexicon = lexicon
        self.resolver = resolver
        self._candidates: WeakKeyDictionary[Sentence, tuple[Candidates, ...]] = WeakKeyDictionary()

    def matches(self, sentence: Sentence, page: Page) -> dict[int, Match]:
        """The best frame at each word that has one, in the order of the text."""
        found: dict[int, Match] = {}
        for i, kind, fitting in self.candidates(sentence):
            if i not in found and (match := self._best(sentence, i, kind, fitting, page)):
                found[i] = match
        return found

    def may_hold(self, sentence: Sentence) -> bool:
        """Whether a frame fits at any word, whoever its parties turn out to be on the page."""
        return bool(self.candidates(sentence))

    def candidates(self, sentence: Sentence) -> tuple[Candidates, ...]:
        """The frames that fit at each word, whoever their parties turn out to be.

        Nothing of a page is needed to tell, so a sentence is looked through once however often it is
        asked for.
        """
        known = self._candidates.get(sentence)
        if known is None:
            known = self._candidates[sentence] = tuple(self._fitting(sentence))
        return known

    def _fitting(self, sentence: Sentence) -> Iterator[Candidates]:
        for token in sentence.tokens:
            if token.dep in _NOT_ACTS:
                continue
            for kind in kinds_of(sentence, token.i):
                fitting = tuple(
                    (frame, pattern)
                    for frame, pattern in self.lexicon.frames_of(kind, token.lemma)
                    if self.fits(sentence, token.i, pattern, None)
                )
                if fitting:
                    yield token.i, kind, fitting

    def fits(self, sentence: Sentence, i: int, pattern: Pattern, page: Page | None) -> bool:
        """Whether a pattern fits the word ``i``; without a page, whether it does for any parties."""
        if not all(map(sentence.vocabulary.intersection, pattern.wanted)):
            return False
        if not any(self._words_fit(sentence, i, words) for words in pattern.lemmas):
            return False
        if pattern.kind == "verb" and not self._reflexivity_fits(sentence, i, pattern):
            return False
        if pattern.particle and not has_particle(sentence, i, pattern.particle):
            return False
        return all(self._holds(sentence, i, condition, page) for condition in pattern.conditions)

    def _reflexivity_fits(self, sentence: Sentence, i: int, pattern: Pattern) -> bool:
        """«se tuer» is not «tuer»; «s'accuser mutuellement» is «accuser»."""
        reflexive = sentence.is_reflexive(i)
        if pattern.reflexive or not reflexive or sentence.lang == "en":
            return reflexive or not pattern.reflexive
        return sentence.is_reciprocal(i) or sentence.lang == "es"

    def operator(self, sentence: Sentence, i: int, page: Page) -> str | None:
        """What the word does to the modality of the act below it, or None."""
        lemma = sentence.tokens[i].lemma
        best: tuple[int, str] | None = None
        for modality, pattern in self.lexicon.operators_of(lemma):
            if (best is None or pattern.weight > best[0]) and self.fits(sentence, i, pattern, page):
                best = (pattern.weight, modality)
        return best[1] if best else None

    def is_aspect(self, sentence: Sentence, i: int, page: Page) -> bool:
        """Whether the word is only looked through («commencer à», "continue to")."""
        return any(
            self.fits(sentence, i, pattern, page)
            for pattern in self.lexicon.aspects_of(sentence.tokens[i].lemma)
        )

    def parties(
        self,
        sentence: Sentence,
        match: Match,
        slots: Iterable[str],
        page: Page,
        *,
        besides: tuple[Found, ...] = (),
    ) -> tuple[tuple[Found, ...], str | None]:
        """Parties in the first of these roles that holds any.

        Args:
            sentence: the sentence.
            match: the frame whose roles are asked for.
            slots: role names, in order of preference.
            page: context.
            besides: parties that hold another role already; they are passed over.

        Returns:
            The parties, and the role they were found in (None when none was).
        """
        own, roles = self.conditioned(sentence, match), sentence.roles(match.i)
        weak: tuple[tuple[Found, ...], str | None] = ((), None)
        for slot in slots:
            found: list[Found] = []
            role, _, wanted = slot.partition(":#")
            for j in self._slot(sentence, match, role, page):
                if is_demand(sentence.tokens[j]):
                    continue
                for k in self.resolver.together(sentence, j):
                    if j < match.i < k and is_relative_of(sentence, match.i, j):
                        continue  # «X, que criticó a Z, y **su jefe** faltaron»
                    if k == match.i or (role == "gen" and match.kind == "noun" and k < match.i):
                        continue
                    if (
                        role == "obj"
                        and k in own
                        and match.frame.act is EventType.ASSAULT
                        and is_fired(sentence, k)
                    ):
                        continue  # what is fired is never what is hit
                    meant = [
                        f
                        for f in self._whose(sentence, match, k, page)
                        if f.party.entity_id not in {b.party.entity_id for b in besides}
                    ]
                    meant = meant or self._party(sentence, k, role, page)
                    parties = [f for f in meant if is_kind(f, wanted)]
                    lent = match.kind == "noun" or sentence.lang == "fr"
                    shifted = lent and j not in roles.get(role, ())
                    parties = [f for f in parties if not same_party(f, besides, shifted=shifted)]
                    left = role == "con" and match.frame.act is EventType.REJECT
                    of_frame = k in own and not self._inner(sentence, k)
                    # one can break with what is one's own: «romper **con su partido**»
                    if (of_frame or self.is_own(sentence, k)) and not left:
                        # «rappeler son ambassadeur»: what is the actor's own is not the other side
                        mine = {
                            (f.party.country, f.party.sector) for f in besides if f.party.country
                        }
                        sent = sentence.lang == "en" and self.is_own(sentence, k)
                        states = {country for country, _ in mine} if sent else set()
                        parties = [
                            f
                            for f in parties
                            if (f.party.country, f.party.sector) not in mine
                            and not (f.party.country in states and f.party.sector in _SENT)
                        ]
                    if k in own and self._is_means(sentence, match, k, parties):
                        continue
                    # «masser des soldats»: the words of the frame are a party of their own only
                    # where nothing better is told; nor is a name of nobody known
                    done_to = role == "obj" and match.frame.act in _DONE_TO
                    strong = [
                        f
                        for f in parties
                        if _is_strong(f, own_word=k in own) or (done_to and is_people(f))
                    ]
                    found += strong
                    if parties and not strong and not weak[0]:
                        weak = (tuple(parties), slot)
            if found:
                return _distinct(found), slot
        return weak

    def is_own(self, sentence: Sentence, i: int) -> bool:
        """«son ambassadeur», "its troops": those by whom somebody acts, not whom he acts upon."""
        possessed = any(
            (kid.dep == "poss" and kid.pos in ("PRON", "DET")) or kid.lower in OWN_WORDS
            for kid in sentence.kids(i, "poss", "det")
        )
        return possessed and not self._inner(sentence, i)

    def _inner(self, sentence: Sentence, i: int) -> bool:
        """«limoger son ministre»: who holds an office at home can be acted upon by his own state."""
        token = sentence.tokens[i]
        role = self.resolver.roles(sentence.lang).match([token.lemma], [token.lower])
        return role is not None and role[0].domestic and role[0].person

    def conditioned(self, sentence: Sentence, match: Match) -> frozenset[int]:
        """Words that fulfil a word condition of the pattern: part of the frame, no acts or parties
        of their own («lever un **embargo**»)."""
        found: set[int] = set()
        for condition in match.pattern.conditions:
            if condition.lemmas and not condition.negated:
                for j in self._fillers(sentence, match.i, condition.role):
                    token = sentence.tokens[j]
                    if token.lemma in condition.lemmas or token.lower in condition.lemmas:
                        found.add(j)
                    elif token.lemma in self.resolver.words(sentence.lang).containers:
                        inner = sentence.roles(j).get("gen", ())
                        if any(sentence.tokens[k].lemma in condition.lemmas for k in inner):
                            found.add(j)  # «dozens of rounds»
        return frozenset(found)

    def _slot(self, sentence: Sentence, match: Match, slot: str, page: Page) -> tuple[int, ...]:
        """Fillers of a role, or of a role of what fills a role («for/in»); a preposition that the verb lacks, or that holds no party ("on Friday
        lifted sanctions **on Iran**"), may hang on its object, where the parser puts many."""
        if "/" in slot:
            first, *further = slot.split("/")
            filled = sentence.roles(match.i).get(first)
            here = list(filled or self._fillers(sentence, match.i, first))
            for name in further:
                here = [
                    k
                    for j in here
                    for k in (*sentence.roles(j).get(name, ()), *_deeper(sentence, j, name))
                ]
            return tuple(here)
        roles = sentence.roles(match.i)
        own = tuple(j for j in roles.get(slot, ()) if not _sets_scene(sentence, match.i, j))
        if match.kind == "noun" and not own and slot in _SHIFTING:
            for j in roles.get("gen", ()):
                inner = sentence.roles(j).get(slot, ())
                if inner:
                    return inner
        if match.kind == "noun" or slot in _CORE:
            return own
        if any(self._party(sentence, j, slot, page) for j in own):
            return own
        framed = self.conditioned(sentence, match) if slot not in ("de", "of") else frozenset()
        for role in (*(c.role for c in match.pattern.conditions if not c.negated), "obj", "subj"):
            for j in roles.get(role) or tuple(self._fillers(sentence, match.i, role)):
                inner = sentence.roles(j).get(slot, ())
                inner = tuple(k for k in inner if not in_relative(sentence, k, j))
                if not inner and j in framed:
                    inner = _deeper(sentence, j, slot)
                if inner and (j in framed or self._lends(sentence, j, role, slot)):
                    return inner
        return own

    def _lends(self, sentence: Sentence, j: int, role: str, slot: str) -> bool:
        """Whether a complement that hangs on a filler is the verb's: on a name always, on a noun
        unless «de» or a place makes it part of who the noun names («migrants aux États-Unis»)."""
        token = sentence.tokens[j]
        if slot in ("de", "of"):
            counted = token.lemma in self.resolver.words(sentence.lang).containers
            counted = counted and sentence.lang == "fr"  # «2000 membres **des forces** de police»
            return role != "subj" and token.pos == "NOUN" and not counted
        if token.pos == "PROPN":
            return True
        if token.pos != "NOUN" or role == "subj":
            return False
        roles = self.resolver.roles(sentence.lang)
        named = roles.match([token.lemma], [token.lower])
        if named is None or named[0].object or named[0].sector is None:
            return True
        lent = (sentence.tokens[k] for k in sentence.roles(j).get(slot, ()))
        return all(t.pos == "NOUN" and roles.match([t.lemma], [t.lower]) for t in lent)

    def _is_means(self, sentence: Sentence, match: Match, k: int, parties: list[Found]) -> bool:
        """ "lodged a **protest**", "blocked a **road**": the word of a frame that is an act, or the place
        that marchers hold, is nobody whom they act upon."""
        named = self.lexicon.frames_of("noun", sentence.tokens[k].lemma)
        deed = bool(named) and match.frame.act not in _DONE_TO
        place = match.frame.act is EventType.PROTEST
        return (deed or place) and all(f.thing and f.party.sector == "CVL" for f in parties)

    def _whose(self, sentence: Sentence, match: Match, k: int, page: Page) -> list[Found]:
        """ "**Mali** keeps up a policy that the court **criticises**": not the thing, but whose it is."""
        token = sentence.tokens[match.i]
        if match.frame.act not in _JUDGING or token.dep != "relcl" or token.head != k:
            return []
        direct = self.resolver.resolve(sentence, k, page)
        if direct is not None and direct.political and not direct.thing:
            return []
        return self.resolver.makers(sentence, k, page)

    def _party(self, sentence: Sentence, i: int, slot: str, page: Page) -> list[Found]:
        pair = self.resolver.pair(sentence, i, page)
        if pair:
            return list(pair)
        members = self.resolver.members(sentence, i, page)
        if members:
            return list(members)
        direct = self.resolver.resolve(sentence, i, page)
        if direct is not None and direct.thing:
            holder = self.resolver.owner(sentence, i, page, ())
            if holder is None and slot == "subj":
                holder = self._force(sentence, i, page)
            if holder is not None:
                return [holder]
        if slot == "adj" and direct is not None:
            # «grève générale»: an adjective is nobody, unless it is of a nation or a name
            joined = sentence.tokens[sentence.tokens[i].head].pos == "ADJ"  # «russes et syriens»
            kind = sentence.tokens[i].pos == "ADJ" or joined
            kind = kind or (sentence.lang == "fr" and sentence.tokens[i].dep == "amod")
            if direct.thing or (direct.via == "role" and kind):
                direct = None
        if direct is None and slot == "adj":
            direct = self.resolver.adjectival(sentence, i, page)
        if direct is not None and (direct.political or direct.via == "bare"):
            return [direct]
        if direct is not None and direct.person and sentence.lang == "es":
            if direct.party.name[:1].isupper():
                return [direct]  # «al representante **Juan Mora** de sus cargos»
        told = sentence.lang == "es" and sentence.tokens[i].pos in ("ADJ", "VERB") and slot == "a"
        if told:
            return []  # «a **los rescatados** por la ONG»: not who rescued them
        if sentence.tokens[i].pos in ("NOUN", "PROPN") or sentence.roles(i):
            owner = self.resolver.owner(sentence, i, page)
            if owner is not None and sentence.lang == "es" and slot in ("subj", "obj", "iobj", "a"):
                return [fellow] if (fellow := self._national(sentence, i, owner)) else []
            if owner is not None:
                return [owner]
        return [direct] if direct is not None else []

    def _force(self, sentence: Sentence, i: int, page: Page) -> Found | None:
        """«les véhicules **de l'armée** bloquent la rue»: the force whose thing it is."""
        held = self.resolver.owner(sentence, i, page, ("adj", "gen"))
        return held if held is not None and held.party.sector in _FORCES else None

    def _national(self, sentence: Sentence, i: int, owner: Found) -> Found | None:
        """«el consultor catalán», «los usuarios brasileños»: people of a nation are not its state, and
        an «-ismo» is nobody."""
        token = sentence.tokens[i]
        if token.lemma.endswith("ismo"):
            return None
        country = owner.party.country
        adjectives = {self.resolver.demonym(sentence, kid) for kid in sentence.kids(i, "amod")}
        named = owner.party.sector == "GOV" and country is not None and country in adjectives
        if not named or token.pos != "NOUN" or not token.lemma.endswith(_OF_PEOPLE):
            return owner
        span = self.resolver.without_determiner(sentence, self.resolver.phrase(sentence, i))
        return self.resolver.found_as(
            sentence, span, name=sentence.words(span), entity_id=f"{country}:CVL", country=country,
            sector="CVL", via="role", plural=token.feats.get("Number") == "Plur",
        )  # fmt: skip

    def _best(
        self,
        sentence: Sentence,
        i: int,
        kind: Kind,
        fitting: tuple[tuple[Frame, Pattern], ...],
        page: Page,
    ) -> Match | None:
        """The weightiest of the frames that fit by their words and whose parties the page holds."""
        best: Match | None = None
        for frame, pattern in fitting:
            if best is not None and pattern.weight <= best.pattern.weight:
                continue
            asking = (condition for condition in pattern.conditions if condition.parties)
            if all(self._holds(sentence, i, condition, page) for condition in asking):
                best = Match(frame=frame, pattern=pattern, i=i, kind=kind)
        return best

    def _words_fit(self, sentence: Sentence, i: int, words: tuple[str, ...]) -> bool:
        tokens = sentence.tokens
        if i + len(words) > len(tokens):
            return False
        return all(
            word in (tokens[i + n].lemma, tokens[i + n].lower) for n, word in enumerate(words)
        )

    def _holds(self, sentence: Sentence, i: int, condition: Condition, page: Page | None) -> bool:
        if page is None and condition.negated and condition.parties:
            return True
        filled = any(
            self._fills(sentence, j, condition, page)
            for j in self._fillers(sentence, i, condition.role)
        )
        return filled != condition.negated

    def _fillers(self, sentence: Sentence, i: int, role: str) -> Iterator[int]:
        if role == "anywhere":
            yield from (token.i for token in sentence.tokens if token.i != i)
            return
        roles = sentence.roles(i)
        fillers = roles.get(role, ())
        if not fillers and role not in _CORE and sentence.is_verb(i):
            for j in roles.get("obj", ()):
                if sentence.tokens[j].pos in ("NOUN", "PROPN"):
                    fillers = sentence.roles(j).get(role, ())
        if not fillers and role in _SHIFTING and not sentence.is_verb(i):
            for j in roles.get("gen", ()):  # «la visite du président en Turquie»
                fillers = fillers or sentence.roles(j).get(role, ())
        for j in fillers:
            yield from sentence.coordinated(j)
        if role in ("prt", "attr"):
            yield from (kid.i for kid in sentence.kids(i, role))

    def _fills(self, sentence: Sentence, j: int, condition: Condition, page: Page | None) -> bool:
        token = sentence.tokens[j]
        if condition.anything:  # "pressed Kenya **for months**" asks for nothing
            return condition.role != "for" or token.ent not in _TIMES
        if token.lemma in condition.lemmas or token.lower in condition.lemmas:
            return True
        inside = ("compound", "flat", *(("amod",) if condition.role in _NAMING else ()))
        named = condition.lemmas and token.lemma not in _BEARERS
        if named and any(kid.lemma in condition.lemmas for kid in sentence.kids(j, *inside)):
            return True
        if condition.lemmas and token.lemma in self.resolver.words(sentence.lang).containers:
            inner = sentence.roles(j).get("gen", ())
            if any(sentence.tokens[k].lemma in condition.lemmas for k in inner):
                return True
        if condition.parties and page is None:
            return True
        if condition.parties and page is not None:
            found = self.resolver.resolve(sentence, j, page)
            if found is None and condition.parties & {"party", "owned"}:
                slots = ("by", "adj", "gen") if "owned" not in condition.parties else OWNERS
                found = self.resolver.owner(sentence, j, page, slots)
            elif condition.role == "subj" and condition.parties & _FORCES and is_thing(found):
                found = self._force(sentence, j, page) or found
            if found is not None and found.thing and found.party.sector == "CVL":
                if condition.role in ("subj", "by"):
                    return False  # a bus or a bridge does nothing
            if found is not None and found.political:
                if condition.parties & {"party", "owned", found.party.sector}:
                    return True
                if found.party.country in condition.parties:
                    return True
                if "leader" in condition.parties and leads(found, condition.role):
                    return True
                return "country" in condition.parties and found.party.country is not None
        return False


def _sets_scene(sentence: Sentence, act: int, i: int) -> bool:
    """«**À Dijon**, la police a rendu visite aux grévistes»: what opens a French clause tells where."""
    token = sentence.tokens[i]
    if sentence.lang != "fr" or token.case != "à" or token.pos != "PROPN" or token.ent == "PER":
        return False
    subjects = sentence.surface_subject(act) if sentence.is_verb(act) else ()
    return i < act and any(i < j < act for j in subjects)


def _deeper(sentence: Sentence, i: int, slot: str) -> tuple[int, ...]:
    """The role of what a noun counts or a verb has for object: "a memorandum of understanding **with
    Chad**", "failed to reach a deal **with Chad**"."""
    roles = sentence.roles(i)
    for j in (*roles.get("gen", ()), *roles.get("obj", ())):
        if sentence.tokens[j].pos == "NOUN" and (found := sentence.roles(j).get(slot, ())):
            return found
    return ()


def is_demand(token: Token) -> bool:
    """«se déployer **à la demande** du ministre»: who asks for a deed does not suffer it; but «céder
    **aux demandes** de X» does X's will."""
    once = token.feats.get("Number") != "Plur"
    return once and token.lemma in _ON_DEMAND and token.case in _AT


def enough(
    needs: str, actors: tuple[Found, ...], recipients: tuple[Found, ...], *, two_way: bool = False
) -> bool:
    """Whether the parties that a frame needs were found."""
    if needs == "none":
        return True
    if needs == "both":
        return bool(actors and recipients) or len(actors) > 1 or (two_way and len(recipients) > 1)
    if needs == "actor":
        return bool(actors)
    if needs == "recipient":
        return bool(recipients) or len(actors) > 1
    return bool(actors or recipients)


def same_party(found: Found, others: Iterable[Found], *, shifted: bool = False) -> bool:
    """Whether it is one of the others: the same words, or the same known entity.

    Args:
        found: the party.
        others: parties that hold another role.
        shifted: its complement hangs on another party («la visite du président en Turquie»), so
            words within words are the same party only if they are of the same country.
    """
    return any(
        (
            (found.party.start < other.party.end and other.party.start < found.party.end)
            and not (shifted and found.party.country != other.party.country)
        )
        or (
            found.party.entity_id is not None
            and found.party.entity_id == other.party.entity_id
            and not (found.person and other.person and found.role != other.role)
        )
        for other in others
    )


def joined(actors: tuple[Found, ...], recipients: tuple[Found, ...]) -> tuple[Found, ...]:
    """All sides of a two-way act, each once."""
    sides = list(actors)
    for found in recipients:
        if not same_party(found, tuple(sides)):
            sides.append(found)
    return tuple(sides)


def _is_strong(found: Found, *, own_word: bool) -> bool:
    return bool(found.party.country) if own_word else found.political or found.person


def _distinct(found: Iterable[Found]) -> tuple[Found, ...]:
    kept: dict[tuple[str, str | None, str | None, int], Found] = {}
    for item in found:
        party = item.party
        kept.setdefault((party.name, party.country, party.sector, party.start), item)
    apart: list[Found] = []
    for item in kept.values():
        if not any(
            item.party.start < other.party.end
            and other.party.start < item.party.end
            and item.party.country == other.party.country
            for other in apart
        ):
            apart.append(item)
    return tuple(apart)
