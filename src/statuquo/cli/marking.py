"""A sentence with the words marked that an event rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words and what they are to the event; offsets index the sentence."""

    start: int
    end: int
    label: str


def segments(sentence: str, marks: Iterable[Mark]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sentence cut where marks begin and end, each piece with its labels.

    Marks may overlap or lie outside the sentence; what is outside is left away.

    >>> marks = [Mark(start=0, end=6, label="actor"), Mark(start=0, end=6, label="speaker")]
    >>> list(segments("Moscou confirme.", marks))
    [('Moscou', ('actor', 'speaker')), (' confirme.', ())]
    """
    inside = [mark for mark in marks if mark.start < len(sentence) and mark.end > 0]
    cuts = {0, len(sentence)}
    for mark in inside:
        cuts |= {max(mark.start, 0), min(mark.end, len(sentence))}
    for start, end in pairwise(sorted(cuts)):
        labels = (mark.label for mark in inside if mark.start < end and mark.end > start)
        yield sentence[start:end], tuple(dict.fromkeys(labels))


def bracketed(sentence: str, marks: Iterable[Mark]) -> str:
    """The sentence with each marked piece in brackets, for where there are no colours.

    >>> bracketed("Moscou confirme.", [Mark(start=0, end=6, label="actor")])
    '[Moscou: actor] confirme.'
    """
    return "".join(
        f"[{piece}: {', '.join(labels)}]" if labels else piece
        for piece, labels in segments(sentence, marks)
    )
