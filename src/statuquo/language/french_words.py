"""Lists of French words that the repairs of the parse go by, from the data of the language."""

from __future__ import annotations

from functools import cache

from statuquo.data import DATA, load_toml


@cache
def listed(kind: str, name: str) -> frozenset[str]:
    """The lemmas of one list in ``data/language/fr.toml``.

    Args:
        kind: its table, ``nouns`` or ``verbs``.
        name: its key there.

    >>> "juin" in listed("nouns", "months")
    True
    """
    return frozenset(load_toml(DATA / "language" / "fr.toml").data[kind][name])
