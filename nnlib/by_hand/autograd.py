"""What a tensor does inside, with plain numbers and arrays; and a network trained with tensors.

A computation is written down as a tape: values are numbered 0, 1, 2, …, first the inputs, then the
result of each line.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from nnlib.autograd import Tensor
from nnlib.validate import FloatArray, count, floats, matrix, number, positive, shaped, vector

Line = tuple[str, int, int]


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
    x = floats(x, "x")
    y, grad = shaped(y, "y", x.shape, of="x"), shaped(grad, "grad", x.shape, of="x")
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
    B = matrix(B, "B")
    A = matrix(A, "A", columns=len(B))
    grad = shaped(grad, "grad", (len(A), B.shape[1]))
    return grad @ B.T, A.T @ grad


def order_of_values(parents: Sequence[Sequence[int]]) -> list[int]:
    """Return the values in an order in which each comes after all that it was made of.

    Of the values that are ready the one with the smallest number is taken, again and again.
    Kahn, Topological sorting of large networks, 1962.

    Parameters
    ----------
    parents : sequence of sequences of int
        For each value the numbers of those that it was made of; empty for an input.

    Returns
    -------
    list of int

    Raises
    ------
    ValueError
        If values were made of one another in a circle.

    Examples
    --------
    >>> order_of_values([[2], [0, 2], []])
    [2, 0, 1]
    """
    order: list[int] = []
    while len(order) < len(parents):
        waiting = [i for i in range(len(parents)) if i not in order]
        ready = [i for i in waiting if all(parent in order for parent in parents[i])]
        if not ready:
            raise ValueError(f"The values {waiting} were made of one another in a circle.")
        order.append(ready[0])
    return order


def run_tape(inputs: Sequence[float], tape: Sequence[Line]) -> list[float]:
    """Return the inputs and, after them, the result of each line of the tape.

    Parameters
    ----------
    inputs : sequence of float
    tape : sequence of (sign, i, j)
        Each line is a sign, "+" or "*", and the numbers of the two values that it joins.

    Returns
    -------
    list of float, len(inputs) + len(tape) of them

    Raises
    ------
    ValueError
        If a sign is another one, or a line uses a value that is not there yet.

    Examples
    --------
    >>> run_tape([2, 3], [("*", 0, 1), ("+", 2, 0)])
    [2.0, 3.0, 6.0, 8.0]
    """
    values = [number(value, "inputs") for value in inputs]
    for sign, i, j in tape:
        _check_line(sign, i, j, len(values))
        values.append(values[i] + values[j] if sign == "+" else values[i] * values[j])
    return values


def tape_backward(values: Sequence[float], tape: Sequence[Line]) -> list[float]:
    """Return the derivative of the last value for each value of the tape.

    From the last line to the first, a sum hands its gradient g on to both sides, a product
    x · y hands g y to x and g x to y. What reaches a value on several ways is added up.

    Parameters
    ----------
    values : sequence of float
        The inputs and the result of each line, as `run_tape` returns them.
    tape : sequence of (sign, i, j)

    Returns
    -------
    list of float, as many as there are values

    Raises
    ------
    ValueError
        If a sign is another one, or a line uses a value that is not there yet.

    Examples
    --------
    >>> tape_backward([2, 3, 6, 8], [("*", 0, 1), ("+", 2, 0)])
    [4.0, 2.0, 1.0, 1.0]
    """
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    result = len(values)
    for sign, i, j in reversed(tape):
        result -= 1
        _check_line(sign, i, j, result)
        gradient = gradients[result]
        if sign == "+":
            gradients[i] += gradient
            gradients[j] += gradient
        else:
            gradients[i] += gradient * values[j]
            gradients[j] += gradient * values[i]
    return gradients


def train_network(
    X: ArrayLike,
    targets: ArrayLike,
    params: Sequence[ArrayLike],
    learning_rate: float,
    num_steps: int,
) -> tuple[list[float], list[FloatArray]]:
    """Train Linear-ReLU-Linear by full-batch gradient descent on the mean squared error.

    ŷ = ReLU(X W₁ᵀ + b₁) W₂ᵀ + b₂,  L = (1/m) Σ (ŷ - t)²,  p ← p - η ∂L/∂p for each parameter

    Parameters
    ----------
    X : array_like, shape (m, n)
    targets : array_like, shape (m,)
    params : sequence of array_like
        weight1 (hidden, n), bias1 (hidden,), weight2 (1, hidden), bias2 (1,).
    learning_rate : float
    num_steps : int

    Returns
    -------
    losses : list of float
        The loss before each step.
    params : list of ndarray
        The parameters after the last step; those that were given stay as they are.

    Raises
    ------
    ValueError
        If the shapes do not fit together.

    Examples
    --------
    >>> params = [[[1], [-1]], [0, 0], [[2, 3]], [1]]
    >>> losses, (weight1, bias1, weight2, bias2) = train_network([[1]], [1], params, 0.1, 1)
    >>> losses, weight1.ravel().tolist(), weight2.tolist()
    ([4.0], [0.19999999999999996, -1.0], [[1.6, 3.0]])
    """
    X, rate = Tensor(matrix(X, "X")), positive(learning_rate, "learning_rate")
    wanted = vector(targets, "targets", size=len(X))[:, np.newaxis]
    tensors = [Tensor(floats(values, "params"), requires_grad=True) for values in params]
    weight1, bias1, weight2, bias2 = tensors
    losses = []
    for _ in range(count(num_steps, "num_steps")):
        predictions = (X @ weight1.T + bias1).relu() @ weight2.T + bias2
        loss = ((predictions - wanted) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        for tensor in tensors:
            tensor.data -= rate * tensor.grad  # type: ignore[operator]  # backward has set it
            tensor.grad = None
    return losses, [tensor.data for tensor in tensors]


def _check_line(sign: str, i: int, j: int, size: int) -> None:
    if sign not in ("+", "*"):
        raise ValueError(f'A sign is "+" or "*"; {sign!r} came.')
    if not (0 <= i < size and 0 <= j < size):
        raise ValueError(f"A line uses the values {i} and {j}, but only 0 to {size - 1} are there.")
