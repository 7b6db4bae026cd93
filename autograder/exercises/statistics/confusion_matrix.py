"""Exercise: how often each true class was predicted as each class."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from autograder.exercises.statistics.samples import from_counts
from nnlib import metrics


def confusion_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make tables of two to five classes, none of them the same when turned on its side."""
    return [
        Case(
            (np.array([0, 1, 1]), np.array([0, 1, 0]), 2),
            working="true 0 as 0: once; true 0 as 1: once; true 1 as 0: never; true 1 as 1: once",
        ),
        Case(
            (np.array([2, 2, 0, 2]), np.array([1, 2, 0, 1]), 3),
            working="true 1 as 2: twice; true 2 as 2: once; true 0 as 0: once",
        ),
        confused(rng, [[4, 1], [2, 3]], "two classes"),
        confused(rng, [[1, 3], [0, 5]], "two classes"),
        confused(rng, [[3, 0, 1], [0, 2, 1], [2, 0, 1]], "three classes"),
        confused(rng, [[1, 4, 0], [2, 0, 3], [0, 1, 2]], "three classes"),
        confused(rng, [[2, 1, 0], [0, 3, 0], [0, 0, 0]], "a class that never comes"),
        confused(rng, [[2, 0, 1, 0], [0] * 4, [3, 0, 1, 0], [0] * 4], "a class that never comes"),
        Case((np.array([1]), np.array([0]), 2), "one sample"),
        Case((np.array([0]), np.array([2]), 3), "one sample"),
        confused(rng, [[0, 0, 6], [0, 5, 0], [1, 0, 0]], "integers"),
        confused(
            rng,
            [[1, 0, 2, 0, 0], [0, 3, 0, 0, 1], [0, 0, 2, 0, 0], [4, 0, 0, 1, 0], [0, 1, 0, 0, 2]],
            "integers",
        ),
        confused(rng, [[3, 1], [4, 6]], "float32", np.float32),
        confused(rng, [[2, 0, 1], [1, 0, 1], [0, 3, 2]], "float32", np.float32),
    ]


def confused(
    rng: np.random.Generator, table: Sequence[Sequence[int]], part: str, dtype: type = np.int64
) -> Case:
    """Make a case whose answer is the table, times 1, 2 or 3."""
    predictions, targets = from_counts(rng, table)
    return Case((predictions.astype(dtype), targets.astype(dtype), len(table)), part)


CONFUSION_MATRIX = Exercise(
    id="statistics.confusion_matrix",
    points=3,
    covers=("S5",),
    reference=metrics.confusion_matrix,
    cases=confusion_cases,
    hints=(
        "Begin with a table of zeros, `np.zeros((num_classes, num_classes))`.",
        "Go through the samples: `for predicted, true in zip(predictions, targets):`. Each one "
        "raises a single number of the table by 1. Which row, which column?",
        "The true class says the row, the predicted one the column: `table[row, column] += 1`. "
        "An index must be an integer: `int(2.0)` makes one of a float.",
    ),
)


@CONFUSION_MATRIX.misconception
def turned_on_its_side(predictions, targets, num_classes):
    """Your rows are the predicted classes. Here a row is a true class, and a column is a predicted
    one.
    """
    table = np.zeros((num_classes, num_classes))
    for predicted, true in zip(predictions, targets, strict=True):
        table[int(predicted), int(true)] += 1
    return table


@CONFUSION_MATRIX.misconception
def each_pair_once(predictions, targets, num_classes):
    """You counted each pair of classes at most once. Where many samples meet in one cell,
    `table[rows, columns] += 1` with whole arrays adds only 1.
    """
    table = np.zeros((num_classes, num_classes))
    table[targets.astype(int), predictions.astype(int)] += 1
    return table


@CONFUSION_MATRIX.misconception
def shares_of_all(predictions, targets, num_classes):
    """You divided by the number of samples. A confusion matrix holds counts."""
    table = np.zeros((num_classes, num_classes))
    for predicted, true in zip(predictions, targets, strict=True):
        table[int(true), int(predicted)] += 1
    return table / len(targets)


@CONFUSION_MATRIX.misconception
def shares_of_each_row(predictions, targets, num_classes):
    """You divided each row by its sum, which gives shares. Here the matrix holds counts."""
    table = np.zeros((num_classes, num_classes))
    for predicted, true in zip(predictions, targets, strict=True):
        table[int(true), int(predicted)] += 1
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)


@CONFUSION_MATRIX.misconception
def only_right_ones(predictions, targets, num_classes):
    """You counted only the right predictions, on the diagonal. The mistakes belong into the table
    too.
    """
    table = np.zeros((num_classes, num_classes))
    for predicted, true in zip(predictions, targets, strict=True):
        if predicted == true:
            table[int(true), int(predicted)] += 1
    return table


@CONFUSION_MATRIX.misconception
def only_mistakes(predictions, targets, num_classes):
    """You counted only the mistakes. The right predictions stand on the diagonal."""
    table = np.zeros((num_classes, num_classes))
    for predicted, true in zip(predictions, targets, strict=True):
        if predicted != true:
            table[int(true), int(predicted)] += 1
    return table


@CONFUSION_MATRIX.misconception
def only_classes_that_come(predictions, targets, num_classes):
    """Your table ends with the largest class that comes. It has a row and a column for each of the
    num_classes classes, also for those that never come.
    """
    k = int(max(np.max(predictions), np.max(targets))) + 1
    table = np.zeros((k, k))
    for predicted, true in zip(predictions, targets, strict=True):
        table[int(true), int(predicted)] += 1
    return table


@CONFUSION_MATRIX.misconception
def counted_in_both_directions(predictions, targets, num_classes):
    """You counted each sample twice, in its cell and in the mirrored one. To take 0 for 1 is
    another mistake than to take 1 for 0.
    """
    table = np.zeros((num_classes, num_classes))
    for predicted, true in zip(predictions, targets, strict=True):
        table[int(true), int(predicted)] += 1
        table[int(predicted), int(true)] += 1
    return table


@CONFUSION_MATRIX.misconception
def classes_from_1(predictions, targets, num_classes):
    """You subtracted 1 from the classes. They count from 0, as rows and columns do."""
    table = np.zeros((num_classes, num_classes))
    for predicted, true in zip(predictions, targets, strict=True):
        table[int(true) - 1, int(predicted) - 1] += 1
    return table
