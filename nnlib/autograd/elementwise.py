"""Functions that work on each number by itself, each with its derivative.

In a pullback `grad` is ∂L/∂y, and what it returns is ∂L/∂a = ∂L/∂y · y'(a). Where y'(a) can be
said by y itself, no exponential is computed twice.
"""

import numpy as np

from nnlib.autograd.operation import Result
from nnlib.validate import FloatArray


def exp(a: FloatArray) -> Result:
    """Return y = e^a, which is its own derivative: y' = e^a = y."""
    y = np.exp(a)
    return Result(y, (lambda grad: grad * y,))


def log(a: FloatArray) -> Result:
    """Return y = ln a, with y' = 1/a: from e^y = a follows e^y y' = 1."""
    return Result(np.log(a), (lambda grad: grad / a,))


def tanh(a: FloatArray) -> Result:
    """Return y = tanh a, with y' = 1 - y².

    By the quotient rule for sinh a / cosh a: (cosh² a - sinh² a) / cosh² a = 1 - tanh² a.
    """
    y = np.tanh(a)
    return Result(y, (lambda grad: grad * (1 - y**2),))


def relu(a: FloatArray) -> Result:
    """Return y = max(0, a), with y' = 1 for a > 0, else 0; at a = 0 it is 0 by convention."""
    return Result(np.maximum(a, 0), (lambda grad: grad * (a > 0),))


def sigmoid(a: FloatArray) -> Result:
    """Return y = 1 / (1 + e^-a), with y' = y (1 - y).

    By the chain rule y' = e^-a / (1 + e^-a)² = y · e^-a / (1 + e^-a), and the second factor
    is 1 - y.
    """
    y = 0.5 * (1 + np.tanh(a / 2))  # the same curve, and tanh never overflows
    return Result(y, (lambda grad: grad * y * (1 - y),))
