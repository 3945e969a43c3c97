"""Which words of a French sentence a pronoun cannot mean, and which it means before others."""

from __future__ import annotations

from statuquo.entities.page import Met, Page
from statuquo.entities.phrases import Found
from statuquo.language.french_words import listed
from statuquo.language.grammar import Sentence, Token

_CITED = frozenset({"selon", "d_après", "de_après", "d'_après", "d'après"})
_WHERE = frozenset({"en", "dans", "depuis", "chez", "via", "sur"})
"""What introduces where something goes on, or by what channel: «**sur** Twitter, il …»."""
_WITHIN = frozenset({"nmod", "flat", "appos", "conj", "amod", "compound", "case"})
_BLAMED = frozenset({"pour", "en_raison_de", "à_cause_de"})
_NEUTER = frozenset({"l'", "l’", "le"})
_HUMANS = frozenset({"homme", "femme"})
_SPEECH = 6
"""Words from which a quotation holds speech, not only a name that is set apart."""


def is_nominal(token: Token) -> bool:
    """Whether a word can be what a pronoun points back to; a given name may be tagged as foreign."""
    return token.pos in ("NOUN", "PROPN") or (token.pos == "X" and token.text[:1].isupper())


def is_cited(sentence: Sentence, i: int) -> bool:
    """«**selon les mots du procureur**, il …»: whose word it is, or who is named within.

    >>> from statuquo.language import make_sentence
    >>> s = make_sentence(
    ...     "Selon/ADP/case/2 Kiev/PROPN/obl/4/case=selon il/PRON/subj/4 part/VERB:partir/root/4", "fr"
    ... )
    >>> is_cited(s, 1), is_cited(s, 2)
    (True, False)
    """
    token = sentence.tokens[i]
    while token.case not in _CITED:
        if token.dep not in _WITHIN or token.head == token.i:
            return False
        token = sentence.tokens[token.head]
    return True


def is_neuter(sentence: Sentence, token: Token) -> bool:
    """«après **l'**avoir promis», «ils **l'**ont été»: a fact, nobody; nor is a clitic ever a subject.

    >>> from statuquo.language import make_sentence
    >>> s = make_sentence("L'/PRON/subj/1 est/VERB:être/root/1", "fr")
    >>> is_neuter(s, s.tokens[0])
    True
    """
    if token.pos != "PRON" or token.lower not in _NEUTER:
        return False
    verb = sentence.tokens[token.head]
    if token.dep.startswith("subj") or verb.lemma == "être":
        return True
    infinitive = any(
        kid.feats.get("VerbForm") == "Inf" for kid in sentence.kids(verb.i, "xcomp", "comp")
    )
    return token.dep == "obj" and verb.lemma in listed("verbs", "of_facts") and not infinitive


def is_where(sentence: Sentence, token: Token) -> bool:
    """«**à Genève**, il …», «**sur Twitter**»: a place or a channel, told in passing."""
    if token.dep not in ("obl", "nmod"):
        return False
    if token.case in _WHERE or is_kind(sentence, token):
        return True
    bare = not sentence.kids(token.i, "det") and token.pos == "PROPN"
    joined = any(t.lower in ("au", "aux") for t in sentence.tokens[max(0, token.i - 2) : token.i])
    return token.case == "à" and bare and not joined


def is_kind(sentence: Sentence, token: Token) -> bool:
    """«un parti d'**opposition**»: what something is called by, nobody in particular."""
    before = sentence.tokens[token.i - 1].lower if token.i else ""
    return token.pos == "NOUN" and token.dep == "nmod" and before in ("de", "d'", "d’")


def is_predicated(sentence: Sentence, token: Token) -> bool:
    """«**Fidèle** du président, il …»: a noun without an article only tells what the pronoun is."""
    bare = token.pos == "NOUN" and not sentence.kids(token.i, "det", "nummod", "poss")
    return bare and token.feats.get("Number") != "Plur" and token.case is None


def is_quoted_apart(sentence: Sentence, i: int, other: int) -> bool:
    """Whether ``other`` stands in words that are quoted and ``i`` in those of the reporter."""
    span = _quotation(sentence, other)
    return span is not None and span[1] - span[0] > _SPEECH and not span[0] <= i <= span[1]


