"""How signals become a score: a sum of named terms, each a small network of its own signals.

A term sees its own signals, two flags (was this pair met before, with this relation?) and the
weight of the actor's record, and nothing of the other terms: so the score is a plain sum, and each
part can be shown. Weights are learned by the likelihood of the true answers among the entities that
looked likely and a sample of the rest (softmax over candidates, Adam, a fixed seed).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from statuquo.outlook.signals import CONTEXT, FLAGS, PAIR, WIDE, Signals

Floats: TypeAlias = NDArray[np.float32]

TERMS: Final[dict[str, tuple[str, ...]]] = {
    "same relation": PAIR[0:6],
    "the pair": PAIR[6:12],
    "what follows what": PAIR[12:14],
    "popularity": WIDE[0:10],
    "country and sector": WIDE[10:20],
    "partners of partners": WIDE[20:21],
}
"""The terms of a score and the signals that each sees."""
_PAIR_TERMS: Final = 3
_FLAGS_OF: Final = {"same relation": (), "the pair": FLAGS[1:], "what follows what": ()}
"""Which flags a term sees; those not named here see both, and whether both are at home in one land."""
_INPUTS: Final = (*PAIR, *WIDE, *FLAGS, *CONTEXT)
_AT: Final = {name: at for at, name in enumerate(_INPUTS)}

UNITS: Final = 10
"""Hidden units of a term."""
ROUNDS: Final = 10
"""Passes over the questions."""
_BATCH: Final = 64
_RATE: Final = 0.004
_LAST_RATE: Final = 1e-4
_DECAY: Final = 1e-4
_BETA: Final = (0.9, 0.999)
_SEED: Final = 20

PLAIN: Final = {
    "same_30": 0.2, "same_all": 0.1, "same_share": 0.4, "pair_8": 0.1, "pair_30": 0.1,
    "rule": 2.0, "taken_all": 0.3, "met_30": 0.1, "land_200": 0.2, "home": 0.5, "self": -5.0,
}  # fmt: skip
"""Weights that stand until enough facts are known to learn any: no more than a persuasion that the
past repeats itself. They also choose the candidates that learning looks at."""


def _mask() -> Floats:
    mask = np.zeros((len(TERMS) * UNITS, len(_INPUTS)), np.float32)
    for at, (term, names) in enumerate(TERMS.items()):
        flags = _FLAGS_OF.get(term, (*FLAGS, "home"))
        for name in (*names, *flags, *CONTEXT):
            mask[at * UNITS : (at + 1) * UNITS, _AT[name]] = 1
    return mask


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions to learn from, with their candidates.

    Args:
        inputs: a row for each candidate, its signals, flags and context.
        right: whether the candidate was an answer.
        sizes: how many candidates each question has.
        odds: what a candidate stands for: log of the entities it was drawn from per one drawn.
    """

    inputs: Floats
    right: NDArray[np.bool_]
    sizes: NDArray[np.intp]
    odds: Floats


