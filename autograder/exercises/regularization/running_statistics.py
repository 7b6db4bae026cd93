"""Exercise: the running mean and variance, which evaluation will use."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Function, Tolerance
from autograder.exercises.regularization.samples import (
    hundreds,
    quarters,
    reals,
    whole,
)
from nnlib.by_hand.layers import running_statistics


def running_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make statistics of several batches, and a start that is not 0 and 1."""
    return [
        Case(
            (np.array([0.0]), np.array([1.0]), np.array([[4.0], [8.0]]), np.array([[3.0], [1.0]]),
             0.25),
            working="mean: 0.75·0 + 0.25·4 = 1, then 0.75·1 + 0.25·8 = 2.75; "
            "variance: 0.75·1 + 0.25·3 = 1.5, then 0.75·1.5 + 0.25·1 = 1.375",
        ),
        Case((*statistics(rng, 3, 2), 0.1), "several batches"),
        Case((*statistics(rng, 5, 3), 0.3), "several batches"),
        Case((*statistics(rng, 1, 3), 0.1), "one batch"),
        Case((*statistics(rng, 1, 4), 0.7), "one batch"),
        Case((*statistics(rng, 4, 1), 0.2), "one feature"),
        Case((*statistics(rng, 2, 1), 0.6), "one feature"),
        Case((*statistics(rng, 3, 3, hundreds), 0.1), "large values"),
        Case((*statistics(rng, 2, 2, hundreds), 0.9), "large values"),
        Case((*statistics(rng, 3, 2, whole), 0.1), "integers"),
        Case((*statistics(rng, 2, 4, whole), 0.25), "integers"),
        Case((*statistics(rng, 3, 2, quarters), 0.25), "float32"),
        Case((*statistics(rng, 4, 3, quarters), 0.125), "float32"),
    ]  # fmt: skip


def statistics(rng: np.random.Generator, k: int, n: int, draw: Function = reals) -> tuple[Any, ...]:
    """Draw a mean and a variance to begin with, and those of k batches."""
    return draw(rng, n), np.abs(draw(rng, n)), draw(rng, k, n), np.abs(draw(rng, k, n)) * 2


RUNNING_STATISTICS = Exercise(
    id="regularization.running_statistics",
    points=2,
    covers=("R6",),
    reference=running_statistics,
    cases=running_cases,
    tolerance=Tolerance(atol=1e-6),
    hints=(
        "Go through the batches in their order. At each one, replace the running mean and the "
        "running variance by a mixture of the old and the new.",
        "The newest batch has the share `momentum`, what was known before the share "
        "`1 - momentum`. With 0.1, each batch moves the running numbers a little.",
        "`for mean, var in zip(means, variances):` gives one batch at a time. Build new arrays: "
        "`running_mean = (1 - momentum) * running_mean + …`",
    ),
)


@RUNNING_STATISTICS.misconception
def shares_swapped(running_mean, running_var, means, variances, momentum):
    """You give the newest batch the share 1 - momentum. Some libraries write it so (Keras does);
    here momentum itself is the share of the newest batch.
    """
    for mean, var in zip(means, variances, strict=True):
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * var
    return running_mean, running_var


@RUNNING_STATISTICS.misconception
def mean_of_the_batches(running_mean, running_var, means, variances, momentum):
    """You took the plain mean of all batches. What was known before is lost so, and an old batch
    counts as much as the newest.
    """
    return means.mean(axis=0), variances.mean(axis=0)


@RUNNING_STATISTICS.misconception
def last_batch_alone(running_mean, running_var, means, variances, momentum):
    """You keep the last batch alone. It has only a share in the running numbers."""
    return means[-1], variances[-1]


@RUNNING_STATISTICS.misconception
def each_from_the_start(running_mean, running_var, means, variances, momentum):
    """You mix each batch with the numbers from the very beginning, so that only the last one is
    left. Go on from what the batch before has left.
    """
    new_mean = (1 - momentum) * running_mean + momentum * means[-1]
    return new_mean, (1 - momentum) * running_var + momentum * variances[-1]


@RUNNING_STATISTICS.misconception
def first_batch_alone(running_mean, running_var, means, variances, momentum):
    """You stop after the first batch. Return only after the last one: look at how far the line is
    indented.
    """
    for mean, var in zip(means, variances, strict=True):
        new_mean = (1 - momentum) * running_mean + momentum * mean
        return new_mean, (1 - momentum) * running_var + momentum * var


@RUNNING_STATISTICS.misconception
def starts_from_0(running_mean, running_var, means, variances, momentum):
    """You begin at 0. Go on from the running mean and variance that you are given."""
    running_mean, running_var = 0.0 * running_mean, 0.0 * running_var
    for mean, var in zip(means, variances, strict=True):
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var
    return running_mean, running_var


@RUNNING_STATISTICS.misconception
def never_forgets(running_mean, running_var, means, variances, momentum):
    """You add a share of each batch and keep the old numbers whole, so that they only grow. The old
    ones keep the share 1 - momentum.
    """
    for mean, var in zip(means, variances, strict=True):
        running_mean = running_mean + momentum * mean
        running_var = running_var + momentum * var
    return running_mean, running_var


@RUNNING_STATISTICS.misconception
def mean_alone(running_mean, running_var, means, variances, momentum):
    """Your running variance does not move. It follows the batches as the mean does."""
    for mean in means:
        running_mean = (1 - momentum) * running_mean + momentum * mean
    return running_mean, running_var


@RUNNING_STATISTICS.misconception
def batches_averaged_first(running_mean, running_var, means, variances, momentum):
    """You averaged the batches first and mixed once. Each batch has its own step, so that newer
    ones count more.
    """
    new_mean = (1 - momentum) * running_mean + momentum * means.mean(axis=0)
    return new_mean, (1 - momentum) * running_var + momentum * variances.mean(axis=0)


@RUNNING_STATISTICS.misconception
def deviations_averaged(running_mean, running_var, means, variances, momentum):
    """You mixed the deviations, the roots. It is the variances themselves that are mixed."""
    deviation = np.sqrt(running_var)
    for mean, var in zip(means, variances, strict=True):
        running_mean = (1 - momentum) * running_mean + momentum * mean
        deviation = (1 - momentum) * deviation + momentum * np.sqrt(var)
    return running_mean, deviation**2


@RUNNING_STATISTICS.misconception
def variance_first(running_mean, running_var, means, variances, momentum):
    """Both are right, in the wrong order: return the mean first, then the variance."""
    for mean, var in zip(means, variances, strict=True):
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var
    return running_var, running_mean


@RUNNING_STATISTICS.misconception
def changed_in_place(running_mean, running_var, means, variances, momentum):
    """You changed the arrays that you were given, so their owner loses the old ones. Build new
    arrays.
    """
    for mean, var in zip(means, variances, strict=True):
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (var - running_var)
    return running_mean, running_var
