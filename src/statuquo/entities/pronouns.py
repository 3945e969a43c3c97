"""Whom a pronoun means: the sentence before it first, then the page."""

from __future__ import annotations

import re
from abc import ABC
from dataclasses import replace

from statuquo.entities import antecedents
from statuquo.entities.model import Party
from statuquo.entities.naming import Naming
from statuquo.entities.offices import OWN_WORDS
from statuquo.entities.page import Met, Page
from statuquo.entities.phrases import Found
from statuquo.language.grammar import CIRCUMSTANCE, RELATIVE_PRONOUNS, Sentence, Token

_ENCLITIC = re.compile("(?:[aeiáéí]r|ndo)(l[aoe]s?)$")
_THIRD_SINGULAR = frozenset({"it", "its", "itself"})
_PERSONAL = frozenset(
    {"he", "she", "him", "his", "her", "himself", "herself", "él", "celui-ci", "éste", "este",
     "dernier"}
)  # fmt: skip
_THEY = frozenset({"they", "their", "them"})
"""English calls bodies so, and states no more than others do."""
_THEIRS = frozenset({"leurs", "eux"})
"""«une dizaine de mineurs … l'un des **leurs**»: however the crowd is counted."""
_ELIDED = frozenset({"los", "las", "lo", "la", "el"})
_GENDERS = {"ellos": "Masc", "ellas": "Fem", "él": "Masc", "ella": "Fem"}
_THOSE = frozenset({"ellos", "ellas"})
_CLITICS = frozenset({"le", "lo", "la"})
_THING_OR_BODY = frozenset({"lo", "la"})
_LATTER = frozenset({"dernier", "dernière", "derniers", "celui-ci", "celle-ci", "ceux-ci"})
_COMPLEMENTS = frozenset({"subj", "subj:pass", "obj", "iobj", "agent"})
_WITHIN_NAMES = frozenset({"flat", "compound", "amod", "appos", "nmod", "poss", "case"})
_CITED = frozenset({"selon", "d_après", "de_après", "d'_après", "según", "according_to"})
"""Whose word it is: «selon **Le Monde**, il …» is not about the paper."""
_CITING = frozenset({"cite", "quote"})
_REASONS = frozenset({"over", "for", "because_of"})
"""What introduces in English the reason for which somebody is taken to task."""
_FRENCH_PERSONS = frozenset({"il", "elle", "lui"})
_BOTH = frozenset({"ils", "elles"})
_SOURCES = frozenset({"COP", "JRN", "JUD"})
"""Sectors that are often cited for what they do not do themselves."""
_MOSTLY_PERSONS = frozenset({"il", "lui", "él", "ella"})
_PLURAL = frozenset(
    {"they", "them", "their", "themselves", "ils", "elles", "eux", "leur", "leurs", "ellos", "ellas",
     "los", "las", "les", "estos", "éstos", "derniers", "ceux-ci", "celles-ci"}
)  # fmt: skip


