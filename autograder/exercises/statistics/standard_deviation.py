"""Exercise: the standard deviation, the root of the variance."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.statistics.samples import LESSON, heaps_of_numbers
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


def _root_left_out(values):
    return np.mean((values - np.mean(values)) ** 2)


def _divided_by_n_minus_1(values):
    return np.sqrt(np.sum((values - np.mean(values)) ** 2) / (len(values) - 1))


def _absolute_distance(values):
    return np.mean(np.abs(values - np.mean(values)))


def _not_divided(values):
    return np.sqrt(np.sum((values - np.mean(values)) ** 2))


def _divided_after_the_root(values):
    return np.sqrt(np.sum((values - np.mean(values)) ** 2)) / len(values)


def _mean_not_subtracted(values):
    return np.sqrt(np.mean(values**2))


def _halved_instead_of_root(values):
    return np.mean((values - np.mean(values)) ** 2) / 2


def _range_instead(values):
    return np.max(values) - np.min(values)


STANDARD_DEVIATION = Exercise(
    id="statistics.standard_deviation",
    name="standard_deviation",
    lesson=LESSON,
    points=1,
    covers=("S2",),
    reference=statistics.standard_deviation,
    cases=deviation_cases,
    hints=(
        "One step more than the variance: which one brings metres squared back to metres?",
        "The root of the variance: `np.sqrt(…)`. nnlib has `statistics.variance(values)`.",
    ),
    misconceptions=(
        Misconception(
            "root_left_out",
            "You returned the variance. The standard deviation is its square root.",
            _root_left_out,
        ),
        Misconception(
            "divided_by_n_minus_1",
            "You divided by n - 1, as one does to guess the spread of a larger whole from a "
            "sample (`ddof=1` in NumPy). Here it is divided by n.",
            _divided_by_n_minus_1,
        ),
        Misconception(
            "absolute_distance",
            "You took the mean of the distances without their sign. Square them first, take the "
            "mean, and then the root.",
            _absolute_distance,
        ),
        Misconception(
            "not_divided",
            "You took the root of the sum of the squares. Divide by n before you take the root.",
            _not_divided,
        ),
        Misconception(
            "divided_after_the_root",
            "You divided by n after the root. Divide first: the root is taken of the variance.",
            _divided_after_the_root,
        ),
        Misconception(
            "mean_not_subtracted",
            "You squared the numbers themselves. Square their distances from the mean.",
            _mean_not_subtracted,
        ),
        Misconception(
            "halved_instead_of_root",
            "You halved the variance. Its square root is wanted: the root of 9 is 3, not 4.5.",
            _halved_instead_of_root,
        ),
        Misconception(
            "range_instead",
            "You returned the distance from the smallest number to the largest. The deviation "
            "looks at all numbers.",
            _range_instead,
        ),
    ),
)
