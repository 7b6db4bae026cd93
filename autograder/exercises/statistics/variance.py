"""Exercise: the variance, σ² = (1/n) Σ (x - μ)²."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.statistics.samples import LESSON, heaps_of_numbers
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


def _divided_by_n_minus_1(values):
    return np.sum((values - np.mean(values)) ** 2) / (len(values) - 1)


def _not_squared(values):
    return np.mean(values - np.mean(values))


def _absolute_distance(values):
    return np.mean(np.abs(values - np.mean(values)))


def _root_taken(values):
    return np.sqrt(np.mean((values - np.mean(values)) ** 2))


def _not_divided(values):
    return np.sum((values - np.mean(values)) ** 2)


def _mean_not_subtracted(values):
    return np.mean(values**2)


def _around_the_median(values):
    return np.mean((values - np.median(values)) ** 2)


def _sign_turned(values):
    return np.mean(values) ** 2 - np.mean(values**2)


def _brackets_left_out(values):
    return np.mean(values - np.mean(values) ** 2)


VARIANCE = Exercise(
    id="statistics.variance",
    name="variance",
    lesson=LESSON,
    points=2,
    covers=("S2",),
    reference=statistics.variance,
    cases=variance_cases,
    hints=(
        "Four steps: the mean; each number's distance from it; the squares; their mean.",
        "`values - np.mean(values)` holds all distances at once.",
        "`** 2` squares each of them. The last step is a mean again: the sum divided by n.",
    ),
    misconceptions=(
        Misconception(
            "divided_by_n_minus_1",
            "You divided by n - 1, as one does to guess the variance of a larger whole from a "
            "sample (`ddof=1` in NumPy). Here, and in batch norm, it is divided by n.",
            _divided_by_n_minus_1,
        ),
        Misconception(
            "not_squared",
            "You did not square the distances. Those above and below the mean cancel, so their "
            "mean is always 0.",
            _not_squared,
        ),
        Misconception(
            "absolute_distance",
            "You took the distances without their sign. The variance squares them, so that far "
            "ones count much more.",
            _absolute_distance,
        ),
        Misconception(
            "root_taken",
            "You took the root at the end, which gives the standard deviation. The variance is "
            "what stands under the root.",
            _root_taken,
        ),
        Misconception(
            "not_divided",
            "You added the squares up. The variance is their mean: divide by n.",
            _not_divided,
        ),
        Misconception(
            "mean_not_subtracted",
            "You squared the numbers themselves. Square their distances from the mean.",
            _mean_not_subtracted,
        ),
        Misconception(
            "around_the_median",
            "You measured the distances from the median. They are measured from the mean.",
            _around_the_median,
        ),
        Misconception(
            "sign_turned",
            "Your variance is never above 0. The mean of the squares comes first, and the square "
            "of the mean is taken away from it.",
            _sign_turned,
        ),
        Misconception(
            "brackets_left_out",
            "You squared only the mean: `x - m ** 2` squares before it subtracts. Put the "
            "distance in brackets.",
            _brackets_left_out,
        ),
    ),
)
