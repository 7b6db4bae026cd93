"""Two slopes found by a tensor: y = x² + 3x + 1 and y = (2x + 1)²."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import autograd


def slope_cases(rng: np.random.Generator, workings: dict[float, str]) -> Sequence[Case]:
    """Make cases for a function of one number; the worked examples come first."""
    near, far = (float(size) for size in rng.uniform((0.2, 30.0), (0.9, 90.0)))
    small, large = (float(size) for size in rng.uniform((1.2, 4.0), (3.0, 9.0)))
    return [
        *(Case((x,), working=text) for x, text in workings.items()),
        Case((small,), "positive numbers"),
        Case((large,), "positive numbers"),
        Case((-small - 0.05,), "negative numbers"),
        Case((-large - 0.05,), "negative numbers"),
        Case((0.0,), "near 0"),
        Case((near,), "near 0"),
        Case((1000.0,), "large numbers"),
        Case((-10 * far,), "large numbers"),
        Case((int(rng.integers(4, 9)),), "whole numbers"),
        Case((int(rng.integers(-9, -3)),), "whole numbers"),
    ]


def parabola_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make cases for y = x² + 3x + 1."""
    return slope_cases(
        rng, {2.0: "2·x + 3 = 2·2 + 3 = 7", -1.5: "2·x + 3 = 2·(−1.5) + 3 = 0: the lowest point"}
    )


def chain_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make cases for y = (2x + 1)²."""
    return slope_cases(
        rng,
        {3.0: "2·(2x + 1)·2 = 2·7·2 = 28", 0.0: "2·(2x + 1)·2 = 2·1·2 = 4"},
    )


PARABOLA_SLOPE = Exercise(
    id="autograd.parabola_slope",
    points=1,
    covers=("G2",),
    reference=autograd.parabola_slope,
    cases=parabola_cases,
    hints=(
        "Three steps: make a tensor of x that wants a gradient, compute y from it, walk back.",
        "`Tensor(x, requires_grad=True)` makes it, `y.backward()` walks back, and then the "
        "tensor's `.grad` holds the slope.",
        "The slope is an array of one number: `float(…)` makes a plain number of it.",
    ),
)


@PARABOLA_SLOPE.misconception("value_not_slope")
def parabola_value(x):
    """You returned y itself. The slope stands in the `grad` of the tensor that y was made of, once
    y.backward() has run.
    """
    return x**2 + 3 * x + 1


@PARABOLA_SLOPE.misconception("line_forgotten")
def parabola_without_line(x):
    """The term 3x is missing. It rises by 3 for each step of x, so it gives 3 to the slope."""
    return 2 * x


@PARABOLA_SLOPE.misconception("constant_kept")
def parabola_with_constant(x):
    """The slope is 1 too large. The constant 1 is the same for every x and has no slope."""
    return 2 * x + 3 + 1


@PARABOLA_SLOPE.misconception("walked_back_twice")
def parabola_twice(x):
    """Your slope is exactly twice too large. Each call of backward adds to grad what is there
    already: call it once for a fresh tensor.
    """
    return 2 * (2 * x + 3)


@PARABOLA_SLOPE.misconception("factor_2_forgotten")
def parabola_no_factor(x):
    """You took x for the slope of x². When x grows, both factors of x·x grow."""
    return x + 3


@PARABOLA_SLOPE.misconception("power_not_lowered")
def parabola_power_kept(x):
    """You took 2x² for the slope of x². The power goes down by one."""
    return 2 * x**2 + 3


@PARABOLA_SLOPE.misconception("slope_of_line_grows")
def parabola_line_kept(x):
    """You took 3x for the slope of 3x. A straight line is equally steep everywhere."""
    return 2 * x + 3 * x


CHAIN_SLOPE = Exercise(
    id="autograd.chain_slope",
    points=1,
    covers=("G2",),
    reference=autograd.chain_slope,
    cases=chain_cases,
    hints=(
        "The same three steps as before; only the formula of y is another one.",
        "Write the formula as you read it, with the tensor in place of x: `(2 * x + 1) ** 2`.",
    ),
)


@CHAIN_SLOPE.misconception("value_not_slope")
def chain_value(x):
    """You returned y itself. The slope stands in the `grad` of the tensor that y was made of, once
    y.backward() has run.
    """
    return (2 * x + 1) ** 2


@CHAIN_SLOPE.misconception("inner_slope_forgotten")
def chain_inner_forgotten(x):
    """You took the slope of the square alone. By the chain rule it is multiplied with the slope of
    what stands inside, 2x + 1, which is 2.
    """
    return 2 * (2 * x + 1)


@CHAIN_SLOPE.misconception("walked_back_twice")
def chain_twice(x):
    """Your slope is exactly twice too large. Each call of backward adds to grad what is there
    already: call it once for a fresh tensor.
    """
    return 2 * 2 * (2 * x + 1) * 2


@CHAIN_SLOPE.misconception("slopes_added")
def chain_summed(x):
    """You added the outer and the inner slope. The chain rule multiplies them."""
    return 2 * (2 * x + 1) + 2


@CHAIN_SLOPE.misconception("squared_term_by_term")
def chain_term_by_term(x):
    """You squared 2x and 1 each by itself. The square of a sum has a middle term too: (2x + 1)² =
    4x² + 4x + 1.
    """
    return 8 * x


@CHAIN_SLOPE.misconception("slope_squared")
def chain_inner_squared(x):
    """You squared the slope of 2x + 1. The square's own slope depends on x."""
    return 2.0**2 + 0 * x


@CHAIN_SLOPE.misconception("power_not_lowered")
def chain_power_kept(x):
    """You kept the square in the slope of the square. The power goes down by one."""
    return 2 * (2 * x + 1) ** 2 * 2


@CHAIN_SLOPE.misconception("only_added_inside")
def chain_inner_only(x):
    """You added the slope 2 to what stands inside. Two slopes are wanted, that of the square and
    that of 2x + 1, multiplied.
    """
    return 2 * x + 1 + 2
