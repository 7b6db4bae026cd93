"""Exercise: the line on which the perceptron changes its mind."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib.by_hand.xor import boundary_line


def line_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make lines of every direction but upright ones, which have no slope."""
    high, low = rng.uniform(1.5, 3.0, 4), rng.uniform(0.3, 1.2, 4)
    return [
        line(1.0, 1.0, -1.5, working="1·x1 + 1·x2 - 1.5 = 0, so x2 = -1·x1 + 1.5"),
        line(4.0, -2.0, 1.0, working="4·x1 - 2·x2 + 1 = 0, so 2·x2 = 4·x1 + 1, x2 = 2·x1 + 0.5"),
        line(high[0], low[0], -0.7, "a falling line"),
        line(-low[1], -high[1], 1.3, "a falling line"),
        line(high[2], -low[2], 0.9, "a rising line"),
        line(-low[3], high[3], -1.1, "a rising line"),
        line(0.0, low[0], -0.5, "a level line"),
        line(0.0, -high[0], -1.7, "a level line"),
        line(high[1], low[1], 0.0, "through the origin"),
        line(-high[3], low[2], 0.0, "through the origin"),
        line(1000.0 * high[0], 0.3, -600.0, "large values"),
        line(-2.0, 800.0 * low[0], 1000.0, "large values"),
        Case((np.array([3, 2]), -7), "integers"),
        Case((rng.integers(1, 9, 2) * np.array([-1, 1]), int(rng.integers(2, 9))), "integers"),
        Case((np.array([0.75, 0.5], dtype=np.float32), 1.25), "float32"),
        Case((-rng.integers(1, 9, 2).astype(np.float32) / 4, -0.5), "float32"),
    ]


def line(w1: float, w2: float, bias: float, part: str = "", working: str = "") -> Case:
    """Make a case; one with its arithmetic is a worked example."""
    arguments = (np.array([w1, w2]), bias)
    return Case(arguments, part) if part else Case(arguments, working=working)


BOUNDARY_LINE = Exercise(
    id="perceptron.boundary_line",
    points=2,
    covers=("P6",),
    reference=boundary_line,
    cases=line_cases,
    hints=(
        "On the line the net input is 0: w1·x1 + w2·x2 + b = 0. Solve this for x2, on paper.",
        "Bring w1·x1 and b to the other side, which turns their signs, then divide by w2.",
        "What stands before x1 is the slope; what stands alone is the intercept. "
        "Return the slope first.",
    ),
)


@BOUNDARY_LINE.misconception
def minus_of_slope_lost(weights, bias):
    """Your slope has the wrong sign. When w1·x1 goes to the other side, its sign turns."""
    return weights[0] / weights[1], -bias / weights[1]


@BOUNDARY_LINE.misconception
def minus_of_intercept_lost(weights, bias):
    """Your intercept has the wrong sign. When b goes to the other side, its sign turns."""
    return -weights[0] / weights[1], bias / weights[1]


@BOUNDARY_LINE.misconception
def both_minus_lost(weights, bias):
    """Slope and intercept both have the wrong sign: w1·x1 and b change sides, so both signs
    turn.
    """
    return weights[0] / weights[1], bias / weights[1]


@BOUNDARY_LINE.misconception
def solved_for_x1(weights, bias):
    """You solved for x1. The line is drawn with x2 upwards: solve for x2, so divide by w2."""
    return -weights[1] / weights[0], -bias / weights[0]


@BOUNDARY_LINE.misconception
def bias_not_divided(weights, bias):
    """You divided w1 by w2, but not the bias. Every term is divided."""
    return -weights[0] / weights[1], -bias


@BOUNDARY_LINE.misconception
def bias_as_intercept(weights, bias):
    """You took the bias itself for the intercept. It changes sides, so its sign turns, and it is
    divided by w2.
    """
    return -weights[0] / weights[1], bias


@BOUNDARY_LINE.misconception
def meets_the_first_axis(weights, bias):
    """You found where the line crosses the x1 axis. The intercept is its height at x1 = 0."""
    return -weights[0] / weights[1], -bias / weights[0]


@BOUNDARY_LINE.misconception
def along_the_weights(weights, bias):
    """Your slope is that of the weights as an arrow, w2 / w1. The line stands at right angles to
    that arrow.
    """
    return weights[1] / weights[0], -bias / weights[1]


@BOUNDARY_LINE.misconception
def intercept_first(weights, bias):
    """Your two numbers are the right ones in the wrong order: the slope comes first."""
    return -bias / weights[1], -weights[0] / weights[1]


@BOUNDARY_LINE.misconception
def nothing_divided(weights, bias):
    """Both signs are right, but you still have to divide: w2·x2 = -w1·x1 - b, and then every term
    is divided by w2.
    """
    return -weights[0], -bias
