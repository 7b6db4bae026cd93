"""Exercise: take its mean away from each column, by broadcasting."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise, Misconception
from autograder.exercises.start.tables import LESSON, tables
from nnlib import arrays


def centre_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make tables of every shape; each part also has a table of several rows and columns."""
    return [
        Case(
            (np.array([[1.0, 10.0], [3.0, 30.0]]),),
            working="the means are 2 and 20; 1 - 2 = -1, 10 - 20 = -10, 3 - 2 = 1, 30 - 20 = 10",
        ),
        *tables(rng),
    ]


def _means_of_rows(X):
    return X - X.mean(axis=1, keepdims=True)


def _one_mean_for_all(X):
    return X - X.mean()


def _sums_taken_away(X):
    return X - X.sum(axis=0)


def _sign_turned(X):
    return X.mean(axis=0) - X


def _divided_by_the_mean(X):
    return X / X.mean(axis=0)


def _first_row_taken_away(X):
    return X - X[0]


def _only_the_means(X):
    return X.mean(axis=0)


def _changed_in_place(X):
    X -= X.mean(axis=0)
    return X


def _cut_to_whole_numbers(X):
    centred = X.copy()
    for j in range(X.shape[1]):
        centred[:, j] = X[:, j] - X[:, j].mean()
    return centred


CENTRE_COLUMNS = Exercise(
    id="start.centre_columns",
    name="centre_columns",
    lesson=LESSON,
    points=1,
    covers=(),
    reference=arrays.centre_columns,
    cases=centre_cases,
    hints=(
        "First the mean of each column, as in the exercise before: shape (n,).",
        "X has the shape (m, n) and the means (n,): they fit from the right, so NumPy subtracts "
        "them from every row.",
    ),
    misconceptions=(
        Misconception(
            "means_of_rows",
            "You took its mean away from each row. Asked are the columns: axis 0.",
            _means_of_rows,
        ),
        Misconception(
            "one_mean_for_all",
            "You took one mean, that of the whole table, away from all. Each column has its own.",
            _one_mean_for_all,
        ),
        Misconception(
            "sums_taken_away",
            "You took the sums away. Take the means.",
            _sums_taken_away,
        ),
        Misconception(
            "sign_turned",
            "All your signs are turned: it is X minus the means, not the means minus X.",
            _sign_turned,
        ),
        Misconception(
            "divided_by_the_mean",
            "You divided by the means. Subtract them.",
            _divided_by_the_mean,
        ),
        Misconception(
            "first_row_taken_away",
            "You took the first row away from all rows. Take the means of the columns away.",
            _first_row_taken_away,
        ),
        Misconception(
            "only_the_means",
            "You returned the means. Take them away from X.",
            _only_the_means,
        ),
        Misconception(
            "changed_in_place",
            "You wrote into the array that you were given, so its owner loses the data. Build a "
            "new one: `X - …` instead of `X -= …`.",
            _changed_in_place,
        ),
        Misconception(
            "cut_to_whole_numbers",
            "You wrote into a copy of X. If X holds integers, so does its copy, and every "
            "fraction is cut off. Let `X - …` make the new array.",
            _cut_to_whole_numbers,
        ),
    ),
)
