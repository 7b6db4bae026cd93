"""The walk back through a graph of values: reverse-mode differentiation.

Linnainmaa, The representation of the cumulative rounding error of an algorithm, 1970.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from nnlib.autograd.operations import Pullback, sum_to_shape
from nnlib.validate import FloatArray, shaped


class Node:
    """A value with the values it was computed from, and the way its derivative goes back to them.

    Attributes
    ----------
    data : ndarray
        The numbers.
    grad : ndarray or None
        ∂L/∂self, of the shape of `data`, once `L.backward()` has run.
    requires_grad : bool
        Whether `backward` computes `grad`.
    operation : str
        The sign or name of the operation that made it; empty where there was none.
    parents : tuple of Node
        What the operation took; empty where nothing asks for a gradient.
    pullbacks : tuple of callable
        One a parent: takes ∂L/∂self and gives ∂L/∂parent.
    """

    def __init__(self, data: FloatArray, requires_grad: bool) -> None:
        self.data = data
        self.grad: FloatArray | None = None
        self.requires_grad = requires_grad
        self.operation = ""
        self.parents: tuple[Node, ...] = ()
        self.pullbacks: tuple[Pullback, ...] = ()

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of `data`."""
        return self.data.shape

    def backward(self, gradient: ArrayLike | None = None) -> None:
        """Add to the `grad` of each value behind this one the derivative of this one for it.

        From the end to the beginning, each value waits until all that was made of it has sent
        its share, and adds the shares up: what is used twice acts on two ways. Then it sends
        each of its parents the share ∂L/∂parent = ∂L/∂self · ∂self/∂parent.

        Parameters
        ----------
        gradient : array_like, of the shape of this value
            ∂L/∂self, where L is not this value itself. One number needs none: ∂L/∂L = 1.

        Raises
        ------
        ValueError
            If nothing behind this value requires a gradient, it holds several numbers and no
            gradient came, or the gradient has another shape.
        FloatingPointError
            If a derivative is NaN or infinite.
        """
        shares = {self: self._first_gradient(gradient)}
        for node in reversed(topological_order(self)):
            if node in shares:
                # The sum of this walk alone goes on; what earlier walks left has gone already.
                grad = shares.pop(node)
                node.grad = grad.copy() if node.grad is None else node.grad + grad
                node._send_back(grad, shares)

    def _first_gradient(self, gradient: ArrayLike | None) -> FloatArray:
        if not self.requires_grad:
            raise ValueError("backward needs a tensor made of one with requires_grad=True.")
        if gradient is None and self.data.size != 1:
            raise ValueError(
                f"backward starts from one number, and this has the shape {self.shape}: take its "
                "sum() or mean() first, or pass a gradient of that shape."
            )
        first = np.ones(self.shape) if gradient is None else gradient
        return shaped(first, "gradient", self.shape).astype(self.data.dtype)

    def _send_back(self, grad: FloatArray, shares: dict["Node", FloatArray]) -> None:
        for parent, pullback in zip(self.parents, self.pullbacks, strict=True):
            if parent.requires_grad:
                with np.errstate(all="ignore"):  # the next line names what is not finite
                    share = sum_to_shape(pullback(grad), parent.shape)
                refuse_non_finite(share, f"the derivative of {self.operation}", self.parents)
                share = share.astype(parent.data.dtype, copy=False)
                shares[parent] = shares[parent] + share if parent in shares else share


def topological_order(output: Node) -> list[Node]:
    """Return the value and all those behind it, each after its parents.

    A stack takes the place of recursion, so that a graph may be deeper than Python's calls.
    """
    order: list[Node] = []
    seen: set[Node] = set()
    stack = [(output, False)]
    while stack:
        node, parents_are_done = stack.pop()
        if parents_are_done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in node.parents)
    return order


def refuse_non_finite(values: FloatArray, what: str, arguments: Sequence[Node]) -> None:
    """Raise FloatingPointError where an operation on the arguments gave NaN or infinity."""
    if not np.isfinite(values).all():
        ranges = " and ".join(_range(node.data) for node in arguments)
        raise FloatingPointError(f"{what} is NaN or infinite; it was given {ranges}.")


def _range(values: FloatArray) -> str:
    low, high = values.min(), values.max()
    return f"{low:g}" if low == high else f"{low:g} … {high:g}"
