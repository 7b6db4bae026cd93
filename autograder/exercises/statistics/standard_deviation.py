"""Exercise: the standard deviation, the root of the variance."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.statistics.samples import heaps_of_numbers
from nnlib import statistics


def deviation_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make the worked examples, then heaps of many kinds."""
    return [
        Case(
            (np.array([2.0, 4.0, 6.0]),),
            working="variance (4 + 0 + 4) / 3 = 2.6667; its root is 1.633",
        ),
        Case(
            (np.array([1.0, 1.0, 7.0, 7.0]),),
            working="μ = 4; squared distances 9, 9, 9, 9; variance 9; its root is 3",
        ),
        *heaps_of_numbers(rng),
    ]


STANDARD_DEVIATION = Exercise(
    id="statistics.standard_deviation",
    points=1,
    covers=("S2",),
    reference=statistics.standard_deviation,
    cases=deviation_cases,
    hints=(
        "One step more than the variance: which one brings metres squared back to metres?",
        "The root of the variance: `np.sqrt(…)`. nnlib has `statistics.variance(values)`.",
    ),
)


@STANDARD_DEVIATION.misconception
def root_left_out(values):
    """You returned the variance. The standard deviation is its square root."""
    return np.mean((values - np.mean(values)) ** 2)


@STANDARD_DEVIATION.misconception
def divided_by_n_minus_1(values):
    """You divided by n - 1, as one does to guess the spread of a larger whole from a sample
    (`ddof=1` in NumPy). Here it is divided by n.
    """
    return np.sqrt(np.sum((values - np.mean(values)) ** 2) / (len(values) - 1))


@STANDARD_DEVIATION.misconception
def absolute_distance(values):
    """You took the mean of the distances without their sign. Square them first, take the mean, and
    then the root.
    """
    return np.mean(np.abs(values - np.mean(values)))


@STANDARD_DEVIATION.misconception
def not_divided(values):
    """You took the root of the sum of the squares. Divide by n before you take the root."""
    return np.sqrt(np.sum((values - np.mean(values)) ** 2))


@STANDARD_DEVIATION.misconception
def divided_after_the_root(values):
    """You divided by n after the root. Divide first: the root is taken of the variance."""
    return np.sqrt(np.sum((values - np.mean(values)) ** 2)) / len(values)


@STANDARD_DEVIATION.misconception
def mean_not_subtracted(values):
    """You squared the numbers themselves. Square their distances from the mean."""
    return np.sqrt(np.mean(values**2))


@STANDARD_DEVIATION.misconception
def halved_instead_of_root(values):
    """You halved the variance. Its square root is wanted: the root of 9 is 3, not 4.5."""
    return np.mean((values - np.mean(values)) ** 2) / 2


@STANDARD_DEVIATION.misconception
def range_instead(values):
    """You returned the distance from the smallest number to the largest. The deviation looks at all
    numbers.
    """
    return np.max(values) - np.min(values)
