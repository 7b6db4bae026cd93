"""Two linear layers in a row are one linear layer."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.neuron.arrays import LESSON, eighths, whole
from nnlib import neuron

Layers = tuple[Any, Any, Any, Any]


def two_layers(rng: np.random.Generator, inputs: int, hidden: int, outputs: int) -> Layers:
    """Make the weights and biases of two layers from their sizes."""
    return (
        rng.normal(size=(hidden, inputs)),
        rng.normal(size=hidden),
        rng.normal(size=(outputs, hidden)),
        rng.normal(size=outputs),
    )


def whole_layers(rng: np.random.Generator, inputs: int, hidden: int, outputs: int) -> Layers:
    """Make the like of integers."""
    biases = rng.integers(1, 9, size=hidden), rng.integers(1, 9, size=outputs)
    return whole(rng, hidden, inputs), biases[0], whole(rng, outputs, hidden), biases[1]


def float32_layers(rng: np.random.Generator, inputs: int, hidden: int, outputs: int) -> Layers:
    """Make the like of float32 numbers that sums and products keep exactly."""
    biases = eighths(rng, hidden), eighths(rng, outputs)
    return eighths(rng, hidden, inputs), biases[0], eighths(rng, outputs, hidden), biases[1]


def collapse_layers_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make pairs of layers of several sizes, square ones and single units among them."""
    example = (
        np.array([[1.0, 2.0], [0.0, 1.0]]),
        np.array([1.0, -1.0]),
        np.array([[3.0, 4.0]]),
        np.array([5.0]),
    )
    return [
        Case(
            example,
            working="W = [3·1 + 4·0, 3·2 + 4·1] = [3, 10];  b = 3·1 + 4·(-1) + 5 = 4",
        ),
        Case(two_layers(rng, 4, 2, 3), "several outputs"),
        Case(two_layers(rng, 2, 5, 4), "several outputs"),
        Case(two_layers(rng, 3, 3, 3), "all of one size"),
        Case(two_layers(rng, 2, 2, 2), "all of one size"),
        Case(two_layers(rng, 3, 4, 1), "one output"),
        Case(two_layers(rng, 2, 3, 1), "one output"),
        Case(two_layers(rng, 3, 1, 2), "one unit between"),
        Case(two_layers(rng, 1, 1, 1), "one unit between"),
        Case(whole_layers(rng, 2, 3, 2), "integers"),
        Case(whole_layers(rng, 3, 2, 4), "integers"),
        Case(float32_layers(rng, 3, 4, 3), "float32"),
        Case(float32_layers(rng, 2, 3, 3), "float32"),
    ]


def _order_swapped(weight1, bias1, weight2, bias2):
    return weight1 @ weight2, weight2 @ bias1 + bias2


def _multiplied_element_by_element(weight1, bias1, weight2, bias2):
    return weight2 * weight1, weight2 @ bias1 + bias2


def _biases_only_added(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, bias1 + bias2


def _first_bias_lost(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, bias2


def _second_bias_lost(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, weight2 @ bias1


def _weights_added(weight1, bias1, weight2, bias2):
    return weight1 + weight2, bias1 + bias2


def _second_bias_weighted(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, weight2 @ (bias1 + bias2)


def _transposed(weight1, bias1, weight2, bias2):
    return weight1.T @ weight2.T, weight2 @ bias1 + bias2


def _returned_in_wrong_order(weight1, bias1, weight2, bias2):
    return weight2 @ bias1 + bias2, weight2 @ weight1


COLLAPSE_LAYERS = Exercise(
    id="neuron.collapse_layers",
    name="collapse_layers",
    lesson=LESSON,
    points=3,
    covers=("N4",),
    reference=neuron.collapse_layers,
    cases=collapse_layers_cases,
    hints=(
        "Write the second layer's formula and put the first layer's formula in the place "
        "of its input.",
        "Multiply the brackets out: what stands before x is W, everything else is b.",
        "The second layer works on what the first one gives, so W2 stands on the left: W = W2 W1. "
        "The first bias goes through W2 too.",
    ),
    misconceptions=(
        Misconception(
            "order_swapped",
            "You multiplied W1 by W2. The first layer acts first, so it stands "
            "next to x, on the right of the product.",
            _order_swapped,
        ),
        Misconception(
            "multiplied_element_by_element",
            "You multiplied the weights element by element. Layers in a row are joined by the "
            "matrix product: rows times columns.",
            _multiplied_element_by_element,
        ),
        Misconception(
            "biases_only_added",
            "You added the two biases. The first bias also passes through the second layer's "
            "weights on its way.",
            _biases_only_added,
        ),
        Misconception(
            "first_bias_lost",
            "The first layer's bias is lost. It passes through the second layer's weights and "
            "is part of the result.",
            _first_bias_lost,
        ),
        Misconception(
            "second_bias_lost",
            "The second layer's bias is lost. It is added at the end.",
            _second_bias_lost,
        ),
        Misconception(
            "weights_added",
            "You added the layers. The second works on the output of the first, "
            "so their weights multiply.",
            _weights_added,
        ),
        Misconception(
            "second_bias_weighted",
            "You sent the second bias through the second layer's weights. It is added after them.",
            _second_bias_weighted,
        ),
        Misconception(
            "transposed",
            "Your weights are turned on their side. One row belongs to one output, "
            "one column to one input.",
            _transposed,
        ),
        Misconception(
            "returned_in_wrong_order",
            "Both parts are right, but you returned the bias first. Return the weights, "
            "then the bias.",
            _returned_in_wrong_order,
        ),
    ),
)

EXERCISES = (COLLAPSE_LAYERS,)
