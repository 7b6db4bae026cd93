"""Lesson 04: the mean squared error, the loss of regression."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.mlp.samples import LESSON, reals, whole
from autograder.exercises.model import Case, Exercise, Misconception
from nnlib import losses
from nnlib.losses import plain


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


def _summed(outputs, targets):
    return np.sum((outputs - targets) ** 2)


def _divided_by_samples(outputs, targets):
    return np.sum((outputs - targets) ** 2) / len(targets)


def _one_loss_for_each_sample(outputs, targets):
    return np.mean((outputs - targets) ** 2, axis=1)


def _one_loss_for_each_output(outputs, targets):
    return np.mean((outputs - targets) ** 2, axis=0)


def _errors_not_squared(outputs, targets):
    return np.mean(outputs - targets)


def _signs_dropped_only(outputs, targets):
    return np.mean(np.abs(outputs - targets))


def _halved(outputs, targets):
    return np.mean((outputs - targets) ** 2) / 2


def _root_taken(outputs, targets):
    return np.sqrt(np.mean((outputs - targets) ** 2))


def _squared_after_mean(outputs, targets):
    return np.mean(outputs - targets) ** 2


def _squares_subtracted(outputs, targets):
    return np.mean(outputs**2 - targets**2)


def _not_averaged(outputs, targets):
    return (outputs - targets) ** 2


MEAN_SQUARED_ERROR = Exercise(
    id="mlp.mean_squared_error",
    name="mean_squared_error",
    lesson=LESSON,
    points=1,
    covers=("M6",),
    reference=plain.mean_squared_error,
    twins=(losses.mean_squared_error,),
    cases=mean_squared_error_cases,
    hints=(
        "As in lesson 03: errors, squares, mean. New is only that the numbers stand in a table.",
        "`outputs - targets` subtracts tables of one shape number by number, and `** 2` squares "
        "each.",
        "`np.mean` without `axis` takes the mean over all numbers of the table.",
    ),
    misconceptions=(
        Misconception(
            "summed",
            "You added the squares up. The loss is their mean, so that it does not grow with the "
            "size of the batch.",
            _summed,
        ),
        Misconception(
            "divided_by_samples",
            "You divided by the number of samples. With several outputs there are more squares "
            "than samples: the mean is over all of them.",
            _divided_by_samples,
        ),
        Misconception(
            "one_loss_for_each_sample",
            "You returned one loss a sample. The loss is one number for the whole batch.",
            _one_loss_for_each_sample,
        ),
        Misconception(
            "one_loss_for_each_output",
            "You returned one loss for each output neuron. The loss is one number for all.",
            _one_loss_for_each_output,
        ),
        Misconception(
            "errors_not_squared",
            "You took the mean of the errors themselves, where too high and too low cancel. Square "
            "them first.",
            _errors_not_squared,
        ),
        Misconception(
            "signs_dropped_only",
            "You dropped the signs of the errors. Squaring does that too, and makes large errors "
            "count more.",
            _signs_dropped_only,
        ),
        Misconception(
            "halved",
            "Your loss is half as large. The ½ belongs to the quadratic cost of lesson 05; here it "
            "is the plain mean.",
            _halved,
        ),
        Misconception(
            "root_taken",
            "You took the square root at the end. The loss is the mean of the squares itself.",
            _root_taken,
        ),
        Misconception(
            "squared_after_mean",
            "You took the mean first and squared it, so errors up and down cancel. Square first, "
            "then take the mean.",
            _squared_after_mean,
        ),
        Misconception(
            "squares_subtracted",
            "You squared outputs and targets apart. Subtract first, then square the difference.",
            _squares_subtracted,
        ),
        Misconception(
            "not_averaged",
            "You returned all the squares. The loss is one number: their mean.",
            _not_averaged,
        ),
    ),
)
