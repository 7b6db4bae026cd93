"""The way back through single operations, and two slopes by the graph: lesson B's own steps."""

import numpy as np
from numpy.typing import ArrayLike

from nnlib.autograd.tensor import Tensor
from nnlib.validate import FloatArray, floats, matrix

__all__ = ["chain_slope", "matmul_backward", "multiply_backward", "parabola_slope"]


def parabola_slope(x: float) -> float:
    """Return dy/dx of y = x² + 3x + 1, found by a tensor.

    Examples
    --------
    >>> parabola_slope(2)
    7.0
    """
    variable = Tensor(x, requires_grad=True)
    y = variable**2 + 3 * variable + 1
    y.backward()
    return float(variable.grad)  # type: ignore[arg-type]  # backward has set it


def chain_slope(x: float) -> float:
    """Return dy/dx of y = (2x + 1)², found by a tensor.

    Examples
    --------
    >>> chain_slope(3)
    28.0
    """
    variable = Tensor(x, requires_grad=True)
    y = (2 * variable + 1) ** 2
    y.backward()
    return float(variable.grad)  # type: ignore[arg-type]  # backward has set it


def multiply_backward(x: ArrayLike, y: ArrayLike, grad: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return ∂L/∂x and ∂L/∂y for p = x y, where grad is ∂L/∂p.

    ∂L/∂x = ∂L/∂p · y  and  ∂L/∂y = ∂L/∂p · x: each factor is the other's slope.

    Parameters
    ----------
    x, y, grad : array_like, all of one shape

    Returns
    -------
    dx, dy : ndarray of the same shape

    Raises
    ------
    ValueError
        If the shapes differ.

    Examples
    --------
    >>> dx, dy = multiply_backward(2, 3, 10)
    >>> float(dx), float(dy)
    (30.0, 20.0)
    """
    x, y, grad = floats(x, "x"), floats(y, "y"), floats(grad, "grad")
    if not x.shape == y.shape == grad.shape:
        raise ValueError(
            f"x, y and grad must have one shape; {x.shape}, {y.shape} and {grad.shape} came."
        )
    return np.asarray(grad * y), np.asarray(grad * x)


def matmul_backward(A: ArrayLike, B: ArrayLike, grad: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Return ∂L/∂A and ∂L/∂B for P = A B, where grad is ∂L/∂P.

    ∂L/∂A = grad Bᵀ  and  ∂L/∂B = Aᵀ grad

    Parameters
    ----------
    A : array_like, shape (m, n)
    B : array_like, shape (n, k)
    grad : array_like, shape (m, k)

    Returns
    -------
    dA : ndarray, shape (m, n)
    dB : ndarray, shape (n, k)

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> dA, dB = matmul_backward([[1, 2]], [[3], [4]], [[10]])
    >>> dA.tolist(), dB.tolist()
    ([[30.0, 40.0]], [[10.0], [20.0]])
    """
    A, B, grad = matrix(A, "A"), matrix(B, "B"), matrix(grad, "grad")
    if A.shape[1] != B.shape[0] or grad.shape != (A.shape[0], B.shape[1]):
        raise ValueError(
            f"A {A.shape}, B {B.shape} and grad {grad.shape} must have the shapes (m, n), (n, k) "
            "and (m, k)."
        )
    return grad @ B.T, A.T @ grad
