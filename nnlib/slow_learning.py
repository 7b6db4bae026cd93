"""Why a weight learns slowly: its input is near 0, or its neuron is saturated."""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.activations import sigmoid_derivative
from nnlib.validate import floats, positive, vector


def slow_weights(error: ArrayLike, previous_activation: ArrayLike, limit: float) -> int:
    """Return how many weights of a layer have a gradient nearer to 0 than a limit.

    By BP4 the gradient of the weight from neuron k to neuron j is δ_j a_k, so one factor near 0
    is enough: |δ_j a_k| < limit.

    Parameters
    ----------
    error : array_like, shape (k,)
        δ of the layer.
    previous_activation : array_like, shape (n,)
        What comes in.
    limit : float
        Above 0.

    Returns
    -------
    int
        From 0 to k · n.

    Examples
    --------
    >>> slow_weights([0.5, -0.001], [1, 0.01, 0.8], 0.01)  # 0.5·0.01, and -0.001 times each
    4
    """
    delta = vector(error, "error")
    a = vector(previous_activation, "previous_activation")
    return int(np.sum(np.abs(np.outer(delta, a)) < positive(limit, "limit")))


def saturated_share(z: ArrayLike, limit: float) -> float:
    """Return the share of sigmoid neurons that are saturated: σ'(z) < limit.

    By BP1 and BP2 each δ has the factor σ'(z), which is at most 1/4. Far from z = 0, on either
    side, it is nearly 0, and so is δ.

    Parameters
    ----------
    z : array_like, any shape
        The net inputs.
    limit : float
        Above 0.

    Returns
    -------
    float
        From 0 to 1.

    Examples
    --------
    >>> saturated_share([-9, 0, 1, 9], 0.01)
    0.5
    """
    return float(np.mean(sigmoid_derivative(floats(z, "z")) < positive(limit, "limit")))
