"""Samples whose net inputs are known beforehand, so that every part holds both answers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnlib import perceptron

LESSON = "02_perceptron"

Array = NDArray[Any]


def signed_weights(rng: np.random.Generator, n: int) -> Array:
    """Draw n weights of either sign, none near 0."""
    return rng.uniform(0.5, 2.0, n) * rng.choice([-1.0, 1.0], n)


def samples_with_net_input(
    rng: np.random.Generator, z: Sequence[float], weights: Array, bias: float
) -> Array:
    """Draw one sample for each number of `z`, with w·x + b = z."""
    X = rng.normal(size=(len(z), weights.size))
    missing = np.asarray(z) - X @ weights - bias
    return X + np.outer(missing, weights / (weights @ weights))


def whole_samples(rng: np.random.Generator, m: int, n: int) -> tuple[Array, Array, int]:
    """Draw whole numbers: samples, weights and a bias, with z > 0 first and z < 0 last."""
    X, weights = rng.integers(-4, 5, (m, n)), rng.integers(1, 4, n) * rng.choice([-1, 1], n)
    # |w|·3 is at least 3, so a bias of ±2 cannot turn these two.
    X[0], X[-1] = 3 * np.sign(weights), -3 * np.sign(weights)
    return X, weights, int(rng.choice([-2, -1, 1, 2]))


def float32_samples(rng: np.random.Generator, m: int, n: int) -> tuple[Array, Array, float]:
    """Draw quarters and halves, which float32 adds and multiplies without rounding."""
    X, weights, bias = whole_samples(rng, m, n)
    return X.astype(np.float32) / 4, weights.astype(np.float32) / 2, bias / 8


def targets_with_mistakes(z: Sequence[float], wrong: Sequence[int]) -> Array:
    """Return the targets for which exactly the samples at the positions `wrong` are mistakes."""
    targets = (np.asarray(z) > 0).astype(float)
    targets[list(wrong)] = 1 - targets[list(wrong)]
    return targets


def targets_missed_on_the_way(
    X: Array, pattern: str, weights: Array, bias: float, learning_rate: float
) -> Array:
    """Return targets for which one epoch goes by `pattern`: "x" a mistake, "." none."""
    targets = np.zeros(len(X))
    for i, letter in enumerate(pattern):
        prediction = float(perceptron.predict(X[i], weights, bias))
        targets[i] = 1 - prediction if letter == "x" else prediction
        weights, bias = perceptron.update_weights(weights, bias, X[i], targets[i], learning_rate)
    return targets
