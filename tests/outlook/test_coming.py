"""From the stories of a crisis to forecasts between its sides."""

from datetime import date, timedelta

from crisis.pages import Page, who
from statuquo.crisis import Crisis, build
from statuquo.events.record import CodedReport
from statuquo.outlook import outlook
from statuquo.outlook.coming import facts_of

USA, VEN = who("Washington", "USA"), who("Caracas", "VEN")
START = date(2019, 1, 1)


def crisis(*events: tuple[int, str, str], more: int = 0) -> Crisis:
    """The crisis that `reports` tell of."""
    return build(reports(*events, more=more))


def reports(*events: tuple[int, str, str], more: int = 0) -> list[CodedReport]:
    """Events as (day, type, modality) from Washington to Caracas; `more` is a quiet last day."""
    pages = []
    for number, (day, kind, modality) in enumerate(events):
        page = Page(f"e{number}", date=(START + timedelta(day)).isoformat())
        page.event(
            f"{number}: Washington, Caracas, {kind}.", kind, kind, [USA], [VEN], modality=modality
        )
        pages.append(page.done())
    if more:
        pages.append(Page("quiet", date=(START + timedelta(more)).isoformat()).done())
    return pages


def test_stories_become_facts_without_what_is_only_possible_or_denied():
    made = crisis((0, "ASSAULT", "happened"), (9, "ASSAULT", "hypothetical"), (20, "SANCTION", "denied"))  # fmt: skip
    [(day, actor, recipient, quad)] = facts_of(made)
    assert (day, quad) == (START, "material-conflict")
    assert actor.startswith("USA")
    assert recipient.startswith("VEN")


def test_a_crisis_of_a_few_days_has_no_forecast():
    assert not outlook(crisis((0, "ASSAULT", "happened"), (9, "ASSAULT", "happened"))).coming


def test_a_crisis_of_weeks_has_forecasts_that_say_how_little_they_know():
    found = outlook(crisis((0, "ASSAULT", "happened"), (9, "ASSAULT", "happened"), more=60))
    assert found.day == START + timedelta(60)
    [one] = found.coming
    assert (one.actor.country, one.recipient.country) == ("USA", "VEN")
    assert one.why.only_past
    assert not found.learned
    assert 0 < one.why.probability < 0.5
    assert found.to_dict()["forecasts"][0]["last"] == (START + timedelta(9)).isoformat()
