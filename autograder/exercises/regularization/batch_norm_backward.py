"""Exercise: the way back through batch normalization, in closed form."""

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
from nnlib.by_hand.layers import batch_norm_backward


def backward_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make gradients that shift and stretch, with an ε that shows."""
    return [
        Case(
            (np.array([[1.0], [3.0]]), np.array([[0.0], [2.0]]), np.array([4.0]), 3.0),
            working="mean 1, variance 1, √(1 + 3) = 2, x̂ = [-0.5, 0.5]; β: 1 + 3 = 4; "
            "γ: -0.5·1 + 0.5·3 = 1; x: mean(g) = 2, mean(g x̂) = 0.5, "
            "4/2 · [1 - 2 + 0.5·0.5, 3 - 2 - 0.5·0.5] = [-1.5, 1.5]",
        ),
        Case((*layer(rng, 6, 3), 0.4), "a batch"),
        Case((*layer(rng, 4, 2), 0.9), "a batch"),
        Case((*layer(rng, 2, 3), 0.5), "two samples"),
        Case((*layer(rng, 2, 4), 0.7), "two samples"),
        Case((*layer(rng, 5, 1), 0.6), "one feature"),
        Case((*layer(rng, 3, 1), 0.8), "one feature"),
        Case((*layer(rng, 4, 4), 0.3), "as many features as samples"),
        Case((*layer(rng, 3, 3), 0.5), "as many features as samples"),
        Case((*layer(rng, 5, 3, hundreds), 1e-5), "large values"),
        Case((*layer(rng, 6, 2, hundreds), 1e-5), "large values"),
        Case((*layer(rng, 4, 3, whole), 1), "integers"),
        Case((*layer(rng, 5, 2, whole), 2), "integers"),
        Case((*layer(rng, 4, 3, quarters), 0.5), "float32"),
        Case((*layer(rng, 6, 2, quarters), 0.75), "float32"),
    ]


def layer(rng: np.random.Generator, m: int, n: int, draw: Function = reals) -> tuple[Any, ...]:
    """Draw a batch with a γ for each feature, and a gradient that has a mean and goes along x̂."""
    small = reals if draw is hundreds else draw
    X, gamma = batch(rng, m, n, draw), small(rng, n)
    normalized = (X - X.mean(axis=0)) / X.std(axis=0)
    while True:
        gradient = draw(rng, m, n)
        scale = np.abs(gradient).max()
        along = np.abs((gradient * normalized).mean(axis=0)) / scale
        if min(np.abs(gradient.mean(axis=0)).min() / scale, along.min()) > 0.02:
            return gradient, X, gamma


BATCH_NORM_BACKWARD = Exercise(
    id="regularization.batch_norm_backward",
    points=3,
    covers=("R6",),
    reference=batch_norm_backward,
    cases=backward_cases,
    tolerance=Tolerance(rtol=2e-5, atol=2e-5, float32_rtol=5e-4, float32_atol=5e-4),
    hints=(
        "First make what the way forward made: the deviation √(σ² + ε), and x̂.",
        "γ and β are the easy ones: sums over the batch, Σ g x̂ and Σ g.",
        "For x take two things out of g: its mean, and x̂ times the mean of g x̂. Then multiply by "
        "γ and divide by the deviation.",
        "All sums and means go down the columns: `axis=0`.",
    ),
)


@BATCH_NORM_BACKWARD.misconception
def statistics_as_constants(gradient, X, gamma, eps):
    """Your gradient by x treats mean and variance as fixed. Each x moves both of them too: take
    mean(g) and x̂ mean(g x̂) out of g.
    """
    s = np.sqrt(X.var(axis=0) + eps)
    n = (X - X.mean(axis=0)) / s
    return gamma / s * gradient, (gradient * n).sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def variance_as_constant(gradient, X, gamma, eps):
    """You took mean(g) out, but not x̂ mean(g x̂). Each x also moves the variance."""
    s = np.sqrt(X.var(axis=0) + eps)
    n = (X - X.mean(axis=0)) / s
    by_x = gamma / s * (gradient - gradient.mean(axis=0))
    return by_x, (gradient * n).sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def mean_as_constant(gradient, X, gamma, eps):
    """You took x̂ mean(g x̂) out, but not mean(g). Each x also moves the mean."""
    s = np.sqrt(X.var(axis=0) + eps)
    n = (X - X.mean(axis=0)) / s
    by_x = gamma / s * (gradient - n * (gradient * n).mean(axis=0))
    return by_x, (gradient * n).sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def gamma_forgotten(gradient, X, gamma, eps):
    """In the gradient by x, γ is missing: forward each x̂ was multiplied by it."""
    s = np.sqrt(X.var(axis=0) + eps)
    n = (X - X.mean(axis=0)) / s
    by_x = (gradient - gradient.mean(axis=0) - n * (gradient * n).mean(axis=0)) / s
    return by_x, (gradient * n).sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def deviation_forgotten(gradient, X, gamma, eps):
    """In the gradient by x, the division by the deviation is missing."""
    s = np.sqrt(X.var(axis=0) + eps)
    n = (X - X.mean(axis=0)) / s
    by_x = gamma * (gradient - gradient.mean(axis=0) - n * (gradient * n).mean(axis=0))
    return by_x, (gradient * n).sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def root_forgotten(gradient, X, gamma, eps):
    """You divide by the variance. Take the root of (variance + ε) first."""
    s = X.var(axis=0) + eps
    n = (X - X.mean(axis=0)) / s
    by_x = gamma / s * (gradient - gradient.mean(axis=0) - n * (gradient * n).mean(axis=0))
    return by_x, (gradient * n).sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def sums_for_means(gradient, X, gamma, eps):
    """You took sums out of g. In the gradient by x they are means over the batch."""
    s = np.sqrt(X.var(axis=0) + eps)
    n = (X - X.mean(axis=0)) / s
    by_x = gamma / s * (gradient - gradient.sum(axis=0) - n * (gradient * n).sum(axis=0))
    return by_x, (gradient * n).sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def means_for_sums(gradient, X, gamma, eps):
    """Your gradients by γ and β are means. They are sums: the mean over the batch is in g already,
    as it comes from the loss.
    """
    s = np.sqrt(X.var(axis=0) + eps)
    n = (X - X.mean(axis=0)) / s
    by_x = gamma / s * (gradient - gradient.mean(axis=0) - n * (gradient * n).mean(axis=0))
    return by_x, (gradient * n).mean(axis=0), gradient.mean(axis=0)


@BATCH_NORM_BACKWARD.misconception
def gamma_like_beta(gradient, X, gamma, eps):
    """Your gradient by γ is that of β. γ multiplies x̂, so x̂ belongs in its sum."""
    s = np.sqrt(X.var(axis=0) + eps)
    n = (X - X.mean(axis=0)) / s
    by_x = gamma / s * (gradient - gradient.mean(axis=0) - n * (gradient * n).mean(axis=0))
    return by_x, gradient.sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def gamma_with_x(gradient, X, gamma, eps):
    """In your gradient by γ stands x. γ multiplies the normalized x̂."""
    s = np.sqrt(X.var(axis=0) + eps)
    n = (X - X.mean(axis=0)) / s
    by_x = gamma / s * (gradient - gradient.mean(axis=0) - n * (gradient * n).mean(axis=0))
    return by_x, (gradient * X).sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def divided_by_one_less(gradient, X, gamma, eps):
    """Your variance is divided by m - 1. On the way forward it was divided by m."""
    s = np.sqrt(X.var(axis=0, ddof=1) + eps)
    n = (X - X.mean(axis=0)) / s
    by_x = gamma / s * (gradient - gradient.mean(axis=0) - n * (gradient * n).mean(axis=0))
    return by_x, (gradient * n).sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def eps_forgotten(gradient, X, gamma, eps):
    """ε is missing under the root. It was there on the way forward."""
    s = np.sqrt(X.var(axis=0))
    n = (X - X.mean(axis=0)) / s
    by_x = gamma / s * (gradient - gradient.mean(axis=0) - n * (gradient * n).mean(axis=0))
    return by_x, (gradient * n).sum(axis=0), gradient.sum(axis=0)


@BATCH_NORM_BACKWARD.misconception
def over_the_features(gradient, X, gamma, eps):
    """You go along the rows. A row is one sample; each feature is a column, and its sums go over
    the samples.
    """
    s = np.sqrt(X.var(axis=1) + eps)
    n = (X - X.mean(axis=1)) / s
    by_x = gamma / s * (gradient - gradient.mean(axis=1) - n * (gradient * n).mean(axis=1))
    return by_x, (gradient * n).sum(axis=1), gradient.sum(axis=1)


@BATCH_NORM_BACKWARD.misconception
def beta_before_gamma(gradient, X, gamma, eps):
    """All three are right, but γ comes before β: return them in the order x, γ, β."""
    s = np.sqrt(X.var(axis=0) + eps)
    n = (X - X.mean(axis=0)) / s
    by_x = gamma / s * (gradient - gradient.mean(axis=0) - n * (gradient * n).mean(axis=0))
    return by_x, gradient.sum(axis=0), (gradient * n).sum(axis=0)
