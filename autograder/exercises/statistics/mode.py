"""Exercise: the mode, the number that comes most often."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.statistics.samples import single, stretched, whole
from nnlib import statistics


def mode_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make heaps with a single most frequent number, and with several."""
    return [
        Case(
            (np.array([3.0, 1.0, 3.0, 2.0]),),
            working="3 comes twice, 1 and 2 once each: the mode is 3",
        ),
        Case(
            (np.array([5.0, 5.0, 2.0, 2.0, 9.0]),),
            working="5 and 2 come twice each; of 5 and 2 the smaller is 2",
        ),
        Case((stretched(rng, 3.5, 1.2, 3.5, -2.0, 7.1),), "several numbers"),
        Case((stretched(rng, 4.0, -1.5, 0.5, -1.5, 4.0, -1.5, -3.0),), "several numbers"),
        Case((stretched(rng, 2.0, 2.0, 1.0, 1.0, 3.0),), "equally frequent numbers"),
        Case((stretched(rng, 1.5, 4.0, -3.0, 4.0, -3.0, 1.5),), "equally frequent numbers"),
        Case((stretched(rng, 2.5, 0.5, 5.0, 1.0),), "equally frequent numbers"),
        Case((stretched(rng, -2.6),), "one or two numbers"),
        Case((stretched(rng, 4.7, 1.3),), "one or two numbers"),
        Case((stretched(rng, -7.2, -1.5, -3.3, -3.3),), "negative numbers"),
        Case((stretched(rng, -0.2, -9.1, -2.6, -9.1, -0.2, -0.2, -9.5),), "negative numbers"),
        Case((stretched(rng, 15.0, -980.0, 1000.0, 640.0, 640.0),), "large values"),
        Case((stretched(rng, 905.0, -350.0, 222.0, -350.0, -1000.0),), "large values"),
        Case((whole(rng, 7, 2, -1, 3, 2),), "integers"),
        Case((whole(rng, 5, 1, -2, -9, -2, 6),), "integers"),
        Case((single(rng, 2.5, 0.75, -1.25, 0.75),), "float32"),
        Case((single(rng, 1.125, 4.0, -0.5, 2.25, 1.125, 4.0, 1.125),), "float32"),
    ]


MODE = Exercise(
    id="statistics.mode",
    points=2,
    covers=("S2",),
    reference=statistics.mode,
    cases=mode_cases,
    hints=(
        "Make two lists: each number that occurs, once, and beside it how often it comes.",
        "`distinct, counts = np.unique(values, return_counts=True)` gives both, with the numbers "
        "in rising order.",
        "`np.argmax(counts)` is the place of the largest count, and of several the first. What "
        "stands at that place in `distinct`?",
    ),
)


@MODE.misconception
def largest_of_ties(values):
    """Among equally frequent numbers you took the largest. Here we agreed on the smallest."""
    distinct, counts = np.unique(values, return_counts=True)
    return np.max(distinct[counts == np.max(counts)])


@MODE.misconception
def first_of_ties(values):
    """Among equally frequent numbers you took the one that comes first. Many programs do so; here
    we agreed on the smallest.
    """
    counts = [np.sum(values == value) for value in values]
    return values[np.argmax(counts)]


@MODE.misconception
def last_of_ties(values):
    """Among equally frequent numbers you took the one that comes last: does `>=` stand where `>`
    should? Here we agreed on the smallest.
    """
    best, best_count = None, 0
    for value in values:
        if np.sum(values == value) >= best_count:
            best, best_count = value, np.sum(values == value)
    return best


@MODE.misconception
def how_often(values):
    """You returned how often the most frequent number comes. Asked is the number itself."""
    return np.max(np.unique(values, return_counts=True)[1])


@MODE.misconception
def largest_number(values):
    """You returned the largest number. The mode is the most frequent one, large or small."""
    return np.max(values)


@MODE.misconception
def smallest_number(values):
    """You returned the smallest number. Smallness counts only among those that are equally
    frequent.
    """
    return np.min(values)


@MODE.misconception
def place_in_the_row(values):
    """You returned the place at which the number stands. Asked is the number at that place."""
    return np.argmax(np.unique(values, return_counts=True)[1])


@MODE.misconception
def rarest(values):
    """You returned the number that comes least often. The mode comes most often."""
    distinct, counts = np.unique(values, return_counts=True)
    return distinct[np.argmin(counts)]


@MODE.misconception
def median_instead(values):
    """You returned the median, the number in the middle. The mode is the most frequent one."""
    return np.median(values)


@MODE.misconception
def mean_instead(values):
    """You returned the mean. The mode is one of the numbers: the most frequent."""
    return np.mean(values)
