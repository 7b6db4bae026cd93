"""Lesson 04: a layer's net inputs z and its outputs a = f(z)."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.mlp.samples import hundreds, layer_case, quarters, whole
from autograder.exercises.model import Case, Exercise, Function
from nnlib import activations
from nnlib.by_hand import forward


def layer_forward_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make layers of several shapes and activations, with z on both sides of 0."""
    lecture = np.array([[0.4, 0.6], [0.1, 0.9]]), np.array([0.2, 0.1])
    small = np.array([[1.0, -2.0], [3.0, 1.0], [0.5, 0.5]]), np.array([1.0, -2.0, 0.0])

    def drawn(part: str, inputs: int, outputs: int, activation: Function, **draw: Function) -> Case:
        sizes, right = (inputs, outputs), forward.layer_forward
        return layer_case(rng, part, None, sizes, activation, right, CHANCY, **draw)

    return [
        Case(
            (np.array([0.5, 0.3]), *lecture, activations.sigmoid),
            working="z = [0.38 + 0.2, 0.32 + 0.1] = [0.58, 0.42]; "
            "a = [σ(0.58), σ(0.42)] ≈ [0.641, 0.603]",
        ),
        Case(
            (np.array([1.0, 2.0]), *small, activations.relu),
            working="z = [1 - 4 + 1, 3 + 2 - 2, 0.5 + 1 + 0] = [-2, 3, 1.5]; a = [0, 3, 1.5]",
        ),
        drawn("sigmoid", 2, 4, activations.sigmoid),
        drawn("sigmoid", 5, 3, activations.sigmoid),
        drawn("tanh", 3, 2, activations.tanh),
        drawn("tanh", 2, 5, activations.tanh),
        drawn("ReLU", 4, 6, activations.relu),
        drawn("ReLU", 3, 5, activations.relu),
        drawn("as many neurons as inputs", 2, 2, activations.sigmoid),
        drawn("as many neurons as inputs", 3, 3, activations.tanh),
        drawn("one neuron", 4, 1, activations.sigmoid),
        drawn("one neuron", 2, 1, activations.tanh),
        drawn("large values", 3, 4, activations.leaky_relu, draw=hundreds),
        drawn("large values", 2, 4, activations.relu, draw=hundreds),
        drawn("integers", 3, 4, activations.leaky_relu, draw=whole),
        drawn("integers", 2, 4, activations.relu, draw=whole),
        drawn("float32", 3, 2, activations.sigmoid, draw=quarters),
        drawn("float32", 4, 4, activations.relu, draw=quarters),
    ]


# On some numbers these may be right by chance.

LAYER_FORWARD = Exercise(
    id="mlp.layer_forward",
    points=2,
    covers=("M3",),
    reference=forward.layer_forward,
    cases=layer_forward_cases,
    hints=(
        "Two lines: first all net inputs z, as in the exercise before; then the outputs a.",
        "`activation` is a function. Given the whole array z, it returns an array of the same "
        "shape.",
        "Return both, z first: `return z, a`.",
    ),
)


@LAYER_FORWARD.misconception
def activation_forgotten(a_prev, weight, bias, activation):
    """Your outputs a are the net inputs. The activation turns z into a."""
    z = weight @ a_prev + bias
    return z, z


@LAYER_FORWARD.misconception
def inputs_activated(a_prev, weight, bias, activation):
    """You applied the activation to the inputs. They are outputs of the layer before and come as
    they are; the activation takes z.
    """
    z = weight @ a_prev + bias
    return z, weight @ activation(a_prev) + bias


@LAYER_FORWARD.misconception
def bias_after_activation(a_prev, weight, bias, activation):
    """You added the biases after the activation. They belong to z, so they come before it."""
    z = weight @ a_prev
    return z, activation(z) + bias


@LAYER_FORWARD.misconception
def order_swapped(a_prev, weight, bias, activation):
    """You returned a first and z second. Wanted are z, then a."""
    z = weight @ a_prev + bias
    return activation(z), z


@LAYER_FORWARD.misconception
def output_only(a_prev, weight, bias, activation):
    """You returned the outputs only. Return two arrays: z and a."""
    return activation(weight @ a_prev + bias)


@LAYER_FORWARD.misconception
def always_sigmoid(a_prev, weight, bias, activation):
    """You use the sigmoid always. Which activation is used is an argument: call the one that was
    given.
    """
    z = weight @ a_prev + bias
    return z, activations.sigmoid(z)


@LAYER_FORWARD.misconception
def activated_twice(a_prev, weight, bias, activation):
    """Your z has gone through the activation already, and then a goes through it again. z is the
    plain sum, before the activation.
    """
    z = activation(weight @ a_prev + bias)
    return z, activation(z)


@LAYER_FORWARD.misconception
def forgot_bias(a_prev, weight, bias, activation):
    """Your net inputs lack the biases. Each neuron adds its own."""
    z = weight @ a_prev
    return z, activation(z)


@LAYER_FORWARD.misconception
def weight_transposed(a_prev, weight, bias, activation):
    """You gave neuron 1 the first column of the weights. Its weights are the first row, so the
    matrix stays as it is.
    """
    z = weight.T @ a_prev + bias
    return z, activation(z)


@LAYER_FORWARD.misconception
def first_bias_for_all(a_prev, weight, bias, activation):
    """All neurons got the first bias. Each has its own."""
    z = weight @ a_prev + bias[0]
    return z, activation(z)


@LAYER_FORWARD.misconception
def bias_in_output_only(a_prev, weight, bias, activation):
    """Your outputs are right, but your z lacks the biases. They belong to z."""
    z = weight @ a_prev
    return z, activation(z + bias)


CHANCY = (
    activation_forgotten,
    inputs_activated,
    bias_after_activation,
    order_swapped,
    weight_transposed,
)
