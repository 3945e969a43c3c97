"""Positions and claims: who is for and against what, and what only somebody's word stands for."""

import pytest

from crisis.pages import Page, Who, who
from statuquo import Coder, Report
from statuquo.crisis import Claim, build

KEN, UGA, NOR = who("Kenya", "KEN"), who("Uganda", "UGA"), who("Norway", "NOR")

POSITIONS = [
    # language, sentence, (country, issue, stance) of whoever takes a position
    ("en", "Norway called for talks between Kenya and Uganda.", ("NOR", "dialogue", "for")),
    ("en", "Cuba ruled out talks with the United States.", ("CUB", "dialogue", "against")),
    ("en", "Russia opposes sanctions against Iran.", ("RUS", "sanctions", "against")),
    ("en", "Canada imposed sanctions on Iran.", ("CAN", "sanctions", "for")),
    ("en", "Peru condemned the sanctions against Cuba.", ("PER", "sanctions", "against")),
    ("en", "China urged the United States to lift sanctions on Iran.", ("CHN", "sanctions", "against")),
    ("en", "Mexico rejected the use of force against Venezuela.", ("MEX", "force", "against")),
    ("en", "France called on Russia to stop bombing Ukraine.", ("FRA", "force", "against")),
    ("en", "Spain recognised Juan Guaidó as president of Venezuela.", ("ESP", "recognition", "for")),
    ("en", "Italy refused to recognise Juan Guaidó.", ("ITA", "recognition", "against")),
    ("fr", "Le Mexique a condamné l'embargo contre Cuba.", ("MEX", "sanctions", "against")),
    ("fr", "La France a reconnu le Kosovo.", ("FRA", "recognition", "for")),
    ("es", "Chile rechazó el uso de la fuerza contra Venezuela.", ("CHL", "force", "against")),
    ("es", "Bolivia condenó las sanciones contra Cuba.", ("BOL", "sanctions", "against")),
    # To expel a diplomat is a SANCTION of PLOVER's, and no position on sanctions.
    ("en", "Norway expelled a Russian diplomat.", None),
    ("en", "Cuba sent doctors to Haiti.", None),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("lang", "sentence", "expected"), POSITIONS)
def test_positions(
    coder: Coder, lang: str, sentence: str, expected: tuple[str, ...] | None
) -> None:
    crisis = build([coder.read(Report(text=sentence, lang=lang, id="r"))])  # type: ignore[arg-type]
    found = [(one.side.country, one.issue, one.stance) for one in crisis.positions]
    assert expected in found if expected else not found


@pytest.mark.parametrize(
    ("modalities", "stance"),
    [
        (["happened", "happened", "refused"], "for"),
        (["happened", "refused", "refused"], "against"),
        (["happened", "refused"], "mixed"),
        (["happened", "denied"], "for"),
    ],
)
def test_a_position_is_what_is_told_twice_as_often(modalities: list[str], stance: str) -> None:
    page = Page("r1")
    for number, modality in enumerate(modalities):
        kind = "REJECT" if modality == "refused" else "CONSULT"
        page.event(
            f"{number}: Kenya and talks with Uganda.", "talks", kind, [KEN], [UGA],
            act="CONSULT", modality=modality,
        )  # fmt: skip
    found = {one.side.country: one for one in build([page.done()]).positions}
    assert found["KEN"].stance == stance
    assert found["KEN"].sources


def claim(by: Who | None, denied_by: Who | None = None, *, own_voice: bool = False) -> Claim | None:
    pages = [
        Page("r1", date="2019-05-01"),
        Page("r2", date="2019-05-02"),
        Page("r3", date="2019-05-02"),
    ]
    told = "Kenya shelled the harbour of Uganda"
    pages[0].event(f"{told}, it is said.", "shelled", "ASSAULT", [KEN], [UGA], by=by)
    if denied_by:
        pages[1].event(
            f"{denied_by.words}: Kenya has shelled nobody in Uganda.", "shelled", "ASSAULT",
            [KEN], [UGA], by=denied_by, modality="denied",
        )  # fmt: skip
    if own_voice:
        pages[2].event(f"{told}.", "shelled", "ASSAULT", [KEN], [UGA])
    return next(iter(build(page.done() for page in pages).claims), None)


@pytest.mark.parametrize(
    ("by", "denied_by", "own_voice", "standing"),
    [
        (UGA, None, False, "unconfirmed"),
        (UGA, KEN, False, "contested"),
        (UGA, UGA, False, "withdrawn"),
        (UGA, None, True, None),
        (None, None, False, None),
        # Who owns up to a deed needs no confirmation.
        (KEN, None, False, None),
    ],
)
def test_what_became_of_a_claim(
    by: Who | None, denied_by: Who | None, own_voice: bool, standing: str | None
) -> None:
    found = claim(by, denied_by, own_voice=own_voice)
    assert (found.standing if found else None) == standing
    if found:
        assert [side.country for side in found.claimed_by] == ["UGA"]
        assert len(found.sources) == 1 + bool(denied_by)
