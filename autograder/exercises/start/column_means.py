"""Exercise: the mean of each column, with `axis`."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.start.tables import tables
from nnlib.by_hand import arrays


def means_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make tables of every shape: on square ones only the numbers tell the axes apart."""
    return [
        Case(
            (np.array([[1.0, 10.0], [3.0, 30.0], [5.0, 20.0]]),),
            working="(1 + 3 + 5) / 3 = 3;  (10 + 30 + 20) / 3 = 20",
        ),
        *tables(rng),
    ]


COLUMN_MEANS = Exercise(
    id="start.column_means",
    points=1,
    covers=(),
    reference=arrays.column_means,
    cases=means_cases,
    hints=(
        "`X.mean()` takes the mean of everything. Tell it along which axis.",
        "To go down a column means to go along the rows: this is axis 0. The axis that you name "
        "disappears from the shape.",
    ),
)


@COLUMN_MEANS.misconception
def means_of_rows(X):
    """You took the mean of each row. `axis=0` goes down the columns, `axis=1` along the rows."""
    return X.mean(axis=1)


@COLUMN_MEANS.misconception
def one_mean_of_all(X):
    """You took one mean over the whole table. Each column has its own: name an axis."""
    return X.mean()


@COLUMN_MEANS.misconception
def sums(X):
    """You returned the sums. Divide them by the number of rows."""
    return X.sum(axis=0)


@COLUMN_MEANS.misconception
def divided_by_columns(X):
    """You divided by the number of columns. A column has as many numbers as there are rows."""
    return X.sum(axis=0) / X.shape[1]


@COLUMN_MEANS.misconception
def axis_kept(X):
    """The numbers are right, but they stand in a table of one row, shape (1, n). A plain vector of
    shape (n,) is wanted.
    """
    return X.mean(axis=0, keepdims=True)


@COLUMN_MEANS.misconception
def first_column_only(X):
    """You took the first column only. Return one mean for each column."""
    return X[:, 0].mean()


@COLUMN_MEANS.misconception
def first_row_only(X):
    """You returned the first row. The mean of a column takes all of its rows."""
    return X[0] / 1


@COLUMN_MEANS.misconception
def whole_division(X):
    """You divided with `//`, which cuts to whole numbers. Use `/`."""
    return X.sum(axis=0) // X.shape[0]
