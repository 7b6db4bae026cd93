"""Exercise: the perceptron's decision, y = step(w·x + b)."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.perceptron.samples import (
    LESSON,
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


def _net_input_returned(x, weights, bias):
    return x @ weights + bias


def _zero_counts_as_one(x, weights, bias):
    return np.where(x @ weights + bias >= 0, 1, 0)


def _forgot_bias(x, weights, bias):
    return np.where(x @ weights > 0, 1, 0)


def _bias_as_threshold(x, weights, bias):
    return np.where(x @ weights > bias, 1, 0)


def _bias_for_each_input(x, weights, bias):
    return np.where(np.sum(x * weights + bias, axis=-1) > 0, 1, 0)


def _minus_one_for_no(x, weights, bias):
    return np.where(x @ weights + bias > 0, 1, -1)


def _answers_swapped(x, weights, bias):
    return np.where(x @ weights + bias > 0, 0, 1)


def _threshold_one_half(x, weights, bias):
    return np.where(x @ weights + bias > 0.5, 1, 0)


def _sigmoid_for_step(x, weights, bias):
    return activations.sigmoid(x @ weights + bias)


def _one_answer_for_the_batch(x, weights, bias):
    return 1 if np.sum(x @ weights + bias) > 0 else 0


def _only_one_sample(x, weights, bias):
    if x @ weights + bias > 0:
        return 1
    return 0


def _products_not_summed(x, weights, bias):
    return np.where(x * weights + bias > 0, 1, 0)


def _net_input_passed_on(x, weights, bias):
    z = x @ weights + bias
    return np.where(z > 0, z, 0)


def _only_batches(x, weights, bias):
    return [1 if row @ weights + bias > 0 else 0 for row in x]


PREDICT = Exercise(
    id="perceptron.predict",
    name="predict",
    lesson=LESSON,
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
    misconceptions=(
        Misconception(
            "net_input_returned",
            "You returned the net input z itself. A perceptron decides: 1 if z is above 0, else 0.",
            _net_input_returned,
        ),
        Misconception(
            "zero_counts_as_one",
            "You answer 1 where z is exactly 0. The neuron fires only when z is above 0, "
            "so z = 0 gives 0.",
            _zero_counts_as_one,
        ),
        Misconception(
            "forgot_bias",
            "Your answer looks at w·x alone. The bias belongs to the net input too.",
            _forgot_bias,
        ),
        Misconception(
            "bias_as_threshold",
            "You compared w·x with the bias, as if it were a threshold. The bias is added to w·x, "
            "and the sum is compared with 0.",
            _bias_as_threshold,
        ),
        Misconception(
            "bias_for_each_input",
            "You added the bias once for each input. A neuron has one bias: add it after the sum.",
            _bias_for_each_input,
        ),
        Misconception(
            "minus_one_for_no",
            "You answer -1 for no. In this course the two answers are 1 and 0.",
            _minus_one_for_no,
        ),
        Misconception(
            "answers_swapped",
            "Your two answers are swapped: a net input above 0 means 1.",
            _answers_swapped,
        ),
        Misconception(
            "threshold_one_half",
            "You ask for z above 0.5. One half is the border for probabilities; the border for "
            "a net input is 0.",
            _threshold_one_half,
        ),
        Misconception(
            "sigmoid_for_step",
            "You returned the sigmoid, a number between 0 and 1. A perceptron uses the step: "
            "its answer is 0 or 1, nothing between.",
            _sigmoid_for_step,
        ),
        Misconception(
            "one_answer_for_the_batch",
            "You gave one answer for the whole batch. Each sample, each row, has its own answer.",
            _one_answer_for_the_batch,
        ),
        Misconception(
            "only_one_sample",
            "This works for one sample and stops at a batch: a plain if cannot ask about many "
            "net inputs at once. Compare all of them in one go, so that each row has its answer.",
            _only_one_sample,
        ),
        Misconception(
            "products_not_summed",
            "You asked of each product by itself. First add the products and the bias up to one "
            "z; then ask once whether it is above 0.",
            _products_not_summed,
        ),
        Misconception(
            "net_input_passed_on",
            "You let z through where it is above 0. That is ReLU. A perceptron answers 1 there, "
            "however large z is.",
            _net_input_passed_on,
        ),
        Misconception(
            "only_batches",
            "Your loop walks through the rows of a batch and stops at one single sample, which "
            "has no rows. `x @ weights + bias` works for both.",
            _only_batches,
        ),
    ),
)
