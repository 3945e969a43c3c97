"""The two outlook protocols on ICEWS files: our forecasters beside the references.

    python benchmarks/outlook.py links DIR [--settings FILE] [--part tune|test] [--every N] [--ablate]
    python benchmarks/outlook.py dyads DIR [--horizon 7] [--part tune|test]

DIR holds ``train.txt`` (head, relation, tail, hour), ``entity2id.txt`` and ``relation2id.txt``; for
dyads also ``relation_quad.csv`` and ``entity_country.csv``. Where it holds ``valid.txt`` and
``test.txt`` too, ``test`` is that part (links), or November and December (dyads); else October, or
September and October. ``tune`` is August and September (links), mid-May to August (dyads): the
rolling origins on which settings were chosen, before the test part.

Links: every event (s, r, o, t) asks «s, r, whom?» and «who, r, o?»; what happened before day t is
known; other true answers of the same question and day are left out; mean reciprocal rank and hits
under a random order of ties. The reference is the recurrency baseline (Gastinger et al., IJCAI
2024), with its settings for each relation read from ``--settings``; intervals from resampling days.

Dyads: every Sunday, for each ordered pair of countries with ten events before the test part's
fitting end, the probability of material conflict within the horizon; Brier score, beside the
climatology of all weeks so far; intervals from resampling unordered pairs.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from statuquo.outlook import DyadForecaster, LinkForecaster
from statuquo.outlook.mixing import TERMS

Fact = tuple[int, str, str, str]
Doubles = NDArray[np.float64]
REPEATS = 1000
TUNE_LINKS, TUNE_DYADS = (213, 273), (130, 242)
"""Days, the first counted 0, from and before: August and September; mid-May to the end of August."""


def names_in(path: Path) -> list[str]:
    """Names by their number, from lines «name, tab, number»."""
    rows = [line.rsplit("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [name for name, _ in sorted(rows, key=lambda row: int(row[1]))]


def facts_in(folder: Path, parts: Iterable[str] = ("train", "valid", "test")) -> list[Fact]:
    """Events as (day from 0, actor, relation, recipient), in the order of days."""
    entities, relations = (names_in(folder / f"{kind}2id.txt") for kind in ("entity", "relation"))
    found = []
    for part in parts:
        path = folder / f"{part}.txt"
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            head, relation, tail, hour = (int(word) for word in line.split("\t")[:4])
            found.append((hour // 24, entities[head], relations[relation], entities[tail]))
    return sorted(found, key=lambda fact: fact[0])


class Recurrency:
    """The recurrency baseline: decayed repeats of the fact, mixed with its relation's usual ends.

    Args:
        settings: by relation number (inverse relations behind the others), decay and mixture.
        folder: where the numbers of the relations are.
    """

    def __init__(self, settings: Path, folder: Path) -> None:
        relations = names_in(folder / "relation2id.txt")
        chosen = json.loads(settings.read_text(encoding="utf-8"))
        kinds = [(name, turned) for turned in (False, True) for name in relations]
        self._settings = {
            kind: (chosen[str(at)]["lmbda_psi"][0], min(chosen[str(at)]["alpha"][0], 0.99999))
            for at, kind in enumerate(kinds)
        }
        self._repeats: dict[tuple[str, bool, str], list[tuple[int, str]]] = defaultdict(list)
        self._ends: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
        self._days: dict[tuple[str, bool], list[int]] = {}

    def observe(self, facts: Iterable[Fact]) -> None:
        """Take in facts."""
        for day, one, relation, other in facts:
            for turned, given, found in ((False, one, other), (True, other, one)):
                kind = (relation, turned)
                self._repeats[relation, turned, given].append((day, found))
                self._ends[kind][found] += 1
                first = self._days.setdefault(kind, [day, day])
                first[0], first[1] = min(first[0], day), max(first[1], day)

    def scores(self, given: str, relation: str, turned: bool, day: int) -> dict[str, float]:
        """Scores of the entities that have any; all others have 0."""
        decay, share = self._settings[relation, turned]
        found: dict[str, float] = defaultdict(float)
        first, last = self._days.get((relation, turned), (0, 0))
        norm = sum(2.0 ** (decay * (past - day)) for past in range(first, last))
        for past, other in self._repeats.get((relation, turned, given), ()):
            found[other] += share * 2.0 ** (decay * (past - day)) / max(norm, 1e-15)
        ends = self._ends[relation, turned]
        total = ends.total()
        for other, count in ends.items():
            found[other] += (1 - share) * count / total
        return found


def reciprocal(scores: Doubles, answer: int, others: list[int]) -> tuple[float, float]:
    """Expected reciprocal rank and chance of a place among the first ten, ties in random order."""
    kept = np.ones(len(scores), np.bool_)
    kept[others] = False
    kept[answer] = True
    mine, rest = scores[answer], scores[kept]
    above, level = int((rest > mine).sum()), int((rest == mine).sum())
    ranks = np.arange(above + 1, above + level + 1)
    return float((1 / ranks).mean()), float((ranks <= 10).mean())


def rank(
    facts: list[Fact],
    entities: list[str],
    days: Iterable[int],
    score: Callable[[str, str, bool, int], dict[str, float]],
    observe: Callable[[list[Fact]], object],
) -> dict[int, list[tuple[float, float]]]:
    """Reciprocal ranks and hits by day; facts between days asked are observed when they are over."""
    number = {name: at for at, name in enumerate(entities)}
    by_day = defaultdict(list)
    for fact in facts:
        by_day[fact[0]].append(fact)
    found = {}
    asked = set(days)
    for day in range(min(asked), max(asked) + 1):
        if day in asked:
            answers = defaultdict(list)
            for _, one, relation, other in by_day[day]:
                answers[one, relation, False].append(number[other])
                answers[other, relation, True].append(number[one])
            found[day] = []
            for (given, relation, turned), right in answers.items():
                got = score(given, relation, turned, day)
                scores = np.array([got.get(name, 0.0) for name in entities])
                found[day] += [reciprocal(scores, one, right) for one in right]
        observe(by_day[day])
    return found


def interval(
    ours: dict[int, list[tuple[float, float]]], theirs: dict[int, list[tuple[float, float]]]
) -> tuple[float, float]:
    """95 % interval of the difference in mean reciprocal rank, days resampled."""
    days = sorted(ours)
    gain = np.array([sum(a[0] - b[0] for a, b in zip(ours[day], theirs[day], strict=True)) for day in days])  # fmt: skip
    size = np.array([len(ours[day]) for day in days])
    drawn = np.random.default_rng(0).integers(0, len(days), (REPEATS, len(days)))
    means = gain[drawn].sum(axis=1) / size[drawn].sum(axis=1)
    low, high = np.quantile(100 * means, (0.025, 0.975))
    return float(low), float(high)


def links(folder: Path, settings: Path | None, part: str, every: int, ablate: bool) -> None:
    """Rank links and print the figures."""
    facts = facts_in(folder)
    entities = names_in(folder / "entity2id.txt")
    published = (folder / "test.txt").exists()
    if part == "tune":
        low, high = TUNE_LINKS
    else:
        low = facts_in(folder, ["test"])[0][0] if published else 273
        high = facts[-1][0] + 1
    days = range(low, high, every)
    before = [fact for fact in facts if fact[0] < low]
    print(f"{len(before)} events before day {low}; asked: {len(days)} days up to {high - 1}")

    def ours(without: str | None = None) -> dict[int, list[tuple[float, float]]]:
        start = time.perf_counter()
        outlook = LinkForecaster(terms=[term for term in TERMS if term != without]).fit(before)
        fitted = time.perf_counter()
        found = rank(
            facts, entities, days,
            lambda given, relation, turned, day: (
                outlook.actors(given, relation, day)
                if turned
                else outlook.recipients(given, relation, day)
            ),
            outlook.observe,
        )  # fmt: skip
        told = f"without {without}" if without else "ours"
        show(told, found, f"fit {fitted - start:.0f} s, rank {time.perf_counter() - fitted:.0f} s")
        return found

    mine = ours()
    if settings:
        baseline = Recurrency(settings, folder)
        baseline.observe(before)
        theirs = rank(facts, entities, days, baseline.scores, baseline.observe)
        show("recurrency", theirs, "")
        print("ours - recurrency, 95 %: {:+.2f} to {:+.2f}".format(*interval(mine, theirs)))
    for term in TERMS if ablate else ():
        print("   ours - without, 95 %: {:+.2f} to {:+.2f}".format(*interval(mine, ours(term))))


def show(name: str, found: dict[int, list[tuple[float, float]]], more: str) -> None:
    """One line of figures."""
    values = np.array([pair for day in found.values() for pair in day])
    mean, ten = 100 * values.mean(axis=0)
    print(
        f"{name:32s} MRR {mean:6.2f}  hits@10 {ten:6.2f}  {len(values)} questions  {more}",
        flush=True,
    )


def dyads(folder: Path, horizon: int, part: str) -> None:
    """Forecast dyads and print the figures."""
    with (folder / "relation_quad.csv").open(encoding="utf-8") as file:
        quads = {row["relation"]: row["quad"] for row in csv.DictReader(file)}
    with (folder / "entity_country.csv").open(encoding="utf-8") as file:
        countries = {row["entity"]: row["country"] for row in csv.DictReader(file)}
    events = [
        (day, countries[one], countries[other], quads[relation])
        for day, one, relation, other in facts_in(folder)
        if countries.get(one) and countries.get(other)
    ]
    published = (folder / "test.txt").exists()
    last = events[-1][0]
    fit_end, low = (243, 304) if published else (181, 243)
    if part == "tune":
        (low, last), fit_end = TUNE_DYADS, 130
    known = Counter(event[1:3] for event in events if event[0] < fit_end)
    pairs = sorted(pair for pair, count in known.items() if count >= 10)
    sundays = [day for day in range(low, last + 1) if day % 7 == 4 and day + horizon <= last]
    conflict = defaultdict(set)
    for day, one, other, quad in events:
        if quad == "MCONF":
            conflict[one, other].add(day)

    def came(pair: tuple[str, str], day: int) -> bool:
        return any(day < one <= day + horizon for one in conflict[pair])

    print(f"{len(events)} events, {len(pairs)} pairs, {len(sundays)} Sundays, {horizon} days ahead")
    start = time.perf_counter()
    seen = sundays[0]
    outlook = DyadForecaster(horizon).fit(event for event in events if event[0] <= seen)
    print("evidence that earned its place:", "; ".join(outlook.evidence) or "none")
    rows = []
    for sunday in sundays:
        outlook.observe(event for event in events if seen < event[0] <= sunday)
        seen = sunday
        past = list(range(4, sunday - horizon + 1, 7))
        labels = np.array([[came(pair, day) for pair in pairs] for day in past])
        shares = (labels.sum(axis=0) + 2 * labels.mean()) / (len(past) + 2)
        for pair, share in zip(pairs, shares, strict=True):
            onset = not any(sunday - 28 < day <= sunday for day in conflict[pair])
            p = outlook.probability(*pair, sunday)
            rows.append((p, share, came(pair, sunday), pair[0] != pair[1], onset, *pair))
    ours, climate, truth = (np.array([row[at] for row in rows], float) for at in range(3))
    slices = {
        "all": np.ones(len(rows), np.bool_),
        "across borders": np.array([row[3] for row in rows]),
        "onset": np.array([row[4] for row in rows]),
    }
    group = np.unique(["|".join(sorted(row[5:])) for row in rows], return_inverse=True)[1]
    for name, chosen in slices.items():
        mine, theirs = ((p - truth) ** 2 for p in (ours, climate))
        gain = (mine - theirs) * chosen
        sums, sizes = np.bincount(group, gain), np.bincount(group, chosen)
        drawn = np.random.default_rng(0).integers(0, len(sums), (REPEATS, len(sums)))
        low_, high_ = np.quantile(sums[drawn].sum(1) / sizes[drawn].sum(1), (0.025, 0.975))
        print(
            f"{name:16s} {chosen.sum():5d} rows  Brier ours {mine[chosen].mean():.4f}  climatology "
            f"{theirs[chosen].mean():.4f}  difference {gain.sum() / chosen.sum():+.5f}, "
            f"95 % {low_:+.5f} to {high_:+.5f}"
        )
    print(f"{time.perf_counter() - start:.0f} s")


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("links", "dyads"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--settings", type=Path, help="of the recurrency baseline, JSON")
    parser.add_argument("--part", choices=("tune", "test"), default="tune")
    parser.add_argument("--every", type=int, default=1, help="ask only every so many days")
    parser.add_argument("--ablate", action="store_true", help="also without each term")
    parser.add_argument("--horizon", type=int, default=7)
    given = parser.parse_args()
    if given.what == "links":
        links(given.folder, given.settings, given.part, given.every, given.ablate)
    else:
        dyads(given.folder, given.horizon, given.part)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"processor time {time.process_time():.0f} s, peak {peak} MB")


if __name__ == "__main__":
    main()
