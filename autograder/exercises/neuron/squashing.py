"""The two activations that squash z into a range: sigmoid and tanh."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Tolerance
from autograder.exercises.neuron.samples import elementwise_cases
from nnlib import activations, layers

# Far from 0 both curves are flat: there, rounding is all that is left of a small number.
TOLERANCE = Tolerance(atol=1e-6)


def sigmoid_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of several shapes, with ±1000 among them."""
    return [
        Case((np.array([0.0]),), working="1 / (1 + e^0) = 1 / (1 + 1) = 0.5"),
        Case((np.log(3.0),), working="e^-ln 3 = 1/3;  1 / (1 + 1/3) = 3/4"),
        *elementwise_cases(rng),
    ]


SIGMOID = Exercise(
    id="neuron.sigmoid",
    points=2,
    covers=("N6",),
    reference=activations.sigmoid,
    equivalents=(layers.Sigmoid.forward,),
    cases=sigmoid_cases,
    tolerance=TOLERANCE,
    hints=(
        "`np.exp(-z)` is e^-z, for a number and for every number of an array.",
        "Mind the brackets: the 1 is divided by the whole sum 1 + e^-z.",
        "If nan comes out for z = 1000, infinity was divided by infinity: "
        "write the formula with e^-z once, below the line.",
    ),
)


@SIGMOID.misconception
def minus_forgotten(z):
    """Your curve falls where it should rise: the exponent is -z, with its minus."""
    return 1 / (1 + np.exp(z))


@SIGMOID.misconception
def brackets_forgotten(z):
    """You divided 1 by 1 and then added e^-z. Put brackets around the sum below the line."""
    return 1 / 1 + np.exp(-z)


@SIGMOID.misconception
def minus_in_denominator(z):
    """Below the line stands a minus, which gives infinity at z = 0. It must be a plus."""
    return 1 / (1 - np.exp(-z))


@SIGMOID.misconception
def tanh_instead(z):
    """This is tanh, from -1 to 1. The sigmoid lies between 0 and 1."""
    return np.tanh(z)


@SIGMOID.misconception
def derivative_instead(z):
    """This is the slope of the sigmoid, a hill. The sigmoid itself rises from 0 to 1."""
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)


@SIGMOID.misconception("overflow")
def overflowing_sigmoid(z):
    """The formula is right on paper, but for a large z it divides infinity by infinity and gives
    nan. Use the form in which e^-z stands only below the line.
    """
    return np.exp(z) / (1 + np.exp(z))


@SIGMOID.misconception
def rounded(z):
    """You rounded to 0 or 1. The sigmoid says how likely, so 0.7 stays 0.7."""
    return np.round(1 / (1 + np.exp(-z)))


@SIGMOID.misconception("cut_to_integers")
def sigmoid_cut_to_integers(z):
    """For integer z your answers were cut to whole numbers: an array of integers cannot hold 0.73.
    Make a new array of floats.
    """
    a = np.zeros_like(z)
    a[...] = 1 / (1 + np.exp(-z))
    return a


@SIGMOID.misconception("one_number_only")
def sigmoid_of_one_number(z):
    """Your code works for one number and stops on an array. NumPy's own functions take both."""
    return 1 / (1 + np.e ** -float(z))


@SIGMOID.misconception
def one_missing_below(z):
    """Below the line stands e^-z alone. It must be the whole sum 1 + e^-z, which keeps the answer
    under 1.
    """
    return 1 / np.exp(-z)


@SIGMOID.misconception
def never_below_half(z):
    """Your answers are right for z above 0 but never fall below 0.5. For z < 0 the number above the
    line is e^z, not 1.
    """
    return 1 / (1 + np.exp(-np.abs(z)))


def tanh_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make net inputs of several shapes, with ±1000 among them."""
    return [
        Case((np.array([0.0]),), working="(e^0 - e^0) / (e^0 + e^0) = 0 / 2 = 0"),
        Case((np.log(2.0),), working="(2 - 1/2) / (2 + 1/2) = 1.5 / 2.5 = 0.6"),
        *elementwise_cases(rng),
    ]


TANH = Exercise(
    id="neuron.tanh",
    points=1,
    covers=("N7",),
    reference=activations.tanh,
    equivalents=(layers.Tanh.forward,),
    cases=tanh_cases,
    tolerance=TOLERANCE,
    hints=(
        "NumPy knows this function; you may use it, or build it from the sigmoid.",
        "tanh(z) = 2·sigmoid(2z) - 1: the same S, stretched from (0, 1) to (-1, 1).",
        "`np.tanh(z)` takes a number or an array and does not overflow.",
    ),
)


@TANH.misconception
def sigmoid_instead(z):
    """This is the sigmoid, from 0 to 1. tanh goes from -1 to 1 and is 0 at z = 0."""
    return 1 / (1 + np.exp(-z))


@TANH.misconception
def numerator_only(z):
    """You stopped above the line. Divide by e^z + e^-z, which keeps the answer between -1 and 1."""
    return np.exp(z) - np.exp(-z)


@TANH.misconception
def half_argument(z):
    """Your curve is right in range but half as steep as it should be. tanh(z) = 2·sigmoid(2z) - 1:
    there is a 2 inside as well.
    """
    return 2 / (1 + np.exp(-z)) - 1


@TANH.misconception
def plain_tangent(z):
    """This is the tangent of an angle, which jumps. The h in tanh matters: it is the hyperbolic
    tangent.
    """
    return np.tan(z)


@TANH.misconception
def arcus_tangent(z):
    """This is arctan, which goes up to about 1.57. tanh stays between -1 and 1."""
    return np.arctan(z)


@TANH.misconception
def upside_down(z):
    """Your fraction is upside down: the difference stands above, the sum below."""
    return (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z))


@TANH.misconception
def sign_swapped(z):
    """Your curve falls where it should rise: above the line is e^z minus e^-z."""
    return np.tanh(-z)


@TANH.misconception("overflow")
def overflowing_tanh(z):
    """Right on paper, but for a large z it divides infinity by infinity and gives nan. NumPy's own
    function takes care of that.
    """
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


@TANH.misconception("cut_to_integers")
def tanh_cut_to_integers(z):
    """For integer z your answers were cut to whole numbers: an array of integers cannot hold 0.76.
    Make a new array of floats.
    """
    a = np.zeros_like(z)
    a[...] = np.tanh(z)
    return a


@TANH.misconception("brackets_forgotten")
def tanh_without_brackets(z):
    """The division came before the sums. Put brackets around all that stands above the line, and
    around all that stands below it.
    """
    return np.exp(z) - np.exp(-z) / np.exp(z) + np.exp(-z)
