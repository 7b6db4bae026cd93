"""Binary cross-entropy, the loss of a yes or no; from probabilities, and from logits.

Good, Rational decisions, 1952. Each output is a question of its own, and the loss the mean
over all N of them.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nnlib.losses.loss import Loss
from nnlib.losses.targets import alike, as_binary, counted, within_unit
from nnlib.validate import FloatArray

__all__ = [
    "BINARY_CROSS_ENTROPY",
    "BINARY_CROSS_ENTROPY_FROM_LOGITS",
    "binary_cross_entropy_from_logits",
    "binary_cross_entropy_from_logits_gradient",
    "binary_cross_entropy_from_probs",
    "binary_cross_entropy_from_probs_gradient",
]


def binary_cross_entropy_from_probs(probs: ArrayLike, targets: ArrayLike) -> float:
    """Return the log loss: C = -(1/N) Σ (y log p + (1 - y) log(1 - p)), with 0 · log 0 = 0.

    Parameters
    ----------
    probs : array_like, any shape
        How probable a yes is, p from 0 to 1.
    targets : array_like, the same shape
        The right answer y, 0 or 1, or a probability.

    Returns
    -------
    float
        Infinite where the impossible happened: p = 0 and y = 1, or p = 1 and y = 0.

    Raises
    ------
    ValueError
        If the shapes differ, or a number lies outside of 0 to 1.

    Examples
    --------
    >>> round(binary_cross_entropy_from_probs([0.5, 0.8], [0, 1]), 4)  # (log 2 + log 1.25) / 2
    0.4581
    """
    return float(_from_probs(*_checked_probs(probs, targets))[0])


def binary_cross_entropy_from_probs_gradient(probs: ArrayLike, targets: ArrayLike) -> FloatArray:
    """Return how the log loss changes: ∂C/∂p = (1/N) ((1 - y) / (1 - p) - y / p), 0/0 = 0.

    Examples
    --------
    >>> binary_cross_entropy_from_probs_gradient([0.5, 0.8], [0, 1])
    array([ 1.   , -0.625])
    """
    return _from_probs(*_checked_probs(probs, targets))[1]


def binary_cross_entropy_from_logits(logits: ArrayLike, targets: ArrayLike) -> float:
    """Return the log loss of p = σ(z): C = (1/N) Σ (max(z, 0) - y z + log(1 + e^-|z|)).

    -y log σ(z) - (1 - y) log(1 - σ(z)) is log(1 + e^z) - y z; without the maximum e^z overflows.

    Parameters
    ----------
    logits : array_like, any shape
        The net inputs z of the output, before the sigmoid.
    targets : array_like, the same shape
        The right answer y, 0 or 1, or a probability.

    Returns
    -------
    float
        Finite for every z.

    Raises
    ------
    ValueError
        If the shapes differ, or a target lies outside of 0 to 1.

    Examples
    --------
    >>> binary_cross_entropy_from_logits([-1000, 1000], [0, 0])
    500.0
    """
    return float(_from_logits(*_checked_logits(logits, targets))[0])


def binary_cross_entropy_from_logits_gradient(logits: ArrayLike, targets: ArrayLike) -> FloatArray:
    """Return how the log loss changes with the logits: ∂C/∂z = (1/N) (σ(z) - y).

    The σ' = p (1 - p) of the chain rule cancels the p (1 - p) below ∂C/∂p = (p - y) / (p (1 - p)),
    so a saturated wrong answer still learns.

    Examples
    --------
    >>> binary_cross_entropy_from_logits_gradient([0, 1000], [1, 0])
    array([-0.25,  0.5 ])
    """
    return _from_logits(*_checked_logits(logits, targets))[1]


@np.errstate(divide="ignore")  # the loss of what was held impossible is infinite
def _from_probs(probs: FloatArray, targets: FloatArray) -> tuple[np.floating[Any], FloatArray]:
    against = 1 - targets
    yes, no = counted(probs, targets), counted(1 - probs, against)
    log_likelihood = targets * np.log(yes) + against * np.log(no)
    slopes = against / no - targets / yes
    return -log_likelihood.sum() / probs.size, slopes / probs.size


def _from_logits(logits: FloatArray, targets: FloatArray) -> tuple[np.floating[Any], FloatArray]:
    positive = np.maximum(logits, 0)
    negative = logits - positive
    log_of_sum = np.log1p(np.exp(negative - positive))  # log(1 + e^-|z|) never overflows
    losses = positive + log_of_sum - targets * logits
    probs = np.exp(negative - log_of_sum)  # log σ(z) = min(z, 0) - log(1 + e^-|z|)
    return losses.sum() / logits.size, (probs - targets) / logits.size


def _checked_probs(probs: ArrayLike, targets: ArrayLike) -> tuple[FloatArray, FloatArray]:
    probs, targets = alike(probs, targets, "probs")
    advice = " For net inputs, use binary_cross_entropy_from_logits."
    return within_unit(probs, "probs", advice), within_unit(targets, "targets")


def _checked_logits(logits: ArrayLike, targets: ArrayLike) -> tuple[FloatArray, FloatArray]:
    logits, targets = alike(logits, targets, "logits")
    return logits, within_unit(targets, "targets")


BINARY_CROSS_ENTROPY = Loss(
    "binary_cross_entropy",
    binary_cross_entropy_from_probs,
    binary_cross_entropy_from_probs_gradient,
    as_binary,
    _from_probs,
)
BINARY_CROSS_ENTROPY_FROM_LOGITS = Loss(
    "binary_cross_entropy_from_logits",
    binary_cross_entropy_from_logits,
    binary_cross_entropy_from_logits_gradient,
    as_binary,
    _from_logits,
)
