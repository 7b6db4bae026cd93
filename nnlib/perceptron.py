"""The perceptron: one neuron with a step, which learns from its mistakes.

Rosenblatt, The perceptron: a perceiving and recognizing automaton, 1957.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from nnlib.activations import step
from nnlib.validate import (
    FloatArray,
    count,
    floats,
    labelled_samples,
    matrix,
    number,
    positive,
    vector,
)


def predict(x: ArrayLike, weights: ArrayLike, bias: ArrayLike) -> FloatArray:
    """Decide for one class or the other: y = step(w·x + b).

    Parameters
    ----------
    x : array_like, shape (n,) or (m, n)
        One sample, or a batch with one sample a row.
    weights : array_like, shape (n,)
    bias : float

    Returns
    -------
    float or ndarray, shape (m,)
        0 or 1 for each sample.

    Raises
    ------
    ValueError
        If the samples and `weights` differ in length.

    Examples
    --------
    >>> predict([[0, 1], [1, 1]], [1, 1], -1.5)
    array([0., 1.])
    """
    weights = vector(weights, "weights")
    x = floats(x, "x")
    x = vector(x, "x", weights.size) if x.ndim < 2 else matrix(x, "x", columns=weights.size)
    return step(x @ weights + number(bias, "bias"))


def update_weights(
    weights: ArrayLike, bias: ArrayLike, x: ArrayLike, target: ArrayLike, learning_rate: float
) -> tuple[FloatArray, float]:
    """Return weights and bias after one sample, by the perceptron's learning rule.

    e = t - y,    w ← w + η e x,    b ← b + η e

    A right prediction has e = 0 and changes nothing.

    Parameters
    ----------
    weights : array_like, shape (n,)
    bias : float
    x : array_like, shape (n,)
        One sample.
    target : float
        Its right answer t, 0 or 1.
    learning_rate : float
        The size η of the correction, above 0.

    Returns
    -------
    weights : ndarray, shape (n,)
        A new array; the argument stays as it was.
    bias : float

    Raises
    ------
    ValueError
        If the shapes do not fit, or `learning_rate` is not above 0.

    Examples
    --------
    >>> update_weights([0, 0], 0, [1, 2], 1, 0.5)
    (array([0.5, 1. ]), 0.5)
    """
    weights = vector(weights, "weights")
    x = vector(x, "x", weights.size)
    error = number(target, "target") - float(predict(x, weights, bias))
    correction = positive(learning_rate, "learning_rate") * error
    return weights + correction * x, number(bias, "bias") + correction


def count_mistakes(X: ArrayLike, targets: ArrayLike, weights: ArrayLike, bias: ArrayLike) -> int:
    """Count the samples whose prediction is not their target.

    Parameters
    ----------
    X : array_like, shape (m, n)
    targets : array_like, shape (m,), of 0 and 1
    weights : array_like, shape (n,)
    bias : float

    Returns
    -------
    int
        From 0 to m.

    Examples
    --------
    >>> count_mistakes([[0, 1], [1, 1]], [1, 1], [1, 1], -1.5)
    1
    """
    X, targets = labelled_samples(X, targets)
    return int(np.count_nonzero(predict(X, weights, bias) != targets))


def train_epoch(
    X: ArrayLike, targets: ArrayLike, weights: ArrayLike, bias: ArrayLike, learning_rate: float
) -> tuple[FloatArray, float, int]:
    """Visit every sample once, in the given order, and learn from each.

    Parameters
    ----------
    X : array_like, shape (m, n)
    targets : array_like, shape (m,), of 0 and 1
    weights : array_like, shape (n,)
    bias : float
    learning_rate : float

    Returns
    -------
    weights : ndarray, shape (n,)
    bias : float
    mistakes : int
        How many samples were predicted wrong when their turn came.

    Examples
    --------
    >>> train_epoch([[0, 1], [1, 1]], [0, 1], [0, 0], 0, 1.0)
    (array([1., 1.]), 1.0, 1)
    """
    X, targets = labelled_samples(X, targets)
    weights, bias, mistakes = vector(weights, "weights"), number(bias, "bias"), 0
    for x, target in zip(X, targets, strict=True):
        mistakes += int(predict(x, weights, bias) != target)
        weights, bias = update_weights(weights, bias, x, target, learning_rate)
    return weights, bias, mistakes


def train(
    X: ArrayLike, targets: ArrayLike, learning_rate: float, num_epochs: int
) -> tuple[FloatArray, float, list[int]]:
    """Train from zeros until an epoch passes without a mistake, or `num_epochs` are over.

    On linearly separable data it always gets there (Novikoff, On convergence proofs for
    perceptrons, 1962).

    Parameters
    ----------
    X : array_like, shape (m, n)
    targets : array_like, shape (m,), of 0 and 1
    learning_rate : float
    num_epochs : int
        The most epochs to train for.

    Returns
    -------
    weights : ndarray, shape (n,)
    bias : float
    mistakes_per_epoch : list of int
        One number an epoch; a 0, if it comes, is the last.

    Examples
    --------
    >>> train([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1], 1.0, 20)
    (array([1., 1.]), 0.0, [1, 2, 1, 0])
    """
    X, targets = labelled_samples(X, targets)
    weights, bias, mistakes_per_epoch = np.zeros_like(X[0]), 0.0, list[int]()
    for _ in range(count(num_epochs, "num_epochs")):
        weights, bias, mistakes = train_epoch(X, targets, weights, bias, learning_rate)
        mistakes_per_epoch.append(mistakes)
        if mistakes == 0:
            break
    return weights, bias, mistakes_per_epoch


@dataclass(frozen=True)
class PerceptronStep:
    """One visit to one sample, and the weights and bias after it.

    `sample` is the row of X, `prediction` what the neuron said before it learnt.
    """

    sample: int
    target: int
    prediction: int
    weights: FloatArray
    bias: float


@dataclass(frozen=True)
class PerceptronHistory:
    """All that happened while a perceptron was trained; `mistakes` has one number an epoch."""

    weights: FloatArray
    bias: float
    mistakes: tuple[int, ...]
    steps: tuple[PerceptronStep, ...]

    @property
    def converged(self) -> bool:
        """Whether the last epoch passed without a mistake."""
        return self.mistakes[-1] == 0


def fit(
    X: ArrayLike,
    targets: ArrayLike,
    *,
    learning_rate: float,
    num_epochs: int,
    rng: np.random.Generator | None = None,
) -> PerceptronHistory:
    """Train as `train` does, and keep every step for the pictures.

    Parameters
    ----------
    X : array_like, shape (m, n)
    targets : array_like, shape (m,), of 0 and 1
    learning_rate : float
    num_epochs : int
        The most epochs to train for.
    rng : numpy.random.Generator, optional
        Shuffles the order of the samples anew each epoch; without it, the given order.

    Returns
    -------
    PerceptronHistory

    Examples
    --------
    >>> X, targets = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1]
    >>> history = fit(X, targets, learning_rate=1.0, num_epochs=20)
    >>> history.converged, len(history.mistakes), len(history.steps)
    (True, 6, 24)
    """
    X, targets = labelled_samples(X, targets)
    steps, mistakes = list[PerceptronStep](), list[int]()
    weights, bias = np.zeros_like(X[0]), 0.0
    for _ in range(count(num_epochs, "num_epochs")):
        order = np.arange(len(X)) if rng is None else rng.permutation(len(X))
        for i in order:
            prediction = int(predict(X[i], weights, bias))
            weights, bias = update_weights(weights, bias, X[i], targets[i], learning_rate)
            steps.append(PerceptronStep(int(i), int(targets[i]), prediction, weights, bias))
        mistakes.append(sum(s.prediction != s.target for s in steps[-len(X) :]))
        if mistakes[-1] == 0:
            break
    return PerceptronHistory(weights, bias, tuple(mistakes), tuple(steps))
