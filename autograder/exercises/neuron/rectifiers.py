"""The two activations with a corner: ReLU and leaky ReLU."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.neuron.samples import elementwise_cases, mixed, whole
from nnlib import activations, layers


def relu_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of both signs in several shapes."""
    return [
        Case(
            (np.array([-2.0, 0.0, 3.0]),), working="max(0, -2) = 0;  max(0, 0) = 0;  max(0, 3) = 3"
        ),
        *elementwise_cases(rng),
    ]


RELU = Exercise(
    id="neuron.relu",
    points=1,
    covers=("N8",),
    reference=activations.relu,
    equivalents=(layers.ReLU.forward,),
    cases=relu_cases,
    hints=(
        "Positive numbers stay as they are, all others become 0.",
        "`max(0, z)` is right for one number. NumPy has a function that does it "
        "for each number of an array.",
        "`np.maximum` compares two things number by number; one of them may be plain 0.",
    ),
)


@RELU.misconception
def absolute_value(z):
    """You turned negative numbers into positive ones. ReLU makes them 0."""
    return np.abs(z)


@RELU.misconception
def unchanged(z):
    """You return z as it is. Negative numbers must become 0: that bend is the whole point."""
    return z * 1.0


@RELU.misconception
def minimum(z):
    """You keep the negative side. ReLU keeps the larger of 0 and z, not the smaller."""
    return np.minimum(0, z)


@RELU.misconception
def leaky(z):
    """You let a little of the negative numbers through. That is leaky ReLU; plain ReLU gives
    exactly 0.
    """
    return np.maximum(0.01 * z, z)


@RELU.misconception
def one_when_positive(z):
    """You give 1 for a positive z, as the step function does. ReLU gives z itself."""
    return np.where(z > 0, 1.0, 0.0)


@RELU.misconception
def clipped_at_one(z):
    """Your answers stop at 1. ReLU has no upper limit: 7 stays 7."""
    return np.clip(z, 0, 1)


@RELU.misconception
def largest_of_all(z):
    """You looked for the one largest number of the array. ReLU compares each number with 0 by
    itself.
    """
    return max(0, np.max(z))


@RELU.misconception
def negatives_removed(z):
    """You took the negative numbers out. They must stay in their places, as 0."""
    z = np.asarray(z)
    return z[z > 0]


@RELU.misconception("changed_in_place")
def relu_in_place(z):
    """The answer is right, but you wrote the zeros into the caller's own array. Make a new array
    and leave z as it was.
    """
    z = np.asarray(z)
    z[z < 0] = 0
    return z


@RELU.misconception("one_number_only")
def relu_of_one_number(z):
    """Your code works for one number and stops on an array. An `if` takes one decision; an array
    needs one for each of its numbers.
    """
    if z > 0:
        return z
    return 0.0


@RELU.misconception
def axis_for_zero(z):
    """`np.max(z, 0)` looks for the largest number along axis 0: here 0 is no number to compare
    with. `np.maximum(z, 0)` compares each number with 0.
    """
    return np.max(z, 0)


def leaky_relu_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of both signs for the usual slope and for others."""
    return [
        Case(
            (np.array([-200.0, 0.0, 3.0]),),
            working="0.01·(-200) = -2;  0;  3 stays 3",
        ),
        Case((np.array([-4.0, 4.0]), 0.5), working="0.5·(-4) = -2;  4 stays 4"),
        *elementwise_cases(rng),
        Case((mixed(rng, 5), float(rng.uniform(0.1, 0.4))), "another slope"),
        Case((mixed(rng, 2, 3), 0.05), "another slope"),
        Case((whole(rng, 4), 0.3), "another slope"),
    ]


LEAKY_RELU = Exercise(
    id="neuron.leaky_relu",
    points=1,
    covers=("N9",),
    reference=activations.leaky_relu,
    equivalents=(layers.LeakyReLU.forward,),
    cases=leaky_relu_cases,
    hints=(
        "Positive numbers stay. Negative ones are multiplied by the slope.",
        "For a slope between 0 and 1 the larger of `slope * z` and `z` is always the right one.",
        "`np.where(question, yes, no)` or `np.maximum` does it for a whole array.",
    ),
)


@LEAKY_RELU.misconception
def plain_relu(z, slope=0.01):
    """This is plain ReLU. The leaky one lets slope · z through on the negative side."""
    return np.maximum(0.0, z)


@LEAKY_RELU.misconception
def slope_everywhere(z, slope=0.01):
    """You multiplied every number by the slope. Positive numbers stay as they are."""
    return slope * z


@LEAKY_RELU.misconception
def slope_on_positive_side(z, slope=0.01):
    """The slope is on the wrong side: positive numbers stay, negative ones shrink."""
    return np.where(z > 0, slope * z, z)


@LEAKY_RELU.misconception
def slope_itself(z, slope=0.01):
    """You put the slope itself in place of each negative number. It is the slope times z that leaks
    through.
    """
    return np.where(z > 0, z, slope)


@LEAKY_RELU.misconception
def leak_positive(z, slope=0.01):
    """Your leak is positive. A negative z gives a small negative answer."""
    return np.where(z > 0, z, -slope * z)


@LEAKY_RELU.misconception
def slope_subtracted(z, slope=0.01):
    """You subtracted the slope. It is a factor: a negative z is multiplied by it."""
    return np.where(z > 0, z, z - slope)


@LEAKY_RELU.misconception
def slope_ignored(z, slope=0.01):
    """You always use 0.01. Use the slope that was given."""
    return np.maximum(0.01 * z, z)


@LEAKY_RELU.misconception("changed_in_place")
def leaky_in_place(z, slope=0.01):
    """You wrote into the caller's own array. Make a new array of floats and leave z as it was."""
    z = np.asarray(z)
    z[z < 0] = slope * z[z < 0]
    return z


@LEAKY_RELU.misconception("one_number_only")
def leaky_of_one_number(z, slope=0.01):
    """Your code works for one number and stops on an array. An `if` takes one decision; an array
    needs one for each of its numbers.
    """
    if z > 0:
        return z
    return slope * z


@LEAKY_RELU.misconception
def leak_on_both_sides(z, slope=0.01):
    """You added the leak to ReLU, so positive numbers grow too: 3 became 3.03. The leak is for the
    negative side only.
    """
    return np.maximum(0, z) + slope * z
