"""Derivatives that can be worked out with a pencil: two functions of one number, and one neuron."""

from numpy.typing import ArrayLike

from nnlib.activations import sigmoid, sigmoid_derivative
from nnlib.validate import number


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
