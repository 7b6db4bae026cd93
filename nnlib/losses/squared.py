"""Squared errors: the mean squared error of regression, and the quadratic cost of the lectures."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nnlib.losses.loss import Loss
from nnlib.losses.targets import alike, as_columns
from nnlib.validate import FloatArray, floats, shaped

__all__ = [
    "MEAN_SQUARED_ERROR",
    "QUADRATIC_COST",
    "mean_squared_error",
    "mean_squared_error_gradient",
    "quadratic_cost",
    "quadratic_cost_gradient",
]


def mean_squared_error(outputs: ArrayLike, targets: ArrayLike) -> float:
    """Return the mean of the squared errors: C = (1/N) Σ (a - y)², over all N numbers.

    A large error counts more than many small ones. Legendre, Nouvelles méthodes pour la
    détermination des orbites des comètes, 1805.

    Parameters
    ----------
    outputs : array_like, any shape
        What the network says, a.
    targets : array_like, the same shape
        What is right, y.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If the shapes differ, or a number is NaN or infinite.

    Examples
    --------
    >>> mean_squared_error([1, 2], [0, 4])
    2.5
    """
    outputs = floats(outputs, "outputs")
    targets = shaped(targets, "targets", outputs.shape, of="outputs")
    return float(np.mean((outputs - targets) ** 2))


def mean_squared_error_gradient(outputs: ArrayLike, targets: ArrayLike) -> FloatArray:
    """Return how the mean squared error changes with each output: ∂C/∂a = (2/N) (a - y).

    Examples
    --------
    >>> mean_squared_error_gradient([1, 2], [0, 4])
    array([ 1., -2.])
    """
    return _mean_square(*alike(outputs, targets, "outputs"))[1]


def quadratic_cost(outputs: ArrayLike, targets: ArrayLike) -> float:
    """Return the cost of the four equations: C = (1/m) Σ_x ½ ‖y - a‖², over m samples.

    The ½ cancels the 2 of the derivative. Nielsen, Neural networks and deep learning, 2015,
    chapter 2.

    Parameters
    ----------
    outputs : array_like, shape (k,) or (m, k)
        What the network says to one sample, or to m of them.
    targets : array_like, the same shape

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If the shapes differ, or a number is NaN or infinite.

    Examples
    --------
    >>> quadratic_cost([1, 2], [0, 4])
    2.5
    """
    return float(_half_square(*alike(outputs, targets, "outputs"))[0])


def quadratic_cost_gradient(outputs: ArrayLike, targets: ArrayLike) -> FloatArray:
    """Return how the quadratic cost changes with each output: ∂C/∂a = (1/m) (a - y).

    Examples
    --------
    >>> quadratic_cost_gradient([1, 2], [0, 4])
    array([ 1., -2.])
    """
    return _half_square(*alike(outputs, targets, "outputs"))[1]


def _mean_square(outputs: FloatArray, targets: FloatArray) -> tuple[np.floating[Any], FloatArray]:
    error = outputs - targets
    return (error * error).sum() / error.size, (2 / error.size) * error


def _half_square(outputs: FloatArray, targets: FloatArray) -> tuple[np.floating[Any], FloatArray]:
    error = outputs - targets
    num_samples = len(error) if error.ndim > 1 else 1
    return (error * error).sum() / (2 * num_samples), error / num_samples


MEAN_SQUARED_ERROR = Loss(
    "mean_squared_error",
    mean_squared_error,
    mean_squared_error_gradient,
    as_columns,
    _mean_square,
)
QUADRATIC_COST = Loss(
    "quadratic_cost", quadratic_cost, quadratic_cost_gradient, as_columns, _half_square
)
