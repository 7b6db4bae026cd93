"""Exercise: the mean, μ = (1/n) Σ x."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.statistics.samples import heaps_of_numbers
from nnlib import metrics, statistics


def mean_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make the worked examples, then heaps of many kinds."""
    return [
        Case((np.array([2.0, 4.0, 6.0]),), working="(2 + 4 + 6) / 3 = 12 / 3 = 4"),
        Case((np.array([1.0, -1.0, 0.0, 10.0]),), working="(1 - 1 + 0 + 10) / 4 = 10 / 4 = 2.5"),
        *heaps_of_numbers(rng),
    ]


MEAN = Exercise(
    id="statistics.mean",
    points=1,
    covers=("S2",),
    reference=statistics.mean,
    equivalents=(metrics.mean_loss,),
    cases=mean_cases,
    hints=(
        "Two steps: add all numbers up, then share the sum out equally.",
        "`np.sum(values)` adds up, and `len(values)` says how many there are.",
    ),
)


@MEAN.misconception
def not_divided(values):
    """You returned the sum. Divide it by how many numbers there are."""
    return np.sum(values)


@MEAN.misconception
def divided_by_n_minus_1(values):
    """You divided by n - 1. The mean shares the sum out over all n numbers."""
    return np.sum(values) / (len(values) - 1)


@MEAN.misconception
def always_three(values):
    """You divide by 3, whatever comes. That is right for three numbers only: let the code count
    them.
    """
    return np.sum(values) / 3


@MEAN.misconception
def middle_of_sorted(values):
    """You returned the median, the number in the middle of the sorted ones. The mean is the sum
    divided by n.
    """
    return np.median(values)


@MEAN.misconception
def halfway_between_the_ends(values):
    """You went halfway between the smallest and the largest. All numbers count in the mean."""
    return (np.min(values) + np.max(values)) / 2


@MEAN.misconception
def without_signs(values):
    """You made negative numbers positive first. They keep their sign, and pull the mean down."""
    return np.mean(np.abs(values))


@MEAN.misconception
def whole_division(values):
    """You divided with `//`, which cuts to a whole number. Use `/`."""
    return np.sum(values) // len(values)


@MEAN.misconception
def last_one_missing(values):
    """Your sum leaves the last number out. Does your loop end one too early?"""
    total = 0.0
    for i in range(len(values) - 1):
        total = total + values[i]
    return total / len(values)
