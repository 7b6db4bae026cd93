"""Exercise: each feature on one scale, (x - μ) / σ column by column."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.statistics.samples import LESSON, Array
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


def _whole_matrix(X):
    return (X - X.mean()) / X.std()


def _by_row(X):
    sigma = X.std(axis=1, keepdims=True)
    return (X - X.mean(axis=1, keepdims=True)) / np.where(sigma == 0, 1, sigma)


def _constant_feature_lost(X):
    return (X - X.mean(axis=0)) / X.std(axis=0)


def _variance_for_deviation(X):
    variance = X.var(axis=0)
    return (X - X.mean(axis=0)) / np.where(variance == 0, 1, variance)


def _divided_by_n_minus_1(X):
    sigma = X.std(axis=0, ddof=1)
    return (X - X.mean(axis=0)) / np.where(sigma == 0, 1, sigma)


def _only_shifted(X):
    return X - X.mean(axis=0)


def _only_scaled(X):
    sigma = X.std(axis=0)
    return X / np.where(sigma == 0, 1, sigma)


def _mean_after_dividing(X):
    sigma = X.std(axis=0)
    return X / np.where(sigma == 0, 1, sigma) - X.mean(axis=0)


def _squeezed_between_0_and_1(X):
    width = X.max(axis=0) - X.min(axis=0)
    return (X - X.min(axis=0)) / np.where(width == 0, 1, width)


def _one_deviation_for_all(X):
    sigma = X.std()
    return (X - X.mean(axis=0)) / sigma


def _changed_in_place(X):
    sigma = X.std(axis=0)
    X -= X.mean(axis=0)
    X /= np.where(sigma == 0, 1, sigma)
    return X


STANDARDIZE = Exercise(
    id="statistics.standardize",
    name="standardize",
    lesson=LESSON,
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
    misconceptions=(
        Misconception(
            "whole_matrix",
            "You took one mean and one deviation over the whole table. Each feature, each "
            "column, has its own.",
            _whole_matrix,
        ),
        Misconception(
            "by_row",
            "You put each sample, each row, on its own scale. It is the features that have "
            "different scales: go column by column.",
            _by_row,
        ),
        Misconception(
            "constant_feature_lost",
            "Where a feature never varies you divide 0 by 0, which is nan. Divide such a column "
            "by 1.",
            _constant_feature_lost,
        ),
        Misconception(
            "variance_for_deviation",
            "You divided by the variance. Divide by its root, the standard deviation.",
            _variance_for_deviation,
        ),
        Misconception(
            "divided_by_n_minus_1",
            "Your deviation is divided by n - 1 (`ddof=1`). Here, and in batch norm, it is "
            "divided by n.",
            _divided_by_n_minus_1,
        ),
        Misconception(
            "only_shifted",
            "You moved each column to the mean 0, but its spread is still the old one. Divide by "
            "the deviation too.",
            _only_shifted,
        ),
        Misconception(
            "only_scaled",
            "You divided by the deviation, but the mean is not 0. Take the mean away first.",
            _only_scaled,
        ),
        Misconception(
            "mean_after_dividing",
            "You divided X first and took the mean away after that. Both parts are divided: "
            "(X - mean) in brackets.",
            _mean_after_dividing,
        ),
        Misconception(
            "squeezed_between_0_and_1",
            "You squeezed each column between 0 and 1, by its smallest and largest number. That "
            "is another way of scaling; here it is done by mean and deviation.",
            _squeezed_between_0_and_1,
        ),
        Misconception(
            "one_deviation_for_all",
            "Each column has its own mean, but you divided all by one deviation, that of the "
            "whole table. Each column has its own.",
            _one_deviation_for_all,
        ),
        Misconception(
            "changed_in_place",
            "You wrote into the array that you were given, so its owner loses the data. Build a "
            "new one: `X - …` instead of `X -= …`.",
            _changed_in_place,
        ),
    ),
)
