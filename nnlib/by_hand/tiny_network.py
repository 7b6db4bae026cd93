"""A network of two hidden neurons that learns XOR by itself, with no more than nudging.

Each parameter is nudged to see how the loss changes; then all move a little downhill.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from nnlib.activations import sigmoid
from nnlib.validate import FloatArray, count, labelled_samples, matrix, positive, vector


@dataclass(frozen=True)
class TinyNetwork:
    """A network of two inputs, two hidden sigmoid neurons and one sigmoid output.

    Its nine numbers also stand in one flat vector `params`, in the order of the fields.
    """

    hidden_weight: FloatArray
    hidden_bias: FloatArray
    output_weight: FloatArray
    output_bias: float

    @classmethod
    def of(cls, params: ArrayLike) -> "TinyNetwork":
        """Name the parts of a flat vector of shape (9,)."""
        p = vector(params, "params", 9)
        return cls(p[:4].reshape(2, 2), p[4:6], p[6:8], float(p[8]))


def tiny_network(rng: np.random.Generator) -> FloatArray:
    """Draw the nine starting parameters of a `TinyNetwork`, as a flat vector.

    Two hidden neurons that start alike would stay alike, so they start at random.
    """
    return rng.standard_normal(9)


def tiny_forward(params: ArrayLike, X: ArrayLike) -> FloatArray:
    """Return the tiny network's output for each sample.

    a = σ(X W_hiddenᵀ + b_hidden),    y = σ(a · w_output + b_output)

    Parameters
    ----------
    params : array_like, shape (9,)
        The fields of a `TinyNetwork` in a row.
    X : array_like, shape (m, 2)

    Returns
    -------
    ndarray, shape (m,)
        Between 0 and 1 each.

    Examples
    --------
    >>> tiny_forward([0] * 9, [[0, 1], [1, 1]])
    array([0.5, 0.5])
    """
    net = TinyNetwork.of(params)
    hidden = sigmoid(matrix(X, "X", columns=2) @ net.hidden_weight.T + net.hidden_bias)
    return sigmoid(hidden @ net.output_weight + net.output_bias)


def mean_squared_loss(predictions: ArrayLike, targets: ArrayLike) -> float:
    """Return the mean of the squared errors: C = (1/m) Σ (y - t)².

    Examples
    --------
    >>> mean_squared_loss([1, 0.5], [0, 0.5])
    0.5
    """
    predictions = vector(predictions, "predictions")
    return float(np.mean((predictions - vector(targets, "targets", predictions.size)) ** 2))


def slopes_by_nudging(
    loss: Callable[[FloatArray], float], params: ArrayLike, nudge: float = 1e-5
) -> FloatArray:
    """Find how steeply a loss rises with each parameter by nudging it up and down.

    slope_i ≈ (C(p + h e_i) - C(p - h e_i)) / 2h

    Parameters
    ----------
    loss : callable
        Takes parameters of shape (n,), returns a number.
    params : array_like, shape (n,)
    nudge : float
        The step h, above 0.

    Returns
    -------
    ndarray, shape (n,)
        The gradient, to about h².

    Examples
    --------
    >>> slopes_by_nudging(lambda p: p[0] ** 2 + 3 * p[1], [2, 5]).round(6)
    array([4., 3.])
    """
    params, h = vector(params, "params"), positive(nudge, "nudge")
    nudges = h * np.eye(params.size)  # float64, so the sums are too: float32 is too coarse
    return np.array([(loss(params + e) - loss(params - e)) / (2 * h) for e in nudges])


def descend(params: ArrayLike, slopes: ArrayLike, learning_rate: float) -> FloatArray:
    """Take one step downhill: p ← p - η · slope.

    Examples
    --------
    >>> descend([1, 2], [10, -10], 0.5)
    array([-4.,  7.])
    """
    params = vector(params, "params")
    slopes = vector(slopes, "slopes", params.size)
    return params - positive(learning_rate, "learning_rate") * slopes


def train_tiny(
    X: ArrayLike,
    targets: ArrayLike,
    *,
    learning_rate: float,
    num_steps: int,
    rng: np.random.Generator,
) -> tuple[FloatArray, FloatArray]:
    """Train a tiny network from a random start, all samples at each step.

    Parameters
    ----------
    X : array_like, shape (m, 2)
    targets : array_like, shape (m,)
    learning_rate : float
    num_steps : int
    rng : numpy.random.Generator
        Draws the starting parameters.

    Returns
    -------
    params : ndarray, shape (9,)
    losses : ndarray, shape (num_steps + 1,)
        The loss at the start and after each step.

    Examples
    --------
    >>> X, targets = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]
    >>> rng = np.random.default_rng(1)
    >>> params, losses = train_tiny(X, targets, learning_rate=5.0, num_steps=500, rng=rng)
    >>> tiny_forward(params, X).round(1)
    array([0.1, 0.9, 0.9, 0.1])
    """
    X, targets = labelled_samples(X, targets, columns=2)
    params = tiny_network(rng)

    def loss(params: FloatArray) -> float:
        return mean_squared_loss(tiny_forward(params, X), targets)

    losses = [loss(params)]
    for _ in range(count(num_steps, "num_steps")):
        params = descend(params, slopes_by_nudging(loss, params), learning_rate)
        losses.append(loss(params))
    return params, np.array(losses)