class Mixture:
    """Weights of the terms.

    Args:
        linear: a weight for each input, straight.
        inner: a row of weights for each hidden unit.
        bias: of each hidden unit.
        outer: what each hidden unit adds.
    """

    def __init__(self, linear: Floats, inner: Floats, bias: Floats, outer: Floats) -> None:
        self._linear, self._inner, self._bias, self._outer = linear, inner, bias, outer

    @classmethod
    def plain(cls) -> Mixture:
        """The mixture of `PLAIN` weights, without anything learned."""
        linear = np.array([PLAIN.get(name, 0.0) for name in _INPUTS], np.float32)
        units = len(TERMS) * UNITS
        nothing = np.zeros(units, np.float32)
        return cls(linear, np.zeros((units, len(_INPUTS)), np.float32), nothing, nothing)

    def scores(self, signals: Signals) -> Floats:
        """The score of every entity."""
        pairs, wide = len(PAIR), len(WIDE) + len(FLAGS)
        inputs = slice(pairs, pairs + wide)
        if not self._outer.any():
            straight: Floats = self._linear[inputs] @ signals.wide
            straight[signals.partners] += self._linear[:pairs] @ signals.pair
            return straight
        units = slice(_PAIR_TERMS * UNITS, None)
        start = self._bias + self._inner[:, pairs + wide :] @ signals.context
        hidden = self._inner[units, inputs] @ signals.wide
        hidden += start[units, None]
        np.maximum(hidden, 0, out=hidden)
        scores: Floats = self._outer[units] @ hidden + self._linear[inputs] @ signals.wide
        units = slice(0, _PAIR_TERMS * UNITS)
        # All that are no partners of the actor have 0 in every signal of the pair.
        others = self._outer[units] @ np.maximum(start[units], 0)
        scores += others
        if len(signals.partners):
            hidden = self._inner[units, :pairs] @ signals.pair + start[units, None]
            flags = slice(pairs + len(WIDE), pairs + wide)
            hidden += self._inner[units, flags] @ signals.wide[len(WIDE) :, signals.partners]
            ours = self._outer[units] @ np.maximum(hidden, 0) + self._linear[:pairs] @ signals.pair
            scores[signals.partners] += ours - others
        return scores

    def terms(self, signals: Signals, entity: int) -> dict[str, float]:
        """The parts of one entity's score."""
        inputs = candidates(signals, np.array([entity]))[0]
        hidden = self._outer * np.maximum(self._inner @ inputs + self._bias, 0)
        parts = {}
        for at, (term, names) in enumerate(TERMS.items()):
            straight = sum(self._linear[_AT[name]] * inputs[_AT[name]] for name in names)
            parts[term] = float(hidden[at * UNITS : (at + 1) * UNITS].sum() + straight)
        shared = sum(self._linear[_AT[name]] * inputs[_AT[name]] for name in FLAGS)
        parts["the pair"] += float(shared)
        return parts

    @classmethod
    def learned(cls, questions: Questions, terms: Collection[str] = tuple(TERMS)) -> Mixture:
        """Weights under which the answers that came true were likely; only `terms` have any."""
        chance = np.random.default_rng(_SEED)
        middle = questions.inputs.mean(axis=0)
        spread = questions.inputs.std(axis=0) + np.float32(1e-6)
        mask = _mask()
        used = np.repeat([term in terms for term in TERMS], UNITS).astype(np.float32)
        mask *= used[:, None]
        units = len(mask)
        seen = {name for term in terms for name in TERMS[term]} | set(FLAGS)
        straight = np.array([name in seen for name in _INPUTS], np.float32)
        inner = (
            mask
            * chance.normal(0, 1, mask.shape)
            / np.sqrt(np.maximum(mask.sum(axis=1), 1))[:, None]
        )
        # Learned together: linear, inner, bias, outer.
        weights = [
            np.zeros(len(_INPUTS), np.float32),
            inner.astype(np.float32),
            np.zeros(units, np.float32),
            np.zeros(units, np.float32),
        ]
        masks: list[Floats] = [straight, mask, used, used]
        decays = [0.1 * _DECAY, _DECAY, 0.0, _DECAY]
        first = [np.zeros_like(one) for one in weights]
        second = [np.zeros_like(one) for one in weights]
        inputs = (questions.inputs - middle) / spread
        ends = np.cumsum(questions.sizes)
        starts = ends - questions.sizes
        step = 0
        for turn in range(ROUNDS):
            rate = _RATE * (1 - turn / ROUNDS) + _LAST_RATE
            order = chance.permutation(len(ends))
            for at in range(0, len(order), _BATCH):
                chosen = order[at : at + _BATCH]
                rows = np.concatenate([np.arange(starts[one], ends[one]) for one in chosen])
                slopes = _slopes(
                    weights, inputs[rows], questions.right[rows], questions.odds[rows],
                    questions.sizes[chosen],
                )  # fmt: skip
                step += 1
                for k, slope in enumerate(slopes):
                    push = masks[k] * slope + decays[k] * weights[k]
                    first[k] += (1 - _BETA[0]) * (push - first[k])
                    second[k] += (1 - _BETA[1]) * (push * push - second[k])
                    mean = first[k] / (1 - _BETA[0] ** step)
                    size = np.sqrt(second[k] / (1 - _BETA[1] ** step)) + 1e-8
                    weights[k] -= (rate * mean / size).astype(np.float32)
        linear, inner, bias, outer = weights
        return cls(linear / spread, inner / spread, bias - (inner / spread) @ middle, outer)


def candidates(signals: Signals, entities: NDArray[np.intp]) -> Floats:
    """A row of inputs for each of some entities."""
    rows = np.zeros((len(entities), len(_INPUTS)), np.float32)
    wide = slice(len(PAIR), len(PAIR) + len(WIDE) + len(FLAGS))
    rows[:, wide] = signals.wide[:, entities].T
    rows[:, wide.stop :] = signals.context
    place = np.full(signals.wide.shape[1], -1, np.intp)
    place[signals.partners] = np.arange(len(signals.partners))
    places = place[entities]
    partners = places >= 0
    rows[partners, : len(PAIR)] = signals.pair[:, places[partners]].T
    return rows


def _slopes(
    weights: list[Floats],
    inputs: Floats,
    right: NDArray[np.bool_],
    odds: Floats,
    sizes: NDArray[np.intp],
) -> list[Floats]:
    """How the loss of a batch changes with each weight.

    Each answer stands against all candidates that were no answers, as the ranks are counted.
    """
    linear, inner, bias, outer = weights
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    hidden = np.maximum(inputs @ inner.T + bias, 0)
    score = hidden @ outer + inputs @ linear + odds
    score -= np.maximum.reduceat(score, starts)[owner]
    mass = np.exp(score)
    wrong = np.add.reduceat(np.where(right, 0, mass), starts)[owner]
    total = wrong + mass
    share = np.add.reduceat(np.where(right, 1 / total, 0), starts)[owner]
    slope = np.where(right, mass / total - 1, mass * share).astype(np.float32) / len(sizes)
    back = slope[:, None] * outer * (hidden > 0)
    return [inputs.T @ slope, back.T @ inputs, back.sum(axis=0), hidden.T @ slope]
