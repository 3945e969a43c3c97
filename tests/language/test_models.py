"""Models are quicker here than they come, and say the same."""

from __future__ import annotations

import warnings
from typing import Any

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


@pytest.mark.parametrize("lang", SENTENCES)
def test_all_labels_are_those_of_the_model_as_it_comes(lang: Language) -> None:
    ours = load(installed(lang))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")
        stock = spacy.load(installed(lang))
    for sentence in SENTENCES[lang]:
        assert labels(ours(sentence)) == labels(stock(sentence))
