"""The crisis: what coded reports say together.

`build` takes coded reports and gives a `Crisis`: who stands with whom, what has been agreed, who
talks to whom, who presses on whom, what was said, and whether the statu quo holds.
"""

from statuquo.crisis.build import build
from statuquo.crisis.gauge import DyadTension, Shift, Tension
from statuquo.crisis.model import (
    RELATION_KINDS,
    Actor,
    Agreement,
    Crisis,
    Period,
    Phase,
    Place,
    Pressure,
    Relation,
    ReportInfo,
    Said,
    Step,
    Talks,
)
from statuquo.crisis.values import Judgement, Member, Side, Source, Story

__all__ = [
    "RELATION_KINDS",
    "Actor",
    "Agreement",
    "Crisis",
    "DyadTension",
    "Judgement",
    "Member",
    "Period",
    "Phase",
    "Place",
    "Pressure",
    "Relation",
    "ReportInfo",
    "Said",
    "Shift",
    "Side",
    "Source",
    "Step",
    "Story",
    "Talks",
    "Tension",
    "build",
]
