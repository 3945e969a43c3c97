"""The language models: found, loaded when first needed, owned by whoever asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any, NamedTuple

from statuquo.language.accents import Accents
from statuquo.language.cutting import with_learned_signs
from statuquo.language.grammar import Sentence
from statuquo.language.models import NAMES, installed, load, one_thread, version
from statuquo.language.views import Word, view
from statuquo.reports.model import Language

_MOST_WORDS = 50_000
"""Words that stay in the tables of a model: those of some 3,000 reports, about 40 MB."""
_TOGETHER = 512
"""Sentences that the models read together; more are no quicker."""
_MOST_LEMMAS = 200_000
"""Words whose lemmas and labels are kept; about 100 MB."""
_SHORTEST_HEADLINE = 12
"""Shorter texts in capitals are acronyms."""


class Raw(NamedTuple):
    """A sentence before parsing: where it stands and in which kind of block."""

    text: str
    start: int
    kind: str
    number: int


class Pipelines:
    """spaCy pipelines by language, each loaded when a text first asks for it.

    Args:
        support: lemmas of support verbs by language, handed to each `Sentence`.
        forms: corrections of wrong lemmas by language (form → lemma).
        compounds: hyphenated lemmas by language.
        inverse: inverse support verbs by language.
        verbs: verbs of the lexicon by language.
        recased: gives a text in capitals its usual letters, or None; models read no capitals.
        accents: gives back lost accents, by language.
    """

    def __init__(
        self,
        *,
        support: Mapping[Language, frozenset[str]] | None = None,
        forms: Mapping[Language, dict[str, str]] | None = None,
        compounds: Mapping[Language, frozenset[str]] | None = None,
        inverse: Mapping[Language, frozenset[str]] | None = None,
        verbs: Mapping[Language, frozenset[str]] | None = None,
        recased: Callable[[str, Language], str] | None = None,
        accents: Mapping[Language, Accents] | None = None,
    ) -> None:
        self._support = support or {}
        self._forms = forms or {}
        self._compounds = compounds or {}
        self._inverse = inverse or {}
        self._verbs = verbs or {}
        self._recased = recased
        self._accents = accents or {}
        self._loaded: dict[Language, Any] = {}
        self._versions: dict[Language, str] = {}
        self._words: dict[Language, dict[tuple[int, ...], Word]] = {"fr": {}, "en": {}, "es": {}}

    def model(self, lang: Language) -> str:
        """Name and version of the model used for a language.

        Raises:
            ModelError: no model of that language is installed.
        """
        if lang not in self._versions:
            self._versions[lang] = version(lang)
        return self._versions[lang]

    def lookups(self, lang: Language) -> Any:
        """The tables by which the model of a language finds lemmas.

        Raises:
            ModelError: no model of that language is installed.
        """
        return self._pipeline(lang).get_pipe("lemmatizer").lookups

    def parse(
        self, sentences: Iterable[Raw], lang: Language, *, batch_size: int = _TOGETHER
    ) -> Iterator[Sentence]:
        """Parse sentences of one language, in order.

        Raises:
            ModelError: no model of that language is installed.
        """
        with self._zone(lang) as pipeline:
            for doc, raw in self._docs(pipeline, sentences, lang, batch_size):
                yield self._view(doc, raw, lang)

    @contextmanager
    def in_steps(self, lang: Language) -> Iterator[Steps]:
        """Parse sentences of one language for their grammar first, and for names where it is worth it.

        Raises:
            ModelError: no model of that language is installed.
        """
        with self._zone(lang) as pipeline:
            yield Steps(
                docs=lambda raws, disable: (
                    doc for doc, _ in self._docs(pipeline, raws, lang, disable=disable)
                ),
                named=pipeline.get_pipe(NAMES).pipe,
                view=lambda doc, raw: self._view(doc, raw, lang),
            )

    @contextmanager
    def _zone(self, lang: Language) -> Iterator[Any]:
        """Words met first stay in the model's tables, and are quicker to read when they come again; once
        these are full, what further words leave in them goes with their texts: memory stays flat."""
        pipeline = self._pipeline(lang)
        full = len(pipeline.vocab) > _MOST_WORDS
        with one_thread(), pipeline.memory_zone() if full else nullcontext():
            yield pipeline
        for kept in (pipeline.get_pipe("lemmatizer").cache, self._words[lang]):
            if len(kept) > _MOST_LEMMAS:
                kept.clear()

    def _docs(
        self,
        pipeline: Any,
        sentences: Iterable[Raw],
        lang: Language,
        batch_size: int = _TOGETHER,
        disable: Sequence[str] = (),
    ) -> Iterator[tuple[Any, Raw]]:
        texts = ((self._readable(raw.text, lang), raw) for raw in sentences)
        found: Iterator[tuple[Any, Raw]] = pipeline.pipe(
            texts, as_tuples=True, batch_size=batch_size, disable=list(disable)
        )
        return found

    def _view(self, doc: Any, raw: Raw, lang: Language) -> Sentence:
        return view(
            doc,
            text=raw.text,
            lang=lang,
            start=raw.start,
            kind=raw.kind,
            index=raw.number,
            support=self._support.get(lang, frozenset()),
            forms=self._forms.get(lang),
            compounds=self._compounds.get(lang, frozenset()),
            inverse=self._inverse.get(lang, frozenset()),
            verbs=self._verbs.get(lang, frozenset()),
            words=self._words[lang],
        )

    def _readable(self, text: str, lang: Language) -> str:
        """The text as the model can read it: of the same length, letter for letter."""
        readable = with_learned_signs(text, lang)
        if self._recased is not None and text.isupper() and len(text) >= _SHORTEST_HEADLINE:
            readable = self._recased(text, lang)
        if lang in self._accents:
            readable = self._accents[lang].restored(readable)
        return readable if len(readable) == len(text) else text

    def _pipeline(self, lang: Language) -> Any:
        if lang not in self._loaded:
            self._loaded[lang] = load(installed(lang))
        return self._loaded[lang]


class Steps:
    """Sentences of one language parsed in two steps; made by `Pipelines.in_steps`.

    The names of a sentence take as long as all of its grammar, and most sentences turn out to be of no
    interest by their grammar alone.

    Args:
        docs: parses sentences without the components named.
        named: finds the names of parses.
        view: the grammar view of a parse.
    """

    def __init__(
        self,
        docs: Callable[[Iterable[Raw], Sequence[str]], Iterator[Any]],
        named: Callable[[Iterable[Any]], Iterator[Any]],
        view: Callable[[Any, Raw], Sentence],
    ) -> None:
        self._docs, self._named, self._view = docs, named, view
        self._known: dict[Raw, tuple[Any, Sentence]] = {}

    def grammar(self, raws: Sequence[Raw]) -> list[Sentence]:
        """Views of sentences without the labels of names."""
        docs = self._docs(raws, (NAMES,))
        known = {raw: (doc, self._view(doc, raw)) for raw, doc in zip(raws, docs, strict=True)}
        self._known.update(known)
        return [known[raw][1] for raw in raws]

    def whole(self, raws: Sequence[Raw]) -> list[Sentence]:
        """Views of sentences with all that the model finds; what is parsed already is only named."""
        parsed = iter(list(self._named(self._known[raw][0] for raw in raws if raw in self._known)))
        new = iter(list(self._docs([raw for raw in raws if raw not in self._known], ())))
        return [
            self._seen_again(next(parsed), raw)
            if raw in self._known
            else self._view(next(new), raw)
            for raw in raws
        ]

    def _seen_again(self, doc: Any, raw: Raw) -> Sentence:
        return self._view(doc, raw) if doc.ents else self._known[raw][1]
