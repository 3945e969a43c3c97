"""Parser, names and vectors of words as spaCy's models give them, in two thirds of the time.

Parser and names go through a text step by step. spaCy's compiled steps ask Python's lock for leave some
hundred times each; the methods that it trains them with, used here, take a step of all texts at once. And
what a model knows of a word before it sees the neighbours hangs on the word alone: it is worked out once
(docs/decisions.md, "Quicker models").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_ODD = 0x9E3779B97F4A7C15
"""Mixes the bits of numbers (the golden ratio, after Knuth's multiplicative hashing)."""
_MOST_KEPT = 50_000
"""Words whose vectors are kept: some 20 MB a component."""


def in_step(component: Any) -> Any:
    """The same component, whose texts go step by step together.

    Args:
        component: a parser or an entity recognizer of spaCy that follows one way only (no beam).
    """
    kind = type(component)

    class InStep(kind):  # type: ignore[misc,valid-type]
        def predict(self, docs: Sequence[Any]) -> Any:
            if not any(map(len, docs)):
                return super().predict(docs)
            self._ensure_labels_are_added(docs)
            states = self.moves.init_batch(docs)
            model = self.model.predict(docs)
            going = [state for state in states if not state.is_final()]
            while going:
                going = self.transition_states(going, model.predict(going))
            model.clear_memory()
            return states

    return InStep(component.vocab, component.model, component.name, component.moves)


def keep_words(vectors: Any) -> None:
    """Work out what a model knows of a word by itself once a word.

    Args:
        vectors: a `Tok2Vec` model of spaCy: what a word is by itself, then what its neighbours make of it.
    """
    import numpy as np
    from thinc.api import Model

    of_words = vectors.get_ref("embed")
    _row_by_row(of_words)
    told = sorted(
        {"ORTH", *(name for node in of_words.walk() for name in node.attrs.get("columns", ()))}
    )
    factors = np.array([_ODD ** (n + 1) % 2**64 for n in range(len(told))], dtype="uint64")
    width = of_words.get_dim("nO")
    rows: dict[int, int] = {}
    kept = np.zeros((1024, width), dtype="float32")

    def keys(doc: Any) -> list[int]:
        """All that the model is told of each word, in one number."""
        numbers: list[int] = (doc.to_array(told) @ factors).tolist()
        return numbers

    def learn(new: dict[int, Any]) -> None:
        nonlocal kept
        begin, end = len(rows), len(rows) + len(new)
        if end > len(kept):
            kept = np.concatenate([kept, np.zeros((2 * end - len(kept), width), dtype="float32")])
        [kept[begin:end]] = of_words.predict([_alone(list(new.values()))])
        rows.update(zip(new, range(begin, end), strict=True))

    def forward(_: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Any], Any]:
        if len(rows) > _MOST_KEPT:
            rows.clear()
        words = [keys(doc) for doc in docs]
        new = {
            word: doc[at]
            for doc, own in zip(docs, words, strict=True)
            if not rows.keys() >= set(own)
            for at, word in enumerate(own)
            if word not in rows
        }
        if new:
            learn(new)
        found = kept[[rows[word] for own in words for word in own]]
        return np.split(found, np.cumsum([len(doc) for doc in docs])[:-1]), None

    vectors.layers[0] = Model("kept_words", forward, layers=[of_words], dims={"nO": width})


def _alone(words: Sequence[Any]) -> Any:
    """A text of words of several texts, each with what the model is told of it."""
    from spacy.tokens import Doc

    doc = Doc(
        words[0].vocab,
        words=[word.text for word in words],
        spaces=[bool(word.whitespace_) for word in words],
    )
    for token, word in zip(doc, words, strict=True):
        if token.norm != word.norm:
            token.norm_ = word.norm_
    return doc


def _row_by_row(model: Any) -> None:
    """Let products of matrices be the same to the last bit, whatever words stand beside a word: a library
    sums a row in another order by the number and place of rows, and what is kept must not hang on that."""
    import numpy as np

    class RowByRow(type(model.ops)):  # type: ignore[misc]
        def gemm(
            self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
        ) -> Any:
            rows = (x.T if trans1 else x)[:, None, :]
            found = np.matmul(rows, y.T if trans2 else y)[:, 0]
            if out is None:
                return found
            out[...] = found
            return out

    ops = RowByRow()
    for node in model.walk():
        node.ops = ops
