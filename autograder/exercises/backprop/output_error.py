"""Exercise: BP1, the error of the output layer."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import quarters, reals, targets_of, whole
from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from nnlib import activations
from nnlib.backprop import output_error


def output_error_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make output layers of one and of several neurons; the output is always σ(z)."""
    targets = np.array([0.3, 1.0, 0.0, 0.8])
    return [
        Case(
            (np.array([0.5, 0.5]), np.array([1, 0]), np.array([0.0, 0.0])),
            working="a - y = [0.5 - 1, 0.5 - 0] = [-0.5, 0.5]; σ′(0) = 0.25; "
            "δ = [-0.5·0.25, 0.5·0.25] = [-0.125, 0.125]",
        ),
        layer("several outputs", 2 * reals(rng, 3), targets_of(rng, 3)),
        layer("several outputs", 2 * reals(rng, 5), targets_of(rng, 5)),
        layer("one output", 2 * reals(rng, 1), np.array([1])),
        layer("one output", reals(rng, 1), np.array([0])),
        layer("targets between 0 and 1", 2 * reals(rng, 4), rng.permutation(targets)),
        layer("targets between 0 and 1", reals(rng, 2), rng.permutation(targets[::3])),
        layer("large values", np.array([-1000.0, 1.5, 800.0]), np.array([1, 0, 0])),
        layer("large values", np.array([1000.0, -0.7, -900.0, 300.0]), np.array([0, 1, 1, 1])),
        layer("integers", whole(rng, 3), targets_of(rng, 3)),
        layer("integers", whole(rng, 2), targets_of(rng, 2)),
        layer("float32", 2 * quarters(rng, 4), targets_of(rng, 4).astype(np.float32)),
        layer("float32", 2 * quarters(rng, 2), targets_of(rng, 2).astype(np.float32)),
    ]


def layer(part: str, z: Array, target: Array) -> Case:
    """Make a case whose output belongs to its net input."""
    return Case((activations.sigmoid(z), target, z), part)


OUTPUT_ERROR = Exercise(
    id="backprop.output_error",
    points=2,
    covers=("B6",),
    reference=output_error,
    cases=output_error_cases,
    hints=(
        "Two factors: how the cost changes with the output, and how the output changes with z.",
        "The first is a - y, output minus target. The second is the slope of the sigmoid at z.",
        "Both are arrays of one shape; `*` multiplies them place by place. The slope is "
        "`activations.sigmoid_derivative(z)`.",
    ),
)


@OUTPUT_ERROR.misconception
def sign_turned(output, target, z):
    """You took y - a. The derivative of ½(y - a)² with respect to a is a - y."""
    return (target - output) * activations.sigmoid_derivative(z)


@OUTPUT_ERROR.misconception
def slope_forgotten(output, target, z):
    """Your error is how the cost changes with a. From a back to z there is one more factor:
    σ′(z).
    """
    return output - target


@OUTPUT_ERROR.misconception
def sigmoid_for_its_slope(output, target, z):
    """You multiplied by σ(z) itself. The factor is its slope, σ′(z) = σ(z)·(1 - σ(z))."""
    return (output - target) * activations.sigmoid(z)


@OUTPUT_ERROR.misconception
def slope_at_the_output(output, target, z):
    """You took the sigmoid's slope at the output a. It belongs to where the sigmoid is entered: at
    z.
    """
    return (output - target) * activations.sigmoid_derivative(output)


@OUTPUT_ERROR.misconception
def added_up(output, target, z):
    """You added everything up. Each output neuron has an error of its own."""
    return np.sum((output - target) * activations.sigmoid_derivative(z))


@OUTPUT_ERROR.misconception
def cost_not_its_slope(output, target, z):
    """You used the cost ½(y - a)² itself. What counts is how it changes with a: a - y."""
    return 0.5 * (output - target) ** 2 * activations.sigmoid_derivative(z)


@OUTPUT_ERROR.misconception
def size_of_the_error(output, target, z):
    """You dropped the sign of a - y. It tells whether z should fall or rise."""
    return np.abs(output - target) * activations.sigmoid_derivative(z)


@OUTPUT_ERROR.misconception
def net_input_for_output(output, target, z):
    """You compared z with the target. The cost compares the output a with it."""
    return (z - target) * activations.sigmoid_derivative(z)


@OUTPUT_ERROR.misconception
def mean_over_outputs(output, target, z):
    """You divided by the number of outputs. The cost adds up over them; there is nothing to
    divide.
    """
    return (output - target) * activations.sigmoid_derivative(z) / len(z)


@OUTPUT_ERROR.misconception
def two_kept(output, target, z):
    """Your errors are twice too large: the 2 of the square is cancelled by the ½."""
    return 2 * (output - target) * activations.sigmoid_derivative(z)


@OUTPUT_ERROR.misconception
def target_forgotten(output, target, z):
    """The target does not come into your answer. The error compares the output with it."""
    return output * activations.sigmoid_derivative(z)
