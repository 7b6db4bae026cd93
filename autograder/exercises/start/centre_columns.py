"""Exercise: take its mean away from each column, by broadcasting."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.start.tables import tables
from nnlib.by_hand import arrays


def centre_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make tables of every shape; each part also has a table of several rows and columns."""
    return [
        Case(
            (np.array([[1.0, 10.0], [3.0, 30.0]]),),
            working="the means are 2 and 20; 1 - 2 = -1, 10 - 20 = -10, 3 - 2 = 1, 30 - 20 = 10",
        ),
        *tables(rng),
    ]


CENTRE_COLUMNS = Exercise(
    id="start.centre_columns",
    points=1,
    covers=(),
    reference=arrays.centre_columns,
    cases=centre_cases,
    hints=(
        "First the mean of each column, as in the exercise before: shape (n,).",
        "X has the shape (m, n) and the means (n,): they fit from the right, so NumPy subtracts "
        "them from every row.",
    ),
)


@CENTRE_COLUMNS.misconception
def means_of_rows(X):
    """You took its mean away from each row. Asked are the columns: axis 0."""
    return X - X.mean(axis=1, keepdims=True)


@CENTRE_COLUMNS.misconception
def one_mean_for_all(X):
    """You took one mean, that of the whole table, away from all. Each column has its own."""
    return X - X.mean()


@CENTRE_COLUMNS.misconception
def sums_taken_away(X):
    """You took the sums away. Take the means."""
    return X - X.sum(axis=0)


@CENTRE_COLUMNS.misconception
def sign_turned(X):
    """All your signs are turned: it is X minus the means, not the means minus X."""
    return X.mean(axis=0) - X


@CENTRE_COLUMNS.misconception
def divided_by_the_mean(X):
    """You divided by the means. Subtract them."""
    return X / X.mean(axis=0)


@CENTRE_COLUMNS.misconception
def first_row_taken_away(X):
    """You took the first row away from all rows. Take the means of the columns away."""
    return X - X[0]


@CENTRE_COLUMNS.misconception
def only_the_means(X):
    """You returned the means. Take them away from X."""
    return X.mean(axis=0)


@CENTRE_COLUMNS.misconception
def changed_in_place(X):
    """You wrote into the array that you were given, so its owner loses the data. Build a new one:
    `X - …` instead of `X -= …`.
    """
    X -= X.mean(axis=0)
    return X


@CENTRE_COLUMNS.misconception
def cut_to_whole_numbers(X):
    """You wrote into a copy of X. If X holds integers, so does its copy, and every fraction is cut
    off. Let `X - …` make the new array.
    """
    centred = X.copy()
    for j in range(X.shape[1]):
        centred[:, j] = X[:, j] - X[:, j].mean()
    return centred
