"""Exercise: how different two gradients are, in relation to their size."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import reals
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import gradient_proof


def relative_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make pairs of gradients: nearly equal, opposite, tiny, huge, and zeros."""
    zeros, across = np.zeros(3), reals(rng, 2)
    return [
        Case(
            (np.array([3.0, 4.0]), np.array([3.0, 0.0])),
            working="difference [0, 4], length 4; lengths √(9 + 16) = 5 and 3; 4 / (5 + 3) = 0.5",
        ),
        near("wrong by a thousandth", reals(rng, 4), 1.001),
        near("wrong by a thousandth", reals(rng, 2), 0.998),
        Case((reals(rng, 3), reals(rng, 3) * 3), "far apart"),
        Case((reals(rng, 5), reals(rng, 5)), "far apart"),
        opposite("the other direction", reals(rng, 2)),
        Case((reals(rng, 2), np.zeros(2) + np.array([2.0, -0.1])), "the other direction"),
        near("tiny gradients", 1e-6 * reals(rng, 3), 1.3),
        Case((1e-7 * across, 2e-7 * across[::-1] * [1, -1]), "tiny gradients"),
        near("large values", 1000 * reals(rng, 3), 0.7),
        Case((800 * reals(rng, 4), 300 * reals(rng, 4)), "large values"),
        Case((zeros, zeros), "zeros"),
        Case((zeros, reals(rng, 3)), "zeros"),
        Case((-np.abs(reals(rng, 1)), 2 * np.abs(reals(rng, 1))), "one number"),
        near("one number", reals(rng, 1), 1.5),
        crosswise("integers", rng, [1, 2, -2], [3, -1, 4], int),
        crosswise("integers", rng, [5, -1, 0, 2], [1, 3, 2, -2], int),
        crosswise("float32", rng, [0.25, -0.5, 0.75], [0.5, 0.25, -1.0], np.float32),
        crosswise("float32", rng, [1.5, 0.25], [-0.5, 0.75], np.float32),
    ]


def near(part: str, measured: Array, factor: float) -> Case:
    """Make a gradient that is wrong by a factor."""
    return Case((factor * measured, measured), part)


def crosswise(
    part: str,
    rng: np.random.Generator,
    gradient: Sequence[float],
    measured: Sequence[float],
    dtype: type,
) -> Case:
    """Make two gradients that are not parallel, in another order."""
    order = rng.permutation(len(gradient))
    one: Array = np.array(gradient, dtype=dtype)
    other: Array = np.array(measured, dtype=dtype)
    return Case((one[order], other[order]), part)


def opposite(part: str, measured: Array) -> Case:
    """Make a gradient that points nearly the other way, and is as long."""
    return Case((-measured[::-1], measured), part)


RELATIVE_ERROR = Exercise(
    id="backprop.relative_error",
    points=2,
    covers=("B11",),
    reference=gradient_proof.relative_error,
    cases=relative_cases,
    hints=(
        "Three lengths: of the difference, of the one gradient, of the other. The length of g is "
        "√(g₁² + g₂² + …).",
        "`np.linalg.norm(g)` is the length of g. Divide the first length by the sum of the two "
        "others; mind the brackets.",
        "If both gradients are 0, you would divide 0 by 0. They are equal then, so return 0.",
    ),
)


@RELATIVE_ERROR.misconception
def absolute(gradient, measured):
    """You returned the length of the difference. 0.001 is little for a gradient of 1000 and a lot
    for one of 0.002: divide by the lengths.
    """
    return np.linalg.norm(gradient - measured)


@RELATIVE_ERROR.misconception
def by_the_measured_alone(gradient, measured):
    """You divided by the length of the measured gradient alone. Divide by the sum of both lengths,
    so that none is preferred.
    """
    size = np.linalg.norm(measured)
    return np.linalg.norm(gradient - measured) / size if size > 0 else 0.0


@RELATIVE_ERROR.misconception
def by_the_longer_one(gradient, measured):
    """You divided by the longer of the two lengths, which some books do. Here it is their sum."""
    size = max(np.linalg.norm(gradient), np.linalg.norm(measured))
    return np.linalg.norm(gradient - measured) / size if size > 0 else 0.0


@RELATIVE_ERROR.misconception
def lengths_compared(gradient, measured):
    """You compared how long the two are. Two gradients can be equally long and point to different
    sides: take the length of their difference.
    """
    one, other = np.linalg.norm(gradient), np.linalg.norm(measured)
    return abs(one - other) / (one + other) if one + other > 0 else 0.0


@RELATIVE_ERROR.misconception
def root_forgotten(gradient, measured):
    """Your lengths lack the root: √(g₁² + g₂² + …)."""
    size = np.sum(gradient**2) + np.sum(measured**2)
    return np.sum((gradient - measured) ** 2) / size if size > 0 else 0.0


@RELATIVE_ERROR.misconception
def zero_by_zero(gradient, measured):
    """For two gradients of 0 you divide 0 by 0. They are equal: return 0."""
    size = np.linalg.norm(gradient) + np.linalg.norm(measured)
    return np.linalg.norm(gradient - measured) / size


@RELATIVE_ERROR.misconception
def differences_cancel(gradient, measured):
    """You added up the differences, so that one of +1 and one of -1 cancel. Take the length of the
    difference.
    """
    size = np.linalg.norm(gradient) + np.linalg.norm(measured)
    return abs(np.sum(gradient - measured)) / size if size > 0 else 0.0


@RELATIVE_ERROR.misconception
def each_number_by_itself(gradient, measured):
    """You compared number by number. Asked is one number for the whole gradient."""
    size = np.abs(gradient) + np.abs(measured)
    return np.abs(gradient - measured) / np.where(size > 0, size, 1)


@RELATIVE_ERROR.misconception
def worst_number(gradient, measured):
    """You compared number by number and took the worst, which some books do. Here it is one length
    divided by the sum of two.
    """
    size = np.maximum(np.abs(gradient), np.abs(measured))
    return np.max(np.abs(gradient - measured) / np.where(size > 0, size, 1))


@RELATIVE_ERROR.misconception
def length_of_the_sum(gradient, measured):
    """You divided by the length of the sum. Divide by the sum of the two lengths: each length
    first.
    """
    size = np.linalg.norm(gradient + measured)
    return np.linalg.norm(gradient - measured) / size if size > 0 else 0.0


@RELATIVE_ERROR.misconception
def brackets_forgotten(gradient, measured):
    """You divided by one length and added the other. The sum below the line needs brackets."""
    one, other = np.linalg.norm(gradient), np.linalg.norm(measured)
    return np.linalg.norm(gradient - measured) / one + other if one > 0 else other


@RELATIVE_ERROR.misconception
def sizes_without_squares(gradient, measured):
    """You added up absolute values. The length of g is √(g₁² + g₂² + …)."""
    size = np.sum(np.abs(gradient)) + np.sum(np.abs(measured))
    return np.sum(np.abs(gradient - measured)) / size if size > 0 else 0.0
