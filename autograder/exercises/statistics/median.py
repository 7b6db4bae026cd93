"""Exercise: the median, the middle of the sorted numbers."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.statistics.samples import heaps_of_numbers
from nnlib import statistics


def median_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make the worked examples, then heaps of odd and even size."""
    return [
        Case((np.array([3.0, 1.0, 1000.0]),), working="sorted: 1, 3, 1000; in the middle is 3"),
        Case(
            (np.array([4.0, 1.0, 2.0, 3.0]),),
            working="sorted: 1, 2, 3, 4; in the middle are 2 and 3; (2 + 3) / 2 = 2.5",
        ),
        *heaps_of_numbers(rng),
    ]


MEDIAN = Exercise(
    id="statistics.median",
    points=2,
    covers=("S2",),
    reference=statistics.median,
    cases=median_cases,
    hints=(
        "Put the numbers in order first: `np.sort(values)` gives a sorted copy.",
        "With n = 5 the middle one has the index 2; with n = 7 the index 3. That is `n // 2`.",
        "With n = 4 there are two middle ones, at the indices 1 and 2: `n // 2 - 1` and `n // 2`. "
        "Their mean is the median. `n % 2` tells odd from even.",
    ),
)


@MEDIAN.misconception
def not_sorted(values):
    """You took the middle of the numbers as they came. Sort them first."""
    n = len(values)
    return (values[(n - 1) // 2] + values[n // 2]) / 2


@MEDIAN.misconception
def lower_of_two(values):
    """With an even number of them you took the lower of the two middle ones. The median is the mean
    of the two.
    """
    return np.sort(values)[(len(values) - 1) // 2]


@MEDIAN.misconception
def upper_of_two(values):
    """With an even number of them you took the upper of the two middle ones. The median is the mean
    of the two.
    """
    return np.sort(values)[len(values) // 2]


@MEDIAN.misconception
def mean_instead(values):
    """You returned the mean. The median is the one in the middle, however far off the others
    are.
    """
    return np.mean(values)


@MEDIAN.misconception
def halfway_between_the_ends(values):
    """You went halfway between the smallest and the largest. The median has as many numbers below
    it as above.
    """
    return (np.min(values) + np.max(values)) / 2


@MEDIAN.misconception
def repeats_left_out(values):
    """You counted equal numbers only once. Each of them has a place of its own in the row."""
    return np.median(np.unique(values))


@MEDIAN.misconception
def whole_division(values):
    """You halved with `//`, which cuts to a whole number. The middle of 2 and 3 is 2.5."""
    ordered, n = np.sort(values), len(values)
    if n % 2 == 1:
        return ordered[n // 2]
    return (ordered[n // 2 - 1] + ordered[n // 2]) // 2


@MEDIAN.misconception
def sorted_in_place(values):
    """You sorted the array that you were given, so its owner loses the old order. Sort a copy."""
    values.sort()
    n = len(values)
    return (values[(n - 1) // 2] + values[n // 2]) / 2


@MEDIAN.misconception
def brackets_left_out(values):
    """You halved only the second of the two middle ones: `a + b / 2` divides before it adds. Put
    the sum in brackets.
    """
    ordered, n = np.sort(values), len(values)
    if n % 2 == 1:
        return ordered[n // 2]
    return ordered[n // 2 - 1] + ordered[n // 2] / 2
