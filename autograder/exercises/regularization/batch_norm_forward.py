"""Exercise: batch normalization in training, by the batch's own mean and variance."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.draws import Array
from autograder.exercises.model import Case, Exercise, Function, Tolerance
from autograder.exercises.regularization.samples import batch, hundreds, quarters, reals, whole
from nnlib.by_hand.layers import batch_norm_forward


def forward_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make batches with an ε that shows, and one feature that never changes."""
    return [
        Case(
            (np.array([[1.0, 10.0], [3.0, 30.0]]), np.array([1.0, 2.0]), np.array([0.0, 5.0]), 3.0),
            working="first feature: mean (1 + 3) / 2 = 2, variance ((-1)² + 1²) / 2 = 1, "
            "√(1 + 3) = 2, so -1/2 and 1/2; second: mean 20, variance 100, √103 = 10.15, "
            "2·(-10/10.15) + 5 = 3.03 and 6.97",
        ),
        Case((*layer(rng, 6, 3), 0.4), "a batch"),
        Case((*layer(rng, 4, 2), 0.9), "a batch"),
        Case((*layer(rng, 2, 3), 0.5), "two samples"),
        Case((*layer(rng, 2, 5), 0.7), "two samples"),
        Case((*layer(rng, 5, 1), 0.6), "one feature"),
        Case((*layer(rng, 3, 1), 0.8), "one feature"),
        Case((*layer(rng, 4, 4), 0.3), "as many features as samples"),
        Case((*layer(rng, 3, 3), 0.5), "as many features as samples"),
        Case((*with_a_constant(layer(rng, 5, 3)), 0.3), "a feature that never changes"),
        Case((*with_a_constant(layer(rng, 4, 2)), 0.8), "a feature that never changes"),
        Case((*layer(rng, 5, 3, hundreds), 1e-5), "large values"),
        Case((*layer(rng, 6, 2, hundreds), 1e-5), "large values"),
        Case((*layer(rng, 4, 3, whole), 1), "integers"),
        Case((*layer(rng, 5, 2, whole), 2), "integers"),
        Case((*layer(rng, 4, 3, quarters), 0.5), "float32"),
        Case((*layer(rng, 6, 2, quarters), 0.75), "float32"),
    ]


def layer(rng: np.random.Generator, m: int, n: int, draw: Function = reals) -> tuple[Any, ...]:
    """Draw a batch with a γ and a β for each feature."""
    learnt = reals if draw is hundreds else draw
    return batch(rng, m, n, draw), learnt(rng, n), learnt(rng, n)


def with_a_constant(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give the first feature the same value in all samples."""
    X: Array = parts[0].copy()
    X[:, 0] = 1.5
    return X, *parts[1:]


BATCH_NORM_FORWARD = Exercise(
    id="regularization.batch_norm_forward",
    points=2,
    covers=("R6",),
    reference=batch_norm_forward,
    cases=forward_cases,
    tolerance=Tolerance(atol=1e-5, float32_atol=1e-4),
    hints=(
        "Each feature is a column. Take the mean and the variance of each, over the samples.",
        "Subtract the mean, divide by the root of (variance + ε), and only then use γ and β.",
        "`X.mean(axis=0)` and `X.var(axis=0)` go down the columns; NumPy's `var` divides by m.",
        "Return the result, the mean and the variance, in this order.",
    ),
)


@BATCH_NORM_FORWARD.misconception
def divided_by_one_less(X, gamma, beta, eps):
    """Your variance is divided by m - 1. In training it is divided by m, the number of samples in
    the batch.
    """
    mean, var = X.mean(axis=0), X.var(axis=0, ddof=1)
    return gamma * (X - mean) / np.sqrt(var + eps) + beta, mean, var


@BATCH_NORM_FORWARD.misconception
def over_the_features(X, gamma, beta, eps):
    """You take the mean over each row. A row is one sample; each feature is a column and has its
    own mean over the samples.
    """
    mean, var = X.mean(axis=1), X.var(axis=1)
    return gamma * (X - mean) / np.sqrt(var + eps) + beta, mean, var


@BATCH_NORM_FORWARD.misconception
def each_sample_alone(X, gamma, beta, eps):
    """You normalize each sample by itself: that is called layer normalization. Batch norm goes over
    the samples, feature by feature.
    """
    mean, var = X.mean(axis=1), X.var(axis=1)
    return gamma * (X - mean[:, None]) / np.sqrt(var[:, None] + eps) + beta, mean, var


@BATCH_NORM_FORWARD.misconception
def one_for_all_features(X, gamma, beta, eps):
    """You took one mean and one variance for the whole batch. Each feature has its own."""
    mean, var = X.mean(), X.var()
    return gamma * (X - mean) / np.sqrt(var + eps) + beta, mean, var


@BATCH_NORM_FORWARD.misconception
def eps_outside_the_root(X, gamma, beta, eps):
    """You add ε to the deviation. It is added to the variance, under the root."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / (np.sqrt(var) + eps) + beta, mean, var


@BATCH_NORM_FORWARD.misconception
def root_forgotten(X, gamma, beta, eps):
    """You divide by the variance. Take the root first, then divide."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / (var + eps) + beta, mean, var


@BATCH_NORM_FORWARD.misconception
def eps_forgotten(X, gamma, beta, eps):
    """ε is missing. Without it a feature that never changes would be divided by 0."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / np.sqrt(var) + beta, mean, var


@BATCH_NORM_FORWARD.misconception
def gamma_forgotten(X, gamma, beta, eps):
    """γ is missing: each normalized feature is multiplied by its own γ."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.sqrt(var + eps) + beta, mean, var


@BATCH_NORM_FORWARD.misconception
def beta_forgotten(X, gamma, beta, eps):
    """β is missing: at the end each feature is shifted by its own β."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / np.sqrt(var + eps), mean, var


@BATCH_NORM_FORWARD.misconception
def only_normalized(X, gamma, beta, eps):
    """You stop after normalizing. Then come γ and β, by which the network chooses the spread and
    the centre that it needs.
    """
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.sqrt(var + eps), mean, var


@BATCH_NORM_FORWARD.misconception
def beta_before_gamma(X, gamma, beta, eps):
    """You add β before you multiply by γ. First multiply, then add."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * ((X - mean) / np.sqrt(var + eps) + beta), mean, var


@BATCH_NORM_FORWARD.misconception
def gamma_and_beta_swapped(X, gamma, beta, eps):
    """γ and β have changed places: γ multiplies, β is added."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return beta * (X - mean) / np.sqrt(var + eps) + gamma, mean, var


@BATCH_NORM_FORWARD.misconception
def mean_not_subtracted(X, gamma, beta, eps):
    """You did not subtract the mean, so the features keep their old centre."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * X / np.sqrt(var + eps) + beta, mean, var


@BATCH_NORM_FORWARD.misconception
def deviation_returned(X, gamma, beta, eps):
    """The result is right, but the third thing to return is the variance, not its root."""
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / np.sqrt(var + eps) + beta, mean, np.sqrt(var)
