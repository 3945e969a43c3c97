"""What happened: ontology, lexicon, and the coder that turns reports into events."""

from statuquo.events.coder import Coder
from statuquo.events.lexicon import Lexicon, check
from statuquo.events.ontology import Ontology
from statuquo.events.record import (
    AgreementMention,
    Attribution,
    CodedReport,
    Event,
    EventType,
    Evidence,
    Location,
    Modality,
    Span,
    Statement,
    TalksMention,
    Verdict,
)

__all__ = [
    "AgreementMention",
    "Attribution",
    "CodedReport",
    "Coder",
    "Event",
    "EventType",
    "Evidence",
    "Lexicon",
    "Location",
    "Modality",
    "Ontology",
    "Span",
    "Statement",
    "TalksMention",
    "Verdict",
    "check",
]
