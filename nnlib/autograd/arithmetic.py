"""The arithmetic of tensors, each operation with the derivative for each of its arguments.

Every function takes arrays that broadcast together. In a pullback `grad` is ∂L/∂y, and what it
returns is ∂L/∂a or ∂L/∂b: the chain rule multiplies `grad` with the local derivative.
"""

import numpy as np

from nnlib.autograd.operation import Result
from nnlib.validate import FloatArray


def add(a: FloatArray, b: FloatArray) -> Result:
    """Return y = a + b, with ∂y/∂a = 1 and ∂y/∂b = 1: a sum hands its gradient on to both."""
    return Result(a + b, (lambda grad: grad, lambda grad: grad))


def subtract(a: FloatArray, b: FloatArray) -> Result:
    """Return y = a - b, with ∂y/∂a = 1 and ∂y/∂b = -1."""
    return Result(a - b, (lambda grad: grad, lambda grad: -grad))


def negate(a: FloatArray) -> Result:
    """Return y = -a, with ∂y/∂a = -1."""
    return Result(-a, (lambda grad: -grad,))


def multiply(a: FloatArray, b: FloatArray) -> Result:
    """Return y = a b, with ∂y/∂a = b and ∂y/∂b = a: each factor is the other's slope."""
    return Result(a * b, (lambda grad: grad * b, lambda grad: grad * a))


def divide(a: FloatArray, b: FloatArray) -> Result:
    """Return y = a / b, with ∂y/∂a = 1/b and ∂y/∂b = -a/b² = -y/b.

    The second is the power rule for b^-1: its derivative is -b^-2.
    """
    y = a / b
    return Result(y, (lambda grad: grad / b, lambda grad: -grad * y / b))


def power(a: FloatArray, b: FloatArray) -> Result:
    """Return y = a^b, with ∂y/∂a = b a^(b-1) and ∂y/∂b = y ln a.

    The second comes from y = e^(b ln a), and so exists for a > 0 alone. Where b = 0 the first
    is 0 for every a, also for a = 0, of which a^-1 would be infinite.
    """
    y = a**b
    return Result(
        y,
        (
            lambda grad: grad * b * a ** np.where(b == 0, 1, b - 1),
            lambda grad: grad * y * np.log(a),
        ),
    )


def matmul(a: FloatArray, b: FloatArray) -> Result:
    """Return y = a @ b, with ∂L/∂a = grad bᵀ and ∂L/∂b = aᵀ grad.

    Element by element: y_ij = Σ_k a_ik b_kj, so that b_kj is the slope of y_ij for a_ik, and

        ∂L/∂a_ik = Σ_j grad_ij b_kj = (grad bᵀ)_ik
        ∂L/∂b_kj = Σ_i a_ik grad_ij = (aᵀ grad)_kj

    A vector on the left is a matrix of one row, on the right a matrix of one column.
    """
    y = a @ b
    rows, columns = _as_rows(a), _as_columns(b)
    whole = (rows @ columns).shape

    def pull_to_a(grad: FloatArray) -> FloatArray:
        product = grad.reshape(whole) @ columns.swapaxes(-1, -2)
        return product if a.ndim > 1 else product[..., 0, :]

    def pull_to_b(grad: FloatArray) -> FloatArray:
        product = rows.swapaxes(-1, -2) @ grad.reshape(whole)
        return product if b.ndim > 1 else product[..., :, 0]

    return Result(y, (pull_to_a, pull_to_b))


def _as_rows(a: FloatArray) -> FloatArray:
    return a if a.ndim > 1 else a[np.newaxis, :]


def _as_columns(b: FloatArray) -> FloatArray:
    return b if b.ndim > 1 else b[:, np.newaxis]
