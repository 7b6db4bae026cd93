"""Exercise: the mean of each column, with `axis`."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.start.tables import LESSON, tables
from nnlib import arrays


def means_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make tables of every shape: on square ones only the numbers tell the axes apart."""
    return [
        Case(
            (np.array([[1.0, 10.0], [3.0, 30.0], [5.0, 20.0]]),),
            working="(1 + 3 + 5) / 3 = 3;  (10 + 30 + 20) / 3 = 20",
        ),
        *tables(rng),
    ]


def _means_of_rows(X):
    return X.mean(axis=1)


def _one_mean_of_all(X):
    return X.mean()


def _sums(X):
    return X.sum(axis=0)


def _divided_by_columns(X):
    return X.sum(axis=0) / X.shape[1]


def _axis_kept(X):
    return X.mean(axis=0, keepdims=True)


def _first_column_only(X):
    return X[:, 0].mean()


def _first_row_only(X):
    return X[0] / 1


def _whole_division(X):
    return X.sum(axis=0) // X.shape[0]


COLUMN_MEANS = Exercise(
    id="start.column_means",
    name="column_means",
    lesson=LESSON,
    points=1,
    covers=(),
    reference=arrays.column_means,
    cases=means_cases,
    hints=(
        "`X.mean()` takes the mean of everything. Tell it along which axis.",
        "To go down a column means to go along the rows: this is axis 0. The axis that you name "
        "disappears from the shape.",
    ),
    misconceptions=(
        Misconception(
            "means_of_rows",
            "You took the mean of each row. `axis=0` goes down the columns, `axis=1` along the "
            "rows.",
            _means_of_rows,
        ),
        Misconception(
            "one_mean_of_all",
            "You took one mean over the whole table. Each column has its own: name an axis.",
            _one_mean_of_all,
        ),
        Misconception(
            "sums",
            "You returned the sums. Divide them by the number of rows.",
            _sums,
        ),
        Misconception(
            "divided_by_columns",
            "You divided by the number of columns. A column has as many numbers as there are rows.",
            _divided_by_columns,
        ),
        Misconception(
            "axis_kept",
            "The numbers are right, but they stand in a table of one row, shape (1, n). A plain "
            "vector of shape (n,) is wanted.",
            _axis_kept,
        ),
        Misconception(
            "first_column_only",
            "You took the first column only. Return one mean for each column.",
            _first_column_only,
        ),
        Misconception(
            "first_row_only",
            "You returned the first row. The mean of a column takes all of its rows.",
            _first_row_only,
        ),
        Misconception(
            "whole_division",
            "You divided with `//`, which cuts to whole numbers. Use `/`.",
            _whole_division,
        ),
    ),
)
