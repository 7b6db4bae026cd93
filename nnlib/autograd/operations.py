"""The operations of tensors, each with the way a gradient goes back through it.

In a pullback `grad` is ∂L/∂y, and what it returns is ∂L/∂a: the chain rule multiplies `grad` with
the local derivative ∂y/∂a. Where ∂y/∂a can be said by y itself, nothing is computed twice.
"""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from nnlib.validate import FloatArray

Pullback = Callable[[FloatArray], FloatArray]
Axis = int | tuple[int, ...] | None


@dataclass(frozen=True)
class Operation:
    """A function y = f(a, b, …) of arrays that broadcast together, and the way back through it.

    Attributes
    ----------
    name : str
        Its sign or name, as a picture of the graph shows it.
    value : callable
        Takes the arguments and gives y.
    pullbacks : callable
        Takes y and the arguments, and gives one pullback an argument. A pullback turns ∂L/∂y, which
        has the shape of y, into ∂L/∂a by the chain rule, for any quantity L that is computed from
        y. Where a was stretched over the shape of y by broadcasting, its pullback may give the
        shape of y: `sum_to_shape` adds that up.
    """

    name: str
    value: Callable[..., FloatArray]
    pullbacks: Callable[..., tuple[Pullback, ...]]


# y = a + b: ∂y/∂a = 1 and ∂y/∂b = 1, so a sum hands its gradient on to both.
ADD: Final = Operation("+", operator.add, lambda y, a, b: (lambda grad: grad, lambda grad: grad))

# y = a - b: ∂y/∂a = 1 and ∂y/∂b = -1.
SUBTRACT: Final = Operation(
    "−", operator.sub, lambda y, a, b: (lambda grad: grad, lambda grad: -grad)
)

# y = -a: ∂y/∂a = -1.
NEGATE: Final = Operation("neg", operator.neg, lambda y, a: (lambda grad: -grad,))

# y = a b: ∂y/∂a = b and ∂y/∂b = a, so each factor is the other's slope.
MULTIPLY: Final = Operation(
    "×", operator.mul, lambda y, a, b: (lambda grad: grad * b, lambda grad: grad * a)
)

# y = a / b: ∂y/∂a = 1/b and ∂y/∂b = -a/b² = -y/b. The second is the power rule for b^-1, whose
# derivative is -b^-2.
DIVIDE: Final = Operation(
    "÷", operator.truediv, lambda y, a, b: (lambda grad: grad / b, lambda grad: -grad * y / b)
)

# y = a^b: ∂y/∂a = b a^(b-1) and ∂y/∂b = y ln a. The second comes from y = e^(b ln a), and so exists
# for a > 0 alone. Where b = 0 the first is 0 for every a, also for a = 0, of which a^-1 would be
# infinite.
POWER: Final = Operation(
    "**",
    operator.pow,
    lambda y, a, b: (
        lambda grad: grad * b * a ** np.where(b == 0, 1, b - 1),
        lambda grad: grad * y * np.log(a),
    ),
)

# y = e^a is its own derivative.
EXP: Final = Operation("exp", np.exp, lambda y, a: (lambda grad: grad * y,))

# y = ln a: y' = 1/a, because from e^y = a follows e^y y' = 1.
LOG: Final = Operation("log", np.log, lambda y, a: (lambda grad: grad / a,))

# y = tanh a: y' = 1 - y², by the quotient rule for sinh a / cosh a:
# (cosh² a - sinh² a) / cosh² a = 1 - tanh² a.
TANH: Final = Operation("tanh", np.tanh, lambda y, a: (lambda grad: grad * (1 - y**2),))

# y = max(0, a): y' = 1 for a > 0, else 0; at a = 0 it is 0 by convention.
RELU: Final = Operation(
    "relu", lambda a: np.maximum(a, 0), lambda y, a: (lambda grad: grad * (a > 0),)
)

