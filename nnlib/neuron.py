"""One artificial neuron: z = w·x + b sums up what comes in, a = f(z) is what goes out."""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, matrix, number, vector

Output = TypeVar("Output")


def net_input(x: ArrayLike, weights: ArrayLike, bias: ArrayLike) -> np.floating[Any]:
    """Return what a neuron sums up before its activation.

    z = w·x + b = w1 x1 + w2 x2 + … + wn xn + b

    Parameters
    ----------
    x : array_like, shape (n,)
        The inputs of one sample.
    weights : array_like, shape (n,)
        How much each input counts.
    bias : float
        What the neuron adds even when every input is 0.

    Returns
    -------
    float
        The net input z.

    Raises
    ------
    ValueError
        If `x` and `weights` differ in length or hold NaN.

    Examples
    --------
    >>> float(net_input([1.0, 2.0], [0.5, -0.25], 1.0))
    1.0
    """
    weights = vector(weights, "weights")
    x = vector(x, "x", weights.size)
    z: np.floating[Any] = np.dot(weights, x) + number(bias, "bias")
    return z


def net_input_batch(X: ArrayLike, weights: ArrayLike, bias: ArrayLike) -> FloatArray:
    """Return the net input of each sample of a batch.

    z_i = w·x_i + b, in one product: z = X w + b

    Parameters
    ----------
    X : array_like, shape (m, n)
        One sample a row.
    weights : array_like, shape (n,)
        How much each input counts.
    bias : float
        The same for every sample.

    Returns
    -------
    ndarray, shape (m,)
        One net input a sample.

    Raises
    ------
    ValueError
        If the rows of `X` and `weights` differ in length or hold NaN.

    Examples
    --------
    >>> net_input_batch([[1, 0], [0, 1], [1, 1]], [2.0, 3.0], -1.0)
    array([1., 2., 4.])
    """
    weights = vector(weights, "weights")
    return matrix(X, "X", columns=weights.size) @ weights + number(bias, "bias")


def neuron_output(
    x: ArrayLike,
    weights: ArrayLike,
    bias: ArrayLike,
    activation: Callable[[np.floating[Any]], Output],
) -> Output:
    """Return the output of a neuron: a = f(w·x + b).

    Parameters
    ----------
    x, weights : array_like, shape (n,)
        The inputs of one sample and their weights.
    bias : float
        Shifts the point at which the activation responds.
    activation : callable
        The function f, which takes the net input z.

    Returns
    -------
    float
        The output a, as `activation` returns it.

    Raises
    ------
    ValueError
        If `x` and `weights` differ in length or hold NaN.

    Examples
    --------
    >>> float(neuron_output([1.0, 2.0], [3.0, -2.0], 0.5, abs))
    0.5
    """
    return activation(net_input(x, weights, bias))
