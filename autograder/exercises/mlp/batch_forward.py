"""Lesson 04: one layer for a whole batch, Z = A Wᵀ + b."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.mlp.samples import hundreds, layer_case, quarters, whole
from autograder.exercises.model import Case, Exercise, Function
from nnlib import activations
from nnlib.by_hand import forward


def batch_forward_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make batches and layers of many shapes: m, inputs and neurons all different, or alike."""
    by_hand = np.array([[1.0, -1.0], [2.0, 0.0], [0.0, 1.0]]), np.array([0.5, -1.0, 0.0])

    def drawn(
        part: str, m: int, inputs: int, outputs: int, activation: Function, **draw: Function
    ) -> Case:
        sizes, right = (inputs, outputs), forward.batch_forward
        return layer_case(rng, part, m, sizes, activation, right, CHANCY, **draw)

    return [
        Case(
            (np.array([[1.0, 2.0], [3.0, 1.0]]), *by_hand, activations.relu),
            working="sample 1: z = [1 - 2 + 0.5, 2 + 0 - 1, 0 + 2 + 0] = [-0.5, 1, 2]; "
            "sample 2: z = [3 - 1 + 0.5, 6 + 0 - 1, 0 + 1 + 0] = [2.5, 5, 1]; "
            "a: only -0.5 becomes 0",
        ),
        drawn("a batch", 5, 2, 4, activations.sigmoid),
        drawn("a batch", 4, 3, 2, activations.tanh),
        drawn("a batch", 7, 4, 3, activations.relu),
        drawn("as many neurons as inputs", 4, 3, 3, activations.sigmoid),
        drawn("as many neurons as inputs", 5, 2, 2, activations.relu),
        drawn("as many samples as neurons", 3, 2, 3, activations.tanh),
        drawn("as many samples as neurons", 4, 5, 4, activations.sigmoid),
        drawn("all three alike", 3, 3, 3, activations.sigmoid),
        drawn("all three alike", 2, 2, 2, activations.tanh),
        drawn("one sample", 1, 3, 2, activations.sigmoid),
        drawn("one sample", 1, 2, 4, activations.tanh),
        drawn("one neuron", 5, 3, 1, activations.tanh),
        drawn("one neuron", 4, 2, 1, activations.sigmoid),
        drawn("large values", 4, 3, 2, activations.leaky_relu, draw=hundreds),
        drawn("large values", 3, 2, 4, activations.relu, draw=hundreds),
        drawn("integers", 4, 3, 2, activations.leaky_relu, draw=whole),
        drawn("integers", 3, 2, 4, activations.relu, draw=whole),
        drawn("float32", 5, 3, 2, activations.sigmoid, draw=quarters),
        drawn("float32", 3, 4, 5, activations.tanh, draw=quarters),
    ]


# On some numbers these may be right by chance.

BATCH_FORWARD = Exercise(
    id="mlp.batch_forward",
    points=2,
    covers=("M3", "M4"),
    reference=forward.batch_forward,
    cases=batch_forward_cases,
    hints=(
        "Write down the shapes: (m, inputs) and (neurons, inputs) should give (m, neurons). "
        "In a matrix product the two inner numbers must agree.",
        "`weight.T` is the weight matrix turned over its diagonal; it has the shape "
        "(inputs, neurons).",
        "`A_prev @ weight.T` has one row a sample and one column a neuron. `+ bias` adds the "
        "biases to each row. Then the activation as before.",
    ),
)


@BATCH_FORWARD.misconception
def weight_not_transposed(A_prev, weight, bias, activation):
    """You multiplied by the weights without turning them over. The inputs run along the rows of
    both matrices, so the second one must be transposed.
    """
    Z = A_prev @ weight + bias
    return Z, activation(Z)


@BATCH_FORWARD.misconception
def one_column_a_sample(A_prev, weight, bias, activation):
    """Your result has one column a sample. Here every sample is a row, as it comes in."""
    Z = weight @ A_prev.T + bias[:, np.newaxis]
    return Z, activation(Z)


@BATCH_FORWARD.misconception
def formula_of_one_sample(A_prev, weight, bias, activation):
    """You kept the formula of one sample, weights first. A batch has a sample in each row, so it
    stands on the left, and the weights are turned over.
    """
    Z = weight @ A_prev + bias
    return Z, activation(Z)


@BATCH_FORWARD.misconception
def samples_turned_alone(A_prev, weight, bias, activation):
    """You turned the batch over, so each sample became a column, and the biases no longer meet
    their neurons. Leave the batch as it is and turn the weights over.
    """
    Z = weight @ A_prev.T + bias
    return Z, activation(Z)


@BATCH_FORWARD.misconception
def bias_by_sample(A_prev, weight, bias, activation):
    """You gave each sample a bias. It is the neurons that have one, and they are the columns."""
    Z = A_prev @ weight.T + bias[:, np.newaxis]
    return Z, activation(Z)


@BATCH_FORWARD.misconception
def first_bias_for_all(A_prev, weight, bias, activation):
    """All neurons got the first bias. Each has its own."""
    Z = A_prev @ weight.T + bias[0]
    return Z, activation(Z)


@BATCH_FORWARD.misconception
def biases_added_up(A_prev, weight, bias, activation):
    """You added the sum of all biases to each neuron. Each gets its own bias alone."""
    Z = A_prev @ weight.T + np.sum(bias)
    return Z, activation(Z)


@BATCH_FORWARD.misconception
def forgot_bias(A_prev, weight, bias, activation):
    """Your net inputs lack the biases. Each neuron adds its own, for every sample."""
    Z = A_prev @ weight.T
    return Z, activation(Z)


@BATCH_FORWARD.misconception
def activation_forgotten(A_prev, weight, bias, activation):
    """Your outputs A are the net inputs. The activation turns Z into A."""
    Z = A_prev @ weight.T + bias
    return Z, Z


@BATCH_FORWARD.misconception
def inputs_activated(A_prev, weight, bias, activation):
    """You applied the activation to the inputs. They come as they are; the activation takes Z."""
    Z = A_prev @ weight.T + bias
    return Z, activation(A_prev) @ weight.T + bias


@BATCH_FORWARD.misconception
def bias_after_activation(A_prev, weight, bias, activation):
    """You added the biases after the activation. They belong to Z, so they come before it."""
    Z = A_prev @ weight.T
    return Z, activation(Z) + bias


@BATCH_FORWARD.misconception
def order_swapped(A_prev, weight, bias, activation):
    """You returned A first and Z second. Wanted are Z, then A."""
    Z = A_prev @ weight.T + bias
    return activation(Z), Z


@BATCH_FORWARD.misconception
def first_sample_only(A_prev, weight, bias, activation):
    """You worked out the first sample only. Every row is a sample and gets its own row of
    results.
    """
    z = weight @ A_prev[0] + bias
    return z, activation(z)


CHANCY = (
    activation_forgotten,
    inputs_activated,
    bias_after_activation,
    order_swapped,
    weight_not_transposed,
    one_column_a_sample,
    formula_of_one_sample,
    samples_turned_alone,
)
