"""Who says so: reporting verbs, «selon», and quotations with their speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from statuquo.entities.model import Party
from statuquo.entities.page import Page
from statuquo.entities.resolve import Found, Resolver
from statuquo.events.lexicon import Lexicon
from statuquo.events.record import Attribution
from statuquo.language.grammar import NOMINAL, Sentence, Token

_HOLE = 3
_QUOTING = frozenset({"cite", "quote", "citer", "citar"})
_ISSUING = frozenset({"issue", "release"})
_SHARES = frozenset({"part", "parte", "lado", "côté"})
"""«pour sa part» names no source."""
_QUOTE = re.compile(r"[«»“”„\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A reporting verb (or «selon») of a sentence and its speaker.

    Args:
        i: index of the verb, or of the speaker's noun for «selon».
        verb: its lemma, or the preposition.
        speaker: who speaks.
        content: index of the word that heads what is said, or None when it is a quotation apart.
    """

    i: int
    verb: str
    speaker: Found
    content: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks, offsets within the sentence.

    Args:
        start: after the opening mark, or 0 when the quotation began in an earlier sentence.
        end: before the closing mark, or the sentence's length when it goes on.
        opened: whether its opening mark stands in this sentence.
        closed: whether its closing mark does.
    """

    start: int
    end: int
    opened: bool
    closed: bool


def quotations(text: str, *, open_before: bool = False) -> list[Quotation]:
    """The quotations of a sentence, nested ones as part of the outer.

    Marks of all kinds are taken in turn as opening and closing, since pages mix them.

    >>> quotations("Il a dit « non » hier.")
    [Quotation(start=10, end=15, opened=True, closed=True)]
    """
    found: list[Quotation] = []
    start: int | None = 0 if open_before else None
    opened = False
    for match in _QUOTE.finditer(text):
        mark, at = match[0], match.start()
        if start is None and mark not in "»":
            start, opened = at + 1, True
        elif start is not None and not (mark in "«" and opened):
            found.append(Quotation(start=start, end=at, opened=opened, closed=True))
            start, opened = None, False
    if start is not None:
        found.append(Quotation(start=start, end=len(text), opened=opened, closed=False))
    return found


def speeches(
    sentence: Sentence,
    resolver: Resolver,
    lexicon: Lexicon,
    page: Page,
    quotes: list[Quotation],
) -> list[Speech]:
    """Every reporting verb and «selon» of a sentence that has a speaker, in order."""
    found: list[Speech] = []
    quoted = bool(quotes)
    for token in sentence.tokens:
        if sentence.is_verb(token.i) and _reports(sentence, token, lexicon, quoted=quoted):
            speaker = _speaker(sentence, token, resolver, page, quotes, found)
            content = _content(sentence, token)
            if speaker is not None and (content is not None or _beside(sentence, token, quotes)):
                found.append(Speech(i=token.i, verb=token.lemma, speaker=speaker, content=content))
        elif sentence.is_verb(token.i) and _issues_statement(sentence, token):
            speaker = _speaker(sentence, token, resolver, page, quotes, found)
            if speaker is not None:  # whose words the quotation behind it is
                found.append(Speech(i=token.i, verb=token.lemma, speaker=speaker, content=None))
        elif token.pos in NOMINAL and token.dep in ("obl", "nmod", "advmod", "dep", "root"):
            case = token.case or ""
            if case in lexicon.speech.get("according", ()) and _is_source(sentence, token):
                speaker = _named_or_owner(sentence, token.i, resolver, page)
                if speaker is not None and token.dep != "root":
                    content = _said_whole(sentence, token)
                    found.append(Speech(i=token.i, verb=case, speaker=speaker, content=content))
                    for kid in sentence.kids(token.i, "acl", "advcl"):
                        for i in sentence.kids(kid.i, "obj") if kid.lemma in _QUOTING else ():
                            inner = _named_or_owner(sentence, i.i, resolver, page)
                            if inner is not None:  # «selon l'AFP, citant la police»
                                found.append(
                                    Speech(i=i.i, verb=kid.lemma, speaker=inner, content=content)
                                )
    if quotes and not quotes[-1].closed:  # whoever is quoted goes on speaking after whom he cites
        return sorted(found, key=lambda speech: not _inside(sentence, speech.i, quotes[-1]))
    return found


def _issues_statement(sentence: Sentence, token: Token) -> bool:
    """ "The senator **issued a statement** on the vote. "I am …"" """
    return token.lemma in _ISSUING and any(
        kid.lemma == "statement" for kid in sentence.kids(token.i, "obj")
    )


def _said_whole(sentence: Sentence, token: Token) -> int:
    """What «…, selon X» holds for: what it hangs on, or after a comma the whole clause around it."""
    first = sentence.subtree(token.i)[0]
    if first == 0 or sentence.tokens[first - 1].text != ",":
        return token.head
    top = token.head
    for above in (sentence.tokens[token.head], *sentence.above(token.head)):
        if sentence.is_verb(above.i):
            top = above.i
            if above.dep not in ("relcl", "acl", "advcl"):
                break
    return top


def attribute(
    sentence: Sentence,
    i: int,
    spoken: list[Speech],
    quotes: list[Quotation],
    page: Page,
) -> tuple[Attribution, ...]:
    """Who asserts the act at word ``i``, outermost speaker first.

    Args:
        sentence: the sentence.
        i: the trigger.
        spoken: `speeches` of the sentence.
        quotes: `quotations` of the sentence.
        page: whose open quotation the sentence may continue.
    """
    token = sentence.tokens[i]
    at = token.start - sentence.start
    quote = next((q for q in quotes if q.start <= at < q.end), None)
    path = {i: 0, **{above.i: n for n, above in enumerate(sentence.above(i), 1)}}
    found: list[tuple[int, Attribution]] = []
    for speech in spoken:
        if speech.i == i or _speaks_with(sentence, speech, i):
            continue
        depth = _reach(sentence, speech, path)
        if depth is None and quote is not None and speech.content is None:
            depth = 50
        if depth is None and quote is not None and not _inside(sentence, speech.i, quote):
            if not any(_reach(sentence, other, path) is not None for other in spoken):
                depth = 40
        if depth is not None:
            found.append(
                (
                    depth,
                    Attribution(
                        speaker=speech.speaker.party, verb=speech.verb, quoted=quote is not None
                    ),
                )
            )
    found.sort(key=lambda item: -item[0])
    found = [
        item
        for n, item in enumerate(found)
        if n == 0 or item[1].speaker.name != found[n - 1][1].speaker.name
    ]
    if not found and quote is not None and page.speaker is not None:
        if not quote.opened or quote.end - quote.start > 0.6 * len(sentence.text):
            return (Attribution(speaker=page.speaker, verb=None, quoted=True),)
    return tuple(attribution for _, attribution in found)


def _inside(sentence: Sentence, i: int, quote: Quotation) -> bool:
    return quote.start <= sentence.tokens[i].start - sentence.start < quote.end


def _speaks_with(sentence: Sentence, speech: Speech, i: int) -> bool:
    """Whether the act is the reporting verb's own noun or its subject's: no attribution then."""
    return speech.i in sentence.roles(i).get("comp", ()) and sentence.tokens[speech.i].head == i


def _reach(sentence: Sentence, speech: Speech, path: dict[int, int]) -> int | None:
    """How far up the act's way the speech governs it, or None when it does not."""
    tokens = sentence.tokens
    if speech.content is not None and speech.content in path:
        return path[speech.content] + 1
    verb = tokens[speech.i]
    if speech.i in path:
        # the way up must come through the verb's content, not through its subject
        below = [i for i, n in path.items() if n == path[speech.i] - 1]
        if below and tokens[below[0]].dep in ("subj", "subj:pass", "agent", "obl", "nmod"):
            return None
        return path[speech.i]
    if verb.dep in ("parataxis", "dep") and verb.head in path:
        return path[verb.head] + 1
    return None


