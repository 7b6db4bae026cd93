"""Exercise: each feature on one scale, (x - μ) / σ column by column."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.statistics.samples import Array
from nnlib import statistics


def standardize_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make data of several shapes, also with features that never vary."""
    return [
        Case(
            (np.array([[1.0, 10.0], [3.0, 10.0], [3.0, 40.0], [1.0, 40.0]]),),
            working="first column: μ = 2, σ = 1, so (1 - 2) / 1 = -1 and (3 - 2) / 1 = 1; "
            "second column: μ = 25, σ = 15, so (10 - 25) / 15 = -1 and (40 - 25) / 15 = 1",
        ),
        Case(
            (np.array([[0.0, 5.0], [4.0, 5.0]]),),
            working="first column: μ = 2, σ = 2, so -1 and 1; "
            "second column: μ = 5, σ = 0, so only 5 - 5 = 0",
        ),
        Case((features(rng, 5, 3),), "samples and features"),
        Case((features(rng, 4, 6),), "samples and features"),
        Case((features(rng, 3, 3),), "as many samples as features"),
        Case((features(rng, 4, 4),), "as many samples as features"),
        Case((features(rng, 6, 1),), "one feature"),
        Case((features(rng, 3, 1),), "one feature"),
        Case((with_constant(features(rng, 4, 3), 1, 7.0),), "a feature that never varies"),
        Case((with_constant(features(rng, 5, 2), 0, -3.0),), "a feature that never varies"),
        Case((features(rng, 1, 3),), "one or two samples"),
        Case((features(rng, 2, 4),), "one or two samples"),
        Case((1000.0 * features(rng, 4, 2),), "large values"),
        Case((1000.0 * features(rng, 3, 5),), "large values"),
        Case((distinct(rng, 4, 3),), "integers"),
        Case((distinct(rng, 3, 2),), "integers"),
        Case((distinct(rng, 4, 2).astype(np.float32) / 8,), "float32"),
        Case((distinct(rng, 3, 5).astype(np.float32) / 8,), "float32"),
    ]


def features(rng: np.random.Generator, m: int, n: int) -> Array:
    """Draw samples whose features have scales and middles of their own."""
    return rng.normal(size=(m, n)) * rng.uniform(1.5, 8.0, n) + rng.uniform(2.0, 20.0, n)


def distinct(rng: np.random.Generator, m: int, n: int) -> Array:
    """Draw whole numbers of which no two are equal."""
    return rng.permutation(np.arange(-8, 40))[: m * n].reshape(m, n)


def with_constant(X: Array, column: int, value: float) -> Array:
    """Let one feature be the same for every sample."""
    X[:, column] = value
    return X


STANDARDIZE = Exercise(
    id="statistics.standardize",
    points=3,
    covers=("S4",),
    reference=statistics.standardize,
    cases=standardize_cases,
    hints=(
        "Each column is a heap of numbers of its own: it has its own mean and its own deviation.",
        "`X.mean(axis=0)` and `X.std(axis=0)` give one number for each column. Broadcasting "
        "subtracts and divides row by row.",
        "A column that never varies has the deviation 0. `np.where(sigma == 0, 1, sigma)` puts a "
        "1 there, and the column becomes 0.",
    ),
)


@STANDARDIZE.misconception
def whole_matrix(X):
    """You took one mean and one deviation over the whole table. Each feature, each column, has its
    own.
    """
    return (X - X.mean()) / X.std()


@STANDARDIZE.misconception
def by_row(X):
    """You put each sample, each row, on its own scale. It is the features that have different
    scales: go column by column.
    """
    sigma = X.std(axis=1, keepdims=True)
    return (X - X.mean(axis=1, keepdims=True)) / np.where(sigma == 0, 1, sigma)


@STANDARDIZE.misconception
def constant_feature_lost(X):
    """Where a feature never varies you divide 0 by 0, which is nan. Divide such a column by 1."""
    return (X - X.mean(axis=0)) / X.std(axis=0)


@STANDARDIZE.misconception
def variance_for_deviation(X):
    """You divided by the variance. Divide by its root, the standard deviation."""
    variance = X.var(axis=0)
    return (X - X.mean(axis=0)) / np.where(variance == 0, 1, variance)


@STANDARDIZE.misconception
def divided_by_n_minus_1(X):
    """Your deviation is divided by n - 1 (`ddof=1`). Here, and in batch norm, it is divided by
    n.
    """
    sigma = X.std(axis=0, ddof=1)
    return (X - X.mean(axis=0)) / np.where(sigma == 0, 1, sigma)


@STANDARDIZE.misconception
def only_shifted(X):
    """You moved each column to the mean 0, but its spread is still the old one. Divide by the
    deviation too.
    """
    return X - X.mean(axis=0)


@STANDARDIZE.misconception
def only_scaled(X):
    """You divided by the deviation, but the mean is not 0. Take the mean away first."""
    sigma = X.std(axis=0)
    return X / np.where(sigma == 0, 1, sigma)


@STANDARDIZE.misconception
def mean_after_dividing(X):
    """You divided X first and took the mean away after that. Both parts are divided: (X - mean) in
    brackets.
    """
    sigma = X.std(axis=0)
    return X / np.where(sigma == 0, 1, sigma) - X.mean(axis=0)


@STANDARDIZE.misconception
def squeezed_between_0_and_1(X):
    """You squeezed each column between 0 and 1, by its smallest and largest number. That is another
    way of scaling; here it is done by mean and deviation.
    """
    width = X.max(axis=0) - X.min(axis=0)
    return (X - X.min(axis=0)) / np.where(width == 0, 1, width)


@STANDARDIZE.misconception
def one_deviation_for_all(X):
    """Each column has its own mean, but you divided all by one deviation, that of the whole table.
    Each column has its own.
    """
    sigma = X.std()
    return (X - X.mean(axis=0)) / sigma


@STANDARDIZE.misconception
def changed_in_place(X):
    """You wrote into the array that you were given, so its owner loses the data. Build a new one:
    `X - …` instead of `X -= …`.
    """
    sigma = X.std(axis=0)
    X -= X.mean(axis=0)
    X /= np.where(sigma == 0, 1, sigma)
    return X
