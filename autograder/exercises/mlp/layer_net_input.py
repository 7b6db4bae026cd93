"""Lesson 04: the net inputs of a layer, z = W a + b."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import reals
from autograder.exercises.mlp.samples import hundreds, layer, quarters, shown, whole
from autograder.exercises.model import Case, Exercise, Function
from nnlib.by_hand import forward


def layer_net_input_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make layers that are wide, narrow and square, with one neuron and with one input."""
    lecture = np.array([[0.4, 0.6], [0.1, 0.9]]), np.array([0.2, 0.1])
    wide = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 0.5]]), np.array([0.5, 1.0, -2.0])

    def drawn(part: str, inputs: int, outputs: int, draw: Function) -> Case:
        """Draw numbers of which no belief makes the right answer by chance."""
        beliefs = [belief.answer for belief in LAYER_NET_INPUT.misconceptions]
        return shown(
            part,
            lambda: (draw(rng, inputs), *layer(rng, inputs, outputs, draw)),
            forward.layer_net_input,
            beliefs,
        )

    return [
        Case(
            (np.array([0.5, 0.3]), *lecture),
            working="0.4·0.5 + 0.6·0.3 = 0.38 and 0.1·0.5 + 0.9·0.3 = 0.32; with the biases "
            "0.38 + 0.2 = 0.58 and 0.32 + 0.1 = 0.42",
        ),
        Case(
            (np.array([2.0, 1.0]), *wide),
            working="1·2 + 2·1 + 0.5 = 4.5; 0·2 - 1·1 + 1 = 0; 3·2 + 0.5·1 - 2 = 4.5",
        ),
        Case((reals(rng, 2), *layer(rng, 2, 4)), "more neurons than inputs"),
        Case((reals(rng, 3), *layer(rng, 3, 5)), "more neurons than inputs"),
        Case((reals(rng, 5), *layer(rng, 5, 2)), "more inputs than neurons"),
        Case((reals(rng, 4), *layer(rng, 4, 3)), "more inputs than neurons"),
        Case((reals(rng, 2), *layer(rng, 2, 2)), "as many neurons as inputs"),
        Case((reals(rng, 3), *layer(rng, 3, 3)), "as many neurons as inputs"),
        Case((reals(rng, 4), *layer(rng, 4, 1)), "one neuron"),
        Case((reals(rng, 2), *layer(rng, 2, 1)), "one neuron"),
        Case((reals(rng, 1), *layer(rng, 1, 3)), "one input"),
        Case((reals(rng, 1), *layer(rng, 1, 2)), "one input"),
        Case((np.zeros(3), *layer(rng, 3, 2)), "inputs of 0"),
        Case((np.zeros(2), *layer(rng, 2, 3)), "inputs of 0"),
        Case((hundreds(rng, 3) * 3, *layer(rng, 3, 4, hundreds)), "large values"),
        Case((hundreds(rng, 4) * 3, *layer(rng, 4, 2, hundreds)), "large values"),
        drawn("integers", 3, 2, whole),
        drawn("integers", 2, 3, whole),
        drawn("float32", 3, 5, quarters),
        drawn("float32", 4, 3, quarters),
    ]


LAYER_NET_INPUT = Exercise(
    id="mlp.layer_net_input",
    points=1,
    covers=("M3",),
    reference=forward.layer_net_input,
    cases=layer_net_input_cases,
    hints=(
        "Each row of `weight` belongs to one neuron, and its net input is the dot product of that "
        "row with `a_prev`, plus its own bias.",
        "The matrix product `@` takes the dot product with every row at once. Which of the two "
        "stands on the left: the matrix, or the vector?",
        "`weight @ a_prev` has one number for each neuron, and so has `bias`: add them.",
    ),
)


@LAYER_NET_INPUT.misconception
def forgot_bias(a_prev, weight, bias):
    """Your net inputs lack the biases. Each neuron adds its own."""
    return weight @ a_prev


@LAYER_NET_INPUT.misconception
def weight_transposed(a_prev, weight, bias):
    """You gave neuron 1 the first column of the weights. Its weights are the first row, so the
    matrix stays as it is.
    """
    return weight.T @ a_prev + bias


@LAYER_NET_INPUT.misconception
def first_bias_for_all(a_prev, weight, bias):
    """All neurons got the first bias. Each has its own."""
    return weight @ a_prev + bias[0]


@LAYER_NET_INPUT.misconception
def biases_added_up(a_prev, weight, bias):
    """You added the sum of all biases to each neuron. Each gets its own bias alone."""
    return weight @ a_prev + np.sum(bias)


@LAYER_NET_INPUT.misconception
def bias_once_for_each_weight(a_prev, weight, bias):
    """You added the bias to every product, so it counts once for each input. It is added once, to
    the whole sum.
    """
    return np.sum(weight * a_prev + bias[:, np.newaxis], axis=1)


@LAYER_NET_INPUT.misconception
def not_added_up(a_prev, weight, bias):
    """You returned a whole matrix: the products of each neuron are not added up yet."""
    return weight * a_prev + bias[:, np.newaxis]


@LAYER_NET_INPUT.misconception
def all_neurons_added_up(a_prev, weight, bias):
    """You added the net inputs of all neurons up. A layer gives one number a neuron."""
    return np.sum(weight @ a_prev + bias)


@LAYER_NET_INPUT.misconception
def bias_subtracted(a_prev, weight, bias):
    """You subtracted the biases. They are added."""
    return weight @ a_prev - bias


@LAYER_NET_INPUT.misconception
def bias_multiplied(a_prev, weight, bias):
    """You multiplied by the biases. They are added to the sums."""
    return weight @ a_prev * bias


@LAYER_NET_INPUT.misconception
def first_neuron_only(a_prev, weight, bias):
    """You worked out the first neuron only. Every row of the weights is a neuron."""
    return weight[0] @ a_prev + bias[0]
