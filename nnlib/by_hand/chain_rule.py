"""The chain rule by pencil, and what it says about weights that learn slowly.

Nielsen, Neural networks and deep learning, 2015, chapters 2 and 5.
"""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.activations import sigmoid, sigmoid_derivative
from nnlib.validate import floats, number, positive, vector


def parabola_slope(a: ArrayLike, b: ArrayLike, c: ArrayLike, x: ArrayLike) -> float:
    """Return the derivative of y = a x² + b x + c at x: y' = 2 a x + b.

    Examples
    --------
    >>> parabola_slope(1, 3, 1, 2)  # x² + 3x + 1 at 2
    7.0
    """
    number(c, "c")  # it moves the parabola up or down and leaves its slope as it is
    return 2 * number(a, "a") * number(x, "x") + number(b, "b")


def squared_line_slope(a: ArrayLike, b: ArrayLike, x: ArrayLike) -> float:
    """Return the derivative of y = (a x + b)² at x, by the chain rule: y' = 2 (a x + b) · a.

    Examples
    --------
    >>> squared_line_slope(2, 1, 3)  # (2x + 1)² at 3
    28.0
    """
    a = number(a, "a")
    return 2 * (a * number(x, "x") + number(b, "b")) * a


def chain_rule_neuron(
    x: ArrayLike, weight: ArrayLike, bias: ArrayLike, target: ArrayLike
) -> tuple[float, float]:
    """Return how the loss of a sigmoid neuron with one input changes with its weight and its bias.

    z = w x + b,  a = σ(z),  L = ½ (a - y)²
    ∂L/∂w = ∂L/∂a · ∂a/∂z · ∂z/∂w = (a - y) · σ'(z) · x,    ∂L/∂b = (a - y) · σ'(z) · 1

    Parameters
    ----------
    x, weight, bias, target : float
        The target is y.

    Returns
    -------
    weight_slope, bias_slope : float

    Raises
    ------
    ValueError
        If an argument is not a single finite number.

    Examples
    --------
    >>> chain_rule_neuron(2, 0, 0, 1)  # (1/2 - 1) · 1/4 · 2, and without the 2
    (-0.25, -0.125)
    """
    x = number(x, "x")
    z = number(weight, "weight") * x + number(bias, "bias")
    delta = float((sigmoid(z) - number(target, "target")) * sigmoid_derivative(z))
    return delta * x, delta


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


def chain_gradient(weights: ArrayLike, x: float) -> float:
    """Return how the last activation changes with the input: the product of all w σ'(z).

    z = w a, a = σ(z) for one weight after the other, and ∂a_L/∂x = w_L σ'(z_L) … w_1 σ'(z_1)

    Parameters
    ----------
    weights : array_like, shape (num_layers,)
        One weight a layer; there are no biases.
    x : float
        The input.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If `weights` is no vector, or `x` no number.

    Examples
    --------
    >>> round(chain_gradient([2, 3], 0.0), 4)  # z = 0, a = 0.5, z = 1.5: 2 · 0.25 · 3 · σ'(1.5)
    0.2237
    """
    a, product = number(x, "x"), 1.0
    for weight in vector(weights, "weights"):
        z = float(weight) * a
        a = float(sigmoid(z))
        product *= float(weight) * float(sigmoid_derivative(z))
    return product
