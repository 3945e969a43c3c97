"""A token while the grammar view is being made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Node:
    """A token while the view is being made."""

    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    feats: dict[str, str]
    ent: str | None
    tag: str
    case: str | None = None
    mark: str | None = None


def children_of(nodes: list[Node]) -> list[list[int]]:
    """For each node, the nodes that hang on it, in order."""
    below: list[list[int]] = [[] for _ in nodes]
    for i, node in enumerate(nodes):
        if node.head != i:
            below[node.head].append(i)
    return below
