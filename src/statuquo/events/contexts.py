"""PLOVER contexts of a sentence, from the frame and from cue words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from statuquo.data import DATA, load_toml
from statuquo.language.grammar import Sentence
from statuquo.reports.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Contexts:
    """Cue words of one language: lemma → contexts."""

    cues: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, lang: Language, folder: Path = DATA / "contexts") -> Contexts:
        """Read the cue words.

        Raises:
            DataError: the file is missing or wrong.
        """
        cues: dict[str, list[str]] = defaultdict(list)
        for context, lemmas in load_toml(folder / f"{lang}.toml").data.get("contexts", {}).items():
            for lemma in lemmas:
                cues[lemma].append(context)
        return cls(cues={lemma: tuple(found) for lemma, found in cues.items()})

    def of(self, sentence: Sentence, own: Iterable[str]) -> tuple[str, ...]:
        """The contexts of an event, sorted: the frame's own, and those that two cue words share or
        one clear cue names."""
        found = set(own)
        for token in sentence.tokens:
            found.update(self.cues.get(token.lemma, ()))
        return tuple(sorted(found))
