"""Lesson 03: find the epoch from which on a perceptron goes in a circle."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.model import Case, Exercise
from nnlib.by_hand import xor


def first_repeat_cases(rng: np.random.Generator) -> Sequence[Case]:
    """Make walks that end in circles of several lengths, and some that never come back."""
    same_weights = np.array([[1, 2, 0], [1, 2, 1], [1, 2, 2], [1, 2, 1], [1, 2, 0]])
    a, b, c = np.array([[0, 1, 1], [1, 1, 0], [2, 0, 1]]) * float(rng.integers(1, 9))
    return [
        Case(
            (np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 1.0], [2.0, 0.0, 1.0], [1.0, 0.0, 1.0]]),),
            working="row 3 is (1, 0, 1), and so was row 1; rows are counted from 0",
        ),
        Case(
            (np.array([[1.0, 0.0, 0.0], [1.0, 0.0, 1.0], [2.0, 0.0, 1.0]]),),
            working="no row was there before, so None",
        ),
        Case((circle(rng, before=2, length=3, epochs=9),), "a circle"),
        Case((circle(rng, before=0, length=4, epochs=6),), "a circle"),
        Case((circle(rng, before=3, length=1, epochs=8),), "standing still"),
        Case((circle(rng, before=1, length=1, epochs=3),), "standing still"),
        Case((distinct_rows(rng, 7, 3),), "never twice"),
        Case((distinct_rows(rng, 1, 3),), "never twice"),
        Case((circle(rng, before=4, length=2, epochs=7),), "never twice"),
        Case((same_weights * float(rng.integers(1, 9)),), "only the bias differs"),
        Case((same_weights[1:, ::-1] * float(rng.integers(1, 9)),), "only the bias differs"),
        Case((np.array([a, b, c, c, a]),), "two pairs"),
        Case((np.array([a, b, b, a, c, c]),), "two pairs"),
        Case((circle(rng, before=1, length=3, epochs=6, columns=1),), "other widths"),
        Case((circle(rng, before=2, length=2, epochs=6, columns=5),), "other widths"),
        Case((circle(rng, before=1, length=2, epochs=5).astype(int),), "integers"),
        Case((circle(rng, before=2, length=4, epochs=9).astype(int),), "integers"),
        Case((circle(rng, before=3, length=2, epochs=7).astype("float32"),), "float32"),
        Case((circle(rng, before=0, length=2, epochs=4).astype("float32"),), "float32"),
    ]


def distinct_rows(rng: np.random.Generator, epochs: int, columns: int) -> NDArray[np.float64]:
    """Draw rows that all differ, though some of their numbers are the same."""
    rows = rng.integers(-1, 2, (epochs, columns)).astype(float)
    rows[:, 0] = rng.permutation(epochs) - epochs // 2
    return rows


def circle(
    rng: np.random.Generator, *, before: int, length: int, epochs: int, columns: int = 3
) -> NDArray[np.float64]:
    """Draw `before` rows, then go round a circle of `length` rows until the epochs are over."""
    rows = distinct_rows(rng, before + length, columns)
    late = before + (np.arange(epochs) - before) % length
    return rows[np.where(np.arange(epochs) < before, np.arange(epochs), late)]


FIRST_REPEAT = Exercise(
    id="xor.first_repeat",
    points=2,
    covers=("X2",),
    reference=xor.first_repeat,
    cases=first_repeat_cases,
    hints=(
        "Go through the rows in order. For each row j ask: was it there before?",
        "“Before” means every row i from 0 to j - 1: a loop inside the loop.",
        "Two rows are the same when all their numbers are: `np.array_equal(rows[i], rows[j])`. "
        "Return (i, j) at the first such pair, and None after both loops.",
    ),
)


@FIRST_REPEAT.misconception
def neighbours_only(rows):
    """You compared each row only with the one before it. A circle can be longer: compare with all
    earlier rows.
    """
    for j in range(1, len(rows)):
        if np.array_equal(rows[j], rows[j - 1]):
            return j - 1, j
    return None


@FIRST_REPEAT.misconception
def back_to_start_only(rows):
    """You compared each row only with the first one. A circle may begin later: compare with all
    earlier rows.
    """
    for j in range(1, len(rows)):
        if np.array_equal(rows[j], rows[0]):
            return 0, j
    return None


@FIRST_REPEAT.misconception
def later_first(rows):
    """The pair is right but turned round. The earlier row comes first."""
    found = xor.first_repeat(rows)
    return None if found is None else (found[1], found[0])


@FIRST_REPEAT.misconception
def counted_from_one(rows):
    """You counted the rows from 1. Like Python, count them from 0."""
    found = xor.first_repeat(rows)
    return None if found is None else (found[0] + 1, found[1] + 1)


@FIRST_REPEAT.misconception
def only_later(rows):
    """You returned only the later row. Return the pair: the earlier row and the later one."""
    found = xor.first_repeat(rows)
    return None if found is None else found[1]


@FIRST_REPEAT.misconception
def length_for_later(rows):
    """Your second number is the length of the circle. Return the number of the later row."""
    found = xor.first_repeat(rows)
    return None if found is None else (found[0], found[1] - found[0])


@FIRST_REPEAT.misconception
def one_equal_number(rows):
    """You took two rows for the same when only one of their numbers agrees. All of them must
    agree.
    """
    for j in range(len(rows)):
        for i in range(j):
            if np.any(rows[i] == rows[j]):
                return i, j
    return None


@FIRST_REPEAT.misconception
def bias_ignored(rows):
    """You left the last number, the bias, out of the comparison. Another bias is another line."""
    for j in range(len(rows)):
        for i in range(j):
            if np.array_equal(rows[i][:-1], rows[j][:-1]):
                return i, j
    return None


@FIRST_REPEAT.misconception
def earliest_row(rows):
    """You looked for the first row that comes again at any time later. Look for the first moment at
    which a row has been seen before: let j go up in the outer loop.
    """
    for i in range(len(rows)):
        for j in range(i + 1, len(rows)):
            if np.array_equal(rows[i], rows[j]):
                return i, j
    return None


@FIRST_REPEAT.misconception
def last_found(rows):
    """You went on after the first repeat and kept the last one. Stop at the first."""
    found = None
    for j in range(len(rows)):
        for i in range(j):
            if np.array_equal(rows[i], rows[j]):
                found = i, j
    return found


@FIRST_REPEAT.misconception
def compared_with_itself(rows):
    """You compared a row with itself, and of course it is the same. Look only at earlier rows."""
    for j in range(len(rows)):
        for i in range(len(rows)):
            if np.array_equal(rows[i], rows[j]):
                return i, j
    return None


@FIRST_REPEAT.misconception
def minus_one_for_none(rows):
    """You returned (-1, -1) where no row repeats. In Python -1 means the last row; return None."""
    found = xor.first_repeat(rows)
    return (-1, -1) if found is None else found


@FIRST_REPEAT.misconception
def gave_up_early(rows):
    """You returned None as soon as one pair of rows differs. Return None only after both loops,
    when no pair was equal.
    """
    return (0, 1) if len(rows) > 1 and np.array_equal(rows[0], rows[1]) else None