class Pronouns(Naming, ABC):
    """Finds whom a pronoun points back to."""

    def pronoun(self, sentence: Sentence, token: Token, page: Page, depth: int) -> Found | None:
        """What a pronoun points back to, in the sentence first, then on the page."""
        if token.lower == "il" and _is_expletive(sentence, token):
            return None
        if sentence.lang == "fr" and antecedents.is_neuter(sentence, token):
            return None
        found = None
        relative = token.lower == "que" and sentence.lang == "es"
        if token.lower in RELATIVE_PRONOUNS and (relative or token.lower not in ("que", "ce")):
            for above in sentence.above(token.i):
                if above.dep in ("relcl", "acl"):
                    found = self.resolve(sentence, above.head, page, depth=depth + 1)
                    break
            return found
        if token.lower in _ELIDED and sentence.kids(token.i, "nmod", "relcl", "acl"):
            return None  # «**las** de tela», «los que vinieron»: a noun is left out, none is meant
        plural = token.lower in _PLURAL or token.feats.get("Number") == "Plur"
        if token.feats.get("Person") in ("1", "2") or token.lower in ("nous", "we", "i", "je"):
            return None
        if sentence.lang == "fr" and (heads := self._owners(sentence, token)):
            held = (self.resolve(sentence, j, page, depth=depth + 1) for j in heads)
            return next((_as_pronoun(token, f) for f in held if f is not None), None)
        found = None
        if token.lower in _LATTER:
            found = self._latter(sentence, token, page, depth)
        if found is None and token.dep == "poss":
            found = self._taken_to_task(sentence, token, page)
        if found is None:
            found = self._earlier_subject(sentence, token, page, depth)
        french = sentence.lang == "fr"
        barred = self._barred(sentence, token, page, depth) if found is None else frozenset()
        if found is None:
            found = self._earlier_nominal(sentence, token, page, depth, barred)
        if found is None and french:
            found = self._named_within(sentence, token, page, depth, barred)
        if found is None and french:
            found = self._named_next(sentence, token, page, depth, barred)
        if found is None and french and token.lower in _BOTH:
            if (both := self._both_named(sentence, token, page, depth)) is not None:
                return both
        if found is None:
            found = (
                _from_french_page(token, page, barred)
                if french
                else self._from_page(token, page, plural=plural)
            )
            if token.lower in _THING_OR_BODY and token.dep == "obj" and sentence.lang == "es":
                # «Chile también **la** condenó»: the decision as well as the Union
                found = found if found is not None and found.person else None
        if found is None:
            return _somebody(sentence, token)
        return _as_pronoun(token, found)

    def _taken_to_task(self, sentence: Sentence, token: Token, page: Page) -> Found | None:
        """ "broke off ties with **Oman** over **its** offensive": the reason lies with whom it is done to."""
        deed = sentence.tokens[token.head]
        citing = sentence.tokens[deed.head].lemma in _CITING and deed.dep == "obj"
        if sentence.lang != "en" or not (citing or deed.case in _REASONS):
            return None
        for other in reversed(sentence.tokens[: deed.head if citing else token.i]):
            if other.pos not in ("NOUN", "PROPN") or other.dep not in (
                "obj",
                "obl",
                "nmod",
                "subj:pass",
            ):
                continue
            if other.case in CIRCUMSTANCE or not _agree(token, other):
                continue
            found = self.resolve(sentence, other.i, page, depth=2)
            if found is not None and found.political and not found.thing and _fits(token, found):
                return found
        return None

    def _barred(self, sentence: Sentence, token: Token, page: Page, depth: int) -> frozenset[str]:
        """Whom a French object cannot mean: «le président … **il le** met en garde» is another."""
        if sentence.lang != "fr" or token.dep not in ("obj", "iobj"):
            return frozenset()
        found = (
            self.resolve(sentence, j, page, depth=depth + 1) for j in _own_subjects(sentence, token)
        )
        return frozenset(f.party.name for f in found if f is not None)

    def _named_within(
        self, sentence: Sentence, token: Token, page: Page, depth: int, barred: frozenset[str]
    ) -> Found | None:
        """«Après l'appel **de la députée**, le préfet l'a reçue»: who is named within another phrase of
        the sentence, the nearest."""
        own = {token.i, token.head, *antecedents.subjects_around(sentence, token.i)}
        if token.lower not in OWN_WORDS:
            own |= antecedents.modified_by_clause(sentence, token.i)
        own |= {j for who in _own_subjects(sentence, token) for j in sentence.subtree(who)}
        for other in reversed(sentence.tokens[: token.i]):
            if other.dep != "nmod" or other.i in own or not antecedents.is_nominal(other):
                continue
            if antecedents.is_cited(sentence, other.i):
                continue
            if antecedents.is_quoted_apart(sentence, token.i, other.i):
                continue
            if not _agree(token, other) or not _same_number(token, other):
                continue
            found = self.resolve(sentence, other.i, page, depth=depth + 2)
            if found is None or found.thing or found.party.sector is None:
                continue
            if not found.person and antecedents.is_where(sentence, other):
                continue
            above = self.resolve(sentence, other.head, page, depth=depth + 2)
            if above is not None and above.party.name == found.party.name:
                continue  # «l'agence de **renseignement**» is named by its first word
            if found.via in ("name", "role") and found.party.name not in barred:
                person = found.person or token.lower not in _MOSTLY_PERSONS
                if person and _fits(token, found, single=_is_single(other)):
                    return found
        return None

    def _named_next(
        self, sentence: Sentence, token: Token, page: Page, depth: int, barred: frozenset[str]
    ) -> Found | None:
        """«Alors que l'opposition **l'**accuse, **Jean Dupont** a …»: a clause that opens a sentence goes
        ahead of whom the sentence is about."""
        clause = antecedents.opening_clause(sentence, token.i)
        if clause is None:
            return None
        for j in sentence.surface_subject(sentence.tokens[clause].head):
            if j < clause or not _agree(token, sentence.tokens[j]):
                continue
            found = self.resolve(sentence, j, page, depth=depth + 2)
            named = found is not None and found.person and found.via in ("name", "role")
            if found is not None and named and found.party.name not in barred:
                return found if _is_named(found) and _fits(token, found) else None
        return None

    def _both_named(self, sentence: Sentence, token: Token, page: Page, depth: int) -> Found | None:
        """«**Luc Dubosc** et **Paul Roche** ont nié lorsqu'**ils** …»: the two who are named, of whose
        country and sector they both are; not those of a sentence before."""
        named: dict[str, Found] = {}
        for other in sentence.tokens[: token.i]:
            beside = other.dep != "nmod" or other.case == "avec"
            if other.pos == "PROPN" and beside and other.dep not in ("flat", "compound"):
                found = self.resolve(sentence, other.i, page, depth=depth + 2)
                if found is not None and found.person:
                    named[found.party.name] = found
        countries = {found.party.country for found in named.values()}
        if len(named) < 2 or len(countries) > 1:
            return None
        if (country := countries.pop()) is None:
            return _somebody(sentence, token)
        sectors = {found.party.sector for found in named.values()}
        sector = sectors.pop() if len(sectors) == 1 else None
        return self.found_as(
            sentence, [token.i], name=token.text, entity_id=None, country=country, sector=sector,
            via="pronoun", plural=True,
        )  # fmt: skip

    def _owners(self, sentence: Sentence, token: Token) -> tuple[int, ...]:
        """«la fédération a exprimé **son** indignation»: what a possessive below a verb owns is the
        subject's, whoever that is, where the subject stands before it and agrees in number."""
        if token.lower not in OWN_WORDS or token.pos == "PRON":
            return ()
        if (blamed := antecedents.blamed_for(sentence, token)) is not None:
            return (blamed,)
        owned = sentence.tokens[token.head]
        if owned.dep == "conj" and sentence.tokens[owned.head].pos in ("NOUN", "PROPN"):
            return (owned.head,)  # «protéger le président et **sa** bande»
        plural = token.lower.startswith("leur")
        for above in sentence.above(token.i):
            if not sentence.is_verb(above.i):
                continue
            subjects = sentence.surface_subject(above.i)
            if not subjects:
                continue
            if any(j >= token.i for j in subjects):
                return ()
            first = sentence.tokens[subjects[0]]
            several = len(sentence.coordinated(first.i)) > 1 or len(subjects) > 1
            known = first.feats.get("Number")
            if first.lower in RELATIVE_PRONOUNS or (known is None and not several):
                return ()
            return subjects if plural == (several or known == "Plur") else ()
        return ()

    def _latter(self, sentence: Sentence, token: Token, page: Page, depth: int) -> Found | None:
        """«l'accord entre Malte et Chypre, dont **cette dernière** …»: the one named last, wherever it
        stands."""
        doers = antecedents.subjects_around(sentence, token.i) if sentence.lang == "fr" else ()
        for other in reversed(sentence.tokens[: token.i]):
            if other.pos not in ("NOUN", "PROPN") or other.i == token.head or other.i in doers:
                continue
            if other.dep in ("flat", "compound", "case") or not _agree(token, other):
                continue
            found = self.resolve(sentence, other.i, page, depth=depth + 2)
            if found is not None and found.political and not found.thing and found.via != "owner":
                return found
        return None

    def _earlier_subject(
        self, sentence: Sentence, token: Token, page: Page, depth: int
    ) -> Found | None:
        """The subject of a verb above that stands before the pronoun: «Moscou dit qu'**elle**…»."""
        own = {token.i, token.head, *_own_subjects(sentence, token)}
        for above in sentence.above(token.i):
            if not sentence.is_verb(above.i) or (
                above.i in own and token.dep in ("subj", "subj:pass")
            ):
                continue
            for j in sentence.surface_subject(above.i):
                if (
                    j < token.i
                    and j not in own
                    and not self.is_pronoun(sentence, sentence.tokens[j])
                ):
                    found = self.resolve(sentence, j, page, depth=depth + 1)
                    several = found is not None and found.plural and token.lower in _THEIRS
                    single = sentence.lang == "fr" and _is_single(sentence.tokens[j])
                    if found is not None and _fits(token, found, single=single):
                        if several or _agree(token, sentence.tokens[j]):
                            return found
        return None

    def _earlier_nominal(
        self,
        sentence: Sentence,
        token: Token,
        page: Page,
        depth: int,
        barred: frozenset[str] = frozenset(),
    ) -> Found | None:
        """Who else stands before the pronoun in its sentence: "Hackers hit the site; police arrested
        **them**"; people before bodies, subjects before others, the nearest first."""
        own = {token.i, token.head, *_own_subjects(sentence, token)}
        clitic = sentence.lang == "es" and token.lower in _CLITICS
        french = sentence.lang == "fr"
        if french and token.lower not in OWN_WORDS:
            own |= antecedents.modified_by_clause(sentence, token.i)
        ranked: list[tuple[bool, bool, int, Found]] = []
        for other in sentence.tokens[: token.i]:
            if not antecedents.is_nominal(other) or other.i in own or other.case in _CITED:
                continue
            if french and (
                antecedents.is_cited(sentence, other.i)
                or antecedents.is_predicated(sentence, other)
                or antecedents.is_quoted_apart(sentence, token.i, other.i)
            ):
                continue
            counted = token.lower == "ils" and self._is_count(sentence, other)
            if not (counted or _agree(token, other)):
                continue
            owner = other.dep == "poss" and other.pos == "PROPN" and token.dep == "obj"
            if clitic and (other.dep == "conj" or sentence.kids(other.i, "conj")):
                continue  # «A y B … **le**»: neither of several
            owner = owner or (clitic and other.dep == "nmod" and other.ent == "PER")
            owner = owner or (token.lower in _THOSE and other.dep == "nmod" and other.pos == "NOUN")
            if not owner and other.dep in _WITHIN_NAMES:
                continue
            found = self.resolve(sentence, other.i, page, depth=depth + 2)
            if found is None or found.thing:
                continue
            if french and not found.person and antecedents.is_where(sentence, other):
                continue
            several = token.feats.get("Number") == other.feats.get("Number") == "Plur"
            fits = _fits(token, found, single=french and _is_single(other))
            if not fits and not (several and not found.person):
                continue
            if found.party.name in barred:
                continue
            if found.party.sector is None and not found.person:
                continue
            first = other.dep in ("subj", "subj:pass") or (
                # «acusó a **Pérez** de servir a López y **le** advirtió»: to whom all of it is done
                clitic
                and other.dep in ("obj", "iobj")
                and other.head == sentence.tokens[token.head].head
            )
            person = french and token.lower in _MOSTLY_PERSONS and found.person
            ranked.append((first, person, other.i, found))
        return max(ranked, key=lambda item: item[:3])[3] if ranked else None

    def _is_count(self, sentence: Sentence, token: Token) -> bool:
        """«une quarantaine de mineurs … **ils**»: a noun that counts people, whatever its own number."""
        counting = token.lemma in self.words(sentence.lang).containers
        return counting and any(
            kid.feats.get("Number") != "Sing" for kid in sentence.kids(token.i, "nmod")
        )

    def _done_to_before(self, sentence: Sentence, token: Token, page: Page) -> Found | None:
        """The nearest party before a joined pronoun that is no subject: «deja **la OMS**, acusándola»."""
        own = sentence.surface_subject(token.i)
        for other in reversed(sentence.tokens[: token.i]):
            if other.pos not in ("NOUN", "PROPN") or other.dep not in ("obj", "iobj", "obl"):
                continue
            if other.i in own or not _agree(token, other):
                continue
            found = self.resolve(sentence, other.i, page, depth=1)
            if found is not None and found.political and not found.thing and _fits(token, found):
                return found
        return None

    def enclitic(self, sentence: Sentence, i: int, page: Page) -> Found | None:
        """Whom a pronoun joined to its Spanish verb means: «acusándo**la**», «para felicitar**lo**»."""
        verb = sentence.tokens[i]
        joined = _ENCLITIC.search(verb.lower) if sentence.lang == "es" else None
        if joined is None or verb.feats.get("VerbForm") not in ("Inf", "Ger"):
            return None
        clitic = joined[1]
        feats = {"Number": "Plur" if clitic.endswith("s") else "Sing"}
        if clitic[1] != "e":
            feats["Gender"] = "Fem" if clitic[1] == "a" else "Masc"
        token = verb._replace(lower=clitic, pos="PRON", dep="obj", head=i, feats=feats)
        found = self._done_to_before(sentence, token, page)
        if found is None and clitic == "les":  # «escribió **a la delegación** instándo**les** a …»
            one = token._replace(feats={})
            found = self._done_to_before(sentence, one, page)
            found = found if found is not None and not found.person else None
        if found is None:
            found = self._earlier_nominal(sentence, token, page, 0)
        if found is None:
            found = self._from_page(token, page, plural=clitic.endswith("s"))
        if found is None:
            return None
        party = replace(found.party, text=verb.text, start=verb.start, end=verb.end)
        return replace(found, party=party, via="pronoun")

    def _from_page(self, token: Token, page: Page, *, plural: bool) -> Found | None:
        """Whom the page named last, a person before a body where the pronoun is mostly a person's; a
        subject goes on about whom the sentence before was about, if it can."""
        fitting: list[Found] = []
        mets = page.met[-12:]
        if page.subject is not None and token.dep in ("subj", "subj:pass", "obj"):
            mets = [*mets, page.subject]
        for met in reversed(mets):
            found = Found(party=met.party, via="pronoun", person=met.person, plural=met.plural)
            gender = (
                {True: "Fem", False: "Masc"}.get(met.feminine) if met.feminine is not None else None
            )
            mine = token.feats.get("Gender", _GENDERS.get(token.lower, gender))
            apart = gender and token.pos == "PRON" and mine != gender
            if not apart and _fits(token, found):
                fitting.append(found)
        if token.lower in _MOSTLY_PERSONS:
            fitting.sort(key=lambda found: not found.person)
        return fitting[0] if fitting else None


