"""Accords and talks that several reports speak of are one accord, one process."""

from crisis.pages import Page, who
from statuquo.crisis import Crisis, build

RUSSIA, VENEZUELA, CUBA = who("Russia", "RUS"), who("Venezuela", "VEN"), who("Cuba", "CUB")
OPPOSITION = who("opposition", "VEN OPP")
NORWAY, MEXICO = who("Norway", "NOR"), who("Mexico", "MEX")


def pact(day: str, kind: str, *, lang: str = "en", **rest: object) -> Page:
    page = Page(f"r{day}", date=day, lang=lang)  # type: ignore[arg-type]
    page.agreement(f"Russia, Venezuela: {kind}.", kind, [RUSSIA, VENEZUELA], **rest)  # type: ignore[arg-type]
    return page


def crisis_of(*pages: Page) -> Crisis:
    return build([page.done() for page in pages])


def test_one_accord_in_three_languages() -> None:
    (accord,) = crisis_of(
        pact("2019-01-01", "coopération militaire", lang="fr", signed="2001"),
        pact("2019-01-02", "military cooperation"),
        pact("2019-01-03", "cooperación en defensa", lang="es", signed="2001-05-14"),
    ).agreements
    assert accord.signed == "2001-05-14"
    assert {side.country for side in accord.parties} == {"RUS", "VEN"}
    assert len(accord.history) == 3


def test_other_topic_other_year_other_parties_are_other_accords() -> None:
    page = Page("r4", date="2019-01-04")
    page.agreement("Cuba and Venezuela: military accord.", "military accord", [CUBA, VENEZUELA])
    accords = crisis_of(
        pact("2019-01-01", "military accord", signed="2001"),
        pact("2019-01-02", "trade accord"),
        pact("2019-01-03", "military accord", signed="2012"),
        page,
    ).agreements
    assert len(accords) == 4


def test_the_state_follows_the_reports() -> None:
    def state_after(*states: str) -> str:
        pages = [
            pact(f"2019-01-{day:02}", "military accord", state=state)
            for day, state in enumerate(states, start=1)
        ]
        (accord,) = crisis_of(*pages).agreements
        return accord.state

    assert state_after("planned", "signed") == "signed"
    assert state_after("signed", "suspended") == "suspended"
    assert state_after("suspended", "signed") == "suspended", "told again, not signed again"
    assert state_after("suspended", "in-force") == "in-force"
    assert state_after("in-force", "suspended") == "suspended"
    assert state_after("in-force", "unknown") == "in-force"
    assert state_after("signed", "broken", "unknown") == "broken"


def talk(day: str, told: str, **rest: object) -> Page:
    page = Page(f"r{day}", date=day)
    parties = rest.pop("parties", [VENEZUELA, OPPOSITION])
    page.talk(f"Venezuela, opposition: {told}.", told, parties, **rest)  # type: ignore[arg-type]
    return page


def test_talks_move_with_their_mediator() -> None:
    (process,) = crisis_of(
        talk("2019-05-16", "met in Oslo", mediators=[NORWAY], place=("Oslo", "NOR")),
        talk("2019-05-29", "no result", outcome="none-yet", words="no result", state="held"),
        talk("2019-07-08", "met in Barbados", mediators=[NORWAY], place=("Barbados", "BRB")),
        talk("2019-08-07", "stayed away from Barbados", place=("Barbados", "BRB"),
             state="broken-off", outcome="failure", words="stayed away"),
    ).talks  # fmt: skip
    assert [place.name for place in process.places] == ["Oslo", "Barbados"]
    assert [side.country for side in process.mediators] == ["NOR"]
    assert (process.state, process.outcome, process.words) == (
        "broken-off",
        "failure",
        "stayed away",
    )
    assert [step.state for step in process.history] == ["open", "held", "open", "broken-off"]


def test_another_mediator_elsewhere_is_another_process() -> None:
    assert len(crisis_of(
        talk("2019-05-16", "met in Oslo", mediators=[NORWAY], place=("Oslo", "NOR")),
        talk("2021-08-13", "met in Mexico", mediators=[MEXICO], place=("Mexico City", "MEX")),
    ).talks) == 2  # fmt: skip


def test_other_parties_talk_about_something_else() -> None:
    assert len(crisis_of(
        talk("2019-05-16", "met", mediators=[NORWAY]),
        talk("2019-05-17", "met", parties=[RUSSIA, CUBA], mediators=[NORWAY]),
    ).talks) == 2  # fmt: skip


def test_talks_without_named_parties_belong_to_those_of_the_same_place() -> None:
    (process,) = crisis_of(
        talk("2019-05-16", "met in Oslo", mediators=[NORWAY], place=("Oslo", "NOR")),
        talk("2019-05-20", "the Oslo talks", parties=[], place=("Oslo", "NOR"), state="held"),
    ).talks
    assert (process.state, len(process.parties)) == ("held", 2)


def test_talks_have_rounds() -> None:
    crisis = crisis_of(
        talk("2019-05-16", "met in Oslo", mediators=[NORWAY], place=("Oslo", "NOR")),
        talk("2019-05-29", "no result", outcome="none-yet", words="no result", state="held"),
        talk("2019-06-10", "are to meet again in Oslo", state="planned", place=("Oslo", "NOR")),
        talk("2019-07-08", "met in Barbados", mediators=[NORWAY], place=("Barbados", "BRB")),
        talk("2019-08-07", "stayed away", place=("Barbados", "BRB"), state="broken-off"),
    )
    (found,) = crisis.talks
    told = [(r.place and r.place.name, r.since, r.until, r.state, r.outcome) for r in found.rounds]
    assert told == [
        ("Oslo", "2019-05-16", "2019-05-29", "held", "none-yet"),
        ("Oslo", "2019-06-10", "2019-06-10", "planned", None),
        ("Barbados", "2019-07-08", "2019-08-07", "broken-off", None),
    ]
    assert found.to_dict()["rounds"][0]["mentions"] == 2
