"""Two linear layers in a row are one linear layer."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.neuron.samples import eighths, whole
from nnlib.by_hand.forward import collapse_layers

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


COLLAPSE_LAYERS = Exercise(
    id="neuron.collapse_layers",
    points=3,
    covers=("N4",),
    reference=collapse_layers,
    cases=collapse_layers_cases,
    hints=(
        "Write the second layer's formula and put the first layer's formula in the place "
        "of its input.",
        "Multiply the brackets out: what stands before x is W, everything else is b.",
        "The second layer works on what the first one gives, so W2 stands on the left: W = W2 W1. "
        "The first bias goes through W2 too.",
    ),
)


@COLLAPSE_LAYERS.misconception
def order_swapped(weight1, bias1, weight2, bias2):
    """You multiplied W1 by W2. The first layer acts first, so it stands next to x, on the right of
    the product.
    """
    return weight1 @ weight2, weight2 @ bias1 + bias2


@COLLAPSE_LAYERS.misconception
def multiplied_element_by_element(weight1, bias1, weight2, bias2):
    """You multiplied the weights element by element. Layers in a row are joined by the matrix
    product: rows times columns.
    """
    return weight2 * weight1, weight2 @ bias1 + bias2


@COLLAPSE_LAYERS.misconception
def biases_only_added(weight1, bias1, weight2, bias2):
    """You added the two biases. The first bias also passes through the second layer's weights on
    its way.
    """
    return weight2 @ weight1, bias1 + bias2


@COLLAPSE_LAYERS.misconception
def first_bias_lost(weight1, bias1, weight2, bias2):
    """The first layer's bias is lost. It passes through the second layer's weights and is part of
    the result.
    """
    return weight2 @ weight1, bias2


@COLLAPSE_LAYERS.misconception
def second_bias_lost(weight1, bias1, weight2, bias2):
    """The second layer's bias is lost. It is added at the end."""
    return weight2 @ weight1, weight2 @ bias1


@COLLAPSE_LAYERS.misconception
def weights_added(weight1, bias1, weight2, bias2):
    """You added the layers. The second works on the output of the first, so their weights
    multiply.
    """
    return weight1 + weight2, bias1 + bias2


@COLLAPSE_LAYERS.misconception
def second_bias_weighted(weight1, bias1, weight2, bias2):
    """You sent the second bias through the second layer's weights. It is added after them."""
    return weight2 @ weight1, weight2 @ (bias1 + bias2)


@COLLAPSE_LAYERS.misconception
def transposed(weight1, bias1, weight2, bias2):
    """Your weights are turned on their side. One row belongs to one output, one column to one
    input.
    """
    return weight1.T @ weight2.T, weight2 @ bias1 + bias2


@COLLAPSE_LAYERS.misconception
def returned_in_wrong_order(weight1, bias1, weight2, bias2):
    """Both parts are right, but you returned the bias first. Return the weights, then the bias."""
    return weight2 @ bias1 + bias2, weight2 @ weight1
