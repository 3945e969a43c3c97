"""Rows of names: «Paris, Madrid, Londres et Berlin» is one coordination whatever the parser says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from statuquo.entities.gazetteer import Hit

_ARTICLE = r"(?:(?:l['’]|d['’]|le |la |les |the |el |los |las |du |de la |de |des |del |a |al |à |au |aux )*)"
_COMMA = re.compile(rf"\s*,\s+{_ARTICLE}", re.IGNORECASE)
_AND = re.compile(
    rf"\s*,?\s+(?:et|and|y|e|as well as|ainsi que|así como)\s+{_ARTICLE}", re.IGNORECASE
)


def rows(text: str, hits: Iterable[Hit]) -> list[tuple[Hit, ...]]:
    """Names that stand in a row with commas and a final «et», in the order of the text.

    Args:
        text: the sentence.
        hits: names found in it, from left to right.

    >>> text = "L'Espagne, la France et le Pérou"
    >>> found = [Hit(2, 9, ("country:ESP",), "name"), Hit(14, 20, ("country:FRA",), "name"),
    ...          Hit(27, 32, ("country:PER",), "name")]
    >>> [len(row) for row in rows(text, found)]
    [3]
    """
    names = [hit for hit in hits if hit.kind == "name"]
    found: list[tuple[Hit, ...]] = []
    current: list[Hit] = names[:1]
    for before, hit in pairwise(names):
        between = text[before.end : hit.start]
        if _AND.fullmatch(between):
            found.append((*current, hit))
            current = [hit]
        elif _COMMA.fullmatch(between):
            current.append(hit)
        else:
            current = [hit]
    return [row for row in found if len(row) > 1]
