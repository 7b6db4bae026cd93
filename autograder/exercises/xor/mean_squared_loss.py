"""Lesson 03: how wrong the answers are, in one number."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib import losses
from nnlib.by_hand import tiny_network


def mean_squared_loss_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make predictions and targets of several lengths, near and far apart."""
    return [
        Case(
            (np.array([0.5, 0.5, 0.5, 0.5]), np.array([0.0, 1.0, 1.0, 0.0])),
            working="every error is 0.5 or -0.5, its square 0.25; the mean is 0.25",
        ),
        Case(
            (np.array([1.0, 0.5]), np.array([0.0, 0.5])),
            working="errors 1 and 0, squares 1 and 0, mean (1 + 0) / 2 = 0.5",
        ),
        Case((rng.uniform(size=4), np.array([0.0, 1.0, 1.0, 0.0])), "four samples"),
        Case((rng.uniform(size=4), np.array([1.0, 0.0, 0.0, 1.0])), "four samples"),
        Case((rng.uniform(size=9), rng.integers(0, 2, 9).astype(float)), "many samples"),
        Case((rng.normal(size=20), rng.normal(size=20)), "many samples"),
        Case((rng.uniform(0.1, 0.8, 1), np.array([1.0])), "one sample"),
        Case((rng.uniform(0.1, 0.8, 1), np.array([0.0])), "one sample"),
        Case((1000 * rng.normal(size=5), rng.normal(size=5)), "large errors"),
        Case((rng.normal(size=3), 1000 * rng.normal(size=3)), "large errors"),
        Case((rng.integers(2, 5, 6), rng.integers(-3, 1, 6)), "integers"),
        Case((rng.integers(5, 9, 4), rng.integers(-9, -3, 4)), "integers"),
        Case((rng.uniform(size=5).astype("float32"), np.ones(5, dtype="float32")), "float32"),
        Case((rng.uniform(size=3).astype("float32"), np.zeros(3, dtype="float32")), "float32"),
    ]


MEAN_SQUARED_LOSS = Exercise(
    id="xor.mean_squared_loss",
    points=1,
    covers=("X5",),
    reference=tiny_network.mean_squared_loss,
    equivalents=(losses.mean_squared_error,),
    cases=mean_squared_loss_cases,
    hints=(
        "Three steps: the error of each sample, its square, the mean of the squares.",
        "`predictions - targets` gives all the errors at once, `** 2` squares each of them.",
        "`np.mean` of the squares is the answer.",
    ),
)


@MEAN_SQUARED_LOSS.misconception
def summed(predictions, targets):
    """You added the squares up. The loss is their mean, so that it does not grow with the number of
    samples.
    """
    return np.sum((predictions - targets) ** 2)


@MEAN_SQUARED_LOSS.misconception
def errors_not_squared(predictions, targets):
    """You took the mean of the errors themselves, where too high and too low cancel. Square them
    first.
    """
    return np.mean(predictions - targets)


@MEAN_SQUARED_LOSS.misconception
def signs_dropped_only(predictions, targets):
    """You dropped the signs of the errors. Squaring does that too, and makes large errors count
    more.
    """
    return np.mean(np.abs(predictions - targets))


@MEAN_SQUARED_LOSS.misconception
def halved(predictions, targets):
    """Your loss is half as large. Some books put a ½ in front; here it is the plain mean."""
    return np.mean((predictions - targets) ** 2) / 2


@MEAN_SQUARED_LOSS.misconception
def root_taken(predictions, targets):
    """You took the square root at the end. The loss here is the mean of the squares itself."""
    return np.sqrt(np.mean((predictions - targets) ** 2))


@MEAN_SQUARED_LOSS.misconception
def squared_after_mean(predictions, targets):
    """You took the mean first and squared it, so errors up and down cancel. Square first, then take
    the mean.
    """
    return np.mean(predictions - targets) ** 2


@MEAN_SQUARED_LOSS.misconception
def mean_forgotten(predictions, targets):
    """You returned one square for each sample. The loss is one number: their mean."""
    return (predictions - targets) ** 2


@MEAN_SQUARED_LOSS.misconception
def targets_forgotten(predictions, targets):
    """You squared the predictions without looking at the targets. Subtract them first."""
    return np.mean(predictions**2)


@MEAN_SQUARED_LOSS.misconception
def squares_subtracted(predictions, targets):
    """You squared predictions and targets apart. Subtract first, then square the difference."""
    return np.mean(predictions**2 - targets**2)


@MEAN_SQUARED_LOSS.misconception
def mistakes_counted(predictions, targets):
    """You rounded the predictions and took the share of mistakes. The loss looks at how far each
    prediction is from its target.
    """
    return np.mean((predictions > 0.5) != targets)


@MEAN_SQUARED_LOSS.misconception
def only_targets_squared(predictions, targets):
    """Only the targets were squared: `**` is worked out before `-`. Put brackets around the
    difference.
    """
    return np.mean(predictions - targets**2)
