"""Exercise: one visit to every sample, learning from each."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.perceptron.samples import (
    mirrored,
    signed_weights,
    targets_missed_on_the_way,
    turned,
    whole_samples,
)
from nnlib import gates, perceptron


def epoch_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make epochs in which the samples at known places are mistakes when their turn comes."""
    X, zeros, ones = gates.logic_inputs(), np.zeros(2), np.ones(2)
    return [
        Case(
            (X, np.array([0.0, 1.0, 1.0, 1.0]), zeros, 0.0, 1.0),
            working="01 has z = 0, y = 0, t = 1: one mistake, and w = [0, 1], b = 1; "
            "from then on 10 has z = 1 and 11 has z = 2, both right",
        ),
        epoch(rng, ".xx.xx", 2, 0.1, 1, "one epoch"),
        epoch(rng, "xx.x.xxx", 3, 0.5, 1, "one epoch"),
        epoch(rng, "..x.", 4, 0.3, 1, "one epoch"),
        epoch(rng, "......", 3, 0.2, 1, "none or all wrong"),
        epoch(rng, "xxxxx", 2, 0.7, 1, "none or all wrong"),
        epoch(rng, "x", 3, 0.4, 1, "one sample"),
        epoch(rng, ".", 2, 0.4, 1, "one sample"),
        epoch(rng, "x.xx.", 1, 0.6, 1, "one input"),
        epoch(rng, ".x", 1, 0.3, 1, "one input"),
        Case((X, gates.truth_table("nand")[1], zeros, 0.0, 0.5), "net input exactly 0"),
        Case((X, gates.truth_table("and")[1], ones, -1.0, 0.5), "net input exactly 0"),
        Case((X, gates.truth_table("or")[1], ones, -1.0, 0.25), "net input exactly 0"),
        epoch(rng, "x.xxx.", 3, 2.0, 1000, "large values"),
        epoch(rng, ".xx.", 2, 0.5, 1000, "large values"),
        *(whole(rng, way, np.int64, "integers") for way in (".xx.xx", "x.x..x")),
        *(whole(rng, way, np.float32, "float32") for way in ("xx.x.x", "x..x..")),
    ]


def epoch(
    rng: np.random.Generator, pattern: str, n: int, rate: float, scale: float, part: str
) -> Case:
    """Make an epoch that goes by `pattern`, "x" a mistake and "." none."""
    base = np.random.default_rng(len(pattern))  # the same each time, then turned by the seed
    X, weights, bias = scale * base.normal(size=(len(pattern), n)), signed_weights(base, n), 0.6
    targets = targets_missed_on_the_way(X, pattern, weights, bias, rate)
    X, weights = turned(rng, X, weights)
    return Case((X, targets, weights, bias, rate), part)


def whole(rng: np.random.Generator, pattern: str, dtype: type, part: str) -> Case:
    """Make an epoch of whole numbers that goes by `pattern`."""
    X, weights, bias = whole_samples(np.random.default_rng(len(pattern)), len(pattern), 3)
    targets = targets_missed_on_the_way(X, pattern, weights, bias, 0.5)
    X, weights = mirrored(rng, X.astype(dtype), weights.astype(dtype))
    return Case((X, targets.astype(dtype), weights, bias, 0.5), part)


TRAIN_EPOCH = Exercise(
    id="perceptron.train_epoch",
    points=3,
    covers=("P3", "P5"),
    reference=perceptron.train_epoch,
    cases=epoch_cases,
    hints=(
        "Go through the rows of X with their targets, one after the other, in the given order.",
        "At each sample: predict with the weights of this moment; if it is a mistake, count it; "
        "then update. The next sample meets the new weights.",
        "`for x, target in zip(X, targets):` walks through both. Inside, compare "
        "`predict(x, weights, bias)` with `target`, and give the result of `update_weights` the "
        "names `weights, bias`. Return all three after the loop.",
    ),
)


@TRAIN_EPOCH.misconception
def all_with_the_old_weights(X, targets, weights, bias, learning_rate):
    """You predicted every sample with the weights from the epoch's beginning. The perceptron learns
    at once: the next sample meets the new weights.
    """
    errors = targets - np.where(X @ weights + bias > 0, 1, 0)
    changes = learning_rate * errors
    return weights + changes @ X, bias + np.sum(changes), np.sum(errors != 0)


@TRAIN_EPOCH.misconception
def counted_at_the_end(X, targets, weights, bias, learning_rate):
    """You counted with the weights from the epoch's end. A sample is judged when its turn comes,
    before it is learnt.
    """
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        weights, bias = weights + learning_rate * error * x, bias + learning_rate * error
    return weights, bias, np.sum(np.where(X @ weights + bias > 0, 1, 0) != targets)


