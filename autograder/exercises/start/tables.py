"""What the exercises of lesson 00 share: tables of several shapes and kinds of numbers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.exercises.model import Case

Array = NDArray[Any]


def table(rng: np.random.Generator, m: int, n: int) -> Array:
    """Draw numbers from 1 to 9; each column is higher than the one before."""
    return rng.uniform(1.0, 9.0, (m, n)) + 3.0 * np.arange(n)


def distinct(rng: np.random.Generator, m: int, n: int) -> Array:
    """Draw whole numbers of which no two are equal; the first column sums up to no whole mean."""
    X = 2 * m * rng.permutation(np.arange(1, m * n + 1)).reshape(m, n)
    X[0] += 1
    return X


def tables(rng: np.random.Generator) -> Sequence[Case]:
    """Make the cases of a function that takes one table."""
    return [
        Case((table(rng, 4, 2),), "rows and columns"),
        Case((table(rng, 3, 5),), "rows and columns"),
        Case((table(rng, 3, 3),), "as many rows as columns"),
        Case((table(rng, 4, 4) - 6.0,), "as many rows as columns"),
        Case((table(rng, 1, 3),), "one or two rows"),
        Case((table(rng, 2, 2) - 20.0,), "one or two rows"),
        Case((table(rng, 3, 1),), "one column"),
        Case((table(rng, 5, 1) - 4.0,), "one column"),
        Case((1000.0 * table(rng, 2, 3),), "large values"),
        Case((-1000.0 * table(rng, 4, 3),), "large values"),
        Case((distinct(rng, 4, 3),), "integers"),
        Case((distinct(rng, 3, 2),), "integers"),
        Case((distinct(rng, 2, 4).astype(np.float32) / 8,), "float32"),
        Case((distinct(rng, 4, 2).astype(np.float32) / 8,), "float32"),
    ]
