"""One grammar view for all languages: words, and who stands in which role to which word.

The parsers of the three languages speak two dialects (Universal Dependencies for French and Spanish,
ClearNLP for English). `statuquo.language.views` turns both into the tokens below, and everything
after this room asks only `Sentence.roles`: the deep subject and object of a verb or of an act noun,
found through the passive, control, raising, relatives, participles, coordination and support verbs.

Relations of the view: ``root subj subj:pass obj iobj agent obl comp xcomp advcl acl relcl nmod poss
amod appos conj cc case mark det aux aux:pass cop neg expl flat compound nummod advmod prt attr
parataxis vocative punct dep``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from statuquo.language.sharing import (
    DISPOSED,
    TAKING,
    agrees,
    disposed,
    is_third,
    lent_by_clause,
    shared_by_acts,
)
from statuquo.reports.model import Language

Roles = Mapping[str, tuple[int, ...]]
"""Role name (``subj``, ``obj``, ``contre``, ``with``, ``gen`` …) to the tokens that fill it."""

CIRCUMSTANCE = frozenset(
    {"ante", "a_causa_de", "desde", "después_de", "durante", "en_medio_de", "según", "sin", "tras", "luego_de", "en_señal_de", "en_respuesta_a", "como",
     "après", "avant", "depuis", "pendant", "selon", "sans", "malgré", "lors_de", "suite", "suite_à", "à_suite_de",
     "after", "before", "amid", "despite", "during", "since", "without"}
)  # fmt: skip
"""Prepositions of what only surrounds a deed: no verb governs it."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
VERBAL = frozenset({"VERB", "AUX"})

RELATIVE_PRONOUNS = frozenset(
    {"qui", "que", "qu'", "qu’", "dont", "lequel", "laquelle", "lesquels", "lesquelles", "où",
     "auquel", "duquel", "who", "whom", "which", "that", "whose", "where",
     "quien", "quienes", "cual", "cuales", "cuyo", "donde"}
)  # fmt: skip
_PENS = frozenset({"calabozo", "cárcel", "comisaría", "juicio", "penal", "prisión"})
_SUBJECT_RELATIVES = frozenset({"qui", "who"})
MEASURES = frozenset(
    {"acción", "acto", "campaña", "día", "jornada", "medida", "ola", "oleada", "ronda", "serie", "señal",
     "acte", "campagne", "jour", "journée", "série", "vague", "act", "bulk", "campaign", "day", "majority", "night", "raft",
     "round", "series", "set", "spate", "string", "wave"}
)  # fmt: skip
_POSSESSIVES = frozenset(
    {"son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon", "ma", "mes", "votre", "vos",
     "his", "her", "its", "their", "our", "my", "your",
     "su", "sus", "nuestro", "nuestra", "nuestros", "nuestras", "mi", "mis"}
)  # fmt: skip
_MUTUAL = frozenset(
    {"mutuellement", "réciproquement", "mutuelles", "mutuels", "mutuamente", "recíprocamente"}
)  # fmt: skip
_OF = frozenset({"de", "of", "d'", "d’"})
_MUST = frozenset({"must", "should", "ought"})
_MATTERS = frozenset({"into", "about", "over", "regarding", "concerning"})
"""Prepositions of what a deed is about: "opened an inquiry **into** the killing" kills nobody."""
_CHARGES = frozenset(
    {"suspicion", "charge", "allegation", "accusation", "soupçon", "chef", "sospecha", "cargo",
     "acusación", "inculpation", "imputación"}
)  # fmt: skip
STRETCHES = frozenset(
    {"jour", "journée", "semaine", "heure", "mois", "série", "vague", "campagne", "procédure",
     "mouvement", "acte", "cas", "nuit", "cycle", "round",
     "day", "week", "month", "series", "wave", "campaign", "string", "spate", "act", "rash",
     "día", "semana", "mes", "jornada", "serie", "ola", "oleada", "campaña", "acto", "ronda", "movimiento", "medida", "acción", "proceso"}
)  # fmt: skip
"""Nouns that are looked through when an act noun follows them with «de»."""
_SELVES = frozenset(
    {"alzar", "amotinar", "apostar", "comprometer", "concentrar", "congregar", "desplegar", "encadenar",
     "enfrentar", "entrevistar", "levantar", "manifestar", "movilizar", "negar", "oponer", "plantar", "rebelar",
     "rendir", "reunir", "sublevar", "sumar", "unir"}
)  # fmt: skip
"""Spanish verbs that one does oneself when they are reflexive: «se concentraron vecinos»."""
_HELD_IN = frozenset({"deadlock", "embroil", "engage", "entangle", "involve", "lock"})
_MANNER = frozenset({"en", "in", "on", "en_señal_de"})
_ENGAGED = {"en": ("on",), "es": ("en", "in", "on"), "fr": ("en", "in", "on")}
"""Prepositions of an act that people are engaged in: "miners **on** strike", «los mineros en huelga»."""
_REMAINING = frozenset(
    {"appear", "become", "feel", "grow", "remain", "seem", "sound", "stand", "stay"}
)
"""Verbs that only join a predicate to their subject: "stands **ready** to help"."""
_BY = frozenset({"par", "por", "by", "de_la_part_de", "por_parte_de", "on_the_part_of"})


