"""What tends to follow what: how sure «r is done to him now» is after «r' was done to him then».

For each relation asked (the head), each relation of the past (the body) and each lag, the share of
the body's recipients that turned out to be an answer. Rare triples lean on what their head, their
body and their lag do in general (as CountTRuCoLa and TLogic learn rules of length one).
"""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]

LAGS: Final = (1, 2, 3, 5, 8, 15, 31, 61, 121)
"""First day of each class of lags."""
_BINS: Final = len(LAGS)
_HEAD_PRIOR: Final = 20.0
_PAIR_PRIOR: Final = 5.0
"""Groundings that the prior of a head (or body), and of a single triple, count for."""
_SAME: Final = (1.0, 20.0)
_OTHER: Final = (1.0, 100.0)
"""Hits and groundings put in beforehand: repeating the same deed, and doing another."""
_SUREST: Final = 0.98
_PRIOR_SUREST: Final = 0.9


def bins_of(lags: NDArray[np.integer]) -> NDArray[np.intp]:
    """The class of each lag in days."""
    return np.searchsorted(_EDGES, lags, side="right") - 1


_EDGES: Final = np.array(LAGS)


class Rules:
    """Counts of groundings and hits, and the confidences that follow from them.

    Args:
        relations: how many there are, both directions counted.
    """

    def __init__(self, relations: int) -> None:
        self.relations = relations
        self._tried: Floats = np.zeros((relations, _BINS, relations), np.float32)
        self._hit = np.zeros_like(self._tried)
        self._doubt = np.zeros_like(self._tried)

    def count(
        self,
        head: int,
        bins: NDArray[np.intp],
        bodies: NDArray[np.int32],
        hits: NDArray[np.bool_],
    ) -> None:
        """Note what one question found: each past deed with its lag, and which were answers."""
        at = bins * self.relations + bodies
        size = _BINS * self.relations
        shape = (_BINS, self.relations)
        self._tried[head] += np.bincount(at, minlength=size).reshape(shape)
        if hits.any():
            self._hit[head] += np.bincount(at[hits], minlength=size).reshape(shape)

    def learn(self) -> None:
        """Work out the confidences from the counts so far."""
        tried, hit = self._tried, self._hit
        kinds = np.arange(self.relations)
        same_tried, same_hit = tried[kinds, :, kinds], hit[kinds, :, kinds]
        head_tried, head_hit = tried.sum(axis=2) - same_tried, hit.sum(axis=2) - same_hit
        body_tried, body_hit = tried.sum(axis=0) - same_tried.T, hit.sum(axis=0) - same_hit.T
        same = (same_hit.sum(axis=0) + _SAME[0]) / (same_tried.sum(axis=0) + _SAME[1])
        other = (head_hit.sum(axis=0) + _OTHER[0]) / (head_tried.sum(axis=0) + _OTHER[1])
        head = (head_hit + _HEAD_PRIOR * other) / (head_tried + _HEAD_PRIOR)
        body = (body_hit + _HEAD_PRIOR * other[:, None]) / (body_tried + _HEAD_PRIOR)
        prior = np.minimum(head[:, :, None] * (body / other[:, None])[None], 0.5)
        prior[kinds, :, kinds] = same[None]
        # A pair of relations that hits more often than expected does so at every lag.
        expected = (tried * prior).sum(axis=1, keepdims=True)
        found = hit.sum(axis=1, keepdims=True)
        prior *= (found + _PAIR_PRIOR) / (expected + _PAIR_PRIOR)
        np.minimum(prior, _PRIOR_SUREST, out=prior)
        sure = (hit + _PAIR_PRIOR * prior) / (tried + _PAIR_PRIOR)
        self._doubt = -np.log1p(-np.minimum(sure, _SUREST)).astype(np.float32)

    def weigh(
        self, head: int, bins: NDArray[np.intp], bodies: NDArray[np.int32]
    ) -> NDArray[np.float32]:
        """For each past deed, -log(1 - confidence) that its recipient is the answer.

        Added up and turned back, they give the chance that at least one rule is right.
        """
        if head >= self.relations:
            return np.zeros(len(bodies), np.float32)
        known = bodies < self.relations
        if known.all():
            found: NDArray[np.float32] = self._doubt[head, bins, bodies]
            return found
        weights = np.zeros(len(bodies), np.float32)
        weights[known] = self._doubt[head, bins[known], bodies[known]]
        return weights
