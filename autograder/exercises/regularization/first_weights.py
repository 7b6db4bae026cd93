"""Exercises: the size of the first weights, by Xavier and by He."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from autograder.exercises.regularization.samples import quarters, reals, whole
from nnlib.by_hand import regularization

SIX = np.array([[1.0, -2.0, 0.0, 1.0, 4.0, -1.0], [2.0, 0.0, -1.0, 3.0, 1.0, 1.0]])
EIGHT = np.array([[1.0, -2.0, 0.0, 1.0, 4.0, -1.0, 0.0, 2.0]])


def xavier_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Begin with 6 inputs and 2 outputs."""
    working = "6 inputs, 2 outputs: √(2 / (6 + 2)) = 0.5, so every number is halved"
    return [Case((SIX,), working=working), *normal_cases(rng)]


def he_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Begin with 8 inputs."""
    working = "8 inputs: √(2 / 8) = 0.5, so every number is halved"
    return [Case((EIGHT,), working=working), *normal_cases(rng)]


def normal_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make normal numbers for layers that have more inputs than outputs, or fewer."""
    return [
        Case((normal(rng, 3, 5),), "more inputs"),
        Case((normal(rng, 2, 7),), "more inputs"),
        Case((normal(rng, 6, 3),), "more outputs"),
        Case((normal(rng, 9, 4),), "more outputs"),
        Case((normal(rng, 1, 6),), "one output"),
        Case((normal(rng, 1, 9),), "one output"),
        Case((normal(rng, 5, 1),), "one input"),
        Case((normal(rng, 8, 1),), "one input"),
        Case((normal(rng, 20, 50),), "a wide layer"),
        Case((normal(rng, 40, 30),), "a wide layer"),
        Case((whole(rng, 2, 4),), "integers"),
        Case((whole(rng, 5, 3),), "integers"),
        Case((quarters(rng, 3, 4),), "float32"),
        Case((quarters(rng, 6, 5),), "float32"),
    ]


def normal(rng: np.random.Generator, outputs: int, inputs: int) -> Array:
    """Draw standard normal numbers, one of them large enough to show any wrong scale."""
    n = rng.standard_normal((outputs, inputs))
    n[-1, -1] = reals(rng)
    return n


XAVIER_WEIGHTS = Exercise(
    id="regularization.xavier_weights",
    points=1,
    covers=("R5",),
    reference=regularization.xavier_weights,
    cases=xavier_cases,
    hints=(
        "A number with the deviation 1, multiplied by s, has the deviation s.",
        "`n.shape` holds the number of outputs, then that of inputs.",
        "The deviation is the root of the whole fraction, 2 divided by (in + out).",
    ),
)


@XAVIER_WEIGHTS.misconception("variance_for_deviation")
def variance_for_deviation_xavier(n):
    """You multiplied by the variance, 2 / (in + out). The deviation is its root."""
    return n * 2 / (n.shape[0] + n.shape[1])


@XAVIER_WEIGHTS.misconception
def he_for_xavier(n):
    """That is He's rule, which counts the inputs alone. Xavier's counts inputs and outputs."""
    return n * np.sqrt(2 / n.shape[1])


@XAVIER_WEIGHTS.misconception
def inputs_alone(n):
    """You counted the inputs alone, which keeps the signal on its way forward. Xavier's rule counts
    the outputs too, for the way back.
    """
    return n * np.sqrt(1 / n.shape[1])


@XAVIER_WEIGHTS.misconception("one_for_two")
def one_for_two_xavier(n):
    """Above the fraction line stands a 2: in + out counts both ways, so their mean is half."""
    return n * np.sqrt(1 / (n.shape[0] + n.shape[1]))


@XAVIER_WEIGHTS.misconception("limit_for_deviation")
def limit_for_deviation_xavier(n):
    """√(6 / (in + out)) is the limit of an even draw. Normal numbers get the deviation, with a
    2.
    """
    return n * np.sqrt(6 / (n.shape[0] + n.shape[1]))


@XAVIER_WEIGHTS.misconception
def product_for_sum(n):
    """You divided by in · out, the number of weights. The rule has the sum in + out."""
    return n * np.sqrt(2 / (n.shape[0] * n.shape[1]))


@XAVIER_WEIGHTS.misconception("two_outside_the_root")
def two_outside_the_root_xavier(n):
    """The 2 stands under the root as well."""
    return n * 2 / np.sqrt(n.shape[0] + n.shape[1])


@XAVIER_WEIGHTS.misconception("divided")
def divided_xavier(n):
    """You divided by the deviation. Numbers that are multiplied by it have it."""
    return n / np.sqrt(2 / (n.shape[0] + n.shape[1]))


@XAVIER_WEIGHTS.misconception("added")
def added_xavier(n):
    """You added the deviation, which shifts the numbers. Multiply, to change their spread."""
    return n + np.sqrt(2 / (n.shape[0] + n.shape[1]))


HE_WEIGHTS = Exercise(
    id="regularization.he_weights",
    points=1,
    covers=("R5",),
    reference=regularization.he_weights,
    cases=he_cases,
    hints=(
        "It goes as with Xavier's rule, with another deviation.",
        "z is a sum over the inputs, so it is the inputs that count: `n.shape[1]`.",
        "The deviation is the root of the whole fraction, 2 divided by in.",
    ),
)


@HE_WEIGHTS.misconception("variance_for_deviation")
def variance_for_deviation_he(n):
    """You multiplied by the variance, 2 / in. The deviation is its root."""
    return n * 2 / n.shape[1]


@HE_WEIGHTS.misconception
def outputs_for_inputs(n):
    """You counted the outputs. z is a sum over the inputs, which stand second in the shape."""
    return n * np.sqrt(2 / n.shape[0])


@HE_WEIGHTS.misconception("one_for_two")
def one_for_two_he(n):
    """√(1 / in) is for neurons that let everything through. ReLU stops half of the signal, so He's
    rule has a 2.
    """
    return n * np.sqrt(1 / n.shape[1])


@HE_WEIGHTS.misconception
def all_weights(n):
    """You counted all weights of the layer. Only the inputs of one neuron count."""
    return n * np.sqrt(2 / n.size)


@HE_WEIGHTS.misconception
def xavier_for_he(n):
    """That is Xavier's rule, for sigmoid and tanh. He's counts the inputs alone."""
    return n * np.sqrt(2 / (n.shape[0] + n.shape[1]))


@HE_WEIGHTS.misconception("limit_for_deviation")
def limit_for_deviation_he(n):
    """√(6 / in) is the limit of an even draw. Normal numbers get the deviation, with a 2."""
    return n * np.sqrt(6 / n.shape[1])


@HE_WEIGHTS.misconception("two_outside_the_root")
def two_outside_the_root_he(n):
    """The 2 stands under the root as well."""
    return n * 2 / np.sqrt(n.shape[1])


@HE_WEIGHTS.misconception("divided")
def divided_he(n):
    """You divided by the deviation. Numbers that are multiplied by it have it."""
    return n / np.sqrt(2 / n.shape[1])
