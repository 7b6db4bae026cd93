"""Linear-ReLU-Linear trained with tensors alone."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from nnlib.autograd.tensor import Tensor
from nnlib.validate import FloatArray, count, floats, matrix, positive, vector

__all__ = ["train_network"]


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
