"""Made-up histories for the forecasters."""

import random
from datetime import date, timedelta

QUADS = ("verbal-cooperation", "verbal-conflict", "material-conflict")
START = date(2020, 1, 1)


def habits(days: int = 160, seed: int = 1) -> list[tuple[int, str, str, str]]:
    """Forty entities of four countries; each acts on a few regular partners, and now and then on
    anybody, and «threatens» comes some days before «attacks» on the same recipient."""
    chance = random.Random(seed)
    people = [f"{what} ({where})" for where in "ABCD" for what in
              ("Army", "Police", "Press", "Court", "Bank", "School", "Party", "Union", "Farm", "Club")]  # fmt: skip
    regular = {one: chance.sample(people, 3) for one in people}
    facts = []
    for day in range(1, days + 1):
        for _ in range(9):
            one = chance.choice(people)
            other = chance.choice(regular[one]) if chance.random() < 0.8 else chance.choice(people)
            facts.append((day, one, chance.choice(("meets", "visits")), other))
        one, other = chance.sample(people, 2)
        facts.append((day, one, "threatens", other))
        facts.append((day + 3, one, "attacks", other))
    return facts


def quarrels(
    days: int = 300, seed: int = 1, *, dated: bool = False
) -> list[tuple[int | date, str, str, str]]:
    """Eight countries; verbal conflict of a pair is often followed by material conflict in days."""
    chance = random.Random(seed)
    lands = [f"L{number}" for number in range(8)]
    pairs = [(one, other) for one in lands for other in lands if one != other]
    heat = {pair: chance.random() * 0.06 for pair in pairs}
    facts = []
    for day in range(days):
        for pair in pairs:
            if chance.random() < 0.08:
                facts.append((day, *pair, "verbal-cooperation"))
            if chance.random() < heat[pair]:
                facts.append((day, *pair, "verbal-conflict"))
                if chance.random() < 0.6:
                    facts.append((day + chance.randint(1, 4), *pair, "material-conflict"))
            if chance.random() < heat[pair] / 4:
                facts.append((day, *pair, "material-conflict"))
    facts = [fact for fact in facts if fact[0] < days]
    return [(START + timedelta(day), *rest) for day, *rest in facts] if dated else facts