# y = 1 / (1 + e^-a), as ½ (1 + tanh(a/2)), which never overflows. By the chain rule
# y' = e^-a / (1 + e^-a)² = y · e^-a / (1 + e^-a), and the second factor is 1 - y.
SIGMOID: Final = Operation(
    "sigmoid",
    lambda a: 0.5 * (1 + np.tanh(a / 2)),
    lambda y, a: (lambda grad: grad * y * (1 - y),),
)


def _matmul_pullbacks(y: FloatArray, a: FloatArray, b: FloatArray) -> tuple[Pullback, Pullback]:
    """Go back through y = a @ b: ∂L/∂a = grad bᵀ and ∂L/∂b = aᵀ grad.

    Element by element: y_ij = Σ_k a_ik b_kj, so that b_kj is the slope of y_ij for a_ik, and

        ∂L/∂a_ik = Σ_j grad_ij b_kj = (grad bᵀ)_ik
        ∂L/∂b_kj = Σ_i a_ik grad_ij = (aᵀ grad)_kj

    A vector on the left is a matrix of one row, on the right a matrix of one column.
    """
    rows = a if a.ndim > 1 else a[np.newaxis, :]
    columns = b if b.ndim > 1 else b[:, np.newaxis]
    whole = (rows @ columns).shape

    def pull_to_a(grad: FloatArray) -> FloatArray:
        product = grad.reshape(whole) @ columns.swapaxes(-1, -2)
        return product if a.ndim > 1 else product[..., 0, :]

    def pull_to_b(grad: FloatArray) -> FloatArray:
        product = rows.swapaxes(-1, -2) @ grad.reshape(whole)
        return product if b.ndim > 1 else product[..., :, 0]

    return pull_to_a, pull_to_b


MATMUL: Final = Operation("@", operator.matmul, _matmul_pullbacks)


def _spread(grad: FloatArray, a: FloatArray, axis: Axis) -> FloatArray:
    """Go back through y = Σ a over the axes: ∂y/∂a_i = 1, so every summand gets y's gradient."""
    kept = a.sum(axis=axis, keepdims=True).shape
    return np.broadcast_to(grad.reshape(kept), a.shape)


SUM: Final = Operation(
    "sum",
    lambda a, axis, keepdims: a.sum(axis=axis, keepdims=keepdims),
    lambda y, a, axis, keepdims: (lambda grad: _spread(grad, a, axis),),
)


def _mean(a: FloatArray, axis: Axis, keepdims: bool) -> FloatArray:
    """Return y = (1/n) Σ a over the axes, a sum divided by its length n: ∂y/∂a_i = 1/n."""
    summed = a.sum(axis=axis, keepdims=keepdims)
    mean: FloatArray = summed / (a.size // summed.size)
    return mean


MEAN: Final = Operation(
    "mean",
    _mean,
    lambda y, a, axis, keepdims: (lambda grad: _spread(grad, a, axis) / (a.size // y.size),),
)

# The numbers of a in another shape; the gradient goes back into the old one.
RESHAPE: Final = Operation(
    "reshape",
    lambda a, shape: a.reshape(*shape),
    lambda y, a, shape: (lambda grad: grad.reshape(a.shape),),
)

# y_ji = a_ij: the gradient is transposed back.
TRANSPOSE: Final = Operation("T", lambda a: a.T, lambda y, a: (lambda grad: grad.T,))


def _take_pullbacks(y: FloatArray, a: FloatArray, index: Any) -> tuple[Pullback]:
    """Go back through y = a[index]: each number's gradient goes to the place it was taken from.

    What was not taken has the gradient 0. What was taken more than once gets the sum, which
    is why the gradients are added to their places, and not written there.
    """

    def pull(grad: FloatArray) -> FloatArray:
        placed = np.zeros_like(a)
        np.add.at(placed, index, grad)
        return placed

    return (pull,)


TAKE: Final = Operation("[ ]", lambda a, index: np.asarray(a[index]), _take_pullbacks)


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
