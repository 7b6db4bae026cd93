"""The derivatives of the two activations with a corner."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.neuron.samples import elementwise_cases, mixed, whole
from nnlib import activations, layers


def relu_derivative_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of both signs, with the corner among them."""
    return [
        Case((np.array([-2.0, 0.0, 3.0]),), working="flat: 0;  at the corner by convention: 0;  1"),
        *elementwise_cases(rng),
    ]


RELU_DERIVATIVE = Exercise(
    id="neuron.relu_derivative",
    points=1,
    covers=("N12",),
    reference=activations.relu_derivative,
    equivalents=(layers.ReLU.backward,),
    cases=relu_derivative_cases,
    hints=(
        "Look at the picture of ReLU: how steep is it left of 0, how steep right of 0?",
        "Left it is flat, right it rises by 1 for each 1. At z = 0 we agreed on 0.",
        "`np.where(z > 0, …, …)` chooses between the two slopes for each number.",
    ),
)


@RELU_DERIVATIVE.misconception
def one_at_corner(z):
    """You give 1 at z = 0. There is no one slope at the corner; we agreed on 0."""
    return np.where(z >= 0, 1.0, 0.0)


@RELU_DERIVATIVE.misconception
def half_at_corner(z):
    """You give one half at z = 0. There is no one slope at the corner; we agreed on 0."""
    return np.heaviside(z, 0.5)


@RELU_DERIVATIVE.misconception
def one_everywhere(z):
    """You give 1 everywhere. Left of 0 ReLU is flat, so its slope is 0 there."""
    return np.ones_like(z)


@RELU_DERIVATIVE.misconception
def relu_itself(z):
    """This is ReLU. Its slope does not grow with z: it is 1 wherever z is positive."""
    return np.maximum(0.0, z)


@RELU_DERIVATIVE.misconception
def minus_one_below(z):
    """You give -1 for negative z. ReLU does not fall there: it is flat, slope 0."""
    return np.sign(z)


@RELU_DERIVATIVE.misconception
def sides_swapped(z):
    """The sides are swapped: ReLU rises on the right and is flat on the left."""
    return np.where(z > 0, 0.0, 1.0)


@RELU_DERIVATIVE.misconception
def leaky_slope(z):
    """This is the slope of leaky ReLU. Plain ReLU is quite flat on the left: 0."""
    return np.where(z > 0, 1.0, 0.01)


@RELU_DERIVATIVE.misconception
def one_number_only(z):
    """Your code works for one number and stops on an array. An `if` takes one decision; an array
    needs one for each of its numbers.
    """
    if z > 0:
        return 1.0
    return 0.0


@RELU_DERIVATIVE.misconception
def divided_by_z(z):
    """You divided ReLU by z, which is 0/0 at z = 0. Choose between the two slopes instead, with
    `np.where`.
    """
    return np.maximum(z, 0.0) / np.asarray(z)


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


LEAKY_RELU_DERIVATIVE = Exercise(
    id="neuron.leaky_relu_derivative",
    points=1,
    covers=("N12",),
    reference=activations.leaky_relu_derivative,
    equivalents=(layers.LeakyReLU.backward,),
    cases=leaky_relu_derivative_cases,
    hints=(
        "Look at the picture: two straight lines. How steep is each?",
        "Right of 0 the slope is 1; left of 0 and at 0 it is the argument `slope`.",
        "As for ReLU, with `slope` in the place of 0.",
    ),
)


@LEAKY_RELU_DERIVATIVE.misconception("one_at_corner")
def one_at_leaky_corner(z, slope=0.01):
    """You give 1 at z = 0. At the corner we agreed on the slope of the left side."""
    return np.where(z >= 0, 1.0, slope)


@LEAKY_RELU_DERIVATIVE.misconception("zero_at_corner")
def zero_at_leaky_corner(z, slope=0.01):
    """You give 0 at z = 0. At the corner we agreed on the slope of the left side."""
    return np.where(z > 0, 1.0, np.where(z < 0, slope, 0.0))


@LEAKY_RELU_DERIVATIVE.misconception
def plain_relu_slope(z, slope=0.01):
    """This is the slope of plain ReLU. The leaky one rises a little on the left too."""
    return np.where(z > 0, 1.0, 0.0)


@LEAKY_RELU_DERIVATIVE.misconception
def slope_times_z(z, slope=0.01):
    """On the left you gave slope · z, which is the function. Its steepness is the slope."""
    return np.where(z > 0, 1.0, slope * z)


@LEAKY_RELU_DERIVATIVE.misconception
def negative_leak(z, slope=0.01):
    """Your slope on the left is negative, but leaky ReLU rises there too, gently."""
    return np.where(z > 0, 1.0, -slope)


@LEAKY_RELU_DERIVATIVE.misconception("sides_swapped")
def leaky_sides_swapped(z, slope=0.01):
    """The sides are swapped: the steep side, slope 1, is where z is positive."""
    return np.where(z > 0, slope, 1.0)


@LEAKY_RELU_DERIVATIVE.misconception
def slope_ignored(z, slope=0.01):
    """You always use 0.01. Use the slope that was given."""
    return np.where(z > 0, 1.0, 0.01)


@LEAKY_RELU_DERIVATIVE.misconception
def leaky_relu_itself(z, slope=0.01):
    """This is leaky ReLU itself. Return how steep it is: one of two numbers."""
    return np.where(z > 0, z, slope * z)


@LEAKY_RELU_DERIVATIVE.misconception("one_number_only")
def leaky_slope_of_one_number(z, slope=0.01):
    """Your code works for one number and stops on an array. An `if` takes one decision; an array
    needs one for each of its numbers.
    """
    if z > 0:
        return 1.0
    return slope


@LEAKY_RELU_DERIVATIVE.misconception
def z_on_the_right(z, slope=0.01):
    """On the right you gave z itself. There the curve rises by 1 for each 1: its slope is 1,
    however large z is.
    """
    return np.where(z > 0, z, slope)
