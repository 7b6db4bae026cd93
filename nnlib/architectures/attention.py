"""Attention: each position looks at all others, and takes most from those that fit its question.

Vaswani et al., Attention is all you need, 2017.
"""

from math import sqrt

from numpy.typing import ArrayLike

from nnlib.activations import softmax
from nnlib.validate import FloatArray, matrix

__all__ = ["attention", "attention_weights"]


def attention_weights(queries: ArrayLike, keys: ArrayLike) -> FloatArray:
    """Return how much each query takes from each key; every row sums to 1.

    A = softmax(Q Kᵀ / √d), row by row

    Parameters
    ----------
    queries : array_like, shape (n, d)
        What each position looks for.
    keys : array_like, shape (m, d)
        What each position has to offer.

    Returns
    -------
    ndarray, shape (n, m)

    Raises
    ------
    ValueError
        If queries and keys differ in width.

    Examples
    --------
    >>> attention_weights([[0, 0]], [[1, 2], [3, 4]])
    array([[0.5, 0.5]])
    """
    queries = matrix(queries, "queries")
    keys = matrix(keys, "keys", columns=queries.shape[1])
    return softmax(queries @ keys.T / sqrt(queries.shape[1]))


def attention(queries: ArrayLike, keys: ArrayLike, values: ArrayLike) -> FloatArray:
    """Return for each query the mean of the values, weighted by how well their keys fit it.

    softmax(Q Kᵀ / √d) V, with the softmax row by row

    Parameters
    ----------
    queries : array_like, shape (n, d)
    keys : array_like, shape (m, d)
    values : array_like, shape (m, k)
        What each position hands on.

    Returns
    -------
    ndarray, shape (n, k)

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> attention([[0, 0]], [[1, 2], [3, 4]], [[10], [20]])
    array([[15.]])
    """
    weights = attention_weights(queries, keys)
    values = matrix(values, "values")
    if len(values) != weights.shape[1]:
        raise ValueError(f"There must be one value a key; {len(values)} came.")
    return weights @ values