@TRAIN_EPOCH.misconception
def counted_before_the_epoch(X, targets, weights, bias, learning_rate):
    """You counted all mistakes before the epoch began. The weights change on the way: each sample
    is judged when its turn comes.
    """
    mistakes = np.sum(np.where(X @ weights + bias > 0, 1, 0) != targets)
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        weights, bias = weights + learning_rate * error * x, bias + learning_rate * error
    return weights, bias, mistakes


@TRAIN_EPOCH.misconception
def counted_after_each_update(X, targets, weights, bias, learning_rate):
    """You looked for a mistake after the update. Predict first, count, then update."""
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        weights, bias = weights + learning_rate * error * x, bias + learning_rate * error
        mistakes += int(np.where(x @ weights + bias > 0, 1, 0) != target)
    return weights, bias, mistakes


@TRAIN_EPOCH.misconception
def errors_cancel(X, targets, weights, bias, learning_rate):
    """You added up t - y for the count. An error of +1 and one of -1 make 0 together, but they are
    two mistakes.
    """
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        weights, bias = weights + learning_rate * error * x, bias + learning_rate * error
        mistakes += error
    return weights, bias, mistakes


@TRAIN_EPOCH.misconception
def forgot_bias(X, targets, weights, bias, learning_rate):
    """Your weights learn, but your bias stays as it was. After a mistake it moves too."""
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        weights = weights + learning_rate * error * x
        mistakes += abs(error)
    return weights, bias, mistakes


@TRAIN_EPOCH.misconception
def sign_turned(X, targets, weights, bias, learning_rate):
    """You move away from the target: the error is target minus prediction, t - y."""
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        error = np.where(x @ weights + bias > 0, 1, 0) - target
        weights, bias = weights + learning_rate * error * x, bias + learning_rate * error
        mistakes += abs(error)
    return weights, bias, mistakes


@TRAIN_EPOCH.misconception
def starts_from_zeros(X, targets, weights, bias, learning_rate):
    """You began from zeros. An epoch goes on from the weights and the bias it is given."""
    weights, bias, mistakes = np.zeros(X.shape[1]), 0.0, 0
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        weights, bias = weights + learning_rate * error * x, bias + learning_rate * error
        mistakes += abs(error)
    return weights, bias, mistakes


@TRAIN_EPOCH.misconception
def first_sample_only(X, targets, weights, bias, learning_rate):
    """You stopped after the first sample. Return only when all samples have had their turn: look at
    how far the last line is indented.
    """
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        weights, bias = weights + learning_rate * error * x, bias + learning_rate * error
        mistakes += abs(error)
        return weights, bias, mistakes


@TRAIN_EPOCH.misconception
def stops_at_the_first_mistake(X, targets, weights, bias, learning_rate):
    """You stopped at the first mistake. An epoch goes on to the last sample."""
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        if error != 0:
            return weights + learning_rate * error * x, bias + learning_rate * error, 1
    return weights, bias, 0


@TRAIN_EPOCH.misconception
def forgot_learning_rate(X, targets, weights, bias, learning_rate):
    """Your steps have the full size of the error. The learning rate η scales every step."""
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        weights, bias = weights + error * x, bias + error
        mistakes += abs(error)
    return weights, bias, mistakes


@TRAIN_EPOCH.misconception
def changed_in_place(X, targets, weights, bias, learning_rate):
    """You changed the array of weights that you were given, so its owner loses the old ones. Build
    a new array at each update.
    """
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias > 0, 1, 0)
        weights += learning_rate * error * x
        bias += learning_rate * error
        mistakes += abs(error)
    return weights, bias, mistakes


@TRAIN_EPOCH.misconception
def zero_counts_as_one(X, targets, weights, bias, learning_rate):
    """You predict 1 where the net input is exactly 0. There the prediction is 0."""
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        error = target - np.where(x @ weights + bias >= 0, 1, 0)
        weights, bias = weights + learning_rate * error * x, bias + learning_rate * error
        mistakes += abs(error)
    return weights, bias, mistakes


@TRAIN_EPOCH.misconception
def updates_not_kept(X, targets, weights, bias, learning_rate):
    """You update, but do not keep the result: `update_weights` returns the new weights and bias.
    Write `weights, bias = …` in front.
    """
    return weights, bias, np.sum((X @ weights + bias > 0) != targets)


@TRAIN_EPOCH.misconception
def counted_right_ones(X, targets, weights, bias, learning_rate):
    """You counted the right predictions. Count the wrong ones."""
    weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
    return weights, bias, len(X) - mistakes