class Token(NamedTuple):
    """One word of the view.

    Args:
        i: index within its sentence.
        text: as printed.
        lemma: dictionary form, lower case.
        pos: Universal part of speech.
        dep: relation to the head, in the view's words.
        head: index of the head; its own index for the root.
        start: offset of the first character in the cleaned text.
        end: offset after the last one.
        feats: morphological features (``Tense``, ``Mood``, ``VerbForm``, ``Number``, ``Person``).
        case: lemma of the preposition that introduces it (compound ones joined by ``_``), or None.
        mark: lemma of the conjunction that opens its clause, or None.
        ent: named-entity label of the model (``PER``, ``ORG``, ``LOC``, ``MISC``), or None.
        lower: the text in lower case.
    """

    i: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    feats: Mapping[str, str]
    case: str | None
    mark: str | None
    ent: str | None
    lower: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Sentence:
    """A parsed sentence.

    Args:
        text: its words as the cleaned text has them.
        start: offset of its first character in the cleaned text.
        lang: language.
        tokens: the words in order.
        kind: block it stands in: ``title``, ``subhead`` or ``paragraph``.
        index: its number in the report, from 0.
        support: lemmas of support verbs of the language; nouns below them share their roles.
        inverse: support verbs whose subject undergoes the noun («subir une attaque»).
    """

    text: str
    start: int
    lang: Language
    tokens: tuple[Token, ...]
    kind: str = "paragraph"
    index: int = 0
    support: frozenset[str] = frozenset()
    inverse: frozenset[str] = frozenset()
    _roles: dict[int, Roles] = field(default_factory=dict, repr=False)

    @property
    def end(self) -> int:
        """Offset after its last character in the cleaned text."""
        return self.start + len(self.text)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the tokens that hang on it, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(tuple(item) for item in below)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the sentence, as printed (in lower case) and as lemmas."""
        return frozenset(word for token in self.tokens for word in (token.lemma, token.lower))

    @cached_property
    def _kids(self) -> tuple[tuple[Token, ...], ...]:
        return tuple(tuple(self.tokens[j] for j in below) for below in self.children)

    def kids(self, i: int, *deps: str) -> Sequence[Token]:
        """Children of token ``i``, those with one of the relations when any is named."""
        below = self._kids[i]
        return [token for token in below if token.dep in deps] if deps and below else below

    def within(self, start: int, end: int) -> list[Token]:
        """The words between two offsets of the cleaned text."""
        return [token for token in self.tokens if start <= token.start and token.end <= end]

    def above(self, i: int) -> Iterator[Token]:
        """The heads of token ``i``, nearest first, without itself."""
        seen = {i}
        while (i := self.tokens[i].head) not in seen:
            seen.add(i)
            yield self.tokens[i]

    def subtree(self, i: int, stop: Callable[[Token], bool] | None = None) -> list[int]:
        """Token ``i`` and all below it in the order of the text; branches that ``stop`` holds for
        are left out."""
        found, queue = [], [i]
        while queue:
            j = queue.pop()
            found.append(j)
            queue.extend(k for k in self.children[j] if stop is None or not stop(self.tokens[k]))
        return sorted(found)

    def words(self, indices: Iterable[int]) -> str:
        """The text from the first to the last of these tokens."""
        order = sorted(indices)
        first, last = self.tokens[order[0]], self.tokens[order[-1]]
        return self.text[first.start - self.start : last.end - self.start]

    def coordinated(self, i: int) -> tuple[int, ...]:
        """Token ``i`` and the nominal conjuncts that hang on it («A, B et C»)."""
        found, queue = [i], [i]
        while queue:
            for token in self.kids(queue.pop(0), "conj"):
                if token.pos in NOMINAL or token.pos not in VERBAL:
                    found.append(token.i)
                    queue.append(token.i)
        if len(found) == 2 and not any(self.kids(j, "cc") for j in found):
            first, second = (self.tokens[j] for j in found)
            if first.pos == "NOUN" and second.pos == "PROPN" and second.case is None:
                return (i,)  # «Le Premier ministre, Malcolm Turnbull,» is one man
        return tuple(found)

    def is_passive(self, i: int) -> bool:
        """Whether the verb is passive: its subject is the one acted upon."""
        token = self.tokens[i]
        return token.feats.get("Voice") == "Pass" or any(
            kid.dep in ("aux:pass", "subj:pass", "agent") for kid in self.kids(i)
        )

    def is_verb(self, i: int) -> bool:
        """Whether the token heads a clause as a verb (participles used as adjectives included)."""
        token = self.tokens[i]
        return token.pos in VERBAL or token.feats.get("VerbForm") in ("Part", "Inf", "Ger", "Fin")

    def is_reflexive(self, i: int) -> bool:
        """Whether the verb carries a reflexive clitic («se rendre», «reunirse»)."""
        if self.tokens[i].lower.endswith("se") and self.tokens[i].feats.get("VerbForm") == "Inf":
            if self.lang == "es":
                return True
        return any(
            kid.lower in ("se", "s'", "s’", "me", "m'", "nous", "nos")
            and (kid.dep in ("expl", "obj", "iobj", "dep") or kid.feats.get("Reflex") == "Yes")
            and kid.i < i
            for kid in self.kids(i)
        )

    def is_reciprocal(self, i: int) -> bool:
        """Whether the verb says that its subjects do it to one another."""
        if self.lang == "en":
            below = self.subtree(i)
            return any(
                self.tokens[j].lower == "mutually"
                or (self.tokens[j].lower == "other" and self.tokens[j - 1].lower == "each")
                or (self.tokens[j].lower == "another" and self.tokens[j - 1].lower == "one")
                for j in below
            )
        return any(self.tokens[j].lower in _MUTUAL for j in self.subtree(i)) and (
            self.is_reflexive(i)
        )

    def surface_subject(self, i: int) -> tuple[int, ...]:
        """The grammatical subject of a verb, found through coordination and control."""
        roles = self.roles(i)
        return roles.get("obj", ()) if self.is_passive(i) else roles.get("subj", ())

    def roles(self, i: int) -> Roles:
        """Who stands in which role to the verb, act noun or predicate adjective ``i``.

        >>> from statuquo.language import make_sentence
        >>> s = make_sentence("Cuba/PROPN/subj/2 backs/VERB:back/root/2 Iran/PROPN/obj/2", "en")
        >>> {role: [s.tokens[i].text for i in found] for role, found in s.roles(1).items()}
        {'subj': ['Cuba'], 'obj': ['Iran']}
        """
        known = self._roles.get(i)
        if known is None:
            self._roles[i] = {}  # guards against cycles: control may look back at itself
            known = self._verb_roles(i) if self.is_verb(i) else self._noun_roles(i)
            self._roles[i] = known
        return known

    def _add(self, roles: dict[str, list[int]], role: str, *found: int) -> None:
        slot = roles.setdefault(role, [])
        slot.extend(i for i in found if i not in slot)

    def _verb_roles(self, i: int) -> Roles:
        token, passive = self.tokens[i], self.is_passive(i)
        roles: dict[str, list[int]] = {}
        for kid in self.kids(i):
            if kid.dep in ("subj", "subj:pass"):
                self._add(roles, "obj" if passive else "subj", kid.i)
            elif kid.dep == "obj":
                self._add(roles, "iobj" if passive and "obj" in roles else "obj", kid.i)
                if kid.case:
                    self._add(roles, kid.case, kid.i)
            elif kid.dep == "agent":
                self._add(roles, "subj", kid.i)
            elif kid.dep == "iobj":
                self._add(roles, "iobj", kid.i)
                if kid.case:
                    self._add(roles, kid.case, kid.i)
            elif kid.dep in ("obl", "nmod"):
                self._add(roles, kid.case or "obl", kid.i)
            elif kid.dep in ("comp", "xcomp"):
                self._add(roles, "comp", kid.i)
                if kid.pos not in VERBAL and kid.case:
                    self._add(roles, kid.case, kid.i)
                if self.lang == "en":
                    self._add(roles, "obliged", *self._obliged(kid.i))
                    if kid.mark == "that":
                        self._add(roles, "that", kid.i)
            elif kid.dep in ("attr", "prt"):
                self._add(roles, kid.dep, kid.i)
            elif kid.dep == "advcl" and kid.mark in ("pour", "afin", "para", "to", "afin_de"):
                self._add(roles, "purpose", kid.i)
        if self.lang == "en" and "obj" not in roles:
            self._small_clause(i, roles)
        if self.lang == "es" and not passive:
            self._personal_a(i, roles)
            subjects = roles.get("subj", [])
            selves = token.lemma in _SELVES or any(kid.case == "con" for kid in self.kids(i, "obl"))
            after = subjects and subjects[0] > i and self.is_reflexive(i)
            if "obj" not in roles and after and not selves:
                roles["obj"] = roles.pop("subj")  # «se firmó el acuerdo»
        if token.dep in ("relcl", "acl"):
            self._fill_from_antecedent(i, roles, passive)
        self._fill_from_governor(i, roles, passive)
        self._share_object(i, roles, passive)
        return {role: tuple(found) for role, found in roles.items()}

    def _obliged(self, clause: int) -> tuple[int, ...]:
        """ "said that **Iran** must comply": of whom the clause asks its act."""
        verb = self.tokens[clause]
        must = any(kid.lower in _MUST for kid in self.kids(clause, "aux"))
        bound = verb.lemma in ("have", "need") and any(
            kid.pos in VERBAL for kid in self.kids(clause, "xcomp")
        )
        if not (must or bound) or self.is_passive(clause):
            return ()
        return tuple(kid.i for kid in self.kids(clause, "subj"))

    def _small_clause(self, i: int, roles: dict[str, list[int]]) -> None:
        """ "allowed [the UN to deliver food]", "found [the minister guilty]": the subject of the small
        clause is also the object of the verb above."""
        for kid in self.kids(i, "comp", "xcomp"):
            subjects = [k.i for k in self.kids(kid.i, "subj")]
            if not subjects:
                continue
            bare = self.tokens[i].lemma == "help" and kid.feats.get("VerbForm") == "Inf"
            if bare or any(k.lower == "to" and k.pos == "PART" for k in self.kids(kid.i)):
                roles["obj"] = subjects
            elif not self.is_verb(kid.i) and not self.kids(kid.i, "cop"):
                roles["obj"] = subjects
                self._add(roles, "attr", kid.i)

    def _personal_a(self, i: int, roles: dict[str, list[int]]) -> None:
        """«invitó **al gobierno** a la cumbre»: the first nominal with «a» is the object."""
        if any(self.tokens[j].case != "a" for j in roles.get("obj", ())):
            return
        personal = sorted(
            j for j in {*roles.get("a", ()), *roles.get("iobj", ())}
            if self.tokens[j].case == "a" and self.tokens[j].pos in ("NOUN", "PROPN", "PRON", "NUM")
            and (j > i or roles.get("iobj"))
        )  # fmt: skip
        # «envió a la cárcel **al ministro**»: a place is not whom one sends there
        personal = [j for j in personal if self.tokens[j].lemma not in _PENS] or personal
        # «llamó a consultas **a su embajador**»: who has an article comes before what has none
        definite = [
            j for j in personal
            if self.kids(j, "det", "nummod") or self.tokens[j].pos != "NOUN"
            or any(kid.lower == "al" for kid in self.kids(j, "case"))
        ]  # fmt: skip
        if personal:
            roles["obj"] = (definite or personal)[:1]

    def _fill_from_antecedent(self, i: int, roles: dict[str, list[int]], passive: bool) -> None:
        token = self.tokens[i]
        antecedent = token.head
        if self.lang == "en" and token.dep == "acl" and token.mark == "that":
            return  # "the claim that he had returned" has its own parties
        for role, found in list(roles.items()):
            for at, j in enumerate(found):
                if self.tokens[j].lower in RELATIVE_PRONOUNS and j < i:
                    found[at] = antecedent
                    if (
                        self.lang == "en"
                        and role == "subj"
                        and len(found) > 1
                        and "obj" not in roles
                    ):
                        roles["obj"] = [found.pop(at)]  # "which the UN has criticised"
                        return
                    if self.tokens[j].lower in _SUBJECT_RELATIVES and role == "obj" and not passive:
                        # the parser took a subject relative for an object
                        roles.setdefault("subj", []).append(antecedent)
                        found.remove(antecedent)
                    if self.lang == "es" and "subj" not in roles and not passive:
                        self._borrow_subject(antecedent, roles)
                    return
        form = token.feats.get("VerbForm")
        perfect = self.lang == "fr" and not passive and bool(self.kids(i, "aux"))
        if form == "Part" and not perfect and (token.feats.get("Tense") == "Past" or passive):
            if "obj" not in roles:
                roles["obj"] = [antecedent]
        elif form in ("Part", "Ger") or (self.lang == "en" and token.lower.endswith("ing")):
            # "a policy of turning back boats": whose policy it is, turns them back
            owners = self._owner(antecedent) if token.mark in ("of", "for") else ()
            roles.setdefault("subj", list(owners) or [antecedent])
        elif form == "Inf":
            owners = self._owner(antecedent)
            if owners and "subj" not in roles and not passive:
                roles["subj"] = list(owners)
        elif token.dep == "relcl" and "obj" not in roles and "subj" in roles and not passive:
            roles["obj"] = [antecedent]
        elif token.dep == "relcl" and "subj" not in roles and not passive:
            roles["subj"] = [antecedent]

    def _borrow_subject(self, antecedent: int, roles: dict[str, list[int]]) -> None:
        """«habló de X, a quien acusó»: whoever spoke accused."""
        for above in self.above(antecedent):
            if self.is_verb(above.i) and above.lemma not in TAKING:
                subject = [j for j in self.surface_subject(above.i) if j != antecedent]
                if subject:
                    roles["subj"] = subject
                return

    def _owner(self, noun: int) -> tuple[int, ...]:
        """Whose decision, plan, refusal it is."""
        token = self.tokens[noun]
        if token.lemma in _CHARGES and token.dep in ("obl", "nmod") and self.is_verb(token.head):
            if charged := tuple(i for i in self.roles(token.head).get("obj", ()) if i != noun):
                return charged  # "arrested a man on suspicion of stealing": the man stole
        roles = self.roles(noun)
        for role in ("subj", "poss", "gen", "by", "adj"):
            if roles.get(role):
                return roles[role]
        head = self.tokens[noun].head
        if self.tokens[noun].dep in ("obj", "obl", "attr") and self.is_verb(head):
            if self.tokens[noun].lemma in _CHARGES and self.roles(head).get("obj"):
                return tuple(i for i in self.roles(head)["obj"] if i != noun)
            return self.roles(head).get("subj", ())
        return ()

    def _fill_from_governor(self, i: int, roles: dict[str, list[int]], passive: bool) -> None:
        token = self.tokens[i]
        missing = "obj" if passive else "subj"
        if missing in roles or token.head == i:
            return
        governor = self.tokens[token.head]
        if self.lang == "es" and (unsaid := disposed(self, i) or self._unsaid_subject(i)):
            roles[missing] = list(unsaid)
            return
        if token.dep == "conj" and self.is_verb(governor.i):
            subject = self.surface_subject(governor.i)
        elif token.dep in ("xcomp", "comp") and self.is_verb(governor.i):
            if token.feats.get("VerbForm") == "Fin" and token.dep == "comp":
                return
            above = self.roles(governor.i)
            told = above.get("à", ()) if governor.lemma == "reprocher" else ()
            subject = told or above.get("obj") or above.get("iobj") or above.get("subj", ())
            if i in subject or self.is_passive(governor.i):
                subject = above.get("obj", ())
        elif token.dep in ("xcomp", "comp") and governor.lemma in DISPOSED:
            subject = self.roles(governor.i).get("subj", ())
        elif token.dep == "advcl" and token.feats.get("VerbForm") != "Fin":
            if not self.is_verb(governor.i):
                return
            subject = self.surface_subject(governor.i)
        else:
            return
        subject = tuple(j for j in subject if j != i and i not in tuple(t.i for t in self.above(j)))
        if subject and agrees(self, i, subject):
            roles[missing] = list(subject)

    def _unsaid_subject(self, i: int) -> tuple[int, ...]:
        """«el ministro dijo que respaldará a …», «…, por lo que pidió …»: Spanish leaves unsaid that
        the subject of the clause above acts; what is asked of somebody he does."""
        token = self.tokens[i]
        governor = self.tokens[token.head]
        if token.dep not in ("comp", "advcl", "parataxis") or not self.is_verb(governor.i):
            return ()
        if token.mark in ("como", "según"):
            return ()  # «como ofrecen quienes …» has its subject behind it
        finite = next((t for t in (token, *self.kids(i, "aux", "aux:pass")) if is_third(t)), None)
        if finite is None:
            return ()
        above = self.roles(governor.i)
        if token.dep == "comp" and finite.feats.get("Mood") == "Sub":
            found = above.get("iobj", ()) or above.get("a", ()) or above.get("obj", ())
        else:
            found = self.surface_subject(governor.i)
        found = tuple(j for j in found if j != i and j not in self.subtree(i))
        plural = len(found) > 1 or any(self.tokens[j].feats.get("Number") == "Plur" for j in found)
        return found if plural == (finite.feats.get("Number") == "Plur") else ()

    def _share_object(self, i: int, roles: dict[str, list[int]], passive: bool) -> None:
        """«ont arrêté et torturé des militants»: the last verb holds the object of both."""
        if passive or "obj" in roles or "comp" in roles or self.is_reflexive(i):
            return
        for kid in self.kids(i, "conj"):
            if self.is_verb(kid.i) and not self.kids(kid.i, "subj") and kid.i - i <= 3:
                shared = [k.i for k in self.kids(kid.i, "obj")]
                if shared:
                    roles["obj"] = shared
                    return

    def _noun_roles(self, i: int) -> Roles:
        token = self.tokens[i]
        roles: dict[str, list[int]] = {}
        cop = any(kid.dep == "cop" for kid in self.kids(i))
        for kid in self.kids(i):
            if kid.dep in ("nmod", "obl", "agent", "iobj") or (kid.dep == "nummod" and kid.case):
                case = kid.case or "nmod"
                if case in _OF:
                    self._add(roles, "gen", kid.i)
                elif case in _BY or kid.dep == "agent":
                    self._add(roles, "by", kid.i)
                self._add(roles, case, kid.i)
            elif kid.dep == "poss" or (kid.dep == "det" and kid.lower in _POSSESSIVES):
                self._add(roles, "poss", kid.i)
            elif kid.dep in ("amod", "compound", "nmod:adj"):
                self._add(roles, "adj", kid.i)
            elif kid.dep in ("subj", "subj:pass") and cop:
                self._add(roles, "subj", kid.i)
            elif kid.dep in ("comp", "xcomp") or (kid.dep == "acl" and self.is_verb(kid.i)):
                self._add(roles, "comp", kid.i)
        if token.dep == "attr" and self.is_verb(token.head) and not self.kids(token.head, "obj"):
            if self.tokens[token.head].lemma in _REMAINING:
                self._add(roles, "subj", *self.surface_subject(token.head))
        holder = self._holder(i)
        if holder is not None:
            for role, found in self.roles(holder).items():
                if role not in (*_OF, "gen", "comp"):
                    self._add(roles, role, *(j for j in found if j != i))
        for verb in self.carriers(i):
            inverse = self.tokens[verb].lemma in self.inverse
            for role, found in self.roles(verb).items():
                if role not in ("obj", "comp"):
                    undergone = inverse and role == "subj"
                    self._add(roles, "target" if undergone else role, *(j for j in found if j != i))
                    if inverse and role in _OF:
                        self._add(roles, "gen", *(j for j in found if j != i))
        if token.case == "face_à" and self.is_verb(token.head):
            # «font **face aux** tirs»
            self._add(roles, "target", *self.surface_subject(token.head))
        for role, j in (*lent_by_clause(self, i), *shared_by_acts(self, i, roles)):
            self._add(roles, role, j)
        if token.case in _ENGAGED[self.lang] and token.dep == "nmod" and not self.kids(i, "det"):
            first = min((k.i for k in self.kids(i, "case")), default=i)
            beside = first and self.tokens[first - 1].pos in ("NOUN", "PROPN")
            near = first - 1 if beside else token.head
            if self.tokens[near].pos in ("NOUN", "PROPN"):
                self._add(roles, "subj", near)  # «los mineros en huelga»
        manner = token.case in _MANNER and not self.kids(i, "det")
        held = self.tokens[token.head].lemma not in _HELD_IN and self.is_verb(token.head)
        if self.lang == "en" and held and self.is_passive(token.head):
            manner = False  # "the post was flattened **in** air raids": it raided nobody
        several = self.lang == "es" and token.feats.get("Number") == "Plur"
        if manner and token.dep == "obl" and not several:
            # «en visite à Moscou», "in cooperation with": the verb's subject does it
            for j in self.surface_subject(token.head) if self.is_verb(token.head) else ():
                self._add(roles, "subj", j)
        return {role: tuple(found) for role, found in roles.items()}

    def _holder(self, i: int) -> int | None:
        """The noun that only counts or names a stretch of the act: «une **vague** d'arrestations»."""
        token = self.tokens[i]
        head = self.tokens[token.head]
        if token.dep == "nmod" and token.case in _OF and head.lemma in STRETCHES:
            return head.i
        return None

    def carriers(self, i: int) -> Iterator[int]:
        """Support verbs whose deep object (or prepositional object) the act noun is."""
        token = self.tokens[i]
        head = self.tokens[token.head]
        while (
            head.head != head.i
            and head.pos not in VERBAL
            and (token.dep == "conj" or (token.case in _OF and head.lemma in MEASURES))
        ):
            token, head = head, self.tokens[head.head]  # «una ola de ataques»: the wave is empty
        holder = self._holder(token.i)
        if holder is not None:
            token, head = self.tokens[holder], self.tokens[self.tokens[holder].head]
        carrying = self.support | self.inverse
        own = f"se {head.lemma}" in carrying and self.is_reflexive(head.i)
        if head.i != token.i and self.is_verb(head.i) and (own or head.lemma in carrying):
            if token.dep in ("obj", "obl", "subj:pass", "attr", "iobj", "comp", "xcomp") or (
                token.dep == "subj" and self.is_passive(head.i)
            ):
                beside = (*_MATTERS, "face_à", *(("for",) if self.kids(head.i, "obj") else ()))
                if token.case not in CIRCUMSTANCE and token.case not in beside:
                    yield head.i
        for kid in self.kids(i, "acl", "relcl"):
            if kid.lemma in carrying and i in self.roles(kid.i).get("obj", ()):
                yield kid.i
