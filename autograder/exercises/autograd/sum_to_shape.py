"""The way back through broadcasting: add up where one number was used in many places."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from autograder.exercises.autograd.samples import eighths, mixed, whole
from autograder.exercises.model import Case, Exercise
from nnlib.autograd import operations

Shape = tuple[int, ...]

# For each part: the shape of the gradient, and that of the argument.
SHAPES: Final[tuple[tuple[str, Shape, Shape], ...]] = (
    ("a bias for each row", (4, 3), (3,)),
    ("a bias for each row", (2, 5), (5,)),
    ("a bias for each row", (3, 3), (3,)),
    ("a column", (4, 3), (4, 1)),
    ("a column", (3, 3), (3, 1)),
    ("a row that is a matrix", (4, 3), (1, 3)),
    ("a row that is a matrix", (3, 3), (1, 3)),
    ("one number", (2, 3), ()),
    ("one number", (4,), ()),
    ("one number", (2, 3), (1, 1)),
    ("three axes", (2, 4, 3), (4, 1)),
    ("three axes", (3, 2, 2), (3, 1, 2)),
)


def sum_to_shape_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make cases of every way to stretch, and of none."""
    example = np.array([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]])
    same = [(mixed(rng, 2, 3), (2, 3)), (mixed(rng, 1, 3), (3,))]
    return [
        Case((example, (3,)), working="each column added up: 1 + 10, 2 + 20, 3 + 30"),
        Case((example, (2, 1)), working="each row added up, and kept as a column: 6 and 60"),
        *(Case((mixed(rng, *grad), shape), part) for part, grad, shape in SHAPES),
        *(Case(arguments, "nothing to add up") for arguments in same),
        Case((whole(rng, 4, 3), (3,)), "integers"),
        Case((whole(rng, 2, 3), (2, 1)), "integers"),
        Case((eighths(rng, 5, 2), (2,)), "float32"),
        Case((eighths(rng, 2, 4), (2, 1)), "float32"),
    ]


SUM_TO_SHAPE = Exercise(
    id="autograd.sum_to_shape",
    points=2,
    covers=("G1",),
    reference=operations.sum_to_shape,
    cases=sum_to_shape_cases,
    hints=(
        "Two kinds of axes are added up: those in front that `shape` does not have, and those "
        "that have the length 1 in `shape` and are longer in `grad`.",
        "First, as long as `grad` has more axes than `shape`, add up along axis 0.",
        "Then go through the axes of `shape`: where it has a 1, add up along this axis with "
        "`keepdims=True`, so that the axis stays, with the length 1.",
    ),
)


@SUM_TO_SHAPE.misconception("mean_for_sum")
def mean(grad, shape):
    """You took the mean. Every place in which the number was used gives its share, and the shares
    are added.
    """
    added = grad.ndim - len(shape)
    grad = grad.mean(axis=tuple(range(added)))
    axes = tuple(axis for axis, size in enumerate(shape) if size != grad.shape[axis])
    return grad.mean(axis=axes, keepdims=True)


@SUM_TO_SHAPE.misconception
def first_copy(grad, shape):
    """You kept the gradient of the first place alone. The number was used in all places, and all of
    them count.
    """
    while grad.ndim > len(shape):
        grad = grad[0]
    for axis, size in enumerate(shape):
        if size != grad.shape[axis]:
            grad = grad.take([0], axis=axis)
    return grad


@SUM_TO_SHAPE.misconception
def unchanged(grad, shape):
    """You returned the gradient as it came. It needs the shape of the argument, with the copies
    added up.
    """
    return grad


@SUM_TO_SHAPE.misconception
def axis_not_kept(grad, shape):
    """The numbers are right, but an axis of length 1 was lost. It belongs to the shape that is
    asked for.
    """
    added = grad.ndim - len(shape)
    grad = grad.sum(axis=tuple(range(added)))
    axes = tuple(axis for axis, size in enumerate(shape) if size != grad.shape[axis])
    return grad.sum(axis=axes)


@SUM_TO_SHAPE.misconception
def new_axes_only(grad, shape):
    """You added up the axes in front and left those that were stretched from length 1."""
    return grad.sum(axis=tuple(range(grad.ndim - len(shape))))


@SUM_TO_SHAPE.misconception
def stretched_axes_only(grad, shape):
    """You added up the axes that were stretched from length 1 and left those that broadcasting put
    in front.
    """
    if grad.ndim > len(shape):
        return grad
    axes = tuple(axis for axis, size in enumerate(shape) if size != grad.shape[axis])
    return grad.sum(axis=axes, keepdims=True)


@SUM_TO_SHAPE.misconception
def always_first_axis(grad, shape):
    """You always added up the first axis. Which axes were stretched follows from the two shapes."""
    return grad.sum(axis=0)


@SUM_TO_SHAPE.misconception
def everything(grad, shape):
    """You added everything up into one number. Only the axes that were stretched are added up."""
    return np.sum(grad)


@SUM_TO_SHAPE.misconception
def total_everywhere(grad, shape):
    """You put the sum of everything into every place. Each number gets the shares of its own
    copies.
    """
    return np.full(shape, np.sum(grad))
