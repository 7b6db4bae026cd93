"""Backpropagation as the lectures write it: z, a and δ of every layer, then all gradients.

The network is a list of weights W² … W^L and biases b² … b^L, all of sigmoid neurons.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numpy.typing import ArrayLike

from nnlib.activations import sigmoid
from nnlib.backprop.equations import (
    bias_gradient,
    hidden_error,
    output_error,
    weight_gradient,
)
from nnlib.validate import FloatArray, floats, matrix, vector

__all__ = ["Trace", "backprop", "feed_forward"]


@dataclass(frozen=True)
class Trace:
    """All that backpropagation works out, layer by layer.

    Attributes
    ----------
    activations : tuple of ndarray
        a¹ … a^L; a¹ is the input, so it has one entry more than the others.
    pre_activations : tuple of ndarray
        z² … z^L.
    errors : tuple of ndarray
        δ² … δ^L, of the shapes of z.
    weight_gradients, bias_gradients : tuple of ndarray
        ∂C/∂W² … ∂C/∂W^L and ∂C/∂b² … ∂C/∂b^L, of the shapes of W and b.
    """

    activations: tuple[FloatArray, ...]
    pre_activations: tuple[FloatArray, ...]
    errors: tuple[FloatArray, ...]
    weight_gradients: tuple[FloatArray, ...]
    bias_gradients: tuple[FloatArray, ...]


def feed_forward(
    x: ArrayLike,
    weights: Sequence[ArrayLike],
    biases: Sequence[ArrayLike],
) -> tuple[list[FloatArray], list[FloatArray]]:
    """Go through all layers: z^l = W^l a^(l-1) + b^l,    a^l = σ(z^l).

    Parameters
    ----------
    x : array_like, shape (n,) or (m, n)
        The input a¹.
    weights : sequence of array_like, shape (out_features, in_features) each
    biases : sequence of array_like, shape (out_features,) each

    Returns
    -------
    pre_activations : list of ndarray
        z² … z^L.
    activations : list of ndarray
        a¹ … a^L.

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> z, a = feed_forward([0.5, 0.3], [[[0.4, 0.6], [0.1, 0.9]]], [[0.2, 0.1]])
    >>> z[0], a[1].round(3)
    (array([0.58, 0.42]), array([0.641, 0.603]))
    """
    start = floats(x, "x")
    activations = [vector(start, "x") if start.ndim < 2 else matrix(start, "x")]
    pre_activations = list[FloatArray]()
    for W, b in _layers(weights, biases, activations[0].shape[-1]):
        pre_activations.append(activations[-1] @ W.T + b)
        activations.append(sigmoid(pre_activations[-1]))
    return pre_activations, activations


def backprop(
    x: ArrayLike,
    target: ArrayLike,
    weights: Sequence[ArrayLike],
    biases: Sequence[ArrayLike],
) -> Trace:
    """Work out all gradients: input, forward, output error, backward, gradients.

    Parameters
    ----------
    x : array_like, shape (n,) or (m, n)
    target : array_like, shape (k,) or (m, k)
    weights, biases : sequence of array_like
        As in `feed_forward`.

    Returns
    -------
    Trace

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> trace = backprop([1.0], [1.0], [[[0.0]]], [[0.0]])
    >>> trace.errors[0], trace.weight_gradients[0]
    (array([-0.125]), array([[-0.125]]))
    """
    z, a = feed_forward(x, weights, biases)
    errors = [output_error(a[-1], target, z[-1])]
    for W, z_l in zip(weights[:0:-1], z[-2::-1], strict=True):
        errors.insert(0, hidden_error(W, errors[0], z_l))
    return Trace(
        tuple(a),
        tuple(z),
        tuple(errors),
        tuple(map(weight_gradient, errors, a)),
        tuple(map(bias_gradient, errors)),
    )


def _layers(
    weights: Sequence[ArrayLike], biases: Sequence[ArrayLike], width: int
) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield each layer's weight and bias, checked against the width of the layer before."""
    if len(weights) != len(biases) or len(weights) == 0:
        raise ValueError(
            "weights and biases must hold one array a layer each; "
            f"{len(weights)} and {len(biases)} came."
        )
    for index, (weight, bias) in enumerate(zip(weights, biases, strict=True)):
        W = matrix(weight, f"weights[{index}]", columns=width)
        width = W.shape[0]
        yield W, vector(bias, f"biases[{index}]", width)