def _from_french_page(token: Token, page: Page, barred: frozenset[str]) -> Found | None:
    """Whom the page spoke of before: a subject goes on about whom the sentence before was about; else
    who is named comes before who is only mentioned, a subject before others, the last before earlier
    ones. Gender and number must agree."""
    subject = token.dep in ("subj", "subj:pass")
    mets = [met for met in page.met[-12:] if not met.aside]
    # a body that is only a source («selon le parquet») is not what the sentence was about
    about = page.subject
    if about is not None and about.party.sector in _SOURCES and not (about.leading or about.person):
        about = None
    if about is not None and (subject or token.dep == "obj"):
        mets.append(about)
    gender = token.feats.get("Gender") if token.pos == "PRON" else None
    fitting: list[tuple[Met, Found]] = []
    for met in reversed(mets):
        feminine = antecedents.gender_of(met, page)
        if gender and feminine is not None and (gender == "Fem") != feminine:
            continue
        found = Found(party=met.party, via="pronoun", person=met.person, plural=met.plural)
        if met.party.name not in barred and _fits(token, found, single=met.single):
            fitting.append((met, found))
    if not fitting:
        return None
    told_of = about.party.name if about is not None and subject else None
    if token.lower in _MOSTLY_PERSONS:
        fitting.sort(key=lambda pair: not pair[1].person)
    if token.lower in _FRENCH_PERSONS and fitting[0][1].person:
        # whom the page names comes before «le juge» that it only mentions
        fitting.sort(
            key=lambda pair: (not pair[1].person, not _is_named(pair[1]), not pair[0].leading)
        )
    said = token.text.startswith("-")  # «a-t-**il** déclaré»
    fitting.sort(key=lambda pair: pair[1].party.name != told_of or (said and not pair[1].person))
    return fitting[0][1]


