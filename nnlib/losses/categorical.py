"""Categorical cross-entropy, the loss of a choice among k classes; from probabilities and logits.

Bridle, Probabilistic interpretation of feedforward classification network outputs, 1990.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nnlib.losses.loss import Loss
from nnlib.losses.targets import as_one_hot, counted, distributions
from nnlib.validate import FloatArray, floats, matrix

__all__ = [
    "CROSS_ENTROPY",
    "CROSS_ENTROPY_FROM_LOGITS",
    "cross_entropy_from_logits",
    "cross_entropy_from_logits_gradient",
    "cross_entropy_from_probs",
    "cross_entropy_from_probs_gradient",
]


def cross_entropy_from_probs(probs: ArrayLike, targets: ArrayLike) -> float:
    """Return how surprised the probabilities are by the truth: C = -(1/m) Σ_x Σ_i y_i log p_i.

    With one right class c in each sample this is the mean of -log p_c; 0 · log 0 = 0.

    Parameters
    ----------
    probs : array_like, shape (k,) or (m, k)
        The probability of each class, for one sample or m of them.
    targets : array_like, shape (m,) or as `probs`
        The index of the right class (for one sample a number), or one-hot rows.

    Returns
    -------
    float
        Infinite where the right class had the probability 0.

    Raises
    ------
    ValueError
        If the shapes do not fit, an index is no class, or a row does not sum to 1.

    Examples
    --------
    >>> round(cross_entropy_from_probs([[0.5, 0.3, 0.2], [0.1, 0.8, 0.1]], [0, 1]), 4)
    0.4581
    """
    return float(_from_probs(*_checked_probs(probs, targets))[0])


def cross_entropy_from_probs_gradient(probs: ArrayLike, targets: ArrayLike) -> FloatArray:
    """Return how the cross-entropy changes with each probability: ∂C/∂p_i = -(1/m) y_i / p_i.

    Examples
    --------
    >>> cross_entropy_from_probs_gradient([[0.5, 0.3, 0.2], [0.1, 0.8, 0.1]], [0, 1])
    array([[-1.   ,  0.   ,  0.   ],
           [ 0.   , -0.625,  0.   ]])
    """
    gradient = _from_probs(*_checked_probs(probs, targets))[1]
    return gradient.reshape(np.shape(probs))


def cross_entropy_from_logits(logits: ArrayLike, targets: ArrayLike) -> float:
    """Return the cross-entropy of p = softmax(z): C = (1/m) Σ_x (log Σ_j e^z_j - Σ_i y_i z_i).

    The logarithm undoes the softmax's powers, so that it stays finite for every z.

    Parameters
    ----------
    logits : array_like, shape (k,) or (m, k)
        The score z of each class, before the softmax, for one sample or m of them.
    targets : array_like, shape (m,) or as `logits`
        The index of the right class (for one sample a number), or one-hot rows.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If the shapes do not fit, or an index is no class.

    Examples
    --------
    >>> cross_entropy_from_logits([[1000, 0], [0, 1000]], [0, 0])
    500.0
    """
    return float(_from_logits(*_checked(logits, targets, "logits"))[0])


def cross_entropy_from_logits_gradient(logits: ArrayLike, targets: ArrayLike) -> FloatArray:
    """Return how the cross-entropy changes with each score: ∂C/∂z = (1/m) (softmax(z) - y).

    By the chain rule ∂C/∂z_j = -Σ_i (y_i / p_i) p_i (δ_ij - p_j) = -y_j + p_j Σ_i y_i, and the
    targets sum to 1.

    Examples
    --------
    >>> cross_entropy_from_logits_gradient([[0, 0]], [1])
    array([[ 0.5, -0.5]])
    """
    gradient = _from_logits(*_checked(logits, targets, "logits"))[1]
    return gradient.reshape(np.shape(logits))


@np.errstate(divide="ignore")  # the loss of what was held impossible is infinite
def _from_probs(probs: FloatArray, targets: FloatArray) -> tuple[np.floating[Any], FloatArray]:
    likely = counted(probs, targets)
    loss = -(targets * np.log(likely)).sum() / len(probs)
    return loss, 0 - targets / likely / len(probs)


def _from_logits(logits: FloatArray, targets: FloatArray) -> tuple[np.floating[Any], FloatArray]:
    shifted = logits - logits.max(axis=1, keepdims=True)  # the same p, and no e^1000
    probs = np.exp(shifted)
    sums = probs.sum(axis=1, keepdims=True)
    loss = (np.log(sums).sum() - np.vdot(targets, shifted)) / len(logits)
    probs /= sums
    probs -= targets
    probs /= len(logits)
    return loss, probs


def _checked(outputs: ArrayLike, targets: ArrayLike, name: str) -> tuple[FloatArray, FloatArray]:
    checked = floats(outputs, name)
    if checked.ndim == 1:  # one sample is a batch of one
        checked, targets = checked[np.newaxis], np.asarray(targets)[np.newaxis]
    checked = matrix(checked, name)
    hot = as_one_hot(targets, checked.shape[1], checked.dtype)
    if len(hot) != len(checked):
        raise ValueError(f"targets must have one row a sample, {len(checked)}; {len(hot)} came.")
    return checked, hot


def _checked_probs(probs: ArrayLike, targets: ArrayLike) -> tuple[FloatArray, FloatArray]:
    checked, hot = _checked(probs, targets, "probs")
    advice = " For scores, use cross_entropy_from_logits."
    return distributions(checked, "probs", advice), hot


CROSS_ENTROPY = Loss(
    "cross_entropy",
    cross_entropy_from_probs,
    cross_entropy_from_probs_gradient,
    as_one_hot,
    _from_probs,
)
CROSS_ENTROPY_FROM_LOGITS = Loss(
    "cross_entropy_from_logits",
    cross_entropy_from_logits,
    cross_entropy_from_logits_gradient,
    as_one_hot,
    _from_logits,
)
