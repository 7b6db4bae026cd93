"""Lesson 04: how many weights and biases a network has."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import forward

Bounds = Sequence[tuple[int, int]]


def count_parameters_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make lists of layer sizes: one layer and many, wide and narrow, up and down."""

    def sizes(bounds: Bounds) -> list[int]:
        """Draw one size for each pair of bounds."""
        return [int(rng.integers(low, high)) for low, high in bounds]

    def two(part: str, one: Bounds, other: Bounds) -> list[Case]:
        """Draw two networks with different numbers of parameters."""
        while True:
            drawn = sizes(one), sizes(other)
            if len({forward.count_parameters(each) for each in drawn}) == 2:
                return [Case((each,), part) for each in drawn]

    small, wide = (2, 7), (20, 90)
    return [
        Case(([2, 4, 1],), working="2·4 weights + 4 biases, then 4·1 + 1:  8 + 4 + 4 + 1 = 17"),
        Case(([3, 5, 1],), working="3·5 + 5, then 5·1 + 1:  15 + 5 + 5 + 1 = 26"),
        *two("one hidden layer", (small, (4, 9), (2, 5)), ((6, 9), (3, 7), (3, 6))),
        *two(
            "two hidden layers",
            (small, (4, 9), (3, 7), (2, 4)),
            ((6, 9), (4, 6), (4, 9), (2, 6)),
        ),
        *two(
            "more hidden layers",
            ((3, 6), (5, 9), (3, 7), (4, 8), (2, 4)),
            ((4, 7), (2, 4), (3, 7), (2, 4), (4, 8), (2, 4)),
        ),
        *two("no hidden layer", ((5, 9), (2, 5)), ((3, 5), (5, 9))),
        *two("one output", (small, (4, 9), (1, 2)), ((5, 9), (3, 5), (2, 6), (1, 2))),
        *two(
            "large layers",
            ((784, 785), wide, (10, 11)),
            ((64, 65), (20, 60), wide, (10, 11)),
        ),
    ]


COUNT_PARAMETERS = Exercise(
    id="mlp.count_parameters",
    points=2,
    covers=("M2", "M7"),
    reference=forward.count_parameters,
    cases=count_parameters_cases,
    hints=(
        "Do it by hand for 2-4-1 first: how many weights and biases has the hidden layer, how many "
        "the output layer?",
        "A layer with n inputs and k neurons has n·k weights and k biases. The inputs of a layer "
        "are the neurons of the layer before.",
        "Go through the layers after the input: `for i in range(1, len(sizes))`. Layer i has "
        "`sizes[i]` neurons with `sizes[i - 1]` inputs each.",
    ),
)


@COUNT_PARAMETERS.misconception
def biases_not_counted(sizes):
    """You counted the weights and left the biases out. Each neuron has one."""
    return sum(a * b for a, b in pairwise(sizes))


@COUNT_PARAMETERS.misconception
def input_layer_counted(sizes):
    """You gave the inputs biases too. The input layer computes nothing: it has neither weights nor
    biases.
    """
    return sum(a * b for a, b in pairwise(sizes)) + sum(sizes)


@COUNT_PARAMETERS.misconception
def one_bias_for_each_layer(sizes):
    """You counted one bias a layer. It is one for each neuron."""
    return sum(a * b + 1 for a, b in pairwise(sizes))


@COUNT_PARAMETERS.misconception
def one_bias_for_each_input(sizes):
    """You counted one bias for each input of a layer. It is one for each neuron of it."""
    return sum(a * b + a for a, b in pairwise(sizes))


@COUNT_PARAMETERS.misconception
def sizes_added(sizes):
    """You added the sizes of neighbouring layers. Each neuron is joined to each input, so they are
    multiplied.
    """
    return sum(a + b for a, b in pairwise(sizes))


@COUNT_PARAMETERS.misconception
def neurons_counted(sizes):
    """You counted the neurons. Parameters are the weights on the connections, and the biases."""
    return sum(sizes)


@COUNT_PARAMETERS.misconception
def sizes_all_multiplied(sizes):
    """You multiplied all the sizes. Only neighbouring layers are joined; their numbers are added
    up.
    """
    return int(np.prod(sizes))


@COUNT_PARAMETERS.misconception
def first_layer_only(sizes):
    """You stopped after the first layer with weights. Go on with each pair of neighbours."""
    return sizes[0] * sizes[1] + sizes[1]


@COUNT_PARAMETERS.misconception
def last_layer_forgotten(sizes):
    """You left the output layer out. It has weights and biases like the others."""
    hidden = sizes[:-1]
    return sum(a * b + b for a, b in pairwise(hidden))


@COUNT_PARAMETERS.misconception
def output_biases_forgotten(sizes):
    """You left out the biases of the output layer. Its neurons have them too."""
    return sum(a * b + b for a, b in pairwise(sizes)) - sizes[-1]


@COUNT_PARAMETERS.misconception
def hidden_layers_joined_in_one(sizes):
    """You took the hidden layers for one wide layer. Each is joined to the layer before it, not to
    the inputs.
    """
    hidden = sum(sizes[1:-1])
    return sizes[0] * hidden + hidden + hidden * sizes[-1] + sizes[-1]
