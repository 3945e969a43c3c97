"""The gate ahead of the parser: which sentences have the words for an act at all.

Most sentences of a newspaper hold no political act, and to parse one costs a hundred times what it
costs to look for the words that an act needs. One automaton (Aho–Corasick) finds in one pass how
words begin; what they may be forms of is told in `statuquo.language.forms`. A sentence is let
through when it has all the words of at least one of the `Need`s that it was made with: it may hold an act.
Any other holds none, whatever the parser would say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Set
from typing import Any, NamedTuple

from statuquo.language.forms import Start, plain, without_clitics

PARTY = "#party"
"""Stands for any word that mentions somebody: «ministre», «russe», "they"."""


_MOST_KNOWN = 200_000
"""Words whose lemmas are kept; about 50 MB."""
_IDIOMS = (" sin embargo ", " etats unis ", " estados unidos ")
"""Fixed expressions whose words never tell an act: no embargo, and no union."""


class Need(NamedTuple):
    """Words that one way to tell an act takes.

    Args:
        head: the lemma that tells it.
        beside: groups of lemmas; one of each group must stand in the same sentence.
        party: whether somebody who may be a party must be mentioned in it too.
        mode: the mode of the act, where it has one.
    """

    head: str
    beside: tuple[frozenset[str], ...] = ()
    party: bool = False
    mode: str | None = None


class Gate:
    """Tells sentences that could hold an act from those that cannot.

    Args:
        needs: the ways to tell an act.
        starts: how the forms of the lemmas of `needs` begin; those of `PARTY` are the words that
            mention somebody.
        named: whether a sentence names somebody; asked only where nothing else decides.
        clitics: whether pronouns may be joined to a form, as Spanish has it.

    >>> from statuquo.language.forms import Start
    >>> gate = Gate(
    ...     [Need("lift", (frozenset({"ban", "sanction"}),), party=True)],
    ...     [Start("lift", "lift", frozenset({"", "ed"})), Start("ban", "ban", frozenset({"", "s"}))],
    ...     named=lambda text: "Oslo" in text,
    ... )
    >>> gate.opens("Oslo lifted both bans."), gate.opens("Bans lifted"), gate.opens("Oslo banned")
    (True, False, False)
    """

    def __init__(
        self,
        needs: Iterable[Need],
        starts: Iterable[Start],
        *,
        named: Callable[[str], bool] = lambda text: False,
        clitics: bool = False,
    ) -> None:
        import ahocorasick

        self._needs: dict[str, list[Need]] = defaultdict(list)
        for need in dict.fromkeys(needs):
            self._needs[need.head].append(need)
        begun: dict[str, dict[frozenset[str], list[str]]] = defaultdict(lambda: defaultdict(list))
        for start in starts:
            begun[f" {start.text}"][start.endings].append(start.lemma)
        self._of_words: Any = ahocorasick.Automaton()
        self._of_several: Any = ahocorasick.Automaton()
        for text, known in begun.items():
            several = " " in text[1:]
            (self._of_several if several else self._of_words).add_word(
                text, tuple((endings, tuple(lemmas)) for endings, lemmas in known.items())
            )
        self._of_words.make_automaton()
        self._of_several.make_automaton()
        self._known: dict[str, frozenset[str]] = {}
        self._named = named
        self._clitics = clitics

    def opens(
        self,
        text: str,
        lemmas: Set[str] | None = None,
        modes: Collection[str | None] | None = None,
    ) -> bool:
        """Whether the sentence has the words of an act.

        Args:
            text: the sentence.
            lemmas: what `lemmas` gives of it, where that is known.
            modes: the modes that are asked for; any when None.
        """
        found = self.lemmas(text) if lemmas is None else lemmas
        told = [
            need
            for lemma in found
            for need in self._needs.get(lemma, ())
            if (modes is None or need.mode in modes)
            and all(not group.isdisjoint(found) for group in need.beside)
        ]
        if not told:
            return False
        return not all(need.party for need in told) or PARTY in found or self._named(text)

    def lemmas(self, text: str) -> set[str]:
        """The lemmas of which words of a sentence may be forms, among those the gate knows."""
        words = f" {plain(text)} "
        for idiom in _IDIOMS:
            words = words.replace(idiom, " ")
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        found: set[str] = set()
        for word in words.split():
            known = self._known.get(word)
            if known is None:
                known = self._known[word] = frozenset(self._begun(self._of_words, f" {word} "))
            found |= known
        if self._of_several:
            found.update(self._begun(self._of_several, words))
        return found

    def _begun(self, starts: Any, words: str) -> Iterator[str]:
        """The lemmas whose forms begin somewhere in some words and end with one of them."""
        for last, known in starts.iter(words):
            rest = words[last + 1 : words.index(" ", last + 1)]
            bare = without_clitics(rest) if self._clitics and rest else None
            for endings, lemmas in known:
                if (rest in endings if endings else not rest) or (
                    bare is not None and bare in endings
                ):
                    yield from lemmas
