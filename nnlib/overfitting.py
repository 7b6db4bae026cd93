"""Overfitting, measured: how wrong a fitted curve is about its own points, and about new ones."""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, vector

__all__ = ["fit_errors"]


def fit_errors(
    x: ArrayLike,
    targets: ArrayLike,
    x_validation: ArrayLike,
    targets_validation: ArrayLike,
    degree: int,
) -> tuple[float, float]:
    """Fit a polynomial to the training points; return its mean squared error there and elsewhere.

    Error = (1/m) Σ (f(x) - t)², with the f of least error on the training points.

    Parameters
    ----------
    x, targets : array_like, shape (m,)
        The training points, more of them than `degree`.
    x_validation, targets_validation : array_like, shape (k,)
        Points that the fit never sees.
    degree : int
        At least 0.

    Returns
    -------
    training_error, validation_error : float

    Raises
    ------
    ValueError
        If there are too few training points, or the lengths differ.

    Examples
    --------
    >>> training, validation = fit_errors([0, 1, 2], [1, 3, 5], [4, 6], [9, 11], 1)  # 2x + 1
    >>> print(f"{training:.3f} {validation:.3f}")  # (0² + 2²) / 2
    0.000 2.000
    """
    x = vector(x, "x")
    targets = vector(targets, "targets", x.size)
    if not 0 <= degree < x.size:
        raise ValueError(
            f"degree must be at least 0 and below the number of training points, {x.size}; "
            f"{degree} came."
        )
    x_validation = vector(x_validation, "x_validation")
    targets_validation = vector(targets_validation, "targets_validation", x_validation.size)
    coefficients = np.polyfit(x.astype(np.float64), targets, degree)
    return _error(coefficients, x, targets), _error(coefficients, x_validation, targets_validation)


def _error(coefficients: FloatArray, x: FloatArray, targets: FloatArray) -> float:
    return float(np.mean((np.polyval(coefficients, x) - targets) ** 2))
