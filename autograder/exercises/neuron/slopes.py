"""The derivatives of the two squashing activations."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception, Tolerance
from autograder.exercises.neuron.arrays import LESSON, elementwise_cases
from nnlib import activations

# Far from 0 both slopes are near 0: there, rounding is all that is left of them.
TOLERANCE = Tolerance(atol=1e-6)


def sigmoid_derivative_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of several shapes, with ±1000 among them."""
    return [
        Case((np.array([0.0]),), working="σ(0) = 0.5;  0.5·(1 - 0.5) = 0.25"),
        Case((np.log(3.0),), working="σ(ln 3) = 3/4;  3/4·(1 - 3/4) = 3/16 = 0.1875"),
        *elementwise_cases(rng),
    ]


def _z_taken_for_sigmoid(z):
    return z * (1 - z)


def _sigmoid_itself(z):
    return activations.sigmoid(z)


def _factor_forgotten(z):
    return 1 - activations.sigmoid(z)


def _plus_instead(z):
    a = activations.sigmoid(z)
    return a * (1 + a)


def _one_minus_square(z):
    return 1 - activations.sigmoid(z) ** 2


def _negative_slope(z):
    a = activations.sigmoid(z)
    return a * (a - 1)


def _sigmoid_twice(z):
    a = activations.sigmoid(activations.sigmoid(z))
    return a * (1 - a)


def _overflowing_slope(z):
    return np.exp(z) / (1 + np.exp(z)) ** 2


def _brackets_forgotten(z):
    a = activations.sigmoid(z)
    return a * 1 - a


def _z_in_the_bracket(z):
    return activations.sigmoid(z) * (1 - z)


SIGMOID_DERIVATIVE = Exercise(
    id="neuron.sigmoid_derivative",
    name="sigmoid_derivative",
    lesson=LESSON,
    points=2,
    covers=("N12",),
    reference=activations.sigmoid_derivative,
    cases=sigmoid_derivative_cases,
    tolerance=TOLERANCE,
    hints=(
        "First work out a = σ(z); the slope is made of a alone.",
        "At z = 0 the slope must be 1/4: a is 1/2 there.",
        "`a * (1 - a)` with `a = activations.sigmoid(z)`.",
    ),
    misconceptions=(
        Misconception(
            "z_taken_for_sigmoid",
            "You put z into a·(1 - a). First turn z into a = σ(z).",
            _z_taken_for_sigmoid,
        ),
        Misconception(
            "sigmoid_itself",
            "This is the sigmoid. Its slope is a hill: 1/4 at z = 0, nearly 0 far away.",
            _sigmoid_itself,
        ),
        Misconception(
            "factor_forgotten",
            "You returned 1 - a. The slope is the product of a and 1 - a.",
            _factor_forgotten,
        ),
        Misconception(
            "plus_instead",
            "There is a plus in your bracket. For large z the curve is flat, "
            "so the slope must go to 0 there.",
            _plus_instead,
        ),
        Misconception(
            "one_minus_square",
            "This is the rule of tanh, 1 - a². The sigmoid's slope is a times 1 - a.",
            _one_minus_square,
        ),
        Misconception(
            "negative_slope",
            "Your slopes are negative, but the sigmoid rises everywhere.",
            _negative_slope,
        ),
        Misconception(
            "sigmoid_twice",
            "You took the sigmoid of the sigmoid. z goes through it once, then comes a·(1 - a).",
            _sigmoid_twice,
        ),
        Misconception(
            "overflow",
            "Right on paper, but for a large z it divides infinity by infinity and gives nan. "
            "Build the slope from a = σ(z), which never grows.",
            _overflowing_slope,
        ),
        Misconception(
            "brackets_forgotten",
            "Your answer is 0 everywhere: without brackets a * 1 - a is a - a. Write a * (1 - a).",
            _brackets_forgotten,
        ),
        Misconception(
            "z_in_the_bracket",
            "In your bracket stands z. Both factors are made of a = σ(z): a and 1 - a.",
            _z_in_the_bracket,
        ),
    ),
)


def tanh_derivative_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of several shapes, with ±1000 among them."""
    return [
        Case((np.array([0.0]),), working="tanh(0) = 0;  1 - 0² = 1"),
        Case((np.log(2.0),), working="tanh(ln 2) = 0.6;  1 - 0.6² = 0.64"),
        *elementwise_cases(rng),
    ]


def _z_taken_for_tanh(z):
    return 1 - z**2


def _tanh_itself(z):
    return activations.tanh(z)


def _square_forgotten(z):
    return 1 - activations.tanh(z)


def _sigmoid_rule(z):
    a = activations.tanh(z)
    return a * (1 - a)


def _plus_square(z):
    return 1 + activations.tanh(z) ** 2


def _difference_squared(z):
    return (1 - activations.tanh(z)) ** 2


def _tanh_twice(z):
    return 1 - activations.tanh(activations.tanh(z)) ** 2


def _slope_of_sigmoid(z):
    a = activations.sigmoid(z)
    return a * (1 - a)


def _doubled_for_squared(z):
    return 1 - 2 * activations.tanh(z)


def _signs_turned(z):
    return activations.tanh(z) ** 2 - 1


TANH_DERIVATIVE = Exercise(
    id="neuron.tanh_derivative",
    name="tanh_derivative",
    lesson=LESSON,
    points=1,
    covers=("N12",),
    reference=activations.tanh_derivative,
    cases=tanh_derivative_cases,
    tolerance=TOLERANCE,
    hints=(
        "First work out a = tanh(z); the slope is made of a alone.",
        "At z = 0 the slope must be 1, far away nearly 0. a² does half of the job.",
        "`1 - a**2` with `a = np.tanh(z)`.",
    ),
    misconceptions=(
        Misconception(
            "z_taken_for_tanh",
            "You put z into 1 - a². First turn z into a = tanh(z).",
            _z_taken_for_tanh,
        ),
        Misconception(
            "tanh_itself",
            "This is tanh. Its slope is a hill: 1 at z = 0, nearly 0 far away.",
            _tanh_itself,
        ),
        Misconception(
            "square_forgotten",
            "You returned 1 - a without the square. The slope is the same on both sides of 0.",
            _square_forgotten,
        ),
        Misconception(
            "sigmoid_rule",
            "This is the rule of the sigmoid, a·(1 - a). The slope of tanh is 1 - a².",
            _sigmoid_rule,
        ),
        Misconception(
            "plus_square",
            "You added a². Where tanh is near 1 or -1 it is flat, so the slope must go to 0.",
            _plus_square,
        ),
        Misconception(
            "difference_squared",
            "You squared the whole difference. Only a is squared: 1 - a².",
            _difference_squared,
        ),
        Misconception(
            "tanh_twice",
            "You took tanh of tanh. z goes through it once, then comes 1 - a².",
            _tanh_twice,
        ),
        Misconception(
            "slope_of_sigmoid",
            "This is the slope of the sigmoid, at most 1/4. tanh is steeper: 1 at z = 0.",
            _slope_of_sigmoid,
        ),
        Misconception(
            "doubled_for_squared",
            "You doubled a. a² is a times a: `a**2`.",
            _doubled_for_squared,
        ),
        Misconception(
            "signs_turned",
            "Your slopes are negative, but tanh rises everywhere: it is 1 - a², not a² - 1.",
            _signs_turned,
        ),
    ),
)

EXERCISES = (SIGMOID_DERIVATIVE, TANH_DERIVATIVE)
