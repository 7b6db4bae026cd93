"""Exercise: batch normalization in training, by the batch's own mean and variance."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.exercises.model import Case, Exercise, Function, Misconception, Tolerance
from autograder.exercises.regularization.samples import (
    LESSON,
    Array,
    batch,
    hundreds,
    quarters,
    reals,
    whole,
)
from nnlib.layers import batch_norm_steps


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


def _divided_by_one_less(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0, ddof=1)
    return gamma * (X - mean) / np.sqrt(var + eps) + beta, mean, var


def _over_the_features(X, gamma, beta, eps):
    mean, var = X.mean(axis=1), X.var(axis=1)
    return gamma * (X - mean) / np.sqrt(var + eps) + beta, mean, var


def _each_sample_alone(X, gamma, beta, eps):
    mean, var = X.mean(axis=1), X.var(axis=1)
    return gamma * (X - mean[:, None]) / np.sqrt(var[:, None] + eps) + beta, mean, var


def _one_for_all_features(X, gamma, beta, eps):
    mean, var = X.mean(), X.var()
    return gamma * (X - mean) / np.sqrt(var + eps) + beta, mean, var


def _eps_outside_the_root(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / (np.sqrt(var) + eps) + beta, mean, var


def _root_forgotten(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / (var + eps) + beta, mean, var


def _eps_forgotten(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / np.sqrt(var) + beta, mean, var


def _gamma_forgotten(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.sqrt(var + eps) + beta, mean, var


def _beta_forgotten(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / np.sqrt(var + eps), mean, var


def _only_normalized(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / np.sqrt(var + eps), mean, var


def _beta_before_gamma(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * ((X - mean) / np.sqrt(var + eps) + beta), mean, var


def _gamma_and_beta_swapped(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return beta * (X - mean) / np.sqrt(var + eps) + gamma, mean, var


def _mean_not_subtracted(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * X / np.sqrt(var + eps) + beta, mean, var


def _deviation_returned(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / np.sqrt(var + eps) + beta, mean, np.sqrt(var)


BATCH_NORM_FORWARD = Exercise(
    id="regularization.batch_norm_forward",
    name="batch_norm_forward",
    lesson=LESSON,
    points=2,
    covers=("R6",),
    reference=batch_norm_steps.batch_norm_forward,
    cases=forward_cases,
    tolerance=Tolerance(atol=1e-5, float32_atol=1e-4),
    hints=(
        "Each feature is a column. Take the mean and the variance of each, over the samples.",
        "Subtract the mean, divide by the root of (variance + ε), and only then use γ and β.",
        "`X.mean(axis=0)` and `X.var(axis=0)` go down the columns; NumPy's `var` divides by m.",
        "Return the result, the mean and the variance, in this order.",
    ),
    misconceptions=(
        Misconception(
            "divided_by_one_less",
            "Your variance is divided by m - 1. In training it is divided by m, the number of "
            "samples in the batch.",
            _divided_by_one_less,
        ),
        Misconception(
            "over_the_features",
            "You take the mean over each row. A row is one sample; each feature is a column and "
            "has its own mean over the samples.",
            _over_the_features,
        ),
        Misconception(
            "each_sample_alone",
            "You normalize each sample by itself: that is called layer normalization. Batch norm "
            "goes over the samples, feature by feature.",
            _each_sample_alone,
        ),
        Misconception(
            "one_for_all_features",
            "You took one mean and one variance for the whole batch. Each feature has its own.",
            _one_for_all_features,
        ),
        Misconception(
            "eps_outside_the_root",
            "You add ε to the deviation. It is added to the variance, under the root.",
            _eps_outside_the_root,
        ),
        Misconception(
            "root_forgotten",
            "You divide by the variance. Take the root first, then divide.",
            _root_forgotten,
        ),
        Misconception(
            "eps_forgotten",
            "ε is missing. Without it a feature that never changes would be divided by 0.",
            _eps_forgotten,
        ),
        Misconception(
            "gamma_forgotten",
            "γ is missing: each normalized feature is multiplied by its own γ.",
            _gamma_forgotten,
        ),
        Misconception(
            "beta_forgotten",
            "β is missing: at the end each feature is shifted by its own β.",
            _beta_forgotten,
        ),
        Misconception(
            "only_normalized",
            "You stop after normalizing. Then come γ and β, by which the network chooses the "
            "spread and the centre that it needs.",
            _only_normalized,
        ),
        Misconception(
            "beta_before_gamma",
            "You add β before you multiply by γ. First multiply, then add.",
            _beta_before_gamma,
        ),
        Misconception(
            "gamma_and_beta_swapped",
            "γ and β have changed places: γ multiplies, β is added.",
            _gamma_and_beta_swapped,
        ),
        Misconception(
            "mean_not_subtracted",
            "You did not subtract the mean, so the features keep their old centre.",
            _mean_not_subtracted,
        ),
        Misconception(
            "deviation_returned",
            "The result is right, but the third thing to return is the variance, not its root.",
            _deviation_returned,
        ),
    ),
)
