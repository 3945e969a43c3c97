"""Who will do what to whom next: a ranked list for «whom does this actor do this to, on this day?».

outlook = LinkForecaster().fit(events)              # (day, actor, relation, recipient)
outlook.recipients("Russia", "Consult", day)        # {entity: score}, the likeliest highest
outlook.explain("Russia", "Consult", "Cuba", day)   # the terms of the score, and their events
outlook.observe(new_events)                         # what has become known since
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from statuquo.errors import InputError
from statuquo.outlook.facts import Day, Entity, Fact, day_number, in_order, is_dated
from statuquo.outlook.ledger import Ledger
from statuquo.outlook.mixing import TERMS, Mixture, Questions, candidates
from statuquo.outlook.places import Parts, Places, name_parts
from statuquo.outlook.rules import Rules
from statuquo.outlook.signals import Reader

Asked: TypeAlias = Literal["recipient", "actor"]
_Fact: TypeAlias = tuple[int, Hashable, Hashable, Hashable]

_FEWEST: Final = 400
"""Questions: with fewer in the part for weights, none are learned (docs/outlook.md)."""
_MOST: Final = 8_000
"""Questions that weights are learned from; more are drawn from, evenly."""
_RUN_IN, _RULES_END = 0.15, 0.65
"""Shares of the days: first only seen, then rules are counted, then weights are learned."""
_HARD, _DRAWN = 60, 30
"""Candidates of a question: those that look likely, and a sample of all others."""
_SEED: Final = 20
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a score.

    Args:
        name: which signal, as `statuquo.outlook.mixing.TERMS` names them.
        value: what it adds.
        events: the latest events that it rests on, newest first.
    """

    name: str
    value: float
    events: tuple[Fact, ...]

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "name": self.name,
            "value": round(self.value, 4),
            "events": [event.to_dict() for event in self.events],
        }


@dataclass(frozen=True, slots=True)
class LinkExplanation:
    """Why a link has its score.

    Args:
        score: the sum of the terms; only differences within one question mean anything.
        rank: place among all entities, 1 the likeliest; ties share the middle.
        of: how many entities there are.
        terms: the parts, largest first.
        learned: whether the weights were learned, or the facts were too few.
    """

    score: float
    rank: float
    of: int
    terms: tuple[Term, ...]
    learned: bool

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "score": round(self.score, 4),
            "rank": self.rank,
            "of": self.of,
            "learned": self.learned,
            "terms": [term.to_dict() for term in self.terms],
        }


