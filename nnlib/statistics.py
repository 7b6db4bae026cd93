"""What a heap of numbers looks like: its middle, its spread, and how to put it on one scale."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, matrix, vector

__all__ = [
    "Scale",
    "mean",
    "median",
    "mode",
    "scale_of",
    "standard_deviation",
    "standardize",
    "variance",
]


def mean(values: ArrayLike) -> float:
    """Return the mean of values of shape (n,): μ = (1/n) Σ x_i.

    Examples
    --------
    >>> mean([2, 4, 6])
    4.0
    """
    x = vector(values, "values")
    return float(x.sum() / x.size)


def median(values: ArrayLike) -> float:
    """Return the middle of the sorted values, shape (n,); of two middle ones their mean.

    One wild value moves the mean, and leaves the median where it is.

    Examples
    --------
    >>> median([3, 1, 1000]), median([4, 1, 2, 3])
    (3.0, 2.5)
    """
    x = np.sort(vector(values, "values"))
    lower, upper = x[(x.size - 1) // 2], x[x.size // 2]
    return float(lower + (upper - lower) / 2)


def mode(values: ArrayLike) -> float:
    """Return the most frequent of the values, shape (n,); the smallest of equally frequent ones.

    Examples
    --------
    >>> mode([3, 1, 3, 2]), mode([2, 2, 1, 1])
    (3.0, 1.0)
    """
    distinct, counts = np.unique(vector(values, "values"), return_counts=True)
    return float(distinct[counts.argmax()])


def variance(values: ArrayLike) -> float:
    """Return the mean squared distance from the mean: σ² = (1/n) Σ (x_i - μ)², shape (n,).

    It is divided by n, as batch normalization does, and not by n - 1, with which a sample
    estimates the variance of the distribution it was drawn from.

    Examples
    --------
    >>> round(variance([2, 4, 6]), 4)
    2.6667
    """
    x = vector(values, "values")
    return mean((x - mean(x)) ** 2)


def standard_deviation(values: ArrayLike) -> float:
    """Return σ, the root of the variance, which has the unit of the values, shape (n,).

    Examples
    --------
    >>> standard_deviation([2, 4, 4, 4, 5, 5, 7, 9])
    2.0
    """
    return float(np.sqrt(variance(values)))


@dataclass(frozen=True)
class Scale:
    """The mean and the standard deviation of each feature, each of shape (n,).

    They are taken from the training data, and used unchanged on all later data: a model must
    see a new sample on the scale on which it learnt.
    """

    mean: FloatArray
    standard_deviation: FloatArray

    def apply(self, X: ArrayLike) -> FloatArray:
        """Return (X - μ) / σ, column by column, for samples of shape (m, n).

        A feature that never varies has σ = 0, and is only shifted.
        """
        X = matrix(X, "X", columns=self.mean.size)
        sigma = np.where(self.standard_deviation == 0, 1, self.standard_deviation)
        scaled: FloatArray = (X - self.mean) / sigma
        return scaled


def scale_of(X: ArrayLike) -> Scale:
    """Return the mean and the standard deviation of each column of X, shape (m, n).

    Examples
    --------
    >>> scale = scale_of([[0, 10], [2, 30]])
    >>> scale.mean, scale.standard_deviation
    (array([ 1., 20.]), array([ 1., 10.]))
    >>> scale.apply([[3, 20]])
    array([[2., 0.]])
    """
    X = matrix(X, "X")
    # The range is exactly 0 for a column that never varies, where σ may be a rounding error.
    varies = X.max(axis=0) > X.min(axis=0)
    return Scale(X.mean(axis=0), X.std(axis=0) * varies)


def standardize(X: ArrayLike) -> FloatArray:
    """Return the samples with mean 0 and standard deviation 1 in each column: (X - μ) / σ.

    For new data on the scale of the old, keep `scale_of` the old and `apply` it. What this
    does once before training, batch normalization does inside the network, for each batch.

    Parameters
    ----------
    X : array_like, shape (m, n)
        One sample a row.

    Returns
    -------
    ndarray, shape (m, n)

    Examples
    --------
    >>> standardize([[2, 5], [4, 5], [6, 5]]).round(4)
    array([[-1.2247,  0.    ],
           [ 0.    ,  0.    ],
           [ 1.2247,  0.    ]])
    """
    return scale_of(X).apply(X)
