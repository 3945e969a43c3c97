"""How right the coder is: gold files scored, and two versions of the lexicon compared.

Everything here is a value made from values: gold sentences and coded events go in, figures that
keep their counts come out.
"""

from statuquo.evaluation.changes import Change, compare
from statuquo.evaluation.corrected import Judged, evaluate_corrections, judged
from statuquo.evaluation.gold import (
    FORMS,
    Form,
    GoldEvent,
    GoldFile,
    GoldParty,
    GoldSentence,
    read_gold,
)
from statuquo.evaluation.measures import Confusion, MacroF1, Measure, Rates, Share
from statuquo.evaluation.running import evaluate
from statuquo.evaluation.scores import TYPES, Fault, Scores, Told, told

__all__ = [
    "FORMS",
    "TYPES",
    "Change",
    "Confusion",
    "Fault",
    "Form",
    "GoldEvent",
    "GoldFile",
    "GoldParty",
    "GoldSentence",
    "Judged",
    "MacroF1",
    "Measure",
    "Rates",
    "Scores",
    "Share",
    "Told",
    "compare",
    "evaluate",
    "evaluate_corrections",
    "judged",
    "read_gold",
    "told",
]
