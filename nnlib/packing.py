"""All parameters of a two-layer network in one vector, so that each can be nudged in turn."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nnlib.two_layers import Parameters, cost
from nnlib.validate import FloatArray, floats


def packed(parameters: Parameters) -> FloatArray:
    """Return all parameters, or all gradients, one after the other in one vector.

    Examples
    --------
    >>> packed(([[1.0, 2.0]], [3.0], [[4.0]], [5.0]))
    array([1., 2., 3., 4., 5.])
    """
    return np.concatenate([array.ravel() for array in _arrays(parameters)])


def cost_of_packed(
    X: ArrayLike, targets: ArrayLike, like: Parameters
) -> Callable[[FloatArray], float]:
    """Return the cost as a function of one vector, whose parts have the shapes of `like`.

    Examples
    --------
    >>> like = ([[0.0]], [0.0], [[0.0]], [0.0])
    >>> cost_of_packed([1.0], [1.0], like)(np.zeros(4))
    0.125
    """
    arrays = _arrays(like)
    ends = np.cumsum([array.size for array in arrays])

    def of_vector(packed_parameters: Any) -> float:
        parts = np.split(packed_parameters, ends[:-1])
        W2, b2, W3, b3 = (p.reshape(a.shape) for p, a in zip(parts, arrays, strict=True))
        return cost(X, targets, (W2, b2, W3, b3))

    return of_vector


def _arrays(parameters: Parameters) -> list[FloatArray]:
    return [floats(array, "parameters") for array in parameters]
