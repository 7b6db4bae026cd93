"""Exercise: the perceptron's decision, y = step(w·x + b)."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.perceptron.samples import (
    float32_samples,
    samples_with_net_input,
    signed_weights,
    whole_samples,
)
from nnlib import activations, gates, perceptron


def predict_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make single samples and batches of several sizes on both sides of the line and on it."""
    ones = np.array([1.0, 1.0])
    return [
        Case((ones, ones, -1.5), working="1·1 + 1·1 - 1.5 = 0.5, which is above 0, so y = 1"),
        Case(
            (np.array([[0.0, 1.0], [2.0, 1.0], [3.0, 0.0]]), np.array([1.0, -1.0]), -1.0),
            working="z = [-2, 0, 2]; only 2 is above 0, so y = [0, 0, 1]",
        ),
        *(one_sample(rng, z, n) for z, n in ((1.4, 3), (-0.7, 3), (0.3, 4), (-0.2, 2))),
        batch(rng, (-2.1, -0.3, 0.2, 0.6, 1.2, 1.7), 3, "a batch"),
        batch(rng, (0.9, -1.1, 0.4), 3, "a batch"),
        batch(rng, (0.4, -0.6, 1.3, -2.0), 1, "one input"),
        batch(rng, (-0.9, 1.1, 0.3), 1, "one input"),
        Case((gates.logic_inputs(), ones, -1.0), "net input exactly 0"),
        Case((np.array([2.0, -1.0]), np.array([1.0, 2.0]), 0.0), "net input exactly 0"),
        batch(rng, (-1000.0, 1000.0, 800.0, -650.0), 2, "large values"),
        batch(rng, (700.0, -900.0), 3, "large values"),
        *(Case(whole_samples(rng, m, 3), "integers") for m in (5, 3)),
        *(Case(float32_samples(rng, m, 2), "float32") for m in (5, 4)),
    ]


def one_sample(rng: np.random.Generator, z: float, n: int) -> Case:
    """Make a case with a single sample of net input z."""
    weights, bias = signed_weights(rng, n), -2 * z
    return Case((samples_with_net_input(rng, [z], weights, bias)[0], weights, bias), "one sample")


def batch(rng: np.random.Generator, z: Sequence[float], n: int, part: str) -> Case:
    """Make a case with one sample for each net input."""
    weights, bias = signed_weights(rng, n), 0.8
    return Case((samples_with_net_input(rng, z, weights, bias), weights, bias), part)


PREDICT = Exercise(
    id="perceptron.predict",
    points=1,
    covers=("P2",),
    reference=perceptron.predict,
    cases=predict_cases,
    hints=(
        "There are two steps: work out the net input z = w·x + b, then ask whether it is above 0.",
        "`x @ weights + bias` gives z for one sample, and one z a row for a batch.",
        "`z > 0` is true or false, for each sample by itself. `np.where(question, 1, 0)` makes "
        "1 and 0 of it.",
    ),
)


@PREDICT.misconception
def net_input_returned(x, weights, bias):
    """You returned the net input z itself. A perceptron decides: 1 if z is above 0, else 0."""
    return x @ weights + bias


@PREDICT.misconception
def zero_counts_as_one(x, weights, bias):
    """You answer 1 where z is exactly 0. The neuron fires only when z is above 0, so z = 0 gives
    0.
    """
    return np.where(x @ weights + bias >= 0, 1, 0)


@PREDICT.misconception
def forgot_bias(x, weights, bias):
    """Your answer looks at w·x alone. The bias belongs to the net input too."""
    return np.where(x @ weights > 0, 1, 0)


@PREDICT.misconception
def bias_as_threshold(x, weights, bias):
    """You compared w·x with the bias, as if it were a threshold. The bias is added to w·x, and the
    sum is compared with 0.
    """
    return np.where(x @ weights > bias, 1, 0)


@PREDICT.misconception
def bias_for_each_input(x, weights, bias):
    """You added the bias once for each input. A neuron has one bias: add it after the sum."""
    return np.where(np.sum(x * weights + bias, axis=-1) > 0, 1, 0)


@PREDICT.misconception
def minus_one_for_no(x, weights, bias):
    """You answer -1 for no. In this course the two answers are 1 and 0."""
    return np.where(x @ weights + bias > 0, 1, -1)


@PREDICT.misconception
def answers_swapped(x, weights, bias):
    """Your two answers are swapped: a net input above 0 means 1."""
    return np.where(x @ weights + bias > 0, 0, 1)


@PREDICT.misconception
def threshold_one_half(x, weights, bias):
    """You ask for z above 0.5. One half is the border for probabilities; the border for a net input
    is 0.
    """
    return np.where(x @ weights + bias > 0.5, 1, 0)


@PREDICT.misconception
def sigmoid_for_step(x, weights, bias):
    """You returned the sigmoid, a number between 0 and 1. A perceptron uses the step: its answer is
    0 or 1, nothing between.
    """
    return activations.sigmoid(x @ weights + bias)


@PREDICT.misconception
def one_answer_for_the_batch(x, weights, bias):
    """You gave one answer for the whole batch. Each sample, each row, has its own answer."""
    return 1 if np.sum(x @ weights + bias) > 0 else 0


@PREDICT.misconception
def only_one_sample(x, weights, bias):
    """This works for one sample and stops at a batch: a plain if cannot ask about many net inputs
    at once. Compare all of them in one go, so that each row has its answer.
    """
    if x @ weights + bias > 0:
        return 1
    return 0


@PREDICT.misconception
def products_not_summed(x, weights, bias):
    """You asked of each product by itself. First add the products and the bias up to one z; then
    ask once whether it is above 0.
    """
    return np.where(x * weights + bias > 0, 1, 0)


@PREDICT.misconception
def net_input_passed_on(x, weights, bias):
    """You let z through where it is above 0. That is ReLU. A perceptron answers 1 there, however
    large z is.
    """
    z = x @ weights + bias
    return np.where(z > 0, z, 0)


@PREDICT.misconception
def only_batches(x, weights, bias):
    """Your loop walks through the rows of a batch and stops at one single sample, which has no
    rows. `x @ weights + bias` works for both.
    """
    return [1 if row @ weights + bias > 0 else 0 for row in x]
