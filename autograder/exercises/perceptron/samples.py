"""Samples whose net inputs are known beforehand, so that every part holds both answers."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import Array, signed
from nnlib import perceptron

Samples = tuple[Array, Array, float]


def signed_weights(rng: np.random.Generator, n: int) -> Array:
    """Draw n weights of either sign, none near 0."""
    return signed(rng, 0.5, 2.0, (n,))


def samples_with_net_input(
    rng: np.random.Generator, z: Sequence[float], weights: Array, bias: float
) -> Array:
    """Draw one sample for each number of `z`, with w·x + b = z."""
    X = rng.normal(size=(len(z), weights.size))
    missing = np.asarray(z) - X @ weights - bias
    return X + np.outer(missing, weights / (weights @ weights))


def whole_samples(rng: np.random.Generator, m: int, n: int) -> Samples:
    """Draw whole numbers of which the first sample fires and the last does not; n is at least 2.

    Inputs are even and the bias is 1, so no net input is 0. From m = 4 on, the second sample has
    w·x = 0 and the last but one w·x = -2, where leaving the bias out, or adding it once for each
    of three inputs, turns the answer over. All others are further away.
    """
    weights = rng.integers(1, 4, n) * rng.choice([-1, 1], n)
    weights[0] = np.sign(weights[0])
    sides = np.array([1, *rng.choice([-1, 1], m - 2), -1])
    X = 2 * rng.integers(1, 4, (m, n)) * np.sign(weights) * sides[:, np.newaxis]
    if m > 3:
        X[[1, -2]] = 0
        X[1, :2] = 2 * weights[1], -2 * weights[0]
        X[-2, 0] = -2 * weights[0]
    return X, weights, 1


def float32_samples(rng: np.random.Generator, m: int, n: int) -> Samples:
    """Draw quarters and halves, which float32 adds and multiplies without rounding."""
    X, weights, bias = whole_samples(rng, m, n)
    return X.astype(np.float32) / 4, weights.astype(np.float32) / 2, bias / 8


def turned(rng: np.random.Generator, *arrays: Array) -> tuple[Array, ...]:
    """Turn samples and weights round the origin together, by a random angle.

    Learning sees nothing of it but other numbers: every net input stays what it was, now and
    after any number of updates. So each wrong belief loses the same points with every seed.
    """
    n = arrays[0].shape[-1]
    turn = np.linalg.qr(rng.normal(size=(n, n)))[0] * rng.choice([-1.0, 1.0], n)
    return tuple(array @ turn for array in arrays)


def mirrored(rng: np.random.Generator, *arrays: Array) -> tuple[Array, ...]:
    """Do as `turned` does, but only swap and mirror axes: whole numbers stay whole."""
    n = arrays[0].shape[-1]
    order, signs = rng.permutation(n), rng.choice([-1, 1], n)
    return tuple(array[..., order] * signs.astype(array.dtype) for array in arrays)


def targets_with_mistakes(z: Sequence[float] | Array, wrong: Sequence[int]) -> Array:
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
