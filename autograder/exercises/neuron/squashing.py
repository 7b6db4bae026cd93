"""The two activations that squash z into a range: sigmoid and tanh."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception, Tolerance
from autograder.exercises.neuron.arrays import LESSON, elementwise_cases
from nnlib import activations

# Far from 0 both curves are flat: there, rounding is all that is left of a small number.
TOLERANCE = Tolerance(atol=1e-6)


def sigmoid_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of several shapes, with ±1000 among them."""
    return [
        Case((np.array([0.0]),), working="1 / (1 + e^0) = 1 / (1 + 1) = 0.5"),
        Case((np.log(3.0),), working="e^-ln 3 = 1/3;  1 / (1 + 1/3) = 3/4"),
        *elementwise_cases(rng),
    ]


def _minus_forgotten(z):
    return 1 / (1 + np.exp(z))


def _brackets_forgotten(z):
    return 1 / 1 + np.exp(-z)


def _minus_in_denominator(z):
    return 1 / (1 - np.exp(-z))


def _tanh_instead(z):
    return np.tanh(z)


def _derivative_instead(z):
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)


def _overflowing_sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


def _rounded(z):
    return np.round(1 / (1 + np.exp(-z)))


def _sigmoid_cut_to_integers(z):
    a = np.zeros_like(z)
    a[...] = 1 / (1 + np.exp(-z))
    return a


def _sigmoid_of_one_number(z):
    return 1 / (1 + np.e ** -float(z))


def _one_missing_below(z):
    return 1 / np.exp(-z)


def _never_below_half(z):
    return 1 / (1 + np.exp(-np.abs(z)))


SIGMOID = Exercise(
    id="neuron.sigmoid",
    name="sigmoid",
    lesson=LESSON,
    points=2,
    covers=("N6",),
    reference=activations.sigmoid,
    cases=sigmoid_cases,
    tolerance=TOLERANCE,
    hints=(
        "`np.exp(-z)` is e^-z, for a number and for every number of an array.",
        "Mind the brackets: the 1 is divided by the whole sum 1 + e^-z.",
        "If nan comes out for z = 1000, infinity was divided by infinity: "
        "write the formula with e^-z once, below the line.",
    ),
    misconceptions=(
        Misconception(
            "minus_forgotten",
            "Your curve falls where it should rise: the exponent is -z, with its minus.",
            _minus_forgotten,
        ),
        Misconception(
            "brackets_forgotten",
            "You divided 1 by 1 and then added e^-z. Put brackets around the sum below the line.",
            _brackets_forgotten,
        ),
        Misconception(
            "minus_in_denominator",
            "Below the line stands a minus, which gives infinity at z = 0. It must be a plus.",
            _minus_in_denominator,
        ),
        Misconception(
            "tanh_instead",
            "This is tanh, from -1 to 1. The sigmoid lies between 0 and 1.",
            _tanh_instead,
        ),
        Misconception(
            "derivative_instead",
            "This is the slope of the sigmoid, a hill. The sigmoid itself rises from 0 to 1.",
            _derivative_instead,
        ),
        Misconception(
            "overflow",
            "The formula is right on paper, but for a large z it divides infinity by infinity "
            "and gives nan. Use the form in which e^-z stands only below the line.",
            _overflowing_sigmoid,
        ),
        Misconception(
            "rounded",
            "You rounded to 0 or 1. The sigmoid says how likely, so 0.7 stays 0.7.",
            _rounded,
        ),
        Misconception(
            "cut_to_integers",
            "For integer z your answers were cut to whole numbers: an array of integers cannot "
            "hold 0.73. Make a new array of floats.",
            _sigmoid_cut_to_integers,
        ),
        Misconception(
            "one_number_only",
            "Your code works for one number and stops on an array. "
            "NumPy's own functions take both.",
            _sigmoid_of_one_number,
        ),
        Misconception(
            "one_missing_below",
            "Below the line stands e^-z alone. It must be the whole sum 1 + e^-z, which keeps the "
            "answer under 1.",
            _one_missing_below,
        ),
        Misconception(
            "never_below_half",
            "Your answers are right for z above 0 but never fall below 0.5. For z < 0 the number "
            "above the line is e^z, not 1.",
            _never_below_half,
        ),
    ),
)