def _reports(sentence: Sentence, token: Token, lexicon: Lexicon, *, quoted: bool) -> bool:
    speech = lexicon.speech
    reflexive = f"se {token.lemma}"
    names = {token.lemma, reflexive} if sentence.is_reflexive(token.i) else {token.lemma}
    if names & (speech.get("verbs", frozenset()) | speech.get("doubt", frozenset())):
        return True
    denied = any(modality == "denied" for modality, _ in lexicon.operators_of(token.lemma))
    if denied:
        return True
    if names & speech.get("quoting", frozenset()):
        inserted = token.dep == "parataxis" and bool(sentence.kids(token.i, "subj"))
        return (
            quoted
            or inserted
            or any(
                kid.feats.get("VerbForm") == "Fin" or kid.mark in ("that", "que")
                for kid in sentence.kids(token.i, "comp", "parataxis")
            )
        )
    return False


def _is_source(sentence: Sentence, token: Token) -> bool:
    """«Pour Paris, …» names a speaker at the head of a sentence only; «selon» does anywhere."""
    if token.case not in ("for", "pour", "para", "to", "à"):
        return True
    first = next((t for t in sentence.tokens if t.pos != "PUNCT"), None)
    if first is None or first.lemma != token.case:
        return False
    if token.lemma in _SHARES:
        return False
    after = [t for t in sentence.tokens[token.i + 1 :] if t.pos == "PUNCT"]
    return bool(after) and after[0].text == ","


def _beside(sentence: Sentence, verb: Token, quotes: list[Quotation]) -> bool:
    """Whether a verb without a clause of its own stands next to a whole quotation, outside it."""
    at = verb.start - sentence.start
    for quote in quotes:
        if quote.end - quote.start < 15 or quote.start <= at < quote.end:
            continue
        between = (
            sentence.text[quote.end : at] if at > quote.end else sentence.text[at : quote.start]
        )
        if len(between.split()) <= 8:
            return True
    return False


