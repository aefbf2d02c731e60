"""Logistic regression, for models small enough to ship as plain numbers."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fit(rows: Floats, truth: Floats, pull: Floats, prior: Floats | None = None) -> Floats:
    """Weights by Newton's method; `pull` is how strongly each is pulled to its `prior`, which is zero if not given."""
    expected = np.zeros(rows.shape[1]) if prior is None else prior
    weights = expected.copy()
    for _ in range(200):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (chance - truth) + pull * (weights - expected)
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(pull + 1e-6)
        step = np.linalg.solve(curve, slope)
        weights -= np.clip(step, -0.5, 0.5)  # a full step from far away would overshoot
        if np.abs(step).max() < 1e-6:
            break
    return weights