def tanh_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of several shapes, with ±1000 among them."""
    return [
        Case((np.array([0.0]),), working="(e^0 - e^0) / (e^0 + e^0) = 0 / 2 = 0"),
        Case((np.log(2.0),), working="(2 - 1/2) / (2 + 1/2) = 1.5 / 2.5 = 0.6"),
        *elementwise_cases(rng),
    ]


def _sigmoid_instead(z):
    return 1 / (1 + np.exp(-z))


def _numerator_only(z):
    return np.exp(z) - np.exp(-z)


def _half_argument(z):
    return 2 / (1 + np.exp(-z)) - 1


def _plain_tangent(z):
    return np.tan(z)


def _arcus_tangent(z):
    return np.arctan(z)


def _upside_down(z):
    return (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z))


def _sign_swapped(z):
    return np.tanh(-z)


def _overflowing_tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


def _tanh_cut_to_integers(z):
    a = np.zeros_like(z)
    a[...] = np.tanh(z)
    return a


def _tanh_without_brackets(z):
    return np.exp(z) - np.exp(-z) / np.exp(z) + np.exp(-z)


TANH = Exercise(
    id="neuron.tanh",
    name="tanh",
    lesson=LESSON,
    points=1,
    covers=("N7",),
    reference=activations.tanh,
    cases=tanh_cases,
    tolerance=TOLERANCE,
    hints=(
        "NumPy knows this function; you may use it, or build it from the sigmoid.",
        "tanh(z) = 2·sigmoid(2z) - 1: the same S, stretched from (0, 1) to (-1, 1).",
        "`np.tanh(z)` takes a number or an array and does not overflow.",
    ),
    misconceptions=(
        Misconception(
            "sigmoid_instead",
            "This is the sigmoid, from 0 to 1. tanh goes from -1 to 1 and is 0 at z = 0.",
            _sigmoid_instead,
        ),
        Misconception(
            "numerator_only",
            "You stopped above the line. Divide by e^z + e^-z, which keeps the answer "
            "between -1 and 1.",
            _numerator_only,
        ),
        Misconception(
            "half_argument",
            "Your curve is right in range but half as steep as it should be. "
            "tanh(z) = 2·sigmoid(2z) - 1: there is a 2 inside as well.",
            _half_argument,
        ),
        Misconception(
            "plain_tangent",
            "This is the tangent of an angle, which jumps. "
            "The h in tanh matters: it is the hyperbolic tangent.",
            _plain_tangent,
        ),
        Misconception(
            "arcus_tangent",
            "This is arctan, which goes up to about 1.57. tanh stays between -1 and 1.",
            _arcus_tangent,
        ),
        Misconception(
            "upside_down",
            "Your fraction is upside down: the difference stands above, the sum below.",
            _upside_down,
        ),
        Misconception(
            "sign_swapped",
            "Your curve falls where it should rise: above the line is e^z minus e^-z.",
            _sign_swapped,
        ),
        Misconception(
            "overflow",
            "Right on paper, but for a large z it divides infinity by infinity and gives nan. "
            "NumPy's own function takes care of that.",
            _overflowing_tanh,
        ),
        Misconception(
            "cut_to_integers",
            "For integer z your answers were cut to whole numbers: an array of integers cannot "
            "hold 0.76. Make a new array of floats.",
            _tanh_cut_to_integers,
        ),
        Misconception(
            "brackets_forgotten",
            "The division came before the sums. Put brackets around all that stands above the "
            "line, and around all that stands below it.",
            _tanh_without_brackets,
        ),
    ),
)

EXERCISES = (SIGMOID, TANH)
