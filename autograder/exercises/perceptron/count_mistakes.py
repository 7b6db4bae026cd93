"""Exercise: how many samples are on the wrong side."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise
from autograder.exercises.perceptron.samples import (
    Samples,
    float32_samples,
    samples_with_net_input,
    signed_weights,
    targets_with_mistakes,
    whole_samples,
)
from nnlib import gates, perceptron


def count_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make batches with both kinds of mistakes, with none, and with nothing else."""
    X, ones = gates.logic_inputs(), np.array([1.0, 1.0])
    z = (-1.2, 0.7, 0.4, -0.5, 1.9, -0.8, 0.6)
    return [
        Case(
            (X, np.array([0.0, 1.0, 1.0, 1.0]), ones, -1.5),
            working="z = [-1.5, -0.5, -0.5, 0.5], y = [0, 0, 0, 1], t = [0, 1, 1, 1]: "
            "the second and the third differ, so 2",
        ),
        batch(rng, z, (1, 3, 4), 3, "a batch"),
        batch(rng, z[:5], (0, 1, 3, 4), 4, "a batch"),
        batch(rng, (0.6,), (0,), 3, "one sample"),
        batch(rng, (-0.3,), (), 2, "one sample"),
        batch(rng, z, (), 2, "none or all wrong"),
        batch(rng, z, range(7), 2, "none or all wrong"),
        Case((X, gates.truth_table("or")[1], ones, -1.0), "net input exactly 0"),
        Case((X[1:], np.zeros(3), -ones, 1.0), "net input exactly 0"),
        batch(rng, z, (0, 2), 1, "one input"),
        batch(rng, z[:4], (0, 1, 3), 1, "one input"),
        batch(rng, tuple(1000 * one for one in z), (1, 3, 5), 3, "large values"),
        batch(rng, tuple(1000 * one for one in z), (6, 4, 2, 0), 2, "large values"),
        *from_samples(whole_samples(rng, 7, 3), int, "integers"),
        *from_samples(float32_samples(rng, 7, 2), np.float32, "float32"),
    ]


def batch(
    rng: np.random.Generator, z: Sequence[float], wrong: Sequence[int], n: int, part: str
) -> Case:
    """Make a batch of known net inputs with mistakes at known places."""
    weights, bias = signed_weights(rng, n), 0.9
    X = samples_with_net_input(rng, z, weights, bias)
    return Case((X, targets_with_mistakes(z, wrong), weights, bias), part)


def from_samples(samples: Samples, dtype: type, part: str) -> list[Case]:
    """Make one case with 2 mistakes and one with 3, of both kinds, from 7 samples."""
    X, weights, bias = samples
    z = X @ weights + bias
    ways: tuple[tuple[int, ...], ...] = ((0, 6), (0, 3, 6))
    targets: list[Array] = [targets_with_mistakes(z, wrong).astype(dtype) for wrong in ways]
    return [Case((X, one, weights, bias), part) for one in targets]


COUNT_MISTAKES = Exercise(
    id="perceptron.count_mistakes",
    points=1,
    covers=("P5",),
    reference=perceptron.count_mistakes,
    cases=count_cases,
    hints=(
        "Predict all samples first. A mistake is a sample whose prediction is not its target.",
        "`predictions != targets` is true at each mistake. How do you count the trues?",
        "`np.sum` counts them: true adds 1, false adds 0.",
    ),
)


@COUNT_MISTAKES.misconception
def counted_right_ones(X, targets, weights, bias):
    """You counted the right predictions. Count the wrong ones."""
    return np.sum(np.where(X @ weights + bias > 0, 1, 0) == targets)


@COUNT_MISTAKES.misconception
def share_of_mistakes(X, targets, weights, bias):
    """You returned the share of mistakes, a number from 0 to 1. How many are there?"""
    return np.mean(np.where(X @ weights + bias > 0, 1, 0) != targets)


@COUNT_MISTAKES.misconception
def errors_cancel(X, targets, weights, bias):
    """You added up t - y. An error of +1 and one of -1 make 0 together, but they are two
    mistakes.
    """
    return np.sum(targets - np.where(X @ weights + bias > 0, 1, 0))


@COUNT_MISTAKES.misconception
def size_after_the_sum(X, targets, weights, bias):
    """You took the size of the sum, when +1 and -1 had already cancelled out. Each mistake counts
    by itself, before anything is added.
    """
    return abs(np.sum(targets - np.where(X @ weights + bias > 0, 1, 0)))


@COUNT_MISTAKES.misconception
def only_missed_ones(X, targets, weights, bias):
    """You counted only the samples with target 1 that were missed. A 1 said where 0 is right is a
    mistake too.
    """
    return np.sum((np.where(X @ weights + bias > 0, 1, 0) == 0) & (targets == 1))


@COUNT_MISTAKES.misconception
def only_false_alarms(X, targets, weights, bias):
    """You counted only the samples with target 0 for which 1 was said. A 0 said where 1 is right is
    a mistake too.
    """
    return np.sum((np.where(X @ weights + bias > 0, 1, 0) == 1) & (targets == 0))


@COUNT_MISTAKES.misconception
def not_counted(X, targets, weights, bias):
    """You said of each sample whether it is a mistake. How many are there in all?"""
    return np.where(X @ weights + bias > 0, 1, 0) != targets


@COUNT_MISTAKES.misconception
def zero_counts_as_one(X, targets, weights, bias):
    """You predict 1 where the net input is exactly 0. There the prediction is 0."""
    return np.sum(np.where(X @ weights + bias >= 0, 1, 0) != targets)


@COUNT_MISTAKES.misconception
def forgot_bias(X, targets, weights, bias):
    """Your predictions look at w·x alone. The bias belongs to the net input too."""
    return np.sum(np.where(X @ weights > 0, 1, 0) != targets)


@COUNT_MISTAKES.misconception
def net_input_compared(X, targets, weights, bias):
    """You compared the net inputs with the targets. Decide first: 1 if z is above 0, else 0."""
    return np.sum(X @ weights + bias != targets)


@COUNT_MISTAKES.misconception
def first_sample_only(X, targets, weights, bias):
    """You looked at the first sample only. Return when the loop is over: look at how far the last
    line is indented.
    """
    return int((X[0] @ weights + bias > 0) != targets[0])


@COUNT_MISTAKES.misconception
def counted_ones(X, targets, weights, bias):
    """You counted how often 1 is predicted. A mistake is a prediction that differs from its
    target.
    """
    return np.sum(X @ weights + bias > 0)
