"""Which sentences of a report are read when only its events are wanted.

Those that tell an event by themselves, as far as their grammar says; and the sentences that their words
may point back to: the ones just before («il», «ce dernier», a subject left unsaid) and those that name
the same names («Chavarro», told in full further up). The others are not read at all: what they
would tell the page is little, and told again where it matters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from statuquo.language.pipelines import Raw

_BEFORE = 3
"""Sentences before an act that are read for its pronouns."""
_DENSE = 0.5
_FEW = 3
_NAME = re.compile(r"\b[^\W\d_a-zà-öø-ÿœ][\w'’-]{2,}")
_WORD = re.compile(r"\b[a-zà-öø-ÿœ]\w+")


def is_dense(
    raw: Sequence[Raw],
    opened: Sequence[Raw],
    known: Callable[[str], Iterable[tuple[int, int]]],
) -> bool:
    """Whether most sentences of a report may tell an act and name somebody known: to look twice at each
    would cost more than it saves (docs/performance.md), so it is read whole.

    Args:
        raw: the sentences of the report.
        opened: those that the gate lets through.
        known: spans of the known names in a sentence.
    """
    least = max(_FEW, _DENSE * len(raw))
    return len(opened) > least and sum(any(known(one.text)) for one in opened) > least


def pointed_at(
    raw: Sequence[Raw],
    acts: Iterable[int],
    parsed: Collection[int],
    known: Callable[[str], Iterable[tuple[int, int]]] = lambda text: (),
) -> list[int]:
    """The sentences, besides those parsed, that sentences with acts may point back to, in order.

    Args:
        raw: the sentences of the report.
        acts: numbers of those that tell an event.
        parsed: numbers of those that are parsed already.
        known: spans of the names in a sentence that mean the same whatever stands before it.

    >>> raw = [Raw(text, 0, "paragraph", n) for n, text in enumerate(
    ...     ["Ana Chavarro leads the union.", "It rained.", "The sun set.", "He spoke.", "All sat.",
    ...      "Chavarro was held."])]
    >>> pointed_at(raw, [5], [5])
    [0, 2, 3, 4]
    """
    wanted: set[int] = set()
    common: frozenset[str] | None = None
    for act in acts:
        wanted.update(range(max(0, act - _BEFORE), act))
        common = common or frozenset(word for item in raw for word in _WORD.findall(item.text))
        text = raw[act].text
        spans = list(known(text))
        names = {
            match[0]
            for match in _NAME.finditer(text)
            if match[0].lower() not in common
            and not any(start <= match.start() < end for start, end in spans)
        }
        if names:
            wanted.update(n for n in range(act) if names & set(_NAME.findall(raw[n].text)))
    return sorted(wanted.difference(parsed))


def named_again(text: str) -> frozenset[str]:
    """Words that look like names and stand in a report more than once: the first time may say who it is.

    >>> sorted(named_again("Ana Chavarro leads the union. The sun set. Chavarro was held by the army."))
    ['Chavarro']
    """
    common = set(_WORD.findall(text))
    counted = Counter(_NAME.findall(text))
    return frozenset(
        name for name, times in counted.items() if times > 1 and name.lower() not in common
    )
