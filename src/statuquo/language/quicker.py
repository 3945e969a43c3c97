"""Parser, names and vectors of words as spaCy's models give them, only quicker.

Parser and names go through a text step by step. spaCy's compiled steps ask Python's lock for leave some
hundred times each; the methods that it trains them with, used here, take a step of all texts at once.
What a model knows of a word before it sees the neighbours hangs on the word alone: it is worked out once.
And what the neighbours make of it is worked out for so few words at a time that all of it stays beside
the processor (docs/decisions.md, "Quicker models").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

_ODD = 0x9E3779B97F4A7C15
"""Mixes the bits of numbers (the golden ratio, after Knuth's multiplicative hashing)."""
_MOST_KEPT = 50_000
"""Words whose vectors are kept: some 20 MB a component."""
_AT_ONCE = 1024
"""Words whose neighbours are looked at together: what is worked out of them takes 2 MB, as much as stays
near a processor; for 16,000 together each takes a tenth longer."""
_SMALLEST = 1e-8
"""Added to a variance before it divides, as thinc does."""


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


class _Layer(NamedTuple):
    """A step of what neighbours make of a word: products, of which the greatest counts, then brought to
    the same mean and spread.

    Args:
        weights: (vectors of a word and its two neighbours) × (pieces × width).
        bias: (pieces × width).
        scale, shift: (width).
    """

    weights: Any
    bias: Any
    scale: Any
    shift: Any


def see_neighbours(vectors: Any) -> None:
    """Work out what the neighbours make of words for some words at a time, without copies between.

    Args:
        vectors: a `Tok2Vec` model of spaCy. One whose neighbours are seen in another way than by a window
            of one word on each side (`MaxoutWindowEncoder`) is left as it is.
    """
    import numpy as np
    from thinc.api import Model

    encoder = vectors.layers[1]
    layers = _layers(encoder)
    if layers is None:
        return
    pad: int = encoder.attrs["pad"]
    width = encoder.get_dim("nO")

    def forward(_: Any, texts: Sequence[Any], is_train: bool) -> tuple[list[Any], Any]:
        found: list[Any] = []
        for some in _in_blocks(texts):
            at = np.cumsum([pad, *(len(text) + pad for text in some)])
            words = np.zeros((int(at[-1]), width), dtype="float32")
            for text, start in zip(some, at, strict=False):
                words[start : start + len(text)] = text
            _encode(words, layers)
            found += (words[s : s + len(text)] for text, s in zip(some, at, strict=False))
        return found, None

    vectors.layers[1] = Model("neighbours", forward, dims={"nO": width})


def _layers(encoder: Any) -> list[_Layer] | None:
    """What a window encoder has learned; None where it is built in another way."""
    found = []
    for residual in encoder.layers[0].layers:
        parts = {node.name: node for node in residual.walk() if not node.layers}
        if parts.keys() != {"expand_window", "maxout", "layernorm", "dropout"}:
            return None
        window, maxout, norm = parts["expand_window"], parts["maxout"], parts["layernorm"]
        if window.attrs["window_size"] != 1 or maxout.get_dim("nP") < 2:
            return None
        weights = maxout.get_param("W").transpose(2, 1, 0)
        found.append(
            _Layer(
                weights.reshape(len(weights), -1).copy(),
                maxout.get_param("b").T.reshape(-1).copy(),
                norm.get_param("G"),
                norm.get_param("b"),
            )
        )
    return found


def _in_blocks(texts: Sequence[Any]) -> Iterator[list[Any]]:
    block: list[Any] = []
    held = 0
    for text in texts:
        block.append(text)
        held += len(text)
        if held >= _AT_ONCE:
            yield block
            block, held = [], 0
    if block:
        yield block


def _encode(words: Any, layers: Sequence[_Layer]) -> None:
    """What neighbours make of words, in place.

    Args:
        words: their vectors (words × width), with rows of zeros before, between and after texts, as many
            as there are layers.
        layers: what is done with them, in turn.
    """
    import numpy as np

    count, width = words.shape
    wide = np.zeros((count, 3 * width), dtype="float32")
    pieces = np.empty((count, layers[0].weights.shape[1]), dtype="float32")
    best = np.empty_like(words)
    for layer in layers:
        wide[1:, :width] = words[:-1]
        wide[:, width:-width] = words
        wide[:-1, -width:] = words[1:]
        np.matmul(wide, layer.weights, out=pieces)
        pieces += layer.bias
        np.maximum(pieces[:, :width], pieces[:, width : 2 * width], out=best)
        for at in range(2 * width, pieces.shape[1], width):
            np.maximum(best, pieces[:, at : at + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / width + _SMALLEST
        best /= np.sqrt(spread)[:, None]
        best *= layer.scale
        best += layer.shift
        words += best


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
