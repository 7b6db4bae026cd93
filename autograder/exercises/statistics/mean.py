"""Exercise: the mean, μ = (1/n) Σ x."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.statistics.samples import LESSON, heaps_of_numbers
from nnlib import metrics, statistics


def mean_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make the worked examples, then heaps of many kinds."""
    return [
        Case((np.array([2.0, 4.0, 6.0]),), working="(2 + 4 + 6) / 3 = 12 / 3 = 4"),
        Case((np.array([1.0, -1.0, 0.0, 10.0]),), working="(1 - 1 + 0 + 10) / 4 = 10 / 4 = 2.5"),
        *heaps_of_numbers(rng),
    ]


def _not_divided(values):
    return np.sum(values)


def _divided_by_n_minus_1(values):
    return np.sum(values) / (len(values) - 1)


def _always_three(values):
    return np.sum(values) / 3


def _middle_of_sorted(values):
    return np.median(values)


def _halfway_between_the_ends(values):
    return (np.min(values) + np.max(values)) / 2


def _without_signs(values):
    return np.mean(np.abs(values))


def _whole_division(values):
    return np.sum(values) // len(values)


def _last_one_missing(values):
    total = 0.0
    for i in range(len(values) - 1):
        total = total + values[i]
    return total / len(values)


MEAN = Exercise(
    id="statistics.mean",
    name="mean",
    lesson=LESSON,
    points=1,
    covers=("S2",),
    reference=statistics.mean,
    twins=(metrics.mean_loss,),
    cases=mean_cases,
    hints=(
        "Two steps: add all numbers up, then share the sum out equally.",
        "`np.sum(values)` adds up, and `len(values)` says how many there are.",
    ),
    misconceptions=(
        Misconception(
            "not_divided",
            "You returned the sum. Divide it by how many numbers there are.",
            _not_divided,
        ),
        Misconception(
            "divided_by_n_minus_1",
            "You divided by n - 1. The mean shares the sum out over all n numbers.",
            _divided_by_n_minus_1,
        ),
        Misconception(
            "always_three",
            "You divide by 3, whatever comes. That is right for three numbers only: let the code "
            "count them.",
            _always_three,
        ),
        Misconception(
            "middle_of_sorted",
            "You returned the median, the number in the middle of the sorted ones. The mean is "
            "the sum divided by n.",
            _middle_of_sorted,
        ),
        Misconception(
            "halfway_between_the_ends",
            "You went halfway between the smallest and the largest. All numbers count in the mean.",
            _halfway_between_the_ends,
        ),
        Misconception(
            "without_signs",
            "You made negative numbers positive first. They keep their sign, and pull the mean "
            "down.",
            _without_signs,
        ),
        Misconception(
            "whole_division",
            "You divided with `//`, which cuts to a whole number. Use `/`.",
            _whole_division,
        ),
        Misconception(
            "last_one_missing",
            "Your sum leaves the last number out. Does your loop end one too early?",
            _last_one_missing,
        ),
    ),
)
