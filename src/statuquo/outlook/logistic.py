"""Logistic regression with a ridge, by Newton's method: a score that is a sum, and its weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

_MOST_STEPS: Final = 40
_CLOSE: Final = 1e-8
_FREE: Final = 1e-3
"""Ridge of the constant: next to none."""


def logit(p: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds."""
    return np.asarray(np.log(p / (1 - p)))


def chance(z: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probability of log-odds."""
    return np.asarray(1 / (1 + np.exp(-z)))


@dataclass(frozen=True, slots=True)
class Logistic:
    """What was learned: correction of log-odds = constant + sum of weight · (figure - middle) / spread.

    Args:
        constant: correction where all figures are at their middle.
        weights: of the standardised figures.
        middle: mean of each figure where it was learned.
        spread: standard deviation of each.
    """

    constant: float
    weights: NDArray[np.float64]
    middle: NDArray[np.float64]
    spread: NDArray[np.float64]

    def parts(self, figures: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each figure adds to the log-odds."""
        return np.asarray((figures - self.middle) / self.spread * self.weights)

    @classmethod
    def learned(
        cls,
        figures: NDArray[np.float64],
        start: NDArray[np.float64],
        came: NDArray[np.bool_],
        *,
        weight: float,
        ridge: float,
    ) -> Logistic:
        """Fit to rows of figures and whether it came.

        Args:
            figures: a row for each forecast that could have been made.
            start: log-odds of each row that the figures are to correct.
            came: what then came.
            weight: what a row counts for; below 1 where windows overlap.
            ridge: strength with which weights are held near 0, in rows.
        """
        middle, spread = figures.mean(axis=0), figures.std(axis=0)
        spread = np.where(spread > 0, spread, 1.0)
        rows = np.column_stack([np.ones(len(figures)), (figures - middle) / spread])
        held = np.full(rows.shape[1], ridge)
        held[0] = _FREE
        weights = np.zeros(rows.shape[1])
        for _ in range(_MOST_STEPS):
            p = chance(start + rows @ weights)
            slope = weight * (rows.T @ (p - came)) + held * weights
            bend = weight * (rows * (p * (1 - p))[:, None]).T @ rows + np.diag(held)
            step = np.linalg.solve(bend, slope)
            weights -= step
            if np.abs(step).max() < _CLOSE:
                break
        return cls(float(weights[0]), weights[1:], middle, spread)
