"""Activation functions and their derivatives, each a function of the net input z.

Every function takes a number, a list or an array of any shape, and returns the same shape.
float32 stays float32, integers become float64. Arguments of ±1000 neither overflow nor warn.
All but softmax work on each number by itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from nnlib.validate import FloatArray, floats, number, vector


def step(z: ArrayLike, threshold: float = 0.0) -> FloatArray:
    """Return 1 where the net input is above the threshold, else 0; so step(threshold) = 0.

    McCulloch and Pitts, A logical calculus of the ideas immanent in nervous activity, 1943.

    Examples
    --------
    >>> step([-2, 0, 2])
    array([0., 0., 1.])
    """
    z = floats(z, "z")
    return (z > number(threshold, "threshold")).astype(z.dtype)


def step_derivative(z: ArrayLike) -> FloatArray:
    """Return 0 everywhere: the step is flat, and at its jump 0 is the convention.

    Examples
    --------
    >>> step_derivative([-2, 0, 2])
    array([0., 0., 0.])
    """
    z = floats(z, "z")
    return np.zeros_like(z)[()]  # [()] makes a number of an array without axes


def sigmoid(z: ArrayLike) -> FloatArray:
    """Squash the net input into (0, 1): σ(z) = 1 / (1 + e^-z).

    Rumelhart, Hinton and Williams, Learning representations by back-propagating errors, 1986.

    Examples
    --------
    >>> sigmoid([-1000, 0, 1000])
    array([0. , 0.5, 1. ])
    """
    # The same curve as 1 / (1 + e^-z), but e^-z overflows for large negative z and tanh never.
    return 0.5 * (1 + np.tanh(floats(z, "z") / 2))


def sigmoid_derivative(z: ArrayLike) -> FloatArray:
    """Return σ'(z) = σ(z) (1 - σ(z)), which is at most 1/4, at z = 0.

    Examples
    --------
    >>> float(sigmoid_derivative(0))
    0.25
    """
    a = sigmoid(z)
    return a * (1 - a)


def tanh(z: ArrayLike) -> FloatArray:
    """Squash the net input into (-1, 1), centred on 0: (e^z - e^-z) / (e^z + e^-z).

    LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998, on why the centre matters.

    Examples
    --------
    >>> tanh([-1000, 0, 1000])
    array([-1.,  0.,  1.])
    """
    return np.tanh(floats(z, "z"))


def tanh_derivative(z: ArrayLike) -> FloatArray:
    """Return tanh'(z) = 1 - tanh(z)², which is at most 1, at z = 0.

    Examples
    --------
    >>> float(tanh_derivative(0))
    1.0
    """
    return 1 - tanh(z) ** 2


def relu(z: ArrayLike) -> FloatArray:
    """Let positive net inputs through and stop the rest: max(0, z).

    Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, 2010.

    Examples
    --------
    >>> relu([-2, 0, 2])
    array([0., 0., 2.])
    """
    a: FloatArray = np.maximum(floats(z, "z"), 0)
    return a


def relu_derivative(z: ArrayLike) -> FloatArray:
    """Return 1 for z > 0, else 0; at the corner z = 0 it is 0 by convention.

    Examples
    --------
    >>> relu_derivative([-2, 0, 2])
    array([0., 0., 1.])
    """
    z = floats(z, "z")
    return (z > 0).astype(z.dtype)


def leaky_relu(z: ArrayLike, slope: float = 0.01) -> FloatArray:
    """Let a little of a negative net input through: max(slope · z, z), slope from 0 to 1.

    Maas, Hannun and Ng, Rectifier nonlinearities improve neural network acoustic models, 2013.

    Examples
    --------
    >>> leaky_relu([-200, 0, 2])
    array([-2.,  0.,  2.])
    """
    z = floats(z, "z")
    a: FloatArray = np.maximum(_slope(slope) * z, z)
    return a


def leaky_relu_derivative(z: ArrayLike, slope: float = 0.01) -> FloatArray:
    """Return 1 for z > 0, else the slope; at the corner z = 0 it is the slope by convention.

    Examples
    --------
    >>> leaky_relu_derivative([-2, 0, 2])
    array([0.01, 0.01, 1.  ])
    """
    steepness: FloatArray = np.maximum(relu_derivative(z), _slope(slope))
    return steepness


def softmax(z: ArrayLike) -> FloatArray:
    """Turn scores into probabilities along the last axis: p_i = e^z_i / Σ_j e^z_j.

    Bridle, Probabilistic interpretation of feedforward classification network outputs, 1990.

    Parameters
    ----------
    z : array_like, shape (n,) or (m, n)
        The scores of n classes, one sample a row.

    Returns
    -------
    ndarray
        Of the same shape; each row is positive and sums to 1.

    Examples
    --------
    >>> softmax([[0, 0], [1000, -1000]])
    array([[0.5, 0.5],
           [1. , 0. ]])
    """
    z = floats(z, "z")
    # Subtracting the maximum divides above and below by e^max: same p, and no e^1000.
    powers: FloatArray = np.exp(z - z.max(axis=-1, keepdims=True))
    p: FloatArray = powers / powers.sum(axis=-1, keepdims=True)
    return p


def softmax_jacobian(z: ArrayLike) -> FloatArray:
    """Return how each probability changes with each score: ∂p_i/∂z_j = p_i (δ_ij - p_j).

    As a matrix: J = diag(p) - p pᵀ, with p = softmax(z).

    Parameters
    ----------
    z : array_like, shape (n,)
        The scores of one sample.

    Returns
    -------
    ndarray, shape (n, n)
        Row i belongs to p_i, column j to z_j.

    Examples
    --------
    >>> softmax_jacobian([0, 0])
    array([[ 0.25, -0.25],
           [-0.25,  0.25]])
    """
    p = softmax(vector(z, "z"))
    return np.diag(p) - np.outer(p, p)


def _slope(slope: float) -> float:
    checked = number(slope, "slope")
    if not 0 <= checked <= 1:  # above 1 the larger of slope · z and z is the wrong one
        raise ValueError(f"slope must lie between 0 and 1; {checked:g} came.")
    return checked


@dataclass(frozen=True)
class Activation:
    """An activation function that works on each number by itself, with its derivative."""

    name: str
    function: Callable[[ArrayLike], FloatArray]
    derivative: Callable[[ArrayLike], FloatArray]


# Each has a layer of its name in `nnlib.layers.activations`. Softmax is not among them: it mixes
# the numbers of a row and so has a matrix as its derivative.
ACTIVATIONS: Final[Mapping[str, Activation]] = MappingProxyType(
    {
        "step": Activation("step", step, step_derivative),
        "sigmoid": Activation("sigmoid", sigmoid, sigmoid_derivative),
        "tanh": Activation("tanh", tanh, tanh_derivative),
        "relu": Activation("relu", relu, relu_derivative),
        "leaky_relu": Activation("leaky_relu", leaky_relu, leaky_relu_derivative),
    }
)
