"""The net input of one neuron for a whole batch: z = X w + b."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.neuron.samples import eighths, mixed, whole
from nnlib import layers, neuron


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


NET_INPUT_BATCH = Exercise(
    id="neuron.net_input_batch",
    points=2,
    covers=("N2",),
    reference=neuron.net_input_batch,
    equivalents=(layers.Linear.forward,),
    cases=net_input_batch_cases,
    hints=(
        "One row of X is one sample. The answer has one number for each row.",
        "A loop over the rows that calls for w·x + b each time is right. Can one product do it?",
        "`X @ weights` multiplies every row with the weights and has the shape (m,).",
    ),
)


@NET_INPUT_BATCH.misconception
def forgot_bias(X, weights, bias):
    """Your answer is X w without b. Every sample's sum gets the bias too."""
    return X @ weights


@NET_INPUT_BATCH.misconception
def bias_for_each_input(X, weights, bias):
    """You added the bias once for each input. It is added once for each sample, after the sum."""
    return np.sum(X * weights + bias, axis=1)


@NET_INPUT_BATCH.misconception
def products_not_summed(X, weights, bias):
    """You returned a whole table of products. Add up each row, so that every sample has one
    number.
    """
    return X * weights + bias


@NET_INPUT_BATCH.misconception
def whole_batch_summed(X, weights, bias):
    """You added all samples together into one number. Each sample is a case of its own: one z for
    each row.
    """
    return np.sum(X * weights) + bias


@NET_INPUT_BATCH.misconception
def summed_over_samples(X, weights, bias):
    """You added up the columns: one number for each input came out. Add along each row, so that
    there is one number for each sample.
    """
    return np.sum(X * weights, axis=0) + bias


@NET_INPUT_BATCH.misconception
def batch_transposed(X, weights, bias):
    """You turned X on its side, so that weights meet samples. The rows of X are the samples, and
    each row meets the weights.
    """
    return X.T @ weights + bias


@NET_INPUT_BATCH.misconception
def bias_for_first_sample(X, weights, bias):
    """Only the first sample got the bias. The neuron's bias belongs to every sample."""
    z = (X @ weights).astype(float)
    z[0] = z[0] + bias
    return z


@NET_INPUT_BATCH.misconception
def first_sample_only(X, weights, bias):
    """You worked out the first sample only. Return one z for each row of X."""
    return X[0] @ weights + bias


@NET_INPUT_BATCH.misconception
def returned_column(X, weights, bias):
    """The numbers are right, but they stand in a column of shape (m, 1). One neuron gives a plain
    vector of shape (m,).
    """
    return (X @ weights + bias).reshape(-1, 1)


@NET_INPUT_BATCH.misconception
def mean_over_inputs(X, weights, bias):
    """You took the mean over the inputs. The net input is the sum."""
    return np.mean(X * weights, axis=1) + bias


@NET_INPUT_BATCH.misconception
def bias_subtracted(X, weights, bias):
    """You subtracted the bias. It is added to every sample's sum."""
    return X @ weights - bias


@NET_INPUT_BATCH.misconception
def last_sample_only(X, weights, bias):
    """You returned the last sample's number only: each turn of your loop replaces the one before.
    Collect one number for each row.
    """
    return X[-1] @ weights + bias


@NET_INPUT_BATCH.misconception
def returned_too_early(X, weights, bias):
    """You returned inside the loop, after the first row. Return only when the loop is over: look at
    how far the last line is indented.
    """
    return [X[0] @ weights + bias]
