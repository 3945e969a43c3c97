"""Which parties stand on one side, and what the side is called."""

import pytest

from crisis.pages import Page, Who, who
from statuquo.crisis import build
from statuquo.crisis.states import state_name

SAME_SIDE = [
    ("a capital and its state", who("Moscow", "RUS"), who("Russia", "RUS")),
    ("an army and its government", who("army", "RUS MIL"), who("Kremlin", "RUS GOV")),
    ("police and government", who("riot police", "RUS COP"), who("Kremlin", "RUS GOV")),
    ("a party out of power and the opposition", who("Liberals", "RUS PTY"), who("dissidents", "RUS OPP")),
    ("two names of one armed group", who("ELN", "COL REB", "ELN", "group:eln"),
     who("guerrilla", "COL REB", "Ejército de Liberación Nacional", "group:eln")),
    ("UN bodies", who("UNICEF", "UNO IGO"), who("Security Council", "UNO IGO")),
]  # fmt: skip
OTHER_SIDE = [
    ("government and opposition", who("Caracas", "VEN"), who("opposition", "VEN OPP")),
    ("government and people", who("Caracas", "VEN"), who("marchers", "VEN CVL")),
    ("two armed groups", who("ELN", "COL REB", "ELN", "group:eln"),
     who("FARC", "COL REB", "FARC", "group:farc")),
    ("a named group and rebels at large", who("ELN", "COL REB", "ELN", "group:eln"),
     who("rebels", "COL REB")),
    ("two organisations", who("Lima Group", "IGO IGO"), who("Arab League", "IGO IGO")),
    ("a parliament and the government", who("Duma", "RUS LEG"), who("Kremlin", "RUS GOV")),
]  # fmt: skip


def sides_of(*parties: Who) -> list[str]:
    page = Page("r1")
    for number, party in enumerate(parties):
        page.event(f"{number}: {party.words} acts.", "acts", "SUPPORT", [party])
    return [actor.side.id for actor in build([page.done()]).actors]


@pytest.mark.parametrize(("case", "one", "other"), SAME_SIDE)
def test_together(case: str, one: Who, other: Who) -> None:
    assert len(sides_of(one, other)) == 1, case


@pytest.mark.parametrize(("case", "one", "other"), OTHER_SIDE)
def test_apart(case: str, one: Who, other: Who) -> None:
    assert len(sides_of(one, other)) == 2, case


def names_of(*parties: Who) -> set[str]:
    page = Page("r1")
    for number, party in enumerate(parties):
        page.event(f"{number}: {party.words} acts.", "acts", "SUPPORT", [party])
    return {actor.side.name for actor in build([page.done()]).actors}


def test_a_state_whose_sides_are_not_parted_goes_by_its_name() -> None:
    assert names_of(who("Kremlin", "RUS GOV")) == {"Russia"}


def test_a_divided_state_names_its_sides() -> None:
    assert names_of(who("Caracas", "VEN"), who("opposition", "VEN OPP")) == {
        "Venezuela (government)",
        "Venezuela (opposition)",
    }


def test_a_party_of_no_country_is_an_actor_but_has_no_relations() -> None:
    page = Page("r1")
    page.event(
        "Gunmen attack Bamako.",
        "attack",
        "ASSAULT",
        [who("Gunmen", "? UAF")],
        [who("Bamako", "MLI")],
    )
    crisis = build([page.done()])
    assert "unknown (others)" in {actor.side.name for actor in crisis.actors}
    assert crisis.relations == ()


def test_spellings_of_one_speaker_are_joined_across_reports_and_kept() -> None:
    first, second = Page("r1", date="2019-03-01"), Page("r2", date="2019-03-02")
    role = "ambassadeur russe"
    for page, name in ((first, "Sergueï Melnikov"), (second, "Melnikvo")):
        page.said(f"« Jamais », dit {name}.", "Jamais", who(name, "RUS GOV"), role=role)
    crisis = build([first.done(), second.done()])
    (group,) = crisis.speakers
    assert [said.report_id for said in group] == ["r1", "r2"]
    assert {said.speaker.name for said in group} == {"Sergueï Melnikov"}
    assert set(group[0].member.spellings) == {"Sergueï Melnikov", "Melnikvo"}


def test_an_unregistered_spelling_joins_the_registered_person() -> None:
    page = Page("r1")
    page.said(
        "“No,” said Nicolás Maduro.",
        "No",
        who("Nicolás Maduro", "VEN GOV", "Nicolás Maduro", "person:nm"),
    )
    page.said("“Never,” said Nicolas Madurro.", "Never", who("Nicolas Madurro", "VEN GOV"))
    crisis = build([page.done()])
    assert len(crisis.speakers) == 1
    assert {said.speaker.entity_id for said in crisis.statements} == {"person:nm"}


def test_namesakes_of_two_countries_stay_two() -> None:
    page = Page("r1")
    page.said("“Yes,” said Juan Pérez.", "Yes", who("Juan Pérez", "MEX GOV"))
    page.said("“No,” said Juan Pérez in Lima.", "No", who("Juan Pérez", "PER GOV"))
    assert len(build([page.done()]).speakers) == 2


@pytest.mark.parametrize(
    ("code", "lang", "name"),
    [
        ("KOS", "en", "Kosovo"),
        ("VEN", "es", "Venezuela"),
        ("DEU", "fr", "Allemagne"),
        ("EUR", "fr", "Union européenne"),
        ("MMR", "en", "Myanmar"),
        ("NGO", "en", None),
        ("", "en", None),
        ("XXX", "en", None),
    ],
)
def test_names_of_states(code: str, lang: str, name: str | None) -> None:
    assert state_name(code, lang) == name
