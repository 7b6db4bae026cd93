"""The two activations with a corner: ReLU and leaky ReLU."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.neuron.arrays import LESSON, elementwise_cases, mixed, whole
from nnlib import activations


def relu_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of both signs in several shapes."""
    return [
        Case(
            (np.array([-2.0, 0.0, 3.0]),), working="max(0, -2) = 0;  max(0, 0) = 0;  max(0, 3) = 3"
        ),
        *elementwise_cases(rng),
    ]


def _absolute_value(z):
    return np.abs(z)


def _unchanged(z):
    return z * 1.0


def _minimum(z):
    return np.minimum(0, z)


def _leaky(z):
    return np.maximum(0.01 * z, z)


def _one_when_positive(z):
    return np.where(z > 0, 1.0, 0.0)


def _clipped_at_one(z):
    return np.clip(z, 0, 1)


def _largest_of_all(z):
    return max(0, np.max(z))


def _negatives_removed(z):
    z = np.asarray(z)
    return z[z > 0]


def _relu_in_place(z):
    z = np.asarray(z)
    z[z < 0] = 0
    return z


def _relu_of_one_number(z):
    if z > 0:
        return z
    return 0.0


def _axis_for_zero(z):
    return np.max(z, 0)


RELU = Exercise(
    id="neuron.relu",
    name="relu",
    lesson=LESSON,
    points=1,
    covers=("N8",),
    reference=activations.relu,
    cases=relu_cases,
    hints=(
        "Positive numbers stay as they are, all others become 0.",
        "`max(0, z)` is right for one number. NumPy has a function that does it "
        "for each number of an array.",
        "`np.maximum` compares two things number by number; one of them may be plain 0.",
    ),
    misconceptions=(
        Misconception(
            "absolute_value",
            "You turned negative numbers into positive ones. ReLU makes them 0.",
            _absolute_value,
        ),
        Misconception(
            "unchanged",
            "You return z as it is. Negative numbers must become 0: that bend is the whole point.",
            _unchanged,
        ),
        Misconception(
            "minimum",
            "You keep the negative side. ReLU keeps the larger of 0 and z, not the smaller.",
            _minimum,
        ),
        Misconception(
            "leaky",
            "You let a little of the negative numbers through. That is leaky ReLU; "
            "plain ReLU gives exactly 0.",
            _leaky,
        ),
        Misconception(
            "one_when_positive",
            "You give 1 for a positive z, as the step function does. ReLU gives z itself.",
            _one_when_positive,
        ),
        Misconception(
            "clipped_at_one",
            "Your answers stop at 1. ReLU has no upper limit: 7 stays 7.",
            _clipped_at_one,
        ),
        Misconception(
            "largest_of_all",
            "You looked for the one largest number of the array. "
            "ReLU compares each number with 0 by itself.",
            _largest_of_all,
        ),
        Misconception(
            "negatives_removed",
            "You took the negative numbers out. They must stay in their places, as 0.",
            _negatives_removed,
        ),
        Misconception(
            "changed_in_place",
            "The answer is right, but you wrote the zeros into the caller's own array. "
            "Make a new array and leave z as it was.",
            _relu_in_place,
        ),
        Misconception(
            "one_number_only",
            "Your code works for one number and stops on an array. "
            "An `if` takes one decision; an array needs one for each of its numbers.",
            _relu_of_one_number,
        ),
        Misconception(
            "axis_for_zero",
            "`np.max(z, 0)` looks for the largest number along axis 0: here 0 is no number to "
            "compare with. `np.maximum(z, 0)` compares each number with 0.",
            _axis_for_zero,
        ),
    ),
)


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


def _plain_relu(z, slope=0.01):
    return np.maximum(0.0, z)


def _slope_everywhere(z, slope=0.01):
    return slope * z


def _slope_on_positive_side(z, slope=0.01):
    return np.where(z > 0, slope * z, z)


def _slope_itself(z, slope=0.01):
    return np.where(z > 0, z, slope)


def _leak_positive(z, slope=0.01):
    return np.where(z > 0, z, -slope * z)


def _slope_subtracted(z, slope=0.01):
    return np.where(z > 0, z, z - slope)


def _slope_ignored(z, slope=0.01):
    return np.maximum(0.01 * z, z)


def _leaky_in_place(z, slope=0.01):
    z = np.asarray(z)
    z[z < 0] = slope * z[z < 0]
    return z


def _leaky_of_one_number(z, slope=0.01):
    if z > 0:
        return z
    return slope * z


def _leak_on_both_sides(z, slope=0.01):
    return np.maximum(0, z) + slope * z


LEAKY_RELU = Exercise(
    id="neuron.leaky_relu",
    name="leaky_relu",
    lesson=LESSON,
    points=1,
    covers=("N9",),
    reference=activations.leaky_relu,
    cases=leaky_relu_cases,
    hints=(
        "Positive numbers stay. Negative ones are multiplied by the slope.",
        "For a slope between 0 and 1 the larger of `slope * z` and `z` is always the right one.",
        "`np.where(question, yes, no)` or `np.maximum` does it for a whole array.",
    ),
    misconceptions=(
        Misconception(
            "plain_relu",
            "This is plain ReLU. The leaky one lets slope · z through on the negative side.",
            _plain_relu,
        ),
        Misconception(
            "slope_everywhere",
            "You multiplied every number by the slope. Positive numbers stay as they are.",
            _slope_everywhere,
        ),
        Misconception(
            "slope_on_positive_side",
            "The slope is on the wrong side: positive numbers stay, negative ones shrink.",
            _slope_on_positive_side,
        ),
        Misconception(
            "slope_itself",
            "You put the slope itself in place of each negative number. "
            "It is the slope times z that leaks through.",
            _slope_itself,
        ),
        Misconception(
            "leak_positive",
            "Your leak is positive. A negative z gives a small negative answer.",
            _leak_positive,
        ),
        Misconception(
            "slope_subtracted",
            "You subtracted the slope. It is a factor: a negative z is multiplied by it.",
            _slope_subtracted,
        ),
        Misconception(
            "slope_ignored",
            "You always use 0.01. Use the slope that was given.",
            _slope_ignored,
        ),
        Misconception(
            "changed_in_place",
            "You wrote into the caller's own array. Make a new array of floats and leave z "
            "as it was.",
            _leaky_in_place,
        ),
        Misconception(
            "one_number_only",
            "Your code works for one number and stops on an array. "
            "An `if` takes one decision; an array needs one for each of its numbers.",
            _leaky_of_one_number,
        ),
        Misconception(
            "leak_on_both_sides",
            "You added the leak to ReLU, so positive numbers grow too: 3 became 3.03. The leak is "
            "for the negative side only.",
            _leak_on_both_sides,
        ),
    ),
)

EXERCISES = (RELU, LEAKY_RELU)
