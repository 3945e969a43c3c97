"""Which act a sentence tells between two given parties: the door for people who check records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from statuquo.entities.page import Page
from statuquo.entities.resolve import Found
from statuquo.events.drafting import Draft, relaxed
from statuquo.events.matcher import Matcher
from statuquo.events.ontology import Ontology
from statuquo.language.grammar import Sentence

Offsets = tuple[int, int]


def best_relation(
    read: Sequence[tuple[Sentence, Sequence[Draft]]],
    matcher: Matcher,
    ontology: Ontology,
    page: Page,
    actor: Offsets,
    recipient: Offsets,
    speaker_in: Callable[[Sentence, int], Found | None],
) -> tuple[Sentence, Draft] | None:
    """The draft that best tells what the actor did to the recipient, with the parties set to them.

    Drafts that have both parties in their roles come first; then acts whose trigger stands on the
    grammatical way between the two; then acts that have one of them. Among equals the one nearest
    to both parties wins.
    """
    ranked: list[tuple[float, int, Sentence, Draft]] = []
    order = 0
    for sentence, drafts in read:
        if not _touches(sentence, actor) and not _touches(sentence, recipient):
            continue
        every = [
            *drafts,
            *relaxed(sentence, matcher, ontology, page, partial(speaker_in, sentence)),
        ]
        for item in every:
            order += 1
            ranked.append((_rank(sentence, item, actor, recipient), -order, sentence, item))
    if not ranked:
        return None
    _, _, sentence, item = max(ranked, key=lambda entry: entry[:2])
    return sentence, replace(
        item,
        actors=_given(page, actor),
        recipients=_given(page, recipient),
    )


def _rank(sentence: Sentence, item: Draft, actor: Offsets, recipient: Offsets) -> float:
    doing = _holds(item.actors, actor)
    done_to = _holds(item.recipients, recipient)
    two_way = item.match.frame.two_way and _holds(item.actors, recipient)
    reversed_ = _holds(item.actors, recipient) and not two_way
    score = 4.0 * doing + 4.0 * (done_to or two_way) - 2.0 * reversed_
    heads = [_head(sentence, span) for span in (actor, recipient)]
    i = item.match.i
    if heads[0] is not None and heads[1] is not None:
        way, top = _way(sentence, heads[0], heads[1])
        score += 2.0 * (i in way) + 1.0 * (i == top) + 0.5 * (sentence.tokens[i].head in way)
        if i not in way and _apart(sentence, i, heads):
            score -= 1.5
        distance = min(abs(i - heads[0]), 30) + min(abs(i - heads[1]), 30)
        score -= distance / 60
    score += 0.1 * item.match.pattern.weight
    if item.match.kind == "verb":
        score += 0.4
    depth = sum(1 for _ in sentence.above(i))
    return score - 0.05 * depth


def _apart(sentence: Sentence, i: int, heads: Sequence[int | None]) -> bool:
    """Whether the trigger stands in a side clause that holds neither party."""
    for token in (sentence.tokens[i], *sentence.above(i)):
        if token.dep in ("relcl", "advcl", "acl"):
            return not any(head in sentence.subtree(token.i) for head in heads)
    return False


def _holds(found: Iterable[Found], span: Offsets) -> bool:
    return any(item.party.start < span[1] and span[0] < item.party.end for item in found)


def _touches(sentence: Sentence, span: Offsets) -> bool:
    return sentence.start < span[1] and span[0] < sentence.end


def _head(sentence: Sentence, span: Offsets) -> int | None:
    """The word of the span that hangs on something outside it."""
    inside = [t for t in sentence.tokens if span[0] <= t.start < span[1]]
    for token in inside:
        head = sentence.tokens[token.head]
        if head.i == token.i or not span[0] <= head.start < span[1]:
            if token.pos not in ("PUNCT", "DET", "ADP"):
                return token.i
    return inside[-1].i if inside else None


def _way(sentence: Sentence, a: int, b: int) -> tuple[set[int], int | None]:
    """The words on the shortest way between two in the tree, and the topmost of them."""
    up_a = [a, *(t.i for t in sentence.above(a))]
    up_b = [b, *(t.i for t in sentence.above(b))]
    common = next((i for i in up_a if i in up_b), None)
    if common is None:
        return set(up_a) | set(up_b), None
    return set(up_a[: up_a.index(common) + 1]) | set(up_b[: up_b.index(common) + 1]), common


def _given(page: Page, span: Offsets) -> tuple[Found, ...]:
    return tuple(
        Found(party=party, via="given") for party in page.given if (party.start, party.end) == span
    )