def _content(sentence: Sentence, verb: Token) -> int | None:
    for kid in sentence.kids(verb.i, "comp", "xcomp", "parataxis"):
        if sentence.is_verb(kid.i) or sentence.kids(kid.i, "cop", "subj"):
            return kid.i
    if verb.dep == "parataxis" and verb.head != verb.i and not sentence.kids(verb.i, "obj"):
        return verb.head
    if verb.dep == "advcl" and verb.mark in ("comme", "as", "como", "según"):
        return verb.head
    return None


def _speaker(
    sentence: Sentence,
    verb: Token,
    resolver: Resolver,
    page: Page,
    quotes: list[Quotation],
    before: list[Speech],
) -> Found | None:
    """The subject of a reporting verb, inverted or inherited («…, ajoutant que»)."""
    passive = sentence.is_passive(verb.i)
    if verb.dep in ("advcl", "conj", "xcomp") and not sentence.kids(verb.i, "subj", "subj:pass"):
        for speech in before:
            if speech.i == verb.head:
                return speech.speaker
    if not sentence.kids(verb.i, "subj", "subj:pass") and _beside(sentence, verb, quotes):
        # «…», a confirmé l'ambassadeur: the parser takes the inverted subject for an object
        late = [
            behind
            for told in sentence.kids(verb.i, "obl", "iobj")
            for behind in sentence.kids(told.i, "appos", "conj")
        ]  # «a confié, à Reuters, **le directeur**»
        for kid in (*sentence.kids(verb.i, "obj", "comp", "xcomp", "obl"), *late):
            if kid.i > verb.i and kid.case is None and kid.pos in ("NOUN", "PROPN"):
                found = resolver.resolve(sentence, kid.i, page)
                if found is None and kid in late:
                    found = _named_or_owner(sentence, kid.i, resolver, page)
                if found is not None:
                    return found
    subjects = (
        sentence.roles(verb.i).get("subj", ()) if passive else sentence.surface_subject(verb.i)
    )
    for i in subjects:
        found = _named_or_owner(sentence, i, resolver, page)
        if found is not None:
            return found
    return None


def _named_or_owner(sentence: Sentence, i: int, resolver: Resolver, page: Page) -> Found | None:
    found = resolver.resolve(sentence, i, page)
    if found is not None:
        return found
    owner = resolver.owner(sentence, i, page)
    if owner is not None:
        return owner
    token = sentence.tokens[i]
    if token.pos in ("NOUN", "PROPN") and "://" not in token.text:
        return _somebody(sentence, i, resolver)
    return None


def _somebody(sentence: Sentence, i: int, resolver: Resolver) -> Found:
    """A speaker of whom nothing is known but the words."""
    phrase = resolver.phrase(sentence, i)
    first, last = sentence.tokens[phrase[0]], sentence.tokens[phrase[-1]]
    words = sentence.words(phrase)
    return Found(party=Party(name=words, text=words, start=first.start, end=last.end), via="bare")


def content_words(
    sentence: Sentence, speech: Speech, quotes: list[Quotation]
) -> tuple[str, int, int] | None:
    """What is said: the quotation if there is one, else the clause, with offsets in the report."""
    for quote in quotes:
        apart = speech.content is not None and not _inside(sentence, speech.content, quote)
        if not apart and not _inside(sentence, speech.i, quote) and _says(sentence, quote):
            start, end = _trim(sentence.text, quote.start, quote.end)
            return sentence.text[start:end], sentence.start + start, sentence.start + end
    if speech.content is None:
        return None
    below = sentence.subtree(speech.content)
    if speech.i in below:
        own = set(sentence.subtree(speech.i))
        below = [j for j in below if j not in own]
    below = [j for j in below if sentence.tokens[j].pos != "PUNCT"] or below
    if not below:
        return None
    below = _longest_run(below)
    first, last = sentence.tokens[below[0]], sentence.tokens[below[-1]]
    return sentence.words(below), first.start, last.end


def _longest_run(indices: list[int]) -> list[int]:
    """The longest stretch without a hole of more than a mark: what the speaker's own words left."""
    runs: list[list[int]] = [[]]
    for i in indices:
        if runs[-1] and i - runs[-1][-1] > _HOLE:
            runs.append([])
        runs[-1].append(i)
    return max(runs, key=len)


def _says(sentence: Sentence, quote: Quotation) -> bool:
    """Whether a quotation says something, or only puts a word between marks."""
    inside = [t for t in sentence.tokens if quote.start <= t.start - sentence.start < quote.end]
    return len(inside) >= 6 or any(t.pos in ("VERB", "AUX") for t in inside)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def open_after(quotes: list[Quotation]) -> bool:
    """Whether a quotation goes on in the next sentence."""
    return bool(quotes) and not quotes[-1].closed
