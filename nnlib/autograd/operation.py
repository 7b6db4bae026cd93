"""What an operation hands to the tensor that records it: a value and a way back."""

from collections.abc import Callable
from dataclasses import dataclass

from nnlib.validate import FloatArray

Pullback = Callable[[FloatArray], FloatArray]


@dataclass(frozen=True)
class Result:
    """What an operation gives for y = f(a, b, …): the value of y, and one pullback an argument.

    A pullback turns ∂L/∂y, which has the shape of y, into ∂L/∂a by the chain rule, for any
    quantity L that is computed from y. Where a was stretched over the shape of y by
    broadcasting, its pullback may give the shape of y: `sum_to_shape` adds that up.
    """

    value: FloatArray
    pullbacks: tuple[Pullback, ...]


def sum_to_shape(grad: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    """Add a gradient up over the axes along which its argument was stretched.

    Broadcasting uses one number of the argument in many places of the result. The number acts
    through all of them, so its derivative is the sum of theirs.

    Parameters
    ----------
    grad : ndarray
        Of any shape to which `shape` can be broadcast.
    shape : tuple of int
        The shape of the argument.

    Returns
    -------
    ndarray
        Of the shape `shape`.

    Examples
    --------
    >>> import numpy as np
    >>> sum_to_shape(np.ones((2, 3)), (3,))
    array([2., 2., 2.])
    >>> sum_to_shape(np.ones((2, 3)), (2, 1))
    array([[3.],
           [3.]])
    """
    added_axes = grad.ndim - len(shape)
    summed: FloatArray = grad.sum(axis=tuple(range(added_axes)))
    stretched = tuple(axis for axis, size in enumerate(shape) if size != summed.shape[axis])
    fitted: FloatArray = summed.sum(axis=stretched, keepdims=True)
    return fitted
