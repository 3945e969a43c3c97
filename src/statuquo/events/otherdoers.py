"""Deeds whose doer the sentence names, though he is no party: a virus, a storm."""

from __future__ import annotations

from collections.abc import Container

from statuquo.events.matcher import Match
from statuquo.language.grammar import Sentence

_WEAPONS = frozenset(
    {"arma", "artefacto", "bala", "bomba", "cohete", "coche", "dron", "explosión", "explosivo", "granada",
     "mina", "misil", "mortero", "obús", "proyectil",
     "balle", "bombe", "camion", "drone", "voiture", "véhicule", "engin", "explosif", "explosion", "mine", "missile", "obus", "roquette", "tir",
     "blast", "bomb", "bomber", "bullet", "fire", "grenade", "gunfire", "rocket", "shell", "shelling"}
)  # fmt: skip


def has_other_doer(sentence: Sentence, match: Match, matches: Container[int]) -> bool:
    """«un virus mató a cien personas»: the deed has a doer in the sentence, and he is no party.

    Args:
        sentence: where the deed is told.
        match: its frame, no actor of which is a party.
        matches: words that are acts themselves, and no doers.
    """
    if match.kind != "verb" or "subj" not in match.frame.actor["verb"]:
        return False
    if sentence.is_passive(match.i):
        return False  # «tué par balle» names no doer
    tokens = sentence.tokens
    subjects = sentence.roles(match.i).get("subj", ())
    return bool(subjects) and all(
        tokens[j].pos == "NOUN" and j not in matches and tokens[j].lemma not in _WEAPONS
        for j in subjects
    )


def may_be_done_above(sentence: Sentence, match: Match) -> bool:
    """Whether the subject of the verb above may do what a participle tells: "led a ceremony **welcoming**
    troops"; not «publie la lettre de juges **appelant** à …», where the judges do."""
    token = sentence.tokens[match.i]
    if sentence.is_passive(match.i) or token.feats.get("Tense") == "Past":
        return False
    if sentence.lang == "fr" and sentence.tokens[token.head].dep == "nmod":
        return False
    return "subj" in match.frame.actor["verb"]
