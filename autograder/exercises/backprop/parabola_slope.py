"""Exercise: the derivative of y = ax² + bx + c."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import chain_rule


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


PARABOLA_SLOPE = Exercise(
    id="backprop.parabola_slope",
    points=1,
    covers=("B3",),
    reference=chain_rule.parabola_slope,
    cases=parabola_cases,
    hints=(
        "Take the three terms one by one. What is the derivative of x², of x, of a plain number?",
        "x² becomes 2x, x becomes 1, and a plain number becomes 0. A factor in front stays.",
        "So ax² gives 2ax, bx gives b, and c gives nothing. Add them up.",
    ),
)


@PARABOLA_SLOPE.misconception
def height_not_slope(a, b, c, x):
    """You returned y itself, the height of the curve. Asked is how steep it is there."""
    return a * x**2 + b * x + c


@PARABOLA_SLOPE.misconception
def constant_kept(a, b, c, x):
    """You kept c. It lifts the whole curve and makes it no steeper: its derivative is 0."""
    return 2 * a * x + b + c


@PARABOLA_SLOPE.misconception
def linear_term_lost(a, b, c, x):
    """You dropped the term bx. Its derivative is b."""
    return 2 * a * x


@PARABOLA_SLOPE.misconception
def two_lost(a, b, c, x):
    """You took x for the derivative of x². It is 2x."""
    return a * x + b


@PARABOLA_SLOPE.misconception
def square_kept(a, b, c, x):
    """You put the 2 in front and kept the square. The power falls by one: x² becomes 2x."""
    return 2 * a * x**2 + b


@PARABOLA_SLOPE.misconception
def x_kept_in_the_linear_term(a, b, c, x):
    """You kept the x of bx. The derivative of bx is b alone."""
    return 2 * a * x + b * x


@PARABOLA_SLOPE.misconception
def slope_at_one(a, b, c, x):
    """You left x out, so your slope is the one at x = 1 everywhere. A parabola is not equally steep
    everywhere.
    """
    return 2 * a + b


@PARABOLA_SLOPE.misconception
def factor_lost(a, b, c, x):
    """You lost the factor a in front of x². It stays when you take the derivative."""
    return 2 * x + b
