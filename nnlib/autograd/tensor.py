"""A tensor that records how it was made, and so knows the way back to its derivatives.

Wengert, A simple automatic derivative evaluation program, 1964. The names are PyTorch's.
"""

from collections.abc import Iterator
from typing import Any, Union

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nnlib.autograd import operations
from nnlib.autograd.graph import Node, refuse_non_finite
from nnlib.autograd.operations import Axis, Operation
from nnlib.validate import floats

Operand = Union["Tensor", ArrayLike]


class Tensor(Node):
    """An array that remembers the operation and the tensors it was computed from.

    Each operation makes a new tensor, and `backward` goes from the last one back to the first
    ones and leaves in each its derivative. Three things differ from PyTorch: `data` and `grad`
    are NumPy arrays, the tensors on the way keep their `grad` too, and an operation that would
    give NaN or infinity is refused.

    Parameters
    ----------
    data : array_like, any shape
        The numbers, which are copied. float32 stays float32, everything else becomes float64.
    requires_grad : bool
        Whether `backward` shall compute the derivative for this tensor. Whatever is computed
        from such a tensor requires it as well.

    Attributes
    ----------
    data : ndarray
        The numbers; change them in place for a step of training: `w.data -= 0.1 * w.grad`.
    grad : ndarray or None
        ∂L/∂self, of the shape of `data`, after `L.backward()`. A further `backward` adds to it;
        set it to None to begin anew.

    Raises
    ------
    ValueError
        If `data` is empty or holds something other than finite real numbers, or an operation
        does not fit the shapes.
    FloatingPointError
        If an operation gives NaN or infinity.

    Examples
    --------
    >>> x = Tensor(2.0, requires_grad=True)
    >>> y = x**2 + 3 * x + 1
    >>> y.backward()
    >>> y.item(), x.grad.item()
    (11.0, 7.0)
    """

    __array_ufunc__ = None  # so that array * tensor asks the tensor, and not its elements

    def __init__(self, data: ArrayLike, requires_grad: bool = False) -> None:
        super().__init__(np.array(floats(data, "data")), requires_grad)

    def __repr__(self) -> str:
        numbers = np.array2string(self.data, separator=", ", prefix="Tensor(")
        return f"Tensor({numbers}{', requires_grad=True' if self.requires_grad else ''})"

    def item(self) -> float:
        """Return the number of a tensor that holds one."""
        if self.data.size != 1:
            raise ValueError(f"item needs a tensor of one number; the shape is {self.shape}.")
        return float(self.data.item())

    def detach(self) -> "Tensor":
        """Return a copy of the numbers that knows nothing of how they were made."""
        return Tensor(self.data)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        if self.requires_grad:
            raise TypeError("NumPy would lose how this tensor was made: give it tensor.data.")
        return np.array(self.data, dtype=dtype, copy=copy)

    def __len__(self) -> int:
        return len(self.data)

    def __iter__(self) -> Iterator["Tensor"]:
        return (self[index] for index in range(len(self)))

    def __add__(self, other: Operand) -> "Tensor":
        return _record(operations.ADD, self, self._lift(other))

    def __sub__(self, other: Operand) -> "Tensor":
        return _record(operations.SUBTRACT, self, self._lift(other))

    def __mul__(self, other: Operand) -> "Tensor":
        return _record(operations.MULTIPLY, self, self._lift(other))

    def __truediv__(self, other: Operand) -> "Tensor":
        return _record(operations.DIVIDE, self, self._lift(other))

    def __pow__(self, other: Operand) -> "Tensor":
        return _record(operations.POWER, self, self._lift(other))

    def __matmul__(self, other: Operand) -> "Tensor":
        return _record(operations.MATMUL, self, self._lift(other))

    def __radd__(self, other: ArrayLike) -> "Tensor":
        return self._lift(other) + self

    def __rsub__(self, other: ArrayLike) -> "Tensor":
        return self._lift(other) - self

    def __rmul__(self, other: ArrayLike) -> "Tensor":
        return self._lift(other) * self

    def __rtruediv__(self, other: ArrayLike) -> "Tensor":
        return self._lift(other) / self

    def __rpow__(self, other: ArrayLike) -> "Tensor":
        return self._lift(other) ** self

    def __rmatmul__(self, other: ArrayLike) -> "Tensor":
        return self._lift(other) @ self

    def __neg__(self) -> "Tensor":
        return _record(operations.NEGATE, self)

    def exp(self) -> "Tensor":
        """Return e^x of each number."""
        return _record(operations.EXP, self)

    def log(self) -> "Tensor":
        """Return the natural logarithm of each number, all of them above 0."""
        return _record(operations.LOG, self)

    def tanh(self) -> "Tensor":
        """Return the hyperbolic tangent of each number."""
        return _record(operations.TANH, self)

    def relu(self) -> "Tensor":
        """Return max(0, x) of each number; its derivative at 0 is 0."""
        return _record(operations.RELU, self)

    def sigmoid(self) -> "Tensor":
        """Return 1 / (1 + e^-x) of each number."""
        return _record(operations.SIGMOID, self)

    def sum(self, axis: Axis = None, keepdims: bool = False) -> "Tensor":
        """Return the sum over one axis, several, or all."""
        return _record(operations.SUM, self, axis=axis, keepdims=keepdims)

    def mean(self, axis: Axis = None, keepdims: bool = False) -> "Tensor":
        """Return the mean over one axis, several, or all."""
        return _record(operations.MEAN, self, axis=axis, keepdims=keepdims)

    def reshape(self, *shape: int | tuple[int, ...]) -> "Tensor":
        """Return the same numbers in another shape; one -1 stands for what is left."""
        return _record(operations.RESHAPE, self, shape=shape)

    @property
    def T(self) -> "Tensor":  # noqa: N802  the field's name for it
        """The tensor with its axes in reverse order."""
        return _record(operations.TRANSPOSE, self)

    def __getitem__(self, index: Any) -> "Tensor":
        return _record(operations.TAKE, self, index=index)

    def _lift(self, other: Operand) -> "Tensor":
        if isinstance(other, Tensor):
            return other
        lifted = Tensor(other)
        if isinstance(other, int | float):  # a plain number must not make float32 float64
            lifted.data = lifted.data.astype(self.data.dtype)
        return lifted


def _record(operation: Operation, *parents: Tensor, **options: Any) -> Tensor:
    """Compute an operation and keep, where a gradient may be asked for, how it was done."""
    arguments = [parent.data for parent in parents]
    try:
        with np.errstate(all="ignore"):  # what is not finite is refused by name
            y = operation.value(*arguments, **options)
    except ValueError as error:
        shapes = " and ".join(str(parent.shape) for parent in parents)
        raise ValueError(f"{operation.name} does not fit the shape {shapes}: {error}.") from None
    refuse_non_finite(y, operation.name, parents)
    made = Tensor(y, requires_grad=any(parent.requires_grad for parent in parents))
    if made.requires_grad:
        made.operation, made.parents = operation.name, parents
        made.pullbacks = operation.pullbacks(y, *arguments, **options)
    return made
