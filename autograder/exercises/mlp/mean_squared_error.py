"""Lesson 04: the mean squared error, the loss of regression."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import reals
from autograder.exercises.mlp.samples import whole
from autograder.exercises.model import Case, Exercise
from nnlib import losses


def mean_squared_error_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make outputs and targets in columns and tables, near and far apart."""

    def pair(part: str, *shape: int, scale: float = 1.0) -> Case:
        """Draw targets, and outputs that miss them on both sides by different amounts."""
        targets = scale * reals(rng, *shape)
        return Case(
            (targets + scale * reals(rng, *shape) * rng.uniform(0.4, 1.6, shape), targets), part
        )

    def single(part: str, *shape: int) -> Case:
        """Draw the like in single precision."""
        outputs, targets = pair(part, *shape).arguments
        return Case((outputs.astype("float32"), targets.astype("float32")), part)

    return [
        Case(
            (np.array([[3.0], [1.0], [5.0]]), np.array([[2.0], [1.0], [8.0]])),
            working="errors 1, 0, -3; squares 1, 0, 9; mean (1 + 0 + 9) / 3 ≈ 3.33",
        ),
        Case(
            (np.array([[1.0, 2.0], [0.0, 4.0]]), np.array([[0.0, 2.0], [1.0, 1.0]])),
            working="errors 1, 0, -1, 3; squares 1, 0, 1, 9; mean 11 / 4 = 2.75",
        ),
        pair("one output", 5, 1),
        pair("one output", 8, 1),
        pair("several outputs", 4, 3),
        pair("several outputs", 6, 2),
        pair("as many outputs as samples", 3, 3),
        pair("as many outputs as samples", 2, 2),
        pair("one sample", 1, 3),
        pair("one sample", 1, 5),
        pair("one number", 1, 1),
        pair("one number", 1, 1),
        pair("large errors", 4, 2, scale=1000.0),
        pair("large errors", 5, 1, scale=1000.0),
        Case((whole(rng, 5, 2) + 3, whole(rng, 5, 2) - 6), "integers"),
        Case((whole(rng, 4, 3) - 7, whole(rng, 4, 3) + 4), "integers"),
        single("float32", 5, 2),
        single("float32", 3, 1),
    ]


MEAN_SQUARED_ERROR = Exercise(
    id="mlp.mean_squared_error",
    points=1,
    covers=("M6",),
    reference=losses.mean_squared_error,
    cases=mean_squared_error_cases,
    hints=(
        "As in lesson 03: errors, squares, mean. New is only that the numbers stand in a table.",
        "`outputs - targets` subtracts tables of one shape number by number, and `** 2` squares "
        "each.",
        "`np.mean` without `axis` takes the mean over all numbers of the table.",
    ),
)


@MEAN_SQUARED_ERROR.misconception
def summed(outputs, targets):
    """You added the squares up. The loss is their mean, so that it does not grow with the size of
    the batch.
    """
    return np.sum((outputs - targets) ** 2)


@MEAN_SQUARED_ERROR.misconception
def divided_by_samples(outputs, targets):
    """You divided by the number of samples. With several outputs there are more squares than
    samples: the mean is over all of them.
    """
    return np.sum((outputs - targets) ** 2) / len(targets)


@MEAN_SQUARED_ERROR.misconception
def one_loss_for_each_sample(outputs, targets):
    """You returned one loss a sample. The loss is one number for the whole batch."""
    return np.mean((outputs - targets) ** 2, axis=1)


@MEAN_SQUARED_ERROR.misconception
def one_loss_for_each_output(outputs, targets):
    """You returned one loss for each output neuron. The loss is one number for all."""
    return np.mean((outputs - targets) ** 2, axis=0)


@MEAN_SQUARED_ERROR.misconception
def errors_not_squared(outputs, targets):
    """You took the mean of the errors themselves, where too high and too low cancel. Square them
    first.
    """
    return np.mean(outputs - targets)


@MEAN_SQUARED_ERROR.misconception
def signs_dropped_only(outputs, targets):
    """You dropped the signs of the errors. Squaring does that too, and makes large errors count
    more.
    """
    return np.mean(np.abs(outputs - targets))


@MEAN_SQUARED_ERROR.misconception
def halved(outputs, targets):
    """Your loss is half as large. The ½ belongs to the quadratic cost of lesson 05; here it is the
    plain mean.
    """
    return np.mean((outputs - targets) ** 2) / 2


@MEAN_SQUARED_ERROR.misconception
def root_taken(outputs, targets):
    """You took the square root at the end. The loss is the mean of the squares itself."""
    return np.sqrt(np.mean((outputs - targets) ** 2))


@MEAN_SQUARED_ERROR.misconception
def squared_after_mean(outputs, targets):
    """You took the mean first and squared it, so errors up and down cancel. Square first, then take
    the mean.
    """
    return np.mean(outputs - targets) ** 2


@MEAN_SQUARED_ERROR.misconception
def squares_subtracted(outputs, targets):
    """You squared outputs and targets apart. Subtract first, then square the difference."""
    return np.mean(outputs**2 - targets**2)


@MEAN_SQUARED_ERROR.misconception
def not_averaged(outputs, targets):
    """You returned all the squares. The loss is one number: their mean."""
    return (outputs - targets) ** 2
