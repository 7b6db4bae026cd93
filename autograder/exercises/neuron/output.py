"""The output of one neuron: a = f(w·x + b)."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Tolerance
from autograder.exercises.neuron.samples import eighths, mixed, whole
from nnlib import activations, neuron
from nnlib.by_hand.forward import layer_forward


def neuron_output_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make samples for several activations, each with z on both sides of 0."""
    x, weights = np.array([1.0, 2.0]), np.array([0.5, -1.0])
    up, down = rng.uniform(0.5, 2.0, size=3), -rng.uniform(0.5, 2.0, size=3)
    return [
        Case(
            (x, weights, 0.5, activations.step), working="z = 0.5·1 - 1·2 + 0.5 = -1;  step(-1) = 0"
        ),
        Case(
            (x, weights, 2.5, activations.step), working="z = 0.5·1 - 1·2 + 2.5 = 1;  step(1) = 1"
        ),
        Case((up, up, 0.5, activations.step), "step"),
        Case((up, down, 0.5, activations.step), "step"),
        Case((up, up, -float(up @ up) - 0.5, activations.step), "step"),
        Case((up, down, 0.5 - float(up @ down), activations.step), "step"),
        Case((down, down, 0.7, activations.relu), "another activation"),
        Case((down, up, 0.3, activations.relu), "another activation"),
        Case((mixed(rng, 4), rng.normal(size=4), -0.4, activations.sigmoid), "another activation"),
        Case((mixed(rng, 5), rng.normal(size=5), 0.8, activations.tanh), "another activation"),
        Case((rng.normal(size=1), rng.normal(size=1), 0.6, activations.sigmoid), "one input"),
        Case((rng.normal(size=1), rng.normal(size=1), -0.9, activations.tanh), "one input"),
        Case((1000 * up, down, 900.0, activations.leaky_relu), "large values"),
        Case((1000 * up, up, -900.0, activations.tanh), "large values"),
        Case((whole(rng, 3), rng.integers(2, 9, size=3), 0.5, activations.leaky_relu), "integers"),
        Case((whole(rng, 4), whole(rng, 4), 1, activations.sigmoid), "integers"),
        Case((eighths(rng, 3), eighths(rng, 3) / 4, 0.25, activations.tanh), "float32"),
        Case((eighths(rng, 4), eighths(rng, 4) / 4, -0.75, activations.sigmoid), "float32"),
    ]


NEURON_OUTPUT = Exercise(
    id="neuron.neuron_output",
    points=2,
    covers=("N4",),
    reference=neuron.neuron_output,
    equivalents=(layer_forward,),
    cases=neuron_output_cases,
    tolerance=Tolerance(atol=1e-6),
    hints=(
        "Two steps: work out z as before, then ask the activation what it makes of z.",
        "`activation` is a function like any other: call it with z in brackets.",
        "Return `activation(z)`, where z is the weighted sum with the bias already in it.",
    ),
)


@NEURON_OUTPUT.misconception
def activation_forgotten(x, weights, bias, activation):
    """You returned the net input z. The neuron's output is a = f(z): the activation has the last
    word.
    """
    return x @ weights + bias


@NEURON_OUTPUT.misconception
def inputs_activated(x, weights, bias, activation):
    """You applied the activation to the inputs. First comes the whole sum z, then the
    activation.
    """
    return weights @ activation(x) + bias


@NEURON_OUTPUT.misconception
def products_activated(x, weights, bias, activation):
    """You applied the activation to each product. It is applied once, to the whole sum z."""
    return np.sum(activation(weights * x)) + bias


@NEURON_OUTPUT.misconception
def bias_after_activation(x, weights, bias, activation):
    """You added the bias after the activation. The bias belongs to z, so it comes before."""
    return activation(x @ weights) + bias


@NEURON_OUTPUT.misconception
def forgot_bias(x, weights, bias, activation):
    """Your z lacks the bias. The activation sees w·x + b."""
    return activation(x @ weights)


@NEURON_OUTPUT.misconception
def always_step(x, weights, bias, activation):
    """You always use the step function. Which activation is used is an argument: call the one that
    was given.
    """
    return 1.0 if x @ weights + bias > 0 else 0.0


@NEURON_OUTPUT.misconception
def activated_twice(x, weights, bias, activation):
    """You applied the activation twice. Once is enough: a = f(z)."""
    return activation(activation(x @ weights + bias))


@NEURON_OUTPUT.misconception
def one_output_for_each_input(x, weights, bias, activation):
    """You gave one output for each input. A neuron adds its inputs up and has a single output."""
    return activation(x * weights + bias)


@NEURON_OUTPUT.misconception
def bias_for_each_input(x, weights, bias, activation):
    """You added the bias once for each input. A neuron has one bias: add it after the sum."""
    return activation(np.sum(x * weights + bias))


@NEURON_OUTPUT.misconception
def bias_subtracted(x, weights, bias, activation):
    """You subtracted the bias. A threshold would be subtracted; a bias is added."""
    return activation(x @ weights - bias)


@NEURON_OUTPUT.misconception
def always_sigmoid(x, weights, bias, activation):
    """You always use the sigmoid. Which activation is used is an argument: call the one that was
    given.
    """
    return activations.sigmoid(x @ weights + bias)
