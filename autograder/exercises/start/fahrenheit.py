"""Exercise: a formula for one number and for a whole array at once."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.start.tables import LESSON, distinct
from nnlib import arrays


def fahrenheit_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make temperatures as numbers, vectors and tables, above and below 0."""
    return [
        Case(
            (np.array([0.0, 10.0, 100.0]),), working="0 + 32 = 32;  18 + 32 = 50;  180 + 32 = 212"
        ),
        Case((float(rng.uniform(5, 40)),), "one number"),
        Case((float(-rng.uniform(5, 40)),), "one number"),
        Case((rng.uniform(1, 40, 5),), "a vector"),
        Case((rng.uniform(-40, -1, 1),), "a vector"),
        Case((rng.uniform(-30, 30, (2, 3)),), "a table"),
        Case((rng.uniform(1, 30, (4, 1)),), "a table"),
        Case((rng.uniform(-900, 900, 4),), "large values"),
        Case((1000.0 + rng.uniform(0, 9, (3, 2)),), "large values"),
        Case((5 * rng.permutation(9)[:4] + 1,), "integers"),
        Case((-5 * rng.permutation(9)[:6].reshape(2, 3) - 2,), "integers"),
        Case((distinct(rng, 2, 3).astype(np.float32) / 8,), "float32"),
        Case((-distinct(rng, 4, 1)[:, 0].astype(np.float32) / 8,), "float32"),
    ]


def _forgot_32(celsius):
    return 1.8 * celsius


def _only_added(celsius):
    return celsius + 32


def _added_first(celsius):
    return 1.8 * (celsius + 32)


def _subtracted_32(celsius):
    return 1.8 * celsius - 32


def _to_celsius(celsius):
    return (celsius - 32) / 1.8


def _whole_division(celsius):
    return 9 * celsius // 5 + 32


def _doubled(celsius):
    return 2 * celsius + 30


FAHRENHEIT = Exercise(
    id="start.fahrenheit",
    name="fahrenheit",
    lesson=LESSON,
    points=1,
    covers=(),
    reference=arrays.fahrenheit,
    cases=fahrenheit_cases,
    hints=(
        "Two steps: multiply by 1.8, then add 32.",
        "The formula for one number works for an array too, without a loop: `2 * a + 1` doubles "
        "each number of `a` and adds 1 to each.",
    ),
    misconceptions=(
        Misconception(
            "forgot_32",
            "You multiplied by 1.8, but did not add 32.",
            _forgot_32,
        ),
        Misconception(
            "only_added",
            "You added 32, but did not multiply by 1.8 before.",
            _only_added,
        ),
        Misconception(
            "added_first",
            "You added 32 first and multiplied after that, so that the 32 was multiplied too. "
            "Multiply first.",
            _added_first,
        ),
        Misconception(
            "subtracted_32",
            "You subtracted 32. It is added.",
            _subtracted_32,
        ),
        Misconception(
            "to_celsius",
            "You went the other way, from Fahrenheit to Celsius. Here Celsius comes in.",
            _to_celsius,
        ),
        Misconception(
            "whole_division",
            "You divided with `//`, which cuts to whole numbers. Use `/`, or multiply by 1.8.",
            _whole_division,
        ),
        Misconception(
            "doubled",
            "Twice the number plus 30 is a rule of thumb and only roughly right. Take 1.8 and 32.",
            _doubled,
        ),
    ),
)
