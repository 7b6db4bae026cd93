"""Backpropagation in a network with one hidden layer, both layers of sigmoid neurons.

The parameters stand in one tuple (W2, b2, W3, b3): the hidden layer is layer 2, the output layer 3.
The cost is the quadratic one, C = (1/m) Σ_x ½ ‖y - a³‖². `nnlib.backprop` has the same equations
for any number of layers and any activation.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib import backprop
from nnlib.losses import quadratic_cost
from nnlib.validate import FloatArray, count, matrix, vector

Parameters = tuple[ArrayLike, ArrayLike, ArrayLike, ArrayLike]
Arrays = tuple[FloatArray, FloatArray, FloatArray, FloatArray]


def output_error(output: ArrayLike, target: ArrayLike, z: ArrayLike) -> FloatArray:
    """Return the error of sigmoid output neurons, BP1: δ^L = (a^L - y) ⊙ σ'(z^L).

    All have one shape, (k,) or (m, k). `nnlib.backprop.output_error` takes other activations.

    Examples
    --------
    >>> output_error([0.5], [1], [0])
    array([-0.125])
    """
    return backprop.output_error(output, target, z)


def hidden_error(next_weight: ArrayLike, next_error: ArrayLike, z: ArrayLike) -> FloatArray:
    """Return the error of hidden sigmoid neurons, BP2: δ^l = ((W^(l+1))ᵀ δ^(l+1)) ⊙ σ'(z^l).

    The shapes are (k, n), (k,) and (n,), or for a batch (k, n), (m, k) and (m, n).
    `nnlib.backprop.hidden_error` takes other activations.

    Examples
    --------
    >>> hidden_error([[2, -4]], [0.5], [0, 0])
    array([ 0.25, -0.5 ])
    """
    return backprop.hidden_error(next_weight, next_error, z)


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
    (W2, W3), (b2, b3) = backprop.mini_batch_update(X, targets, [W2, W3], [b2, b3], learning_rate)
    return W2, b2, W3, b3


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
