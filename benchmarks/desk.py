"""How long the pages and lists of the desk take with so many events in the store.

    python benchmarks/desk.py [--events 10000] [--rounds 3]

The store is made here and now, by seed: reports of two years on some sixty parties, a third of them
echoes of another's. No parser has a part in it. Each address is asked for in three states: *first*
(the first request after the desk opened), *changed* (the first after a report was added) and
*warm*. Figures are medians in milliseconds, measured at the client; the way through the network is
left out.
"""

from __future__ import annotations

import logging
import random
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import click
from fastapi.testclient import TestClient

from statuquo.cli.serve import StoreShelf
from statuquo.crisis.states import state_name
from statuquo.entities.model import Party
from statuquo.events import Ontology
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
    content_id,
)
from statuquo.reports.model import Report
from statuquo.store import Store
from statuquo.web.desk import create_app

STATES = [  # in order of how much they are in the news
    "VEN",
    "RUS",
    "USA",
    "CHN",
    "COL",
    "BRA",
    "CUB",
    "NOR",
    "MEX",
    "FRA",
    "ESP",
    "DEU",
    "GBR",
    "IRN",
    "ISR",
    "SYR",
    "TUR",
    "UKR",
    "PRK",
    "KOR",
    "JPN",
    "IND",
    "PAK",
    "AFG",
    "IRQ",
    "SAU",
    "YEM",
    "EGY",
    "LBY",
    "SDN",
    "SSD",
    "ETH",
    "ERI",
    "SOM",
    "KEN",
    "NGA",
    "MLI",
    "CMR",
    "TCD",
    "PHL",
    "VNM",
    "MMR",
    "THA",
    "POL",
    "SRB",
    "GEO",
    "ARM",
    "AZE",
]
SECTORS = ("GOV", "GOV", "GOV", "MIL", "OPP", "CVL")
VERBS = {
    "AGREE": "agreed with", "CONSULT": "met", "SUPPORT": "backed", "CONCEDE": "yielded to",
    "COOPERATE": "worked with", "AID": "sent aid to", "RETREAT": "withdrew from", "REQUEST": "asked",
    "ACCUSE": "accused", "REJECT": "rebuffed", "THREATEN": "threatened", "PROTEST": "protested against",
    "SANCTION": "sanctioned", "MOBILIZE": "massed troops against", "COERCE": "seized ships of",
    "ASSAULT": "shelled",
}  # fmt: skip
TOPICS = [
    "border",
    "harbour",
    "pipeline",
    "grain",
    "refugees",
    "election",
    "prisoners",
    "fishing",
    "drones",
    "embassy",
    "currency",
    "railway",
    "airspace",
    "island",
    "inspection",
    "ceasefire",
    "mandate",
    "summit",
    "convoy",
    "loan",
]
FIRST = date(2023, 1, 1)
DAYS = 730
PAGES = ("/brief", "/events", "/events?type=ASSAULT&party=VEN", "/events?words=harbour", "/actors",
         "/actors/VEN.government", "/add")  # fmt: skip
LISTS = ("reports", "events", "events?party=RUS", "stories", "actors", "tension",
         "crises")  # fmt: skip


def party(state: str, sector: str, at: int) -> Party:
    """A state's government, army, opposition or people."""
    name = state_name(state) or state
    plain = sector == "GOV"
    words = name if plain else f"{name}'s {sector.lower()}"
    return Party(
        name=words,
        entity_id=f"country:{state}" if plain else None,
        country=state,
        sector=sector,
        text=words,
        start=at,
        end=at + len(words),
    )


def made(events: int, seed: int = 1) -> Iterator[CodedReport]:
    """Coded reports with so many events in all, the same for the same seed."""
    dice, types = random.Random(seed), Ontology.load().types
    told: list[tuple[str, str, str, str, str, int]] = []
    count = 0
    while count < events:
        day = (len(told) * DAYS) // max(events, 1) if told else 0
        size = min(dice.randint(2, 6), events - count)
        facts = []
        for _ in range(size):
            if told and dice.random() < 0.35:
                facts.append(dice.choice(told[-40:]))
            else:
                # A few states make most of the news, as in life.
                one, other = (STATES[int(len(STATES) * dice.random() ** 2)] for _ in range(2))
                type_ = dice.choice(list(VERBS))
                facts.append((one, other, dice.choice(SECTORS), type_, dice.choice(TOPICS), day))
                told.append(facts[-1])
            count += 1
        yield _report(f"r-{seed}-{count}", facts, dice, types)


