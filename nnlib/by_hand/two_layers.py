"""Backpropagation in a network with one hidden layer, both layers of sigmoid neurons.

The parameters stand in one tuple (W2, b2, W3, b3): the hidden layer is layer 2, the output layer 3.
The cost is the quadratic one, C = (1/m) Σ_x ½ ‖y - a³‖². `nnlib.backprop` has the same equations
for any number of layers.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from nnlib import backprop
from nnlib.losses import quadratic_cost
from nnlib.validate import FloatArray, count, floats, matrix, positive, vector

Parameters = tuple[ArrayLike, ArrayLike, ArrayLike, ArrayLike]
Arrays = tuple[FloatArray, FloatArray, FloatArray, FloatArray]


def cost(X: ArrayLike, targets: ArrayLike, parameters: Parameters) -> float:
    """Return C = (1/m) Σ_x ½ ‖y - a³‖² of a batch, or ½ ‖y - a³‖² of one sample.

    Examples
    --------
    >>> cost([1.0], [1.0], ([[0.0]], [0.0], [[0.0]], [0.0]))  # ½ (1 - ½)²
    0.125
    """
    W2, b2, W3, b3 = parameters
    _, activations = backprop.feed_forward(X, [W2, W3], [b2, b3])
    return quadratic_cost(activations[-1], targets)


def backprop_sample(x: ArrayLike, target: ArrayLike, parameters: Parameters) -> Arrays:
    """Work out all gradients for one sample: forward, BP1, BP2, then BP3 and BP4 for both layers.

    Parameters
    ----------
    x : array_like, shape (n,)
    target : array_like, shape (k,)
    parameters : tuple of array_like
        (W2, b2, W3, b3) of the shapes (h, n), (h,), (k, h) and (k,).

    Returns
    -------
    tuple of ndarray
        ∂C/∂W2, ∂C/∂b2, ∂C/∂W3, ∂C/∂b3, of the same shapes.

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> backprop_sample([1.0], [1.0], ([[0.0]], [0.0], [[8.0]], [-4.0]))[:2]
    (array([[-0.25]]), array([-0.25]))
    """
    W2, b2, W3, b3 = parameters
    trace = backprop.backprop(vector(x, "x"), target, [W2, W3], [b2, b3])
    (dW2, dW3), (db2, db3) = trace.weight_gradients, trace.bias_gradients
    return dW2, db2, dW3, db3


def batch_gradients(
    errors: ArrayLike, previous_activations: ArrayLike
) -> tuple[FloatArray, FloatArray]:
    """Return a layer's gradients for a batch, the means of those of its samples.

    ∂C/∂W = (1/m) Σ_x δ^x (a^x)ᵀ,    ∂C/∂b = (1/m) Σ_x δ^x

    Parameters
    ----------
    errors : array_like, shape (m, k)
        δ of the layer, one sample a row.
    previous_activations : array_like, shape (m, n)
        What came in.

    Returns
    -------
    weight_gradient : ndarray, shape (k, n)
    bias_gradient : ndarray, shape (k,)

    Raises
    ------
    ValueError
        If the numbers of samples differ.

    Examples
    --------
    >>> batch_gradients([[1.0], [3.0]], [[1.0, 0.0], [1.0, 2.0]])
    (array([[2., 3.]]), array([2.]))
    """
    delta = matrix(errors, "errors")
    a = matrix(previous_activations, "previous_activations")
    return backprop.weight_gradient(delta, a), backprop.bias_gradient(delta)


def minibatch_update(
    X: ArrayLike, targets: ArrayLike, parameters: Parameters, learning_rate: float
) -> Arrays:
    """Return the parameters after one step of gradient descent on a batch, all at once.

    W^l ← W^l - (η/m) Σ_x δ^(x,l) (a^(x,l-1))ᵀ,    b^l ← b^l - (η/m) Σ_x δ^(x,l)

    Parameters
    ----------
    X : array_like, shape (m, n)
    targets : array_like, shape (m, k)
    parameters : tuple of array_like
        As in `backprop_sample`; they stay as they are.
    learning_rate : float
        η, above 0.

    Returns
    -------
    tuple of ndarray
        The new (W2, b2, W3, b3).

    Examples
    --------
    >>> minibatch_update([[1.0]], [[1.0]], ([[0.0]], [0.0], [[8.0]], [-4.0]), 4)[:2]
    (array([[1.]]), array([1.]))
    """
    W2, b2, W3, b3 = parameters
    rate = positive(learning_rate, "learning_rate")
    trace = backprop.backprop(matrix(X, "X"), targets, [W2, W3], [b2, b3])
    (dW2, dW3), (db2, db3) = trace.weight_gradients, trace.bias_gradients
    return (
        floats(W2, "W2") - rate * dW2,
        floats(b2, "b2") - rate * db2,
        floats(W3, "W3") - rate * dW3,
        floats(b3, "b3") - rate * db3,
    )


def train_epoch(
    X: ArrayLike,
    targets: ArrayLike,
    parameters: Parameters,
    learning_rate: float,
    batch_size: int,
) -> Arrays:
    """Return the parameters after one epoch: an update on each mini-batch, in order.

    The last batch is smaller if the samples do not divide evenly.

    Parameters
    ----------
    X : array_like, shape (m, n)
    targets : array_like, shape (m, k)
    parameters : tuple of array_like
        As in `backprop_sample`; they stay as they are.
    learning_rate : float
        η, above 0.
    batch_size : int
        At least 1.

    Returns
    -------
    tuple of ndarray
        The new (W2, b2, W3, b3).

    Examples
    --------
    >>> start = ([[0.0]], [0.0], [[8.0]], [-4.0])
    >>> train_epoch([[1.0]], [[1.0]], start, learning_rate=4, batch_size=1)[:2]
    (array([[1.]]), array([1.]))
    """
    X, targets = matrix(X, "X"), matrix(targets, "targets")
    size = count(batch_size, "batch_size")
    W2, b2, W3, b3 = parameters
    for first in range(0, len(X), size):
        batch = slice(first, first + size)
        W2, b2, W3, b3 = minibatch_update(X[batch], targets[batch], (W2, b2, W3, b3), learning_rate)
    return matrix(W2, "W2"), vector(b2, "b2"), matrix(W3, "W3"), vector(b3, "b3")


def draw_parameters(sizes: tuple[int, int, int], *, rng: np.random.Generator) -> Arrays:
    """Draw starting parameters from the standard normal distribution.

    Parameters
    ----------
    sizes : (n, h, k)
        The numbers of inputs, of hidden and of output neurons.
    rng : numpy.random.Generator

    Examples
    --------
    >>> [a.shape for a in draw_parameters((2, 3, 1), rng=np.random.default_rng(0))]
    [(3, 2), (3,), (1, 3), (1,)]
    """
    n, h, k = (count(size, "Each size") for size in sizes)
    normal = rng.standard_normal
    return normal((h, n)), normal(h), normal((k, h)), normal(k)


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
