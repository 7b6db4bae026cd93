"""The net input of one neuron for a whole batch: z = X w + b."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.neuron.arrays import LESSON, eighths, mixed, whole
from nnlib import neuron


def net_input_batch_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make batches of several shapes: one row, one column, square, wide and tall."""
    return [
        Case(
            (np.array([[1.0, 2.0], [3.0, 0.0], [0.0, 0.0]]), np.array([0.5, -1.0]), 0.5),
            working="0.5·1 - 1·2 + 0.5 = -1;  0.5·3 - 1·0 + 0.5 = 2;  0 + 0 + 0.5 = 0.5",
        ),
        Case((mixed(rng, 4, 3), rng.normal(size=3), 0.4), "a batch"),
        Case((mixed(rng, 2, 5), rng.normal(size=5), -1.3), "a batch"),
        Case((mixed(rng, 3, 3), rng.normal(size=3), 0.8), "as many samples as inputs"),
        Case((mixed(rng, 4, 4), rng.normal(size=4), -0.7), "as many samples as inputs"),
        Case((mixed(rng, 1, 4), rng.normal(size=4), 0.9), "one sample"),
        Case((mixed(rng, 1, 3), rng.normal(size=3), -0.5), "one sample"),
        Case((mixed(rng, 5, 1), rng.normal(size=1), 0.6), "one input"),
        Case((mixed(rng, 3, 1), rng.normal(size=1), -1.1), "one input"),
        Case((rng.uniform(500, 900, (3, 2)), rng.uniform(1, 3, 2), -250.0), "large values"),
        Case((-rng.uniform(500, 900, (2, 4)), rng.uniform(1, 3, 4), 700.0), "large values"),
        Case((whole(rng, 4, 2), rng.integers(2, 9, size=2), 3), "integers"),
        Case((whole(rng, 2, 3), rng.integers(2, 9, size=3), 0.5), "integers"),
        Case((eighths(rng, 3, 2), eighths(rng, 3)[:2] + np.float32(4), 0.25), "float32"),
        Case((eighths(rng, 2, 4), eighths(rng, 4), -0.75), "float32"),
    ]


def _forgot_bias(X, weights, bias):
    return X @ weights


def _bias_for_each_input(X, weights, bias):
    return np.sum(X * weights + bias, axis=1)


def _products_not_summed(X, weights, bias):
    return X * weights + bias


def _whole_batch_summed(X, weights, bias):
    return np.sum(X * weights) + bias


def _summed_over_samples(X, weights, bias):
    return np.sum(X * weights, axis=0) + bias


def _batch_transposed(X, weights, bias):
    return X.T @ weights + bias


def _bias_for_first_sample(X, weights, bias):
    z = (X @ weights).astype(float)
    z[0] = z[0] + bias
    return z


def _first_sample_only(X, weights, bias):
    return X[0] @ weights + bias


def _returned_column(X, weights, bias):
    return (X @ weights + bias).reshape(-1, 1)


def _mean_over_inputs(X, weights, bias):
    return np.mean(X * weights, axis=1) + bias


def _bias_subtracted(X, weights, bias):
    return X @ weights - bias


def _last_sample_only(X, weights, bias):
    return X[-1] @ weights + bias


def _returned_too_early(X, weights, bias):
    return [X[0] @ weights + bias]


NET_INPUT_BATCH = Exercise(
    id="neuron.net_input_batch",
    name="net_input_batch",
    lesson=LESSON,
    points=2,
    covers=("N2",),
    reference=neuron.net_input_batch,
    cases=net_input_batch_cases,
    hints=(
        "One row of X is one sample. The answer has one number for each row.",
        "A loop over the rows that calls for w·x + b each time is right. Can one product do it?",
        "`X @ weights` multiplies every row with the weights and has the shape (m,).",
    ),
    misconceptions=(
        Misconception(
            "forgot_bias",
            "Your answer is X w without b. Every sample's sum gets the bias too.",
            _forgot_bias,
        ),
        Misconception(
            "bias_for_each_input",
            "You added the bias once for each input. It is added once for each sample, "
            "after the sum.",
            _bias_for_each_input,
        ),
        Misconception(
            "products_not_summed",
            "You returned a whole table of products. "
            "Add up each row, so that every sample has one number.",
            _products_not_summed,
        ),
        Misconception(
            "whole_batch_summed",
            "You added all samples together into one number. "
            "Each sample is a case of its own: one z for each row.",
            _whole_batch_summed,
        ),
        Misconception(
            "summed_over_samples",
            "You added up the columns: one number for each input came out. "
            "Add along each row, so that there is one number for each sample.",
            _summed_over_samples,
        ),
        Misconception(
            "batch_transposed",
            "You turned X on its side, so that weights meet samples. "
            "The rows of X are the samples, and each row meets the weights.",
            _batch_transposed,
        ),
        Misconception(
            "bias_for_first_sample",
            "Only the first sample got the bias. The neuron's bias belongs to every sample.",
            _bias_for_first_sample,
        ),
        Misconception(
            "first_sample_only",
            "You worked out the first sample only. Return one z for each row of X.",
            _first_sample_only,
        ),
        Misconception(
            "returned_column",
            "The numbers are right, but they stand in a column of shape (m, 1). "
            "One neuron gives a plain vector of shape (m,).",
            _returned_column,
        ),
        Misconception(
            "mean_over_inputs",
            "You took the mean over the inputs. The net input is the sum.",
            _mean_over_inputs,
        ),
        Misconception(
            "bias_subtracted",
            "You subtracted the bias. It is added to every sample's sum.",
            _bias_subtracted,
        ),
        Misconception(
            "last_sample_only",
            "You returned the last sample's number only: each turn of your loop replaces the one "
            "before. Collect one number for each row.",
            _last_sample_only,
        ),
        Misconception(
            "returned_too_early",
            "You returned inside the loop, after the first row. Return only when the loop is "
            "over: look at how far the last line is indented.",
            _returned_too_early,
        ),
    ),
)

EXERCISES = (NET_INPUT_BATCH,)
