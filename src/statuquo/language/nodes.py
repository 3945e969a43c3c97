"""A token while the grammar view is being made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(slots=True)
class Node:
    """A token while the view is being made."""

    text: str
    lower: str
    lemma: str
    pos: str
    dep: str
    head: int
    feats: Mapping[str, str]
    ent: str | None
    tag: str
    case: str | None = None
    mark: str | None = None


Below = tuple[tuple[int, ...], ...]
"""For each node of a sentence, the nodes that hang on it."""


class Nodes(list[Node]):
    """The nodes of a sentence, which know what hangs on which until one is hung elsewhere."""

    __slots__ = ("_below", "_heads")

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        super().__init__(nodes)
        self._heads: list[int] = []
        self._below: Below = ()

    def below(self) -> Below:
        """For each node, the nodes that hang on it, in order."""
        heads = [node.head for node in self]
        if heads != self._heads:
            self._heads, self._below = heads, _below(heads)
        return self._below


def children_of(nodes: list[Node]) -> Below:
    """For each node, the nodes that hang on it, in order."""
    return nodes.below() if isinstance(nodes, Nodes) else _below([node.head for node in nodes])


def _below(heads: list[int]) -> Below:
    below: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            below[head].append(i)
    return tuple(map(tuple, below))
