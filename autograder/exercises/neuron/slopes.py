"""The derivatives of the two squashing activations."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Tolerance
from autograder.exercises.neuron.samples import elementwise_cases
from nnlib import activations, layers

# Far from 0 both slopes are near 0: there, rounding is all that is left of them.
TOLERANCE = Tolerance(atol=1e-6)


def sigmoid_derivative_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of several shapes, with ±1000 among them."""
    return [
        Case((np.array([0.0]),), working="σ(0) = 0.5;  0.5·(1 - 0.5) = 0.25"),
        Case((np.log(3.0),), working="σ(ln 3) = 3/4;  3/4·(1 - 3/4) = 3/16 = 0.1875"),
        *elementwise_cases(rng),
    ]


SIGMOID_DERIVATIVE = Exercise(
    id="neuron.sigmoid_derivative",
    points=2,
    covers=("N12",),
    reference=activations.sigmoid_derivative,
    equivalents=(layers.Sigmoid.backward,),
    cases=sigmoid_derivative_cases,
    tolerance=TOLERANCE,
    hints=(
        "First work out a = σ(z); the slope is made of a alone.",
        "At z = 0 the slope must be 1/4: a is 1/2 there.",
        "`a * (1 - a)` with `a = activations.sigmoid(z)`.",
    ),
)


@SIGMOID_DERIVATIVE.misconception
def z_taken_for_sigmoid(z):
    """You put z into a·(1 - a). First turn z into a = σ(z)."""
    return z * (1 - z)


@SIGMOID_DERIVATIVE.misconception
def sigmoid_itself(z):
    """This is the sigmoid. Its slope is a hill: 1/4 at z = 0, nearly 0 far away."""
    return activations.sigmoid(z)


@SIGMOID_DERIVATIVE.misconception
def factor_forgotten(z):
    """You returned 1 - a. The slope is the product of a and 1 - a."""
    return 1 - activations.sigmoid(z)


@SIGMOID_DERIVATIVE.misconception
def plus_instead(z):
    """There is a plus in your bracket. For large z the curve is flat, so the slope must go to 0
    there.
    """
    a = activations.sigmoid(z)
    return a * (1 + a)


@SIGMOID_DERIVATIVE.misconception
def one_minus_square(z):
    """This is the rule of tanh, 1 - a². The sigmoid's slope is a times 1 - a."""
    return 1 - activations.sigmoid(z) ** 2


@SIGMOID_DERIVATIVE.misconception
def negative_slope(z):
    """Your slopes are negative, but the sigmoid rises everywhere."""
    a = activations.sigmoid(z)
    return a * (a - 1)


@SIGMOID_DERIVATIVE.misconception
def sigmoid_twice(z):
    """You took the sigmoid of the sigmoid. z goes through it once, then comes a·(1 - a)."""
    a = activations.sigmoid(activations.sigmoid(z))
    return a * (1 - a)


@SIGMOID_DERIVATIVE.misconception("overflow")
def overflowing_slope(z):
    """Right on paper, but for a large z it divides infinity by infinity and gives nan. Build the
    slope from a = σ(z), which never grows.
    """
    return np.exp(z) / (1 + np.exp(z)) ** 2


@SIGMOID_DERIVATIVE.misconception
def brackets_forgotten(z):
    """Your answer is 0 everywhere: without brackets a * 1 - a is a - a. Write a * (1 - a)."""
    a = activations.sigmoid(z)
    return a * 1 - a


@SIGMOID_DERIVATIVE.misconception
def z_in_the_bracket(z):
    """In your bracket stands z. Both factors are made of a = σ(z): a and 1 - a."""
    return activations.sigmoid(z) * (1 - z)


def tanh_derivative_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of several shapes, with ±1000 among them."""
    return [
        Case((np.array([0.0]),), working="tanh(0) = 0;  1 - 0² = 1"),
        Case((np.log(2.0),), working="tanh(ln 2) = 0.6;  1 - 0.6² = 0.64"),
        *elementwise_cases(rng),
    ]


TANH_DERIVATIVE = Exercise(
    id="neuron.tanh_derivative",
    points=1,
    covers=("N12",),
    reference=activations.tanh_derivative,
    equivalents=(layers.Tanh.backward,),
    cases=tanh_derivative_cases,
    tolerance=TOLERANCE,
    hints=(
        "First work out a = tanh(z); the slope is made of a alone.",
        "At z = 0 the slope must be 1, far away nearly 0. a² does half of the job.",
        "`1 - a**2` with `a = np.tanh(z)`.",
    ),
)


@TANH_DERIVATIVE.misconception
def z_taken_for_tanh(z):
    """You put z into 1 - a². First turn z into a = tanh(z)."""
    return 1 - z**2


@TANH_DERIVATIVE.misconception
def tanh_itself(z):
    """This is tanh. Its slope is a hill: 1 at z = 0, nearly 0 far away."""
    return activations.tanh(z)


@TANH_DERIVATIVE.misconception
def square_forgotten(z):
    """You returned 1 - a without the square. The slope is the same on both sides of 0."""
    return 1 - activations.tanh(z)


@TANH_DERIVATIVE.misconception
def sigmoid_rule(z):
    """This is the rule of the sigmoid, a·(1 - a). The slope of tanh is 1 - a²."""
    a = activations.tanh(z)
    return a * (1 - a)


@TANH_DERIVATIVE.misconception
def plus_square(z):
    """You added a². Where tanh is near 1 or -1 it is flat, so the slope must go to 0."""
    return 1 + activations.tanh(z) ** 2


@TANH_DERIVATIVE.misconception
def difference_squared(z):
    """You squared the whole difference. Only a is squared: 1 - a²."""
    return (1 - activations.tanh(z)) ** 2


@TANH_DERIVATIVE.misconception
def tanh_twice(z):
    """You took tanh of tanh. z goes through it once, then comes 1 - a²."""
    return 1 - activations.tanh(activations.tanh(z)) ** 2


@TANH_DERIVATIVE.misconception
def slope_of_sigmoid(z):
    """This is the slope of the sigmoid, at most 1/4. tanh is steeper: 1 at z = 0."""
    a = activations.sigmoid(z)
    return a * (1 - a)


@TANH_DERIVATIVE.misconception
def doubled_for_squared(z):
    """You doubled a. a² is a times a: `a**2`."""
    return 1 - 2 * activations.tanh(z)


@TANH_DERIVATIVE.misconception
def signs_turned(z):
    """Your slopes are negative, but tanh rises everywhere: it is 1 - a², not a² - 1."""
    return activations.tanh(z) ** 2 - 1
