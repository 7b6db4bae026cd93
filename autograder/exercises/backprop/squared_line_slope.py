"""Exercise: the derivative of y = (ax + b)², by the chain rule."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import chain_rule


def squared_line_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make rising and falling lines inside the square, looked at on both sides of 0."""
    a, b, x = rng.uniform(1.3, 3.0, 6), rng.uniform(0.3, 0.9, 6), rng.uniform(1.2, 2.5, 6)
    whole = [int(one) for one in rng.integers(2, 5, 3)]
    more = [int(one) for one in rng.integers(5, 9, 3)]
    return [
        Case(
            (2, 1, 3),
            working="u = 2·3 + 1 = 7; outside 2u = 14, inside 2; together 14·2 = 28",
        ),
        Case(
            (-3, 2, 1),
            working="u = -3·1 + 2 = -1; outside 2u = -2, inside -3; together (-2)·(-3) = 6",
        ),
        Case((a[0], b[0], x[0]), "a rising line inside"),
        Case((a[1], -b[1], -x[1]), "a rising line inside"),
        Case((-a[2], b[2], x[2]), "a falling line inside"),
        Case((-a[3], -b[3], -x[3]), "a falling line inside"),
        Case((a[4], b[4], 0.0), "at x = 0"),
        Case((-a[5], b[5], 0.0), "at x = 0"),
        Case((a[5], 300.0, 500.0 * b[1]), "large values"),
        Case((-40.0 * a[3], 7.0, 1000.0), "large values"),
        Case((whole[0], more[0], whole[1]), "whole numbers"),
        Case((-whole[2], more[1], more[2]), "whole numbers"),
    ]


SQUARED_LINE_SLOPE = Exercise(
    id="backprop.squared_line_slope",
    points=1,
    covers=("B2", "B3"),
    reference=chain_rule.squared_line_slope,
    cases=squared_line_cases,
    hints=(
        "Give the inside a name: u = ax + b, so y = u². How fast does y change with u? "
        "How fast does u change with x?",
        "y changes 2u times as fast as u, and u changes a times as fast as x.",
        "Multiply the two slopes, and put ax + b back in the place of u.",
    ),
)


@SQUARED_LINE_SLOPE.misconception
def inside_forgotten(a, b, x):
    """You took the slope of the square and forgot the inside. u itself changes a times as fast as
    x.
    """
    return 2 * (a * x + b)


@SQUARED_LINE_SLOPE.misconception
def height_not_slope(a, b, x):
    """You returned y itself, the height of the curve. Asked is how steep it is there."""
    return (a * x + b) ** 2


@SQUARED_LINE_SLOPE.misconception
def squared_term_by_term(a, b, x):
    """You squared ax and b apart from each other. (ax + b)² has a middle term too: 2abx."""
    return 2 * a**2 * x


@SQUARED_LINE_SLOPE.misconception
def two_lost(a, b, x):
    """You lost the 2: the derivative of u² is 2u."""
    return (a * x + b) * a


@SQUARED_LINE_SLOPE.misconception
def inside_only(a, b, x):
    """You returned the slope of the inside alone. The square outside has a slope, too."""
    return a


@SQUARED_LINE_SLOPE.misconception
def outside_at_the_inner_slope(a, b, x):
    """You put the inner slope a into 2u. The outer slope is taken at u = ax + b, and then
    multiplied by a.
    """
    return 2 * a


@SQUARED_LINE_SLOPE.misconception
def times_x(a, b, x):
    """You multiplied by x. The inside changes a times as fast as x, so multiply by a."""
    return 2 * (a * x + b) * x


@SQUARED_LINE_SLOPE.misconception
def added_not_multiplied(a, b, x):
    """You added the two slopes. Along a chain, slopes are multiplied."""
    return 2 * (a * x + b) + a


@SQUARED_LINE_SLOPE.misconception
def square_kept(a, b, x):
    """You kept the square. The derivative of u² is 2u: the power falls by one."""
    return 2 * (a * x + b) ** 2 * a


@SQUARED_LINE_SLOPE.misconception
def whole_line_as_inner_slope(a, b, x):
    """You took a + b for the slope of ax + b. A plain number like b has the slope 0."""
    return 2 * (a * x + b) * (a + b)
