"""Softmax: scores of several classes become probabilities."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Tolerance
from autograder.exercises.neuron.samples import eighths, mixed, whole
from nnlib import activations, layers


def softmax_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make score vectors and batches, square and not, near 0 and far away."""
    gap = float(rng.uniform(0.5, 2.0))
    return [
        Case((np.log([1.0, 2.0, 5.0]),), working="e^z = 1, 2, 5; sum 8;  1/8, 2/8, 5/8"),
        Case((np.array([3.0, 3.0]),), working="equal scores: e³ / (e³ + e³) = 1/2 each"),
        Case((mixed(rng, 3),), "one sample"),
        Case((mixed(rng, 5),), "one sample"),
        Case((mixed(rng, 4, 3),), "a batch"),
        Case((mixed(rng, 2, 4),), "a batch"),
        Case((mixed(rng, 1, 3),), "a batch"),
        Case((mixed(rng, 3, 3),), "as many samples as classes"),
        Case((mixed(rng, 4, 4),), "as many samples as classes"),
        Case((np.array([1000.0, 1000.0 + gap, 999.0]),), "large values"),
        Case((np.array([-1000.0, -1000.0 - gap]),), "large values"),
        Case((np.array([[1000.0, 1000.0 - gap], [-1000.0 + gap, -1000.0]]),), "large values"),
        Case((np.array([-1000.0, 1000.0, -1000.0 - gap]),), "large values"),
        Case((whole(rng, 4),), "integers"),
        Case((whole(rng, 2, 3),), "integers"),
        Case((eighths(rng, 4),), "float32"),
        Case((eighths(rng, 3, 2),), "float32"),
    ]


SOFTMAX = Exercise(
    id="neuron.softmax",
    points=3,
    covers=("N10",),
    reference=activations.softmax,
    equivalents=(layers.Softmax.forward,),
    cases=softmax_cases,
    tolerance=Tolerance(atol=1e-6),
    hints=(
        "Three steps: subtract the largest score, take e to the power of each, divide by the sum.",
        "Each row is a sample of its own. `axis=-1` works along a row, "
        "and along a plain vector too.",
        "`z.max(axis=-1, keepdims=True)` keeps the shape (m, 1), so that each row meets its own "
        "maximum. The sum needs the same.",
    ),
)


@SOFTMAX.misconception
def maximum_not_subtracted(z):
    """Right on paper, but e^1000 is too large for the computer and nan comes out. Subtract the
    largest score of the row first: the result stays the same.
    """
    powers = np.exp(z)
    return powers / powers.sum(axis=-1, keepdims=True)


@SOFTMAX.misconception
def one_maximum_for_all_rows(z):
    """You subtracted the largest score of the whole batch. In a row far below it every power
    becomes 0, and 0/0 is nan: each row needs its own maximum.
    """
    powers = np.exp(z - np.max(z))
    return powers / powers.sum(axis=-1, keepdims=True)


@SOFTMAX.misconception
def softmax_twice(z):
    """You applied softmax twice, which makes the probabilities more alike. Once is enough."""
    return activations.softmax(activations.softmax(z))


@SOFTMAX.misconception
def summed_over_samples(z):
    """Your columns sum to 1. Each row is a sample, so it is the rows that must sum to 1."""
    powers = np.exp(z - np.max(z, axis=0))
    return powers / powers.sum(axis=0)


@SOFTMAX.misconception
def summed_over_batch(z):
    """Your probabilities sum to 1 over the whole batch. Each sample, each row, has a sum of 1 of
    its own.
    """
    powers = np.exp(z - np.max(z))
    return powers / powers.sum()


@SOFTMAX.misconception
def sums_in_wrong_places(z):
    """You divided by the sums of other rows: a vector of sums lies along the columns. Keep it a
    column, so that each row meets its own sum.
    """
    powers = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1)


@SOFTMAX.misconception
def without_powers(z):
    """You divided the scores by their sum without taking e to their power. Negative scores then
    give negative probabilities.
    """
    return z / np.sum(z, axis=-1, keepdims=True)


@SOFTMAX.misconception
def divided_by_largest(z):
    """The largest answer is always 1: you divided by the largest power. Divide by the sum of all,
    so that they sum to 1.
    """
    return np.exp(z - np.max(z, axis=-1, keepdims=True))


@SOFTMAX.misconception
def winner_takes_all(z):
    """You gave everything to the largest score. Softmax is soft: the others keep a share."""
    return np.where(z == np.max(z, axis=-1, keepdims=True), 1.0, 0.0)


@SOFTMAX.misconception
def sigmoid_of_each(z):
    """You squashed each score by itself, so they do not sum to 1. Softmax compares the scores with
    one another.
    """
    return activations.sigmoid(z)


@SOFTMAX.misconception
def minus_in_exponent(z):
    """The smallest score got the largest probability. The exponent is z, without a minus."""
    return activations.softmax(-z)


@SOFTMAX.misconception
def changed_in_place(z):
    """The answer is right, but you subtracted the maximum in the caller's own array. Make a new
    array and leave z as it was.
    """
    z -= z.max(axis=-1, keepdims=True)
    powers = np.exp(z)
    return powers / powers.sum(axis=-1, keepdims=True)


@SOFTMAX.misconception
def plain_formula(z):
    """For one sample with small scores this is right. Two things are missing: in a batch each row
    has a sum of its own, and the largest score of the row is subtracted first, so that e^1000 never
    comes up.
    """
    return np.exp(z) / np.sum(np.exp(z))


@SOFTMAX.misconception
def batches_only(z):
    """Your code works for a batch and stops at a single sample, which has no axis 1. `axis=-1`
    means the last axis: it works for both.
    """
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@SOFTMAX.misconception
def smallest_subtracted(z):
    """You subtracted the smallest score, so the others stay above 0 and e to their power may still
    be too large. Subtract the largest.
    """
    powers = np.exp(z - z.min(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
