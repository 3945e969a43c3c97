"""What the words above an act make of it together."""

from __future__ import annotations

from statuquo.events.ontology import STOPPED
from statuquo.events.record import Modality


def reduced(marks: list[str]) -> str:
    """One modality from the marks met on the way up from an act, innermost first.

    Args:
        marks: what each word on the way does to the act below it: a `Modality` value, ``not``,
            ``would``, ``rumour``, ``attempted``, ``stopped`` or ``void``.

    >>> reduced(["intended", "not"]), reduced(["refused", "not"]), reduced([])
    ('refused', 'happened', 'happened')
    """
    told = str(Modality.HAPPENED)
    if "void" in marks:
        return "void"
    for mark in marks:
        if mark == "not":
            told = {
                "happened": "not",
                "intended": "refused",
                "hypothetical": "refused",
                "would": "refused",
                "refused": "happened",
                "stopped": "refused-stop",
                "intended-stop": "refused-stop",
                "denied": "happened",
                "not": "happened",
                "attempted": "not",
            }.get(told, told)
        elif mark == "would":
            told = {
                "not": "refused",
                "refused": "refused",
                "stopped": "intended-stop",
                "intended": "intended",
                "hypothetical": "hypothetical",
            }.get(told, "would")
        elif mark == "rumour":
            told = "hypothetical" if told == "happened" else told
        elif mark == "attempted":
            told = told if told != "happened" else "attempted"
        elif mark == "intended":
            told = {
                "not": "refused", "refused": "refused", "denied": "denied",
                "stopped": "intended-stop", "refused-stop": "refused-stop",
            }.get(told, "intended")  # fmt: skip
        elif mark == "refused":
            told = {"refused": "intended", "not": "intended", "stopped": "refused-stop"}.get(
                told, "refused"
            )
        elif mark == "hypothetical":
            told = (
                "hypothetical" if told in ("happened", "attempted", "intended", "stopped") else told
            )
        elif mark == "stopped":
            told = STOPPED
        elif mark == "denied":
            told = {"not": "happened"}.get(told, "denied")
        else:
            told = mark
    return told
