"""The derivatives of the two activations with a corner."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.neuron.arrays import LESSON, elementwise_cases, mixed, whole
from nnlib import activations


def relu_derivative_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of both signs, with the corner among them."""
    return [
        Case((np.array([-2.0, 0.0, 3.0]),), working="flat: 0;  at the corner by convention: 0;  1"),
        *elementwise_cases(rng),
    ]


def _one_at_corner(z):
    return np.where(z >= 0, 1.0, 0.0)


def _half_at_corner(z):
    return np.heaviside(z, 0.5)


def _one_everywhere(z):
    return np.ones_like(z)


def _relu_itself(z):
    return np.maximum(0.0, z)


def _minus_one_below(z):
    return np.sign(z)


def _sides_swapped(z):
    return np.where(z > 0, 0.0, 1.0)


def _leaky_slope(z):
    return np.where(z > 0, 1.0, 0.01)


def _one_number_only(z):
    if z > 0:
        return 1.0
    return 0.0


def _divided_by_z(z):
    return np.maximum(z, 0.0) / np.asarray(z)


RELU_DERIVATIVE = Exercise(
    id="neuron.relu_derivative",
    name="relu_derivative",
    lesson=LESSON,
    points=1,
    covers=("N12",),
    reference=activations.relu_derivative,
    cases=relu_derivative_cases,
    hints=(
        "Look at the picture of ReLU: how steep is it left of 0, how steep right of 0?",
        "Left it is flat, right it rises by 1 for each 1. At z = 0 we agreed on 0.",
        "`np.where(z > 0, …, …)` chooses between the two slopes for each number.",
    ),
    misconceptions=(
        Misconception(
            "one_at_corner",
            "You give 1 at z = 0. There is no one slope at the corner; we agreed on 0.",
            _one_at_corner,
        ),
        Misconception(
            "half_at_corner",
            "You give one half at z = 0. There is no one slope at the corner; we agreed on 0.",
            _half_at_corner,
        ),
        Misconception(
            "one_everywhere",
            "You give 1 everywhere. Left of 0 ReLU is flat, so its slope is 0 there.",
            _one_everywhere,
        ),
        Misconception(
            "relu_itself",
            "This is ReLU. Its slope does not grow with z: it is 1 wherever z is positive.",
            _relu_itself,
        ),
        Misconception(
            "minus_one_below",
            "You give -1 for negative z. ReLU does not fall there: it is flat, slope 0.",
            _minus_one_below,
        ),
        Misconception(
            "sides_swapped",
            "The sides are swapped: ReLU rises on the right and is flat on the left.",
            _sides_swapped,
        ),
        Misconception(
            "leaky_slope",
            "This is the slope of leaky ReLU. Plain ReLU is quite flat on the left: 0.",
            _leaky_slope,
        ),
        Misconception(
            "one_number_only",
            "Your code works for one number and stops on an array. "
            "An `if` takes one decision; an array needs one for each of its numbers.",
            _one_number_only,
        ),
        Misconception(
            "divided_by_z",
            "You divided ReLU by z, which is 0/0 at z = 0. Choose between the two slopes instead, "
            "with `np.where`.",
            _divided_by_z,
        ),
    ),
)


def leaky_relu_derivative_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of both signs for the usual slope and for others."""
    return [
        Case((np.array([-2.0, 0.0, 3.0]),), working="left: 0.01;  at the corner: 0.01;  right: 1"),
        Case((np.array([-2.0, 3.0]), 0.5), working="left: 0.5;  right: 1"),
        *elementwise_cases(rng),
        Case((mixed(rng, 5), float(rng.uniform(0.1, 0.4))), "another slope"),
        Case((mixed(rng, 2, 3), 0.05), "another slope"),
        Case((whole(rng, 4), 0.3), "another slope"),
    ]


def _one_at_leaky_corner(z, slope=0.01):
    return np.where(z >= 0, 1.0, slope)


def _zero_at_leaky_corner(z, slope=0.01):
    return np.where(z > 0, 1.0, np.where(z < 0, slope, 0.0))


def _plain_relu_slope(z, slope=0.01):
    return np.where(z > 0, 1.0, 0.0)


def _slope_times_z(z, slope=0.01):
    return np.where(z > 0, 1.0, slope * z)


def _negative_leak(z, slope=0.01):
    return np.where(z > 0, 1.0, -slope)


def _leaky_sides_swapped(z, slope=0.01):
    return np.where(z > 0, slope, 1.0)


def _slope_ignored(z, slope=0.01):
    return np.where(z > 0, 1.0, 0.01)


def _leaky_relu_itself(z, slope=0.01):
    return np.where(z > 0, z, slope * z)


def _leaky_slope_of_one_number(z, slope=0.01):
    if z > 0:
        return 1.0
    return slope


def _z_on_the_right(z, slope=0.01):
    return np.where(z > 0, z, slope)


LEAKY_RELU_DERIVATIVE = Exercise(
    id="neuron.leaky_relu_derivative",
    name="leaky_relu_derivative",
    lesson=LESSON,
    points=1,
    covers=("N12",),
    reference=activations.leaky_relu_derivative,
    cases=leaky_relu_derivative_cases,
    hints=(
        "Look at the picture: two straight lines. How steep is each?",
        "Right of 0 the slope is 1; left of 0 and at 0 it is the argument `slope`.",
        "As for ReLU, with `slope` in the place of 0.",
    ),
    misconceptions=(
        Misconception(
            "one_at_corner",
            "You give 1 at z = 0. At the corner we agreed on the slope of the left side.",
            _one_at_leaky_corner,
        ),
        Misconception(
            "zero_at_corner",
            "You give 0 at z = 0. At the corner we agreed on the slope of the left side.",
            _zero_at_leaky_corner,
        ),
        Misconception(
            "plain_relu_slope",
            "This is the slope of plain ReLU. The leaky one rises a little on the left too.",
            _plain_relu_slope,
        ),
        Misconception(
            "slope_times_z",
            "On the left you gave slope · z, which is the function. Its steepness is the slope.",
            _slope_times_z,
        ),
        Misconception(
            "negative_leak",
            "Your slope on the left is negative, but leaky ReLU rises there too, gently.",
            _negative_leak,
        ),
        Misconception(
            "sides_swapped",
            "The sides are swapped: the steep side, slope 1, is where z is positive.",
            _leaky_sides_swapped,
        ),
        Misconception(
            "slope_ignored",
            "You always use 0.01. Use the slope that was given.",
            _slope_ignored,
        ),
        Misconception(
            "leaky_relu_itself",
            "This is leaky ReLU itself. Return how steep it is: one of two numbers.",
            _leaky_relu_itself,
        ),
        Misconception(
            "one_number_only",
            "Your code works for one number and stops on an array. "
            "An `if` takes one decision; an array needs one for each of its numbers.",
            _leaky_slope_of_one_number,
        ),
        Misconception(
            "z_on_the_right",
            "On the right you gave z itself. There the curve rises by 1 for each 1: its slope is "
            "1, however large z is.",
            _z_on_the_right,
        ),
    ),
)

EXERCISES = (RELU_DERIVATIVE, LEAKY_RELU_DERIVATIVE)