def _report(
    name: str, facts: list[tuple[str, str, str, str, str, int]], dice, types
) -> CodedReport:
    day = (FIRST + timedelta(days=facts[-1][5])).isoformat()
    text, events, statements, agreements, talks = "", [], [], [], []
    for one, other, sector, type_, topic, when in facts:
        at = len(text)
        actor = party(one, sector, at)
        verb = VERBS[type_]
        trigger = Span(text=verb, start=actor.end + 1, end=actor.end + 1 + len(verb))
        recipient = party(other, "GOV", trigger.end + 1)
        place = dice.choice((one, other))
        tail = f" over the {topic} of {state_name(place)}, {dice.randint(2, 90)} days after the {dice.choice(TOPICS)}."
        sentence = f"{actor.text} {verb} {recipient.text}{tail}"
        text += sentence + "\n"
        evidence = Evidence(sentence=sentence, start=at, end=at + len(sentence), trigger=trigger)
        modality = dice.choice([Modality.HAPPENED] * 8 + [Modality.DENIED, Modality.HYPOTHETICAL])
        said = dice.random() < 0.4
        own = types[type_]
        events.append(
            Event(
                id=content_id("e", name, at),
                report_id=name,
                lang="en",
                date=(FIRST + timedelta(days=when)).isoformat(),
                date_from="report",
                type=EventType(type_),
                mode=None,
                quad=own.quad,
                score=own.score,
                contexts=(),
                act=EventType(type_),
                modality=modality,
                actors=(actor,),
                recipients=(recipient,),
                attribution=(Attribution(speaker=recipient, verb="say"),) if said else (),
                location=Location(name=state_name(place) or place, country=place),
                evidence=evidence,
                confidence=round(0.5 + dice.random() / 2, 2),
                why=f"frame {type_.lower()}.made: subject, object",
                version="benchmark",
            )
        )
        found = {"report_id": name, "date": day, "evidence": evidence}
        if said:
            words = tail.strip()
            statements.append(
                Statement(
                    id=content_id("s", name, at),
                    speaker=recipient,
                    words=words,
                    quoted=False,
                    verb="say",
                    about=(actor,),
                    **found,
                )
            )
        if type_ == "AGREE":
            agreements.append(
                AgreementMention(
                    id=content_id("a", name, at),
                    kind=f"{topic} accord",
                    state="signed",
                    parties=(actor, recipient),
                    **found,
                )
            )
        if type_ == "CONSULT":
            talks.append(
                TalksMention(
                    id=content_id("t", name, at),
                    state="held",
                    parties=(actor, recipient),
                    place=Location(name=state_name(place) or place, country=place),
                    **found,
                )
            )
    return CodedReport(
        report=Report(
            text=text, id=name, date=day, outlet=f"Outlet {dice.randint(1, 40)}", title=text[:60]
        ),
        text=text,
        lang="en",
        events=tuple(events),
        statements=tuple(statements),
        agreements=tuple(agreements),
        talks=tuple(talks),
    )


def timed(desk: TestClient, address: str) -> float:
    start = perf_counter()
    answer = desk.get(address)
    took = (perf_counter() - start) * 1000
    assert answer.status_code == 200, (address, answer.status_code, answer.text)
    return took


@click.command()
@click.option("--events", default=10_000, show_default=True)
@click.option("--rounds", default=3, show_default=True)
@click.option("--only", default="", help="measure addresses that hold this alone")
def main(events: int, rounds: int, only: str) -> None:
    """Print a table of medians."""
    logging.disable(logging.CRITICAL)
    addresses = [a for a in (*PAGES, *(f"/api/v1/{name}" for name in LISTS)) if only in a]
    extra = list(made(rounds * len(addresses) * 8, seed=2))
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "desk.sqlite") as store:
        for coded in made(events):
            store.add(coded)
        print(store.counts(), flush=True)
        shelf = StoreShelf(store)
        starts: list[float] = []
        first, warm, changed = (defaultdict[str, list[float]](list) for _ in range(3))
        for _ in range(rounds):
            begun = perf_counter()
            with TestClient(create_app(shelf), base_url="http://127.0.0.1:8750") as desk:
                while desk.get("/brief").status_code == 503:
                    pass  # the page that says that the picture is being made
                starts.append((perf_counter() - begun) * 1000)
                for address in addresses:
                    first[address].append(timed(desk, address))
                    warm[address] += [timed(desk, address) for _ in range(3)]
                for address in addresses:
                    store.add(extra.pop())
                    changed[address].append(timed(desk, address))
                    desk.get("/api/v1/actors?limit=1")  # waits until the next picture is made
        print(f"start: {statistics.median(starts):.0f} ms\n")
        print("| address | first | changed | warm |\n|---|---|---|---|")
        for address in addresses:
            cells = [statistics.median(each[address]) for each in (first, changed, warm)]
            print(f"| `{address}` | {' | '.join(f'{ms:.0f}' for ms in cells)} |")


if __name__ == "__main__":
    main()
