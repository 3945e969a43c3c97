"""The crisis: what coded reports say together.

`build` takes coded reports and gives a `Crisis`: who stands with whom, what has been agreed, who
talks to whom, who presses on whom, what was said, and whether the statu quo holds.
"""

from statuquo.crisis.build import build, contents
from statuquo.crisis.claims import Claim
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
    Round,
    Said,
    Step,
    Talks,
    by_speaker,
)
from statuquo.crisis.positions import ISSUES, STANCES, Issue, Position, Stance
from statuquo.crisis.values import Judgement, Member, Side, Source, Story

__all__ = [
    "ISSUES",
    "RELATION_KINDS",
    "STANCES",
    "Actor",
    "Agreement",
    "Claim",
    "Crisis",
    "DyadTension",
    "Issue",
    "Judgement",
    "Member",
    "Period",
    "Phase",
    "Place",
    "Position",
    "Pressure",
    "Relation",
    "ReportInfo",
    "Round",
    "Said",
    "Shift",
    "Side",
    "Source",
    "Stance",
    "Step",
    "Story",
    "Talks",
    "Tension",
    "build",
    "by_speaker",
    "contents",
]
