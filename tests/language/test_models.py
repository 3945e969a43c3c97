"""Models are quicker here than they come, and say the same."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest
import spacy

from statuquo.language.models import installed, load
from statuquo.reports.model import Language

SENTENCES: dict[Language, list[str]] = {
    "en": [
        "But the minister didn't say that it had been theirs.",
        "You and I have seen it, and let's go where they are gonna be.",
        "What's more, there are envoys whom nobody does want to be seen with.",
        "Ain't nobody home while the talks last.",
        "The two sides met in Oslo  on Monday, despite the ban.",
    ],
    "fr": [
        "Le gouvernement danois a rejeté la demande des syndicats.",
        "Ceux qui  manifestent seront reçus lundi par la ministre.",
    ],
    "es": [
        "El gobierno de Chile rechazó ayer la propuesta de los sindicatos.",
        "Quienes protestan  serán recibidos el lunes por la ministra.",
    ],
}


def labels(doc: Any) -> list[tuple[object, ...]]:
    return [
        (
            one.text,
            one.tag_,
            one.pos_,
            str(one.morph),
            one.lemma_,
            one.dep_,
            one.head.i,
            one.ent_type_,
        )
        for one in doc
    ]


def as_it_comes(lang: Language) -> Any:
    """spaCy's own pipeline."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")
        return spacy.load(installed(lang))


@pytest.mark.parametrize("lang", SENTENCES)
def test_all_labels_are_those_of_the_model_as_it_comes(lang: Language) -> None:
    ours, stock = load(installed(lang)), as_it_comes(lang)
    for sentence in SENTENCES[lang]:
        assert labels(ours(sentence)) == labels(stock(sentence))


@pytest.mark.parametrize("component", ["tok2vec", "ner"])
@pytest.mark.parametrize("lang", SENTENCES)
def test_neighbours_make_the_same_of_words_in_blocks_of_any_length(
    lang: Language, component: str
) -> None:
    ours, stock = load(installed(lang)), as_it_comes(lang)
    first, second = SENTENCES[lang][:2]
    docs = [ours.make_doc(text) for text in ("", first, " ".join([first] * 150), second, "")]
    found = vectors_of(ours, component).predict(docs)
    assert "neighbours" in {node.name for node in vectors_of(ours, component).walk()}
    for own, theirs in zip(found, vectors_of(stock, component).predict(docs), strict=True):
        np.testing.assert_allclose(own, theirs, atol=1e-4)


def vectors_of(pipeline: Any, component: str) -> Any:
    """The part of a component's model that gives words with their neighbours."""
    return next(n for n in pipeline.get_pipe(component).model.walk() if n.has_ref("embed"))


@pytest.mark.parametrize("lang", SENTENCES)
def test_what_is_kept_of_words_hangs_on_no_other_text(lang: Language) -> None:
    texts = SENTENCES[lang]
    one_by_one, together = load(installed(lang)), load(installed(lang))
    backwards = list(together.pipe(reversed(texts)))[::-1]
    for text, doc in zip(texts, backwards, strict=True):
        assert labels(one_by_one(text)) == labels(doc)


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_word_is_the_same_to_the_last_bit_in_any_company(lang: Language) -> None:
    first, second = SENTENCES[lang][:2]
    here, there = load(installed(lang)), load(installed(lang))
    words_of(there, second, first)
    assert words_of(here, first).tobytes() == words_of(there, first).tobytes()


def words_of(pipeline: Any, *texts: str) -> Any:
    """What the model knows of the words of the last of some texts, before it sees their neighbours."""
    nodes = pipeline.get_pipe("tok2vec").model.walk()
    known = next(node for node in nodes if node.name == "kept_words")
    return known.predict([pipeline.make_doc(text) for text in texts])[-1]
