"""Exercise: batch normalization in evaluation, by the running statistics."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Function, Tolerance
from autograder.exercises.regularization.samples import (
    batch,
    hundreds,
    quarters,
    reals,
    whole,
)
from nnlib import layers


def eval_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make samples whose own statistics are not the running ones."""
    return [
        Case(
            (np.array([[5.0]]), np.array([2.0]), np.array([1.0]), np.array([3.0]), np.array([3.0]),
             1.0),
            working="(5 - 3) / √(3 + 1) = 1; 2·1 + 1 = 3",
        ),
        Case((*layer(rng, 5, 3), 0.4), "a batch"),
        Case((*layer(rng, 3, 4), 0.9), "a batch"),
        Case((reals(rng, 1, 3), *learnt(rng, 3), 0.5), "one sample"),
        Case((reals(rng, 1, 2), *learnt(rng, 2), 0.8), "one sample"),
        Case((*layer(rng, 4, 1), 0.6), "one feature"),
        Case((*layer(rng, 3, 1), 0.7), "one feature"),
        Case((*layer(rng, 3, 3), 0.3), "as many features as samples"),
        Case((*layer(rng, 4, 4), 0.5), "as many features as samples"),
        Case((*layer(rng, 5, 3, hundreds), 1e-5), "large values"),
        Case((*layer(rng, 4, 2, hundreds), 1e-5), "large values"),
        Case((*layer(rng, 4, 3, whole), 1), "integers"),
        Case((*layer(rng, 5, 2, whole), 2), "integers"),
        Case((*layer(rng, 4, 3, quarters), 0.5), "float32"),
        Case((*layer(rng, 6, 2, quarters), 0.75), "float32"),
    ]  # fmt: skip


def layer(rng: np.random.Generator, m: int, n: int, draw: Function = reals) -> tuple[Any, ...]:
    """Draw a batch with all that a layer has learnt, and the running statistics."""
    return batch(rng, m, n, draw), *learnt(rng, n, draw)


def learnt(rng: np.random.Generator, n: int, draw: Function = reals) -> tuple[Any, ...]:
    """Draw γ, β and the running statistics; the running mean is further out than any sample."""
    small = reals if draw is hundreds else draw
    return small(rng, n), small(rng, n), 3 * draw(rng, n), np.abs(small(rng, n)) * 2


BATCH_NORM_EVAL = Exercise(
    id="regularization.batch_norm_eval",
    points=2,
    covers=("R6",),
    reference=layers.batch_norm_eval,
    cases=eval_cases,
    tolerance=Tolerance(atol=1e-5, float32_atol=1e-4),
    hints=(
        "The formula is that of training, with another mean and another variance.",
        "Use the running mean and the running variance. Nothing is taken from the batch, so it "
        "works for a single sample too.",
        "γ and β stay: the network has learnt to work with them.",
    ),
)


@BATCH_NORM_EVAL.misconception
def batch_statistics(X, gamma, beta, running_mean, running_var, eps):
    """You used the batch's own mean and variance, as in training. In evaluation an answer must not
    depend on who else is in the batch: use the running ones.
    """
    return gamma * (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + eps) + beta


@BATCH_NORM_EVAL.misconception
def variance_of_the_batch(X, gamma, beta, running_mean, running_var, eps):
    """The mean is the running one, but your variance is still the batch's own."""
    return gamma * (X - running_mean) / np.sqrt(X.var(axis=0) + eps) + beta


@BATCH_NORM_EVAL.misconception
def mean_of_the_batch(X, gamma, beta, running_mean, running_var, eps):
    """The variance is the running one, but your mean is still the batch's own."""
    return gamma * (X - X.mean(axis=0)) / np.sqrt(running_var + eps) + beta


@BATCH_NORM_EVAL.misconception
def only_normalized(X, gamma, beta, running_mean, running_var, eps):
    """γ and β are missing. The layers behind have learnt to work with them, so they belong to
    evaluation too.
    """
    return (X - running_mean) / np.sqrt(running_var + eps)


@BATCH_NORM_EVAL.misconception
def gamma_forgotten(X, gamma, beta, running_mean, running_var, eps):
    """γ is missing: each normalized feature is multiplied by its own γ, here too."""
    return (X - running_mean) / np.sqrt(running_var + eps) + beta


@BATCH_NORM_EVAL.misconception
def beta_forgotten(X, gamma, beta, running_mean, running_var, eps):
    """β is missing: at the end each feature is shifted by its own β, here too."""
    return gamma * (X - running_mean) / np.sqrt(running_var + eps)


@BATCH_NORM_EVAL.misconception
def root_forgotten(X, gamma, beta, running_mean, running_var, eps):
    """You divide by the running variance. Take the root first, then divide."""
    return gamma * (X - running_mean) / (running_var + eps) + beta


@BATCH_NORM_EVAL.misconception
def eps_outside_the_root(X, gamma, beta, running_mean, running_var, eps):
    """You add ε to the deviation. It is added to the variance, under the root."""
    return gamma * (X - running_mean) / (np.sqrt(running_var) + eps) + beta


@BATCH_NORM_EVAL.misconception
def mean_not_subtracted(X, gamma, beta, running_mean, running_var, eps):
    """You did not subtract the running mean."""
    return gamma * X / np.sqrt(running_var + eps) + beta


@BATCH_NORM_EVAL.misconception
def beta_before_gamma(X, gamma, beta, running_mean, running_var, eps):
    """You add β before you multiply by γ. First multiply, then add."""
    return gamma * ((X - running_mean) / np.sqrt(running_var + eps) + beta)


@BATCH_NORM_EVAL.misconception
def left_as_it_is(X, gamma, beta, running_mean, running_var, eps):
    """You return the samples as they came. Unlike dropout, batch norm also works in evaluation: by
    the running mean and variance.
    """
    return X * 1.0
