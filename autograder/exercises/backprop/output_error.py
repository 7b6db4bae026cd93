"""Exercise: BP1, the error of the output layer."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.backprop.samples import LESSON, Array, quarters, reals, targets_of, whole
from autograder.exercises.model import Case, Exercise, Misconception
from nnlib import activations, two_layers
from nnlib.backprop import equations


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


def _sign_turned(output, target, z):
    return (target - output) * activations.sigmoid_derivative(z)


def _slope_forgotten(output, target, z):
    return output - target


def _sigmoid_for_its_slope(output, target, z):
    return (output - target) * activations.sigmoid(z)


def _slope_at_the_output(output, target, z):
    return (output - target) * activations.sigmoid_derivative(output)


def _added_up(output, target, z):
    return np.sum((output - target) * activations.sigmoid_derivative(z))


def _cost_not_its_slope(output, target, z):
    return 0.5 * (output - target) ** 2 * activations.sigmoid_derivative(z)


def _size_of_the_error(output, target, z):
    return np.abs(output - target) * activations.sigmoid_derivative(z)


def _net_input_for_output(output, target, z):
    return (z - target) * activations.sigmoid_derivative(z)


def _mean_over_outputs(output, target, z):
    return (output - target) * activations.sigmoid_derivative(z) / len(z)


def _two_kept(output, target, z):
    return 2 * (output - target) * activations.sigmoid_derivative(z)


def _target_forgotten(output, target, z):
    return output * activations.sigmoid_derivative(z)


OUTPUT_ERROR = Exercise(
    id="backprop.output_error",
    name="output_error",
    lesson=LESSON,
    points=2,
    covers=("B6",),
    reference=two_layers.output_error,
    twins=(equations.output_error,),
    cases=output_error_cases,
    hints=(
        "Two factors: how the cost changes with the output, and how the output changes with z.",
        "The first is a - y, output minus target. The second is the slope of the sigmoid at z.",
        "Both are arrays of one shape; `*` multiplies them place by place. The slope is "
        "`activations.sigmoid_derivative(z)`.",
    ),
    misconceptions=(
        Misconception(
            "sign_turned",
            "You took y - a. The derivative of ½(y - a)² with respect to a is a - y.",
            _sign_turned,
        ),
        Misconception(
            "slope_forgotten",
            "Your error is how the cost changes with a. From a back to z there is one more factor: "
            "σ′(z).",
            _slope_forgotten,
        ),
        Misconception(
            "sigmoid_for_its_slope",
            "You multiplied by σ(z) itself. The factor is its slope, σ′(z) = σ(z)·(1 - σ(z)).",
            _sigmoid_for_its_slope,
        ),
        Misconception(
            "slope_at_the_output",
            "You took the sigmoid's slope at the output a. It belongs to where the sigmoid is "
            "entered: at z.",
            _slope_at_the_output,
        ),
        Misconception(
            "added_up",
            "You added everything up. Each output neuron has an error of its own.",
            _added_up,
        ),
        Misconception(
            "cost_not_its_slope",
            "You used the cost ½(y - a)² itself. What counts is how it changes with a: a - y.",
            _cost_not_its_slope,
        ),
        Misconception(
            "size_of_the_error",
            "You dropped the sign of a - y. It tells whether z should fall or rise.",
            _size_of_the_error,
        ),
        Misconception(
            "net_input_for_output",
            "You compared z with the target. The cost compares the output a with it.",
            _net_input_for_output,
        ),
        Misconception(
            "mean_over_outputs",
            "You divided by the number of outputs. The cost adds up over them; there is nothing "
            "to divide.",
            _mean_over_outputs,
        ),
        Misconception(
            "two_kept",
            "Your errors are twice too large: the 2 of the square is cancelled by the ½.",
            _two_kept,
        ),
        Misconception(
            "target_forgotten",
            "The target does not come into your answer. The error compares the output with it.",
            _target_forgotten,
        ),
    ),
)