def _quotation(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """First and last word of the quotation that a word stands in; it may begin before the sentence
    or end after it."""
    tokens = sentence.tokens
    before = next((t for t in reversed(tokens[:i]) if t.text in "«»"), None)
    after = next((t for t in tokens[i:] if t.text in "«»"), None)
    if (before is not None and before.text == "«") or (
        before is None and after is not None and after.text == "»"
    ):
        return (before.i if before else 0, after.i if after else len(tokens))
    return None


def opening_clause(sentence: Sentence, i: int) -> int | None:
    """The verb of the subordinate clause that a word stands in, where it goes ahead of its main clause."""
    for at in (sentence.tokens[i], *sentence.above(i)):
        if at.dep in ("advcl", "dep") and max(i, at.i) < at.head and at.mark is not None:
            return at.i
    return None


def subjects_around(sentence: Sentence, i: int) -> tuple[int, ...]:
    """Who does what a word is a complement of, up to the first clause with a subject of its own."""
    found: list[int] = []
    at = sentence.tokens[i]
    for above in sentence.above(i):
        if sentence.is_verb(above.i):
            subjects = sentence.surface_subject(above.i)
            if i in subjects or at.i in subjects:
                return tuple(found)
            found += subjects
            if above.dep in ("relcl", "acl") and not subjects:
                found.append(above.head)
            if sentence.kids(above.i, "subj", "subj:pass"):
                break
        at = above
    return tuple(found)


def modified_by_clause(sentence: Sentence, i: int) -> set[int]:
    """What a word stands in a relative clause of: «**une délégation d'élus** qu'elle a reçue» is another."""
    found: set[int] = set()
    for at in (sentence.tokens[i], *sentence.above(i)):
        if at.dep == "relcl" and at.head != at.i:
            found |= {j for j in sentence.subtree(at.head) if j < at.i}
            break
    return found


def blamed_for(sentence: Sentence, token: Token) -> int | None:
    """«sanctionne la Syrie **pour son soutien** à …»: the reason lies with whom it is done to."""
    deed = sentence.tokens[token.head]
    verb = sentence.tokens[deed.head]
    if deed.case not in _BLAMED or not sentence.is_verb(verb.i):
        return None
    plural = token.lower.startswith("leur")
    for kid in sentence.kids(verb.i, "obj", "obl"):
        several = kid.feats.get("Number") == "Plur" or bool(sentence.kids(kid.i, "conj"))
        if kid.i < token.i and kid.i != deed.i and kid.dep == "obj" and several == plural:
            return kid.i
    return None


def is_same_man(sentence: Sentence, i: int, found: Found) -> bool:
    """«**L'homme** de 70 ans a félicité son rival»: in French, the one whom the sentence before was about."""
    unknown = (
        found.person and found.via == "role" and not (found.party.country or found.party.entity_id)
    )
    definite = any(kid.lower in ("l'", "l’", "la") for kid in sentence.kids(i, "det"))
    return sentence.lang == "fr" and unknown and definite and sentence.tokens[i].lemma in _HUMANS


def is_several(sentence: Sentence, i: int) -> bool:
    """Whether a noun tells more than one: «pays» is written alike."""
    if sentence.tokens[i].feats.get("Number") == "Plur" and sentence.tokens[i].lemma != "pays":
        return True
    if sentence.kids(i, "nummod"):
        return True
    return any(kid.feats.get("Number") == "Plur" for kid in sentence.kids(i, "det", "amod"))


def gender_of(met: Met, page: Page) -> bool | None:
    """Whether a party is feminine: by its own word, else by how the page calls it elsewhere.

    Proper names are often given the wrong gender by the model; nouns («la ministre») never.
    """
    if not met.person:
        return met.feminine
    votes = [m for m in page.met if m.party.name == met.party.name and m.feminine is not None]
    nouns = [m for m in votes if m.titled]
    told = [m.feminine for m in (nouns or votes)]
    if not told:
        return None
    ladies = sum(1 for feminine in told if feminine)
    return None if ladies * 2 == len(told) else ladies * 2 > len(told)