class LinkForecaster:
    """Ranks who is done something to, or does it, on a day, from all that happened before that day.

    Args:
        parts: reads the sector and the country from an entity's name; None where it tells none.
        terms: the terms that learning may use, all of `statuquo.outlook.mixing.TERMS` by default;
            fewer show what one is worth.

    >>> events = [(1, "Ana", "visits", "Bo"), (2, "Ana", "visits", "Bo"), (2, "Cy", "meets", "Bo")]
    >>> scores = LinkForecaster().fit(events).recipients("Ana", "visits", 3)
    >>> max(scores, key=scores.get)
    'Bo'
    """

    def __init__(self, *, parts: Parts = name_parts, terms: Iterable[str] = tuple(TERMS)) -> None:
        self._parts, self._terms = parts, tuple(terms)
        self._dated = False
        self._empty()

    def _empty(self) -> None:
        self._ledger, self._places = Ledger(), Places(self._parts)
        self._places.learn(self._ledger)
        self._reader = Reader(self._ledger, self._places, Rules(0))
        self._mixture = Mixture.plain()
        self.learned = False

    def fit(self, events: Iterable[tuple[Day, Entity, Entity, Entity]]) -> Self:
        """Take in events and learn from them what tends to come next.

        Args:
            events: (day, actor, relation, recipient) in any order; days all numbers or all dates.

        Returns:
            The forecaster itself, without memory of an earlier fit.

        Raises:
            InputError: an event has not four values or no day.
        """
        listed = list(events)
        facts = in_order(listed)
        self._empty()
        self._dated = bool(listed) and is_dated(listed[0][0])
        self._ledger.add(facts)
        self._places.learn(self._ledger)
        if facts:
            self._learn(facts)
        return self

    def observe(self, events: Iterable[tuple[Day, Entity, Entity, Entity]]) -> Self:
        """Take in events that have become known; what was learned stays.

        Args:
            events: as `fit` takes them.

        Raises:
            InputError: an event has not four values or no day.
        """
        listed = list(events)
        facts = in_order(listed)
        if not facts:
            return self
        dated = is_dated(listed[0][0])
        if len(self._ledger) and dated != self._dated:
            raise InputError("days must be of the kind that fit was given: numbers or dates")
        self._dated = dated
        self._ledger.add(facts)
        self._places.meet(self._ledger.entities.all)
        self._reader.forget()
        return self

    def recipients(self, actor: Entity, relation: Entity, day: Day) -> dict[Entity, float]:
        """Score every entity as the one to whom the actor does this on that day.

        Args:
            actor: who acts.
            relation: what is done.
            day: events before it are used, none of it and none after.

        Returns:
            Entity to score, higher is likelier, for all entities that are known.
        """
        return self._scores(actor, self._kind(relation), day)

    def actors(self, recipient: Entity, relation: Entity, day: Day) -> dict[Entity, float]:
        """Score every entity as the one who does this to the recipient on that day.

        Args:
            recipient: to whom it is done.
            relation: what is done.
            day: events before it are used, none of it and none after.

        Returns:
            Entity to score, higher is likelier, for all entities that are known.
        """
        return self._scores(recipient, self._kind(relation, turned=True), day)

    def explain(
        self,
        actor: Entity,
        relation: Entity,
        recipient: Entity,
        day: Day,
        *,
        asked: Asked = "recipient",
    ) -> LinkExplanation:
        """Show what a score is made of.

        Args:
            actor: who acts.
            relation: what is done.
            recipient: to whom.
            day: as for `recipients`.
            asked: which end was in question: the ``recipient`` or the ``actor``.

        Returns:
            The terms, which add up to the score, with the latest events behind each.

        Raises:
            InputError: the one in question was never met.
        """
        turned = asked == "actor"
        given, found = (recipient, actor) if turned else (actor, recipient)
        entity = self._ledger.entities.find(found)
        if entity < 0:
            raise InputError(f"{found!r} is in no event so far, so there is nothing to explain")
        kind, number = self._kind(relation, turned=turned), day_number(day)
        source = self._ledger.entities.find(given)
        signals = self._reader.read(source, kind, number)
        scores = self._mixture.scores(signals)
        parts = self._mixture.terms(signals, entity)
        behind = _Behind(self._ledger, self._reader, self._places, source, kind, entity, number)
        terms = [
            Term(name, value, tuple(self._told(*fact) for fact in behind.events(name)))
            for name, value in parts.items()
        ]
        above, level = (scores > scores[entity]).sum(), (scores == scores[entity]).sum()
        return LinkExplanation(
            score=sum(parts.values()),
            rank=float(above + (level + 1) / 2),
            of=len(scores),
            terms=tuple(sorted(terms, key=lambda term: -abs(term.value))),
            learned=self.learned,
        )

    def _kind(self, relation: Entity, *, turned: bool = False) -> int:
        number = self._ledger.relations.find(relation)
        return -1 if number < 0 else 2 * number + turned

    def _scores(self, given: Entity, kind: int, day: Day) -> dict[Entity, float]:
        signals = self._reader.read(self._ledger.entities.find(given), kind, day_number(day))
        scores = self._mixture.scores(signals)
        return dict(zip(self._ledger.entities.all, scores.tolist(), strict=True))

    def _told(self, day: int, one: int, kind: int, other: int) -> Fact:
        """A row of the ledger as an event."""
        actor, recipient = (other, one) if kind % 2 else (one, other)
        names = self._ledger.entities.all
        return Fact(
            date.fromordinal(day) if self._dated else day,
            names[actor],
            self._ledger.relations.all[kind // 2],
            names[recipient],
        )

    def _learn(self, facts: list[_Fact]) -> None:
        """Count rules on the earlier part, learn weights on the later, count rules on both."""
        first, last = facts[0][0], facts[-1][0]
        span = last - first + 1
        run_in, rules_end = first + int(_RUN_IN * span), first + int(_RULES_END * span)
        late = list(self._questions(facts, rules_end, last + 1))
        if len(late) < _FEWEST:
            return
        chance = np.random.default_rng(_SEED)
        rules = self._reader.rules = Rules(2 * len(self._ledger.relations))
        self._count(rules, list(self._questions(facts, run_in, rules_end)))
        rules.learn()
        drawn = late
        if len(late) > _MOST:
            drawn = [late[at] for at in sorted(chance.choice(len(late), _MOST, replace=False))]
        self._mixture = Mixture.learned(self._collect(drawn, chance), self._terms)
        self.learned = True
        # The rules that stand are those of all the days.
        self._count(rules, late)
        rules.learn()
        self._reader.forget()

    def _questions(
        self, facts: list[_Fact], since: int, until: int
    ) -> Iterator[tuple[int, int, int, NDArray[np.intp]]]:
        """Every question of some days, (day, actor, relation), with its answers."""
        answers: dict[tuple[int, int, int], set[int]] = {}
        entity, relation_of = self._ledger.entities.find, self._ledger.relations.find
        for day, actor, relation, recipient in facts:
            if since <= day < until:
                one, other, kind = entity(actor), entity(recipient), 2 * relation_of(relation)
                answers.setdefault((day, one, kind), set()).add(other)
                answers.setdefault((day, other, kind + 1), set()).add(one)
        for (day, actor, kind), found in sorted(answers.items()):
            yield day, actor, kind, np.array(sorted(found), np.intp)

    def _count(self, rules: Rules, questions: list[tuple[int, int, int, NDArray[np.intp]]]) -> None:
        answer = np.zeros(len(self._ledger.entities), np.bool_)
        before: tuple[int, int] | None = None
        for day, actor, kind, answers in questions:
            if before != (day, actor):
                bins, bodies, others = self._reader.links(actor, day)
                before = (day, actor)
            answer[answers] = True
            rules.count(kind, bins, bodies, answer[others])
            answer[answers] = False

    def _collect(
        self,
        questions: list[tuple[int, int, int, NDArray[np.intp]]],
        chance: np.random.Generator,
    ) -> Questions:
        """The candidates of each question, with their signals."""
        plain = Mixture.plain()
        entities = len(self._ledger.entities)
        inputs, right, sizes, odds = [], [], [], []
        for day, actor, kind, answers in questions:
            signals = self._reader.read(actor, kind, day)
            rough = plain.scores(signals)
            hard = (
                np.argpartition(-rough, _HARD)[:_HARD] if entities > _HARD else np.arange(entities)
            )
            taken = np.zeros(entities, np.bool_)
            taken[hard] = taken[answers] = True
            drawn = np.unique(chance.integers(0, entities, _DRAWN))
            drawn = drawn[~taken[drawn]]
            likely = np.setdiff1d(hard, answers)
            chosen = np.concatenate([answers, likely, drawn])
            inputs.append(candidates(signals, chosen))
            right.append(np.arange(len(chosen)) < len(answers))
            odd = np.zeros(len(chosen), np.float32)
            if len(drawn):
                odd[-len(drawn) :] = np.log((entities - taken.sum()) / len(drawn))
            odds.append(odd)
            sizes.append(len(chosen))
        self._reader.forget()
        return Questions(
            np.concatenate(inputs), np.concatenate(right), np.array(sizes), np.concatenate(odds)
        )


class _Behind:
    """Finds the latest events that a term rests on."""

    def __init__(
        self,
        ledger: Ledger,
        reader: Reader,
        places: Places,
        source: int,
        kind: int,
        entity: int,
        day: int,
    ) -> None:
        self._ledger, self._reader, self._places = ledger, reader, places
        self._source, self._kind, self._entity, self._day = source, kind, entity, day

    def events(self, term: str) -> list[tuple[int, int, int, int]]:
        """Rows (day, one, relation, other), newest first."""
        if term == "same relation":
            found = [row for row in self._between(self._source) if row[2] == self._kind]
        elif term == "the pair":
            found = self._between(self._source)
        elif term == "what follows what":
            found = self._surest()
        elif term == "popularity":
            found = self._taken(lambda _: True)
        elif term == "country and sector":
            home = self._places.home
            land = home[self._source] if self._source >= 0 else 0
            found = self._taken(lambda one: bool(land) and home[one] == land)
        else:
            found = self._through()
        return found[:_SHOWN]

    def _between(self, one: int) -> list[tuple[int, int, int, int]]:
        """All that is known between one entity and the one in question."""
        if one < 0:
            return []
        deeds = self._ledger.deeds[one]
        place = deeds.place(self._entity)
        days, links = deeds.rows.before(self._day)
        ours = np.flatnonzero(deeds.ends.all[links] == place)[::-1]
        return [
            (int(days[at]), one, int(deeds.relations.all[links[at]]), self._entity) for at in ours
        ]

    def _surest(self) -> list[tuple[int, int, int, int]]:
        """The latest event of each link, the surest rule first."""
        latest = {row[2]: row for row in reversed(self._between(self._source))}
        if not latest or self._kind < 0:
            return []
        past = self._reader.past(self._source, self._day)
        doubts = self._reader.rules.weigh(self._kind, past.bins, past.relations)
        place = self._ledger.deeds[self._source].place(self._entity)
        ours = np.flatnonzero((past.ends == place) & past.met & (doubts > 0))
        return [latest[int(past.relations[at])] for at in ours[np.argsort(-doubts[ours])]]

    def _taken(self, ours: Any) -> list[tuple[int, int, int, int]]:
        if self._kind < 0:
            return []
        days, one, other = self._ledger.by_relation[self._kind].before(self._day)
        at = np.flatnonzero(other == self._entity)[::-1]
        rows = ((int(days[i]), int(one[i]), self._kind, self._entity) for i in at)
        return [row for row in rows if ours(row[1])]

    def _through(self) -> list[tuple[int, int, int, int]]:
        if self._source < 0:
            return []
        past = self._reader.past(self._source, self._day)
        friends = sorted(set(past.partners[past.ends[past.met]].tolist()))
        rows = [row for friend in friends for row in self._between(friend)[:1]]
        return sorted(rows, reverse=True)
