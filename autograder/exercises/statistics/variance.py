"""Exercise: the variance, σ² = (1/n) Σ (x - μ)²."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.statistics.samples import heaps_of_numbers
from nnlib import statistics


def variance_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make the worked examples, then heaps of many kinds."""
    return [
        Case(
            (np.array([2.0, 4.0, 6.0]),),
            working="μ = 4; distances -2, 0, 2; squared 4, 0, 4; (4 + 0 + 4) / 3 = 2.6667",
        ),
        Case(
            (np.array([1.0, 1.0, 1.0, 5.0]),),
            working="μ = 2; distances -1, -1, -1, 3; squared 1, 1, 1, 9; 12 / 4 = 3",
        ),
        *heaps_of_numbers(rng),
    ]


VARIANCE = Exercise(
    id="statistics.variance",
    points=2,
    covers=("S2",),
    reference=statistics.variance,
    cases=variance_cases,
    hints=(
        "Four steps: the mean; each number's distance from it; the squares; their mean.",
        "`values - np.mean(values)` holds all distances at once.",
        "`** 2` squares each of them. The last step is a mean again: the sum divided by n.",
    ),
)


@VARIANCE.misconception
def divided_by_n_minus_1(values):
    """You divided by n - 1, as one does to guess the variance of a larger whole from a sample
    (`ddof=1` in NumPy). Here, and in batch norm, it is divided by n.
    """
    return np.sum((values - np.mean(values)) ** 2) / (len(values) - 1)


@VARIANCE.misconception
def not_squared(values):
    """You did not square the distances. Those above and below the mean cancel, so their mean is
    always 0.
    """
    return np.mean(values - np.mean(values))


@VARIANCE.misconception
def absolute_distance(values):
    """You took the distances without their sign. The variance squares them, so that far ones count
    much more.
    """
    return np.mean(np.abs(values - np.mean(values)))


@VARIANCE.misconception
def root_taken(values):
    """You took the root at the end, which gives the standard deviation. The variance is what stands
    under the root.
    """
    return np.sqrt(np.mean((values - np.mean(values)) ** 2))


@VARIANCE.misconception
def not_divided(values):
    """You added the squares up. The variance is their mean: divide by n."""
    return np.sum((values - np.mean(values)) ** 2)


@VARIANCE.misconception
def mean_not_subtracted(values):
    """You squared the numbers themselves. Square their distances from the mean."""
    return np.mean(values**2)


@VARIANCE.misconception
def around_the_median(values):
    """You measured the distances from the median. They are measured from the mean."""
    return np.mean((values - np.median(values)) ** 2)


@VARIANCE.misconception
def sign_turned(values):
    """Your variance is never above 0. The mean of the squares comes first, and the square of the
    mean is taken away from it.
    """
    return np.mean(values) ** 2 - np.mean(values**2)


@VARIANCE.misconception
def brackets_left_out(values):
    """You squared only the mean: `x - m ** 2` squares before it subtracts. Put the distance in
    brackets.
    """
    return np.mean(values - np.mean(values) ** 2)