def _is_named(found: Found) -> bool:
    """Whether it is known by a full name, not only by what it is."""
    return found.party.name[:1].isupper() and " " in found.party.name


def _is_expletive(sentence: Sentence, token: Token) -> bool:
    """«**il** y a eu des raids», «**il** faut négocier»: nobody."""
    verb = sentence.tokens[token.head]
    if verb.lemma == "falloir":
        return True
    around = {t.lower for t in sentence.tokens[token.i + 1 : token.i + 4]}
    return "y" in around and verb.lemma == "avoir"


def _as_pronoun(token: Token, found: Found) -> Found:
    """The party under the pronoun's own word."""
    party = replace(found.party, text=token.text, start=token.start, end=token.end)
    return Found(party=party, via="pronoun", person=found.person, plural=found.plural)


def _own_subjects(sentence: Sentence, token: Token) -> tuple[int, ...]:
    """The subjects of the verb whose object a pronoun is: he does not do it to himself."""
    if token.dep not in ("obj", "iobj", "obl") or token.lower.endswith(("self", "selves")):
        return ()
    return sentence.surface_subject(token.head) if sentence.is_verb(token.head) else ()


def _agree(token: Token, other: Token) -> bool:
    """Whether gender and number let a pronoun mean a noun; possessives take those of what is owned."""
    if token.lower in ("its", "his", "her") and other.feats.get("Number") == "Plur":
        return False
    for feature in ("Gender", "Number"):
        mine, theirs = token.feats.get(feature), other.feats.get(feature)
        personal = token.pos == "PRON" or token.lower in _LATTER
        if mine and theirs and mine != theirs and personal and token.dep != "poss":
            return feature == "Number" and token.lower in ("they", "them")
    return True


