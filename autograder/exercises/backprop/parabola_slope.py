"""Exercise: the derivative of y = ax² + bx + c."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import LESSON
from autograder.exercises.model import Case, Exercise, Misconception
from nnlib import chain_rule


def parabola_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make parabolas that open upwards and downwards, looked at on both sides and at 0."""
    up, other = rng.uniform(1.2, 3.0, 6), rng.uniform(0.3, 0.9, 6)
    whole = [int(one) for one in rng.integers(2, 9, 6)]
    return [
        Case((1, 3, 1, 2), working="y′ = 2·1·x + 3, and at x = 2 this is 4 + 3 = 7"),
        Case((-2, 5, 4, 0.5), working="y′ = 2·(-2)·x + 5, and at x = 0.5 this is -2 + 5 = 3"),
        Case((up[0], other[0], -1.3, up[1]), "opens upwards"),
        Case((up[2], -other[1], 0.7, -other[2]), "opens upwards"),
        Case((-up[3], other[3], 1.7, -up[4]), "opens downwards"),
        Case((-up[1], -other[4], -0.6, other[5]), "opens downwards"),
        Case((up[4], other[1], 2.1, 0.0), "at x = 0"),
        Case((-up[0], -up[5], -1.1, 0.0), "at x = 0"),
        Case((0.0, up[2], 0.4, other[3]), "a straight line"),
        Case((0.0, -other[2], -2.2, up[3]), "a straight line"),
        Case((up[5], 600.0, -300.0, 1000.0 * other[0]), "large values"),
        Case((-250.0 * up[1], 3.0, 1000.0, -40.0), "large values"),
        Case((whole[0], whole[1], -whole[2], whole[3]), "whole numbers"),
        Case((-whole[3], whole[4], whole[5], whole[1]), "whole numbers"),
    ]


def _height_not_slope(a, b, c, x):
    return a * x**2 + b * x + c


def _constant_kept(a, b, c, x):
    return 2 * a * x + b + c


def _linear_term_lost(a, b, c, x):
    return 2 * a * x


def _two_lost(a, b, c, x):
    return a * x + b


def _square_kept(a, b, c, x):
    return 2 * a * x**2 + b


def _x_kept_in_the_linear_term(a, b, c, x):
    return 2 * a * x + b * x


def _slope_at_one(a, b, c, x):
    return 2 * a + b


def _factor_lost(a, b, c, x):
    return 2 * x + b


PARABOLA_SLOPE = Exercise(
    id="backprop.parabola_slope",
    name="parabola_slope",
    lesson=LESSON,
    points=1,
    covers=("B3",),
    reference=chain_rule.parabola_slope,
    cases=parabola_cases,
    hints=(
        "Take the three terms one by one. What is the derivative of x², of x, of a plain number?",
        "x² becomes 2x, x becomes 1, and a plain number becomes 0. A factor in front stays.",
        "So ax² gives 2ax, bx gives b, and c gives nothing. Add them up.",
    ),
    misconceptions=(
        Misconception(
            "height_not_slope",
            "You returned y itself, the height of the curve. Asked is how steep it is there.",
            _height_not_slope,
        ),
        Misconception(
            "constant_kept",
            "You kept c. It lifts the whole curve and makes it no steeper: its derivative is 0.",
            _constant_kept,
        ),
        Misconception(
            "linear_term_lost",
            "You dropped the term bx. Its derivative is b.",
            _linear_term_lost,
        ),
        Misconception(
            "two_lost",
            "You took x for the derivative of x². It is 2x.",
            _two_lost,
        ),
        Misconception(
            "square_kept",
            "You put the 2 in front and kept the square. The power falls by one: x² becomes 2x.",
            _square_kept,
        ),
        Misconception(
            "x_kept_in_the_linear_term",
            "You kept the x of bx. The derivative of bx is b alone.",
            _x_kept_in_the_linear_term,
        ),
        Misconception(
            "slope_at_one",
            "You left x out, so your slope is the one at x = 1 everywhere. A parabola is not "
            "equally steep everywhere.",
            _slope_at_one,
        ),
        Misconception(
            "factor_lost",
            "You lost the factor a in front of x². It stays when you take the derivative.",
            _factor_lost,
        ),
    ),
)
