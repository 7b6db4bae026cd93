"""Running means: what RMSprop and Adam remember, and the correction of their start at 0."""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, floats, fraction

__all__ = ["corrected_mean", "running_mean"]


def running_mean(values: ArrayLike, beta: float) -> FloatArray:
    """Return the running mean after all values, from 0: m ← β m + (1 - β) value.

    Parameters
    ----------
    values : array_like, shape (k,) or (k, n)
        The oldest first; of rows, each column is averaged by itself.
    beta : float
        The share β of the mean that is kept at each value, at least 0 and below 1.

    Returns
    -------
    ndarray, shape () or (n,)

    Raises
    ------
    ValueError
        If there is no value, or `beta` is out of its range.

    Examples
    --------
    >>> float(running_mean([4.0, 8.0], 0.5))  # 0.5·0 + 0.5·4 = 2, then 0.5·2 + 0.5·8
    5.0
    """
    rows, beta = floats(values, "values"), fraction(beta, "beta")
    if rows.ndim == 0:
        raise ValueError("values must be several numbers or rows; a single number came.")
    mean: FloatArray = np.zeros_like(rows[0])
    for row in rows:
        mean = beta * mean + (1 - beta) * row
    return np.asarray(mean)


def corrected_mean(values: ArrayLike, beta: float) -> FloatArray:
    """Return the running mean without the pull of its start at 0: m / (1 - β^k) after k values.

    The weights of the k values are (1 - β) β^(k-1), …, (1 - β) β, 1 - β. They add up to 1 - β^k,
    and divided by it to 1. Kingma and Ba, Adam, 2015, section 3.

    Parameters
    ----------
    values : array_like, shape (k,) or (k, n)
        The oldest first; of rows, each column is averaged by itself.
    beta : float
        The share β of the mean that is kept at each value, at least 0 and below 1.

    Returns
    -------
    ndarray, shape () or (n,)

    Raises
    ------
    ValueError
        If there is no value, or `beta` is out of its range.

    Examples
    --------
    >>> round(float(corrected_mean([4.0, 8.0], 0.5)), 4)  # 5 / (1 - 0.25)
    6.6667
    """
    mean = running_mean(values, beta)
    return np.asarray(mean / (1 - fraction(beta, "beta") ** len(np.asarray(values))))
