"""Sentences read by the real pipelines, for the tests of what is found in them."""

from functools import cache

from statuquo.entities.registry import Registry
from statuquo.entities.resolve import Resolver
from statuquo.events.findings import Findings, find
from statuquo.events.lexicon import Lexicon
from statuquo.events.ontology import Ontology
from statuquo.language.pipelines import Pipelines, Raw
from statuquo.reports.model import Language


@cache
def _resolver() -> Resolver:
    return Resolver(Registry.load())


@cache
def _pipelines(lang: Language) -> Pipelines:
    lexicon = Lexicon.load(lang, ontology=Ontology.load())
    return Pipelines(
        support={lang: lexicon.support}, forms={lang: lexicon.forms}, compounds={lang: lexicon.compounds}
    )  # fmt: skip


def found_in(
    lang: Language,
    *sentences: str,
    day: str = "2019-05-30",
    said_by_other: bool = False,
) -> list[Findings]:
    """What each sentence of a page gives, those before it remembered."""
    text = "\n".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    raw = [
        Raw(sentence, start, "paragraph", number)
        for number, (sentence, start) in enumerate(zip(sentences, starts, strict=True))
    ]
    resolver = _resolver()
    page = resolver.page(text, lang, day)
    found = []
    for sentence in _pipelines(lang).parse(raw, lang):
        found.append(
            find(
                sentence, page, resolver, report_id="r1", date=day,
                said_by_other=lambda i: said_by_other,
            )
        )  # fmt: skip
        resolver.remember(sentence, page)
    return found


def codes(parties: object) -> set[str]:
    """Parties as ``VEN GOV``."""
    return {f"{party.country or '?'} {party.sector}" for party in parties}  # type: ignore[attr-defined]
