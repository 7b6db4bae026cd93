"""Lesson 04: class numbers as rows of zeros with one 1."""

from collections.abc import Sequence

import numpy as np

from autograder.exercises.model import Case, Exercise
from nnlib.by_hand.losses import one_hot
from nnlib.losses.targets import as_one_hot


def one_hot_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make class numbers, with classes that do not appear, twice, or all alike."""

    def mixture(part: str, classes: Sequence[int], num_classes: int, kind: str = "int64") -> Case:
        """Put given class numbers in a random order, the largest never first."""
        order = rng.permutation(classes)
        while order[0] == max(classes):
            order = rng.permutation(classes)
        return Case((order.astype(kind), num_classes), part)

    low, high = int(rng.integers(0, 2)), int(rng.integers(2, 4))
    return [
        Case((np.array([2, 0]), 3), working="class 2 of 3 is [0, 0, 1], class 0 is [1, 0, 0]"),
        Case(
            (np.array([1, 3, 1]), 5),
            working="class 1 of 5 is [0, 1, 0, 0, 0], class 3 is [0, 0, 0, 1, 0]",
        ),
        mixture("every class appears", [0, 1, 2, 2, 1, 3], 4),
        mixture("every class appears", [0, 1, 2, 0], 3),
        mixture("classes that do not appear", [1, 4, 4, 2], 7),
        mixture("classes that do not appear", [0, 2, 3, 3, 5], 9),
        Case((np.array([low]), 4), "one sample"),
        Case((np.array([high]), 5), "one sample"),
        mixture("as many samples as classes", [1, 1, 2, 0], 4),
        mixture("as many samples as classes", [0, 2, 2], 3),
        Case((np.array([low, low, low]), 5), "one class for all"),
        Case((np.array([high, high]), 6), "one class for all"),
        mixture("two classes", [0, 1, 1], 2),
        mixture("two classes", [1, 0, 0, 0], 2),
        mixture("classes stored as floats", [3, 1, 0, 1], 5, "float32"),
        mixture("classes stored as floats", [2, 0, 3], 6, "float64"),
    ]


ONE_HOT = Exercise(
    id="mlp.one_hot",
    points=1,
    covers=("M6",),
    reference=one_hot,
    equivalents=(as_one_hot,),
    cases=one_hot_cases,
    hints=(
        "Begin with a table of zeros, one row a sample and one column a class, and set one number "
        "in each row to 1. Which column?",
        "`np.zeros((len(targets), num_classes))`, and a loop over the samples: row i gets its 1 in "
        "the column `targets[i]`.",
        "Without a loop: the rows of `np.eye(num_classes)` are the one-hot rows of class 0, 1, 2 "
        "and so on. Index it with all the targets at once.",
        "An index must be an integer: `targets.astype(int)` makes 2 of 2.0.",
    ),
)


@ONE_HOT.misconception
def counted_from_one(targets, num_classes):
    """Your ones stand one column too far to the left. Classes are counted from 0: class 0 has its 1
    in the first column.
    """
    return np.eye(num_classes)[targets.astype(int) - 1]


@ONE_HOT.misconception
def one_class_a_row(targets, num_classes):
    """Your table lies on its side. Each sample is a row, each class a column."""
    return np.eye(num_classes)[targets.astype(int)].T


@ONE_HOT.misconception
def number_of_classes_from_targets(targets, num_classes):
    """You made as many columns as the largest class needs. There are `num_classes`, also when the
    last ones do not appear in this batch.
    """
    return np.eye(int(np.max(targets)) + 1)[targets.astype(int)]


@ONE_HOT.misconception
def class_number_instead_of_one(targets, num_classes):
    """You wrote the class number into its column. One-hot rows hold only zeros and a 1."""
    return np.eye(num_classes)[targets.astype(int)] * targets[:, np.newaxis]


@ONE_HOT.misconception
def zeros_and_ones_swapped(targets, num_classes):
    """Your zeros and ones are swapped. The right class gets the 1, all others 0."""
    return 1 - np.eye(num_classes)[targets.astype(int)]


@ONE_HOT.misconception
def ones_up_to_the_class(targets, num_classes):
    """You set every column up to the class to 1. Only the class itself is 1."""
    return np.where(np.arange(num_classes) <= targets[:, np.newaxis], 1.0, 0.0)


@ONE_HOT.misconception
def all_samples_in_one_row(targets, num_classes):
    """You marked all samples in one single row. Each sample has a row of its own."""
    row = np.zeros(num_classes)
    row[targets.astype(int)] = 1
    return row


@ONE_HOT.misconception
def every_sample_marked_in_every_row(targets, num_classes):
    """Every row holds the ones of all samples. `table[:, targets]` means all rows; each row wants
    its own target only.
    """
    table = np.zeros((len(targets), num_classes))
    table[:, targets.astype(int)] = 1
    return table


@ONE_HOT.misconception
def backwards(targets, num_classes):
    """You counted the columns from the right. Class 0 is the first column."""
    return np.eye(num_classes)[num_classes - 1 - targets.astype(int)]


@ONE_HOT.misconception
def numbered_by_appearance(targets, num_classes):
    """You numbered the classes that appear in this batch anew. A class keeps its column, whichever
    others appear.
    """
    return np.eye(num_classes)[np.searchsorted(np.unique(targets), targets)]


@ONE_HOT.misconception
def floats_as_places(targets, num_classes):
    """Right for whole numbers, but class numbers from a file are often stored as 2.0, and NumPy
    takes no float for a place. Turn them into integers first.
    """
    return np.eye(num_classes)[targets]
