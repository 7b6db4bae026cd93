"""Lesson 04: how many weights and biases a network has."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from autograder.exercises.mlp.samples import LESSON
from autograder.exercises.model import Case, Exercise, Misconception
from nnlib import parameters

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
            if len({parameters.count_parameters(each) for each in drawn}) == 2:
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


def _biases_not_counted(sizes):
    return sum(a * b for a, b in pairwise(sizes))


def _input_layer_counted(sizes):
    return sum(a * b for a, b in pairwise(sizes)) + sum(sizes)


def _one_bias_for_each_layer(sizes):
    return sum(a * b + 1 for a, b in pairwise(sizes))


def _one_bias_for_each_input(sizes):
    return sum(a * b + a for a, b in pairwise(sizes))


def _sizes_added(sizes):
    return sum(a + b for a, b in pairwise(sizes))


def _neurons_counted(sizes):
    return sum(sizes)


def _sizes_all_multiplied(sizes):
    return int(np.prod(sizes))


def _first_layer_only(sizes):
    return sizes[0] * sizes[1] + sizes[1]


def _last_layer_forgotten(sizes):
    hidden = sizes[:-1]
    return sum(a * b + b for a, b in pairwise(hidden))


def _output_biases_forgotten(sizes):
    return sum(a * b + b for a, b in pairwise(sizes)) - sizes[-1]


def _hidden_layers_joined_in_one(sizes):
    hidden = sum(sizes[1:-1])
    return sizes[0] * hidden + hidden + hidden * sizes[-1] + sizes[-1]


COUNT_PARAMETERS = Exercise(
    id="mlp.count_parameters",
    name="count_parameters",
    lesson=LESSON,
    points=2,
    covers=("M2", "M7"),
    reference=parameters.count_parameters,
    cases=count_parameters_cases,
    hints=(
        "Do it by hand for 2-4-1 first: how many weights and biases has the hidden layer, how many "
        "the output layer?",
        "A layer with n inputs and k neurons has n·k weights and k biases. The inputs of a layer "
        "are the neurons of the layer before.",
        "Go through the layers after the input: `for i in range(1, len(sizes))`. Layer i has "
        "`sizes[i]` neurons with `sizes[i - 1]` inputs each.",
    ),
    misconceptions=(
        Misconception(
            "biases_not_counted",
            "You counted the weights and left the biases out. Each neuron has one.",
            _biases_not_counted,
        ),
        Misconception(
            "input_layer_counted",
            "You gave the inputs biases too. The input layer computes nothing: it has neither "
            "weights nor biases.",
            _input_layer_counted,
        ),
        Misconception(
            "one_bias_for_each_layer",
            "You counted one bias a layer. It is one for each neuron.",
            _one_bias_for_each_layer,
        ),
        Misconception(
            "one_bias_for_each_input",
            "You counted one bias for each input of a layer. It is one for each neuron of it.",
            _one_bias_for_each_input,
        ),
        Misconception(
            "sizes_added",
            "You added the sizes of neighbouring layers. Each neuron is joined to each input, so "
            "they are multiplied.",
            _sizes_added,
        ),
        Misconception(
            "neurons_counted",
            "You counted the neurons. Parameters are the weights on the connections, and the "
            "biases.",
            _neurons_counted,
        ),
        Misconception(
            "sizes_all_multiplied",
            "You multiplied all the sizes. Only neighbouring layers are joined; their numbers are "
            "added up.",
            _sizes_all_multiplied,
        ),
        Misconception(
            "first_layer_only",
            "You stopped after the first layer with weights. Go on with each pair of neighbours.",
            _first_layer_only,
        ),
        Misconception(
            "last_layer_forgotten",
            "You left the output layer out. It has weights and biases like the others.",
            _last_layer_forgotten,
        ),
        Misconception(
            "output_biases_forgotten",
            "You left out the biases of the output layer. Its neurons have them too.",
            _output_biases_forgotten,
        ),
        Misconception(
            "hidden_layers_joined_in_one",
            "You took the hidden layers for one wide layer. Each is joined to the layer before it, "
            "not to the inputs.",
            _hidden_layers_joined_in_one,
        ),
    ),
)
