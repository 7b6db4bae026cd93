"""Sums, means and changes of shape: which number of the argument went where, and back again."""

from typing import Any

import numpy as np

from nnlib.autograd.operation import Result
from nnlib.validate import FloatArray

Axis = int | tuple[int, ...] | None


def total(a: FloatArray, axis: Axis, keepdims: bool) -> Result:
    """Return y = Σ a over the axes, with ∂y/∂a_i = 1: every summand gets the sum's gradient."""
    y = a.sum(axis=axis, keepdims=keepdims)
    kept = a.sum(axis=axis, keepdims=True).shape
    return Result(y, (lambda grad: np.broadcast_to(grad.reshape(kept), a.shape),))


def mean(a: FloatArray, axis: Axis, keepdims: bool) -> Result:
    """Return y = (1/n) Σ a over the axes, with ∂y/∂a_i = 1/n: a sum divided by its length n."""
    summed = total(a, axis, keepdims)
    n = a.size // summed.value.size
    return Result(summed.value / n, (lambda grad: summed.pullbacks[0](grad) / n,))


def reshape(a: FloatArray, shape: tuple[Any, ...]) -> Result:
    """Return the numbers of a in another shape; the gradient goes back into the old one."""
    return Result(a.reshape(*shape), (lambda grad: grad.reshape(a.shape),))


def transpose(a: FloatArray) -> Result:
    """Return aᵀ, so y_ji = a_ij; the gradient is transposed back."""
    return Result(a.T, (lambda grad: grad.T,))


def take(a: FloatArray, index: Any) -> Result:
    """Return y = a[index]; each number's gradient goes to the place it was taken from.

    What was not taken has the gradient 0. What was taken more than once gets the sum, which
    is why the gradients are added to their places, and not written there.
    """

    def pull(grad: FloatArray) -> FloatArray:
        placed = np.zeros_like(a)
        np.add.at(placed, index, grad)
        return placed

    return Result(np.asarray(a[index]), (pull,))
