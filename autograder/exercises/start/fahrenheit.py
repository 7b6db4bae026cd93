"""Exercise: a formula for one number and for a whole array at once."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.start.tables import distinct
from nnlib.by_hand import arrays


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


FAHRENHEIT = Exercise(
    id="start.fahrenheit",
    points=1,
    covers=(),
    reference=arrays.fahrenheit,
    cases=fahrenheit_cases,
    hints=(
        "Two steps: multiply by 1.8, then add 32.",
        "The formula for one number works for an array too, without a loop: `2 * a + 1` doubles "
        "each number of `a` and adds 1 to each.",
    ),
)


@FAHRENHEIT.misconception
def forgot_32(celsius):
    """You multiplied by 1.8, but did not add 32."""
    return 1.8 * celsius


@FAHRENHEIT.misconception
def only_added(celsius):
    """You added 32, but did not multiply by 1.8 before."""
    return celsius + 32


@FAHRENHEIT.misconception
def added_first(celsius):
    """You added 32 first and multiplied after that, so that the 32 was multiplied too. Multiply
    first.
    """
    return 1.8 * (celsius + 32)


@FAHRENHEIT.misconception
def subtracted_32(celsius):
    """You subtracted 32. It is added."""
    return 1.8 * celsius - 32


@FAHRENHEIT.misconception
def to_celsius(celsius):
    """You went the other way, from Fahrenheit to Celsius. Here Celsius comes in."""
    return (celsius - 32) / 1.8


@FAHRENHEIT.misconception
def whole_division(celsius):
    """You divided with `//`, which cuts to whole numbers. Use `/`, or multiply by 1.8."""
    return 9 * celsius // 5 + 32


@FAHRENHEIT.misconception
def doubled(celsius):
    """Twice the number plus 30 is a rule of thumb and only roughly right. Take 1.8 and 32."""
    return 2 * celsius + 30
