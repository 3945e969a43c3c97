"""What the three finders share: how a cue is told, who is named about it, and the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from statuquo.entities.model import Party
from statuquo.entities.page import Page
from statuquo.entities.resolve import Found, Resolver
from statuquo.events.findings.cues import Cue, Cues, Hit, is_negated
from statuquo.events.record import Evidence, Span
from statuquo.language.grammar import Sentence, Token

SaidByOther = Callable[[int], bool]
"""Whether somebody else than the report says the word with that index."""

_NOT_A_PARTY_HEAD = frozenset({"flat", "compound", "amod", "det"})
_CONDITIONAL = frozenset({"may", "might", "could", "would"})
_FUTURE = frozenset({"will", "'ll", "’ll", "shall"})
_IF = frozenset({"if", "unless", "si"})
_PURPOSE = frozenset({"afin", "afin_de", "para", "pour", "to"})
_AT_THE_TABLE = frozenset(
    {"GOV", "MIL", "LEG", "OPP", "PTY", "REB", "PRM", "PRE", "IGO"}
)  # fmt: skip
"""Sectors that sign accords and sit at the table: no crowds, no companies, no reporters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All that a finder needs: the sentence, what the page knows, and the cue words.

    Args:
        sentence: the parsed sentence.
        page: the page up to here.
        resolver: who is meant by a phrase.
        cues: cue words of the sentence's language.
        report_id: the report.
        date: its ISO day, or None.
        said_by_other: whether somebody else than the report says a word; nobody when left out.
    """

    sentence: Sentence
    page: Page
    resolver: Resolver
    cues: Cues
    report_id: str
    date: str | None
    said_by_other: SaidByOther = lambda i: False

    def evidence(self, first: int, last: int) -> Evidence:
        """The sentence as evidence, with the words from one token to another as its trigger."""
        return Evidence(
            sentence=self.sentence.text,
            start=self.sentence.start,
            end=self.sentence.end,
            trigger=self.span(first, last),
        )

    def span(self, first: int, last: int) -> Span:
        """The words from one token to another."""
        start, end = self.sentence.tokens[first].start, self.sentence.tokens[last].end
        words = self.sentence.text[start - self.sentence.start : end - self.sentence.start]
        return Span(text=words, start=start, end=end)

    def excluded(self, hit: Hit, cues: Iterable[Cue]) -> bool:
        """Whether a pattern that excludes the cue covers its head."""
        found = (other for cue in cues for other in cue.find(self.sentence, self.cues.negations))
        return any(other.first <= hit.head <= other.last for other in found)

    def has(self, cues: Iterable[Cue], within: range) -> Hit | None:
        """The first place of the patterns among some tokens."""
        return next(
            (
                hit
                for hit in self.cues.all(self.sentence, cues)
                if hit.first in within and hit.last in within
            ),
            None,
        )


def clause(sentence: Sentence, i: int) -> range:
    """The tokens of the clause that word ``i`` stands in, from its first to its last.

    A clause ends where a finite verb of its own begins a coordinated, adverbial or relative one.
    """
    top = i
    while not _opens_clause(sentence, sentence.tokens[top]):
        top = sentence.tokens[top].head
    inside = sentence.subtree(top, lambda token: _opens_clause(sentence, token))
    return range(min(inside), max(inside) + 1) if inside else range(i, i + 1)


def _opens_clause(sentence: Sentence, token: Token) -> bool:
    if token.head == token.i:
        return True
    if token.dep in ("relcl", "parataxis"):
        return True
    finite = token.feats.get("VerbForm") == "Fin" or any(
        kid.dep in ("aux", "cop", "aux:pass") for kid in sentence.kids(token.i)
    )
    own_subject = bool(sentence.kids(token.i, "subj", "subj:pass"))
    return token.dep in ("conj", "advcl", "comp") and finite and own_subject


def told(desk: Desk, i: int) -> str:
    """How the word ``i`` is told: ``happened``, ``intended``, ``hypothetical``, ``requested``, ``not``.

    The words above it are asked, up to the verb of its clause. What is wanted of others, or is the
    purpose of something else, is ``requested``.
    """
    sentence, cues = desk.sentence, desk.cues
    chain = [sentence.tokens[i]]
    while not _opens_clause(sentence, chain[-1]):
        chain.append(sentence.tokens[chain[-1].head])
    found = "happened"
    for token in chain:
        kids = sentence.kids(token.i)
        helpers = [kid for kid in kids if kid.dep in ("aux", "aux:pass", "cop")]
        moods = {t.feats.get("Mood") for t in (token, *helpers)}
        tenses = {t.feats.get("Tense") for t in (token, *helpers)}
        words = {kid.lower for kid in helpers}
        if token.i != i and _is_any(token, cues.telling["asking"]):
            return "requested"
        if token.dep == "advcl" and token.mark in _PURPOSE:
            return "requested"
        # A verb in the conditional only supposes; so does what one fears or tries to prevent.
        supposing = cues.telling["supposing"]
        if (
            "Cnd" in moods
            or words & _CONDITIONAL
            or token.mark in _IF
            or _is_any(token, supposing)
            or any(_is_any(kid, supposing) for kid in kids if kid.dep == "amod")
        ):
            found = "hypothetical"
        elif ("Fut" in tenses or words & _FUTURE) and found == "happened":
            found = "intended"
        verbal = token.pos in ("VERB", "AUX")
        if verbal and found == "happened" and is_negated(sentence, token.i, cues.negations):
            found = "not"
    return found


def _is_any(token: Token, cues: Iterable[Cue]) -> bool:
    return any(cue.groups[0][0].fits(token.lemma, token.lower) for cue in cues)


def parties_at(desk: Desk, i: int) -> list[Found]:
    """Who stands at word ``i`` and at what is joined to it by «and»; none of the mere public."""
    found: list[Found] = []
    for j in (*desk.sentence.coordinated(i), *_stranded(desk, i)):
        pair = desk.resolver.pair(desk.sentence, j, desk.page)
        direct = desk.resolver.resolve(desk.sentence, j, desk.page)
        if pair:
            found.extend(pair)
        elif direct is not None and _signs(direct):
            found.append(direct)
        elif desk.sentence.tokens[j].pos == "NOUN":
            owner = desk.resolver.owner(desk.sentence, j, desk.page)
            found.extend([owner] if owner is not None and _signs(owner) else [])
    return found


def _stranded(desk: Desk, i: int) -> tuple[int, ...]:
    """«entre le Japon et le Canada a été…»: the second of two, where the parser made it a subject."""
    sentence = desk.sentence
    after = max(desk.resolver.phrase(sentence, i)) + 1
    if after >= len(sentence.tokens) or sentence.tokens[after].pos != "CCONJ":
        return ()
    if sentence.tokens[i].case not in ("entre", "between"):
        return ()
    for token in sentence.tokens[after + 1 : after + 4]:
        if token.pos in ("NOUN", "PROPN"):
            return () if token.i in sentence.coordinated(i) else (token.i,)
    return ()


def nation_at(desk: Desk, i: int) -> list[Found]:
    """The state that an adjective of nationality or a name in front of a noun stands for."""
    found: list[Found] = []
    for j in desk.sentence.coordinated(i):
        token = desk.sentence.tokens[j]
        code = desk.resolver.country_of(desk.sentence, j)
        state = desk.resolver.registry.country(code) if code else None
        if state is not None:
            party = Party(
                name=state.name,
                entity_id=state.id,
                country=code,
                sector="GOV",
                text=token.text,
                start=token.start,
                end=token.end,
            )
            found.append(Found(party=party, via="owner"))
    return found


def parties_within(desk: Desk, within: range, leave: frozenset[int] = frozenset()) -> list[Found]:
    """Every party named among some tokens, in order."""
    found: list[Found] = []
    covered: set[int] = set()
    for i in within:
        token = desk.sentence.tokens[i]
        if i in leave or i in covered or token.dep in _NOT_A_PARTY_HEAD:
            continue
        if token.pos not in ("NOUN", "PROPN"):
            continue
        pair = desk.resolver.pair(desk.sentence, i, desk.page)
        one = desk.resolver.resolve(desk.sentence, i, desk.page)
        if pair:
            found.extend(pair)
        elif one is not None and _signs(one) and one.via not in ("pronoun", "bare"):
            found.append(one)
            start, end = one.party.start, one.party.end
            # «the president of Cuba» is one party, not the president and Cuba.
            covered |= {
                t.i for t in desk.sentence.tokens if start <= t.start and t.end <= end and t.i > i
            }
    return found


def _signs(found: Found) -> bool:
    party = found.party
    return party.sector in _AT_THE_TABLE and bool(party.country or party.entity_id or _local(party))


def _local(party: Party) -> bool:
    """Rebels and oppositions without a country are those of the page; a government is not."""
    return party.sector in ("OPP", "REB")


def distinct(found: Iterable[Found]) -> tuple[Party, ...]:
    """The parties, each country's government, each other side and each organisation once."""
    kept: dict[tuple[str | None, str | None], Party] = {}
    for item in found:
        party = item.party
        whole = party.country if party.country and len(party.country) == 3 else None
        own_name = party.entity_id if party.sector in ("REB", "IGO", "NGO") else None
        kept.setdefault((own_name or whole or party.name, party.sector), party)
    return tuple(kept.values())