def goes_on_about(sentence: Sentence, token: Token) -> bool:
    """ "**They** agreed to …" at the head of a sentence: whom the one before told of."""
    before = sentence.tokens[: token.i]
    return (
        token.lower in _PLURAL
        and token.dep in ("subj", "subj:pass")
        and not any(t.pos in ("NOUN", "PROPN") for t in before)
    )


def _somebody(sentence: Sentence, token: Token) -> Found | None:
    """A personal pronoun that points at nobody the page has named: a party of that word alone."""
    latter = token.lower in _LATTER  # «**ce dernier** a été placé en garde à vue»
    if not (token.pos == "PRON" or latter) or token.dep not in _COMPLEMENTS:
        return None
    if token.lower in ("it", "ce", "lo", "le", "la", "que", "l'", "l’"):
        return None
    first = sentence.tokens[token.i - 1] if latter and token.pos == "ADJ" and token.i else token
    words = token.text if first is token else f"{first.text} {token.text}"
    party = Party(name=words, text=words, start=first.start, end=token.end)
    return Found(party=party, via="bare", person=token.feats.get("Number") != "Plur")


def _is_single(token: Token) -> bool:
    """«**la police** … elle»: a word in the singular, however many it stands for."""
    return token.feats.get("Number") == "Sing"


def _same_number(token: Token, other: Token) -> bool:
    """Whether «son» or «leur» can mean a noun: possessives tell in French how many own."""
    if token.lower not in OWN_WORDS:
        return True
    plural = token.lower.startswith("leur")
    return (other.feats.get("Number") == "Plur") == plural


def _fits(token: Token, found: Found, *, single: bool = False) -> bool:
    """Whether a pronoun can mean a party; ``single``: its word is known to be in the singular."""
    if token.lower in _PERSONAL:
        return found.person
    if token.lower in _THIRD_SINGULAR:
        return not found.person and not (found.plural and found.party.sector == "CVL")
    if token.lower in _PLURAL:
        state = (found.party.entity_id or "").startswith("country:")
        if state and token.lower in _THOSE:
            return False  # «ellos» are people, never «el país»
        return found.plural or (not found.person and not state and token.lower in _THEY)
    if token.lower in ("il", "elle", "ella", "lui", "la", "le", "lo"):
        return single or not found.plural or found.party.sector in ("GOV", "MIL")
    return True
