"""The net input of one neuron for one sample: z = w·x + b."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.neuron.samples import eighths, mixed, whole
from nnlib import neuron
from nnlib.by_hand.forward import layer_net_input


def net_input_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make samples of several lengths, with integers, float32 and large numbers among them."""
    return [
        Case(
            (np.array([1.0, 2.0]), np.array([0.5, -1.0]), 0.5),
            working="0.5·1 + (-1)·2 + 0.5 = -1",
        ),
        Case((np.zeros(3), np.array([1.0, 2.0, 3.0]), 0.7), working="1·0 + 2·0 + 3·0 + 0.7 = 0.7"),
        Case((mixed(rng, 3), rng.normal(size=3), 0.4), "one sample"),
        Case((mixed(rng, 5), rng.normal(size=5), -1.3), "one sample"),
        Case((rng.normal(size=1), rng.normal(size=1), 0.9), "one input"),
        Case((rng.normal(size=1), rng.normal(size=1), -0.6), "one input"),
        Case((np.zeros(4), rng.normal(size=4), float(rng.normal())), "all inputs 0"),
        Case((np.zeros(2), rng.normal(size=2), float(rng.normal())), "all inputs 0"),
        Case((rng.uniform(500, 900, 3), rng.uniform(1, 3, 3), -250.0), "large values"),
        Case((-rng.uniform(500, 900, 4), rng.uniform(1, 3, 4), 800.0), "large values"),
        Case((rng.integers(1, 9, size=4), rng.integers(1, 9, size=4), 3), "integers"),
        Case((whole(rng, 3), rng.integers(2, 9, size=3), 1.5), "integers"),
        Case((eighths(rng, 3), eighths(rng, 3), 0.25), "float32"),
        Case((eighths(rng, 6), eighths(rng, 6), -0.5078125), "float32"),
    ]


NET_INPUT = Exercise(
    id="neuron.net_input",
    points=2,
    covers=("N2", "N3"),
    reference=neuron.net_input,
    equivalents=(layer_net_input,),
    cases=net_input_cases,
    hints=(
        "Multiply each input by its own weight, add the products up, then add the bias.",
        "NumPy multiplies two vectors element by element with `*`; `np.sum` adds the result up.",
        "`x @ weights` is the sum of the products. What is still missing?",
    ),
)


@NET_INPUT.misconception
def forgot_bias(x, weights, bias):
    """Your answer is w·x without b. The bias is added once, after the sum."""
    return x @ weights


@NET_INPUT.misconception
def bias_for_each_input(x, weights, bias):
    """You added the bias once for each input. A neuron has one bias: add it after the sum."""
    return np.sum(x * weights + bias)


@NET_INPUT.misconception
def products_not_summed(x, weights, bias):
    """You returned the products w·x one by one. A neuron adds them up into one number z."""
    return x * weights + bias


@NET_INPUT.misconception
def bias_as_factor(x, weights, bias):
    """You multiplied by the bias. The bias shifts z: it is added, not multiplied."""
    return (x @ weights) * bias


@NET_INPUT.misconception
def bias_subtracted(x, weights, bias):
    """You subtracted the bias. A threshold would be subtracted; a bias is added."""
    return x @ weights - bias


@NET_INPUT.misconception
def mean_of_products(x, weights, bias):
    """You took the mean of the products. The net input is their sum."""
    return np.mean(x * weights) + bias


@NET_INPUT.misconception
def weights_ignored(x, weights, bias):
    """You added the inputs up without their weights. Each input counts as much as its weight
    says.
    """
    return np.sum(x) + bias


@NET_INPUT.misconception
def weights_added(x, weights, bias):
    """You added each weight to its input. A weight says how many times its input counts, so the two
    are multiplied.
    """
    return np.sum(x + weights) + bias


@NET_INPUT.misconception
def first_two_inputs(x, weights, bias):
    """Only the first two inputs are in your sum. A neuron may have one input or a thousand: use all
    of them.
    """
    return x[0] * weights[0] + x[1] * weights[1] + bias


@NET_INPUT.misconception
def already_activated(x, weights, bias):
    """You returned 0 or 1, a decision. The net input is the sum itself, before anything is
    decided.
    """
    return 1.0 if x @ weights + bias > 0 else 0.0


@NET_INPUT.misconception
def returned_too_early(x, weights, bias):
    """You returned inside the loop, after the first product. Return only when the loop is over:
    look at how far the last line is indented.
    """
    return x[0] * weights[0] + bias


@NET_INPUT.misconception
def last_product_only(x, weights, bias):
    """Only the last product is left: each turn of your loop replaces the one before. Begin with 0
    and add to it.
    """
    return x[-1] * weights[-1] + bias


@NET_INPUT.misconception
def sums_multiplied(x, weights, bias):
    """You added the inputs, added the weights, and multiplied the two sums. Each input is
    multiplied by its own weight first; the products are added.
    """
    return np.sum(x) * np.sum(weights) + bias
